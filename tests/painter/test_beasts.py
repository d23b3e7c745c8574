"""Beasts: every one builds in every pose, stands on the ground, and offers the points that others join things at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from waa.painter import cast
from waa.painter.cast import POSES, Look
from waa.painter.colour import rgb
from waa.painter.kept import STORE
from waa.painter.light import LIGHTS
from waa.painter.rigs.beasts import (
    bears,
    bigcats,
    build,
    country,
    dogs,
    farm,
    giants,
    kin,
    pets,
    reptiles,
    wild,
)
from waa.painter.rigs.beasts.chart import chart, spread, wobble
from waa.painter.rigs.beasts.coat import Bib, Patch, Rings, Spots, Stretch, Strokes, Tiles, Under
from waa.painter.rigs.beasts.frames import Skull
from waa.painter.rigs.beasts.palette import is_dark, palette_of
from waa.painter.rigs.beasts.poses import pose_of
from waa.painter.rigs.beasts.skeleton import bones
from waa.painter.rigs.beasts.species import Species
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.model import Model

IDS = [
    "cat", "dog", "fox", "wolf", "panda", "bear", "polar_bear", "koala", "lion", "tiger", "leopard", "rabbit", "hamster",
    "mouse", "squirrel", "raccoon", "hedgehog", "pig", "cow", "sheep", "goat", "horse", "zebra", "donkey", "unicorn",
    "deer", "reindeer", "elephant", "giraffe", "hippo", "rhinoceros", "camel", "monkey", "gorilla", "kangaroo", "alpaca",
    "otter", "sloth", "red_panda", "frog", "turtle", "crocodile", "dinosaur", "t_rex", "dragon",
    "capybara", "boar", "water_buffalo", "rat",
]  # fmt: skip


def species_in(*rooms: object) -> dict[str, Species]:
    return {
        name.lower(): value
        for room in rooms
        for name, value in vars(room).items()
        if isinstance(value, Species)
    }


SPECIES = species_in(bears, bigcats, country, farm, giants, pets, reptiles, wild)
BREEDS = {name: value for name, value in species_in(dogs, kin).items() if value not in SPECIES.values()}
ANCHORS = ("head", "eyes", "neck", "mouth", "hands", "hand", "back", "seat_point", "top")
HOVERING = {"jump", "fly"}


def made(concept: str, pose: str = "stand", **more: object) -> Model:
    model = cast.build(concept, Look(concept=concept, pose=pose, **more))  # type: ignore[arg-type]
    assert model is not None
    return model


def skeleton(species: Species, name: str):
    pose = pose_of(name, species.body)
    return pose, bones(species.body, pose, Skull(species.head.radius, species.head.radius))


# -- models -----------------------------------------------------------------------------------------------


def test_the_whole_cast_is_there() -> None:
    assert set(IDS) <= cast.concepts()
    assert set(SPECIES) | {"dragon"} == set(IDS)


@pytest.mark.parametrize("concept", IDS)
def test_it_builds_and_offers_its_anchors(concept: str) -> None:
    """In a pose that goes by its place in the list, so that every pose is built twice."""
    pose = POSES[IDS.index(concept) % len(POSES)]
    model = made(concept, pose)
    mesh, size = model.mesh, float(model.mesh.size.max())
    assert len(mesh.vertices) < 36_000
    for values in (mesh.vertices, mesh.normals, mesh.colours):
        assert np.isfinite(values).all()
    assert mesh.colours.min() > -0.01
    assert mesh.colours.max() < 1.01
    low = float(mesh.low[1])
    assert abs(low) < 0.002 * size or (pose in HOVERING or concept == "dragon")
    assert set(ANCHORS) <= set(model.anchors)
    for name, anchor in model.anchors.items():
        at = np.array(anchor.at)
        assert np.isfinite(at).all(), name
        assert anchor.size > 0, name
        assert (at > mesh.low - 0.12 * size).all(), name
        assert (at < mesh.high + 0.12 * size).all(), name


def test_they_are_as_large_as_life() -> None:
    for name, species in SPECIES.items():
        _, frame = skeleton(species, "stand")
        head = species.head
        crown = (frame.head.at[1] + head.radius * head.skull[1]) * build.unit_of(species)
        assert crown == pytest.approx(species.metres), name
    assert (
        made("cat").height
        < made("dog").height
        < made("horse").height
        < made("elephant").height
        < made("giraffe").height
    )


@pytest.mark.parametrize("concept", ["cat", "horse", "elephant", "monkey", "dragon"])
def test_heads_are_in_order(concept: str) -> None:
    for pose in ("stand", "sit", "hold"):
        a = made(concept, pose).anchors
        assert a["head"].at[1] > a["eyes"].at[1] > a["mouth"].at[1], pose
        assert a["eyes"].at[2] > a["head"].at[2], pose


def test_breeds_have_heads_and_bones_of_their_own() -> None:
    assert {"shiba", "corgi", "poodle", "siamese_cat", "lioness", "white_tiger"} <= cast.concepts()
    for name, species in BREEDS.items():
        head = build.head_of(species, None, "open")
        assert np.isfinite(head.mesh.vertices).all(), name
        _, frame = skeleton(species, "sit")
        assert np.isfinite(frame.tail).all(), name


def test_held_things_are_in_front_of_the_chest() -> None:
    for concept in ("cat", "bear", "hamster", "cow", "crocodile"):
        model = made(concept, "hold")
        hands, neck = model.anchors["hands"].at, model.anchors["neck"].at
        assert hands[2] > neck[2]
        assert hands[1] < neck[1] + 0.05 * model.height
        assert abs(hands[0]) < 0.1 * model.size[0]


def test_riders_sit_over_their_hips_with_their_feet_below() -> None:
    for concept in ("cat", "panda", "horse"):
        model = made(concept, "ride")
        seat = model.anchors["seat_point"].at
        assert seat[2] == pytest.approx(0, abs=0.02 * model.height)
        assert 0.05 * model.height < seat[1] < 0.5 * model.height


def test_backs_carry_what_stands_on_them() -> None:
    for concept in ("horse", "elephant", "turtle"):
        model = made(concept)
        x, y, z = model.anchors["back"].at
        near = np.hypot(model.mesh.vertices[:, 0] - x, model.mesh.vertices[:, 2] - z) < 0.06 * model.size[2]
        top = float(model.mesh.vertices[near, 1].max())
        assert y == pytest.approx(top, abs=0.10 * model.height), concept


def test_leaps_hover_and_swimmers_know_how_deep_they_are() -> None:
    assert made("cat", "jump").mesh.low[1] > 0.05
    swimmer = made("dog", "swim")
    assert 0.2 * swimmer.height < swimmer.waterline < 0.8 * swimmer.height
    assert made("dog").waterline == 0


def test_a_pose_nobody_knows_stands() -> None:
    assert np.array_equal(made("cat", "yodel").mesh.vertices, made("cat").mesh.vertices)


def test_the_same_look_gives_the_same_bytes() -> None:
    look = Look(concept="leopard", pose="walk")
    first = build.beast(SPECIES["leopard"], look)
    STORE.clear()
    second = build.beast(SPECIES["leopard"], look)
    assert first.mesh.vertices.tobytes() == second.mesh.vertices.tobytes()
    assert first.mesh.colours.tobytes() == second.mesh.colours.tobytes()


def test_it_can_be_seen_from_behind() -> None:
    model = made("cat", "sit")
    for yaw in (18, 166):
        sprite = photograph(model, LIGHTS["day"], 90, View(yaw=yaw), shadows=False)
        assert 0.3 < float(sprite.pixels[..., 3].mean()) < 0.9


def test_poses_have_their_best_side() -> None:
    assert cast.best_yaw("cat", "sit") == 18
    assert cast.best_yaw("cat") == cast.best_yaw("cat", "walk") == 30


# -- skeletons --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pose", POSES)
def test_skeletons_keep_together(pose: str) -> None:
    for name, species in SPECIES.items():
        how, frame = skeleton(species, pose)
        body = species.body
        points = np.concatenate([frame.neck, frame.tail, *(limb.points for limb in frame.limbs.values())])
        assert np.isfinite(points).all(), name
        assert frame.hips.at[1] > 0.3 * body.hips[1], name
        for limb in frame.limbs.values():
            lengths = np.linalg.norm(np.diff(limb.points, axis=0), axis=1)
            assert lengths.sum() < 3.2 * max(body.height, body.length), name
            assert limb.points[-1][1] > -0.02, name
        if how.plan == "fours" and not (how.lift or how.waterline):  # somebody stands on the ground
            assert min(float(limb.foot.at[1]) for limb in frame.limbs.values()) == pytest.approx(
                0, abs=1e-6
            ), name


def test_bodies_do_what_they_can() -> None:
    assert pose_of("sit", SPECIES["cat"].body).plan == "sit"
    assert pose_of("sit", SPECIES["panda"].body).plan == "upright"
    assert pose_of("sit", SPECIES["turtle"].body).plan == "lie"
    assert pose_of("walk", SPECIES["kangaroo"].body).plan == "tall"
    assert pose_of("stand", SPECIES["frog"].body).plan == "sit"
    assert pose_of("sleep", SPECIES["fox"].body).plan == "curl"
    assert pose_of("sleep", SPECIES["horse"].body).plan == "lie"


# -- coats ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cat_chart():
    species = SPECIES["cat"]
    _, frame = skeleton(species, "stand")
    grid = np.stack(np.meshgrid(*[np.linspace(-0.6, 0.9, 26)] * 3), -1).reshape(-1, 3).astype(np.float32)
    return frame, chart(species.body, frame, grid, lambda n: spread(grid, n))


def at(frame_chart, point: np.ndarray) -> int:
    return int(np.linalg.norm(frame_chart.at - point, axis=1).argmin())


def test_the_chart_knows_belly_back_and_feet(cat_chart) -> None:
    frame, c = cat_chart
    middle = frame.ribs[1].frame
    assert c.back[at(c, middle.point(0, 0.2, 0))] > 0.6
    assert c.back[at(c, middle.point(0, -0.2, 0))] < -0.6
    foot = at(c, frame.limbs["fore", 1].points[-1])
    assert c.within("legs")[foot] == pytest.approx(1)
    assert c.along("fore")[foot] > 0.8
    assert c.within("tail")[at(c, frame.tail[-1])] == pytest.approx(1)


@pytest.mark.parametrize("mark", [Under(), Bib(), Stretch(), Rings(), Rings(region="trunk", top=-0.4), Spots(count=20),
                                  Spots(count=20, size=0.1, hollow=0.5), Tiles(count=20)])  # fmt: skip
def test_marks_cover_some_of_the_coat(cat_chart, mark) -> None:
    cover = np.asarray(mark.cover(cat_chart[1]))
    assert cover.shape == (len(cat_chart[1].at),)
    assert cover.min() >= 0
    assert cover.max() <= 1
    assert 0.0005 < cover.mean() < 0.9


@pytest.mark.parametrize("mark", [Patch(at=(0.4, 0, 0.8)), Strokes(points=((0.2, 0, 0.9), (0.2, 0.5, 0.8)))])
def test_marks_of_the_head_are_on_both_sides(mark) -> None:
    p = np.random.default_rng(1).uniform(-1, 1, (500, 3)).astype(np.float32)
    assert np.allclose(mark.cover(p), mark.cover(p * np.array([-1, 1, 1], np.float32)))


def test_spread_sites_are_apart() -> None:
    points = np.random.default_rng(2).uniform(0, 1, (900, 3)).astype(np.float32)
    sites = spread(points, 12)
    gaps = np.linalg.norm(sites[:, None] - sites[None], axis=2) + np.eye(12)
    assert gaps.min() > 0.3
    assert np.abs(wobble(points, 0.3)).max() <= 1.4


def test_a_dye_takes_the_marks_along() -> None:
    plain, black, white = (palette_of(SPECIES["cat"], c) for c in (None, "black", "white"))
    assert np.allclose(plain["coat"], rgb(SPECIES["cat"].colours["coat"]))
    assert is_dark(black)
    assert not is_dark(plain)
    assert black["light"].mean() < 0.5  # a black cat has no white bib
    assert white["dark"].mean() > 0.6  # and the stripes of a white one are soft
    assert palette_of(SPECIES["tiger"], "white")["dark"].mean() < 0.4  # those of a tiger are not
    assert np.allclose(palette_of(SPECIES["sheep"], "black")["coat"], rgb(SPECIES["sheep"].colours["coat"]))


def test_black_beasts_keep_their_eyes() -> None:
    bright = [made("cat", "sit", colour=c).mesh.colours for c in ("black", "orange")]
    amber = [(np.abs(c - rgb("#e8b53c")).max(1) < 0.06).sum() for c in bright]
    assert amber[0] > 20
    assert amber[1] == 0


def test_the_members_of_a_litter_differ() -> None:
    first, second = (made("cat", "sit", variant=n).mesh.colours.mean(0) for n in (0, 1))
    assert np.abs(first - second).max() > 0.08
    asked = [made("cat", "sit", variant=n, colour="black").mesh.colours for n in (0, 1)]
    assert np.array_equal(*asked)
    herd = [made("zebra", variant=n).mesh.colours for n in (0, 1)]
    assert np.array_equal(*herd)


def test_traits() -> None:
    species = SPECIES["deer"]
    young = build.with_traits(species, ("baby",))
    assert young.metres < species.metres
    assert "antlers" not in young.head.extras
    assert build.with_traits(species, ("chubby",)).body.waist[0] > species.body.waist[0]
    assert len(build.with_traits(species, ("striped",)).marks) == len(species.marks) + 1
    assert build.with_traits(species, ("brave",)) is species
    small, large = (build.beast(replace(s, cells=30), Look(concept="deer")) for s in (young, species))
    assert small.height < large.height

"""What people eat, drink and celebrate with: every model is sane, and its shared parts do what they say."""

import math
from functools import lru_cache

import numpy as np
import pytest

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.joining import _held
from waa.painter.light import LIGHTS
from waa.painter.noise import stream
from waa.painter.props import dough, garnish, tableware
from waa.painter.props.serving import food
from waa.painter.shapes import ellipse, star
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.mesh import ball, box
from waa.painter.solid.model import Anchor, Model

# The longest side in metres, roughly: a bun is not as large as a table.
SIZES = {
    0.05: "cherry strawberry",
    0.09: "egg_tart apple peach egg cupcake",
    0.13: "milk_tea cup bowl burger orange lemon banana mooncake zongzi doughnut cookie mahjong chocolate fries",
    0.17: "pineapple_bun siu_mai har_gow char_siu_bao fish_balls coffee tea beer juice croissant cake grapes mango"
    " congee dim_sum red_packet teapot ice_cream lemon_tea",
    0.21: "french_toast egg_waffle rice noodles ramen wonton_noodles bubble_tea wine cocktail lollipop sushi salad"
    " hot_dog durian",
    0.27: "char_siu_rice birthday_cake pineapple plate bottle bread steak watermelon basket pumpkin",
    0.37: "hotpot roast_goose pizza",
    0.75: "lantern firecrackers kumquat_tree",
    1.9: "christmas_tree",
}
SIZE_OF = {concept: size for size, names in SIZES.items() for concept in names.split()}
IDS = sorted(SIZE_OF)
POSES = ("stand", "hold")
MOST = 27_000  # vertices: more would make a picture slow


@lru_cache(256)
def model(concept: str, pose: str = "stand", colour: str | None = None, *traits: str) -> Model:
    built = cast.build(concept, Look(concept=concept, pose=pose, colour=colour, traits=traits))
    assert built is not None
    return built


def meshes(m: Model) -> list:
    return [mesh for mesh in (m.mesh, m.glass) if mesh is not None]


def test_all_of_the_casting_list_is_there() -> None:
    assert len(IDS) == 71
    assert set(IDS) <= cast.concepts()


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("concept", IDS)
def test_model_is_sane(concept: str, pose: str) -> None:
    m = model(concept, pose)
    assert sum(len(mesh.vertices) for mesh in meshes(m)) <= MOST
    for mesh in meshes(m):
        for part in (mesh.vertices, mesh.normals, mesh.colours, mesh.surface):
            assert part.dtype == np.float32
            assert np.isfinite(part).all()
        assert mesh.faces.min() >= 0
        assert mesh.faces.max() < len(mesh.vertices)
        assert mesh.surface.min() >= 0
        assert mesh.surface.max() <= 1
        assert mesh.colours.min() >= 0
        assert mesh.colours.max() < 1.2
    low = min(float(mesh.low[1]) for mesh in meshes(m))
    assert abs(low) < 0.02 * m.height + 0.002  # it stands on the ground
    assert "grip" in m.anchors


@pytest.mark.parametrize("concept", IDS)
def test_size_is_real(concept: str) -> None:
    longest = float(model(concept).size.max())
    assert 0.6 * SIZE_OF[concept] < longest < 1.7 * SIZE_OF[concept]
    assert float(model(concept, "hold").size.max()) < 1.1 * longest


@pytest.mark.parametrize("concept", IDS)
def test_anchors_lie_in_the_thing(concept: str) -> None:
    m = model(concept)
    reach = m.size * 0.55 + 0.01
    for name, anchor in m.anchors.items():
        x, y, z = anchor.at
        assert -0.01 <= y <= m.height * 1.05, name
        assert abs(x) <= reach[0] + abs(float(m.mesh.high[0] + m.mesh.low[0])) / 2, name
        assert abs(z) <= reach[2] + abs(float(m.mesh.high[2] + m.mesh.low[2])) / 2, name


@pytest.mark.parametrize("concept", ["pineapple_bun", "kumquat_tree", "hotpot", "mahjong"])
def test_the_same_look_gives_the_same_model(concept: str) -> None:
    first = cast._builders[concept](Look(concept=concept))
    second = cast._builders[concept](Look(concept=concept))
    for a, b in zip(meshes(first), meshes(second), strict=True):
        assert np.array_equal(a.vertices, b.vertices)
        assert np.array_equal(a.colours, b.colours)


@pytest.mark.parametrize(
    "concept",
    ["cup", "apple", "grapes", "doughnut", "ice_cream", "lantern", "wine", "teapot", "cupcake", "tea"],
)
def test_colour_is_followed(concept: str) -> None:
    plain, green = model(concept), model(concept, "stand", "green")
    before, after = (np.concatenate([mesh.colours for mesh in meshes(m)]).mean(0) for m in (plain, green))
    assert after[1] - after[0] > before[1] - before[0] + 0.008


@pytest.mark.parametrize(
    "concept",
    [
        "milk_tea",
        "pineapple_bun",
        "french_toast",
        "siu_mai",
        "dim_sum",
        "fish_balls",
        "sushi",
        "egg",
        "coffee",
        "mooncake",
    ],
)
def test_who_holds_it_holds_no_plate(concept: str) -> None:
    assert model(concept, "hold").size[0] < 0.92 * model(concept).size[0]


def test_butter_makes_the_bun_higher_and_yellow() -> None:
    plain, buttered = model("pineapple_bun"), model("pineapple_bun", "stand", None, "butter")
    assert buttered.height > plain.height + 0.005
    butter = np.abs(buttered.mesh.colours - np.array([1.0, 0.894, 0.541])).max(1) < 0.02
    assert butter.sum() > 200


def test_rabbit_lantern_is_another_lantern() -> None:
    rabbit, palace = model("lantern", "stand", None, "rabbit"), model("lantern")
    assert rabbit.mesh.colours.mean() > palace.mesh.colours.mean() + 0.1
    assert rabbit.lamps


@pytest.mark.parametrize(
    "concept", ["lantern", "birthday_cake", "christmas_tree", "pumpkin", "firecrackers", "hotpot"]
)
def test_what_burns_is_a_lamp_at_night(concept: str) -> None:
    m = model(concept)
    assert m.lamps
    assert m.mesh.surface[:, 1].max() > 0.5
    night = photograph(m, LIGHTS["night"], 60, View(pitch=12), shadows=False)
    assert night.lamps
    assert not photograph(m, LIGHTS["day"], 60, shadows=False).lamps


@pytest.mark.parametrize("concept", ["lemon_tea", "beer", "wine", "bubble_tea", "ice_cream", "bottle"])
def test_glass_is_rendered_over_what_is_in_it(concept: str) -> None:
    sprite = photograph(model(concept), LIGHTS["indoor"], 80, View(pitch=14))
    assert np.isfinite(sprite.pixels).all()
    assert sprite.pixels[..., 3].max() > 0.95
    assert sprite.shadow is not None


@pytest.mark.parametrize("concept", IDS[::6])
@pytest.mark.parametrize("light", ["day", "night"])
def test_renders_in_every_light(concept: str, light: str) -> None:
    pixels = photograph(
        model(concept), LIGHTS[light], 48, View(yaw=cast.best_yaw(concept), pitch=14), shadows=False
    ).pixels
    assert np.isfinite(pixels).all()
    seen = pixels[pixels[..., 3] > 0.9][:, :3]
    assert len(seen) > 60
    assert 0.03 < seen.mean() < 0.95
    assert seen.std() > 0.02  # not a flat blot


def test_a_held_thing_is_gripped_where_it_says() -> None:
    holder = Model(mesh=box(0.3, 0.6, 0.2), anchors={"hands": Anchor(at=(0, 0.4, 0.15), size=0.2)})
    stick = model("fish_balls", "hold")
    both = _held(holder, stick, holder.anchor("hands"))
    assert float(both.mesh.high[1]) > 0.4 + 0.04


# -- the parts they share ----------------------------------------------------------------------------------------


def test_food_stands_on_its_plate() -> None:
    cube = box(0.1, 0.1, 0.1).moved(y=0.3)
    plate = tableware.dish(0.1)
    served = food(cube, Look(pose="stand"), under=plate, raise_by=-0.29)
    bare = food(cube, Look(pose="hold"), under=plate, raise_by=-0.29)
    assert served.size[0] > 0.19
    assert bare.size[0] == pytest.approx(0.1, abs=1e-5)
    assert bare.mesh.low[1] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("turned", [False, True])
def test_cushion_faces_up_whichever_way_its_outline_runs(turned: bool) -> None:
    outline = star(0, 0, 0.1, 0.07, 6)
    mesh, share = dough.cushion(outline[::-1] if turned else outline, 0.02)
    assert mesh.high[1] == pytest.approx(0.02, rel=1e-3)
    assert mesh.normals[share < 0.2, 1].min() > 0.9
    assert share.min() == 0
    assert share.max() == pytest.approx(1)


def test_faceted_cube_is_flat_on_six_sides() -> None:
    cube = dough.pillow(0.2, 0.1, 0.3, "#ffffff", power=14)
    np.testing.assert_allclose(cube.size, [0.2, 0.1, 0.3], rtol=0.02)
    assert cube.low[1] == pytest.approx(0, abs=0.002)


def test_slumped_and_bent_keep_what_they_should() -> None:
    sphere = ball(0.1)
    assert dough.slumped(sphere, -0.05).low[1] == pytest.approx(-0.05)
    flat = box(0.2, 0.1, 0.002)
    curved = dough.bent(flat, 0.1)
    assert np.hypot(curved.vertices[:, 0], curved.vertices[:, 2]).max() == pytest.approx(0.101, abs=1e-3)
    assert curved.size[1] == pytest.approx(0.1, rel=1e-3)


def test_spots_keep_their_distance() -> None:
    skin = ball(0.1, steps=40)
    points, normals = garnish.spots(skin, 60, 0.02, stream("spots"), skin.vertices[:, 1] > 0)
    assert 20 < len(points) <= 60
    assert points[:, 1].min() > 0
    gaps = np.linalg.norm(points[:, None] - points[None], axis=-1) + np.eye(len(points))
    assert gaps.min() >= 0.0199
    stubs = garnish.planted(box(0.004, 0.02, 0.004), points, normals, stream("plant"))
    assert np.linalg.norm(stubs.vertices, axis=1).max() == pytest.approx(0.12, rel=0.05)


def test_both_sides_are_seen_from_behind() -> None:
    sheet = garnish.leaf(0.1, 0.04)
    assert len(sheet.faces) % 2 == 0
    assert abs(float(sheet.normals.sum(0).max())) < 1e-3


def test_banded_cuts_exactly_where_a_line_begins() -> None:
    profile = tableware.banded([(0.1, 0.0), (0.1, 0.1)], 0.04, 0.06)
    assert np.all(np.diff(profile[:, 1]) > 0)
    for edge in (0.04, 0.06):
        assert np.abs(profile[:, 1] - edge).min() < 2e-5


@pytest.mark.parametrize("deep", [0.3, 0.8])
def test_tumbler_is_wet_up_to_its_level(deep: float) -> None:
    body, glass = tableware.tumbler(0.03, 0.035, 0.12, 0.09, "#c05010", deep=deep)
    wet = glass.surface[:, 1] > 0.01
    assert glass.surface[wet, 1] == pytest.approx(deep)
    assert glass.vertices[wet, 1].max() == pytest.approx(0.09, abs=1e-3)
    assert body.high[1] <= 0.092


def test_puddle_is_round_but_not_quite() -> None:
    drop = dough.puddle(0.05, 0.004, "#ffffff", stream("drop"))
    radius = np.hypot(drop.vertices[:, 0], drop.vertices[:, 2]).reshape(-1, 96)[0]
    assert radius.std() > 0.001
    assert 0.025 < radius.min() < radius.max() < 0.085
    assert drop.high[1] < 0.006


def test_citrus_slice_has_as_many_segments_as_asked() -> None:
    wheel = garnish.citrus_slice(0.03, 0.004, "#f08020", "#f0a020", segments=8)
    v, c = wheel.vertices, wheel.colours
    ring = (np.abs(np.hypot(v[:, 0], v[:, 2]) - 0.018) < 0.0016) & (v[:, 1] > 0.0039)
    angle = np.arctan2(v[ring, 0], v[ring, 2])
    pale = c[ring, 2][np.argsort(angle)] > c[ring, 2].mean()
    walls = int((np.diff(pale.astype(int)) == 1).sum()) + int(pale[0] and not pale[-1])
    assert walls == 8


def test_ellipse_cushion_matches_its_outline() -> None:
    mesh, _ = dough.cushion(ellipse(0, 0, 0.05, 0.03), 0.01)
    assert float(mesh.size[0]) == pytest.approx(0.1, rel=0.02)
    assert float(mesh.size[2]) == pytest.approx(0.06, rel=0.02)
    assert math.isclose(float(mesh.low[1]), 0, abs_tol=1e-6)

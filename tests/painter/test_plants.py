"""Flowers, pots and small things out of doors: every model is sane, and its shared parts do what they say."""

from __future__ import annotations

import numpy as np
import pytest

from tests.painter.helpers import assert_sane, model
from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.light import LIGHTS
from waa.painter.noise import stream
from waa.painter.props import flower_heads, petals, plants_small
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.mesh import ball

# Height in metres.
HEIGHTS = {
    "flower": 0.37, "rose": 0.45, "tulip": 0.40, "sunflower": 1.48, "lotus": 0.40, "bauhinia": 0.15, "bouquet": 0.45,
    "orchid": 0.58, "potted_plant": 0.61, "bonsai": 0.44, "cactus": 1.0, "mushroom": 0.154, "campfire": 0.79,
    "fountain": 2.42,
}  # fmt: skip
IDS = sorted(HEIGHTS)
HOLDABLE = ("flower", "rose", "tulip", "sunflower", "bauhinia", "bouquet", "mushroom", "lotus")
MOST = 29_000  # vertices: more would make a picture slow


def test_all_are_drawn() -> None:
    assert set(IDS) <= cast.concepts()


@pytest.mark.parametrize("concept", IDS)
def test_model_is_sane(concept: str) -> None:
    m = model(concept)
    assert_sane(m.mesh, MOST)
    assert float(m.mesh.high[1]) == pytest.approx(HEIGHTS[concept], rel=0.2)
    assert abs(float(m.mesh.low[1])) < 0.06 * m.height, "it stands on the ground"
    assert "top" in m.anchors


@pytest.mark.parametrize("concept", HOLDABLE)
def test_it_can_be_held(concept: str) -> None:
    grip = model(concept).anchors["grip"]
    assert 0 < grip.at[1] < model(concept).height
    assert grip.size > 0.05


@pytest.mark.parametrize("concept", IDS)
def test_anchors_lie_in_the_thing(concept: str) -> None:
    m = model(concept)
    for name, anchor in m.anchors.items():
        x, y, z = anchor.at
        assert -0.01 <= y <= m.height * 1.06, name
        assert float(m.mesh.low[0]) - 0.01 <= x <= float(m.mesh.high[0]) + 0.01, name
        assert float(m.mesh.low[2]) - 0.01 <= z <= float(m.mesh.high[2]) + 0.01, name


@pytest.mark.parametrize("concept", ["rose", "bouquet", "bonsai", "campfire", "mushroom"])
def test_the_same_look_gives_the_same_model(concept: str) -> None:
    first, second = (cast._builders[concept](Look(concept=concept)) for _ in range(2))
    np.testing.assert_array_equal(first.mesh.vertices, second.mesh.vertices)
    np.testing.assert_array_equal(first.mesh.colours, second.mesh.colours)


@pytest.mark.parametrize(
    "concept",
    ["flower", "rose", "tulip", "lotus", "bauhinia", "bouquet", "orchid", "mushroom", "potted_plant"],
)
def test_colour_is_followed(concept: str) -> None:
    red, blue = (model(concept, colour).mesh.colours.mean(0) for colour in ("red", "blue"))
    assert red[0] - blue[0] > 0.02
    assert blue[2] - red[2] > 0.02


@pytest.mark.parametrize(("concept", "light"), [(c, ("day", "night")[k % 2]) for k, c in enumerate(IDS)])
def test_renders_in_every_light(concept: str, light: str) -> None:
    view = View(yaw=cast.best_yaw(concept), pitch=10)
    pixels = photograph(model(concept), LIGHTS[light], 48, view, shadows=False).pixels
    assert np.isfinite(pixels).all()
    seen = pixels[pixels[..., 3] > 0.9][:, :3]
    assert len(seen) > 40
    assert 0.03 < seen.mean() < 0.95
    assert seen.std() > 0.02


def test_the_lotus_floats() -> None:
    m = model("lotus")
    assert 0 <= m.waterline < 0.05
    assert m.size[0] > 0.6


def test_the_campfire_lights_its_surroundings() -> None:
    m = model("campfire")
    assert m.lamps
    assert (m.mesh.surface[:, 1] > 0.8).mean() > 0.1
    assert all(lamp.radius > 0.3 for lamp in m.lamps)


def test_the_fountain_runs_over() -> None:
    mesh = model("fountain").mesh
    bright = mesh.surface[:, 1] > 0.1
    assert mesh.vertices[bright, 1].min() < 0.6, "water falls into the basin"
    assert mesh.vertices[bright, 1].max() > 2.2, "and leaps from the top"


# -- petals and heads -------------------------------------------------------------------------------------


HEADS = {
    "rose": lambda rng: flower_heads.rose_head("#d02030", 0.2, rng),
    "small rose": lambda rng: flower_heads.rose_head("#d02030", 0.2, rng, fine=False),
    "daisy": lambda rng: flower_heads.daisy_head("#ffffff", 0.2, rng),
    "sunflower": lambda rng: flower_heads.sunflower_head("#ffc322", 0.2, rng),
    "tulip": lambda rng: flower_heads.tulip_head("#f0506e", 0.2, rng),
    "lotus": lambda rng: flower_heads.lotus_head("#f27fae", 0.2, rng),
    "orchid": lambda rng: flower_heads.star_head("#e86fb4", 0.2),
}


@pytest.mark.parametrize("name", sorted(HEADS))
def test_heads_are_as_wide_as_asked_and_round(name: str) -> None:
    mesh = HEADS[name](stream("head"))
    assert_sane(mesh, 26_000)
    width, _, depth = mesh.size
    assert 0.15 < float(width) < 0.26
    assert 0.7 < float(width / depth) < 1.4


def test_small_roses_are_lighter() -> None:
    fine, coarse = (len(HEADS[name](stream("head")).vertices) for name in ("rose", "small rose"))
    assert coarse < 0.4 * fine


def test_shells_are_seen_from_both_sides() -> None:
    petal = petals.shell([(0.02, 0), (0.06, 0.05), (0.05, 0.1)], 0.0, 0.6, "#ff0000", rows=5, columns=5)
    assert len(petal.vertices) == 2 * 25
    np.testing.assert_allclose(petal.normals[:25], -petal.normals[25:])
    assert petal.vertices[:, 2].min() > 0, "turn 0 looks to the viewer"


def test_rings_spread_evenly() -> None:
    ring = petals.ring(6, 0.02, 0.1, 0.05, "#ffffff")
    assert np.abs(ring.vertices[:, [0, 2]].mean(0)).max() < 0.004
    assert np.hypot(ring.vertices[:, 0], ring.vertices[:, 2]).max() == pytest.approx(0.12, rel=0.08)


def test_dots_are_copies_of_one_bead() -> None:
    beads = petals.dotted([(0, 0, 0), (1, 0, 0), (0, 2, 0)], 0.1, "#00ff00")
    assert len(beads.vertices) % 3 == 0
    np.testing.assert_allclose(beads.size, [1.2, 2.2, 0.2], atol=0.03)


def test_stalks_arrive_at_the_head() -> None:
    stem = petals.stalk((0.05, 0.4, 0.02), 0.01)
    top = stem.vertices[stem.vertices[:, 1].argmax()]
    assert np.hypot(top[0] - 0.05, top[2] - 0.02) < 0.02
    assert float(stem.high[1]) == pytest.approx(0.4, abs=0.015)


@pytest.mark.parametrize("angle", [0, 90, -120])
def test_leaves_grow_where_they_are_sent(angle: float) -> None:
    leaf = petals.blade((0, 0.1, 0), angle, 0.2, 0.06)
    middle = leaf.vertices.mean(0)
    assert middle[0] * np.sin(np.radians(angle)) + middle[2] * np.cos(np.radians(angle)) > 0.06


def test_nodding_tilts_to_the_viewer() -> None:
    tilted = petals.nodding(ball(0.01, (0, 0.1, 0)), (0, 1, 0), 90)
    np.testing.assert_allclose(tilted.vertices.mean(0), [0, 1, 0.1], atol=2e-3)


def test_ribs_are_where_the_spines_grow() -> None:
    column = plants_small._ribbed([(0, 0.1, 0), (0, 0.5, 0), (0, 0.9, 0)], [0.1, 0.1, 0.1], 8, "#4fa565")
    radius = np.hypot(column.vertices[:, 0], column.vertices[:, 2])
    middle = np.abs(column.vertices[:, 1] - 0.5) < 0.1
    assert np.ptp(radius[middle]) > 0.012
    bright = column.colours.sum(1)
    assert np.corrcoef(radius[middle], bright[middle])[0, 1] > 0.9

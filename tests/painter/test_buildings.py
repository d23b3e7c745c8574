"""Buildings and what stands along a street: every model is sane, its lights come on, its shared parts do what they say."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.facts import facts
from waa.painter.light import LIGHTS
from waa.painter.noise import stream
from waa.painter.props import bridges, masonry, neon, panes, roofs, tenement
from waa.painter.props.motor import Kit
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.mesh import Mesh, box
from waa.painter.solid.model import Model

# How tall the models are, in metres: large ones are built to the measure of a toy town, small ones to their own.
HEIGHTS = {
    "castle": 9.0, "church": 8.7, "temple": 6.5, "pagoda": 10.1, "pavilion": 5.0, "paifang": 5.5, "lighthouse": 7.9,
    "windmill": 7.0, "house": 5.8, "cabin": 5.9, "barn": 4.5, "igloo": 1.65, "tent": 1.8, "tong_lau": 9.5,
    "skyscraper": 10.3, "big_buddha": 8.0, "ferris_wheel": 8.5, "carousel": 5.4, "bridge": 2.8,
    "clock_tower": 9.75, "stilt_house": 3.4, "public_housing": 7.6, "market_stall": 2.8, "dai_pai_dong_stall": 3.0,
    "newsstand": 2.8, "eiffel_tower": 9.4, "pyramid": 3.6, "torii": 5.4, "great_wall": 4.3, "bun_tower": 5.7,
    "temple_of_heaven": 6.4, "jumbo": 5.3, "peak_tower": 6.0, "big_ben": 10.4, "wind_turbine": 9.25,
}  # fmt: skip
STREET = {
    "bench": 1.0, "street_lamp": 3.7, "traffic_light": 3.5, "telephone_box": 2.74, "postbox": 1.55, "bus_stop": 3.25,
    "neon_sign_art": 3.45, "vertical_sign": 3.05, "road_sign": 1.8, "minibus_sign": 0.22,
    "incense_coil": 2.6, "incense_burner": 2.2, "sky_lantern": 1.02,
    "swing": 2.25, "seesaw": 1.24, "vending_machine": 1.86, "fire_hydrant": 0.94,
}  # fmt: skip
IDS = sorted(HEIGHTS | STREET)
LIT = [
    "tong_lau", "skyscraper", "ferris_wheel", "carousel", "big_buddha", "church", "temple", "house", "igloo", "tent",
    "street_lamp", "traffic_light", "telephone_box", "bus_stop", "lighthouse", "clock_tower", "stilt_house",
    "public_housing", "market_stall", "dai_pai_dong_stall", "newsstand", "eiffel_tower", "great_wall", "neon_sign_art",
    "vertical_sign", "incense_coil", "incense_burner", "sky_lantern",
    "vending_machine", "temple_of_heaven", "jumbo", "peak_tower", "big_ben", "wind_turbine",
]  # fmt: skip
MOST = 30_000  # vertices: more would make a picture slow


@lru_cache(64)
def model(concept: str, colour: str | None = None) -> Model:
    built = cast.build(concept, Look(concept=concept, colour=colour))
    assert built is not None
    return built


def parts(m: Model) -> list[Mesh]:
    return [mesh for mesh in (m.mesh, m.glass, m.night) if mesh is not None]


def test_all_of_the_casting_list_is_there() -> None:
    assert set(IDS) <= cast.concepts()
    assert all(facts(concept).families for concept in IDS)


@pytest.mark.parametrize("concept", IDS)
def test_model_is_sane(concept: str) -> None:
    m = model(concept)
    assert len(m.mesh.vertices) <= MOST
    for mesh in parts(m):
        for part in (mesh.vertices, mesh.normals, mesh.colours, mesh.surface):
            assert part.dtype == np.float32
            assert np.isfinite(part).all()
        assert mesh.faces.min() >= 0
        assert mesh.faces.max() < len(mesh.vertices)
        assert mesh.surface.min() >= 0
        assert mesh.surface.max() <= 1
        assert mesh.colours.min() >= 0
        assert mesh.colours.max() < 1.3
    assert m.height == pytest.approx((HEIGHTS | STREET)[concept], rel=0.15)


@pytest.mark.parametrize("concept", IDS)
def test_it_stands_on_the_ground(concept: str) -> None:
    m = model(concept)
    sunk = 0.8 if concept == "lighthouse" else 0.08  # its rocks go on below
    assert -sunk <= float(m.mesh.low[1]) < 0.02
    assert m.size[0] < 10.5
    middle = (m.mesh.low + m.mesh.high) / 2
    assert abs(middle[0]) < 0.35 * m.size[0]


@pytest.mark.parametrize("concept", IDS)
def test_somebody_can_be_put_on_it(concept: str) -> None:
    m = model(concept)
    assert "top" in m.anchors
    for name, anchor in m.anchors.items():
        assert -0.01 <= anchor.at[1] <= m.height * 1.05 or name == "grip", name
        assert anchor.size > 0.1, name
        assert (np.abs([anchor.at[0], anchor.at[2]]) <= m.size[[0, 2]] * 0.8).all(), name


@pytest.mark.parametrize("concept", ["tong_lau", "skyscraper", "bench", "big_buddha"])
def test_the_same_look_gives_the_same_model(concept: str) -> None:
    first, again = model(concept), cast._builders[concept](Look(concept=concept))
    for a, b in zip(parts(first), parts(again), strict=True):
        assert np.array_equal(a.vertices, b.vertices)
        assert np.array_equal(a.colours, b.colours)


@pytest.mark.parametrize(
    "concept", ["tong_lau", "skyscraper", "carousel", "bridge", "bench", "postbox", "telephone_box"]
)
def test_colour_is_followed(concept: str) -> None:
    before, after = (model(concept, colour).mesh.colours.mean(0) for colour in (None, "purple"))
    assert after[2] - after[1] > before[2] - before[1] + 0.01


# -- at night ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("concept", LIT)
def test_its_lamps_are_lit_at_night(concept: str) -> None:
    m = model(concept)
    assert m.lamps
    assert all(0 < lamp.strength <= 1 and 0 < lamp.radius < 6 for lamp in m.lamps)
    if m.night is not None:
        assert m.night.surface[:, 1].min() >= 0.5


@pytest.mark.parametrize("concept", ["tong_lau", "skyscraper", "ferris_wheel", "telephone_box"])
def test_windows_and_tubes_shine_in_the_dark(concept: str) -> None:
    m = model(concept)
    view = View(yaw=cast.best_yaw(concept), pitch=8)
    dark = Model(mesh=m.mesh, glass=m.glass, anchors=m.anchors)
    lit, unlit = (photograph(each, LIGHTS["night"], 90, view, shadows=False).pixels for each in (m, dark))
    seen = lit[..., 3] > 0.9
    assert lit[seen][:, :3].mean() > unlit[unlit[..., 3] > 0.9][:, :3].mean() + 0.04
    assert lit[seen][:, :3].max() > 0.9


@pytest.mark.parametrize("concept", ["bridge", "big_buddha", "carousel", "bus_stop", "traffic_light"])
@pytest.mark.parametrize("light", ["day", "sunset", "night"])
def test_renders_in_every_light(concept: str, light: str) -> None:
    pixels = photograph(
        model(concept), LIGHTS[light], 60, View(yaw=cast.best_yaw(concept), pitch=10), shadows=False
    ).pixels
    assert np.isfinite(pixels).all()
    seen = pixels[pixels[..., 3] > 0.9][:, :3]
    assert len(seen) > 100
    assert 0.03 < seen.mean() < 0.95
    assert seen.std() > 0.03  # not a flat blot


@pytest.mark.parametrize(("colour", "row"), [(None, 0), ("yellow", 1), ("green", 2)])
def test_traffic_light_shows_one_light(colour: str | None, row: int) -> None:
    m = model("traffic_light", colour)
    lens = np.abs(m.mesh.vertices[:, 0]) < 0.17
    shining = m.mesh.vertices[lens & (m.mesh.surface[:, 1] > 0.8)]
    assert shining[:, 1].mean() == pytest.approx(3.08 - 0.46 * row, abs=0.05)
    red_for_those_on_foot = any(lamp.at[0] > 0.3 and lamp.colour == "#ff4a3c" for lamp in m.lamps)
    assert red_for_those_on_foot == (row > 0)


# -- parts -------------------------------------------------------------------------------------------------

FACE = [(0.0, 0.0, 0.0), (2.0, 0.0, 0.0), (2.0, 3.0, 0.0), (0.0, 3.0, 0.0)]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 7), st.integers(1, 9), st.floats(0.0, 0.8))
def test_cells_share_a_face_out(columns: int, rows: int, gap: float) -> None:
    each = panes.cells(FACE, columns, rows, (gap, gap))
    assert each.shape == (columns * rows, 4, 3)
    sides = each[:, 2] - each[:, 0]
    np.testing.assert_allclose(sides[:, 0], 2 / columns * (1 - gap), atol=1e-9)
    np.testing.assert_allclose(sides[:, 1], 3 / rows * (1 - gap), atol=1e-9)
    assert each[0, 0, 1] < each[-1, 0, 1] or rows == 1


def test_quads_look_out_of_their_face() -> None:
    mesh = panes.quads(panes.cells(FACE, 2, 2), (0.5, 0.5, 0.5), lift=0.25, glow=0.4)
    np.testing.assert_allclose(mesh.normals, np.tile([0, 0, 1], (16, 1)), atol=1e-6)
    np.testing.assert_allclose(mesh.vertices[:, 2], 0.25)
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    assert (np.cross(b - a, c - a)[:, 2] > 0).all()
    assert mesh.surface[:, 1] == pytest.approx(0.4)


def test_glass_mirrors_the_sky_above() -> None:
    mesh = panes.glazed(panes.cells(FACE, 6, 12), "#102030", "#90c0e0", stream("glass"), uneven=0.0)
    high, low = mesh.vertices[:, 1] > 2.5, mesh.vertices[:, 1] < 0.5
    assert mesh.colours[high].mean() > mesh.colours[low].mean() + 0.3


@settings(max_examples=30, deadline=None)
@given(st.floats(0.05, 0.95))
def test_a_share_of_the_panes_is_lit(share: float) -> None:
    each = panes.cells(FACE, 30, 30)
    mesh = panes.lit(each, stream("lit"), share)
    assert mesh is not None
    assert len(mesh.faces) / 2 / 900 == pytest.approx(share, abs=0.08)


def test_nobody_at_home() -> None:
    assert panes.lit(panes.cells(FACE, 2, 2), stream("lit"), 0.0) is None


@settings(max_examples=30, deadline=None)
@given(st.floats(0.0, 7.5), st.floats(0.0, 0.5))
def test_the_front_bends_as_its_things_are_placed(s: float, out: float) -> None:
    """What is wrapped round the corner lies where what is stiff is put."""
    front = tenement.FRONT
    point = box(0.001, 0.001, 0.001, bevel=0.0001).moved(s, 1.0, out)
    wrapped = front.wrapped(point).vertices.mean(0)
    x, z, _ = tenement.Front(out).at(s)
    np.testing.assert_allclose(wrapped, (x, 1.0, z), atol=2e-3)


def test_the_front_is_one_smooth_wall() -> None:
    front = tenement.FRONT
    at = np.array([front.at(float(s))[:2] for s in np.linspace(0, front.length, 400)])
    steps = np.hypot(*np.diff(at, axis=0).T)
    np.testing.assert_allclose(steps, front.length / 399, rtol=0.01)
    assert front.at(front.length)[2] == pytest.approx(90)


@pytest.mark.parametrize("bat", [False, True])
def test_a_neon_sign_is_read_from_both_sides_and_only_glows_at_night(bat: bool) -> None:
    kit = Kit()
    neon.neon_sign(kit, "押", (0, 2, 0), 0.8, 1.6, "#39d98a", "#ff5a4d", bat=bat)
    m = kit.model({})
    assert m.mesh.surface[:, 1].max() == 0
    assert m.night is not None
    front, back = (
        m.night.kept((side * m.night.vertices[m.night.faces, 2] > 0.08).all(1)) for side in (1, -1)
    )
    assert len(front.vertices) == len(back.vertices) > 200
    assert {lamp.colour for lamp in m.lamps} == {"#39d98a", "#ff5a4d"}


def test_window_is_dark_by_day_and_lit_by_night() -> None:
    kit = Kit()
    masonry.window(kit, (0, 1, 0), 0.6, 0.8, shutters="#335577")
    assert len(kit.night) == 1
    assert kit.night[0].surface[:, 1].min() > 0.9
    assert kit.lamps[0].at[2] > 0


@pytest.mark.parametrize("yaw", [0, 90, -90, 180])
def test_placed_things_look_where_they_are_turned(yaw: float) -> None:
    mesh = masonry.placed(panes.quads(panes.cells(FACE, 1, 1), (1, 1, 1)), (1, 2, 3), yaw)
    a = math.radians(yaw)
    np.testing.assert_allclose(mesh.normals[0], (math.sin(a), 0, math.cos(a)), atol=1e-6)


def test_bar_is_closed_and_stands() -> None:
    mesh = masonry.bar(0.4, 1.0, 0.2, "#ffffff")
    np.testing.assert_allclose(mesh.size, (0.4, 1.0, 0.2), atol=1e-6)
    assert mesh.low[1] == 0
    centre = np.array([0, 0.5, 0])
    outward = ((mesh.vertices - centre) * mesh.normals).sum(1)
    assert (outward > 0).all()
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    flat = np.cross(b - a, c - a)
    assert ((flat * mesh.normals[mesh.faces[:, 0]]).sum(1) > 0).all()


def test_flight_climbs_backwards() -> None:
    stair = masonry.flight(1.0, 5, 0.2, 0.3)
    assert stair.high[1] == pytest.approx(1.0)
    top = stair.vertices[stair.vertices[:, 1] > 0.99]
    assert top[:, 2].max() < -1.1


def test_the_bridge_is_above_its_arch() -> None:
    x = np.linspace(-bridges.SPAN, bridges.SPAN, 101)
    road, arch = (np.array([f(float(v)) for v in x]) for f in (bridges._crest, bridges._soffit))
    assert (road > arch + 0.2).all()
    assert np.abs(np.diff(road)).max() < 0.12  # nobody stumbles
    assert road[50] == road.max()


def test_roof_tiles_face_up() -> None:
    corners = [(-1, 0, 1), (1, 0, 1), (1, 1, 0), (-1, 1, 0)]
    tiles = roofs.slope(corners, "#a04030", tiles=4, courses=3)
    assert tiles.normals[:, 1].mean() > 0.4
    assert tiles.low[1] > -0.1

"""The kit of the built places: lens, diorama, light, façades, signs, furniture, city."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.painter import noise, shapes
from waa.painter.canvas import Canvas
from waa.painter.light import LIGHTS, Light
from waa.painter.solid.mesh import Mesh
from waa.painter.stage import Setting
from waa.painter.world import (
    city,
    facades,
    festive,
    fireworks,
    furniture,
    indoors,
    kerbside,
    landmarks,
    panel,
    signs,
    smoke,
    stalls,
    surfaces,
    tabletop,
    temple,
)
from waa.painter.world.diorama import Diorama, block, quad
from waa.painter.world.lens import Lens, level, room_lens
from waa.painter.world.plate import Bulb, lay_plate, mirror_in_floor
from waa.painter.world.shell import Shell, window_frame

LENS = Lens(width=80, height=60, horizon=30, middle=40, focal=60, eye=1.5, away=6.0)
PLAIN = Light(direction=(0, 0.3, 1), wrap=0.0, rim_strength=0.0)


def solid(colour: tuple[int, int, int], size: int = 16, alpha: int | None = None) -> np.ndarray:
    picture = np.full((size, size, 3 if alpha is None else 4), 0, np.uint8)
    picture[..., :3] = colour
    if alpha is not None:
        picture[..., 3] = alpha
    return picture


def wall(colour: str = "#808080", z: float = 0.0) -> Mesh:
    return quad((-9, 9, z), (18, 0, 0), (0, -18, 0), colour)


class TestLens:
    def test_the_horizon_is_at_eye_height_at_any_depth(self) -> None:
        points = LENS.project([(x, 1.5, z) for x, z in ((0, 0), (3, -20), (-1, 4))])
        np.testing.assert_allclose(points[:, 1], 30)

    def test_far_things_are_small(self) -> None:
        near, far = LENS.project([(1, 0, 4)])[0], LENS.project([(1, 0, -50)])[0]
        assert near[0] - 40 > 5 * (far[0] - 40) > 0

    @given(st.floats(0.2, 0.6), st.floats(0.65, 0.95), st.floats(0.4, 3.0), st.floats(0.5, 6.0))
    def test_level_puts_the_ground_where_it_was_asked(
        self, horizon: float, ground: float, eye: float, near: float
    ) -> None:
        lens = level(200, 100, horizon=horizon, ground=ground, eye=eye, near=near)
        assert lens.depth_of(ground * 100) == pytest.approx(near)
        x, y = lens.project([(0, 0, -near)])[0]
        assert (x, y) == (pytest.approx(100), pytest.approx(ground * 100))

    def test_scaling_keeps_the_view(self) -> None:
        point = [(1.2, 0.4, -3.0)]
        np.testing.assert_allclose(LENS.scaled(2).project(point), LENS.project(point) * 2)

    def test_rays_meet_what_is_projected(self) -> None:
        x, y = LENS.rays()
        depth = LENS.away + 3.0
        at = LENS.project([(x[10] * depth, y[20] * depth + LENS.eye, -3.0)])[0]
        np.testing.assert_allclose(at, (10.5, 20.5), atol=1e-3)

    def test_upright_rooms_are_seen_from_farther_off(self) -> None:
        assert room_lens(90, 160).away > room_lens(160, 90).away

    def test_the_top_of_the_picture(self) -> None:
        assert LENS.project([(0, LENS.top(6.0), 0)])[0, 1] == pytest.approx(0)


class TestExposure:
    def test_colours_are_those_of_the_meshes(self) -> None:
        plate = Diorama(lens=LENS, meshes=[wall("#336699")]).photograph(1.0)
        np.testing.assert_allclose(plate.colour[10, 40], (0.2, 0.4, 0.6), atol=0.01)
        np.testing.assert_allclose(plate.normal[10, 40], (0, 0, 1), atol=0.01)
        assert plate.depth[10, 40] == pytest.approx(6.0, abs=0.02)

    def test_nothing_covers_nothing(self) -> None:
        plate = Diorama(lens=LENS, meshes=[block(0, 0, 0, 1, 1, 1, "#ffffff")]).photograph(1.0)
        assert plate.cover[2, 2] == 0
        assert plate.cover.max() == 1

    def test_no_cracks_between_triangles(self) -> None:
        plate = Diorama(lens=LENS, meshes=[wall(z=-0.5)]).photograph(1.0, 1.0)
        assert plate.cover[5:35, 20:60].min() == 1

    def test_a_picture_hangs_where_it_was_hung(self) -> None:
        diorama = Diorama(lens=LENS, meshes=[wall()])
        diorama.hang(solid((255, 0, 0)), (-1, 2.5, 0.01), (2, 0, 0), (0, -2, 0), glow=1.0, gloss=0.6)
        plate = diorama.photograph(1.0)
        x, y = (int(v) for v in LENS.project([(0, 1.5, 0.01)])[0])
        np.testing.assert_allclose(plate.colour[y, x], (1, 0, 0), atol=0.01)
        assert plate.glow[y, x] == 1
        assert plate.gloss[y, x] == pytest.approx(0.6, abs=0.01)
        np.testing.assert_allclose(plate.colour[3, 5], (0.5, 0.5, 0.5), atol=0.01)

    def test_a_picture_behind_a_wall_is_not_seen(self) -> None:
        diorama = Diorama(lens=LENS, meshes=[wall()])
        diorama.hang(solid((255, 0, 0)), (-1, 2.5, -0.5), (2, 0, 0), (0, -2, 0))
        assert diorama.photograph(1.0).colour[..., 1].min() > 0.4

    def test_a_picture_from_behind_is_not_seen(self) -> None:
        diorama = Diorama(lens=LENS, meshes=[wall()])
        diorama.hang(solid((255, 0, 0)), (1, 2.5, 0.5), (-2, 0, 0), (0, -2, 0))
        assert diorama.photograph(1.0).colour[..., 1].min() > 0.4

    def test_a_picture_behind_the_eye_is_not_seen(self) -> None:
        diorama = Diorama(lens=LENS, meshes=[wall()])
        diorama.hang(solid((255, 0, 0)), (-1, 2.5, 6.5), (2, 0, 0), (0, -2, 0))
        assert diorama.photograph(1.0).colour[..., 1].min() > 0.4

    def test_a_transparent_picture_lets_the_wall_through(self) -> None:
        diorama = Diorama(lens=LENS, meshes=[wall("#000000")])
        diorama.hang(solid((255, 255, 255), alpha=128), (-1, 2.5, 0.01), (2, 0, 0), (0, -2, 0))
        assert diorama.photograph(1.0).colour[30, 40, 0] == pytest.approx(0.5, abs=0.02)

    def test_a_picture_in_the_open_is_a_thing_of_its_own(self) -> None:
        diorama = Diorama(lens=LENS, meshes=[block(0, 0, 0, 0.2, 0.2, 0.2, "#ffffff")])
        diorama.hang(solid((255, 0, 0)), (-1, 2.5, -2), (2, 0, 0), (0, -2, 0))
        plate = diorama.photograph(1.0)
        assert plate.cover[30, 40] == 1
        assert plate.depth[30, 40] == pytest.approx(8.0, abs=0.05)

    def test_corners_of_many_colours_do_not_bleed(self) -> None:
        speckled = wall().painted(lambda v, n, c: np.eye(4, 3, dtype=np.float32))
        colours = Diorama(lens=LENS, meshes=[speckled]).photograph(1.0, 1.0).colour[5:30, 10:70]
        found = np.unique(colours.reshape(-1, 3).round(2), axis=0)
        assert len(found) <= 2


class TestLight:
    def test_what_faces_the_light_is_brighter(self) -> None:
        plate = Diorama(lens=LENS, meshes=[wall()]).photograph(0.5)
        towards, away = Light(direction=(0, 0, 1), wrap=0.0), Light(direction=(0, 0, -1), wrap=0.0)
        assert plate.lit(towards, fill=1).mean() > 1.2 * plate.lit(away, fill=1).mean()

    def test_a_block_throws_its_shadow(self) -> None:
        floor = quad((-4, 0, -4), (8, 0, 0), (0, 0, 9), "#ffffff")
        light = Light(direction=(-1, 1, 0.05), wrap=0.0)
        bare = Diorama(lens=LENS, meshes=[floor]).photograph(1.0).lit(light, fill=0.0)
        shaded = (
            Diorama(lens=LENS, meshes=[floor, block(-0.6, 0, 1, 0.6, 0.8, 0.6, "#ffffff")])
            .photograph(1.0)
            .lit(light, fill=0.0)
        )
        x, y = (int(v) for v in LENS.project([(0.15, 0, 1)])[0])
        assert shaded[y, x].mean() < 0.8 * bare[y, x].mean()

    def test_fill_lifts_the_shadows(self) -> None:
        floor = quad((-4, 0, -4), (8, 0, 0), (0, 0, 9), "#ffffff")
        plate = Diorama(lens=LENS, meshes=[floor, block(-0.6, 0, 1, 0.6, 0.8, 0.6, "#ffffff")]).photograph(
            0.5
        )
        light = Light(direction=(-1, 1, 0.05))
        assert plate.lit(light, fill=0.9).mean() > plate.lit(light, fill=0.1).mean()

    def test_bulbs_light_what_is_near(self) -> None:
        plate = Diorama(lens=LENS, meshes=[wall()]).photograph(1.0)
        bulb = Bulb(at=(-2, 1.5, 0.6), colour="#ff0000", reach=2.0)
        gain = plate.lit(PLAIN, bulbs=[bulb], fill=1) - plate.lit(PLAIN, fill=1)
        assert gain[30, 20, 0] > 0.2
        assert gain[30, 60].max() < 0.01
        assert gain[..., 1].max() < 0.01

    def test_what_glows_needs_no_light(self) -> None:
        shining = wall("#ffcc00").finished(glow=1.0)
        dark = Light(key=(0, 0, 0), shade=(0, 0, 0))
        pixels = Diorama(lens=LENS, meshes=[shining]).photograph(0.5).lit(dark, fill=1)
        np.testing.assert_allclose(pixels[5, 20], (1, 0.8, 0), atol=0.02)

    def test_haze_hides_the_distance(self) -> None:
        plate = Diorama(lens=LENS, meshes=[wall(z=-30)]).photograph(0.5)
        misty = plate.lit(Light(haze=(1, 0, 0)), fill=1, haze=1.0, haze_from=10)
        np.testing.assert_allclose(misty[12, 20], (1, 0, 0), atol=0.02)

    def test_corners_are_darker(self) -> None:
        floor = quad((-4, 0, 0), (8, 0, 0), (0, 0, 5), "#808080")
        plate = Diorama(lens=LENS, meshes=[wall(), floor]).photograph(1.0)
        even = Light(direction=(0, 0.7, 0.7), wrap=1.0)
        pixels = plate.lit(even, fill=1)
        corner = int(LENS.project([(0, 0.03, 0)])[0, 1])
        assert pixels[corner - 1, 40].mean() < pixels[5, 40].mean()

    def test_a_polished_floor_mirrors(self) -> None:
        floor = quad((-4, 0, 0), (8, 0, 0), (0, 0, 4.5), "#222222", 0.6)
        plate = Diorama(lens=LENS, meshes=[wall("#ff0000"), floor]).photograph(1.0)
        pixels = plate.lit(PLAIN, fill=1)
        dull = pixels.copy()
        mirror_in_floor(plate, pixels, 0.8)
        y = int(LENS.project([(0, 0, 0)])[0, 1]) + 3
        assert pixels[y, 40, 0] > dull[y, 40, 0] + 0.1
        np.testing.assert_array_equal(pixels[:20], dull[:20])


class TestLaying:
    def test_the_sky_stays_where_nothing_is(self) -> None:
        canvas = Canvas(80, 60, "#3366ff")
        plate = Diorama(lens=LENS, meshes=[block(0, 0, 0, 1, 1, 1, "#ffffff")]).photograph(0.5)
        lay_plate(canvas, plate.lit(PLAIN, fill=1), plate)
        np.testing.assert_allclose(canvas.pixels[2, 2], (0.2, 0.4, 1.0), atol=0.01)

    def test_rims_are_not_black(self) -> None:
        canvas = Canvas(80, 60, "#ffffff")
        shining = block(0, 0.5, 0, 2, 2, 1, "#ffffff").finished(glow=1.0)
        plate = Diorama(lens=LENS, meshes=[shining]).photograph(0.6)
        lay_plate(canvas, plate.lit(PLAIN, fill=1), plate)
        assert canvas.pixels.min() > 0.9

    def test_only_what_is_behind_the_focus_is_soft(self) -> None:
        board = (
            np.kron(np.indices((20, 20)).sum(0) % 2, np.ones((8, 8)))[..., None].repeat(3, 2).astype(np.uint8)
            * 255
        )
        diorama = Diorama(lens=LENS, meshes=[wall()])
        diorama.hang(board, (-2, 3, 0.01), (4, 0, 0), (0, -3, 0), glow=1.0)
        plate = diorama.photograph(1.0)
        pixels = plate.lit(PLAIN, fill=1)
        sharp, soft = Canvas(80, 60), Canvas(80, 60)
        lay_plate(sharp, pixels, plate, focus=20.0, softness=40)
        lay_plate(soft, pixels, plate, focus=2.0, softness=40)
        assert soft.pixels[20:40, 30:50].std() < 0.7 * sharp.pixels[20:40, 30:50].std()

    def test_a_window_is_laid_at_its_column(self) -> None:
        canvas = Canvas(120, 60)
        plate = Diorama(lens=LENS, meshes=[wall("#ffffff")]).photograph(0.5)
        lay_plate(canvas, plate.lit(PLAIN, fill=1), plate, left=40)
        assert canvas.pixels[:, :38].max() == 0
        assert canvas.pixels[10, 80].mean() > 0.2


class TestPanel:
    QUAD = np.array([(4.0, 4), (28, 8), (28, 24), (4, 28)])

    def test_a_panel_covers_its_corners(self) -> None:
        canvas = Canvas(32, 32)
        panel.lay_panel(canvas, solid((255, 255, 255)), self.QUAD)
        assert canvas.pixels[16, 16].min() > 0.95
        assert canvas.pixels[2, 16].max() == 0

    def test_tint_and_veil(self) -> None:
        canvas = Canvas(32, 32)
        panel.lay_panel(canvas, solid((255, 255, 255)), self.QUAD, tint=(1, 0.5, 0), haze=(0, 0, 1), veil=0.5)
        np.testing.assert_allclose(canvas.pixels[16, 16], (0.5, 0.25, 0.5), atol=0.02)

    def test_large_pictures_are_shrunk_first(self) -> None:
        assert panel.shrunk(np.zeros((400, 400, 3), np.uint8), self.QUAD).shape == (24, 25, 3)
        small = np.zeros((20, 20, 3), np.uint8)
        assert panel.shrunk(small, self.QUAD) is small

    def test_a_panel_outside_the_picture_is_nothing(self) -> None:
        canvas = Canvas(32, 32)
        panel.lay_panel(canvas, solid((255, 255, 255)), self.QUAD + 100)
        assert canvas.pixels.max() == 0


@pytest.mark.parametrize(
    "picture",
    [
        surfaces.paving(4, 3, 12),
        surfaces.parquet("#b9814e", 3, 3, 16),
        surfaces.planks("#a87245", 90, 60, 12),
        surfaces.terrazzo("#d9d2c4", 64),
        surfaces.tiles("#ffffff", "#226644", 4, 4, 10),
        surfaces.marble(width=80, height=60),
        surfaces.wood("#a8693a", 80, 60),
        surfaces.plaster("#eeddcc", 40),
        surfaces.snow_road(40, 90),
        signs.board("好", 60, 30, "#ffffff", "#aa0000", frame="#ffcc00"),
        signs.neon("冰室", 40, 80, "#ff4d6d", "#ffd166"),
        signs.neon("冰室", 40, 80, "#ff4d6d", "#ffd166", lit=False),
        signs.fai_chun("福"),
        signs.fai_chun("出入平安"),
        signs.menu("奶茶", "$22"),
        signs.calendar(8),
    ],
)
def test_pictures_have_something_to_see(picture: panel.Picture) -> None:
    assert picture.dtype == np.uint8
    assert picture.ndim == 3
    assert picture.shape[2] in (3, 4)
    assert picture[..., :3].std() > 1.0


def test_surfaces_are_shared_and_locked() -> None:
    assert surfaces.paving() is surfaces.paving()
    with pytest.raises(ValueError, match="read-only"):
        surfaces.paving()[0, 0] = 0


@pytest.mark.parametrize("number", range(6))
def test_facades_and_their_lights(number: int) -> None:
    wall_picture, lights = facades.facade(number, 2, 5.0)
    high = round((facades.SHOP + 2 * facades.FLOOR) * facades.PER_METRE)
    assert wall_picture.shape == (high, 150, 3)
    assert lights.shape == (high, 150, 4)
    share = float((lights[..., 3] > 128).mean())
    assert 0.03 < share < 0.7, "some windows are lit, not all of the wall"


FURNITURE = {
    "sofa": furniture.sofa("#5f8f86"),
    "chair": furniture.chair("#d9a860"),
    "stool": furniture.stool(),
    "table": furniture.table(1, 0.6, 0.74, "#d9b68a", "#5f646c"),
    "floor lamp": furniture.floor_lamp(),
    "plant": furniture.plant(1.0),
    "shelves": furniture.shelves(1, 1, 0.3, 2, "#9a6238"),
    "air conditioner": furniture.air_conditioner(),
    "carrier bag": furniture.carrier_bag(),
    "tree": festive.tree(1.5),
    "minibus": kerbside.minibus(),
    "traffic light": kerbside.traffic_light(),
    "hydrant": kerbside.hydrant(),
    "lion": temple.lion(),
    "burner": temple.burner(),
    "kumquat": temple.kumquat(),
    **{f"stall of {g}": stalls.stall(g, stalls.CANOPIES[0], False, 1) for g in stalls.GOODS},
}


@pytest.mark.parametrize("name", sorted(FURNITURE))
def test_furniture_stands_on_the_ground(name: str) -> None:
    mesh = FURNITURE[name]
    assert np.isfinite(mesh.vertices).all()
    assert np.isfinite(mesh.normals).all()
    assert abs(float(mesh.low[1])) < 0.12
    assert 0.1 < float(mesh.high[1]) < 7
    assert len(mesh.vertices) < 25_000
    assert mesh.faces.min() >= 0
    assert mesh.faces.max() < len(mesh.vertices)


def test_lanterns_hang_from_the_origin() -> None:
    for mesh in (festive.lantern(), festive.rabbit_lantern()):
        assert float(mesh.high[1]) < 0.1
    assert festive.lantern(lit=True).surface[:, 1].max() > festive.lantern().surface[:, 1].max()


def test_a_shell_has_its_windows() -> None:
    shell = Shell(half=2.0, height=2.5, front=4.0)
    hole = (-0.5, 0.5, 1.0, 2.0)
    lens = level(80, 60, horizon=0.45, ground=0.9, eye=1.4, near=3.0, away=5.0)
    plate = Diorama(
        lens=lens,
        meshes=[shell.back("#ffffff", [hole]), shell.floor("#888888"), window_frame(hole, "#ff0000")],
    ).photograph(1.0)
    x, y = (int(v) for v in lens.project([(-0.25, 1.5, 0)])[0])
    assert plate.cover[y, x] == 0
    assert plate.cover[y, 20] == 1


@pytest.mark.parametrize("hole", [(0.5, 1.5, 0.8, 2.0)])
def test_side_walls_look_inwards(hole: tuple[float, float, float, float]) -> None:
    shell = Shell(half=2.0, height=2.5, front=4.0)
    np.testing.assert_allclose(shell.left("#ffffff", [hole]).normals[:, 0], 1, atol=1e-5)
    np.testing.assert_allclose(shell.right("#ffffff", [hole]).normals[:, 0], -1, atol=1e-5)
    assert float(shell.left("#ffffff").high[0]) == pytest.approx(-2.0)


class TestCity:
    def row(self, hour: str) -> np.ndarray:
        canvas = Canvas(200, 160, "#000000")
        look = city.city_light(hour, LIGHTS[hour], "#335577")
        city.row(canvas, 120, 90, noise.stream("row"), look)
        return canvas.pixels

    def test_towers_stand_on_their_base(self) -> None:
        pixels = self.row("day")
        assert pixels[121:].max() == 0
        assert (pixels[115].max(-1) > 0.1).mean() > 0.95
        assert pixels[:20].max() < 0.9

    def test_windows_shine_at_night(self) -> None:
        night = self.row("night")
        assert (night[40:118].max(-1) > 0.75).mean() > 0.02
        assert night.mean() < self.row("day").mean()

    def test_a_tower_keeps_to_its_outline(self) -> None:
        canvas = Canvas(100, 100)
        look = city.city_light("dusk", LIGHTS["dusk"], "#335577")
        city.tower(canvas, shapes.rectangle(30, 20, 40, 60), look, "#a9bfd2", noise.stream("t"))
        assert canvas.pixels[:18].max() == 0
        assert canvas.pixels[:, :28].max() == 0
        assert canvas.pixels[50, 50].max() > 0.05

    @pytest.mark.parametrize("hour", ["day", "night"])
    def test_landmarks_fit_their_scale(self, hour: str) -> None:
        look = city.city_light(hour, LIGHTS[hour], "#335577")
        for draw in (
            landmarks.finance_tower,
            landmarks.bamboo_tower,
            landmarks.gold_needle,
            landmarks.lion_bank,
            landmarks.round_windows,
        ):
            canvas = Canvas(160, 220)
            draw(canvas, 60, 210, 0.45, look, noise.stream("l"))
            rows = np.nonzero(canvas.pixels.max((1, 2)) > 0.12)[0]
            assert rows.max() < 216
            assert 210 - rows.min() < 0.45 * 480


class TestIndoors:
    @pytest.mark.parametrize(
        "hour", ["day", "golden", "sunset", "dawn", "overcast", "snow", "storm", "dusk", "night", "aurora"]
    )
    def test_every_hour_has_a_mood(self, hour: str) -> None:
        mood = indoors.mood_of(Setting(place="room", hour=hour))
        assert 0 < mood.fill <= 1
        assert mood.is_dark == (hour in ("dusk", "night", "aurora")) == mood.light.is_dark

    def test_the_window_is_on_the_side_of_the_light(self) -> None:
        setting = Setting(place="room")
        assert (
            indoors.mood_of(setting, side=-1).light.direction[0]
            < 0
            < indoors.mood_of(setting, side=1).light.direction[0]
        )

    @pytest.mark.parametrize("weather", [None, "rain", "snow", "fog"])
    def test_the_weather_is_seen_outside(self, weather: str | None) -> None:
        view = indoors.outlook("overcast", weather, 1, 60, 50)
        assert view.shape == (50, 60, 3)
        if weather:
            assert np.abs(view.astype(int) - indoors.outlook("overcast", None, 1, 60, 50)).max() > 10


class TestExtras:
    def test_fireworks_stay_above_the_horizon_mostly(self) -> None:
        canvas = Canvas(128, 128)
        fireworks.fireworks(canvas, noise.stream("f"), 90)
        assert canvas.pixels[:60].mean() > 3 * canvas.pixels[100:].mean()

    @pytest.mark.parametrize("kind", ["peony", "chrysanthemum", "willow"])
    def test_a_burst_outside_the_picture_is_nothing(self, kind: str) -> None:
        canvas = Canvas(32, 32)
        fireworks.burst(canvas, noise.stream("f"), -500, -500, 10, "#ff0000", kind)
        assert canvas.pixels.max() == 0

    def test_smoke_rises(self) -> None:
        canvas = Canvas(64, 64)
        smoke.wisps(canvas, noise.stream("s"), 32, 60, 40)
        assert canvas.pixels[20:58].max() > 0.05
        assert canvas.pixels[:8].max() < 0.02

    def test_a_table_reaches_to_the_edge(self) -> None:
        canvas = Canvas(96, 96)
        lens = tabletop.table_lens(96, 96)
        top = tabletop.lay_table(canvas, lens, surfaces.wood("#a8693a", 80, 60), LIGHTS["day"])
        assert top == pytest.approx(tabletop.EDGE * 96)
        assert canvas.pixels[int(top) + 3 :].min() > 0.01
        assert canvas.pixels[: int(top) - 3].max() == 0

    def test_no_feast_no_lanterns(self) -> None:
        canvas = Canvas(64, 64)
        line = [(0, 10), (64, 10)]
        festive.dress(canvas, Setting(place="room"), LIGHTS["day"], line)
        assert canvas.pixels.max() == 0
        festive.dress(canvas, Setting(place="room", festival="lunar new year"), LIGHTS["day"], line)
        assert canvas.pixels[..., 0].max() > 0.3

    def test_the_right_part_of_a_canvas_is_the_canvas(self) -> None:
        canvas = Canvas(40, 20)
        canvas.right_part(25).rectangle(0, 0, 15, 20, "#ffffff")
        assert canvas.pixels[:, :24].max() == 0
        assert canvas.pixels[10, 30].min() > 0.9

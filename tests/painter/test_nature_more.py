"""Under water, the park, the garden, the sky and the ink scroll: every hour, season, weather and shape of picture."""

from __future__ import annotations

import numpy as np
import pytest

from tests.painter.helpers import HOURS, SMALL, assert_sane, brightness, painted
from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.light import LIGHTS
from waa.painter.noise import stream
from waa.painter.places import ink, park, sky, underwater
from waa.painter.plan import plan
from waa.painter.setting import setting_of
from waa.painter.stage import Setting, places
from waa.painter.world import brush, lawn, parkland, reef, terrain
from waa.painter.world.brush import Peak, Sheet
from waa.painter.world.lens import level
from waa.words.understand import understand

OURS = ("underwater", "park", "garden", "sky", "ink")


# Each light means photographs of all that stands about: the fullest places are seen at a few hours only.
FULL = [(place, hour) for place in ("underwater", "park", "garden") for hour in ("day", "night")]


@pytest.mark.parametrize(
    ("place", "hour"), [*FULL, *((place, hour) for place in ("sky", "ink") for hour in HOURS)]
)
def test_a_place_at_every_hour(place: str, hour: str) -> None:
    pixels, stage = painted(place, hour=hour)
    assert np.isfinite(pixels).all()
    assert 0.10 < brightness(pixels) < 0.88
    assert pixels.std() > 0.04, "nothing to be seen"
    assert 0 < stage.horizon < stage.ground < SMALL[1]
    assert 0.2 < stage.subject_height < 0.6


@pytest.mark.parametrize("place", OURS)
def test_nights_are_darker_than_days(place: str) -> None:
    day, _ = painted(place, hour="day")
    night, stage = painted(place, hour="night")
    assert brightness(night) < 0.88 * brightness(day)
    assert stage.light.is_dark is (place != "ink"), "ink knows no lamps"


@pytest.mark.parametrize("place", OURS)
@pytest.mark.parametrize("size", [(64, 112), (112, 64)])
def test_any_ratio(place: str, size: tuple[int, int]) -> None:
    pixels, stage = painted(place, size, front=True)
    assert pixels.shape == (size[1], size[0], 3)
    assert np.isfinite(pixels).all()
    assert pixels[int(stage.ground) :].mean() > 0.02, "the ground reaches the lower edge"


@pytest.mark.parametrize("place", OURS)
def test_the_same_setting_gives_the_same_pixels(place: str) -> None:
    first, _ = painted(place)
    again = Canvas(*SMALL)
    places()[place].paint(again, Setting(place=place, hour=places()[place].hour))
    np.testing.assert_array_equal(first, again.pixels)


@pytest.mark.parametrize("place", OURS)
def test_seeds_differ(place: str) -> None:
    assert np.abs(painted(place, seed=0)[0] - painted(place, seed=1)[0]).max() > 0.05


@pytest.mark.parametrize("place", OURS)
def test_styles_that_ask_for_layers_get_them(place: str) -> None:
    canvas = Canvas(*SMALL)
    canvas.layers = np.zeros((SMALL[1], SMALL[0]), np.uint8)
    places()[place].paint(canvas, Setting(place=place, hour=places()[place].hour))
    assert len(np.unique(canvas.layers)) >= (2 if place != "ink" else 1)


@pytest.mark.parametrize(
    ("place", "season"),
    [("garden", "spring"), ("ink", "spring"), ("ink", "autumn"), ("ink", "winter")],
)
def test_seasons_change_the_place(place: str, season: str) -> None:
    plain, _ = painted(place)
    dressed, _ = painted(place, season=season)
    assert np.abs(dressed - plain).mean() > 0.003


@pytest.mark.parametrize("place", ["park", "garden"])
@pytest.mark.parametrize("festival", ["mid-autumn", "christmas"])
def test_feasts_hang_their_lights(place: str, festival: str) -> None:
    plain, _ = painted(place)
    dressed, _ = painted(place, festival=festival)
    assert np.abs(dressed - plain).max() > 0.15


@pytest.mark.parametrize("place", ["park", "garden"])
def test_snow_lies_on_the_ground(place: str) -> None:
    grey, stage = painted(place, hour="day")
    snowy, _ = painted(place, hour="snow", weather="snow")
    below = slice(int(stage.ground), None)
    assert brightness(snowy[below]) > brightness(grey[below]) + 0.08


class TestUnderwater:
    def test_what_swims_hangs_and_what_walks_stands(self) -> None:
        assert painted("underwater")[1].kind == "air"
        for said in ({"stands": True}, {"concepts": frozenset({"crab"})}):
            stage = painted("underwater", **said)[1]
            assert stage.kind == "ground"
            assert stage.shadows

    def test_fishes_that_are_the_subject_swim_alone(self) -> None:
        with_shoal, _ = painted("underwater")
        without, _ = painted("underwater", concepts=frozenset({"clownfish"}))
        assert np.abs(with_shoal[20:60] - without[20:60]).max() > 0.02

    def test_caustics_repeat_without_a_seam(self) -> None:
        net = underwater._caustics()
        inside = np.abs(np.diff(net, axis=1)).mean()
        assert np.abs(net[:, 0] - net[:, -1]).mean() < 2.5 * inside
        assert 0 <= net.min() < net.max() <= 1

    def test_every_hour_has_its_water(self) -> None:
        assert set(underwater._WATERS) == set(HOURS)

    @pytest.mark.parametrize("variant", [0, 3])
    def test_heads_of_coral(self, variant: int) -> None:
        mesh = reef.head(variant).mesh
        assert_sane(mesh, 70_000)  # photographed once, then only laid
        assert -0.05 < float(mesh.low[1]) < 0.02
        assert 0.6 < float(mesh.high[1]) < 2.2

    @pytest.mark.parametrize("variant", range(8))
    def test_small_corals_and_weed(self, variant: int) -> None:
        assert_sane(reef.small(variant).mesh, 12_000)
        assert reef.kelp(variant % 3).height > 1.4


class TestSky:
    def test_who_walks_stands_on_a_cloud(self) -> None:
        assert painted("sky")[1].kind == "air"
        assert painted("sky", stands=True)[1].kind == "ground"
        assert places()["sky"].floats

    def test_each_pixel_sees_the_foremost_sphere(self) -> None:
        spheres = np.array([(10, 10, 0, 6), (14, 10, 100, 3), (90, 90, 0, 4)], np.float32)
        which, depth = sky._foremost(spheres, 20, 20)
        assert which[10, 6] == 0
        assert which[10, 14] == 1, "the nearer one wins"
        assert depth[0, 0] < -1e8, "nothing there"
        assert depth[10, 14] == pytest.approx(103)


class TestLawn:
    SIZE = (128, 128)

    def grown(self, share: float) -> tuple[np.ndarray, np.ndarray]:
        canvas = Canvas(*self.SIZE)
        canvas.cover("#508a30")
        bare = canvas.pixels.copy()
        lens = level(*self.SIZE, horizon=0.5, ground=0.88, eye=1.5, near=3.6)
        fan = terrain.fan_of(lens, near=2.4, far=40, rows=120)
        flat = np.zeros(fan.shape, np.float32)
        lawn.grow(canvas, fan, flat, stream("lawn"), grows=np.full(fan.shape, share, np.float32))
        return bare, canvas.pixels

    def test_blades_keep_the_colour_of_their_ground(self) -> None:
        bare, grass = self.grown(1.0)
        assert grass[100:].std((0, 1)).max() > bare[100:].std((0, 1)).max() + 0.01
        np.testing.assert_allclose(grass[100:].mean((0, 1)), bare[100:].mean((0, 1)), atol=0.08)
        np.testing.assert_array_equal(grass[:50], bare[:50])

    def test_none_where_nothing_grows(self) -> None:
        bare, grass = self.grown(0.0)
        assert np.abs(grass - bare).max() < 0.02

    def test_strips_repeat_without_a_seam(self) -> None:
        cover = lawn._strip(0)[..., 1]
        assert np.abs(cover[:, 0] - cover[:, -1]).mean() < 2 * np.abs(np.diff(cover, axis=1)).mean() + 0.02


class TestParkland:
    @pytest.mark.parametrize(
        ("make", "variant", "tall"),
        [
            (parkland.flower_bed, 0, 0.45),
            (parkland.bench, 1, 0.98),
            (parkland.lamp, 1, 3.45),
            (parkland.hedge, 1, 0.74),
            (parkland.topiary, 0, 1.1),
            (parkland.topiary, 1, 1.7),
            (parkland.tulip_row, 3, 0.55),
            (parkland.rose_bush, 2, 0.95),
            (parkland.arch, 0, 2.95),
            (parkland.arch, 9, 2.75),
            (parkland.spires, 1, 1.1),
            (parkland.bird_bath, 0, 0.85),
        ],
    )
    def test_what_stands_about(self, make: object, variant: int, tall: float) -> None:
        mesh = make(variant).mesh  # type: ignore[operator]
        assert_sane(mesh, 27_000)
        assert abs(float(mesh.low[1])) < 0.04
        assert float(mesh.high[1]) == pytest.approx(tall, rel=0.25)

    def test_lamps_are_lit_when_it_is_dark(self) -> None:
        dark, lit = (parkland.lamp(k).mesh.surface[:, 1].max() for k in (0, 1))
        assert lit > dark + 0.4

    def test_a_fountain_of_the_scene_is_not_painted_twice(self) -> None:
        own, _ = painted("park")
        theirs, _ = painted("park", concepts=frozenset({"fountain"}))
        assert np.abs(own - theirs).max() > 0.1

    def test_the_path_leads_from_the_viewer_to_the_round_place(self) -> None:
        lens = level(*SMALL, horizon=0.5, ground=0.88, eye=1.5, near=3.6)
        fan = terrain.fan_of(lens, near=2.4, far=70, rows=200)
        path = park._path(fan)
        near = path[np.searchsorted(fan.depth, 3.0)]
        assert 0.05 < near.mean() < 0.8
        middle = np.searchsorted(fan.depth, park._FOUNTAIN[1])
        column = np.searchsorted(fan.across, park._FOUNTAIN[0] / park._FOUNTAIN[1])
        assert path[middle, column] == 1


class TestInk:
    def test_it_is_paper_and_ink(self) -> None:
        pixels, stage = painted("ink", (160, 160))
        assert stage.kind == "ink"
        spread = pixels.max(-1) - pixels.min(-1)
        assert np.median(spread) < 0.14, "hardly any colour"
        assert (pixels.min(-1) > 0.75).mean() > 0.35, "much of the paper stays bare"
        assert (pixels.max(-1) < 0.45).mean() > 0.01, "and some strokes are dark"

    def test_whoever_comes_is_inked(self) -> None:
        setting = Setting(place="ink", hour="day")
        canvas = Canvas(128, 128)
        stage = places()["ink"].paint(canvas, setting)
        canvas.oval(60, 90, 18, 18, "#ff2a00")
        bright = canvas.pixels[90, 60].copy()
        for paint_front in stage.front:
            paint_front(canvas)
        inked = canvas.pixels[90, 60]
        assert np.ptp(inked) < 0.75 * np.ptp(bright)
        assert inked[0] > inked[2], "a trace of its colour is left"

    def test_shadows_are_washes_already(self) -> None:
        canvas = Canvas(128, 128)
        stage = places()["ink"].paint(canvas, Setting(place="ink", hour="day"))
        canvas.pixels[100:110, 40:80] *= np.float32(0.86)
        shaded = canvas.pixels.copy()
        stage.front[0](canvas)
        np.testing.assert_allclose(canvas.pixels[102:108, 42:78], shaded[102:108, 42:78], atol=0.02)

    def test_nothing_is_inked_where_nothing_came(self) -> None:
        bare, _ = painted("ink")
        front, _ = painted("ink", front=True)
        np.testing.assert_array_equal(bare, front)

    @pytest.mark.parametrize("weather", ["rain", "snow"])
    def test_weather_is_drawn_by_hand(self, weather: str) -> None:
        bare, stage = painted("ink", weather=weather)
        front, _ = painted("ink", front=True, weather=weather)
        assert not stage.weathered
        assert np.abs(front - bare).max() > 0.05

    def test_a_boat_of_the_scene_is_the_only_one(self) -> None:
        own, stage = painted("ink")
        theirs, _ = painted("ink", concepts=frozenset({"sampan"}))
        below = slice(int(stage.horizon), None)
        assert brightness(theirs[below]) > brightness(own[below])

    def test_moon_and_sun_are_not_painted_twice(self) -> None:
        own, _ = painted("ink")
        theirs, _ = painted("ink", concepts=frozenset({"sun"}))
        assert (own[..., 0] - own[..., 2]).max() > (theirs[..., 0] - theirs[..., 2]).max() + 0.1


class TestBrush:
    def test_mountains_fade_downwards(self) -> None:
        sheet = Sheet(120, 120, 0.12)
        line = sheet.mountain(
            stream("peak"), 100, [Peak(at=0.5, tall=70, wide=0.3)], 0.9, mist=0.7, strokes=40
        )
        top = int(line.min())
        assert 20 < top < 60
        assert sheet.ink[top + 4 : top + 30, 50:70].mean() > 3 * sheet.ink[92:100, 50:70].mean()
        assert sheet.ink[:10].max() == 0
        assert sheet.ink.max() <= 1

    def test_nearer_rock_covers_farther_rock(self) -> None:
        sheet = Sheet(60, 60, 0.06)
        sheet.ink[:] = 0.9
        sheet.cover(20, np.ones((10, 60), np.float32), np.full((10, 60), 0.2, np.float32))
        assert sheet.ink[25].max() == pytest.approx(0.2)
        assert sheet.ink[40].min() == pytest.approx(0.9)

    def test_strokes_thin_out_and_may_leave_the_sheet(self) -> None:
        sheet = Sheet(80, 80, 1.0)
        sheet.stroke([(10, 40), (40, 40), (70, 40)], 12, 2, 1.0)
        thick, thin = ((sheet.ink[:, x] > 0.5).sum() for x in (16, 64))
        assert thick > 2 * thin
        before = sheet.ink.copy()
        sheet.stroke([(200, 200), (220, 210)], 5, 1, 1.0)
        sheet.pine(stream("pine"), -300, 40, 30, 0.9)
        np.testing.assert_array_equal(before, sheet.ink)

    def test_pines_stand_on_their_foot(self) -> None:
        sheet = Sheet(100, 100, 0.5)
        sheet.pine(stream("pine"), 50, 90, 60, 0.9)
        rows = np.nonzero(sheet.ink.max(1) > 0.3)[0]
        assert 15 < rows[0] < 45
        assert 86 <= rows[-1] <= 96

    def test_tapered_lines_keep_their_value(self) -> None:
        mask = np.zeros((20, 60), np.uint8)
        brush.tapered(mask, np.array([(5.0, 10.0), (55.0, 10.0)]), 6, 6, 200)
        assert mask.max() == 200


def test_lights_are_left_alone() -> None:
    assert LIGHTS["day"] == Setting(place="ink").light
    assert ink._PAPER.keys() <= set(HOURS)
    assert noise.stream("a").random() == noise.stream("a").random()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("水墨 兩隻鶴", "ink"),
        ("水墨 一杯奶茶", "cafe"),
        ("一束玫瑰花", "product"),
        ("一枝玫瑰", "garden"),
        ("一堆營火", "forest"),
    ],
)
def test_where_things_are_at_home(words: str, place: str) -> None:
    scene = understand(words)
    assert setting_of(scene, plan(scene, 1).subjects, 1).place == place

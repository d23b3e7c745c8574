"""The places under the open sky: every hour, weather, season and shape of picture, and ground to stand on."""

from __future__ import annotations

import numpy as np
import pytest

from tests.painter.backdrops import HOURS, SMALL, brightness, painted
from waa.painter.canvas import Canvas
from waa.painter.places import desert, lake, mountain, polar, rice_terraces, snowfield
from waa.painter.stage import Setting, places
from waa.painter.world import terrain
from waa.painter.world.lens import level

WILD = ("forest", "snowfield", "polar", "lake", "mountain", "desert", "rice_terraces", "meadow", "beach")
AIRLESS = ("moon", "space")
GREEN = ("forest", "lake", "mountain", "rice_terraces", "meadow")
# Every place at three hours, every other hour at two places: all of them would take a minute.
OTHER_HOURS = [hour for hour in HOURS if hour not in ("day", "sunset", "night")]
PAIRS = [(place, hour) for place in WILD for hour in ("day", "sunset", "night")] + [
    (WILD[k % len(WILD)], hour) for i, hour in enumerate(OTHER_HOURS) for k in (i, i + 4)
]
SETTING = Setting(place="somewhere")


def fan_for(horizon: float) -> terrain.Fan:
    """A small fan like those of the places: the subject stands in its middle, 3.6 m off."""
    lens = level(96, 96, horizon=horizon, ground=0.885, eye=1.5, near=3.6)
    return terrain.spread(lens, 2.4, 90, 120)


def height_at_feet(fan: terrain.Fan, height: np.ndarray, x: float = 0.0) -> float:
    row, column = np.searchsorted(fan.depth, 3.6), np.searchsorted(fan.across, x / 3.6)
    return float(height[row, column])


def test_every_nature_place_has_a_painter() -> None:
    assert set(WILD + AIRLESS) <= set(places())


@pytest.mark.parametrize(("place", "hour"), PAIRS)
def test_a_place_by_day_and_by_night(place: str, hour: str) -> None:
    pixels, stage = painted(place, hour=hour)
    assert np.isfinite(pixels).all()
    assert 0.06 < brightness(pixels) < 0.90
    assert pixels.std() > 0.04, "nothing to be seen"
    assert 0 < stage.horizon < stage.ground < SMALL[1]
    assert 0.2 < stage.subject_height < 0.6
    assert stage.light.is_dark == (hour in ("dusk", "night", "aurora"))


@pytest.mark.parametrize("place", AIRLESS)
@pytest.mark.parametrize("hour", ["day", "sunset", "night"])
def test_where_there_is_no_air_the_sky_stays_black(place: str, hour: str) -> None:
    pixels, stage = painted(place, hour=hour)
    assert np.isfinite(pixels).all()
    assert np.percentile(pixels[:30], 20) < 0.2
    assert not stage.weathered


@pytest.mark.parametrize("place", WILD)
def test_nights_are_darker_than_days_and_sunsets_warmer(place: str) -> None:
    day, night, sunset = (painted(place, hour=hour)[0] for hour in ("day", "night", "sunset"))
    assert brightness(night) < 0.75 * brightness(day)
    warmth = [float((p[..., 0] - p[..., 2]).mean()) for p in (day, sunset, night)]
    assert warmth[1] > max(warmth[0], warmth[2]) - 0.02


@pytest.mark.parametrize(
    ("place", "size"),
    [(p, (64, 112)) for p in WILD] + [(p, (112, 64)) for p in (*AIRLESS, "forest", "lake", "polar")],
)
def test_any_ratio(place: str, size: tuple[int, int]) -> None:
    pixels, stage = painted(place, size, hour="day")
    assert pixels.shape == (size[1], size[0], 3)
    assert np.isfinite(pixels).all()
    assert stage.ground < size[1]


@pytest.mark.parametrize("place", ["forest", "polar", "lake", "rice_terraces"])
def test_the_same_setting_gives_the_same_pixels_and_another_seed_others(place: str) -> None:
    first, _ = painted(place, hour="day")
    again = Canvas(*SMALL)
    places()[place].paint(again, Setting(place=place, hour="day"))
    np.testing.assert_array_equal(first, again.pixels)
    other, _ = painted(place, hour="day", seed=5)
    assert np.abs(first - other).mean() > 0.004


@pytest.mark.parametrize("place", ["forest", "mountain", "rice_terraces", "desert", "meadow"])
def test_snow_lies_on_the_ground(place: str) -> None:
    green, stage = painted(place, hour="day")
    snowy, _ = painted(place, hour="snow", weather="snow")
    below = slice(int(stage.ground), None)
    assert brightness(snowy[below]) > brightness(green[below]) + 0.06


@pytest.mark.parametrize("place", GREEN)
def test_autumn_turns_the_leaves(place: str) -> None:
    summer, stage = painted(place, hour="day")
    autumn, _ = painted(place, hour="day", season="autumn")
    below = slice(int(stage.horizon), None)
    redder = (autumn[below, :, 0] - autumn[below, :, 1]).mean() - (
        summer[below, :, 0] - summer[below, :, 1]
    ).mean()
    assert redder > 0.03


@pytest.mark.parametrize("place", ["rice_terraces", "meadow"])
def test_spring_differs_from_summer(place: str) -> None:
    summer, _ = painted(place, hour="day")
    spring, _ = painted(place, hour="day", season="spring")
    assert np.abs(spring - summer).mean() > 0.005


@pytest.mark.parametrize("place", ["forest", "snowfield", "lake", "mountain"])
def test_styles_that_ask_for_layers_get_them(place: str) -> None:
    canvas = Canvas(*SMALL)
    canvas.layers = np.zeros((SMALL[1], SMALL[0]), np.uint8)
    stage = places()[place].paint(canvas, Setting(place=place, hour="day"))
    assert len(np.unique(canvas.layers)) >= 3
    for paint_front in stage.front:
        paint_front(canvas)
    assert np.isfinite(canvas.pixels).all()


@pytest.mark.parametrize(
    ("place", "concept"),
    [
        ("desert", "cactus"),
        ("snowfield", "cabin"),
        ("rice_terraces", "house"),
        ("meadow", "pine_tree"),
        ("beach", "palm_tree"),
    ],
)
def test_what_is_a_thing_of_the_scene_is_left_to_it(place: str, concept: str) -> None:
    own, _ = painted(place, hour="day")
    theirs, _ = painted(place, hour="day", concepts=frozenset({concept}), stands=True)
    assert np.abs(own - theirs).max() > 0.1


@pytest.mark.parametrize("place", ["forest", "lake", "rice_terraces", "meadow"])
def test_fireflies_come_out_at_night(place: str) -> None:
    canvas = Canvas(160, 160, "#000000")
    _, stage = painted(place, hour="night")
    for paint_front in stage.front:
        paint_front(canvas)
    sparks = canvas.pixels[..., 1] - canvas.pixels[..., 2]
    assert float(sparks.max()) > 0.1, "yellow-green lights"


class TestLake:
    def test_it_is_water_for_what_floats_and_a_bank_for_feet(self) -> None:
        water, afloat = painted("lake", hour="day", concepts=frozenset({"swan"}))
        bank, ashore = painted("lake", hour="day", concepts=frozenset({"deer"}), stands=True)
        assert (afloat.kind, ashore.kind) == ("water", "ground")
        assert places()["lake"].floats
        middle = (slice(90, 104), slice(44, 68))
        assert water[middle][..., 2].mean() > water[middle][..., 0].mean(), "blue water"
        assert bank[middle][..., 1].mean() > bank[middle][..., 2].mean(), "green turf"

    def test_the_bank_is_above_the_water_where_one_stands(self) -> None:
        fan = fan_for(0.44)
        bank = lake._bank(fan, SETTING, afloat=False)
        for x in (-0.9, 0.0, 0.7):
            assert height_at_feet(fan, bank, x) > lake._LAKE + 0.1
        assert bank[-1].max() < lake._LAKE, "the lake lies beyond"

    def test_it_mirrors_what_stands_behind_it(self) -> None:
        pixels, stage = painted("lake", (112, 112), hour="sunset")
        horizon = int(stage.horizon)
        above, below = pixels[horizon - 28 : horizon - 7], pixels[horizon + 7 : horizon + 28]
        assert (
            abs(float((above[..., 0] - above[..., 2]).mean() - (below[..., 0] - below[..., 2]).mean())) < 0.4
        )
        assert float((below[..., 0] - below[..., 2]).mean()) > -0.1, "a red sky in the water"


class TestBeach:
    def test_boats_float_in_the_bay_and_feet_stand_on_the_sand(self) -> None:
        bay, afloat = painted("beach", hour="day", concepts=frozenset({"sailboat"}))
        sand, ashore = painted("beach", hour="day", concepts=frozenset({"dog"}), stands=True)
        assert (afloat.kind, ashore.kind) == ("water", "ground")
        foot = int(afloat.ground)
        middle = (slice(foot - 6, foot + 4), slice(40, 72))
        assert bay[middle][..., 2].mean() > bay[middle][..., 0].mean()
        foot = int(ashore.ground)
        middle = (slice(foot - 6, foot + 4), slice(40, 72))
        assert sand[middle][..., 0].mean() > sand[middle][..., 2].mean()


class TestPolar:
    def test_the_floe_carries_whoever_stands_on_it(self) -> None:
        fan = fan_for(0.46)
        ice, there = polar._ice(fan, SETTING)
        for x in (-1.0, 0.0, 1.0):
            assert abs(height_at_feet(fan, ice, x)) < 0.25
        assert there.min() == 0, "open water somewhere"
        assert (ice[fan.depth > 6] < polar._SEA).any()

    def test_icebergs_are_painted_from_the_farthest_on(self) -> None:
        depths = [z for _, z, *_ in polar._bergs(SETTING, fan_for(0.46))]
        assert depths == sorted(depths, reverse=True)


class TestRiceTerraces:
    def test_terraces_are_level_and_their_banks_steep(self) -> None:
        fan = fan_for(0.42)
        height, field = rice_terraces._terraces(fan, SETTING)
        beyond = (field > 0) & (fan.z > 9) & (fan.z < 30)
        by_row = np.abs(np.gradient(height, axis=0))[beyond]
        assert np.median(by_row) < 0.25 * np.percentile(by_row, 97)

    def test_the_dyke_lies_between_two_paddies(self) -> None:
        fan = fan_for(0.42)
        height, field = rice_terraces._terraces(fan, SETTING)
        assert abs(height_at_feet(fan, height, -0.15)) < 0.1
        row = int(np.searchsorted(fan.depth, 3.0))
        assert set(np.unique(field[row])) <= {-1.0, -2.0}

    @pytest.mark.parametrize(("season", "flooded"), [("spring", True), ("autumn", False)])
    def test_the_season_floods_or_ripens_the_fields(self, season: str, flooded: bool) -> None:
        _, _, share = rice_terraces._crop(Setting(place="rice_terraces", season=season))
        assert (share > 0.5) is flooded


class TestDesert:
    def test_dunes_have_a_long_side_and_a_short_one(self) -> None:
        fan = fan_for(0.46)
        height = desert._dunes(fan, SETTING)
        right, _ = terrain.slopes(fan, height)
        far = right[fan.depth > 25]
        assert height.max() > 1.0
        assert np.abs(far[far < 0]).max() > 1.2 * far[far > 0].mean(), "slip faces are steeper"

    def test_night_cools_the_sand(self) -> None:
        fan = fan_for(0.46)
        day = desert._sand(fan, Setting(place="desert"))
        night = desert._sand(fan, Setting(place="desert", hour="night"))
        assert (day[..., 0] - day[..., 2]).mean() > (night[..., 0] - night[..., 2]).mean() + 0.1

    @pytest.mark.parametrize("variant", range(4))
    def test_saguaros_stand(self, variant: int) -> None:
        mesh = desert.saguaro(variant).mesh
        assert np.isfinite(mesh.vertices).all()
        assert -0.4 < float(mesh.low[1]) < 0.05, "a little of it is in the sand"
        assert 2.5 < float(mesh.high[1]) < 3.4


class TestGround:
    @pytest.mark.parametrize(
        ("relief", "horizon"),
        [
            (lambda fan: snowfield.drifts(fan, SETTING), 0.50),
            (lambda fan: mountain._shoulder(fan, SETTING), 0.47),
            (lambda fan: desert._dunes(fan, SETTING), 0.46),
        ],
    )
    def test_it_is_level_where_the_subject_stands(self, relief, horizon: float) -> None:  # type: ignore[no-untyped-def]
        fan = fan_for(horizon)
        height = relief(fan)
        assert np.isfinite(height).all()
        assert abs(height_at_feet(fan, height)) < 0.45

    def test_snow_light_is_blue_in_its_shades(self) -> None:
        light = snowfield.snow_light(Setting(place="snowfield").light, Setting(place="snowfield"))
        assert light.shade[2] > light.shade[0]
        grey = snowfield.snow_light(Setting(place="x", hour="storm").light, Setting(place="x", hour="storm"))
        assert grey.direction == Setting(place="x", hour="storm").light.direction


class TestNames:
    """One backdrop shows several places of the lexicon: its name says which."""

    @pytest.mark.parametrize(
        ("place", "named"),
        [
            ("forest", "bamboo_forest"),
            ("forest", "maple_forest"),
            ("forest", "snow_forest"),
            ("forest", "enchanted_forest"),
            ("rice_terraces", "tea_plantation"),
            ("desert", "mars_surface"),
            ("desert", "oasis"),
            ("desert", "egypt"),
            ("lake", "pond"),
            ("lake", "salt_flat"),
            ("mountain", "lion_rock"),
        ],
    )
    def test_the_name_changes_what_is_seen(self, place: str, named: str) -> None:
        plain, _ = painted(place, hour="day")
        other, stage = painted(place, hour="day", named=named, stands=True)
        assert np.isfinite(other).all()
        assert np.abs(plain - other).mean() > 0.008
        assert stage.kind == "ground"

    def test_a_season_that_was_said_wins_over_the_name(self) -> None:
        red = painted("forest", hour="day", named="maple_forest")[0]
        green = painted("forest", hour="day", named="maple_forest", season="spring")[0]
        assert (red[..., 0] - red[..., 1]).mean() > (green[..., 0] - green[..., 1]).mean() + 0.05

    def test_mars_is_red(self) -> None:
        mars, stage = painted("desert", hour="day", named="mars_surface")
        ground = mars[int(stage.ground) :].mean((0, 1))
        assert ground[0] > 1.4 * ground[1] > 1.4 * ground[2]

"""The built places: every hour, weather, feast and shape of picture; whoever stands there stands on the ground."""

from __future__ import annotations

import numpy as np
import pytest

from tests.painter.backdrops import HOURS, SMALL, brightness, painted
from waa.painter.canvas import Canvas
from waa.painter.facts import Facts
from waa.painter.places import cover, kitchen, product
from waa.painter.stage import Setting, places
from waa.painter.world import emblems

BUILT = (
    "harbour",
    "street",
    "night_market",
    "room",
    "library",
    "cafe",
    "kitchen",
    "office",
    "classroom",
    "temple_court",
    "rooftop",
    "road",
    "stage",
    "product",
    "cover",
    "mtr",
)
OUTDOORS = ("harbour", "street", "night_market", "temple_court", "rooftop", "road")


def test_every_built_place_has_a_painter() -> None:
    assert set(BUILT) <= set(places())


@pytest.mark.parametrize("place", BUILT)
@pytest.mark.parametrize("hour", HOURS)
def test_a_place_at_every_hour(place: str, hour: str) -> None:
    pixels, stage = painted(place, hour=hour)
    assert np.isfinite(pixels).all()
    assert 0.06 < brightness(pixels) < 0.88
    assert pixels.std() > 0.04, "nothing to be seen"
    assert 0 < stage.horizon < SMALL[1]
    assert stage.horizon < stage.ground < SMALL[1]
    assert 0.2 < stage.subject_height < 0.6


@pytest.mark.parametrize("place", OUTDOORS)
def test_nights_are_darker_than_days(place: str) -> None:
    day, _ = painted(place, hour="day")
    night, stage = painted(place, hour="night")
    assert brightness(night) < 0.85 * brightness(day)
    assert stage.light.is_dark


@pytest.mark.parametrize("place", ["room", "library", "cafe", "kitchen", "office", "classroom"])
def test_rooms_are_lamp_lit_at_night(place: str) -> None:
    day, _ = painted(place, hour="day")
    night, stage = painted(place, hour="night")
    assert 0.45 * brightness(day) < brightness(night) < brightness(day)
    assert stage.light.key[0] > stage.light.key[2], "lamplight is warm"


@pytest.mark.parametrize("place", BUILT)
@pytest.mark.parametrize("size", [(96, 170), (170, 96)])
def test_any_ratio(place: str, size: tuple[int, int]) -> None:
    pixels, stage = painted(place, size)
    assert pixels.shape == (size[1], size[0], 3)
    assert np.isfinite(pixels).all()
    assert stage.ground < size[1]
    floor = pixels[int(stage.ground) :]
    assert floor.mean() > 0.008, "the ground reaches the lower edge"


@pytest.mark.parametrize("place", BUILT)
def test_the_same_setting_gives_the_same_pixels(place: str) -> None:
    first, _ = painted(place)
    again = Canvas(*SMALL)
    places()[place].paint(again, Setting(place=place, hour=places()[place].hour))
    np.testing.assert_array_equal(first, again.pixels)


@pytest.mark.parametrize("place", ["harbour", "street", "room", "product", "mtr", "night_market"])
def test_seeds_differ(place: str) -> None:
    looks = {painted(place, seed=seed)[0].tobytes() for seed in range(3)}
    assert len(looks) > 1


@pytest.mark.parametrize("place", [p for p in BUILT if p != "cover"])
@pytest.mark.parametrize("festival", ["lunar new year", "mid-autumn", "christmas"])
def test_feasts_dress_the_place(place: str, festival: str) -> None:
    plain, _ = painted(place)
    dressed, _ = painted(place, festival=festival)
    assert np.abs(dressed - plain).max() > 0.15


@pytest.mark.parametrize("place", BUILT)
def test_styles_that_ask_for_layers_get_them(place: str) -> None:
    canvas = Canvas(*SMALL)
    canvas.layers = np.zeros((SMALL[1], SMALL[0]), np.uint8)
    places()[place].paint(canvas, Setting(place=place, hour=places()[place].hour))
    assert len(np.unique(canvas.layers)) >= 2


@pytest.mark.parametrize("place", OUTDOORS)
def test_rain_makes_the_ground_mirror(place: str) -> None:
    if place == "harbour":
        _, dry = painted(place, stands=True, hour="overcast")
        _, wet = painted(place, stands=True, hour="overcast", weather="rain")
    else:
        _, dry = painted(place, hour="day")
        _, wet = painted(place, hour="overcast", weather="rain")
    assert wet.reflects > dry.reflects


@pytest.mark.parametrize("place", ["street", "rooftop", "temple_court", "road"])
def test_snow_lies_on_the_ground(place: str) -> None:
    grey, stage = painted(place, hour="overcast")
    snowy, _ = painted(place, hour="snow", weather="snow")
    below = slice(int(stage.ground), None)
    assert brightness(snowy[below]) > brightness(grey[below]) + 0.08


def test_the_harbour_is_water_for_boats_and_a_promenade_for_feet() -> None:
    water, afloat = painted("harbour")
    stone, ashore = painted("harbour", stands=True)
    assert afloat.kind == "water"
    assert ashore.kind == "ground"
    assert places()["harbour"].floats
    np.testing.assert_allclose(water[:16, 30:80], stone[:16, 30:80], atol=0.25)
    assert np.abs(water[-16:] - stone[-16:]).mean() > 0.02


def test_fireworks_are_painted_by_the_harbour() -> None:
    dark, _ = painted("harbour")
    lit, _ = painted("harbour", concepts=frozenset({"fireworks", "junk"}))
    assert brightness(lit[:46]) > brightness(dark[:46]) + 0.02


def test_a_moon_that_is_a_thing_is_not_painted_twice() -> None:
    with_moon, _ = painted("rooftop", hour="night")
    without, _ = painted("rooftop", hour="night", concepts=frozenset({"moon"}))
    assert brightness(without[:38]) < brightness(with_moon[:38])


def test_the_street_leaves_the_only_minibus_to_the_scene() -> None:
    own, _ = painted("street", hour="day")
    theirs, _ = painted("street", hour="day", concepts=frozenset({"minibus"}))
    assert np.abs(own - theirs).max() > 0.1


class TestKitchen:
    FOOD = Facts(concept="egg_tart", families=frozenset({"food"}))
    CUP = Facts(concept="cup", families=frozenset({"container", "tableware"}))
    CHEF = Facts(concept="chef", families=frozenset({"person"}))
    FISH = Facts(concept="fish", families=frozenset({"food", "fish"}))

    @pytest.mark.parametrize(
        ("things", "small"),
        [([FOOD], True), ([FOOD, CUP], True), ([CHEF, FOOD], False), ([FISH], False), ([], False)],
    )
    def test_food_alone_belongs_on_the_counter(self, things: list[Facts], small: bool) -> None:
        assert kitchen.is_small(things) is small

    def test_the_counter_is_a_table_and_the_room_a_floor(self) -> None:
        setting = Setting(place="kitchen")
        counter = kitchen._on_counter(Canvas(*SMALL), setting)
        whole = kitchen._whole(Canvas(*SMALL), setting)
        assert (counter.kind, whole.kind) == ("table", "room")
        assert whole.ground > counter.ground


class TestProduct:
    def test_the_thing_chooses_the_colours(self) -> None:
        perfume, _ = painted("product", concepts=frozenset({"perfume"}))
        watch, stage = painted("product", concepts=frozenset({"watch"}))
        assert brightness(watch) < 0.6 * brightness(perfume)
        assert stage.kind == "table"
        assert stage.centred
        assert stage.reflects > 0

    @pytest.mark.parametrize(
        ("word", "top"), [("marble", "marble"), ("wood", "wood"), ("stone", "stone"), ("gold", "gold")]
    )
    def test_the_plinth_is_made_of_what_was_asked(self, word: str, top: str) -> None:
        _, chosen = product._chosen(Setting(place="product", concepts=frozenset({"perfume", word})))
        assert chosen == top

    def test_every_thing_named_has_a_scheme(self) -> None:
        assert set(product._SUITS.values()) | set(product._DAYTIME) <= set(product._SCHEMES)


class TestCover:
    @pytest.mark.parametrize(
        ("text", "theme"),
        [
            ("AI 晶片新突破", "tech"),
            ("AI 公司收入破千億", "finance"),
            ("恒指升三百點", "finance"),
            ("茶餐廳加價", "food"),
            ("氣候大會閉幕", "nature"),
            ("足球隊奪冠軍", "sport"),
            ("港鐵新線通車", "city"),
            ("Robots learn to cook", "tech"),
            ("The stock market falls", "finance"),
            ("你好", "general"),
            ("", "general"),
            (None, "general"),
        ],
    )
    def test_the_headline_chooses_the_theme(self, text: str | None, theme: str) -> None:
        assert cover.theme_of(text) == theme

    def test_latin_words_must_begin_a_word(self) -> None:
        assert cover.theme_of("Repair") == "general", "no 'ai' in the middle of a word"

    @pytest.mark.parametrize("theme", sorted(emblems.THEMES))
    def test_every_theme_has_an_emblem_that_fits_its_pedestal(self, theme: str) -> None:
        mesh = emblems.THEMES[theme](("#5b7cff", "#8f6bff", "#39d0ff", "#ffc94d"))
        assert np.isfinite(mesh.vertices).all()
        assert float(np.abs(mesh.vertices[:, 0]).max()) < 1.35
        assert -0.4 < float(mesh.low[1]) < 0.25, "what is below stands in the pedestal"
        assert 0.8 < float(mesh.high[1]) < 2.0

    def test_wide_covers_leave_their_left_to_the_words(self) -> None:
        pixels, stage = painted("cover", (256, 144), text="AI 晶片")
        words, emblem = pixels[:, : int(0.45 * 256)], pixels[:, int(0.55 * 256) :]
        assert np.abs(np.diff(words, axis=1)).mean() < 0.4 * np.abs(np.diff(emblem, axis=1)).mean()
        assert stage.focus_x is not None
        assert stage.focus_x > 0.6

    def test_themes_look_different(self) -> None:
        looks = [
            painted("cover", text=text)[0].mean((0, 1))
            for text in ("AI 晶片", "茶餐廳", "環保", "足球", "股市")
        ]
        for i, one in enumerate(looks):
            assert all(np.abs(one - other).max() > 0.03 for other in looks[i + 1 :])

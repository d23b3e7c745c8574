"""Lettering: words stay words until they are drawn, inside the picture, readable, with no box for a missing glyph."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from waa.painter import lettering, typeset
from waa.painter.lettering import INK, PAPER, Lettering, frame, letter, missing_glyphs, suggest

Pixels = NDArray[np.uint8]

NIGHT, DAY = (np.full((240, 320, 3), level, np.uint8) for level in (24, 225))
words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40
).filter(lambda text: bool(text.strip()))
colours = st.one_of(st.just("auto"), st.from_regex(r"\A#[0-9a-fA-F]{6}\Z"))
layers = st.builds(
    Lettering,
    text=st.one_of(words, st.text("一二，。「」（）…—Ab1!?-\n ", min_size=1, max_size=60)).filter(
        lambda text: bool(text.strip()) and text.count("\n") < 8
    ),
    x=st.floats(0, 1), y=st.floats(0, 1), size=st.floats(0.02, 0.5),
    font=st.sampled_from(sorted(typeset.FONTS)), colour=colours, align=st.sampled_from(lettering.ALIGNS),
    vertical=st.booleans(), effect=st.sampled_from(lettering.EFFECTS), behind=colours,
)  # fmt: skip


def touched(before: Pixels, after: Pixels) -> NDArray[np.bool_]:
    return (before != after).any(2)


# -- plain data --------------------------------------------------------------------------------------------


@given(layers)
def test_a_layer_survives_json(layer: Lettering) -> None:
    assert Lettering.from_json(json.loads(json.dumps(layer.to_json()))) == layer


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""}, {"text": " \n "}, {"text": "字" * 201}, {"text": "\n".join("一二三四五六七八九")}, {"text": 7},
        {"text": "a\x00b"}, {"text": "\ud800"}, {"x": -0.1}, {"y": 1.01}, {"x": float("nan")}, {"x": "0.5"}, {"x": True},
        {"size": 0.01}, {"size": 0.6}, {"size": float("inf")}, {"font": "comic"}, {"font": None}, {"colour": "red"},
        {"colour": "#12345"}, {"colour": "#12345g"}, {"colour": "#123456\n"}, {"align": "middle"}, {"vertical": 1},
        {"effect": "glow"}, {"behind": "#fff"}, {"script": "alert()"}, {1: 2},
    ],
    ids=repr,
)  # fmt: skip
def test_bad_layers_are_refused(wrong: dict[Any, Any]) -> None:
    with pytest.raises(ValueError, match=r"^lettering: "):
        Lettering.from_json({"text": "字", **wrong})


@pytest.mark.parametrize("data", [None, [], "字", 3, {}, {"x": 0.5}])
def test_what_is_no_layer_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"^lettering: "):
        Lettering.from_json(data)


plain_data = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda more: st.lists(more, max_size=3) | st.dictionaries(st.sampled_from(["text", "x", "font"]), more),
    max_leaves=6,
)


@settings(max_examples=50)
@given(st.lists(plain_data, max_size=3) | plain_data)
def test_whatever_is_sent_is_layers_or_a_value_error(data: object) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(lettering.layers_from_json(data), tuple)


def test_layers_are_a_bounded_list() -> None:
    one = Lettering(text="一").to_json()
    assert len(lettering.layers_from_json([one] * 12)) == 12
    with pytest.raises(ValueError, match="at most 12"):
        lettering.layers_from_json([one] * 13)


def test_a_text_area_sends_other_newlines() -> None:
    assert Lettering.from_json({"text": "一\r\n二\r三"}).text == "一\n二\n三"


# -- on the picture ----------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(layers, st.sampled_from([(1, 1), (9, 40), (48, 64), (120, 40), (96, 96)]))
def test_any_words_are_drawn_inside_their_frame_or_not_at_all(
    layer: Lettering, size: tuple[int, int]
) -> None:
    before = np.full((*size, 3), 128, np.uint8)
    after = letter(before, [layer])
    assert after.shape == before.shape
    assert (before == 128).all(), "the picture given is not changed"
    left, top, right, bottom = frame(layer, size[1], size[0])
    assert 0 <= left <= right <= size[1]
    assert 0 <= top <= bottom <= size[0]
    if not typeset.drawable(layer.text, layer.font).strip():
        assert (after == before).all()


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("effect", lettering.EFFECTS)
@pytest.mark.parametrize(("x", "y"), [(0, 0), (1, 1), (0.5, 0.5)])
def test_words_are_never_cut_by_the_edge(vertical: bool, effect: str, x: float, y: float) -> None:
    layer = Lettering(text="香港大學生gjpy話：「好靚！」\n第2行", x=x, y=y, size=0.2, vertical=vertical, effect=effect,
                      colour="#ffffff", behind="#ffffff")  # fmt: skip
    drawn = touched(NIGHT, letter(NIGHT, [dataclasses.replace(layer, effect="none")]))
    assert drawn.any()
    assert not drawn[[0, -1]].any()
    assert not drawn[:, [0, -1]].any()
    if effect in ("plate", "outline"):
        left, top, right, bottom = frame(layer, 320, 240)
        outside = touched(NIGHT, letter(NIGHT, [layer]))
        outside[top:bottom, left:right] = False
        assert not outside.any(), "the frame holds all of it"


def test_long_words_are_broken_and_then_made_smaller() -> None:
    words = "西多士配鴛鴦，朝早7點開到夜晚11點，「真係」好味！" * 3
    placed = lettering._placed(Lettering(text=words, size=0.12), 320, 240)
    assert placed is not None
    assert 2 < len(placed.lines.lines) < 9
    assert placed.size < 0.12 * 240
    assert "".join(placed.lines.lines) == words
    assert not any(line[0] in "，。！」" or line[-1] == "「" for line in placed.lines.lines)
    assert not any(line.startswith("點") for line in placed.lines.lines)


def test_short_words_keep_their_size_and_lines_of_their_own() -> None:
    placed = lettering._placed(Lettering(text="恭喜發財\n新年快樂", size=0.1), 320, 240)
    assert placed is not None
    assert placed.size == 24
    assert placed.lines.lines == ("恭喜發財", "新年快樂")


def test_down_the_page_columns_go_from_right_to_left() -> None:
    layer = Lettering(text="田田田田\n一", size=0.12, vertical=True, align="left", colour="#ffffff")
    drawn = touched(NIGHT, letter(NIGHT, [layer]))
    columns = np.nonzero(drawn.any(0))[0]
    middle = (columns[0] + columns[-1]) // 2
    assert drawn[:, middle:].sum() > 3 * drawn[:, :middle].sum()
    assert np.ptp(np.nonzero(drawn.any(1))[0]) > np.ptp(columns)


def test_down_the_page_marks_and_latin_are_set_for_it() -> None:
    cells = typeset._cells("「喂！」去TAXI站，11號!?—", "serif-black")
    assert [cell.text for cell in cells] == [
        "﹁",
        "喂",
        "︕",
        "﹂",
        "去",
        "TAXI",
        "站",
        "︐",
        "11",
        "號",
        "!?",
        "︱",
    ]
    assert [cell.text for cell in cells if cell.on_its_side] == ["TAXI"]
    assert cells[0].length < cells[1].length, "a bracket at the head of a column keeps no blank half"


@pytest.mark.parametrize("name", sorted(typeset.FONTS))
def test_every_vertical_form_is_in_every_font(name: str) -> None:
    assert not missing_glyphs(typeset._DOWN, name)
    assert not missing_glyphs("嘅咗㗎喺啲佢哋冇𨋢𠝹 Aé1％$", name)


def test_align_is_within_the_block() -> None:
    masks = {}
    for align in lettering.ALIGNS:
        layer = Lettering(text="一二三四五六\n十", size=0.1, align=align, colour="#ffffff")
        drawn = touched(NIGHT, letter(NIGHT, [layer]))
        lower = drawn[120:]
        masks[align] = float(np.nonzero(lower.any(0))[0].mean())
    assert masks["left"] < masks["centre"] < masks["right"]


# -- glyphs ------------------------------------------------------------------------------------------------


def test_what_a_font_lacks_is_named_once_and_left_out() -> None:
    text = "生日🎉快樂🎉👩‍👩‍👧❤️👍🏽 e\u0301 \u0627 Č"
    assert missing_glyphs(text, "serif") == ("🎉", "👩", "👧", "❤", "👍", "\u0627", "Č")
    with_emoji, without = (letter(NIGHT, [Lettering(text=t)]) for t in ("生日🎉快樂", "生日快樂"))
    assert (with_emoji == without).all()
    assert (letter(NIGHT, [Lettering(text="🎉🎉")]) == NIGHT).all()
    assert frame(Lettering(text="🎉"), 320, 240) == (0, 0, 0, 0)


# -- colours and effects -----------------------------------------------------------------------------------


def test_auto_reads_over_dark_and_over_light() -> None:
    layer = Lettering(text="字", size=0.4, font="sans-black")
    assert letter(NIGHT, [layer]).max() > 240
    assert letter(DAY, [layer]).min() < 40
    given = letter(NIGHT, [dataclasses.replace(layer, colour="#3366cc")])
    assert (given == (0x33, 0x66, 0xCC)).all(2).any()


def test_auto_gets_help_where_the_picture_is_both() -> None:
    stripes = np.repeat(np.tile(np.array([[20], [235]], np.uint8), (120, 320))[..., None], 3, 2)
    plain = Lettering(text="清楚", size=0.3, colour=PAPER)
    helped = letter(stripes, [dataclasses.replace(plain, colour="auto")])
    drawn = touched(stripes, letter(stripes, [plain]))
    assert touched(stripes, helped).sum() > 1.3 * drawn.sum(), "a shadow round the words"


@pytest.mark.parametrize(("colour", "paper"), [("auto", INK), (PAPER, INK), (INK, PAPER)])
def test_plates_suit_their_words(colour: str, paper: str) -> None:
    done = letter(NIGHT, [Lettering(text="字", size=0.3, colour=colour, effect="plate")])
    left, top, right, _bottom = frame(Lettering(text="字", size=0.3, effect="plate"), 320, 240)
    plate = done[top + 3, (left + right) // 2].astype(int)
    assert np.abs(plate - [int(paper[i : i + 2], 16) for i in (1, 3, 5)]).max() < 22
    assert (done[top, left] == NIGHT[top, left]).all(), "the corners are round"


def test_outline_and_shadow_reach_farther_than_the_words() -> None:
    plain = Lettering(text="字", size=0.4, colour="#ffffff")
    areas = [
        touched(DAY, letter(DAY, [dataclasses.replace(plain, effect=effect)])).sum()
        for effect in ("none", "outline", "shadow")
    ]
    assert areas[0] < areas[1] < areas[2]


def test_later_layers_lie_over_earlier_ones() -> None:
    red, blue = (
        Lettering(text="田", size=0.4, colour="#ffffff", effect="plate", behind=c)
        for c in ("#cc0000", "#0000cc")
    )
    done = letter(NIGHT, [red, blue]).reshape(-1, 3).astype(int)
    assert ((done[:, 2] > 150) & (done[:, 0] < 60)).any()
    assert not ((done[:, 0] > 150) & (done[:, 2] < 60)).any()


# -- a proposal --------------------------------------------------------------------------------------------


def busy_but(calm: tuple[slice, slice], level: int, size: tuple[int, int] = (240, 320)) -> Pixels:
    picture = np.random.default_rng(4).integers(0, 255, (*size, 3), np.uint8)
    picture[calm] = level
    return picture


@pytest.mark.parametrize(("level", "colour"), [(230, INK), (20, PAPER)])
def test_words_are_proposed_where_it_is_calm(level: int, colour: str) -> None:
    picture = busy_but((slice(0, 90), slice(None)), level)
    layer = suggest(picture, "香港好天氣")
    assert frame(layer, 320, 240)[3] <= 96
    assert layer.colour == colour
    assert layer.effect == "none"
    below = suggest(np.ascontiguousarray(picture[::-1]), "香港好天氣")
    assert frame(below, 320, 240)[1] >= 144


def test_words_run_down_where_only_a_side_is_calm() -> None:
    layer = suggest(busy_but((slice(None), slice(0, 70)), 20, (400, 240)), "香港好天氣")
    assert layer.vertical
    assert frame(layer, 240, 400)[2] <= 90


@settings(max_examples=25, deadline=None)
@given(words, st.sampled_from([(1, 1), (40, 30), (60, 200)]))
def test_a_proposal_can_always_be_drawn(text: str, size: tuple[int, int]) -> None:
    picture = np.full((*size, 3), 90, np.uint8)
    layer = suggest(picture, text)
    assert letter(picture, [layer]).shape == picture.shape
    assert layer.colour != "auto"

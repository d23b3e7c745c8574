"""The words and the painter agree on what can be drawn, and every place a setting may choose is there."""

from __future__ import annotations

from waa.painter import cast, glyphs, styles
from waa.painter.casting import GROUPS
from waa.painter.setting import _HOME_OF_CONCEPT, _HOME_OF_FAMILY, backdrop_of
from waa.painter.stage import places
from waa.words.lexicon import lexicon
from waa.words.scene import STYLES


def test_what_is_called_solid_is_built_and_what_is_built_is_called_solid() -> None:
    solid = {c.id for (kind, _), c in lexicon().concepts.items() if kind == "thing" and c.has("solid")}
    assert solid == set(cast.concepts()) | set(GROUPS)


def test_every_stand_in_and_glyph_exists() -> None:
    drawn, known = set(cast.concepts()), glyphs.names()
    for (kind, name), concept in lexicon().concepts.items():
        stand_in, glyph = concept.attributes.get("draw"), concept.attributes.get("glyph")
        if kind == "thing" and stand_in:
            assert stand_in in drawn, (name, stand_in)
        if kind == "thing" and glyph:
            assert glyph in known, (name, glyph)


def test_every_home_is_a_place_that_is_painted() -> None:
    homes = {*_HOME_OF_CONCEPT.values(), *(home for _, home in _HOME_OF_FAMILY), "portrait", "product", "ink"}
    assert homes <= set(places())
    assert len(places()) >= 16


def test_every_place_of_the_lists_says_what_shows_it_or_that_nothing_does() -> None:
    for (kind, name), concept in lexicon().concepts.items():
        if kind == "place":
            assert (backdrop_of(name) is not None) == (concept.is_drawable or name in places()), name


def test_every_style_is_registered() -> None:
    assert {s for s in STYLES if s not in styles.names()} <= {"clay", "3d"}  # those are the house look

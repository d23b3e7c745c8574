"""The lists of things: every line of them is whole, and what it asks of the painter exists."""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from pathlib import Path

import pytest

from waa import words

LISTS = Path(words.__file__).parent / "lexicon"
ASSETS = LISTS.parents[1] / "assets"
THINGS = (
    "animals", "people", "vehicles", "buildings", "nature", "food", "products", "home", "festival", "culture", "misc",
)  # fmt: skip
ATTRIBUTE = re.compile(r"[a-z]+(=\S+)?")


def rows(name: str) -> list[list[str]]:
    lines = (LISTS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def value(row: list[str], key: str) -> str | None:
    return next((a.partition("=")[2] for a in row[3].split(" ") if a.startswith(f"{key}=")), None)


@pytest.fixture(scope="module")
def everything() -> list[list[str]]:
    return [row for name in THINGS for row in rows(name)]


@pytest.mark.parametrize("name", THINGS)
def test_lines_are_whole(name: str) -> None:
    for row in rows(name):
        assert len(row) == 4, row[0]
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", row[0]), row[0]
        for cell in row[1:3]:
            names = cell.split("|")
            assert all(word and word == word.strip() for word in names), row[0]
            assert not [word for word, times in Counter(names).items() if times > 1], row[0]
        assert all(ATTRIBUTE.fullmatch(a) for a in row[3].split(" ")), row[0]


@pytest.mark.parametrize("name", THINGS)
def test_heights_are_metres(name: str) -> None:
    for row in rows(name):
        assert 0 < float(value(row, "m") or 0) < 10_000, row[0]


def test_ids_are_unique(everything: list[list[str]]) -> None:
    assert not [key for key, times in Counter(row[0] for row in everything).items() if times > 1]


def test_glyphs_are_in_the_pack(everything: list[list[str]]) -> None:
    with lzma.open(ASSETS / "glyphs.json.xz") as pack:
        glyphs = set(json.load(pack)["glyphs"])
    assert {glyph for row in everything if (glyph := value(row, "glyph"))} <= glyphs


def test_stand_ins_are_models(everything: list[list[str]]) -> None:
    solid = {row[0] for row in everything if "solid" in row[3].split(" ")}
    assert {stand_in for row in everything if (stand_in := value(row, "draw"))} <= solid

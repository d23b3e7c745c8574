"""Headlines: broken where a reader would break them, as large as fits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.painter import type as setting_type
from waa.painter.canvas import Canvas
from waa.painter.stage import Setting

TEXT = "港鐵宣布明年起票價減 3%，逾百萬市民受惠"


def test_figures_and_words_are_never_broken() -> None:
    atoms = setting_type.atoms("AI 公司收入破1,200億元，升12.5%")
    assert "1,200億" in "".join(atoms)
    assert any(a.startswith("1,200億") for a in atoms)
    assert any("12.5%" in a for a in atoms)
    assert not any(a.startswith("，") for a in atoms)


def test_it_breaks_after_the_comma() -> None:
    face = setting_type.font("sans-900", 100)
    lines, badness = setting_type.broken("股價單日急升，市值破頂", face, 2)
    assert lines == ["股價單日急升，", "市值破頂"]
    assert badness == 0


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60))
def test_whatever_the_words_they_fit_the_box(text: str) -> None:
    if not text.strip():
        return
    fitted = setting_type.fit(text, 500, 220, "sans-700", 120)
    face = setting_type.font("sans-700", 100)
    assert 10 <= fitted.size <= 120
    assert fitted.lines
    if fitted.size > 10:
        assert max(face.getlength(line) for line in fitted.lines) * fitted.size / 100 <= 502


def test_lines_of_their_own_stay_lines() -> None:
    assert len(setting_type.fit("恭喜發財\n新年快樂", 500, 300, "serif-900", 90).lines) == 2


@pytest.mark.parametrize(
    ("place", "size"), [("cover", (640, 360)), ("cover", (360, 640)), ("meadow", (400, 400))]
)
def test_lettering_shows_and_keeps_off_the_things(place: str, size: tuple[int, int]) -> None:
    canvas = Canvas(*size, "#7fb0d8")
    before = canvas.pixels.copy()
    box = (size[0] // 4, int(size[1] * 0.72), size[0] // 2, int(size[1] * 0.28))
    setting_type.letter(canvas, Setting(place=place, text=TEXT), [box])
    assert np.abs(canvas.pixels - before).max() > 0.3
    if place == "meadow":  # a thing stands below, so the words go above
        white = canvas.pixels.min(-1) > 0.9
        assert white[: size[1] // 2].sum() > white[size[1] // 2 :].sum()


def test_no_words_no_change() -> None:
    canvas = Canvas(64, 64, "#fff")
    setting_type.letter(canvas, Setting(place="meadow", text="  "), [])
    assert (canvas.pixels == 1).all()

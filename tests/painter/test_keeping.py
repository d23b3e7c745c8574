"""Keeping the rest: what an edit left alone comes back pixel for pixel, what it meant stays, and no seam shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from waa.painter import compose, photo
from waa.painter.photo import keeping
from waa.words.understand import understand

Pixels = NDArray[np.uint8]
SIDE = 512
EDITS = {
    "a hat put on": ("一隻貓坐喺月球上", "一隻戴住帽嘅貓坐喺月球上"),
    "a dog added": ("一隻貓喺公園", "一隻貓同一隻狗喺公園"),
    "a dog taken away": ("一隻貓同一隻狗喺公園", "一隻貓喺公園"),
    "another colour": ("一架藍色的士喺街", "一架紅色的士喺街"),
}


@lru_cache(16)
def painted(words: str) -> Pixels:
    return compose.paint(understand(words), width=SIDE, height=SIDE, seed=3).pixels


def repainted(pixels: Pixels, *, shift: float = 3, scale: float = 1.01, turn: float = 0.3, gamma: float = 1.06,
              noise: float = 3, quality: int = 80) -> Pixels:  # fmt: skip
    """As a model gives a picture back: moved, turned, re-toned, re-noised and compressed."""
    h, w = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((w / 2, h / 2), turn, scale)
    matrix[:, 2] += shift
    moved = cv2.warpAffine(pixels, matrix, (w, h), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    toned = 255 * (moved / 255) ** gamma * np.array([1.02, 1.0, 0.97])
    grain = np.random.default_rng(1).normal(0, noise, moved.shape)
    done = np.clip(toned + grain, 0, 255).astype(np.uint8)
    _, file = cv2.imencode(".jpg", done[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(file, cv2.IMREAD_COLOR)[..., ::-1], np.uint8)


def with_disc(pixels: Pixels, x: int, y: int, radius: int) -> Pixels:
    done = pixels.copy()
    cv2.circle(done, (x, y), radius, (200, 40, 60), -1, cv2.LINE_AA)
    return done


def apart(one: Pixels, two: Pixels) -> NDArray[np.float64]:
    return np.abs(one.astype(float) - two).max(2)


# -- put back ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edit", EDITS)
def test_the_rest_comes_back_and_the_edit_stays(edit: str) -> None:
    before, wanted = (painted(words) for words in EDITS[edit])
    kept = photo.keep_rest(before, repainted(wanted))
    assert kept.note is None
    edited = cv2.dilate((apart(before, wanted) > 10).astype(np.uint8), np.ones((81, 81), np.uint8)) > 0
    assert (kept.pixels == before)[~edited].all(), "the unchanged area is the parent's, exactly"
    assert (kept.pixels == before).all(2).mean() > 0.6
    core = cv2.erode((apart(before, wanted) > 40).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    calm = cv2.GaussianBlur(kept.pixels, (0, 0), 2.0)
    assert apart(calm, cv2.GaussianBlur(wanted, (0, 0), 2.0))[core].mean() < 8, "what was asked for is there"


@pytest.mark.parametrize("edit", ["a dog added", "another colour"])
def test_there_is_no_seam_and_no_ghost(edit: str) -> None:
    """Round the edit the result is the picture that was wanted: neither steps in tone nor doubled edges."""
    before, wanted = (painted(words) for words in EDITS[edit])
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    uneven = (6 * np.sin(x / 80) * np.cos(y / 95))[..., None]  # light that drifted from place to place
    after = np.clip(repainted(wanted, noise=1, quality=95) + uneven, 0, 255).astype(np.uint8)
    kept = photo.keep_rest(before, after)
    changed = kept.map > 100
    ring = (cv2.dilate(changed.astype(np.uint8), np.ones((31, 31), np.uint8)) > 0) & ~changed
    off = cv2.GaussianBlur(kept.pixels.astype(np.float32) - wanted, (0, 0), 3)
    assert np.abs(off)[ring].mean() < 1.5
    steps = [cv2.Laplacian(cv2.GaussianBlur(p, (0, 0), 1.5), cv2.CV_32F)[ring] for p in (kept.pixels, wanted)]
    assert np.abs(steps[0]).mean() < 1.12 * np.abs(steps[1]).mean()


def test_a_warped_answer_is_bent_back() -> None:
    before, wanted = (painted(words) for words in EDITS["a dog added"])
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    bent = cv2.remap(wanted, x + 1.6 * np.sin(y / 85), y + 1.6 * np.cos(x / 70), cv2.INTER_CUBIC,
                     borderMode=cv2.BORDER_REFLECT)  # fmt: skip
    kept, straight = photo.keep_rest(before, repainted(bent)), photo.keep_rest(before, repainted(wanted))
    assert kept.note is None
    assert kept.share == pytest.approx(straight.share, abs=0.02)


@pytest.mark.parametrize("size", [(256, 256), (1024, 1024), (552, 512)])
def test_the_answer_may_have_another_size(size: tuple[int, int]) -> None:
    before = painted("一隻貓喺公園")
    after = cv2.resize(repainted(with_disc(before, 330, 380, 40)), size, interpolation=cv2.INTER_AREA)
    kept = photo.keep_rest(before, after)
    assert kept.note is None
    assert kept.pixels.shape == before.shape
    assert (kept.pixels[:200] == before[:200]).all()
    assert apart(kept.pixels[380:381, 330:331], np.full((1, 1, 3), (200, 40, 60), np.uint8)).max() < 40


def test_nothing_outside_of_the_mask_may_change() -> None:
    before = painted("一隻貓喺公園")
    after = repainted(with_disc(with_disc(before, 330, 380, 40), 100, 100, 30))
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[300:460, 250:410] = 255
    kept = photo.keep_rest(before, after, cv2.resize(mask, (1024, 1024), interpolation=cv2.INTER_NEAREST))
    assert (kept.pixels[mask == 0] == before[mask == 0]).all()
    assert kept.pixels[380, 330, 0] > 150
    assert kept.note is None


def test_a_mask_holds_even_when_all_was_repainted() -> None:
    before, mask = painted("一隻貓喺公園"), np.zeros((SIDE, SIDE), np.uint8)
    mask[100:300, 100:300] = 255
    kept = photo.keep_rest(before, painted("一隻貓坐喺月球上"), mask)
    assert (kept.pixels[mask == 0] == before[mask == 0]).all()
    assert (kept.pixels[180:220, 180:220] != before[180:220, 180:220]).any()
    assert kept.note is not None
    assert "edge may show" in kept.note[1]


# -- left alone --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (lambda: painted("一隻貓喺公園，夜晚"), "Nearly all"),
        (lambda: painted("一隻貓喺公園，油畫"), "Nearly all"),
        (lambda: painted("一架藍色的士喺街"), "line up"),
        (lambda: cv2.resize(painted("一隻貓喺公園")[80:440, 80:440], (SIDE, SIDE)), "line up"),
        (lambda: cv2.resize(painted("一隻貓喺公園")[30:480, 30:480], (SIDE, SIDE)), "line up"),
        (lambda: repainted(painted("一隻貓喺公園")), "No single place"),
    ],
    ids=["an hour", "a style", "another picture", "a zoom", "a slight zoom", "nothing"],
)
def test_what_was_meant_as_a_whole_is_left_as_it_came(after: Callable[[], Pixels], words: str) -> None:
    answer = after()
    kept = photo.keep_rest(painted("一隻貓喺公園"), answer)
    assert kept.pixels is answer
    assert kept.note is not None
    assert words in kept.note[1]
    assert kept.note[0]


# -- the map -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["一隻貓喺公園", "維港夜景", "一隻貓坐喺月球上"])
@pytest.mark.parametrize("how", ["usual", "coarse", "sharper"])
def test_repainting_alone_is_no_change(words: str, how: str) -> None:
    before = painted(words)
    after = repainted(before, **({"noise": 6, "quality": 60} if how == "coarse" else {}))  # type: ignore[arg-type]
    if how == "sharper":
        after = cv2.addWeighted(after, 1.6, cv2.GaussianBlur(after, (0, 0), 1.0), -0.6, 0)
    seen = photo.changes(before, after)
    assert seen.share < 0.01
    assert seen.alignment.is_found


def test_the_map_finds_small_things_where_they_are() -> None:
    before = painted("一隻貓喺公園")
    seen = photo.changes(before, repainted(with_disc(before, 150, 60, 7)))
    assert seen.map.shape == before.shape[:2]
    assert seen.map.dtype == np.uint8
    assert seen.map[60, 150] == 255
    assert (seen.map[:, 300:] == 0).all()
    assert 0 < seen.share < 0.02


def test_the_alignment_is_the_move_that_was_made() -> None:
    before = painted("一隻貓喺公園")
    seen = photo.changes(before, repainted(before, shift=5, scale=1.02, turn=0.5))
    made = cv2.getRotationMatrix2D((SIDE / 2, SIDE / 2), 0.5, 1.02)
    made[:, 2] += 5
    corners = np.array([[0, 0, 1], [SIDE, 0, 1], [0, SIDE, 1], [SIDE, SIDE, 1.0]])
    assert np.abs(corners @ seen.matrix.T - corners @ made.T).max() < 0.8


def test_flat_pictures_without_anything_to_hold_on_to() -> None:
    flat = np.full((SIDE, SIDE, 3), (200, 180, 150), np.uint8)
    kept = photo.keep_rest(flat, repainted(with_disc(flat, 200, 300, 60)))
    assert kept.note is None
    assert kept.pixels[300, 200, 1] < 80
    assert (kept.pixels[:200] == flat[:200]).all()


@pytest.mark.parametrize("size", [(1, 1), (2, 9), (17, 33), (600, 5)])
def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    rng = np.random.default_rng(2)
    one, two = (rng.integers(0, 255, (*size, 3), np.uint8) for _ in range(2))
    assert photo.keep_rest(one, two).pixels.shape == one.shape
    assert photo.keep_rest(one, two, np.full(size, 255, np.uint8)).pixels.shape == one.shape


def test_changes_are_shown_in_the_accent_over_grey() -> None:
    before = painted("一隻貓喺公園")
    shown = photo.show_changes(before, repainted(with_disc(before, 330, 380, 40)))
    assert shown.shape == before.shape
    assert shown[380, 330, 0] > shown[380, 330, 1] + 60
    assert np.ptp(shown[:200].astype(int), axis=-1).max() == 0


def test_it_is_quick() -> None:
    before = cv2.resize(painted("一隻貓喺公園"), (1024, 1024), interpolation=cv2.INTER_CUBIC)
    after = repainted(with_disc(before, 660, 760, 80))
    times = []
    for _ in range(4):
        start = time.perf_counter()
        keeping.keep_rest(before, after)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.6  # 0.09 s on a quiet machine


# -- the ratio ---------------------------------------------------------------------------------------------


def barred(pixels: Pixels, above: int, colour: int = 0) -> Pixels:
    return cv2.copyMakeBorder(pixels, above, above, 0, 0, cv2.BORDER_CONSTANT, value=(colour,) * 3)


def test_the_size_that_was_asked_is_left_alone() -> None:
    picture = painted("一隻貓喺公園")
    matched = photo.match_ratio(picture, SIDE, SIDE)
    assert (matched.pixels == picture).all()
    assert (matched.drift, matched.note) == (0, None)


def test_a_small_drift_is_put_right_unseen() -> None:
    picture = cv2.resize(painted("一隻貓喺公園"), (1376, 768))
    matched = photo.match_ratio(picture, 1344, 768)
    assert matched.pixels.shape == (768, 1344, 3)
    assert matched.note is None
    assert matched.drift == pytest.approx(1376 / 1344 - 1)
    assert any((matched.pixels == picture[:, left : left + 1344]).all() for left in range(33)), (
        "cut, not stretched"
    )


def test_a_larger_drift_is_cut_where_least_is_seen_and_said() -> None:
    picture = np.full((500, 550, 3), 128, np.uint8)
    picture[:, ::4] = 140
    picture[:, 400:] = np.random.default_rng(1).integers(0, 255, (500, 150, 3))
    matched = photo.match_ratio(picture, 500, 500)
    assert matched.pixels.shape == (500, 500, 3)
    assert (matched.pixels[:, -1] == picture[:, -1]).all(), "the busy side stays"
    assert matched.note is not None
    assert "9%" in matched.note[0]
    assert "9%" in matched.note[1]


@pytest.mark.parametrize("colour", [0, 255])
def test_bars_come_off(colour: int) -> None:
    wide = cv2.resize(painted("一隻貓喺公園"), (700, 400))
    matched = photo.match_ratio(barred(wide, 150, colour), 1344, 768)
    assert matched.pixels.shape == (768, 1344, 3)
    assert matched.note is None
    assert apart(cv2.resize(matched.pixels, (700, 400), interpolation=cv2.INTER_AREA), wide).mean() < 6


def test_the_plain_ground_of_a_product_is_cut_only_as_far_as_needed() -> None:
    ground = with_disc(np.full((600, 900, 3), 250, np.uint8), 450, 300, 60)
    matched = photo.match_ratio(ground, 600, 600)
    assert matched.pixels.shape == (600, 600, 3)
    assert matched.note is None
    assert matched.pixels[300, 300, 0] == 200
    assert matched.pixels[300, 300, 1] == 40


def test_what_cannot_be_cut_keeps_its_ratio_and_says_so() -> None:
    square = cv2.resize(painted("一隻貓喺公園"), (1024, 1024))
    matched = photo.match_ratio(square, 1344, 768)
    h, w = matched.pixels.shape[:2]
    assert h == w
    assert w * h <= 1344 * 768 * 1.01
    assert matched.note is not None
    assert "1344×768" in matched.note[0]
    assert "own ratio" in matched.note[1]
    assert photo.match_ratio(square[:300, :300], 1344, 768).pixels.shape == (300, 300, 3), "never enlarged"


@pytest.mark.parametrize("size", [(1, 1), (1, 50), (50, 1), (33, 32)])
def test_no_size_breaks_it(size: tuple[int, int]) -> None:
    matched = photo.match_ratio(np.full((*size, 3), 9, np.uint8), 64, 48)
    assert matched.pixels.size

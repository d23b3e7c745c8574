"""The photo lab, on photos made here."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from waa.painter import compose, photo
from waa.words.understand import understand

Pixels = NDArray[np.uint8]


@pytest.fixture(scope="module")
def picture() -> Pixels:
    """An orange ball before a blue sky and green ground: 240 x 160, the ball left of the middle."""
    image = np.zeros((160, 240, 3), np.uint8)
    image[:100] = np.linspace((70, 140, 220), (190, 220, 240), 100)[:, None]
    image[100:] = np.linspace((110, 170, 80), (60, 120, 50), 60)[:, None]
    cv2.circle(image, (96, 92), 38, (240, 130, 40), -1, cv2.LINE_AA)
    noise = np.random.default_rng(1).normal(0, 3, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def ball(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    y, x = np.mgrid[: shape[0], : shape[1]]
    return (x - 96) ** 2 + (y - 92) ** 2 < 38**2


def test_it_finds_what_stands_out(picture: Pixels) -> None:
    mask = photo.subject_mask(picture) > 127
    truth = ball(picture.shape)
    assert (mask & truth).sum() / truth.sum() > 0.9
    assert (mask & ~truth).sum() / truth.sum() < 0.2


def test_a_box_keeps_the_subject_inside_it(picture: Pixels) -> None:
    mask = photo.subject_mask(picture, box=(0.22, 0.3, 0.58, 0.85)) > 127
    assert mask.sum() > 1500
    assert not mask[:, 160:].any()


def test_where_nothing_stands_out_it_says_so() -> None:
    plain = np.full((80, 120, 3), 128, np.uint8)
    assert not photo.subject_mask(plain).any()
    _, notes = photo.develop(plain, [("remove_background", None)])
    assert any("主體" in zh for zh, _ in notes)


@pytest.mark.parametrize("name", sorted(photo.OPERATIONS))
def test_every_operation_keeps_a_picture_a_picture(name: str, picture: Pixels) -> None:
    done, notes = photo.develop(picture, [(name, None)], seed=3)
    assert done.dtype == np.uint8
    assert done.ndim == 3
    assert done.std() > 5
    assert not notes
    assert not (done.shape == picture.shape and (done == picture).all())
    again, _ = photo.develop(picture, [(name, None)], seed=3)
    assert (again == done).all(), "the same photo and seed give the same bytes"


def test_degrees_are_heard(picture: Pixels) -> None:
    slight, usual, strong = (
        photo.develop(picture, [("brighten", d)])[0].mean() for d in ("slight", None, "strong")
    )
    assert picture.mean() < slight < usual < strong


def test_shapes_come_out_as_asked(picture: Pixels) -> None:
    square, _ = photo.develop(picture, [("crop_square", None)])
    assert square.shape[0] == square.shape[1] == 160
    assert photo.develop(picture, [("rotate", None)])[0].shape[:2] == (240, 160)
    flipped, _ = photo.develop(picture, [("flip", None)])
    assert (flipped[:, ::-1] == picture).all()
    assert photo.develop(picture, [("frame", None)])[0].shape[0] > 160


def test_black_and_white_has_no_colour(picture: Pixels) -> None:
    done, _ = photo.develop(picture, [("grayscale", None)])
    assert np.ptp(done.astype(int), axis=-1).max() <= 1


def test_the_background_blurs_and_the_subject_stays(picture: Pixels) -> None:
    sharp = picture.copy()
    sharp[::8, 150:] = 0
    done, _ = photo.develop(sharp, [("blur_background", None)])
    inner = ball(picture.shape) & (cv2.erode(ball(picture.shape).astype(np.uint8), np.ones((15, 15))) > 0)
    assert np.abs(done[inner].astype(int) - sharp[inner]).mean() < 3
    assert done[20:80, 170:].astype(int).std() < sharp[20:80, 170:].astype(int).std() * 0.8


def test_an_unknown_operation_is_said_not_guessed(picture: Pixels) -> None:
    done, notes = photo.develop(picture, [("teleport", None)])
    assert (done == picture).all()
    assert notes == (("未識做「teleport」。", "Cannot do “teleport” yet."),)


def test_a_subject_is_set_into_another_photo(picture: Pixels) -> None:
    night = np.full((200, 300, 3), (20, 24, 60), np.uint8)
    joined, notes = photo.combine([picture, night], size=(300, 200))
    assert joined.shape == night.shape
    assert not notes
    assert (np.abs(joined.astype(int) - night).sum(-1) > 60).mean() > 0.05
    assert (joined[:20, :40] == night[:20, :40]).all()


def test_a_photo_without_a_subject_is_named(picture: Pixels) -> None:
    plain = np.full((80, 120, 3), 128, np.uint8)
    joined, notes = photo.combine([plain, picture], size=(240, 160))
    assert (joined == picture).all()
    assert "第 1 張" in notes[0][0]


def test_a_box_round_the_subject_finds_it_before_a_busy_background() -> None:
    painting = compose.paint(understand("一隻狗喺公園"), width=384, height=384, seed=3, keep_masks=True)
    (name, truth), *_ = painting.masks.items()
    x, y, w, h = painting.boxes[name]
    found = photo.subject_mask(
        painting.pixels, ((x - 8) / 384, (y - 8) / 384, (x + w + 8) / 384, (y + h + 8) / 384)
    )
    both = (found > 127) & (truth > 127)
    either = (found > 127) | (truth > 127)
    assert both.sum() / either.sum() > 0.8

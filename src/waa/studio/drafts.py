"""Drafts: what the words would give, painted small while they are typed. Never a job, never kept.

A draft that a newer one of the same visitor has overtaken stops at its next step; one is painted at a time.
"""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from waa.engines.base import Cancelled, Pixels, Progress
from waa.lib import images
from waa.studio import files, reading
from waa.studio.models import Picture
from waa.studio.sizes import size_of, size_of_draft

SIDE = 512

_newest: OrderedDict[str, int] = OrderedDict()
_lock = threading.Lock()
_MOST_REMEMBERED = 2000
_brush = threading.Semaphore(1)
# For the brush and those who wait for it; the other web threads stay free for pages.
_seats = threading.Semaphore(4)


@dataclass(frozen=True, eq=False, kw_only=True)
class Draft:
    """`image` is a JPEG, None when there is nothing to show yet, or `busy` when too many others are being drafted.
    `missing` are ids of things without a drawing."""

    reading: reading.Reading
    image: bytes | None
    width: int
    height: int
    missing: tuple[str, ...] = ()
    busy: bool = False


def draft(words: str, *, key: str, picture: Picture | None = None, style: str | None = None, mode: str | None = None,
          aspect: str | None = None, seed: int | None = None) -> Draft:  # fmt: skip
    """Read the words and paint them small. Cancelled when the same `key` has asked again meanwhile."""
    turn = _take_turn(key)
    understood = reading.read(words, picture=picture, style=style, mode=mode, aspect=aspect)
    width, height = _small(understood, picture)
    if not words.strip():
        return Draft(reading=understood, image=None, width=width, height=height)
    if seed is None:
        seed = picture.seed if picture is not None else 1

    def still_wanted(share: float, step: str, preview: Pixels | None = None) -> None:
        if _newest.get(key) != turn:
            raise Cancelled

    with _seat() as is_free:
        if not is_free:
            return Draft(reading=understood, image=None, width=width, height=height, busy=True)
        with _brush_for(still_wanted):
            pixels, missing = _paint(understood, picture, width, height, seed, still_wanted)
    return Draft(
        reading=understood,
        image=images.encode(pixels, "jpg", quality=82),
        width=width,
        height=height,
        missing=missing,
    )


@contextlib.contextmanager
def _seat() -> Iterator[bool]:
    """Whether there is one."""
    is_free = _seats.acquire(blocking=False)
    try:
        yield is_free
    finally:
        if is_free:
            _seats.release()


@contextlib.contextmanager
def _brush_for(still_wanted: Progress) -> Iterator[None]:
    """The brush, when it is there. Cancelled where nobody wants the draft by then."""
    while not _brush.acquire(timeout=0.05):
        still_wanted(0, "")
    try:
        still_wanted(0, "")
        yield
    finally:
        _brush.release()


def _take_turn(key: str) -> int:
    with _lock:
        _newest[key] = _newest.pop(key, 0) + 1
        while len(_newest) > _MOST_REMEMBERED:
            _newest.popitem(last=False)
        return _newest[key]


def _small(understood: reading.Reading, picture: Picture | None) -> tuple[int, int]:
    if picture is not None and (understood.needs_pixels or understood.scene.aspect == picture.meaning.aspect):
        width, height = picture.width, picture.height
    else:
        width, height = size_of(understood.scene.aspect)
    return size_of_draft(width, height, SIDE)


def _paint(understood: reading.Reading, picture: Picture | None, width: int, height: int, seed: int,
           still_wanted: Progress) -> tuple[Pixels, tuple[str, ...]]:  # fmt: skip
    from waa.painter import compose, photo  # heavy: the web process loads it with the first draft

    if understood.needs_pixels and picture is not None:
        pixels = images.thumbnail(files.pixels(picture), SIDE)
        missing: tuple[str, ...] = ()
        if understood.scene.things:
            painting = compose.paint_onto(pixels, understood.scene, seed=seed)
            pixels, missing = painting.pixels, painting.missing
    else:
        painting = compose.paint(
            understood.scene, width=width, height=height, seed=seed, on_progress=still_wanted, draft=True
        )
        pixels, missing = painting.pixels, painting.missing
    if understood.operations:
        pixels, _ = photo.develop(pixels, understood.operations, seed=seed)
    return pixels, missing

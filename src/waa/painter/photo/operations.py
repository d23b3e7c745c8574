"""Operations on a photo, by the names that words.amend gives them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import filters, noise
from waa.painter.canvas import Canvas, blur, linear
from waa.painter.colour import LUMA, Array, F, rgb, saturate
from waa.painter.noise import smoothstep
from waa.painter.photo.subject import subject_mask

Operation = tuple[str, str | None]
Sentence = tuple[str, str]
_STRENGTH: dict[str | None, float] = {None: 1.0, "slight": 0.5, "strong": 1.7}


@dataclass(frozen=True, eq=False)
class _Bench:
    """What an operation works with: how strongly, by which chance, and which part is the subject."""

    strength: float
    rng: np.random.Generator
    mask: Callable[[Array], Array]  # (h, w) 0..1 of the subject, found when it is needed


Work = Callable[[Array, _Bench], Array]


def develop(pixels: NDArray[np.uint8], operations: Sequence[Operation], *, seed: int = 0,
            mask: NDArray[np.uint8] | None = None) -> tuple[NDArray[np.uint8], tuple[Sentence, ...]]:  # fmt: skip
    """Do `operations` (name, degree) in order; (h, w, 3) uint8 in and out, and what could not be done."""
    photo = pixels.astype(F) * F(1 / 255)
    notes: list[Sentence] = []
    for number, (name, degree) in enumerate(operations):
        work = OPERATIONS.get(name)
        if work is None:
            notes.append((f"未識做「{name}」。", f"Cannot do “{name}” yet."))
            continue
        bench = _Bench(
            _STRENGTH.get(degree, 1.0), noise.stream(seed, "photo", number, name), _mask_finder(mask, notes)
        )
        photo = np.clip(work(photo, bench), 0, 1).astype(F)
    return np.round(photo * 255).astype(np.uint8), tuple(dict.fromkeys(notes))


def _mask_finder(given: NDArray[np.uint8] | None, notes: list[Sentence]) -> Callable[[Array], Array]:
    def find(photo: Array) -> Array:
        size = (photo.shape[1], photo.shape[0])
        mask = given if given is not None else subject_mask((photo * 255).astype(np.uint8))
        if not mask.any():
            notes.append(
                (
                    "搵唔到主體，請用「揀主體」框住佢。",
                    "No subject was found. Draw a box round it with Subject.",
                )
            )
        return cv2.resize(mask, size, interpolation=cv2.INTER_LINEAR).astype(F) * F(1 / 255)

    return find


# -- light and colour ------------------------------------------------------------------------------------


def _grayscale(photo: Array, bench: _Bench) -> Array:
    """Black and white with a little more contrast, as a print would have."""
    grey = photo @ np.array([0.34, 0.52, 0.14], F)
    toned = grey + F(0.10) * (grey - grey * grey) * (grey - F(0.5)) * 4
    return np.repeat(toned[..., None], 3, 2)


def _brighten(photo: Array, bench: _Bench) -> Array:
    """Lift the shadows and middle; what is bright already is not burnt out."""
    lifted = photo ** F(1 / (1 + 0.42 * bench.strength))
    return np.asarray(lifted + (1 - lifted) * lifted * F(0.10 * bench.strength), F)


def _darken(photo: Array, bench: _Bench) -> Array:
    return photo ** F(1 + 0.38 * bench.strength)


def _contrast(photo: Array, bench: _Bench) -> Array:
    middle = float(np.median(photo))
    curved = photo + F(0.85 * bench.strength) * (photo - photo * photo) * (photo - F(middle)) * 2
    return saturate(np.clip(curved, 0, 1), 1 + 0.06 * bench.strength)


def _warm(photo: Array, bench: _Bench) -> Array:
    s = bench.strength
    return photo * np.array([1 + 0.075 * s, 1 + 0.012 * s, 1 - 0.10 * s], F) + np.array(
        [0.012, 0.004, 0], F
    ) * F(s)


def _cool(photo: Array, bench: _Bench) -> Array:
    s = bench.strength
    return photo * np.array([1 - 0.09 * s, 1 + 0.002 * s, 1 + 0.075 * s], F) + np.array(
        [0, 0.003, 0.012], F
    ) * F(s)


def _sharpen(photo: Array, bench: _Bench) -> Array:
    unit = max(0.6, min(photo.shape[:2]) / 1024)
    fine = photo - cv2.GaussianBlur(photo, (0, 0), 1.3 * unit)
    clarity = photo - np.asarray(blur(photo, 14 * unit))
    return photo + fine * F(0.9 * bench.strength) + clarity * F(0.12 * bench.strength)


def _vintage(photo: Array, bench: _Bench) -> Array:
    """Faded blacks, cream lights, a warm cast, soft corners and grain."""
    h, w = photo.shape[:2]
    faded = photo * F(0.86) + F(0.075)
    toned = saturate(faded, 0.72) * rgb("#fff1d8") + np.array([0.035, 0.012, -0.02], F)
    luma = (photo @ LUMA)[..., None]
    toned += (rgb("#2e4a5a") - F(0.3)) * (1 - luma) ** 2 * F(0.22)
    y, x = np.linspace(-1, 1, h, dtype=F)[:, None], np.linspace(-1, 1, w, dtype=F)[None]
    toned *= (1 - F(0.34) * smoothstep(0.35, 1.5, x * x + y * y))[..., None]
    grain = cv2.GaussianBlur(bench.rng.standard_normal((h, w)).astype(F), (0, 0), 0.7) * F(0.03)
    return toned + grain[..., None]


# -- form ------------------------------------------------------------------------------------------------


def _blur_background(photo: Array, bench: _Bench) -> Array:
    """A wide lens: the background is filled in behind the subject, blurred in linear light, its lights bloom."""
    mask = bench.mask(photo)
    unit = min(photo.shape[:2]) / 1024
    keep = np.clip(mask * F(1.15), 0, 1)[..., None]
    weight = 1 - np.clip(np.asarray(blur(mask, 4 * unit)) * F(1.6), 0, 1)
    linear_light = photo ** F(2.2)
    linear_light = linear_light * (1 + F(0.7) * smoothstep(0.90, 1.0, linear_light.min(-1))[..., None])
    radius = 15 * unit * bench.strength
    far = _disc_blur(linear_light * weight[..., None], radius) / (
        _disc_blur(weight, radius)[..., None] + F(1e-3)
    )
    return photo * keep + np.clip(far, 0, 1) ** F(1 / 2.2) * (1 - keep)


def _disc_blur(image: Array, radius: float) -> Array:
    """A round aperture, at a quarter of the size where it is large."""
    shrink = max(1, int(radius / 6))
    h, w = image.shape[:2]
    small = (
        cv2.resize(image, (max(1, w // shrink), max(1, h // shrink)), interpolation=cv2.INTER_AREA)
        if shrink > 1
        else image
    )
    r = max(1, round(radius / shrink))
    y, x = np.mgrid[-r : r + 1, -r : r + 1]
    disc = (x * x + y * y <= r * r + 0.5).astype(F)
    blurred = cv2.filter2D(small, -1, disc / disc.sum(), borderType=cv2.BORDER_REFLECT)
    return np.asarray(
        cv2.resize(blurred, (w, h), interpolation=cv2.INTER_LINEAR) if shrink > 1 else blurred, F
    )


def _crop_square(photo: Array, bench: _Bench) -> Array:
    """Round the subject, where one is found; else the middle."""
    h, w = photo.shape[:2]
    side = min(h, w)
    mask = bench.mask(photo)
    weight = float(mask.sum())
    cx = float((mask.sum(0) * np.arange(w)).sum() / weight) if weight > 0.002 * h * w else w / 2
    cy = float((mask.sum(1) * np.arange(h)).sum() / weight) if weight > 0.002 * h * w else h / 2
    left, top = int(np.clip(cx - side / 2, 0, w - side)), int(np.clip(cy - side / 2, 0, h - side))
    return np.ascontiguousarray(photo[top : top + side, left : left + side])


def _frame(photo: Array, bench: _Bench) -> Array:
    """A wooden frame with a bevelled mat."""
    h, w = photo.shape[:2]
    wood, mat = max(8, round(0.034 * min(h, w))), max(8, round(0.060 * min(h, w)))
    edge = wood + mat
    canvas = Canvas(w + 2 * edge, h + 2 * edge)
    canvas.cover(
        linear((0, 0), (canvas.width, canvas.height), [(0, "#6b4327"), (0.5, "#a8743f"), (1, "#5a3620")])
    )
    veins = noise.fractal(
        canvas.height, canvas.width, 5 * canvas.unit + 2, 3, bench.rng, cell_x=120 * canvas.unit + 8
    )
    canvas.pixels *= (F(0.88) + F(0.24) * veins)[..., None]
    inner = (wood, wood, canvas.width - 2 * wood, canvas.height - 2 * wood)
    canvas.rectangle(0, 0, canvas.width, max(2, wood * 0.16), "#e0b680", soft=1.5, opacity=0.55)
    canvas.rectangle(*inner, "#24150b", soft=wood * 0.14, opacity=0.75)
    canvas.rectangle(*inner, "#f7f4ec")
    canvas.rectangle(wood, wood, inner[2], wood * 0.5, "#3a2a1c", soft=wood * 0.3, opacity=0.35)
    lip = max(2, round(mat * 0.06))
    canvas.rectangle(edge - lip, edge - lip, w + 2 * lip, h + 2 * lip, "#d9d3c6")
    canvas.lay(edge, edge, photo)
    canvas.line([(edge, edge + h), (edge, edge), (edge + w, edge)], max(1, lip * 0.6), "#6e675a", opacity=0.5)
    return canvas.pixels


def _rotate(photo: Array, bench: _Bench) -> Array:
    return np.ascontiguousarray(np.rot90(photo, -1))


def _flip(photo: Array, bench: _Bench) -> Array:
    return np.ascontiguousarray(photo[:, ::-1])


def _remove_background(photo: Array, bench: _Bench) -> Array:
    """The subject on a clean studio ground, with a soft shadow under it."""
    mask = bench.mask(photo)
    h, w = photo.shape[:2]
    unit = min(h, w) / 1024
    studio = Canvas(w, h, linear((0, 0), (0, h), [(0, "#f6f5f3"), (0.72, "#ecebe8"), (1, "#dddbd7")]))
    columns, rows = np.nonzero(mask.max(0) > 0.5)[0], np.nonzero(mask.max(1) > 0.5)[0]
    if len(columns) and rows[-1] < h - 4 * unit:
        middle, wide = (columns[0] + columns[-1]) / 2, (columns[-1] - columns[0]) / 2
        studio.oval(
            middle, rows[-1], wide * 0.92, max(6 * unit, wide * 0.10), "#4a4642", soft=22 * unit, opacity=0.38
        )
    clean = _decontaminated(photo, mask)
    studio.lay(0, 0, clean, mask)
    return studio.pixels


def _decontaminated(photo: Array, mask: Array) -> Array:
    """Along the edge, the colour of the inside instead of a mixture with the old background."""
    core = (mask > 0.95).astype(F)
    spread = np.asarray(blur(photo * core[..., None], 4)) / (np.asarray(blur(core, 4))[..., None] + F(1e-3))
    return np.where((mask > 0.95)[..., None] | (np.asarray(blur(core, 4)) < 0.02)[..., None], photo, spread)


OPERATIONS: dict[str, Work] = {
    "grayscale": _grayscale,
    "brighten": _brighten,
    "darken": _darken,
    "contrast": _contrast,
    "warm": _warm,
    "cool": _cool,
    "blur_background": _blur_background,
    "crop_square": _crop_square,
    "frame": _frame,
    "pencil": lambda photo, bench: filters.pencil(photo, bench.rng),
    "watercolour": lambda photo, bench: filters.watercolour(photo, bench.rng),
    "cartoon": lambda photo, bench: filters.cartoon(photo, bench.rng),
    "oil": lambda photo, bench: filters.oil(photo, bench.rng),
    "rotate": _rotate,
    "flip": _flip,
    "sharpen": _sharpen,
    "remove_background": _remove_background,
    "vintage": _vintage,
}

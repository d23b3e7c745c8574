"""Surfaces: pictures of floors and walls to be laid in perspective. Painted once and kept: none depends on the seed."""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import blur
from waa.painter.colour import Array, F, look_up, mix, ramp, rgb
from waa.painter.kept import kept
from waa.painter.noise import smoothstep
from waa.painter.world.panel import Picture


def _bytes(pixels: Array) -> Picture:
    picture = (np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8)
    picture.setflags(write=False)
    return picture


def _cells(
    columns: int, rows: int, cell: int, *, seam: int = 1, shifted: bool = False
) -> tuple[Array, Array]:
    """(number of its cell, 0 on a seam and 1 off it) for each pixel of a wall of cells; `shifted` as bricks are."""
    y, x = np.mgrid[0 : rows * cell, 0 : columns * cell]
    row = y // cell
    if shifted:
        x = x + (row % 2) * (cell // 2)
    number = row * 97 + (x // cell) % columns
    return number, ((x % cell >= seam) & (y % cell >= seam)).astype(F)


@kept
@archived
def paving(columns: int = 28, rows: int = 10, cell: int = 40, colour: str = "#f4f0ea") -> Picture:
    """Granite slabs, no two alike."""
    rng = noise.stream("paving")
    number, on = _cells(columns, rows, cell, seam=2, shifted=True)
    tone = rng.uniform(0.88, 1.06, 4096).astype(F)[number % 4096]
    grain = rng.normal(0, 0.02, number.shape).astype(F)
    value = (tone + grain) * (F(0.72) + F(0.28) * on)
    return _bytes(np.repeat(value[..., None], 3, 2) * rgb(colour))


@kept
def parquet(colour: str = "#b9814e", columns: int = 12, rows: int = 10, cell: int = 56) -> Picture:
    """Oak in herring-bone, as in old flats: pairs of blocks laid across each other."""
    rng = noise.stream("parquet", colour)
    y, x = np.mgrid[0 : rows * cell, 0 : columns * cell]
    strips = 4
    upright = ((x // cell + y // cell) % 2).astype(bool)
    along = np.where(upright, x % cell, y % cell) * strips // cell
    number = (y // cell) * 131 + (x // cell) * 17 + along * 5
    tone = rng.uniform(-1, 1, 2048).astype(F)[number % 2048]
    line = np.where(upright, x % (cell // strips), y % (cell // strips)) == 0
    grain = _grain(rows * cell, columns * cell, rng)
    value = (
        F(0.5)
        + tone * F(0.28)
        + np.where(upright, grain.T[: y.shape[0], : y.shape[1]], grain[: y.shape[0], : y.shape[1]]) * F(0.22)
    )
    table = ramp([(0, mix(colour, "#4a2a16", 0.42)), (0.5, colour), (1, mix(colour, "#ffe2b0", 0.32))], 256)
    return _bytes(look_up(table, value) * (1 - F(0.35) * line[..., None]))


def _grain(height: int, width: int, rng: np.random.Generator) -> Array:
    """A square of noise drawn out along x: the grain of wood, in about -1..1."""
    side = max(height, width)
    square: Array = noise.fractal(side, side, 3, 2, rng, cell_x=46) * 2 - 1
    return square


@kept
@archived
def planks(colour: str = "#a87245", width: int = 900, height: int = 600, board: int = 60) -> Picture:
    """Boards that run across the picture."""
    rng = noise.stream("planks", colour)
    y = np.arange(height)[:, None]
    x = np.arange(width)[None]
    row = y // board
    starts = rng.integers(0, width, 64)
    piece = (x + starts[row % 64]) // int(width * 0.55)
    tone = rng.uniform(-1, 1, 512).astype(F)[(row * 7 + piece * 3) % 512]
    grain = noise.fractal(height, width, 4, 3, rng, cell_x=150) * 2 - 1
    seam = (y % board == 0) | ((x + starts[row % 64]) % int(width * 0.55) < 2)
    table = ramp([(0, mix(colour, "#3a2010", 0.5)), (0.5, colour), (1, mix(colour, "#ffe0b0", 0.35))], 256)
    return _bytes(look_up(table, F(0.5) + tone * F(0.2) + grain * F(0.32)) * (1 - F(0.4) * seam[..., None]))


@kept
@archived
def tiles(first: str, second: str, columns: int = 16, rows: int = 12, cell: int = 40, *, grout: str = "#d8d2c4",
          shifted: bool = False, checked: bool = True) -> Picture:  # fmt: skip
    """Glazed tiles of two colours, checked or at random, each a little domed."""
    rng = noise.stream("tiles", first, second)
    number, on = _cells(columns, rows, cell, seam=max(1, cell // 16), shifted=shifted)
    y, x = np.mgrid[0 : rows * cell, 0 : columns * cell]
    odd = (x // cell + y // cell) % 2 == 1 if checked else rng.random(4096)[number % 4096] < 0.25
    value = np.where(odd[..., None], rgb(second), rgb(first)).astype(F)
    value *= rng.uniform(0.94, 1.05, 4096).astype(F)[number % 4096][..., None]
    dome = (F(1.05) - F(0.10) * ((y % cell) / cell).astype(F))[..., None]
    return _bytes(rgb(grout) + (value * dome - rgb(grout)) * on[..., None])


@kept
def terrazzo(colour: str = "#d9d2c4", size: int = 512) -> Picture:
    """Stone chips in cement, polished."""
    rng = noise.stream("terrazzo", colour)
    canvas = np.tile(rgb(colour), (size, size, 1)).astype(F)
    chips = [rgb(c) for c in ("#8d8478", "#b9a58c", "#6f7d78", "#efe9dd", "#a8765c")]
    for _ in range(1500):
        x, y = rng.integers(0, size, 2)
        axes = (int(rng.integers(2, 7)), int(rng.integers(1, 5)))
        tint = chips[int(rng.integers(len(chips)))].tolist()
        cv2.ellipse(canvas, (int(x), int(y)), axes, float(rng.uniform(0, 180)), 0, 360, tint, -1, cv2.LINE_AA)
    return _bytes(canvas)


@kept
@archived
def marble(
    base: str = "#f4f1ec",
    vein: str = "#8d8a92",
    gold: str | None = "#c79a4e",
    width: int = 1000,
    height: int = 700,
) -> Picture:
    """Veined stone, polished."""
    rng = noise.stream("marble", base, vein)
    h, w = height // 2, width // 2
    big, fine = noise.fractal(h, w, 85, 6, rng, gain=0.55), noise.fractal(h, w, 45, 5, rng, gain=0.55)
    cloud = noise.fractal(h, w, 120, 4, rng)
    veins = np.exp(-np.abs(big - F(0.5)) * 52) * smoothstep(0.25, 0.65, fine)
    threads = np.exp(-np.abs(fine - F(0.48)) * 92) * F(0.6) * smoothstep(0.3, 0.7, big)
    colour = rgb(base) * (1 - F(0.10) * smoothstep(0.35, 0.75, cloud)[..., None])
    colour = colour + (rgb(vein) - colour) * np.clip(veins * F(0.8) + threads * F(0.55), 0, 1)[..., None]
    if gold is not None:
        gilt = np.exp(-np.abs(noise.fractal(h, w, 100, 5, rng) - F(0.5)) * 120) * smoothstep(0.5, 0.7, fine)
        colour = colour + (rgb(gold) - colour) * np.clip(gilt * F(0.75), 0, 1)[..., None]
    return _bytes(np.asarray(cv2.resize(colour.astype(F), (width, height)), F))


@kept
def wood(colour: str = "#a8693a", width: int = 1000, height: int = 700) -> Picture:
    """A table top in one piece, its grain running across."""
    rng = noise.stream("wood", colour)
    h, w = height // 2, width // 2
    wander = noise.fractal(h, w, 60, 3, rng, cell_x=220)
    y = np.arange(h, dtype=F)[:, None]
    rings = np.sin(y / F(9) + wander * 26) * F(0.5)
    pores = noise.fractal(h, w, 2.2, 2, rng, cell_x=40) - F(0.5)
    table = ramp([(0, mix(colour, "#3a1c0c", 0.45)), (0.5, colour), (1, mix(colour, "#ffdcae", 0.42))], 256)
    value = F(0.5) + rings * F(0.20) + pores * F(0.5) + (wander - F(0.5)) * F(0.5)
    return _bytes(np.asarray(cv2.resize(look_up(table, value), (width, height)), F))


@kept
def plaster(colour: str, size: int = 256) -> Picture:
    """A painted wall, a little uneven."""
    rng = noise.stream("plaster", colour)
    n = noise.fractal(size, size, 60, 4, rng) - F(0.5)
    return _bytes(rgb(colour) * (1 + np.asarray(blur(n, 1.0)) * F(0.10))[..., None])


@kept
def snow_road(width: int = 240, height: int = 1000) -> Picture:
    """Snow on a road, and where wheels have pressed it to slush."""
    rng = noise.stream("tracks in snow")
    pixels = (
        rgb("#dfe6f0") * (F(0.90) + F(0.16) * noise.fractal(height, width, 14, 4, rng, cell_x=9))[..., None]
    )
    for share in (0.23, 0.40, 0.62, 0.78):
        wander = noise.line_noise(26, 6, 2, rng) * 12
        path = np.column_stack([share * width + wander, np.linspace(-10, height + 10, 26)])
        for offset, wide, tint, opacity in (
            (0, 11, "#8b909c", 0.8),
            (-8, 4, "#f9fbfd", 0.9),
            (8, 4, "#f9fbfd", 0.9),
        ):
            mask = np.zeros((height, width), np.uint8)
            cv2.polylines(
                mask, [np.round((path + (offset, 0)) * 16).astype(np.int32)], False, 255, wide, cv2.LINE_AA, 4
            )
            share_of = cv2.GaussianBlur(mask, (0, 0), 2.5).astype(F)[..., None] * F(opacity / 255)
            pixels = pixels + (rgb(tint) - pixels) * share_of
    return _bytes(pixels)

"""Lettering: words and pictures on solid things, as thin sheets of coloured vertices."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from waa.painter.archive import archived
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, grid_faces, make


@lru_cache(16)
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(files("waa") / f"assets/fonts/{name}.ttf"), size)


@kept
@archived
def ink(text: str, size: int = 48, *, font: str = "sans-900", vertical: bool = False) -> Array:
    """(h, w) 0..1 of `text` set `size` pixels high, cropped to the ink; `vertical` sets it downwards.

    Shared by every caller: do not write to it.
    """
    lines = list(text) if vertical else text.split("\n")
    face = _font(font, size * 4)
    boxes = [face.getbbox(line) for line in lines]
    step = int(size * 4 * 1.08)
    image = Image.new("L", (max(int(b[2]) for b in boxes) + 8, step * len(lines) + size * 2))
    draw = ImageDraw.Draw(image)
    for row, (line, box) in enumerate(zip(lines, boxes, strict=True)):
        draw.text(((image.width - box[2] - box[0]) / 2, row * step), line, font=face, fill=255)
    cropped = image.crop(image.getbbox() or (0, 0, 1, 1))
    scale = (max(1, round(cropped.width / 4)), max(1, round(cropped.height / 4)))
    return np.asarray(cropped.resize(scale, Image.Resampling.BOX), F) / F(255)


def placed(mark: Array, height: int, width: int, *, fill: float = 0.8) -> Array:
    """`mark` in the middle of a (height, width) field, as large as fits in `fill` of it."""
    scale = min(width * fill / mark.shape[1], height * fill / mark.shape[0])
    size = (max(1, round(mark.shape[1] * scale)), max(1, round(mark.shape[0] * scale)))
    small = np.asarray(Image.fromarray(mark).resize(size, Image.Resampling.BOX), F)
    field = np.zeros((height, width), F)
    top, left = (height - size[1]) // 2, (width - size[0]) // 2
    field[top : top + size[1], left : left + size[0]] = small
    return field


def sheet(
    picture: Array, width: float, height: float, *, relief: Array | None = None, gloss: float = 0.12
) -> Mesh:
    """A picture (h, w, 3) as a mesh, one vertex a pixel: upright in z = 0, looking at the viewer.

    `relief` (h, w) raises the pixels, in metres; negative digs in.
    """
    rows, columns = picture.shape[:2]
    x, y = np.meshgrid(
        np.linspace(-width / 2, width / 2, columns), np.linspace(height / 2, -height / 2, rows)
    )
    z = np.zeros_like(x) if relief is None else relief
    vertices = np.stack([x, y, z], -1).reshape(-1, 3)
    faces = grid_faces(rows, columns, wraps=False)[:, ::-1]
    normals = np.tile([0.0, 0, 1], (len(vertices), 1)) if relief is None else None
    mesh = make(vertices, faces, normals, gloss=gloss)
    return mesh.painted(lambda v, n, c: picture.reshape(-1, 3))


def lettered(text: str, width: float, height: float, colour: Colour, paper: Colour, *, rows: int = 40,
             fill: float = 0.8, font: str = "sans-900", vertical: bool = False, depth: float = 0.0,
             gloss: float = 0.12, bare: bool = False) -> Mesh:  # fmt: skip
    """A sheet with words on it, upright in z = 0; `depth` raises the letters (metres), negative engraves.

    `bare` leaves the letters alone, to be laid on something else of the colour `paper`.
    """
    columns = max(2, round(rows * width / height))
    mark = placed(ink(text, max(24, rows), font=font, vertical=vertical), rows, columns, fill=fill)
    picture = rgb(paper) + (rgb(colour) - rgb(paper)) * mark[..., None]
    panel = sheet(picture, width, height, relief=mark * F(depth) if depth else None, gloss=gloss)
    return panel.kept((mark.ravel()[panel.faces] > 0.02).any(1)) if bare else panel

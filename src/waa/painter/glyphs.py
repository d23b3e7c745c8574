"""Glyphs: the long tail of things. A drawing from the asset pack, puffed up into a solid so that it takes the light.

Rasterised on first use and kept in the cache folder; see docs/painter.md for the pack.
"""

from __future__ import annotations

import json
import lzma
import os
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import cache
from waa.painter.canvas import blur
from waa.painter.colour import NAMED, Array, F, rgb
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, make
from waa.painter.solid.model import Model

ROWS = 184  # of the grid a glyph is cut into: about two pixels of a main subject


@kept
def _pack() -> dict[str, tuple[str, int]]:
    """Name -> (svg body, size of its view box)."""
    with lzma.open(str(files("waa") / "assets/glyphs.json.xz")) as file:
        pack = json.load(file)
    glyphs = {name: (body, pack["box"]) for name, body in pack["glyphs"].items()}
    return glyphs | {name: (globe["body"], globe["box"]) for name, globe in pack["globes"].items()}


def names() -> frozenset[str]:
    return frozenset(_pack())


@kept
def raster(name: str, size: int = 512) -> NDArray[np.uint8]:
    """(h, w, 4) straight-alpha RGBA, cropped to the drawing. KeyError for a name that is not in the pack."""
    folder = cache.folder("glyphs")
    kept = folder / f"{name}-{size}.png" if folder else None
    pixels = cv2.imread(str(kept), cv2.IMREAD_UNCHANGED) if kept and kept.exists() else None
    if pixels is None:
        pixels = _cropped(cv2.imdecode(np.frombuffer(_png(name, size), np.uint8), cv2.IMREAD_UNCHANGED))
        if kept:
            _keep(kept, pixels)
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA), np.uint8)


def _cropped(pixels: NDArray[Any] | None) -> NDArray[np.uint8]:
    assert pixels is not None  # what the rasteriser has just written can be read
    seen = pixels[..., 3] > 8
    rows, columns = np.nonzero(seen.any(1))[0], np.nonzero(seen.any(0))[0]
    return np.asarray(pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], np.uint8)


def _png(name: str, size: int) -> bytes:
    import resvg_py  # only on first use of a glyph

    body, box = _pack()[name]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {box} {box}" width="{size}" height="{size}">{body}</svg>'
    )
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))


def _keep(path: Path, pixels: NDArray[Any]) -> None:
    part = path.with_suffix(f".{os.getpid()}.part.png")
    try:
        if cv2.imwrite(str(part), pixels):
            part.replace(path)
    except (OSError, cv2.error):  # a full disk costs time, not the picture
        part.unlink(missing_ok=True)


def puffed(name: str, height: float, *, depth: float = 0.16) -> Model:
    """The glyph as a soft solid, `height` metres tall; `depth` is its half thickness as a share of its height."""
    drawing = raster(name)
    scale = ROWS / drawing.shape[0]
    size = (max(8, round(drawing.shape[1] * scale)), ROWS)
    if size[0] > 2 * ROWS:  # a wide one: the same number of cells, not more
        size = (2 * ROWS, max(8, round(drawing.shape[0] * 2 * ROWS / drawing.shape[1])))
    return Model(mesh=_pillow(drawing, size, height, depth))


def _pillow(drawing: NDArray[np.uint8], size: tuple[int, int], height: float, depth: float) -> Mesh:
    pad = 2
    shrunk = cv2.resize(_premultiplied(drawing), size, interpolation=cv2.INTER_AREA)
    small = np.asarray(np.pad(shrunk, ((pad, pad), (pad, pad), (0, 0))), F)
    alpha = small[..., 3]
    colour = _spread(small)
    metre = height / size[1]
    thickness = _thickness(alpha, depth * min(size)) * metre
    x, y = _to_outline(alpha)
    vertices = np.stack(
        [(x - small.shape[1] / 2) * metre, (small.shape[0] - pad - 0.5 - y) * metre, thickness], -1
    )
    inside = alpha > 0.5
    near = cv2.dilate(inside.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    cell = near[:-1, :-1] & near[:-1, 1:] & near[1:, :-1] & near[1:, 1:]
    cell &= inside[:-1, :-1] | inside[:-1, 1:] | inside[1:, :-1] | inside[1:, 1:]
    front = _cells(cell, alpha.shape[1])
    used = np.unique(front)
    number = np.full(alpha.size, -1, np.int32)
    number[used] = np.arange(len(used), dtype=np.int32)
    v, c = vertices.reshape(-1, 3)[used], colour.reshape(-1, 3)[used]
    faces = number[front]
    both = np.concatenate([v, v * np.array([1, 1, -1])])
    solid = make(both, np.concatenate([faces, faces[:, ::-1] + len(v)]), None, gloss=0.16)
    return solid.painted(lambda *_: np.concatenate([c, c]))


def _premultiplied(drawing: NDArray[np.uint8]) -> Array:
    pixels: Array = drawing.astype(F) * F(1 / 255)
    pixels[..., :3] *= pixels[..., 3:]
    return pixels


def _spread(premultiplied: Array) -> Array:
    """The colours without their alpha, carried a little over the edge so that no dark rim shows."""
    colour, weight = premultiplied[..., :3].copy(), premultiplied[..., 3].copy()
    for _ in range(4):
        bare = weight < 0.5
        wider = cv2.blur(np.dstack([colour, weight]), (3, 3))
        colour[bare], weight[bare] = wider[..., :3][bare], wider[..., 3][bare]
    return np.asarray(colour / np.maximum(weight, F(1e-3))[..., None], F)


def _thickness(alpha: Array, radius: float) -> Array:
    """Half the thickness at each cell: round towards the outline, flat in the middle of what is wide."""
    distance = cv2.distanceTransform((alpha > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    t = np.clip(distance / F(radius), 0, 1)
    rounded = np.sqrt(np.maximum(1 - (1 - t) ** 2, 0)) * F(radius)
    smoothed = blur(blur(rounded, radius * 0.16), radius * 0.10)
    return np.asarray(smoothed * (alpha > 0.5), F)


def _to_outline(alpha: Array) -> tuple[Array, Array]:
    """Grid positions, those just outside the drawing moved onto its outline: no stairs."""
    y, x = np.mgrid[0 : alpha.shape[0], 0 : alpha.shape[1]].astype(F)
    smooth = cv2.GaussianBlur(alpha, (0, 0), 0.8)
    gx, gy = cv2.Sobel(smooth, cv2.CV_32F, 1, 0) / 8, cv2.Sobel(smooth, cv2.CV_32F, 0, 1) / 8
    slope = gx * gx + gy * gy
    move = np.clip((F(0.5) - smooth) / np.maximum(slope, F(1e-3)), -12, 12)
    edge = (np.abs(smooth - F(0.5)) < F(0.5)) & (slope > 1e-3) & (alpha <= 0.5)
    limit = F(1.2)
    return x + np.where(edge, np.clip(gx * move, -limit, limit), 0), y + np.where(
        edge, np.clip(gy * move, -limit, limit), 0
    )


def _cells(cell: NDArray[np.bool_], width: int) -> NDArray[np.int64]:
    row, column = np.nonzero(cell)
    a = row * width + column
    b, c, d = a + 1, a + width, a + width + 1
    return np.concatenate([np.stack([a, c, b], -1), np.stack([b, c, d], -1)])


def recoloured(model: Model, colour: str) -> Model:
    """The main hue of the drawing turned into a named colour; its other colours stay."""
    if colour not in NAMED:
        return model
    target = cv2.cvtColor(rgb(NAMED[colour]).reshape(1, 1, 3), cv2.COLOR_RGB2HSV)[0, 0]
    pixels = np.clip(model.mesh.colours, 0, 1).reshape(1, -1, 3)
    hsv = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV)[0]
    vivid = (hsv[:, 1] > 0.25) & (hsv[:, 2] > 0.2)
    if vivid.sum() < 50:  # a grey thing: keep its light and dark
        tinted = rgb(NAMED[colour]) * (pixels[0].mean(1, keepdims=True) * F(1.25))
        return replace(model, mesh=model.mesh.painted(lambda *_: np.clip(tinted, 0, 1)))
    weight = hsv[:, 1] * hsv[:, 2]
    histogram, _ = np.histogram(hsv[vivid, 0], bins=36, range=(0, 360), weights=weight[vivid])
    main = float(histogram.argmax() * 10 + 5)
    apart = np.abs((hsv[:, 0] - main + 180) % 360 - 180)
    share = np.clip((48 - apart) / 22, 0, 1) * np.clip((hsv[:, 1] - 0.1) / 0.15, 0, 1)
    same = vivid & (apart < 30)
    s0, v0 = float(np.median(hsv[same, 1])), float(np.median(hsv[same, 2]))
    new = hsv.copy()
    new[:, 0] = target[0]
    new[:, 1] = np.clip(hsv[:, 1] * target[1] / max(0.2, s0), 0, 1)
    new[:, 2] = np.clip(hsv[:, 2] * (target[2] / max(0.3, v0)) ** 0.8, 0, 1)
    turned = cv2.cvtColor(new.reshape(1, -1, 3), cv2.COLOR_HSV2RGB)[0]
    mixed = pixels[0] + (turned - pixels[0]) * share[:, None]
    return replace(model, mesh=model.mesh.painted(lambda *_: mixed))

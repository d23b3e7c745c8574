"""Styles of the camera and of the studio: photo look, film, 3d, clay."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import LUMA, Array, F, rgb, saturate
from waa.painter.finish import finish
from waa.painter.noise import smoothstep
from waa.painter.stage import Stage, with_light
from waa.painter.styles import Style, register
from waa.painter.styles.layers import things as things_of


def _out_of_focus(canvas: Canvas, radius: float) -> None:
    """The background softens, its lights grow to discs; the things and what is just under them stay sharp."""
    things = things_of(canvas)
    near = cv2.dilate(things, np.ones((3, 3), np.uint8))
    feet = np.asarray(blur(near, 26 * canvas.unit))
    rows = np.linspace(0, 1, canvas.height, dtype=F)[:, None]
    ground = smoothstep(0.62, 0.95, rows) * F(0.55)
    sharp = np.clip(np.maximum(near, feet * F(0.9) + ground), 0, 1)
    weight = 1 - np.clip(np.asarray(blur(things, 3 * canvas.unit)) * F(1.4), 0, 1)
    bright = np.clip(canvas.pixels, 0, 1.3) ** F(2.2)
    far = np.asarray(blur(bright * weight[..., None], radius)) / (
        np.asarray(blur(weight, radius))[..., None] + F(1e-3)
    )
    canvas.pixels = canvas.pixels * sharp[..., None] + np.clip(far, 0, 1.2) ** F(1 / 2.2) * (
        1 - sharp[..., None]
    )


@register("photo")
class Photo(Style):
    """As if through a fast lens: shallow focus, true colour, fine grain."""

    wants_layers = True

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        _out_of_focus(canvas, 9 * canvas.unit)
        finish(
            canvas, replace(stage.finish, saturation=0.98, contrast=stage.finish.contrast + 0.10, bloom=0.42)
        )


@register("film")
class Film(Style):
    """A colour negative: warm lights, teal shades, halation round what is bright, grain."""

    wants_layers = True

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        _out_of_focus(canvas, 6 * canvas.unit)
        finish(
            canvas,
            replace(stage.finish, saturation=0.92, contrast=stage.finish.contrast + 0.16, vignette=0.34),
        )
        plain = np.clip(canvas.pixels, 0, 1)
        luma = (plain @ LUMA)[..., None]
        toned = (
            plain
            + (rgb("#2f6f78") - F(0.33)) * (1 - luma) ** 2 * F(0.20)
            + (rgb("#ffcf95") - F(0.75)) * luma**2 * F(0.16)
        )
        pixels = toned.astype(F)
        halo = np.asarray(blur(smoothstep(0.72, 1.0, luma[..., 0]), 12 * canvas.unit))
        pixels += rgb("#ff5a2a") * (halo * F(0.16))[..., None] * (1 - pixels)
        canvas.pixels = (pixels * F(0.95) + F(0.022) + _film_grain(canvas, rng)[..., None]).astype(F)


def _film_grain(canvas: Canvas, rng: np.random.Generator) -> Array:
    noise = rng.standard_normal((512, 512)).astype(F)
    tile = np.asarray(cv2.GaussianBlur(noise, (0, 0), 0.9), F)
    grain = np.tile(tile / tile.std(), (canvas.height // 512 + 1, canvas.width // 512 + 1))
    return grain[: canvas.height, : canvas.width] * F(0.014)


@register("3d")
class ThreeD(Style):
    """A rendered diorama: crisp rim light, deep focus fall-off, glossy colour."""

    wants_layers = True

    def on_stage(self, stage: Stage) -> Stage:
        stage.light = with_light(stage.light, rim_strength=stage.light.rim_strength * 1.5)
        return stage

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        _out_of_focus(canvas, 7 * canvas.unit)
        finish(
            canvas, replace(stage.finish, saturation=1.14, contrast=stage.finish.contrast + 0.10, bloom=0.40)
        )


@register("clay")
class ClayLook(Style):
    """The house look pushed: thumb prints in everything, a table-top's shallow focus, pastel warmth."""

    wants_layers = True

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        h, w, unit = canvas.height, canvas.width, canvas.unit
        prints = noise.soft_fractal(h, w, 26 * unit + 3, 3, rng, gain=0.6)
        ridges = np.sin(prints * F(46)) * smoothstep(
            0.45, 0.7, noise.soft_fractal(h, w, 90 * unit, 2, rng, shrink=4)
        )
        dents = cv2.Sobel(noise.soft_fractal(h, w, 40 * unit + 4, 3, rng), cv2.CV_32F, 1, 1, ksize=3)
        lumps = np.clip(dents / F(dents.std() + 1e-6), -2.5, 2.5) * F(0.022)
        canvas.pixels *= (1 + lumps + ridges * F(0.014))[..., None]
        _out_of_focus(canvas, 6 * unit)
        canvas.pixels = np.clip(
            saturate(np.clip(canvas.pixels, 0, 1.2), 1.05) * F(0.97) + F(0.02), 0, 1.2
        ).astype(F)
        finish(canvas, replace(stage.finish, saturation=1.08))

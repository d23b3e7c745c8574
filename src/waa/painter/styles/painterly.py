"""Styles of brush and pencil, which are at home in the pixels."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from waa.painter import filters, noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import LUMA, F, look_up, ramp, rgb, saturate
from waa.painter.finish import finish
from waa.painter.noise import smoothstep
from waa.painter.stage import Setting, Stage, with_light
from waa.painter.styles import Style, register
from waa.painter.styles.layers import outlines
from waa.painter.styles.seal import stamp_seal


@register("watercolour")
class Watercolour(Style):
    """Washes on rough paper with a dry-brush margin."""

    def on_stage(self, stage: Stage) -> Stage:
        stage.finish = replace(stage.finish, vignette=0.0, contrast=0.0, saturation=1.12)
        return stage

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        finish(canvas, stage.finish)
        canvas.pixels = filters.watercolour(np.clip(canvas.pixels, 0, 1), rng).astype(F)


@register("oil painting")
class Oil(Style):
    def on_stage(self, stage: Stage) -> Stage:
        stage.finish = replace(stage.finish, saturation=1.14, contrast=stage.finish.contrast + 0.06)
        return stage

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        finish(canvas, stage.finish)
        canvas.pixels = filters.oil(np.clip(canvas.pixels, 0, 1), rng).astype(F)


def _grey_day(setting: Setting) -> Setting:
    """Graphite and ink show form by even light; a sunset would only be dark paper."""
    return (
        replace(setting, hour="overcast") if setting.hour in ("day", "golden", "sunset", "dawn") else setting
    )


@register("pencil sketch")
class Pencil(Style):
    wants_layers = True

    def before(self, setting: Setting) -> Setting:
        return _grey_day(setting)

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        lines = outlines(canvas, 1.6, only_things=True)
        sheet = filters.pencil(np.clip(canvas.pixels, 0, 1), rng)
        grain = F(0.55) + F(0.45) * noise.soft_fractal(canvas.height, canvas.width, 3.2, 2, rng)
        canvas.pixels = (sheet + (rgb("#33333b") - sheet) * (lines * grain * F(0.8))[..., None]).astype(F)


@register("ink wash")
class InkWash(Style):
    """Ink on rice paper: density from the light, bleeding edges, a trace of colour, a red seal."""

    wants_layers = True

    def before(self, setting: Setting) -> Setting:
        return _grey_day(setting)

    def on_stage(self, stage: Stage) -> Stage:
        stage.light = with_light(stage.light, rim_strength=0.1)
        return stage

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        if stage.kind == "ink":  # the landscape was painted in ink from the start
            stamp_seal(canvas)
            return
        h, w, unit = canvas.height, canvas.width, canvas.unit
        soft = filters.kuwahara(np.clip(canvas.pixels, 0, 1), 7 * unit)
        grey = soft @ LUMA
        low, high = np.percentile(grey[::6, ::6], (2, 98))
        grey = np.clip((grey - F(low)) / F(high - low + 1e-3), 0, 1)
        local = grey / (np.asarray(blur(grey, 110 * unit)) + F(0.16))
        density = np.clip(F(0.90) - local * F(0.84), 0, 1) * F(1.05) + F(0.22) * (1 - grey) ** F(2.2)
        density *= F(0.72) + F(0.6) * noise.soft_fractal(h, w, 30 * unit + 4, 4, rng, shrink=4)
        brush = outlines(canvas, 3.0, only_things=True) * smoothstep(
            0.25, 0.6, noise.soft_fractal(h, w, 60 * unit, 3, rng, shrink=4)
        )
        density = np.maximum(density, brush * F(0.85))
        wander = [noise.soft_fractal(h, w, 9 * unit + 3, 3, rng) - F(0.5) for _ in range(2)]
        x, y = np.meshgrid(np.arange(w, dtype=F), np.arange(h, dtype=F))
        density = cv2.remap(
            density.astype(F),
            x + wander[0] * F(9 * unit),
            y + wander[1] * F(7 * unit),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT,
        )
        density = F(0.74) * density + F(0.30) * np.asarray(blur(density, 6 * unit))
        tones = ramp([(0, "#f6f0e3"), (0.28, "#c0c2bf"), (0.6, "#69727a"), (1, "#151a24")])
        inked = look_up(tones, np.clip(density, 0, 1))
        hint = (saturate(soft, 1.0) - grey[..., None] * F(1)) - (soft @ LUMA - grey)[..., None]
        colour = inked + (hint - hint.mean(-1, keepdims=True)) * F(0.30)
        canvas.pixels = np.clip(colour * filters.paper(h, w, rng, cell=2.6)[..., None], 0, 1).astype(F)
        stamp_seal(canvas)

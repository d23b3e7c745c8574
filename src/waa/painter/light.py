"""The one light of a scene. Everything that is drawn takes it, so that nothing looks cut out."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from waa.painter.colour import Array, F, rgb


@dataclass(frozen=True, kw_only=True)
class Light:
    """Tints multiply a surface's own colour: `key` where the light falls, `shade` where it does not.

    `direction` points towards the light: x right, y up, z to the viewer. `haze` is the air's colour over
    distance, `bounce` what the ground throws back from below. Lengths of shadows are in heights of the thing.
    """

    direction: tuple[float, float, float] = (-0.5, 0.7, 0.5)
    key: tuple[float, float, float] = (1.08, 1.03, 0.96)
    shade: tuple[float, float, float] = (0.62, 0.62, 0.78)
    rim: tuple[float, float, float] = (1.0, 0.95, 0.85)
    rim_strength: float = 0.35
    kicker: tuple[float, float, float] = (1.0, 1.0, 1.0)  # a second rim, on the side away from the key
    kicker_strength: float = 0.0
    haze: tuple[float, float, float] = (0.8, 0.85, 0.95)
    bounce: tuple[float, float, float] = (0.9, 0.78, 0.66)
    shadow: tuple[float, float, float] = (0.2, 0.2, 0.34)
    shadow_opacity: float = 0.45
    shadow_length: float = 0.5
    wrap: float = 0.4
    is_dark: bool = field(default=False)  # lamps, windows and neon are on

    @property
    def toward(self) -> Array:
        """`direction` as a unit vector."""
        d = np.array(self.direction, F)
        unit: Array = d / np.linalg.norm(d)
        return unit


def _light(
    direction: tuple[float, float, float], key: str, key_gain: float, shade: str, **more: object
) -> Light:
    tint = rgb(key) * key_gain
    return Light(
        direction=direction,
        key=tuple(float(c) for c in tint),  # type: ignore[arg-type]
        shade=tuple(float(c) for c in rgb(shade)),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


# By time of day and by kind of place. Hand-picked: the whole mood of a picture hangs on these few numbers.
LIGHTS: dict[str, Light] = {
    "day": _light((-0.5, 0.75, 0.55), "#fff6e6", 1.10, "#a4b0d2", rim=(1, 0.98, 0.92), rim_strength=0.3,
                  haze=(0.78, 0.87, 0.95), bounce=(0.80, 0.86, 0.62), shadow=(0.16, 0.22, 0.38),
                  shadow_opacity=0.46, shadow_length=0.4),
    "dawn": _light((0.8, 0.42, 0.34), "#ffe6cf", 1.14, "#8e88b8", rim=(1, 0.88, 0.72), rim_strength=0.6,
                   haze=(0.95, 0.83, 0.80), bounce=(0.95, 0.76, 0.70), shadow=(0.26, 0.20, 0.40),
                   shadow_opacity=0.44, shadow_length=1.0),
    "golden": _light((-0.75, 0.5, 0.42), "#ffe0b2", 1.16, "#9a88a6", rim=(1, 0.88, 0.62), rim_strength=0.5,
                     haze=(0.97, 0.87, 0.72), bounce=(0.95, 0.78, 0.52), shadow=(0.30, 0.20, 0.32),
                     shadow_opacity=0.46, shadow_length=0.9),
    "sunset": _light((-0.82, 0.34, 0.34), "#ffcb9a", 1.20, "#70609c", rim=(1, 0.70, 0.42), rim_strength=0.75,
                     haze=(0.94, 0.62, 0.52), bounce=(0.95, 0.56, 0.50), shadow=(0.18, 0.09, 0.28),
                     shadow_opacity=0.52, shadow_length=1.2),
    "dusk": _light((0.6, 0.45, 0.5), "#ffdbd8", 0.96, "#646cb6", rim=(1, 0.72, 0.62), rim_strength=0.5,
                   haze=(0.55, 0.44, 0.66), bounce=(0.60, 0.46, 0.62), shadow=(0.07, 0.06, 0.22),
                   shadow_opacity=0.52, shadow_length=0.6, is_dark=True),
    "night": _light((0.45, 0.8, 0.45), "#93ace9", 1.00, "#2d3a78", rim=(0.72, 0.84, 1), rim_strength=0.6,
                    haze=(0.16, 0.24, 0.45), bounce=(0.22, 0.28, 0.50), shadow=(0.01, 0.02, 0.10),
                    shadow_opacity=0.6, shadow_length=0.4, is_dark=True),
    "overcast": _light((-0.2, 0.9, 0.5), "#f4f7ff", 1.02, "#b4bfd6", rim=(1, 1, 1), rim_strength=0.15,
                       haze=(0.84, 0.87, 0.89), bounce=(0.72, 0.75, 0.76), shadow=(0.2, 0.24, 0.32),
                       shadow_opacity=0.36, shadow_length=0.15),
    "storm": _light((-0.3, 0.85, 0.5), "#d3dae4", 0.88, "#8490a8", rim=(0.9, 0.95, 1), rim_strength=0.25,
                    haze=(0.55, 0.59, 0.61), bounce=(0.55, 0.58, 0.60), shadow=(0.14, 0.17, 0.25),
                    shadow_opacity=0.38, shadow_length=0.15),
    "snow": _light((-0.35, 0.8, 0.5), "#fbfcff", 1.04, "#aebfe4", rim=(1, 1, 1), rim_strength=0.25,
                   haze=(0.88, 0.91, 0.95), bounce=(0.90, 0.94, 1.0), shadow=(0.36, 0.44, 0.62),
                   shadow_opacity=0.42, shadow_length=0.3),
    "aurora": _light((0.1, 0.9, 0.45), "#a9ebdf", 0.98, "#3c5288", rim=(0.5, 1, 0.8), rim_strength=0.6,
                     haze=(0.10, 0.30, 0.40), bounce=(0.25, 0.45, 0.52), shadow=(0.01, 0.04, 0.1),
                     shadow_opacity=0.55, shadow_length=0.2, is_dark=True),
    "space": _light((-0.75, 0.5, 0.45), "#fff4e6", 1.14, "#3a4070", rim=(0.70, 0.86, 1), rim_strength=0.8,
                    haze=(0.1, 0.12, 0.25), bounce=(0.34, 0.36, 0.50), shadow=(0.0, 0.0, 0.03),
                    shadow_opacity=0.75, shadow_length=0.9, is_dark=True),
    "studio": _light((-0.55, 0.75, 0.6), "#fff8f0", 1.08, "#a89aa8", rim=(1, 1, 1), rim_strength=0.35,
                     haze=(0.95, 0.9, 0.86), bounce=(0.94, 0.86, 0.82), shadow=(0.25, 0.17, 0.18),
                     shadow_opacity=0.42, shadow_length=0.7),
    "indoor": _light((-0.5, 0.7, 0.5), "#ffe2b8", 1.10, "#86707e", rim=(1, 0.82, 0.55), rim_strength=0.45,
                     haze=(0.60, 0.42, 0.32), bounce=(0.82, 0.60, 0.44), shadow=(0.12, 0.06, 0.07),
                     shadow_opacity=0.5, shadow_length=0.45),
    "neon": _light((0.7, 0.35, 0.5), "#ffc9f2", 0.98, "#565ab8", rim=(1, 0.35, 0.8), rim_strength=0.8,
                   haze=(0.26, 0.18, 0.45), bounce=(0.30, 0.55, 0.85), shadow=(0.02, 0.01, 0.08),
                   shadow_opacity=0.58, shadow_length=0.3, is_dark=True),
}  # fmt: skip

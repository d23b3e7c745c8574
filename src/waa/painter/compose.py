"""Compose: a Scene -> a finished picture. The recipe of the house, top to bottom in `paint`."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import finish, memory, noise, styles, type
from waa.painter.backdrop import backdrop
from waa.painter.canvas import Canvas
from waa.painter.colour import LUMA, Array, F, rgb
from waa.painter.kept import STORE
from waa.painter.layout import Placement, layout
from waa.painter.light import LIGHTS
from waa.painter.plan import Subject, plan
from waa.painter.setting import setting_of
from waa.painter.solid.camera import Sprite, View, photograph
from waa.painter.stage import Setting, Stage, places, with_light
from waa.painter.together import together
from waa.painter.world import air
from waa.words.scene import Scene

Progress = Callable[[float, str], None]
VERSION = (
    "1"  # of the painter: a picture is the same for the same (scene, size, seed, version) on the same machine
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Painting:
    """`pixels` is (height, width, 3) uint8. `scene` is the one given, its things now with their spots.

    `boxes` are (left, top, width, height) in pixels by thing id, `masks` cover (height, width) uint8 likewise.
    `missing` are ids of things that could not be drawn. `timings` are milliseconds by step.
    """

    pixels: NDArray[np.uint8]
    scene: Scene
    boxes: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)
    masks: dict[str, NDArray[np.uint8]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)


def paint(scene: Scene, *, width: int, height: int, seed: int, on_progress: Progress | None = None,
          keep_masks: bool = False, draft: bool = False) -> Painting:  # fmt: skip
    """Paint `scene`. `on_progress(share, step)` is called between the steps and may raise to cancel.

    A `draft` is the same picture with less care for the edges of things, in less time.
    """
    clock = _Clock(on_progress or (lambda share, step: None))
    # 1. What is to be seen, joined into subjects; and where.
    planned = plan(scene, seed)
    setting = setting_of(scene, planned.subjects, seed)
    style = styles.get(scene.style)
    setting = style.before(setting)
    clock.lap("plan", 0.05)
    # 2. The world.
    canvas, stage = backdrop(setting, width, height, layered=style.wants_layers)
    stage = finish.in_mood(style.on_stage(stage), setting.mood)
    clock.lap("place", 0.45)
    # 3. Who stands where.
    placements = [
        _as_kept(p, width, height)
        for p in layout(planned.subjects, stage, width, height, noise.stream(seed, "layout"))
    ]
    # 4. The subjects, from the sky and the back to the front.
    boxes: dict[str, tuple[int, int, int, int]] = {}
    masks: dict[str, NDArray[np.uint8]] = {}
    drawn = sorted(placements, key=lambda p: (not p.in_sky, p.foot))
    for placement, sprite in zip(drawn, _photographs(drawn, stage, height, draft), strict=True):
        _draw(canvas, stage, setting, placement, sprite, boxes, masks if keep_masks else None)
    clock.lap("things", 0.80)
    # 5. What is nearer than they are, and the weather.
    canvas.layer("front")
    for paint_front in stage.front:
        paint_front(canvas)
    _weather(canvas, stage, setting)
    clock.lap("front", 0.85)
    # 6. The finish over all of it, then the style, then the lettering.
    style.apply(canvas, stage, noise.stream(seed, "style"))
    clock.lap("style", 0.95)
    if setting.text:
        type.letter(canvas, setting, list(boxes.values()))
    clock.lap("type", 1.0)
    pixels = canvas.to_bytes()
    del canvas, stage, style
    memory.give_back()
    return Painting(
        pixels=pixels,
        scene=scene.with_spots(
            {p.subject.id: p.spot(width, height) for p in placements if "#" not in p.subject.id}
        ),
        boxes=boxes,
        masks=masks,
        missing=tuple(planned.missing),
        timings=clock.times,
    )


class _Clock:
    def __init__(self, on_progress: Progress) -> None:
        self.times: dict[str, float] = {}
        self._tell = on_progress
        self._last = time.perf_counter()

    def lap(self, step: str, share: float) -> None:
        now = time.perf_counter()
        self.times[step] = self.times.get(step, 0.0) + round((now - self._last) * 1000, 1)
        self._last = now
        self._tell(share, step)


# -- one subject -----------------------------------------------------------------------------------------


def _as_kept(p: Placement, width: int, height: int) -> Placement:
    """Where the next picture will have it: spots are rounded, and nothing may move by that."""
    spot = p.spot(width, height)
    tall = spot.height * height
    return replace(p, x=spot.x * width, foot=spot.y * height, height=tall, width=p.width * tall / p.height)


def _photographs(
    placements: Sequence[Placement], stage: Stage, height: int, draft: bool = False
) -> list[Sprite]:
    """One sprite for each, several at the same time; whoever was not moved or changed is remembered."""
    return together([partial(_photograph, p, stage, height, draft) for p in placements]) if placements else []


def _photograph(p: Placement, stage: Stage, height: int, draft: bool) -> Sprite:
    floats, grounded = _floats(p, stage), _grounded(p, stage)
    view = View(yaw=p.yaw, pitch=_pitch(stage, p, height))
    shadows = grounded and stage.shadows and not floats
    reflects = floats or (grounded and stage.reflects > 0)
    take = partial(
        photograph,
        p.subject.model,
        stage.light,
        p.height,
        view,
        shadows=shadows,
        reflects=reflects,
        draft=draft,
    )
    key = ("sprite", p.subject.model.digest(), stage.light, p.height, view, shadows, reflects, draft)
    return STORE.get(key, take)


def _floats(p: Placement, stage: Stage) -> bool:
    return stage.kind == "water" and not p.in_sky


def _grounded(p: Placement, stage: Stage) -> bool:
    return not p.in_sky and stage.kind not in ("air", "portrait")


def _draw(canvas: Canvas, stage: Stage, setting: Setting, p: Placement, sprite: Sprite,
          boxes: dict[str, tuple[int, int, int, int]], masks: dict[str, NDArray[np.uint8]] | None) -> None:  # fmt: skip
    subject = p.subject
    canvas.layer(subject.id)
    floats, grounded = _floats(p, stage), _grounded(p, stage)
    x = p.x - sprite.width / 2
    # A sprite stands on its foot line; things in the air hang by their box.
    y = p.foot - sprite.height if not grounded else p.foot - sprite.foot[1]
    if grounded:
        _ground_contact(canvas, stage, setting, sprite, x, y, p, floats)
    pixels = _in_haze(sprite.pixels, stage, p)
    if floats:
        pixels = _afloat(pixels, sprite, subject, p)
    canvas.stamp(x, y, pixels)
    for dx, dy, radius, colour, strength in sprite.lamps:
        canvas.glow(x + sprite.foot[0] + dx, y + sprite.foot[1] + dy, radius, colour, strength)
    _remember(canvas, subject, sprite, x, y, boxes, masks)


def _pitch(stage: Stage, p: Placement, height: int) -> float:
    if p.in_sky or stage.kind == "air":
        return 0.0 if p.subject.pose == "fly" else 4.0
    return stage.camera_pitch(height)


def _ground_contact(canvas: Canvas, stage: Stage, setting: Setting, sprite: Sprite, x: float, y: float, p: Placement,
                    floats: bool) -> None:  # fmt: skip
    """The shadow and the mirror image, before the thing itself."""
    foot_x, foot_y = x + sprite.foot[0], y + sprite.foot[1]
    if sprite.reflection is not None:
        opacity = 0.5 if floats else stage.reflects
        mirrored = _rippled(sprite.reflection, setting, p.subject.id, canvas.unit if floats else 0.0)
        canvas.stamp(x, foot_y, mirrored, opacity)
        if floats:
            canvas.oval(
                p.x,
                foot_y,
                p.width * 0.46,
                p.height * 0.02,
                rgb(stage.light.shadow),
                soft=p.height * 0.02,
                opacity=0.45,
            )
    if sprite.shadow is not None:
        light = stage.light
        opaque = np.clip(sprite.shadow * F(light.shadow_opacity), 0, 0.92)
        canvas.lay(foot_x + sprite.shadow_at[0], foot_y + sprite.shadow_at[1], rgb(light.shadow), opaque)


def _rippled(image: Array, setting: Setting, subject_id: str, unit: float) -> Array:
    """A mirror image that fades downwards; in water its rows wander."""
    height = image.shape[0]
    fade = (np.linspace(1, 0, height, dtype=F) ** F(1.15))[:, None]
    image = image.copy()
    image[..., :3] *= F(0.85)
    image[..., 3] *= fade
    if unit:
        wander = (noise.line_noise(height, 9 * unit + 2, 2, setting.rng("ripple", subject_id)) - F(0.5)) * F(
            20 * unit
        )
        wander *= np.linspace(0.3, 1.4, height, dtype=F)
        columns = np.arange(image.shape[1], dtype=F)[None] + wander[:, None]
        rows = np.broadcast_to(np.arange(height, dtype=F)[:, None], columns.shape)
        image = np.asarray(cv2.remap(image, columns.astype(F), rows.astype(F), cv2.INTER_LINEAR), F)
    return image


def _in_haze(pixels: Array, stage: Stage, p: Placement) -> Array:
    """Things farther off take on the colour of the air."""
    if stage.haze <= 0 or p.in_sky or stage.kind in ("air", "portrait", "table"):
        return pixels
    depth = np.clip((stage.ground - p.foot) / max(1.0, stage.ground - stage.horizon), 0, 1)
    pixels = pixels.copy()
    pixels[..., :3] += (rgb(stage.light.haze) - pixels[..., :3]) * F(stage.haze * (0.25 + depth))
    return pixels


def _afloat(pixels: Array, sprite: Sprite, subject: Subject, p: Placement) -> Array:
    """Cut off what is under the water line, softly."""
    line = sprite.foot[1] - subject.model.waterline / max(subject.real, 1e-3) * p.height
    rows = np.arange(pixels.shape[0], dtype=F)[:, None]
    pixels = pixels.copy()
    pixels[..., 3] *= np.clip((F(line) - rows) / F(max(1.0, 0.01 * p.height)) + F(0.5), 0, 1)
    return pixels


def _remember(canvas: Canvas, subject: Subject, sprite: Sprite, x: float, y: float,
              boxes: dict[str, tuple[int, int, int, int]], masks: dict[str, NDArray[np.uint8]] | None) -> None:  # fmt: skip
    left, top = max(0, int(x)), max(0, int(y))
    right, bottom = min(canvas.width, int(x) + sprite.width), min(canvas.height, int(y) + sprite.height)
    if right <= left or bottom <= top:
        return
    box = (left, top, right - left, bottom - top)
    for member in subject.members:
        boxes[member] = _union(boxes[member], box) if member in boxes else box
    if masks is not None:
        cover = sprite.pixels[top - int(y) : bottom - int(y), left - int(x) : right - int(x), 3]
        mask = masks.setdefault(subject.thing_id, np.zeros((canvas.height, canvas.width), np.uint8))
        part = mask[top:bottom, left:right]
        np.maximum(part, (np.clip(cover, 0, 1) * 255).astype(np.uint8), out=part)


def _union(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    left, top = min(a[0], b[0]), min(a[1], b[1])
    right, bottom = max(a[0] + a[2], b[0] + b[2]), max(a[1] + a[3], b[1] + b[3])
    return left, top, right - left, bottom - top


def _weather(canvas: Canvas, stage: Stage, setting: Setting) -> None:
    if not stage.weathered or (places()[setting.place].indoors and stage.kind != "portrait"):
        return
    rng = setting.rng("weather")
    if setting.weather == "snow":
        air.snow(canvas, rng)
    elif setting.weather in ("rain", "storm"):
        air.rain(canvas, rng, 1.4 if setting.weather == "storm" else 1.0)
        canvas.pixels *= np.array([0.90, 0.93, 0.98], F)
    elif setting.weather == "fog":
        for k in range(3):
            top = stage.horizon - (160 - 60 * k) * canvas.unit
            air.fog(canvas, top, min(canvas.height, top + 420 * canvas.unit), rgb(stage.light.haze), rng, 0.5)


# -- into a photo ------------------------------------------------------------------------------------------


def paint_onto(photo: NDArray[np.uint8], scene: Scene, *, seed: int) -> Painting:
    """Paint the things of `scene` into a photo (h, w, 3): they stand in its lower part, in the light it seems to have."""
    height, width = photo.shape[:2]
    planned = plan(scene, seed)
    canvas = Canvas(width, height)
    canvas.pixels[:] = photo.astype(F) * F(1 / 255)
    stage = _stage_of_photo(canvas)
    setting = Setting(place="photo", seed=seed)
    placements = layout(planned.subjects, stage, width, height, noise.stream(seed, "layout"))
    boxes: dict[str, tuple[int, int, int, int]] = {}
    drawn = sorted(placements, key=lambda p: (not p.in_sky, p.foot))
    for placement, sprite in zip(drawn, _photographs(drawn, stage, height), strict=True):
        _draw(canvas, stage, setting, placement, sprite, boxes, None)
    return Painting(pixels=canvas.to_bytes(), scene=scene, boxes=boxes, missing=tuple(planned.missing))


def _stage_of_photo(canvas: Canvas) -> Stage:
    """Guess a light: the brighter side, the colour of the lights and of the shades."""
    small = cv2.resize(canvas.pixels, (48, 48), interpolation=cv2.INTER_AREA)
    luma = small @ LUMA
    left, right = float(luma[:, :24].mean()), float(luma[:, 24:].mean())
    bright, dark = (
        small[luma >= np.percentile(luma, 75)].mean(0),
        small[luma <= np.percentile(luma, 30)].mean(0),
    )
    level = float(luma.mean())
    key = (0.55 + 0.5 * bright / max(1e-3, float(bright.max()))) * min(1.1, 0.55 + 0.9 * level)
    shade = (0.35 + 0.4 * dark / max(1e-3, float(dark.max()))) * min(1.0, 0.55 + 0.7 * level)
    light = with_light(
        LIGHTS["day"],
        direction=(-0.5 if left >= right else 0.5, 0.75, 0.55),
        key=tuple(float(c) for c in key),
        shade=tuple(float(c) for c in shade),
        shadow=tuple(float(c) * 0.4 for c in dark),
        haze=tuple(float(c) for c in bright),
        is_dark=level < 0.25,
    )
    return Stage(
        light=light,
        horizon=0.55 * canvas.height,
        ground=0.94 * canvas.height,
        subject_height=0.42,
        haze=0.0,
        focus_x=0.68,
    )

"""Heads: skull, muzzle, ears and face in the head's own frame (its middle at the origin, looking at +z)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.beasts import faces
from waa.painter.rigs.beasts.coat import EyeRing, HeadMark, head_paint
from waa.painter.rigs.beasts.shape import Ears, Head, Point
from waa.painter.solid import leaf as leaves
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, join

Palette = Mapping[str, Array]
Extra = Callable[[Head, Clay, Palette], Mesh]
CELLS = 42


@dataclass(frozen=True, eq=False)
class Built:
    """A head's mesh and the points that others ask for, in the head's frame."""

    mesh: Mesh
    top: Point
    eyes: Point
    mouth: Point
    hat: float
    eyes_width: float


def build_head(
    head: Head, palette: Palette, marks: Sequence[HeadMark | EyeRing], mood: str, extras: Mapping[str, Extra]
) -> Built:
    """`mood` is open, closed or happy; `marks` colour the skin."""
    r = head.radius
    skin = head_clay(head, palette)
    eyes, eye_points = _eyes(head, skin, palette, mood)
    paint = head_paint(r, marks, palette, eye_points[0] / F(r), head.eyes.size)
    parts: list[Mesh | None] = [painted_finely(skin.mesh(CELLS), paint, contrast=0.12, most=8500), *eyes]
    parts += _ears(head, palette)
    nose_at = _muzzle_tip(head, skin)
    parts += _nose(head, skin, palette)
    thickness = 0.027 * r
    mouth_y = nose_at[1] - (0.20 if head.muzzle.kind != "long" else 0.16) * r
    happy = "smile" if head.mouth == "open" and mood == "closed" else head.mouth
    parts.append(faces.mouth(skin, happy, (0.0, mouth_y), 0.25 * r * head.muzzle.wide, thickness))
    if happy == "open":
        parts += _tongue(head, skin, palette, mouth_y)
    parts += [extras[name](head, skin, palette) for name in head.extras]
    top, _ = skin.surface([(0, 3 * r, -0.05 * r)], (0, -1, 0))
    tip, _ = faces.on_skin(skin, [(0, mouth_y, 0)])
    middle = eye_points.mean(0)
    across = float(np.ptp(eye_points[:, 0])) + 2.6 * head.eyes.size * r
    return Built(
        mesh=join(*parts),
        top=_p(top[0]),
        eyes=(0.0, float(middle[1]), float(middle[2] + 0.15 * r)),
        mouth=_p(tip[0]),
        hat=_hat_size(head),
        eyes_width=across,
    )


def _hat_size(head: Head) -> float:
    """How wide a hat is: what fits between ears that stand on top, else most of the head."""
    width = 2 * head.radius * head.skull[0]
    e = head.ears
    if e is None or e.at[1] < 0.5:
        return 0.88 * width
    between = 2 * (e.at[0] - 0.3 * e.width) * head.radius
    return float(np.clip(1.55 * between, 0.55 * width, 0.80 * width))


def _p(at: Array) -> Point:
    return float(at[0]), float(at[1]), float(at[2])


# -- skin -------------------------------------------------------------------------------------------------


def head_clay(head: Head, palette: Palette) -> Clay:
    r, coat = head.radius, palette["coat"]
    clay = Clay(0.16 * r)
    clay.ball((0, 0, 0), tuple(r * s for s in head.skull), coat)
    if head.crown:
        clay.ball(
            (0, 0.40 * r, -0.05 * r), (0.72 * r, (0.45 + head.crown) * r, 0.72 * r), coat, blend=0.25 * r
        )
    if head.cheeks:
        across, up, ahead, size = (v * r for v in head.cheeks)
        for side in (1, -1):
            clay.ball((side * across, up, ahead), (size, size * 0.86, size * 0.9), coat, blend=0.3 * r)
    _MUZZLES[head.muzzle.kind](clay, head, palette)
    for start, end, first, last in head.lumps:
        for side in (1, -1) if start[0] or end[0] else (1,):
            a, b = ([side * q[0] * r, q[1] * r, q[2] * r] for q in (start, end))
            clay.limb(a, b, first * r, last * r, coat, blend=min(0.16 * r, first * r * 0.8))
    ears = head.ears
    if ears and ears.kind in ("pointed", "round"):
        for side in (1, -1):  # a mound that carries the ear
            x, y, z = ears.at
            clay.ball(
                (side * x * r, y * r * 0.92, z * r),
                (ears.width * 0.36 * r, 0.16 * r, ears.width * 0.26 * r),
                coat,
                blend=0.16 * r,
                roll=-side * ears.lean,
            )
    return clay


def _puffs(clay: Clay, head: Head, palette: Palette) -> None:
    """A cat's: two round lips under the nose, and a chin."""
    r, m, coat = head.radius, head.muzzle, palette["coat"]
    a, b = m.radii
    y, z = m.at * r, m.length * r
    clay.ball(
        (0, y + 0.10 * r, z - 0.36 * r),
        (a * 0.95 * r * m.wide, a * 0.78 * r, a * 1.0 * r),
        coat,
        blend=0.2 * r,
    )
    for side in (1, -1):
        clay.ball(
            (side * b * 0.62 * r * m.wide, y - 0.02 * r, z - 0.24 * r),
            (b * r * m.wide, b * 0.88 * r, b * 0.95 * r),
            coat,
            blend=0.05 * r,
        )
    clay.ball(
        (0, y - 0.20 * r, z - 0.36 * r),
        (b * 0.78 * r, b * 0.62 * r * m.jaw, b * 0.8 * r),
        coat,
        blend=0.08 * r,
    )


def _snout(clay: Clay, head: Head, palette: Palette) -> None:
    """A dog's or bear's: a tapering bridge over a jaw."""
    r, m, coat = head.radius, head.muzzle, palette["coat"]
    a, b = m.radii
    y, z = m.at * r, m.length * r
    tip = y - m.drop * r
    clay.limb((0, y + 0.06 * r, 0.42 * r), (0, tip, z - b * r), a * r, b * r, coat, blend=0.22 * r)
    for side in (1, -1):
        clay.ball(
            (side * b * 0.50 * r * m.wide, tip - b * 0.40 * r, z - b * 1.10 * r),
            (b * 0.78 * r * m.wide, b * 0.72 * r, b * 1.0 * r),
            coat,
            blend=0.06 * r,
        )
    clay.limb(
        (0, y - 0.26 * r, 0.40 * r),
        (0, tip - b * 0.95 * r, z - b * 1.35 * r),
        a * 0.66 * r,
        b * 0.52 * m.jaw * r,
        coat,
        blend=0.06 * r,
    )


def _long(clay: Clay, head: Head, palette: Palette) -> None:
    """A horse's or cow's: a long face that ends in soft lips."""
    r, m, coat = head.radius, head.muzzle, palette["coat"]
    a, b = m.radii
    y, z = m.at * r, m.length * r
    clay.limb((0, 0.02 * r, 0.30 * r), (0, y - m.drop * r, z - b * r), a * r, b * r, coat, blend=0.3 * r)
    clay.ball((0, -0.30 * r, 0.20 * r), (a * 0.98 * r, a * 0.95 * r, a * 1.05 * r), coat, blend=0.3 * r)
    clay.ball(
        (0, y - m.drop * r - 0.04 * r, z - b * 0.95 * r),
        (b * 1.10 * r * m.wide, b * 0.98 * r, b * 1.02 * r),
        coat,
        blend=0.12 * r,
    )
    clay.ball(
        (0, y - (m.drop + b * 0.72) * r, z - b * 1.30 * r),
        (b * 0.74 * r, b * 0.50 * r * m.jaw, b * 0.8 * r),
        coat,
        blend=0.06 * r,
    )


def _wide(clay: Clay, head: Head, palette: Palette) -> None:
    """A hippo's or frog's: one broad soft block."""
    r, m, coat = head.radius, head.muzzle, palette["coat"]
    a, b = m.radii
    y, z = m.at * r, m.length * r
    clay.ball((0, y, z - b * 1.0 * r), (a * r * m.wide, b * 0.82 * r, b * r), coat, blend=0.26 * r)
    clay.ball(
        (0, y - b * 0.62 * r, z - b * 1.15 * r),
        (a * 0.84 * r * m.wide, b * 0.42 * r * m.jaw, b * 0.84 * r),
        coat,
        blend=0.05 * r,
    )


def _none(clay: Clay, head: Head, palette: Palette) -> None:
    return


_MUZZLES = {"puffs": _puffs, "snout": _snout, "long": _long, "wide": _wide, "none": _none}


# -- ears -------------------------------------------------------------------------------------------------

_OUTLINES = {
    "pointed": leaves.POINTED,
    "round": leaves.ROUND,
    "long": leaves.LONG,
    "leaf": leaves.LONG,
    "floppy": leaves.DROP,
    "flap": leaves.ROUND,
}


def _ears(head: Head, palette: Palette) -> list[Mesh]:
    e = head.ears
    if e is None:
        return []
    return [ear(e, head.radius, side, palette) for side in (1, -1)]


def ear(e: Ears, r: float, side: int, palette: Palette) -> Mesh:
    """One ear: a blade that leaves the skull at `e.at` and may bend over."""
    x, y, z = (v * r for v in e.at)
    point = np.array([side * x, y, z])
    path = [point - 0.10 * r * _direction(e.lean, e.back, side), point]
    for k in range(1, 5):
        path.append(path[-1] + _direction(e.lean + e.bend * (k - 0.5) / 4, e.back, side) * (e.length * r / 4))
    a = math.radians(e.turn)
    facing = (side * math.sin(a), 0.12, math.cos(a))
    mesh = leaf(
        path,
        facing,
        e.width * r,
        e.thickness * r,
        palette[e.outside],
        outline=_OUTLINES[e.kind],
        cup=e.cup,
        inside=palette[e.inside] if e.inside else None,
        border=0.30,
    )
    if e.tip:
        mesh = _tipped(mesh, path[-1], e.length * r * 0.42, palette[e.tip])
    return mesh


def _tipped(mesh: Mesh, tip: Array, reach: float, colour: Array) -> Mesh:
    def paint(v: Array, n: Array, c: Array) -> Array:
        near = np.clip((reach - np.linalg.norm(v - tip.astype(F), axis=1)) / (0.12 * reach), 0, 1).astype(F)
        return c + (colour - c) * near[:, None]

    return painted_finely(mesh, paint)


def _direction(lean: float, back: float, side: int) -> Array:
    a, b = math.radians(lean), math.radians(back)
    return np.array([side * math.sin(a), math.cos(a) * math.cos(b), -math.sin(b) * abs(math.cos(a))])


# -- face -------------------------------------------------------------------------------------------------


def _eyes(head: Head, skin: Clay, palette: Palette, mood: str) -> tuple[list[Mesh], Array]:
    e, r = head.eyes, head.radius
    x, y = e.at
    direction = (-math.sin(math.radians(e.side)), 0.0, -math.cos(math.radians(e.side)))
    meshes: list[Mesh] = []
    places = []
    for side in (1, -1):
        d = (side * direction[0], 0.0, direction[2])
        where, normal = faces.on_skin(skin, [_aim(side * x * r, y * r, d)], d)
        places.append(where[0])
        if mood != "open":
            meshes.append(_shut(head, skin, (side * x * r, y * r), d, happy=mood == "happy"))
            continue
        gaze = faces.looking(normal[0], side * e.side)
        meshes.append(faces.eye(where[0], gaze, e.size * r, tall=e.tall, iris=e.iris, slit=e.slit))
        if e.lid:
            meshes.append(faces.lid(where[0], gaze, e.size * r, e.tall, e.lid, palette["lid"]))
    return meshes, np.stack(places)


def _aim(x: float, y: float, direction: tuple[float, float, float]) -> Point:
    """A point that a ray along `direction` passes through when it should look like (x, y) from its own side."""
    a = math.atan2(-direction[0], -direction[2])
    return x * math.cos(a), y, -x * math.sin(a)


def _shut(head: Head, skin: Clay, at: tuple[float, float], d: Point, *, happy: bool) -> Mesh:
    e, r = head.eyes, head.radius
    t = np.linspace(-1, 1, 9)
    sag = (t**2 - 0.45) * e.size * r * (-0.95 if happy else 0.60)
    points = [
        _aim(at[0] + e.size * r * 1.1 * float(u), at[1] + float(s), d) for u, s in zip(t, sag, strict=True)
    ]
    return faces.line(skin, points, 0.045 * r, direction=d)


def _muzzle_tip(head: Head, skin: Clay) -> Array:
    """Where the nose goes: the middle of the muzzle's front, a little up."""
    r, m = head.radius, head.muzzle
    up = {"puffs": 0.10, "snout": 0.10, "long": 0.12, "wide": 0.16, "none": 0.0}[m.kind]
    tip = {"puffs": m.at, "wide": m.at, "none": m.at}.get(m.kind, m.at - m.drop)
    where, _ = faces.on_skin(skin, [(0, (tip + up) * r, 0)])
    return np.asarray(where[0], F)


def _nose(head: Head, skin: Clay, palette: Palette) -> list[Mesh]:
    n, r = head.nose, head.radius
    if n.kind == "none":
        return []
    at = _muzzle_tip(head, skin)
    if n.kind == "nostrils":
        meshes = []
        for side in (1, -1):
            where, normal = faces.on_skin(skin, [(side * n.size[0] * r * 1.5, float(at[1]), 0)])
            meshes.append(
                faces.placed(
                    ball(
                        (n.size[0] * r * 0.55, n.size[1] * r, n.size[0] * r * 0.3),
                        colour=palette[n.colour],
                        gloss=0.2,
                        steps=12,
                    ),
                    faces.toward(normal[0]),
                    where[0] - normal[0] * F(0.01 * r),
                )
            )
        return meshes
    if n.kind == "disc":
        return [_disc(n.size[0] * r, n.size[1] * r, skin, at, palette)]
    mesh, _ = faces.nose(skin, n.kind, float(at[1]), (n.size[0] * r, n.size[1] * r), palette[n.colour])
    return [mesh]


def _disc(wide: float, tall: float, skin: Clay, at: Array, palette: Palette) -> Mesh:
    """A pig's: a round plate with two nostrils."""
    plate = ball((wide, tall, wide * 0.34), colour=palette["pink"], gloss=0.25, steps=20)
    holes = [
        ball(
            (wide * 0.16, tall * 0.30, wide * 0.10),
            (s * wide * 0.36, 0, wide * 0.30),
            palette["nose"],
            0.15,
            10,
        )
        for s in (1, -1)
    ]
    turn = faces.toward(np.array([0, 0.10, 1], F))
    return faces.placed(join(plate, *holes), turn, at + np.array([0, -0.04, 0.02], F) * F(wide))


def _tongue(head: Head, skin: Clay, palette: Palette, y: float) -> list[Mesh]:
    """A happy tongue under the smile."""
    r = head.radius
    where, _ = faces.on_skin(skin, [(0, y - 0.08 * r, 0)])
    at = where[0]
    path = [
        at + (0, 0.06 * r, -0.12 * r),
        at + (0, 0.0, 0.05 * r),
        at + (0, -0.12 * r, 0.10 * r),
        at + (0, -0.26 * r, 0.09 * r),
    ]
    return [
        leaf(
            path,
            (0, 0.2, 1),
            0.26 * r,
            0.09 * r,
            palette["tongue"],
            outline=leaves.DROP,
            cup=-0.15,
            gloss=0.4,
        )
    ]

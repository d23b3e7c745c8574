"""Flesh: clay on the bones: torso, neck, legs with their feet, and the tail."""

from __future__ import annotations

from waa.painter.colour import Colour
from waa.painter.rigs.beasts.frames import Bones, Limb
from waa.painter.rigs.beasts.rods import listed
from waa.painter.rigs.beasts.shape import Body
from waa.painter.rigs.beasts.tails import tail_radii
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, cylinder


def body_clay(body: Body, bones: Bones, skull: float, colour: Colour) -> Clay:
    """The body without its head, in one colour. `skull` rounds the neck off inside the head."""
    clay = Clay(body.smooth)
    _torso(clay, body, bones, colour)
    radii = body.neck[2:]
    clay.limb(
        listed(bones.neck[0]), listed(bones.neck[1]), radii[0], radii[1], colour, blend=body.smooth * 1.2
    )
    if skull:
        clay.ball(
            listed(bones.head.point(0, -skull * 0.10, 0.02 * skull)), skull * 0.76, colour, blend=body.smooth
        )
    _lumps(clay, body, bones, colour)
    for limb in bones.limbs.values():
        add_limb(clay, limb, colour, body)
    _tail(clay, body, bones, colour)
    return clay


def _torso(clay: Clay, body: Body, bones: Bones, colour: Colour) -> None:
    for rib in bones.ribs:
        f = rib.frame
        clay.ball(
            listed(f.at),
            (rib.wide, rib.tall, rib.long),
            colour,
            yaw=f.yaw,
            pitch=f.pitch,
            blend=body.smooth * 1.5,
        )


def _lumps(clay: Clay, body: Body, bones: Bones, colour: Colour) -> None:
    """Humps and ruffs, in the measure of the rib they sit on."""
    for where, (start, end, first, last) in body.lumps:
        rib = {"hips": bones.ribs[0], "middle": bones.ribs[1], "chest": bones.ribs[-1]}[where]
        size = rib.tall
        for side in (1, -1) if start[0] or end[0] else (1,):
            a, b = (
                rib.frame.point(side * q[0] * rib.wide, q[1] * rib.tall, q[2] * rib.tall)
                for q in (start, end)
            )
            clay.limb(listed(a), listed(b), first * size, last * size, colour, blend=body.smooth)


def add_limb(clay: Clay, limb: Limb, colour: Colour, body: Body) -> None:
    soft = min(body.smooth * 0.6, float(limb.radii[0]) * 0.8)
    for i in range(len(limb.points) - 1):
        clay.limb(
            listed(limb.points[i]),
            listed(limb.points[i + 1]),
            float(limb.radii[i]),
            float(limb.radii[i + 1]),
            colour,
            blend=soft if i == 0 else min(soft, float(limb.radii[i])),
        )
    _FEET[limb.leg.kind](clay, limb, colour)


def _paw(clay: Clay, limb: Limb, colour: Colour) -> None:
    wide, tall, long = limb.leg.foot
    frame = limb.foot
    clay.ball(
        listed(frame.point(0, tall * 0.92, long * 0.30)),
        (wide, tall, long),
        colour,
        blend=tall * 0.7,
        yaw=frame.yaw,
        pitch=frame.pitch,
    )
    toes = limb.leg.toes
    for k in range(toes):
        x = (k - (toes - 1) / 2) * wide * 1.55 / max(toes - 1, 1)
        ahead = long * (1.12 - 0.30 * (abs(x) / wide) ** 2)
        size = wide * (0.50 if toes <= 3 else 0.42)
        clay.ball(
            listed(frame.point(x, tall * 0.74, ahead)),
            (size, tall * 0.72, size * 1.1),
            colour,
            blend=tall * 0.16,
            yaw=frame.yaw,
            pitch=frame.pitch,
        )


def _hoof(clay: Clay, limb: Limb, colour: Colour) -> None:
    """Only the ankle; the hoof itself is a hard thing, see `hooves`."""
    wide, tall, _ = limb.leg.foot
    clay.limb(
        listed(limb.points[-1]),
        listed(limb.foot.point(0, tall * 0.8, 0)),
        float(limb.radii[-1]),
        wide * 0.78,
        colour,
        blend=0.01,
    )


def hooves(bones: Bones, colour: Colour) -> list[Mesh]:
    made = []
    for limb in bones.limbs.values():
        if limb.leg.kind == "hoof":
            wide, tall, _ = limb.leg.foot
            f = limb.foot
            hoof = cylinder(
                wide * 1.06, tall * 1.05, colour, 0.3, top=wide * 0.86, bevel=wide * 0.16, steps=24
            )
            made.append(hoof.turned(f.yaw, f.pitch, f.roll).moved(*listed(f.at)))
    return made


def _stump(clay: Clay, limb: Limb, colour: Colour) -> None:
    wide, tall, long = limb.leg.foot
    frame = limb.foot
    clay.limb(
        listed(frame.point(0, tall, 0.0)),
        listed(frame.point(0, tall * 0.62, long * 0.1)),
        wide * 0.92,
        wide,
        colour,
        blend=wide * 0.4,
    )
    clay.ball(
        listed(frame.point(0, -wide * 0.9, 0)),
        (wide * 2.2, wide, wide * 2.2),
        colour,
        blend=0.02,
        carves=True,
        yaw=frame.yaw,
        pitch=frame.pitch,
    )


def _hand(clay: Clay, limb: Limb, colour: Colour) -> None:
    wide, tall, long = limb.leg.foot
    frame = limb.foot
    clay.ball(
        listed(frame.point(0, tall * 0.9, long * 0.3)),
        (wide, tall, long),
        colour,
        blend=tall * 0.6,
        yaw=frame.yaw,
        pitch=frame.pitch,
    )
    for k in range(4):
        x = (k - 1.5) * wide * 0.5
        start, end = frame.point(x, tall * 0.8, long * 0.9), frame.point(x * 1.15, tall * 0.62, long * 1.5)
        clay.limb(listed(start), listed(end), wide * 0.28, wide * 0.25, colour, blend=tall * 0.15)


def _web(clay: Clay, limb: Limb, colour: Colour) -> None:
    """A frog's foot: long toes with round tips."""
    wide, tall, long = limb.leg.foot
    frame = limb.foot
    for k in (-1, 0, 1):
        end = frame.point(k * wide * 0.95, tall * 0.5, long * (1.15 - 0.2 * abs(k)))
        clay.limb(
            listed(frame.point(0, tall * 0.6, 0)),
            listed(end),
            tall * 0.75,
            tall * 0.42,
            colour,
            blend=tall * 0.5,
        )
        clay.ball(listed(end), (tall * 0.75, tall * 0.55, tall * 0.75), colour, blend=tall * 0.3)


_FEET = {"paw": _paw, "hoof": _hoof, "stump": _stump, "hand": _hand, "web": _web, "claw": _paw}


def _tail(clay: Clay, body: Body, bones: Bones, colour: Colour) -> None:
    points = bones.tail
    radii = tail_radii(body.tail, len(points))
    for i in range(len(points) - 1):
        soft = body.smooth * 0.6 if i == 0 else float(radii[i]) * 0.5
        clay.limb(
            listed(points[i]), listed(points[i + 1]), float(radii[i]), float(radii[i + 1]), colour, blend=soft
        )

"""Extras: the parts that only some beasts have, by the names the species use for them.

Those of the head are built in the head's frame, in metres of its clay; those of the body where its bones are.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.beasts import armour, faces, hair, horns
from waa.painter.rigs.beasts.frames import SIDES, Bones
from waa.painter.rigs.beasts.rods import listed
from waa.painter.rigs.beasts.shape import Head
from waa.painter.rigs.beasts.species import Species
from waa.painter.solid import leaf as leaves
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, join, tube

Palette = Mapping[str, Array]
HeadExtra = Callable[[Head, Clay, Palette], Mesh]
BodyExtra = Callable[[Species, Bones, Palette], Mesh]


def udder(species: Species, bones: Bones, palette: Palette) -> Mesh:
    rib = bones.ribs[0]
    at = rib.frame.point(0, -rib.tall * 0.92, rib.tall * 0.35)
    clay = Clay(0.02).ball(listed(at), (rib.wide * 0.42, rib.tall * 0.28, rib.tall * 0.40), palette["muzzle"])
    for x in SIDES:
        for z in (-0.5, 0.5):
            top = rib.frame.point(x * rib.wide * 0.2, -rib.tall * 1.05, rib.tall * (0.35 + 0.3 * z))
            clay.limb(
                listed(top),
                listed(top - rib.frame.turn[:, 1] * F(rib.tall * 0.22)),
                0.022,
                0.016,
                palette["muzzle"],
            )
    return clay.mesh(26)


def pouch(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A kangaroo's pocket with a joey looking out."""
    rib = bones.ribs[0]
    at = (bones.ribs[0].frame.at + bones.ribs[1].frame.at) / F(2) + np.array([0, 0, rib.tall * 0.86], F)
    size = rib.wide * 0.42
    clay = Clay(0.02)
    clay.ball(
        listed(at + np.array([0, size * 0.75, size * 0.30], F)),
        (size, size * 0.92, size * 0.9),
        palette["coat"],
    )
    clay.ball(
        listed(at + np.array([0, size * 0.52, size * 1.05], F)),
        (size * 0.52, size * 0.42, size * 0.6),
        palette["light"],
    )
    skin = clay.mesh(24)
    parts = [skin]
    for side in SIDES:
        ear = [
            at + np.array([side * size * k, size * (1.2 + u), size * 0.1], F)
            for k, u in ((0.45, 0), (0.62, 0.6), (0.74, 1.15))
        ]
        parts.append(
            leaf(
                ear,
                (side * 0.3, 0.1, 1),
                size * 0.62,
                size * 0.2,
                palette["coat"],
                outline=leaves.LONG,
                cup=0.4,
                inside=palette["inner"],
                steps=9,
                across=9,
            )
        )
        where, normal = faces.on_skin(clay, [(side * size * 0.48, float(at[1]) + size * 0.88, 0)])
        parts.append(faces.eye(where[0], faces.looking(normal[0], 0), size * 0.20))
    where, _ = faces.on_skin(clay, [(0, float(at[1]) + size * 0.66, 0)])
    parts.append(
        ball((size * 0.16, size * 0.11, size * 0.1), listed(where[0]), palette["nose"], 0.4, steps=8)
    )
    rim = [
        at
        + np.array(
            [
                math.sin(a) * size * 1.25,
                size * 0.18 - 0.32 * size * math.cos(a * 0.5) ** 2,
                math.cos(a) * size * 0.62,
            ],
            F,
        )
        for a in np.linspace(-1.5, 1.5, 11)
    ]
    parts.append(tube(np.stack(rim), size * 0.26, palette["light"], 0.1, steps=10))
    return join(*parts)


HEAD_EXTRAS: dict[str, HeadExtra] = {
    name: getattr(room, name)
    for room, names in (
        (
            horns,
            (
                "cow_horns",
                "goat_horns",
                "antlers",
                "reindeer_antlers",
                "unicorn_horn",
                "ossicones",
                "rhino_horns",
                "tusks",
                "hippo_teeth",
                "croc_teeth",
                "rex_teeth",
                "whiskers",
            ),
        ),
        (hair, ("lion_mane", "forelock", "tuft", "beard")),
    )
    for name in names
}
BODY_EXTRAS: dict[str, BodyExtra] = {
    name: getattr(room, name)
    for room, names in (
        (hair, ("neck_mane", "brush_mane", "hair_tail", "tail_tuft", "wool", "neck_wool")),
        (armour, ("shell", "spines", "back_plates", "scutes", "toenails")),
    )
    for name in names
} | {"udder": udder, "pouch": pouch}

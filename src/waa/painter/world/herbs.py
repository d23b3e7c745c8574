"""Herbs: makers of what stands low about a place: tufts, ferns, reeds, wild flowers, rice, stones.

Variants from `WINTER` on are the same in the cold: dry, or with snow on them.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from waa.painter import cast, noise
from waa.painter.cast import Look
from waa.painter.colour import F, rgb
from waa.painter.noise import smoothstep
from waa.painter.solid import foliage
from waa.painter.solid.boulder import boulder
from waa.painter.solid.foliage import snowed
from waa.painter.solid.mesh import ball, cylinder, join, tube
from waa.painter.solid.model import Lamp, Model

WINTER = 10
_PETALS = ("#fff7ea", "#ffd84f", "#f59ac0", "#b79af0", "#ff8f6b")


def made(concept: str, variant: int, colour: str | None = None) -> Model:
    """What the cast draws for a concept that is sure to be drawn."""
    model = cast.build(concept, Look(concept=concept, variant=variant, colour=colour))
    assert model is not None, concept
    return model


def tuft(variant: int) -> Model:
    return made("grass", variant, "khaki" if variant >= WINTER else None)


def fern(variant: int) -> Model:
    return made("fern", variant, "bronze" if variant >= WINTER else None)


def toadstool(variant: int) -> Model:
    return made("mushroom", variant)


def glowing_toadstool(variant: int) -> Model:
    """A toadstool of a fairy wood: its cap shines by itself."""
    tint = ("#5fe0ff", "#ff8ae2", "#b79aff", "#7dffc0")[variant % 4]
    model = made("mushroom", variant % 3, ("cyan", "pink", "lavender", "mint")[variant % 4])
    cap = smoothstep(0.05, 0.09, model.mesh.vertices[:, 1])[:, None]
    shining = model.mesh.painted(model.mesh.colours + (rgb(tint) - model.mesh.colours) * cap * F(0.45))
    surface = shining.surface.copy()
    surface[:, 1] = cap[:, 0] * F(0.85)
    top = float(model.mesh.high[1])
    lamp = Lamp(at=(0, top * 0.75, 0), radius=top * 2.6, colour=tint, strength=0.75)
    return replace(model, mesh=replace(shining, surface=surface), lamps=(lamp,))


def bush(variant: int) -> Model:
    return made("bush", variant)


def bamboo(variant: int) -> Model:
    return made("bamboo", variant)


def stone(variant: int) -> Model:
    """A worn stone as lies by water and in woods."""
    rng = noise.stream("stone", variant)
    mesh = boulder(rng, "#95928a", steps=24, flat=0.58, facets=22, wear=0.07, patches="#79924e")
    return Model(mesh=snowed(mesh, rng, steep=0.05) if variant >= WINTER else mesh)


def rock(variant: int) -> Model:
    """A broken rock as lies on mountains."""
    rng = noise.stream("rock", variant)
    mesh = boulder(rng, "#98928a", steps=34, flat=0.85, facets=14, wear=0.03, patches="#8a9a5a")
    return Model(mesh=snowed(mesh, rng, steep=0.1) if variant >= WINTER else mesh)


def wildflowers(variant: int) -> Model:
    """A tuft of grass with a few blossoms, 30 cm; the colour goes by the variant."""
    rng = noise.stream("wildflowers", variant)
    count = 6
    foot, tall = rng.normal(0, 0.09, (count, 2)), rng.uniform(0.20, 0.36, count)
    stems = [
        tube([(x, 0, z), (x * 1.3, t * 0.6, z), (x * 1.6, t, z * 1.4)], 0.005, "#6f9a45", steps=4)
        for (x, z), t in zip(foot, tall, strict=True)
    ]
    at = np.stack([foot[:, 0] * 1.6, tall, foot[:, 1] * 1.4], -1)
    facing = np.stack([rng.normal(0, 0.35, count), np.full(count, 0.55), np.full(count, 0.8)], -1)
    up = np.tile([0.0, 0.8, -0.6], (count, 1))
    size = rng.uniform(0.085, 0.12, count)
    petal = rgb(_PETALS[variant % len(_PETALS)])
    heads = foliage.cards(
        at - up * size[:, None] * 0.5, up, facing, size, petal, outline=foliage.BLOSSOM, fold=0.05
    )
    middles = [ball(0.014, p + f * 0.012, "#f2b632", steps=6) for p, f in zip(at, facing, strict=True)]
    return Model(mesh=join(made("grass", variant % 3).mesh, *stems, heads, *middles))


def reeds(variant: int) -> Model:
    """Reeds of 1 m with brown cattails."""
    rng = noise.stream("reeds", variant)
    count = 40
    foot = rng.normal(0, 0.10, (count, 2))
    along = np.stack([rng.normal(0, 0.16, count), np.ones(count), rng.normal(0, 0.10, count)], -1)
    tints = rgb("#c2a460" if variant >= WINTER else "#7fa24a") * rng.uniform(0.65, 1.1, (count, 1)).astype(F)
    at = np.stack([foot[:, 0], np.full(count, -0.05), foot[:, 1]], -1)
    facing, size = np.tile([0.2, 0.1, 1.0], (count, 1)), rng.uniform(0.6, 1.05, count)
    narrow = foliage.NEEDLE * (0.22, 1)
    blades = foliage.cards(at, along, facing, size, np.clip(tints, 0, 1), outline=narrow, tip=0.25)
    tails = []
    for _ in range(4):
        tall = rng.uniform(0.75, 1.02)
        head = cylinder(0.028, 0.17, "#7a4a2a", 0.0, bevel=0.02, steps=12).moved(0, tall - 0.2, 0)
        tail = join(cylinder(0.007, tall, "#93a04e", steps=6), head)
        tails.append(tail.turned(roll=rng.normal(0, 4)).moved(rng.normal(0, 0.11), 0, rng.normal(0, 0.07)))
    return Model(mesh=join(blades, *tails))


def rice(variant: int) -> Model:
    """A clump of rice, 60 cm; from `WINTER` on it is ripe and its ears hang."""
    rng = noise.stream("rice", variant)
    ripe = variant >= WINTER
    count = 34
    angle = rng.uniform(0, 2 * np.pi, count)
    out = np.stack([np.sin(angle), np.zeros(count), np.cos(angle)], -1)
    along = out * rng.uniform(0.08, 0.45, (count, 1)) + (0, 1, 0)
    light, dark = (rgb("#d9b54a"), rgb("#9a8a3a")) if ripe else (rgb("#9bd14e"), rgb("#4f8a34"))
    tints = dark + (light - dark) * rng.random((count, 1)).astype(F)
    size, upward = rng.uniform(0.34, 0.60, count), out * 0.4 + (0, 0.8, 0.5)
    narrow = foliage.NEEDLE * (0.36, 1)
    blades = foliage.cards(
        out * 0.03, along, out + (0, 0.1, 0), size, tints, outline=narrow, lit_from=upward, tip=0.3
    )
    if not ripe:
        return Model(mesh=blades)
    hung, down = out * 0.17 + (0, 0.50, 0), out * 0.8 - (0, 0.55, 0)
    grains, size = foliage.OVAL * (0.16, 1), rng.uniform(0.12, 0.2, count)
    ears = foliage.cards(
        hung, down, out + (0, 0.6, 0.3), size, rgb("#efc85a"), outline=grains, lit_from=upward
    )
    return Model(mesh=join(blades, ears))

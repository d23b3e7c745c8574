"""Hands: how arms hold what somebody carries, and who carries what in a way of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from waa.painter.colour import code, named
from waa.painter.rigs.people.poses import Limb

STAFF = Limb(at=(0.46, -0.52, 0.40), bend=(1, -0.6, -0.3), grip="fist")
RAISED = Limb(at=(0.40, -0.20, 0.52), bend=(1, -0.8, -0.2), grip="fist")
BELLY = Limb(at=(-0.16, -0.52, 0.50), bend=(0.8, -0.8, -0.3), grip="hold")
TRAY = Limb(at=(0.48, -0.06, 0.44), bend=(0.8, -1, -0.2), grip="flat")
HIP = Limb(at=(0.20, -0.62, 0.02), bend=(1, 0.1, -0.4), grip="fist")
SALUTE = Limb(at=(0.10, 0.42, 0.44), bend=(1, -0.2, 0), grip="flat")
SHOULDER = Limb(at=(0.12, 0.04, 0.30), bend=(1, -0.9, 0.2), grip="fist")
ARM = Limb(at=(-0.02, -0.48, 0.42), bend=(0.7, -0.5, -0.7), grip="hold")
STRUM = Limb(at=(-0.20, -0.62, 0.42), bend=(1, -0.2, -0.5), grip="hold")
NECK = Limb(at=(0.52, -0.34, 0.54), bend=(0.8, -0.8, -0.3), grip="hold")
MOUTH = Limb(at=(-0.16, -0.02, 0.62), bend=(1, -0.8, -0.2), grip="hold")
SWORD = Limb(at=(0.44, -0.44, 0.52), bend=(1, -0.5, -0.4), grip="fist")
BALL = Limb(at=(0.34, -0.46, 0.52), bend=(0.8, -0.8, -0.4), grip="flat")
ONE_PALM = Limb(at=(-0.18, -0.26, 0.50), bend=(1, -0.7, -0.1), grip="flat")
PALM = Limb(at=(-0.31, -0.24, 0.48), bend=(1, -0.7, -0.1), grip="flat")
POINT = Limb(at=(0.50, 0.12, 0.56), bend=(0.8, -0.8, 0), grip="open")


@dataclass(frozen=True, kw_only=True)
class Hold:
    """`piece` is what is held, as a piece of clothing would be; `left` and `right` are the arms that hold it."""

    piece: str
    colour: str
    left: Limb | None = None
    right: Limb | None = None


HOLDS = {
    "guitar": Hold(piece="guitar", colour="#c98a4a", left=NECK, right=STRUM),
    "electric_guitar": Hold(piece="guitar", colour="#c2413c", left=NECK, right=STRUM),
    "fishing_rod": Hold(piece="fishing_rod", colour="#7d5a36", right=RAISED),
    "magic_wand": Hold(piece="wand", colour="#ffd766", right=RAISED),
    "magnifying_glass": Hold(piece="magnifier", colour="#d9a441", left=HIP, right=RAISED),
    "palette": Hold(piece="palette", colour="#d8ac6c", left=BELLY, right=RAISED),
    "camera": Hold(piece="camera", colour="#2b2b33", left=BELLY, right=BELLY),
    "microphone": Hold(piece="microphone", colour="#c9ced6", left=POINT, right=MOUTH),
    "football": Hold(piece="football", colour="#ffffff", left=HIP, right=HIP),
    "basketball": Hold(piece="basketball", colour="#e07b33", left=HIP, right=BALL),
    "bouquet": Hold(piece="bouquet", colour="#f29ab0", left=BELLY, right=BELLY),
    "bridal_bouquet": Hold(piece="bouquet", colour="#f29ab0", left=BELLY, right=BELLY),
    "sword": Hold(piece="sword", colour="#e3b04b", left=HIP, right=SWORD),
    "broadsword": Hold(piece="sabre", colour="#e3b04b", left=HIP, right=SWORD),
    "shield": Hold(
        piece="shield", colour="#c2413c", left=Limb(at=(0.26, -0.60, 0.40), bend=(1, 0, -0.6), grip="fist")
    ),
    "hammer": Hold(piece="hammer", colour="#d23c3a", left=HIP, right=RAISED),
    "broom": Hold(piece="broom", colour="#d9a95a", left=HIP, right=STAFF),
    "witch_broom": Hold(piece="broom", colour="#d9a95a", left=HIP, right=STAFF),
    "umbrella": Hold(
        piece="umbrella",
        colour="#d8453f",
        right=Limb(at=(0.20, -0.26, 0.44), bend=(1, -0.9, -0.2), grip="fist"),
    ),
    "tray": Hold(piece="tray", colour="#d5dae1", left=TRAY),
}
_COLOURED = ("umbrella", "guitar", "electric_guitar", "shield", "bouquet", "bridal_bouquet")


def holds(concept: str) -> bool:
    """Whether people have a way of their own to hold this thing."""
    return concept in HOLDS


def told(traits: tuple[str, ...]) -> Hold | None:
    """What a trait `carry:<concept>:<colour>` puts into the hands."""
    for trait in traits:
        kind, _, rest = trait.partition(":")
        if kind == "carry":
            concept, _, colour = rest.partition(":")
            hold = HOLDS[concept]
            dyed = colour and concept in _COLOURED
            return replace(hold, colour=code(named(colour, hold.colour))) if dyed else hold
    return None

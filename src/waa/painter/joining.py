"""Joining: the model of a thing, and of a thing with what it holds, wears, rides, hugs or carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.contents import heaped, is_heaped, is_shoal, shoal
from waa.painter.facts import facts
from waa.painter.rigs import people
from waa.painter.solid.model import Anchor, Model
from waa.words.scene import Thing

_CHANCES = 89  # so many different people; one seen before is at hand at once


def _look(thing: Thing, number: int, seed: int, pose: str) -> Look:
    """A thing is the same in every picture, and so is its shape in memory; people differ from one to the next."""
    chance = number > 0 or facts(thing.concept).has("person")
    return Look(concept=thing.concept, colour=thing.colour, material=thing.material, pose=pose, traits=thing.traits,
                variant=number, seed=1 + seed % _CHANCES if chance else 0)  # fmt: skip


def build(thing: Thing, number: int, seed: int, pose: str = "stand") -> Model | None:
    """From the cast, else from a glyph, else None."""
    known = facts(thing.concept)
    look = _look(thing, number, seed, pose)
    model = cast.build(thing.concept, look)
    if model is None and known.drawn_as:
        model = cast.build(known.drawn_as, replace(look, concept=known.drawn_as))
    if model is None:
        if known.glyph is None:
            return None
        model = cast.build_glyph(known.glyph, known.height, thing.colour)
    return model


_JOINED_AT: dict[str, tuple[str, ...]] = {
    "holding": ("hands", "hand", "mouth"),
    "eating": ("hands", "hand", "mouth"),
    "reading": ("hands", "hand"),
}

# How the other one is built: who is ridden walks, and what is in the hands comes without its plate or saucer.
POSE_OF_PART = {"riding": "walk", "holding": "hold", "eating": "hold", "hugging": "sit", "heaped": "hold"}


def joined(model: Model, part: Model, other: Thing, kind: str, number: int = 0) -> Model:
    """`model` with what it holds, wears, rides or hugs: `part`, the model of `other`; `number` of several."""
    if kind == "riding" and other.concept in people.BOARDS:
        x, y, z = part.anchor("seat", "top").at
        return part.with_(model.transformed(at=(x, y, z))).grounded()
    if kind == "riding":
        return _driving(model, part) if _is_closed(other) else _riding(model, part)
    if kind == "hugging" and part.height < 0.6 * model.height and "hands" in model.anchors:
        return _cradling(model, part)
    if kind == "hugging":
        gap = (model.size[0] + part.size[0]) * 0.36
        beside = part.transformed(yaw=-28, at=(float(gap), 0, 0.02))
        return model.transformed(yaw=24).with_(beside).grounded()
    if kind == "wearing":
        where = facts(other.concept).worn or "head"
        anchor = (
            _brow(model) if where == "eyes" and "head" not in model.anchors else model.anchor(where, "head")
        )
        fit = part.anchors.get("fit")
        size = anchor.size / max(fit.size if fit else float(part.size[0]), 1e-3)
        return model.with_(part.transformed(scale=size, yaw=anchor.yaw, at=anchor.at))
    anchor = model.anchor(*_JOINED_AT[kind])
    return _tethered(model, part, anchor, number) if is_tethered(other) else _held(model, part, anchor)


def is_tethered(thing: Thing) -> bool:
    """A balloon or a kite."""
    known = facts(thing.concept)
    return known.has("flies") and known.has("toy")


def _brow(model: Model) -> Anchor:
    """Where spectacles go on what has no face: two thirds up its front."""
    low, high = model.mesh.low, model.mesh.high
    y = float(low[1] + 0.62 * (high[1] - low[1]))
    return Anchor(at=(float(low[0] + high[0]) / 2, y, float(high[2]) * 0.92), size=float(model.size[0]) * 0.9)


def _cradling(model: Model, part: Model) -> Model:
    """Someone small in the arms: before the chest, its feet on the hands."""
    x, y, z = model.anchor("hands").at
    head = model.anchors.get("head")
    scale = (1.08 * head.size if head else 0.31 * model.height) / part.height
    return model.with_(part.transformed(scale=scale, yaw=-12, at=(x, y - 0.24 * part.height * scale, z)))


_BUNCH = (
    (0.24, 0.0),
    (0.02, 0.16),
    (0.46, 0.10),
)  # where the balloons of a bunch hang, in heights of the holder


def _tethered(model: Model, part: Model, anchor: Anchor, number: int) -> Model:
    """Above the hand and beside the head, the string in the hand."""
    scale = min(max(0.75 * model.height / part.height, 0.6), 2.5)
    x, y, z = anchor.at
    tall = anchor.size * 4.2  # of the holder: the model grows with every balloon
    across, up = _BUNCH[number % len(_BUNCH)]
    return model.with_(
        part.transformed(scale=scale, at=(x + across * tall, y + up * tall, z - 0.02 * number))
    )


def _held(model: Model, part: Model, anchor: Anchor) -> Model:
    """In the hands: large enough to be seen, small enough to be carried; gripped at its middle."""
    longest = float(max(part.size[0], part.size[1]))
    grip = part.anchors.get("grip")
    scale = min(max(1.0, 0.8 * anchor.size / longest), 3.2 * anchor.size / longest)
    middle = grip.at if grip else (0.0, float(part.size[1]) * 0.5, 0.0)
    x, y, z = (a - m * scale for a, m in zip(anchor.at, middle, strict=True))
    return model.with_(part.transformed(scale=scale, at=(x, y, z)))


def _riding(rider: Model, mount: Model) -> Model:
    """The rider in the saddle; a rider far too small or large for the mount is brought to its measure."""
    seat = mount.anchor("seat", "back", "top")
    scale = min(max(1.0, 0.75 * mount.height / rider.height), 1.25 * mount.height / rider.height)
    hips = rider.anchors.get("seat_point")
    if hips and "pedal_left" in mount.anchors:
        scale = people.scale_to(hips.size, mount)
    drop = hips.at[1] * scale if hips else 0.12 * rider.height * scale
    x, y, z = seat.at
    return mount.with_(rider.transformed(scale=scale, yaw=seat.yaw, at=(x, y - drop, z))).grounded()


_OPEN = (
    "bicycle",
    "motorcycle",
    "scooter",
    "kick_scooter",
    "tricycle",
    "cart",
    "sleigh",
    "rickshaw",
    "carriage",
)


def is_open(thing: Thing) -> bool:
    return thing.concept in _OPEN or not facts(thing.concept).has("vehicle")


def _is_closed(thing: Thing) -> bool:
    return not is_open(thing)


def _driving(driver: Model, car: Model) -> Model:
    """In a closed car one sees only who is large enough to look out of its roof."""
    seat = car.anchor("seat", "top")
    scale = 1.5 * car.height / driver.height
    x, _, z = seat.at
    return car.with_(driver.transformed(scale=scale, yaw=seat.yaw, at=(x, 0.36 * car.height, z))).grounded()


MOST_CARRIED = 5


def carrying(model: Model, parts: Sequence[Model], other: Thing, kind: str) -> Model:
    """`model` with `parts`, models of `other`, on top of it or in it, side by side; food in a heap, fish in a shoal."""
    if parts and is_heaped(model, other, kind):
        return heaped(model, parts, other)
    if parts and is_shoal(model, other, kind):
        return shoal(model, parts, other)
    anchor = model.anchor("inside", "seat", "top") if kind == "in" else model.anchor("top", "seat", "back")
    placed = []
    for number, part in enumerate(parts):
        tallest, smallest = model.height * 1.1, model.height * 0.3
        scale = min(max(1.0, smallest / part.height), tallest / part.height)
        offset = (number - (len(parts) - 1) / 2) * float(part.size[0]) * scale * 1.08
        sink = 0.25 * part.height * scale if kind == "in" else 0.0
        x, y, z = anchor.at
        placed.append(
            part.transformed(
                scale=scale, yaw=anchor.yaw + cast.best_yaw(other.concept), at=(x + offset, y - sink, z)
            )
        )
    return model.with_(*placed)


_BELOW_MOUTH = 1.02  # of the head's width: where a portrait ends


def bust(model: Model) -> Model:
    """Head and shoulders of a figure; as it is where nobody can tell its head."""
    head, mouth = model.anchors.get("head"), model.anchors.get("mouth")
    if head is None or mouth is None:
        return model
    cut = mouth.at[1] - _BELOW_MOUTH * head.size
    return model.above(cut) if cut > 0.06 * model.height else model

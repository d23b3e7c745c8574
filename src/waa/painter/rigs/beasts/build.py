"""A species in a pose -> a model with its anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F
from waa.painter.kept import kept
from waa.painter.rigs.beasts import coat, flesh, heads
from waa.painter.rigs.beasts.extras import BODY_EXTRAS, HEAD_EXTRAS
from waa.painter.rigs.beasts.faces import on_skin
from waa.painter.rigs.beasts.frames import Bones, Frame, Skull
from waa.painter.rigs.beasts.palette import is_dark, palette_of
from waa.painter.rigs.beasts.poses import Pose, pose_of
from waa.painter.rigs.beasts.rods import listed
from waa.painter.rigs.beasts.shape import Head, Point
from waa.painter.rigs.beasts.skeleton import bones
from waa.painter.rigs.beasts.species import Species
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import Mesh, join
from waa.painter.solid.model import Anchor, Model


def beast(species: Species, look: Look) -> Model:
    """The model of a species, `look.pose` and `look.colour` honoured, in metres."""
    species = with_traits(species, look.traits)
    colour = look.colour or species.litter[look.variant % len(species.litter)]
    pose = pose_of(look.pose, species.body)
    frame = bones(species.body, pose, _skull(species.head))
    palette = palette_of(species, colour)
    unit = unit_of(species)
    clay = flesh.body_clay(species.body, frame, species.head.radius, palette["coat"])
    body = _body(species, frame, clay, palette)
    head = head_of(species, colour, pose.eyes)
    head_at = _head_frame(species, frame, pose)
    parts = [body, _set(head.mesh, head_at), *flesh.hooves(frame, palette["hoof"])]
    parts += [BODY_EXTRAS[name](species, frame, palette) for name in species.extras]
    mesh = join(*parts)
    low = float(mesh.low[1]) - frame.lift
    model = Model(
        mesh=mesh.moved(0, -low, 0).scaled(unit),
        anchors={k: scaled(a, low, unit) for k, a in _anchors(species, frame, clay, head, head_at).items()},
        waterline=(float(frame.hips.at[1]) - low) * unit if pose.waterline else 0.0,
    )
    return model


def _skull(head: Head) -> Skull:
    wide = head.radius * head.skull[0] * head.room
    return Skull(wide, max(0.94 * wide, head.hang * head.radius))


@kept
def head_of(species: Species, colour: str | None, mood: str) -> heads.Built:
    """Heads are the same in every pose."""
    palette = palette_of(species, colour)
    head = species.head
    if head.eyes.iris is None and is_dark(palette):
        head = replace(head, eyes=replace(head.eyes, iris=palette["amber"]))
    return heads.build_head(head, palette, species.face, mood, HEAD_EXTRAS)


def unit_of(species: Species) -> float:
    """Metres of one of its own units: what makes the top of its head as high as it is when it stands."""
    pose = pose_of("stand", species.body)
    stature = float(bones(species.body, pose, _skull(species.head)).head.at[1])
    return species.metres / (stature + species.head.radius * species.head.skull[1])


def _body(species: Species, frame: Bones, clay: Clay, palette: Mapping[str, Array]) -> Mesh:
    mesh = clay.mesh(species.cells)
    return painted_finely(
        mesh,
        coat.body_paint(species.body, frame, mesh.vertices, species.marks, palette),
        contrast=0.12,
        most=15000,
    )


def _head_frame(species: Species, frame: Bones, pose: Pose) -> Frame:
    turn = species.head.turn if pose.plan == "fours" else 0.0
    return replace(frame.head, yaw=frame.head.yaw + turn)


def _set(mesh: Mesh, frame: Frame) -> Mesh:
    return mesh.turned(frame.yaw, frame.pitch, frame.roll).moved(*(float(v) for v in frame.at))


def head_anchors(species: Species, head: heads.Built, at: Frame) -> dict[str, Anchor]:
    def placed(p: Point, size: float) -> Anchor:
        return Anchor(at=point(at.point(*p)), size=size, yaw=at.yaw)

    return {
        "head": placed(head.top, head.hat),
        "eyes": placed(head.eyes, head.eyes_width),
        "mouth": placed(head.mouth, species.head.radius * 0.8),
    }


def _anchors(species: Species, frame: Bones, clay: Clay, head: heads.Built, at: Frame) -> dict[str, Anchor]:
    body = species.body
    back = frame.chest.point(0, body.chest[1] * body.saddle, -0.48 * body.length)
    left, right = (frame.limbs["fore", side].points[-1] for side in (1, -1))
    hands = (left + right) / F(2) + np.array([0, 0, 0.4 * body.fore.foot[2]], F)
    return head_anchors(species, head, at) | {
        "neck": _collar(species, frame, clay),
        "hands": Anchor(at=point(hands), size=body.chest[0] * 1.5),
        "hand": Anchor(at=point(left), size=body.chest[0] * 1.1),
        "back": Anchor(at=point(back), size=body.chest[0] * 1.5),
        "seat_point": Anchor(at=frame.seat, size=body.hips[0] * 2),
        "top": Anchor(at=point(back), size=body.chest[0] * 1.6),
    }


def _collar(species: Species, frame: Bones, clay: Clay) -> Anchor:
    """Where a scarf goes: below the skull, as wide as what is there to the sides and in front."""
    head, r = species.head, species.head.radius
    along = frame.neck[1] - frame.neck[0]
    along = along / F(np.linalg.norm(along) + 1e-9)
    below = max(0.95 * r * head.skull[1], 0.42 * species.body.neck[0])
    at = frame.neck[1] - along * F(below)
    sides, _ = on_skin(clay, [listed(at)], (-1, 0, 0))
    front, _ = on_skin(clay, [listed(at)], (0, 0, -1))
    reach = max(
        float(sides[0, 0] - at[0]), 0.5 * float(front[0, 2] - at[2]) + 0.5 * float(sides[0, 0] - at[0])
    )
    return Anchor(at=point(at), size=(2.7 if "wool" in species.extras else 2.25) * reach)


def point(v: Array) -> Point:
    return float(v[0]), float(v[1]), float(v[2])


def scaled(a: Anchor, low: float, unit: float) -> Anchor:
    x, y, z = a.at
    return replace(a, at=(x * unit, (y - low) * unit, z * unit), size=a.size * unit)


# What the young do not have yet.
_GROWN = {
    "lion_mane",
    "antlers",
    "reindeer_antlers",
    "cow_horns",
    "goat_horns",
    "tusks",
    "beard",
    "rhino_horns",
    "udder",
}


def with_traits(species: Species, traits: tuple[str, ...]) -> Species:
    """Fat, young, striped and spotted ones."""
    given = set(traits)
    body, head = species.body, species.head
    if given & {"chubby", "fat", "round", "plump"}:
        body = replace(body, chest=_scaled_pair(body.chest, 1.14, 1.06), waist=_scaled_pair(body.waist, 1.30, 1.14),
                       hips=_scaled_pair(body.hips, 1.24, 1.10))  # fmt: skip
        species = replace(species, body=body)
    if given & {"baby", "young", "newborn"}:
        head = replace(head, radius=head.radius * 1.2, eyes=replace(head.eyes, size=head.eyes.size * 1.12), room=1.0,
                       extras=tuple(e for e in head.extras if e not in _GROWN))  # fmt: skip
        species = replace(
            species,
            head=head,
            metres=species.metres * 0.6,
            extras=tuple(e for e in species.extras if e not in _GROWN),
        )
    if "striped" in given:
        species = replace(
            species,
            marks=(
                *species.marks,
                coat.Rings(region="trunk", count=5, share=0.42, top=-0.5, wave=0.03, end=1.5),
            ),
        )
    if "spotted" in given:
        species = replace(species, marks=(*species.marks, coat.Spots(count=60, size=0.04)))
    return species


def _scaled_pair(pair: tuple[float, float], first: float, second: float) -> tuple[float, float]:
    return pair[0] * first, pair[1] * second


def register(concept: str, species: Species, yaw: float = 30.0) -> None:
    """Let the cast know a species under its lexicon id."""

    @draws(
        concept,
        yaw=yaw,
        yaws=dict.fromkeys(("sit", "wave", "hold", "eat", "read", "hug", "ride", "cheer", "dance"), 18.0),
    )
    def builder(look: Look) -> Model:
        return beast(species, look)

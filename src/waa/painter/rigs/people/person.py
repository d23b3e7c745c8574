"""A role and a look -> a figure in its clothes, as a model with its anchors."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from waa.painter import cast
from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.rigs.people import hands, limbs, looks
from waa.painter.rigs.people.build import Build
from waa.painter.rigs.people.face import GLOW, Face, build_head
from waa.painter.rigs.people.figure import Figure, pieces
from waa.painter.rigs.people.hair import build_hair
from waa.painter.rigs.people.looks import Role
from waa.painter.rigs.people.mounted import mounted
from waa.painter.rigs.people.outfits import FEET, LEGS, Wear
from waa.painter.rigs.people.poses import Pose, pose_of, with_arms
from waa.painter.rigs.people.skeleton import SIDES, bones
from waa.painter.solid.mesh import Mesh, ball, join
from waa.painter.solid.model import Anchor, Model

BOARDS = ("skateboard", "surfboard", "snowboard")  # one stands on them
OWN = ("stand", "look", "walk")  # poses whose hands are free for what a role carries

# What a portrait does not show, and how far below the root of the neck it ends; under a tall hat it is seen from farther.
BELOW = FEET | {"holster", "apron"}
CHEST, WAIST = 1.2, 1.55
TALL = frozenset(
    f"hat:{name}" for name in ("wizard_hat", "witch_hat", "toque", "top_hat", "bearskin", "santa_hat", "ears")
)


def person(role: Role, look: Look) -> Model:
    """The model, in metres, on the ground."""
    fig = figure(role, look)
    wear = looks.worn(role, look)
    far = not TALL.isdisjoint(name for name, _ in wear)
    if fig.fine:
        wear = tuple(w for w in wear if w[0] not in BELOW and (far or w[0] not in LEGS))
    parts = _put_on(fig, wear)
    hold = hands.told(look.traits)
    if hold and look.pose in (*OWN, "portrait"):
        parts += _put_on(fig, ((hold.piece, hold.colour),))
    elif look.pose in OWN:
        parts += _put_on(fig, role.carries)
    if look.pose == "cook":
        parts += _put_on(fig, (("wok", "#3a3d44"),))
    parts += _skin(fig, role)
    style, colour = looks.hair_of(role, look), looks.hair_colour(role, look)
    skull = blank(fig.face) if role.faceless else head(fig.face, style, colour)
    parts.append(fig.bones.head.place(skull))
    return _bust(fig, join(*parts), WAIST if far else CHEST) if fig.fine else _standing(fig, join(*parts))


def figure(role: Role, look: Look) -> Figure:
    body = looks.build_of(role, look)
    pose = pose_of(look.pose)
    hold = hands.told(look.traits)
    if hold and look.pose in (*OWN, "portrait"):
        pose = with_arms(pose, hold.left, hold.right)
    elif look.pose in OWN:
        pose = with_arms(pose, *role.arms)
    pose = _busy(_on_mount(body, pose, look), look)
    face = looks.face_of(role, look, body, pose)
    if look.pose == "portrait":  # it looks at the viewer
        face = replace(face, fine=True, gaze=-0.11)
    return Figure(
        body, pose, bones(body, pose), face, look, female=looks.is_woman(role, look), fine=face.fine
    )


def _busy(pose: Pose, look: Look) -> Pose:
    """A trait `arms:<pose>`: what somebody does who sits."""
    for trait in look.traits:
        kind, _, name = trait.partition(":")
        if kind == "arms":
            other = pose_of(name)
            if look.pose == "portrait":
                return with_arms(pose, other.left_arm, other.right_arm)
            face = replace(pose, eyes=other.eyes, mouth=other.mouth, head=other.head)
            return with_arms(face, other.left_arm, other.right_arm)
    return pose


def _on_mount(body: Build, pose: Pose, look: Look) -> Pose:
    """A trait `mount:<concept>` says what is ridden."""
    for trait in look.traits:
        kind, _, concept = trait.partition(":")
        if kind == "mount" and concept in BOARDS:
            return pose_of("surf")
        mount = cast.build(concept, Look(concept=concept, pose="walk")) if kind == "mount" else None
        if mount is not None:
            return mounted(body, pose, mount)
    return pose


def _put_on(fig: Figure, wear: Wear) -> list[Mesh]:
    made = (pieces()[name](fig, _dyed(colour, fig.look)) for name, colour in wear)
    return [mesh for mesh in made if mesh is not None]


def _dyed(colour: str, look: Look) -> Array:
    """The colour of a piece: one of several, or the one that was asked for."""
    main = colour.startswith("*")
    choices = colour.lstrip("*").split("|")
    usual = choices[looks.turn(look, "clothes") % len(choices)]
    return look.tint(usual) if main else rgb(usual)


def head(face: Face, style: str, colour: Colour) -> Mesh:
    return join(build_head(face)[0], None if style == "none" else build_hair(style, colour, fine=face.fine))


def blank(face: Face) -> Mesh:
    """A dummy's head: an egg without features."""
    return ball((0.33, 0.44, 0.36), (0, -0.06, 0), face.skin, 0.25, steps=40)


def _skin(fig: Figure, role: Role) -> list[Mesh]:
    tone = fig.face.skin
    both = limbs.hands(fig, role.gloves, 1.12) if role.gloves else limbs.hands(fig, tone).finished(glow=GLOW)
    return [both, limbs.neck(fig, tone)]


# -- on the ground, with its anchors ----------------------------------------------------------------------


def _standing(fig: Figure, mesh: Mesh) -> Model:
    """On the ground, in metres."""
    glass = join(*fig.glass) if fig.glass else None
    low, high = mesh.low, mesh.high
    middle = (low + high) / F(2)
    flat = fig.pose.whole != (0, 0, 0)
    to = np.array([middle[0] if flat else 0.0, low[1] - fig.pose.lift, middle[2] if flat else 0.0], F)
    unit = fig.build.metres / fig.build.heads
    at = tuple(float(-v) for v in to)
    model = Model(
        mesh=mesh, glass=glass, anchors=anchors(fig), lamps=tuple(fig.lamps), waterline=_waterline(fig)
    )
    moved = replace(model.transformed(at=at), waterline=model.waterline + at[1])  # type: ignore[arg-type]
    return moved.transformed(scale=unit)


def _bust(fig: Figure, mesh: Mesh, depth: float) -> Model:
    """From `depth` below the neck up, the cut at y = 0, in metres."""
    cut = float(fig.bones.chest.at[1]) - depth

    def above(m: Mesh) -> Mesh:
        return m.kept((m.vertices[m.faces, 1] > cut).all(1)).moved(0, -cut, 0)

    glass = above(join(*fig.glass)) if fig.glass else None
    model = Model(mesh=above(mesh), glass=glass, anchors=anchors(fig), lamps=tuple(fig.lamps))
    shifted = {k: replace(a, at=(a.at[0], a.at[1] - cut, a.at[2])) for k, a in model.anchors.items()}
    return replace(model, anchors=shifted).transformed(scale=fig.build.metres / fig.build.heads)


def _waterline(fig: Figure) -> float:
    return float(fig.bones.chest.at[1]) - 0.22 if fig.pose.waterline else 0.0


def anchors(fig: Figure) -> dict[str, Anchor]:
    b, body = fig.bones, fig.build
    left, right = (b.arms[s].hand.point(-0.03 * s, -0.11 * body.hand, 0.02) for s in SIDES)
    both = (left + right) / F(2) + b.chest.turn[:, 2] * F(0.10)
    lap = (b.legs[1].knee + b.legs[-1].knee) / F(2) * F(0.55) + b.pelvis.at * F(0.45)
    yaw = float(np.degrees(np.arctan2(b.head.turn[0, 2], b.head.turn[2, 2])))
    return {
        "head": _anchor(b.head.point(0, 0.24, -0.05), 1.0, yaw),
        "eyes": _anchor(b.head.point(0, fig.face.eye_y - 0.01, 0.47), 0.80, yaw),
        "mouth": _anchor(b.head.point(0, -0.31, 0.40), 0.30, yaw),
        "neck": _anchor(b.chest.point(0, -0.01, 0.0), 0.66),
        "hands": _anchor(both, 0.62),
        "hand": _anchor(left, 0.5),
        "back": _anchor(b.chest.point(0, -0.42 * body.torso, -body.chest[1] - fig.grown - 0.02), 0.66, 180.0),
        "lap": _anchor(lap + np.array([0, body.leg + 0.02, 0], F), 0.5),
        "seat_point": _anchor(b.pelvis.point(0, -0.20 * body.torso, 0), body.legs),
        "top": _anchor(b.head.point(0, 0.52, -0.05), 0.6),
    }


def _anchor(at: Array, size: float, yaw: float = 0.0) -> Anchor:
    return Anchor(at=(float(at[0]), float(at[1]), float(at[2])), size=size, yaw=yaw)


SIDEWAYS = {
    "walk": 32.0,
    "run": 42.0,
    "sit": 26.0,
    "perch": 24.0,
    "ride": 30.0,
    "drive": 24.0,
    "fly": 34.0,
    "swim": 30.0,
    "kneel": 30.0,
    "sleep": 0.0,
    "lie": 0.0,
    "cook": 24.0,
    "read": 18.0,
    "hug": 22.0,
    "jump": 16.0,
}


def register(concept: str, role: Role, yaw: float = 16.0) -> None:
    """Let the cast know a role under its lexicon id."""

    @draws(concept, yaw=yaw, yaws=SIDEWAYS)
    def builder(look: Look) -> Model:
        return person(role, look)

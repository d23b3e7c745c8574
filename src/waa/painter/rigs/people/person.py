"""A role and a look -> a figure in its clothes, as a model with its anchors."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, rgb, shift
from waa.painter.rigs.people import limbs
from waa.painter.rigs.people.build import BUILDS, Build, chubby, tall
from waa.painter.rigs.people.face import GLOW, Face, at_age, build_head
from waa.painter.rigs.people.figure import Figure, pieces
from waa.painter.rigs.people.hair import build_hair
from waa.painter.rigs.people.poses import Limb, Pose, pose_of, with_arms
from waa.painter.rigs.people.skeleton import SIDES, bones
from waa.painter.solid.mesh import Mesh, join
from waa.painter.solid.model import Anchor, Model

Wear = tuple[tuple[str, str], ...]
OWN = ("stand", "look", "walk")  # poses whose hands are free for what a role carries

# What a portrait does not show, and how far below the root of the neck it ends.
BELOW = {"trousers", "jeans", "shorts", "long_shorts", "shorts_or_skirt", "skirt", "sneakers", "shoes", "flats", "boots", "tall_boots",
         "slippers", "sandals", "long_socks", "stockings", "ballet_shoes", "belt", "holster", "sash", "apron", "wide_belt"}  # fmt: skip
CHEST = 0.70

SKINS = ("#fad8ba", "#f6ccaa", "#fde0c8", "#eebd98", "#f8d2b4")
HAIRS = ("#2b2322", "#33261f", "#3f2d22", "#241f24", "#4a3426")
GREYS = ("#cfccc8", "#b9b6b4", "#e4e1dc")


@dataclass(frozen=True, kw_only=True)
class Role:
    """Who somebody is, as data.

    `build` names a body, `hair` the styles that suit it (its variants take turns). `wear` are (piece, colour) from
    the skin outwards; a colour that starts with '*' is the main garment's and gives way to the one asked for,
    several joined by '|' take turns. `carries` are pieces for hands that are free; `arms` how it then holds them.
    """

    build: str = "man"
    hair: tuple[str, ...] = ("short",)
    hair_colour: str | None = None
    wear: Wear = ()
    carries: Wear = ()
    arms: tuple[Limb | None, Limb | None] = (None, None)
    face: tuple[tuple[str, object], ...] = ()
    gloves: str | None = None
    metres: float | None = None
    bald: bool = False
    covered: bool = False  # no neck or hands to be seen
    other: str | None = None  # the build that takes turns with `build`
    other_hair: tuple[str, ...] = ("bob", "ponytail", "long", "low_bun")


def person(role: Role, look: Look) -> Model:
    """The model, in metres, on the ground."""
    fig = figure(role, look)
    worn = [(name, colour) for name, colour in _worn(role, look) if not (fig.fine and name in BELOW)]
    parts = [m for name, colour in worn if (m := pieces()[name](fig, _dyed(colour, look))) is not None]
    if look.pose in OWN:
        parts += [
            m for name, colour in role.carries if (m := pieces()[name](fig, _dyed(colour, look))) is not None
        ]
    if look.pose == "cook":
        parts.append(pieces()["wok"](fig, rgb("#3a3d44")))
    parts += _skin(fig, role)
    parts.append(
        fig.bones.head.place(head(fig.face, hair_of(role, look), _hair_colour(role, look), _hatted(role)))
    )
    return _bust(fig, join(*parts)) if fig.fine else _standing(fig, join(*parts))


def figure(role: Role, look: Look) -> Figure:
    woman = _is_woman(role, look)
    name = role.other if woman and role.other else role.build
    body = build_of(name, role, look.traits)
    pose = pose_of(look.pose)
    if look.pose in OWN:
        pose = with_arms(pose, *role.arms)
    face = face_of(role, look, body, pose, female=woman or name in ("woman", "girl", "old_woman"))
    face = replace(face, fine=look.pose == "portrait")
    return Figure(body, pose, bones(body, pose), face, look, female=face.lashes > 0.5, fine=face.fine)


def _is_woman(role: Role, look: Look) -> bool:
    """Roles of no sex take turns, unless somebody said."""
    if {"female", "woman"} & set(look.traits):
        return role.other is not None
    return role.other is not None and "male" not in look.traits and look.variant % 2 == 1


def build_of(name: str, role: Role, traits: tuple[str, ...]) -> Build:
    if "old" in traits and name in ("man", "woman"):
        name = f"old_{name}"
    if {"young", "little", "baby"} & set(traits) and name in ("man", "woman"):
        name = {"man": "boy", "woman": "girl"}[name]
    body = BUILDS[name]
    if role.metres:
        body = replace(body, metres=role.metres)
    if {"chubby", "fat", "plump"} & set(traits):
        body = chubby(body)
    return tall(body) if "tall" in traits else body


def face_of(role: Role, look: Look, body: Build, pose: Pose, *, female: bool) -> Face:
    """Colours and traits of a face, and what the pose makes of it."""
    rng = look.rng("face")
    skin = SKINS[int(rng.integers(len(SKINS)))] if look.variant or look.seed else SKINS[0]
    face = Face(
        skin=skin,
        brow=shift(_hair_colour(role, look), 0, 1, 0.92),
        eyes=pose.eyes or "open",
        mouth=pose.mouth or "smile",
    )
    if female:
        face = replace(face, lashes=1.0, brow_thick=0.012, lips="#d8646a", jaw=0.96, eye=face.eye * 1.03)
    face = at_age(face, body.age)
    if {"smiling", "happy", "laughing"} & set(look.traits) and face.mouth == "smile":
        face = replace(face, mouth="grin")
    return replace(face, **dict(role.face))  # type: ignore[arg-type]


def hair_of(role: Role, look: Look) -> str:
    asked = set(look.traits)
    woman = _is_woman(role, look) or role.build in ("woman", "girl")
    for trait, style in (("bald", "bald"), ("curly", "curly"), ("long hair", "long"), ("long-haired", "long"),
                         ("short hair", "bob" if woman else "short"), ("ponytail", "ponytail")):  # fmt: skip
        if trait in asked:
            return style
    choices = role.other_hair if role.other and _is_woman(role, look) else role.hair
    name = choices[look.variant // (2 if role.other else 1) % len(choices)]
    return _FLAT.get(name, name) if _hatted(role) else name


# What shows of a style under a hat.
_FLAT = {"short": "tucked", "crew": "tucked", "bun": "low_bun", "topknot": "tucked", "grey_short": "tucked"}


def _hatted(role: Role) -> bool:
    return any(name.startswith(("hat:", "hood:")) for name, _ in role.wear)


def _hair_colour(role: Role, look: Look) -> Colour:
    body = role.build
    asked = {
        "blond": "#e2bd6f",
        "blonde": "#e2bd6f",
        "red-haired": "#b5532f",
        "grey-haired": "#bdb9b5",
        "white-haired": "#efece7",
    }
    for trait, colour in asked.items():
        if trait in look.traits:
            return colour
    if role.hair_colour:
        return role.hair_colour
    greys = body.startswith("old") or "old" in look.traits
    colours = GREYS if greys else HAIRS
    return colours[look.variant % len(colours)]


def head(face: Face, style: str, colour: Colour, hatted: bool = False) -> Mesh:
    return join(build_head(face)[0], None if style == "none" else build_hair(style, colour, fine=face.fine))


def _worn(role: Role, look: Look) -> list[tuple[str, str]]:
    worn = list(role.wear)
    for trait, name, colour in (("glasses", "glasses", "#33302f"), ("beard", "beard", "hair"), ("moustache", "moustache", "hair"),
                                ("sunglasses", "sunglasses", "#222226")):  # fmt: skip
        if trait in look.traits and name not in dict(worn):
            worn.append((name, _hex(_hair_colour(role, look)) if colour == "hair" else colour))
    return worn


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(float(c) * 255):02x}" for c in rgb(colour))


def _dyed(colour: str, look: Look) -> Array:
    main = colour.startswith("*")
    choices = colour.lstrip("*").split("|")
    usual = choices[look.variant % len(choices)]
    return look.tint(usual) if main else rgb(usual)


def _skin(fig: Figure, role: Role) -> list[Mesh]:
    if role.covered:
        return []
    tone = fig.face.skin
    hands = limbs.hands(fig, role.gloves, 1.12) if role.gloves else limbs.hands(fig, tone).finished(glow=GLOW)
    return [hands, limbs.neck(fig, tone)]


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


def _bust(fig: Figure, mesh: Mesh) -> Model:
    """From the chest up, the cut at y = 0, in metres."""
    cut = float(fig.bones.chest.at[1]) - CHEST

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
        "seat_point": _anchor(b.pelvis.point(0, -0.20 * body.torso, 0), 0.6),
        "top": _anchor(b.head.point(0, 0.52, -0.05), 0.6),
    }


def _anchor(at: Array, size: float, yaw: float = 0.0) -> Anchor:
    return Anchor(at=(float(at[0]), float(at[1]), float(at[2])), size=size, yaw=yaw)


SIDEWAYS = {"walk": 32.0, "run": 42.0, "sit": 26.0, "perch": 24.0, "ride": 30.0, "drive": 24.0, "fly": 34.0, "swim": 30.0, "kneel": 30.0,
            "sleep": 0.0, "lie": 0.0, "cook": 24.0, "read": 18.0, "hug": 22.0, "jump": 16.0}  # fmt: skip


def register(concept: str, role: Role, yaw: float = 16.0) -> None:
    """Let the cast know a role under its lexicon id."""

    @draws(concept, yaw=yaw, yaws=SIDEWAYS)
    def builder(look: Look) -> Model:
        return person(role, look)

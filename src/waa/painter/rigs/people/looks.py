"""How somebody looks: what a role, the words and the picture's own chance make of body, face and hair."""

from __future__ import annotations

from dataclasses import dataclass, replace

from waa.painter import noise
from waa.painter.cast import Look
from waa.painter.colour import Colour, code, mix, shift
from waa.painter.rigs.people import outfits
from waa.painter.rigs.people.build import BUILDS, Build, chubby, muscular, slim, tall
from waa.painter.rigs.people.face import Face, at_age
from waa.painter.rigs.people.outfits import Wear
from waa.painter.rigs.people.poses import Limb, Pose

# Most people of Hong Kong first; everybody else is in the street as well.
SKINS = (
    "#f8cfae",
    "#f3c29c",
    "#fbd9c0",
    "#eeb890",
    "#f6c9a8",
    "#e3a67a",
    "#f3c29c",
    "#fad6b8",
    "#d7966a",
    "#f0bd96",
    "#b9794f",
    "#f6cba6",
    "#8a5539",
)
_SKIN_OF_TRAIT = {
    "dark skin": "#8a5539",
    "african": "#7d4b31",
    "indian": "#b9794f",
    "tanned": "#d7966a",
    "fair skin": "#fde0cb",
}
HAIRS = ("#2b2322", "#33261f", "#241f24", "#3f2d22", "#2a2420", "#4a3426")
GREYS = ("#cfccc8", "#b9b6b4", "#e4e1dc")
_HAIR_OF_TRAIT = {
    "black hair": "#26212a",
    "blonde hair": "#e2bd6f",
    "white hair": "#ece9e4",
    "grey hair": "#a9a6a6",
    "red hair": "#b5532f",
    "brown hair": "#6a4429",
    "pink hair": "#f08fb4",
    "blue hair": "#4a78c8",
    "purple hair": "#8a62c0",
    "green hair": "#4f9e78",
}
_STYLE_OF_TRAIT = {
    "bald": ("bald", "bald"),
    "curly hair": ("curly", "curls"),
    "long hair": ("long", "long"),
    "short hair": ("short", "bob"),
    "ponytail": ("ponytail", "ponytail"),
    "bun hair": ("topknot", "bun"),
    "braids": ("braids", "braids"),
}
# What shows of a style under a hat.
_FLAT = {
    "short": "tucked",
    "crew": "tucked",
    "bun": "low_bun",
    "topknot": "tucked",
    "grey_short": "tucked",
    "fringe": "tucked",
    "ponytail": "low_bun",
    "court": "low_bun",
    "curly": "tucked_curls",
    "curls": "tucked_curls",
    "perm": "tucked_curls",
    "pigtails": "low_pigtails",
    "thin": "tucked",
}
_IRIS_OF_TRAIT = {"blue eyes": "#3f78b8", "green eyes": "#4a8a5a"}

# Nobody has everybody's face: small differences that take turns.
_FACES: tuple[dict[str, float], ...] = (
    {},
    {"eye_x": 0.006, "jaw": -0.02, "nose": 0.06, "eye": -0.003},
    {"eye_x": -0.004, "jaw": 0.02, "nose": -0.08, "eye": 0.003, "cheeks": 0.05},
    {"eye_y": 0.008, "jaw": -0.03, "cheeks": -0.06, "chin": 0.08},
)


@dataclass(frozen=True, kw_only=True)
class Role:
    """Who somebody is, as data.

    `build` names a body, `hair` the styles that suit it (they take turns). `wear` are (piece, colour) from the skin
    outwards; a colour that starts with '*' is the main garment's and gives way to the one asked for, several joined
    by '|' take turns. `carries` are pieces for hands that are free; `arms` how it then holds them.
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
    faceless: bool = False  # a shop's dummy
    other: str | None = None  # the build that takes turns with `build`
    other_hair: tuple[str, ...] = ("bob", "ponytail", "long", "low_bun")
    traits: tuple[str, ...] = ()  # as if somebody had said them


def asked(role: Role, look: Look) -> tuple[str, ...]:
    return (*look.traits, *role.traits)


def turn(look: Look, what: str) -> int:
    """Which of several choices: by the picture's seed, and by the number in a group."""
    chance = int(noise.stream(look.seed, look.concept, what).integers(5040)) if look.seed else 0
    return chance + look.variant


_TWIN = {
    "man": "woman",
    "boy": "girl",
    "old_man": "old_woman",
    "woman": "man",
    "girl": "boy",
    "old_woman": "old_man",
}
_HERS = ("woman", "girl", "old_woman")


def is_woman(role: Role, look: Look) -> bool:
    """Roles of no sex take turns, unless somebody said."""
    said = set(asked(role, look))
    if said & {"female", "woman"}:
        return True
    if role.other is None:
        return role.build in _HERS and not said & {"male", "man"}
    return not said & {"male", "man", "beard", "bald"} and turn(look, "sex") % 2 == 1


def build_of(role: Role, look: Look) -> Build:
    said = set(asked(role, look))
    woman = is_woman(role, look)
    name = role.other if role.other and woman else role.build
    if (name in _HERS) != woman:
        name = _TWIN.get(name, name)
    if "old" in said and name in ("man", "woman"):
        name = f"old_{name}"
    if said & {"little", "baby"} and name in ("man", "woman"):
        name = {"man": "boy", "woman": "girl"}[name]
    body = BUILDS[name]
    if role.metres:
        body = replace(body, metres=role.metres)
    for trait, made in (("chubby", chubby), ("muscular", muscular), ("thin", slim), ("tall", tall)):
        if trait in said:
            body = made(body)
    return replace(body, metres=body.metres * 0.88) if "short" in said else body


def skin_of(role: Role, look: Look) -> str:
    for trait in asked(role, look):
        if trait in _SKIN_OF_TRAIT:
            return _SKIN_OF_TRAIT[trait]
    if not _LIGHT_WITH.isdisjoint(asked(role, look)):
        return SKINS[turn(look, "skin") % 5]
    kin = [trait for trait in look.traits if trait.startswith("kin:")]
    if kin:
        return SKINS[int(noise.stream(look.seed, *kin).integers(len(SKINS)))]
    return SKINS[turn(look, "skin") % len(SKINS)]


_LIGHT_WITH = frozenset(
    {"blonde hair", "red hair", "freckles", "blue eyes", "green eyes"}
)  # go with light skin


def face_of(role: Role, look: Look, body: Build, pose: Pose) -> Face:
    """Colours and forms of a face, and what the pose and the feelings make of it."""
    said = set(asked(role, look))
    skin = skin_of(role, look)
    face = Face(
        skin=skin,
        brow=shift(mix(hair_colour(role, look), "#33231f", 0.35), 0, 1, 0.92),
        eyes=pose.eyes or "open",
        mouth=pose.mouth or "smile",
        lips=mix("#d97b74", skin, 0.25),
        freckles="freckles" in said,
    )
    woman = is_woman(role, look)
    if woman:
        face = replace(face, lashes=1.0, brow_thick=0.012, lips=mix("#d4525c", skin, 0.18))
    face = at_age(face, body.age, woman=woman)
    for name, more in _FACES[turn(look, "face") % len(_FACES)].items():
        face = replace(face, **{name: getattr(face, name) + more})
    for trait, iris in _IRIS_OF_TRAIT.items():
        if trait in said:
            face = replace(face, iris=iris)
    if "big eyes" in said:
        face = replace(face, eye=face.eye * 1.1)
    return _feeling(replace(face, **dict(role.face)), said)  # type: ignore[arg-type]


def _feeling(face: Face, said: set[str]) -> Face:
    """What is felt shows in brows, eyes and mouth."""
    if said & {"smiling", "happy", "laughing"}:
        mouth = "open" if "laughing" in said else "grin"
        return replace(face, mouth=mouth, eyes="happy" if "laughing" in said else face.eyes)
    if "singing" in said:
        return replace(face, mouth="sing", eyes="happy" if face.eyes == "open" else face.eyes)
    if said & {"sad", "crying", "scared", "poor"}:
        return replace(face, mouth="sad", brow_tilt=0.30)
    if "angry" in said:
        return replace(face, mouth="sad", brow_tilt=-0.36)
    if "surprised" in said:
        return replace(face, mouth="o", brow_tilt=0.10)
    if "sleepy" in said:
        return replace(face, eyes="closed", mouth="calm")
    if said & {"serious", "cool-looking", "elegant", "brave"} and face.mouth == "smile":
        return replace(face, mouth="calm")
    return face


_DRESS_FOR = {"run": "sportswear", "swim": "swimsuit"}  # what those of no trade put on for it
_EVERYDAY = ("man", "woman", "boy", "girl", "person", "teenager", "teenage_girl")
_GOWNS = {
    "dress",
    "gown",
    "dance_dress",
    "qipao",
    "tutu",
    "skirt",
}  # men of such roles come in black


def worn(role: Role, look: Look) -> Wear:
    """What somebody wears, all told."""
    said = asked(role, look)
    age = BUILDS[role.build].age
    woman = is_woman(role, look)
    if look.concept in _EVERYDAY and look.pose in _DRESS_FOR and not outfits.told(said):
        said = (*said, f"outfit:{_DRESS_FOR[look.pose]}:")
    if role.build in _HERS and not woman and {name for name, _ in role.wear} & _GOWNS:
        said = (*said, "outfit:tuxedo:")
    wear = list(outfits.dressed(role.wear, said, female=woman, age=age))
    names = {name for name, _ in wear}
    if role.faceless:  # nothing to hang it on
        bare = ("earrings", "hair_flower", "goggles")
        wear = [w for w in wear if w[0] not in outfits.HEAD and w[0] not in bare and ":" not in w[0]]
    if "beard" in said and not any("beard" in name for name in names):
        wear.append(("beard", code(hair_colour(role, look))))
    return tuple(wear)


def hair_of(role: Role, look: Look) -> str:
    """The name of a style of `hair.py`."""
    woman = is_woman(role, look)
    style = _asked_style(role, look, woman)
    if style is None:
        dressed = next((o.hair for o, _ in outfits.told(look.traits) if o.hair), None)
        choices = role.other_hair if woman and (role.other or role.build not in _HERS) else role.hair
        if role.build in _HERS and not woman and not role.other:
            choices = ("short", "fringe")
        style = choices[turn(look, "hair") // (2 if role.other else 1) % len(choices)]
        if dressed and woman and style not in ("none", "tuft"):
            style = dressed
    hatted = any(name.startswith(("hat:", "hood:")) and name not in _LIGHT for name, _ in worn(role, look))
    return _FLAT.get(style, style) if hatted else style


_LIGHT = ("hat:flower_crown", "hat:tiara", "hat:ears")  # they lie on any hair


def _asked_style(role: Role, look: Look, woman: bool) -> str | None:
    if role.hair == ("none",):
        return None
    for trait in asked(role, look):
        if trait in _STYLE_OF_TRAIT:
            return _STYLE_OF_TRAIT[trait][woman]
    return None


def hair_colour(role: Role, look: Look) -> Colour:
    for trait in asked(role, look):
        if trait in _HAIR_OF_TRAIT:
            return _HAIR_OF_TRAIT[trait]
    if role.hair_colour:
        return role.hair_colour
    colours = GREYS if role.build.startswith("old") or "old" in asked(role, look) else HAIRS
    return colours[turn(look, "hair colour") % len(colours)]

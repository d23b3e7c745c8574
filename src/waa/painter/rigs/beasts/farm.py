"""Beasts of the farm and the field: pig, cow, sheep, goat, horses and deer, camel and alpaca."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import (
    Bib,
    EyeRing,
    Over,
    Patch,
    Patches,
    Rings,
    Spots,
    Stretch,
    Strokes,
    Under,
)
from waa.painter.rigs.beasts.shape import Body, Ears, Eyes, Head, Leg, Muzzle, Nose, Tail
from waa.painter.rigs.beasts.species import Species

PIG = Species(
    metres=0.62,
    body=Body(
        length=0.56, height=0.38, chest=(0.215, 0.225), waist=(0.245, 0.25), hips=(0.225, 0.235),
        neck=(0.19, 30, 0.19, 0.18), squat=0.9,
        smooth=0.12, sits="upright",
        fore=Leg(spread=0.125, radii=(0.100, 0.078, 0.062), kind="hoof", foot=(0.066, 0.055, 0.07)),
        hind=Leg(spread=0.13, radii=(0.115, 0.078, 0.062), kind="hoof", foot=(0.066, 0.055, 0.07)),
        tail=Tail(kind="spiral", length=0.20, radii=(0.026, 0.024, 0.022, 0.020, 0.016)),
    ),
    head=Head(
        radius=0.255, skull=(1.06, 0.94, 0.94), cheeks=(0.50, -0.30, 0.34, 0.44),
        muzzle=Muzzle(kind="snout", length=1.28, radii=(0.42, 0.34), at=-0.18, drop=0.04, jaw=0.9),
        ears=Ears(kind="pointed", at=(0.60, 0.66, 0.02), length=0.64, width=0.62, lean=28, back=-42, turn=10,
                  cup=0.3, bend=18),
        eyes=Eyes(at=(0.46, 0.14), size=0.14, tall=1.15),
        nose=Nose(kind="disc", size=(0.30, 0.225), colour="pink"), blush=0.5,
    ),
    colours={"coat": "#f6b2ad", "light": "#ffd4cc", "dark": "#d98a88", "inner": "#ee8f8e", "pink": "#ef8f90",
             "hoof": "#8a5b58", "nose": "#a3494d"},
    marks=(),
    face=(Patch(colour="inner", at=(0.64, -0.26, 0.66), size=(0.22, 0.15, 0.3), soft=0.6, amount=0.7),),
)  # fmt: skip

_CATTLE = Body(
    length=0.72, height=0.54, chest=(0.225, 0.25), waist=(0.245, 0.26), hips=(0.225, 0.235),
    neck=(0.26, 34, 0.18, 0.15), nod=10, squat=0.84,
    smooth=0.11, sits="upright",
    fore=Leg(spread=0.13, radii=(0.105, 0.070, 0.058), kind="hoof", foot=(0.070, 0.070, 0.07)),
    hind=Leg(spread=0.13, radii=(0.140, 0.074, 0.058), knee=0.05, hock=-0.08, kind="hoof", foot=(0.070, 0.070, 0.07)),
    tail=Tail(kind="hang", length=0.50, radii=(0.034, 0.026, 0.022, 0.020)),
)  # fmt: skip

COW = Species(
    metres=1.35, body=_CATTLE,
    head=Head(
        radius=0.225, skull=(1.04, 0.96, 0.96), muzzle=Muzzle(kind="long", length=1.46, radii=(0.56, 0.46),
                                                              at=-0.36, drop=0.10),
        ears=Ears(kind="leaf", at=(0.88, 0.44, -0.12), length=0.72, width=0.50, lean=96, back=0, turn=12, cup=0.4,
                  thickness=0.2),
        eyes=Eyes(at=(0.52, 0.14), size=0.165, tall=1.18, side=14, lid=0.12),
        nose=Nose(kind="nostrils", size=(0.13, 0.075)),
        extras=("cow_horns",),
    ),
    stark=True, colours={"coat": "#f7f3ec", "light": "#ffffff", "dark": "#37333a", "inner": "#f0b0a8",
                         "nose": "#8f4f50",
             "hoof": "#3f383c", "horn": "#e9dbbd",
             "mane": "#37333a", "muzzle": "#f2b3ab", "lid": "#e4ddd2"},
    marks=(Patches(scale=0.85, level=0.12, seed=1.3), Stretch(colour="muzzle", region="tail", start=9)),
    face=(Patch(colour="dark", at=(0.62, 0.40, 0.2), size=(0.48, 0.62, 0.9), soft=0.06, lean=10),
          Patch(colour="muzzle", at=(0, -0.52, 1.42), size=(0.72, 0.46, 0.52), soft=0.08)),
    extras=("tail_tuft", "udder"),
)  # fmt: skip

SHEEP = Species(
    metres=0.85,
    body=replace(
        _CATTLE, saddle=1.2, length=0.54, height=0.48, chest=(0.215, 0.225), waist=(0.24, 0.245),
        hips=(0.225, 0.23), neck=(0.20, 44, 0.15, 0.13), nod=6,
        fore=Leg(spread=0.11, radii=(0.075, 0.054, 0.048), kind="hoof", foot=(0.056, 0.058, 0.06)),
        hind=Leg(spread=0.11, radii=(0.085, 0.056, 0.048), kind="hoof", foot=(0.056, 0.058, 0.06)),
        tail=Tail(kind="stub", length=0.08, radii=(0.07, 0.075, 0.06)),
    ),
    head=Head(
        radius=0.195, skull=(0.96, 0.98, 0.96), muzzle=Muzzle(kind="long", length=1.42, radii=(0.52, 0.40),
                                                              at=-0.34, drop=0.08),
        ears=Ears(kind="leaf", at=(0.86, 0.40, -0.06), length=0.80, width=0.46, lean=104, back=0, turn=14, cup=0.4,
                  thickness=0.2),
        eyes=Eyes(at=(0.50, 0.14), size=0.17, tall=1.15, side=14), nose=Nose(kind="triangle", size=(0.15, 0.10)),
        extras=("tuft",),
    ),
    dyes=("wool",), colours={"coat": "#4d444a", "light": "#6a5f66", "dark": "#2f282c", "inner": "#8f6f70",
                             "nose": "#2a2226",
             "wool": "#f6f0e4", "hoof": "#2f282c"},
    marks=(Stretch(colour="wool", region="trunk", start=-9), Stretch(colour="wool", region="tail", start=-9),
           Stretch(colour="wool", region="legs", start=-9, end=0.25)),
    extras=("wool",),
)  # fmt: skip

GOAT = Species(
    metres=0.85,
    body=replace(
        _CATTLE, length=0.54, height=0.48, chest=(0.165, 0.19), waist=(0.18, 0.195), hips=(0.165, 0.18),
        neck=(0.26, 52, 0.13, 0.105), nod=6,
        fore=Leg(spread=0.10, radii=(0.078, 0.054, 0.046), kind="hoof", foot=(0.056, 0.058, 0.06)),
        hind=Leg(spread=0.10, radii=(0.105, 0.056, 0.046), knee=0.06, hock=-0.10, kind="hoof",
                 foot=(0.056, 0.058, 0.06)),
        tail=Tail(kind="stub", length=0.10, radii=(0.04, 0.045, 0.03)),
    ),
    head=Head(
        radius=0.195, skull=(0.98, 0.98, 0.98), muzzle=Muzzle(kind="long", length=1.52, radii=(0.50, 0.36),
                                                              at=-0.34, drop=0.10),
        ears=Ears(kind="leaf", at=(0.84, 0.40, -0.08), length=0.86, width=0.44, lean=106, back=0, turn=16, cup=0.4,
                  thickness=0.2),
        eyes=Eyes(at=(0.52, 0.16), size=0.165, tall=1.12, side=14), nose=Nose(kind="triangle", size=(0.15, 0.10)),
        extras=("goat_horns", "beard"),
    ),
    colours={"coat": "#f1ebe0", "light": "#fffaf0", "dark": "#9a7d5e", "inner": "#eeb5aa", "nose": "#8a5654",
             "horn": "#8d7a66", "hoof": "#4d4140"},
    marks=(Over(level=0.62, soft=0.25),),
    face=(Strokes(colour="dark", points=((0.46, 0.40, 0.80), (0.40, -0.05, 1.05), (0.30, -0.34, 1.4)), wide=0.12),),
)  # fmt: skip

# -- horses ---------------------------------------------------------------------------------------------------

_HORSE_BODY = Body(
    length=0.70, height=0.66, chest=(0.185, 0.215), waist=(0.185, 0.205), hips=(0.190, 0.21),
    neck=(0.46, 56, 0.165, 0.115), nod=26, squat=0.84,
    seated=58, smooth=0.10,
    fore=Leg(spread=0.105, radii=(0.100, 0.058, 0.046), knee=0.012, kind="hoof", foot=(0.062, 0.075, 0.07)),
    hind=Leg(spread=0.11, radii=(0.145, 0.066, 0.046), knee=0.06, hock=-0.09, kind="hoof", foot=(0.062, 0.075, 0.07)),
    tail=Tail(kind="hang", length=0.52, radii=(0.045, 0.042, 0.038, 0.034)),
)  # fmt: skip
_HORSE_EARS = Ears(
    kind="leaf", at=(0.42, 0.84, -0.22), length=0.74, width=0.44,
    lean=12, back=-4, turn=24, cup=0.5, thickness=0.22,
)  # fmt: skip
_HORSE_HEAD = Head(
    radius=0.182, skull=(0.92, 1.0, 1.06), muzzle=Muzzle(kind="long", length=2.05, radii=(0.60, 0.40), at=-0.36,
                                                         drop=0.16),
    ears=_HORSE_EARS,
    eyes=Eyes(at=(0.60, 0.20), size=0.215, tall=1.14, side=18, lid=0.08),
    nose=Nose(kind="nostrils", size=(0.125, 0.10)), mouth="line",
    extras=("forelock",), turn=-20,
)  # fmt: skip

HORSE = Species(
    litter=(None, "white", "black"),
    metres=1.75, body=_HORSE_BODY, head=_HORSE_HEAD,
    colours={"coat": "#a9663a", "light": "#f6eadb", "dark": "#4a2c20", "mane": "#3d2620", "inner": "#d59a7c",
             "nose": "#3c2622", "hoof": "#40342f",
             "lid": "#8d5230"},
    marks=(Stretch(colour="dark", region="legs", start=0.62, soft=0.10),
           Stretch(colour="light", region="hind", start=0.76, soft=0.02)),
    face=(Patch(colour="light", at=(0.0, 0.10, 1.25), size=(0.14, 0.75, 0.75), soft=0.12),
          Patch(colour="dark", at=(0, -0.62, 2.0), size=(0.6, 0.42, 0.45), soft=0.35, amount=0.55)),
    extras=("neck_mane", "hair_tail"),
)  # fmt: skip

UNICORN = replace(
    HORSE, litter=(None,),
    head=replace(_HORSE_HEAD, extras=("forelock", "unicorn_horn"),
                 eyes=replace(_HORSE_HEAD.eyes, iris="#7a62c9", size=0.20)),
    colours={"coat": "#fbf6f7", "light": "#ffffff", "dark": "#e6d8e6", "mane": "#f3a3c9", "inner": "#ffc9d6",
             "nose": "#c98a9c", "hoof": "#e3b85e",
             "lid": "#f0e4ec", "blush": "#ffb9cb"},
    marks=(),
    face=(Patch(colour="blush", at=(0.42, -0.42, 1.1), size=(0.26, 0.20, 0.4), soft=0.6, amount=0.7),),
)  # fmt: skip

ZEBRA = Species(
    metres=1.5, body=replace(_HORSE_BODY, neck=(0.42, 52, 0.165, 0.12),
                             tail=replace(_HORSE_BODY.tail, radii=(0.036, 0.028, 0.024, 0.022))),
    head=replace(_HORSE_HEAD, extras=(), ears=replace(_HORSE_EARS, length=0.80, tip="dark")),
    stark=True, colours={"coat": "#f8f4ee", "light": "#ffffff", "dark": "#2c282c", "mane": "#2c282c",
                         "inner": "#d9c9c0",
             "nose": "#1f1c1f", "hoof": "#2c282c", "lid": "#3a3438"},
    marks=(Rings(region="trunk", count=6.0, share=0.46, top=-1.9, wave=0.02, slant=0.02, end=1.08, soft=0.05),
           Rings(region="neck", count=4.2, share=0.46, start=0.10, end=1.2, soft=0.05),
           Rings(region="fore", count=9, share=0.44, start=0.10, end=0.92, soft=0.06),
           Rings(region="hind", count=9, share=0.46, start=0.12, end=0.92, soft=0.06),
           Rings(region="tail", count=5, share=0.45, end=0.8)),
    face=(Patch(colour="dark", at=(0, -0.60, 2.05), size=(0.6, 0.46, 0.42), soft=0.12),
          *(Strokes(points=((x, 0.95 - 0.6 * x, 0), (x * 0.95, 0.30, 0), (x * 0.70, -0.22, 0)), wide=0.055,
                    seen="front") for x in (0.0, 0.19, 0.38)),
          *(Strokes(points=((0, y + 0.24, -0.35), (0, y + 0.06, 0.45), (0, y - 0.06, 1.15)), wide=0.06,
                    seen="side") for y in (-0.22, -0.46)),
          *(Strokes(points=((0, 0.95, z), (0, 0.45, z - 0.02), (0, -0.05, z - 0.16)), wide=0.075,
                    seen="side") for z in (0.02, -0.38))),
    extras=("brush_mane", "tail_tuft"),
)  # fmt: skip

DONKEY = Species(
    metres=1.2,
    body=replace(_HORSE_BODY, length=0.66, height=0.58, neck=(0.36, 48, 0.155, 0.12), nod=20, chest=(0.19, 0.215),
                 waist=(0.20, 0.215),
                 tail=replace(_HORSE_BODY.tail, radii=(0.034, 0.026, 0.022, 0.020))),
    head=replace(_HORSE_HEAD, radius=0.20, extras=("forelock",),
                 ears=replace(_HORSE_EARS, kind="long", length=1.35, width=0.52, lean=22, bend=6)),
    colours={"coat": "#9a9294", "light": "#f0ebe4", "dark": "#4a4448", "mane": "#4a4448", "inner": "#d9b9b0",
             "nose": "#4a4246", "hoof": "#3c363a", "lid": "#857d80"},
    marks=(Under(level=-0.45, soft=0.2), Over(level=0.92, soft=0.05)),
    face=(Patch(at=(0, -0.60, 1.95), size=(0.7, 0.50, 0.62), soft=0.12), EyeRing(size=1.7)),
    extras=("brush_mane", "tail_tuft"),
)  # fmt: skip

# -- deer -----------------------------------------------------------------------------------------------------

_DEER_BODY = replace(
    _HORSE_BODY, length=0.58, height=0.58, chest=(0.150, 0.175), waist=(0.145, 0.16), hips=(0.155, 0.175),
    neck=(0.36, 60, 0.115, 0.088), nod=14,
    fore=Leg(spread=0.085, radii=(0.082, 0.046, 0.036), knee=0.012, kind="hoof", foot=(0.046, 0.058, 0.055)),
    hind=Leg(spread=0.09, radii=(0.118, 0.050, 0.036), knee=0.07, hock=-0.11, kind="hoof",
             foot=(0.046, 0.058, 0.055)),
    tail=Tail(kind="stub", length=0.11, radii=(0.045, 0.05, 0.03)),
)  # fmt: skip
_DEER_EARS = Ears(
    kind="leaf", at=(0.72, 0.58, -0.22), length=1.05, width=0.60,
    lean=66, back=4, turn=16, cup=0.45, thickness=0.2,
)  # fmt: skip
_DEER_HEAD = Head(
    radius=0.172, skull=(0.98, 1.0, 1.0), muzzle=Muzzle(kind="long", length=1.72, radii=(0.52, 0.30), at=-0.30,
                                                        drop=0.12),
    ears=_DEER_EARS,
    eyes=Eyes(at=(0.56, 0.16), size=0.20, tall=1.12, side=22), nose=Nose(kind="wide", size=(0.19, 0.13)),
    extras=("antlers",),
)  # fmt: skip

DEER = Species(
    metres=1.15, body=_DEER_BODY, head=_DEER_HEAD,
    colours={"coat": "#c07f45", "light": "#fbeeda", "dark": "#7d4d28", "inner": "#f0c4ac", "nose": "#2f2222",
             "horn": "#8a6844", "hoof": "#3f2f2a"},
    marks=(Under(level=-0.35, soft=0.12), Bib(wide=0.5, low=0.7, high=2.6, soft=0.2),
           Spots(colour="light", region="trunk", count=110, size=0.020, low=0.15, vary=0.2),
           Stretch(colour="light", region="tail", start=0.45, soft=0.1)),
    face=(Patch(at=(0, -0.56, 1.55), size=(0.42, 0.30, 0.62), soft=0.15), EyeRing(size=1.6, amount=0.8)),
)  # fmt: skip

REINDEER = replace(
    DEER, metres=1.2,
    body=replace(_DEER_BODY, chest=(0.175, 0.205), waist=(0.170, 0.185), hips=(0.170, 0.19),
                 neck=(0.32, 50, 0.145, 0.115), height=0.54,
                 lumps=(("chest", ((0, -0.2, 0.5), (0, -0.9, 0.55), 0.45, 0.14)),)),
    head=replace(_DEER_HEAD, radius=0.185, muzzle=replace(_DEER_HEAD.muzzle, radii=(0.56, 0.38), length=1.6),
                 extras=("reindeer_antlers",),
                 nose=Nose(kind="button", size=(0.26, 0.24), colour="red"),
                 ears=replace(_DEER_EARS, length=0.72, width=0.46)),
    colours={"coat": "#8a6248", "light": "#f3e8d8", "dark": "#57392a", "inner": "#dcb09a", "nose": "#2f2222",
             "horn": "#a98a63", "hoof": "#3a2d2a", "red": "#e0302c"},
    marks=(Under(level=-0.40, soft=0.15), Bib(wide=0.62, low=0.6, high=2.8, soft=0.2),
           Stretch(colour="light", region="neck", start=0.1, soft=0.25),
           Stretch(colour="light", region="tail", start=0.2, soft=0.1),
           Stretch(region="legs", start=0.55, soft=0.15)),
    face=(Patch(at=(0, -0.60, 1.35), size=(0.46, 0.30, 0.62), soft=0.15), EyeRing(size=1.6, amount=0.8)),
)  # fmt: skip

# -- camel and alpaca --------------------------------------------------------------------------------------------

CAMEL = Species(
    metres=1.95,
    body=replace(
        _HORSE_BODY, length=0.70, height=0.66, chest=(0.185, 0.215), waist=(0.195, 0.22), hips=(0.18, 0.20),
        neck=(0.44, 48, 0.135, 0.095), nod=2,
        lumps=(("hips", ((0, 0.75, 0.75), (0, 1.50, 0.85), 0.62, 0.40)),
               ("chest", ((0, 0.70, -0.75), (0, 1.46, -0.80), 0.62, 0.40))),
        fore=Leg(spread=0.10, radii=(0.092, 0.060, 0.050), knee=0.012, kind="stump", foot=(0.078, 0.055, 0.08)),
        hind=Leg(spread=0.10, radii=(0.125, 0.062, 0.050), knee=0.05, hock=-0.08, kind="stump",
                 foot=(0.078, 0.055, 0.08)),
        tail=Tail(kind="hang", length=0.36, radii=(0.030, 0.024, 0.022, 0.020)),
    ),
    head=replace(
        _HORSE_HEAD, radius=0.168, nose=Nose(kind="nostrils", size=(0.115, 0.06)), mouth="smile", extras=("tuft",),
        muzzle=Muzzle(kind="long", length=1.74, radii=(0.58, 0.46), at=-0.24, drop=0.10),
        ears=Ears(kind="leaf", at=(0.66, 0.66, -0.34), length=0.46, width=0.38, lean=40, back=10, turn=20, cup=0.5,
                  thickness=0.22),
        eyes=Eyes(at=(0.60, 0.20), size=0.19, tall=1.05, side=26, lid=0.30),
    ),
    colours={"coat": "#d6a25f", "light": "#f1d8a6", "dark": "#8f6232", "mane": "#9a6c38", "wool": "#a8763c",
             "inner": "#e6bf94", "nose": "#5f4028", "lid": "#c08c4c",
             "hoof": "#6f4f30"},
    marks=(Over(level=1.18, soft=0.15), Stretch(colour="dark", region="legs", start=0.86, soft=0.08)),
    face=(Patch(at=(0, -0.45, 1.6), size=(0.6, 0.42, 0.5), soft=0.3, amount=0.7),),
    extras=("tail_tuft",),
)  # fmt: skip

ALPACA = Species(
    metres=1.25,
    body=replace(
        _HORSE_BODY, saddle=1.2, length=0.46, height=0.52, chest=(0.200, 0.21), waist=(0.215, 0.22),
        hips=(0.205, 0.215), neck=(0.48, 76, 0.125, 0.105), nod=4,
        fore=Leg(spread=0.11, radii=(0.100, 0.082, 0.064), kind="stump", foot=(0.062, 0.055, 0.07)),
        hind=Leg(spread=0.11, radii=(0.115, 0.084, 0.064), kind="stump", foot=(0.062, 0.055, 0.07)),
        tail=Tail(kind="stub", length=0.10, radii=(0.07, 0.075, 0.05)),
    ),
    head=Head(
        radius=0.178, skull=(1.02, 0.98, 0.96), muzzle=Muzzle(kind="long", length=1.42, radii=(0.50, 0.36),
                                                              at=-0.26, drop=0.06),
        ears=Ears(kind="leaf", at=(0.44, 0.86, -0.20), length=0.82, width=0.44, lean=16, back=2, turn=18, cup=0.5,
                  thickness=0.22),
        eyes=Eyes(at=(0.54, 0.14), size=0.19, tall=1.12, side=16), nose=Nose(kind="triangle", size=(0.16, 0.11)),
        extras=("tuft",),
    ),
    dyes=("coat", "wool"), colours={"coat": "#efe0c8", "light": "#fff8ea", "dark": "#c9ad88", "wool": "#fbf1de",
                                    "inner": "#e9bfa8",
             "nose": "#5b4440", "hoof": "#8a735c"},
    marks=(Stretch(colour="wool", region="trunk", start=-9), Stretch(colour="wool", region="tail", start=-9),
           Stretch(colour="wool", region="legs", start=-9, end=0.8, soft=0.03)),
    extras=("wool", "neck_wool"),
)  # fmt: skip

register("pig", PIG)
register("cow", COW, yaw=36)
register("sheep", SHEEP, yaw=34)
register("goat", GOAT, yaw=36)
register("horse", HORSE, yaw=48)
register("unicorn", UNICORN, yaw=48)
register("zebra", ZEBRA, yaw=50)
register("donkey", DONKEY, yaw=42)
register("deer", DEER, yaw=38)
register("reindeer", REINDEER, yaw=36)
register("camel", CAMEL, yaw=48)
register("alpaca", ALPACA, yaw=34)

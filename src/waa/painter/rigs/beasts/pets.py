"""Pets and small rodents: cat, dog, rabbit, hamster, mouse, squirrel, hedgehog."""

from __future__ import annotations

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Below, Bib, Over, Patch, Rings, Stretch, Strokes, Under
from waa.painter.rigs.beasts.shape import Body, Ears, Eyes, Head, Leg, Muzzle, Nose, Tail
from waa.painter.rigs.beasts.species import Species

CAT = Species(
    litter=(None, "grey", "white", "black"),
    metres=0.34,
    body=Body(
        length=0.50, height=0.36, chest=(0.155, 0.17), waist=(0.165, 0.17), hips=(0.175, 0.18),
        neck=(0.17, 62, 0.135, 0.12),
        fore=Leg(spread=0.095, radii=(0.085, 0.066, 0.058), foot=(0.066, 0.05, 0.075)),
        hind=Leg(spread=0.11, radii=(0.125, 0.075, 0.058), knee=0.06, hock=-0.10, foot=(0.066, 0.05, 0.08)),
        curls=True,
        tail=Tail(kind="cat", length=0.72, radii=(0.048, 0.046, 0.046, 0.042)),
    ),
    head=Head(
        radius=0.27, skull=(1.10, 0.90, 0.88), cheeks=(0.52, -0.28, 0.34, 0.42), crown=0.12,
        muzzle=Muzzle(kind="puffs", length=1.04, radii=(0.40, 0.25), at=-0.30),
        ears=Ears(at=(0.60, 0.60, -0.02), length=0.80, width=0.78, lean=18, back=2, turn=22, cup=0.6, thickness=0.24),
        eyes=Eyes(at=(0.44, 0.06), size=0.185, tall=1.16),
        nose=Nose(kind="triangle", size=(0.105, 0.072), colour="pink"),
    ),
    colours={"coat": "#f0a050", "light": "#fff1de", "dark": "#c9692a", "inner": "#ffc4b6", "amber": "#e8b53c",
             "pink": "#e77f7c"},
    marks=(
        Rings(region="trunk", count=4.6, share=0.46, top=-0.35, wave=0.02, end=1.5),
        Under(level=-0.50),
        Bib(wide=0.95, low=0.42, high=2.0),
        Rings(region="tail", count=6, share=0.45),
        Rings(region="fore", count=6, share=0.36, start=0.34, end=0.85),
        Rings(region="hind", count=6, share=0.36, start=0.12, end=0.80),
        Stretch(colour="light", region="legs", start=0.86),
    ),
    face=(
        Patch(at=(0.0, -0.42, 0.85), size=(0.46, 0.36, 0.50)),
        Strokes(points=((0, 0.46, 0.90), (0, 0.82, 0.66), (0, 1.03, 0.2), (0, 1.0, -0.3), (0, 0.6, -0.78)),
                wide=0.075),
        Strokes(points=((0.22, 0.54, 0.84), (0.27, 0.82, 0.58), (0.30, 0.98, 0.2), (0.33, 0.9, -0.34),
                        (0.34, 0.5, -0.76)),
                wide=0.065),
        Strokes(points=((1.15, -0.06, 0.20), (0.96, -0.10, 0.52), (0.76, -0.12, 0.72)), wide=0.065),
        Strokes(points=((1.10, -0.36, 0.20), (0.94, -0.36, 0.52), (0.76, -0.34, 0.70)), wide=0.065),
    ),
)  # fmt: skip

DOG = Species(
    litter=(None, "brown", "white", "black"),
    metres=0.52,
    body=Body(
        length=0.54, height=0.42, chest=(0.175, 0.20), waist=(0.155, 0.165), hips=(0.165, 0.175),
        neck=(0.20, 60, 0.14, 0.125), nod=2,
        fore=Leg(spread=0.105, radii=(0.090, 0.070, 0.060), foot=(0.070, 0.052, 0.085)),
        hind=Leg(spread=0.115, radii=(0.125, 0.075, 0.058), knee=0.07, hock=-0.13, foot=(0.068, 0.052, 0.085)),
        curls=True,
        tail=Tail(kind="flag", length=0.52, radii=(0.055, 0.075, 0.085, 0.06, 0.03)),
    ),
    head=Head(
        radius=0.25, skull=(1.02, 0.95, 0.95), cheeks=(0.48, -0.28, 0.34, 0.42), crown=0.10,
        muzzle=Muzzle(kind="snout", length=1.36, radii=(0.48, 0.32), at=-0.22, drop=0.10),
        ears=Ears(kind="floppy", at=(0.80, 0.50, -0.06), length=1.0, width=0.64, lean=112, back=8, turn=58,
                  bend=62, cup=-0.12,
                  outside="ear", inside="ear"),
        eyes=Eyes(at=(0.40, 0.14), size=0.17, tall=1.14),
        nose=Nose(kind="wide", size=(0.17, 0.12), colour="nose"),
        mouth="open",
    ),
    colours={"coat": "#e6a95c", "light": "#fbeacb", "dark": "#a86a30", "ear": "#cf8a42", "nose": "#33262a"},
    marks=(Under(level=-0.30, soft=0.16, wave=0.1), Bib(wide=0.95, low=0.4, soft=0.2),
           Stretch(colour="light", region="tail", start=0.75, soft=0.12),
           Stretch(colour="light", region="legs", start=0.86, soft=0.05)),
    face=(Patch(at=(0.0, -0.42, 1.0), size=(0.48, 0.40, 0.78), soft=0.14),),
)  # fmt: skip

RABBIT = Species(
    litter=(None, "grey", "brown"),
    metres=0.26,
    body=Body(
        length=0.40, height=0.27, chest=(0.165, 0.175), waist=(0.195, 0.20), hips=(0.205, 0.215), rise=-4,
        neck=(0.15, 64, 0.14, 0.12), squat=0.86, seated=60,
        fore=Leg(spread=0.09, radii=(0.075, 0.060, 0.052), foot=(0.056, 0.044, 0.070)),
        hind=Leg(spread=0.13, radii=(0.135, 0.080, 0.056), knee=0.16, hock=-0.10, foot=(0.066, 0.046, 0.125)),
        tail=Tail(kind="stub", length=0.09, radii=(0.07, 0.085, 0.075)),
    ),
    head=Head(
        radius=0.25, skull=(1.04, 0.94, 0.92), cheeks=(0.50, -0.28, 0.40, 0.42), crown=0.10,
        muzzle=Muzzle(kind="puffs", length=1.04, radii=(0.40, 0.23), at=-0.26),
        ears=Ears(kind="long", at=(0.34, 0.80, -0.12), length=1.65, width=0.58, lean=12, back=10, turn=10, cup=0.34,
                  thickness=0.20, bend=12),
        eyes=Eyes(at=(0.52, 0.10), size=0.19, tall=1.16, side=16),
        nose=Nose(kind="triangle", size=(0.085, 0.06), colour="pink"), blush=0.5,
    ),
    colours={"coat": "#f4ede4", "light": "#ffffff", "dark": "#cdbfb2", "inner": "#ffc2bd", "pink": "#ee8f8e"},
    marks=(Under(level=-0.45, soft=0.2), Stretch(colour="light", region="tail", start=-1)),
    face=(Patch(at=(0.0, -0.40, 0.9), size=(0.42, 0.32, 0.5), soft=0.2),
          Patch(colour="inner", at=(0.62, -0.28, 0.66), size=(0.20, 0.14, 0.3), soft=0.6, amount=0.55)),
)  # fmt: skip

HAMSTER = Species(
    metres=0.10,
    body=Body(
        length=0.24, height=0.20, chest=(0.20, 0.19), waist=(0.235, 0.215), hips=(0.245, 0.225),
        neck=(0.17, 74, 0.19, 0.18), squat=0.95, sits="upright", stands="sit", curls=True, smooth=0.14,
        fore=Leg(spread=0.15, radii=(0.070, 0.055, 0.046), foot=(0.048, 0.038, 0.055)),
        hind=Leg(spread=0.18, radii=(0.10, 0.075, 0.055), foot=(0.066, 0.042, 0.095)),
        tail=Tail(kind="stub", length=0.04, radii=(0.03, 0.03, 0.025)),
    ),
    head=Head(
        radius=0.285, skull=(1.06, 0.90, 0.92), cheeks=(0.62, -0.34, 0.34, 0.50),
        muzzle=Muzzle(kind="puffs", length=1.06, radii=(0.42, 0.21), at=-0.22),
        ears=Ears(kind="round", at=(0.64, 0.66, -0.10), length=0.42, width=0.46, lean=34, back=4, turn=18, cup=0.4),
        eyes=Eyes(at=(0.48, 0.10), size=0.175, tall=1.12, side=8),
        nose=Nose(kind="triangle", size=(0.085, 0.06), colour="pink"), blush=0.5,
    ),
    colours={"coat": "#e9a860", "light": "#fff4e4", "dark": "#a8703c", "inner": "#f6b9ae", "pink": "#e98e8b"},
    marks=(Under(level=-0.16, soft=0.08, region="body"), Bib(wide=0.80, low=-0.9, high=2.2),
           Over(level=0.86, soft=0.14), Stretch(colour="light", region="legs", start=0.5)),
    face=(Below(level=-0.16, slope=0.06, soft=0.05, front=-0.35), Patch(at=(0.0, -0.1, 1.0), size=(0.20, 0.40, 0.5)),
          Strokes(points=((0, 0.62, 0.75), (0, 0.95, 0.25), (0, 0.95, -0.35)), wide=0.11),
          Patch(colour="inner", at=(0.64, -0.30, 0.62), size=(0.22, 0.15, 0.3), soft=0.6, amount=0.6)),
)  # fmt: skip

MOUSE = Species(
    metres=0.09,
    body=Body(
        length=0.28, height=0.22, chest=(0.165, 0.165), waist=(0.195, 0.195), hips=(0.21, 0.21),
        neck=(0.15, 66, 0.16, 0.14), squat=0.95, sits="upright", curls=True, smooth=0.12,
        fore=Leg(spread=0.11, radii=(0.062, 0.048, 0.042), foot=(0.046, 0.036, 0.055)),
        hind=Leg(spread=0.15, radii=(0.10, 0.062, 0.046), knee=0.1, hock=-0.08, foot=(0.054, 0.038, 0.09)),
        tail=Tail(kind="cat", length=0.85, radii=(0.030, 0.024, 0.020, 0.014)),
    ),
    head=Head(
        radius=0.26, skull=(1.02, 0.90, 0.95), cheeks=(0.46, -0.26, 0.36, 0.40),
        muzzle=Muzzle(kind="snout", length=1.34, radii=(0.42, 0.16), at=-0.18, drop=0.08),
        ears=Ears(kind="round", at=(0.62, 0.62, -0.08), length=0.86, width=0.92, lean=36, back=2, turn=10, cup=0.2,
                  thickness=0.13),
        eyes=Eyes(at=(0.44, 0.12), size=0.175, tall=1.16, side=8),
        nose=Nose(kind="button", size=(0.10, 0.085), colour="pink"), extras=("whiskers",),
    ),
    colours={"coat": "#a9a6ad", "light": "#f1ecec", "dark": "#6f6a75", "inner": "#f7b8b6", "pink": "#ee8b90",
             "whisker": "#8f8a93"},
    marks=(Under(level=-0.30, soft=0.1), Bib(wide=0.6), Stretch(colour="inner", region="tail", start=0.05),
           Stretch(colour="inner", region="legs", start=0.82)),
    face=(Patch(at=(0.0, -0.46, 0.85), size=(0.46, 0.26, 0.7), soft=0.15),
          Patch(colour="inner", at=(0.62, -0.24, 0.66), size=(0.20, 0.14, 0.3), soft=0.6, amount=0.5)),
)  # fmt: skip

SQUIRREL = Species(
    metres=0.22,
    body=Body(
        length=0.32, height=0.26, chest=(0.155, 0.16), waist=(0.175, 0.18), hips=(0.195, 0.20),
        neck=(0.15, 66, 0.12, 0.11), squat=1.0, sits="upright", stands="sit", curls=True,
        fore=Leg(spread=0.09, radii=(0.066, 0.052, 0.046), foot=(0.048, 0.038, 0.06)),
        hind=Leg(spread=0.12, radii=(0.125, 0.074, 0.052), knee=0.14, hock=-0.10, foot=(0.058, 0.042, 0.11)),
        tail=Tail(kind="plume", length=0.74, radii=(0.06, 0.13, 0.18, 0.19, 0.16, 0.10)),
    ),
    head=Head(
        radius=0.235, skull=(1.02, 0.92, 0.95), cheeks=(0.52, -0.26, 0.36, 0.42),
        muzzle=Muzzle(kind="puffs", length=1.14, radii=(0.40, 0.22), at=-0.24),
        ears=Ears(kind="pointed", at=(0.50, 0.70, -0.10), length=0.72, width=0.52, lean=14, back=4, turn=18,
                  cup=0.5, tip="dark"),
        eyes=Eyes(at=(0.48, 0.10), size=0.19, tall=1.16, side=12),
        nose=Nose(kind="triangle", size=(0.085, 0.06), colour="nose"),
    ),
    colours={"coat": "#c8743a", "light": "#fbe9d0", "dark": "#8a4722", "inner": "#f0b79c", "nose": "#4a2c26"},
    marks=(Under(level=-0.30, soft=0.08), Bib(wide=0.62, low=-0.6),
           Stretch(colour="light", region="tail", start=0.84, soft=0.06)),
    face=(Patch(at=(0.0, -0.42, 0.85), size=(0.44, 0.34, 0.55)),
          Patch(at=(0.48, 0.12, 0.85), size=(0.28, 0.30, 0.4), soft=0.12, amount=0.8)),
)  # fmt: skip

HEDGEHOG = Species(
    metres=0.14,
    body=Body(
        saddle=1.35, length=0.28, height=0.20, chest=(0.19, 0.18), waist=(0.225, 0.215), hips=(0.20, 0.19),
        neck=(0.17, 22, 0.17, 0.16), squat=0.9, sits="upright", smooth=0.10,
        fore=Leg(spread=0.12, radii=(0.062, 0.050, 0.046), foot=(0.050, 0.038, 0.06)),
        hind=Leg(spread=0.14, radii=(0.08, 0.060, 0.050), foot=(0.056, 0.040, 0.07)),
        tail=Tail(kind="stub", length=0.05, radii=(0.03, 0.03, 0.02)),
    ),
    head=Head(
        radius=0.215, skull=(1.04, 0.94, 0.95), cheeks=(0.48, -0.26, 0.36, 0.40),
        muzzle=Muzzle(kind="snout", length=1.50, radii=(0.44, 0.18), at=-0.16, drop=0.08),
        ears=Ears(kind="round", at=(0.72, 0.56, 0.06), length=0.40, width=0.46, lean=40, back=0, turn=12, cup=0.3),
        eyes=Eyes(at=(0.44, 0.14), size=0.19, tall=1.12, side=6),
        nose=Nose(kind="button", size=(0.14, 0.12), colour="nose"), turn=-10,
    ),
    colours={"coat": "#e8c49a", "light": "#f8e3c6", "dark": "#8a6142", "inner": "#e9a894", "nose": "#33262a",
             "spine": "#6b4a36",
             "tip": "#d9b98e"},
    marks=(Over(colour="spine", level=-0.20, soft=0.12),),
    face=(Patch(at=(0.0, -0.3, 1.0), size=(0.42, 0.34, 0.8), soft=0.2),
          Below(colour="spine", level=9, front=-9.0, soft=0.1),
          Patch(colour="coat", at=(0, -0.15, 0.75), size=(1.05, 0.85, 0.85), soft=0.06),
          Patch(at=(0.0, -0.3, 1.0), size=(0.40, 0.30, 0.8), soft=0.2),
          Patch(colour="inner", at=(0.62, -0.24, 0.70), size=(0.20, 0.14, 0.3), soft=0.6, amount=0.6)),
    extras=("spines",),
)  # fmt: skip

register("cat", CAT)
register("dog", DOG)
register("rabbit", RABBIT)
register("hamster", HAMSTER, yaw=14)
register("mouse", MOUSE)
register("squirrel", SQUIRREL, yaw=34)
register("hedgehog", HEDGEHOG, yaw=34)

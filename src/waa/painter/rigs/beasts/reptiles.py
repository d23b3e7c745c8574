"""Frog, turtle, crocodile and dinosaur."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Below, Bib, Over, Patch, Rings, Spots, Stretch, Under
from waa.painter.rigs.beasts.shape import Body, Eyes, Head, Leg, Muzzle, Nose, Tail
from waa.painter.rigs.beasts.species import Species

FROG = Species(
    metres=0.12,
    body=Body(
        length=0.30, height=0.24, chest=(0.185, 0.165), waist=(0.205, 0.185), hips=(0.185, 0.17),
        neck=(0.10, 50, 0.17, 0.17), squat=1.0, seated=38,
        stands="sit", smooth=0.10,
        fore=Leg(spread=0.135, radii=(0.062, 0.044, 0.036), knee=-0.08, kind="web", foot=(0.066, 0.032, 0.085)),
        hind=Leg(spread=0.15, radii=(0.092, 0.058, 0.036), knee=0.16, hock=-0.18, kind="web",
                 foot=(0.082, 0.032, 0.120)),
        tail=Tail(kind="stub", length=0.02, radii=(0.03, 0.03, 0.02)),
    ),
    head=Head(
        radius=0.235, skull=(1.16, 0.76, 0.94), muzzle=Muzzle(kind="wide", length=1.10, radii=(0.86, 0.62),
                                                              at=-0.26, wide=1.05),
        ears=None, eyes=Eyes(at=(0.56, 0.72), size=0.235, tall=1.05, side=8),
        nose=Nose(kind="nostrils", size=(0.06, 0.04)), mouth="line",
        lumps=(((0.56, 0.56, 0.12), (0.56, 0.66, 0.26), 0.36, 0.33),), turn=0,
    ),
    colours={"coat": "#5cb544", "light": "#f2f3c8", "dark": "#3b8a35", "nose": "#2f6a2c", "inner": "#f2a7a0",
             "lid": "#4ba23a"},
    marks=(Under(level=-0.30, soft=0.10), Bib(wide=0.85, low=-0.8, high=2.6, soft=0.08),
           Spots(count=26, size=0.034, region="trunk", low=0.45)),
    face=(Below(level=-0.46, soft=0.05, ahead=0.0, front=-0.4),
          Patch(colour="inner", at=(0.80, -0.22, 0.74), size=(0.20, 0.14, 0.3), soft=0.5, amount=0.7)),
)  # fmt: skip

TURTLE = Species(
    metres=0.32,
    body=Body(
        saddle=1.72, length=0.46, height=0.20, chest=(0.205, 0.13), waist=(0.235, 0.15), hips=(0.205, 0.13),
        neck=(0.30, 32, 0.095, 0.085), nod=0, squat=0.95,
        sits="lie", smooth=0.07,
        fore=Leg(spread=0.20, radii=(0.082, 0.070, 0.062), kind="stump", foot=(0.072, 0.045, 0.08)),
        hind=Leg(spread=0.19, radii=(0.082, 0.070, 0.062), kind="stump", foot=(0.072, 0.045, 0.08)),
        tail=Tail(kind="drag", length=0.22, radii=(0.05, 0.04, 0.015)),
    ),
    head=Head(
        radius=0.165, skull=(1.02, 0.94, 0.98), muzzle=Muzzle(kind="puffs", length=1.14, radii=(0.52, 0.32),
                                                              at=-0.20), ears=None,
        eyes=Eyes(at=(0.46, 0.16), size=0.20, tall=1.12, side=10), nose=Nose(kind="nostrils", size=(0.055, 0.035)),
        mouth="line",
    ),
    colours={"coat": "#9cc465", "light": "#dfe8a8", "dark": "#6d9a45", "nose": "#54763a", "shell": "#5f7f43",
             "rim": "#c9b06a", "seam": "#35502c", "belly": "#e6d9a0", "lid": "#86b054",
             "hoof": "#d8dcae", "inner": "#f0a59a"},
    marks=(Under(level=-0.2, soft=0.15), Spots(count=60, size=0.020, region="legs")),
    face=(Patch(colour="inner", at=(0.66, -0.20, 0.66), size=(0.22, 0.15, 0.3), soft=0.6, amount=0.6),
          *(Patch(colour="dark", at=at, size=(0.15, 0.12, 0.2), soft=0.2) for at in ((0.0001, 0.86, 0.3),
              (0.40, 0.82, 0.05), (0.0001, 0.80, -0.4), (0.75, 0.45, -0.3)))),
    extras=("shell", "toenails"), cells=48,
)  # fmt: skip

CROCODILE = Species(
    metres=0.55,
    body=Body(
        length=0.86, height=0.24, chest=(0.205, 0.165), waist=(0.235, 0.185), hips=(0.205, 0.165),
        neck=(0.24, 12, 0.165, 0.150), nod=0, squat=0.62, seated=40,
        sits="upright", smooth=0.10,
        fore=Leg(spread=0.19, radii=(0.080, 0.062, 0.052), kind="claw", foot=(0.068, 0.040, 0.085)),
        hind=Leg(spread=0.19, radii=(0.098, 0.068, 0.054), kind="claw", foot=(0.074, 0.040, 0.095)),
        tail=Tail(kind="drag", length=0.95, radii=(0.15, 0.125, 0.095, 0.065, 0.035)),
    ),
    head=Head(
        radius=0.200, skull=(1.04, 0.80, 0.98), muzzle=Muzzle(kind="snout", length=2.30, radii=(0.56, 0.40),
                                                              at=-0.14, drop=0.10, wide=1.15, jaw=1.1), ears=None,
        eyes=Eyes(at=(0.46, 0.62), size=0.185, tall=1.1, side=10, lid=0.16),
        nose=Nose(kind="nostrils", size=(0.085, 0.06)), mouth="none",
        lumps=(((0.46, 0.48, 0.20), (0.46, 0.56, 0.32), 0.32, 0.26),
               ((0.24, 0.12, 2.02), (0.24, 0.18, 2.06), 0.20, 0.15)), extras=("croc_teeth",), turn=-10,
    ),
    colours={"coat": "#6f9a4e", "light": "#e9e6b4", "dark": "#4a6f38", "nose": "#33502a", "plate": "#557d40",
             "lid": "#5f8a44", "inner": "#f0a59a"},
    marks=(Under(level=-0.25, soft=0.08, region="trunk"),
           Rings(region="trunk", count=4, share=0.42, top=-0.2, wave=0.03, end=1.4),
           Rings(region="tail", count=6, share=0.42, end=0.95), Under(level=-0.25, soft=0.08, region="tail")),
    face=(Below(level=-0.36, ahead=-0.06, soft=0.06, front=-0.3),),
    extras=("scutes",),
)  # fmt: skip

DINOSAUR = Species(
    metres=2.6,
    body=Body(
        length=0.52, height=0.48, chest=(0.165, 0.18), waist=(0.215, 0.225), hips=(0.205, 0.22), upright=54,
        neck=(0.22, 62, 0.145, 0.135), nod=0, squat=0.95,
        sits="upright", smooth=0.11,
        fore=Leg(spread=0.12, radii=(0.062, 0.048, 0.040), kind="claw", foot=(0.046, 0.038, 0.055)),
        hind=Leg(spread=0.14, radii=(0.165, 0.092, 0.070), knee=0.14, hock=-0.13, kind="claw",
                 foot=(0.092, 0.058, 0.130)),
        tail=Tail(kind="heavy", length=0.92, radii=(0.185, 0.145, 0.10, 0.065, 0.028)),
    ),
    head=Head(
        radius=0.225, skull=(1.0, 0.96, 1.0), muzzle=Muzzle(kind="wide", length=1.52, radii=(0.72, 0.58), at=-0.22,
                                                            wide=0.96), ears=None,
        eyes=Eyes(at=(0.50, 0.26), size=0.175, tall=1.18, side=12), nose=Nose(kind="nostrils", size=(0.09, 0.06)),
        mouth="line", extras=("rex_teeth",),
        lumps=(((0.48, 0.50, 0.46), (0.50, 0.56, 0.30), 0.20, 0.16),), turn=-16,
    ),
    colours={"coat": "#62b35a", "light": "#f3efbe", "dark": "#3f8a48", "nose": "#35703a", "plate": "#f19a4b",
             "lid": "#51a14b", "inner": "#f2a69a"},
    marks=(Under(level=-0.20, soft=0.06), Bib(wide=0.78, low=-1.0, high=2.4, soft=0.06),
           Under(level=-0.2, region="tail", soft=0.08),
           Rings(region="trunk", count=4.2, share=0.40, top=-0.2, wave=0.03, end=1.5),
           Rings(region="tail", count=6, share=0.4, end=0.95)),
    face=(Below(level=-0.46, ahead=-0.02, soft=0.05, front=0.0),
          Patch(colour="inner", at=(0.74, -0.14, 0.80), size=(0.18, 0.13, 0.3), soft=0.6, amount=0.7)),
    extras=("back_plates",),
)  # fmt: skip

# The king of them: heavier in head and jaw, lower in front, its arms no use at all.
T_REX = replace(
    DINOSAUR,
    metres=4.0,
    body=replace(
        DINOSAUR.body, length=0.56, upright=40, chest=(0.165, 0.185), neck=(0.20, 52, 0.155, 0.150),
        fore=Leg(spread=0.115, radii=(0.044, 0.034, 0.028), kind="claw", foot=(0.036, 0.030, 0.044)),
        hind=Leg(spread=0.15, radii=(0.185, 0.100, 0.072), knee=0.16, hock=-0.15, kind="claw", foot=(0.100, 0.060, 0.145)),
    ),
    head=replace(
        DINOSAUR.head, radius=0.262,
        muzzle=Muzzle(kind="wide", length=1.62, radii=(0.74, 0.66), at=-0.22, wide=0.92),
        eyes=Eyes(at=(0.50, 0.34), size=0.140, tall=1.05, side=12, lid=0.22),
    ),
    colours={"coat": "#a8763f", "light": "#f0dfae", "dark": "#6b4526", "nose": "#4a2f1c", "plate": "#7a4a28",
             "lid": "#8f6234", "inner": "#e89a86"},
)  # fmt: skip

register("frog", FROG, yaw=24)
register("turtle", TURTLE, yaw=36)
register("crocodile", CROCODILE, yaw=48)
register("dinosaur", DINOSAUR, yaw=40)
register("t_rex", T_REX, yaw=46)

_ = (Over, Stretch)

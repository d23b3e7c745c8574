"""Beasts of woods and rivers: foxes, wolves, and the small ones with rings and masks."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Below, Bib, Over, Patch, Rings, Stretch, Under
from waa.painter.rigs.beasts.shape import Body, Ears, Eyes, Head, Leg, Muzzle, Nose, Tail
from waa.painter.rigs.beasts.species import Species

_CHEEK_TUFTS = (
    ((0.70, -0.18, 0.20), (1.22, -0.34, 0.06), 0.28, 0.05),
    ((0.66, -0.36, 0.22), (1.10, -0.66, 0.12), 0.26, 0.05),
)

FOX = Species(
    metres=0.50,
    body=Body(
        length=0.54, height=0.42, chest=(0.150, 0.165), waist=(0.140, 0.145), hips=(0.148, 0.155),
        neck=(0.20, 58, 0.125, 0.11), nod=3, curls=True,
        fore=Leg(spread=0.09, radii=(0.078, 0.054, 0.048), foot=(0.056, 0.044, 0.070)),
        hind=Leg(spread=0.10, radii=(0.112, 0.062, 0.048), knee=0.08, hock=-0.13, foot=(0.056, 0.044, 0.074)),
        tail=Tail(kind="brush", length=0.66, radii=(0.05, 0.10, 0.135, 0.135, 0.10, 0.035)),
    ),
    head=Head(
        radius=0.235, skull=(1.06, 0.90, 0.90), lumps=_CHEEK_TUFTS,
        muzzle=Muzzle(kind="snout", length=1.52, radii=(0.42, 0.19), at=-0.22, drop=0.12, jaw=0.75),
        ears=Ears(at=(0.58, 0.62, -0.05), length=0.98, width=0.80, lean=15, back=4, turn=20, cup=0.55, thickness=0.2,
                  inside="light", tip="dark"),
        eyes=Eyes(at=(0.42, 0.10), size=0.165, tall=1.12),
        nose=Nose(kind="button", size=(0.13, 0.105)),
    ),
    colours={"coat": "#e87a2e", "light": "#fff4e6", "dark": "#3a2724", "nose": "#2b2022"},
    marks=(Under(level=-0.42), Bib(wide=0.9, low=0.4, high=2.3), Stretch(region="fore", start=0.50, soft=0.06),
           Stretch(region="hind", start=0.58, soft=0.05),
           Stretch(colour="light", region="tail", start=0.72, wave=0.06)),
    face=(Below(level=-0.10, slope=-0.16, ahead=-0.08, soft=0.05, front=0.02),
          Patch(at=(0.42, -0.20, 1.0), size=(0.34, 0.24, 0.9)),),
)  # fmt: skip

WOLF = replace(
    FOX,
    metres=0.78,
    body=replace(
        FOX.body, length=0.60, height=0.47, chest=(0.175, 0.20), waist=(0.150, 0.160), hips=(0.158, 0.170),
        neck=(0.20, 50, 0.15, 0.13),
        fore=Leg(spread=0.10, radii=(0.088, 0.062, 0.055), foot=(0.064, 0.048, 0.078)),
        hind=Leg(spread=0.11, radii=(0.122, 0.068, 0.054), knee=0.08, hock=-0.14, foot=(0.062, 0.048, 0.080)),
        tail=Tail(kind="brush", length=0.52, radii=(0.05, 0.08, 0.10, 0.095, 0.04)),
        lumps=(("chest", ((0.5, -0.2, 0.2), (0.55, -0.75, 0.55), 0.42, 0.16)),
               ("chest", ((0, -0.3, 0.5), (0, -0.95, 0.62), 0.46, 0.14))),
    ),
    head=replace(
        FOX.head, radius=0.235, muzzle=Muzzle(kind="snout", length=1.55, radii=(0.46, 0.25), at=-0.20, drop=0.12,
                                              jaw=0.8),
        ears=Ears(at=(0.54, 0.66, -0.06), length=0.72, width=0.62, lean=12, back=4, turn=20, cup=0.5,
                  thickness=0.22, inside="light"),
        eyes=Eyes(at=(0.40, 0.12), size=0.15, tall=1.05, iris="#e7b548", lid=0.22),
    ),
    colours={"coat": "#8d949e", "light": "#f1f0ee", "dark": "#4a4f5b", "nose": "#25232a"},
    marks=(Over(level=0.30, soft=0.25, wave=0.12), Under(level=-0.40, soft=0.15), Bib(wide=0.60, high=2.3, soft=0.2),
           Stretch(colour="light", region="legs", start=0.62, soft=0.15),
           Stretch(region="tail", start=0.70, soft=0.15)),
    face=(Below(level=-0.10, slope=-0.16, ahead=-0.06, soft=0.12, front=0.02),
          Patch(at=(0.40, -0.22, 1.0), size=(0.36, 0.26, 0.9), soft=0.15),
          Patch(at=(0.34, 0.42, 0.85), size=(0.15, 0.11, 0.3), soft=0.3),
          Patch(colour="dark", at=(0, 0.75, 0.5), size=(0.26, 0.55, 0.6), soft=0.5, amount=0.7)),
)  # fmt: skip

RACCOON = Species(
    metres=0.36,
    body=Body(
        length=0.46, height=0.33, chest=(0.165, 0.175), waist=(0.185, 0.19), hips=(0.19, 0.195),
        neck=(0.16, 54, 0.14, 0.125), curls=True,
        fore=Leg(spread=0.095, radii=(0.078, 0.060, 0.052), foot=(0.058, 0.042, 0.078)),
        hind=Leg(spread=0.11, radii=(0.115, 0.070, 0.054), knee=0.06, hock=-0.08, foot=(0.060, 0.044, 0.085)),
        tail=Tail(kind="brush", length=0.50, radii=(0.06, 0.095, 0.11, 0.105, 0.06)),
    ),
    head=Head(
        radius=0.245, skull=(1.08, 0.88, 0.90), cheeks=(0.54, -0.26, 0.32, 0.40), lumps=_CHEEK_TUFTS,
        muzzle=Muzzle(kind="snout", length=1.36, radii=(0.40, 0.20), at=-0.22, drop=0.06),
        ears=Ears(kind="round", at=(0.62, 0.66, -0.06), length=0.58, width=0.56, lean=24, back=2, turn=16, cup=0.4,
                  inside="light"),
        eyes=Eyes(at=(0.42, 0.08), size=0.155, tall=1.1), nose=Nose(kind="button", size=(0.14, 0.11)),
    ),
    stark=True, colours={"coat": "#8b8b91", "light": "#f2efec", "dark": "#35333a", "nose": "#262329",
                         "lid": "#35333a"},
    marks=(Over(level=0.45, soft=0.3), Under(level=-0.4, soft=0.2), Bib(wide=0.6, soft=0.15),
           Rings(region="tail", count=4.5, share=0.46, start=0.1),
           Stretch(region="legs", start=0.62, soft=0.06)),
    face=(Below(level=-0.12, slope=-0.05, ahead=-0.05, soft=0.05, front=0.1),
          Patch(at=(0.0, 0.22, 0.9), size=(0.98, 0.26, 0.55), soft=0.08),
          Patch(colour="dark", at=(0.50, 0.02, 0.85), size=(0.36, 0.23, 0.6), lean=-18, soft=0.06),
          Patch(colour="dark", at=(0.0, 0.10, 1.0), size=(0.10, 0.48, 0.6), soft=0.15)),
)  # fmt: skip

RED_PANDA = Species(
    metres=0.38,
    body=replace(RACCOON.body, tail=Tail(kind="brush", length=0.72, radii=(0.06, 0.10, 0.115, 0.11, 0.09, 0.04))),
    head=replace(
        RACCOON.head, radius=0.265, skull=(1.12, 0.90, 0.90),
        muzzle=Muzzle(kind="snout", length=1.18, radii=(0.38, 0.21), at=-0.24, drop=0.04),
        ears=Ears(kind="pointed", at=(0.66, 0.60, -0.04), length=0.66, width=0.66, lean=30, back=2, turn=20,
                  cup=0.45, thickness=0.26,
                  outside="light", inside="dark"),
        eyes=Eyes(at=(0.42, 0.06), size=0.15, tall=1.1), nose=Nose(kind="button", size=(0.13, 0.10)),
    ),
    colours={"coat": "#c4562a", "light": "#fff3e4", "dark": "#3a2320", "nose": "#261b1c", "ring": "#e9a066",
             "tear": "#a8431f", "lid": "#a8431f"},
    marks=(Under(colour="dark", level=-0.30, soft=0.12), Bib(colour="dark", wide=0.75, soft=0.12),
           Stretch(region="legs", start=0.10, soft=0.08),
           Rings(colour="ring", region="tail", count=6, share=0.42, start=0.08), Stretch(region="tail", start=0.93)),
    face=(Patch(at=(0.0, -0.36, 1.0), size=(0.44, 0.30, 0.6)),
          Patch(at=(0.74, -0.26, 0.55), size=(0.46, 0.24, 0.5), lean=20, soft=0.08),
          Patch(at=(0.40, 0.36, 0.78), size=(0.17, 0.12, 0.4), soft=0.12),
          Patch(colour="tear", at=(0.48, -0.22, 0.84), size=(0.13, 0.34, 0.4), lean=22, soft=0.1)),
)  # fmt: skip

OTTER = Species(
    metres=0.50,
    body=Body(
        length=0.50, height=0.26, chest=(0.145, 0.15), waist=(0.165, 0.165), hips=(0.175, 0.175),
        neck=(0.17, 62, 0.14, 0.13), sits="upright",
        upright=80, squat=0.9,
        fore=Leg(spread=0.10, radii=(0.070, 0.056, 0.050), foot=(0.056, 0.040, 0.070)),
        hind=Leg(spread=0.11, radii=(0.110, 0.080, 0.060), foot=(0.072, 0.040, 0.105)),
        tail=Tail(kind="heavy", length=0.62, radii=(0.11, 0.09, 0.065, 0.045, 0.025)),
    ),
    head=Head(
        radius=0.225, skull=(1.10, 0.88, 0.92), cheeks=(0.54, -0.26, 0.34, 0.42),
        muzzle=Muzzle(kind="puffs", length=1.16, radii=(0.42, 0.28), at=-0.24),
        ears=Ears(kind="round", at=(0.86, 0.42, -0.05), length=0.28, width=0.34, lean=62, back=2, turn=10, cup=0.35),
        eyes=Eyes(at=(0.42, 0.14), size=0.15, tall=1.1, side=6), nose=Nose(kind="wide", size=(0.17, 0.115)),
        extras=("whiskers",),
    ),
    colours={"coat": "#7d5638", "light": "#ecd9bd", "dark": "#553823", "inner": "#b98a6a", "nose": "#33262a",
             "whisker": "#d8c8b6"},
    marks=(Under(level=-0.22, soft=0.12), Bib(wide=0.75, soft=0.12)),
    face=(Below(level=-0.18, slope=0.02, soft=0.10, front=0.1),),
)  # fmt: skip

KANGAROO = Species(
    metres=1.35,
    body=Body(
        length=0.48, height=0.42, chest=(0.130, 0.135), waist=(0.165, 0.17), hips=(0.185, 0.19), upright=64,
        neck=(0.20, 60, 0.10, 0.088), nod=6,
        sits="upright", squat=1.0,
        fore=Leg(spread=0.10, radii=(0.060, 0.046, 0.040), foot=(0.044, 0.034, 0.060)),
        hind=Leg(spread=0.13, radii=(0.150, 0.072, 0.050), knee=0.20, hock=-0.16, foot=(0.060, 0.046, 0.200)),
        tail=Tail(kind="heavy", length=0.80, radii=(0.11, 0.085, 0.06, 0.045, 0.032)),
    ),
    head=Head(
        radius=0.165, skull=(1.0, 0.96, 1.02), muzzle=Muzzle(kind="long", length=1.66, radii=(0.50, 0.34),
                                                             at=-0.26, drop=0.12),
        ears=Ears(kind="leaf", at=(0.46, 0.74, -0.20), length=1.18, width=0.62, lean=22, back=6, turn=20, cup=0.45,
                  thickness=0.2),
        eyes=Eyes(at=(0.58, 0.18), size=0.19, tall=1.12, side=24), nose=Nose(kind="wide", size=(0.20, 0.14)),
        mouth="smile",
    ),
    colours={"coat": "#c08a58", "light": "#f0dcc0", "dark": "#7a5434", "inner": "#eab9a0", "nose": "#3a2a28"},
    marks=(Under(level=-0.22, soft=0.12), Bib(wide=0.7, low=-0.6, soft=0.12),
           Stretch(region="tail", start=0.8, soft=0.1),
           Stretch(region="fore", start=0.85, soft=0.05)),
    face=(Patch(at=(0.0, -0.6, 0.9), size=(0.6, 0.32, 1.0), soft=0.2),),
    extras=("pouch",),
)  # fmt: skip

register("fox", FOX)
register("wolf", WOLF, yaw=34)
register("raccoon", RACCOON)
register("red_panda", RED_PANDA)
register("otter", OTTER, yaw=24)
register("kangaroo", KANGAROO, yaw=40)

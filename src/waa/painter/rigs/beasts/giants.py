"""The large ones of the plains: elephant, giraffe, hippo, rhinoceros."""

from __future__ import annotations

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Patch, Stretch, Tiles, Under
from waa.painter.rigs.beasts.shape import Body, Ears, Eyes, Head, Leg, Muzzle, Nose, Tail
from waa.painter.rigs.beasts.species import Species

_TRUNK = tuple(
    ((0.0, *a), (0.0, *b), first, last)
    for a, b, first, last in (
        ((-0.10, 0.72), (-0.46, 1.12), 0.44, 0.34), ((-0.46, 1.12), (-0.95, 1.26), 0.34, 0.28),
        ((-0.95, 1.26), (-1.40, 1.22), 0.28, 0.235),
        ((-1.40, 1.22), (-1.70, 1.36), 0.235, 0.20), ((-1.70, 1.36), (-1.74, 1.66), 0.20, 0.175),
        ((-1.74, 1.66), (-1.52, 1.84), 0.175, 0.155),
    )
)  # fmt: skip

ELEPHANT = Species(
    metres=2.7,
    body=Body(
        length=0.66, height=0.56, chest=(0.275, 0.30), waist=(0.30, 0.315), hips=(0.275, 0.295),
        neck=(0.25, 40, 0.22, 0.20), squat=0.84, smooth=0.14,
        sits="upright",
        fore=Leg(spread=0.165, radii=(0.150, 0.118, 0.110), kind="stump", foot=(0.122, 0.085, 0.11)),
        hind=Leg(spread=0.165, radii=(0.165, 0.120, 0.110), kind="stump", foot=(0.122, 0.085, 0.11)),
        tail=Tail(kind="hang", length=0.40, radii=(0.034, 0.026, 0.022, 0.020)),
    ),
    head=Head(
        radius=0.265, skull=(1.0, 1.02, 0.94), crown=0.14, cheeks=(0.40, -0.30, 0.46, 0.46), lumps=_TRUNK,
        muzzle=Muzzle(kind="none", at=-0.4),
        ears=Ears(kind="flap", at=(0.72, 0.44, -0.10), length=1.45, width=1.62, lean=96, back=14, turn=-16,
                  bend=18, cup=0.14, thickness=0.18),
        eyes=Eyes(at=(0.56, 0.16), size=0.125, tall=1.15, side=16, lid=0.18), nose=Nose(kind="none"), mouth="none",
        extras=("tusks",), hang=2.0,
    ),
    colours={"coat": "#8f9bac", "light": "#b5bfcc", "dark": "#66707f", "inner": "#d9aeb0", "horn": "#fff3dc",
             "hoof": "#e8dfd0", "mane": "#4d5562", "lid": "#7f8b9c"},
    marks=(Under(level=-0.6, soft=0.3), Stretch(colour="light", region="legs", start=0.90, soft=0.05)),
    face=(Patch(colour="inner", at=(0.62, -0.22, 0.78), size=(0.20, 0.15, 0.3), soft=0.6, amount=0.55),),
    extras=("tail_tuft", "toenails"),
)  # fmt: skip

GIRAFFE = Species(
    metres=3.6,
    body=Body(
        length=0.50, height=0.74, chest=(0.165, 0.195), waist=(0.160, 0.18), hips=(0.155, 0.175), rise=10,
        neck=(0.84, 72, 0.135, 0.085), nod=22, squat=0.9,
        seated=58,
        fore=Leg(spread=0.095, radii=(0.090, 0.055, 0.046), kind="hoof", knee=0.012, foot=(0.060, 0.070, 0.06)),
        hind=Leg(spread=0.095, radii=(0.115, 0.058, 0.046), knee=0.04, hock=-0.07, kind="hoof",
                 foot=(0.060, 0.070, 0.06)),
        tail=Tail(kind="hang", length=0.46, radii=(0.030, 0.022, 0.020, 0.018)),
    ),
    head=Head(
        radius=0.165, skull=(0.94, 0.98, 1.0), muzzle=Muzzle(kind="long", length=1.90, radii=(0.56, 0.38),
                                                             at=-0.32, drop=0.12),
        ears=Ears(kind="leaf", at=(0.74, 0.56, -0.22), length=0.86, width=0.46, lean=78, back=4, turn=16, cup=0.45,
                  thickness=0.2),
        eyes=Eyes(at=(0.58, 0.20), size=0.215, tall=1.14, side=18, lid=0.12),
        nose=Nose(kind="nostrils", size=(0.11, 0.06)), extras=("ossicones",), turn=-22,
    ),
    colours={"coat": "#f5d893", "light": "#fff0cf", "dark": "#b0702e", "inner": "#f0c4a0", "nose": "#6a4424",
             "mane": "#a8642a", "hoof": "#5c4430", "lid": "#e2be78"},
    marks=(Tiles(region="body", count=110, gap=0.022, low=-0.9),
           Stretch(colour="coat", region="legs", start=0.74, soft=0.04)),
    face=(Patch(at=(0, -0.52, 1.7), size=(0.6, 0.42, 0.6), soft=0.25),
          Patch(colour="dark", at=(0.0, 0.50, 0.75), size=(0.24, 0.30, 0.4), soft=0.2, amount=0.7)),
    extras=("brush_mane", "tail_tuft"),
)  # fmt: skip

HIPPO = Species(
    metres=1.4,
    body=Body(
        length=0.64, height=0.40, chest=(0.275, 0.27), waist=(0.30, 0.29), hips=(0.275, 0.275),
        neck=(0.24, 26, 0.24, 0.22), squat=0.86, smooth=0.14,
        sits="upright",
        fore=Leg(spread=0.16, radii=(0.135, 0.108, 0.095), kind="stump", foot=(0.108, 0.070, 0.10)),
        hind=Leg(spread=0.16, radii=(0.145, 0.110, 0.095), kind="stump", foot=(0.108, 0.070, 0.10)),
        tail=Tail(kind="hang", length=0.18, radii=(0.034, 0.028, 0.022)),
    ),
    head=Head(
        radius=0.235, skull=(1.0, 0.94, 0.96), muzzle=Muzzle(kind="wide", length=1.62, radii=(0.86, 0.62),
                                                             at=-0.34, wide=1.0),
        ears=Ears(kind="round", at=(0.72, 0.74, -0.22), length=0.36, width=0.38, lean=36, back=2, turn=20,
                  cup=0.45, thickness=0.26),
        eyes=Eyes(at=(0.50, 0.46), size=0.14, tall=1.1, lid=0.10), nose=Nose(kind="nostrils", size=(0.14, 0.11)),
        lumps=(((0.50, 0.46, 0.56), (0.50, 0.58, 0.48), 0.28, 0.22),
               ((0.36, -0.06, 1.24), (0.36, 0.02, 1.30), 0.24, 0.18)), extras=("hippo_teeth",),
    ),
    colours={"coat": "#9a8ba0", "light": "#e6bfc0", "dark": "#6d6075", "inner": "#e3aab0", "nose": "#5a4c60",
             "lid": "#87788d", "hoof": "#d9c8d0"},
    marks=(Under(colour="light", level=-0.45, soft=0.25),),
    face=(Patch(at=(0, -0.86, 1.0), size=(0.8, 0.36, 0.9), soft=0.3),
          Patch(colour="inner", at=(0.78, -0.30, 0.9), size=(0.24, 0.2, 0.4), soft=0.6, amount=0.5)),
    extras=("toenails",),
)  # fmt: skip

RHINOCEROS = Species(
    metres=1.55,
    body=Body(
        length=0.68, height=0.44, chest=(0.255, 0.275), waist=(0.275, 0.285), hips=(0.26, 0.27),
        neck=(0.24, 22, 0.22, 0.20), nod=12, squat=0.86, smooth=0.12,
        sits="upright", lumps=(("chest", ((0, 0.55, -0.1), (0, 0.72, -0.3), 0.55, 0.45)),),
        fore=Leg(spread=0.145, radii=(0.130, 0.100, 0.090), kind="stump", foot=(0.102, 0.070, 0.10)),
        hind=Leg(spread=0.145, radii=(0.150, 0.104, 0.090), kind="stump", foot=(0.102, 0.070, 0.10)),
        tail=Tail(kind="hang", length=0.30, radii=(0.032, 0.024, 0.020)),
    ),
    head=Head(
        radius=0.215, skull=(0.98, 0.94, 1.0), muzzle=Muzzle(kind="long", length=1.86, radii=(0.66, 0.52),
                                                             at=-0.34, drop=0.10),
        ears=Ears(kind="leaf", at=(0.56, 0.78, -0.28), length=0.62, width=0.50, lean=22, back=4, turn=26, cup=0.55,
                  thickness=0.24),
        eyes=Eyes(at=(0.56, 0.16), size=0.155, tall=1.1, side=18, lid=0.12),
        nose=Nose(kind="nostrils", size=(0.15, 0.08)), extras=("rhino_horns",),
    ),
    colours={"coat": "#8e949c", "light": "#b3b8be", "dark": "#666c76", "inner": "#b99a9c", "nose": "#4d535c",
             "horn": "#d9d2c2", "lid": "#7d838c", "mane": "#555b64",
             "hoof": "#cfd2d4"},
    marks=(Under(level=-0.55, soft=0.3),),
    face=(Patch(at=(0, -0.7, 1.5), size=(0.7, 0.42, 0.7), soft=0.35),),
    extras=("tail_tuft", "toenails"),
)  # fmt: skip

register("elephant", ELEPHANT, yaw=32)
register("giraffe", GIRAFFE, yaw=46)
register("hippo", HIPPO, yaw=34)
register("rhinoceros", RHINOCEROS, yaw=42)

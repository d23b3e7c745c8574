"""Beasts of the country: capybara, wild boar, water buffalo, rat."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Below, Patch, Under
from waa.painter.rigs.beasts.farm import COW, PIG
from waa.painter.rigs.beasts.pets import MOUSE
from waa.painter.rigs.beasts.shape import Ears, Eyes, Leg, Muzzle, Nose, Tail

CAPYBARA = replace(
    PIG,
    metres=0.60,
    body=replace(
        PIG.body, length=0.54, height=0.34, chest=(0.215, 0.225), waist=(0.235, 0.240), hips=(0.225, 0.235),
        neck=(0.17, 40, 0.20, 0.19), smooth=0.13,
        fore=Leg(spread=0.125, radii=(0.092, 0.066, 0.054), foot=(0.060, 0.038, 0.085)),
        hind=Leg(spread=0.135, radii=(0.112, 0.072, 0.056), foot=(0.064, 0.038, 0.095)),
        tail=Tail(kind="stub", length=0.02, radii=(0.03, 0.03, 0.02)),
    ),
    head=replace(
        PIG.head, radius=0.240, skull=(0.96, 0.90, 1.0), cheeks=None,
        muzzle=Muzzle(kind="snout", length=1.42, radii=(0.68, 0.60), at=-0.14, drop=0.02, jaw=1.0, wide=1.0),
        ears=Ears(kind="round", at=(0.62, 0.66, -0.34), length=0.30, width=0.32, lean=24, back=-8, turn=20, cup=0.35),
        eyes=Eyes(at=(0.58, 0.30), size=0.130, tall=1.0, side=22, lid=0.30),
        nose=Nose(kind="wide", size=(0.25, 0.17)), blush=0.4,
    ),
    colours={"coat": "#a8743f", "light": "#c89a66", "dark": "#7a5128", "inner": "#8a5a3c", "pink": "#c98a6a",
             "nose": "#4a3226", "lid": "#94642f", "hoof": "#5a4030"},
    marks=(Under(level=-0.30, soft=0.25),),
    face=(Below(level=-0.40, soft=0.25, front=0.2),
          Patch(colour="dark", at=(0, 0.02, 1.30), size=(0.60, 0.30, 0.4), soft=0.5, amount=0.5)),
)  # fmt: skip

BOAR = replace(
    PIG,
    metres=0.80,
    body=replace(PIG.body, rise=6, tail=Tail(kind="hang", length=0.22, radii=(0.024, 0.020, 0.026))),
    head=replace(
        PIG.head, muzzle=Muzzle(kind="snout", length=1.56, radii=(0.46, 0.33), at=-0.20, drop=0.06, jaw=0.9),
        ears=Ears(kind="pointed", at=(0.58, 0.70, -0.05), length=0.62, width=0.52, lean=22, back=-6, turn=12, cup=0.35),
        eyes=Eyes(at=(0.48, 0.16), size=0.125, tall=1.1, lid=0.14), blush=0.0, extras=("tusks",),
    ),
    colours={"coat": "#6b5443", "light": "#8f7660", "dark": "#463529", "inner": "#a98a78", "pink": "#9a6f62",
             "hoof": "#2f2622", "nose": "#5a3a34", "lid": "#5a4535", "horn": "#f4ead2"},
    marks=(Under(level=-0.40, soft=0.3),),
    face=(),
)  # fmt: skip

WATER_BUFFALO = replace(
    COW,
    metres=1.40,
    stark=False,
    colours={"coat": "#6f6a6c", "light": "#8f898a", "dark": "#4a464a", "inner": "#a98f8c", "nose": "#3a3438",
             "hoof": "#2f2a2c", "horn": "#4a4440", "mane": "#4a464a", "muzzle": "#8a8284", "lid": "#625d60"},
    marks=(Under(level=-0.30, soft=0.25),),
    face=(Patch(colour="muzzle", at=(0, -0.52, 1.42), size=(0.72, 0.46, 0.52), soft=0.25),),
    extras=("tail_tuft",),
)  # fmt: skip

RAT = replace(
    MOUSE,
    metres=0.16,
    colours={**MOUSE.colours, "coat": "#7d7672", "light": "#b9b2aa", "dark": "#5a5450"},
)

register("capybara", CAPYBARA, yaw=32)
register("boar", BOAR, yaw=36)
register("water_buffalo", WATER_BUFFALO, yaw=36)
register("rat", RAT, yaw=32)

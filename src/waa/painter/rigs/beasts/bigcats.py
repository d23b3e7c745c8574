"""The big cats: lion, tiger, leopard."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Below, Bib, Patch, Rings, Spots, Stretch, Strokes, Under
from waa.painter.rigs.beasts.shape import Body, Ears, Eyes, Head, Leg, Muzzle, Nose, Tail
from waa.painter.rigs.beasts.species import Species

_BIG_CAT_BODY = Body(
    length=0.66, height=0.47, chest=(0.195, 0.22), waist=(0.180, 0.19), hips=(0.190, 0.205),
    neck=(0.20, 50, 0.16, 0.145), curls=True,
    fore=Leg(spread=0.115, radii=(0.108, 0.086, 0.078), foot=(0.088, 0.060, 0.100)),
    hind=Leg(spread=0.12, radii=(0.150, 0.088, 0.074), knee=0.08, hock=-0.12, foot=(0.084, 0.058, 0.100)),
    tail=Tail(kind="whip", length=0.78, radii=(0.052, 0.046, 0.042, 0.040)),
)  # fmt: skip

_BIG_CAT_EARS = Ears(
    kind="round", at=(0.66, 0.66, -0.10), length=0.48, width=0.56,
    lean=32, back=2, turn=18, cup=0.45, thickness=0.26,
)  # fmt: skip
_BIG_CAT_HEAD = Head(
    radius=0.265, skull=(1.04, 0.92, 0.90), cheeks=(0.52, -0.28, 0.28, 0.44),
    muzzle=Muzzle(kind="puffs", length=1.22, radii=(0.46, 0.31), at=-0.30, jaw=1.05),
    ears=_BIG_CAT_EARS,
    eyes=Eyes(at=(0.40, 0.10), size=0.155, tall=1.06), nose=Nose(kind="triangle", size=(0.16, 0.105), colour="pink"),
)  # fmt: skip

LION = Species(
    metres=1.15, body=_BIG_CAT_BODY, head=replace(_BIG_CAT_HEAD, extras=("lion_mane",), room=1.35),
    colours={"coat": "#e9b25f", "light": "#fbe8c4", "dark": "#a56a2c", "mane": "#9c5423", "mane2": "#b4682b",
             "mane3": "#d08a3e", "inner": "#f0c69a", "pink": "#a86a58"},
    marks=(Under(level=-0.5, soft=0.15), Stretch(colour="light", region="legs", start=0.86, soft=0.05)),
    face=(Patch(at=(0.0, -0.44, 1.0), size=(0.48, 0.34, 0.55)),
          Patch(at=(0.36, -0.02, 0.95), size=(0.16, 0.10, 0.3), soft=0.4, amount=0.7)),
    extras=("tail_tuft",),
)  # fmt: skip

TIGER = Species(
    metres=1.05, body=_BIG_CAT_BODY,
    head=replace(_BIG_CAT_HEAD, lumps=(((0.70, -0.30, 0.15), (1.10, -0.52, 0.02), 0.30, 0.08),),
                 ears=replace(_BIG_CAT_EARS, tip=None)),
    stark=True, colours={"coat": "#f09338", "light": "#fff6e8", "dark": "#2f2523", "inner": "#fbe0cc",
                         "pink": "#e88a7e"},
    marks=(Rings(region="trunk", count=6.4, share=0.40, top=-1.0, wave=0.035, slant=0.05, end=1.45, soft=0.05),
           Under(level=-0.55, soft=0.08), Bib(wide=0.9, low=0.45, high=2.2),
           Rings(region="tail", count=7, share=0.44), Rings(region="fore", count=6, share=0.32, start=0.25, end=0.84),
           Rings(region="hind", count=7, share=0.34, start=0.06, end=0.84),
           Stretch(colour="light", region="legs", start=0.88, soft=0.04)),
    face=(Below(level=-0.20, slope=-0.14, ahead=-0.05, soft=0.06, front=0.25),
          Patch(at=(0.0, -0.44, 1.0), size=(0.50, 0.34, 0.55)),
          Patch(at=(0.38, 0.36, 0.80), size=(0.22, 0.15, 0.4), soft=0.12),
          Strokes(points=((0, 0.46, 0.90), (0, 0.62, 0.80)), wide=0.06),
          Strokes(points=((0.0, 0.66, 0.76), (0.17, 0.80, 0.62), (0.34, 0.80, 0.48)), wide=0.06),
          Strokes(points=((0.0, 0.84, 0.58), (0.18, 0.94, 0.42), (0.36, 0.92, 0.25)), wide=0.06),
          Strokes(points=((0, 0.96, 0.2), (0.30, 0.92, 0.0), (0.52, 0.78, -0.1)), wide=0.07),
          Strokes(points=((0, 0.95, -0.2), (0.30, 0.86, -0.35), (0.60, 0.60, -0.45)), wide=0.08),
          Strokes(points=((0, 0.74, -0.56), (0.30, 0.62, -0.66), (0.62, 0.30, -0.66)), wide=0.08),
          Strokes(points=((1.12, 0.12, 0.15), (0.92, 0.04, 0.46), (0.76, 0.02, 0.62)), wide=0.07),
          Strokes(points=((1.12, -0.16, 0.20), (0.92, -0.20, 0.50), (0.74, -0.20, 0.66)), wide=0.07),
          Strokes(points=((1.08, -0.46, 0.15), (0.92, -0.46, 0.40), (0.76, -0.42, 0.56)), wide=0.07)),
)  # fmt: skip

LEOPARD = Species(
    metres=0.85,
    body=replace(_BIG_CAT_BODY, chest=(0.170, 0.19), waist=(0.155, 0.165), hips=(0.165, 0.18),
                 tail=replace(_BIG_CAT_BODY.tail, length=0.92)),
    head=replace(_BIG_CAT_HEAD, radius=0.24, muzzle=replace(_BIG_CAT_HEAD.muzzle, radii=(0.44, 0.28), length=1.18)),
    stark=True, colours={"coat": "#ecb862", "light": "#fff4e0", "dark": "#3b2820", "inner": "#f6d6b4",
                         "pink": "#d98676",
             "heart": "#c98a3c", "amber": "#c9c24a"},
    marks=(Under(level=-0.5, soft=0.12), Bib(wide=0.5),
           Spots(colour="heart", count=170, size=0.034, low=-0.65),
           Spots(count=170, size=0.038, hollow=0.56, low=-0.65),
           Rings(region="tail", count=8, share=0.4, start=0.5),
           Stretch(colour="light", region="legs", start=0.90, soft=0.05)),
    face=(Patch(at=(0.0, -0.44, 1.0), size=(0.48, 0.34, 0.55)),
          Patch(at=(0.38, 0.34, 0.80), size=(0.18, 0.11, 0.4), soft=0.2),
          *(Patch(colour="dark", at=at, size=(0.075, 0.075, 0.12), soft=0.15)
            for at in ((0.15, 0.66, 0.76), (0.42, 0.66, 0.62), (0.0001, 0.86, 0.55), (0.28, 0.88, 0.42),
                       (0.60, 0.60, 0.42), (0.10, 0.98, 0.2),
                       (0.42, 0.90, 0.1), (0.88, -0.02, 0.46), (0.86, -0.28, 0.56), (0.98, 0.16, 0.16),
                       (1.02, -0.16, 0.2), (0.2, 0.97, -0.15),
                       (0.5, 0.78, -0.35), (0.2, 0.84, -0.5), (0.75, 0.5, -0.4), (0.4, 0.55, -0.74),
                       (0.0001, 0.6, -0.82), (0.7, 0.15, -0.7)))),
)  # fmt: skip

register("lion", LION)
register("tiger", TIGER, yaw=34)
register("leopard", LEOPARD, yaw=36)

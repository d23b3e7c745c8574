"""Beasts of woods and mountains: foxes, wolves, bears, big cats, and the small ones with rings and masks."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Below, Bib, Over, Patch, Rings, Spots, Stretch, Strokes, Under
from waa.painter.rigs.beasts.shape import Body, Ears, Eyes, Head, Leg, Muzzle, Nose, Species, Tail

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
    marks=(Under(level=-0.42), Bib(wide=0.62, high=2.3), Stretch(region="fore", start=0.50, soft=0.06), Stretch(region="hind", start=0.58, soft=0.05),
           Stretch(colour="light", region="tail", start=0.72, wave=0.06)),
    face=(Below(level=-0.10, slope=-0.16, ahead=-0.08, soft=0.05, front=0.02), Patch(at=(0.42, -0.20, 1.0), size=(0.34, 0.24, 0.9)),),
)  # fmt: skip

WOLF = replace(
    FOX,
    metres=0.78,
    body=replace(
        FOX.body, length=0.60, height=0.47, chest=(0.175, 0.20), waist=(0.150, 0.160), hips=(0.158, 0.170), neck=(0.20, 50, 0.15, 0.13),
        fore=Leg(spread=0.10, radii=(0.088, 0.062, 0.055), foot=(0.064, 0.048, 0.078)),
        hind=Leg(spread=0.11, radii=(0.122, 0.068, 0.054), knee=0.08, hock=-0.14, foot=(0.062, 0.048, 0.080)),
        tail=Tail(kind="brush", length=0.52, radii=(0.05, 0.08, 0.10, 0.095, 0.04)),
        lumps=(("chest", ((0.5, -0.2, 0.2), (0.55, -0.75, 0.55), 0.42, 0.16)), ("chest", ((0, -0.3, 0.5), (0, -0.95, 0.62), 0.46, 0.14))),
    ),
    head=replace(
        FOX.head, radius=0.235, muzzle=Muzzle(kind="snout", length=1.55, radii=(0.46, 0.25), at=-0.20, drop=0.12, jaw=0.8),
        ears=Ears(at=(0.54, 0.66, -0.06), length=0.72, width=0.62, lean=12, back=4, turn=20, cup=0.5, thickness=0.22, inside="light"),
        eyes=Eyes(at=(0.40, 0.12), size=0.15, tall=1.05, iris="#e7b548", lid=0.22),
    ),
    colours={"coat": "#8d949e", "light": "#f1f0ee", "dark": "#4a4f5b", "nose": "#25232a"},
    marks=(Over(level=0.30, soft=0.25, wave=0.12), Under(level=-0.40, soft=0.15), Bib(wide=0.60, high=2.3, soft=0.2),
           Stretch(colour="light", region="legs", start=0.62, soft=0.15), Stretch(region="tail", start=0.70, soft=0.15)),
    face=(Below(level=-0.10, slope=-0.16, ahead=-0.06, soft=0.12, front=0.02), Patch(at=(0.40, -0.22, 1.0), size=(0.36, 0.26, 0.9), soft=0.15),
          Patch(at=(0.34, 0.42, 0.85), size=(0.15, 0.11, 0.3), soft=0.3),
          Patch(colour="dark", at=(0, 0.75, 0.5), size=(0.26, 0.55, 0.6), soft=0.5, amount=0.7)),
)  # fmt: skip

_BEAR_BODY = Body(
    length=0.62, height=0.44, chest=(0.225, 0.245), waist=(0.245, 0.255), hips=(0.235, 0.245), neck=(0.20, 46, 0.20, 0.18),
    sits="upright", squat=0.84, smooth=0.12,
    fore=Leg(spread=0.135, radii=(0.125, 0.105, 0.095), foot=(0.105, 0.065, 0.115)),
    hind=Leg(spread=0.14, radii=(0.15, 0.112, 0.095), foot=(0.105, 0.065, 0.120)),
    tail=Tail(kind="stub", length=0.08, radii=(0.06, 0.07, 0.06)),
)  # fmt: skip
_BEAR_HEAD = Head(
    radius=0.255, skull=(1.06, 0.94, 0.92), cheeks=(0.50, -0.26, 0.30, 0.46),
    muzzle=Muzzle(kind="snout", length=1.26, radii=(0.44, 0.31), at=-0.24, drop=0.06),
    ears=Ears(kind="round", at=(0.66, 0.68, -0.10), length=0.46, width=0.56, lean=32, back=2, turn=16, cup=0.45, thickness=0.26),
    eyes=Eyes(at=(0.38, 0.08), size=0.135, tall=1.1),
    nose=Nose(kind="wide", size=(0.18, 0.125)),
)  # fmt: skip

BEAR = Species(
    metres=1.15, body=_BEAR_BODY, head=_BEAR_HEAD,
    colours={"coat": "#8f5a33", "light": "#d3a472", "dark": "#5b3720", "inner": "#c98f66", "nose": "#2c1e1c"},
    marks=(Stretch(region="legs", start=0.80, soft=0.12), Under(level=-0.72, soft=0.25)),
    face=(Patch(at=(0.0, -0.34, 1.05), size=(0.44, 0.36, 0.62), soft=0.10),),
)  # fmt: skip

POLAR_BEAR = Species(
    metres=1.25,
    body=replace(_BEAR_BODY, length=0.68, neck=(0.26, 40, 0.19, 0.15)),
    head=replace(_BEAR_HEAD, radius=0.225, skull=(1.0, 0.88, 0.98), muzzle=Muzzle(kind="snout", length=1.46, radii=(0.46, 0.30), at=-0.18, drop=0.08),
                 ears=replace(_BEAR_HEAD.ears, length=0.38, width=0.46)),
    colours={"coat": "#f3efe6", "light": "#ffffff", "dark": "#d9d2c4", "inner": "#d8c4b8", "nose": "#2a2427"},
    marks=(Under(level=-0.5, soft=0.3),),
    face=(Patch(at=(0.0, -0.34, 1.2), size=(0.44, 0.34, 0.6), soft=0.3),),
)  # fmt: skip

PANDA = Species(
    metres=0.95,
    body=replace(_BEAR_BODY, length=0.56, waist=(0.265, 0.27), hips=(0.255, 0.26)),
    head=replace(
        _BEAR_HEAD, radius=0.285, skull=(1.10, 0.96, 0.92), cheeks=(0.54, -0.30, 0.30, 0.48),
        muzzle=Muzzle(kind="snout", length=1.14, radii=(0.40, 0.28), at=-0.26, drop=0.04),
        ears=replace(_BEAR_HEAD.ears, outside="dark", inside="dark", length=0.50, width=0.60),
        eyes=Eyes(at=(0.40, 0.06), size=0.135, tall=1.1), nose=Nose(kind="wide", size=(0.14, 0.095)),
    ),
    colours={"coat": "#fbf8f2", "light": "#ffffff", "dark": "#2d2a30", "nose": "#221d20", "lid": "#2d2a30"},
    marks=(Stretch(region="legs", start=-9), Stretch(region="trunk", start=0.66, soft=0.035)),
    face=(Patch(colour="dark", at=(0.42, 0.02, 0.85), size=(0.23, 0.30, 0.5), lean=-24),),
)  # fmt: skip

KOALA = Species(
    metres=0.62,
    body=Body(
        length=0.44, height=0.34, chest=(0.19, 0.195), waist=(0.215, 0.215), hips=(0.22, 0.22), neck=(0.16, 62, 0.17, 0.15),
        sits="upright", stands="sit", squat=0.92,
        fore=Leg(spread=0.12, radii=(0.095, 0.080, 0.070), foot=(0.074, 0.052, 0.085)),
        hind=Leg(spread=0.13, radii=(0.12, 0.090, 0.072), foot=(0.080, 0.052, 0.095)),
        tail=Tail(kind="stub", length=0.05, radii=(0.04, 0.04, 0.03)),
    ),
    head=Head(
        radius=0.265, skull=(1.10, 0.94, 0.90), cheeks=(0.52, -0.26, 0.30, 0.46),
        muzzle=Muzzle(kind="puffs", length=0.98, radii=(0.40, 0.22), at=-0.40, jaw=0.9),
        ears=Ears(kind="round", at=(0.84, 0.46, -0.08), length=0.82, width=1.02, lean=58, back=0, turn=10, cup=0.30, thickness=0.34, inside="light"),
        eyes=Eyes(at=(0.46, 0.08), size=0.14, tall=1.1), nose=Nose(kind="wide", size=(0.19, 0.29)),
        lumps=(((0.95, 0.62, 0.0), (1.30, 0.40, 0.05), 0.22, 0.10), ((0.92, 0.40, 0.0), (1.18, 0.10, 0.05), 0.20, 0.08)),
    ),
    colours={"coat": "#9aa0a8", "light": "#f2f0ee", "dark": "#6a6f79", "nose": "#37333a"},
    marks=(Under(level=-0.30, soft=0.15), Bib(wide=0.72, low=-0.5, high=2.0, soft=0.12)),
    face=(Patch(at=(0.0, -0.58, 0.75), size=(0.46, 0.26, 0.5), soft=0.15), Patch(at=(1.25, 0.30, 0.0), size=(0.32, 0.34, 0.4), soft=0.2)),
)  # fmt: skip

# -- big cats -----------------------------------------------------------------------------------------------

_BIG_CAT_BODY = Body(
    length=0.66, height=0.47, chest=(0.195, 0.22), waist=(0.180, 0.19), hips=(0.190, 0.205), neck=(0.20, 50, 0.16, 0.145), curls=True,
    fore=Leg(spread=0.115, radii=(0.108, 0.086, 0.078), foot=(0.088, 0.060, 0.100)),
    hind=Leg(spread=0.12, radii=(0.150, 0.088, 0.074), knee=0.08, hock=-0.12, foot=(0.084, 0.058, 0.100)),
    tail=Tail(kind="whip", length=0.78, radii=(0.052, 0.046, 0.042, 0.040)),
)  # fmt: skip
_BIG_CAT_HEAD = Head(
    radius=0.265, skull=(1.04, 0.92, 0.90), cheeks=(0.52, -0.28, 0.28, 0.44),
    muzzle=Muzzle(kind="puffs", length=1.22, radii=(0.46, 0.31), at=-0.30, jaw=1.05),
    ears=Ears(kind="round", at=(0.66, 0.66, -0.10), length=0.48, width=0.56, lean=32, back=2, turn=18, cup=0.45, thickness=0.26),
    eyes=Eyes(at=(0.40, 0.10), size=0.155, tall=1.06), nose=Nose(kind="triangle", size=(0.16, 0.105), colour="pink"),
)  # fmt: skip

LION = Species(
    metres=1.15, body=_BIG_CAT_BODY, head=replace(_BIG_CAT_HEAD, extras=("lion_mane",), room=1.35),
    colours={"coat": "#e9b25f", "light": "#fbe8c4", "dark": "#a56a2c", "mane": "#9c5423", "mane2": "#b4682b", "mane3": "#d08a3e", "inner": "#f0c69a", "pink": "#a86a58"},
    marks=(Under(level=-0.5, soft=0.15), Stretch(colour="light", region="legs", start=0.86, soft=0.05)),
    face=(Patch(at=(0.0, -0.44, 1.0), size=(0.48, 0.34, 0.55)), Patch(at=(0.36, -0.02, 0.95), size=(0.16, 0.10, 0.3), soft=0.4, amount=0.7)),
    extras=("tail_tuft",),
)  # fmt: skip

TIGER = Species(
    metres=1.05, body=_BIG_CAT_BODY,
    head=replace(_BIG_CAT_HEAD, lumps=(((0.70, -0.30, 0.15), (1.10, -0.52, 0.02), 0.30, 0.08),), ears=replace(_BIG_CAT_HEAD.ears, tip=None)),
    colours={"coat": "#f09338", "light": "#fff6e8", "dark": "#2f2523", "inner": "#fbe0cc", "pink": "#e88a7e"},
    marks=(Rings(region="trunk", count=6.4, share=0.40, top=-1.0, wave=0.035, slant=0.05, end=1.45, soft=0.05),
           Under(level=-0.55, soft=0.08), Bib(wide=0.55, high=2.2),
           Rings(region="tail", count=7, share=0.44), Rings(region="fore", count=6, share=0.32, start=0.25, end=0.84),
           Rings(region="hind", count=7, share=0.34, start=0.06, end=0.84), Stretch(colour="light", region="legs", start=0.88, soft=0.04)),
    face=(Below(level=-0.20, slope=-0.14, ahead=-0.05, soft=0.06, front=0.25), Patch(at=(0.0, -0.44, 1.0), size=(0.50, 0.34, 0.55)),
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
    body=replace(_BIG_CAT_BODY, chest=(0.170, 0.19), waist=(0.155, 0.165), hips=(0.165, 0.18), tail=replace(_BIG_CAT_BODY.tail, length=0.92)),
    head=replace(_BIG_CAT_HEAD, radius=0.24, muzzle=replace(_BIG_CAT_HEAD.muzzle, radii=(0.44, 0.28), length=1.18)),
    colours={"coat": "#ecb862", "light": "#fff4e0", "dark": "#3b2820", "inner": "#f6d6b4", "pink": "#d98676", "heart": "#c98a3c"},
    marks=(Under(level=-0.5, soft=0.12), Bib(wide=0.5),
           Spots(colour="heart", count=170, size=0.034, low=-0.65), Spots(count=170, size=0.038, hollow=0.56, low=-0.65),
           Rings(region="tail", count=8, share=0.4, start=0.5), Stretch(colour="light", region="legs", start=0.90, soft=0.05)),
    face=(Patch(at=(0.0, -0.44, 1.0), size=(0.48, 0.34, 0.55)), Patch(at=(0.38, 0.34, 0.80), size=(0.18, 0.11, 0.4), soft=0.2),
          *(Patch(colour="dark", at=at, size=(0.075, 0.075, 0.12), soft=0.15)
            for at in ((0.15, 0.66, 0.76), (0.42, 0.66, 0.62), (0.0001, 0.86, 0.55), (0.28, 0.88, 0.42), (0.60, 0.60, 0.42), (0.10, 0.98, 0.2),
                       (0.42, 0.90, 0.1), (0.88, -0.02, 0.46), (0.86, -0.28, 0.56), (0.98, 0.16, 0.16), (1.02, -0.16, 0.2), (0.2, 0.97, -0.15),
                       (0.5, 0.78, -0.35), (0.2, 0.84, -0.5), (0.75, 0.5, -0.4), (0.4, 0.55, -0.74), (0.0001, 0.6, -0.82), (0.7, 0.15, -0.7)))),
)  # fmt: skip

# -- rings and masks ----------------------------------------------------------------------------------------

RACCOON = Species(
    metres=0.36,
    body=Body(
        length=0.46, height=0.33, chest=(0.165, 0.175), waist=(0.185, 0.19), hips=(0.19, 0.195), neck=(0.16, 54, 0.14, 0.125), curls=True,
        fore=Leg(spread=0.095, radii=(0.078, 0.060, 0.052), foot=(0.058, 0.042, 0.078)),
        hind=Leg(spread=0.11, radii=(0.115, 0.070, 0.054), knee=0.06, hock=-0.08, foot=(0.060, 0.044, 0.085)),
        tail=Tail(kind="brush", length=0.50, radii=(0.06, 0.095, 0.11, 0.105, 0.06)),
    ),
    head=Head(
        radius=0.245, skull=(1.08, 0.88, 0.90), cheeks=(0.54, -0.26, 0.32, 0.40), lumps=_CHEEK_TUFTS,
        muzzle=Muzzle(kind="snout", length=1.36, radii=(0.40, 0.20), at=-0.22, drop=0.06),
        ears=Ears(kind="round", at=(0.62, 0.66, -0.06), length=0.58, width=0.56, lean=24, back=2, turn=16, cup=0.4, inside="light"),
        eyes=Eyes(at=(0.42, 0.08), size=0.155, tall=1.1), nose=Nose(kind="button", size=(0.14, 0.11)),
    ),
    colours={"coat": "#8b8b91", "light": "#f2efec", "dark": "#35333a", "nose": "#262329", "lid": "#35333a"},
    marks=(Over(level=0.45, soft=0.3), Under(level=-0.4, soft=0.2), Bib(wide=0.6, soft=0.15), Rings(region="tail", count=4.5, share=0.46, start=0.1),
           Stretch(region="legs", start=0.62, soft=0.06)),
    face=(Below(level=-0.12, slope=-0.05, ahead=-0.05, soft=0.05, front=0.1), Patch(at=(0.0, 0.22, 0.9), size=(0.98, 0.26, 0.55), soft=0.08),
          Patch(colour="dark", at=(0.50, 0.02, 0.85), size=(0.36, 0.23, 0.6), lean=-18, soft=0.06),
          Patch(colour="dark", at=(0.0, 0.10, 1.0), size=(0.10, 0.48, 0.6), soft=0.15)),
)  # fmt: skip

RED_PANDA = Species(
    metres=0.38,
    body=replace(RACCOON.body, tail=Tail(kind="brush", length=0.72, radii=(0.06, 0.10, 0.115, 0.11, 0.09, 0.04))),
    head=replace(
        RACCOON.head, radius=0.265, skull=(1.12, 0.90, 0.90),
        muzzle=Muzzle(kind="snout", length=1.18, radii=(0.38, 0.21), at=-0.24, drop=0.04),
        ears=Ears(kind="pointed", at=(0.66, 0.60, -0.04), length=0.66, width=0.66, lean=30, back=2, turn=20, cup=0.45, thickness=0.26,
                  outside="light", inside="dark"),
        eyes=Eyes(at=(0.42, 0.06), size=0.15, tall=1.1), nose=Nose(kind="button", size=(0.13, 0.10)),
    ),
    colours={"coat": "#c4562a", "light": "#fff3e4", "dark": "#3a2320", "nose": "#261b1c", "ring": "#e9a066", "tear": "#a8431f", "lid": "#a8431f"},
    marks=(Under(colour="dark", level=-0.30, soft=0.12), Bib(colour="dark", wide=0.75, soft=0.12), Stretch(region="legs", start=0.10, soft=0.08),
           Rings(colour="ring", region="tail", count=6, share=0.42, start=0.08), Stretch(region="tail", start=0.93)),
    face=(Patch(at=(0.0, -0.36, 1.0), size=(0.44, 0.30, 0.6)), Patch(at=(0.74, -0.26, 0.55), size=(0.46, 0.24, 0.5), lean=20, soft=0.08),
          Patch(at=(0.40, 0.36, 0.78), size=(0.17, 0.12, 0.4), soft=0.12),
          Patch(colour="tear", at=(0.48, -0.22, 0.84), size=(0.13, 0.34, 0.4), lean=22, soft=0.1)),
)  # fmt: skip

OTTER = Species(
    metres=0.50,
    body=Body(
        length=0.50, height=0.26, chest=(0.145, 0.15), waist=(0.165, 0.165), hips=(0.175, 0.175), neck=(0.17, 62, 0.14, 0.13), sits="upright",
        upright=80, squat=0.9,
        fore=Leg(spread=0.10, radii=(0.070, 0.056, 0.050), foot=(0.056, 0.040, 0.070)),
        hind=Leg(spread=0.11, radii=(0.110, 0.080, 0.060), foot=(0.072, 0.040, 0.105)),
        tail=Tail(kind="heavy", length=0.62, radii=(0.11, 0.09, 0.065, 0.045, 0.025)),
    ),
    head=Head(
        radius=0.225, skull=(1.10, 0.88, 0.92), cheeks=(0.54, -0.26, 0.34, 0.42),
        muzzle=Muzzle(kind="puffs", length=1.16, radii=(0.42, 0.28), at=-0.24),
        ears=Ears(kind="round", at=(0.86, 0.42, -0.05), length=0.28, width=0.34, lean=62, back=2, turn=10, cup=0.35),
        eyes=Eyes(at=(0.42, 0.14), size=0.15, tall=1.1, side=6), nose=Nose(kind="wide", size=(0.17, 0.115)), extras=("whiskers",),
    ),
    colours={"coat": "#7d5638", "light": "#ecd9bd", "dark": "#553823", "inner": "#b98a6a", "nose": "#33262a", "whisker": "#d8c8b6"},
    marks=(Under(level=-0.22, soft=0.12), Bib(wide=0.75, soft=0.12)),
    face=(Below(level=-0.18, slope=0.02, soft=0.10, front=0.1),),
)  # fmt: skip

SLOTH = Species(
    metres=0.60,
    body=Body(
        length=0.46, height=0.36, chest=(0.18, 0.18), waist=(0.20, 0.20), hips=(0.205, 0.205), neck=(0.15, 62, 0.16, 0.14), sits="upright",
        stands="sit", squat=0.92,
        fore=Leg(spread=0.12, radii=(0.090, 0.074, 0.066), foot=(0.062, 0.052, 0.115), toes=3),
        hind=Leg(spread=0.13, radii=(0.11, 0.085, 0.068), foot=(0.068, 0.050, 0.110)),
        tail=Tail(kind="stub", length=0.05, radii=(0.04, 0.04, 0.03)),
    ),
    head=Head(
        radius=0.245, skull=(1.10, 0.94, 0.92), cheeks=(0.50, -0.20, 0.30, 0.46),
        muzzle=Muzzle(kind="puffs", length=1.06, radii=(0.42, 0.24), at=-0.22), ears=None,
        eyes=Eyes(at=(0.40, 0.06), size=0.12, tall=1.08, lid=0.25), nose=Nose(kind="wide", size=(0.16, 0.115)),
    ),
    colours={"coat": "#9b8165", "light": "#f0e0c4", "dark": "#5e4a38", "nose": "#3a2c2a", "lid": "#8a7258"},
    marks=(Under(level=-0.35, soft=0.25), Stretch(region="legs", start=0.9, soft=0.04)),
    face=(Patch(at=(0.0, -0.02, 0.8), size=(0.80, 0.72, 0.62), soft=0.08),
          Patch(colour="dark", at=(0.54, 0.00, 0.78), size=(0.36, 0.13, 0.4), lean=-30, soft=0.12)),
)  # fmt: skip

MONKEY = Species(
    metres=0.55,
    body=Body(
        length=0.38, height=0.34, chest=(0.145, 0.14), waist=(0.150, 0.145), hips=(0.155, 0.15), neck=(0.16, 66, 0.11, 0.10), sits="upright",
        upright=78, squat=1.0,
        fore=Leg(spread=0.11, radii=(0.066, 0.052, 0.046), kind="hand", foot=(0.050, 0.036, 0.055)),
        hind=Leg(spread=0.10, radii=(0.085, 0.062, 0.050), kind="hand", foot=(0.054, 0.036, 0.070)),
        tail=Tail(kind="cat", length=0.90, radii=(0.036, 0.034, 0.032, 0.030)),
    ),
    head=Head(
        radius=0.235, skull=(1.04, 0.98, 0.94), muzzle=Muzzle(kind="puffs", length=1.10, radii=(0.50, 0.32), at=-0.32, wide=1.1),
        ears=Ears(kind="round", at=(0.98, 0.06, -0.05), length=0.46, width=0.62, lean=86, back=2, turn=4, cup=0.35, thickness=0.2, inside="face"),
        eyes=Eyes(at=(0.34, 0.14), size=0.145, tall=1.15), nose=Nose(kind="nostrils", size=(0.075, 0.045)),
        lumps=(((0.0, 0.92, 0.1), (0.0, 1.22, 0.20), 0.18, 0.04), ((0.14, 0.90, 0.05), (0.26, 1.12, 0.14), 0.14, 0.04)),
    ),
    colours={"coat": "#8a5a36", "light": "#e7c49c", "dark": "#5c3a22", "face": "#f2cfa6", "inner": "#f2cfa6", "nose": "#5a3a30"},
    marks=(Under(level=-0.30, soft=0.10), Bib(wide=0.7, low=-0.4, soft=0.1), Stretch(colour="face", region="legs", start=0.90, soft=0.03)),
    face=(Patch(colour="face", at=(0.32, 0.16, 0.85), size=(0.36, 0.36, 0.45), soft=0.06), Patch(colour="face", at=(0.0, -0.36, 0.95), size=(0.64, 0.44, 0.65), soft=0.06)),
)  # fmt: skip

GORILLA = Species(
    metres=1.40,
    body=Body(
        length=0.52, height=0.50, chest=(0.27, 0.25), waist=(0.235, 0.235), hips=(0.215, 0.215), rise=22, neck=(0.16, 36, 0.19, 0.17), nod=4,
        sits="upright", squat=0.9,
        fore=Leg(spread=0.21, radii=(0.128, 0.112, 0.092), kind="paw", foot=(0.094, 0.070, 0.080), toes=4),
        hind=Leg(spread=0.15, radii=(0.135, 0.105, 0.085), kind="paw", foot=(0.094, 0.056, 0.11), toes=4),
        tail=Tail(kind="stub", length=0.02, radii=(0.03, 0.03, 0.02)),
    ),
    head=Head(
        radius=0.215, skull=(1.0, 1.04, 0.98), crown=0.36, muzzle=Muzzle(kind="puffs", length=1.16, radii=(0.56, 0.36), at=-0.36, wide=1.1),
        ears=Ears(kind="round", at=(0.96, 0.10, -0.15), length=0.26, width=0.34, lean=86, back=2, turn=4, cup=0.3, inside="face"),
        eyes=Eyes(at=(0.30, 0.10), size=0.12, tall=1.05), nose=Nose(kind="nostrils", size=(0.10, 0.06), colour="nose"),
        lumps=(((0.08, 0.36, 0.72), (0.52, 0.30, 0.62), 0.20, 0.16),), mouth="line",
    ),
    colours={"coat": "#46454f", "light": "#7f7d88", "dark": "#2c2b32", "face": "#857b80", "nose": "#17151a", "inner": "#5a555c"},
    marks=(Over(colour="light", level=0.25, soft=0.30, region="trunk"), Bib(colour="face", wide=0.7, low=0.4, high=1.2, soft=0.2),
           Stretch(colour="face", region="legs", start=0.93, soft=0.03)),
    face=(Patch(colour="face", at=(0.28, 0.12, 0.85), size=(0.34, 0.26, 0.45), soft=0.1), Patch(colour="face", at=(0.0, -0.34, 1.0), size=(0.62, 0.42, 0.7), soft=0.1)),
)  # fmt: skip

KANGAROO = Species(
    metres=1.35,
    body=Body(
        length=0.48, height=0.42, chest=(0.130, 0.135), waist=(0.165, 0.17), hips=(0.185, 0.19), upright=64, neck=(0.20, 60, 0.10, 0.088), nod=6,
        sits="upright", squat=1.0,
        fore=Leg(spread=0.10, radii=(0.060, 0.046, 0.040), foot=(0.044, 0.034, 0.060)),
        hind=Leg(spread=0.13, radii=(0.150, 0.072, 0.050), knee=0.20, hock=-0.16, foot=(0.060, 0.046, 0.200)),
        tail=Tail(kind="heavy", length=0.80, radii=(0.11, 0.085, 0.06, 0.045, 0.032)),
    ),
    head=Head(
        radius=0.165, skull=(1.0, 0.96, 1.02), muzzle=Muzzle(kind="long", length=1.66, radii=(0.50, 0.34), at=-0.26, drop=0.12),
        ears=Ears(kind="leaf", at=(0.46, 0.74, -0.20), length=1.18, width=0.62, lean=22, back=6, turn=20, cup=0.45, thickness=0.2),
        eyes=Eyes(at=(0.58, 0.18), size=0.19, tall=1.12, side=24), nose=Nose(kind="wide", size=(0.20, 0.14)), mouth="smile",
    ),
    colours={"coat": "#c08a58", "light": "#f0dcc0", "dark": "#7a5434", "inner": "#eab9a0", "nose": "#3a2a28"},
    marks=(Under(level=-0.22, soft=0.12), Bib(wide=0.7, low=-0.6, soft=0.12), Stretch(region="tail", start=0.8, soft=0.1),
           Stretch(region="fore", start=0.85, soft=0.05)),
    face=(Patch(at=(0.0, -0.6, 0.9), size=(0.6, 0.32, 1.0), soft=0.2),),
    extras=("pouch",),
)  # fmt: skip

register("fox", FOX)
register("wolf", WOLF, yaw=34)
register("bear", BEAR)
register("polar_bear", POLAR_BEAR, yaw=34)
register("panda", PANDA, yaw=26)
register("koala", KOALA, yaw=16)
register("lion", LION)
register("tiger", TIGER, yaw=34)
register("leopard", LEOPARD, yaw=36)
register("raccoon", RACCOON)
register("red_panda", RED_PANDA)
register("otter", OTTER, yaw=24)
register("sloth", SLOTH, yaw=16)
register("monkey", MONKEY, yaw=22)
register("gorilla", GORILLA, yaw=28)
register("kangaroo", KANGAROO, yaw=40)

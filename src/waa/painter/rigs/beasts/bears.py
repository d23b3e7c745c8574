"""Bears, and others that sit up as they do: koala, sloth, monkey, gorilla."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Bib, Over, Patch, Stretch, Under
from waa.painter.rigs.beasts.shape import Body, Ears, Eyes, Head, Leg, Muzzle, Nose, Tail
from waa.painter.rigs.beasts.species import Species

_BEAR_BODY = Body(
    length=0.62, height=0.44, chest=(0.225, 0.245), waist=(0.245, 0.255), hips=(0.235, 0.245),
    neck=(0.20, 46, 0.20, 0.18),
    sits="upright", squat=0.84, smooth=0.12,
    fore=Leg(spread=0.135, radii=(0.125, 0.105, 0.095), foot=(0.105, 0.065, 0.115)),
    hind=Leg(spread=0.14, radii=(0.15, 0.112, 0.095), foot=(0.105, 0.065, 0.120)),
    tail=Tail(kind="stub", length=0.08, radii=(0.06, 0.07, 0.06)),
)  # fmt: skip

_BEAR_EARS = Ears(
    kind="round", at=(0.66, 0.68, -0.10), length=0.46, width=0.56,
    lean=32, back=2, turn=16, cup=0.45, thickness=0.26,
)  # fmt: skip
_BEAR_HEAD = Head(
    radius=0.255, skull=(1.06, 0.94, 0.92), cheeks=(0.50, -0.26, 0.30, 0.46),
    muzzle=Muzzle(kind="snout", length=1.26, radii=(0.44, 0.31), at=-0.24, drop=0.06),
    ears=_BEAR_EARS,
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
    head=replace(_BEAR_HEAD, radius=0.225, skull=(1.0, 0.88, 0.98),
                 muzzle=Muzzle(kind="snout", length=1.46, radii=(0.46, 0.30), at=-0.18, drop=0.08),
                 ears=replace(_BEAR_EARS, length=0.38, width=0.46)),
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
        ears=replace(_BEAR_EARS, outside="dark", inside="dark", length=0.50, width=0.60),
        eyes=Eyes(at=(0.40, 0.06), size=0.135, tall=1.1), nose=Nose(kind="wide", size=(0.14, 0.095)),
    ),
    stark=True, colours={"coat": "#fbf8f2", "light": "#ffffff", "dark": "#2d2a30", "nose": "#221d20",
                         "lid": "#2d2a30"},
    marks=(Stretch(region="legs", start=-9), Stretch(region="trunk", start=0.66, soft=0.035)),
    face=(Patch(colour="dark", at=(0.42, 0.02, 0.85), size=(0.23, 0.30, 0.5), lean=-24),),
)  # fmt: skip

KOALA = Species(
    metres=0.62,
    body=Body(
        length=0.44, height=0.34, chest=(0.19, 0.195), waist=(0.215, 0.215), hips=(0.22, 0.22),
        neck=(0.16, 62, 0.17, 0.15),
        sits="upright", stands="sit", squat=0.92,
        fore=Leg(spread=0.12, radii=(0.095, 0.080, 0.070), foot=(0.074, 0.052, 0.085)),
        hind=Leg(spread=0.13, radii=(0.12, 0.090, 0.072), foot=(0.080, 0.052, 0.095)),
        tail=Tail(kind="stub", length=0.05, radii=(0.04, 0.04, 0.03)),
    ),
    head=Head(
        radius=0.265, skull=(1.10, 0.94, 0.90), cheeks=(0.52, -0.26, 0.30, 0.46),
        muzzle=Muzzle(kind="puffs", length=0.98, radii=(0.40, 0.22), at=-0.40, jaw=0.9),
        ears=Ears(kind="round", at=(0.84, 0.46, -0.08), length=0.82, width=1.02, lean=58, back=0, turn=10,
                  cup=0.30, thickness=0.34, inside="light"),
        eyes=Eyes(at=(0.46, 0.08), size=0.14, tall=1.1), nose=Nose(kind="wide", size=(0.19, 0.29)),
        lumps=(((0.95, 0.62, 0.0), (1.30, 0.40, 0.05), 0.22, 0.10),
               ((0.92, 0.40, 0.0), (1.18, 0.10, 0.05), 0.20, 0.08)),
    ),
    colours={"coat": "#9aa0a8", "light": "#f2f0ee", "dark": "#6a6f79", "nose": "#37333a"},
    marks=(Under(level=-0.30, soft=0.15), Bib(wide=0.72, low=-0.5, high=2.0, soft=0.12)),
    face=(Patch(at=(0.0, -0.58, 0.75), size=(0.46, 0.26, 0.5), soft=0.15),
          Patch(at=(1.25, 0.30, 0.0), size=(0.32, 0.34, 0.4), soft=0.2)),
)  # fmt: skip

SLOTH = Species(
    metres=0.60,
    body=Body(
        length=0.46, height=0.36, chest=(0.18, 0.18), waist=(0.20, 0.20), hips=(0.205, 0.205),
        neck=(0.15, 62, 0.16, 0.14), sits="upright",
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
        length=0.38, height=0.34, chest=(0.145, 0.14), waist=(0.150, 0.145), hips=(0.155, 0.15),
        neck=(0.16, 66, 0.11, 0.10), sits="upright",
        upright=78, squat=1.0,
        fore=Leg(spread=0.11, radii=(0.066, 0.052, 0.046), kind="hand", foot=(0.050, 0.036, 0.055)),
        hind=Leg(spread=0.10, radii=(0.085, 0.062, 0.050), kind="hand", foot=(0.054, 0.036, 0.070)),
        tail=Tail(kind="cat", length=0.90, radii=(0.036, 0.034, 0.032, 0.030)),
    ),
    head=Head(
        radius=0.235, skull=(1.04, 0.98, 0.94), muzzle=Muzzle(kind="puffs", length=1.10, radii=(0.50, 0.32),
                                                              at=-0.32, wide=1.1),
        ears=Ears(kind="round", at=(0.98, 0.06, -0.05), length=0.46, width=0.62, lean=86, back=2, turn=4, cup=0.35,
                  thickness=0.2, inside="face"),
        eyes=Eyes(at=(0.34, 0.14), size=0.145, tall=1.15), nose=Nose(kind="nostrils", size=(0.075, 0.045)),
        lumps=(((0.0, 0.92, 0.1), (0.0, 1.22, 0.20), 0.18, 0.04),
               ((0.14, 0.90, 0.05), (0.26, 1.12, 0.14), 0.14, 0.04)),
    ),
    colours={"coat": "#8a5a36", "light": "#e7c49c", "dark": "#5c3a22", "face": "#f2cfa6", "inner": "#f2cfa6",
             "nose": "#5a3a30"},
    marks=(Under(level=-0.30, soft=0.10), Bib(wide=0.7, low=-0.4, soft=0.1),
           Stretch(colour="face", region="legs", start=0.90, soft=0.03)),
    face=(Patch(colour="face", at=(0.32, 0.16, 0.85), size=(0.36, 0.36, 0.45), soft=0.06),
          Patch(colour="face", at=(0.0, -0.36, 0.95), size=(0.64, 0.44, 0.65), soft=0.06)),
)  # fmt: skip

GORILLA = Species(
    metres=1.40,
    body=Body(
        length=0.52, height=0.50, chest=(0.27, 0.25), waist=(0.235, 0.235), hips=(0.215, 0.215), rise=22,
        neck=(0.16, 36, 0.19, 0.17), nod=4,
        sits="upright", squat=0.9,
        fore=Leg(spread=0.21, radii=(0.128, 0.112, 0.092), kind="paw", foot=(0.094, 0.070, 0.080), toes=4),
        hind=Leg(spread=0.15, radii=(0.135, 0.105, 0.085), kind="paw", foot=(0.094, 0.056, 0.11), toes=4),
        tail=Tail(kind="stub", length=0.02, radii=(0.03, 0.03, 0.02)),
    ),
    head=Head(
        radius=0.215, skull=(1.0, 1.04, 0.98), crown=0.36,
        muzzle=Muzzle(kind="puffs", length=1.16, radii=(0.56, 0.36), at=-0.36, wide=1.1),
        ears=Ears(kind="round", at=(0.96, 0.10, -0.15), length=0.26, width=0.34, lean=86, back=2, turn=4, cup=0.3,
                  inside="face"),
        eyes=Eyes(at=(0.30, 0.10), size=0.12, tall=1.05),
        nose=Nose(kind="nostrils", size=(0.10, 0.06), colour="nose"),
        lumps=(((0.08, 0.36, 0.72), (0.52, 0.30, 0.62), 0.20, 0.16),), mouth="line",
    ),
    colours={"coat": "#46454f", "light": "#7f7d88", "dark": "#2c2b32", "face": "#857b80", "nose": "#17151a",
             "inner": "#5a555c"},
    marks=(Over(colour="light", level=0.25, soft=0.30, region="trunk"),
           Bib(colour="face", wide=0.7, low=0.4, high=1.2, soft=0.2),
           Stretch(colour="face", region="legs", start=0.93, soft=0.03)),
    face=(Patch(colour="face", at=(0.28, 0.12, 0.85), size=(0.34, 0.26, 0.45), soft=0.1),
          Patch(colour="face", at=(0.0, -0.34, 1.0), size=(0.62, 0.42, 0.7), soft=0.1)),
)  # fmt: skip

register("bear", BEAR)
register("polar_bear", POLAR_BEAR, yaw=34)
register("panda", PANDA, yaw=26)
register("koala", KOALA, yaw=16)
register("sloth", SLOTH, yaw=16)
register("monkey", MONKEY, yaw=22)
register("gorilla", GORILLA, yaw=28)

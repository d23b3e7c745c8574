"""Kin: breeds of cats, and near relations of the beasts of the wild."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.bears import BEAR
from waa.painter.rigs.beasts.bigcats import LEOPARD, LION, TIGER
from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Bib, Patch, Patches, Rings, Spots, Stretch, Strokes, Under
from waa.painter.rigs.beasts.pets import CAT
from waa.painter.rigs.beasts.shape import Ears, Eyes, Muzzle, Tail
from waa.painter.rigs.beasts.wild import FOX

_PLAIN = replace(CAT, litter=(None,))
_EARS = CAT.head.ears or Ears()

SIAMESE = replace(
    _PLAIN, head=replace(CAT.head, ears=replace(_EARS, outside="dark"),
                      eyes=Eyes(at=(0.44, 0.06), size=0.185, tall=1.12, iris="#6fb1e8")),
    colours={"coat": "#f3e3c8", "light": "#fff6e6", "dark": "#5a4034", "inner": "#8d6a5c", "pink": "#6b4a40"},
    marks=(Stretch(region="tail", start=-0.2, soft=0.25), Stretch(region="legs", start=0.62, soft=0.18)),
    face=(Patch(colour="dark", at=(0, -0.22, 0.95), size=(0.56, 0.50, 0.6), soft=0.35),),
)  # fmt: skip

BRITISH_SHORTHAIR = replace(
    _PLAIN, body=replace(CAT.body, chest=(0.175, 0.185), waist=(0.185, 0.185), hips=(0.19, 0.19),
                      tail=replace(CAT.body.tail, radii=(0.06, 0.06, 0.058, 0.05))),
    head=replace(CAT.head, radius=0.28, cheeks=(0.58, -0.26, 0.32, 0.48),
                 ears=replace(_EARS, length=0.60, width=0.70, lean=24),
                 eyes=Eyes(at=(0.44, 0.06), size=0.185, tall=1.06, iris="#e79b3a")),
    colours={"coat": "#8590a0", "light": "#a5afbd", "dark": "#667080", "inner": "#d8b6b4", "pink": "#6f6a78"},
    marks=(), face=(),
)  # fmt: skip

SCOTTISH_FOLD = replace(
    BRITISH_SHORTHAIR, head=replace(BRITISH_SHORTHAIR.head,
                                    ears=replace(_EARS, length=0.46, width=0.60, lean=20, back=-72,
                                                 at=(0.54, 0.74, 0.10), inside="coat")),
    colours={**BRITISH_SHORTHAIR.colours, "coat": "#c9a27c", "light": "#f3e3cc", "dark": "#9a744e"},
    marks=CAT.marks, face=CAT.face,
)  # fmt: skip

CALICO = replace(
    _PLAIN, colours={"coat": "#fffaf2", "light": "#ffffff", "dark": "#3a3236", "orange": "#e9953f",
                  "inner": "#ffc4b6", "pink": "#e77f7c"},
    marks=(Patches(colour="orange", scale=0.62, level=0.10, seed=0.6), Patches(scale=0.56, level=0.36, seed=3.4),
           Under(level=-0.4), Bib(wide=0.6)),
    face=(Patch(colour="orange", at=(0.72, 0.62, 0.2), size=(0.62, 0.75, 0.9), soft=0.05),
          Patch(at=(0.0, -0.42, 0.85), size=(0.46, 0.36, 0.50))),
)  # fmt: skip

RAGDOLL = replace(
    SIAMESE, metres=0.36, body=BRITISH_SHORTHAIR.body, head=replace(SIAMESE.head, cheeks=(0.58, -0.26, 0.30, 0.46)),
    colours={**SIAMESE.colours, "coat": "#fbf3e6", "dark": "#8a6f60", "inner": "#d9b3a4", "pink": "#e08f88"},
    face=(Patch(colour="dark", at=(0.46, 0.22, 0.75), size=(0.44, 0.50, 0.6), soft=0.3, amount=0.8),
          Patch(at=(0, -0.30, 0.95), size=(0.34, 0.5, 0.6), soft=0.15)),
)  # fmt: skip

PERSIAN = replace(
    BRITISH_SHORTHAIR, head=replace(BRITISH_SHORTHAIR.head, cheeks=(0.64, -0.22, 0.22, 0.52),
                                    muzzle=Muzzle(kind="puffs", length=0.96, radii=(0.40, 0.25), at=-0.26),
                                    ears=replace(_EARS, length=0.48, width=0.58, lean=30)),
    body=replace(BRITISH_SHORTHAIR.body, tail=Tail(kind="brush", length=0.46, radii=(0.07, 0.11, 0.125, 0.11, 0.06))),
    colours={"coat": "#f7f2ea", "light": "#ffffff", "dark": "#d8cfc4", "inner": "#f3c4ba", "pink": "#e58d88"},
)  # fmt: skip

LIONESS = replace(LION, head=replace(LION.head, extras=(), room=1.0))

CHEETAH = replace(
    LEOPARD, body=replace(LEOPARD.body, length=0.70, height=0.52, chest=(0.155, 0.185), waist=(0.135, 0.145),
                          hips=(0.150, 0.165)),
    head=replace(LEOPARD.head, radius=0.215),
    marks=(Under(level=-0.5, soft=0.15), Bib(wide=0.5),
           Spots(count=190, size=0.019, low=-0.6, vary=0.2, region="all"),
           Rings(region="tail", count=8, share=0.4, start=0.6),
           Stretch(colour="light", region="legs", start=0.92, soft=0.05)),
    face=(*LEOPARD.face, Strokes(points=((0.30, 0.02, 0), (0.25, -0.18, 0), (0.34, -0.42, 0)), wide=0.055,
                                 seen="front")),
)  # fmt: skip

SNOW_LEOPARD = replace(
    LEOPARD, head=replace(LEOPARD.head, eyes=replace(LEOPARD.head.eyes, iris="#9fc3c9")),
    body=replace(LEOPARD.body, tail=replace(LEOPARD.body.tail, radii=(0.07, 0.075, 0.075, 0.07))),
    colours={**LEOPARD.colours, "coat": "#dfe0de", "light": "#ffffff", "dark": "#4a4b52", "heart": "#b4b5b6",
             "pink": "#c98a86"},
)  # fmt: skip

BLACK_PANTHER = replace(
    LEOPARD,
    colours={
        **LEOPARD.colours,
        "coat": "#2e2c33",
        "light": "#3d3b43",
        "dark": "#1c1b20",
        "heart": "#29272d",
        "inner": "#5a4f55",
    },
)
WHITE_TIGER = replace(TIGER, head=replace(TIGER.head, eyes=replace(TIGER.head.eyes, iris="#8fc4ea")),
                      colours={**TIGER.colours, "coat": "#f4f1ea", "dark": "#3a3533"})  # fmt: skip
ARCTIC_FOX = replace(FOX, metres=0.42, body=replace(FOX.body, chest=(0.165, 0.175), waist=(0.16, 0.165),
                                                    hips=(0.165, 0.17)),
                     head=replace(FOX.head, ears=replace(FOX.head.ears or Ears(), length=0.62, width=0.64, tip=None)),
                     colours={"coat": "#f6f3ee", "light": "#ffffff", "dark": "#d5d3d2", "nose": "#2b2022"}, face=(),
                     marks=(Under(level=-0.4, soft=0.2),))  # fmt: skip
FENNEC = replace(FOX, metres=0.27, head=replace(FOX.head, radius=0.25,
                                                ears=replace(FOX.head.ears or Ears(), at=(0.62, 0.56, -0.05),
                                                             length=1.5, width=1.05, lean=26, tip=None)),
                 colours={**FOX.colours, "coat": "#e8bf85", "dark": "#b78650"})  # fmt: skip
SUN_BEAR = replace(BEAR, colours={**BEAR.colours, "coat": "#37322f", "light": "#e8b765", "dark": "#26221f",
                                  "amber": "#7a5230"},
                   marks=(Bib(wide=0.55, low=0.7, high=1.5, soft=0.1),))  # fmt: skip

register("siamese_cat", SIAMESE)
register("british_shorthair", BRITISH_SHORTHAIR)
register("scottish_fold", SCOTTISH_FOLD)
register("calico_cat", CALICO)
register("ragdoll_cat", RAGDOLL)
register("persian_cat", PERSIAN)
register("lioness", LIONESS)
register("cheetah", CHEETAH, yaw=36)
register("snow_leopard", SNOW_LEOPARD, yaw=36)
register("black_panther", BLACK_PANTHER, yaw=36)
register("white_tiger", WHITE_TIGER, yaw=34)
register("arctic_fox", ARCTIC_FOX)
register("fennec", FENNEC)
register("sun_bear", SUN_BEAR)

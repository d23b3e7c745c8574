"""Breeds of dogs, each the dog of `pets` with its own ears, coat and build."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.beasts.build import register
from waa.painter.rigs.beasts.coat import Below, Bib, EyeRing, Over, Patch, Spots, Stretch, Under
from waa.painter.rigs.beasts.pets import DOG
from waa.painter.rigs.beasts.shape import Ears, Eyes, Leg, Muzzle, Nose, Tail

_PLAIN = replace(DOG, litter=(None,))
_UPRIGHT = Ears(
    at=(0.56, 0.64, -0.05), length=0.70, width=0.66, lean=17, back=4, turn=20, cup=0.5, thickness=0.24
)
_CURLED = Tail(kind="curl", length=0.36, radii=(0.05, 0.075, 0.085, 0.075, 0.045))
_PLUMED = Tail(kind="curl", length=0.44, radii=(0.06, 0.10, 0.115, 0.10, 0.05))
_SPITZ_FACE = (
    Below(level=-0.14, slope=-0.10, ahead=-0.06, soft=0.08, front=0.02),
    Patch(at=(0.40, -0.24, 0.95), size=(0.38, 0.28, 0.8), soft=0.12),
    Patch(at=(0.33, 0.46, 0.82), size=(0.13, 0.10, 0.3), soft=0.3),
)  # fmt: skip
_SPITZ_COAT = (
    Under(level=-0.36, soft=0.12), Bib(wide=0.62, soft=0.12),
    Stretch(colour="light", region="tail", start=0.62, soft=0.2),
    Stretch(colour="light", region="legs", start=0.72, soft=0.08),
)  # fmt: skip

SHIBA = replace(
    _PLAIN, metres=0.42, body=replace(DOG.body, tail=_CURLED),
    head=replace(DOG.head, ears=_UPRIGHT, mouth="smile", cheeks=(0.54, -0.26, 0.32, 0.46),
                 muzzle=Muzzle(kind="snout", length=1.26, radii=(0.46, 0.29), at=-0.22, drop=0.10)),
    colours={"coat": "#e0934a", "light": "#fff1dc", "dark": "#9a5a28", "inner": "#f6c9b2", "nose": "#2b2022",
             "ear": "#e0934a"},
    marks=_SPITZ_COAT, face=_SPITZ_FACE,
)  # fmt: skip

AKITA = replace(
    SHIBA, metres=0.62, body=replace(SHIBA.body, chest=(0.185, 0.21), waist=(0.165, 0.175), tail=_PLUMED),
    colours={**SHIBA.colours, "coat": "#cf8045", "light": "#fdf3e4"},
)  # fmt: skip

CORGI = replace(
    SHIBA, metres=0.32,
    body=replace(
        DOG.body, length=0.66, height=0.30, chest=(0.180, 0.195), waist=(0.170, 0.175), hips=(0.180, 0.185),
        fore=Leg(spread=0.11, radii=(0.088, 0.070, 0.060), foot=(0.070, 0.050, 0.080)),
        hind=Leg(spread=0.12, radii=(0.115, 0.072, 0.060), foot=(0.070, 0.050, 0.082)),
        tail=Tail(kind="stub", length=0.08, radii=(0.06, 0.065, 0.05)),
    ),
    head=replace(SHIBA.head, radius=0.26, mouth="open",
                 ears=replace(_UPRIGHT, at=(0.58, 0.60, -0.05), length=0.98, width=0.78, lean=20),
                 muzzle=Muzzle(kind="snout", length=1.40, radii=(0.42, 0.26), at=-0.22, drop=0.12)),
    colours={**SHIBA.colours, "coat": "#e59d4f", "tongue": "#ee8790"},
    marks=(Under(level=-0.30, soft=0.06), Bib(wide=0.80, low=0.5, high=2.4, soft=0.06),
           Stretch(colour="light", region="legs", start=0.42, soft=0.06)),
    face=(Patch(at=(0, -0.40, 1.0), size=(0.42, 0.36, 0.8), soft=0.1),
          Patch(at=(0, 0.25, 0.95), size=(0.13, 0.75, 0.6), soft=0.12)),
)  # fmt: skip

HUSKY = replace(
    SHIBA, metres=0.60, body=replace(DOG.body, tail=_PLUMED),
    head=replace(SHIBA.head, eyes=Eyes(at=(0.40, 0.12), size=0.165, tall=1.1, iris="#7db9e8")),
    colours={"coat": "#5d6470", "light": "#fbfaf7", "dark": "#343942", "inner": "#e6d5d0", "nose": "#22222a"},
    marks=(Over(level=0.5, soft=0.3), Under(level=-0.18, soft=0.10), Bib(wide=0.80, high=2.4, soft=0.10),
           Stretch(colour="light", region="legs", start=0.45, soft=0.12),
           Stretch(colour="light", region="tail", start=0.6, soft=0.2)),
    face=(Below(level=0.02, slope=-0.16, ahead=-0.10, soft=0.06, front=0.1),
          Patch(at=(0.40, -0.05, 0.9), size=(0.36, 0.40, 0.7), soft=0.10),
          Patch(at=(0.36, 0.44, 0.80), size=(0.17, 0.13, 0.3), soft=0.2)),
)  # fmt: skip

SAMOYED = replace(
    SHIBA, metres=0.56,
    body=replace(DOG.body, chest=(0.205, 0.225), waist=(0.195, 0.205), hips=(0.195, 0.205),
                 tail=replace(_PLUMED, radii=(0.07, 0.12, 0.14, 0.12, 0.06))),
    head=replace(SHIBA.head, ears=replace(_UPRIGHT, length=0.54, width=0.56), cheeks=(0.60, -0.24, 0.24, 0.50)),
    colours={"coat": "#f8f4ec", "light": "#ffffff", "dark": "#d9cfc0", "inner": "#f3cfc4", "nose": "#2a2427"},
    marks=(Under(level=-0.4, soft=0.3),), face=(),
)  # fmt: skip

POMERANIAN = replace(
    SAMOYED, metres=0.24,
    body=replace(SAMOYED.body, length=0.40, height=0.32, chest=(0.215, 0.22), waist=(0.215, 0.215),
                 hips=(0.205, 0.205)),
    head=replace(SAMOYED.head, radius=0.28, muzzle=Muzzle(kind="snout", length=1.18, radii=(0.36, 0.20), at=-0.24,
                                                          drop=0.08)),
    colours={"coat": "#e8a258", "light": "#fbe6c8", "dark": "#b87434", "inner": "#f3c3a8", "nose": "#2a2427"},
    marks=(Under(level=-0.3, soft=0.3), Bib(wide=0.7, soft=0.3)),
    face=(Patch(at=(0, -0.42, 0.95), size=(0.50, 0.36, 0.7), soft=0.3),),
)  # fmt: skip

GERMAN_SHEPHERD = replace(
    _PLAIN, metres=0.64,
    body=replace(DOG.body, length=0.60, height=0.48,
                 tail=Tail(kind="brush", length=0.54, radii=(0.05, 0.075, 0.09, 0.085, 0.035))),
    head=replace(DOG.head, radius=0.235, ears=replace(_UPRIGHT, length=0.90, width=0.66, lean=12),
                 muzzle=Muzzle(kind="snout", length=1.52, radii=(0.46, 0.28), at=-0.20, drop=0.12)),
    colours={"coat": "#c58a4b", "light": "#e9c58e", "dark": "#2f2826", "inner": "#dca98a", "nose": "#221d1e"},
    marks=(Over(level=-0.05, soft=0.15, wave=0.15), Stretch(region="tail", start=0.3, soft=0.3)),
    face=(Patch(colour="dark", at=(0, -0.30, 1.25), size=(0.42, 0.36, 0.62), soft=0.2),
          Patch(colour="dark", at=(0, 0.62, 0.5), size=(0.36, 0.5, 0.7), soft=0.4, amount=0.8)),
)  # fmt: skip

BORDER_COLLIE = replace(
    _PLAIN, metres=0.54,
    body=replace(DOG.body, tail=Tail(kind="brush", length=0.54, radii=(0.05, 0.09, 0.105, 0.09, 0.035))),
    head=replace(DOG.head, ears=replace(_UPRIGHT, kind="pointed", length=0.72, lean=34, bend=40, outside="ear",
                                        inside="inner")),
    colours={"coat": "#2f2d33", "light": "#fbfaf6", "dark": "#1e1d22", "ear": "#2f2d33", "inner": "#6d5a5c",
             "nose": "#1d1b1f", "amber": "#a8703a"},
    marks=(Under(level=-0.3, soft=0.08), Bib(wide=0.85, low=0.6, high=2.6, soft=0.08),
           Stretch(colour="light", region="neck", start=0.2, soft=0.15),
           Stretch(colour="light", region="legs", start=0.62), Stretch(colour="light", region="tail", start=0.78)),
    face=(Patch(at=(0, -0.38, 1.0), size=(0.46, 0.38, 0.8), soft=0.08),
          Patch(at=(0, 0.30, 0.9), size=(0.15, 0.85, 0.7), soft=0.08)),
)  # fmt: skip

DALMATIAN = replace(
    _PLAIN, metres=0.58, head=replace(DOG.head, muzzle=replace(DOG.head.muzzle, length=1.42)),
    body=replace(DOG.body, tail=Tail(kind="flag", length=0.52, radii=(0.045, 0.04, 0.036, 0.03, 0.02))),
    colours={"coat": "#f7f5f0", "light": "#ffffff", "dark": "#2a282d", "ear": "#3a373d", "nose": "#26232a"},
    stark=True,
    marks=(Spots(region="all", count=70, size=0.026, low=-1.4),),
    face=tuple(Patch(colour="dark", at=p, size=(0.09, 0.085, 0.2), soft=0.15)
               for p in ((0.30, 0.55, 0.75), (0.62, 0.30, 0.65), (0.16, 0.82, 0.5), (0.55, 0.74, 0.2),
                         (0.74, -0.12, 0.62), (0.2, 0.9, -0.2))),
)  # fmt: skip

LABRADOR = replace(
    _PLAIN, metres=0.58, body=replace(DOG.body, tail=replace(DOG.body.tail, radii=(0.06, 0.058, 0.05, 0.04, 0.025))),
    colours={"coat": "#ecd096", "light": "#fbeed2", "dark": "#b98f50", "ear": "#dcb670", "nose": "#33262a"},
)  # fmt: skip

BEAGLE = replace(
    _PLAIN, metres=0.38, head=replace(DOG.head, ears=replace(DOG.head.ears or _UPRIGHT, length=1.2)),
    colours={"coat": "#b9703a", "light": "#fffaf0", "dark": "#33282a", "ear": "#9c5a2c", "nose": "#2b2224"},
    stark=True,
    marks=(Over(level=0.10, soft=0.12, wave=0.1), Under(level=-0.35, soft=0.08),
           Bib(wide=0.9, low=0.7, high=2.6, soft=0.08),
           Stretch(colour="light", region="legs", start=0.35, soft=0.05),
           Stretch(colour="light", region="tail", start=0.7)),
    face=(Patch(at=(0, -0.40, 1.0), size=(0.50, 0.40, 0.8), soft=0.08),
          Patch(at=(0, 0.28, 0.95), size=(0.12, 0.7, 0.6), soft=0.1)),
)  # fmt: skip

DACHSHUND = replace(
    _PLAIN, metres=0.26,
    body=replace(
        DOG.body, length=0.80, height=0.25, chest=(0.155, 0.165), waist=(0.145, 0.150), hips=(0.150, 0.155),
        squat=0.56,
        fore=Leg(spread=0.10, radii=(0.078, 0.062, 0.054), foot=(0.064, 0.046, 0.076)),
        hind=Leg(spread=0.105, radii=(0.096, 0.064, 0.054), foot=(0.064, 0.046, 0.078)),
        tail=Tail(kind="flag", length=0.44, radii=(0.042, 0.036, 0.03, 0.024, 0.016)),
    ),
    head=replace(DOG.head, radius=0.215, ears=replace(DOG.head.ears or _UPRIGHT, length=1.25, width=0.68),
                 muzzle=Muzzle(kind="snout", length=1.66, radii=(0.44, 0.25), at=-0.20, drop=0.14)),
    colours={"coat": "#8c4a26", "light": "#c98a54", "dark": "#55290f", "ear": "#6f3618", "nose": "#261a18"},
    marks=(Under(level=-0.45, soft=0.2),), face=(Patch(at=(0, -0.5, 1.1), size=(0.40, 0.26, 0.9), soft=0.3),),
)  # fmt: skip

CHIHUAHUA = replace(
    _PLAIN, metres=0.22,
    body=replace(DOG.body, length=0.40, height=0.33, chest=(0.135, 0.15), waist=(0.120, 0.13), hips=(0.130, 0.14),
                 neck=(0.18, 62, 0.11, 0.10),
                 tail=Tail(kind="flag", length=0.36, radii=(0.034, 0.03, 0.026, 0.022, 0.016))),
    head=replace(DOG.head, radius=0.25, crown=0.24,
                 ears=replace(_UPRIGHT, at=(0.66, 0.52, -0.04), length=1.0, width=0.92, lean=38), mouth="smile",
                 eyes=Eyes(at=(0.44, 0.06), size=0.20, tall=1.12),
                 muzzle=Muzzle(kind="snout", length=1.14, radii=(0.34, 0.20), at=-0.28, drop=0.06)),
    colours={"coat": "#dca86a", "light": "#fbeacb", "dark": "#a87436", "inner": "#f2c0ac", "nose": "#2e2426"},
    face=(Patch(at=(0, -0.46, 0.95), size=(0.40, 0.30, 0.7), soft=0.2),),
)  # fmt: skip

PUG = replace(
    _PLAIN, metres=0.32,
    body=replace(DOG.body, length=0.46, height=0.32, chest=(0.19, 0.20), waist=(0.18, 0.185), hips=(0.175, 0.18),
                 tail=Tail(kind="curl", length=0.22, radii=(0.045, 0.045, 0.042, 0.038, 0.03))),
    head=replace(DOG.head, radius=0.265, skull=(1.10, 0.94, 0.90), mouth="smile",
                 eyes=Eyes(at=(0.46, 0.06), size=0.20, tall=1.06),
                 muzzle=Muzzle(kind="puffs", length=1.00, radii=(0.44, 0.28), at=-0.30, wide=1.15),
                 nose=Nose(kind="wide", size=(0.14, 0.09)),
                 ears=replace(DOG.head.ears or _UPRIGHT, at=(0.78, 0.60, 0.02), length=0.62, width=0.48)),
    colours={"coat": "#e2bd88", "light": "#f3dcb4", "dark": "#3a302f", "ear": "#40342f", "nose": "#1f1a1b"},
    marks=(Under(level=-0.5, soft=0.3),), face=(Patch(colour="dark", at=(0, -0.34, 0.95), size=(0.54, 0.34, 0.55),
                                                      soft=0.2), EyeRing(colour="dark", size=1.25, soft=0.4,
                                                                         amount=0.7)),
)  # fmt: skip

FRENCH_BULLDOG = replace(
    PUG, metres=0.34, body=replace(PUG.body, tail=Tail(kind="stub", length=0.04, radii=(0.04, 0.04, 0.03))),
    head=replace(PUG.head, ears=replace(_UPRIGHT, kind="round", at=(0.58, 0.66, -0.02), length=0.82, width=0.58,
                                        lean=16, cup=0.4)),
    colours={"coat": "#7d7f88", "light": "#f2f0ec", "dark": "#4b4d56", "inner": "#dfb0a8", "ear": "#7d7f88",
             "nose": "#26242a"},
    marks=(Bib(wide=0.6, soft=0.1),), face=(Patch(at=(0, -0.34, 0.95), size=(0.46, 0.34, 0.55), soft=0.12),
                                            Patch(at=(0, 0.2, 0.95), size=(0.10, 0.5, 0.5), soft=0.15)),
)  # fmt: skip

POODLE = replace(
    _PLAIN, metres=0.40, head=replace(DOG.head, extras=("tuft",), mouth="smile",
                                   muzzle=Muzzle(kind="snout", length=1.40, radii=(0.38, 0.24), at=-0.24,
                                                 drop=0.08)),
    body=replace(DOG.body, length=0.46, chest=(0.15, 0.16), waist=(0.145, 0.15), hips=(0.15, 0.155), saddle=1.2,
                 tail=Tail(kind="flag", length=0.34, radii=(0.04, 0.04, 0.05, 0.085, 0.07))),
    colours={"coat": "#b9773f", "light": "#d49a62", "dark": "#7d4a22", "ear": "#a9672f", "wool": "#bd7c44",
             "nose": "#2e2222"},
    dyes=("coat", "wool"), marks=(), face=(), extras=("wool",),
)  # fmt: skip

BICHON = replace(
    POODLE, metres=0.30, head=replace(POODLE.head,
                                      muzzle=Muzzle(kind="snout", length=1.16, radii=(0.36, 0.22), at=-0.24,
                                                    drop=0.06)),
    colours={"coat": "#f8f5ef", "light": "#ffffff", "dark": "#d8d0c6", "ear": "#f2ece2", "wool": "#fdfbf6",
             "nose": "#28242a"},
)  # fmt: skip

MONGREL = replace(_PLAIN, metres=0.5, head=replace(DOG.head, ears=replace(_UPRIGHT, lean=26, bend=36, outside="ear")),
                  body=replace(DOG.body, tail=_CURLED),
                  colours={**DOG.colours, "coat": "#c98745", "ear": "#9c6230", "inner": "#e0ac88"})  # fmt: skip

register("shiba", SHIBA)
register("akita", AKITA)
register("corgi", CORGI, yaw=36)
register("husky", HUSKY)
register("samoyed", SAMOYED)
register("pomeranian", POMERANIAN)
register("german_shepherd", GERMAN_SHEPHERD)
register("border_collie", BORDER_COLLIE)
register("dalmatian", DALMATIAN)
register("labrador", LABRADOR)
register("golden_retriever", _PLAIN)
register("beagle", BEAGLE)
register("dachshund", DACHSHUND, yaw=44)
register("chihuahua", CHIHUAHUA)
register("pug", PUG)
register("french_bulldog", FRENCH_BULLDOG)
register("poodle", POODLE)
register("bichon", BICHON)
register("maltese_dog", BICHON)
register("mongrel", MONGREL)

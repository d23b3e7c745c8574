"""Four-legged beasts and their kin: one parametric rig, the species as data."""

from waa.painter.rigs.beasts import (
    bears,
    bigcats,
    country,
    dogs,
    dragon,
    farm,
    giants,
    kin,
    pets,
    reptiles,
    wild,
)

__all__ = [
    "bears",
    "bigcats",
    "country",
    "dogs",
    "dragon",
    "farm",
    "giants",
    "kin",
    "pets",
    "reptiles",
    "wild",
]

"""Four-legged beasts and their kin: one parametric rig, the species as data."""

from waa.painter.rigs.beasts import farm, giants, pets, reptiles, wild

__all__ = ["farm", "giants", "pets", "reptiles", "wild"]

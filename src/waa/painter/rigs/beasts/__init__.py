"""Four-legged beasts and their kin: one parametric rig, the species as data."""

from waa.painter.rigs.beasts import pets, wild

__all__ = ["pets", "wild"]

"""Palette: a species' colours by role, and what becomes of them when its coat is dyed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from waa.painter.colour import Array, F, from_oklab, mix, named, rgb, to_oklab
from waa.painter.rigs.beasts.species import Species

_DEFAULTS = {
    "coat": "#c98d56", "light": "#f6e7d2", "dark": "#4a3428", "inner": "#eeb0a4", "nose": "#3a2a2a", "tongue": "#ee8790",
    "hoof": "#4b3d3a", "horn": "#e8d9bd", "mane": "#5a3c2a", "amber": "#b9803c",
}  # fmt: skip
# Roles that are shades of the coat: dyed with it, as much lighter or darker as they were.
_SHADES = ("ear", "mane2", "mane3", "heart", "ring", "tear", "spine", "tip")
_LUMA = np.array([0.30, 0.59, 0.11], F)


def palette_of(species: Species, colour: str | None) -> dict[str, Array]:
    """Colours by role. A colour that was asked for dyes the coat, and the marks follow it."""
    colours = {role: rgb(c) for role, c in {**_DEFAULTS, **species.colours}.items()}
    if colour is not None:
        for role in species.dyes:
            colours |= _dyed(colours, role, named(colour, colours[role]), stark=species.stark)
    if "lid" not in species.colours or colour is not None:
        colours["lid"] = mix(colours["coat"], colours["dark"], 0.18)
    return colours


def is_dark(colours: Mapping[str, Array]) -> bool:
    """Whether dark eyes would be lost on the coat."""
    return float(colours["coat"] @ _LUMA) < 0.24


def _dyed(colours: Mapping[str, Array], role: str, dye: Array, *, stark: bool) -> dict[str, Array]:
    """The roles that change when `role` takes the colour `dye`; `stark` marks stay nearly black on any coat."""
    if role != "coat":
        return {role: dye}
    luma = float(dye @ _LUMA)
    light = mix(dye, "#fffaf2", 0.72 if luma > 0.25 else 0.20)
    dark = mix(dye, "#171216", 0.62) if luma > 0.25 else mix(dye, "#000000", 0.45)
    mane = dark
    if luma > 0.8:  # on white, marks are a soft grey
        light, dark, mane = rgb("#ffffff"), mix(dye, "#8b8790", 0.6), mix(dye, "#cfc6ba", 0.6)
    if stark and luma > 0.1:
        dark = mix(dye, "#171216", 0.82)
    shades = {name: _shade(colours[name], colours["coat"], dye) for name in _SHADES if name in colours}
    return {"coat": dye, "light": light, "dark": dark, "mane": mane} | shades


def _shade(colour: Array, coat: Array, dye: Array) -> Array:
    """`dye`, lighter or darker by as much as `colour` was than the coat."""
    lab = to_oklab(dye).copy()
    lab[0] = np.clip(lab[0] + 0.8 * (to_oklab(colour)[0] - to_oklab(coat)[0]), 0.05, 1.0)
    return from_oklab(lab)

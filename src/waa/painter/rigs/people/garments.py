"""Clothes by themselves: on a shop's faceless dummy, as a photographer of clothes shows them."""

from __future__ import annotations

from dataclasses import replace

from waa.painter.cast import Look, draws
from waa.painter.props import hats, wear
from waa.painter.rigs.people.figure import pieces
from waa.painter.rigs.people.headwear import hat_frame
from waa.painter.rigs.people.looks import Role
from waa.painter.rigs.people.outfits import BODY, OUTFITS
from waa.painter.rigs.people.person import figure, person
from waa.painter.solid.model import Model

LINEN = "#e6d8c4"
_HIS = (
    "suit",
    "tang_suit",
    "dragon_robe",
    "army_uniform",
    "shirt",
    "jacket",
    "waistcoat",
    "sportswear",
    "jersey",
    "judo_uniform",
    "swimming_trunks",
    "armour",
    "trousers",
    "shorts",
)
DUMMY = Role(
    build="woman",
    hair=("none",),
    faceless=True,
    face=(("skin", LINEN),),
    wear=(("vest_top", "#f3ece0"), ("jeans", "#8f8a84"), ("barefoot", "#000000")),
)
_SMALL = (
    "bow_tie",
    "necktie",
    "neckerchief",
    "belt",
    "socks",
    "stethoscope",
)  # things with a model of their own
GARMENTS = frozenset(
    name
    for name, outfit in OUTFITS.items()
    if name not in _SMALL and {piece for piece, _ in outfit.wear} & BODY
)


def _garment(concept: str) -> None:
    @draws(concept, yaw=14)
    def builder(look: Look) -> Model:
        traits = (f"outfit:{concept}:{look.colour or ''}",)
        role = replace(DUMMY, build="man") if concept in _HIS else DUMMY
        return person(role, replace(look, pose="stand", traits=traits))


_HATS = {
    "chef_hat": "toque",
    "bamboo_hat": "bamboo_hat",
    "cowboy_hat": "cowboy_hat",
    "police_cap": "peaked_cap",
    "pirate_hat": "tricorn",
    "graduation_cap": "mortarboard",
    "hard_hat": "hard_hat",
    "turban": "head_scarf",
    "tiara": "tiara",
    "witch_hat": "witch_hat",
}


def _hat(concept: str, name: str) -> None:
    usual = OUTFITS[concept].wear[0][1].lstrip("*")

    @draws(concept, yaw=-22)
    def builder(look: Look) -> Model:
        return wear.worn(hats.HATS[name](look.tint(usual)))


def _cut_hat(concept: str, name: str) -> None:
    """A hat that is cut on the head."""
    usual = OUTFITS[concept].wear[0][1].lstrip("*")

    @draws(concept, yaw=-22)
    def builder(look: Look) -> Model:
        fig = figure(DUMMY, look)
        mesh = pieces()[f"hat:{name}"](fig, look.tint(usual))
        assert mesh is not None
        at = hat_frame(fig, 0).at
        return wear.worn(mesh.moved(*(float(-v) for v in at)))


for _concept, _shape in {"beanie": "beanie", "bucket_hat": "bucket_hat", "bunny_ears": "ears"}.items():
    _cut_hat(_concept, _shape)
for _concept, _shape in _HATS.items():
    _hat(_concept, _shape)
for _name in sorted(GARMENTS):
    _garment(_name)

"""Stand-ins: people whom the pack of glyphs names by sex and doing ('woman running', 'man health worker')."""

from __future__ import annotations

import re
from dataclasses import dataclass

from waa.painter.rigs.people.jobs import PEOPLE


@dataclass(frozen=True, kw_only=True)
class StandIn:
    """The role, the traits and the doings that show somebody."""

    concept: str
    traits: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()


_ROLE_OF = {
    "health_worker": "doctor", "cook": "chef", "technologist": "programmer", "artist": "painter", "guard": "royal_guard",
    "mage": "wizard", "with_crown": "king", "in_tuxedo": "gentleman_tuxedo", "with_veil": "bride", "golfing": "golfer",
    "surfing": "surfer", "rowing_boat": "rower", "biking": "cyclist", "mountain_biking": "cyclist", "juggling": "clown",
    "lifting_weights": "weightlifter", "cartwheeling": "gymnast", "playing_water_polo": "water_polo_player",
    "playing_handball": "handball_player", "bouncing_ball": "basketball_player", "fencing": "fencer",
    "with_headscarf": "woman_headscarf", "genie": "magician",
}  # fmt: skip
_DOING_OF = {
    "running": "running", "walking": "walking", "swimming": "swimming", "dancing": "dancing", "kneeling": "kneeling",
    "climbing": "climbing", "raising_hand": "waving", "gesturing_ok": "cheering", "gesturing_no": "standing",
    "tipping_hand": "waving", "in_lotus_position": "meditating", "in_bed": "sleeping", "standing": "standing",
    "bowing": "kneeling",
}  # fmt: skip
_TRAIT_OF = {
    "beard": "beard", "red_hair": "red hair", "curly_hair": "curly hair", "white_hair": "white hair", "bald": "bald",
    "frowning": "sad", "pouting": "angry", "facepalming": "sad", "shrugging": "surprised",
}  # fmt: skip
_SEX = {"man": ("male",), "woman": ("female",), "person": ()}


def stand_in(concept: str) -> StandIn | None:
    """Who shows 'woman_running'; None for all other names."""
    found = re.fullmatch(r"(man|woman|person)_(\w+?)(_facing_right)?", concept)
    if concept in PEOPLE or found is None:
        return None
    who, what = found[1], found[2]
    role = _ROLE_OF.get(what, what)
    if role in PEOPLE:
        return StandIn(concept=role, traits=_SEX[who])
    if what in _DOING_OF:
        return StandIn(concept=who, doing=(_DOING_OF[what],))
    return StandIn(concept=who, traits=(_TRAIT_OF[what],)) if what in _TRAIT_OF else None

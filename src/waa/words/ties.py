"""Ties: what a verb or a preposition makes of the two nouns it stands between."""

from __future__ import annotations

from waa.words.lexicon import Concept
from waa.words.nouns import Noun


def take_over(noun: Noun, opening: Noun) -> None:
    """What was said before the clause ('一隻黑色…') belongs to the noun behind it."""
    if opening.counted:
        noun.count, noun.counted = opening.count, True
    for name in ("colour", "size", "material", "classifier"):
        setattr(noun, name, getattr(noun, name) or getattr(opening, name))
    noun.traits = [*opening.traits, *noun.traits]
    noun.doing += [d for d in opening.doing if d not in noun.doing]


def is_worn(noun: Noun) -> bool:
    """Whether being in it is wearing it; shoes and gloves come in pairs, and kittens sleep in them."""
    return (
        noun.has("clothing", "wearable")
        and noun.concept is not None
        and noun.concept.attributes.get("cl") != "對"
    )


def default_place(noun: Noun) -> str:
    """Where one is who 'sits a sofa' or is 喺 a car."""
    if noun.has("vehicle", "boat", "building", "container", "indoors"):
        return "in"
    return "on" if noun.has("furniture", "sky", "animal", "tableware", "rideable", "nature") else "beside"


def relation_of(relation: str, noun: Noun) -> str:
    """'playing' a guitar is holding it, playing a piano is being at it, playing with a dog too."""
    if relation == "playing" and noun.has("wearable", "clothing"):  # '打領帶'
        return "wearing"
    if relation == "playing":
        return "holding" if noun.has("holdable", "instrument") and not noun.has("furniture") else "beside"
    if relation == "looking_at" and noun.has("readable"):
        return "reading"
    if relation == "holding" and noun.has("vehicle", "boat", "rideable"):
        return "riding"
    return "beside" if relation == "riding" and noun.has("person") else relation


def having(owner: Noun, noun: Noun) -> str:
    """What 'with' and 有 mean between these two; 'part' where one has the other as a house has a roof."""
    if noun.has("wearable", "clothing") and not owner.has(
        "building", "furniture", "vehicle", "food", "container"
    ):
        return "wearing"
    if owner.is_animate and noun.has("holdable") and not noun.is_animate:
        return "holding"
    return "beside" if owner.is_animate or noun.is_animate else "part"


def gives_way(place: Concept | None, to: Concept) -> bool:
    """'Hong Kong … in a tea house' happens in the tea house; a sky with gulls in it is above the sea."""
    return place is None or (
        (is_region(place) or place.id == "sky") and not (is_region(to) or to.id == "sky")
    )


def is_region(place: Concept) -> bool:
    return place.has("region", "country", "city", "district")

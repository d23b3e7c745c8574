"""Facts: what the painter needs to know of a concept beyond its model, read from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from waa.words import lexicon

_HEIGHT = {"vehicle": 1.6, "building": 6.0, "animal": 0.6, "person": 1.65, "food": 0.12, "drink": 0.14, "plant": 0.8,
           "furniture": 0.9, "boat": 3.0, "instrument": 0.9, "sky": 1.0}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Facts:
    """`height` in metres, `families` the lexicon's family words, `worn` where a wearable goes."""

    concept: str
    height: float = 0.5
    families: frozenset[str] = frozenset()
    glyph: str | None = None
    worn: str | None = None
    drawn_as: str | None = None  # the id whose model shows it too
    shows: int = 1  # how many of it one model shows: two boots, three bananas

    def has(self, *families: str) -> bool:
        return not self.families.isdisjoint(families)

    @property
    def is_animate(self) -> bool:
        return self.has("animal", "bird", "fish", "insect", "person", "animate")

    @property
    def floats(self) -> bool:
        return self.has("boat", "floats", "swims", "fish")

    @property
    def flies(self) -> bool:
        return self.has("sky", "flies")


@lru_cache(4096)
def facts(concept_id: str) -> Facts:
    """Facts of a lexicon id; plain guesses for words the lexicon does not have."""
    concept = lexicon.concept(concept_id)
    if concept is None:
        return Facts(concept=concept_id)
    values = concept.attributes
    families = frozenset(key for key, value in values.items() if value == "")
    height = float(values.get("m") or next((_HEIGHT[f] for f in _HEIGHT if f in families), 0.5))
    return Facts(concept=concept_id, height=height, families=families, glyph=values.get("glyph") or None,
                 worn=values.get("worn") or None, drawn_as=values.get("draw") or None,
                 shows=int(values.get("shows") or 1))  # fmt: skip

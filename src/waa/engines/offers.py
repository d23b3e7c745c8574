"""Offers: what people choose between. Behind one offer there may be several accounts and servers.

An offer whose budget is spent, or whose servers are down, steps down to the next one below it; the last always works.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """`name` is a key that never changes; `below` is the offer that takes its place."""

    name: str
    zh: str
    en: str
    below: str = ""


OFFERS: dict[str, Offer] = {
    offer.name: offer
    for offer in (
        Offer("offline", "內置插畫", "Built-in painter"),
        Offer("flux", "FLUX", "FLUX", below="offline"),
        Offer("gemini", "Gemini", "Gemini", below="flux"),
        Offer("gemini-pro", "Gemini Pro", "Gemini Pro", below="gemini"),
        Offer("openai", "OpenAI", "OpenAI", below="flux"),
    )
}


def ladder(name: str) -> list[Offer]:
    """The offer and those below it, in the order in which they take its place. KeyError for a name there is not."""
    steps = [OFFERS[name]]
    while steps[-1].below:
        steps.append(OFFERS[steps[-1].below])
    return steps

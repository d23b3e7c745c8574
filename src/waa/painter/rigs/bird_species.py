"""Species of birds, as data."""

from __future__ import annotations

from dataclasses import dataclass

from waa.painter.colour import Colour


@dataclass(frozen=True, kw_only=True)
class Bird:
    """Proportions for a bird of height 1, later scaled to `height` metres; colours by part.

    `stance` is how upright the body is: 1 like a penguin, 0 like a swimming duck. `neck` and `legs` are lengths.
    """

    height: float
    body: Colour
    belly: Colour
    wing: Colour
    beak: Colour = "#f0a13c"
    head: Colour | None = None
    tail: Colour | None = None
    leg: Colour = "#e58a3a"
    stance: float = 0.35
    neck: float = 0.10
    legs: float = 0.14
    plump: float = 1.0
    head_size: float = 1.0
    beak_length: float = 0.10
    beak_kind: str = "cone"  # cone | flat | hook | long
    eye: float = 0.040
    tail_length: float = 0.22
    comb: Colour | None = None
    plume: Colour | None = None  # a cock's arching tail
    knob: bool = False  # a goose's, on its beak
    face: Colour | None = None
    webbed: bool = False
    blush: bool = False


BIRDS = {
    "bird": Bird(
        height=0.16, body="#5f9fd8", belly="#fbeedd", wing="#3f7fc0", blush=True, plump=1.12, head_size=1.1
    ),
    "penguin": Bird(
        height=0.75,
        body="#2f3850",
        belly="#fbfaf6",
        wing="#2a3248",
        beak="#f2a33a",
        stance=1.0,
        neck=0.0,
        legs=0.05,
        plump=1.1,
        head_size=1.05,
        beak_length=0.09,
        tail_length=0.10,
        face="#fbfaf6",
        webbed=True,
        blush=True,
    ),
    "duck": Bird(
        height=0.42,
        body="#f7f3ea",
        belly="#fffaf0",
        wing="#eae4d6",
        beak="#f29a36",
        beak_kind="flat",
        stance=0.25,
        neck=0.14,
        webbed=True,
        tail_length=0.16,
    ),
    "chick": Bird(
        height=0.12,
        body="#fbd65a",
        belly="#fde38a",
        wing="#f6c63e",
        beak="#f08a35",
        stance=0.45,
        neck=0.0,
        legs=0.10,
        plump=1.25,
        head_size=1.25,
        beak_length=0.07,
        tail_length=0.06,
        blush=True,
    ),
    "chicken": Bird(
        height=0.45,
        body="#f6efe2",
        belly="#fffaf0",
        wing="#e9dcc4",
        comb="#d8433a",
        stance=0.35,
        neck=0.10,
        plump=1.12,
        tail_length=0.26,
    ),
    "rooster": Bird(
        height=0.55,
        body="#c9622a",
        belly="#8a3a22",
        wing="#7a2f24",
        head="#f0a83a",
        comb="#d8332f",
        plume="#1f5f5a",
        stance=0.42,
        neck=0.15,
        legs=0.17,
        plump=1.0,
        head_size=0.84,
        tail_length=0.0,
        leg="#e8b03c",
        beak="#f0b84a",
    ),
    "goose": Bird(
        height=0.80,
        body="#f6f2ea",
        belly="#fffaf2",
        wing="#cfc4b2",
        tail="#fbf7ee",
        beak="#f2913a",
        beak_kind="flat",
        stance=0.22,
        neck=0.34,
        legs=0.12,
        head_size=0.70,
        beak_length=0.105,
        webbed=True,
        knob=True,
        eye=0.026,
        tail_length=0.16,
        plump=1.06,
    ),
    "owl": Bird(
        height=0.40,
        body="#8a6644",
        belly="#e6cda2",
        wing="#74532f",
        beak="#d99a3a",
        beak_kind="hook",
        stance=0.95,
        neck=0.0,
        legs=0.06,
        plump=1.12,
        head_size=1.35,
        eye=0.080,
        face="#f0dfbd",
        tail_length=0.14,
        beak_length=0.06,
    ),
    "parrot": Bird(
        height=0.36,
        body="#3fae5a",
        belly="#7fd07a",
        wing="#2f7fd0",
        head="#e0463c",
        beak="#3a3236",
        beak_kind="hook",
        stance=0.85,
        neck=0.02,
        legs=0.08,
        tail="#2f6fd0",
        tail_length=0.45,
        face="#fbf3e6",
        beak_length=0.09,
    ),
    "eagle": Bird(
        height=0.80,
        body="#5a3f2c",
        belly="#6b4c34",
        wing="#4a3322",
        head="#fbf7ee",
        tail="#fbf7ee",
        beak="#f2b23a",
        beak_kind="hook",
        stance=0.75,
        neck=0.04,
        legs=0.10,
        beak_length=0.12,
        eye=0.034,
    ),
    "swan": Bird(
        height=1.05,
        body="#fdfbf6",
        belly="#ffffff",
        wing="#f3efe6",
        beak="#f08a35",
        stance=0.12,
        neck=0.52,
        legs=0.0,
        head_size=0.62,
        beak_length=0.09,
        beak_kind="flat",
        webbed=True,
        eye=0.020,
        tail_length=0.18,
        plump=1.05,
    ),
    "flamingo": Bird(
        height=1.35,
        body="#f78fa8",
        belly="#fbb3c2",
        wing="#f2708f",
        beak="#2f2a30",
        stance=0.22,
        neck=0.42,
        legs=0.48,
        head_size=0.50,
        plump=0.72,
        beak_kind="long",
        beak_length=0.10,
        leg="#f28aa0",
        eye=0.018,
        tail_length=0.12,
    ),
    "crane": Bird(
        height=1.30,
        body="#fbfaf6",
        belly="#ffffff",
        wing="#f0eee8",
        head="#fbfaf6",
        tail="#26252c",
        beak="#6f7a5a",
        stance=0.25,
        neck=0.38,
        legs=0.46,
        head_size=0.46,
        plump=0.72,
        beak_kind="long",
        beak_length=0.16,
        leg="#4a4a4f",
        comb="#d8433a",
        eye=0.016,
        tail_length=0.20,
    ),
    "peacock": Bird(
        height=1.0,
        body="#1f5fb0",
        belly="#2f86c8",
        wing="#7a5a3c",
        beak="#d8c49a",
        stance=0.45,
        neck=0.24,
        legs=0.20,
        head_size=0.62,
        plump=0.85,
        beak_length=0.06,
        eye=0.022,
        tail_length=0.0,
        face="#f2efe6",
    ),
    "pigeon": Bird(
        height=0.30,
        body="#8f98a8",
        belly="#b9bfca",
        wing="#737d90",
        head="#5f7a86",
        beak="#3f3d42",
        stance=0.35,
        neck=0.08,
        head_size=0.82,
        beak_length=0.07,
        leg="#d0604a",
        tail_length=0.26,
    ),
    "seagull": Bird(
        height=0.38,
        body="#fbfaf7",
        belly="#ffffff",
        wing="#a9b3c2",
        tail="#3a3d46",
        beak="#f2b23a",
        stance=0.28,
        neck=0.08,
        head_size=0.88,
        beak_length=0.11,
        tail_length=0.22,
    ),
}

"""Reading: from what was typed, and at which picture, to what is to be painted.

Three cases: new words make a new scene; words at a painted picture change its scene; words at a photo (or at a
picture made from one) become operations on its pixels, and things to be painted into it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from waa.lib.errors import Refused
from waa.studio.models import Picture
from waa.words import amend as amending
from waa.words.edits import PHOTO
from waa.words.scene import ASPECTS, MODES, STYLES, Scene
from waa.words.understand import understand

MOST_WORDS = 2000

Operation = tuple[str, str | None]
Sentence = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`needs_pixels` says that the picture itself is a reference. `unknown` are the runs nobody understood."""

    scene: Scene
    operations: tuple[Operation, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    needs_pixels: bool = False
    unknown: tuple[str, ...] = ()


def read(words: str, *, picture: Picture | None = None, references: Sequence[Picture] = (), style: str | None = None,
         mode: str | None = None, aspect: str | None = None) -> Reading:  # fmt: skip
    """What the words mean here. Refused for words that are too long or choices that do not exist."""
    _check(words, style, mode, aspect)
    if picture is None and not references:
        reading = _new(words)
    elif picture is not None and picture.meaning != Scene() and not _made_from_photo(picture):
        reading = _changed(words, picture)
    else:
        reading = _at_photo(words, picture)
        if len(references) + (picture is not None) > 1 and _COMBINES.search(words):
            reading = _combined(reading)
    scene = reading.scene
    scene = replace(scene, style=style or scene.style, mode=mode or scene.mode, aspect=aspect or scene.aspect)
    return replace(reading, scene=scene)


def _check(words: str, style: str | None, mode: str | None, aspect: str | None) -> None:
    if len(words) > MOST_WORDS:
        raise Refused(
            "words_too_long",
            f"字太多喇，最多 {MOST_WORDS} 個。",
            f"Too many words: {MOST_WORDS} characters at most.",
        )
    for value, allowed, name in (
        (style, STYLES, "style"),
        (mode, MODES, "mode"),
        (aspect, ASPECTS, "aspect"),
    ):
        if value and value not in allowed:
            raise Refused(
                "no_such_choice", f"冇「{value}」呢個選擇。", f"There is no {name} called {value!r}."
            )


def _new(words: str) -> Reading:
    scene = understand(words)
    named = {thing.words for thing in scene.things}  # a thing without a drawing is said as such, and once
    return Reading(scene=scene, unknown=tuple(s.text for s in scene.unknown if s.text not in named))


def _made_from_photo(picture: Picture) -> bool:
    return picture.is_upload or picture.references.exists()


def _changed(words: str, picture: Picture) -> Reading:
    edits = amending.amend(picture.meaning, words)
    earlier = tuple((name, degree) for name, degree in picture.operations)
    return Reading(
        scene=edits.scene,
        operations=(*earlier, *edits.photo_operations),
        sentences=tuple((e.zh, e.en) for e in edits.edits),
        unknown=edits.unknown,
    )


# 'Put the dog on the beach photo', with two photos there: both are in them already, nothing is to be painted.
_COMBINES = re.compile(
    r"合成|合埋|合併|[放擺疊貼].*(?:上|入面|裡|落|相)|\b(?:merge|combine|blend|put|place|paste)\b",
    re.IGNORECASE,
)


def _combined(reading: Reading) -> Reading:
    done = tuple(PHOTO[name] for name, _ in reading.operations)
    joined = ("主體放咗落最後嗰張相", "Set the subject into the last photo")
    return replace(reading, scene=Scene(words=reading.scene.words), sentences=(joined, *done), unknown=())


def _at_photo(words: str, picture: Picture | None) -> Reading:
    """Operations on the pixels; what is to be added becomes a scene of its own, painted into the photo."""
    edits = amending.amend(Scene(words=words), words, photo=True)
    return Reading(
        scene=edits.scene,
        operations=edits.photo_operations,
        sentences=tuple((e.zh, e.en) for e in edits.edits),
        needs_pixels=True,
        unknown=edits.unknown,
    )

"""instruct: what somebody wants changed in a picture, as one English instruction for a model that edits.

    >>> instruct("將第二張相嘅隻狗放落第一張相", references=2)
    'Put the dog of image 2 into image 1.'

Only what Waa understood is told in English; the person's own words follow where they hold more than that.
"""

from __future__ import annotations

import re

from waa.words.amend import Edits, amend
from waa.words.english import english
from waa.words.scene import Scene
from waa.words.understand import understand

_COUNT = {"一": 1, "二": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
          "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}  # fmt: skip
_IMAGE = re.compile(
    r"第\s*([一二兩三四五六七八九十]|\d{1,2})\s*[張幅](?:相片|相|圖片|圖|畫)?(?:入面|裡面|裏面|上面|度|上)?"
    r"|(?:相片|相|圖)\s*(\d{1,2})(?!\d)"
    r"|\b(?:the\s+)?(first|second|third|fourth|fifth)\s+(?:photo|picture|image)\b"
    r"|\b(?:photo|picture|image)\s+(\d{1,2})\b",
    re.IGNORECASE,
)
_INTO = re.compile(r"放|擺|加|貼|搬|移|合成|換|\b(?:put|place|add|paste|move|set)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"放|擺|加|貼|搬|移|換|落|入|去|到|上|係|用|做|，|,|。|\b(?:into|in|on|onto|to|and)\b", re.IGNORECASE
)
_JOIN = re.compile(r"合成|合埋|合併|砌埋")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NOW = {
    "Added": "Add", "Removed": "Remove", "Replaced": "Replace", "Changed": "Change", "Made": "Make", "Turned": "Turn",
    "Put": "Put", "Moved": "Move", "Took": "Take", "Gave": "Give", "Raised": "Raise", "Blurred": "Blur", "Cropped": "Crop",
    "Mirrored": "Mirror", "Sharpened": "Sharpen", "Wrote": "Write", "Dressed": "Dress", "Set": "Set",
}  # fmt: skip


def instruct(words: str, *, scene: Scene | None = None, references: int = 1) -> str:
    """One instruction. `scene` is what the picture shows, where that is known; without it, whatever the words speak of
    is taken to be there. `references` counts the pictures that go along."""
    if not _HAN.search(words):
        return _IMAGE.sub(lambda match: f"image {_number(match)}", words).strip()
    if references > 1 and _JOIN.search(words):
        return f"Combine all {references} images into one picture. {_own_words(words)}"
    if named := _named_images(words, references):
        return named
    edits = amend(scene, words) if scene is not None else _at_photo(words)
    told = [_imperative(edit.en) for edit in edits.edits if edit.done]
    if not told or edits.unknown:
        told.append(_own_words(words))
    return " ".join(sentence if sentence[-1] in ".!?。！？" else f"{sentence}." for sentence in told)


def _at_photo(words: str) -> Edits:
    """Nobody knows what is on a photo; when a change needs something there, whatever the words name is."""
    edits = amend(Scene(words=words), words, photo=True)
    return (
        edits if edits.edits and all(edit.done for edit in edits.edits) else amend(understand(words), words)
    )


def _own_words(words: str) -> str:
    return f"The request in the person's own words: {words.strip()}"


def _imperative(done: str) -> str:
    first, _, rest = done.replace("Moved it to", "Changed the background to").partition(" ")
    plain = rest.replace(" (the offline painter cannot draw it)", "")
    return f"{_NOW.get(first, first)} {plain}"


def _number(match: re.Match[str]) -> int:
    said = next(group for group in match.groups() if group).lower()
    return _COUNT.get(said) or int(said)


def _named_images(words: str, references: int) -> str:
    """'the dog of the second photo into the first': whose things go where."""
    matches = [m for m in _IMAGE.finditer(words) if 1 <= _number(m) <= references]
    if not matches:
        return ""
    parts = [
        (_noun(_BETWEEN.split(words[m.end() :].lstrip("嘅的 "), maxsplit=1)[0]), _number(m)) for m in matches
    ]
    things = [f"the {noun} of image {image}" for noun, image in parts if noun]
    targets = [image for noun, image in parts if not noun]
    if len(things) > 1:
        return (
            f"Put {' and '.join(things)} together in {f'image {targets[0]}' if targets else 'one picture'}."
        )
    if things and _INTO.search(words):
        source = next(image for noun, image in parts if noun)
        return f"Put {things[0]} into image {targets[0] if targets else _other(source)}."
    told = _own_words(_IMAGE.sub(lambda match: f" image {_number(match)} ", words))
    return f"Use {things[0]}. {told}" if things else told


def _noun(words: str) -> str:
    """The English of the first thing the words name."""
    if words.strip().startswith(("背景", "background")):
        return "background"
    told = understand(words) if words.strip() else Scene()
    return (
        re.sub(r"^(?:an?|the)\s+", "", english(Scene(words=words, things=told.things[:1])))
        if told.things
        else ""
    )


def _other(image: int) -> int:
    return 2 if image == 1 else 1

"""Prompts: what an engine that reads words is sent, and what the person is shown of it before.

Whoever reads Chinese gets the person's own words. Whoever reads English gets, in this order: what the person made of
the English they were shown; what the text model makes of the words, where one is configured; what Waa itself makes of
them (words.english, words.instruct). Pictures go along in order, and a prompt names them "image 1", "image 2".
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from waa.engines.base import Capabilities
from waa.words.english import english
from waa.words.instruct import instruct
from waa.words.names import zh_word
from waa.words.scene import Scene

log = logging.getLogger("waa.studio")

MOST_PROMPT = 4000

Rewrite = Callable[[str, str, int], str]  # words, Waa's English, pictures that go along -> better English


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is wanted, in the forms in which it is known. `english` is Waa's own, `edited` the person's."""

    words: str
    english: str
    edited: str = ""
    style: str = ""
    mode: str = ""
    references: int = 0
    has_composition: bool = False  # the last of the references is a draft


def english_of(words: str, scene: Scene, *, seen: Scene | None = None, references: int = 0) -> str:
    """Waa's own English: a description of a new picture, or an instruction for the pictures that go along. `seen` is
    what the first of them shows, where Waa painted it."""
    if not references:
        return english(scene)
    told = instruct(words, scene=seen, references=references)
    return f"{told} {_style(scene.style or '')}".strip()


def prompt_for(wish: Wish, capabilities: Capabilities, rewrite: Rewrite | None = None) -> str:
    """The text to send. `rewrite` may fail in any way: then Waa's own English stands."""
    if capabilities.paints_scenes:
        return wish.words
    if "zh" in capabilities.languages and not wish.edited:
        return _own_words(wish)
    told = wish.edited or rewritten(rewrite, wish.words, wish.english, _photos(wish)) or wish.english
    if wish.has_composition:
        told += (
            f" Image {wish.references} is only a rough sketch of the composition: keep its layout, positions and"
            " proportions, and render everything anew in full quality."
        )
    return told[:MOST_PROMPT]


def _own_words(wish: Wish) -> str:
    parts = [wish.words.strip()]
    if wish.style:
        parts.append(f"畫風：{zh_word('style', wish.style)}")
    if wish.mode:
        parts.append(f"類型：{zh_word('mode', wish.mode)}")
    if wish.has_composition:
        parts.append("最後一張圖只係構圖草稿：跟佢嘅佈局、位置同比例，畫功同質感要重新畫過。")
    return "\n".join(part for part in parts if part)[:MOST_PROMPT]


def _style(style: str) -> str:
    return f"Style: {style}." if style else ""


def _photos(wish: Wish) -> int:
    return wish.references - wish.has_composition


def rewritten(rewrite: Rewrite | None, words: str, told: str, references: int) -> str:
    """What the text model makes of the words; "" where there is none, or it failed in any way."""
    if rewrite is None:
        return ""
    try:
        return rewrite(words, told, references)
    except Exception as error:  # a text model must never cost anybody a picture
        log.warning("the text model did not rewrite a prompt: %s", type(error).__name__)
        return ""

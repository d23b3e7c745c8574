"""Thinking: the text model, where one is configured, for words that Waa's own reading finds difficult.

Whatever it does wrong, the reading without it stands: it may make a picture better, never cost one.
"""

from __future__ import annotations

import logging

from waa.studio import prompts
from waa.words.scene import Scene
from waa.writers import registry as writers
from waa.writers import rewrite as rewriting

log = logging.getLogger("waa.studio")


def rewrite() -> prompts.Rewrite | None:
    """Words into English by the text model; None where there is none."""
    writer = writers.writer()
    if writer is None:
        return None
    return lambda words, told, references: rewriting.english_prompt(
        writer, words=words, scene_english=told, references=references
    )


def scene_of(words: str, scene: Scene) -> Scene:
    """Words that Waa did not wholly understand, as the text model reads them; else the scene as it is."""
    writer = writers.writer()
    if writer is None:
        return scene
    try:
        return rewriting.scene_of(writer, words=words) or scene
    except Exception as error:
        log.warning("the text model did not read the words: %s", type(error).__name__)
        return scene

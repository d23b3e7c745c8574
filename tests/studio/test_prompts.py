"""What an engine is told: its own language, the pictures by their numbers, and never a word lost that was quoted."""

from __future__ import annotations

import pytest

from waa.engines.base import Capabilities
from waa.studio.prompts import MOST_PROMPT, Wish, english_of, prompt_for
from waa.words.understand import understand

SCENES = Capabilities(paints_scenes=True)
CHINESE = Capabilities()
ENGLISH = Capabilities(languages=frozenset({"en"}))
CAT = Wish(words="一隻貓喺月球", english="a cat on the moon")


def better(words: str, english: str, references: int) -> str:
    return f"better: {english}"


def broken(words: str, english: str, references: int) -> str:
    raise TimeoutError("too slow")


@pytest.mark.parametrize(
    ("can", "rewrite", "told"),
    [
        (SCENES, better, "一隻貓喺月球"),
        (CHINESE, better, "一隻貓喺月球"),
        (ENGLISH, None, "a cat on the moon"),
        (ENGLISH, better, "better: a cat on the moon"),
        (ENGLISH, broken, "a cat on the moon"),
    ],
)
def test_each_reads_its_own_language(can: Capabilities, rewrite: object, told: str) -> None:
    assert prompt_for(CAT, can, rewrite) == told  # type: ignore[arg-type]


def test_what_the_person_wrote_wins() -> None:
    edited = Wish(words="貓", english="a cat", edited="a lynx")
    assert prompt_for(edited, ENGLISH, better) == "a lynx"
    assert prompt_for(edited, CHINESE) == "a lynx"


def test_choices_of_the_form_are_told_in_words() -> None:
    wish = Wish(words="貓", english="a cat", style="watercolour", mode="portrait")
    assert prompt_for(wish, CHINESE) == "貓\n畫風：水彩\n類型：人像"


def test_the_draft_is_told_by_its_number() -> None:
    wish = Wish(words="貓", english="a cat", references=1, has_composition=True)
    assert "Image 1 is only a rough sketch of the composition" in prompt_for(wish, ENGLISH)
    assert "最後一張圖只係構圖草稿" in prompt_for(wish, CHINESE)


def test_a_new_picture_is_described_and_a_given_one_instructed() -> None:
    scene = understand("一隻貓喺月球，寫住「恭喜」")
    assert '"恭喜"' in english_of("一隻貓喺月球，寫住「恭喜」", scene)
    assert english_of("改成夜晚", understand("改成夜晚"), references=1) == "Change the time to night."
    told = english_of("戴頂帽", understand("戴頂帽"), seen=understand("一隻貓喺草地"), references=1)
    assert told == "The cat is now wearing a hat."


def test_no_prompt_is_longer_than_engines_take() -> None:
    assert len(prompt_for(Wish(words="貓" * 9000, english="cat " * 9000), ENGLISH)) == MOST_PROMPT
    assert len(prompt_for(Wish(words="貓" * 9000, english=""), CHINESE)) == MOST_PROMPT

"""Whatever is typed: no crash, nothing invented out of range, and the same again for the same words."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from waa.words.amend import amend
from waa.words.english import english
from waa.words.explain import explain
from waa.words.jsonl import amend_line, edits_as_json, scene_as_json
from waa.words.lexicon import lexicon
from waa.words.scene import RELATIONS, STYLES, TIMES, WEATHERS, from_json, to_json
from waa.words.tokens import tokenise
from waa.words.understand import MOST_THINGS, understand

_KNOWN = sorted(w for w, senses in lexicon().index.items() if senses and len(w) < 12)
_ORDERS = sorted(lexicon().orders)
_glue = st.sampled_from(
    [
        "，",
        "。",
        " ",
        "",
        "嘅",
        "喺",
        "同",
        "一隻",
        "三個",
        "佢",
        "唔要",
        " a ",
        " the ",
        " and ",
        "「",
        "」",
        "\n",
        "上面",
        "係",
    ]
)
# Sentences made of words that mean something reach further into the grammar than letters at random.
sentences = st.lists(st.one_of(st.sampled_from(_KNOWN), _glue), max_size=14).map("".join)
instructions = st.lists(st.one_of(st.sampled_from(_ORDERS), st.sampled_from(_KNOWN), _glue), max_size=12).map(
    "".join
)
anything = st.one_of(st.text(max_size=60), sentences)


@given(anything)
@settings(max_examples=150, deadline=None)
def test_understanding_is_total_and_keeps_to_its_shape(text: str) -> None:
    scene = understand(text)
    assert scene == understand(text)
    assert len(scene.things) <= MOST_THINGS
    assert len({t.id for t in scene.things}) == len(scene.things)
    ids = {t.id for t in scene.things}
    assert all(r.kind in RELATIONS and r.subject in ids and r.object in ids for r in scene.relations)
    assert scene.time in (None, *TIMES)
    assert scene.weather in (None, *WEATHERS)
    assert scene.style in (None, *STYLES)
    for span in (*scene.unknown, *scene.undrawable):
        assert text[span.start : span.end] == span.text
    assert from_json(json.loads(json.dumps(to_json(scene)))) == scene
    json.dumps(scene_as_json(scene))
    assert isinstance(english(scene), str)
    assert len(explain(scene).suggestions) in (0, 3)


@given(anything)
@settings(max_examples=100, deadline=None)
def test_words_cover_the_text_without_overlap(text: str) -> None:
    end = 0
    for word in tokenise(text):
        assert word.start >= end
        assert word.end > word.start
        end = word.end
    assert end <= len(text)


@given(sentences, st.one_of(instructions, st.text(max_size=40)), st.booleans())
@settings(max_examples=150, deadline=None)
def test_amending_is_total_and_answers_every_edit(before: str, instruction: str, photo: bool) -> None:
    scene = understand(before)
    done = amend(scene, instruction, photo=photo)
    assert done == amend(scene, instruction, photo=photo)
    assert all(e.zh and e.en for e in done.edits)
    ids = {t.id for t in done.scene.things}
    assert len(ids) == len(done.scene.things)
    assert all(r.subject in ids and r.object in ids for r in done.scene.relations)
    kept = {t.id: t.concept for t in scene.things}
    assert all(
        kept.get(t.id, t.concept) == t.concept for t in done.scene.things
    )  # an id is never given again
    json.dumps(edits_as_json(done))


@given(st.lists(st.sampled_from(["cat", "dog", "moon", "blorp", "tea"]), max_size=4), instructions)
@settings(max_examples=60, deadline=None)
def test_lines_from_elsewhere(names: list[str], command: str) -> None:
    line = amend_line(
        {"id": 7, "before": {"things": [[n] for n in names], "place": None}, "command": command}
    )
    assert line["id"] == 7
    assert isinstance(line["edits"], list)

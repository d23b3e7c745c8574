"""`waa understand` and `waa amend`: one argument, or line by line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ops.conftest import Waa
from waa.ops.words import _answered
from waa.words.jsonl import amend_line, understand_line


def lines(*items: object) -> bytes:
    return b"".join(json.dumps(item, ensure_ascii=False).encode() + b"\n" for item in items)


def answers(output: str) -> list[Any]:
    return [json.loads(line) for line in output.splitlines()]


# -- one argument ----------------------------------------------------------------------------------------


def test_understand_prints_what_the_words_mean(waa: Waa) -> None:
    done = waa("understand", "一隻貓坐喺月球上")
    assert done.exit_code == 0
    told = json.loads(done.output)
    assert "id" not in told
    assert told["things"][0]["names"][0] == "cat"
    assert told["relations"][0] == [0, "on", 1]
    assert told["language"] == "yue"


def test_amend_prints_what_the_command_changes(waa: Waa) -> None:
    done = waa("amend", "加多隻狗", "--before", "一隻貓")
    assert done.exit_code == 0
    [edit] = json.loads(done.output)["edits"]
    assert (edit["op"], edit["value"]["names"][0], edit["zh"]) == ("add", "dog", "加咗一隻狗")


def test_without_a_picture_before_it_is_a_photo(waa: Waa) -> None:
    [edit] = json.loads(waa("amend", "黑白").output)["edits"]
    assert (edit["op"], edit["photo_op"]) == ("photo", "grayscale")


@pytest.mark.parametrize("command", ["understand", "amend"])
def test_nothing_to_read_is_an_error(waa: Waa, command: str) -> None:
    done = waa(command)
    assert done.exit_code == 2
    assert "or --jsonl and lines on standard input" in done.output


@pytest.mark.parametrize("text", ["", "   ", "🦄" * 50, "\x00\x07", "貓" * 10_000, "Ωμέγα", "\udcff"])
def test_whatever_is_said_is_answered(waa: Waa, text: str) -> None:
    for arguments in (["understand", text], ["amend", text, "--before", "一隻貓"]):
        done = waa(*arguments)
        assert done.exit_code == 0, done.output
        json.loads(done.output)


# -- line by line ----------------------------------------------------------------------------------------


def test_each_line_is_answered_under_its_id(waa: Waa) -> None:
    done = waa(
        "understand", "--jsonl", input=lines({"id": "a", "prompt": "一隻貓"}, {"id": 7, "prompt": "two dogs"})
    )
    assert [(a["id"], a["things"][0]["names"][0], a["things"][0]["count"]) for a in answers(done.output)] == [
        ("a", "cat", 1),
        (7, "dog", 2),
    ]


def test_amend_reads_the_picture_before_from_the_line(waa: Waa) -> None:
    before = {"things": [["cat"]], "place": "moon", "time": "day", "style": None}
    done = waa("amend", "--jsonl", input=lines({"id": 1, "before": before, "command": "改成夜晚，移走隻貓"}))
    [answer] = answers(done.output)
    assert [(e["op"], e["value"]) for e in answer["edits"]] == [("time", "night"), ("remove", None)]
    assert answer["edits"][1]["target"]["names"][0] == "cat"


def test_a_bad_line_is_answered_with_an_error_and_the_next_is_read(waa: Waa) -> None:
    bad = (
        b'nonsense\n[1]\n"text"\n{"id": 2}\n{"id": 3, "prompt": 5}\n\n   \n\xff\xfe\n' + b"[" * 90_000 + b"\n"
    )
    done = waa("understand", "--jsonl", input=bad + b'{"id": 4, "prompt": "a dog"}')
    told = answers(done.output)
    assert [a["id"] for a in told] == [None, None, None, 2, 3, None, None, 4]
    assert all("error" in a for a in told[:-1])
    assert told[0]["error"].startswith("not JSON")
    assert told[1]["error"] == "not a JSON object"
    assert told[3]["error"] == 'needs a "prompt" that is a string'
    assert "error" not in told[-1]


@pytest.mark.parametrize(
    "item", [{}, {"command": 5}, {"command": "x", "before": 7}, {"command": "x", "before": {"things": 5}}]
)
def test_amend_says_what_it_needs(waa: Waa, item: dict[str, object]) -> None:
    [answer] = answers(waa("amend", "--jsonl", input=lines({"id": 9, **item})).output)
    assert answer["id"] == 9
    assert "needs a" in answer["error"] or "--help" in answer["error"]


def test_what_no_encoding_can_carry_does_not_end_the_pipe(waa: Waa) -> None:
    done = waa(
        "understand",
        "--jsonl",
        input=b'\xef\xbb\xbf{"id": 1, "prompt": "\\ud800 cat"}\n{"id": 2, "prompt": "dog"}\n',
    )
    assert [a["id"] for a in answers(done.output)] == [1, 2]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # others may be at work here
@given(st.binary(max_size=60) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["id", "prompt", "command", "before", "things", "place", "time", "style"]), inner, max_size=4),
    max_leaves=12,
).map(lambda item: json.dumps(item).encode()))  # fmt: skip
def test_any_line_has_an_answer(line: bytes) -> None:
    for answer in (understand_line, amend_line):
        told = _answered(line, answer)
        json.dumps(told)
        assert "id" in told


def test_an_answer_comes_before_the_next_question() -> None:
    """A program at the other end of the pipe may wait for it."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
    with subprocess.Popen([sys.executable, "-m", "waa", "understand", "--jsonl"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, env=environment) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(lines({"id": number, "prompt": "一隻貓"}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(5) == 0


def test_a_thousand_lines_take_under_two_seconds() -> None:
    prompts = [
        "一隻貓坐喺月球上睇地球",
        "two red dogs under a big tree at night",
        "維港夜景，滿天煙花，水彩",
        "一杯凍檸茶",
    ]
    text = lines(*({"id": n, "prompt": f"{prompts[n % 4]} {n}"} for n in range(1000)))
    started = time.process_time(), os.times().children_user
    done = subprocess.run(
        [sys.executable, "-m", "waa", "understand", "--jsonl"], input=text, capture_output=True, check=True
    )
    assert len(done.stdout.splitlines()) == 1000
    assert os.times().children_user - started[1] < 2, "of the processor's time: others may be at work here"

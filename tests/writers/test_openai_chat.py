"""The writer for OpenAI's chat against its fake: what servers take and do not, what goes wrong, and what is never shown."""

from __future__ import annotations

import json
import logging
import runpy
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openai
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from openai.types import chat

from tests.upstreams import faults
from tests.upstreams.openai import OpenAIServer
from tests.upstreams.server import Answer, json_answer, nobody
from waa import settings
from waa.writers import registry
from waa.writers.base import (
    Message,
    WriterBroken,
    WriterBusy,
    WriterError,
    WriterMisconfigured,
    WriterRefused,
)
from waa.writers.openai_chat import OpenAIChatWriter, json_in

SCHEMA = {
    "type": "object",
    "properties": {"a": {"type": "integer"}},
    "required": ["a"],
    "additionalProperties": False,
}
ASKED = [Message("system", "Be brief."), Message("user", "貓")]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as openai_server:
        yield openai_server


@pytest.fixture
def writer(server: OpenAIServer) -> Iterator[OpenAIChatWriter]:
    opened = writer_for(server)
    yield opened
    opened.close()


def writer_for(server: OpenAIServer, **more: Any) -> OpenAIChatWriter:
    return OpenAIChatWriter(
        **{"model": "gpt-6-mini", "base_url": server.address, "api_key": server.key, **more}
    )


def test_it_answers_with_text_and_what_it_took(writer: OpenAIChatWriter, server: OpenAIServer) -> None:
    server.chat.says("A cat.")
    answer = writer.complete(ASKED, max_tokens=50, temperature=0.5)
    assert (answer.text, answer.data) == ("A cat.", None)
    assert answer.usage is not None
    assert answer.usage.tokens_in == 40
    sent = server.chat.asked[0]
    assert sent["messages"] == [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "貓"}]
    assert (sent["max_tokens"], sent["temperature"]) == (50, 0.5)
    assert "response_format" not in sent
    known = chat.completion_create_params.CompletionCreateParamsNonStreaming.__annotations__
    assert set(sent) <= set(known) | set(
        chat.completion_create_params.CompletionCreateParamsBase.__annotations__
    )


@pytest.mark.parametrize(
    ("takes", "forms"),
    [
        (("json_schema", "json_object"), ["json_schema"]),
        (("json_object",), ["json_schema", "json_object"]),
        ((), ["json_schema", "json_object", None]),
    ],
)
def test_json_is_asked_for_in_the_form_the_server_takes(
    writer: OpenAIChatWriter, server: OpenAIServer, takes: tuple[str, ...], forms: list[str | None]
) -> None:
    server.chat.takes = takes
    server.chat.says({"a": 1}, {"a": 2})
    assert writer.complete(ASKED, schema=SCHEMA).data == {"a": 1}
    sent = [asked.json.get("response_format", {}).get("type") for asked in server.requests]
    assert sent == forms
    assert writer.complete(ASKED, schema=SCHEMA).data == {"a": 2}
    assert len(server.requests) == len(forms) + 1, "what it took is remembered"


def test_a_newer_model_is_asked_in_its_own_words(writer: OpenAIChatWriter, server: OpenAIServer) -> None:
    server.chat.takes_max_tokens = False
    server.chat.says("A cat.")
    assert writer.complete(ASKED).text == "A cat."
    assert "max_completion_tokens" in server.chat.asked[0]
    said = {"error": {"message": "Unsupported value: 'temperature' does not support 0.2.", "type": "x"}}
    server.script.append(json_answer(said, 400))
    server.chat.says("A dog.")
    assert writer.complete(ASKED).text == "A dog."
    assert "temperature" not in server.chat.asked[1]


def test_it_does_not_ask_without_end(writer: OpenAIChatWriter, server: OpenAIServer) -> None:
    server.script += [faults.answers(400)] * 20
    with pytest.raises(WriterBroken) as told:
        writer.complete(ASKED, schema=SCHEMA)
    assert told.value.code == "writer_rejected"
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ('{"a": 1}', {"a": 1}),
        ('Sure!\n```json\n{"a": {"b": [1]}}\n``` Anything else?', {"a": {"b": [1]}}),
        ('{not json} and {"a": "}"}', {"a": "}"}),
        ('[1, {"a": 1}]', {"a": 1}),
    ],
)
def test_json_is_found_in_what_stands_around_it(text: str, data: dict[str, Any]) -> None:
    assert json_in(text) == data


@pytest.mark.parametrize("text", ["", "no", "{", "{" * 5000, "[1]", '"{"', "{'a': 1}"])
def test_no_json_is_said(text: str) -> None:
    with pytest.raises(WriterBroken):
        json_in(text)


@hypothesis_settings(deadline=None)  # others may be at work here
@given(
    st.text(max_size=40).filter(lambda t: "{" not in t), st.dictionaries(st.text(), st.integers() | st.text())
)
def test_any_object_is_found_in_any_chatter(around: str, data: dict[str, Any]) -> None:
    assert json_in(around + json.dumps(data, ensure_ascii=False) + around) == data


def test_thoughts_are_no_answer(writer: OpenAIChatWriter, server: OpenAIServer) -> None:
    server.chat.says("<think>\nA cat… {no}\n</think>\nA cat.", "<think>still thinking")
    assert writer.complete(ASKED).text == "A cat."
    with pytest.raises(WriterBroken):
        writer.complete(ASKED)


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        (faults.rate_limited(7), WriterBusy, "writer_busy"),
        (faults.server_error(), WriterBroken, "writer_broken"),
        (faults.unavailable(3), WriterBroken, "writer_broken"),
        (faults.cut_body(), WriterBroken, "writer_broken"),
        (faults.html_error(), WriterBroken, "writer_broken"),
        (faults.html_error(200), WriterBroken, "writer_broken"),
        (faults.invalid_json(), WriterBroken, "writer_broken"),
        (faults.redirect_private(), WriterBroken, "writer_broken"),
        (faults.answers(401), WriterMisconfigured, "writer_wrong_key"),
        (faults.answers(402), WriterMisconfigured, "writer_no_credit"),
        (faults.answers(404), WriterMisconfigured, "writer_model_gone"),
        (faults.answers(200, b"[]"), WriterBroken, "writer_broken"),
        (faults.answers(200, b'{"choices": []}'), WriterBroken, "writer_broken"),
        (faults.answers(200, b'{"choices": [{"message": {"content": 3}}]}'), WriterBroken, "writer_broken"),
        (faults.answers(200, b'{"choices": [{"message": {"content": " "}}]}'), WriterBroken, "writer_empty"),
        (faults.answers(200, b'{"error": {"code": "content_filter"}}'), WriterBroken, "writer_broken"),
        (faults.answers(400, b'{"error": {"code": "content_filter", "message": ""}}'), WriterRefused, "writer_refused"),
        (faults.answers(429, b'{"error": {"code": "insufficient_quota"}}'), WriterMisconfigured, "writer_no_credit"),
    ],
)  # fmt: skip
def test_each_fault_has_its_error_and_is_not_tried_again(
    server: OpenAIServer, fault: faults.Fault, kind: type[WriterError], code: str
) -> None:
    writer = writer_for(server)
    server.script.append(fault)
    with pytest.raises(kind) as told:
        writer.complete(ASKED)
    assert told.value.code == code
    assert told.value.zh
    assert told.value.en.isascii()
    assert len(server.requests) == 1
    assert writer.complete(ASKED).text
    writer.close()


def test_when_to_come_back_is_kept(writer: OpenAIChatWriter, server: OpenAIServer) -> None:
    server.script.append(faults.rate_limited(7))
    with pytest.raises(WriterBusy) as told:
        writer.complete(ASKED)
    assert told.value.retry_after == 7


def test_a_refusal_and_a_cut_answer_are_told_apart(writer: OpenAIChatWriter, server: OpenAIServer) -> None:
    server.chat.finish = "length"
    with pytest.raises(WriterBroken) as told:
        writer.complete(ASKED)
    assert told.value.code == "writer_cut_off"
    server.chat.refuses = True
    with pytest.raises(WriterRefused):
        writer.complete(ASKED)


def test_silence_and_dripping_end(server: OpenAIServer) -> None:
    writer = writer_for(server, seconds=0.4)
    drip = Answer(200, pieces=(b" " for _ in range(100)), pause=0.05)
    for item in (faults.hang(), drip):
        server.script.append(item)
        started = time.monotonic()
        with pytest.raises(WriterBroken):
            writer.complete(ASKED)
        assert time.monotonic() - started < 2
    writer.close()


def test_an_endless_answer_is_not_taken_in(writer: OpenAIChatWriter, server: OpenAIServer) -> None:
    server.script.append(Answer(200, pieces=(b" " * 65_536 for _ in range(40))))
    with pytest.raises(WriterBroken):
        writer.complete(ASKED)


def test_nobody_there() -> None:
    writer = OpenAIChatWriter(model="m", base_url=nobody())
    with pytest.raises(WriterBroken):
        writer.complete(ASKED)
    writer.close()


def test_the_key_is_shown_nowhere(server: OpenAIServer, caplog: pytest.LogCaptureFixture) -> None:
    secret = "sk-proj-very-secret-indeed"
    writer = writer_for(server, api_key=secret)
    with caplog.at_level(logging.DEBUG), pytest.raises(WriterMisconfigured) as told:
        writer.complete(ASKED)
    assert "Incorrect API key" in caplog.text
    assert secret not in caplog.text + repr(writer) + str(told.value)
    writer.close()


def test_a_server_of_ones_own_needs_no_key() -> None:
    with OpenAIServer("localai") as server:
        server.chat.says("A cat.")
        writer = OpenAIChatWriter(model="qwen3", base_url=server.address)
        assert writer.complete(ASKED).text == "A cat."
        writer.close()


# -- which one ---------------------------------------------------------------------------------------------


def test_there_is_one_where_a_model_is_named_and_it_is_opened_once(server: OpenAIServer) -> None:
    assert registry.open_with("", server.address) is None
    one = registry.open_with("gpt-6-mini", server.address, server.key)
    assert one is registry.open_with("gpt-6-mini", server.address, server.key)
    assert one is not registry.open_with("another", server.address, server.key)
    registry.close_all()


def test_there_is_none_as_long_as_nobody_sets_one() -> None:
    assert registry.writer() is None


# -- the fake, read by OpenAI's own client -------------------------------------------------------------------


def test_openais_client_understands_the_fake(server: OpenAIServer) -> None:
    server.chat.says("A cat on a sofa.", "A dog in the rain.", {"a": 1})
    with openai.OpenAI(base_url=server.address, api_key=server.key, max_retries=0) as client:
        messages: Any = [{"role": "user", "content": "貓"}]
        whole = client.chat.completions.create(model="gpt-6-mini", messages=messages)
        assert whole.choices[0].message.content == "A cat on a sofa."
        chat.ChatCompletion.model_validate(whole.model_dump(), strict=True)
        stream = client.chat.completions.create(model="gpt-6-mini", messages=messages, stream=True)
        chunks = list(stream)
        assert "".join(c.choices[0].delta.content or "" for c in chunks) == "A dog in the rain."
        form: Any = {
            "type": "json_schema",
            "json_schema": {"name": "answer", "schema": SCHEMA, "strict": True},
        }
        told = client.chat.completions.create(model="gpt-6-mini", messages=messages, response_format=form)
        assert json.loads(told.choices[0].message.content or "") == {"a": 1}
        with pytest.raises(openai.BadRequestError):
            client.chat.completions.create(
                model="gpt-6-mini", messages=messages, extra_body={"colour": "red"}
            )


def test_the_settings_name_it(server: OpenAIServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"MODEL": "gpt-6-mini", "BASE_URL": server.address, "API_KEY": server.key}.items():
        monkeypatch.setattr(settings, f"WRITER_{name}", value)
    server.chat.says("A cat.")
    writer = registry.writer()
    assert writer is not None
    assert writer.complete(ASKED).text == "A cat."
    registry.close_all()


@pytest.mark.parametrize(
    ("given_variables", "url", "key"),
    [
        ({}, "", ""),
        ({"OPENAI_API_KEY": "k"}, "", "k"),
        ({"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "http://gw/v1"}, "http://gw/v1", "k"),
        ({"OPENAI_API_KEY": "k", "WRITER_BASE_URL": "http://ollama/v1"}, "http://ollama/v1", ""),
        ({"OPENAI_API_KEY": "k", "WRITER_API_KEY": "w"}, "", "w"),
    ],
)
def test_openais_key_goes_to_no_other_server(
    given_variables: dict[str, str], url: str, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "WRITER_API_KEY", "WRITER_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"WAA_DATA": str(tmp_path), **given_variables}.items():
        monkeypatch.setenv(name, value)
    read = runpy.run_path(settings.__file__)
    assert (read["WRITER_BASE_URL"], read["WRITER_API_KEY"]) == (url, key)

"""The writer for every server that speaks OpenAI's chat: OpenAI, Ollama, llama.cpp, vLLM, LocalAI.

Servers differ in what they take. One that answers 400 is asked again without what it may have minded: a JSON schema
becomes `json_object`, that becomes plain text from which the JSON is taken; `max_tokens` becomes its newer name; a
temperature is left out. What a server took is remembered. Nothing else is ever sent twice.
"""

from __future__ import annotations

import json
import logging
import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import httpx2

from waa.lib import http
from waa.writers.base import (
    Answer,
    Message,
    Usage,
    Writer,
    WriterBroken,
    WriterBusy,
    WriterError,
    WriterMisconfigured,
    WriterRefused,
)

if TYPE_CHECKING:
    from openai import OpenAI

log = logging.getLogger("waa.writers")

SECONDS = 20.0  # for the whole of an answer: somebody is waiting for it
MOST_BYTES = 1 << 20
OPENAI_URL = "https://api.openai.com/v1"
FORMS = ("json_schema", "json_object", "plain")

_THOUGHT = re.compile(r"\A\s*<think>.*?(?:</think>|\Z)", re.DOTALL)  # models of one's own think aloud
_NO_CREDIT = ("insufficient_quota", "billing_hard_limit_reached")


@dataclass(frozen=True)
class _Taken:
    """What the server takes, as far as it is known."""

    form: str = FORMS[0]
    max_tokens: str = "max_tokens"
    temperature: bool = True

    def without(self, said: str, has_form: bool) -> _Taken | None:
        """What to try after a 400 that said so; None when there is nothing left to leave out."""
        if self.max_tokens == "max_tokens" and "max_tokens" in said:
            return replace(self, max_tokens="max_completion_tokens")
        if self.temperature and "temperature" in said:
            return replace(self, temperature=False)
        if has_form and self.form != FORMS[-1]:
            return replace(self, form=FORMS[FORMS.index(self.form) + 1])
        return None


class OpenAIChatWriter(Writer):
    def __init__(
        self, *, model: str, base_url: str = "", api_key: str = "", seconds: float = SECONDS
    ) -> None:
        self.name = model
        self._url = (base_url or OPENAI_URL).rstrip("/")
        self._key = api_key
        self._seconds = seconds
        self._taken = _Taken()
        self._client: OpenAI | None = None
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"OpenAIChatWriter({self.name!r}, {self._url!r})"

    def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any] | None = None,
        max_tokens: int = 800,
        temperature: float = 0.2,
    ) -> Answer:
        body: dict[str, Any] = {
            "model": self.name,
            "messages": [{"role": m.role, "content": m.content} for m in messages],
        }
        told = self._asked(body, schema, max_tokens, temperature)
        text = _text_of(told)
        return Answer(text=text, data=None if schema is None else json_in(text), usage=_usage_of(told))

    def close(self) -> None:
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def _asked(
        self, body: dict[str, Any], schema: Mapping[str, Any] | None, max_tokens: int, temperature: float
    ) -> Mapping[str, Any]:
        """The answer, asked for in the form the server takes."""
        import openai

        taken: _Taken | None = self._taken
        until = time.monotonic() + self._seconds
        while taken is not None and time.monotonic() < until:
            more: dict[str, Any] = {taken.max_tokens: max_tokens} | _form_of(taken.form, schema)
            if taken.temperature:
                more["temperature"] = temperature
            try:
                told = self._sent(body | more)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if error.code in ("content_filter", "moderation_blocked", "content_policy_violation"):
                    raise WriterRefused from None
                log.info(
                    "%s does not take %s: %s", self.name, sorted(more), http.for_log(str(error), self._key)
                )
                taken = taken.without(error.message, schema is not None)
            else:
                self._taken = taken
                return told
        raise WriterBroken("writer_rejected")

    def _sent(self, body: dict[str, Any]) -> Mapping[str, Any]:
        """The decoded answer to one request; openai's own error for a 400 or 422."""
        import openai

        try:
            response = self._open().post("/chat/completions", body=body, cast_to=httpx2.Response)
            told = json.loads(response.content)
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            raise
        except openai.APIStatusError as error:
            log.warning(
                "%s answered %d: %s", self.name, error.status_code, http.for_log(str(error), self._key)
            )
            raise _error_of(error) from None  # its text may repeat the key
        except (openai.APIError, httpx2.HTTPError, ValueError) as error:
            log.warning("%s did not answer: %s", self.name, type(error).__name__)
            raise WriterBroken from error
        if not isinstance(told, Mapping):
            raise WriterBroken
        return told

    def _open(self) -> OpenAI:
        with self._lock:
            if self._client is None:
                from openai import OpenAI  # half a second, which only who has a writer waits for

                waits = httpx2.Timeout(self._seconds, connect=5.0, pool=5.0)
                client = httpx2.Client(
                    transport=_Bounded(self._seconds), timeout=waits, follow_redirects=False
                )
                self._client = OpenAI(
                    base_url=self._url,
                    api_key=self._key or "none",
                    http_client=client,
                    timeout=waits,
                    max_retries=0,
                )
            return self._client


class _Bounded(httpx2.BaseTransport):
    """httpx2's own, whose answers are neither longer than MOST_BYTES nor slower than `seconds` as a whole."""

    def __init__(self, seconds: float) -> None:
        self._inner = httpx2.HTTPTransport(retries=0)
        self._seconds = seconds

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        until = time.monotonic() + self._seconds
        response = self._inner.handle_request(request)
        assert isinstance(response.stream, httpx2.SyncByteStream)
        response.stream = _BoundedBody(response.stream, until)
        return response

    def close(self) -> None:
        self._inner.close()


class _BoundedBody(httpx2.SyncByteStream):
    def __init__(self, inner: httpx2.SyncByteStream, until: float) -> None:
        self._inner, self._until = inner, until

    def __iter__(self) -> Iterator[bytes]:
        length = 0
        for piece in self._inner:
            length += len(piece)
            if length > MOST_BYTES:
                raise httpx2.ReadError("the answer is too long")
            if time.monotonic() > self._until:
                raise httpx2.ReadTimeout("the answer drips")
            yield piece

    def close(self) -> None:
        self._inner.close()


def _form_of(form: str, schema: Mapping[str, Any] | None) -> dict[str, Any]:
    if schema is None or form == "plain":
        return {}
    if form == "json_object":
        return {"response_format": {"type": "json_object"}}
    named = {"name": "answer", "schema": dict(schema), "strict": True}
    return {"response_format": {"type": "json_schema", "json_schema": named}}


def _error_of(error: Any) -> WriterError:
    status = int(error.status_code)
    if status == 402 or error.code in _NO_CREDIT:
        return WriterMisconfigured("writer_no_credit")
    if status in (401, 403, 404):
        return WriterMisconfigured("writer_model_gone" if status == 404 else "writer_wrong_key")
    if status == 429:
        return WriterBusy(http.retry_after(error.response.headers))
    return WriterBroken()


def _text_of(told: Mapping[str, Any]) -> str:
    """What the model wrote, without its thoughts. An answer that was cut off is none."""
    try:
        choice = told["choices"][0]
        message = choice["message"]
        if message.get("refusal") or choice.get("finish_reason") == "content_filter":
            raise WriterRefused
        text = _THOUGHT.sub("", message["content"]).strip()
        if choice.get("finish_reason") == "length" or not text:
            raise WriterBroken("writer_cut_off" if text else "writer_empty")
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise WriterBroken from error
    return text


def _usage_of(told: Mapping[str, Any]) -> Usage | None:
    usage = told.get("usage")
    if not isinstance(usage, Mapping):
        return None
    counts = usage.get("prompt_tokens"), usage.get("completion_tokens")
    if not all(type(count) is int for count in counts):
        return None
    return Usage(tokens_in=counts[0], tokens_out=counts[1])  # type: ignore[arg-type]


def json_in(text: str) -> dict[str, Any]:
    """The first JSON object in a text, whatever stands around it. WriterBroken when there is none."""
    decoder = json.JSONDecoder()
    for found in list(re.finditer(r"\{", text))[:20]:
        try:
            data, _ = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict):
            return data
    raise WriterBroken("writer_no_json")

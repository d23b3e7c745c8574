"""The chat half of the fake: `POST /v1/chat/completions`, at once or as a stream, with or without a JSON schema.

    server.chat.says("a cat")                     # the next answer; several are given in their order
    server.chat.says({"things": []})              # as JSON
    server.chat.takes = ("json_object",)          # a server that knows no json_schema: 400 to it

With nothing to say it answers by rule, for shows: the draft that came with the words, or an empty object.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.upstreams.server import Answer, Asked, events_answer, json_answer

if TYPE_CHECKING:
    from tests.upstreams.server import Upstream

FIELDS = frozenset(
    "model messages max_tokens max_completion_tokens temperature response_format stream seed user".split()
)
ROLES = ("system", "developer", "user", "assistant")


class Chat:
    """`takes` are the forms of answer that the server knows besides plain text; `refuses`: the model declines."""

    def __init__(self, server: Upstream) -> None:
        self.server = server
        self.takes: tuple[str, ...] = ("json_schema", "json_object")
        self.takes_max_tokens = True  # OpenAI's newer models want max_completion_tokens
        self.finish = "stop"
        self.refuses = False
        self.asked: list[dict[str, Any]] = []
        self._answers: deque[str] = deque()

    def says(self, *answers: str | Mapping[str, Any]) -> None:
        self._answers += [a if isinstance(a, str) else json.dumps(a, ensure_ascii=False) for a in answers]

    def answer(self, asked: Asked) -> Answer:
        body = asked.json
        if problem := self._problem(body):
            error = {"message": problem, "type": "invalid_request_error", "param": None, "code": None}
            return json_answer({"error": error}, 400)
        self.asked.append(body)
        text = self._answers.popleft() if self._answers else _by_rule(body)
        return self._stream(body, text) if body.get("stream") else self._whole(body, text)

    def _problem(self, body: Mapping[str, Any]) -> str:
        if unknown := [name for name in body if name not in FIELDS]:
            return f"Unrecognized request argument supplied: {unknown[0]}"
        messages = body.get("messages")
        if not messages or any(
            message.get("role") not in ROLES or not isinstance(message.get("content"), str)
            for message in messages
        ):
            return "Invalid value for 'messages'."
        if "max_tokens" in body and not self.takes_max_tokens:
            return "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
        form = body.get("response_format")
        if form is None:
            return ""
        if form.get("type") not in self.takes:
            return f"Invalid value: '{form.get('type')}' for response_format."
        is_named = form["type"] != "json_schema" or {"name", "schema"} <= set(form.get("json_schema", {}))
        return "" if is_named else "Missing required parameter: 'response_format.json_schema'."

    def _whole(self, body: Mapping[str, Any], text: str) -> Answer:
        message = {"role": "assistant", "content": text, "refusal": None}
        if self.refuses:
            message |= {"content": None, "refusal": "I can't help with that."}
        return json_answer(
            {
                "id": "chatcmpl-1",
                "object": "chat.completion",
                "created": 1_770_000_000,
                "model": body["model"],
                "choices": [{"index": 0, "message": message, "finish_reason": self.finish, "logprobs": None}],
                "usage": {
                    "prompt_tokens": 40,
                    "completion_tokens": len(text),
                    "total_tokens": 40 + len(text),
                },
            }
        )

    def _stream(self, body: Mapping[str, Any], text: str) -> Answer:
        """A piece for every eight characters, then the usage, then the end."""
        about = {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 1_770_000_000,
            "model": body["model"],
        }
        pieces = [text[at : at + 8] for at in range(0, len(text), 8)]
        chunks: list[Any] = [
            about | {"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]}
            for piece in pieces
        ]
        chunks.append(about | {"choices": [{"index": 0, "delta": {}, "finish_reason": self.finish}]})
        return events_answer([*chunks, "[DONE]"])


def _by_rule(body: Mapping[str, Any]) -> str:
    """The draft in English that came with the words; what stands in it already is right."""
    try:
        told = json.loads(body["messages"][-1]["content"])
    except ValueError:
        return "A picture."
    if body.get("response_format") or not isinstance(told, dict):
        return "{}"
    draft = str(told.get("draft") or "a picture").strip().rstrip(".")
    return f"{draft[:1].upper()}{draft[1:]}, with careful light and clear composition."

"""What a writer is: a text model that is asked briefly and answers once. docs/writers.md says what Waa asks it.

    WriterError                  no answer; whoever asked goes on without one
    ├── WriterRefused            the model will not write this
    ├── WriterMisconfigured      the operator has to act: a wrong key, no credit, an unknown model
    ├── WriterBusy               too many requests; `retry_after` says when
    └── WriterBroken             a time-out, a broken answer, an answer that cannot be used

Nobody is ever left without a picture because of a writer: it improves what Waa does by itself, and is optional.
"""

from __future__ import annotations

import abc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from waa.lib.errors import WaaError


@dataclass(frozen=True)
class Message:
    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, kw_only=True)
class Usage:
    """Tokens, as the server counts them."""

    tokens_in: int
    tokens_out: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`text` as it was written; `data` the JSON in it, where a schema was asked for; `usage` where it is told."""

    text: str
    data: Any = None
    usage: Usage | None = None


class WriterError(WaaError):
    status = 502


class WriterRefused(WriterError):
    status = 422

    def __init__(self) -> None:
        super().__init__(
            "writer_refused",
            "文字模型唔肯寫呢個，已經改用 Waa 自己嘅讀法。",
            "The text model will not write this; Waa's own reading is used.",
        )


class WriterMisconfigured(WriterError):
    status = 503

    def __init__(self, code: str = "writer_misconfigured") -> None:
        super().__init__(
            code,
            "文字模型未設定好，要管理員睇睇。Waa 照樣用得。",
            "The text model is not set up rightly; the operator has to look. Waa works without it.",
        )


class WriterBusy(WriterError):
    status = 503

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__(
            "writer_busy",
            "文字模型而家太多人用，已經改用 Waa 自己嘅讀法。",
            "The text model is busy; Waa's own reading is used.",
            retryable=True,
            retry_after=retry_after,
        )


class WriterBroken(WriterError):
    def __init__(self, code: str = "writer_broken") -> None:
        super().__init__(
            code,
            "文字模型嘅回覆用唔到，已經改用 Waa 自己嘅讀法。",
            "The text model's answer cannot be used; Waa's own reading is used.",
            retryable=True,
        )


class Writer(abc.ABC):
    """One model of one server. `name` goes into the log."""

    name: str

    @abc.abstractmethod
    def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any] | None = None,
        max_tokens: int = 800,
        temperature: float = 0.2,
    ) -> Answer:
        """One answer; with a `schema` (JSON Schema of an object) its `data` is a dict, which may still not obey it.
        Blocks for some seconds at most. WriterError for what went wrong."""

    def close(self) -> None:  # noqa: B027 - most hold nothing
        """Give back connections."""

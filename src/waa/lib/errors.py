"""Errors that reach a person.

    WaaError                     a sentence in zh-HK and in English, a stable code
    ├── Refused                  the input cannot be accepted; nothing was changed (422)
    ├── NotHere                  there is no such thing, or not for this person (404)
    └── Unavailable              not now; `retry_after` says when (503)
        └── TooMany              not now, for this person asks for too much at once (429)

Rooms add their own classes below these. `web` turns them into responses in one place, by class.
"""

from __future__ import annotations

from typing import ClassVar


class WaaError(Exception):
    """`zh` and `en` say what happened, that nothing was lost, and what to do next. `code` never changes."""

    status: ClassVar[int] = 500

    def __init__(
        self, code: str, zh: str, en: str, *, retryable: bool = False, retry_after: float | None = None
    ) -> None:
        super().__init__(f"{code}: {en}")
        self.code = code
        self.zh = zh
        self.en = en
        self.retryable = retryable
        self.retry_after = retry_after

    def sentence(self, language: str) -> str:
        """The sentence for a person who reads `language` ('zh-hk', 'en', …)."""
        return self.zh if language.lower().startswith(("zh", "yue")) else self.en

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way between processes: an exception with several arguments does not by itself."""
        return _restore, (type(self), self.code, self.zh, self.en, self.retryable, self.retry_after)


def _restore(
    cls: type[WaaError], code: str, zh: str, en: str, retryable: bool, retry_after: float | None
) -> WaaError:
    return cls(code, zh, en, retryable=retryable, retry_after=retry_after)


class Refused(WaaError):
    status = 422


class NotHere(WaaError):
    status = 404


class Unavailable(WaaError):
    status = 503


class TooMany(Unavailable):
    status = 429

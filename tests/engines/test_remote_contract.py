"""What every engine has to do that paints somewhere else, against a strict fake of its provider with faults in it.

The rule behind most of it: who cannot have been paid may be replaced by another, and who may have been is not asked twice.
"""

from __future__ import annotations

import logging
import pickle
import re
import time
import traceback
from collections.abc import Iterator
from typing import Any

import pytest

from tests.engines.openings import REMOTE, Opened, opening
from tests.engines.test_contract import CHINESE, asked
from tests.upstreams import faults
from tests.upstreams.faults import Fault
from tests.upstreams.server import Upstream, nobody
from waa.engines.base import (
    Cancelled,
    Engine,
    EngineBroken,
    EngineBusy,
    EngineError,
    EngineMisconfigured,
)


@pytest.fixture(scope="module", params=REMOTE)
def opened(request: pytest.FixtureRequest) -> Iterator[Opened]:
    with opening(request.param) as found:
        yield found


@pytest.fixture
def engine(opened: Opened) -> Engine:
    return opened.engine


@pytest.fixture
def provider(opened: Opened) -> Iterator[Upstream]:
    assert opened.provider is not None
    opened.provider.gone.clear()
    yield opened.provider
    opened.provider.script.clear()
    assert not opened.provider.crashes


def told_by(engine: Engine, **more: Any) -> EngineError:
    """The error that it ends with: coded, a sentence in each language, in one piece after a journey between processes."""
    with pytest.raises(EngineError) as caught:
        engine.draw(asked(engine, **more))
    error = caught.value
    assert error.code
    assert CHINESE.search(error.zh)
    assert not CHINESE.search(error.en)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, again.is_unpaid) == (type(error), error.code, error.is_unpaid)
    return error


# The fault, our class and code, whether trying again may help, whether nothing can have been paid.
FAULTS: list[tuple[Fault, type[EngineError], str, bool, bool]] = [
    (faults.answers(400), EngineBroken, "provider_rejected", False, True),
    (faults.answers(401), EngineMisconfigured, "provider_wrong_key", False, True),
    (faults.answers(402), EngineMisconfigured, "provider_no_credit", False, True),
    (faults.answers(403), EngineMisconfigured, "provider_wrong_key", False, True),
    (faults.answers(404), EngineMisconfigured, "model_gone", False, True),
    (faults.answers(422), EngineBroken, "provider_rejected", False, True),
    (faults.rate_limited(12), EngineBusy, "provider_busy", True, True),
    (faults.rate_limited(), EngineBusy, "provider_busy", True, True),
    (faults.unavailable(12), EngineBroken, "provider_failed", True, True),
    (faults.unavailable(), EngineBroken, "provider_failed", True, False),
    (faults.server_error(), EngineBroken, "provider_failed", True, False),
    (faults.html_error(502), EngineBroken, "provider_failed", True, False),
    (faults.html_error(200), EngineBroken, "provider_broken_answer", True, False),
    (faults.invalid_json(), EngineBroken, "provider_broken_answer", True, False),
    (faults.cut_body(), EngineBroken, "provider_broken_answer", True, False),
    (faults.redirect_private(), EngineBroken, "provider_broken_answer", True, False),
]


@pytest.mark.parametrize(
    ("fault", "kind", "code", "retryable", "unpaid"),
    FAULTS,
    ids=[f"{f.name} {n}" for n, (f, *_) in enumerate(FAULTS)],
)
def test_every_fault_has_its_error_and_nothing_is_sent_twice(
    engine: Engine,
    provider: Upstream,
    fault: Fault,
    kind: type[EngineError],
    code: str,
    retryable: bool,
    unpaid: bool,
) -> None:
    before = len(provider.requests)
    provider.script.append(fault)
    error = told_by(engine)
    assert type(error) is kind
    assert (error.code, error.retryable, error.is_unpaid) == (code, retryable, unpaid)
    assert len(provider.requests) == before + 1
    engine.draw(asked(engine))  # and the next one is painted


def test_when_to_come_back_is_told(engine: Engine, provider: Upstream) -> None:
    for fault in (faults.rate_limited(30), faults.rate_limited(30, as_date=True), faults.unavailable(30)):
        provider.script.append(fault)
        assert told_by(engine).retry_after == pytest.approx(30, abs=2)
    provider.script.append(faults.rate_limited())
    assert told_by(engine).retry_after is None


def test_a_model_that_is_gone_is_named(engine: Engine, provider: Upstream) -> None:
    provider.script.append(faults.answers(404))
    error = told_by(engine)
    assert engine.version in error.zh
    assert engine.version in error.en


@pytest.mark.parametrize("kind", ["svg", "text", "gif", "bomb", "empty"])
def test_what_is_no_picture_is_none_whatever_its_header_says(
    opened: Opened, engine: Engine, provider: Upstream, kind: str
) -> None:
    provider.script.append(faults.wrong_type(kind, at=opened.picture_at))
    error = told_by(engine)
    assert type(error) is EngineBroken
    assert (error.code, error.retryable, error.is_unpaid) == ("provider_no_picture", True, False)


@pytest.mark.parametrize("kind", ["jpeg", "webp"])
def test_a_picture_is_one_whatever_its_header_says(
    opened: Opened, engine: Engine, provider: Upstream, kind: str
) -> None:
    provider.script.append(faults.wrong_type(kind, at=opened.picture_at))
    assert engine.draw(asked(engine)).pixels.any()


def test_who_is_not_there_cannot_have_been_paid(opened: Opened) -> None:
    error = told_by(opened.again(base_url=nobody()))
    assert type(error) is EngineBroken
    assert (error.code, error.retryable, error.is_unpaid) == ("provider_unreachable", True, True)


def test_silence_may_have_been_paid(opened: Opened, provider: Upstream) -> None:
    provider.script.append(faults.hang())
    error = told_by(opened.again(timeout=0.3))
    assert (error.code, error.retryable, error.is_unpaid) == ("provider_timeout", True, False)


def test_who_cancels_hangs_up_within_a_second(engine: Engine, provider: Upstream) -> None:
    provider.script.append(faults.hang())
    asked_at: list[float] = []

    def stop(share: float, step: str, preview: object = None) -> None:
        if provider.requests[before:]:
            asked_at.append(time.monotonic())
            raise Cancelled

    before = len(provider.requests)
    with pytest.raises(Cancelled):
        engine.draw(asked(engine), stop)
    while not provider.gone and time.monotonic() - asked_at[0] < 1:
        time.sleep(0.01)
    assert provider.gone, "the connection is still open"
    engine.draw(asked(engine))


def test_without_a_key_or_with_a_wrong_one_the_operator_has_to_act(
    opened: Opened, provider: Upstream
) -> None:
    if not getattr(provider, "needs_key", True):
        pytest.skip("its server asks for no key")
    before = len(provider.requests)
    for key in ("", "  ", "鎖匙"):
        error = told_by(opened.again(api_key=key))
        assert (error.code, error.is_unpaid) == ("provider_key_missing", True)
    assert len(provider.requests) == before
    error = told_by(opened.again(api_key="wrong"))
    assert (error.code, error.is_unpaid) == ("provider_wrong_key", True)


def test_the_key_is_nowhere_to_be_seen(
    engine: Engine, provider: Upstream, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="waa")
    seen = [repr(engine), str(engine), repr(vars(engine).get("config"))]
    words = b'{"detail": "the key %s is odd", "error": {"message": "the key %s is odd", "code": 400}}'
    for status in (400, 401, 402, 403, 404, 422, 429, 500, 503):
        provider.script.append(faults.answers(status, words.replace(b"%s", provider.key.encode())))
        error = told_by(engine)
        assert "is odd" not in error.zh + error.en, "the provider's words are for the log"
        seen += [error.zh, error.en, repr(error), "".join(traceback.format_exception(error))]
    provider.script.append(faults.answers(403, words.replace(b"%s", provider.key.encode())))
    ping = engine.ping()
    seen += [ping.zh, ping.en, repr(engine.draw(asked(engine)).meta), caplog.text]
    assert "is odd" in caplog.text
    assert not re.search(re.escape(provider.key), "".join(seen))


def test_a_ping_tells_how_the_account_is(opened: Opened, engine: Engine, provider: Upstream) -> None:
    ping = engine.ping()
    assert ping.is_well
    assert CHINESE.search(ping.zh)
    assert ping.en
    ill = [engine] * 3 + [opened.again(base_url=nobody())]
    provider.script += [faults.answers(401), faults.server_error(), faults.html_error(200)]
    for one in ill:
        ping = one.ping()
        assert not ping.is_well
        assert CHINESE.search(ping.zh)


def test_opening_connects_to_nobody(opened: Opened, provider: Upstream) -> None:
    before = len(provider.requests)
    another = opened.again()
    repr(another)
    another.close()
    assert len(provider.requests) == before

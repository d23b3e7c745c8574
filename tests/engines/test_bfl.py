"""FLUX at Black Forest Labs, against a strict fake of it on a real socket."""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
import pickle
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest

from tests.upstreams import faults, painting
from tests.upstreams.bfl import Bfl
from tests.upstreams.faults import Fault
from tests.upstreams.server import Answer, Asked, Upstream, json_answer, nobody
from waa.engines import bfl_hooks, bfl_models
from waa.engines.base import (
    BeyondCapabilities,
    Cancelled,
    EngineBroken,
    EngineError,
    EngineMisconfigured,
    EngineRefused,
    PictureRequest,
    Pixels,
)
from waa.engines.bfl import BflConfig, BflEngine
from waa.engines.bfl_answer import Task, is_theirs
from waa.upstreams import reasons
from waa.words.understand import understand


@pytest.fixture
def bfl() -> Iterator[Bfl]:
    with Bfl() as upstream:
        yield upstream


@pytest.fixture
def engine(bfl: Bfl) -> BflEngine:
    return opened(bfl)


_opened: list[BflEngine] = []


@pytest.fixture(autouse=True)
def closed_at_the_end() -> Iterator[None]:
    yield
    while _opened:
        _opened.pop().close()


def opened(bfl: Bfl, **more: Any) -> BflEngine:
    told = {"base_url": bfl.base_url, "api_key": bfl.key, "poll_seconds": 0.01, "timeout": 10.0}
    _opened.append(BflEngine(BflConfig(**told | more)))
    return _opened[-1]


def asked(
    prompt: str = "a cat on the meadow", *, width: int = 256, height: int = 192, **more: Any
) -> PictureRequest:
    return PictureRequest(
        prompt=prompt,
        scene=understand("一隻貓"),
        width=width,
        height=height,
        seed=more.pop("seed", 7),
        **more,
    )


def photo(width: int = 160, height: int = 120, shade: int = 90) -> Pixels:
    return np.full((height, width, 3), shade, np.uint8)


def sent(bfl: Bfl) -> list[dict[str, Any]]:
    return [asked.json for asked in bfl.requests if asked.method == "POST"]


def polls(bfl: Bfl) -> list[Asked]:
    return bfl.asked_for("/get_result")


# -- what goes over the wire ------------------------------------------------------------------------------


def test_words_become_a_picture(bfl: Bfl, engine: BflEngine) -> None:
    result = engine.draw(asked())
    assert result.pixels.shape == (192, 256, 3)
    assert (result.engine, result.version, result.seed) == ("bfl", "flux-2-klein-4b", 7)
    assert result.prompt_used == "a cat on the meadow"
    assert result.cost_usd_micros == 14_000
    assert result.notes == ()
    assert (result.pixels == painting.answer_pixels("a cat on the meadow", 7, 256, 192)).all()


def test_just_these_fields_are_sent(bfl: Bfl, engine: BflEngine) -> None:
    engine.draw(asked())
    submitted, *_ = bfl.requests
    assert submitted.path == "/v1/flux-2-klein-4b"
    assert submitted.headers["x-key"] == bfl.key
    assert submitted.json == {
        "prompt": "a cat on the meadow",
        "width": 256,
        "height": 192,
        "seed": 7,
        "safety_tolerance": 2,
        "output_format": "png",
    }


def test_the_key_goes_to_bfl_and_not_to_where_the_picture_lies(bfl: Bfl, engine: BflEngine) -> None:
    with Bfl() as store:
        store.tasks = bfl.tasks
        bfl.sample_base = store.base_url.replace("127.0.0.1", "localhost")
        with pytest.raises(EngineBroken) as error:
            engine.draw(asked())
        assert error.value.code == "provider_broken_answer", "http, and not the account's own host"
        assert not store.requests
    bfl.sample_base = ""
    engine.draw(asked())
    assert all("x-key" in r.headers for r in bfl.requests if not r.path.startswith("/sample"))
    for fetched in bfl.asked_for("/sample"):
        assert bfl.key not in repr(fetched.headers)


def test_references_go_in_their_order(bfl: Bfl, engine: BflEngine) -> None:
    shades = (30, 90, 150, 210)
    result = engine.draw(asked("put them together", reference_images=tuple(photo(shade=s) for s in shades)))
    assert result.cost_usd_micros == 15_000
    (body,) = sent(bfl)
    names = ["input_image", "input_image_2", "input_image_3", "input_image_4"]
    arrived = [painting.decoded(base64.b64decode(body[name])) for name in names]
    assert [p.shape for p in arrived] == [(120, 160, 3)] * 4
    assert [round(float(p.mean())) for p in arrived] == list(shades)


def test_references_are_shrunk_to_what_is_looked_at_and_taken() -> None:
    huge = photo(2800, 2100)
    for count, most in ((1, 4_000_000), (8, 625_000)):
        request = asked(width=2000, height=2000, reference_images=(huge,) * count)
        pictures = bfl_models.shrunk(request)
        area = pictures[0].shape[0] * pictures[0].shape[1]
        assert 0.95 * most < area <= most
        assert abs(pictures[0].shape[1] / pictures[0].shape[0] - 4 / 3) < 0.01
        assert count * area + 4_000_000 <= 9_000_000
    small = photo()
    assert bfl_models.shrunk(asked(reference_images=(small,)))[0] is small


@pytest.mark.parametrize("model", [m.id for m in BflEngine.models if "fill" not in m.id])
def test_every_model_paints_as_its_capabilities_say(bfl: Bfl, model: str) -> None:
    engine = opened(bfl, model=model)
    can = engine.capabilities
    width, height = can.fit(1200, 800)
    photos = tuple(photo() for _ in range(can.max_references))
    result = engine.draw(asked(width=width, height=height, reference_images=photos))
    high, wide = result.pixels.shape[:2]
    assert abs(wide * height / (high * width) - 1) < 0.03
    assert not can.is_exact or (wide, high) == (width, height)
    assert not result.notes
    price = engine.model.edit_price_usd_micros if photos else None
    assert result.cost_usd_micros == (price or engine.model.price_usd_micros)


def test_kontext_is_asked_for_a_ratio(bfl: Bfl) -> None:
    engine = opened(bfl, model="flux-kontext-pro", safety_tolerance=9)
    result = engine.draw(asked(width=1024, height=768))
    assert sent(bfl)[0]["aspect_ratio"] == "4:3"
    assert sent(bfl)[0]["safety_tolerance"] == 6
    assert not {"width", "height"} & set(sent(bfl)[0])
    assert result.pixels.shape == (896, 1184, 3)
    with pytest.raises(BeyondCapabilities, match="7/3"):
        engine.draw(asked(width=1024, height=400))


def test_fill_changes_nothing_outside_its_mask(bfl: Bfl) -> None:
    engine = opened(bfl, model="flux-pro-1.0-fill")
    mask = np.zeros((60, 80), np.uint8)
    mask[15:45, 20:60] = 255
    base = np.random.default_rng(0).integers(0, 255, (120, 160, 3), np.uint8)
    result = engine.draw(asked(width=160, height=120, reference_images=(base,), mask_image=mask))
    changed = (result.pixels != base).any(2)
    assert changed[30:90, 40:120].mean() > 0.9
    assert not changed[:30].any()
    assert not changed[:, 120:].any()
    for lacks in ({"reference_images": (base,)}, {"mask_image": mask}):
        with pytest.raises(BeyondCapabilities) as refusal:
            engine.draw(asked(**lacks))
        assert refusal.value.code == "mask_needed"


def test_fill_is_asked_for_nothing_else() -> None:
    can = BflEngine.model_of("flux-pro-1.0-fill").capabilities
    wish = {"width": 256, "height": 192, "references": 1, "edit": True, "mask": True}
    told = [
        reasons.unable(can, **wish | more) for more in ({}, {"mask": False}, {"edit": False, "references": 0})
    ]  # type: ignore[arg-type]
    assert told == [None, "unmasked", "draw"]


def test_another_shape_than_was_asked_for_is_said(bfl: Bfl, engine: BflEngine) -> None:
    bfl.script.append(faults.wrong_type("jpeg", at="/sample"))  # 64 x 48, the ratio that was asked for
    result = engine.draw(asked())
    assert result.pixels.shape == (192, 256, 3)
    assert not result.notes
    bfl.script.append(faults.wrong_type("jpeg", at="/sample"))
    result = engine.draw(asked(width=256, height=256))
    assert result.pixels.shape == (48, 64, 3)
    ((zh, en),) = result.notes
    assert "64×48" in zh
    assert "64×48" in en


def test_what_bfl_has_no_letters_for_is_left_out(bfl: Bfl, engine: BflEngine) -> None:
    engine.draw(asked("a \x00\x1b cat,\na dog"))
    assert sent(bfl)[0]["prompt"] == "a    cat,\na dog"
    assert engine.draw(asked("  ")).prompt_used == "a cat"
    with pytest.raises(BeyondCapabilities, match="nothing_asked"):
        engine.draw(PictureRequest(prompt="", scene=understand(""), width=256, height=192, seed=1))


# -- asking until it is ready ---------------------------------------------------------------------------------


def test_it_asks_again_until_it_is_there_and_less_often_as_time_goes(bfl: Bfl, engine: BflEngine) -> None:
    bfl.seconds = 0.6
    heard: list[tuple[float, str]] = []
    engine.draw(asked(), lambda share, step: heard.append((share, step)))
    shares = [share for share, _ in heard]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert {"send", "paint", "done"} <= {step for _, step in heard}
    assert 6 < len(polls(bfl)) < 40


def test_a_state_that_nobody_knows_is_one_of_waiting(bfl: Bfl, engine: BflEngine) -> None:
    for word in ("Reasoning", "generating", "", None):
        bfl.script.append(faults.answers(200, state(word), at="/get_result"))
    assert engine.draw(asked()).pixels.shape == (192, 256, 3)


def state(status: object) -> bytes:
    return json_answer({"id": "task-1", "status": status, "result": None}).body


@pytest.mark.parametrize(
    "fault",
    [faults.server_error, faults.rate_limited, faults.invalid_json, faults.html_error, faults.cut_body,
     lambda at: faults.rate_limited(0.05, at=at), lambda at: faults.html_error(200, at=at),
     lambda at: faults.redirect_private(at=at), lambda at: faults.answers(200, b"[]", at=at)],
)  # fmt: skip
def test_a_bad_moment_while_asking_is_waited_out(bfl: Bfl, engine: BflEngine, fault: Any) -> None:
    bfl.script += [fault(at="/get_result"), fault(at="/get_result")]
    engine.draw(asked())
    assert len(sent(bfl)) == 1, "it was paid for twice"


def test_a_bad_time_while_asking_ends_and_is_not_unpaid(bfl: Bfl, engine: BflEngine) -> None:
    bfl.script += [faults.server_error(at="/get_result")] * 7
    with pytest.raises(EngineBroken) as error:
        engine.draw(asked())
    assert (error.value.code, error.value.retryable, error.value.is_unpaid) == (
        "provider_failed",
        True,
        False,
    )
    bfl.script.append(faults.answers(403, at="/get_result"))
    with pytest.raises(EngineMisconfigured) as error:
        engine.draw(asked())
    assert not error.value.is_unpaid


def test_the_polling_address_is_used_as_given_where_the_key_may_go(bfl: Bfl, engine: BflEngine) -> None:
    with Bfl() as stranger:
        bfl.polling_base = stranger.base_url
        engine.draw(asked())
        assert not stranger.requests, "the key was sent to a stranger"
    assert [p.query["id"] for p in polls(bfl)] == ["task-1"] * 2
    bfl.polling_base = f"{bfl.base_url}/elsewhere"
    bfl.script += [faults.answers(200, state("Pending"), at="/elsewhere/v1/get_result")]
    with pytest.raises(EngineBroken):
        engine.draw(asked())  # the fake has nothing there


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://api.bfl.ai/v1/get_result?id=1", True),
        ("https://api.eu2.bfl.ai/v1/get_result", True),
        ("https://bfl.ai/", True),
        ("https://api.bfl.ai:8443/", False),
        ("http://api.bfl.ai/", False),
        ("https://evil-bfl.ai/", False),
        ("https://bfl.ai.evil.example/", False),
        ("https://api.bfl.ai@evil.example/", False),
        ("https://me:pw@api.bfl.ai/", False),
        ("https://gateway.example/bfl/v1/get_result", True),
        ("https://gateway.example:444/", False),
        ("https://evil.example/#.bfl.ai", False),
        ("https://evil.example\\.bfl.ai/", False),
        ("nonsense", False),
        ("", False),
    ],
)
def test_where_the_key_may_go(url: str, may: bool) -> None:
    assert is_theirs(url, "https://gateway.example/bfl") is may


def test_a_signed_address_that_is_gone_is_asked_for_again_once(bfl: Bfl, engine: BflEngine) -> None:
    for fault in (faults.answers(403, at="/sample"), faults.answers(404, at="/sample"), faults.cut_body(at="/sample"),
                  faults.server_error(at="/sample")):  # fmt: skip
        bfl.requests.clear()
        bfl.script.append(fault)
        engine.draw(asked())
        assert len(bfl.asked_for("/sample")) == 2
        assert len({r.query["sig"] for r in bfl.asked_for("/sample")}) == 2
        assert len(sent(bfl)) == 1
    bfl.lifetime = -1
    with pytest.raises(EngineBroken) as error:
        engine.draw(asked())
    assert (error.value.code, error.value.retryable, error.value.is_unpaid) == (
        "provider_lost_it",
        True,
        False,
    )


# -- a ticket: what is paid for is fetched ----------------------------------------------------------------------


def test_a_ticket_brings_the_picture_that_was_paid_for(bfl: Bfl, engine: BflEngine) -> None:
    kept: list[Mapping[str, str]] = []
    threads: list[threading.Thread] = []

    def keep(ticket: Mapping[str, str]) -> None:
        kept.append(ticket)
        threads.append(threading.current_thread())

    bfl.seconds = 30
    with pytest.raises(EngineBroken, match="provider_timeout"):
        opened(bfl, timeout=0.3).draw(asked(keep_ticket=keep))
    assert threads == [threading.current_thread()], "it was not kept in the job's own thread"
    assert kept == [{"id": "task-1", "polling_url": f"{bfl.base_url}/v1/get_result?id=task-1", "cost": "1.4"}]
    bfl.tasks["task-1"].ready_at = 0
    result = engine.draw(asked(ticket=kept[0], keep_ticket=keep))
    assert result.cost_usd_micros == 14_000
    assert len(sent(bfl)) == len(kept) == 1


@pytest.mark.parametrize("fault", [faults.server_error, faults.cut_body, faults.invalid_json])
def test_a_bad_moment_where_the_picture_lies_costs_no_second_picture(
    bfl: Bfl, engine: BflEngine, fault: Any
) -> None:
    kept: list[Mapping[str, str]] = []
    bfl.script += [fault(at="/sample")] * 2
    with pytest.raises(EngineBroken) as error:
        engine.draw(asked(keep_ticket=kept.append))
    assert not error.value.is_unpaid
    bfl.script += [fault(at="/sample")] * 2
    with pytest.raises(EngineBroken):
        engine.draw(asked(ticket=kept[0]))
    bfl.script.clear()
    assert engine.draw(asked(ticket=kept[0])).pixels.any()
    assert len(sent(bfl)) == 1


@pytest.mark.parametrize("how", ["unknown", "failed", "expired", "http 404"])
def test_a_ticket_for_nothing_is_paid_for_anew(bfl: Bfl, engine: BflEngine, how: str) -> None:
    ticket = {"id": "task-99", "polling_url": "", "cost": "x"}
    if how == "failed":
        engine.draw(asked())
        bfl.tasks["task-99"] = bfl.tasks.pop("task-1")
        bfl.tasks["task-99"].body["prompt"] = "fail"
    if how == "expired":
        ticket["id"] = "task-1"
        engine.draw(asked())
        bfl.script += [faults.answers(403, at="/sample")] * 2
    if how == "http 404":
        bfl.script.append(faults.answers(404, at="/get_result"))
    before, kept = len(sent(bfl)), []
    heard: list[float] = []
    result = engine.draw(
        asked(ticket=ticket, keep_ticket=kept.append), lambda share, step: heard.append(share)
    )
    assert result.pixels.shape == (192, 256, 3)
    assert len(sent(bfl)) - before == len(kept) == 1
    assert heard == sorted(heard)


def test_a_ticket_that_was_moderated_is_refused(bfl: Bfl, engine: BflEngine) -> None:
    with pytest.raises(EngineRefused):
        engine.draw(asked("blocked"))
    with pytest.raises(EngineRefused):
        engine.draw(asked("blocked", ticket={"id": "task-1"}))
    assert len(sent(bfl)) == 1


@pytest.mark.parametrize(
    ("cost", "micros"), [("1.4", 14_000), ("", None), ("x", None), ("-1", None), ("nan", None)]
)
def test_a_cost_is_in_credits(cost: str, micros: int | None) -> None:
    assert Task("1", "", cost).usd_micros == micros


def test_a_task_that_failed_is_told_and_a_new_one_may_do(bfl: Bfl, engine: BflEngine) -> None:
    kept: list[Mapping[str, str]] = []
    with pytest.raises(EngineBroken) as error:
        engine.draw(asked("fail once", keep_ticket=kept.append))
    assert (error.value.code, error.value.retryable, error.value.is_unpaid) == (
        "provider_failed",
        True,
        False,
    )
    assert engine.draw(asked("fail once", ticket=kept[0])).pixels.any()


# -- what goes wrong ----------------------------------------------------------------------------------------

TOLD = [
    (faults.answers(422, b'{"detail": [{"loc": ["body"], "msg": "no"}, 1]}'), EngineBroken, "provider_rejected",
     False, True),
    (faults.answers(200, b'{"polling_url": "x"}'), EngineBroken, "provider_broken_answer", True, False),
    (faults.answers(200, b'"' + b"x" * (2 << 20) + b'"'), EngineBroken, "provider_broken_answer", True, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "kind", "code", "retryable", "unpaid"), TOLD, ids=lambda v: getattr(v, "name", None)
)
def test_every_fault_of_the_submission_has_its_error(
    bfl: Bfl,
    engine: BflEngine,
    fault: Fault,
    kind: type[EngineError],
    code: str,
    retryable: bool,
    unpaid: bool,
) -> None:
    bfl.script.append(fault)
    with pytest.raises(EngineError) as error:
        engine.draw(asked())
    told = error.value
    assert type(told) is kind
    assert (told.code, told.retryable, told.is_unpaid) == (code, retryable, unpaid)
    assert engine.draw(asked()).pixels.any(), "it did not get over it"


def test_the_fake_itself_says_no_as_bfl_does(bfl: Bfl) -> None:
    told: list[tuple[str, bool]] = []
    for more in ({"api_key": "wrong"}, {"model": "flux-9"}, {"api_key": ""}, {"api_key": "鎖匙"}):
        with pytest.raises(EngineMisconfigured) as error:
            opened(bfl, **more).draw(asked())
        told.append((error.value.code, error.value.is_unpaid))
    bfl.credits = 1
    with pytest.raises(EngineMisconfigured) as error:
        opened(bfl).draw(asked())
    told.append((error.value.code, error.value.is_unpaid))
    codes = [
        "provider_wrong_key",
        "model_gone",
        "provider_key_missing",
        "provider_key_missing",
        "provider_no_credit",
    ]
    assert told == [(code, True) for code in codes]


@pytest.mark.parametrize("words", ["blocked", "held back"])
def test_what_is_moderated_is_refused(bfl: Bfl, engine: BflEngine, words: str) -> None:
    with pytest.raises(EngineRefused) as error:
        engine.draw(asked(words))
    assert (error.value.code, error.value.retryable, error.value.is_unpaid) == (
        "refused_safety",
        False,
        False,
    )


def test_a_picture_is_not_fetched_from_a_private_address(bfl: Bfl, engine: BflEngine) -> None:
    for to in ("http://10.0.0.1/", "https://192.168.0.1/x.png"):
        bfl.script.append(faults.redirect_private(to, at="/sample"))
        with pytest.raises(EngineBroken, match="provider_broken_answer"):
            engine.draw(asked())


@pytest.mark.parametrize("at", ["/flux-2", "/get_result", "/sample"])
def test_silence_ends_with_the_deadline_and_may_have_been_paid(bfl: Bfl, at: str) -> None:
    engine = opened(bfl, timeout=0.3)
    bfl.script += [faults.hang(at=at)] * 2
    began = time.monotonic()
    with pytest.raises(EngineBroken) as error:
        engine.draw(asked())
    assert time.monotonic() - began < 1.5
    assert (error.value.code, error.value.retryable, error.value.is_unpaid) == (
        "provider_timeout",
        True,
        False,
    )


@pytest.mark.parametrize("at", ["/flux-2", "/get_result", "/sample"])
def test_who_cancels_hangs_up_within_a_second(bfl: Bfl, engine: BflEngine, at: str) -> None:
    bfl.script.append(faults.hang(at=at))
    until = time.monotonic() + 0.1

    def stop(share: float, step: str) -> None:
        if time.monotonic() > until:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.draw(asked(), stop)
    cancelled = time.monotonic()
    while not bfl.gone and time.monotonic() - cancelled < 1:
        time.sleep(0.01)
    assert [at in path for path in bfl.gone] == [True]
    assert engine.draw(asked()).pixels.any()


def test_the_key_is_nowhere_to_be_seen(bfl: Bfl, engine: BflEngine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    words = f"what is {bfl.key} doing here".encode()
    seen = [repr(engine), repr(engine.config), str(engine.config), repr(engine.model)]
    for status in (400, 401, 402, 403, 404, 422, 429, 500, 503):
        bfl.script.append(faults.answers(status, b'{"detail": "%s"}' % words))
        with pytest.raises(EngineError) as error:
            engine.draw(asked())
        seen += [repr(error.value), error.value.zh, error.value.en, repr(error.value.__cause__)]
        again = pickle.loads(pickle.dumps(error.value))
        assert (again.code, again.is_unpaid) == (error.value.code, error.value.is_unpaid)
    ping = engine.ping()
    seen += [ping.zh, ping.en, repr(engine.draw(asked()).meta), caplog.text]
    assert "doing here" in caplog.text, "BFL's words are in the log"
    assert bfl.key not in "".join(seen)
    assert not any("doing here" in text for text in seen[:-1])


# -- the account, and webhooks ---------------------------------------------------------------------------------


def test_a_ping_says_whether_there_is_credit(bfl: Bfl, engine: BflEngine) -> None:
    assert engine.ping().is_well
    assert "1000" in engine.ping().en
    bfl.credits = 0
    assert not engine.ping().is_well
    for fault in (
        faults.answers(401),
        faults.html_error(200),
        faults.answers(200, b"{}"),
        faults.server_error(),
    ):
        bfl.script.append(fault)
        ping = engine.ping()
        assert not ping.is_well
        assert ping.zh
    assert not opened(bfl, base_url=nobody()).ping().is_well
    assert not opened(bfl, api_key="").ping().is_well


def test_an_address_may_end_as_people_write_it(bfl: Bfl) -> None:
    for ending in ("", "/", "/v1", "/v1/"):
        assert opened(bfl, base_url=bfl.base_url + ending).ping().is_well
    assert BflConfig(base_url=" ").url == "https://api.bfl.ai"


class Ear(Upstream):
    """The page that BFL calls; web's part in a few lines."""

    secret = ""

    def answer(self, asked: Asked) -> Answer:
        signature = asked.headers.get(bfl_hooks.SIGNED_BY.lower(), "")
        if not bfl_hooks.verify_webhook(asked.body, signature, self.secret):
            return json_answer({}, 403)
        return json_answer({"heard": bfl_hooks.hear(bfl_hooks.answered(asked.body))})


def test_a_webhook_ends_the_wait(bfl: Bfl) -> None:
    with Ear() as ear:
        engine = opened(bfl, webhook_url=f"{ear.base_url}/hooks/bfl", poll_seconds=5.0)
        ear.secret = engine.config.webhook_secret
        bfl.seconds = 0.2
        began = time.monotonic()
        engine.draw(asked())
        assert time.monotonic() - began < 2
        assert len(polls(bfl)) == 2
        assert sent(bfl)[0]["webhook_secret"] == ear.secret != bfl.key


def test_without_its_webhook_the_asking_goes_on(bfl: Bfl) -> None:
    engine = opened(bfl, webhook_url="http://127.0.0.1:9/")
    bfl.calls_back = False
    assert engine.draw(asked()).pixels.any()
    assert not bfl_hooks.hear("task-1"), "nobody waits for it any more"


def test_only_bfl_can_sign() -> None:
    body = b'{"id": "task-1", "status": "Ready"}'
    good = "b5c6c9b1f3b8ab20e9a4bf5ab0ed0ff9"
    signature = hmac.new(good.encode(), body, hashlib.sha256).hexdigest()
    assert bfl_hooks.verify_webhook(body, f"sha256={signature}", good)
    assert bfl_hooks.verify_webhook(body, signature.upper(), good)
    for told in ("", "sha256=", f"sha256={signature[:-1]}0", "sha256=é\udcff", f"sha1={signature}"):
        assert not bfl_hooks.verify_webhook(body, told, good)
    assert not bfl_hooks.verify_webhook(body + b" ", signature, good)
    assert not bfl_hooks.verify_webhook(body, hmac.new(b"", body, hashlib.sha256).hexdigest(), "")


@pytest.mark.parametrize(
    ("body", "task"),
    [(b'{"id": "1"}', "1"), (b'{"task_id": "2"}', "2"), (b'{"id": 3}', ""), (b"[]", ""), (b"\xff", ""), (b"", ""),
     (b"[" * 100_000, "")],
)  # fmt: skip
def test_a_webhook_speaks_of_a_task_or_of_none(body: bytes, task: str) -> None:
    assert bfl_hooks.answered(body) == task

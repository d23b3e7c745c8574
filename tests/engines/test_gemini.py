"""Gemini, against a strict stand-in on a real socket and against the types of Google's own client."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import logging
import re
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator

import httpx2
import numpy as np
import pytest
from google import genai
from google.genai import types
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.upstreams import faults
from tests.upstreams.gemini import Gemini, envelope, exhausted
from tests.upstreams.server import Answer, json_answer, nobody
from waa.engines import gemini, gemini_answer, gemini_models
from waa.engines.base import (
    BeyondCapabilities,
    Cancelled,
    EngineBroken,
    EngineBusy,
    EngineError,
    EngineMisconfigured,
    EngineRefused,
    PictureRequest,
    PictureResult,
)
from waa.engines.gemini import GeminiConfig, GeminiEngine
from waa.words.scene import Scene

PRO, FLASH, LITE, OLD = (model.id for model in GeminiEngine.models)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def google() -> Iterator[Gemini]:
    with Gemini() as upstream:
        yield upstream


@pytest.fixture
def engines(google: Gemini) -> Iterator[type[Engines]]:
    Engines.upstream, Engines.opened = google, []
    yield Engines
    for engine in Engines.opened:
        engine.close()


class Engines:
    """Opens engines on the stand-in, and closes them afterwards."""

    upstream: Gemini
    opened: list[GeminiEngine]

    @classmethod
    def open(cls, model: str = FLASH, **more: object) -> GeminiEngine:
        settings = {"api_key": cls.upstream.key, "base_url": cls.upstream.base_url, "model": model, **more}
        engine = GeminiEngine(GeminiConfig(**settings))  # type: ignore[arg-type]
        cls.opened.append(engine)
        return engine


def asked(words: str = "一隻貓", **more: object) -> PictureRequest:
    settings = {"width": 1024, "height": 1024, "seed": 7, **more}
    return PictureRequest(prompt=words, scene=Scene(words=words), **settings)  # type: ignore[arg-type]


def plain(colour: tuple[int, int, int], side: int = 40) -> np.ndarray:
    return np.full((side, side, 3), colour, np.uint8)


def trouble(engine: GeminiEngine, words: str = "a cat") -> EngineError:
    with pytest.raises(EngineError) as raised:
        engine.draw(asked(words))
    error = raised.value
    assert CHINESE.search(error.zh)
    assert not CHINESE.search(error.en)
    return error


# What is sent


def test_googles_own_types_accept_what_is_sent(google: Gemini, engines: type[Engines]) -> None:
    engine = engines.open(thinking="high", safety="BLOCK_ONLY_HIGH")
    engine.draw(
        asked("畫一隻貓", reference_images=(plain((200, 0, 0)),), width=768, height=1344, seed=2**40 + 5)
    )
    (request,) = google.asked_for(":generateContent")
    sent = request.json
    turns = [types.Content.model_validate(turn) for turn in sent["contents"]]
    config = types.GenerateContentConfig.model_validate(
        {**sent["generationConfig"], "safetySettings": sent["safetySettings"]}
    )
    assert request.path == f"/v1/models/{FLASH}:generateContent"
    assert [turn.role for turn in turns] == ["user"]
    text, picture = turns[0].parts or ()
    assert text.text == "畫一隻貓"
    assert picture.inline_data is not None
    assert picture.inline_data.mime_type == "image/jpeg"
    assert config.image_config == types.ImageConfig(aspect_ratio="9:16", image_size="1K")
    assert config.thinking_config is not None
    assert config.thinking_config.thinking_level == types.ThinkingLevel.HIGH
    assert config.seed == 5
    assert {setting.threshold for setting in config.safety_settings or ()} == {"BLOCK_ONLY_HIGH"}
    assert set(sent) == {"contents", "generationConfig", "safetySettings"}


@pytest.mark.parametrize(
    ("model", "width", "height", "image"),
    [
        (PRO, 1024, 1024, {"aspectRatio": "1:1", "imageSize": "1K"}),
        (PRO, 1344, 768, {"aspectRatio": "16:9", "imageSize": "1K"}),
        (PRO, 1184, 896, {"aspectRatio": "4:3", "imageSize": "1K"}),
        (PRO, 512, 2048, {"aspectRatio": "9:16", "imageSize": "1K"}),
        (FLASH, 512, 2048, {"aspectRatio": "1:4", "imageSize": "1K"}),
        (FLASH, 2048, 256, {"aspectRatio": "8:1", "imageSize": "1K"}),
        (PRO, 2048, 1536, {"aspectRatio": "4:3", "imageSize": "2K"}),
        (PRO, 1500, 1500, {"aspectRatio": "1:1", "imageSize": "2K"}),
        (PRO, 4096, 4096, {"aspectRatio": "1:1", "imageSize": "4K"}),
        (LITE, 1024, 1024, {"aspectRatio": "1:1"}),
        (OLD, 896, 1184, {"aspectRatio": "3:4"}),
    ],
)
def test_the_nearest_ratio_and_size_are_asked_for(
    google: Gemini, engines: type[Engines], model: str, width: int, height: int, image: dict[str, str]
) -> None:
    google.script.append(json_answer({"promptFeedback": {"blockReason": "OTHER"}}))  # paints nothing: quick
    with pytest.raises(EngineRefused):
        engines.open(model).draw(asked(width=width, height=height))
    assert google.requests[0].json["generationConfig"]["imageConfig"] == image


def test_only_a_model_that_can_be_told_how_hard_to_think_is_told(
    google: Gemini, engines: type[Engines]
) -> None:
    for model in (PRO, FLASH):
        engines.open(model, thinking="minimal").draw(asked("blue"))
    pro, flash = (request.json["generationConfig"] for request in google.requests)
    assert "thinkingConfig" not in pro
    assert flash["thinkingConfig"] == {"thinking_level": "MINIMAL"}


def test_fourteen_references_go_in_their_order(google: Gemini, engines: type[Engines]) -> None:
    colours = [(17 * n, 255 - 17 * n, 60) for n in range(14)]
    engines.open(PRO).draw(asked("put all together", reference_images=tuple(plain(c) for c in colours)))
    parts = google.requests[0].json["contents"][0]["parts"]
    assert list(parts[0]) == ["text"]
    for part, colour in zip(parts[1:], colours, strict=True):
        data = base64.urlsafe_b64decode(part["inlineData"]["data"])
        mean = np.asarray(Image.open(io.BytesIO(data))).mean((0, 1))
        assert np.abs(mean - colour).max() < 4


def test_more_references_than_a_model_takes_never_leave(google: Gemini, engines: type[Engines]) -> None:
    with pytest.raises(BeyondCapabilities) as refusal:
        engines.open(OLD).draw(asked(reference_images=(plain((9, 9, 9)),) * 4))
    assert refusal.value.code == "too_many_references"
    assert not google.requests


def test_large_references_are_shrunk_until_they_fit_into_one_request() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (1400, 1600, 3), np.uint8)
    files = gemini.encoded((noise,) * 6, lambda share, step, preview=None: None)
    assert sum(map(len, files)) * 4 / 3 < 20 * 2**20
    assert {Image.open(io.BytesIO(file)).size for file in files} == {(1024, 896)}
    assert len(gemini.encoded((noise[:40],) * 6, lambda *told: None)) == 6


def test_without_words_nothing_is_sent(google: Gemini, engines: type[Engines]) -> None:
    with pytest.raises(BeyondCapabilities):
        engines.open().draw(asked("  \n"))
    assert not google.requests


def test_masks_are_refused_before_anything_is_sent(google: Gemini, engines: type[Engines]) -> None:
    with pytest.raises(BeyondCapabilities):
        engines.open().draw(asked(reference_images=(plain((9, 9, 9)),), mask_image=plain((9, 9, 9))[..., 0]))
    assert not google.requests


# What comes back


def test_the_picture_and_not_the_sketches_of_a_thinking_model(engines: type[Engines]) -> None:
    result = engines.open(PRO).draw(asked("a ferry", width=1344, height=768))
    assert result.pixels.shape == (768, 1376, 3)
    assert (result.engine, result.version, result.prompt_used) == ("gemini", PRO, "a ferry")
    assert result.notes == ()
    assert result.meta["ratio"] == "16:9"
    assert result.meta["modelVersion"] == PRO
    assert result.meta["usageMetadata"]["thoughtsTokenCount"] == 100


def test_of_several_candidates_the_first_picture(engines: type[Engines]) -> None:
    assert engines.open().draw(asked("two pictures")).pixels.shape == (1024, 1024, 3)


def test_the_same_seed_gives_the_same_picture(engines: type[Engines]) -> None:
    engine = engines.open()
    one, again, other = (engine.draw(asked(seed=seed)).pixels for seed in (7, 7, 8))
    assert (one == again).all()
    assert (one != other).any()


def test_a_drifted_ratio_and_another_size_are_said(engines: type[Engines]) -> None:
    engine = engines.open()
    (drifted,) = engine.draw(asked("wrong ratio", width=1344, height=768)).notes
    assert "1344×768" in drifted[0]
    assert "768×1376" in drifted[1]
    (smaller,) = engine.draw(asked("wrong size")).notes
    assert "512" in smaller[0]
    assert CHINESE.search(smaller[0])
    (long,) = engines.open(PRO).draw(asked(width=512, height=2048)).notes
    assert "512×2048" in long[1]


@pytest.mark.parametrize("kind", ["jpeg", "webp"])
def test_what_a_file_is_its_bytes_say(google: Gemini, engines: type[Engines], kind: str) -> None:
    google.script.append(faults.wrong_type(kind))
    assert engines.open().draw(asked()).pixels.shape == (48, 64, 3)


def test_the_cost_is_counted_by_tokens(engines: type[Engines]) -> None:
    result = engines.open(PRO).draw(asked("cat"))
    assert result.cost_usd_micros == 2 * 2 + 120 * 12 + 1120 * 120
    assert engines.open(FLASH).draw(asked("cat")).cost_usd_micros == pytest.approx(33_600, rel=0.01)


@pytest.mark.parametrize(
    ("answer", "rates", "cost"),
    [
        ({}, (1.0, 1.0, 1.0), None),
        ({"usageMetadata": {"promptTokenCount": 5}}, (1.0, 1.0, 1.0), None),
        ({"usageMetadata": ["?"]}, (1.0, 1.0, 1.0), None),
        (
            {"usageMetadata": {"candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 10}]}},
            None,
            None,
        ),
        (
            {"usageMetadata": {"candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 10}]}},
            (1.0, 2.0, 3.0),
            30,
        ),
    ],
)
def test_no_cost_is_made_up(answer: dict, rates: gemini_answer.Rates | None, cost: int | None) -> None:
    assert gemini_answer.cost_of(answer, rates) == cost


@pytest.mark.parametrize(
    ("model", "side", "price"),
    [(PRO, 1024, 134_000), (PRO, 4096, 240_000), (FLASH, 2048, 50_400), (FLASH, 4096, 113_400), (LITE, 900, 33_600)],
)  # fmt: skip
def test_larger_pictures_cost_what_google_asks(model: str, side: int, price: int) -> None:
    facts = gemini_models.facts_of(model)
    assert facts.prices[facts.shape(side, side)[1]] == price


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("blocked", "refused_prohibited"),
        ("blocked for SAFETY", "refused_safety"),
        ("blocked for IMAGE_SAFETY", "refused_safety"),
        ("blocked for JAILBREAK", "refused_prohibited"),
        ("blocked for OTHER", "refused_other"),
        ("blocked for A_REASON_FROM_2031", "refused_other"),
        ("ends with IMAGE_SAFETY", "refused_safety"),
        ("ends with IMAGE_PROHIBITED_CONTENT", "refused_prohibited"),
        ("ends with IMAGE_RECITATION", "refused_recitation"),
        ("ends with SPII", "refused_personal"),
        ("ends with LANGUAGE", "refused_language"),
        ("ends with VIDEO_SAFETY_OF_2031", "refused_safety"),
        ("only words", "answered_in_words"),
    ],
)
def test_what_gemini_will_not_paint_is_told_apart(engines: type[Engines], words: str, code: str) -> None:
    error = trouble(engines.open(), words)
    assert isinstance(error, EngineRefused)
    assert error.code == code
    assert not error.retryable
    assert "2031" not in error.en


@pytest.mark.parametrize(
    "ending", ["MAX_TOKENS", "OTHER", "IMAGE_OTHER", "NO_IMAGE", "MALFORMED_RESPONSE", "NEW_IN_2031", "STOP"]
)
def test_an_end_without_a_picture_may_be_another_one_the_next_time(
    engines: type[Engines], ending: str
) -> None:
    error = trouble(engines.open(), f"ends with {ending}")
    assert isinstance(error, EngineBroken)
    assert (error.code, error.retryable, error.is_unpaid) == ("provider_no_picture", True, False)


def test_an_account_that_google_limited_is_the_operators_matter(engines: type[Engines]) -> None:
    error = trouble(engines.open(), "ends with PUP_LIMITED_DISABLED")
    assert isinstance(error, EngineMisconfigured)


def test_the_models_own_words_go_to_the_log_alone(
    engines: type[Engines], caplog: pytest.LogCaptureFixture
) -> None:
    error = trouble(engines.open(), "only words")
    assert "tell you about that" in caplog.text
    assert "tell you" not in error.en + str(error)


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {},
        {"candidates": None},
        {"candidates": [None, {"content": None}, {"content": {"parts": [None, {"inlineData": 3}]}}]},
        {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "audio/wav", "data": "AAAA"}}]}}]},
        {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": "?!"}}]}}]},
        {"candidates": [{"content": {"parts": [{"inlineData": {"data": "AAAA"}}]}}]},
    ],
)
def test_answers_of_any_shape_are_errors_with_a_code(
    google: Gemini, engines: type[Engines], answer: object
) -> None:
    google.script.append(json_answer(answer))
    assert isinstance(trouble(engines.open()), EngineBroken)


NAMES = st.sampled_from(
    "candidates content parts text thought inlineData data mimeType finishReason promptFeedback blockReason "
    "usageMetadata candidatesTokensDetails modality tokenCount error details status message reason retryDelay "
    "violations quotaValue".split()
)
ANYTHING = st.recursive(
    st.none()
    | st.integers()
    | st.text(max_size=9)
    | st.sampled_from(["STOP", "IMAGE", "SAFETY", "AAAA", "3s"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
)


@given(st.dictionaries(NAMES, ANYTHING))
def test_whatever_google_says_is_a_picture_or_an_error_of_ours(answer: dict) -> None:
    gemini_answer.cost_of(answer, (1.0, 1.0, 1.0))
    with contextlib.suppress(EngineError):
        assert isinstance(gemini_answer.picture_of(answer), bytes)


@given(st.integers(300, 599), ANYTHING)
def test_whatever_google_refuses_with_is_an_error_of_ours(code: int, details: object) -> None:
    error = gemini_answer.error_of(code, details, {}, model="m")
    assert CHINESE.search(error.zh)
    assert not CHINESE.search(error.en)
    assert not (error.is_unpaid and code == 500)


# What goes wrong


@pytest.mark.parametrize(
    ("fault", "kind", "code", "retryable", "unpaid", "after"),
    [
        (exhausted("37s"), EngineBusy, "provider_busy", True, True, 37.0),
        (exhausted("0.5s"), EngineBusy, "provider_busy", True, True, 0.5),
        (exhausted("1s", "Quota exceeded, limit: 0, model: x"), EngineMisconfigured, "provider_no_credit",
         False, True, None),
        (envelope(429, "RESOURCE_EXHAUSTED", "Quota", {"violations": [{"quotaValue": "0"}]}),
         EngineMisconfigured, "provider_no_credit", False, True, None),
        (envelope(400, "FAILED_PRECONDITION", "User location is not supported for the API use."),
         EngineMisconfigured, "provider_region", False, True, None),
        (envelope(400, "INVALID_ARGUMENT", "No."), EngineBroken, "provider_rejected", False, True, None),
        (envelope(504, "DEADLINE_EXCEEDED", "Slow."), EngineBroken, "provider_failed", True, False, None),
        (Answer(429, b"[1, 2]"), EngineBusy, "provider_busy", True, True, None),
        (Answer(500, b"\xff\xfe\x00"), EngineBroken, "provider_broken_answer", True, False, None),
    ],
    ids=lambda value: getattr(value, "name", "") or str(getattr(value, "status", value))[:24],
)  # fmt: skip
def test_googles_own_errors_are_told_apart(
    google: Gemini,
    engines: type[Engines],
    fault: Answer,
    kind: type[EngineError],
    code: str,
    retryable: bool,
    unpaid: bool,
    after: float | None,
) -> None:
    google.script.append(fault)
    error = trouble(engines.open())
    assert type(error) is kind
    assert (error.code, error.retryable, error.is_unpaid) == (code, retryable, unpaid)
    assert error.retry_after == after
    assert len(google.requests) == 1, "a paid request was tried twice"


def test_settings_that_google_does_not_know_are_the_operators_matter(engines: type[Engines]) -> None:
    for wrong in ({"safety": "lots"}, {"thinking": "very"}):
        with pytest.raises(EngineMisconfigured) as raised:
            engines.open(**wrong)
        assert raised.value.code == "config_invalid"


def test_a_model_that_nobody_listed_is_tried_as_it_is(google: Gemini, engines: type[Engines]) -> None:
    engine = engines.open("models/gemini-4-image")
    assert engine.version == "gemini-4-image"
    assert engine.capabilities.max_references == 14
    assert trouble(engine).code == "model_gone"
    assert google.requests[0].path.endswith("/models/gemini-4-image:generateContent")


# Progress, cancelling, many at once


def test_progress_grows_and_names_its_steps(google: Gemini, engines: type[Engines]) -> None:
    heard: list[tuple[float, str]] = []
    google.script.append(faults.slow(0.6))
    noise = np.random.default_rng(0).integers(0, 255, (900, 900, 3), np.uint8)
    engines.open().draw(
        asked(reference_images=(noise,)), lambda share, step, preview=None: heard.append((share, step))
    )
    shares, steps = [share for share, _ in heard], [step for _, step in heard]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert list(dict.fromkeys(steps)) == ["prepare", "wait", "receive", "read", "done"]
    assert steps.count("wait") > 1


def test_who_cancels_closes_the_connection(google: Gemini, engines: type[Engines]) -> None:
    google.script.append(faults.hang())
    engine = engines.open()

    def stop(share: float, step: str, preview: object = None) -> None:
        if step == "wait" and google.requests:
            raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        engine.draw(asked(), stop)
    assert time.monotonic() - began < 1.5
    until = time.monotonic() + 2
    while not google.gone and time.monotonic() < until:
        time.sleep(0.01)
    assert google.gone == [f"/v1/models/{FLASH}:generateContent"]
    assert engine.draw(asked()).pixels.size


def test_a_large_answer_waits_until_there_is_room(google: Gemini, engines: type[Engines]) -> None:
    """Also where Google says no length: it answers in chunks."""
    noise = np.random.default_rng(0).integers(0, 255, (300, 300, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(noise).save(out, "PNG")
    part = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(out.getvalue()).decode()}}
    body = json.dumps({"candidates": [{"content": {"parts": [part]}}]}).encode()
    google.script.append(Answer(200, pieces=[body[:9000], body[9000:]]))
    waited: list[str] = []
    result = engines.open().draw(asked(), lambda share, step, preview=None: waited.append(step))
    assert "receive" in waited
    assert (result.pixels == noise).all()


def test_many_at_once_share_one_engine(google: Gemini, engines: type[Engines]) -> None:
    google.latency = 0.3
    engine, done = engines.open(), {}
    threads = [
        threading.Thread(
            target=lambda n=n: done.update({n: engine.draw(asked(f"cat {n}", width=512, height=512))})
        )
        for n in range(12)
    ]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - began < 3
    results: list[PictureResult] = list(done.values())
    assert len({result.pixels.tobytes() for result in results}) == 12


def test_it_can_be_closed_twice_and_opens_again(engines: type[Engines]) -> None:
    engine = engines.open()
    engine.close()
    engine.draw(asked())
    engine.close()
    engine.close()
    assert engine.draw(asked()).pixels.size


# The key, the account


def test_the_key_is_shown_nowhere(
    google: Gemini, engines: type[Engines], caplog: pytest.LogCaptureFixture
) -> None:
    """Google's own sentence about a wrong key repeats it."""
    key = "AIza-a-key-that-is-wrong"
    caplog.set_level(logging.DEBUG)
    engine = engines.open(api_key=key)
    said = [repr(engine), repr(engine._config)]
    for fault in (None, faults.hang(), faults.cut_body(), faults.invalid_json()):
        if fault is not None:
            google.script.append(fault)
        broken = engines.open(api_key=key, timeout=0.3)
        with pytest.raises(EngineError) as raised:
            broken.draw(asked())
        said += traceback.format_exception(raised.value)
        link: BaseException | None = raised.value
        while link is not None:
            said += [str(link), repr(link), repr(vars(link))]
            link = link.__cause__ or link.__context__
    said.append(repr(engine.ping()))
    assert google.requests[0].headers["x-goog-api-key"] == key
    assert "[key]" in caplog.text, "Google's own sentence is in the log, without the key"
    for text in [*said, caplog.text]:
        assert key not in text


def test_a_ping_knows_a_good_account_and_a_dead_model(google: Gemini, engines: type[Engines]) -> None:
    well = engines.open(PRO).ping()
    assert well.is_well
    assert well.models is not None
    assert {PRO, FLASH} <= well.models
    dead = engines.open("gemini-3.1-flash-image").ping()
    assert not dead.is_well
    assert "gemini-3.1-flash-image" in dead.zh
    assert "gemini-3.1-flash-image" in dead.en
    assert not engines.open("gemini-embedding-2").ping().is_well, "it is there, but paints nothing"
    assert {request.method for request in google.requests} == {"GET"}


def test_a_ping_never_raises(google: Gemini, engines: type[Engines]) -> None:
    assert not engines.open(api_key="wrong").ping().is_well
    assert not engines.open(base_url=nobody()).ping().is_well
    for fault in (faults.html_error(), faults.invalid_json(), faults.server_error(), faults.cut_body()):
        google.script.append(fault)
        told = engines.open().ping()
        assert not told.is_well
        assert CHINESE.search(told.zh)


def test_its_import_is_light() -> None:
    """Google's client takes most of a second; who does not use it does not wait for it."""
    code = "import sys, waa.engines.gemini; sys.exit('google.genai' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# The stand-in, judged by Google's own client


def test_googles_client_finds_nothing_odd_about_the_stand_in(google: Gemini) -> None:
    with genai.Client(api_key=google.key, http_options=types.HttpOptions(base_url=google.base_url)) as client:
        answer = client.models.generate_content(model=PRO, contents="a cat")
        parts = answer.parts or []
        assert [bool(part.thought) for part in parts] == [True, True, False, False]
        assert parts[-1].inline_data is not None
        assert Image.open(io.BytesIO(parts[-1].inline_data.data or b"")).size == (1024, 1024)
        assert answer.usage_metadata is not None
        assert answer.usage_metadata.candidates_token_count == 1140
        assert answer.candidates is not None
        assert answer.candidates[0].finish_reason == types.FinishReason.STOP
        blocked = client.models.generate_content(model=PRO, contents="blocked for SAFETY")
        assert blocked.prompt_feedback is not None
        assert blocked.prompt_feedback.block_reason == types.BlockedReason.SAFETY
        assert PRO in {
            str(m.name).removeprefix("models/") for m in client.models.list(config={"page_size": 2})
        }


def test_a_conversation_of_googles_client_carries_its_thoughts_signatures(google: Gemini) -> None:
    options = types.HttpOptions(base_url=google.base_url, api_version="v1beta")
    with genai.Client(api_key=google.key, http_options=options) as client:
        chat = client.chats.create(model=FLASH)
        chat.send_message("a cat")
        chat.send_message("now blue")
    turns = google.requests[-1].json["contents"]
    assert [turn["role"] for turn in turns] == ["user", "model", "user"]
    del turns[1]["parts"][0]["thoughtSignature"]
    refused = _posted(google, {"contents": turns}, model=FLASH)
    assert refused.status_code == 400
    assert "thought_signature in content position 2, part position 1" in refused.json()["error"]["message"]


def _posted(google: Gemini, body: object, model: str = PRO, **headers: str) -> httpx2.Response:
    named = {"x-goog-api-key": google.key, **{name.replace("_", "-"): text for name, text in headers.items()}}
    return httpx2.post(f"{google.base_url}/v1beta/models/{model}:generateContent", json=body, headers=named)


DOT = base64.b64encode(faults.wrong_type("jpeg").picture or b"").decode()


@pytest.mark.parametrize(
    ("model", "parts", "settings"),
    [
        (PRO, [{"text": "x"}], {"imageConfig": {"aspectRatio": "1:4"}}),
        (PRO, [{"text": "x"}], {"imageConfig": {"imageSize": "1k"}}),
        (OLD, [{"text": "x"}], {"imageConfig": {"imageSize": "1K"}}),
        (PRO, [{"text": "x"}], {"imageConfig": {"outputMimeType": "image/png"}}),
        (PRO, [{"text": "x"}], {"thinkingConfig": {"thinkingLevel": "HIGH"}}),
        (PRO, [{"text": "x"}], {"seed": 2**31}),
        (PRO, [{"text": "x"}], {"steps": 4}),
        (PRO, [{"text": ""}], {}),
        (PRO, [], {}),
        (PRO, [{"text": "x"}, {"inlineData": {"data": DOT}}], {}),
        (PRO, [{"text": "x"}, {"inlineData": {"mimeType": "image/jpeg", "data": "AAAA"}}], {}),
        (OLD, [{"text": "x"}, *[{"inline_data": {"mime_type": "image/jpeg", "data": DOT}}] * 4], {}),
        (PRO, [{"text": "x", "inlineData": {"mimeType": "image/jpeg", "data": DOT}}], {}),
    ],
)
def test_the_stand_in_is_strict(google: Gemini, model: str, parts: list, settings: dict) -> None:
    answer = _posted(google, {"contents": [{"parts": parts}], "generationConfig": settings}, model)
    assert answer.status_code == 400
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"


def test_the_stand_in_wants_its_key_and_json(google: Gemini) -> None:
    body = {"contents": [{"parts": [{"text": "x"}]}]}
    wrong = _posted(google, body, x_goog_api_key="k")
    assert wrong.json()["error"]["details"][0]["reason"] == "API_KEY_INVALID"
    assert httpx2.get(f"{google.base_url}/v1/models").status_code == 403
    assert _posted(google, body, content_type="text/plain").status_code == 415
    assert _posted(google, body, model="gone").status_code == 404
    assert _posted(google, body, model=FLASH).status_code == 200

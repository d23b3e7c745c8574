"""The openai_images engine against its fake: what it sends, what it makes of the answers, and each server's habits."""

from __future__ import annotations

import base64
import datetime as dt
import io
import logging
import threading
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import openai
import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openai import types
from PIL import Image

from tests.upstreams import faults, painting
from tests.upstreams.openai import OpenAIServer
from tests.upstreams.server import Answer, json_answer, nobody
from waa.engines import openai_dialects as dialects
from waa.engines import openai_pictures
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
from waa.engines.openai_images import OpenAIImagesConfig, OpenAIImagesEngine
from waa.lib import images
from waa.upstreams import given as accounts
from waa.words.scene import Scene

SELF_HOSTED = ("sglang", "vllm-omni", "localai")


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as openai_server:
        yield openai_server


@pytest.fixture(scope="module")
def always() -> Iterator[OpenAIServer]:
    with OpenAIServer() as openai_server:
        yield openai_server


@pytest.fixture
def engine(server: OpenAIServer) -> Iterator[OpenAIImagesEngine]:
    opened = engine_for(server)
    yield opened
    opened.close()


def engine_for(server: OpenAIServer, **more: Any) -> OpenAIImagesEngine:
    told = {"base_url": server.base_url, "api_key": server.key, **more}
    if server.dialect != "openai":
        told = {"model": server.models[0], "server": server.dialect, **told}
    return OpenAIImagesEngine(OpenAIImagesConfig(**told))


def asked(prompt: str = "一隻貓", *, width: int = 1024, height: int = 768, **more: Any) -> PictureRequest:
    return PictureRequest(prompt=prompt, scene=Scene(), width=width, height=height, seed=7, **more)


def a_photo(width: int = 160, height: int = 96, seed: int = 0) -> Pixels:
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)


def a_mask(width: int = 160, height: int = 96) -> Pixels:
    mask = np.zeros((height, width), np.uint8)
    mask[20:60, 30:90] = 255
    return mask


# -- what is sent ----------------------------------------------------------------------------------------


def names_of(params: Any) -> set[str]:
    return {name for one in params.__args__ for name in one.__annotations__ | one.__mro__[0].__annotations__}


@pytest.mark.parametrize("previews", [0, 2])
def test_openais_own_types_take_what_is_sent(server: OpenAIServer, previews: int) -> None:
    engine = engine_for(server, previews=previews)
    engine.draw(asked(person="visitor-9"))
    sent = server.requests[-1].json
    streaming = types.image_generate_params.ImageGenerateParamsStreaming
    plain = types.image_generate_params.ImageGenerateParamsNonStreaming
    wanted = streaming if previews else plain
    assert pydantic.TypeAdapter(wanted).validate_python(sent, strict=True) == sent, "a field they do not know"
    assert sent["size"] == "1024x768"
    assert (sent.get("stream"), sent.get("partial_images")) == ((True, 2) if previews else (None, None))
    assert "response_format" not in sent, "GPT image models answer with an error to it"
    assert "visitor-9" not in str(sent)
    assert len(sent["safety_identifier"]) == 64
    engine.close()


def test_openais_own_types_take_the_fields_of_an_edit(
    engine: OpenAIImagesEngine, server: OpenAIServer
) -> None:
    engine.draw(asked("戴帽", reference_images=(a_photo(),), mask_image=a_mask()))
    arrived = server.requests[-1]
    known = types.image_edit_params.ImageEditParamsStreaming.__annotations__
    known = known | types.image_edit_params.ImageEditParamsBase.__annotations__
    assert {*arrived.fields, *(f.name.removesuffix("[]") for f in arrived.files)} <= set(known)
    assert arrived.path == "/v1/images/edits"


def test_nobody_is_named_where_nobody_is_told(engine: OpenAIImagesEngine, server: OpenAIServer) -> None:
    engine.draw(asked())
    assert "safety_identifier" not in server.requests[-1].json


def test_references_arrive_in_their_order_without_a_scratch(
    engine: OpenAIImagesEngine, server: OpenAIServer
) -> None:
    photos = tuple(a_photo(seed=n) for n in range(4))
    engine.draw(asked("將第二張相嘅狗放喺第一張", reference_images=photos))
    arrived = server.requests[-1].files
    assert [part.name for part in arrived] == ["image[]"] * 4
    for part, photo in zip(arrived, photos, strict=True):
        assert part.content_type == "image/png"
        assert (painting.decoded(part.data) == photo).all()


def test_a_large_reference_goes_as_jpeg_unless_it_is_masked() -> None:
    large = np.full((1600, 1600, 3), 90, np.uint8)
    request = asked(reference_images=(large,))
    assert openai_pictures.photo(large, 1, request)[1][2] == "image/jpeg"
    masked = asked(reference_images=(large,), mask_image=large[..., 0])
    assert openai_pictures.photo(large, 1, masked)[1][2] == "image/png"


def test_a_mask_is_see_through_where_the_picture_may_change(
    engine: OpenAIImagesEngine, server: OpenAIServer
) -> None:
    mask = a_mask()
    photo = a_photo(1024, 768)
    large = np.asarray(Image.fromarray(mask).resize((1024, 768), Image.Resampling.NEAREST))
    result = engine.draw(asked("紅色", reference_images=(photo,), mask_image=mask))
    part = next(part for part in server.requests[-1].files if part.name == "mask")
    sent = Image.open(io.BytesIO(part.data))
    assert (sent.mode, sent.size) == ("RGBA", (1024, 768)), "the size of the first reference"
    assert (np.asarray(sent.getchannel("A")) == 255 - large).all()
    assert (result.pixels[large == 0] == photo[large == 0]).all()
    assert (result.pixels[large == 255] != photo[large == 255]).any()


@settings(deadline=None)  # others may be at work here
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1), st.booleans())
def test_a_mask_of_the_right_size_is_exact(width: int, height: int, seed: int, alpha: bool) -> None:
    mask = np.random.default_rng(seed).choice(np.array([0, 255], np.uint8), (height, width))
    data = openai_pictures.mask_file(mask, (width, height), alpha=alpha)
    read = painting.mask_of_alpha(data) if alpha else painting.mask_of_light(data)
    assert (read == mask).all()


# -- what comes back ---------------------------------------------------------------------------------------


def test_previews_come_in_order_and_grow_finer(server: OpenAIServer) -> None:
    server.pause = 0.15
    engine = engine_for(server, previews=3)
    heard: list[tuple[float, str, Any]] = []
    result = engine.draw(asked(), lambda share, step, preview=None: heard.append((share, step, preview)))
    shares = [share for share, _, _ in heard]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    previews = [preview for _, step, preview in heard if step == "preview"]
    assert len(previews) == 3
    assert all(preview.shape == (240, 320, 3) for preview in previews)
    small = images.thumbnail(result.pixels, 320).astype(int)
    drift = [float(np.abs(preview - small).mean()) for preview in previews]
    assert drift == sorted(drift, reverse=True)
    engine.close()


def test_what_it_cost_is_reckoned_from_the_tokens(engine: OpenAIImagesEngine, server: OpenAIServer) -> None:
    result = engine.draw(asked("abcdefghi"))
    assert result.cost_usd_micros == 30 * (1056 + 2 * 100) + 5 * 3
    result = engine.draw(asked("abcdefghi", reference_images=(a_photo(), a_photo())))
    assert result.cost_usd_micros == 30 * 1256 + 8 * 3000 + 5 * 3
    assert (result.engine, result.version) == ("openai_images", "gpt-image-2.6-sunburst")


@pytest.mark.parametrize(
    "usage", [None, "much", {}, {"output_tokens": "9"}, {"output_tokens": True, "input_tokens_details": 3}]
)
def test_usage_that_is_not_told_costs_nobody_knows_what(usage: object) -> None:
    assert openai_pictures.cost_of(usage) is None


def plain(**entry: Any) -> Answer:
    return json_answer({"created": 1, "data": [entry]})


def a_picture(width: int = 1024, height: int = 768) -> str:
    return base64.b64encode(painting.encoded(a_photo(width, height))).decode()


def test_a_revised_prompt_is_the_one_that_was_used(engine: OpenAIImagesEngine, server: OpenAIServer) -> None:
    server.script.append(plain(b64_json=a_picture(), revised_prompt="A ginger cat on a sofa"))
    result = engine.draw(asked())  # plain JSON although a stream was asked for
    assert result.prompt_used == "A ginger cat on a sofa"
    assert result.cost_usd_micros is None
    assert engine.draw(asked()).prompt_used == "一隻貓"


def test_small_pictures_are_asked_for_larger_and_shrunk(
    engine: OpenAIImagesEngine, server: OpenAIServer
) -> None:
    result = engine.draw(asked(width=256, height=192))
    assert result.pixels.shape == (192, 256, 3)
    assert server.requests[-1].json["size"] == "944x704"
    assert not result.notes


@settings(deadline=None)  # others may be at work here
@given(st.integers(8, 240), st.integers(8, 240))
def test_the_size_asked_for_is_one_that_openai_takes(columns: int, rows: int) -> None:
    width, height = columns * 16, rows * 16
    if not 1 / 3 <= width / height <= 3 or width * height > 3840 * 2160:
        return
    asked_width, asked_height = dialects.OPENAI.asked_size(width, height)
    assert asked_width % 16 == asked_height % 16 == 0
    assert 655_360 <= asked_width * asked_height <= 3840 * 2160
    assert abs(asked_width / asked_height - width / height) < 0.03 * width / height


def test_another_shape_than_was_asked_for_is_said(engine: OpenAIImagesEngine) -> None:
    result = engine.draw(asked("odd size"))
    assert result.pixels.shape == (1024, 1536, 3)
    assert [("1536×1024" in zh, "1536×1024" in en) for zh, en in result.notes] == [(True, True)]


def test_a_long_strip_is_refused_before_anything_is_sent(
    engine: OpenAIImagesEngine, server: OpenAIServer
) -> None:
    with pytest.raises(BeyondCapabilities) as refusal:
        engine.draw(asked(width=2048, height=512))
    assert refusal.value.code == "size_unsupported"
    assert not server.requests


def test_a_picture_may_be_at_an_address(server: OpenAIServer) -> None:
    server.gives_urls = True
    engine = engine_for(server, previews=0)
    assert engine.draw(asked()).pixels.shape == (768, 1024, 3)
    fetched = server.requests[-1]
    assert fetched.path.startswith("/files/")
    assert server.key not in str(fetched.headers), "the key goes to nobody but the API"
    engine.close()


@pytest.mark.parametrize(
    "url",
    ["http://10.0.0.1/secret.png", "file:///etc/passwd", "http://127.0.0.1:9/x.png", "https://[::1]/x", "::"],
)
def test_an_address_inside_is_not_fetched(server: OpenAIServer, engine: OpenAIImagesEngine, url: str) -> None:
    server.script.append(plain(url=url))
    with pytest.raises(EngineBroken) as told:
        engine.draw(asked())
    assert not told.value.is_unpaid


def test_an_address_that_leads_inside_or_nowhere_is_not_followed(
    server: OpenAIServer, engine: OpenAIImagesEngine
) -> None:
    for fault in (faults.redirect_private(at="/files"), faults.html_error(404, at="/files")):
        server.script += [plain(url="/files/1.png"), fault]
        with pytest.raises(EngineBroken):
            engine.draw(asked())


# -- what goes wrong ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "kind", "code", "retryable", "unpaid"),
    [
        (faults.answers(200, b"[]"), EngineBroken, "provider_broken_answer", True, False),
        (faults.answers(200, b'{"data": []}'), EngineBroken, "provider_no_picture", True, False),
        (faults.answers(200, b'{"data": [{"b64_json": "&&&"}]}'), EngineBroken, "provider_no_picture", True, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("previews", [0, 2])
def test_each_fault_has_its_error(
    always: OpenAIServer,
    previews: int,
    fault: faults.Fault,
    kind: type[EngineError],
    code: str,
    retryable: bool,
    unpaid: bool,
) -> None:
    engine = engine_for(always, previews=previews)
    always.script.append(fault)
    with pytest.raises(kind) as told:
        engine.draw(asked(width=256, height=192))
    error = told.value
    assert (error.code, error.retryable, error.is_unpaid) == (code, retryable, unpaid)
    assert error.zh
    assert error.en.isascii()
    assert engine.draw(asked(width=256, height=192)).pixels.shape == (192, 256, 3), (
        "and is none the worse for it"
    )
    engine.close()


@pytest.mark.parametrize(
    ("words", "kind", "code"),
    [
        ("something blocked", EngineRefused, "refused_safety"),
        ("unverified", EngineMisconfigured, "provider_unverified"),
        ("no credit", EngineMisconfigured, "provider_no_credit"),
        ("wrong region", EngineMisconfigured, "provider_region"),
        (" ", EngineBroken, "provider_rejected"),
    ],
)
def test_openais_own_codes_are_told_apart(
    engine: OpenAIImagesEngine, words: str, kind: type[EngineError], code: str
) -> None:
    with pytest.raises(kind) as told:
        engine.draw(asked(words))
    assert told.value.code == code


def test_an_error_in_the_middle_of_a_stream_is_told(server: OpenAIServer, engine: OpenAIImagesEngine) -> None:
    said = b'event: error\ndata: {"error": {"code": "moderation_blocked", "message": "no"}}\n\n'
    server.script.append(Answer(200, said, "text/event-stream"))
    with pytest.raises(EngineRefused):
        engine.draw(asked())
    server.script.append(Answer(200, b'data: {"error": {"message": "oops"}}\n\n', "text/event-stream"))
    with pytest.raises(EngineBroken):
        engine.draw(asked())
    server.script.append(Answer(200, b"data: [DONE]\n\n", "text/event-stream"))
    with pytest.raises(EngineBroken) as told:
        engine.draw(asked())
    assert told.value.code == "provider_broken_answer"


def test_whoever_changes_their_mind_hangs_up(server: OpenAIServer, engine: OpenAIImagesEngine) -> None:
    server.script.append(faults.hang())

    def stop(share: float, step: str, preview: object = None) -> None:
        if server.requests:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.draw(asked(), stop)
    until = time.monotonic() + 3
    while not server.gone and time.monotonic() < until:
        time.sleep(0.02)
    assert server.gone == ["/v1/images/generations"]


def test_the_key_is_shown_nowhere(server: OpenAIServer, caplog: pytest.LogCaptureFixture) -> None:
    secret = "sk-proj-very-secret-indeed"
    config = OpenAIImagesConfig(base_url=server.base_url, api_key=secret)
    engine = OpenAIImagesEngine(config)
    assert secret not in repr(config)
    assert secret not in repr(engine)
    with caplog.at_level(logging.DEBUG), pytest.raises(EngineMisconfigured) as told:
        engine.draw(asked())  # the provider repeats the key in its answer
    assert server.requests[-1].headers["authorization"] == f"Bearer {secret}"
    assert secret not in caplog.text
    assert "Incorrect API key" in caplog.text, "the provider's words are in the log"
    assert secret not in f"{told.value.zh} {told.value.en} {told.value.args}"
    assert secret not in engine.ping().en
    engine.close()


def test_without_a_key_openai_is_not_even_asked(server: OpenAIServer) -> None:
    engine = engine_for(server, api_key="")
    with pytest.raises(EngineMisconfigured) as told:
        engine.draw(asked())
    assert told.value.code == "provider_key_missing"
    assert not engine.ping().is_well
    assert not server.requests


# -- is it well --------------------------------------------------------------------------------------------


def test_ping_lists_the_models_and_misses_dead_ones(server: OpenAIServer) -> None:
    for model, is_well in (("gpt-image-2", True), ("gpt-image-1", False), ("dall-e-3", False)):
        engine = engine_for(server, model=model)
        ping = engine.ping()
        assert ping.is_well is is_well
        assert ping.models is not None
        assert "gpt-image-2.6-sunburst" in ping.models
        assert is_well or (model in ping.zh and model in ping.en)
        engine.close()
    assert {asked.path for asked in server.requests} == {"/v1/models"}, "it costs nothing"


def test_a_model_that_will_end_is_said_in_time(server: OpenAIServer) -> None:
    engine = engine_for(server, model="gpt-image-1.5")
    there = frozenset({"gpt-image-1.5"})
    before, after = (engine._state(there, dt.date(2026, month, 1)) for month in (11, 12))
    assert (before.is_well, after.is_well) == (True, False)
    assert "2026-12-01" in before.zh
    assert "2026-12-01" in before.en


@pytest.mark.parametrize("dialect", SELF_HOSTED)
def test_a_server_of_ones_own_is_well(dialect: str) -> None:
    with OpenAIServer(dialect) as server:
        engine = engine_for(server)
        assert engine.ping().is_well
        server.script.append(faults.answers(404, at="/v1/models"))
        ping = engine.ping()
        assert (ping.is_well, ping.models) == (dialect != "other", None)
        assert server.requests[-1].path in ("/health", "/readyz")
        engine.close()
        lost = engine_for(server, model="another")
        assert lost.ping().is_well is (dialect == "sglang")
        lost.close()


def test_ping_never_raises(server: OpenAIServer) -> None:
    engine = engine_for(server)
    for fault in (faults.answers(401), faults.server_error(), faults.html_error(200), faults.invalid_json(),
                  faults.cut_body(), faults.answers(200, b'{"data": 3}'), faults.answers(200, b"null")):  # fmt: skip
        server.script.append(fault)
        ping = engine.ping()
        assert not ping.is_well
        assert ping.zh
        assert ping.en
    engine.close()
    away = OpenAIImagesEngine(OpenAIImagesConfig(base_url=nobody(), api_key="x"))
    assert not away.ping().is_well
    away.close()


# -- whose habits ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", SELF_HOSTED)
def test_every_server_draws(dialect: str) -> None:
    with OpenAIServer(dialect) as server:
        engine = engine_for(server, steps=4, api_key="")
        one, again = (engine.draw(asked("a cat | blurry")) for _ in range(2))
        assert one.pixels.shape == (768, 1024, 3)
        assert (one.pixels == again.pixels).all(), "the seed is sent"
        assert one.cost_usd_micros is None
        sent = server.requests[-1].json
        assert sent["response_format"] == "b64_json"
        assert sent["step" if dialect == "localai" else "num_inference_steps"] == 4
        assert ("|" in sent["prompt"]) is (dialect != "localai")
        assert "quality" not in sent
        assert engine.capabilities.languages == {"en"}
        engine.close()


@pytest.mark.parametrize("dialect", ["sglang", "vllm-omni"])
def test_a_server_of_ones_own_takes_its_own_model_where_none_is_named(dialect: str) -> None:
    with OpenAIServer(dialect) as server:
        engine = engine_for(server, model=OpenAIImagesConfig.model)
        assert engine.draw(asked()).version == engine.dialect.label
        assert "model" not in server.requests[-1].json
        assert engine.ping().is_well
        engine.close()


@pytest.mark.parametrize("dialect", ["sglang", "vllm-omni"])
def test_servers_that_edit_do(dialect: str) -> None:
    with OpenAIServer(dialect) as server:
        engine = engine_for(server)
        photos = (a_photo(1024, 768), a_photo(1024, 768, 1))
        engine.draw(asked("a hat", reference_images=photos))
        arrived = server.requests[-1]
        assert [part.name for part in arrived.files] == ["image[]"] * 2
        assert arrived.fields["seed"] == "7"
        engine.close()


def test_vllm_gets_its_mask_in_white_under_its_own_name() -> None:
    with OpenAIServer("vllm-omni") as server:
        engine = engine_for(server)
        mask = a_mask()
        engine.draw(asked("red", reference_images=(a_photo(),), mask_image=mask))
        part = server.requests[-1].files[-1]
        assert part.name == "mask_image"
        assert (painting.mask_of_light(part.data) == mask).all()
        engine.close()


@pytest.mark.parametrize(
    ("dialect", "code"), [("sglang", "mask_unsupported"), ("localai", "too_many_references")]
)
def test_what_a_server_would_ignore_is_refused_here(dialect: str, code: str) -> None:
    with OpenAIServer(dialect) as server:
        engine = engine_for(server)
        with pytest.raises(BeyondCapabilities) as refusal:
            engine.draw(asked(reference_images=(a_photo(),), mask_image=a_mask()))
        assert refusal.value.code == code
        assert not server.requests


@pytest.mark.parametrize(
    ("told", "dialect"),
    [
        ({}, "openai"),
        ({"base_url": "https://api.openai.com/v1", "model": "new-name"}, "openai"),
        ({"base_url": "http://gateway:4000"}, "openai"),
        ({"base_url": "http://gpu:8000", "model": "black-forest-labs/FLUX.2-klein-4B"}, "other"),
        ({"base_url": "http://gpu:8000", "server": "sglang"}, "sglang"),
    ],
)
def test_whose_habits_it_has_is_read_from_the_account(told: dict[str, str], dialect: str) -> None:
    assert OpenAIImagesConfig(**told).dialect.name == dialect


@pytest.mark.parametrize(
    ("given_url", "url"),
    [
        ("", "https://api.openai.com/v1"),
        ("http://gpu:8000", "http://gpu:8000/v1"),
        ("http://gpu:8000/", "http://gpu:8000/v1"),
        ("http://gw/openai/v1/", "http://gw/openai/v1"),
    ],
)
def test_the_address_needs_no_v1(given_url: str, url: str) -> None:
    assert OpenAIImagesConfig(base_url=given_url).url == url


def test_every_dialect_says_what_it_can() -> None:
    for name, dialect in dialects.DIALECTS.items():
        can = dialect.capabilities()
        assert dialect.name == name
        assert ("edit" in can.modes) == (can.max_references > 0)
        assert can.supports_mask == bool(dialect.mask_field)
        assert can.trained
        assert dialect.is_hosted == (dialect.offer == "openai")
        assert set(dict(dialect.extra)) <= {"steps", "guidance"}


def test_a_server_of_ones_own_has_none_of_openais_models() -> None:
    own = OpenAIImagesConfig(base_url="http://gpu:8000", model="black-forest-labs/FLUX.2-klein-4B")
    assert OpenAIImagesEngine.models_for(own) == ()
    assert OpenAIImagesEngine.models_for(OpenAIImagesConfig()) == dialects.MODELS
    assert [model.offer for model in accounts.chosen(OpenAIImagesEngine, own)] == ["flux"]


def test_models_know_their_price_and_their_offer() -> None:
    facts = OpenAIImagesEngine.model_for
    cheap, dear = (facts(OpenAIImagesConfig(quality=quality)) for quality in ("low", "high"))
    assert cheap.price_usd_micros < dear.price_usd_micros
    assert dear.edit_price_usd_micros is not None
    assert dear.edit_price_usd_micros > dear.price_usd_micros
    assert cheap.offer == "openai"
    own = facts(OpenAIImagesConfig(server="vllm-omni", model="black-forest-labs/FLUX.2-klein-4B"))
    assert (own.offer, own.price_usd_micros, own.name) == ("flux", 0, "FLUX.2-klein-4B")
    assert own.capabilities.supports_mask
    assert facts(OpenAIImagesConfig(server="sglang", model="qwen", offer="openai")).offer == "openai"
    assert OpenAIImagesEngine.model_of("black-forest-labs/FLUX.1-schnell").offer == "flux"
    assert OpenAIImagesEngine.model_of("gpt-image-9").offer == "openai"


# -- the fake, read by OpenAI's own client -------------------------------------------------------------------


def test_openais_client_understands_the_fake(server: OpenAIServer) -> None:
    with openai.OpenAI(base_url=server.address, api_key=server.key, max_retries=0) as client:
        answer = client.images.generate(prompt="a cat", model="gpt-image-2", size="1024x1024")
        assert answer.data is not None
        assert answer.usage is not None
        types.ImagesResponse.model_validate(answer.model_dump(), strict=True)
        assert painting.decoded(base64.b64decode(answer.data[0].b64_json or "")).shape == (1024, 1024, 3)
        photo = ("a.png", painting.encoded(a_photo()), "image/png")
        edited = client.images.edit(
            image=[photo, photo], prompt="a hat", model="gpt-image-2", size="1024x1024"
        )
        assert edited.data
        stream = client.images.generate(
            prompt="a cat", model="gpt-image-2", size="1024x1024", stream=True, partial_images=2
        )
        events = list(stream)
        assert [event.type.rpartition(".")[2] for event in events] == [
            "partial_image",
            "partial_image",
            "completed",
        ]
        for event in events:
            type(event).model_validate(event.model_dump())
        with pytest.raises(openai.BadRequestError) as told:
            client.images.generate(prompt="blocked", model="gpt-image-2", size="1024x1024")
        assert told.value.code == "moderation_blocked"
        with pytest.raises(openai.BadRequestError):
            client.images.generate(
                prompt="a cat", model="gpt-image-2", size="1024x1024", extra_body={"seed": 3}
            )
        with pytest.raises(openai.NotFoundError):
            client.images.generate(prompt="a cat", model="gpt-image-1", size="1024x1024")
        assert "gpt-image-2" in {model.id for model in client.models.list()}


def test_many_wait_at_the_same_time(server: OpenAIServer) -> None:
    server.latency = 0.3
    engine = engine_for(server, previews=0)
    engine.draw(asked())
    started = time.monotonic()
    threads = [threading.Thread(target=engine.draw, args=(asked(str(n)),)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.requests) == 7
    assert time.monotonic() - started < 6 * 0.3 + 1
    engine.close()

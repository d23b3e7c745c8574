"""What every engine has to do, wherever it paints. A new one joins with a line in tests/engines/openings.py."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from tests.engines.openings import EVERY, Opened, opening
from waa.engines import base
from waa.engines.base import BeyondCapabilities, Cancelled, Engine, PictureRequest, PictureResult
from waa.lib.errors import WaaError
from waa.words.scene import Scene, Thing
from waa.words.understand import understand

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = {
    "一隻貓": "a cat",
    "黑白": "in black and white",
    "擺埋一齊": "put them together",
    "水彩": "a watercolour",
}


@pytest.fixture(scope="module", params=EVERY)
def opened(request: pytest.FixtureRequest) -> Iterator[Opened]:
    with opening(request.param) as found:
        yield found


@pytest.fixture
def engine(opened: Opened) -> Iterator[Engine]:
    yield opened.engine
    if opened.provider is not None:
        opened.provider.latency = 0.0
        assert not opened.provider.crashes


def asked(
    engine: Engine, words: str = "一隻貓", *, seed: int = 7, width: int = 0, height: int = 0, **more: object
) -> PictureRequest:
    """Words of the engine's own language, in a size that it makes unless another is given."""
    wide, high = engine.capabilities.fit(256, 192)
    prompt = words if "yue" in engine.capabilities.languages else ENGLISH.get(words, words)
    return PictureRequest(
        prompt=prompt, scene=understand(words), seed=seed, width=width or wide, height=height or high, **more
    )  # type: ignore[arg-type]


def a_photo(width: int = 160, height: int = 120, seed: int = 0) -> np.ndarray:
    """Soft blobs: something that has edges and colours, and no detail that an encoder would lose."""
    small = np.random.default_rng(seed).integers(0, 255, (height // 20, width // 20, 3), np.uint8)
    return np.repeat(np.repeat(small, 20, 0), 20, 1)


def needs(engine: Engine, able: object) -> None:
    if not able:
        pytest.skip(f"{engine.name} says that it cannot")


def has_the_shape_of(result: PictureResult, request: PictureRequest, engine: Engine) -> bool:
    """The very size that was asked for, or the ratio, or a note that says so, as the engine promises."""
    height, width = result.pixels.shape[:2]
    if engine.capabilities.is_exact:
        return (width, height) == (request.width, request.height)
    drift = width * request.height / (height * request.width)
    return abs(drift - 1) <= 0.03 or bool(result.notes)


def test_it_says_what_it_is(engine: Engine) -> None:
    assert engine.name
    assert engine.version
    can = engine.capabilities
    assert can.modes
    assert 0 < can.min_side <= can.max_side
    assert can.languages <= {"yue", "zh", "en"}
    assert ("edit" in can.modes) == (can.max_references > 0), "photos are edited, and only photos"
    for model in engine.models:
        assert model.name
        assert model.seconds > 0
        assert engine.model_of(model.id) is model
        width, height = model.capabilities.fit(1024, 768)
        model.capabilities.check(width=width, height=height)


@pytest.mark.parametrize("size", [(256, 192), (192, 256), (320, 320)])
def test_the_picture_has_the_size_that_was_asked_for(engine: Engine, size: tuple[int, int]) -> None:
    width, height = engine.capabilities.fit(*size)
    request = asked(engine, width=width, height=height)
    result = engine.draw(request)
    assert has_the_shape_of(result, request, engine)
    assert result.pixels.dtype == np.uint8
    assert result.pixels.shape[2:] == (3,)


def test_the_result_tells_how_it_came_to_be(engine: Engine) -> None:
    request = asked(engine, "a cat on a meadow")
    result = engine.draw(request)
    assert (result.engine, result.version, result.seed) == (engine.name, engine.version, request.seed)
    assert result.prompt_used
    assert result.scene is None or [t.id for t in result.scene.things] == [t.id for t in request.scene.things]
    assert result.cost_usd_micros is None or result.cost_usd_micros >= 0


def test_the_same_seed_gives_the_same_picture_and_another_another(engine: Engine) -> None:
    needs(engine, engine.capabilities.supports_seed)
    one, again, other = (engine.draw(asked(engine, seed=seed)).pixels for seed in (7, 7, 8))
    assert (one == again).all()
    assert (one != other).any()


def test_two_at_the_same_time_do_not_disturb_each_other(engine: Engine) -> None:
    needs(engine, engine.capabilities.supports_seed)
    alone = [engine.draw(asked(engine, seed=seed)).pixels for seed in (7, 8)]
    together: dict[int, np.ndarray] = {}
    threads = [
        threading.Thread(
            target=lambda s=seed: together.update({s: engine.draw(asked(engine, seed=s)).pixels})
        )
        for seed in (7, 8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (together[7] == alone[0]).all()
    assert (together[8] == alone[1]).all()


def test_progress_only_grows_and_comes_to_its_end(engine: Engine) -> None:
    needs(engine, engine.capabilities.supports_progress)
    heard: list[tuple[float, str]] = []
    engine.draw(asked(engine), lambda share, step, preview=None: heard.append((share, step)))
    shares = [share for share, _ in heard]
    assert len(shares) >= 2
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] == 1
    assert all(step for _, step in heard)


@pytest.mark.parametrize("at_call", [0, 1, 3])
def test_it_stops_soon_after_it_was_asked_to(opened: Opened, engine: Engine, at_call: int) -> None:
    needs(engine, engine.capabilities.supports_cancel)
    calls: list[float] = []
    if opened.provider is not None:
        opened.provider.latency = 0.6  # longer than a look at who cancelled

    def stop(share: float, step: str, preview: object = None) -> None:
        calls.append(time.monotonic())
        if len(calls) > at_call:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.draw(asked(engine, "slow 9" if opened.provider is None else "一隻貓"), stop)
    assert len(calls) == at_call + 1, "it went on after it was asked to stop"
    assert time.monotonic() - calls[-1] < 1
    if opened.provider is not None:
        opened.provider.latency = 0.0
    engine.draw(asked(engine))  # and is none the worse for it


def test_it_refuses_what_is_beyond_it_before_it_does_anything(opened: Opened, engine: Engine) -> None:
    can = engine.capabilities
    photo = a_photo()
    beyond: list[tuple[str, Callable[[], PictureRequest]]] = [
        ("size_unsupported", lambda: asked(engine, width=can.min_side - 1)),
        ("size_unsupported", lambda: asked(engine, height=can.max_side + 1)),
        ("too_many_references", lambda: asked(engine, reference_images=(photo,) * (can.max_references + 1))),
    ]
    if not can.supports_mask:
        beyond.append(("mask_unsupported", lambda: asked(engine, mask_image=photo[..., 0])))
    before = len(opened.provider.requests) if opened.provider else 0
    for code, request in beyond:
        heard: list[float] = []
        with pytest.raises(BeyondCapabilities) as refusal:
            engine.draw(request(), lambda share, step, preview=None, heard=heard: heard.append(share))  # type: ignore[misc]
        assert refusal.value.code == code
        assert CHINESE.search(refusal.value.zh)
        assert not CHINESE.search(refusal.value.en)
        assert not heard
    assert not opened.provider or len(opened.provider.requests) == before, "it had begun already"


def test_it_works_on_a_photo_and_leaves_the_one_it_was_given_alone(engine: Engine) -> None:
    needs(engine, "edit" in engine.capabilities.modes)
    photo = a_photo()
    before = photo.copy()
    width, height = engine.capabilities.fit(160, 120)
    request = asked(
        engine, "黑白", width=width, height=height, reference_images=(photo,), operations=(("grayscale", None),)
    )  # fmt: skip
    result = engine.draw(request)
    assert has_the_shape_of(result, request, engine)
    assert (photo == before).all()


def test_it_takes_as_many_photos_as_it_says(engine: Engine) -> None:
    needs(engine, engine.capabilities.max_references > 1)
    photos = tuple(a_photo(seed=n) for n in range(engine.capabilities.max_references))
    width, height = engine.capabilities.fit(160, 120)
    result = engine.draw(asked(engine, "擺埋一齊", width=width, height=height, reference_images=photos))
    assert result.pixels.ndim == 3


def test_it_takes_a_mask_of_the_photo(engine: Engine) -> None:
    needs(engine, engine.capabilities.supports_mask)
    photo, mask = a_photo(), np.zeros((120, 160), np.uint8)
    mask[30:90, 40:120] = 255
    width, height = engine.capabilities.fit(160, 120)
    request = asked(
        engine, "水彩", width=width, height=height, reference_images=(photo,), mask_image=mask
    )  # fmt: skip
    assert has_the_shape_of(engine.draw(request), request, engine)


def test_what_could_not_be_done_is_said_in_both_languages(engine: Engine) -> None:
    needs(engine, not engine.capabilities.trained)  # a trained model never knows what it left out
    nobody_draws = Thing(
        id="note1", concept="note of a dream", names=("note of a dream",), words="夢", drawable=False
    )
    request = PictureRequest(
        prompt="note", scene=Scene(words="夢", things=(nobody_draws,)), width=256, height=192, seed=1
    )
    notes = engine.draw(request).notes
    assert notes, "an unknown thing was left out without a word"
    for zh, en in notes:
        assert CHINESE.search(zh)
        assert en
        assert not re.search(r"[。，]", en)


@pytest.mark.parametrize(
    "words",
    ["", "   ", "🎉🎉🎉", "\x00\x1b[31m", "صورة قطة", "貓" * 1500],
    ids=["none", "spaces", "emoji", "controls", "arabic", "very many"],
)
def test_any_words_give_a_picture_or_a_coded_error(engine: Engine, words: str) -> None:
    told: WaaError | None = None
    request = asked(engine, words)
    try:
        assert has_the_shape_of(engine.draw(request), request, engine)
    except WaaError as error:
        told = error
    assert told is None or (told.code and told.zh and told.en)


def test_it_can_be_closed_more_than_once(opened: Opened) -> None:
    engine = opened.again()
    engine.close()
    engine.draw(asked(engine))
    engine.close()
    engine.close()


def test_every_error_of_an_engine_has_its_status() -> None:
    told = {error: error.status for error in (base.EngineError, *base.EngineError.__subclasses__())}
    assert told == {
        base.EngineError: 502,
        base.EngineRefused: 422,
        base.EngineMisconfigured: 503,
        base.EngineBusy: 503,
        base.EngineBroken: 502,
    }

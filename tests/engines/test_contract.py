"""What every engine has to do. A new engine joins with one line in ENGINES."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from waa.engines import base, registry
from waa.engines.base import BeyondCapabilities, Cancelled, Engine, PictureRequest
from waa.lib.errors import WaaError
from waa.words.scene import Scene, Thing
from waa.words.understand import understand

ENGINES = {
    "offline": "waa.engines.offline:OfflineEngine",
    "quick": "tests.engines.quick:QuickEngine",
}
OURS = ("offline",)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    name = request.param
    registry.register(name, ENGINES[name])
    yield registry.get(name)
    if name not in OURS:
        registry.remove(name)


def asked(
    words: str = "一隻貓", *, seed: int = 7, width: int = 256, height: int = 192, **more: object
) -> PictureRequest:
    return PictureRequest(
        prompt=words, scene=understand(words), seed=seed, width=width, height=height, **more
    )  # type: ignore[arg-type]


def a_photo(width: int = 160, height: int = 120, seed: int = 0) -> np.ndarray:
    """Soft blobs: something that has edges and colours, and no detail that an encoder would lose."""
    small = np.random.default_rng(seed).integers(0, 255, (height // 20, width // 20, 3), np.uint8)
    return np.repeat(np.repeat(small, 20, 0), 20, 1)


def needs(engine: Engine, able: object) -> None:
    if not able:
        pytest.skip(f"{engine.name} says that it cannot")


def test_it_says_what_it_is(engine: Engine) -> None:
    assert registry.get(engine.name) is engine
    assert engine.version
    can = engine.capabilities
    assert "draw" in can.modes
    assert 0 < can.min_side <= can.max_side
    assert can.languages <= {"yue", "zh", "en"}
    assert ("edit" in can.modes) == (can.max_references > 0), "photos are edited, and only photos"


@pytest.mark.parametrize("size", [(256, 192), (192, 256), (320, 320)])
def test_the_picture_has_the_size_that_was_asked_for(engine: Engine, size: tuple[int, int]) -> None:
    result = engine.draw(asked(width=size[0], height=size[1]))
    assert result.pixels.shape == (size[1], size[0], 3)
    assert result.pixels.dtype == np.uint8


def test_the_result_tells_how_it_came_to_be(engine: Engine) -> None:
    request = asked("a cat on a meadow")
    result = engine.draw(request)
    assert (result.engine, result.version, result.seed) == (engine.name, engine.version, request.seed)
    assert result.prompt_used
    assert result.scene is None or [t.id for t in result.scene.things] == [t.id for t in request.scene.things]


def test_the_same_seed_gives_the_same_picture_and_another_another(engine: Engine) -> None:
    needs(engine, engine.capabilities.supports_seed)
    one, again, other = (engine.draw(asked(seed=seed)).pixels for seed in (7, 7, 8))
    assert (one == again).all()
    assert (one != other).any()


def test_two_at_the_same_time_do_not_disturb_each_other(engine: Engine) -> None:
    alone = [engine.draw(asked(seed=seed)).pixels for seed in (7, 8)]
    together: dict[int, np.ndarray] = {}
    threads = [
        threading.Thread(target=lambda s=seed: together.update({s: engine.draw(asked(seed=s)).pixels}))
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
    engine.draw(asked(), lambda share, step: heard.append((share, step)))
    shares = [share for share, _ in heard]
    assert len(shares) >= 2
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] == 1
    assert all(step for _, step in heard)


@pytest.mark.parametrize("at_call", [0, 1, 3])
def test_it_stops_soon_after_it_was_asked_to(engine: Engine, at_call: int) -> None:
    needs(engine, engine.capabilities.supports_cancel)
    calls: list[float] = []

    def stop(share: float, step: str) -> None:
        calls.append(time.monotonic())
        if len(calls) > at_call:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.draw(asked("slow 9"), stop)
    assert len(calls) == at_call + 1, "it went on after it was asked to stop"
    assert time.monotonic() - calls[-1] < 1
    engine.draw(asked())  # and is none the worse for it


def test_it_refuses_what_is_beyond_it_before_it_does_anything(engine: Engine) -> None:
    can = engine.capabilities
    photo = a_photo()
    beyond: list[tuple[str, Callable[[], PictureRequest]]] = [
        ("size_unsupported", lambda: asked(width=can.min_side - 1)),
        ("size_unsupported", lambda: asked(height=can.max_side + 1)),
        ("too_many_references", lambda: asked(reference_images=(photo,) * (can.max_references + 1))),
    ]
    if not can.supports_mask:
        beyond.append(("mask_unsupported", lambda: asked(mask_image=photo[..., 0])))
    for code, request in beyond:
        heard: list[float] = []
        with pytest.raises(BeyondCapabilities) as refusal:
            engine.draw(request(), lambda share, step, heard=heard: heard.append(share))  # type: ignore[misc]
        assert refusal.value.code == code
        assert CHINESE.search(refusal.value.zh)
        assert not CHINESE.search(refusal.value.en)
        assert not heard


def test_it_works_on_a_photo_and_leaves_the_one_it_was_given_alone(engine: Engine) -> None:
    needs(engine, "edit" in engine.capabilities.modes)
    photo = a_photo()
    before = photo.copy()
    request = asked(
        "黑白", width=160, height=120, reference_images=(photo,), operations=(("grayscale", None),)
    )
    result = engine.draw(request)
    assert result.pixels.shape == (120, 160, 3)
    assert (photo == before).all()


def test_it_takes_as_many_photos_as_it_says(engine: Engine) -> None:
    needs(engine, engine.capabilities.max_references > 1)
    photos = tuple(a_photo(seed=n) for n in range(engine.capabilities.max_references))
    result = engine.draw(asked("擺埋一齊", width=160, height=120, reference_images=photos))
    assert result.pixels.ndim == 3


def test_it_takes_a_mask_of_the_photo(engine: Engine) -> None:
    needs(engine, engine.capabilities.supports_mask)
    photo, mask = a_photo(), np.zeros((120, 160), np.uint8)
    mask[30:90, 40:120] = 255
    result = engine.draw(asked("水彩", width=160, height=120, reference_images=(photo,), mask_image=mask))
    assert result.pixels.shape == (120, 160, 3)


def test_what_could_not_be_done_is_said_in_both_languages(engine: Engine) -> None:
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


@pytest.mark.parametrize("words", ["", "   ", "🎉🎉🎉", "\x00\x1b[31m", "صورة قطة", "貓" * 1500])
def test_any_words_give_a_picture_or_a_coded_error(engine: Engine, words: str) -> None:
    told: WaaError | None = None
    try:
        assert engine.draw(asked(words)).pixels.shape == (192, 256, 3)
    except WaaError as error:
        told = error
    assert told is None or (told.code and told.zh and told.en)


def test_it_can_be_closed_more_than_once(engine: Engine) -> None:
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

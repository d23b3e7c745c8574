"""The whole path, from words to pixels, on tiny pipelines of the real classes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

WHY = "PyTorch and diffusers are not installed; to run these: ./run setup flux"
torch = pytest.importorskip("torch", reason=WHY, exc_type=ImportError)
pytest.importorskip("diffusers", reason=WHY, exc_type=ImportError)

from tests.engines.flux.conftest import a_photo, asked  # noqa: E402
from waa.engines.base import BeyondCapabilities, Cancelled, EngineBroken, Pixels  # noqa: E402
from waa.engines.flux import FluxEngine  # noqa: E402

pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]
Make = Callable[..., FluxEngine]


@pytest.mark.parametrize("name", ["klein", "schnell", "kontext"])
def test_words_become_a_picture_of_the_size_asked_for(engine_of: Make, name: str) -> None:
    engine = engine_of(name, steps=2)
    for size in ((96, 64), (64, 128)):
        result = engine.draw(asked("一隻貓 🐈", width=size[0], height=size[1]))
        assert result.pixels.shape == (size[1], size[0], 3)
        assert result.pixels.dtype == np.uint8
        assert result.pixels.std() > 0
    assert (result.engine, result.version, result.seed, result.cost_usd_micros) == ("flux", name, 7, 0)
    assert result.prompt_used == "一隻貓 🐈"
    assert result.meta["precision"] == "fp32"


def test_the_seed_and_the_words_make_the_picture(engine_of: Make) -> None:
    engine, other = engine_of("klein"), engine_of("klein")
    first = engine.draw(asked()).pixels
    assert (first == engine.draw(asked()).pixels).all()
    assert (first == other.draw(asked()).pixels).all()
    assert (first != engine.draw(asked(seed=8)).pixels).any()
    assert (first != engine.draw(asked("a dog")).pixels).any()


def test_references_count_and_their_order_too(engine_of: Make) -> None:
    engine = engine_of("klein", steps=1)
    one, two = a_photo(seed=1), a_photo(40, 330, seed=2)  # the second is small and too long
    before = one.copy()
    plain = engine.draw(asked()).pixels
    edited = engine.draw(asked(reference_images=(one,))).pixels
    merged = engine.draw(asked(reference_images=(one, two))).pixels
    turned = engine.draw(asked(reference_images=(two, one))).pixels
    assert len({p.tobytes() for p in (plain, edited, merged, turned)}) == 4
    assert (one == before).all()
    assert engine.draw(asked(reference_images=(one,) * 4)).pixels.shape == (64, 96, 3)
    with pytest.raises(BeyondCapabilities):
        engine.draw(asked(reference_images=(one,) * 5))


def test_a_mask_leaves_the_rest_as_near_as_the_decoder_can(engine_of: Make) -> None:
    engine = engine_of("klein", steps=2)
    photo = a_photo(192, 128)
    mask = np.zeros((128, 192), np.uint8)
    nothing = engine.draw(asked(reference_images=(photo,), mask_image=mask, width=192, height=128)).pixels
    mask[:, 128:] = 255
    right = engine.draw(asked(reference_images=(photo,), mask_image=mask, width=192, height=128)).pixels
    changed = np.abs(right.astype(int) - nothing).mean(axis=(0, 2))
    assert changed[144:].mean() > 1.5 * changed[:64].mean()  # a random decoder mixes all with all
    result = engine.draw(asked(reference_images=(photo,) * 3, mask_image=mask))
    assert result.pixels.shape == (64, 96, 3)
    assert "two" in result.notes[0][1]


def test_a_model_that_takes_no_photo_says_so_before_it_begins(engine_of: Make) -> None:
    with pytest.raises(BeyondCapabilities):
        engine_of("schnell").draw(asked(reference_images=(a_photo(),)))


@pytest.mark.parametrize(("name", "previews"), [("klein", 3), ("schnell", 3)])
def test_progress_grows_with_previews_on_the_way(engine_of: Make, name: str, previews: int) -> None:
    told: list[tuple[float, str, Pixels | None]] = []
    engine_of(name).draw(asked(), lambda share, step, preview=None: told.append((share, step, preview)))
    shares = [share for share, _, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert {step for _, step, _ in told} == {"load", "read", "denoise", "done"}
    seen = [preview for _, _, preview in told if preview is not None]
    assert len(seen) == previews
    assert all(p.shape == (8, 12, 3) and p.dtype == np.uint8 for p in seen)


def test_who_cancels_stops_it_between_steps_and_the_next_picture_is_the_same(engine_of: Make) -> None:
    engine = engine_of("klein")
    whole = engine.draw(asked()).pixels
    steps = []

    def stop(share: float, step: str, preview: Pixels | None = None) -> None:
        steps.append(share)
        if share > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.draw(asked(), stop)
    assert max(steps) < 0.6
    assert (engine.draw(asked()).pixels == whole).all()


def test_two_at_once_take_turns_and_who_waits_may_leave(engine_of: Make) -> None:
    engine = engine_of("klein", steps=1)
    engine.WAIT_SECONDS = 0.01  # type: ignore[misc]
    engine.warm_up()
    entered, release, left = threading.Event(), threading.Event(), []

    def hold(share: float, step: str, preview: Pixels | None = None) -> None:
        entered.set()
        release.wait(10)

    def leave(share: float, step: str, preview: Pixels | None = None) -> None:
        left.append(step)
        raise Cancelled

    first = threading.Thread(target=lambda: engine.draw(asked(), hold))
    first.start()
    assert entered.wait(10)
    with pytest.raises(Cancelled):
        engine.draw(asked(), leave)
    release.set()
    first.join(30)
    assert left == ["wait"]
    assert engine.draw(asked()).pixels.shape == (64, 96, 3)


def _fail_once(engine: FluxEngine, error: Exception) -> None:
    def fail(*_: object) -> None:
        handle.remove()
        raise error

    assert engine._painter is not None
    handle = engine._painter.pipe.transformer.register_forward_pre_hook(fail)


def test_when_the_memory_runs_out_it_tries_once_more_with_less(engine_of: Make) -> None:
    engine = engine_of("klein", steps=1)
    whole = engine.draw(asked()).pixels
    _fail_once(engine, torch.OutOfMemoryError("no room"))
    shares: list[float] = []
    again = engine.draw(asked(), lambda share, step, preview=None: shares.append(share))
    assert (again.pixels == whole).all()
    assert shares == sorted(shares)
    assert engine._painter is not None
    assert engine._painter.plan.tiles
    _fail_once(engine, torch.OutOfMemoryError("no room"))
    with pytest.raises(EngineBroken) as told:
        engine.draw(asked())
    assert (told.value.code, told.value.is_unpaid) == ("out_of_memory", True)


def test_when_the_memory_runs_out_in_loading_it_loads_with_less(
    engine_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from waa.engines.flux import loading

    engine, load, plans = engine_of("klein", steps=1), loading.load, []

    def full(folder: object, plan: object, **more: object) -> object:
        plans.append(plan)
        if len(plans) == 1:
            raise torch.OutOfMemoryError("no room")
        return load(folder, plan, **more)

    monkeypatch.setattr(loading, "load", full)
    engine.warm_up()
    assert [plan.tiles for plan in plans] == [False, True]
    assert engine.draw(asked()).pixels.shape == (64, 96, 3)
    assert len(plans) == 2


def test_from_the_command_line(
    tiny_folder: Callable[[str], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner
    from PIL import Image

    from waa.cli import main
    from waa.engines import registry

    monkeypatch.setenv("FLUX_MODEL", str(tiny_folder("klein")))
    monkeypatch.setenv("FLUX_STEPS", "1")
    target = tmp_path / "cat.png"
    try:
        done = CliRunner().invoke(main, ["draw", "一隻貓坐喺月球上", "-o", str(target), "--size", "96x64",
                                         "--engine", "flux", "--seed", "7"])  # fmt: skip
        assert done.exit_code == 0, done.output
        assert Image.open(target).size == (96, 64)
    finally:
        registry.close_all()


def test_what_breaks_inside_is_told_as_a_sentence(engine_of: Make) -> None:
    engine = engine_of("klein", steps=1)
    engine.warm_up()
    _fail_once(engine, RuntimeError("/secret/path exploded"))
    with pytest.raises(EngineBroken) as told:
        engine.draw(asked())
    assert told.value.retryable
    assert told.value.is_unpaid
    assert "secret" not in told.value.en + told.value.zh
    assert engine.draw(asked()).pixels.shape == (64, 96, 3)


def test_weights_that_cannot_be_read_are_the_operators_business(
    engine_of: Make, tiny_folder: Callable[[str], object], tmp_path: Path
) -> None:
    import shutil

    from waa.engines.base import EngineMisconfigured
    from waa.engines.flux import FluxConfig

    folder = shutil.copytree(str(tiny_folder("klein")), tmp_path / "cut")
    weights = folder / "transformer" / "diffusion_pytorch_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(EngineMisconfigured) as told:
        FluxEngine(FluxConfig(model=str(folder))).draw(asked())
    assert told.value.code == "model_unreadable"
    assert "Pull the model again" in told.value.en


def test_the_first_picture_after_a_warm_up_waits_for_nothing(engine_of: Make) -> None:
    engine = engine_of("klein")
    engine.warm_up()
    painter = engine._painter
    started = time.perf_counter()
    engine.draw(asked())
    assert engine._painter is painter
    assert time.perf_counter() - started < 60
    engine.close()
    assert engine._painter is None
    engine.close()

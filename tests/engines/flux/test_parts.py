"""The parts between words and pixels: the cut encoder, its cache, noise, previews, fp8, one program for all sizes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

WHY = "PyTorch and diffusers are not installed; to run these: ./run setup flux"
torch = pytest.importorskip("torch", reason=WHY, exc_type=ImportError)
diffusers = pytest.importorskip("diffusers", reason=WHY, exc_type=ImportError)

from tests.engines.flux.conftest import a_photo, asked  # noqa: E402
from waa.engines.base import Cancelled  # noqa: E402
from waa.engines.flux import loading, painting, previews, speed, weights  # noqa: E402
from waa.engines.flux.memory import Plan  # noqa: E402
from waa.engines.flux.painting import Painter, fit_reference, noise_of, recipe_of  # noqa: E402
from waa.engines.flux.text import Encoder  # noqa: E402

pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]
Folder = Callable[[str], Path]
CPU = Plan(device="cpu", precision="fp32", offload="none")


@pytest.fixture
def pipe(tiny_folder: Folder) -> Any:
    return loading.load(tiny_folder("klein"), CPU)


# -- text ----------------------------------------------------------------------------------------------------


def test_the_cut_encoder_says_the_same_to_the_last_bit(tiny_folder: Folder, pipe: Any) -> None:
    whole = diffusers.Flux2KleinPipeline.from_pretrained(tiny_folder("klein"), dtype=torch.float32)
    assert len(whole.text_encoder.model.layers) == 28
    assert len(pipe.text_encoder.layers) == 27
    with torch.no_grad():
        wanted, _ = whole.encode_prompt("一隻貓坐喺月球上 “Happy birthday”")
        got, _ = pipe.encode_prompt("一隻貓坐喺月球上 “Happy birthday”")
    assert torch.equal(got, wanted)


def test_a_picture_of_the_cut_pipeline_is_that_of_a_plain_one(tiny_folder: Folder, pipe: Any) -> None:
    plain = diffusers.Flux2KleinPipeline.from_pretrained(tiny_folder("klein"), dtype=torch.float32)
    plain.set_progress_bar_config(disable=True)
    noise = noise_of(plain, 96, 64, 7)
    wanted = plain(
        prompt="a cat", latents=noise, width=96, height=64, num_inference_steps=4, output_type="np"
    )
    got = Painter(pipe, CPU).paint(asked("a cat"), lambda *_: None)
    assert np.abs(got - wanted.images[0] * 255).max() <= 0.51


def test_prompts_are_kept_until_the_room_is_full(pipe: Any) -> None:
    one = pipe.encode_prompt("a", max_sequence_length=16)[0]
    length = one.numel() * 4
    encoder = Encoder(pipe, most_tokens=16, size=2 * length)
    first = encoder("a")["prompt_embeds"]
    assert encoder("a")["prompt_embeds"] is first
    encoder("b"), encoder("a"), encoder("c")  # b is the oldest now
    assert (encoder.hits, encoder.held) == (2, 2 * length)
    assert encoder("a")["prompt_embeds"] is first
    encoder("b")
    assert encoder.hits == 3
    none = Encoder(pipe, most_tokens=16, size=length - 1)
    none("a"), none("a")
    assert (none.hits, none.held) == (0, 0)


# -- loading -------------------------------------------------------------------------------------------------


def test_what_headers_say_is_what_is_loaded(tiny_folder: Folder, pipe: Any) -> None:
    told = weights.weights_of(tiny_folder("klein"))
    count = sum(p.numel() for p in pipe.transformer.parameters())
    assert told.transformer == 2 * count
    cut = sum(p.numel() for name, p in pipe.text_encoder.named_parameters() if "layers." in name)
    assert told.encoders > 2 * cut


def test_the_plan_is_found_or_taken_as_set(tiny_folder: Folder) -> None:
    folder = tiny_folder("klein")
    assert loading.plan(folder, device="cpu").precision == "fp32"
    chosen = loading.plan(folder, device="cpu", precision="bf16", offload="model")
    assert (chosen.precision, chosen.offload, chosen.device) == ("bf16", "none", "cpu")
    assert loading.free_ram() > 0
    assert loading.free_memory("cpu") == 0


@pytest.mark.parametrize("precision", ["bf16", "fp8"])
def test_it_paints_in_every_precision(tiny_folder: Folder, precision: Any) -> None:
    plan = Plan(device="cpu", precision=precision, offload="none", tiles=True)
    painter = Painter(loading.load(tiny_folder("klein"), plan), plan, steps=1)
    painter.warm_up()
    full = Painter(loading.load(tiny_folder("klein"), CPU), CPU, steps=1)
    got, wanted = (p.paint(asked(), lambda *_: None).astype(int) for p in (painter, full))
    assert np.abs(got - wanted).mean() < 8


@pytest.mark.parametrize("name", ["klein", "schnell"])
@pytest.mark.parametrize("offload", ["model", "group"])
def test_offloaded_parts_paint_the_same(tiny_folder: Folder, name: str, offload: str) -> None:
    """From the processor to the processor: the hooks are those of a GPU."""
    here, moved = (loading.load(tiny_folder(name), CPU) for _ in range(2))
    if offload == "model":
        moved.enable_model_cpu_offload(device="cpu")
    else:
        loading.by_blocks(moved, "cpu")
    plain, painter = Painter(here, CPU, steps=1), Painter(moved, CPU, steps=1)
    painter.warm_up()
    ways: list[dict[str, object]] = [{}, {"seed": 8}]
    if name == "klein":
        ways.append({"reference_images": (a_photo(),), "mask_image": a_photo()[..., 0]})
    for more in ways:
        wanted, got = (p.paint(asked(**more), lambda *_: None).astype(int) for p in (plain, painter))
        assert np.abs(wanted - got).max() <= 1

    def stop(share: float, step: str, preview: object = None) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        painter.paint(asked(), stop)
    assert painter.paint(asked(), lambda *_: None).shape == (64, 96, 3)


def test_recipes_come_from_what_the_model_says(tiny_folder: Folder, pipe: Any) -> None:
    assert recipe_of(pipe) == painting.Recipe(steps=4, guidance=1.0, most_tokens=512)
    assert recipe_of(pipe, 9).steps == 9
    pipe.register_to_config(is_distilled=False)
    assert recipe_of(pipe) == painting.Recipe(steps=50, guidance=4.0, most_tokens=512)
    assert recipe_of(loading.load(tiny_folder("schnell"), CPU)).most_tokens == 256


def test_a_base_model_with_guidance_paints_too(pipe: Any) -> None:
    pipe.register_to_config(is_distilled=False)
    assert Painter(pipe, CPU, steps=1).paint(asked(), lambda *_: None).shape == (64, 96, 3)


# -- noise and references ------------------------------------------------------------------------------------


def test_noise_is_the_seeds_alone(pipe: Any, tiny_folder: Folder) -> None:
    assert torch.equal(noise_of(pipe, 96, 64, 3), noise_of(pipe, 96, 64, 3))
    assert not torch.equal(noise_of(pipe, 96, 64, 3), noise_of(pipe, 96, 64, 4))
    assert noise_of(pipe, 96, 64, 3).shape == (1, 16, 4, 6)
    assert noise_of(loading.load(tiny_folder("schnell"), CPU), 96, 64, 3).shape == (1, 24, 16)


@given(st.integers(8, 6000), st.integers(8, 6000))
@settings(max_examples=40, deadline=None)
def test_any_photo_becomes_a_reference_that_is_taken_whole(width: int, height: int) -> None:
    from diffusers.pipelines.flux2.image_processor import Flux2ImageProcessor

    if width * height > 4_000_000:
        width //= 4
    image = fit_reference(np.zeros((max(8, height), max(8, width), 3), np.uint8))
    Flux2ImageProcessor.check_image_input(image)
    assert image.width % 16 == image.height % 16 == 0
    assert image.width * image.height <= 1 << 20


# -- previews ------------------------------------------------------------------------------------------------


def test_the_estimate_at_the_last_step_is_the_result() -> None:
    before, after = torch.randn(1, 4, 8), torch.randn(1, 4, 8)
    assert torch.allclose(previews.clean(before, after, 0.25, 0.0), after)


def test_a_straight_way_is_seen_to_its_end_from_any_step() -> None:
    noise, goal = torch.randn(1, 4, 8), torch.randn(1, 4, 8)
    at = [(1 - s) * goal + s * noise for s in (1.0, 0.7)]
    assert torch.allclose(previews.clean(at[0], at[1], 1.0, 0.7), goal, atol=1e-5)


def test_colours_are_found_again_when_the_latent_is_a_mix_of_them() -> None:
    card = previews.test_card(64)
    small = torch.nn.functional.avg_pool2d(card, 8)
    mix = torch.tensor([[0.5, 0.2, 0.0], [0.0, 1.0, 0.3], [0.4, 0.0, 0.9], [0.1, 0.1, 0.1]])
    latent = torch.einsum("dc,nchw->ndhw", mix, small) + 0.3
    seen = previews.in_colour(latent, previews.solve_colours(latent, small)).numpy()
    wanted = ((small[0].permute(1, 2, 0) + 1) * 127.5).numpy()
    assert np.abs(seen - wanted).mean() < 3
    assert (previews.test_card(64) == card).all()


def test_a_preview_is_small() -> None:
    pixels = previews.in_colour(torch.zeros(1, 4, 256, 512), torch.zeros(5, 3))
    assert max(pixels.shape) <= previews.MOST_SIDE


@pytest.mark.parametrize("name", ["klein", "schnell"])
def test_latents_are_unpacked_as_the_pipeline_does_it(tiny_folder: Folder, name: str) -> None:
    pipe = loading.load(tiny_folder(name), CPU)
    call = {"prompt": "a", "width": 96, "height": 64, "num_inference_steps": 1, "guidance_scale": 1.0}
    kept: dict[str, Any] = {}

    def keep(pipe: Any, step: int, t: Any, given: dict[str, Any]) -> dict[str, Any]:
        kept["packed"] = given["latents"]
        return given

    wanted = pipe(**call, output_type="latent", callback_on_step_end=keep).images
    got = previews.unpacked(pipe, kept["packed"], 96, 64)
    if name == "schnell":
        wanted = pipe._unpack_latents(wanted, 64, 96, pipe.vae_scale_factor)
    assert torch.allclose(got, wanted, atol=1e-6)


# -- speed ---------------------------------------------------------------------------------------------------


def test_a_linear_in_fp8_is_within_its_known_error() -> None:
    torch.manual_seed(0)
    linear = torch.nn.Linear(256, 128, dtype=torch.bfloat16)
    x = torch.randn(2, 40, 256, dtype=torch.bfloat16)
    narrow = speed.Fp8Linear(linear, "cpu")
    assert narrow.weight.element_size() == 1
    told = speed.error_of(narrow(x), linear(x))
    assert told["relative"] < 0.06
    assert told["cosine"] > 0.998
    assert narrow(torch.zeros_like(x)).isfinite().all()


def test_fp8_takes_the_linears_of_the_blocks_and_leaves_the_rest(pipe: Any) -> None:
    before = sum(isinstance(m, torch.nn.Linear) for m in pipe.transformer.modules())
    done = speed.to_fp8(pipe.transformer, "cpu")
    after = sum(isinstance(m, torch.nn.Linear) for m in pipe.transformer.modules())
    assert done == before - after == 14
    assert isinstance(pipe.transformer.x_embedder, torch.nn.Linear)


@pytest.mark.parametrize("name", ["klein", "schnell"])
def test_fused_products_paint_the_same(tiny_folder: Folder, name: str) -> None:
    plain, fused = (loading.load(tiny_folder(name), CPU) for _ in range(2))
    speed.fuse(fused.transformer)
    assert not any(
        hasattr(m, "to_q") for m in fused.transformer.modules() if getattr(m, "fused_projections", False)
    )
    wanted, got = (
        Painter(p, CPU, steps=2).paint(asked(), lambda *_: None).astype(int) for p in (plain, fused)
    )
    assert np.abs(got - wanted).max() <= 1


def test_one_program_serves_every_size(pipe: Any) -> None:
    import torch._dynamo as dynamo

    painter = Painter(pipe, CPU, steps=1)
    wanted = painter.paint(asked(), lambda *_: None)
    dynamo.reset()
    dynamo.utils.counters.clear()
    speed.compile_blocks(pipe.transformer, backend="eager")
    warming = threading.Thread(
        target=painter.warm_up
    )  # as in a worker: another thread than the one that paints
    warming.start()
    warming.join()
    compiled = dynamo.utils.counters["stats"]["unique_graphs"]
    assert compiled >= 2  # one for each kind of block
    for width, height in ((64, 64), (128, 96)):
        painter.paint(asked(width=width, height=height), lambda *_: None)
    painter.paint(asked(reference_images=(a_photo(),)), lambda *_: None)
    assert dynamo.utils.counters["stats"]["unique_graphs"] == compiled
    assert np.abs(painter.paint(asked(), lambda *_: None).astype(int) - wanted).max() <= 1
    dynamo.reset()


def test_attention_is_left_alone_where_there_is_no_gpu() -> None:
    with speed.painting("cpu"):
        q = torch.randn(1, 2, 8, 16)
        assert torch.nn.functional.scaled_dot_product_attention(q, q, q).isfinite().all()
    with speed.painting("cuda"):  # sets an order of preference only
        assert torch.nn.functional.scaled_dot_product_attention(q, q, q).isfinite().all()

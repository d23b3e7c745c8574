"""Where the parts live, by the memory found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.engines.flux.memory import GIB, Plan, Weights, plan_memory

KLEIN = Weights(encoders=6.23e9, transformer=7.75e9, vae=0.17e9)
SCHNELL = Weights(encoders=9.8e9, transformer=23.8e9, vae=0.17e9)


@pytest.mark.parametrize(
    ("weights", "vram", "ram", "fp8", "precision", "offload", "tiles"),
    [
        (KLEIN, 80, 128, True, "bf16", "none", False),  # H100
        (KLEIN, 24, 64, True, "bf16", "none", False),  # RTX 4090
        (KLEIN, 15.3, 32, True, "bf16", "none", True),  # RTX 5060 Ti: just
        (KLEIN, 14, 32, True, "bf16", "model", True),
        (KLEIN, 11.5, 32, True, "bf16", "model", True),  # RTX 4070
        (KLEIN, 9.5, 32, False, "bf16", "model", True),  # RTX 3080
        (KLEIN, 7.6, 32, True, "fp8", "model", True),  # RTX 4060: bf16 would go block by block
        (KLEIN, 7.6, 32, False, "bf16", "group", True),  # RTX 3070
        (KLEIN, 4, 32, True, "bf16", "group", True),
        (SCHNELL, 80, 128, True, "bf16", "none", False),
        (SCHNELL, 31, 64, True, "bf16", "model", True),  # RTX 5090
        (SCHNELL, 23, 64, True, "fp8", "none", True),
        (SCHNELL, 15.3, 64, True, "fp8", "model", True),
        (SCHNELL, 15.3, 64, False, "bf16", "group", True),
        (KLEIN, 0, 64, False, "fp32", "none", False),  # no GPU
        (KLEIN, 0, 24, False, "bf16", "none", True),
        (KLEIN, 0, 8, False, "bf16", "none", True),
    ],
)
def test_the_plan_for_a_machine(
    weights: Weights, vram: float, ram: float, fp8: bool, precision: str, offload: str, tiles: bool
) -> None:
    plan = plan_memory(vram * GIB, ram * GIB, weights, has_fp8=fp8)
    assert (plan.precision, plan.offload, plan.tiles) == (precision, offload, tiles)
    assert plan.reason


def test_short_memory_is_said() -> None:
    assert "short" in plan_memory(0, 8 * GIB, KLEIN).reason
    assert "short" in plan_memory(4 * GIB, 8 * GIB, KLEIN).reason
    assert "short" not in plan_memory(24 * GIB, 64 * GIB, KLEIN).reason


def test_a_leaner_plan_uses_less_until_there_is_none() -> None:
    plan: Plan | None = Plan(device="cuda", precision="bf16", offload="none")
    seen = []
    while plan is not None:
        seen.append((plan.offload, plan.tiles))
        plan = plan.leaner()
    assert seen == [("none", False), ("model", True), ("group", True)]


def test_on_the_processor_only_the_tiles_are_left() -> None:
    plan = Plan(device="cpu", precision="fp32", offload="none")
    leaner = plan.leaner()
    assert leaner is not None
    assert leaner.tiles
    assert leaner.leaner() is None


@given(st.floats(0, 200), st.floats(1, 512), st.booleans())
def test_whatever_the_machine_there_is_a_plan_and_fp8_only_where_it_is(
    vram: float, ram: float, fp8: bool
) -> None:
    plan = plan_memory(vram * GIB, ram * GIB, KLEIN, has_fp8=fp8)
    assert plan.precision != "fp8" or fp8
    assert plan.offload == "none" or plan.tiles
    assert (plan.device == "cpu") == (vram == 0)


@given(st.floats(1, 200), st.floats(0, 100))
def test_more_memory_never_gives_a_more_frugal_plan(vram: float, more: float) -> None:
    order = ["none", "model", "group"]
    less = plan_memory(vram * GIB, 64 * GIB, KLEIN)
    plenty = plan_memory((vram + more) * GIB, 64 * GIB, KLEIN)
    assert order.index(plenty.offload) <= order.index(less.offload)

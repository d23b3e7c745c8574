"""The benchmark runs, small, wherever PyTorch is: so that it works on the day somebody has a GPU."""

from __future__ import annotations

import pytest

WHY = "PyTorch and diffusers are not installed; to run these: ./run setup flux"
pytest.importorskip("torch", reason=WHY, exc_type=ImportError)
pytest.importorskip("diffusers", reason=WHY, exc_type=ImportError)

from bench import flux  # noqa: E402

pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]


@pytest.mark.parametrize("name", ["klein", "schnell"])
def test_every_level_paints_and_tells_its_difference(name: str) -> None:
    rows = flux.measure(name, "cpu", small=True, side=64, runs=1, compiles=False)
    assert rows[0]["level"] == "plain diffusers"
    assert len(rows) == 6
    assert all(row["warm"] > 0 and row["ratio"] > 0 for row in rows)
    exact, fp8 = rows[:4], rows[4:]
    assert max(row["difference"] for row in exact) < 0.1
    assert max(row["difference"] for row in fp8) < 8
    shown = flux.table(rows).splitlines()
    assert len(shown) == 8
    assert len({line.count("|") for line in shown}) == 1

"""FLUX in a Waa that really runs: loaded when the worker begins, on the page, painted with previews, gone in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes.conftest import NewPlace

WHY = "PyTorch and diffusers are not installed; to run these: ./run setup flux"
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]


def test_a_model_on_this_machine_paints_for_visitors(new_place: NewPlace, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason=WHY, exc_type=ImportError)
    pytest.importorskip("diffusers", reason=WHY, exc_type=ImportError)
    from tests.engines.flux import tiny

    model = tiny.klein(tmp_path / "tiny-klein")
    place = new_place(FLUX_MODEL=str(model), FLUX_STEPS="8", OMP_NUM_THREADS="1").start()
    alice = place.browser()
    assert "FLUX" in alice.get("/").text
    [job] = alice.press("一隻貓坐喺月球上", engine="flux")
    assert alice.has(alice.card(job, until="done", seconds=60).picture)
    [row] = place.rows(
        "SELECT p.engine, p.engine_version, p.cost_usd_micros, j.trail FROM studio_job j "
        f"JOIN studio_picture p ON p.id = j.picture_id WHERE j.id = '{job.replace('-', '')}'"
    )
    assert row[:2] == ("flux", "tiny-klein")
    assert not row[2]
    [stopped] = alice.press("a dog", engine="flux", long_side=1024)
    alice.post(f"/jobs/{stopped}/cancel")
    alice.card(stopped, until="cancelled", seconds=30)
    assert place.stop() < 3.5

"""What is known of models and where they lie, without PyTorch."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.engines.flux import folders
from waa.engines import registry
from waa.engines.base import EngineMisconfigured, PictureRequest
from waa.engines.flux import FluxConfig, FluxEngine, catalogue, weights
from waa.engines.flux import engine as flux
from waa.engines.flux.memory import Plan
from waa.settings import WAA_DATA
from waa.words.scene import Scene

KLEIN = catalogue.DEFAULT
NINE = "black-forest-labs/FLUX.2-klein-9B"


@pytest.fixture(autouse=True)
def no_other_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No model of the machine's own, and no setting."""
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    for name in ("FLUX_MODELS_DIR", "HF_HUB_CACHE"):
        monkeypatch.delenv(name, raising=False)


def pulled(models: Path, model: str = KLEIN, **stamp: object) -> Path:
    folder = folders.write(models / catalogue.folder_name(model))
    (folder / catalogue.STAMP).write_text(json.dumps({"licence": "Apache-2.0", **stamp}))
    return folder


def an_engine(models: Path, **settings: object) -> FluxEngine:
    return FluxEngine(FluxConfig(models_dir=str(models), **settings))  # type: ignore[arg-type]


def asked() -> PictureRequest:
    return PictureRequest(prompt="a cat", scene=Scene(), width=256, height=256, seed=1)


def test_the_default_is_free_and_edits_with_four_references() -> None:
    model = FluxEngine.model_of(KLEIN)
    assert catalogue.is_free(model.licence)
    assert model.offer == "flux"
    assert model.price_usd_micros == 0
    assert model.capabilities.max_references == 4
    assert {"draw", "edit"} == set(model.capabilities.modes)
    assert model.capabilities.supports_mask


def test_schnell_draws_only() -> None:
    can = FluxEngine.model_of("black-forest-labs/FLUX.1-schnell").capabilities
    assert (can.modes, can.max_references, can.supports_mask) == (frozenset({"draw"}), 0, False)


@pytest.mark.parametrize("known", catalogue.KNOWN.values(), ids=lambda known: known.name)
def test_every_known_model_has_a_licence_and_a_pipeline_we_drive(known: catalogue.Known) -> None:
    assert known.licence in (catalogue.APACHE, catalogue.NON_COMMERCIAL)
    assert known.pipeline in catalogue.PIPELINES
    assert known.model.capabilities.fit(1000, 700) == (992, 688)


def test_a_pulled_model_is_found_only_when_it_is_whole(tmp_path: Path) -> None:
    folder = pulled(tmp_path)
    assert catalogue.find(KLEIN, tmp_path) == folder
    (folder / catalogue.STAMP).unlink()
    assert catalogue.find(KLEIN, tmp_path) is None


def test_a_folder_by_its_path_needs_no_stamp(tmp_path: Path) -> None:
    folder = folders.write(tmp_path / "mine")
    assert catalogue.find(str(folder), tmp_path / "none") == folder


def test_the_shared_cache_is_used_when_nothing_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "hub" / "models--black-forest-labs--FLUX.2-klein-4B"
    snapshot = folders.write(cache / "snapshots" / "abc")
    (cache / "refs").mkdir()
    (cache / "refs" / "main").write_text("abc")
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    assert catalogue.find(KLEIN, tmp_path) == snapshot
    index = {"weight_map": {"a": "there.safetensors", "b": "gone.safetensors"}}
    (snapshot / "transformer" / "x.safetensors.index.json").write_text(json.dumps(index))
    (snapshot / "transformer" / "there.safetensors").touch()
    assert catalogue.missing(snapshot) == ["transformer/gone.safetensors"]
    assert catalogue.find(KLEIN, tmp_path) is None


def test_another_class_of_pipeline_is_refused_by_name(tmp_path: Path) -> None:
    folder = folders.write(tmp_path / "sd", {"_class_name": "StableDiffusionPipeline"})
    with pytest.raises(EngineMisconfigured, match="StableDiffusionPipeline") as told:
        catalogue.pipeline_of(folder)
    assert told.value.code == "model_unsupported"
    assert told.value.is_unpaid


@pytest.mark.parametrize("index", [b"", b"[]", b"{}", b"\xff"])
def test_an_index_that_cannot_be_read_is_said(tmp_path: Path, index: bytes) -> None:
    (tmp_path / "model_index.json").write_bytes(index)
    with pytest.raises(EngineMisconfigured) as told:
        catalogue.pipeline_of(tmp_path)
    assert told.value.code in ("model_unreadable", "model_unsupported")


def test_licences_are_read_from_stamp_name_and_card(tmp_path: Path) -> None:
    assert catalogue.licence_of(KLEIN, None) == "Apache-2.0"
    assert catalogue.licence_of("me/mine", pulled(tmp_path, "me/mine", licence="mine")) == "mine"
    copy = folders.write(tmp_path / "black-forest-labs--FLUX.1-dev")
    assert catalogue.licence_of(str(copy), copy) == catalogue.NON_COMMERCIAL
    other = folders.write(tmp_path / "other")
    assert catalogue.licence_of(str(other), other) == "apache-2.0"
    (other / "README.md").unlink()
    assert catalogue.licence_of(str(other), other) == ""


def test_sizes_come_from_headers_and_the_encoder_counts_as_cut(tmp_path: Path) -> None:
    told = weights.weights_of(folders.write(tmp_path))
    assert told.encoders == 2 * (27 * 4 * 8 + 16 * 8)
    assert told.transformer == 2 * 32 * 32
    assert told.vae == 2 * 8 * 27


@pytest.mark.parametrize("keep", [0, 4, 12, -1])
def test_a_weight_file_that_was_cut_short_is_no_weight_file(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(folders.safetensors({"a": [8, 8]})[:keep])
    with pytest.raises(ValueError, match=r"safetensors|header|Expecting|Unterminated|Extra"):
        weights.header(path)


# -- the engine before it paints ---------------------------------------------------------------------------


def test_it_is_registered_and_opens_without_pytorch() -> None:
    seen = subprocess.run(
        [sys.executable, "-c", "import sys; from waa.engines import registry as r; e = r.get('flux'); e.is_here(); "
         "e.ping(); print(e.name, [m for m in ('torch', 'diffusers', 'transformers') if m in sys.modules])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert seen.stdout.strip() == "flux []"
    assert registry.kind("flux") is FluxEngine
    assert FluxEngine.is_local


def test_what_is_missing_is_said_with_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = an_engine(tmp_path)
    monkeypatch.setattr(flux, "PACKAGES", ("no_such_package",))
    assert not FluxEngine.is_here()
    with pytest.raises(EngineMisconfigured, match="no_such_package") as told:
        engine.draw(asked())
    assert "./run setup flux" in told.value.en
    assert "./run setup flux" in told.value.zh
    monkeypatch.setattr(flux, "PACKAGES", ())
    assert FluxEngine.is_here()
    ping = engine.ping()
    assert not ping.is_well
    assert f"./run models pull {KLEIN}" in ping.en
    pulled(tmp_path)
    assert engine.has_model()
    assert engine.ping().is_well


def test_a_licence_that_is_not_for_everybody_has_to_be_accepted_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flux, "PACKAGES", ())
    pulled(tmp_path, NINE)
    refused = an_engine(tmp_path, model=NINE).ping()
    assert not refused.is_well
    assert "FLUX Non-Commercial" in refused.en
    assert an_engine(tmp_path, model=NINE, accept_licence="FLUX Non-Commercial").ping().is_well


@pytest.mark.parametrize("setting", ["precision", "offload", "compile"])
def test_a_setting_nobody_knows_is_said(
    tmp_path: Path, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flux, "PACKAGES", ())
    ping = an_engine(tmp_path, **{setting: "turbo"}).ping()
    assert f"FLUX_{setting.upper()}=turbo" in ping.en


def test_every_setting_has_a_name_in_the_environment() -> None:
    import dataclasses

    for field in dataclasses.fields(FluxConfig):
        assert field.metadata["env"].startswith("FLUX_")
        assert field.metadata["zh"]
        assert field.metadata["en"]


def test_the_models_folder_is_set_or_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert catalogue.models_folder() == WAA_DATA / "models"
    monkeypatch.setenv("FLUX_MODELS_DIR", str(tmp_path / "elsewhere"))
    assert catalogue.models_folder() == tmp_path / "elsewhere"
    assert catalogue.models_folder(str(tmp_path / "set")) == tmp_path / "set"


def test_the_version_shows_no_folder_of_the_machine(tmp_path: Path) -> None:
    folder = folders.write(tmp_path / "secret" / "mine")
    engine = FluxEngine(FluxConfig(model=str(folder)))
    assert engine.version == "mine"
    assert engine.capabilities.max_references == 4


def test_what_little_memory_costs_is_said() -> None:
    request = PictureRequest(prompt="", scene=Scene(), width=64, height=64, seed=1)
    [(_, told)] = flux._notes(request, Plan(device="cuda", precision="fp8", offload="none"))
    assert "fp8" in told


@pytest.mark.parametrize(
    ("references", "side", "has_mask", "told"),
    [
        (1, 1024, True, []),
        (3, 1024, True, ["first two"]),
        (1, 1040, True, ["enlarged"]),
        (3, 2048, False, []),
    ],
)
def test_what_a_mask_costs_is_said(references: int, side: int, has_mask: bool, told: list[str]) -> None:
    photo = np.zeros((8, 8, 3), np.uint8)
    request = PictureRequest(
        prompt="", scene=Scene(), width=side, height=side, seed=1, reference_images=(photo,) * references,
        mask_image=photo[..., 0] if has_mask else None,
    )  # fmt: skip
    notes = flux._notes(request, Plan(device="cuda", precision="bf16", offload="none"))
    assert len(notes) == len(told)
    assert all(words in en for words, (_, en) in zip(told, notes, strict=True))

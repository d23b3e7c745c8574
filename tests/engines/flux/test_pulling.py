"""`waa models` against a hub on loopback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from tests.engines.flux import folders
from tests.engines.flux.hub import Hub
from waa.cli import main
from waa.engines.flux import catalogue, pulling

MODEL = "me/tiny-flux"


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FLUX_MODELS_DIR", str(tmp_path / "models"))
    monkeypatch.delenv("FLUX_MODEL", raising=False)
    return tmp_path / "models"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, models: Path) -> Iterator[Hub]:
    pytest.importorskip("huggingface_hub", reason="the hub's library is not installed: ./run setup flux")
    extra = {
        "flux-single-file.safetensors": b"the whole model once more",
        "transformer/model.bin": b"the same in another format",
        "transformer/diffusion_pytorch_model.fp16.safetensors": b"a copy",
        "assets/picture.png": b"not a part",
    }
    opened = Hub(MODEL, folders.files() | extra)
    monkeypatch.setenv("HF_ENDPOINT", opened.url)
    monkeypatch.setenv("HF_HUB_DISABLE_TELEMETRY", "1")
    yield opened
    opened.close()


def waa(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["models", *words], input=typed)


def test_a_model_is_pulled_checked_and_stamped(hub: Hub, models: Path) -> None:
    done = waa("pull", MODEL, "--yes")
    assert done.exit_code == 0, done.output
    assert "licence: apache-2.0" in done.output
    assert "checking transformer/diffusion_pytorch_model.safetensors" in done.output
    assert f"FLUX_MODEL={MODEL}" in done.output
    folder = models / "me--tiny-flux"
    assert hub.fetched() == set(folders.files())
    assert catalogue.find(MODEL, models) == folder
    assert json.loads((folder / "waa.json").read_text())["licence"] == "apache-2.0"
    assert "ready" in waa("list").output.splitlines()[0]


def test_it_asks_first(hub: Hub, models: Path) -> None:
    assert waa("pull", MODEL, typed="n\n").exit_code == 1
    assert hub.fetched() == set()
    assert waa("pull", MODEL, typed="y\n").exit_code == 0


def test_a_licence_that_is_not_for_everybody_is_asked_for_whatever_the_flags(hub: Hub, models: Path) -> None:
    hub.card = {"license": "other", "license_name": "flux-non-commercial"}
    asked = waa("pull", MODEL, "--yes", typed="n\n")
    assert asked.exit_code == 1
    assert "flux-non-commercial" in asked.output
    assert hub.fetched() == set()
    done = waa("pull", MODEL, "--accept-licence", "flux-non-commercial")
    assert done.exit_code == 0, done.output
    assert 'FLUX_ACCEPT_LICENCE="flux-non-commercial"' in done.output


def test_what_was_cut_goes_on_where_it_stopped(
    hub: Hub, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 256)  # what comes is written in pieces of this size
    name = "transformer/diffusion_pytorch_model.safetensors"
    hub.cut.add(name)
    done = waa("pull", MODEL, "--yes")
    if done.exit_code:  # the library gave up: the next call goes on
        assert "run it again" in done.output
        assert catalogue.find(MODEL, models) is None
        assert "half" in waa("list").output
        done = waa("pull", MODEL, "--yes")
    assert done.exit_code == 0, done.output
    ranges = [part for _, path, part in hub.asked if path.endswith(name) and part]
    assert ranges
    assert all(part != "bytes=0-" for part in ranges)


def test_a_damaged_file_is_fetched_again_and_said_when_it_stays_so(hub: Hub, models: Path) -> None:
    name = "vae/diffusion_pytorch_model.safetensors"
    hub.spoilt[name] = 1
    assert waa("pull", MODEL, "--yes").exit_code == 0
    assert catalogue.find(MODEL, models) is not None
    shutil.rmtree(models)
    hub.spoilt[name] = 9
    done = waa("pull", MODEL, "--yes")
    assert done.exit_code == 1
    assert name in done.output
    assert catalogue.find(MODEL, models) is None


def test_a_model_of_another_kind_is_refused_before_its_weights_come(hub: Hub, models: Path) -> None:
    hub.files["model_index.json"] = json.dumps({"_class_name": "StableDiffusionPipeline"}).encode()
    done = waa("pull", MODEL, "--yes")
    assert done.exit_code == 1
    assert "StableDiffusionPipeline" in done.output
    assert hub.fetched() == {"model_index.json"}
    assert not (models / "me--tiny-flux").exists()


def test_what_is_no_diffusers_model_is_said(hub: Hub) -> None:
    del hub.files["model_index.json"]
    assert "model_index.json" in waa("pull", MODEL).output


@pytest.mark.parametrize(
    ("model", "gated", "words"),
    [
        ("me/nothing", False, "no model me/nothing"),
        (MODEL, True, "terms"),
        ("a b/c", False, "no model a b/c"),
    ],
)
def test_what_the_hub_refuses_is_said(hub: Hub, model: str, gated: bool, words: str) -> None:
    hub.gated = gated
    done = waa("pull", model, "--yes")
    assert done.exit_code == 1
    assert words in done.output
    assert "Traceback" not in done.output


def test_without_a_network_it_says_so(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    done = waa("pull", MODEL, "--yes")
    assert done.exit_code == 1
    assert "cannot be reached" in done.output


def test_a_full_disk_is_seen_before_anything_large_comes(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    free = SimpleNamespace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: free)
    done = waa("pull", MODEL, "--yes")
    assert done.exit_code == 1
    assert "too full" in done.output
    assert hub.fetched() == {"model_index.json"}


def test_without_the_packages_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulling, "is_here", lambda: False)
    done = waa("pull")
    assert done.exit_code == 1
    assert "./run setup flux" in done.output


# -- without a hub -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        ([*folders.files()], {*folders.files()}),
        (["model_index.json", "flux1.safetensors", "ae.safetensors"], {"model_index.json"}),
        (["vae/a.bin", "vae/a.ckpt", "vae/a.gguf", "vae/a.onnx", "vae/deep/a.json"], set()),
        (
            ["vae/a.safetensors", "vae/a.safetensors.index.json", "vae/a-1.safetensors"],
            {"vae/a.safetensors.index.json", "vae/a-1.safetensors"},
        ),
        (["tokenizer/vocab.json", "tokenizer/merges.txt", "tokenizer_2/spiece.model", "LICENSE.md"],
         {"tokenizer/vocab.json", "tokenizer/merges.txt", "tokenizer_2/spiece.model", "LICENSE.md"}),
        (["../model_index.json", "vae/../x.json", "/etc/passwd"], set()),
    ],
)  # fmt: skip
def test_only_what_diffusers_reads_is_chosen(names: list[str], chosen: set[str]) -> None:
    assert pulling.choose(names) == chosen


def whole(models: Path) -> Path:
    folder = folders.write(models / "me--tiny-flux")
    sizes = {name: len(data) for name, data in folders.files().items()}
    (folder / "waa.json").write_text(json.dumps({"licence": "mine", "files": sizes}))
    return folder


def test_the_list_tells_whole_from_half_and_names_what_could_be(models: Path) -> None:
    assert catalogue.DEFAULT in waa("list").output
    folder = whole(models)
    first = waa("list").output.splitlines()[0]
    assert "ready" in first
    assert "mine" in first
    (folder / "vae" / "config.json").unlink()
    assert "half" in waa("list").output.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "typed", "stays"), [(["--yes"], "", False), ([], "y\n", False), ([], "n\n", True)]
)
def test_a_model_is_removed_when_it_is_meant(models: Path, words: list[str], typed: str, stays: bool) -> None:
    folder = whole(models)
    done = waa("remove", MODEL, *words, typed=typed)
    assert folder.exists() == stays
    assert done.exit_code == int(stays)


def test_only_models_are_removed(models: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    for name in ("me/nothing", "..", "../other", str(tmp_path / "other")):
        done = waa("remove", name, "--yes")
        assert done.exit_code == 1
        assert "is not in" in done.output
    assert (tmp_path / "other").exists()

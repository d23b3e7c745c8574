"""The models: what is known of each, whose licence it has, and where it lies on this machine. No PyTorch here.

A pulled model is the folder `OWNER--NAME` of the models folder, with a `waa.json` that is written last, so that a
half-pulled one is never used. Any other folder of diffusers, and the cache that Hugging Face's tools share, do too.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from waa.engines.base import Capabilities, EngineMisconfigured, Model

STAMP = "waa.json"
DEFAULT = "black-forest-labs/FLUX.2-klein-4B"
APACHE = "Apache-2.0"
NON_COMMERCIAL = "FLUX Non-Commercial"

_DRAW = Capabilities(
    min_side=64,
    max_side=2048,
    max_pixels=2 << 20,
    side_step=16,
    supports_preview=True,
    languages=frozenset({"en"}),
    trained=True,
)
_KLEIN = replace(
    _DRAW, modes=frozenset({"draw", "edit"}), max_pixels=4 << 20, max_references=4, supports_mask=True
)
_KONTEXT = replace(_DRAW, modes=frozenset({"draw", "edit"}), max_references=1)

# The classes of pipelines that Waa can drive, with what each can do.
PIPELINES: dict[str, Capabilities] = {
    "Flux2KleinPipeline": _KLEIN,
    "FluxPipeline": _DRAW,
    "FluxKontextPipeline": _KONTEXT,
}


@dataclass(frozen=True, kw_only=True)
class Known:
    """A model by its id on the hub. `gigabytes` is about what is downloaded."""

    id: str
    name: str
    pipeline: str
    licence: str
    gigabytes: float
    seconds: float

    @cached_property
    def model(self) -> Model:
        can = PIPELINES[self.pipeline]
        return Model(
            id=self.id,
            name=self.name,
            offer="flux",
            capabilities=can,
            seconds=self.seconds,
            licence=self.licence,
        )


def _known(name: str, pipeline: str, licence: str, gigabytes: float, seconds: float) -> Known:
    hub = f"black-forest-labs/{name}"
    return Known(id=hub, name=name.replace("-", " "), pipeline=pipeline, licence=licence, gigabytes=gigabytes,
                 seconds=seconds)  # fmt: skip


KNOWN: dict[str, Known] = {
    known.id: known
    for known in (
        _known("FLUX.2-klein-4B", "Flux2KleinPipeline", APACHE, 16.0, 2.0),
        _known("FLUX.1-schnell", "FluxPipeline", APACHE, 34.0, 4.0),
        _known("FLUX.2-klein-base-4B", "Flux2KleinPipeline", APACHE, 16.0, 20.0),
        _known("FLUX.2-klein-9B", "Flux2KleinPipeline", NON_COMMERCIAL, 35.0, 4.0),
        _known("FLUX.2-klein-base-9B", "Flux2KleinPipeline", NON_COMMERCIAL, 35.0, 40.0),
        _known("FLUX.1-dev", "FluxPipeline", NON_COMMERCIAL, 34.0, 15.0),
        _known("FLUX.1-Krea-dev", "FluxPipeline", NON_COMMERCIAL, 34.0, 15.0),
        _known("FLUX.1-Kontext-dev", "FluxKontextPipeline", NON_COMMERCIAL, 34.0, 20.0),
    )
}


def is_free(licence: str) -> bool:
    """Whether a licence lets everybody use the model for anything, without being asked first."""
    return licence.lower().replace("_", "-") in ("apache-2.0", "mit", "cc0-1.0")


def folder_name(model_id: str) -> str:
    """Where a model is kept inside the models folder."""
    return model_id.replace("/", "--")


def model_id_of(folder: str) -> str:
    return folder.replace("--", "/", 1)


def models_folder(setting: str = "") -> Path:
    """The models folder: what is set, else `models` in Waa's data folder."""
    from waa.settings import (  # read late, for the settings are of a process that paints or serves
        WAA_DATA,
        variable,
    )

    chosen = setting or variable("FLUX_MODELS_DIR")
    return Path(chosen).expanduser() if chosen else WAA_DATA / "models"


def find(model: str, models: Path) -> Path | None:
    """The folder of a model that is whole on this machine: a folder by its path, a pulled one, or one in the shared
    cache. None when it is not here."""
    given = Path(model).expanduser()
    if (given / "model_index.json").is_file():
        return given
    pulled = models / folder_name(model)
    if (pulled / STAMP).is_file() and (pulled / "model_index.json").is_file():
        return pulled
    return _in_shared_cache(model)


def _in_shared_cache(model: str) -> Path | None:
    """A snapshot in the cache of Hugging Face's tools; it is used only when no file of it is missing."""
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", model):
        return None
    from waa.settings import variable

    home = variable("HF_HOME") or str(Path.home() / ".cache" / "huggingface")
    cache = Path(variable("HF_HUB_CACHE") or Path(home) / "hub") / f"models--{model.replace('/', '--')}"
    try:
        commit = (cache / "refs" / "main").read_text().strip()
    except OSError:
        return None
    snapshot = cache / "snapshots" / commit
    return snapshot if (snapshot / "model_index.json").is_file() and not missing(snapshot) else None


def missing(folder: Path) -> list[str]:
    """What a folder of diffusers lacks: components without their configuration, shards that an index names."""
    lacks = []
    for name, (library, _) in components(folder).items():
        part = folder / name
        if library is None:
            continue
        if not part.is_dir() or not any(part.iterdir()):
            lacks.append(name)
            continue
        for index in part.glob("*.safetensors.index.json"):
            shards = set(json.loads(index.read_text("utf-8")).get("weight_map", {}).values())
            lacks += [f"{name}/{shard}" for shard in sorted(shards) if not (part / shard).is_file()]
    return lacks


def components(folder: Path) -> dict[str, tuple[str | None, str | None]]:
    """Name of each component -> (library, class), from model_index.json."""
    index = json.loads((folder / "model_index.json").read_text("utf-8"))
    return {
        name: (value[0], value[1])
        for name, value in index.items()
        if not name.startswith("_") and isinstance(value, list) and len(value) == 2
    }


def pipeline_of(folder: Path) -> str:
    """The class of pipeline that a folder asks for. EngineMisconfigured for one that Waa does not drive."""
    try:
        named = str(json.loads((folder / "model_index.json").read_text("utf-8"))["_class_name"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise misconfigured(
            "model_unreadable",
            f"FLUX 模型資料夾讀唔到：{folder.name}。",
            f"{folder} is no diffusers folder: its model_index.json cannot be read.",
        ) from error
    if named not in PIPELINES:
        raise misconfigured(
            "model_unsupported",
            f"Waa 未識用呢種模型（{named}）。",
            f"{folder.name} is a {named}; Waa drives {', '.join(PIPELINES)}.",
        )
    return named


def licence_of(model: str, folder: Path | None) -> str:
    """The licence of a model: of a known id, of the stamp, of the card's front matter; "" when nobody says."""
    if model in KNOWN:
        return KNOWN[model].licence
    if folder is None:
        return ""
    try:
        return str(json.loads((folder / STAMP).read_text("utf-8"))["licence"])
    except (OSError, ValueError, KeyError):
        pass
    by_name = KNOWN.get(model_id_of(folder.name)) or KNOWN.get(f"black-forest-labs/{folder.name}")
    return by_name.licence if by_name is not None else _licence_of_card(folder / "README.md")


def _licence_of_card(card: Path) -> str:
    try:
        front = card.read_text("utf-8", "replace").split("\n---", 1)[0]
    except OSError:
        return ""
    told = dict(re.findall(r"^(license|license_name):\s*(\S+)", front, re.MULTILINE))
    return told.get("license_name") or told.get("license", "")


def model_of(model: str, models: Path) -> Model:
    """The facts of a model by id or folder; of one that is not here and not known, those of the default."""
    if model in KNOWN:
        return KNOWN[model].model
    folder = find(model, models)
    if folder is None:
        return replace(KNOWN[DEFAULT].model, id=model, name=model)
    try:
        can = PIPELINES[pipeline_of(folder)]
    except EngineMisconfigured:
        can = _DRAW
    licence = licence_of(model, folder)
    return Model(id=model, name=folder.name, offer="flux", capabilities=can, licence=licence)


def misconfigured(code: str, zh: str, en: str) -> EngineMisconfigured:
    return EngineMisconfigured(code, zh, en, is_unpaid=True)


def not_here(model: str) -> EngineMisconfigured:
    return misconfigured(
        "model_missing",
        f"呢部機未有 FLUX 模型 {model}，冇扣任何額度。管理員請執行：./run models pull {model}",
        f"The FLUX model {model} is not on this machine. The operator can run: ./run models pull {model}",
    )


def packages_missing(what: str) -> EngineMisconfigured:
    return misconfigured(
        "packages_missing",
        f"呢部機未裝 FLUX 要用嘅套件（{what}），冇扣任何額度。管理員請執行：./run setup flux",
        f"FLUX needs packages that are not installed ({what}). The operator can run: ./run setup flux",
    )


def not_acknowledged(model: str, licence: str) -> EngineMisconfigured:
    return misconfigured(
        "licence_not_acknowledged",
        f"{model} 嘅授權（{licence}）唔係人人可用，管理員要先確認（FLUX_ACCEPT_LICENCE）。",
        f"{model} is under “{licence}”, which does not allow every use. If yours is allowed, set "
        f"FLUX_ACCEPT_LICENCE to that name.",
    )

"""Bringing a model from the hub to this machine: what is needed and no more, checked, and stamped last.

The hub's own library does the transport, its bars, and taking up where it was cut. What it does not do is done here:
choosing the files that diffusers reads, room on the disk, checksums, and the stamp without which a model is not used.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waa.engines.base import EngineError
from waa.engines.flux import catalogue, weights
from waa.lib.errors import Unavailable

_PARTS = "scheduler|text_encoder|text_encoder_2|tokenizer|tokenizer_2|transformer|vae|image_encoder|feature_extractor"
_IN_PARTS = re.compile(
    rf"(?:{_PARTS})/[^/]+\.(?:json|txt|model|jinja|safetensors)$"
)  # no .bin, .ckpt, .gguf, .onnx
_AT_ROOT = re.compile(r"(?:model_index\.json|README\.md|LICENSE[^/]*)$")
_SPARE = 1 << 30  # bytes that stay free on the disk

Watch = Callable[[str], None]  # the name of a file whose checksum is about to be worked out


class CannotPull(Unavailable):
    """The model could not be brought here; the sentence says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A file of a model. `sha256` is empty where the hub does not say."""

    name: str
    size: int
    sha256: str = ""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What pulling a model means, before anything large moves."""

    model: str
    revision: str
    licence: str
    files: tuple[Wanted, ...]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


def is_here() -> bool:
    import importlib.util

    return importlib.util.find_spec("huggingface_hub") is not None


def choose(names: Iterable[str]) -> set[str]:
    """Of all files of a repository, those that diffusers reads: no single-file checkpoints beside the parts, no other
    formats, no half-precision copies, and not both a file and its shards."""
    chosen = {n for n in names if _AT_ROOT.fullmatch(n) or (_IN_PARTS.fullmatch(n) and ".fp16." not in n)}
    sharded = {n.removesuffix(".index.json") for n in chosen if n.endswith(".safetensors.index.json")}
    return chosen - sharded


def look(model: str) -> Listing:
    """Ask the hub. CannotPull when it does not answer or has no such model."""
    with _told(model):
        told = _hub().model_info(model, files_metadata=True)
    chosen = choose(s.rfilename for s in told.siblings or ())
    if "model_index.json" not in chosen:
        raise CannotPull(
            "no_diffusers_model",
            f"{model} 唔係 diffusers 格式嘅模型。",
            f"{model} has no model_index.json: it is no model for diffusers.",
        )
    files = tuple(
        Wanted(name=s.rfilename, size=s.size or 0, sha256=s.lfs.sha256 if s.lfs else "")
        for s in sorted(told.siblings, key=lambda s: s.rfilename)
        if s.rfilename in chosen
    )
    return Listing(model=model, revision=told.sha, licence=_licence(model, told.card_data), files=files)


def _licence(model: str, card: Any) -> str:
    if model in catalogue.KNOWN:
        return catalogue.KNOWN[model].licence
    card = card or {}
    return str(card.get("license_name") or card.get("license") or "unknown")


def pull(listing: Listing, models: Path, watch: Watch = lambda name: None) -> Path:
    """Download, check and stamp; the model's folder. What was there already is not fetched again."""
    folder = models / catalogue.folder_name(listing.model)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / catalogue.STAMP).unlink(missing_ok=True)
    _fetch(listing, folder, ["model_index.json"])
    try:
        catalogue.pipeline_of(folder)
    except EngineError as error:
        shutil.rmtree(folder)
        raise CannotPull(error.code, error.zh, error.en) from error
    _check_room(listing, folder)
    _fetch(listing, folder, [file.name for file in listing.files])
    wrong = check(listing, folder, watch)
    if wrong:  # once more: a disk or a proxy may have spoilt it
        for name in wrong:
            _forget(folder, name)
        _fetch(listing, folder, wrong)
        wrong = check(listing, folder, watch)
    if wrong:
        raise CannotPull(
            "model_damaged",
            f"下載咗兩次，呢啲檔案都唔啱：{'、'.join(wrong)}。請稍後再試。",
            f"These files came damaged twice: {', '.join(wrong)}. Try again later.",
        )
    _stamp(listing, folder)
    return folder


def check(listing: Listing, folder: Path, watch: Watch = lambda name: None) -> list[str]:
    """The files that are missing or not what the hub says: size, checksum, and headers that open."""
    return [file.name for file in listing.files if not _is_right(file, folder / file.name, watch)]


def _is_right(file: Wanted, path: Path, watch: Watch) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    if path.suffix == ".safetensors":
        try:
            weights.header(path)
        except (ValueError, KeyError, TypeError, AttributeError):
            return False
    if not file.sha256:
        return True
    watch(file.name)
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest() == file.sha256


def _stamp(listing: Listing, folder: Path) -> None:
    told = {
        "model": listing.model,
        "revision": listing.revision,
        "licence": listing.licence,
        "pulled_at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "files": {file.name: file.size for file in listing.files},
    }
    part = folder / f"{catalogue.STAMP}.part"
    part.write_text(json.dumps(told, indent=1), "utf-8")
    part.replace(folder / catalogue.STAMP)


def _check_room(listing: Listing, folder: Path) -> None:
    here = sum((folder / f.name).stat().st_size for f in listing.files if (folder / f.name).is_file())
    needed, free = listing.size - here + _SPARE, shutil.disk_usage(folder).free
    if needed > free:
        raise CannotPull(
            "disk_full",
            f"磁碟唔夠位：要 {needed / 1e9:.1f} GB，得返 {free / 1e9:.1f} GB。",
            f"The disk is too full: {needed / 1e9:.1f} GB are needed, {free / 1e9:.1f} GB are free. "
            "FLUX_MODELS_DIR can point to another disk.",
        )


def _fetch(listing: Listing, folder: Path, names: list[str]) -> None:
    import huggingface_hub

    with _told(listing.model):
        huggingface_hub.snapshot_download(
            listing.model,
            revision=listing.revision,
            local_dir=folder,
            allow_patterns=names,
            endpoint=_endpoint(),
        )


def _forget(folder: Path, name: str) -> None:
    """Drop a file and what the hub's library remembers of it."""
    (folder / name).unlink(missing_ok=True)
    (folder / ".cache" / "huggingface" / "download" / f"{name}.metadata").unlink(missing_ok=True)


def _endpoint() -> str | None:
    """Read when it is needed, for the hub's library reads it once at its import."""
    from waa.settings import variable

    return variable("HF_ENDPOINT") or None


def _hub() -> Any:
    import huggingface_hub

    return huggingface_hub.HfApi(endpoint=_endpoint(), library_name="waa")


class _told:
    """The hub's errors as sentences."""

    def __init__(self, model: str) -> None:
        self.model = model

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, Exception) and not isinstance(error, CannotPull):
            raise _sentence(self.model, error) from error


def _sentence(model: str, error: Exception) -> CannotPull:
    import httpx2
    from huggingface_hub import errors

    if isinstance(error, errors.GatedRepoError):
        return CannotPull(
            "model_gated",
            f"{model} 要先喺佢嘅網頁同意條款，再設定 HF_TOKEN。",
            f"{model} asks for its terms to be accepted on its page first; then set HF_TOKEN.",
        )
    if isinstance(error, errors.RepositoryNotFoundError | errors.HFValidationError):
        return CannotPull(
            "no_such_model",
            f"搵唔到模型 {model}（或者要設定 HF_TOKEN）。",
            f"There is no model {model}, or it needs HF_TOKEN.",
        )
    if isinstance(error, OSError | httpx2.HTTPError | ConnectionError | errors.RevisionResolutionError):
        return CannotPull(
            "hub_unreachable",
            "連唔到模型網站，或者中途斷咗。已下載嘅部分會留低，再執行一次就會接住落。",
            "The hub cannot be reached, or the connection broke. What has come is kept: run it again to go on. "
            f"({type(error).__name__})",
            retryable=True,
        )
    raise error


# -- what is here ------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Held:
    """A model in the models folder. `is_whole`: stamped, and every file as long as it was."""

    model: str
    folder: Path
    size: int
    licence: str
    is_whole: bool


def held(models: Path) -> list[Held]:
    """What lies in the models folder, by name."""
    if not models.is_dir():
        return []
    return [_held(folder) for folder in sorted(models.iterdir()) if folder.is_dir()]


def _held(folder: Path) -> Held:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    model = catalogue.model_id_of(folder.name)
    try:
        told = json.loads((folder / catalogue.STAMP).read_text("utf-8"))
        files, licence = dict(told["files"]), str(told["licence"])
    except (OSError, ValueError, KeyError, TypeError):
        return Held(
            model=model,
            folder=folder,
            size=size,
            licence=catalogue.licence_of(model, None) or "?",
            is_whole=False,
        )
    whole = all((folder / n).is_file() and (folder / n).stat().st_size == s for n, s in files.items())
    return Held(model=model, folder=folder, size=size, licence=licence, is_whole=whole)

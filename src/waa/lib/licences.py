"""The licences of everything Waa is built from: its own, the art and fonts, the Python packages that are installed."""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True)
class LicenceText:
    """`name` and `version` of a part, `licence` its short name, `text` the whole notice where the part brings one."""

    name: str
    version: str
    licence: str
    text: str


_ART = {
    "fluent-emoji": ("Fluent Emoji", "MIT"),
    "noto-emoji": ("Noto Emoji (globes)", "Apache-2.0"),
    "cldr": ("CLDR annotations", "Unicode-3.0"),
    "noto-sans-hk": ("Noto Sans HK", "OFL-1.1"),
    "noto-serif-hk": ("Noto Serif HK", "OFL-1.1"),
}


@lru_cache(1)
def licence_texts() -> tuple[LicenceText, ...]:
    """Waa's art first, then the packages by name."""
    return (*_art(), *_packages())


def _art() -> list[LicenceText]:
    folder = files("waa") / "assets/licences"
    if not folder.is_dir():
        return []
    parts = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name, licence = _ART.get(entry.name.removesuffix(".txt"), (entry.name.removesuffix(".txt"), ""))
        parts.append(LicenceText(name, "", licence, entry.read_text(encoding="utf-8")))
    return parts


def _packages() -> list[LicenceText]:
    found = {}
    for package in importlib.metadata.distributions():
        meta = package.metadata
        name = meta["Name"]
        if name and name.lower() not in ("pip", "setuptools", "wheel"):
            found[name.lower()] = LicenceText(name, package.version, _short(meta), _whole(package))
    return [found[name] for name in sorted(found)]


def _short(meta: importlib.metadata.PackageMetadata) -> str:
    """The licence expression, else the classifier, else the first line of the licence field."""
    if "License-Expression" in meta:
        return meta["License-Expression"]
    for classifier in meta.get_all("Classifier") or []:
        if classifier.startswith("License ::"):
            return str(classifier).rpartition(" :: ")[2]
    for field in meta.get_all("License") or []:
        if field.strip():
            return str(field.strip().splitlines()[0][:60])
    return ""


def _whole(package: importlib.metadata.Distribution) -> str:
    """Every licence and notice file the package brings."""
    texts = []
    for path in package.files or []:
        if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")) and path.suffix in (
            "",
            ".txt",
            ".md",
            ".rst",
        ):
            try:
                texts.append(path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError):
                continue
    return "\n\n".join(texts)

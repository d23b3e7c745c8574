"""Words over a picture: a page where they are typed, placed and seen, with one layer also where there are no scripts.

Every form sends its fields for the layer that is being edited, and all layers as they were in `layers` (JSON), of which
it is number `current`. So one way of reading serves the page, the preview, and both with and without scripts.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from waa.lib.errors import Refused
from waa.painter.lettering import Lettering, frame
from waa.studio import lettering
from waa.studio.models import Picture
from waa.web.choices import Choice
from waa.web.views.pictures import own_picture

Layer = dict[str, Any]

FONTS = (
    Choice("sans", "黑體", "Sans"),
    Choice("sans-bold", "粗黑體", "Bold sans"),
    Choice("sans-black", "特粗黑體", "Heavy sans"),
    Choice("serif", "明體", "Serif"),
    Choice("serif-black", "特粗明體", "Heavy serif"),
)
EFFECTS = (
    Choice("none", "唔加", "None"),
    Choice("outline", "描邊", "Outline"),
    Choice("shadow", "陰影", "Shadow"),
    Choice("plate", "底板", "Plate"),
)
ALIGNS = (
    Choice("left", "靠前", "Start"),
    Choice("centre", "置中", "Centre"),
    Choice("right", "靠後", "End"),
)
COLOURS = (
    Choice("auto", "自動", "Auto"),
    Choice("#17161b", "墨", "Ink", "ink"),
    Choice("#fffaf0", "紙", "Paper", "paper"),
    Choice("#d73431", "紅", "Red", "red"),
)
FIRST: Layer = {"text": "", "x": 0.5, "y": 0.2, "size": 0.12, "font": "sans-bold", "colour": "auto", "align": "centre",
                "vertical": False, "effect": "none", "behind": "auto"}  # fmt: skip


def _one_of(choices: tuple[Choice, ...], *more: str) -> forms.ChoiceField:
    names = [*(one.value for one in choices), *more]
    return forms.ChoiceField(choices=[(name, name) for name in names])


class LetterForm(forms.Form):
    """The layer that is being edited; places and size in hundredths, `own` is the colour for 'own'."""

    text = forms.CharField(required=False, strip=False, max_length=2000)
    font = _one_of(FONTS)
    size = forms.FloatField(min_value=2, max_value=50)
    x = forms.FloatField(min_value=0, max_value=100)
    y = forms.FloatField(min_value=0, max_value=100)
    colour = _one_of(COLOURS, "own")
    own = forms.RegexField(r"^#[0-9a-fA-F]{6}$", required=False)
    effect = _one_of(EFFECTS)
    align = _one_of(ALIGNS)
    vertical = forms.BooleanField(required=False)
    layers = forms.CharField(required=False, max_length=lettering.MOST_JSON)
    current = forms.IntegerField(required=False, min_value=0, max_value=99)


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, public_id: str) -> HttpResponse:
    """The page; POST makes the new picture and goes to it, or shows the page again with what is wrong. Its buttons
    `place` and `look` only find a calm place, or show the words."""
    picture = own_picture(request, public_id)
    if request.method != "POST":
        return _page(request, picture, lettering.layers_of(picture), 0)
    layers: list[Layer] = []
    current = 0
    try:
        layers, current = _read(request)
        if "place" in request.POST:
            layers[current] |= _placed(picture, layers[current])
        read = lettering.read_layers(_sent(layers))
        if "place" in request.POST or "look" in request.POST:
            shown = base64.b64encode(lettering.preview(picture, read)).decode()
            return _page(request, picture, layers, current, image=f"data:image/jpeg;base64,{shown}")
        made = lettering.letter(picture, read)
    except Refused as error:
        return _page(request, picture, layers, current, trouble=error.sentence(request.language))
    return HttpResponseRedirect(reverse("picture", args=[made.public_id]))


@require_POST
def preview(request: HttpRequest, public_id: str) -> HttpResponse:
    """JPEG of the picture with the words. `Waa-Frames` tells where each layer with words stands: [[left, top, right,
    bottom], …] in fractions of the picture."""
    picture = own_picture(request, public_id)
    layers = lettering.read_layers(_sent(_read(request)[0]))
    response = HttpResponse(lettering.preview(picture, layers), content_type="image/jpeg")
    response.headers["Waa-Frames"] = json.dumps([_frame(picture, layer) for layer in layers])
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_POST
def place(request: HttpRequest, public_id: str) -> HttpResponse:
    """{"layer"}: the edited layer where the picture is calm."""
    picture = own_picture(request, public_id)
    layers, current = _read(request)
    return JsonResponse({"layer": _placed(picture, layers[current])})


def _placed(picture: Picture, layer: Layer) -> Layer:
    if not layer["text"].strip():
        raise Refused("nothing_asked", "請先打啲字。", "Type some words first.")
    return lettering.suggest(picture, layer["text"], layer["font"])


def _frame(picture: Picture, layer: Lettering) -> list[float]:
    below = lettering.bare(picture)
    box = frame(layer, below.width, below.height)
    sides = (below.width, below.height) * 2
    return [round(at / side, 4) for at, side in zip(box, sides, strict=True)]


# -- what was sent -------------------------------------------------------------------------------------------


def _read(request: HttpRequest) -> tuple[list[Layer], int]:
    """All layers with the edited one as its fields say, and its number. Refused for what is none."""
    form = LetterForm(request.POST)
    if not form.is_valid():
        raise _unusable()
    told = form.cleaned_data
    try:
        layers = json.loads(told["layers"] or "[]")
    except (ValueError, RecursionError) as error:
        raise _unusable() from error
    if not isinstance(layers, list) or not all(isinstance(one, dict) for one in layers):
        raise _unusable()
    current = min(told["current"] or 0, len(layers))
    before = layers[current] if current < len(layers) else FIRST
    layers[current : current + 1] = [{**before, **_layer(told)}]
    return layers, current


def _layer(told: dict[str, Any]) -> Layer:
    colour = told["colour"] if told["colour"] != "own" else told["own"] or "auto"
    return {
        "text": told["text"].replace("\r\n", "\n"),
        "x": told["x"] / 100,
        "y": told["y"] / 100,
        "size": told["size"] / 100,
        "colour": colour,
        **{name: told[name] for name in ("font", "effect", "align", "vertical")},
    }


def _sent(layers: list[Layer]) -> str:
    """As JSON; a layer without words is none."""
    return json.dumps([one for one in layers if str(one.get("text", "")).strip()])


def _unusable() -> Refused:
    return Refused(
        "bad_choice",
        "字嘅設定有一項用唔到，請再揀過。",
        "One of the settings of the words cannot be used. Please choose again.",
    )


# -- the page ------------------------------------------------------------------------------------------------


def _page(
    request: HttpRequest,
    picture: Picture,
    layers: list[Layer],
    current: int,
    *,
    image: str = "",
    trouble: str = "",
) -> HttpResponse:
    below = lettering.bare(picture)
    layer = layers[current] if layers else FIRST
    is_own = layer["colour"] not in {one.value for one in COLOURS}
    context = {
        "picture": picture,
        "below": below,
        "image": image or reverse("file", args=[(below if trouble else picture).public_id, "jpg"]),
        "layers": json.dumps(layers or [FIRST], ensure_ascii=False),
        "current": current,
        "layer": layer,
        "percent": {name: round(100 * layer[name], 2) for name in ("x", "y", "size")},
        "colour": "own" if is_own else layer["colour"],
        "own": layer["colour"] if is_own else "#1e5aa8",
        "fonts": FONTS,
        "effects": EFFECTS,
        "aligns": ALIGNS,
        "colours": COLOURS,
        "trouble": trouble,
    }
    return render(request, "studio/letter.html", context, status=422 if trouble else 200)

"""What the composer sends, checked field by field. Whatever is missing has a sensible default."""

from __future__ import annotations

from typing import Any

from django import forms

from waa.lib.errors import Refused
from waa.studio.jobs import MAX_SEED
from waa.studio.prompts import MOST_PROMPT
from waa.web.choices import MODES, RATIOS, STYLES, Choice


def _one_of(choices: tuple[Choice, ...]) -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=[("", "")] + [(one.value, one.zh) for one in choices])


def _whole(low: int, high: int) -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=low, max_value=high)


class DraftForm(forms.Form):
    """What a draft needs. `drafted` is the seed of the draft that was seen last, `references` photos that go along."""

    words = forms.CharField(required=False, strip=True)
    at = forms.SlugField(required=False)
    style = _one_of(STYLES)
    mode = _one_of(MODES)
    aspect = _one_of(RATIOS)
    seed = _whole(0, MAX_SEED)
    drafted = _whole(0, MAX_SEED)
    references = forms.CharField(required=False, max_length=400)


class DrawForm(DraftForm):
    """The whole composer. `prompt` is the English that was shown; `composition` the seed of the draft to be rendered."""

    engine = forms.SlugField(required=False, max_length=40)
    prompt = forms.CharField(required=False, strip=True, max_length=MOST_PROMPT)
    composition = _whole(0, MAX_SEED)
    keep_rest = forms.BooleanField(required=False)

    count = _whole(1, 8)
    long_side = _whole(256, 4096)
    hide_words = forms.BooleanField(required=False)
    mask = forms.SlugField(required=False)


class RetryForm(forms.Form):
    """Another attempt, with another engine if one is named."""

    engine = forms.SlugField(required=False, max_length=40)


_CALLED = {
    "words": ("字", "the words"),
    "at": ("改緊邊幅", "the picture to change"),
    "style": ("風格", "the style"),
    "mode": ("類型", "the kind"),
    "aspect": ("比例", "the ratio"),
    "count": ("幾多幅", "how many"),
    "seed": ("種子", "the seed"),
    "drafted": ("草稿嘅種子", "the seed of the draft"),
    "long_side": ("長邊", "the longer side"),
    "mask": ("主體", "the subject"),
    "references": ("參考相", "the reference photos"),
    "engine": ("引擎", "the engine"),
    "prompt": ("英文提示", "the English prompt"),
    "composition": ("草稿", "the draft"),
}


def checked(form: forms.Form) -> dict[str, Any]:
    """The form's values; Refused, naming the first field that cannot be used."""
    if not form.is_valid():
        zh, en = _CALLED[next(iter(form.errors))]
        raise Refused("bad_choice", f"「{zh}」嗰項唔啱，請再揀過。", f"Please choose again: {en}.")
    return form.cleaned_data


def seed_of(values: dict[str, Any]) -> int | None:
    """The seed that was typed, else that of the draft, so that the picture is the draft, finished."""
    seed: int | None = values["drafted"] if values["seed"] is None else values["seed"]
    return seed

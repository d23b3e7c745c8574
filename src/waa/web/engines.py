"""The engines as pages show them: what each is good for, what it can do, what it would cost.

The composer carries everything of every engine in its attributes, so that choosing another one asks nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from waa.lib import money
from waa.studio import choosing, requests
from waa.studio.models import Job, Picture
from waa.studio.sizes import size_of
from waa.upstreams.routes import Quote

LARGE = 2048

# In a few words, beside the name: (zh, en).
_GOOD_FOR = {
    "offline": ("即刻有，逐樣改", "at once, changed thing by thing"),
    "flux": ("寫實插畫、產品圖", "realistic pictures, products"),
    "gemini": ("快手改相、合成", "quick changes to photos, merging"),
    "gemini-pro": ("改相最叻，識寫中文字", "best with photos, writes Chinese"),
    "openai": ("聽足指示，排得好字", "follows instructions, sets text well"),
}


@dataclass(frozen=True, kw_only=True)
class EngineCard:
    """One engine in the reader's language. `draws` and `edits` are what 1, 2, … pictures cost, new ones and changed
    ones, as they are read; `price` is the one to begin with. `references` is how many pictures go along at most,
    `below` what takes its place where it is closed."""

    name: str
    label: str
    model: str
    good_for: str
    is_open: bool
    why: str
    below: str
    price: str
    draws: tuple[str, ...]
    edits: tuple[str, ...]
    references: int
    paints_scenes: bool
    reads_chinese: bool
    has_seed: bool
    is_large: bool
    is_remote: bool


def cards(quotes: Sequence[Quote], language: str, *, edit: bool) -> list[EngineCard]:
    """What the chooser shows; nothing where there is nothing to choose. `edit`: a picture is there to be changed."""
    return [_card(quote, language, edit) for quote in quotes] if len(quotes) > 1 else []


def _card(quote: Quote, language: str, edit: bool) -> EngineCard:
    side = 0 if language == "zh-hk" else 1
    can = quote.capabilities
    draws, edits = (
        tuple(money.shown(price * n, language) for n in range(1, settings.MAX_COUNT + 1))
        for price in (quote.price_usd_micros, quote.edit_price_usd_micros)
    )
    label = label_of(quote, language)
    return EngineCard(
        name=quote.offer,
        label=label,
        model="" if can.paints_scenes or quote.model_name == label else quote.model_name,
        good_for=_GOOD_FOR.get(quote.offer, ("", ""))[side],
        is_open=quote.is_open,
        why=(quote.why_zh, quote.why_en)[side],
        below=quote.steps_down_to or "offline",
        price=(edits if edit else draws)[0],
        draws=draws,
        edits=edits,
        references=can.max_references,
        paints_scenes=can.paints_scenes,
        reads_chinese="zh" in can.languages,
        has_seed=can.supports_seed,
        is_remote=not quote.is_local,
        is_large=max(can.fit(*size_of("1:1", min(LARGE, settings.MAX_SIDE)))) > 1024,
    )


def label_of(quote: Quote, language: str) -> str:
    return quote.zh if language == "zh-hk" else quote.en


def chosen(quotes: Sequence[Quote], wanted: str = "") -> str:
    """The one that is wanted, else the usual one; for one that is closed, what takes its place."""
    known = {quote.offer: quote for quote in quotes}
    name = wanted if wanted in known else choosing.default_offer(list(quotes))
    quote = known.get(name)
    return name if quote is None or quote.is_open else quote.steps_down_to or "offline"


@dataclass(frozen=True, kw_only=True)
class Way:
    """Another engine that could paint what failed, and what it would cost."""

    name: str
    label: str
    price: str


def other_ways(job: Job, quotes: Sequence[Quote], language: str) -> list[Way]:
    """Open engines beside the one that was asked, which can do what this job wants."""
    able = [q for q in quotes if q.offer != job.offer and q.is_open and _is_able(job, q)]
    return [
        Way(
            name=q.offer,
            label=_after_chinese(label_of(q, language), language),
            price=money.shown(_price(job, q), language),
        )
        for q in able
    ]


def _after_chinese(label: str, language: str) -> str:
    """Hong Kong's way: a space between Chinese and Latin letters, none between Chinese ones."""
    return f" {label}" if language == "zh-hk" and label[:1].isascii() else label


def _is_able(job: Job, quote: Quote) -> bool:
    wanted = requests.reference_count(job.brief, quote.capabilities)
    return wanted <= quote.capabilities.max_references and (not wanted or "edit" in quote.capabilities.modes)


def _price(job: Job, quote: Quote) -> int:
    is_edit = requests.reference_count(job.brief, quote.capabilities) > 0
    return quote.edit_price_usd_micros if is_edit else quote.price_usd_micros


def price_of_variations(picture: Picture, quotes: Sequence[Quote], language: str) -> str:
    """What `studio.jobs.vary` would cost; "" where it is free, or where nobody knows any more who painted it."""
    job = Job.objects.filter(picture=picture).select_related("brief").first()
    quote = next((q for q in quotes if job is not None and q.offer == job.brief.engine), None)
    if job is None or quote is None:
        return ""
    micros = _price(job, quote) * min(4, settings.MAX_COUNT)
    return money.shown(micros, language) if micros else ""


def cost_of(picture: Picture, language: str) -> str:
    """What it cost, and what had been quoted where that was something else; "" where there was never a price."""
    job = getattr(picture, "job", None)
    quoted = job.quote_usd_micros if job is not None else 0
    spent = picture.cost_usd_micros or 0
    if not quoted and not spent:
        return ""
    told = money.shown(spent, language)
    if spent == quoted:
        return told
    before = money.shown(quoted, language)
    return f"{told}（報價 {before}）" if language == "zh-hk" else f"{told} (quoted {before})"

"""Jobs: asking for pictures. `submit` is the only way to one."""

from __future__ import annotations

import secrets
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from waa.accounts.models import Visitor
from waa.engines.offers import OFFERS
from waa.lib.errors import Refused, TooMany
from waa.lib.ids import new_id
from waa.studio import choosing, masks, prompts, reading
from waa.studio.bells import ring_work
from waa.studio.choosing import Choice
from waa.studio.models import Brief, Job, Picture
from waa.studio.sizes import size_like, size_of
from waa.words import scene as scenes

MAX_SEED = 2**31 - 1
_AT_FIRST = dict.fromkeys(OFFERS, 12.0) | {"offline": 1.0}  # seconds, before anything is known here

Waiting = dict[uuid.UUID, list[uuid.UUID]]


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What a person asks for: the form, the API and the command line all fill this in.

    `engine` is an offer (engines.offers). `prompt` is the English they made of what they were shown. `composition` is the
    seed of the draft whose layout is to be kept. `keep_rest` wants everything that was not spoken of back as it was.
    """

    words: str = ""
    picture: Picture | None = None
    references: Sequence[Picture] = ()
    style: str | None = None
    mode: str | None = None
    aspect: str | None = None
    count: int = 1
    seed: int | None = None
    engine: str | None = None
    prompt: str = ""
    composition: int | None = None
    keep_rest: bool = False
    long_side: int = 1024
    hide_words: bool = False
    mask: str | None = None
    language: str = "zh-hk"


def submit(*, visitor: Visitor, ask: Ask) -> list[Job]:
    """Put `ask.count` jobs into the line. Refused, with a sentence, when the ask cannot be met; then nothing changed."""
    _check(ask)
    choice = choosing.choose(ask.engine)
    understood = reading.read(ask.words, picture=ask.picture, references=ask.references, style=ask.style,
                              mode=ask.mode, aspect=ask.aspect)  # fmt: skip
    references = _references(ask, understood)
    shown = _shown(ask, choice, references)
    width, height = _size(ask, choice, understood, shown)
    fitted = choice.capabilities.fit(width, height)
    choice.capabilities.check(width=fitted[0], height=fitted[1], references=len(shown))
    seeds = _seeds(ask)
    brief_id = new_id()
    with masks.copied(brief_id, ask.mask) as mask, transaction.atomic():
        _check_waiting(visitor, ask.count)
        brief = Brief.objects.create(
            id=brief_id,
            visitor=visitor,
            words=ask.words,
            picture=ask.picture,
            references=[p.public_id for p in references],
            scene=scenes.to_json(understood.scene),
            operations=[list(operation) for operation in understood.operations],
            sentences=[list(sentence) for sentence in (*understood.sentences, *_not_understood(understood))],
            engine=choice.offer,
            english=_english(ask, understood, len(shown)),
            prompt=ask.prompt.strip(),
            width=width,
            height=height,
            settings=_form(ask, understood, mask),
        )
        jobs = [_job(brief, choice, number=n, seed=seed) for n, seed in enumerate(seeds)]
        transaction.on_commit(ring_work)
    return jobs


def _job(brief: Brief, choice: Choice, *, number: int, seed: int) -> Job:
    return Job.objects.create(
        brief=brief,
        visitor=brief.visitor,
        number=number,
        seed=seed,
        offer=choice.offer,
        lane=choice.lane,
        quote_usd_micros=choice.quote(edit=brief.is_edit),
    )


def _shown(ask: Ask, choice: Choice, references: list[Picture]) -> list[Picture]:
    """The pictures that would go along to the chosen engine."""
    if choice.capabilities.paints_scenes or ask.picture is None or ask.picture in references:
        return references
    return [ask.picture, *references]


def _english(ask: Ask, understood: reading.Reading, references: int) -> str:
    seen = ask.picture.meaning if ask.picture is not None and ask.picture.scene else None
    return prompts.english_of(ask.words, understood.scene, seen=seen, references=references)


def _check(ask: Ask) -> None:
    _check_words(ask)
    if not 1 <= ask.count <= settings.MAX_COUNT:
        raise Refused(
            "count_out_of_range",
            f"一次可以畫 1 至 {settings.MAX_COUNT} 幅。",
            f"1 to {settings.MAX_COUNT} pictures at a time.",
        )
    if ask.seed is not None and not 0 <= ask.seed <= MAX_SEED:
        raise Refused(
            "seed_out_of_range",
            f"種子要係 0 至 {MAX_SEED} 嘅整數。",
            f"A seed is a whole number from 0 to {MAX_SEED}.",
        )
    if not 256 <= ask.long_side <= settings.MAX_SIDE:
        raise Refused(
            "size_out_of_range",
            f"邊長要喺 256 至 {settings.MAX_SIDE} 點之間。",
            f"A side has 256 to {settings.MAX_SIDE} pixels.",
        )


def _check_words(ask: Ask) -> None:
    if not ask.words.strip() and not ask.references and ask.picture is None:
        raise Refused(
            "nothing_asked",
            "請先講你想要乜嘢畫，例如「一隻貓坐喺月球上」。",
            "Say first what you would like, such as “a cat on the moon”.",
        )
    if not ask.words.strip() and ask.picture is not None and not ask.references:
        raise Refused(
            "nothing_asked",
            "想點改呢幅畫？講一句，例如「加多隻狗」。",
            "What should change? Say it in a few words, such as “add a dog”.",
        )
    if len(ask.prompt) > prompts.MOST_PROMPT:
        raise Refused(
            "prompt_too_long",
            f"英文提示最多 {prompts.MOST_PROMPT} 個字母，請縮短啲。",
            f"The English prompt takes {prompts.MOST_PROMPT} characters at most. Make it shorter.",
        )


def _check_waiting(visitor: Visitor, more: int) -> None:
    if Job.objects.unfinished().filter(visitor=visitor).count() + more > settings.MAX_WAITING:
        raise TooMany(
            "too_many_waiting",
            f"你已經有好多幅畫喺度排緊隊（最多 {settings.MAX_WAITING} 幅），等佢哋畫好先啦。",
            f"You have many pictures waiting already ({settings.MAX_WAITING} at most). Let those finish first.",
            retryable=True,
            retry_after=5,
        )


def _not_understood(understood: reading.Reading) -> list[reading.Sentence]:
    """What nobody understood is said beside the picture too: it is not on it."""
    if not understood.unknown:
        return []
    shown = [words[:40] for words in understood.unknown[:6]]
    return [
        (
            f"唔明{''.join(f'「{words}」' for words in shown)}，所以冇畫。",
            f"Not understood, so not painted: {', '.join(f'“{words}”' for words in shown)}.",
        )
    ]


def _references(ask: Ask, understood: reading.Reading) -> list[Picture]:
    first = [ask.picture] if ask.picture is not None and understood.needs_pixels else []
    return [*first, *(p for p in ask.references if p not in first)]


def _size(ask: Ask, choice: Choice, understood: reading.Reading, shown: list[Picture]) -> tuple[int, int]:
    is_at_scene = ask.picture is not None and not understood.needs_pixels
    if shown and not is_at_scene:
        if choice.capabilities.paints_scenes:  # of several, the last is what the others are set into
            return size_like(shown[-1].width, shown[-1].height, settings.MAX_SIDE)
        if ask.aspect:
            return size_of(ask.aspect, ask.long_side)
        return size_like(shown[0].width, shown[0].height, settings.MAX_SIDE)
    aspect = understood.scene.aspect
    if ask.picture is not None and aspect == ask.picture.meaning.aspect:
        return ask.picture.width, ask.picture.height
    return size_of(aspect, ask.long_side)


def _seeds(ask: Ask) -> list[int]:
    """A refined picture keeps its seed, so that what was not spoken of stays where it was."""
    if ask.seed is not None:
        first = ask.seed
    elif ask.picture is not None and not ask.picture.is_upload:
        first = ask.picture.seed
    else:
        first = secrets.randbelow(MAX_SEED - settings.MAX_COUNT)
    return [(first + n) % (MAX_SEED + 1) for n in range(ask.count)]


def _form(ask: Ask, understood: reading.Reading, mask: str | None) -> dict[str, object]:
    at = ask.picture.public_id if ask.picture is not None else None
    is_new = ask.picture is None and not ask.references
    form = {"style": ask.style, "mode": ask.mode, "aspect": ask.aspect, "count": ask.count, "long_side": ask.long_side,
            "hide_words": ask.hide_words, "mask": mask, "at": at, "unknown": bool(understood.unknown),
            "composition": ask.composition if is_new else None, "keep_rest": ask.keep_rest}  # fmt: skip
    return {name: value for name, value in form.items() if value}


def vary(*, visitor: Visitor, picture: Picture, count: int = 4) -> list[Job]:
    """The same scene again with other seeds: nothing keeps its place. Refused for a photo, which has no scene."""
    if picture.settings.get("lettering") or picture.settings.get("put_back"):
        raise Refused(
            "derived_not_variable",
            "呢幅係由另一幅改出嚟，請返去嗰幅做變奏。",
            "This was made from another picture. Go back to that one for variations.",
        )
    if picture.is_upload:
        raise Refused(
            "photo_not_variable",
            "相冇得變奏，講句你想點改啦，例如「水彩」。",
            "A photo has no variations. Say how it should change, such as “watercolour”.",
        )
    count = min(count, settings.MAX_COUNT)
    cleared = scenes.without_spots(picture.meaning)
    made_by = Brief.objects.filter(jobs__picture=picture).first()
    choice = choosing.choose(made_by.engine if made_by else None)
    kept = {name: value for name, value in picture.settings.items() if name != "composition"}
    brief_id = new_id()
    with masks.copied(brief_id, kept.pop("mask", None)) as mask, transaction.atomic():
        _check_waiting(visitor, count)
        brief = Brief.objects.create(
            id=brief_id,
            visitor=visitor,
            words=picture.words,
            picture=picture,
            scene=scenes.to_json(cleared),
            engine=choice.offer,
            english=made_by.english if made_by else prompts.english_of(picture.words, cleared),
            prompt=made_by.prompt if made_by else "",
            operations=picture.operations,
            width=picture.width,
            height=picture.height,
            settings={**kept, "variation": True} | ({"mask": mask} if mask else {}),
            references=made_by.references if made_by else [],
        )
        seeds = {secrets.randbelow(MAX_SEED) for _ in range(count * 2)} - {picture.seed}
        jobs = [_job(brief, choice, number=n, seed=s) for n, s in enumerate(sorted(seeds)[:count])]
        transaction.on_commit(ring_work)
    return jobs


def cancel(job: Job) -> bool:
    """Stop a job: at once while it waits, within a second while it is painted. Whether there was something to stop."""
    now = timezone.now()
    waiting = Job.objects.waiting().filter(pk=job.pk)
    if waiting.update(status=Job.Status.CANCELLED, cancel_requested_at=now, finished_at=now, changed_at=now):
        ring_work()
        return True
    running = Job.objects.filter(pk=job.pk, status=Job.Status.RUNNING, cancel_requested_at=None)
    return bool(running.update(cancel_requested_at=now, changed_at=now))


def retry(job: Job, engine: str | None = None) -> Job:
    """Another attempt at the same brief, with another engine if one is named."""
    if not job.is_over:
        raise Refused("still_running", "呢幅仲畫緊。", "This one is still being painted.")
    choice = choosing.choose(engine or job.offer)
    with transaction.atomic():
        _check_waiting(job.visitor, 1)
        again = _job(job.brief, choice, number=job.number, seed=job.seed)
        transaction.on_commit(ring_work)
    return again


@dataclass(frozen=True)
class Outlook:
    """`place` is 1 for the next in line, 0 for one that is being painted; `seconds` a guess at what is left."""

    place: int
    seconds: int


def outlook(job: Job) -> Outlook:
    """Where a job stands and how long it may take."""
    return outlooks([job])[0]


def outlooks(jobs: Sequence[Job]) -> list[Outlook]:
    """The same for several at once; the number of queries does not depend on how many."""
    if all(job.is_over for job in jobs):
        return [Outlook(0, 0) for _ in jobs]
    usual = {offer: _usual_seconds(offer) for offer in {job.offer for job in jobs}}
    running = dict(Job.objects.filter(status=Job.Status.RUNNING).values_list("lane").annotate(n=Count("id")))
    waiting: dict[str, Waiting] = {lane: defaultdict(list) for lane in Job.Lane.values}
    for lane, visitor, pk in Job.objects.waiting().values_list("lane", "visitor", "pk"):
        waiting[lane][visitor].append(pk)
    return [_outlook(job, usual[job.offer], running.get(job.lane, 0), waiting[job.lane]) for job in jobs]


def _outlook(job: Job, each: float, running: int, waiting: Waiting) -> Outlook:
    if job.is_over:
        return Outlook(0, 0)
    if job.status == Job.Status.RUNNING:
        return Outlook(0, max(1, round(each * (1 - job.progress))))
    ahead_of_mine = sum(pk < job.pk for pk in waiting.get(job.visitor_id, ()))
    # The line serves visitors in turn: before my k-th job, nobody else gets more than k + 1.
    others = (len(pks) for visitor, pks in waiting.items() if visitor != job.visitor_id)
    ahead = ahead_of_mine + sum(min(count, ahead_of_mine + 1) for count in others)
    each_worker = settings.WORKER_SLOTS if job.lane == Job.Lane.LOCAL else settings.UPSTREAM_SLOTS
    slots = each_worker * max(1, settings.WORKERS)
    rounds = (ahead + min(running, slots)) / slots
    return Outlook(ahead + 1, max(1, round(each * (rounds + 1))))


def _usual_seconds(offer: str) -> float:
    done = Job.objects.filter(status=Job.Status.DONE, offer=offer).order_by("-pk")
    took = [end - start for start, end in done.values_list("started_at", "finished_at")[:20]]
    return sum(took, timedelta()).total_seconds() / len(took) if took else _AT_FIRST.get(offer, 1.0)

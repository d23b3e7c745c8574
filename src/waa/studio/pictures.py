"""Keeping, showing, sharing and deleting pictures."""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from waa.accounts.models import Visitor
from waa.engines.base import Engine, PictureResult, Pixels
from waa.lib import images
from waa.lib.errors import NotHere
from waa.lib.ids import new_id, share_token
from waa.lib.provenance import Provenance, from_xmp, to_xmp
from waa.studio import files, requests
from waa.studio.models import Brief, Job, Picture
from waa.words import scene as scenes

log = logging.getLogger("waa.studio")


@dataclass(frozen=True, eq=False, kw_only=True)
class Painted:
    """What came of it. `trail` tells who was asked in vain; `settle` does the books, and must be called once."""

    result: PictureResult
    engine: Engine
    label: str
    cost_usd_micros: int | None
    trail: tuple[tuple[str, str], ...] = ()
    settle: Callable[[], None] = lambda: None


def keep(*, job: Job, painted: Painted) -> Picture | None:
    """Write the files, then row and job in one transaction. None, and nothing left, when the job is no longer running."""
    picture_id, result = new_id(), painted.result
    xmp = to_xmp(_provenance(job, result, painted.engine))
    height, width = result.pixels.shape[:2]
    brief = job.brief
    photo = _encoded(result.pixels, quality=94, xmp=xmp)
    with _files_of(picture_id, photo) as names, transaction.atomic():
        if not _is_done(job, painted):
            files.delete(*names)
            return None
        picture = Picture.objects.create(
            id=picture_id,
            visitor_id=job.visitor_id,
            parent=_parent(brief),
            words=brief.words,
            prompt_used=result.prompt_used,
            scene=scenes.to_json(result.scene) if result.scene is not None else None,
            operations=brief.operations if painted.engine.capabilities.paints_scenes else [],
            notes=[*_pairs(painted.trail), *_said(brief, painted), *_pairs(result.notes)],
            settings=brief.settings,
            engine=result.engine,
            engine_version=result.version,
            engine_label=painted.label,
            cost_usd_micros=painted.cost_usd_micros,
            seed=result.seed,
            width=width,
            height=height,
            file=names[0],
            thumbnail=names[1],
            colour=photo.colour,
        )
        picture.references.add(*_shown(brief, painted.engine))
        Job.objects.filter(pk=job.pk).update(picture=picture)
    return picture


def _is_done(job: Job, painted: Painted) -> bool:
    """Say that it is, unless somebody stopped it or it is another worker's by now."""
    now = timezone.now()
    running = Job.objects.running_as(job).filter(cancel_requested_at=None)
    return bool(
        running.update(
            status=Job.Status.DONE,
            progress=1.0,
            finished_at=now,
            changed_at=now,
            cost_usd_micros=painted.cost_usd_micros,
            trail=_pairs(painted.trail),
            ticket=None,
        )
    )


def _pairs(notes: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [list(note) for note in notes]


def _said(brief: Brief, painted: Painted) -> list[list[str]]:
    """What was understood of a change, and what was not, where it was Waa's reading that was painted."""
    return list(brief.sentences) if painted.engine.capabilities.paints_scenes else []


def _shown(brief: Brief, engine: Engine) -> list[Picture]:
    """The pictures whose pixels went into it."""
    names = requests.names_of(brief, engine.capabilities)
    if not names:
        return []
    return list(Picture.objects.filter(public_id__in=names, visitor_id=brief.visitor_id))


@dataclass(frozen=True, eq=False)
class Photo:
    """A picture ready to be kept: JPEG, its thumbnail, (width, height), the colour to show while it loads."""

    data: bytes
    thumbnail: bytes
    size: tuple[int, int]
    colour: str


def _encoded(pixels: Pixels, *, quality: int, xmp: bytes | None = None) -> Photo:
    with ThreadPoolExecutor(
        1
    ) as beside:  # both leave the other cores free, and somebody waits for the picture
        small = beside.submit(lambda: images.encode(images.thumbnail(pixels), "jpg", quality=84))
        data = images.encode(pixels, "jpg", quality=quality, xmp=xmp)
        size = (pixels.shape[1], pixels.shape[0])
        return Photo(data, small.result(), size, images.dominant_colour(pixels))


@contextlib.contextmanager
def _files_of(picture_id: uuid.UUID, photo: Photo, original: bytes | None = None) -> Iterator[list[str]]:
    """The names of the files, written; whatever goes wrong in here or inside, none stays."""
    data = {"jpg": photo.data, "thumb.jpg": photo.thumbnail} | ({} if original is None else {"png": original})
    names = [files.name_for(picture_id, what) for what in data]
    try:
        for name, content in zip(names, data.values(), strict=True):
            files.write(name, content)
        yield names
    except BaseException:
        files.delete(*names)
        raise


def _parent(brief: Brief) -> Picture | None:
    """The picture that was refined, if its maker has not deleted it while this one was painted."""
    return Picture.objects.filter(pk=brief.picture_id).first() if brief.picture_id else None


def _provenance(job: Job, result: PictureResult, engine: Engine) -> Provenance:
    brief = job.brief
    references = requests.names_of(brief, engine.capabilities)
    photo = bool(references)
    kinds = ("compositeWithTrainedAlgorithmicMedia", "trainedAlgorithmicMedia") if engine.capabilities.trained else (
        "algorithmicallyEnhanced", "algorithmicMedia")  # fmt: skip
    parents = [brief.picture.public_id] if brief.picture else []
    return Provenance(
        source_type=kinds[0] if photo else kinds[1],
        engine=result.engine,
        version=result.version,
        seed=result.seed,
        words=None if brief.settings.get("hide_words") else brief.words,
        made_at=timezone.now().isoformat(timespec="seconds"),
        parents=tuple(dict.fromkeys([*parents, *references])),
    )


def keep_original(picture: Picture, pixels: Pixels) -> None:
    """The lossless copy, after the picture can already be seen. A deleted picture gets none."""
    name = files.name_for(picture.pk, "png")
    try:
        files.write(name, images.encode(pixels, "png", xmp=_xmp_of(picture)))
    except (OSError, NotHere):  # the picture stands without it: `download` makes a PNG of the JPEG
        log.exception("no lossless copy of picture %s", picture.pk)
        return
    if not Picture.objects.filter(pk=picture.pk).update(original=name):
        files.delete(name)


def clean(data: bytes) -> Photo:
    """A photo from outside, decoded, stripped and encoded anew. ImageRefused for what is no photo."""
    return _encoded(images.read_upload(data).pixels, quality=95)


def keep_upload(*, visitor: Visitor, photo: Photo) -> Picture:
    picture_id = new_id()
    with _files_of(picture_id, photo) as names:
        return Picture.objects.create(
            id=picture_id,
            visitor=visitor,
            kind=Picture.Kind.UPLOAD,
            width=photo.size[0],
            height=photo.size[1],
            file=names[0],
            thumbnail=names[1],
            colour=photo.colour,
        )


def keep_derived(
    picture: Picture, pixels: Pixels, *, settings: dict[str, Any], notes: list[list[str]]
) -> Picture:
    """A child of a picture that is there, made of its pixels without a job: lettered, or with a part put back."""
    picture_id = new_id()
    xmp = to_xmp(_derived(picture, from_xmp(_xmp_of(picture) or b"")))
    photo, lossless = _encoded(pixels, quality=94, xmp=xmp), images.encode(pixels, "png", xmp=xmp)
    with _files_of(picture_id, photo, original=lossless) as names, transaction.atomic():
        made = Picture.objects.create(
            id=picture_id,
            visitor=picture.visitor,
            parent=picture,
            words=picture.words,
            prompt_used=picture.prompt_used,
            notes=notes,
            settings=settings | {"hide_words": bool(picture.settings.get("hide_words"))},
            engine=picture.engine,
            engine_version=picture.engine_version,
            engine_label=picture.engine_label,
            seed=picture.seed,
            width=photo.size[0],
            height=photo.size[1],
            file=names[0],
            thumbnail=names[1],
            original=names[2],
            colour=photo.colour,
        )
        made.references.add(picture)
    return made


def _derived(picture: Picture, told: Provenance | None) -> Provenance:
    """Where its pixels come from: a model's picture stays one, whatever is set over it; a photo becomes edited."""
    words = None if picture.settings.get("hide_words") else picture.words or None
    now = timezone.now().isoformat(timespec="seconds")
    if told is None:
        return Provenance(source_type="algorithmicallyEnhanced", engine="waa", version="1", seed=picture.seed, words=words,
                          made_at=now, parents=(picture.public_id,))  # fmt: skip
    return dataclasses.replace(told, made_at=now, parents=(picture.public_id,), extra={})


def download(picture: Picture, kind: str) -> bytes:
    """The picture as a file of `kind` ('png', 'jpg', 'webp'), with its provenance."""
    if kind == "jpg":
        return files.read(picture.file)
    if kind == "png" and picture.original:
        return files.read(picture.original)
    return images.encode(files.pixels(picture), kind, xmp=_xmp_of(picture))


def _xmp_of(picture: Picture) -> bytes | None:
    """The packet that already stands in the picture's JPEG; None for a plain photo."""
    return images.xmp_of(files.read(picture.file))


def delete(picture: Picture) -> None:
    """Row, file, thumbnail, lossless copy, mask, and the words that asked for it. Its children stay and lose their
    parent; share links end. When a file cannot be removed nothing is, so that it can be tried again."""
    with transaction.atomic():
        briefs = list(Brief.objects.filter(jobs__picture=picture).values_list("pk", flat=True))
        names = files_of(picture)
        picture.delete()
        spoken_for = Job.objects.unfinished() | Job.objects.exclude(picture=None)
        done_with = Brief.objects.filter(pk__in=briefs).exclude(jobs__in=spoken_for)
        names += tuple(files.name_for(pk, "mask.png") for pk in done_with.values_list("pk", flat=True))
        done_with.delete()
        files.delete(*names)


def files_of(picture: Picture) -> tuple[str, ...]:
    """The name of every file a picture may have."""
    return picture.file, picture.thumbnail, picture.original, files.name_for(picture.pk, "mask.png")


def share(picture: Picture) -> str:
    """The token of its private link, made at the first call."""
    if not picture.share_token:
        Picture.objects.filter(pk=picture.pk, share_token=None).update(share_token=share_token())
        picture.refresh_from_db(fields=["share_token"])
    return str(picture.share_token)


def unshare(picture: Picture) -> None:
    """The link ends; a new one will be another."""
    Picture.objects.filter(pk=picture.pk).update(share_token=None)

"""Keeping, showing, sharing and deleting pictures."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from waa.accounts.models import Visitor
from waa.engines.base import Engine, PictureResult, Pixels
from waa.lib import images
from waa.lib.ids import new_id, public_id, share_token
from waa.lib.provenance import Provenance, to_xmp
from waa.studio import files
from waa.studio.models import Brief, Job, Picture
from waa.words import scene as scenes


def keep(*, job: Job, result: PictureResult, engine: Engine) -> Picture | None:
    """Write the files, then row and job in one transaction. None, and nothing left, when the job is no longer running."""
    picture_id, shown_id = new_id(), public_id()
    provenance = _provenance(job, result, engine)
    height, width = result.pixels.shape[:2]
    names = [
        files.write(
            files.name_for(picture_id, "jpg"),
            images.encode(result.pixels, "jpg", quality=94, xmp=to_xmp(provenance)),
        ),
        files.write(
            files.name_for(picture_id, "thumb.jpg"),
            images.encode(images.thumbnail(result.pixels), "jpg", quality=84),
        ),
    ]
    brief = job.brief
    try:
        with transaction.atomic():
            now = timezone.now()
            running = Job.objects.filter(
                pk=job.pk, status=Job.Status.RUNNING, attempts=job.attempts, cancel_requested_at=None
            )
            if not running.update(status=Job.Status.DONE, progress=1.0, finished_at=now, changed_at=now):
                files.delete(*names)
                return None
            picture = Picture.objects.create(
                id=picture_id,
                public_id=shown_id,
                visitor_id=job.visitor_id,
                parent=_parent(brief),
                words=brief.words,
                prompt_used=result.prompt_used,
                scene=scenes.to_json(result.scene) if result.scene is not None else None,
                operations=brief.operations,
                notes=[*brief.sentences, *[list(note) for note in result.notes]],
                settings=brief.settings,
                engine=result.engine,
                engine_version=result.version,
                seed=result.seed,
                width=width,
                height=height,
                file=names[0],
                thumbnail=names[1],
                colour=images.dominant_colour(result.pixels),
            )
            picture.references.set(
                Picture.objects.filter(public_id__in=brief.references, visitor_id=job.visitor_id)
            )
            Job.objects.filter(pk=job.pk).update(picture=picture)
    except BaseException:
        files.delete(*names)
        raise
    return picture


def _parent(brief: Brief) -> Picture | None:
    """The picture that was refined, if its maker has not deleted it while this one was painted."""
    return Picture.objects.filter(pk=brief.picture_id).first() if brief.picture_id else None


def _provenance(job: Job, result: PictureResult, engine: Engine) -> Provenance:
    brief = job.brief
    photo = bool(brief.references)
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
        parents=tuple(dict.fromkeys([*parents, *brief.references])),
    )


def keep_original(picture: Picture, pixels: Pixels) -> None:
    """The lossless copy, after the picture can already be seen. A deleted picture gets none."""
    xmp = _xmp_of(picture)
    name = files.write(files.name_for(picture.pk, "png"), images.encode(pixels, "png", xmp=xmp))
    if not Picture.objects.filter(pk=picture.pk).update(original=name):
        files.delete(name)


def keep_upload(*, visitor: Visitor, data: bytes) -> Picture:
    """A photo from outside: read, cleaned, encoded anew. ImageRefused for what is no photo."""
    upload = images.read_upload(data)
    width, height = upload.size
    picture_id = new_id()
    names = [
        files.write(files.name_for(picture_id, "jpg"), images.encode(upload.pixels, "jpg", quality=95)),
        files.write(
            files.name_for(picture_id, "thumb.jpg"),
            images.encode(images.thumbnail(upload.pixels), "jpg", quality=84),
        ),
    ]
    try:
        return Picture.objects.create(
            id=picture_id,
            visitor=visitor,
            kind=Picture.Kind.UPLOAD,
            width=width,
            height=height,
            file=names[0],
            thumbnail=names[1],
            colour=images.dominant_colour(upload.pixels),
        )
    except BaseException:
        files.delete(*names)
        raise


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
    """Row, file, thumbnail and lossless copy. Its children stay and lose their parent; share links end."""
    names = (picture.file, picture.thumbnail, picture.original, files.name_for(picture.pk, "mask.png"))
    picture.delete()
    files.delete(*names)


def share(picture: Picture) -> str:
    """The token of its private link, made at the first call."""
    if not picture.share_token:
        Picture.objects.filter(pk=picture.pk, share_token=None).update(share_token=share_token())
        picture.refresh_from_db(fields=["share_token"])
    return str(picture.share_token)


def unshare(picture: Picture) -> None:
    """The link ends; a new one will be another."""
    Picture.objects.filter(pk=picture.pk).update(share_token=None)

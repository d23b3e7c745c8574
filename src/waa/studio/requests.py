"""From a job to what an engine gets: the scene, the references' pixels, the seed."""

from __future__ import annotations

from waa.engines.base import PictureRequest
from waa.lib.errors import NotHere
from waa.studio import files
from waa.studio.models import Brief, Job, Picture
from waa.words import scene as scenes


def request_of(job: Job) -> PictureRequest:
    """NotHere when a photo it needs was deleted meanwhile."""
    brief = job.brief
    return PictureRequest(
        prompt=brief.words,
        scene=scenes.from_json(brief.scene),
        width=brief.width,
        height=brief.height,
        seed=job.seed,
        reference_images=tuple(files.pixels(picture) for picture in _references(brief)),
        mask_image=files.mask(brief.settings["mask"]) if brief.settings.get("mask") else None,
        operations=tuple((name, degree) for name, degree in brief.operations),
        idempotency_key=str(job.pk),
    )


def _references(brief: Brief) -> list[Picture]:
    """The picture being refined where its pixels matter, then the further references, in the order they were given."""
    if not brief.references:
        return []
    found = {
        p.public_id: p
        for p in Picture.objects.visible_to(brief.visitor).filter(public_id__in=brief.references)
    }
    if not found.keys() >= set(brief.references):
        raise NotHere(
            "reference_gone",
            "要用嘅相已經刪除咗，請揀過張相再試。",
            "A photo this needs has been deleted. Choose another and try again.",
        )
    return [found[name] for name in brief.references]

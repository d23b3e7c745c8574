"""Keeping the rest: what nobody asked to change comes back from the picture before.

Models that edit repaint everything a little. Where the person marked an area, or asked for it, only what really changed
is taken from their answer; the pixels of the rest are those of the picture before.
"""

from __future__ import annotations

import dataclasses

from waa.engines.base import Capabilities, PictureRequest, PictureResult
from waa.lib import images
from waa.lib.errors import NotHere, Refused
from waa.studio import files, pictures, requests
from waa.studio.models import Job, Picture

Note = tuple[str, str]

MAP_SIDE = 1024


def kept(
    job: Job, request: PictureRequest, result: PictureResult, capabilities: Capabilities
) -> PictureResult:
    """The result with the rest put back, where that was wanted. Waa's own painter changes nothing else anyway, and a
    mask tells it which thing is the subject. What edits a picture keeps that picture's ratio, or says that it does not.
    """
    if capabilities.paints_scenes or not requests.names_of(job.brief, capabilities):
        return result
    from waa.painter.photo import keeping, ratio  # heavy, and seldom needed

    pixels, notes = result.pixels, list(result.notes)
    if not capabilities.is_exact:
        matched = ratio.match_ratio(pixels, job.brief.width, job.brief.height)
        pixels, notes = matched.pixels, [*notes, *_said(matched.note)]
    mask = requests.mask_of(job.brief)
    if job.brief.settings.get("keep_rest") or mask is not None:
        back = keeping.keep_rest(request.reference_images[0], pixels, mask)
        pixels, notes = back.pixels, [*notes, *_said(back.note)]
    return dataclasses.replace(result, pixels=pixels, notes=tuple(notes))


def _said(note: Note | None) -> list[Note]:
    return [] if note is None else [note]


def put_back(picture: Picture) -> Picture:
    """A new picture: what did not really change since its parent is the parent's again. Refused where that is nothing."""
    from waa.painter.photo import keeping

    parent = _parent_of(picture)
    back = keeping.keep_rest(files.pixels(parent), files.pixels(picture))
    if back.note is not None:
        raise Refused("nothing_to_put_back", *back.note)
    percent = round(100 * back.share)
    told = [
        f"其餘照返上一幅，只留低改咗嘅 {percent}%",
        f"The rest is as before; the {percent}% that changed stays",
    ]
    return pictures.keep_derived(picture, back.pixels, settings={"put_back": True}, notes=[told])


def show_changes(picture: Picture) -> bytes:
    """JPEG: the parent in grey, and in red what changed since."""
    from waa.painter.photo import keeping

    before = images.thumbnail(files.pixels(_parent_of(picture)), MAP_SIDE)
    after = images.thumbnail(files.pixels(picture), MAP_SIDE)
    return images.encode(keeping.show_changes(before, after), "jpg", quality=85)


def _parent_of(picture: Picture) -> Picture:
    if picture.parent is None:
        raise NotHere("no_parent", "呢幅畫冇上一幅。", "There is no picture before this one.")
    return picture.parent

"""Keeping the rest: what nobody asked to change comes back from the picture before.

Models that edit repaint everything a little. Where the person marked an area, or asked for it, only what really changed
is taken from their answer; the pixels of the rest are those of the picture before.
"""

from __future__ import annotations

import dataclasses

from waa.engines.base import Capabilities, PictureRequest, PictureResult
from waa.studio import requests
from waa.studio.models import Job


def kept(
    job: Job, request: PictureRequest, result: PictureResult, capabilities: Capabilities
) -> PictureResult:
    """The result with the rest put back, where that was wanted. Waa's own painter changes nothing else anyway, and a
    mask tells it which thing is the subject."""
    mask = requests.mask_of(job.brief)
    wanted = job.brief.settings.get("keep_rest") or mask is not None
    if not wanted or not request.reference_images or capabilities.paints_scenes:
        return result
    from waa.painter.photo import keeping  # heavy, and seldom needed

    back = keeping.keep_rest(request.reference_images[0], result.pixels, mask)
    notes = result.notes if back.note is None else (*result.notes, back.note)
    return dataclasses.replace(result, pixels=back.pixels, notes=notes)

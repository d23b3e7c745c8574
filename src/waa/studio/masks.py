"""The mask of a photo's subject: found, shown, corrected with a box or a brush. Kept beside the photo."""

from __future__ import annotations

import contextlib
import io
import re
import uuid
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from waa.lib import images
from waa.lib.errors import Refused
from waa.studio import files
from waa.studio.models import Picture

_BOX = re.compile(r"(0|1|0?\.\d+|1\.0+),(0|1|0?\.\d+|1\.0+),(0|1|0?\.\d+|1\.0+),(0|1|0?\.\d+|1\.0+)")


def mask_name(picture: Picture) -> str:
    return files.name_for(picture.pk, "mask.png")


def subject(picture: Picture) -> bytes:
    """PNG, white where the subject is: the corrected one, else found now."""
    if files.exists(mask_name(picture)):
        return files.read(mask_name(picture))
    return _keep(picture, _find(picture))


def found(picture: Picture) -> bytes:
    """PNG, white where the subject is, whatever is kept."""
    return images.encode_mask(_find(picture))


def correct(picture: Picture, *, box: str = "", painted: bytes | None = None) -> bytes:
    """Find the subject anew inside `box` ('left,top,right,bottom', 0..1), or take the painted mask as it is."""
    if painted is not None:
        return _keep(picture, _painted(picture, painted))
    match = _BOX.fullmatch(box.replace(" ", ""))
    if match is None:
        raise Refused("bad_box", "個框唔啱，請再拉過。", "That box cannot be used; please draw it again.")
    left, top, right, bottom = (float(v) for v in match.groups())
    if right - left < 0.02 or bottom - top < 0.02:
        raise Refused("bad_box", "個框太細，請拉大啲。", "The box is too small; please draw a larger one.")
    return _keep(picture, _find(picture, (left, top, right, bottom)))


@contextlib.contextmanager
def copied(brief_id: uuid.UUID, name: str | None) -> Iterator[str | None]:
    """A mask that belongs to the brief alone, so that whoever paints the next one does not change this one. When what
    is done with it goes wrong, it does not stay."""
    if name is None:
        yield None
        return
    own = name_for_brief(brief_id)
    files.write(own, files.read(name))
    try:
        yield own
    except BaseException:
        files.delete(own)
        raise


def name_for_brief(brief_id: uuid.UUID) -> str:
    return files.name_for(brief_id, "mask.png")


def _painted(picture: Picture, data: bytes) -> NDArray[np.uint8]:
    """A mask that was painted in the browser, at the photo's size."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            if image.width * image.height > images.MAX_PIXELS:
                raise ValueError("too large")
            grey = image.convert("L").resize((picture.width, picture.height), Image.Resampling.BILINEAR)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused(
            "bad_mask", "讀唔到個遮罩，請再畫過。", "The mask cannot be read; please paint it again."
        ) from error
    return np.asarray(grey, np.uint8)


def _keep(picture: Picture, mask: NDArray[np.uint8]) -> bytes:
    data = images.encode_mask(mask)
    files.write(mask_name(picture), data)
    return data


def _find(picture: Picture, box: tuple[float, float, float, float] | None = None) -> NDArray[np.uint8]:
    from waa.painter import photo  # heavy, and seldom needed in the web process

    return photo.subject_mask(files.pixels(picture), box=box)

"""The mask of a photo's subject: found, shown, corrected with a box or a brush. Kept beside the photo."""

from __future__ import annotations

import re

import cv2
import numpy as np

from waa.lib.errors import Refused
from waa.painter import photo
from waa.studio import files
from waa.studio.models import Picture

_BOX = re.compile(r"(0|1|0?\.\d+|1\.0+),(0|1|0?\.\d+|1\.0+),(0|1|0?\.\d+|1\.0+),(0|1|0?\.\d+|1\.0+)")


def mask_name(picture: Picture) -> str:
    return files.name_for(picture.pk, "mask.png")


def subject(picture: Picture) -> bytes:
    """PNG, white where the subject is: the corrected one, else found now."""
    if files.exists(mask_name(picture)):
        return files.read(mask_name(picture))
    return _keep(picture, photo.subject_mask(files.pixels(picture)))


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
    return _keep(picture, photo.subject_mask(files.pixels(picture), box=(left, top, right, bottom)))


def _painted(picture: Picture, data: bytes) -> np.ndarray:
    header = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE) if len(data) < 8_000_000 else None
    if header is None or header.shape[0] * header.shape[1] > 25_000_000:
        raise Refused("bad_mask", "讀唔到個遮罩，請再畫過。", "The mask cannot be read; please paint it again.")
    return cv2.resize(header, (picture.width, picture.height), interpolation=cv2.INTER_LINEAR)


def _keep(picture: Picture, mask: np.ndarray) -> bytes:
    data = cv2.imencode(".png", mask)[1].tobytes()
    files.replace(mask_name(picture), data)
    return bytes(data)

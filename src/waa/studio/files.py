"""Picture files in the storage: names, reading, writing, really deleting."""

from __future__ import annotations

import contextlib
import uuid

import numpy as np
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from numpy.typing import NDArray

from waa.lib import images
from waa.lib.errors import NotHere
from waa.studio.models import Picture


def name_for(picture_id: uuid.UUID, what: str) -> str:
    """Spread over folders by the id's random end: a folder of a million files is slow."""
    return f"{picture_id.hex[-2:]}/{picture_id.hex}.{what}"


def preview_name(job_id: uuid.UUID) -> str:
    """Of the partial picture of a job, while it is painted."""
    return name_for(job_id, "preview.jpg")


def write(name: str, data: bytes) -> None:
    """Write a file, all of it or nothing; what was there before is replaced."""
    default_storage.save(name, ContentFile(data))


def exists(name: str) -> bool:
    return bool(default_storage.exists(name))


def read(name: str) -> bytes:
    try:
        with default_storage.open(name) as file:
            return bytes(file.read())
    except FileNotFoundError as error:
        raise NotHere("picture_gone", "呢幅畫嘅檔案唔見咗。", "The file of this picture is gone.") from error


def pixels(picture: Picture) -> NDArray[np.uint8]:
    """(height, width, 3) uint8, from the lossless copy where there is one."""
    return images.decode(read(picture.original or picture.file))


def mask(name: str) -> NDArray[np.uint8]:
    """(height, width) uint8, 255 where a photo may change."""
    return images.decode_mask(read(name))


def delete(*names: str) -> None:
    """Delete files; those already gone do not matter."""
    for name in names:
        if name:
            with contextlib.suppress(FileNotFoundError):
                default_storage.delete(name)

"""Disks that behave badly, as a storage that Waa is given."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import IO, Any

from waa.studio.storage import WholeFiles


class FullDisk(WholeFiles):
    """A disk with room for `room` bytes more. What does not fit is cut off in the middle, as on a real one."""

    def __init__(self, *arguments: Any, room: int = 4000, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.room = room
        self.is_locked = False  # nothing can be deleted

    def open_part(self, part: Path) -> IO[bytes]:
        return _Bounded(super().open_part(part), self)  # type: ignore[return-value]

    def delete(self, name: str) -> None:
        if self.is_locked:
            raise PermissionError(errno.EACCES, "locked", name)
        super().delete(name)


class _Bounded:
    def __init__(self, file: IO[bytes], disk: FullDisk) -> None:
        self._file, self._disk = file, disk

    def write(self, data: bytes) -> int:
        fits = data[: self._disk.room]
        self._disk.room -= len(fits)
        self._file.write(fits)
        if len(fits) < len(data):
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(data)

    def __enter__(self) -> _Bounded:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

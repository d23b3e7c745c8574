"""Picture files: a whole file or none, whatever the disk does."""

from __future__ import annotations

import threading
import uuid
from pathlib import Path

import pytest

from tests.disks import FullDisk
from tests.make import files_in
from waa.lib.errors import NotHere
from waa.studio import files


def test_names_are_spread_over_folders_and_tell_their_row() -> None:
    one = uuid.UUID("0190b0f0-0000-7000-8000-0000000000ab")
    assert files.name_for(one, "jpg") == f"ab/{one.hex}.jpg"


def test_what_is_written_can_be_read_and_replaced(data_folder: Path) -> None:
    files.write("ab/one.jpg", b"first")
    files.write("ab/one.jpg", b"second")
    assert files.read("ab/one.jpg") == b"second"
    assert files_in(data_folder) == {"ab/one.jpg"}


def test_files_are_for_their_owner_alone(data_folder: Path) -> None:
    files.write("ab/one.jpg", b"x")
    place = data_folder / "pictures" / "ab" / "one.jpg"
    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_nothing_half(small_disk: FullDisk, data_folder: Path) -> None:
    files.write("ab/before.jpg", b"small")
    with pytest.raises(OSError, match="No space left"):
        files.write("ab/large.jpg", b"x" * 10_000)
    assert files_in(data_folder) == {"ab/before.jpg"}


def test_a_full_disk_keeps_what_was_to_be_replaced(small_disk: FullDisk, data_folder: Path) -> None:
    files.write("ab/mask.png", b"former")
    with pytest.raises(OSError, match="No space left"):
        files.write("ab/mask.png", b"x" * 10_000)
    assert files.read("ab/mask.png") == b"former"


def test_a_reader_never_sees_half_a_file(data_folder: Path) -> None:
    """Writers and a reader at the same time: each read is one of the two contents, whole."""
    contents = {b"a" * 300_000, b"b" * 300_000}
    files.write("ab/one.jpg", b"a" * 300_000)
    stop = threading.Event()

    def write(data: bytes) -> None:
        while not stop.is_set():
            files.write("ab/one.jpg", data)

    writers = [threading.Thread(target=write, args=(data,)) for data in contents]
    for writer in writers:
        writer.start()
    seen = {files.read("ab/one.jpg") for _ in range(60)}
    stop.set()
    for writer in writers:
        writer.join()
    assert seen <= contents
    assert files_in(data_folder) == {"ab/one.jpg"}


def test_a_lost_file_is_an_error_with_a_sentence(data_folder: Path) -> None:
    with pytest.raises(NotHere) as error:
        files.read("ab/nothing.jpg")
    assert error.value.code == "picture_gone"


def test_deleting_does_not_mind_what_is_gone(data_folder: Path) -> None:
    files.write("ab/one.jpg", b"x")
    files.delete("ab/one.jpg", "ab/never.jpg", "")
    assert not files.exists("ab/one.jpg")


@pytest.mark.parametrize("name", ["../outside.jpg", "/etc/waa.jpg", "ab/../../outside.jpg"])
def test_nothing_is_written_outside_the_folder(data_folder: Path, name: str) -> None:
    with pytest.raises(Exception, match="path"):
        files.write(name, b"x")
    assert files_in(data_folder) == set()

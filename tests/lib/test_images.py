"""Uploads are decoded, turned upright, stripped and encoded anew; whatever is no photo gets a sentence."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from waa.lib import images
from waa.lib.images import ImageRefused


def photo_bytes(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    """A small photo, its left half red and its right half blue."""
    image = Image.new("RGB", size, (20, 40, 220))
    image.paste((220, 30, 30), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_it_reads_the_usual_kinds(kind: str) -> None:
    upload = images.read_upload(photo_bytes(kind))
    assert upload.size == (64, 48)
    assert upload.pixels.dtype == np.uint8
    assert upload.pixels[24, 8, 0] > 150 > upload.pixels[24, 56, 0]


def test_it_reads_heic_from_phones() -> None:
    import pillow_heif

    heif = pillow_heif.from_pillow(Image.open(io.BytesIO(photo_bytes("PNG"))))
    out = io.BytesIO()
    heif.save(out, quality=90)
    assert images.read_upload(out.getvalue()).size == (64, 48)


def test_it_turns_photos_upright_and_drops_where_they_were_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright: turn by 90 degrees
    exif.get_ifd(0x8825)[1] = "N"
    upload = images.read_upload(photo_bytes(exif=exif))
    assert upload.size == (48, 64)
    out = images.encode(upload.pixels, "jpg")
    assert not Image.open(io.BytesIO(out)).getexif()


def test_it_puts_see_through_parts_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (16, 16), (255, 0, 0, 0)).save(out, "PNG")
    assert (images.read_upload(out.getvalue()).pixels == 255).all()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "upload_empty"),
        (b"GIF89a", "upload_unreadable"),
        (SVG, "upload_unreadable"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "upload_unreadable"),
        (b"<!doctype html><script>alert(1)</script>", "upload_unreadable"),
        (photo_bytes()[:200], "upload_unreadable"),
        (photo_bytes("PNG", (4, 4)), "upload_too_small"),
        (b"\xff\xd8\xff" + b"0" * images.MAX_BYTES, "upload_too_large"),
    ],
)
def test_it_refuses_what_is_no_photo(data: bytes, code: str) -> None:
    with pytest.raises(ImageRefused) as refusal:
        images.read_upload(data)
    assert refusal.value.code == code
    assert refusal.value.zh
    assert refusal.value.en


def test_it_refuses_a_bomb_before_unpacking_it() -> None:
    """60,000 x 60,000 pixels in a file of a few hundred bytes."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    png = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"0" * 1000))
        + chunk(b"IEND", b"")
    )
    with pytest.raises(ImageRefused):
        images.read_upload(png)


def test_a_polyglot_comes_out_clean() -> None:
    """A JPEG with a zip and a script behind it is a JPEG; what follows does not survive."""
    dirty = photo_bytes() + b"PK\x03\x04<script>alert(1)</script>"
    clean = images.encode(images.read_upload(dirty).pixels, "jpg")
    assert b"script" not in clean
    assert b"PK\x03\x04" not in clean


@given(st.binary(max_size=400))
def test_arbitrary_bytes_are_a_photo_or_a_refusal(data: bytes) -> None:
    with contextlib.suppress(ImageRefused):
        images.read_upload(data)


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_what_it_writes_it_reads_back(kind: str) -> None:
    pixels = images.read_upload(photo_bytes("PNG")).pixels
    data = images.encode(pixels, kind, xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'></x:xmpmeta>")
    assert abs(images.decode(data).astype(int) - pixels).mean() < 4
    assert b"xmpmeta" in (images.xmp_of(data) or b"")


def test_thumbnails_keep_the_ratio_and_never_grow() -> None:
    pixels = np.zeros((900, 1600, 3), np.uint8)
    assert images.thumbnail(pixels, 480).shape == (270, 480, 3)
    assert images.thumbnail(pixels, 4000) is pixels


def test_the_dominant_colour_is_a_css_colour() -> None:
    assert images.dominant_colour(np.full((50, 50, 3), (255, 0, 16), np.uint8)) == "#ff0010"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_an_answer_is_what_its_bytes_say(kind: str) -> None:
    assert images.read_answer(photo_bytes(kind)).shape == images.read_upload(photo_bytes(kind)).pixels.shape


def test_a_plain_png_is_read_as_any_other() -> None:
    grain = np.random.default_rng(0).integers(0, 255, (90, 70, 3), np.uint8)
    for kind in ("RGB", "RGBA", "P"):
        out = io.BytesIO()
        Image.fromarray(grain).convert(kind).save(out, "PNG")
        assert (images.read_answer(out.getvalue()) == images.read_upload(out.getvalue()).pixels).all()


@pytest.mark.parametrize("place", [60, 9_000, -60])
def test_a_png_with_one_wrong_byte_is_none(place: int) -> None:
    grain = np.random.default_rng(0).integers(0, 255, (90, 70, 3), np.uint8)
    data = bytearray(images.encode(grain, "png"))
    data[place] ^= 0xFF
    with pytest.raises(ImageRefused):
        images.read_answer(bytes(data))


@pytest.mark.parametrize("data", [photo_bytes("GIF"), photo_bytes("PNG")[:-30], b"<svg/>", b""])
def test_an_answer_is_a_whole_picture_of_three_kinds(data: bytes) -> None:
    with pytest.raises(ImageRefused):
        images.read_answer(data)

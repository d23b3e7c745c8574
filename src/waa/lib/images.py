"""Images from outside and to outside: verify, turn upright, re-encode, shrink.

Nothing that a person uploads is ever served as it came: it is decoded, stripped and encoded anew.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from waa.lib.errors import Refused

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 25_000_000
MAX_SIDE = 12_000
_READABLE = ("PNG", "JPEG", "WEBP", "GIF", "HEIF")
_ANSWERS = ("PNG", "JPEG", "WEBP")

FORMATS = {"png": ("PNG", "image/png"), "jpg": ("JPEG", "image/jpeg"), "webp": ("WEBP", "image/webp")}


class ImageRefused(Refused):
    """The file is no picture that Waa takes."""


class ImageTooLarge(ImageRefused):
    """The file has more bytes than Waa takes."""

    status = 413


@dataclass(frozen=True, eq=False)
class Upload:
    """A clean picture: (height, width, 3) uint8 sRGB, upright, nothing of the file left but its pixels."""

    pixels: NDArray[np.uint8]

    @property
    def size(self) -> tuple[int, int]:
        return int(self.pixels.shape[1]), int(self.pixels.shape[0])


def read_upload(data: bytes) -> Upload:
    """Decode a picture from outside; ImageRefused, with a sentence, for anything else."""
    if len(data) > MAX_BYTES:
        raise ImageTooLarge(
            "upload_too_large",
            "張相大過 25 MB，請縮細再試。",
            "The photo is over 25 MB. Make it smaller and try again.",
        )
    if not data:
        raise ImageRefused(
            "upload_empty", "個檔案係空嘅，請揀過另一張相。", "The file is empty. Choose another photo."
        )
    _register_heif()
    return _verified(data, _READABLE)


def read_answer(data: bytes) -> NDArray[np.uint8]:
    """The picture in a provider's answer, (height, width, 3) uint8 sRGB. What it is, its bytes say and no header does;
    ImageRefused for anything but a whole PNG, JPEG or WebP of at most MAX_PIXELS."""
    pixels = _plain_png(data)
    return _verified(data, _ANSWERS).pixels if pixels is None else pixels


def _plain_png(data: bytes) -> NDArray[np.uint8] | None:
    """A PNG that needs nothing but decoding, in three quarters of the time; None for all else, a broken one too."""
    import cv2  # only where pictures come in

    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            needs_more = image.mode != "RGB" or {"icc_profile", "exif", "transparency"} & set(image.info)
            if needs_more or image.width * image.height > MAX_PIXELS or min(image.size) < 8:
                return None
    except Exception:  # the long way finds the right words
        return None
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR_RGB)
    return None if pixels is None else np.asarray(pixels, np.uint8)


def _verified(data: bytes, formats: tuple[str, ...]) -> Upload:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _decode(data, formats)
    except ImageRefused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, RuntimeError, EOFError, MemoryError,
            OverflowError) as error:  # fmt: skip
        raise ImageRefused(
            "upload_unreadable",
            "讀唔到呢個檔案。Waa 收 JPEG、PNG、WebP、GIF 同 HEIC 相。",
            "That file cannot be read. Waa takes JPEG, PNG, WebP, GIF and HEIC photos.",
        ) from error


def _decode(data: bytes, formats: tuple[str, ...]) -> Upload:
    image = Image.open(io.BytesIO(data), formats=formats)
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise _too_many_pixels()
    if min(width, height) < 8:
        raise ImageRefused(
            "upload_too_small", "張相太細，最少要 8×8 點。", "The photo is too small: 8×8 pixels at least."
        )
    image.load()
    upright = ImageOps.exif_transpose(image)
    flat = _flattened(_to_srgb(upright))
    return Upload(np.asarray(flat, np.uint8).copy())


def _too_many_pixels() -> ImageRefused:
    return ImageRefused(
        "upload_too_many_pixels",
        "張相太多點。Waa 最多收 2,500 萬點，每邊最多 12,000 點，請縮細再試。",
        "The photo has too many pixels. Waa takes up to 25 megapixels, 12,000 a side. Make it smaller and try again.",
    )


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, _srgb(), outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile is no reason to refuse a photo
        return image


@lru_cache(1)
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _flattened(image: Image.Image) -> Image.Image:
    """See-through parts on white."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        ground = Image.new("RGB", rgba.size, (255, 255, 255))
        ground.paste(rgba, mask=rgba.getchannel("A"))
        return ground
    return image.convert("RGB")


@lru_cache(1)
def _register_heif() -> None:
    import pillow_heif  # only when somebody uploads

    pillow_heif.register_heif_opener(thumbnails=False)


def encode(
    pixels: NDArray[np.uint8], kind: str = "jpg", *, quality: int = 92, xmp: bytes | None = None
) -> bytes:
    """(height, width, 3) uint8 -> a file of `kind` ('png', 'jpg', 'webp') with an XMP packet in it."""
    name, _ = FORMATS[kind]
    out = io.BytesIO()
    image = Image.fromarray(pixels)
    if name == "PNG":
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        if xmp:
            info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        image.save(out, "PNG", compress_level=3, pnginfo=info)
    elif name == "JPEG":
        image.save(
            out,
            "JPEG",
            quality=quality,
            subsampling=0 if quality > 90 else 2,
            **({"xmp": xmp} if xmp else {}),
        )
    else:
        image.save(out, "WEBP", quality=quality, method=3, **({"xmp": xmp} if xmp else {}))
    return out.getvalue()


def decode(data: bytes) -> NDArray[np.uint8]:
    """A file of our own back to (height, width, 3) uint8."""
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
        return np.asarray(image.convert("RGB"), np.uint8).copy()


def xmp_of(data: bytes) -> bytes | None:
    """The XMP packet of a PNG, JPEG or WebP file; None when there is none or the file is something else."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
            found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    except (OSError, ValueError, SyntaxError):
        return None
    return found.encode() if isinstance(found, str) else found


def decode_mask(data: bytes) -> NDArray[np.uint8]:
    """A greyscale PNG to (height, width) uint8."""
    with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
        return np.asarray(image.convert("L"), np.uint8).copy()


def encode_mask(mask: NDArray[np.uint8]) -> bytes:
    out = io.BytesIO()
    Image.fromarray(mask).save(out, "PNG", compress_level=1)
    return out.getvalue()


def thumbnail(pixels: NDArray[np.uint8], longest: int = 480) -> NDArray[np.uint8]:
    """A smaller copy, its longer side `longest`; the same pixels when it is no larger."""
    height, width = pixels.shape[:2]
    if max(height, width) <= longest:
        return pixels
    import cv2  # a quarter of Pillow's time, while somebody waits for the picture

    scale = longest / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def dominant_colour(pixels: NDArray[np.uint8]) -> str:
    """'#rrggbb' to show while the picture loads."""
    step = max(1, min(pixels.shape[:2]) // 24)
    mean = pixels[::step, ::step].reshape(-1, 3).mean(0)
    return "#" + "".join(f"{int(c):02x}" for c in mean)

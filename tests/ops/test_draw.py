"""`waa draw`: what it prints, what it writes, what it refuses before it paints."""

from __future__ import annotations

import io
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.make import photo_bytes
from tests.ops.conftest import Waa
from tests.upstreams.openai import OpenAIServer
from waa import settings
from waa.engines import registry
from waa.lib.images import xmp_of
from waa.lib.provenance import Provenance, from_xmp
from waa.words.lexicon import lexicon
from waa.words.understand import understand

SMALL = ("--size", "96x64")


def told_in(path: Path) -> Provenance:
    told = from_xmp(xmp_of(path.read_bytes()) or b"")
    assert told is not None
    return told


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def pixels(path: Path) -> np.ndarray:
    return np.asarray(opened(path).convert("RGB"), np.int16)


def a_word_nobody_draws() -> str:
    """The painter learns; what it cannot draw today is looked up."""
    words = (c.zh[0] for c in lexicon().concepts.values() if c.kind == "thing" and c.zh and not c.is_drawable)
    return next(
        word for word in words if [t.words for t in understand(f"一隻貓同一隻{word}").things] == ["貓", word]
    )


# -- painting --------------------------------------------------------------------------------------------


def test_it_says_what_was_understood_where_the_picture_is_and_the_time(waa: Waa, tmp_path: Path) -> None:
    done = waa("draw", "一隻貓喺月球", "-o", "cat.png", "--seed", "7", *SMALL)
    assert done.exit_code == 0, done.output
    assert re.fullmatch(r"明白：貓 · 月球\ncat\.png  96×64  seed 7  \d+\.\d\d s\n", done.output)
    assert opened(tmp_path / "cat.png").size == (96, 64)


def test_in_english(waa: Waa) -> None:
    done = waa("draw", "a red cat", "-o", "cat.png", "--language", "en", *SMALL)
    assert done.output.startswith("Understood: a red cat\n")


@pytest.mark.parametrize(
    ("ending", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("JPEG", "JPEG"), ("webp", "WEBP")]
)
def test_the_ending_says_the_format(waa: Waa, tmp_path: Path, ending: str, kind: str) -> None:
    done = waa("draw", "貓", "-o", f"cat.{ending}", *SMALL)
    assert done.exit_code == 0, done.output
    assert opened(tmp_path / f"cat.{ending}").format == kind
    told = told_in(tmp_path / f"cat.{ending}")
    assert (told.words, told.engine, told.source_type) == ("貓", "offline", "algorithmicMedia")


def test_without_a_name_the_words_are_the_name(waa: Waa, tmp_path: Path) -> None:
    assert waa("draw", "一隻 ../cat!", *SMALL).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["waa-一隻-cat.png"]


def test_the_same_seed_gives_the_same_file(waa: Waa, tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        waa("draw", "貓", "-o", name, "--seed", "3", *SMALL)
    assert (pixels(tmp_path / "a.png") == pixels(tmp_path / "b.png")).all()


def test_the_words_may_say_the_ratio(waa: Waa, tmp_path: Path) -> None:
    waa("draw", "貓，9:16", "-o", "cat.jpg")
    width, height = opened(tmp_path / "cat.jpg").size
    assert abs(width / height - 9 / 16) < 0.01


def test_words_that_are_no_text_do_no_harm(waa: Waa, tmp_path: Path) -> None:
    done = waa("draw", "貓\udcff\x00", "-o", "cat.png", *SMALL)
    assert done.exit_code == 0, done.output
    assert "貓" in (told_in(tmp_path / "cat.png").words or "")


# -- honesty ---------------------------------------------------------------------------------------------


def test_what_cannot_be_drawn_is_said(waa: Waa) -> None:
    word = a_word_nobody_draws()
    done = waa("draw", f"一隻貓同一隻{word}", "-o", "a.png", *SMALL)
    assert done.output.startswith(f"明白：貓 · {word}\n")
    assert f"未識畫：{word}" in done.output


def test_what_the_engine_says_is_said(waa: Waa, quick_engine: str) -> None:
    done = waa("draw", "note", "-o", "a.png", "--engine", quick_engine, *SMALL)
    assert "呢度有嘢未識畫。" in done.output


def test_what_was_not_understood_is_said(waa: Waa) -> None:
    done = waa("draw", "a cat and a flurbish", "-o", "a.png", "--language", "en", *SMALL)
    assert re.search(r"Not understood: .*flurbish", done.output)


def test_nothing_understood_brings_suggestions(waa: Waa) -> None:
    done = waa("draw", "xyzzy", "-o", "a.png", *SMALL)
    assert done.exit_code == 0
    assert "睇唔出你想畫乜" in done.output
    assert len(re.findall(r"^  \S", done.output, re.MULTILINE)) == 3


# -- refining and photos ---------------------------------------------------------------------------------


def test_from_a_picture_of_its_own_it_goes_on(waa: Waa, tmp_path: Path) -> None:
    waa("draw", "一隻貓喺草地", "-o", "cat.png", "--seed", "11", *SMALL)
    done = waa("draw", "加多隻狗，改成夜晚", "--from", "cat.png", "-o", "dog.jpg", *SMALL)
    assert "加咗一隻狗" in done.output
    assert "seed 11" in done.output
    again = waa("draw", "移走隻貓", "--from", "dog.jpg", "-o", "alone.webp", *SMALL)
    assert "明白：狗" in again.output, "the scene goes along in every format"
    assert told_in(tmp_path / "alone.webp").seed == 11


def test_a_change_that_cannot_be_made_is_said(waa: Waa) -> None:
    waa("draw", "一隻貓", "-o", "cat.png", *SMALL)
    done = waa("draw", "移走架車", "--from", "cat.png", "-o", "b.png", *SMALL)
    assert done.exit_code == 0
    assert "冇車" in done.output


def test_a_photo_is_worked_on(waa: Waa, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(photo_bytes())
    for option in ("--ref", "--from"):
        done = waa("draw", "黑白", option, "photo.jpg", "-o", "grey.png")
        assert done.exit_code == 0, done.output
        grey = pixels(tmp_path / "grey.png")
        assert grey.shape[:2] == (64, 96), "it keeps the size of the photo"
        assert np.abs(grey[..., 0] - grey[..., 2]).max() <= 2
        assert told_in(tmp_path / "grey.png").source_type == "algorithmicallyEnhanced"


def test_two_photos_are_joined(waa: Waa, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(photo_bytes())
    (tmp_path / "b.png").write_bytes(photo_bytes((80, 80), "PNG"))
    done = waa("draw", "", "--ref", "a.jpg", "--ref", "b.png", "-o", "both.png")
    assert done.exit_code == 0, done.output
    assert opened(tmp_path / "both.png").size == (80, 80), "the last is what the other is set into"


def test_a_picture_of_its_own_beside_a_photo_is_a_photo(waa: Waa, tmp_path: Path) -> None:
    waa("draw", "一隻貓", "-o", "cat.png", *SMALL)
    (tmp_path / "photo.jpg").write_bytes(photo_bytes())
    done = waa("draw", "", "--from", "cat.png", "--ref", "photo.jpg", "-o", "both.png")
    assert done.exit_code == 0, done.output
    assert told_in(tmp_path / "both.png").source_type == "algorithmicallyEnhanced"


# -- refusing --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        ([], 2, "Missing argument 'WORDS'"),
        (["貓", "-o", "cat.gif"], 2, "a file ending in .png, .jpg or .webp"),
        (["貓", "-o", "cat"], 2, "a file ending in .png, .jpg or .webp"),
        (["貓", "-o", "nowhere/cat.png"], 2, "there is no folder nowhere"),
        (["貓", "-o", "."], 2, "is a directory"),
        (["貓", "--size", "big"], 2, "WIDTHxHEIGHT"),
        (["貓", "--size", "10x10"], 1, "邊長要喺"),
        (["貓", "--size", "9000x900", "--language", "en"], 1, "Each side must be between"),
        (["貓", "--seed", "-1"], 2, "-1 is not in the range"),
        (["貓", "--seed", "x"], 2, "not a valid integer"),
        (["貓", "--engine", "nope", "--language", "en"], 1, "There is no engine called 'nope'"),
        (["貓", "--language", "fr"], 2, "is not one of"),
        (["貓", "--ref", "nothing.jpg"], 2, "does not exist"),
        (["貓", "--from", "nothing.jpg"], 2, "does not exist"),
        ([""], 1, "請講你想要乜嘢畫"),
        (["  ", "--language", "en"], 1, "Say what you would like"),
        (["貓", "--ref", "text.png", "--language", "en"], 1, "cannot be read"),
    ],
)
def test_refusals_say_why_and_paint_nothing(
    waa: Waa, tmp_path: Path, arguments: list[str], status: int, sentence: str
) -> None:
    (tmp_path / "text.png").write_text("not a picture")
    done = waa("draw", *arguments)
    assert done.exit_code == status, done.output
    assert sentence in done.output
    assert "Traceback" not in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["text.png"]


def test_a_folder_that_cannot_be_written_to_is_named(waa: Waa, tmp_path: Path) -> None:
    (tmp_path / "cat.png").symlink_to(tmp_path / "gone" / "cat.png")
    done = waa("draw", "貓", "-o", "cat.png", *SMALL)
    assert done.exit_code == 1
    assert "Error: cat.png: No such file or directory" in done.output


# -- painted elsewhere -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dialect", "name", "sent"), [("openai", "openai", "一隻橙貓"), ("vllm-omni", "flux", "an orange cat")]
)
def test_who_reads_only_english_is_sent_english(
    waa: Waa, monkeypatch: pytest.MonkeyPatch, dialect: str, name: str, sent: str
) -> None:
    with OpenAIServer(dialect) as server:
        monkeypatch.setenv("OPENAI_API_KEY", server.key)
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_IMAGE_SERVER", dialect)
        done = waa("draw", "一隻橙貓", "--engine", name, "-o", "cat.png", "--size", "256x256")
        assert done.exit_code == 0, done.output
        assert server.asked_for("/images/generations")[0].json["prompt"] == sent
    registry.close_all()


def test_the_picture_of_before_goes_along_and_the_file_says_who_made_it(
    waa: Waa, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    waa("draw", "一隻貓喺草地", "-o", "cat.png", *SMALL)
    with OpenAIServer() as server:
        monkeypatch.setenv("OPENAI_API_KEY", server.key)
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        done = waa("draw", "戴頂帽", "--from", "cat.png", "--engine", "openai", "-o", "hat.png")
        assert done.exit_code == 0, done.output
        [asked] = server.asked_for("/images/edits")
        assert len(asked.files) == 1
        assert "送出：戴頂帽" in done.output
    told = from_xmp(xmp_of((tmp_path / "hat.png").read_bytes()) or b"")
    assert told is not None
    assert told.source_type == "compositeWithTrainedAlgorithmicMedia"
    assert told.words == "戴頂帽"
    registry.close_all()


def test_a_text_model_reads_what_waa_does_not_know(waa: Waa, monkeypatch: pytest.MonkeyPatch) -> None:
    with OpenAIServer() as server:
        for name, value in (("MODEL", "gpt-5.5-mini"), ("BASE_URL", server.address), ("API_KEY", server.key)):
            monkeypatch.setattr(settings, f"WRITER_{name}", value)
        server.chat.refuses = True  # whatever it does wrong, the picture comes
        done = waa("draw", "一隻flurbish同一隻貓", "-o", "a.png", *SMALL)
        assert done.exit_code == 0, done.output
        assert server.asked_for("/chat/completions")

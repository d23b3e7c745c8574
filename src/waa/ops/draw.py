"""`waa draw "一隻貓"`: a picture without a server or a database."""

from __future__ import annotations

import json
import re
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # these load the painter; `waa draw --help` need not
    from waa.engines.base import Operation, PictureRequest, PictureResult, Pixels
    from waa.words.scene import Scene


@click.command()
@click.argument("words")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="PNG, JPEG or WebP by its ending."
)
@click.option("--size", default=None, help="WIDTHxHEIGHT in pixels, e.g. 1024x1024 or 1344x768.")
@click.option(
    "--seed", type=click.IntRange(0, 2**31 - 1), default=None, help="The same seed gives the same picture."
)
@click.option(
    "--ref",
    "references",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A photo to work on; several are joined.",
)
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A picture to refine: one that `waa draw` made, or a photo.",
)
@click.option("--engine", default="offline", show_default=True)
@click.option(
    "--language",
    type=click.Choice(["zh-hk", "en"]),
    default="zh-hk",
    show_default=True,
    help="Of what is printed.",
)
def draw(
    words: str,
    output: Path | None,
    size: str | None,
    seed: int | None,
    references: tuple[Path, ...],
    source: Path | None,
    engine: str,
    language: str,
) -> None:
    """Paint WORDS and print what was understood, what could not be drawn, and how long it took."""
    from waa.lib.errors import WaaError

    started = time.perf_counter()
    try:
        done = _draw(words, size, seed, references, source, engine)
        target = output or Path(
            f"waa-{re.sub(r'[^0-9A-Za-z㐀-鿿]+', '-', words)[:40].strip('-') or 'picture'}.png"
        )
        _write(target, done)
    except WaaError as error:
        raise click.ClickException(error.sentence(language)) from error
    _report(done, target, time.perf_counter() - started, language)


@dataclass(frozen=True, eq=False)
class _Done:
    request: PictureRequest
    result: PictureResult
    sentences: tuple[tuple[str, str], ...]


def _draw(
    words: str,
    size: str | None,
    seed: int | None,
    references: tuple[Path, ...],
    source: Path | None,
    name: str,
) -> _Done:
    from waa.engines import registry
    from waa.engines.base import PictureRequest
    from waa.painter import cache
    from waa.settings import WAA_DATA
    from waa.words.scene import Scene
    from waa.words.understand import understand

    cache.keep_in(WAA_DATA / "cache")
    before, old_seed, photos = _opened(source, references)
    if before is not None:
        scene, operations, sentences = _amended(before, words, photo=False)
    elif photos:
        scene, operations, sentences = _amended(Scene(words=words), words, photo=True)
    else:
        scene, operations, sentences = understand(words), (), ()
    width, height = _size(size, scene, photos)
    if seed is None:
        seed = old_seed if old_seed is not None else secrets.randbelow(2**31)
    request = PictureRequest(
        prompt=words,
        scene=scene,
        width=width,
        height=height,
        seed=seed,
        reference_images=tuple(photos),
        operations=operations,
    )
    return _Done(request, registry.get(name).draw(request), sentences)


def _amended(
    scene: Scene, words: str, *, photo: bool
) -> tuple[Scene, tuple[Operation, ...], tuple[tuple[str, str], ...]]:
    from waa.words.amend import amend

    edits = amend(scene, words, photo=photo)
    return edits.scene, edits.photo_operations, tuple((e.zh, e.en) for e in edits.edits)


def _opened(
    source: Path | None, references: tuple[Path, ...]
) -> tuple[Scene | None, int | None, list[Pixels]]:
    """(the scene inside a picture that `waa draw` made, its seed, the pixels of photos)."""
    from waa.lib.images import read_upload, xmp_of
    from waa.lib.provenance import from_xmp
    from waa.words.scene import from_json

    photos = []
    if source is not None:
        data = source.read_bytes()
        told = from_xmp(xmp_of(data) or b"")
        if told is not None and "scene" in told.extra:
            return from_json(json.loads(told.extra["scene"])), told.seed, []
        photos.append(read_upload(data).pixels)
    photos += [read_upload(path.read_bytes()).pixels for path in references]
    return None, None, photos


def _size(size: str | None, scene: Scene, photos: list[Pixels]) -> tuple[int, int]:
    from waa.studio.sizes import size_like, size_of

    if size is not None:
        match = re.fullmatch(r"(\d{2,4})[x×](\d{2,4})", size)
        if match is None:
            raise click.BadParameter("WIDTHxHEIGHT, such as 1024x1024", param_hint="--size")
        return int(match[1]), int(match[2])
    if photos:
        return size_like(photos[0].shape[1], photos[0].shape[0], 2048)
    return size_of(scene.aspect)


def _write(target: Path, done: _Done) -> None:
    from waa.lib.images import FORMATS, encode
    from waa.lib.provenance import Provenance, to_xmp
    from waa.words.scene import to_json

    kind = {"jpeg": "jpg"}.get(target.suffix.lower().lstrip("."), target.suffix.lower().lstrip("."))
    if kind not in FORMATS:
        raise click.BadParameter("a file ending in .png, .jpg or .webp", param_hint="--output")
    result = done.result
    scene = {} if result.scene is None else {"scene": json.dumps(to_json(result.scene), ensure_ascii=False)}
    photo = bool(done.request.reference_images)
    told = Provenance(source_type="algorithmicallyEnhanced" if photo else "algorithmicMedia", engine=result.engine,
                      version=result.version, seed=result.seed, words=done.request.prompt,
                      made_at=time.strftime("%Y-%m-%dT%H:%M:%S%z"), extra=scene)  # fmt: skip
    target.write_bytes(encode(result.pixels, kind, xmp=to_xmp(told)))


def _report(done: _Done, target: Path, seconds: float, language: str) -> None:
    from waa.words.explain import explain

    zh = language == "zh-hk"
    told = explain(done.request.scene)
    click.echo(f"{'明白' if zh else 'Understood'}: {done.result.prompt_used}")
    for pair in (*done.sentences, *done.result.notes):
        click.echo(f"  {pair[0 if zh else 1]}")
    if told.unknown:
        click.echo(f"{'唔明' if zh else 'Not understood'}: {'、'.join(span.text for span in told.unknown)}")
    height, width = done.result.pixels.shape[:2]
    click.echo(f"{target}  {width}×{height}  seed {done.result.seed}  {seconds:.2f} s")

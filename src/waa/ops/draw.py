"""`waa draw "一隻貓"`: a picture without a server or a database."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waa.ops.words import readable

if TYPE_CHECKING:  # these load the painter; `waa draw --help` need not
    from waa.engines.base import Model
    from waa.ops.drawing import Drawn

_KINDS = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".webp": "webp"}
_PHOTO = click.Path(exists=True, dir_okay=False, path_type=Path)


def _target(context: click.Context, parameter: click.Parameter, path: Path | None) -> Path | None:
    """Refused before anything is painted."""
    if path is not None and path.suffix.lower() not in _KINDS:
        raise click.BadParameter("a file ending in .png, .jpg or .webp")
    if path is not None and not path.absolute().parent.is_dir():
        raise click.BadParameter(f"there is no folder {path.parent}")
    return path


def _wanted_size(
    context: click.Context, parameter: click.Parameter, text: str | None
) -> tuple[int, int] | None:
    if text is None:
        return None
    match = re.fullmatch(r"(\d{2,4})[x×](\d{2,4})", text)
    if match is None:
        raise click.BadParameter("WIDTHxHEIGHT, such as 1024x1024")
    return int(match[1]), int(match[2])


@click.command()
@click.argument("words", callback=readable)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_target,
    help="PNG, JPEG or WebP by its ending.",
)
@click.option("--size", callback=_wanted_size, help="WIDTHxHEIGHT in pixels, e.g. 1024x1024 or 1344x768.")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), help="The same seed gives the same picture.")
@click.option(
    "--ref", "references", multiple=True, type=_PHOTO, help="A photo to work on; several are joined."
)
@click.option(
    "--from", "source", type=_PHOTO, help="A picture to refine: one that `waa draw` made, or a photo."
)
@click.option(
    "--engine",
    default="offline",
    show_default=True,
    help="offline, flux, gemini, gemini-pro, openai or bfl; or the name of an account of this Waa. Keys come from the "
    "environment: GEMINI_API_KEY, BFL_API_KEY, OPENAI_API_KEY.",
)
@click.option(
    "--language",
    type=click.Choice(["zh-hk", "en"]),
    default="zh-hk",
    show_default=True,
    help="Of what is printed.",
)
def draw(
    words: str,
    target: Path | None,
    size: tuple[int, int] | None,
    seed: int | None,
    references: tuple[Path, ...],
    source: Path | None,
    engine: str,
    language: str,
) -> None:
    """Paint WORDS and print what was understood, what could not be drawn, and how long it took."""
    from waa.lib.errors import WaaError
    from waa.ops import drawing
    from waa.painter import cache
    from waa.settings import WAA_DATA

    cache.keep_in(WAA_DATA / "cache")
    started = time.perf_counter()
    target = target or Path(
        f"waa-{re.sub(r'[^0-9A-Za-z㐀-鿿]+', '-', words)[:40].strip('-') or 'picture'}.png"
    )
    try:
        done = drawing.draw(words, size=size, seed=seed, references=references, source=source, name=engine)
        _write(target, done)
    except WaaError as error:
        raise click.ClickException(error.sentence(language)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or target}: {error.strerror}") from error
    _report(done, target, time.perf_counter() - started, language)


def _write(target: Path, done: Drawn) -> None:
    from waa.lib.images import encode
    from waa.lib.provenance import Provenance, to_xmp
    from waa.words.scene import to_json

    result = done.result
    scene = {} if result.scene is None else {"scene": json.dumps(to_json(result.scene), ensure_ascii=False)}
    told = Provenance(source_type=_source_type(done), engine=result.engine, version=result.version, seed=result.seed,
                      words=done.words,
                      made_at=time.strftime("%Y-%m-%dT%H:%M:%S%z"), extra=scene)  # fmt: skip
    target.write_bytes(encode(result.pixels, _KINDS[target.suffix.lower()], xmp=to_xmp(told)))


def _source_type(done: Drawn) -> str:
    is_edit = bool(done.request.reference_images)
    if done.engine.capabilities.trained:
        return "compositeWithTrainedAlgorithmicMedia" if is_edit else "trainedAlgorithmicMedia"
    return "algorithmicallyEnhanced" if is_edit else "algorithmicMedia"


def _report(done: Drawn, target: Path, seconds: float, language: str) -> None:
    from waa.words.explain import explain

    zh = language == "zh-hk"
    chosen = 0 if zh else 1
    told = explain(done.request.scene)
    pairs = [*((c.zh, c.en) for c in told.chips), *((m.zh, m.en) for m in told.missing)]
    if understood := [pair[chosen] for pair in pairs]:
        click.echo(("明白：" if zh else "Understood: ") + " · ".join(understood))
    paints_scenes = done.engine.capabilities.paints_scenes
    for pair in (*(done.reading.sentences if paints_scenes else ()), *done.result.notes):
        click.echo(f"  {pair[chosen]}")
    if done.reading.unknown and paints_scenes:
        click.echo(
            ("唔明：" if zh else "Not understood: ") + ("、" if zh else ", ").join(done.reading.unknown)
        )
    if not paints_scenes:
        click.echo(("送出：" if zh else "Sent: ") + done.result.prompt_used.replace("\n", " "))
    if told.suggestions and not done.request.reference_images:
        click.echo(told.zh if zh else told.en)
        for suggestion in told.suggestions:
            click.echo(f"  {suggestion}")
    height, width = done.result.pixels.shape[:2]
    click.echo(f"{target}  {width}×{height}  seed {done.result.seed}  {seconds:.2f} s")
    if done.model is not None:
        click.echo(_who(done, done.model, language))


def _who(done: Drawn, model: Model, language: str) -> str:
    """Who painted it, and what that cost."""
    from waa.lib import money

    cost = done.result.cost_usd_micros
    if cost is None:
        is_edit = bool(done.request.reference_images) and model.edit_price_usd_micros is not None
        cost = model.edit_price_usd_micros if is_edit else model.price_usd_micros
    price = money.shown(cost or 0, language)
    return f"{done.result.engine}  {done.result.version}  {price}"

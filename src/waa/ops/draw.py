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

from waa.ops.words import readable

if TYPE_CHECKING:  # these load the painter; `waa draw --help` need not
    from waa.engines.base import Engine, Model, Operation, PictureRequest, PictureResult, Pixels
    from waa.words.scene import Scene

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

    started = time.perf_counter()
    target = target or Path(
        f"waa-{re.sub(r'[^0-9A-Za-z㐀-鿿]+', '-', words)[:40].strip('-') or 'picture'}.png"
    )
    try:
        done = _draw(words, size, seed, references, source, engine)
        _write(target, done)
    except WaaError as error:
        raise click.ClickException(error.sentence(language)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or target}: {error.strerror}") from error
    _report(done, target, time.perf_counter() - started, language)


@dataclass(frozen=True, eq=False)
class _Read:
    """The words as something to paint. `sentences` (zh, en) say what changes in the picture before."""

    scene: Scene
    operations: tuple[Operation, ...] = ()
    sentences: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class _Done:
    request: PictureRequest
    result: PictureResult
    read: _Read
    model: Model | None = None  # None: the built-in painter, which has nothing to tell of


def _draw(
    words: str,
    size: tuple[int, int] | None,
    seed: int | None,
    references: tuple[Path, ...],
    source: Path | None,
    name: str,
) -> _Done:
    from waa.engines.base import PictureRequest
    from waa.painter import cache
    from waa.settings import WAA_DATA
    from waa.studio.sizes import size_like, size_of

    cache.keep_in(WAA_DATA / "cache")
    engine, model = _engine(name)
    before, old_seed, photos = _opened(source, references)
    read = _read(words, before, bool(photos))
    if seed is None:
        seed = old_seed if old_seed is not None else secrets.randbelow(2**31)
    if size is None:  # of several photos, the last is what the others are set into
        size = (
            size_like(photos[-1].shape[1], photos[-1].shape[0], 2048)
            if photos
            else size_of(read.scene.aspect)
        )
    if not engine.capabilities.paints_scenes:
        size = engine.capabilities.fit(*size)
    request = PictureRequest(
        prompt=_prompt(words, read.scene, before, len(photos), engine),
        scene=read.scene,
        width=size[0],
        height=size[1],
        seed=seed,
        reference_images=tuple(photos),
        operations=read.operations,
    )
    return _Done(request, engine.draw(request), read, model)


def _prompt(words: str, scene: Scene, before: Scene | None, references: int, engine: Engine) -> str:
    """As on the page: the own words for who reads them, English for who reads only that."""
    from waa.studio import prompts
    from waa.writers import registry as writers
    from waa.writers.rewrite import english_prompt

    told = prompts.english_of(words, scene, seen=before, references=references)
    wish = prompts.Wish(words=words, english=told, references=references)
    writer = writers.writer()

    def rewrite(words: str, told: str, references: int) -> str:
        assert writer is not None
        return english_prompt(writer, words=words, scene_english=told, references=references)

    return prompts.prompt_for(wish, engine.capabilities, rewrite if writer else None)


def _engine(name: str) -> tuple[Engine, Model | None]:
    """The engine by that name, with what there is to tell of it: one that needs no account, what the environment
    gives, or an account in the database of this Waa."""
    from waa.engines import registry
    from waa.lib.errors import NotHere
    from waa.settings import variable
    from waa.upstreams import given

    if (found := given.named(name, variable)) is not None:
        return found
    kind = given.engine_class(name)
    if kind is not None and given.needs_no_account(kind):
        return registry.get(name), None
    if (found := _account(name)) is not None:
        return found
    asked = given.variables_for(name)
    if name == "flux":
        raise NotHere(
            "no_such_engine",
            "呢部機未有 FLUX：行 waa models pull 攞個模型，或者設定 BFL_API_KEY。",
            "There is no FLUX here: get a model with `waa models pull`, or set BFL_API_KEY.",
        )
    if asked:
        raise NotHere(
            "engine_needs_key",
            f"想用 {name}，要先設定 {'或者'.join(asked)}。唔使密鑰嘅有 --engine offline。",
            f"For {name}, set {' or '.join(asked)}. Without a key there is --engine offline.",
        )
    raise NotHere("no_such_engine", f"冇「{name}」呢個引擎。", f"There is no engine called {name!r}.")


def _account(name: str) -> tuple[Engine, Model] | None:
    """An account of this Waa, by its name, where there is a database."""
    import django
    from django.conf import settings
    from django.db import DatabaseError

    from waa.ops.prepare import is_prepared

    if not is_prepared(settings):
        return None
    django.setup()
    from waa.upstreams import opening
    from waa.upstreams.models import Upstream

    try:
        upstream = Upstream.objects.filter(name=name, is_enabled=True).first()
        row = upstream and upstream.models.filter(is_enabled=True).select_related("upstream").first()
    except DatabaseError:
        return None
    model = row and opening.facts(row)
    return (opening.opened(upstream, row.model_id), model) if upstream and row and model else None


def _read(words: str, before: Scene | None, is_photo: bool) -> _Read:
    """A new scene, or what the words change in the one `before`, or in a photo."""
    from waa.lib.errors import Refused
    from waa.words.amend import amend
    from waa.words.scene import Scene
    from waa.words.understand import understand

    if not words.strip() and not is_photo:
        raise Refused(
            "nothing_asked",
            "請講你想要乜嘢畫，例如「一隻貓坐喺月球上」。",
            "Say what you would like, such as “a cat on the moon”.",
        )
    if before is None and not is_photo:
        scene = understand(words)
        return _Read(scene, unknown=tuple(span.text for span in scene.unknown))
    edits = amend(before or Scene(words=words), words, photo=is_photo)
    sentences = tuple((e.zh, e.en) for e in edits.edits)
    return _Read(edits.scene, edits.photo_operations, sentences, edits.unknown)


def _opened(
    source: Path | None, references: tuple[Path, ...]
) -> tuple[Scene | None, int | None, list[Pixels]]:
    """(the scene inside a picture that `waa draw` made, its seed, the pixels of photos). Together with further
    photos such a picture is a photo itself."""
    from waa.lib.images import read_upload, xmp_of
    from waa.lib.provenance import from_xmp
    from waa.words.scene import from_json

    photos = []
    if source is not None:
        data = source.read_bytes()
        told = from_xmp(xmp_of(data) or b"")
        if told is not None and "scene" in told.extra and not references:
            return from_json(json.loads(told.extra["scene"])), told.seed, []
        photos.append(read_upload(data).pixels)
    photos += [read_upload(path.read_bytes()).pixels for path in references]
    return None, None, photos


def _write(target: Path, done: _Done) -> None:
    from waa.lib.images import encode
    from waa.lib.provenance import Provenance, to_xmp
    from waa.words.scene import to_json

    result = done.result
    scene = {} if result.scene is None else {"scene": json.dumps(to_json(result.scene), ensure_ascii=False)}
    photo = bool(done.request.reference_images)
    told = Provenance(source_type="algorithmicallyEnhanced" if photo else "algorithmicMedia", engine=result.engine,
                      version=result.version, seed=result.seed, words=done.request.prompt,
                      made_at=time.strftime("%Y-%m-%dT%H:%M:%S%z"), extra=scene)  # fmt: skip
    target.write_bytes(encode(result.pixels, _KINDS[target.suffix.lower()], xmp=to_xmp(told)))


def _report(done: _Done, target: Path, seconds: float, language: str) -> None:
    from waa.words.explain import explain

    zh = language == "zh-hk"
    chosen = 0 if zh else 1
    told = explain(done.request.scene)
    pairs = [*((c.zh, c.en) for c in told.chips), *((m.zh, m.en) for m in told.missing)]
    if understood := [pair[chosen] for pair in pairs]:
        click.echo(("明白：" if zh else "Understood: ") + " · ".join(understood))
    for pair in (*done.read.sentences, *done.result.notes):
        click.echo(f"  {pair[chosen]}")
    if done.read.unknown:
        click.echo(("唔明：" if zh else "Not understood: ") + ("、" if zh else ", ").join(done.read.unknown))
    if told.suggestions and not done.request.reference_images:
        click.echo(told.zh if zh else told.en)
        for suggestion in told.suggestions:
            click.echo(f"  {suggestion}")
    height, width = done.result.pixels.shape[:2]
    click.echo(f"{target}  {width}×{height}  seed {done.result.seed}  {seconds:.2f} s")
    if done.model is not None:
        click.echo(_who(done, done.model, language))


def _who(done: _Done, model: Model, language: str) -> str:
    """Who painted it, and what that cost."""
    from waa.lib import money

    cost = done.result.cost_usd_micros
    if cost is None:
        is_edit = bool(done.request.reference_images) and model.edit_price_usd_micros is not None
        cost = model.edit_price_usd_micros if is_edit else model.price_usd_micros
    price = money.shown(cost or 0, language)
    return f"{done.result.engine}  {done.result.version}  {price}"

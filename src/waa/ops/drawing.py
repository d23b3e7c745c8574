"""What `waa draw` does between the command and the file: who paints, what the words mean, what is sent."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from waa.engines.base import Engine, Model, Operation, PictureRequest, PictureResult, Pixels
from waa.lib.errors import NotHere, Refused
from waa.lib.images import read_upload, xmp_of
from waa.lib.provenance import from_xmp
from waa.studio import prompts, thinking
from waa.studio.sizes import size_like, size_of
from waa.words.amend import amend
from waa.words.scene import Scene, from_json
from waa.words.understand import understand


@dataclass(frozen=True, eq=False)
class Reading:
    """The words as something to paint. `sentences` (zh, en) say what changes in the picture before."""

    scene: Scene
    operations: tuple[Operation, ...] = ()
    sentences: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Drawn:
    """`model` is None for the built-in painter, which has nothing to tell of."""

    words: str
    request: PictureRequest
    result: PictureResult
    engine: Engine
    reading: Reading
    model: Model | None = None


@dataclass(frozen=True, eq=False)
class Source:
    """What is there before: photos, and of a picture that `waa draw` painted its scene and seed."""

    photos: tuple[Pixels, ...] = ()
    scene: Scene | None = None
    seed: int | None = None


def draw(
    words: str,
    *,
    size: tuple[int, int] | None = None,
    seed: int | None = None,
    references: tuple[Path, ...] = (),
    source: Path | None = None,
    name: str = "offline",
) -> Drawn:
    """Paint, with the engine, offer or account called `name`. WaaError, OSError."""
    engine, model = engine_named(name)
    paints_scenes = engine.capabilities.paints_scenes
    before = _opened(source, references, paints_scenes)
    reading = _read(words, before)
    if seed is None:
        seed = before.seed if before.seed is not None else secrets.randbelow(2**31)
    if size is None:
        size = _size(before, reading, paints_scenes)
    width, height = engine.capabilities.fit(*size)
    scene = reading.scene
    if paints_scenes and reading.unknown and not reading.sentences and not before.photos:
        scene = thinking.scene_of(words, scene)
    request = PictureRequest(
        prompt=_prompt(words, before, reading, engine),
        scene=scene,
        width=width,
        height=height,
        seed=seed,
        reference_images=before.photos,
        operations=reading.operations if paints_scenes else (),
    )
    return Drawn(words, request, engine.draw(request), engine, reading, model)


def _size(before: Source, reading: Reading, paints_scenes: bool) -> tuple[int, int]:
    """The photo's that is changed; the painter sets the others into the last one."""
    if not before.photos:
        return size_of(reading.scene.aspect)
    like = before.photos[-1 if paints_scenes else 0]
    return size_like(like.shape[1], like.shape[0], 2048)


def _prompt(words: str, before: Source, reading: Reading, engine: Engine) -> str:
    """As on the page: the own words for who reads them, English for who reads only that."""
    references = len(before.photos)
    told = prompts.english_of(words, reading.scene, seen=before.scene, references=references)
    wish = prompts.Wish(words=words, english=told, references=references)
    return prompts.prompt_for(wish, engine.capabilities, thinking.rewrite())


def _read(words: str, before: Source) -> Reading:
    """A new scene, or what the words change in the one before, or in a photo."""
    if not words.strip() and not before.photos:
        raise Refused(
            "nothing_asked",
            "請講你想要乜嘢畫，例如「一隻貓坐喺月球上」。",
            "Say what you would like, such as “a cat on the moon”.",
        )
    if before.scene is None and not before.photos:
        scene = understand(words)
        return Reading(scene, unknown=tuple(span.text for span in scene.unknown))
    edits = amend(before.scene or Scene(words=words), words, photo=before.scene is None)
    sentences = tuple((e.zh, e.en) for e in edits.edits)
    return Reading(edits.scene, edits.photo_operations, sentences, edits.unknown)


def _opened(source: Path | None, references: tuple[Path, ...], paints_scenes: bool) -> Source:
    """A painter of scenes goes on from the scene inside a picture that `waa draw` made, unless further photos go
    along; whoever else is shown the picture itself."""
    scene, seed, photos = None, None, []
    if source is not None:
        data = source.read_bytes()
        told = from_xmp(xmp_of(data) or b"")
        if told is not None and "scene" in told.extra and not references:
            scene, seed = from_json(json.loads(told.extra["scene"])), told.seed
        if scene is None or not paints_scenes:
            photos.append(read_upload(data).pixels)
    photos += [read_upload(path.read_bytes()).pixels for path in references]
    return Source(tuple(photos), scene, seed)


def engine_named(name: str) -> tuple[Engine, Model | None]:
    """The engine by that name, with what there is to tell of it: one that needs no account, what the environment
    gives, or an account in the database of this Waa."""
    from waa.engines import registry
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

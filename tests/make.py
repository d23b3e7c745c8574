"""Rows and files for tests, with sensible defaults: `make_picture(by=alice)`."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from django.utils import timezone
from PIL import Image

from waa.accounts.models import Visitor
from waa.engines import registry
from waa.engines.base import PictureResult
from waa.studio import pictures
from waa.studio.models import Brief, Job, Picture
from waa.studio.pictures import Painted
from waa.words import scene as scenes
from waa.words.scene import Scene, Thing


def a_scene(*concepts: str, **more: Any) -> Scene:
    """A scene with one thing of each concept."""
    things = tuple(Thing(id=f"{c}1", concept=c, names=(c,), words=c) for c in concepts or ("cat",))
    return Scene(words=" ".join(t.concept for t in things), things=things, **more)


def make_brief(
    *, by: Visitor, words: str = "一隻貓", scene: Scene | None = None, engine: str = "quick", **more: Any
) -> Brief:
    told = scenes.to_json(scene if scene is not None else a_scene())
    return Brief.objects.create(
        visitor=by, words=words, scene=told, engine=engine, **{"width": 64, "height": 48, **more}
    )


def make_job(*, by: Visitor, brief: Brief | None = None, seed: int = 1, **more: Any) -> Job:
    brief = brief or make_brief(by=by)
    return Job.objects.create(**{"brief": brief, "visitor": by, "seed": seed, "offer": brief.engine, **more})


def make_picture(
    *,
    by: Visitor,
    words: str = "一隻貓",
    parent: Picture | None = None,
    scene: Scene | None = None,
    seed: int = 1,
    brief: Brief | None = None,
    colour: tuple[int, int, int] = (200, 90, 40),
    **more: Any,
) -> Picture:
    """A picture that was made by a job, kept as the worker keeps one: rows, files, thumbnail, lossless copy."""
    registry.register("quick", "tests.engines.quick:QuickEngine")
    brief = brief or make_brief(by=by, words=words, picture=parent, scene=scene, **more)
    job = make_job(
        by=by,
        brief=brief,
        seed=seed,
        status=Job.Status.RUNNING,
        started_at=timezone.now(),
        worker="w",
        attempts=1,
        number=brief.jobs.count(),
    )
    pixels = np.full((brief.height, brief.width, 3), colour, np.uint8)
    result = PictureResult(pixels=pixels, engine="quick", version="1", seed=seed, prompt_used="a cat",
                           scene=scenes.from_json(brief.scene))  # fmt: skip
    painted = Painted(result=result, engine=registry.get("quick"), label="Quick", cost_usd_micros=None)
    picture = pictures.keep(job=job, painted=painted)
    assert picture is not None
    pictures.keep_original(picture, pixels)
    picture.refresh_from_db()
    return picture


def photo_bytes(size: tuple[int, int] = (96, 64), kind: str = "JPEG", **options: Any) -> bytes:
    """A photo as a file, its left half red and its right half blue."""
    image = Image.new("RGB", size, (20, 40, 220))
    image.paste((220, 30, 30), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def make_upload(*, by: Visitor, data: bytes | None = None) -> Picture:
    return pictures.keep_upload(visitor=by, photo=pictures.clean(data or photo_bytes()))


def files_in(folder: Path) -> set[str]:
    """The names of all picture files, those half written included."""
    root = folder / "pictures"
    return (
        {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
        if root.exists()
        else set()
    )

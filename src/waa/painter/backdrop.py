"""Backdrop: the painted place, kept for the next picture that would be given the same one.

Adding a dog changes the scene and yet not the sky. So a place is watched while it paints: what it asked about the
things of the scene, and nothing else about them, decides whether its picture will do again.
"""

from __future__ import annotations

import time
from collections.abc import Hashable
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.kept import STORE
from waa.painter.stage import Setting, Stage, places

_ABOUT_THINGS = ("concepts", "stands")  # the fields of a setting that depend on them
Question = tuple[str, ...]  # the name of a field, or "shows" and what was asked for

_questions: dict[str, set[Question]] = {}  # that a place has ever asked


@dataclass(frozen=True, kw_only=True)
class _Watched(Setting):
    """A setting that notes what it is asked about the things."""

    asked: set[Question] = field(default_factory=set, compare=False)

    def __getattribute__(self, name: str) -> Any:
        if name in _ABOUT_THINGS:
            object.__getattribute__(self, "asked").add((name,))
        return object.__getattribute__(self, name)

    def shows(self, *names: str) -> frozenset[str]:
        self.asked.add(("shows", *sorted(names)))
        return frozenset(object.__getattribute__(self, "concepts") & set(names))


def backdrop(setting: Setting, width: int, height: int, *, layered: bool) -> tuple[Canvas, Stage]:
    """The place of `setting` on a canvas of that size, and its stage; `layered` where a style asks for layers."""
    asked = _questions.setdefault(setting.place, set())
    found = STORE.find(_key(setting, asked, width, height, layered))
    if found is None:
        start = time.perf_counter()
        found = _painted(setting, asked, width, height, layered)
        took = 1000 * (time.perf_counter() - start)
        STORE.put(_key(setting, asked, width, height, layered), found, took)
    return _copy_of(*found)


def _key(setting: Setting, asked: set[Question], width: int, height: int, layered: bool) -> Hashable:
    answers = tuple((question, _answer(setting, question)) for question in sorted(asked))
    return "backdrop", replace(setting, concepts=frozenset(), stands=False), answers, width, height, layered


def _answer(setting: Setting, question: Question) -> object:
    return setting.shows(*question[1:]) if question[0] == "shows" else getattr(setting, question[0])


def _painted(
    setting: Setting, asked: set[Question], width: int, height: int, layered: bool
) -> tuple[Canvas, Stage]:
    canvas = Canvas(width, height)
    if layered:
        canvas.layers = np.zeros((height, width), np.uint8)
    told = {f.name: getattr(setting, f.name) for f in fields(Setting)}
    return canvas, places()[setting.place].paint(canvas, _Watched(**told, asked=asked))


def _copy_of(canvas: Canvas, stage: Stage) -> tuple[Canvas, Stage]:
    """One to paint on: the kept one stays as it is."""
    fresh = Canvas(1, 1)
    fresh.width, fresh.height, fresh.unit = canvas.width, canvas.height, canvas.unit
    fresh.pixels = canvas.pixels.copy()
    fresh.layers = None if canvas.layers is None else canvas.layers.copy()
    fresh.layer_names = list(canvas.layer_names)
    return fresh, replace(stage, front=list(stage.front), finish=replace(stage.finish))

"""Together: a few independent pieces of one picture at the same time. NumPy and OpenCV let go of the interpreter.

The pieces must not write to the same memory; the results come in the order of the tasks, so a picture is the same
however many cores there are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from typing import TypeVar

_T = TypeVar("_T")


def together(tasks: Iterable[Callable[[], _T]]) -> list[_T]:
    """What the tasks give, in their order. An error of a task is raised when all have ended.

    The caller works too, and takes back what no helper has begun: tasks may call this without ever waiting for
    each other in a circle.
    """
    first, *others = tasks
    helpers = _helpers(os.getpid())
    if helpers is None or not others:
        return [first(), *(task() for task in others)]
    begun = [helpers.submit(task) for task in others]
    try:
        results = [first()]
    finally:
        ended = [_ended(task, future) for task, future in zip(others, begun, strict=True)]
    return results + [future.result() for future in ended]


def _ended(task: Callable[[], _T], future: Future[_T]) -> Future[_T]:
    if future.cancel():
        future = Future()
        try:
            future.set_result(task())
        except BaseException as error:
            future.set_exception(error)
    else:
        future.exception()  # waits
    return future


@lru_cache(1)
def _helpers(process: int) -> ThreadPoolExecutor | None:
    """One thread fewer than cores, the caller being one; `process` since a fork inherits no threads."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return ThreadPoolExecutor(min(cores, 4) - 1, "painter") if cores > 1 else None

"""A quick engine that does what the words say. It obeys waa/engines/base.py like any other, and is registered like
any other: by `registry.register` inside a test, by an entry point where a test starts real processes.

    anything          one flat colour, from words and seed, at once
    slow N            N hundredths of a second, progress after each
    refuse, break     the errors of an engine; crash: any other exception
    kill              ends its own process; kill once: only the first time
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import tempfile
import time
from pathlib import Path

import numpy as np

from waa.engines.base import (
    Capabilities,
    Engine,
    EngineBroken,
    EngineRefused,
    PictureRequest,
    PictureResult,
    Progress,
)


class QuickEngine(Engine):
    name = "quick"
    version = "1"
    capabilities = Capabilities(
        modes=frozenset({"draw", "edit"}),
        min_side=16,
        max_side=4096,
        max_references=4,
        paints_scenes=True,
        supports_mask=True,
    )

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        on_progress(0.1, "start")
        self._obey(request, on_progress)
        colour = np.frombuffer(
            hashlib.sha256(f"{request.prompt}|{request.seed}".encode()).digest()[:3], np.uint8
        )
        pixels = np.empty((request.height, request.width, 3), np.uint8)
        pixels[:] = colour
        notes = (("呢度有嘢未識畫。", "Something here cannot be drawn."),) if "note" in request.prompt else ()
        on_progress(1.0, "done")
        return PictureResult(
            pixels=pixels,
            engine=self.name,
            version=self.version,
            seed=request.seed,
            prompt_used=f"quickly: {request.prompt}",
            scene=request.scene,
            notes=notes,
        )

    def _obey(self, request: PictureRequest, on_progress: Progress) -> None:
        words = request.prompt
        if slow := re.search(r"slow (\d+)", words):
            steps = int(slow[1])
            for step in range(steps):
                time.sleep(0.01)
                on_progress(0.1 + 0.8 * (step + 1) / steps, "slow")
        if "kill" in words and ("once" not in words or _is_first(request.idempotency_key)):
            os.kill(os.getpid(), signal.SIGKILL)
        if "refuse" in words:
            raise EngineRefused("refused", "呢個引擎唔畫呢樣嘢。", "This engine will not paint that.")
        if "break" in words:
            raise EngineBroken("broken", "引擎壞咗，請再試。", "The engine broke. Try again.", retryable=True)
        if "crash" in words:
            raise ZeroDivisionError("on purpose")


def _is_first(key: str) -> bool:
    """Whether this job has not been here before; a dead process leaves only files behind."""
    marker = Path(tempfile.gettempdir()) / f"waa-quick-{key}"
    if marker.exists():
        marker.unlink()
        return False
    marker.touch()
    return True

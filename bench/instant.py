"""An engine that takes no time: its one picture is there already, and is as hard to encode as any other."""

from __future__ import annotations

from waa.engines.base import Capabilities, Engine, PictureRequest, PictureResult, Progress
from waa.painter import compose
from waa.words.understand import understand

SIDE = 1024


class InstantEngine(Engine):
    name = "quick"  # as in tests/processes/place.py
    version = "1"
    capabilities = Capabilities(modes=frozenset({"draw"}), sizes=((SIDE, SIDE),))

    def __init__(self) -> None:
        self._scene = understand("一隻貓坐喺月球上睇地球")
        self._pixels = compose.paint(self._scene, width=SIDE, height=SIDE, seed=1).pixels

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        on_progress(1.0, "done")
        return PictureResult(
            pixels=self._pixels,
            engine=self.name,
            version=self.version,
            seed=request.seed,
            prompt_used=request.prompt,
            scene=self._scene,
        )

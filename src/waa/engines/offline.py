"""The offline engine: Waa's own painter and photo lab. No key, no model, no network."""

from __future__ import annotations

from dataclasses import replace

from waa.engines.base import Capabilities, Engine, Model, PictureRequest, PictureResult, Progress
from waa.painter import compose, photo
from waa.words.english import english
from waa.words.names import zh_place
from waa.words.scene import Scene

Note = tuple[str, str]


class OfflineEngine(Engine):
    name = "offline"
    version = compose.VERSION
    capabilities = Capabilities(
        modes=frozenset({"draw", "edit"}),
        min_side=64,
        max_side=4096,
        max_references=4,
        paints_scenes=True,
        supports_mask=True,
        trained=False,
    )
    label = ("內置插畫引擎", "Built-in painter")
    models = (Model(id="", name="Waa", offer="offline", capabilities=capabilities, seconds=0.5),)

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        if request.reference_images:
            return self._edit(request, on_progress)
        painting = compose.paint(request.scene, width=request.width, height=request.height, seed=request.seed,
                                 on_progress=on_progress)  # fmt: skip
        pixels, notes = painting.pixels, _missing_notes(painting.scene, painting.missing)
        if request.operations:
            pixels, more = photo.develop(pixels, request.operations, seed=request.seed)
            notes += more
        return self._result(request, pixels, painting.scene, notes)

    def _edit(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        """A photo: join several, paint new things into it, then the operations."""
        on_progress(0.1, "photo")
        pixels, notes = photo.combine(request.reference_images, mask=request.mask_image,
                                      size=(request.width, request.height))  # fmt: skip
        on_progress(0.4, "photo")
        scene: Scene | None = None
        if request.scene.things:
            painting = compose.paint_onto(pixels, request.scene, seed=request.seed)
            pixels, scene = painting.pixels, painting.scene
            notes += _missing_notes(painting.scene, painting.missing)
        on_progress(0.6, "photo")
        if request.operations:
            pixels, more = photo.develop(
                pixels, request.operations, seed=request.seed, mask=request.mask_image
            )
            notes += more
        on_progress(1.0, "photo")
        return self._result(request, pixels, scene, notes)

    def _result(
        self, request: PictureRequest, pixels: object, scene: Scene | None, notes: tuple[Note, ...]
    ) -> PictureResult:
        return PictureResult(
            pixels=pixels,  # type: ignore[arg-type]
            engine=self.name,
            version=self.version,
            seed=request.seed,
            prompt_used=english(request.scene),
            scene=None if scene is None else replace(scene, words=request.scene.words),
            notes=notes,
        )


def _missing_notes(scene: Scene, missing: tuple[str, ...]) -> tuple[Note, ...]:
    """What was understood but has no drawing is said, never silently replaced."""
    names = [(scene.thing(m).words or scene.thing(m).names[0], scene.thing(m).names[0]) for m in missing]
    if scene.place is not None and not scene.place.drawable:
        names.append((zh_place(scene.place), scene.place.names[0]))
    if not names:
        return ()
    zh, en = "、".join(n[0] for n in names), ", ".join(n[1] for n in names)
    return (
        (
            f"內置畫師未識畫：{zh}。其餘已畫好。",
            f"The built-in painter cannot draw: {en}. Everything else is there.",
        ),
    )

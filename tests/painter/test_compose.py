"""Compose: the same words give the same bytes, and an edit moves nothing that it did not name."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from waa.painter import archive, backdrop, cache, kept, styles
from waa.painter.compose import paint
from waa.painter.stage import Setting, places
from waa.words.scene import ASPECTS, Place, Relation, Scene, Thing

SIDE = 128


def thing(concept: str, number: int = 1, **more: object) -> Thing:
    return Thing(id=f"{concept}{number}", concept=concept, names=(concept,), **more)  # type: ignore[arg-type]


def scene(*things: Thing, place: str | None = "meadow", **more: object) -> Scene:
    where = Place(id=place, names=(place,)) if place else None
    return Scene(things=things, place=where, **more)  # type: ignore[arg-type]


def pixels(told: Scene, side: int = SIDE, seed: int = 3) -> np.ndarray:
    return paint(told, width=side, height=side, seed=seed).pixels


class TestTheSameBytes:
    @pytest.mark.parametrize("place", sorted(places()))
    def test_whether_the_backdrop_is_remembered_or_not(self, place: str) -> None:
        told = scene(thing("cat"), place=place)
        first, again = (pixels(told, 96, seed=96) for _ in range(2))  # a seed that no other test asks for
        np.testing.assert_array_equal(first, again)

    def test_from_several_threads_at_once(self) -> None:
        told = scene(thing("cat"), thing("cup"), place="beach")
        kept.STORE.clear()
        alone = pixels(told)
        kept.STORE.clear()
        with ThreadPoolExecutor(4) as pool:
            for together in pool.map(lambda _: pixels(told), range(6)):
                np.testing.assert_array_equal(together, alone)

    def test_with_models_from_the_disk(self, tmp_path: Path) -> None:
        told = scene(thing("taxi"), thing("dog", doing=("running",)), place="street")
        try:
            cache.keep_in(tmp_path)
            kept.STORE.clear()
            first = pixels(told)
            kept.STORE.clear()
            again = pixels(told)
        finally:
            cache.keep_in(None)
        np.testing.assert_array_equal(first, again)
        kept.STORE.clear()
        np.testing.assert_array_equal(first, pixels(told))
        assert any((tmp_path / "made").iterdir())

    def test_but_not_with_another_seed(self) -> None:
        told = scene(thing("cat"))
        assert (pixels(told, seed=3) != pixels(told, seed=4)).mean() > 0.1


class TestDrafts:
    def test_a_draft_has_everything_where_the_picture_has_it(self) -> None:
        told = scene(thing("cat"), thing("tree"), thing("moon"))
        whole, draft = (paint(told, width=SIDE, height=SIDE, seed=3, draft=d) for d in (False, True))
        assert draft.scene == whole.scene
        for name, box in whole.boxes.items():
            assert np.abs(np.subtract(box, draft.boxes[name])).max() <= 1
        assert np.abs(draft.pixels.astype(int) - whole.pixels).mean() < 2

    def test_a_draft_is_not_taken_for_the_picture(self) -> None:
        told = scene(thing("cat"))
        kept.STORE.clear()
        before = pixels(told)
        kept.STORE.clear()
        paint(told, width=SIDE, height=SIDE, seed=3, draft=True)
        assert np.array_equal(pixels(told), before)


class TestRefining:
    def test_a_new_thing_moves_neither_the_sky_nor_what_was_there(self) -> None:
        before = paint(scene(thing("cat")), width=256, height=256, seed=3)
        kept_things = before.scene.things
        after = paint(
            replace(before.scene, things=(*kept_things, thing("dog"))), width=256, height=256, seed=3
        )
        assert after.boxes["cat1"] == before.boxes["cat1"]
        assert after.scene.thing("cat1").spot == before.scene.thing("cat1").spot
        np.testing.assert_array_equal(after.pixels[:40], before.pixels[:40])

    def test_painting_a_kept_scene_again_changes_nothing(self) -> None:
        before = paint(scene(thing("cat"), thing("cup")), width=SIDE, height=SIDE, seed=3)
        after = paint(before.scene, width=SIDE, height=SIDE, seed=3)
        np.testing.assert_array_equal(before.pixels, after.pixels)
        assert after.scene == before.scene

    def test_a_place_that_asked_about_a_thing_is_painted_anew_with_it(self) -> None:
        alone = Setting(place="harbour", hour="night", seed=3, concepts=frozenset({"cat"}))
        canvas, _ = backdrop.backdrop(alone, SIDE, SIDE, layered=False)
        for more, same in (("dog", True), ("fireworks", False)):
            richer = replace(alone, concepts=alone.concepts | {more})
            other, _ = backdrop.backdrop(richer, SIDE, SIDE, layered=False)
            assert bool((canvas.pixels == other.pixels).all()) == same

    def test_painting_on_a_backdrop_leaves_the_kept_one_alone(self) -> None:
        setting = Setting(place="meadow", seed=3)
        first, stage = backdrop.backdrop(setting, SIDE, SIDE, layered=True)
        clean = first.pixels.copy()
        first.pixels[:] = 0
        assert first.layers is not None
        first.layers[:] = 7
        stage.finish.bloom = 9.0
        stage.front.clear()
        second, stage = backdrop.backdrop(setting, SIDE, SIDE, layered=True)
        np.testing.assert_array_equal(second.pixels, clean)
        assert second.layers is not None
        assert second.layers.max() < 7 or 7 in range(len(second.layer_names))
        assert stage.finish.bloom < 9
        assert stage.front


class TestEverything:
    @pytest.mark.parametrize("style", sorted(styles.names()))
    def test_every_style_paints(self, style: str) -> None:
        painted = paint(scene(thing("cat"), style=style), width=SIDE, height=SIDE, seed=3)
        assert painted.pixels.shape == (SIDE, SIDE, 3)
        assert painted.pixels.std() > 8

    @pytest.mark.parametrize("aspect", ASPECTS)
    def test_every_ratio_paints(self, aspect: str) -> None:
        across, down = (int(n) for n in aspect.split(":"))
        width, height = (192 * n // max(across, down) for n in (across, down))
        painted = paint(scene(thing("cat"), aspect=aspect), width=width, height=height, seed=3)
        assert painted.pixels.shape == (height, width, 3)
        left, top, wide, tall = painted.boxes["cat1"]
        assert left >= 0
        assert left + wide <= width
        assert top >= 0
        assert top + tall <= height

    def test_the_largest_picture(self) -> None:
        painted = paint(scene(thing("cat")), width=2048, height=1152, seed=3)
        small = paint(scene(thing("cat")), width=512, height=288, seed=3)
        assert painted.pixels.shape == (1152, 2048, 3)
        large_box, small_box = np.array(painted.boxes["cat1"]), np.array(small.boxes["cat1"])
        np.testing.assert_allclose(large_box / 4, small_box, atol=5)  # a margin of pixels

    def test_an_empty_scene_is_a_place(self) -> None:
        painted = paint(Scene(), width=SIDE, height=SIDE, seed=3)
        assert painted.pixels.std() > 8
        assert painted.boxes == {}

    def test_what_cannot_be_drawn_is_told(self) -> None:
        painted = paint(scene(thing("cat"), thing("a thing nobody draws")), width=SIDE, height=SIDE, seed=3)
        assert painted.missing == ("a thing nobody draws1",)
        assert "cat1" in painted.boxes

    def test_what_is_held_is_inside_its_holder_s_box(self) -> None:
        told = scene(thing("panda"), thing("cup"), relations=(Relation("panda1", "holding", "cup1"),))
        painted = paint(told, width=SIDE, height=SIDE, seed=3)
        assert painted.boxes["cup1"] == painted.boxes["panda1"]

    def test_masks_cover_what_the_boxes_hold(self) -> None:
        painted = paint(scene(thing("cat")), width=SIDE, height=SIDE, seed=3, keep_masks=True)
        left, top, wide, tall = painted.boxes["cat1"]
        mask = painted.masks["cat1"]
        assert mask[top : top + tall, left : left + wide].sum() == mask.sum() > 0

    def test_progress_is_told_and_may_cancel(self) -> None:
        shares: list[float] = []
        paint(scene(thing("cat")), width=SIDE, height=SIDE, seed=3, on_progress=lambda s, _: shares.append(s))
        assert shares == sorted(shares)
        assert shares[-1] == 1.0

        def stop(share: float, step: str) -> None:
            raise InterruptedError

        with pytest.raises(InterruptedError):
            paint(scene(thing("cat")), width=SIDE, height=SIDE, seed=3, on_progress=stop)


class TestStore:
    def test_it_never_holds_more_than_its_limit(self) -> None:
        store = kept.Store(1_000_000)
        for k in range(60):
            store.put(k, np.zeros(10_000), 1.0)
            assert store.size <= 1_000_000
        assert store.find(59) is not None
        assert store.find(0) is None

    def test_what_took_long_stays(self) -> None:
        store = kept.Store(1_000_000)
        store.put("slow", np.zeros(10_000), 1000.0)
        for k in range(60):
            store.put(k, np.zeros(10_000), 1.0)
        assert store.find("slow") is not None

    def test_what_is_asked_for_stays(self) -> None:
        store = kept.Store(1_000_000)
        for k in range(60):
            store.put(k, np.zeros(10_000), 1.0)
            store.find(0)
        assert store.find(0) is not None

    def test_what_would_fill_it_alone_is_not_kept(self) -> None:
        store = kept.Store(1_000_000)
        store.get("large", lambda: np.zeros(1_000_000))
        assert store.size == 0

    def test_arrays_are_found_in_closures_views_and_dataclasses(self) -> None:
        array = np.zeros(1000)
        for value in ((array, array), [array[:10]], {"a": array}, lambda: array.sum(), thing_with(array)):
            assert 8000 <= kept.weigh(value) < 12_000


def thing_with(array: np.ndarray) -> object:
    return backdrop.Canvas(1, 1), array


class TestArchive:
    def test_what_was_made_comes_back_as_it_was(self, tmp_path: Path) -> None:
        from waa.painter.cast import Look, build

        calls = []

        def make() -> tuple[object, ...]:
            calls.append(1)
            return build("taxi", Look(concept="taxi")), None, 0.1, "words", [1, 2]

        try:
            cache.keep_in(tmp_path)
            first, again = archive.recalled("taxi", make), archive.recalled("taxi", make)
            for file in (tmp_path / "made").iterdir():
                file.write_bytes(file.read_bytes()[:100])  # a full disk
            mended = archive.recalled("taxi", make)
        finally:
            cache.keep_in(None)
        assert len(calls) == 2
        assert first[1:] == again[1:] == mended[1:] == (None, 0.1, "words", [1, 2])
        for other in (again, mended):
            assert other[0].digest() == first[0].digest()
            assert other[0].anchors == first[0].anchors

    def test_only_the_painter_s_own_kinds_are_kept(self, tmp_path: Path) -> None:
        try:
            cache.keep_in(tmp_path)
            with pytest.raises(TypeError):
                archive.recalled("path", lambda: tmp_path)
        finally:
            cache.keep_in(None)

"""Portraits: the face is what is seen, in every ratio, hat or no hat; backdrops flatter; groups and clothes are planned."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from tests.painter.helpers import brightness, painted
from waa.painter import compose, noise
from waa.painter.canvas import Canvas
from waa.painter.casting import GROUPS, is_portrait
from waa.painter.layout import Placement, layout
from waa.painter.plan import Plan, Subject, plan
from waa.painter.setting import setting_of
from waa.painter.stage import Stage, places
from waa.words.scene import ASPECTS, Place, Relation, Scene, Spot, Thing

SIZES = {"1:1": (120, 120), "16:9": (160, 90), "9:16": (90, 160), "4:3": (128, 96), "3:4": (96, 128)}


def thing(concept: str, number: int = 1, **more: object) -> Thing:
    return Thing(id=f"{concept}{number}", concept=concept, names=(concept,), **more)  # type: ignore[arg-type]


def portrait(*things: Thing, relations: tuple[Relation, ...] = (), **more: object) -> Scene:
    return Scene(things=things, relations=relations, mode="portrait", **more)  # type: ignore[arg-type]


@lru_cache(8)
def planned(concept: str) -> Plan:
    return plan(portrait(thing(concept)), 4)


def placed(subjects: list[Subject], size: tuple[int, int]) -> tuple[list[Placement], Stage]:
    scene = portrait(thing("woman"))
    canvas = Canvas(*size)
    stage = places()["portrait"].paint(canvas, setting_of(scene, [], 4))
    return layout(subjects, stage, *size, noise.stream(4, "layout")), stage


def eyes_at(p: Placement) -> float:
    """The height of the eyes in the frame, in pixels from its top."""
    model = p.subject.model
    share = (model.anchors["eyes"].at[1] - float(model.mesh.low[1])) / model.height
    return p.foot - share * p.height


# -- the sitter ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("concept", ["woman", "wizard"])
def test_eyes_are_in_the_upper_half_of_every_ratio(concept: str, aspect: str) -> None:
    width, height = SIZES[aspect]
    (p,), _ = placed(planned(concept).subjects, (width, height))
    assert 0.28 * height < eyes_at(p) < 0.5 * height
    assert p.foot >= height  # the bust runs out of the frame
    assert p.foot - p.height > -0.03 * height  # and what is on the head stays in it
    assert p.x == pytest.approx(width / 2)
    head = p.subject.model.anchors["head"].size / p.subject.model.height * p.height
    assert 0.26 * min(width, height) < head < 0.75 * width


def test_a_sitter_is_a_bust_with_a_fine_face() -> None:
    (subject,) = planned("woman").subjects
    mesh = subject.model.mesh
    assert subject.pose == "portrait"
    assert subject.real < 1.2  # metres: not the legs
    assert 30_000 < len(mesh.vertices) < 70_000
    assert np.isfinite(mesh.vertices).all()
    eyes, head = subject.model.anchors["eyes"].at, subject.model.anchors["head"].at
    assert eyes[1] < head[1] < subject.model.height


def test_who_was_moved_stays_there_at_the_measure_of_its_face() -> None:
    (subject,) = planned("woman").subjects
    (p,), _ = placed([replace(subject, spot=Spot(x=0.4, y=1.0, height=0.3))], (120, 120))
    assert p.x == pytest.approx(48)
    assert p.height > 110
    (p,), _ = placed([replace(subject, side="right")], (120, 120))
    assert p.x > 70


def test_two_sit_side_by_side() -> None:
    subjects = [*planned("woman").subjects, *planned("wizard").subjects]
    first, second = placed(subjects, (120, 120))[0]
    assert first.x < 60 < second.x
    assert max(eyes_at(first), eyes_at(second)) < 60


def test_what_else_was_named_is_behind_the_shoulder() -> None:
    subjects = plan(portrait(thing("apple")), 4).subjects + planned("woman").subjects
    found, _ = placed(subjects, (120, 120))
    apple, woman = (next(p for p in found if p.subject.facts.concept == c) for c in ("apple", "woman"))
    assert apple.foot < woman.foot  # drawn first
    assert apple.height < 0.5 * woman.height
    assert abs(apple.x - 60) > 30


def test_who_is_a_portrait() -> None:
    assert is_portrait(portrait(thing("man")))
    assert is_portrait(Scene(things=(thing("man"),), shot="close-up"))
    assert not is_portrait(Scene(things=(thing("man"), thing("woman")), shot="close-up"))
    assert not is_portrait(Scene(things=(thing("man"),)))


# -- who wears what ------------------------------------------------------------------------------------------


def dressed(scene: Scene) -> Plan:
    found = plan(scene, 3)
    assert not found.missing
    return found


def test_who_is_in_a_raincoat_wears_it() -> None:
    coat = thing("raincoat", colour="red")
    scene = Scene(things=(thing("boy"), coat), relations=(Relation("boy1", "in", "raincoat1"),))
    (subject,) = dressed(scene).subjects
    assert subject.members == ("boy1", "raincoat1")
    red = np.abs(subject.model.mesh.colours - (0.87, 0.23, 0.20)).max(1) < 0.06
    assert red.mean() > 0.1


def test_a_hat_that_nobody_else_could_wear_is_put_on() -> None:
    (subject,) = dressed(Scene(things=(thing("man"), thing("hat")))).subjects
    assert subject.model.size[0] > 1.0 * subject.model.anchors["head"].size
    assert len(dressed(Scene(things=(thing("cat"), thing("hat")))).subjects) == 2


def test_a_robot_holds_its_guitar_and_a_man_plays_it() -> None:
    for player, parts in (("man", 2), ("robot", 2)):
        scene = Scene(
            things=(thing(player), thing("guitar")), relations=(Relation(f"{player}1", "holding", "guitar1"),)
        )
        (subject,) = plan(scene, 3).subjects
        assert len(subject.members) == parts
    assert subject.pose == "hold"


def test_a_small_animal_is_taken_into_the_arms() -> None:
    scene = Scene(things=(thing("girl"), thing("cat")), relations=(Relation("girl1", "hugging", "cat1"),))
    (subject,) = plan(scene, 3).subjects
    assert subject.model.size[0] < 0.8 * subject.model.height  # not side by side
    assert subject.pose == "hug"


def test_who_sits_and_reads_is_one_with_bench_and_paper() -> None:
    man, bench, paper = thing("man"), thing("bench"), thing("newspaper")
    relations = (Relation("man1", "on", "bench1"), Relation("man1", "reading", "newspaper1"))
    (subject,) = dressed(Scene(things=(man, bench, paper), relations=relations)).subjects
    assert subject.members == ("bench1", "man1", "newspaper1")
    assert subject.facts.concept == "bench"


def test_what_hangs_on_itself_hangs_on_nothing() -> None:
    relations = (Relation("cat1", "on", "sofa1"), Relation("sofa1", "on", "cat1"))
    assert len(plan(Scene(things=(thing("cat"), thing("sofa")), relations=relations), 3).subjects) == 2


def test_one_stands_on_a_board() -> None:
    scene = Scene(
        things=(thing("boy"), thing("skateboard")), relations=(Relation("boy1", "riding", "skateboard1"),)
    )
    (subject,) = plan(scene, 3).subjects
    assert 1.0 < subject.model.height < 1.5


def test_a_word_may_say_the_sex_of_a_role() -> None:
    def build_of(words: str) -> float:
        (subject,) = plan(Scene(things=(thing("teacher", words=words),)), 3).subjects
        return subject.real

    assert build_of("男教師") > build_of("女教師")


def test_what_a_sitter_holds_is_lifted_into_the_picture() -> None:
    held = portrait(thing("woman"), thing("cup"), relations=(Relation("woman1", "holding", "cup1"),))
    (subject,) = dressed(held).subjects
    (p,), _ = placed([subject], (120, 120))
    hands = subject.model.anchors["hands"].at[1] / subject.model.height
    assert p.foot - hands * p.height < 120
    played = portrait(thing("man"), thing("guitar"), relations=(Relation("man1", "holding", "guitar1"),))
    assert dressed(played).subjects[0].model.size[0] > 1.3 * planned("woman").subjects[0].model.size[0]


@pytest.mark.parametrize("word", sorted(GROUPS))
def test_a_word_for_several_shows_them_all(word: str) -> None:
    found = plan(Scene(things=(thing(word),)), 3)
    assert len(found.subjects) == len(GROUPS[word])
    assert {s.thing_id for s in found.subjects} == {f"{word}1"}
    assert not found.missing


# -- backdrops ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mood", [None, "warm", "mysterious", "festive", "calm", "luxurious", "futuristic", "lonely"]
)
def test_a_cloth_is_neither_black_nor_white(mood: str | None) -> None:
    pixels, stage = painted("portrait", (96, 96), mood=mood)
    assert 0.08 < brightness(pixels) < 0.85
    assert stage.kind == "portrait"
    assert stage.light.rim_strength > 0.4


def test_cloths_differ_by_who_sits_and_by_the_seed() -> None:
    means = {
        tuple(
            np.round(painted("portrait", (64, 64), seed=seed, concepts=frozenset({who}))[0].mean((0, 1)), 1)
        )
        for seed in range(4)
        for who in ("man", "woman")
    }
    assert len(means) >= 3


def test_rain_falls_before_a_grey_cloth() -> None:
    _, stage = painted("portrait", (64, 64), weather="rain")
    assert stage.weathered
    assert not painted("portrait", (64, 64))[1].weathered
    assert not painted("portrait", (64, 64), behind="room", hour="day", weather="rain")[1].weathered
    scene, wet = portrait(thing("apple")), portrait(thing("apple"), weather="rain")
    dry, rain = (compose.paint(s, width=64, height=64, seed=4).pixels.astype(int) for s in (scene, wet))
    assert np.abs(dry - rain).mean() > 4


def test_a_place_behind_is_out_of_focus() -> None:
    sharp, _ = painted("meadow", (128, 128))
    soft, stage = painted("portrait", (128, 128), behind="meadow", hour="day")
    edges = [float(np.abs(np.diff(p.mean(-1), axis=0)).max()) for p in (sharp, soft)]
    assert edges[1] < 0.7 * edges[0]
    assert stage.weathered


@pytest.mark.parametrize("hour", ["night", "dusk"])
def test_nobody_sits_in_the_dark(hour: str) -> None:
    _, stage = painted("portrait", (64, 64), behind="meadow", hour=hour)
    assert max(stage.light.key) > 0.6


def test_a_portrait_is_painted_the_same_twice() -> None:
    scene = portrait(thing("woman"), place=Place(id="meadow", names=("meadow",)))
    first, second = (compose.paint(scene, width=96, height=96, seed=4) for _ in range(2))
    assert np.array_equal(first.pixels, second.pixels)
    assert not first.missing
    assert first.boxes["woman1"][3] > 70

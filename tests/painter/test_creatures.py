"""Birds, sea animals, insects, robots and ghosts: every one builds, has sane size and form, and offers its anchors."""

from __future__ import annotations

import numpy as np
import pytest

from tests.painter.helpers import assert_sane
from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.colour import named
from waa.painter.rigs.bird_species import BIRDS
from waa.painter.solid.model import Model

# The height (or length, of what swims) in metres of each.
TALL = {
    "bird": 0.16, "penguin": 0.75, "duck": 0.42, "chick": 0.12, "chicken": 0.45, "owl": 0.4, "parrot": 0.36, "eagle": 0.8,
    "swan": 1.08, "flamingo": 1.35, "crane": 1.3, "pigeon": 0.3, "seagull": 0.38, "peacock": 1.56, "robot": 1.2,
    "snowman": 1.65, "ghost": 0.91, "alien": 1.19, "lion_dance": 1.88, "butterfly": 0.08, "bee": 0.07, "ladybird": 0.04,
    "dragonfly": 0.09, "snail": 0.10, "fish": 0.25, "goldfish": 0.17, "clownfish": 0.07, "dolphin": 0.88, "whale": 5.1,
    "shark": 1.54, "seal": 0.67, "octopus": 0.75, "jellyfish": 0.66, "starfish": 0.32, "seahorse": 0.35, "crab": 0.26,
    "lobster": 0.61, "shrimp": 0.11, "rooster": 0.55, "goose": 0.8, "snake": 0.3, "spider": 0.04, "bat": 0.2, "squid": 0.37,
}  # fmt: skip
HEAVY = {"lion_dance": 60_000, "peacock": 36_000}
WALKERS = ("robot", "alien", *BIRDS)


def made(concept: str, pose: str = "stand", **more: object) -> Model:
    model = cast.build(concept, Look(concept=concept, pose=pose, **more))  # type: ignore[arg-type]
    assert model is not None
    return model


@pytest.mark.parametrize("concept", sorted(TALL))
def test_each_is_sane_and_of_its_size(concept: str) -> None:
    model = made(concept)
    assert_sane(model.mesh, HEAVY.get(concept, 25_000))
    assert model.height == pytest.approx(TALL[concept], rel=0.25)
    assert abs(float(model.mesh.low[1])) < 0.08 * model.height + 0.03
    assert max(model.size[0], model.size[2]) < 4 * model.height
    for anchor in model.anchors.values():
        assert np.isfinite(anchor.at).all()
        assert model.mesh.low[1] - 0.1 <= anchor.at[1] <= model.mesh.high[1] + 0.35 * model.height


@pytest.mark.parametrize(
    "concept", ["penguin", "owl", "robot", "ghost", "alien", "crab", "dolphin", "seal", "rooster"]
)
@pytest.mark.parametrize("pose", ["sit", "run", "fly", "swim", "hold", "sleep", "wave"])
def test_poses_keep_the_form(concept: str, pose: str) -> None:
    model = made(concept, pose)
    assert np.isfinite(model.mesh.vertices).all()
    assert 0.3 * TALL[concept] < model.height < 2.2 * TALL[concept]


@pytest.mark.parametrize("concept", sorted(WALKERS))
def test_whoever_has_hands_can_hold_and_wear(concept: str) -> None:
    model = made(concept, "hold")
    assert {"head", "eyes", "neck", "hands", "top", "seat_point"} <= set(model.anchors)
    assert model.anchors["head"].at[1] > model.anchors["hands"].at[1] > 0
    assert model.anchors["head"].size > 0.02


@pytest.mark.parametrize("concept", ["parrot", "goldfish", "robot", "butterfly", "octopus", "lion_dance"])
def test_a_colour_that_was_asked_for_is_seen(concept: str) -> None:
    wanted = named("green", "#000")
    plain, green = made(concept), made(concept, colour="green")

    def share(model: Model) -> float:
        c = model.mesh.colours
        return float(((c[:, 1] > c[:, 0] + 0.05) & (c[:, 1] > c[:, 2] + 0.02)).mean())

    assert wanted[1] > wanted[0]
    assert share(green) > share(plain) or share(plain) > 0.3


@pytest.mark.parametrize("concept", ["eagle", "whale", "bee", "snowman"])
def test_the_same_twice(concept: str) -> None:
    first = cast._builders[concept](Look(concept=concept))
    second = cast._builders[concept](Look(concept=concept))
    assert np.array_equal(first.mesh.vertices, second.mesh.vertices)
    assert np.array_equal(first.mesh.colours, second.mesh.colours)


def test_species_differ() -> None:
    for first, second in (("swan", "duck"), ("flamingo", "crane"), ("owl", "penguin")):
        assert BIRDS[first] != BIRDS[second]
    assert made("rooster").size[2] > 1.2 * made("chicken").size[2]  # its tail
    heights = {name: made(name).height for name in ("chick", "duck", "flamingo")}
    assert heights["chick"] < heights["duck"] < heights["flamingo"]


def test_fish_float_and_birds_face_the_viewer_somewhat() -> None:
    assert cast.best_yaw("fish") > 45
    assert cast.best_yaw("penguin") < 30
    assert cast.best_yaw("eagle") == 38

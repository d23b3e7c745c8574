"""What is put into bowls, baskets and tanks: heaps and shoals."""

import numpy as np
import pytest

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.contents import heaped, is_heaped, is_shoal, shoal
from waa.painter.solid.mesh import ball, cylinder
from waa.painter.solid.model import Anchor, Model
from waa.words.scene import Thing


def thing(concept: str) -> Thing:
    return Thing(id=f"{concept}1", concept=concept, names=(concept,))


def bowl(*, glass: bool = False, top: float | None = None) -> Model:
    """20 cm across, 10 cm deep."""
    anchors = {"inside": Anchor(at=(0, 0.06, 0), size=0.16)}
    if top is not None:
        anchors["top"] = Anchor(at=(0, top, 0))
    return Model(mesh=cylinder(0.1, 0.1), glass=cylinder(0.1, 0.1) if glass else None, anchors=anchors)


def added(vessel: Model, whole: Model) -> np.ndarray:
    return whole.mesh.vertices[len(vessel.mesh.vertices) :]


@pytest.mark.parametrize(
    ("concept", "kind", "top", "expected"),
    [
        ("apple", "in", None, True),
        ("apple", "on", None, True),  # there is nothing to lie on
        ("apple", "on", 0.062, True),  # a basket's rim is no shelf
        ("fried_egg", "on", 0.09, False),  # it lies on the rice
        ("fried_egg", "in", 0.09, True),
        ("milk_tea", "in", None, False),
        ("cat", "in", None, False),
    ],
)
def test_food_is_heaped(concept: str, kind: str, top: float | None, *, expected: bool) -> None:
    assert is_heaped(bowl(top=top), thing(concept), kind) is expected


def test_nothing_is_heaped_where_there_is_no_inside() -> None:
    assert not is_heaped(Model(mesh=cylinder(0.1, 0.1)), thing("apple"), "in")


@pytest.mark.parametrize("count", range(1, 10))
def test_a_heap_stays_over_its_vessel(count: int) -> None:
    vessel, part = bowl(), Model(mesh=ball(0.04).moved(y=0.04))
    placed = added(vessel, heaped(vessel, [part] * count, thing("apple")))
    assert len(placed) == min(count, 7) * len(part.mesh.vertices)
    assert np.hypot(placed[:, 0], placed[:, 2]).max() < 0.1
    each = placed.reshape(min(count, 7), -1, 3)
    tall = np.ptp(each[:, :, 1], axis=1)
    assert tall.max() <= (0.8 if count < 4 else 0.45) * vessel.height + 1e-5
    middles = each.mean(1)
    gaps = np.linalg.norm(middles[:, None] - middles[None], axis=-1) + np.eye(len(middles))
    assert gaps.min() > 0.45 * tall.max()
    assert placed[:, 1].max() > 0.06  # it is seen over the rim


def test_one_cherry_stands_for_many_and_one_apple_for_itself() -> None:
    vessel, part = bowl(), Model(mesh=ball(0.02))
    count = len(part.mesh.vertices)
    assert len(added(vessel, heaped(vessel, [part], thing("cherry")))) == 7 * count
    assert len(added(vessel, heaped(vessel, [part], thing("apple")))) == count


def test_fish_swim_behind_glass_alone() -> None:
    assert is_shoal(bowl(glass=True), thing("goldfish"), "in")
    assert not is_shoal(bowl(), thing("goldfish"), "in")
    assert not is_shoal(bowl(glass=True), thing("goldfish"), "on")
    assert not is_shoal(bowl(glass=True), thing("apple"), "in")


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_a_shoal_keeps_to_its_tank(count: int) -> None:
    tank, fish = (cast.build(c, Look(concept=c)) for c in ("fish_tank", "goldfish"))
    assert tank is not None
    assert fish is not None
    whole = shoal(tank, [fish] * count, thing("goldfish"))
    placed = added(tank, whole)
    assert len(placed) == count * len(fish.mesh.vertices)
    assert np.all(np.abs(placed[:, [0, 2]]).max(0) < tank.size[[0, 2]] / 2)
    assert 0.03 < placed[:, 1].min() < placed[:, 1].max() < tank.height - 0.03
    middles = placed.reshape(count, -1, 3).mean(1)
    assert len(np.unique(np.round(middles[:, 0], 3))) == count
    assert whole.mesh.surface[-len(placed) :, 1].min() >= 0.25  # in lit water

"""Clay: any heap of lumps becomes a clean, closed surface, the same one every time."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from waa.painter.solid import clay as rooms
from waa.painter.solid.clay import Clay

CELLS = 24
_place = st.floats(-0.3, 0.3).map(lambda v: round(v, 3))
_places = st.tuples(_place, _place, _place)
_radius = st.floats(0.06, 0.25).map(lambda v: round(v, 3))
_turn = st.sampled_from([0, 25, -60])
_blend = st.sampled_from([0.02, 0.05, 0.1])

_ball = st.tuples(st.just("ball"), _places, st.tuples(_radius, _radius, _radius), _turn, _blend)
# No shorter than they taper: the rest are cliffs, which no grid follows.
_limb = st.tuples(st.just("limb"), _places, _places, _radius, _blend).filter(
    lambda limb: np.linalg.norm(np.subtract(limb[1], limb[2])) > 0.4 * limb[3]
)
_heaps = st.lists(st.one_of(_ball, _limb), min_size=1, max_size=8)


def heaped(lumps: list[tuple]) -> Clay:
    heap = Clay()
    for kind, at, *rest in lumps:
        if kind == "ball":
            radii, turn, blend = rest
            heap.ball(at, radii, "#c84", yaw=turn, pitch=turn / 2, blend=blend)
        else:
            end, radius, blend = rest
            heap.limb(at, end, radius, radius * 0.6, "#48c", blend=blend)
    return heap


def step_of(heap: Clay, cells: int) -> float:
    low = np.min([lump.bounds(0)[0] for lump in heap._lumps], axis=0)
    high = np.max([lump.bounds(0)[1] for lump in heap._lumps], axis=0)
    return float((high - low).max()) / cells


@given(_heaps)
@settings(max_examples=40, deadline=None)
def test_the_surface_is_closed(lumps: list[tuple]) -> None:
    mesh = heaped(lumps).mesh(CELLS)
    edges = np.concatenate([mesh.faces[:, [i, j]] for i, j in ((0, 1), (1, 2), (2, 0))])
    there = {tuple(e) for e in edges.tolist()}
    assert all((b, a) in there for a, b in there)


@given(_heaps)
@example([("ball", (0.0, 0.0, 0.0), (0.25, 0.125, 0.07), -60, 0.02)])  # flat: its middle is near to its skin
@settings(max_examples=40, deadline=None)
def test_vertices_lie_on_the_surface_and_normals_point_outwards(lumps: list[tuple]) -> None:
    heap = heaped(lumps)
    mesh, step = heap.mesh(CELLS), step_of(heap, CELLS)
    slope = np.linalg.norm(gradient(heap, mesh.vertices), axis=1)
    off = np.abs(heap.distance(mesh.vertices)) / np.maximum(slope, 0.5)
    assert np.quantile(off, 0.98) < step / 2  # thin creases between lumps may be cut short
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-3)
    outside = heap.distance(mesh.vertices + mesh.normals * np.float32(step * 0.5))
    inside = heap.distance(mesh.vertices - mesh.normals * np.float32(step * 0.5))
    assert np.mean(outside > inside) > 0.99


def gradient(heap: Clay, points: np.ndarray) -> np.ndarray:
    steps = np.eye(3, dtype=np.float32) * np.float32(2e-3)
    return np.stack([(heap.distance(points + s) - heap.distance(points - s)) / 4e-3 for s in steps], -1)


@given(_heaps)
@settings(max_examples=25, deadline=None)
def test_the_culled_grid_has_the_signs_of_the_full_distance(lumps: list[tuple]) -> None:
    heap = heaped(lumps)
    heap.ball((0.05, 0.1, 0.2), (0.1, 0.05, 0.1), "#000", pitch=20, carves=True)
    step, low = 0.04, np.array([-0.6, -0.6, -0.6], np.float32)
    grid = rooms._near_surface(heap._lumps, low, step, np.array([5, 5, 5]))
    index = np.stack(np.meshgrid(*[np.arange(n) for n in grid.shape], indexing="ij"), -1).reshape(-1, 3)
    exact = heap.distance((low + index * step).astype(np.float32)).reshape(grid.shape)
    clear = np.abs(exact) > 1e-4
    assert ((grid < 0) == (exact < 0))[clear].all()


def test_the_same_shape_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    def shape(colour: str) -> Clay:
        return (
            Clay()
            .ball((0, 0.3, 0), (0.2, 0.3, 0.2), colour)
            .limb((0, 0.1, 0), (0.3, 0.1, 0), 0.05, 0.02, colour)
        )

    first = rooms._shape(shape("#f00"), 40)
    second = rooms._shape(shape("#0f0"), 40)
    for name in ("vertices", "faces", "normals", "lumps", "weights"):
        assert getattr(first, name).tobytes() == getattr(second, name).tobytes()
    assert shape("#f00").key(40) == shape("#0f0").key(40)  # colours are free
    assert shape("#f00").key(40) != shape("#f00").key(41)


def test_finer_grids_come_closer_to_a_ball() -> None:
    for cells, limit in ((16, 0.02), (48, 0.004)):
        mesh = Clay().ball((0, 0, 0), 0.5, "#fff").mesh(cells)
        assert np.abs(np.linalg.norm(mesh.vertices, axis=1) - 0.5).max() < limit


def test_colours_go_to_the_lumps_they_were_given_to() -> None:
    mesh = Clay(0.001).ball((-0.5, 0, 0), 0.2, "#ff0000").ball((0.5, 0, 0), 0.2, "#0000ff").mesh(40)
    left, right = mesh.vertices[:, 0] < 0, mesh.vertices[:, 0] > 0
    assert np.allclose(mesh.colours[left], (1, 0, 0), atol=0.01)
    assert np.allclose(mesh.colours[right], (0, 0, 1), atol=0.01)


def test_what_is_carved_is_gone() -> None:
    bowl = Clay(0.01).ball((0, 0, 0), 0.5, "#fff").ball((0, 0.5, 0), 0.4, "#fff", carves=True)
    floor, normals = bowl.surface([(0, 0.45, 0)], (0, -1, 0))
    assert floor[0, 1] == pytest.approx(0.1, abs=0.01)
    assert normals[0, 1] == pytest.approx(1, abs=0.01)


def test_ticks_give_the_same_distances_as_points() -> None:
    heap = Clay().ball((0.1, 0, 0), (0.2, 0.1, 0.15), "#fff", yaw=30, roll=10).ball((0, 0.1, 0), 0.1, "#fff")
    heap.limb((0, 0, 0), (0.2, 0.1, -0.3), 0.1, 0.03, "#fff")
    ticks = np.linspace(-0.4, 0.4, 5, dtype=np.float32)
    points = np.array(list(itertools.product(ticks, repeat=3)), np.float32)
    for lump in heap._lumps:
        sampled = lump.sample(ticks[None], ticks[None], ticks[None]).ravel()
        assert np.allclose(sampled, lump.distance(points), atol=2e-6)

"""Detail and leaf: finer triangles where paint has edges, and thin blades."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import DROP, LONG, POINTED, ROUND, leaf
from waa.painter.solid.mesh import Mesh, ball

BALL = ball(1.0, colour="#808080", steps=14)


def stripes(v: np.ndarray, n: np.ndarray, c: np.ndarray) -> np.ndarray:
    on = (np.floor(v[:, 1] * 4) % 2 == 0)[:, None]
    return np.where(on, [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]).astype(np.float32)


def edge_lengths(mesh: Mesh) -> np.ndarray:
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    return np.stack([np.linalg.norm(p - q, axis=1) for p, q in ((a, b), (b, c), (c, a))], -1)


def is_closed(mesh: Mesh) -> bool:
    """Every edge is used once in each direction, when vertices at the same place count as one."""
    _, index = np.unique(np.round(mesh.vertices, 5), axis=0, return_inverse=True)
    faces = index.reshape(-1)[mesh.faces]
    faces = faces[(faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])]
    edges = {tuple(e) for i, j in ((0, 1), (1, 2), (2, 0)) for e in faces[:, [i, j]].tolist()}
    return all((b, a) in edges for a, b in edges)


def test_triangles_get_smaller_only_where_the_colour_changes() -> None:
    fine = painted_finely(BALL, stripes, levels=2)
    spread = np.ptp(fine.colours[fine.faces][..., 0], axis=1)
    longest = edge_lengths(fine).max(1)
    assert longest[spread > 0.5].max() < 0.55 * edge_lengths(BALL).max()
    assert len(fine.vertices) < 6 * len(BALL.vertices)


def test_there_are_no_cracks() -> None:
    assert is_closed(BALL)
    assert is_closed(painted_finely(BALL, stripes, levels=2))


def test_plain_paint_costs_nothing() -> None:
    plain = painted_finely(BALL, lambda v, n, c: np.full_like(v, 0.3))
    assert len(plain.vertices) == len(BALL.vertices)
    assert np.allclose(plain.colours, 0.3)


def test_refining_ends_in_time() -> None:
    assert len(painted_finely(BALL, stripes, levels=6, most=1500).vertices) <= 1500


def test_new_vertices_are_painted_by_their_own_place() -> None:
    fine = painted_finely(BALL, stripes)
    assert np.allclose(fine.colours, stripes(fine.vertices, fine.normals, fine.colours))


_outline = st.sampled_from([POINTED, ROUND, LONG, DROP])


@given(_outline, st.floats(0.1, 0.8), st.floats(-0.3, 0.6), st.floats(-0.4, 0.4))
def test_a_leaf_looks_towards_its_front(
    outline: tuple[float, ...], width: float, cup: float, bend: float
) -> None:
    path = [(0, 0, 0), (0, 0.5, 0.1 * bend), (0, 1, bend)]
    blade = leaf(path, (0, 0, 1), width, 0.1, "#c84", outline=outline, cup=cup, inside="#fff")
    half = len(blade.vertices) // 2
    assert np.isfinite(blade.vertices).all()
    assert blade.normals[:half, 2].mean() > 0.3
    assert blade.normals[half:, 2].mean() < -0.3
    assert np.allclose(np.linalg.norm(blade.normals, axis=1), 1, atol=2e-2)
    assert float(np.ptp(blade.vertices[:, 0])) <= width * 1.05


def test_a_leaf_is_another_colour_inside_but_not_at_its_border() -> None:
    blade = leaf([(0, 0, 0), (0, 0.5, 0), (0, 1, 0)], (0, 0, 1), 0.6, 0.1, "#ff0000", inside="#00ff00")
    half = len(blade.vertices) // 2
    front, back = blade.colours[:half], blade.colours[half:]
    assert np.allclose(back, (1, 0, 0))
    assert front[:, 1].max() > 0.99
    edge = np.abs(blade.vertices[:half, 0]) > 0.29
    assert np.allclose(front[edge], (1, 0, 0))

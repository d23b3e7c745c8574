"""Relief and lettering on solid things."""

import numpy as np
import pytest

from waa.painter.noise import stream
from waa.painter.solid import lettering, relief
from waa.painter.solid.mesh import ball


def points(count: int = 500) -> np.ndarray:
    return stream("points").uniform(-1, 1, (count, 3)).astype(np.float32)


def test_noise_is_smooth_and_the_same_each_time() -> None:
    p = points()
    first = relief.noise3(p, 0.5, stream("a"), 2)
    assert np.array_equal(first, relief.noise3(p, 0.5, stream("a"), 2))
    assert first.min() >= 0
    assert first.max() <= 1
    assert first.std() > 0.05
    near = relief.noise3(p + np.float32(0.001), 0.5, stream("a"), 2)
    assert np.abs(near - first).max() < 0.03


def test_cracks_are_zero_half_way_between_two_seeds() -> None:
    seeds = [(-1, 0, 0), (1, 0, 0)]
    at = np.array([[0, 0, 0], [0.5, 0, 0], [1, 0, 0]], np.float32)
    np.testing.assert_allclose(relief.cracks(at, seeds), [0, 0.5, 1], atol=1e-5)
    np.testing.assert_allclose(relief.nearest(at, seeds), [1, 0.5, 0], atol=1e-3)


def test_raised_grows_a_ball_and_keeps_it_smooth() -> None:
    small = ball(1.0)
    large = relief.raised(small, np.full(len(small.vertices), 0.5))
    np.testing.assert_allclose(np.linalg.norm(large.vertices, axis=1), 1.5, rtol=1e-4)
    assert (large.normals * small.normals).sum(1).min() > 0.99


@pytest.mark.parametrize("text", ["福", "恭喜\n發財", "WAA", " "])
def test_ink_is_cropped_cover(text: str) -> None:
    mark = lettering.ink(text, 30)
    assert mark.min() >= 0
    assert mark.max() <= 1
    if text.strip():
        assert mark[0].max() > 0
        assert mark[:, -1].max() > 0


def test_vertical_is_taller_than_it_is_wide() -> None:
    upright, flat = lettering.ink("恭喜發財", 30, vertical=True), lettering.ink("恭喜發財", 30)
    assert upright.shape[0] > 3 * upright.shape[1] > 0
    assert flat.shape[1] > 3 * flat.shape[0]


def test_lettered_looks_at_the_viewer_and_reads_from_the_left() -> None:
    panel = lettering.lettered("L", 0.2, 0.1, "#000000", "#ffffff", rows=24, depth=0.01)
    assert panel.normals[:, 2].mean() > 0.8
    dark = panel.colours[:, 0] < 0.3
    assert dark.any()
    low_right = panel.vertices[dark & (panel.vertices[:, 1] < -0.02)]
    high = panel.vertices[dark & (panel.vertices[:, 1] > 0.02)]
    assert low_right[:, 0].max() > high[:, 0].max()  # the foot of the L points right
    assert panel.vertices[dark, 2].min() > 0.005
    np.testing.assert_allclose(panel.size[:2], [0.2, 0.1], rtol=1e-5)

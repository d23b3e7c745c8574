"""Camera: what a sprite promises to whoever lays it, at every size; and the house-keeping round it."""

from __future__ import annotations

import itertools
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from waa.painter import cache, memory
from waa.painter.light import LIGHTS
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.mesh import ball, box, cylinder, face_normals, grid_faces, join, tube
from waa.painter.solid.model import Lamp, Model
from waa.painter.together import together

DAY, NIGHT = LIGHTS["day"], LIGHTS["night"]
POST = Model(mesh=cylinder(0.1, 1.0, "#c04030"))


@pytest.mark.parametrize("height", [20, 90, 400, 900])
@pytest.mark.parametrize("pitch", [0, 25])
def test_a_sprite_is_as_tall_as_asked_and_stands_on_its_foot(height: int, pitch: int) -> None:
    sprite = photograph(POST, DAY, height, View(pitch=pitch), shadows=False)
    covered = np.nonzero((sprite.pixels[..., 3] > 0.5).any(1))[0]
    assert abs(covered[-1] - covered[0] + 1 - height) <= 3
    # Seen from above, and in perspective, the near edge of a post is below the middle of its foot.
    assert abs(sprite.foot[1] - covered[-1]) < 3 + height * (0.01 + 0.15 * np.sin(np.radians(pitch)))
    assert abs(sprite.foot[0] - sprite.width / 2) < 3


def test_a_sprite_may_be_limited_in_width() -> None:
    wide = Model(mesh=box(3, 0.5, 0.5))
    sprite = photograph(wide, DAY, 400, width_limit=300)
    covered = np.nonzero((sprite.pixels[..., 3] > 0.5).any(0))[0]
    assert abs(covered[-1] - covered[0] + 1 - 300) <= 3


def test_edges_are_smooth_and_nothing_is_out_of_range() -> None:
    for height in (60, 300, 800):
        pixels = photograph(Model(mesh=ball(0.5, (0, 0.5, 0))), DAY, height).pixels
        alpha = pixels[..., 3]
        assert np.isfinite(pixels).all()
        assert pixels.min() >= 0
        assert pixels.max() <= 1.15
        assert ((alpha > 0.1) & (alpha < 0.9)).sum() > height


def test_a_shadow_falls_away_from_the_light() -> None:
    for name in ("day", "sunset", "dawn"):
        light = LIGHTS[name]
        sprite = photograph(POST, light, 200)
        assert sprite.shadow is not None
        weight = sprite.shadow.sum(0)
        middle = float((weight * np.arange(len(weight))).sum() / weight.sum()) + sprite.shadow_at[0]
        assert middle * light.toward[0] < 0


def test_lamps_burn_when_it_is_dark() -> None:
    lit = replace(POST, lamps=(Lamp(at=(0, 0.9, 0.2), radius=0.3),))
    assert photograph(lit, DAY, 100).lamps == ()
    ((x, y, radius, _, _),) = photograph(lit, NIGHT, 100).lamps
    assert abs(x) < 4
    assert -105 < y < -70
    assert radius == pytest.approx(30, rel=0.2)


def test_a_mirror_image_hangs_below_the_foot() -> None:
    sprite = photograph(POST, DAY, 200, reflects=True)
    assert sprite.reflection is not None
    rows = np.nonzero((sprite.reflection[..., 3] > 0.5).any(1))[0]
    assert rows[0] < 12
    assert rows[-1] > 150


def test_a_digest_names_what_is_seen() -> None:
    same = Model(mesh=cylinder(0.1, 1.0, "#c04030"))
    assert POST.digest() == same.digest()
    others = [
        Model(mesh=cylinder(0.1, 1.0, "#c04031")),
        Model(mesh=cylinder(0.11, 1.0, "#c04030")),
        replace(POST, glass=ball(0.1)),
        replace(POST, night=ball(0.1)),
        replace(POST, lamps=(Lamp(at=(0, 1, 0), radius=1),)),
    ]
    digests = {model.digest() for model in (POST, *others)}
    assert len(digests) == len(others) + 1


def test_normals_of_a_ball_point_outwards() -> None:
    mesh = ball(0.5)
    normals = face_normals(mesh.vertices, mesh.faces)
    inner = slice(48, -48)  # the poles are one point many times
    assert np.einsum("ij,ij->i", normals[inner], mesh.normals[inner]).min() > 0.98


def test_a_tube_does_not_twist() -> None:
    bend = [(np.sin(t), t, 0.2 * np.cos(3 * t)) for t in np.linspace(0, 3, 40)]
    ring = tube(bend, 0.1, caps=False, steps=8).vertices.reshape(40, 8, 3)
    step = np.linalg.norm(np.diff(ring, axis=0), axis=-1)
    assert step.max() < 2.0 * np.linalg.norm(np.diff(bend, axis=0), axis=-1).max()
    assert np.linalg.norm(ring - np.asarray(bend)[:, None], axis=-1) == pytest.approx(0.1, abs=1e-4)


def test_shared_faces_cannot_be_changed() -> None:
    faces = grid_faces(3, 4, wraps=True)
    with pytest.raises(ValueError, match="read-only"):
        faces[0, 0] = 1
    assert join(ball(0.1), ball(0.2)).faces.max() < 2 * len(ball(0.1).vertices)


def test_together_keeps_order_and_raises_when_all_have_ended() -> None:
    assert together([lambda k=k: k * k for k in range(9)]) == [k * k for k in range(9)]  # type: ignore[misc]
    ended = []

    def fails() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        together([fails, lambda: ended.append(1), lambda: ended.append(2)])
    assert sorted(ended) == [1, 2]


def test_the_folder_is_tidied_now_and_then_by_age(tmp_path: Path) -> None:
    for number in range(10):
        file = tmp_path / str(number)
        file.write_bytes(b"x" * 100)
        os.utime(file, (number, number))
    for _ in itertools.repeat(None, 64):  # one in so many calls does it
        cache.tidy(tmp_path, 450)
    assert sorted(f.name for f in tmp_path.iterdir()) == ["6", "7", "8", "9"]


def test_memory_can_be_given_back() -> None:
    memory.give_back()
    assert memory.resident() >= 0

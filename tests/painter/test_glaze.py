"""Glossy surfaces mirror a window; clay does not."""

import numpy as np
import pytest

from waa.painter.light import LIGHTS
from waa.painter.solid import glaze
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.mesh import ball, cylinder
from waa.painter.solid.model import Model


def rendered(model: Model, light: str = "day") -> np.ndarray:
    return photograph(model, LIGHTS[light], 60, View(pitch=10), shadows=False).pixels


def standing(gloss: float) -> Model:
    return Model(mesh=ball(0.1, (0, 0.1, 0), "#8a2a2a", gloss))


@pytest.mark.parametrize("light", ["day", "night", "sunset", "indoor"])
def test_gloss_brightens_the_side_of_the_light(light: str) -> None:
    dull, shiny = rendered(standing(0.2), light), rendered(standing(0.8), light)
    gain = (shiny - dull)[..., :3].sum(-1)
    side = slice(0, 30) if LIGHTS[light].toward[0] < 0 else slice(-30, None)
    other = slice(-30, None) if LIGHTS[light].toward[0] < 0 else slice(0, 30)
    assert gain.max() > 0.25
    assert gain[:, side].sum() > 1.5 * gain[:, other].sum()


def test_clay_mirrors_nothing() -> None:
    normals = np.tile(np.array([[0.2], [0.1], [0.97]], np.float32), (1, 16))
    colour = np.full((3, 16), 0.4, np.float32)
    gloss, lit = np.full(16, 0.2, np.float32), np.ones(16, np.float32)
    same = glaze.glazed(colour, normals, np.eye(3, dtype=np.float32), gloss, lit, LIGHTS["day"])
    np.testing.assert_allclose(same, colour)


def test_window_is_seen_in_upright_walls_on_the_side_of_the_light() -> None:
    angle = np.radians(np.linspace(-80, 80, 161))
    wall = np.stack([np.sin(angle), 0 * angle, np.cos(angle)]).astype(np.float32)
    seen = glaze.window(wall, LIGHTS["day"])
    assert 0.3 < seen.max() <= 1
    assert seen[angle > 0].max() == 0


def test_glass_covers_as_much_as_it_glows() -> None:
    inner, wall = ball(0.05, (0, 0.1, 0), "#ffffff"), cylinder(0.09, 0.2, "#401000", 0.8)
    clear = rendered(Model(mesh=inner, glass=wall))
    deep = rendered(Model(mesh=inner, glass=wall.finished(glow=0.9)))
    middle = (slice(25, 35), slice(deep.shape[1] // 2 - 4, deep.shape[1] // 2 + 4))
    assert clear[middle][..., 0].mean() > 0.6 > 0.5 > deep[middle][..., 0].mean()


def test_glass_throws_a_shadow() -> None:
    stone = ball(0.01, (0, 0.01, 0))
    bare = photograph(Model(mesh=stone), LIGHTS["day"], 60)
    under = photograph(Model(mesh=stone, glass=cylinder(0.09, 0.2)), LIGHTS["day"], 60)
    assert bare.shadow is not None
    assert under.shadow is not None
    assert under.shadow.sum() > bare.shadow.sum()


def test_glass_is_mirrored_with_what_is_in_it() -> None:
    stone, wall = ball(0.01, (0, 0.01, 0)), cylinder(0.09, 0.2, "#401000", 0.8).finished(glow=0.9)
    bare = photograph(Model(mesh=stone), LIGHTS["day"], 60, reflects=True)
    under = photograph(Model(mesh=stone, glass=wall), LIGHTS["day"], 60, reflects=True)
    assert bare.reflection is not None
    assert under.reflection is not None
    assert under.reflection.shape[0] > 40
    assert under.reflection[20:40, 20:40, 3].mean() > 0.8

"""Globes: charts are read where they should be, the air stays round the ball, and night things show at night alone."""

import numpy as np
import pytest

from waa.painter.colour import F
from waa.painter.light import LIGHTS
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.globe import Chart, Globe
from waa.painter.solid.mesh import ball, box, join
from waa.painter.solid.model import Model

SIZE = 64
DAY, SPACE = LIGHTS["day"], LIGHTS["space"]


def halves(left: tuple[float, ...], right: tuple[float, ...]) -> np.ndarray:
    chart = np.empty((SIZE, SIZE, 3), F)
    chart[:, : SIZE // 2], chart[:, SIZE // 2 :] = left, right
    return chart


RED, GREEN, BLUE = (1.0, 0, 0), (0, 1.0, 0), (0, 0, 1.0)


def globe(**changes: object) -> Globe:
    values: dict = {
        "centre": (0, 1, 0), "radius": 1.0,
        "front": Chart(colour=halves(RED, GREEN)), "back": Chart(colour=halves(BLUE, BLUE)),
    } | changes  # fmt: skip
    return Globe(**values)


def model(g: Globe, **changes: object) -> Model:
    return Model(mesh=g.ball(24), globe=g, **changes)  # type: ignore[arg-type]


def seen(m: Model, yaw: float = 0.0, light: object = DAY) -> np.ndarray:
    return photograph(m, light, 80, View(yaw=yaw, pitch=0), shadows=False).pixels  # type: ignore[arg-type]


def strongest(pixels: np.ndarray, x: float) -> int:
    h, w = pixels.shape[:2]
    return int(pixels[h // 2, int(w * x), :3].argmax())


def test_left_of_the_chart_is_left_of_the_picture() -> None:
    pixels = seen(model(globe()))
    assert strongest(pixels, 0.3) == 0
    assert strongest(pixels, 0.7) == 1


def test_back_shows_when_turned_round() -> None:
    assert strongest(seen(model(globe()), 180), 0.5) == 2


def test_quarter_turn_shows_a_half_of_each() -> None:
    pixels = seen(model(globe()), 90)  # its front looks to the right now
    assert strongest(pixels, 0.3) == 2
    assert strongest(pixels, 0.8) == 0


@pytest.mark.parametrize("scale", [0.01, 30.0])
def test_size_does_not_matter(scale: float) -> None:
    pixels = seen(model(globe()).transformed(scale=scale, at=(3 * scale, 0, 0)))
    assert strongest(pixels, 0.3) == 0
    assert strongest(pixels, 0.7) == 1


def test_what_stands_before_the_globe_keeps_its_colour() -> None:
    g = globe(front=Chart(colour=halves(RED, RED)))
    flag = box(0.6, 0.6, 0.1, BLUE).moved(0, 0.7, 1.4)
    pixels = seen(Model(mesh=join(g.ball(24), flag), globe=g))
    assert strongest(pixels, 0.5) == 2
    assert strongest(pixels, 0.15) == 0


def test_relief_throws_light_and_shade() -> None:
    bump = np.zeros((SIZE, SIZE), F)
    bump[24:40, 24:40] = 0.08
    flat, rough = (
        seen(model(globe(front=Chart(colour=halves(RED, RED), height=h))))
        for h in (np.zeros_like(bump), bump)
    )
    assert np.abs(flat - rough)[..., 0].max() > 0.15
    assert np.allclose(flat[..., 3], rough[..., 3])


def test_towns_shine_on_the_dark_side_only() -> None:
    lights = np.ones((SIZE, SIZE), F)
    dark, lit = (
        seen(model(globe(front=Chart(colour=halves(BLUE, BLUE), lights=towns))), light=SPACE)
        for towns in (np.zeros_like(lights), lights)
    )
    more = (lit - dark)[..., 0]
    h, w = more.shape
    assert more[int(h * 0.75), int(w * 0.8)] > 0.4  # the light comes from the upper left
    assert abs(more[int(h * 0.3), int(w * 0.3)]) < 0.05


def test_air_reaches_over_the_edge_and_no_farther() -> None:
    bare, airy = (photograph(model(globe(air=air, reach=0.3)), DAY, 100, View(pitch=0), shadows=False)
                  for air in (None, "#8fd0ff"))  # fmt: skip
    assert airy.width - bare.width == pytest.approx(30, abs=4)
    assert airy.pixels[..., 3].sum() > bare.pixels[..., 3].sum() * 1.03
    assert airy.pixels[0, :, 3].max() < 0.02
    assert np.isfinite(airy.pixels).all()
    assert airy.foot[1] - bare.foot[1] == pytest.approx(15, abs=2)


def test_night_things_show_at_night_alone() -> None:
    body = ball(0.5, (0, 0.5, 0), BLUE, steps=12)
    window = box(0.3, 0.3, 0.05, RED).finished(glow=1).moved(0, 0.4, 0.5)
    m = Model(mesh=body, night=window)
    assert strongest(photograph(m, DAY, 60, View(pitch=0)).pixels, 0.5) == 2
    assert strongest(photograph(m, LIGHTS["night"], 60, View(pitch=0)).pixels, 0.5) == 0
    moved = m.transformed(scale=2, yaw=90, at=(1, 0, 0))
    assert moved.night is not None
    assert moved.night.high[0] == pytest.approx(2.05, abs=0.02)
    both = Model(mesh=body).with_(m, m)
    assert both.night is not None
    assert len(both.night.vertices) == 2 * len(window.vertices)
    assert m.size[2] == pytest.approx(1.0, abs=0.02)  # what lights up takes no room


def test_globe_goes_where_its_model_goes() -> None:
    m = model(globe()).transformed(scale=2, yaw=90, at=(5, 1, 0))
    assert m.globe is not None
    assert m.globe.centre == pytest.approx((5, 3, 0), abs=1e-6)
    assert (m.globe.radius, m.globe.yaw) == (2, 90)
    assert Model(mesh=ball(0.1)).with_(m).globe is m.globe

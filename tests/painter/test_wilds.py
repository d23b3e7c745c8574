"""What nature places are made of: terrain, water, mountains, cut-outs, and all that grows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from waa.painter import cast, noise
from waa.painter.canvas import Canvas
from waa.painter.cast import Look
from waa.painter.light import LIGHTS
from waa.painter.solid import foliage, iceberg
from waa.painter.solid.mesh import ball
from waa.painter.solid.model import Model
from waa.painter.stage import with_light
from waa.painter.world import cutout, groves, herbs, massif, sea, terrain, woods
from waa.painter.world.groves import Plant
from waa.painter.world.lens import level
from waa.painter.world.peaks import PEAKS

DAY = LIGHTS["day"]
TREES = (
    "tree",
    "pine_tree",
    "palm_tree",
    "cherry_tree",
    "maple_tree",
    "bamboo",
    "banyan",
    "bush",
    "willow",
    "ginkgo_tree",
    "kapok_tree",
    "flame_tree",
    "jacaranda",
    "trumpet_tree",
    "dead_tree",
)
LOW = ("rock", "fern", "grass", "iceberg")


@pytest.fixture(scope="module")
def fan() -> terrain.Fan:
    return terrain.spread(level(120, 90, horizon=0.4, ground=0.9, eye=1.5, near=3.6), 2.5, 80, 160)


def stream(*names: object) -> np.random.Generator:
    return noise.stream("test", *names)


def globe(variant: int) -> Model:
    return Model(mesh=ball(0.5, (0, 0.5, 0), ("#ff0000", "#00ff00")[variant % 2]))


class TestTerrain:
    def test_rows_go_off_into_the_distance(self, fan: terrain.Fan) -> None:
        assert (np.diff(fan.depth) > 0).all()
        assert (np.diff(np.diff(np.log(fan.depth))) > -1e-3).mean() > 0.9, "near rows lie densest"
        np.testing.assert_allclose(fan.x[-1], fan.across * fan.depth[-1], rtol=1e-5)

    def test_noise_stays_about_its_middle_and_fades_where_it_cannot_be_seen(self, fan: terrain.Fan) -> None:
        n = terrain.rough(fan, stream("rough"), 4.0, 4)
        assert -0.2 < n.min() < 0.35
        assert 0.65 < n.max() < 1.2
        fine = terrain.octave(fan, stream("fine"), 0.05)
        np.testing.assert_allclose(fine[-1], 0.5, atol=1e-3)

    def test_slopes_of_a_plane(self, fan: terrain.Fan) -> None:
        right, away = terrain.slopes(fan, np.asarray(0.3 * fan.x - 0.2 * fan.z, np.float32))
        inner = (slice(4, -4), slice(4, -4))
        np.testing.assert_allclose(right[inner], 0.3, atol=0.01)
        np.testing.assert_allclose(away[inner], -0.2, atol=0.02)
        up = terrain.normals(fan, np.zeros(fan.shape, np.float32))
        np.testing.assert_allclose(up[5, 5], (0, 1, 0), atol=1e-6)

    @pytest.mark.parametrize("side", [-1, 1])
    def test_a_wall_throws_its_shadow_away_from_the_sun(self, fan: terrain.Fan, side: int) -> None:
        wall = np.where(np.abs(fan.x) < 0.25, np.float32(1.5), np.float32(0)) * (np.abs(fan.z - 9) < 3)
        light = with_light(DAY, direction=(side * 1.0, 0.6, 0.05))
        sun = terrain.sunlit(fan, wall.astype(np.float32), light)
        row = int(np.searchsorted(fan.depth, 9))
        left, right = (int(np.searchsorted(fan.across, x / 9)) for x in (-1.0, 1.0))
        shaded, bright = (left, right) if side > 0 else (right, left)
        assert sun[row, shaded] < 0.3
        assert sun[row, bright] > 0.7

    def test_hollows_see_less_sky(self, fan: terrain.Fan) -> None:
        bowl = np.minimum(0, np.hypot(fan.x, fan.z - 8) - 2).astype(np.float32)
        sky = terrain.open_sky(fan, bowl)
        middle = (int(np.searchsorted(fan.depth, 8)), fan.shape[1] // 2)
        assert sky[middle] < sky[10, 4] - 0.05

    def test_it_is_laid_in_perspective_with_its_skyline(self, fan: terrain.Fan) -> None:
        canvas = Canvas(120, 90, "#0000ff")
        flat = np.zeros(fan.shape, np.float32)
        line = terrain.lay_terrain(
            canvas, fan, flat, np.tile(np.array([0, 1, 0], np.float32), (*fan.shape, 1))
        )
        assert abs(float(line.mean()) - 0.4 * 90) < 2.5
        assert canvas.pixels[80, 60, 1] > 0.98
        assert canvas.pixels[20, 60, 2] > 0.98
        assert canvas.pixels[20, 60, 1] == 0

    def test_what_lies_behind_a_rise_is_hidden(self, fan: terrain.Fan) -> None:
        hill = np.where(np.abs(fan.z - 8) < 1.0, np.float32(1.2), np.float32(0)).astype(np.float32)
        canvas = Canvas(120, 90)
        x, y, seen = terrain.spots(canvas, fan, hill, [0.0, 0.0], [4.0, 12.0])
        assert seen.tolist() == [True, False]
        assert abs(float(x[0]) - 60) < 1
        assert abs(float(y[0]) - (36 + fan.lens.focal * 1.5 / 4)) < 1.5

    def test_grit_keeps_the_mean(self) -> None:
        canvas = Canvas(80, 80, "#808080")
        terrain.grit(canvas, stream("grit"), 20, 0.06)
        assert canvas.pixels[40:].std() > 0.003
        assert abs(float(canvas.pixels[40:].mean()) - 0.5) < 0.02
        assert (canvas.pixels[:20] == canvas.pixels[0, 0]).all()


class TestSea:
    def test_waves_are_as_tall_as_asked(self, fan: terrain.Fan) -> None:
        low, high = (sea.swell(fan, stream("swell"), tall) for tall in (0.05, 0.2))
        assert np.ptp(high) == pytest.approx(4 * np.ptp(low), rel=1e-3)
        assert 0.05 < np.ptp(high) < 0.6

    def test_it_mirrors_the_sky_far_off_and_shows_its_depth_near_by(self, fan: terrain.Fan) -> None:
        canvas = Canvas(120, 90, "#ff0000")
        calm = np.zeros(fan.shape, np.float32)
        water = sea.mirrored(canvas, fan, calm, DAY, "#0000ff")
        assert water[-1, :, 0].mean() > 0.8
        assert water[0, :, 0].mean() < 0.4
        assert water[0, :, 2].mean() > water[-1, :, 2].mean()

    def test_a_low_sun_lays_a_road_of_light(self, fan: terrain.Fan) -> None:
        canvas, waves = Canvas(120, 90, "#203050"), sea.swell(fan, stream("glint"), 0.05)
        plain, lit = (
            sea.mirrored(canvas, fan, waves, DAY, "#103040", glint=g, glint_x=30) for g in (None, "#ffffff")
        )
        gain = (lit - plain).sum((0, 2))
        assert gain[20:40].sum() > 4 * gain[80:100].sum()


class TestMassif:
    @pytest.mark.parametrize("craggy", [0.0, 1.0])
    def test_mountains_reach_the_height_asked(self, craggy: float) -> None:
        canvas = Canvas(160, 120, "#ffffff")
        line = massif.massif(canvas, DAY, stream("massif"), 80, 40, massif.Look(), craggy=craggy)
        assert 15 < 80 - float(line.min()) < 60
        assert (canvas.pixels[:15] == 1).all()

    def test_snow_lies_above_the_snowline(self) -> None:
        bright = []
        for snowline in (2.0, 0.0):
            canvas = Canvas(160, 120, "#000000")
            look = massif.Look(rock="#303030", green=None, snowline=snowline, veil=(0, 0))
            massif.massif(canvas, DAY, stream("snowline"), 80, 50, look)
            bright.append(float(canvas.pixels[40:80].mean()))
        assert bright[1] > 1.5 * bright[0]


class TestPeaks:
    @pytest.mark.parametrize("name", [name for name, peak in PEAKS.items() if peak.outline])
    def test_a_known_mountain_has_its_outline(self, name: str) -> None:
        peak, canvas = PEAKS[name], Canvas(200, 120, "#ffffff")
        look = peak.look("#c0d0e0")
        line = massif.massif(canvas, DAY, stream(name), 90, 60, look, ridge=peak.ridge, craggy=peak.craggy)
        seen, drawn = 90 - line, 60 * peak.ridge(np.linspace(0, 1, 200, dtype=np.float32))
        assert np.corrcoef(seen, drawn)[0, 1] > 0.9
        assert abs(float(seen.max()) - 60) < 10

    def test_the_lion_looks_west(self) -> None:
        x = np.linspace(0, 1, 101, dtype=np.float32)
        height = PEAKS["lion_rock"].ridge(x)
        assert 0.33 < x[int(height.argmax())] < 0.45, "its head is on the left"
        steepest = np.diff(height)
        assert steepest.max() > -1.5 * steepest.min(), "and its face is a cliff"


class TestCutout:
    def test_it_stands_on_its_foot_as_tall_as_asked(self) -> None:
        canvas = Canvas(100, 100, "#000000")
        cutout.stand(canvas, globe, 0, DAY, 50, 80, 40, pitch=0, shadow=0)
        rows, columns = np.nonzero(canvas.pixels[..., 0] > 0.1)
        assert abs(rows.max() - 80) <= 2
        assert abs(np.ptp(rows) - 40) <= 3
        assert abs(columns.mean() - 50) < 1

    def test_haze_hides_it_and_the_edge_of_the_picture_cuts_it(self) -> None:
        canvas = Canvas(100, 100, "#0000ff")
        cutout.stand(canvas, globe, 0, DAY, 0, 60, 50, haze=1.0, haze_colour="#0000ff")
        np.testing.assert_allclose(canvas.pixels, np.broadcast_to([0, 0, 1], canvas.pixels.shape), atol=0.01)
        cutout.stand(canvas, globe, 0, DAY, -200, 60, 50)
        cutout.stand(canvas, globe, 0, DAY, 100, 130, 300)
        assert np.isfinite(canvas.pixels).all()

    def test_a_mirrored_one_is_lit_from_the_other_side(self) -> None:
        plain, flipped = Canvas(100, 100, "#000000"), Canvas(100, 100, "#000000")
        for canvas, flip in ((plain, False), (flipped, True)):
            cutout.stand(canvas, globe, 0, DAY, 50, 80, 60, shadow=0, flip=flip)
        np.testing.assert_allclose(plain.pixels, flipped.pixels[:, ::-1], atol=0.06)

    def test_bytes_are_laid_like_floats(self) -> None:
        rng = stream("bytes")
        colour, cover = rng.random((30, 40, 3), dtype=np.float32), rng.random((30, 40), dtype=np.float32)
        solid = np.dstack([colour * cover[..., None], cover])
        one, other = Canvas(60, 60, "#336699"), Canvas(60, 60, "#336699")
        one.lay(8, 9, colour, cover)
        other.lay_bytes(8, 9, (solid * 255 + 0.5).astype(np.uint8))
        np.testing.assert_allclose(one.pixels, other.pixels, atol=0.01)


class TestGroves:
    @pytest.mark.parametrize("aside", [0.0, 0.4])
    def test_points_leave_the_middle_open(self, fan: terrain.Fan, aside: float) -> None:
        points = groves.spread(stream("spread"), fan, 60, 3, 40, aside=aside)
        half = float(fan.across[-1])
        share = np.array([abs(x) / (half * z) for x, z in points])
        assert len(points) == 60
        assert share.min() >= aside - 1e-6
        assert share.max() < 1.07
        assert all(3 <= z <= 40 for _, z in points)

    def test_the_nearer_hides_the_farther_and_far_ones_fade(self, fan: terrain.Fan) -> None:
        flat = np.zeros(fan.shape, np.float32)
        near = Plant(make=globe, variant=0, x=0, z=6, tall=1.6, shadow=0)
        far = Plant(make=globe, variant=1, x=0.1, z=12, tall=1.6, shadow=0)
        canvas = Canvas(120, 90, "#000000")
        groves.plant_all(canvas, fan, flat, DAY, [near, far], air="#ffffff")
        _, y, _ = terrain.spots(canvas, fan, flat, 0, 6)
        assert canvas.pixels[int(y[0]) - 10, 60, 0] > 0.4, "red, the near one"
        hazy = Canvas(120, 90, "#000000")
        groves.plant_all(hazy, fan, flat, DAY, [far], air="#ffffff", clear=4, far=12, most=0.8)
        assert hazy.pixels[..., 0].max() > 0.75, "green turned pale"

    def test_nothing_is_planted_where_nothing_was_asked(self, fan: terrain.Fan) -> None:
        canvas = Canvas(60, 45)
        groves.plant_all(canvas, fan, np.zeros(fan.shape, np.float32), DAY, [], air="#fff")
        assert not canvas.pixels.any()

    def test_strewn_and_chosen_ones(self, fan: terrain.Fan) -> None:
        strewn = groves.strewn(
            stream("strewn"), [(0, 5), (1, 30)], globe, (1, 2), first=10, kinds=2, shaded=10
        )
        assert {p.variant for p in strewn} <= {10, 11}
        assert [p.shadow for p in strewn] == [1.0, 0.0]
        assert all(1 <= p.tall <= 2 for p in strewn)
        (chosen,) = groves.at_sides(fan, globe, [(-1.0, 8.0, 3.0)])
        assert chosen.x == pytest.approx(-8 * float(fan.across[-1]))


MAKERS: list[tuple[Callable[[int], Model], float]] = [
    (woods.tall_tree("summer"), 12), (woods.tall_tree("autumn"), 12), (woods.trunk, 9), (woods.snowy_trunk, 9),
    (woods.conifer, 10), (woods.snowy_conifer, 10), (woods.mountain_pine, 3.8), (woods.snowy_mountain_pine, 3.8),
    (herbs.tuft, 0.3), (herbs.fern, 0.5), (herbs.toadstool, 0.25), (herbs.stone, 0.45), (herbs.rock, 0.6),
    (herbs.wildflowers, 0.4), (herbs.reeds, 1.0), (herbs.rice, 0.6), (herbs.bamboo, 4.7),
]  # fmt: skip


@pytest.mark.parametrize(("make", "tall"), MAKERS)
def test_what_grows_is_whole_and_as_tall_as_it_says(make: Callable[[int], Model], tall: float) -> None:
    mesh = make(1).mesh
    assert np.isfinite(mesh.vertices).all()
    assert len(mesh.vertices) < 25000
    assert -0.25 * tall < float(mesh.low[1]) < 0.1 * tall
    assert 0.6 * tall < float(mesh.high[1]) < 1.5 * tall
    assert 0 <= mesh.colours.min() <= mesh.colours.max() <= 1
    assert make(1).mesh.vertices.tobytes() == mesh.vertices.tobytes()


@pytest.mark.parametrize("make", [herbs.tuft, herbs.fern, herbs.stone, herbs.rice, herbs.reeds])
def test_winter_changes_what_grows_low(make: Callable[[int], Model]) -> None:
    green, cold = make(1).mesh.colours.mean(0), make(herbs.WINTER + 1).mesh.colours.mean(0)
    assert np.abs(green - cold).max() > 0.03


def test_boughs_hang_and_seasons_differ() -> None:
    tints = [woods.bough(season)(0).mesh.colours.mean(0) for season in ("summer", "spring", "autumn")]
    assert tints[2][0] > tints[0][0] + 0.1, "autumn is red"
    assert np.abs(tints[1] - tints[0]).max() > 0.04


@pytest.mark.parametrize("concept", TREES + LOW)
def test_plants_can_be_subjects(concept: str) -> None:
    model = cast.build(concept, Look(concept=concept))
    assert model is not None
    assert "top" in model.anchors
    assert len(model.mesh.vertices) < 25000
    assert np.isfinite(model.mesh.vertices).all()
    assert abs(float(model.mesh.low[1])) < 0.1 * model.height
    assert 0.1 < model.height < 8


@pytest.mark.parametrize("concept", [t for t in TREES if t != "bamboo"])
def test_leaves_take_the_colour_that_was_asked(concept: str) -> None:
    plain = cast.build(concept, Look(concept=concept))
    blue = cast.build(concept, Look(concept=concept, colour="blue"))
    assert plain is not None
    assert blue is not None
    shift = blue.mesh.colours.mean(0) - plain.mesh.colours.mean(0)
    assert shift[2] > shift[0] + 0.05


def test_a_snowy_pine_is_white_to_its_tip() -> None:
    pine, snowy = (
        cast.build("pine_tree", Look(concept="pine_tree", traits=traits)) for traits in ((), ("snowy",))
    )
    assert pine is not None
    assert snowy is not None
    tip = snowy.mesh.vertices[:, 1] > 4.6
    assert snowy.mesh.colours[tip].mean() > pine.mesh.colours[tip].mean() + 0.1


class TestFoliage:
    def test_leaves_are_cards_seen_from_both_sides(self) -> None:
        mesh = foliage.cards([(0, 0, 0), (1, 0, 0)], (0, 1, 0), (0, 0, 1), 0.5, (0.2, 0.6, 0.2))
        assert len(mesh.vertices) == 2 * len(foliage.OVAL)
        assert len(mesh.faces) == 2 * 2 * (len(foliage.OVAL) - 2)
        assert float(mesh.high[1]) == pytest.approx(0.5, abs=0.02)

    def test_clumps_are_covered_outside_only(self) -> None:
        clumps = [
            foliage.Clump(at=(0, 0, 0), radii=(1, 1, 1)),
            foliage.Clump(at=(0.8, 0, 0), radii=(1, 1, 1)),
        ]
        points, normals = foliage.on_clumps(clumps, 400, stream("clumps"))
        first, second = (np.linalg.norm(points - np.float32(c.at), axis=1) for c in clumps)
        assert (np.minimum(first, second) > 0.85).all()
        np.testing.assert_allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-5)

    def test_snow_lies_on_what_looks_up(self) -> None:
        white = foliage.snowed(ball(1.0, colour="#203020"), stream("snow"))
        up, down = white.normals[:, 1] > 0.8, white.normals[:, 1] < -0.2
        assert white.colours[up].mean() > 0.85
        assert white.colours[down].mean() < 0.2


class TestIceberg:
    @pytest.mark.parametrize("variant", range(4))
    def test_slabs_stand_in_the_water(self, variant: int) -> None:
        mesh = iceberg.berg(variant).mesh
        assert np.isfinite(mesh.vertices).all()
        assert float(mesh.low[1]) == pytest.approx(0, abs=1e-3)
        assert 0.4 < float(mesh.high[1]) < 2.0

    def test_the_one_to_stand_on_is_level_at_its_anchor(self) -> None:
        model = cast.build("iceberg", Look(concept="iceberg"))
        assert model is not None
        x, y, z = model.anchors["top"].at
        v = model.mesh.vertices
        deck = v[(np.abs(v[:, 0] - x) < 0.5) & (np.abs(v[:, 2] - z) < 0.1)]
        np.testing.assert_allclose(deck[:, 1], y, atol=0.02)

"""More of what people ask for: each model is sane, of a real size, stands on the ground, and can be held."""

from functools import lru_cache

import numpy as np
import pytest

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.casting import counted
from waa.painter.light import LIGHTS
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.model import Model
from waa.words.scene import Scene, Thing

# The longest side in metres, roughly.
SIZES = {
    0.05: "macaron",
    0.02: "dice",
    0.08: "rubiks_cube diamond tomato onion garlic onigiri potato candy",
    0.11: "key horlicks lychee bell_pepper",
    0.14: "snow_globe gingerbread_man drumstick ice_lolly milk_carton chilli"
    " aubergine dragon_fruit maple_leaf pear broccoli avocado star_fruit cheese",
    0.19: "pencil scissors candy_cane tangyuan cup_noodles fried_chicken cucumber comb corn popcorn pudding sandwich bento_box",
    0.24: "piggy_bank hourglass lucky_cat sycee"
    " dumpling tanghulu cotton_candy carrot soup curry_rice fried_rice spaghetti char_siu pancakes fried_egg",
    0.33: "rice_cooker",
    0.27: "fruit goldfish_bowl wellington_boots boots socks gloves slippers toothbrush",
    0.40: "heart bucket vegetable steamed_fish baguette champagne briefcase necktie xiangqi fallen_leaf",
    0.60: "chinese_knot christmas_wreath pillow carton fai_chun peach_blossom plum_blossom fish_tank"
    " trumpet saxophone flute accordion shopping_bags cherry_blossom lotus_leaf",
    0.78: "fire",
    0.90: "washing_machine toilet mirror",
    1.10: "washbasin stove",
    1.60: "bathtub fireplace wheelbarrow refrigerator",
}
SIZE_OF = {concept: size for size, names in SIZES.items() for concept in names.split()}
IDS = sorted(SIZE_OF)
UNHELD = {"washing_machine", "toilet", "mirror", "refrigerator"}
HELD = sorted(set(IDS) - {"fish_tank", "washbasin", "stove", "bathtub", "fireplace", "wheelbarrow"} - UNHELD)
MOST = 32_000  # vertices: more would make a picture slow


@lru_cache(None)
def model(concept: str, pose: str = "stand", colour: str | None = None) -> Model:
    built = cast.build(concept, Look(concept=concept, pose=pose, colour=colour))
    assert built is not None
    return built


def meshes(m: Model) -> list:
    return [mesh for mesh in (m.mesh, m.glass) if mesh is not None]


def check(m: Model) -> None:
    assert sum(len(mesh.vertices) for mesh in meshes(m)) <= MOST
    for mesh in meshes(m):
        for part in (mesh.vertices, mesh.normals, mesh.colours, mesh.surface):
            assert part.dtype == np.float32
            assert np.isfinite(part).all()
        assert mesh.faces.min() >= 0
        assert mesh.faces.max() < len(mesh.vertices)
        assert mesh.surface.min() >= 0
        assert mesh.surface.max() <= 1
        assert mesh.colours.min() >= 0
        assert mesh.colours.max() < 1.2
    low = min(float(mesh.low[1]) for mesh in meshes(m))
    if "fit" in m.anchors:  # worn: it hangs from the origin
        return
    assert abs(low) < 0.02 * m.height + 0.002  # it stands on the ground


@pytest.mark.parametrize("concept", IDS)
def test_model_is_sane_and_of_a_real_size(concept: str) -> None:
    m = model(concept)
    check(m)
    assert 0.6 * SIZE_OF[concept] < float(m.size.max()) < 1.7 * SIZE_OF[concept]


@pytest.mark.parametrize("concept", HELD)
def test_it_can_be_held(concept: str) -> None:
    m = model(concept, "hold")
    check(m)
    grip = m.anchors["grip"].at
    low = min(float(mesh.low[1]) for mesh in meshes(m))
    assert low - 0.001 <= grip[1] <= low + m.height + 0.001
    assert float(m.size.max()) < 1.15 * float(model(concept).size.max())


@pytest.mark.parametrize("concept", ["pear", "fried_rice", "cheese"])
def test_the_same_look_gives_the_same_model(concept: str) -> None:
    assert concept in cast.concepts()  # which loads them
    first, second = (cast._builders[concept](Look(concept=concept)) for _ in range(2))
    assert np.array_equal(first.mesh.vertices, second.mesh.vertices)
    assert np.array_equal(first.mesh.colours, second.mesh.colours)


@pytest.mark.parametrize(
    "concept", ["pear", "soup", "pudding", "popcorn", "macaron", "socks", "flute", "cherry_blossom"]
)
def test_colour_is_followed(concept: str) -> None:
    plain, green = (model(concept, "stand", colour).mesh.colours.mean(0) for colour in (None, "green"))
    assert green[1] - green[0] > plain[1] - plain[0] + 0.008


@pytest.mark.parametrize("concept", IDS[::6])
def test_renders_at_night(concept: str) -> None:
    pixels = photograph(model(concept), LIGHTS["night"], 48, View(pitch=14), shadows=False).pixels
    seen = pixels[pixels[..., 3] > 0.9][:, :3]
    assert len(seen) > 60
    assert 0.02 < seen.mean() < 0.95


@pytest.mark.parametrize(
    "concept", ["goldfish_bowl", "fish_tank", "bathtub", "washbasin", "wheelbarrow", "carton"]
)
def test_something_can_be_put_in_it(concept: str) -> None:
    m = model(concept)
    inside = m.anchors["inside"]
    assert 0.3 * m.height < inside.at[1] < m.height
    assert inside.size < float(m.size[0])


@pytest.mark.parametrize("concept", ["fireplace", "stove", "fire"])
def test_what_burns_is_a_lamp(concept: str) -> None:
    m = model(concept)
    assert m.lamps
    assert m.mesh.surface[:, 1].max() > 0.8


@pytest.mark.parametrize("concept", ["macaron", "candy", "bell_pepper"])
def test_members_of_a_group_differ_in_colour(concept: str) -> None:
    first, second = (cast.build(concept, Look(concept=concept, variant=k)) for k in (0, 1))
    assert first is not None
    assert second is not None
    assert np.abs(first.mesh.colours.mean(0) - second.mesh.colours.mean(0)).max() > 0.05


@pytest.mark.parametrize(("count", "models"), [(1, 1), (2, 1), (3, 2), (4, 2)])
def test_boots_come_in_pairs(count: int, models: int) -> None:
    boots = Thing(id="boots1", concept="boots", names=("boots",), count=count)
    assert [t.count for t in counted(Scene(things=(boots,))).things] == [models]


def test_what_comes_singly_is_counted_singly() -> None:
    apples = Thing(id="apple1", concept="apple", names=("apple",), count=3)
    assert [t.count for t in counted(Scene(things=(apples,))).things] == [3]


def test_a_tie_fits_a_neck() -> None:
    tie = model("necktie")
    assert tie.anchors["fit"].size > 0.1
    assert tie.mesh.low[1] < -0.2  # it hangs from there


def test_a_bamboo_flute_is_another_flute() -> None:
    assert model("flute").mesh.surface[:, 2].max() == 1
    assert model("flute", "stand", "green").mesh.surface[:, 2].max() == 0


def test_who_holds_bamboo_holds_one_stalk() -> None:
    stalk = model("bamboo", "hold")
    check(stalk)
    assert stalk.height < 1 < model("bamboo").height

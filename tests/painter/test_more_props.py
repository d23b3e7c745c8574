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
    0.02: "dice",
    0.05: "macaron",
    0.08: "candy diamond garlic onigiri onion potato rubiks_cube tomato",
    0.11: "bell_pepper horlicks key lychee",
    0.14: "aubergine avocado broccoli cheese chilli dragon_fruit drumstick gingerbread_man ice_lolly maple_leaf"
    " milk_carton pear snow_globe soap star_fruit",
    0.19: "bento_box candy_cane comb corn cucumber cup_noodles fried_chicken pencil popcorn pudding sandwich"
    " scissors tangyuan",
    0.24: "carrot char_siu chopsticks cotton_candy curry_rice dumpling fried_egg fried_rice hourglass lucky_cat"
    " pancakes picture_frame piggy_bank soup spaghetti sycee tanghulu",
    0.27: "boots fruit gloves goldfish_bowl slippers socks toothbrush wellington_boots",
    0.33: "rice_cooker",
    0.40: "baguette briefcase bucket champagne fallen_leaf heart necktie steamed_fish vegetable xiangqi",
    0.60: "accordion carton cherry_blossom chinese_knot christmas_wreath fai_chun fish_tank flute lotus_leaf"
    " peach_blossom pillow plum_blossom saxophone shopping_bags trumpet",
    0.78: "fire",
    0.90: "mirror painting toilet washing_machine",
    1.10: "stove washbasin",
    1.60: "bathtub fireplace refrigerator wheelbarrow",
}
SIZE_OF = {concept: size for size, names in SIZES.items() for concept in names.split()}
IDS = sorted(SIZE_OF)
TOO_LARGE = set(
    "washing_machine toilet mirror refrigerator fish_tank washbasin stove bathtub fireplace wheelbarrow".split()
)
HELD = sorted(set(IDS) - TOO_LARGE)
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


@pytest.mark.parametrize("concept", HELD[::2])
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

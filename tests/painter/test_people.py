"""People: everybody is dressed, stands, reaches what they hold, and looks as the words say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from waa.painter import cast
from waa.painter.cast import POSES, Look
from waa.painter.colour import named, rgb
from waa.painter.rigs.people import (
    GARMENTS,
    PEOPLE,
    cut_of,
    hands,
    holds,
    looks,
    outfits,
    person,
    puts_on,
    stand_in,
)
from waa.painter.rigs.people.build import BUILDS
from waa.painter.rigs.people.figure import pieces
from waa.painter.rigs.people.hair import styles
from waa.painter.rigs.people.mounted import mounted
from waa.painter.rigs.people.poses import pose_of
from waa.painter.rigs.people.skeleton import SIDES, bones, reach
from waa.painter.solid.model import Model
from waa.words import lexicon

MOST = 36_000  # vertices of a whole figure
ANCHORS = ("head", "eyes", "mouth", "neck", "hands", "hand", "back", "lap", "seat_point", "top")
FLOATING = {"jump", "fly", "run", "swim"}


def made(concept: str, pose: str = "stand", **more: object) -> Model:
    model = cast.build(concept, Look(concept=concept, pose=pose, **more))  # type: ignore[arg-type]
    assert model is not None
    return model


def look(concept: str = "man", *traits: str, **more: object) -> Look:
    return Look(concept=concept, traits=traits, **more)  # type: ignore[arg-type]


def worn(concept: str, *traits: str) -> dict[str, str]:
    return dict(looks.worn(PEOPLE[concept], look(concept, *traits)))


# -- everybody, as data -------------------------------------------------------------------------------------


@pytest.mark.parametrize("concept", sorted(PEOPLE))
def test_a_role_is_made_of_what_there_is(concept: str) -> None:
    role = PEOPLE[concept]
    for name, colour in (*role.wear, *role.carries):
        assert name in pieces(), name
        for one in colour.lstrip("*").split("|"):
            assert rgb(one).shape == (3,)
    assert set(role.hair) | set(role.other_hair) <= styles() | {"none"}
    assert {role.build, role.other or role.build} <= set(BUILDS)


@pytest.mark.parametrize("concept", sorted(PEOPLE))
def test_nobody_stands_there_undressed(concept: str) -> None:
    for traits in ((), ("female",), ("male",)):
        assert not outfits.bare(looks.worn(PEOPLE[concept], look(concept, *traits)))


@pytest.mark.parametrize("concept", sorted(PEOPLE))
def test_nobody_wears_more_than_the_role_says(concept: str) -> None:
    role = PEOPLE[concept]
    names = [
        name
        for name, _ in looks.worn(
            role, look(concept, "female" if role.build in ("woman", "old_woman", "girl") else "male")
        )
    ]
    assert set(names) - {"beard"} == {name for name, _ in role.wear} - {"beard"}
    assert len(names) == len(set(names))


@pytest.mark.parametrize("cut", sorted(outfits.OUTFITS))
def test_no_outfit_undresses(cut: str) -> None:
    for concept in ("man", "woman", "girl", "mermaid", "dancer", "baby", "farmer", "astronaut"):
        wear = looks.worn(PEOPLE[concept], look(concept, f"outfit:{cut}:"))
        assert not outfits.bare(wear), (concept, cut)
        assert {name for name, _ in wear} <= set(pieces())


def test_what_bathers_and_sleepers_wear_is_decent() -> None:
    for cut in ("bikini", "swimsuit", "swimming_trunks", "underwear"):
        names = set(worn("woman", f"outfit:{cut}:"))
        assert names & {"long_shorts", "trousers"}
        assert names & {"vest_top", "shirt"}


def test_every_outfit_is_known_to_the_lexicon() -> None:
    assert all(lexicon.concept(name) for name in outfits.OUTFITS)


def test_who_is_drawn_is_said_to_be() -> None:
    for concept in PEOPLE:
        known = lexicon.concept(concept)
        assert known is not None, concept
        assert known.is_drawable, concept


# -- what the words say -----------------------------------------------------------------------------------------


def test_a_garment_takes_the_place_of_another() -> None:
    assert {"qipao", "earrings"} <= set(worn("woman", "outfit:cheongsam:"))
    assert "dress" not in worn("woman", "outfit:cheongsam:")
    assert "blazer" in worn("man", "outfit:suit:")
    assert "sneakers" not in worn("man", "outfit:suit:")
    assert "jeans" in worn("man", "outfit:hoodie:")
    assert "jeans" in worn("woman", "outfit:t_shirt:")  # a dress went: trousers came


def test_two_garments_keep_their_own_colours() -> None:
    wear = worn("man", "outfit:hoodie:red", "outfit:jeans:black")
    assert np.allclose(rgb(wear["hoodie"]), named("red", "#000"), atol=0.01)
    assert np.allclose(rgb(wear["jeans"]), named("black", "#fff"), atol=0.01)


def test_under_things_come_first() -> None:
    order = [
        name for name, _ in looks.worn(PEOPLE["man"], look("man", "outfit:raincoat:", "outfit:trousers:"))
    ]
    assert order.index("trousers") < order.index("raincoat")


@pytest.mark.parametrize(
    ("concept", "words", "cut"),
    [
        ("sweater", "衛衣", "hoodie"),
        ("sweater", "冷衫", "sweater"),
        ("jacket", "皮褸", "leather_jacket"),
        ("suit", "踢死兔", "tuxedo"),
        ("uniform", "護士制服", "nurse_uniform"),
        ("dress", "ball gown", "gown"),
        ("coat", "羽絨褸", "down_jacket"),
        ("dress", "裙", "dress"),
    ],
)
def test_words_say_more_than_their_id(concept: str, words: str, cut: str) -> None:
    assert cut_of(concept, words) == cut


@pytest.mark.parametrize(
    ("traits", "concept", "style"),
    [
        (("bald",), "man", "bald"),
        (("long hair",), "man", "long"),
        (("curly hair",), "woman", "curls"),
        (("short hair",), "woman", "bob"),
        (("braids",), "girl", "braids"),
        (("bun hair",), "woman", "bun"),
        (("long hair", "outfit:hat:"), "woman", "long"),
        (("outfit:cap:",), "man", "tucked"),
        (("outfit:hanfu:",), "woman", "court"),
    ],
)
def test_hair_is_as_told(traits: tuple[str, ...], concept: str, style: str) -> None:
    assert looks.hair_of(PEOPLE[concept], look(concept, *traits)) == style


def test_colours_of_hair_eyes_and_skin_are_as_told() -> None:
    role = PEOPLE["woman"]
    assert looks.hair_colour(role, look("woman", "red hair")) == "#b5532f"
    assert looks.hair_colour(role, look("woman", "old")) in looks.GREYS
    assert looks.skin_of(role, look("woman", "dark skin")) == "#8a5539"
    body, pose = BUILDS["woman"], pose_of("stand")
    face = looks.face_of(role, look("woman", "blue eyes", "freckles"), body, pose)
    assert face.freckles
    assert face.iris == "#3f78b8"


def test_skins_and_faces_differ_by_the_seed_and_stay_with_it() -> None:
    def skin(seed: int) -> str:
        return looks.skin_of(PEOPLE["woman"], look("woman", seed=seed))

    seen = [skin(seed) for seed in range(1, 60)]
    assert len(set(seen)) >= 6
    assert seen == [skin(seed) for seed in range(1, 60)]


def test_a_family_has_one_skin() -> None:
    for seed in (3, 7, 11):
        skins = {
            looks.skin_of(PEOPLE[c], look(c, "kin:family1", seed=seed))
            for c in ("man", "woman", "boy", "girl")
        }
        assert len(skins) == 1


def test_roles_of_no_sex_take_turns_unless_told() -> None:
    doctor = PEOPLE["doctor"]
    assert {looks.is_woman(doctor, look("doctor", seed=seed)) for seed in range(1, 20)} == {True, False}
    assert looks.is_woman(doctor, look("doctor", "female"))
    assert not looks.is_woman(doctor, look("doctor", "beard", seed=5))


def test_bodies_follow_the_words() -> None:
    man = looks.build_of(PEOPLE["man"], look())
    for trait, compare in (("tall", man.metres.__lt__), ("short", man.metres.__gt__)):
        assert compare(looks.build_of(PEOPLE["man"], look("man", trait)).metres)
    assert looks.build_of(PEOPLE["man"], look("man", "chubby")).waist[0] > man.waist[0]
    assert looks.build_of(PEOPLE["man"], look("man", "thin")).waist[0] < man.waist[0]
    assert looks.build_of(PEOPLE["man"], look("man", "muscular")).arm > man.arm
    assert looks.build_of(PEOPLE["man"], look("man", "old")) == BUILDS["old_man"]


@pytest.mark.parametrize(
    ("trait", "mouth"),
    [("happy", "grin"), ("sad", "sad"), ("angry", "sad"), ("surprised", "o"), ("laughing", "open")],
)
def test_feelings_show(trait: str, mouth: str) -> None:
    face = looks.face_of(PEOPLE["man"], look("man", trait), BUILDS["man"], pose_of("stand"))
    assert face.mouth == mouth
    assert (face.brow_tilt > 0) == (trait in ("sad", "surprised"))


def test_glasses_beards_and_hats_are_put_on() -> None:
    assert "glasses" in worn("girl", "outfit:glasses:")
    assert "beard" in worn("man", "beard")
    assert "hat:straw_hat" in worn("woman", "outfit:hat:")
    assert "hat:toque" not in worn("chef", "outfit:cap:")
    assert puts_on("scarf")
    assert not puts_on("teapot")


# -- skeletons ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pose", POSES)
def test_every_body_takes_every_pose(pose: str) -> None:
    for body in BUILDS.values():
        frame = bones(body, pose_of(pose))
        for side in SIDES:
            arm, leg = frame.arms[side], frame.legs[side]
            assert np.isfinite(arm.hand.at).all()
            assert np.linalg.norm(arm.elbow - arm.shoulder) == pytest.approx(body.upper_arm, abs=0.02)
            assert np.linalg.norm(leg.ankle - leg.hip) <= body.stride * 1.001


def test_a_limb_reaches_as_far_as_it_can() -> None:
    root, bend = np.zeros(3, np.float32), np.array([0, 0, 1], np.float32)
    middle, end = reach(root, np.array([0, -0.5, 0], np.float32), 0.4, 0.3, bend)
    assert end[1] == pytest.approx(-0.5, abs=1e-3)
    assert middle[2] > 0.1
    _, far = reach(root, np.array([0, -9, 0], np.float32), 0.4, 0.3, bend)
    assert far[1] == pytest.approx(-0.7, abs=0.01)


@pytest.mark.parametrize("concept", ["bicycle", "motorcycle"])
def test_hands_and_feet_are_where_a_rider_needs_them(concept: str) -> None:
    mount, body = made(concept), BUILDS["man"]
    frame = bones(body, mounted(body, pose_of("ride"), mount))
    size = mount.anchor("seat").at[1] * 0.93 / body.legs
    hips = frame.pelvis.point(0, -0.20 * body.torso, 0)

    def on_mount(p: np.ndarray) -> np.ndarray:
        return (p - hips) * size + np.asarray(mount.anchor("seat").at)

    for word, side in (("left", 1), ("right", -1)):
        assert np.linalg.norm(on_mount(frame.arms[side].wrist) - mount.anchors[f"grip_{word}"].at) < 0.16
        assert np.linalg.norm(on_mount(frame.legs[side].foot.at) - mount.anchors[f"pedal_{word}"].at) < 0.16


def test_what_is_held_in_its_own_way_is_a_piece() -> None:
    for concept in hands.HOLDS:
        assert holds(concept)
        assert lexicon.concept(concept) is not None, concept
        hold = hands.told((f"carry:{concept}:",))
        assert hold is not None
        assert hold.piece in pieces()
    red = hands.told(("carry:guitar:red",))
    assert red is not None
    assert np.allclose(rgb(red.colour), named("red", "#000"), atol=0.01)
    assert hands.told(("old",)) is None


# -- models -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("concept", "pose", "traits"),
    [
        ("man", "stand", ()),
        ("woman", "walk", ("outfit:hanfu:",)),
        ("girl", "sit", ()),
        ("boy", "jump", ("outfit:raincoat:red",)),
        ("chef", "cook", ()),
        ("old_man", "read", ("beard",)),
        ("knight", "stand", ()),
        ("person", "swim", ("outfit:hat:",)),
        ("baby", "sleep", ()),
        ("man", "stand", ("carry:guitar:",)),
    ],
)
def test_a_figure_is_sane_and_stands(concept: str, pose: str, traits: tuple[str, ...]) -> None:
    model = made(concept, pose, traits=traits)
    mesh = model.mesh
    assert len(mesh.vertices) < MOST
    assert np.isfinite(mesh.vertices).all()
    assert np.isfinite(mesh.normals).all()
    assert mesh.colours.min() >= 0
    low = float(mesh.low[1])
    assert low >= -1e-3 if pose in FLOATING else abs(low) < 1e-3
    assert set(ANCHORS) <= set(model.anchors)


def test_the_face_is_where_the_anchors_say() -> None:
    model = made("man")
    head, eyes, mouth = (np.asarray(model.anchors[k].at) for k in ("head", "eyes", "mouth"))
    unit = model.anchors["head"].size
    assert head[1] > eyes[1] > mouth[1]
    assert model.height - head[1] < 0.45 * unit
    assert eyes[2] > head[2] + 0.3 * unit
    v, c = model.mesh.vertices, model.mesh.colours
    near = np.linalg.norm(v - eyes, axis=1) < 0.35 * unit
    assert c[near].sum(1).min() < 0.5  # the dark of the eyes is there
    assert model.anchors["seat_point"].at[1] < 0.5 * model.height


def test_a_figure_is_made_the_same_twice() -> None:
    role, asked = PEOPLE["nurse"], Look(concept="nurse", seed=5, variant=2)
    first, second = (person.person(role, asked) for _ in range(2))
    assert np.array_equal(first.mesh.vertices, second.mesh.vertices)
    assert np.array_equal(first.mesh.colours, second.mesh.colours)


def test_clothes_alone_hang_on_a_dummy_without_a_face() -> None:
    assert "cheongsam" in GARMENTS
    model = made("raincoat", colour="green")
    assert 1.2 < model.height < 2.2
    green = named("green", "#000")
    assert (np.abs(model.mesh.colours - green).max(1) < 0.08).any()
    bespectacled = replace(PEOPLE["man"], faceless=True, wear=(*PEOPLE["man"].wear, ("glasses", "#000000")))
    assert "glasses" not in dict(looks.worn(bespectacled, look()))


# -- who is meant -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("concept", "role", "traits", "doing"),
    [
        ("woman_running", "woman", (), ("running",)), ("man_health_worker", "doctor", ("male",), ()),
        ("person_golfing", "golfer", (), ()), ("woman_walking_facing_right", "woman", (), ("walking",)),
        ("woman_red_hair", "woman", ("red hair",), ()), ("man_cook", "chef", ("male",), ()),
    ],
)  # fmt: skip
def test_people_of_the_glyphs_are_played_by_ours(
    concept: str, role: str, traits: tuple[str, ...], doing: tuple[str, ...]
) -> None:
    actor = stand_in(concept)
    assert actor is not None
    assert (actor.concept, actor.traits, actor.doing) == (role, traits, doing)
    assert actor.concept in PEOPLE


def test_others_play_themselves() -> None:
    for concept in ("man", "woman_headscarf", "person_in_manual_wheelchair", "manatee", "doctor"):
        assert stand_in(concept) is None


def test_a_role_of_one_sex_can_be_played_by_the_other() -> None:
    singer = PEOPLE["singer"]
    assert looks.is_woman(singer, look("singer"))
    man = look("singer", "man")
    assert not looks.is_woman(singer, man)
    assert looks.build_of(singer, man) == BUILDS["man"]
    assert "dance_dress" not in dict(looks.worn(singer, man))
    assert looks.hair_of(singer, man) in ("short", "fringe")
    assert looks.build_of(PEOPLE["fisherman"], look("fisherman", "female")).age == "old"


def test_runners_and_swimmers_of_no_trade_are_dressed_for_it() -> None:
    running = dict(looks.worn(PEOPLE["woman"], Look(concept="woman", pose="run")))
    assert "dress" not in running
    told = Look(concept="woman", pose="run", traits=("outfit:dress:red",))
    assert "dress" in dict(looks.worn(PEOPLE["woman"], told))
    assert "apron" in dict(looks.worn(PEOPLE["chef"], Look(concept="chef", pose="run")))

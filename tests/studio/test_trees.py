"""Trees: refining goes on along a line; going back and on again branches off."""

from __future__ import annotations

from typing import Any

import pytest

from tests.make import make_picture, make_upload
from waa.accounts.models import Visitor
from waa.studio import pictures, trees
from waa.studio.models import Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]


def drawn(picture: Picture) -> list[str]:
    """'words:depth', a star where a branch begins."""
    return [f"{n.picture.words}:{n.depth}{'*' if n.is_branch else ''}" for n in trees.tree_of(picture)]


def test_a_picture_alone_is_a_tree_of_one(alice: Visitor) -> None:
    [node] = trees.tree_of(make_picture(by=alice))
    assert (node.number, node.depth, node.is_branch) == (1, 0, False)


def test_refining_goes_on_along_the_trunk_and_undoing_branches(alice: Visitor) -> None:
    a = make_picture(by=alice, words="a")
    b = make_picture(by=alice, words="b", parent=a)
    c = make_picture(by=alice, words="c", parent=b)
    d = make_picture(by=alice, words="d", parent=b)  # back to b, and on from there
    e = make_picture(by=alice, words="e", parent=d)
    f = make_picture(by=alice, words="f", parent=a)
    expected = ["a:0", "b:0", "c:0", "d:1*", "e:1", "f:1*"]
    for anywhere in (a, b, c, d, e, f):
        assert drawn(anywhere) == expected
    numbers = {n.picture.words: n.number for n in trees.tree_of(c)}
    assert numbers == {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}, "numbered as they were made"


def test_a_photo_can_be_the_root(alice: Visitor) -> None:
    photo = make_upload(by=alice)
    picture = make_picture(by=alice, parent=photo, references=[photo.public_id])
    assert trees.root_of(picture) == photo
    assert len(trees.tree_of(picture)) == 2


def test_deleting_in_the_middle_makes_two_trees(alice: Visitor) -> None:
    a = make_picture(by=alice, words="a")
    b = make_picture(by=alice, words="b", parent=a)
    c = make_picture(by=alice, words="c", parent=b)
    pictures.delete(b)
    c.refresh_from_db()
    a.refresh_from_db()
    assert drawn(a) == ["a:0"]
    assert drawn(c) == ["c:0"]


def test_the_number_of_queries_does_not_grow_with_the_width(
    alice: Visitor, django_assert_num_queries: Any
) -> None:
    root = make_picture(by=alice)
    for _ in range(6):
        make_picture(by=alice, parent=root)
    with django_assert_num_queries(2):  # one for each level below the root, the last of which is empty
        assert len(trees.tree_of(Picture.objects.none().model(pk=root.pk, parent=None))) == 7


def test_a_giant_tree_is_cut_short(alice: Visitor) -> None:
    root = make_picture(by=alice)
    rows = [
        Picture(visitor=alice, parent=root, width=1, height=1, file="x", thumbnail="x")
        for _ in range(trees.MOST_SHOWN + 20)
    ]
    Picture.objects.bulk_create(rows)
    assert len(trees.tree_of(root)) == trees.MOST_SHOWN

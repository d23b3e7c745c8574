"""Trees: how pictures came from each other, flattened for a strip of thumbnails."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from waa.studio.models import Picture

MOST_SHOWN = 200


@dataclass(frozen=True)
class Node:
    """`number` counts the pictures of the tree in the order they were made; `depth` is the branch, 0 the trunk."""

    picture: Picture
    number: int
    depth: int
    is_branch: bool  # begins a branch of its own


def root_of(picture: Picture) -> Picture:
    """The first picture of the tree. A loop, which cannot be made, would end after 500 steps."""
    for _ in range(500):
        if picture.parent is None:
            return picture
        picture = picture.parent
    return picture


def tree_of(picture: Picture) -> list[Node]:
    """Every picture of the same tree, oldest first along each branch; two queries for each level at most."""
    root = root_of(picture)
    everyone, level = [root], [root]
    while level and len(everyone) < MOST_SHOWN:
        level = list(Picture.objects.filter(parent__in=level).order_by("pk")[: MOST_SHOWN - len(everyone)])
        everyone += level
    children: dict[object, list[Picture]] = defaultdict(list)
    for one in everyone:
        children[one.parent_id].append(one)
    number = {p.pk: n for n, p in enumerate(sorted(everyone, key=lambda p: p.pk), 1)}
    nodes: list[Node] = []
    stack = [(root, 0, False)]
    while stack:
        current, depth, is_branch = stack.pop()
        nodes.append(Node(current, number[current.pk], depth, is_branch))
        following = children[current.pk]
        # The first child goes on along its parent's line; later ones branch off and are listed after it.
        for child in reversed(following[1:]):
            stack.append((child, depth + 1, True))
        if following:
            stack.append((following[0], depth, False))
    return nodes

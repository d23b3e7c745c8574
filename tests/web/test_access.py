"""Who may see and do what: the owner, another member, a stranger; for every address that Waa has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.make import photo_bytes
from tests.web.html import Page
from tests.web.world import World
from waa.accounts.models import Visitor
from waa.studio import files, pictures
from waa.studio.models import Job

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]


@pytest.fixture
def world(world: World) -> World:
    """With Alice's photo changed in one place, too."""
    pixels = files.pixels(world.photo).copy()
    pixels[10:30, 10:40] = (240, 30, 30)
    world.child = pictures.keep_derived(world.photo, pixels, settings={}, notes=[])
    return world


@dataclass(frozen=True)
class Case:
    """`owner`, `member` and `stranger` are the statuses each gets. `arguments` and `data` are made from the world."""

    method: str
    owner: int
    member: int
    stranger: int
    arguments: Callable[[World], list[Any]] = lambda world: []
    data: Callable[[World], dict[str, Any]] = field(default=lambda world: {})


def everybody(status: int, method: str = "get", **more: Any) -> Case:
    return Case(method, status, status, status, **more)


def only_mine(status: int, method: str, arguments: Callable[[World], list[Any]], **more: Any) -> Case:
    return Case(method, status, 404, 404, arguments, **more)


def photo(name: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {name: SimpleUploadedFile("a.jpg", photo_bytes(), "image/jpeg"), "words": "水彩"}


def my_picture(world: World) -> list[Any]:
    return [world.picture.public_id]


def my_photo(world: World) -> list[Any]:
    return [world.photo.public_id]


def my_child(world: World) -> list[Any]:
    return [world.child.public_id]


def words(**more: str) -> Callable[[World], dict[str, Any]]:
    """What the page sends on which words are set over a picture."""
    form = {"text": "開張", "font": "sans", "size": "20", "x": "50", "y": "50", "colour": "auto", "effect": "none",
            "align": "centre"}  # fmt: skip
    return lambda world: form | more


CASES: dict[str, list[Case]] = {
    "studio": [everybody(200)],
    "draw": [
        everybody(302, "post", data=lambda w: {"words": "一隻貓"}),
        everybody(302, "post", data=photo("photos")),
        only_mine(302, "post", lambda w: [], data=lambda w: {"words": "加多隻狗", "at": w.picture.public_id}),
        only_mine(
            302, "post", lambda w: [], data=lambda w: {"words": "水彩", "references": w.photo.public_id}
        ),
        only_mine(
            302, "post", lambda w: [], data=lambda w: {"words": "水彩", "at": w.photo.public_id, "mask": "1"}
        ),
    ],
    "draft": [
        everybody(200, "post", data=lambda w: {"words": ""}),
        only_mine(200, "post", lambda w: [], data=lambda w: {"words": "", "at": w.picture.public_id}),
    ],
    "prompt": [  # 404: no text model is set up here
        everybody(422, "post", data=lambda w: {"words": ""}),
        everybody(404, "post", data=lambda w: {"words": "一隻貓"}),
    ],
    "example": [everybody(200, arguments=lambda w: [1]), everybody(404, arguments=lambda w: [99])],
    "upload": [everybody(201, "post", data=photo("photo"))],
    "job": [only_mine(200, "get", lambda w: [w.waiting.pk])],
    "preview": [
        only_mine(200, "get", lambda w: [w.running.pk]),
        only_mine(404, "get", lambda w: [w.waiting.pk]),
    ],
    "cancel": [only_mine(302, "post", lambda w: [w.waiting.pk])],
    "retry": [
        only_mine(302, "post", lambda w: [w.failed.pk]),
        only_mine(302, "post", lambda w: [w.failed.pk], data=lambda w: {"engine": "offline"}),
    ],
    "picture": [only_mine(200, "get", my_picture), only_mine(200, "get", my_photo)],
    "thumbnail": [only_mine(200, "get", my_picture)],
    "mask": [
        only_mine(200, "get", my_photo),
        only_mine(200, "post", my_photo, data=lambda w: {"box": "0.1,0.1,0.9,0.9"}),
    ],
    "file": [
        only_mine(200, "get", lambda w: [w.picture.public_id, "jpg"]),
        only_mine(200, "get", lambda w: [w.picture.public_id, "png"]),
        only_mine(200, "get", lambda w: [w.picture.public_id, "webp"]),
        everybody(404, arguments=lambda w: [w.picture.public_id, "svg"]),
    ],
    "letter": [
        only_mine(200, "get", my_picture),
        only_mine(302, "post", my_picture, data=words()),
        only_mine(302, "post", my_photo, data=words(layers="[]", current="0")),
        only_mine(200, "post", my_photo, data=words(place="1")),
        only_mine(200, "post", my_photo, data=words(look="1")),
        only_mine(422, "post", my_picture, data=words(text="")),
    ],
    "letter_preview": [
        only_mine(200, "post", my_picture, data=words()),
        only_mine(422, "post", my_picture, data=words(font="comic")),
    ],
    "letter_place": [
        only_mine(200, "post", my_picture, data=words()),
        only_mine(422, "post", my_picture, data=words(text=" ")),
    ],
    "changes": [only_mine(200, "get", my_child), only_mine(404, "get", my_picture)],
    "put_back": [only_mine(302, "post", my_child), only_mine(404, "post", my_picture)],
    "vary": [only_mine(302, "post", my_picture)],
    "share": [only_mine(302, "post", my_picture)],
    "unshare": [only_mine(302, "post", my_picture)],
    "delete": [only_mine(302, "post", my_picture)],
    "pictures": [everybody(200)],
    "shared": [
        everybody(200, arguments=lambda w: [w.token]),
        everybody(404, arguments=lambda w: ["nosuchlink"]),
    ],
    "shared_file": [
        everybody(200, arguments=lambda w: [w.token, "jpg"]),
        everybody(404, arguments=lambda w: [w.token, "gif"]),
        everybody(404, arguments=lambda w: ["nosuchlink", "jpg"]),
    ],
    "language": [everybody(302, "post", data=lambda w: {"language": "en"})],
    "help": [everybody(200)],
    "licences": [everybody(200)],
    "manifest": [everybody(200)],
    "healthz": [everybody(200)],
    "hook_bfl": [everybody(404, "post", data=lambda w: {})],  # until an account asks for calls: test_hooks.py
}


def rows(*methods: str) -> list[Any]:
    return [
        pytest.param(name, case, id=f"{name}-{n}")
        for name, cases in CASES.items()
        for n, case in enumerate(cases)
        if case.method in methods
    ]


FLAT = rows("get", "post")
BOTH = ("mask", "letter")  # looked at and changed at one address


def names_of(patterns: Sequence[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names_of(pattern.url_patterns)
        else:
            yield pattern.name or str(pattern.pattern)


def test_every_address_of_the_site_is_tested() -> None:
    """A new address needs its row above, with what the owner, another member and a stranger get. The operator's pages
    are Django's, and tested in tests/upstreams/test_admin.py."""
    ours = [p for p in get_resolver().url_patterns if getattr(p, "app_name", None) != "admin"]
    assert sorted(CASES) == sorted(names_of(ours))


def call(client: Client, name: str, case: Case, world: World) -> Any:
    address = reverse(name, args=case.arguments(world))
    return client.post(address, case.data(world)) if case.method == "post" else client.get(address)


@pytest.mark.parametrize(("name", "case"), FLAT)
def test_the_owner(
    name: str, case: Case, world: World, alice: Visitor, client_for: Callable[..., Client]
) -> None:
    assert call(client_for(alice), name, case, world).status_code == case.owner


@pytest.mark.parametrize(("name", "case"), FLAT)
def test_another_member(
    name: str, case: Case, world: World, bob: Visitor, client_for: Callable[..., Client]
) -> None:
    before = world.state()
    response = call(client_for(bob), name, case, world)
    assert response.status_code == case.member
    if case.member == 404:
        assert world.state() == before, "it was refused, and done all the same"
        assert b"alices words" not in response.content


@pytest.mark.parametrize(("name", "case"), FLAT)
def test_a_stranger(name: str, case: Case, world: World, client_for: Callable[..., Client]) -> None:
    before, visitors = world.state(), Visitor.objects.count()
    response = call(client_for(None), name, case, world)
    assert response.status_code == case.stranger
    if case.stranger == 404:
        assert world.state() == before, "it was refused, and done all the same"
        assert Visitor.objects.count() == visitors, "a visitor was made of somebody who was refused"
        assert b"alices words" not in response.content


@pytest.mark.parametrize(("name", "case"), FLAT)
def test_looking_never_needs_post_and_doing_never_takes_get(
    name: str, case: Case, world: World, alice: Visitor, client_for: Callable[..., Client]
) -> None:
    address = reverse(name, args=case.arguments(world))
    before = world.state()
    if case.method == "get" and name not in BOTH:
        assert client_for(alice).post(address).status_code == 405
        assert client_for(alice).head(address).status_code == case.owner
    elif case.method == "post" and name not in BOTH:
        response = client_for(alice).get(address)
        assert response.status_code == 405
        assert response.headers["Allow"] == "POST"
        assert world.state() == before


@pytest.mark.parametrize(("name", "case"), rows("post"))
def test_no_form_is_taken_without_its_token(
    name: str, case: Case, world: World, alice: Visitor, careful_client: Callable[..., Client]
) -> None:
    if name == "hook_bfl":
        return  # no form: it is signed
    before = world.state()
    response = call(careful_client(alice), name, case, world)
    assert response.status_code == 403
    assert b'data-code="form_expired"' in response.content
    assert world.state() == before


def test_what_is_not_yours_looks_like_what_is_not_there(
    world: World, bob: Visitor, client_for: Callable[..., Client]
) -> None:
    client = client_for(bob)
    for name in ("picture", "thumbnail", "mask"):
        hers, nobodys = (
            client.get(reverse(name, args=my_picture(world))),
            client.get(reverse(name, args=["nosuchpicture"])),
        )
        assert hers.status_code == nobodys.status_code == 404
        assert Page(hers).text == Page(nobodys).text


def test_pages_show_only_what_is_yours(world: World, bob: Visitor, client_for: Callable[..., Client]) -> None:
    for address in (reverse("studio"), reverse("pictures")):
        his, strangers = client_for(bob).get(address).content, client_for(None).get(address).content
        assert b"bobs words" in his
        assert b"alices words" not in his + strangers
        assert b"bobs words" not in strangers


def test_a_share_link_shows_one_picture_and_ends(
    world: World, alice: Visitor, client_for: Callable[..., Client]
) -> None:
    stranger = client_for(None)
    page = stranger.get(reverse("shared", args=[world.token]))
    file = stranger.get(reverse("shared_file", args=[world.token, "jpg"]))
    assert page.headers["X-Robots-Tag"] == file.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert world.picture.public_id.encode() not in page.content, "the owner's own address was given away"
    assert file.headers["Cache-Control"] == "private, max-age=300", "a link that ended must not live on"
    client_for(alice).post(reverse("unshare", args=my_picture(world)))
    assert stranger.get(reverse("shared", args=[world.token])).status_code == 404
    assert stranger.get(reverse("shared_file", args=[world.token, "jpg"])).status_code == 404


def test_deleting_ends_everything(world: World, alice: Visitor, client_for: Callable[..., Client]) -> None:
    owner, stranger = client_for(alice), client_for(None)
    owner.post(reverse("delete", args=my_picture(world)))
    for name in ("picture", "thumbnail", "mask"):
        assert owner.get(reverse(name, args=my_picture(world))).status_code == 404
    assert owner.get(reverse("file", args=[world.picture.public_id, "jpg"])).status_code == 404
    assert stranger.get(reverse("shared", args=[world.token])).status_code == 404
    assert not any(files.exists(name) for name in pictures.files_of(world.picture) if name)


def test_somebody_elses_mask_cannot_be_named(
    world: World, bob: Visitor, client_for: Callable[..., Client]
) -> None:
    owner_mask = pictures.files_of(world.photo)[3]
    client_for(bob).post(reverse("draw"), {"words": "夜晚", "at": world.bobs.public_id, "mask": "1"})
    client_for(bob).post(reverse("draw"), {"words": "夜晚", "at": world.bobs.public_id, "mask": owner_mask})
    assert all("mask" not in job.brief.settings for job in Job.objects.filter(visitor=bob))

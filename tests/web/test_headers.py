"""What every answer carries: a strict policy, no address of another host, cookies that scripts cannot read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django import Settings

from tests.make import photo_bytes
from tests.web.html import Page
from tests.web.world import World
from waa.studio.models import Brief, Job, Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "img-src": "'self' data: blob:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
STATIC = files("waa.web") / "static"


def policy_of(response: Any) -> dict[str, str]:
    told = response.headers["Content-Security-Policy"].split(";")
    return {name: value for name, _, value in (one.strip().partition(" ") for one in told)}


def every_page(world: World, client: Client) -> dict[str, Any]:
    answers = {name: client.get(address) for name, address in world.pages().items()}
    answers["refused"] = client.post("/draw", {"words": ""})
    answers["too large"] = client.post("/draw", {"words": "x" * 2**20})
    answers["wrong method"] = client.get("/draw")
    return answers


def test_every_page_has_the_strict_policy(world: World, client_for: Clients) -> None:
    for name, response in every_page(world, client_for(world.alice)).items():
        assert policy_of(response) == POLICY, name
        assert response.headers["X-Content-Type-Options"] == "nosniff", name
        assert response.headers["X-Frame-Options"] == "DENY", name
        assert response.headers["Referrer-Policy"] == "same-origin", name
        assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin", name
        assert "camera=()" in response.headers["Permissions-Policy"], name
        assert response.headers["Content-Language"] == "zh-HK", name
        assert response.headers["Cache-Control"] == "private, no-cache", name
        assert {"Accept-Language", "Cookie", "HX-Request"} <= set(response.headers["Vary"].split(", ")), name


def test_far_too_large_has_it_too(client_for: Clients) -> None:
    response = client_for(None).generic("POST", "/draw", b"", "text/plain", CONTENT_LENGTH="999999999")
    assert response.status_code == 413
    assert policy_of(response) == POLICY


def test_no_page_needs_an_exception_from_it(world: World, client_for: Clients) -> None:
    """No script or style in the page itself, no handler or style in an attribute."""
    for name, response in every_page(world, client_for(world.alice)).items():
        page = Page(response)
        for tag, attributes in page.tags:
            assert "style" not in attributes, (name, tag)
            assert not [a for a in attributes if a.startswith("on")], (name, tag)
            assert not [a for a in attributes if a.startswith(("hx-on", "hx-vals"))], (name, tag)
            assert tag not in ("style", "base", "iframe", "object", "embed"), name
        assert all(script.get("src") for script in page.all("script")), name
        settings = [m["content"] for m in page.all("meta") if m.get("name") == "htmx-config"]
        assert not json.loads(settings[0])["allowEval"]
        assert not json.loads(settings[0])["includeIndicatorStyles"], "htmx would put a style into the page"


def test_no_page_names_another_host(world: World, client_for: Clients) -> None:
    named = ("src", "srcset", "href", "action", "poster", "data", "content", "hx-get", "hx-post", "value")
    for name, response in every_page(world, client_for(world.alice)).items():
        for tag, attributes in Page(response).tags:
            for value in (attributes[a] for a in named if a in attributes):
                away = re.search(r"(?:https?:|wss?:)?//", value)
                ours = value.startswith("http://testserver/s/")  # the share link, to be copied
                assert not away or ours, (name, tag, value)


@pytest.mark.parametrize("path", ["css/waa.css", *(f"js/{p.name}" for p in (STATIC / "js").iterdir())])
def test_no_style_or_script_names_another_host(path: str) -> None:
    text = STATIC.joinpath(path).read_text("utf-8")
    text = re.sub(r"/\*.*?\*/|^\s*//.*$| // .*$", "", text, flags=re.S | re.M)
    assert not re.search(r"(?:https?:|wss?:)?//", text.replace("http://www.w3.org/2000/svg", ""))
    assert "@import" not in text
    for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text):
        assert address.startswith(("data:", "../", "#")), address
    assert not re.search(r"\beval\(|new Function|document\.write|innerHTML\s*=\s*[^'\"]*\$\{", text)


def test_words_are_only_ever_words(world: World, client_for: Clients) -> None:
    """Whatever is typed is shown as it was typed: in texts, in attributes, in addresses."""
    nasty = """"'><script src=/x></script><img src=/x onerror=alert(1)>{{ 7 }}{% now "Y" %}</textarea><b>"""
    addresses = world.pages()
    Picture.objects.update(words=nasty, prompt_used=nasty, notes=[[nasty, nasty]], engine=nasty[:40])
    Brief.objects.update(words=nasty)
    Job.objects.exclude(error=None).update(error={"code": nasty, "zh": nasty, "en": nasty})
    client = client_for(world.alice)
    for name, address in {
        **addresses,
        "typed": "/?new=1&" + urlencode({"words": nasty, "style": nasty}),
    }.items():
        page = Page(client.get(address))
        assert page.status == (404 if name == "missing" else 200), name
        for tag, attributes in page.tags:
            assert not [a for a in attributes if a.startswith("on")], (name, tag)
            assert "/x" not in (attributes.get("src"), attributes.get("href")), (name, tag)
    typed = Page(client.get("/?new=1&" + urlencode({"words": nasty})))
    assert typed.form("/draw").fields["words"] == nasty


def test_pictures_cannot_do_anything(world: World, client_for: Clients) -> None:
    """A picture opened by itself has a policy that allows nothing at all, whatever is in it."""
    client, name = client_for(world.alice), world.picture.public_id
    addresses = [f"/p/{name}.{kind}" for kind in ("jpg", "png", "webp")]
    addresses += [f"/p/{name}/thumbnail", f"/p/{world.photo.public_id}/mask", f"/s/{world.token}.jpg"]
    for address in addresses:
        response = client.get(address)
        assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'", address
        assert response.headers["X-Content-Type-Options"] == "nosniff", address
        assert "public" not in response.headers["Cache-Control"], address


def test_what_may_be_kept_for_long_and_what_not(world: World, client_for: Clients) -> None:
    client, name = client_for(world.alice), world.picture.public_id

    def kept(address: str) -> str:
        return str(client.get(address).headers["Cache-Control"])

    assert "immutable" in kept(f"/p/{name}.jpg")
    assert "immutable" in kept(f"/p/{name}.png")
    world.picture.original = ""
    world.picture.save()
    assert kept(f"/p/{name}.png") == "no-store", "the lossless copy is still to come"
    assert kept(f"/p/{world.photo.public_id}/mask") == "no-store"


def test_cookies_are_for_this_site_and_not_for_scripts(client_for: Clients) -> None:
    client = client_for(None)
    assert not client.get("/healthz").cookies, "somebody who only looks is remembered"
    cookies = client.get("/").cookies
    assert set(cookies) == {"csrf"}, "somebody who only looks is remembered"
    cookies |= client.post("/draw", {"words": "一隻貓"}).cookies
    assert set(cookies) == {"csrf", "waa"}
    for cookie in cookies.values():
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert cookies["waa"]["max-age"] == 365 * 86_400


@pytest.mark.parametrize("way", ["draw", "upload", "vary"])
def test_a_visitor_is_remembered_anew_with_every_picture(world: World, client_for: Clients, way: str) -> None:
    client = client_for(world.alice)
    if way == "upload":
        photo = io.BytesIO(photo_bytes())
        photo.name = "a.jpg"
        answer = client.post("/upload", {"photo": photo})
    elif way == "draw":
        answer = client.post("/draw", {"words": "一隻貓"})
    else:
        answer = client.post(f"/p/{world.picture.public_id}/vary")
    assert answer.cookies["waa"]["max-age"] == 365 * 86_400


def test_over_https_everything_says_so(world: World, client_for: Clients, settings: Settings) -> None:
    settings.BASE_URL = "https://waa.example.hk"
    client = client_for(world.alice)
    assert client.post("/draw", {"words": "一隻貓"}).cookies["waa"]["secure"]
    assert client.post("/language", {"language": "en"}).cookies["waa_language"]["secure"]
    page = Page(client.get(f"/p/{world.picture.public_id}"))
    assert page.tag("share-link")["value"] == f"https://waa.example.hk/s/{world.token}", "a proxy hides https"


def test_a_home_screen_finds_what_it_needs(client_for: Clients) -> None:
    told = client_for(None).get("/manifest.webmanifest")
    assert told.headers["Content-Type"] == "application/manifest+json"
    assert told.json()["start_url"] == "/"
    assert all(icon["src"].startswith("/static/") for icon in told.json()["icons"])

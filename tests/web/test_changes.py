"""Seeing what a change changed, and putting the rest back."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from django.test import Client
from PIL import Image

from tests.make import make_picture
from tests.web.html import Page
from waa.accounts.models import Visitor
from waa.lib import images
from waa.studio import files, lettering, pictures
from waa.studio.models import Picture
from waa.web.views.changes import has_changes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]
SPOT = (slice(60, 120), slice(80, 160))


@pytest.fixture
def photo(alice: Visitor) -> Picture:
    """With enough on it to find its place by."""
    grain = np.random.default_rng(7).integers(0, 255, (15, 20, 3), dtype=np.uint8)
    image = Image.fromarray(grain).resize((320, 240), Image.Resampling.BICUBIC)
    return pictures.keep_upload(visitor=alice, photo=pictures.clean(images.encode(np.asarray(image), "png")))


@pytest.fixture
def changed(photo: Picture) -> Picture:
    """A red spot on it, and all the rest a little off, as a model leaves it."""
    pixels = np.clip(files.pixels(photo).astype(int) + 3, 0, 255).astype(np.uint8)
    pixels[SPOT] = (250, 20, 30)
    return pictures.keep_derived(photo, pixels, settings={}, notes=[])


def test_the_map_is_red_where_it_changed(changed: Picture, client_for: Clients, alice: Visitor) -> None:
    answer = client_for(alice).get(f"/p/{changed.public_id}/changes.jpg")
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Cache-Control"].startswith("private")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    shown = np.asarray(Image.open(io.BytesIO(answer.content))).astype(int)
    redness = shown[..., 0] - shown[..., 2]
    assert redness[SPOT].mean() > 60
    assert np.abs(redness[150:, 200:]).mean() < 8


def test_the_rest_is_put_back_once(
    photo: Picture, changed: Picture, careful_client: Clients, alice: Visitor
) -> None:
    client, address = careful_client(alice), f"/p/{changed.public_id}"
    answer = Page(client.get(address)).form(f"{address}/put-back").submit(client)
    assert answer.status_code == 302
    made = Picture.objects.get(parent=changed)
    assert answer.headers["Location"] == f"/p/{made.public_id}"
    now, before = files.pixels(made).astype(int), files.pixels(photo).astype(int)
    assert np.abs(now[170:] - before[170:]).mean() < 2, "the rest is not as it was"
    assert np.abs(now[80:100, 100:140] - (250, 20, 30)).mean() < 12, "the change is gone"
    assert "put-back" not in " ".join(Page(client.get(answer.headers["Location"])).links())


def test_scripts_are_told_where_to_go(changed: Picture, client_for: Clients, alice: Visitor) -> None:
    answer = client_for(alice).post(f"/p/{changed.public_id}/put-back", headers={"hx-request": "true"})
    made = Picture.objects.get(parent=changed)
    assert (answer.status_code, answer.headers["HX-Location"]) == (204, f"/p/{made.public_id}")


def test_what_changed_everywhere_is_not_put_back(photo: Picture, client_for: Clients, alice: Visitor) -> None:
    other = pictures.keep_derived(photo, files.pixels(photo)[::-1].copy(), settings={}, notes=[])
    answer = client_for(alice).post(f"/p/{other.public_id}/put-back", headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "nothing_to_put_back")
    assert not Picture.objects.filter(parent=other).exists()


def test_offered_only_where_pixels_were_changed(alice: Visitor, photo: Picture, changed: Picture) -> None:
    drawn = make_picture(by=alice)
    Picture.objects.filter(pk=drawn.pk).update(engine="offline")
    drawn.refresh_from_db()
    redrawn = make_picture(by=alice, parent=drawn)
    lettered = lettering.letter(photo, lettering.read_layers('[{"text": "字"}]'))
    back = pictures.keep_derived(changed, files.pixels(photo), settings={"put_back": True}, notes=[])
    after_model = make_picture(by=alice, parent=make_picture(by=alice))  # of an engine that is not ours
    assert [has_changes(one) for one in (photo, drawn, redrawn, lettered, back)] == [False] * 5
    assert has_changes(changed)
    assert has_changes(after_model)


def test_the_card_offers_both_without_scripts(changed: Picture, client_for: Clients, alice: Visitor) -> None:
    page = Page(client_for(alice).get(f"/p/{changed.public_id}"))
    assert f"/p/{changed.public_id}/changes.jpg" in page.links()
    assert "睇改咗邊度" in page.text
    assert "其餘照舊" in page.text

"""Choosing an engine: what the composer says of each, what a press sends, and the ways on when one fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

import waa.settings
from tests.make import make_brief, make_job, make_picture, make_upload
from tests.upstreams.openai import OpenAIServer
from tests.upstreams.painters import CENT, an_account, registered
from tests.web.html import Page
from tests.web.world import ERROR
from waa.accounts.models import Visitor
from waa.studio import choosing, files
from waa.studio.models import Job
from waa.upstreams.models import Upstream, UpstreamModel
from waa.web import engines
from waa.web.views import drafts
from waa.writers import registry as writers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]
Clients = Callable[..., Client]
HTMX = {"hx-request": "true"}


@pytest.fixture
def account(db: None) -> Iterator[Upstream]:
    """FLUX's place is taken by `near`, Gemini's two by `paid`; as many pictures as one likes."""
    with registered():
        an_account("nearby", UpstreamModel(model_id="near-1", offer="flux"), kind="near")
        yield an_account(
            "ours",
            UpstreamModel(model_id="paid-pro", offer="gemini-pro", price_usd_micros=13 * CENT,
                          edit_price_usd_micros=14 * CENT),
            UpstreamModel(model_id="paid-fast", offer="gemini", price_usd_micros=3 * CENT),
        )  # fmt: skip


def radios(page: Page) -> dict[str, dict[str, str]]:
    return {tag["value"]: tag for tag in page.all("input") if tag.get("name") == "engine"}


def test_where_there_is_nothing_to_choose_nothing_is_asked(client_for: Clients) -> None:
    page = Page(client_for(None).get("/?new=1"))
    assert not radios(page)
    assert "prompt" not in page.form("/draw").fields
    assert "免費" in page.text


@pytest.mark.usefixtures("account")
def test_every_engine_says_what_it_is_good_for_and_costs(client_for: Clients) -> None:
    page = Page(client_for(None).get("/?new=1"))
    assert list(radios(page)) == ["offline", "flux", "gemini", "gemini-pro"]
    pro = radios(page)["gemini-pro"]
    assert pro["data-draws"].split("|") == ["HK$1.01", "HK$2.03", "HK$3.04", "HK$4.06"]
    assert pro["data-edits"].split("|")[0] == "HK$1.09"
    assert (pro["data-references"], "data-scenes" in pro) == ("4", False)
    assert "data-scenes" in radios(page)["offline"]
    assert "改相最叻" in page.text
    assert page.form("/draw").fields["engine"] == "flux", "what the operator gave is the usual one"


@pytest.mark.usefixtures("account")
def test_the_address_may_name_one(client_for: Clients) -> None:
    for wanted, chosen in (("gemini", "gemini"), ("nonsense", "flux"), ("", "flux")):
        page = Page(client_for(None).get("/", {"new": 1, "engine": wanted}))
        assert page.form("/draw").fields["engine"] == chosen


def test_one_that_is_closed_says_why_and_cannot_be_chosen(account: Upstream, client_for: Clients) -> None:
    account.models.filter(model_id="paid-pro").update(daily_budget_usd_micros=0)
    page = Page(client_for(None).get("/?new=1&engine=gemini-pro"))
    assert "disabled" in radios(page)["gemini-pro"]
    assert radios(page)["gemini-pro"]["data-below"] == "gemini"
    assert "預算用晒" in page.text
    assert page.form("/draw").fields["engine"] == "gemini"


@pytest.mark.usefixtures("account")
def test_a_press_sends_what_was_chosen(alice: Visitor, client_for: Clients) -> None:
    sent = {"words": "一隻貓", "engine": "gemini", "prompt": "a cat", "composition": "7", "keep_rest": "1"}
    assert client_for(alice).post("/draw", sent).status_code == 302
    job = Job.objects.select_related("brief").get()
    assert (job.offer, job.brief.engine, job.brief.prompt) == ("gemini", "gemini", "a cat")
    assert (job.brief.settings["composition"], job.brief.settings["keep_rest"]) == (7, True)
    assert job.quote_usd_micros == 3 * CENT


@pytest.mark.usefixtures("account")
def test_without_a_script_the_usual_engine_paints(alice: Visitor, client_for: Clients) -> None:
    client = client_for(alice)
    Page(client.get("/?new=1")).form("/draw").submit(client, words="一隻貓")
    job = Job.objects.select_related("brief").get()
    assert (job.offer, job.brief.prompt) == ("flux", ""), "its English is made when it is painted"


# -- the English -----------------------------------------------------------------------------------------------


def test_a_draft_says_its_english(alice: Visitor, client_for: Clients) -> None:
    def english(**form: str) -> str:
        return str(client_for(alice).post("/draft", {"words": "加隻狗", **form}).json()["english"])

    picture, photo = make_picture(by=alice, words="一隻貓"), make_upload(by=alice)
    assert "dog" in english()
    assert english(at=picture.public_id) == "Add a dog.", "an instruction for the picture that goes along"
    assert english(references=photo.public_id) != english()


def test_nobody_elses_photo_counts(bob: Visitor, alice: Visitor, client_for: Clients) -> None:
    photo = make_upload(by=alice)
    for address in ("/draft", "/prompt"):
        sent = {"words": "加隻狗", "references": photo.public_id}
        assert client_for(bob).post(address, sent).status_code == 404


@pytest.fixture
def text_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAIServer]:
    """A text model on this machine, the one of the settings."""
    with OpenAIServer() as server:
        for name, value in (("MODEL", "gpt-6-mini"), ("BASE_URL", server.address), ("API_KEY", server.key)):
            monkeypatch.setattr(waa.settings, f"WRITER_{name}", value)
        yield server
        writers.close_all()


@pytest.mark.usefixtures("account")
def test_the_text_model_writes_better_english(text_model: OpenAIServer, client_for: Clients) -> None:
    client = client_for(None)
    assert "用文字模型改寫" in Page(client.get("/?new=1")).text
    text_model.chat.says("A ginger cat, softly lit.")
    told = client.post("/prompt", {"words": "一隻貓"}).json()
    assert told == {"prompt": "A ginger cat, softly lit.", "by": "writer"}


def test_where_it_is_of_no_use_waas_own_english_stands(text_model: OpenAIServer, client_for: Clients) -> None:
    text_model.close()
    told = client_for(None).post("/prompt", {"words": "一隻貓"}).json()
    assert (told["by"], "cat" in told["prompt"]) == ("waa", True)


@pytest.mark.usefixtures("text_model")
def test_only_so_many_think_at_a_time(client_for: Clients) -> None:
    with drafts._thinkers, drafts._thinkers:
        answer = client_for(None).post("/prompt", {"words": "一隻貓"}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "text_model_busy")
    assert answer.headers["Retry-After"] == "5"


# -- while it is painted ---------------------------------------------------------------------------------------


def running(alice: Visitor, **more: Any) -> Job:
    brief = make_brief(by=alice, engine="gemini-pro")
    return make_job(by=alice, brief=brief, status=Job.Status.RUNNING, quote_usd_micros=134_000, **more)


def test_a_card_names_its_painter_and_its_price(alice: Visitor, client_for: Clients) -> None:
    job = running(alice)
    for language, told in (("zh-HK", "Gemini Pro 畫緊，約"), ("en", "Gemini Pro is painting, about")):
        page = Page(client_for(alice, language).get(f"/jobs/{job.pk}", headers=HTMX))
        assert told in page.text
        assert "HK$1.05" in page.text
        assert page.all("article")[0]["data-painter"] == "Gemini Pro"
        assert not page.all("img"), "there is no partial picture yet"


def test_a_partial_picture_is_seen_and_never_kept(alice: Visitor, client_for: Clients) -> None:
    job = running(alice, preview=3)
    files.write(files.preview_name(job.pk), b"\xff\xd8 a jpeg")
    client = client_for(alice)
    [image] = Page(client.get(f"/jobs/{job.pk}", headers=HTMX)).all("img")
    assert image["src"] == f"/jobs/{job.pk}/preview?n=3"
    answer = client.get(image["src"])
    assert (answer.content, answer.headers["Content-Type"]) == (b"\xff\xd8 a jpeg", "image/jpeg")
    assert answer.headers["Cache-Control"] == "no-store"


# -- when it fails ---------------------------------------------------------------------------------------------


def failed(alice: Visitor, **more: Any) -> Job:
    brief = make_brief(by=alice, engine="gemini-pro", **more)
    return make_job(by=alice, brief=brief, status=Job.Status.FAILED, error=ERROR, trail=[["試過", "Tried"]])


@pytest.mark.usefixtures("account")
def test_what_failed_may_be_painted_by_another(alice: Visitor, client_for: Clients) -> None:
    job, client = failed(alice), client_for(alice)
    page = Page(client.get(f"/jobs/{job.pk}", headers=HTMX))
    assert "試過" in page.text
    ways = {button["value"] for button in page.form(f"/jobs/{job.pk}/retry").buttons if "value" in button}
    assert ways == {"offline", "flux", "gemini"}
    assert "改用 Gemini HK$0.23" in page.text
    again = Page(client.post(f"/jobs/{job.pk}/retry", {"engine": "gemini"}, headers=HTMX))
    assert again.all("article")[0]["data-status"] == "queued"
    assert Job.objects.latest("pk").offer == "gemini"


@pytest.mark.usefixtures("account")
def test_only_those_are_named_that_can_do_it(alice: Visitor) -> None:
    photos = [make_upload(by=alice).public_id for _ in range(3)]
    job = failed(alice, references=photos)
    ways = engines.other_ways(job, choosing.offers(), "en")
    assert [way.name for way in ways] == ["offline", "flux"], "Fast takes two pictures at most"


@pytest.mark.parametrize("engine", ["nosuchengine", "openai", "a b", "x" * 41])
def test_no_engine_that_is_not_there(alice: Visitor, client_for: Clients, engine: str) -> None:
    job = failed(alice)
    answer = client_for(alice).post(f"/jobs/{job.pk}/retry", {"engine": engine})
    assert answer.status_code in (404, 422)
    assert Job.objects.count() == 1


def test_what_was_refused_asks_for_softer_words(alice: Visitor, client_for: Clients) -> None:
    job = failed(alice, words="一隻貓 & 狗")
    Job.objects.update(status=Job.Status.BLOCKED)
    page = Page(client_for(alice, "en").get(f"/jobs/{job.pk}", headers=HTMX))
    [link] = page.all("a")
    assert (link["data-act"], link["data-words"]) == ("reword", "一隻貓 & 狗")
    assert "softer words" in page.text
    assert Page(client_for(alice).get(link["href"])).form("/draw").fields["words"] == "一隻貓 & 狗"


# -- what it says of a picture ---------------------------------------------------------------------------------


def test_a_picture_says_who_painted_it_and_what_that_cost(alice: Visitor, client_for: Clients) -> None:
    picture = make_picture(by=alice)
    Job.objects.update(quote_usd_micros=134_000)
    picture.engine, picture.engine_label, picture.engine_version = "bfl", "FLUX.2 klein 4B", "flux-2-klein-4b"
    picture.cost_usd_micros = 14_000
    picture.save()
    for language, told in (("zh-HK", "HK$0.11（報價 HK$1.05）"), ("en", "HK$0.11 (quoted HK$1.05)")):
        text = Page(client_for(alice, language).get(f"/p/{picture.public_id}")).text
        assert told in text
        assert "FLUX.2 klein 4B flux-2-klein-4b" in text
    assert "英文提示 a cat" in Page(client_for(alice).get(f"/p/{picture.public_id}")).text
    picture.prompt_used = "畫一隻貓"
    picture.save()
    assert "送出嘅字 畫一隻貓" in Page(client_for(alice).get(f"/p/{picture.public_id}")).text


@pytest.mark.parametrize(
    ("quote", "cost", "told"),
    [(0, None, ""), (5, 5, "less than HK$0.01"), (13 * CENT, None, "free (quoted HK$1.01)")],
)
def test_costs(alice: Visitor, quote: int, cost: int | None, told: str) -> None:
    picture = make_picture(by=alice)
    Job.objects.update(quote_usd_micros=quote)
    picture.cost_usd_micros = cost
    picture.save()
    assert engines.cost_of(picture, "en") == told


@pytest.mark.usefixtures("account")
def test_variations_say_their_price_before_the_press(alice: Visitor, client_for: Clients) -> None:
    for engine, told in (("gemini", "變奏 HK$0.94"), ("offline", "變奏 對比")):
        picture = make_picture(by=alice, engine=engine, parent=make_picture(by=alice))
        assert told in Page(client_for(alice).get(f"/p/{picture.public_id}")).text

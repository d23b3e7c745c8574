"""Two languages, each whole: no sentence of the other on a page, none missing anywhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from html import unescape
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.template import Context, Template
from django.test import Client, RequestFactory
from pytest_django import Settings

import waa
from tests.web.html import Page
from tests.web.world import World
from waa.web.choices import MODES, RATIOS, STYLES
from waa.web.examples import EXAMPLES
from waa.web.languages import language_of

Clients = Callable[..., Client]
HAN = re.compile(r"[\u3400-\u9fff]+")
ROOT = Path(waa.__file__).parent

# Words that people typed, and names: they stay as they are.
THEIRS = ("alices words", "bobs words", "一隻貓", "改成夜晚", "加隻狗", "a cat", "quick 1", "Quick", "quick")
NAMES = (
    "話畫",
    "繁",
    "Waa",
    "EN",
    "PNG",
    "JPEG",
    "WebP",
    "Apache-2.0",
    "3D",
    "px",
    "Enter",
    "Shift",
    "Ctrl",
    "FLUX",
    "Gemini",
    "OpenAI",
)


@pytest.mark.parametrize(
    ("asked", "cookie", "spoken"),
    [
        ("zh-HK,zh;q=0.9,en;q=0.8", "", "zh-hk"),
        ("yue", "", "zh-hk"),
        ("zh-TW", "", "zh-hk"),
        ("en-GB,en;q=0.9,zh;q=0.1", "", "en"),
        ("fr,de;q=0.9,en;q=0.5", "", "en"),
        ("fr, zh-Hant ;q=0.5", "", "zh-hk"),
        ("fr", "", "zh-hk"),
        ("", "", "zh-hk"),
        (";;,,=\x00", "", "zh-hk"),
        ("en", "zh-hk", "zh-hk"),
        ("zh", "en", "en"),
        ("en", "fr", "en"),
        ("en", "zh-hk\x00", "en"),
    ],
)
def test_which_language_somebody_reads(asked: str, cookie: str, spoken: str) -> None:
    request = RequestFactory().get("/", headers={"accept-language": asked})
    request.COOKIES[django_settings.LANGUAGE_COOKIE_NAME] = cookie
    assert language_of(request) == spoken


def test_the_operator_says_what_others_read(settings: Settings) -> None:
    settings.LANGUAGE = "en"
    assert language_of(RequestFactory().get("/", headers={"accept-language": "fr"})) == "en"


def plain(page: Page) -> str:
    """What is to be read of a page, without names, and without what somebody typed."""
    text = page.text
    for word in sorted((*THEIRS, *NAMES), key=len, reverse=True):
        text = text.replace(word, " ")
    return text


@pytest.mark.django_db
@pytest.mark.usefixtures("data_folder")
def test_every_page_is_whole_in_english(world: World, client_for: Clients) -> None:
    client = client_for(world.alice, "en")
    for name, address in {**world.pages(), "first": "/"}.items():
        page = Page((client_for(None, "en") if name == "first" else client).get(address))
        assert page.all("html")[0]["lang"] == "en"
        assert not HAN.findall(plain(page)), name
        assert not re.findall(r"\{\w*\}", page.text), f"{name}: a number was not put in"


@pytest.mark.django_db
@pytest.mark.usefixtures("data_folder")
def test_every_page_is_whole_in_chinese(world: World, client_for: Clients) -> None:
    client = client_for(world.alice)
    for name, address in {**world.pages(), "first": "/"}.items():
        page = Page((client_for(None) if name == "first" else client).get(address))
        assert page.all("html")[0]["lang"] == "zh-HK"
        if name != "licences":  # their texts are what their authors wrote
            assert not re.findall(r"[A-Za-z]{3,}", plain(page)), name
        assert not re.findall(r"\{\w*\}", page.text), f"{name}: a number was not put in"


@pytest.mark.django_db
def test_an_answer_says_which_language_it_is_in(client_for: Clients) -> None:
    for language, told in (("zh-HK", "zh-HK"), ("en-US", "en")):
        assert client_for(None, language).get("/help").headers["Content-Language"] == told


# -- in the source --------------------------------------------------------------------------------------------


def templates() -> list[Path]:
    return sorted((ROOT / "web" / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", templates(), ids=lambda p: p.name)
def test_templates_say_everything_twice(path: Path) -> None:
    """Every Chinese text stands in {% say %} beside its English, or in the Chinese half of a language switch."""
    text = path.read_text("utf-8")
    pairs = re.findall(r"""\{%\s*say\s+(["'])(.*?)\1\s+(["'])(.*?)\3""", text)
    for _, zh, _, en in pairs:
        assert HAN.search(zh) or zh == en, zh
        assert en, zh
        assert not HAN.search(en.replace("話畫", "")), en
        assert set(re.findall(r"\{\w+\}", zh)) == set(re.findall(r"\{\w+\}", en)), (zh, en)
    alone = re.sub(r"\{%\s*say\b.*?%\}", "", text)
    alone = re.sub(r'\{% if language == "en" %\}.*?\{% else %\}.*?\{% endif %\}', "", alone, flags=re.S)
    alone = re.sub(r"\{% if other_language == .*?\{% endif %\}|<span class=\"mark-zh\".*?</span>", "", alone)
    assert not HAN.findall(alone)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "web" / "static" / "js").glob("*.js")), ids=lambda path: path.name
)
def test_scripts_say_everything_twice(path: Path) -> None:
    text = re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.M)
    literals = list(re.finditer(r"""(["`])(?:(?!\1)[^\\]|\\.)*\1""", text))
    for one, following in pairwise(literals):
        if HAN.search(one[0]):
            assert text[one.end() : following.start()].strip() == ",", one[0]
            assert not HAN.search(following[0]), following[0]
    assert not HAN.findall(re.sub(r"""(["`])(?:(?!\1)[^\\]|\\.)*\1""", "", text))


def test_what_the_composer_offers_has_both_names() -> None:
    for choice in (*MODES, *STYLES, *RATIOS):
        assert HAN.search(choice.zh) or choice.zh == choice.en
        assert choice.en
        assert not HAN.search(choice.en)
    for example in EXAMPLES:
        assert HAN.search(example.zh)
        assert not HAN.search(example.en)


def _kinds(texts: list[str]) -> set[str]:
    """The names of WaaError and of everything that is one."""
    bases = dict(found for text in texts for found in re.findall(r"^class (\w+)\((\w+)", text, re.M))
    kinds, grown = {"WaaError"}, 0
    while len(kinds) > grown:
        grown = len(kinds)
        kinds |= {name for name, base in bases.items() if base in kinds}
    return kinds


def _errors() -> Iterator[tuple[str, str, str, str]]:
    """(where, code, zh, en) of every error that the source can raise; what is filled in stands as '…'."""
    texts = {path: path.read_text("utf-8") for path in sorted(ROOT.rglob("*.py"))}
    kinds = _kinds(list(texts.values()))
    made = re.compile(rf"(?<!class )\b(?:{'|'.join(kinds)})\(")
    for path, text in texts.items():
        for node in ast.walk(ast.parse(text)) if made.search(text) else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds:
                told = [
                    argument
                    for argument in node.args[:3]
                    if isinstance(argument, ast.Constant | ast.JoinedStr)
                ]
                if len(told) == 3:  # others come out of tables, which their own rooms test
                    yield f"{path.name}:{node.lineno}", *map(_text, told)


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "…" for v in node.values)


ERRORS = list(_errors())


def test_every_error_has_a_code_and_a_sentence_in_both_languages() -> None:
    assert len(ERRORS) > 30
    for where, code, zh, en in ERRORS:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", code), where
        assert HAN.search(zh), where
        assert zh.endswith(("。", "？", "」。")), where
        assert not HAN.search(en), where
        assert en.endswith((".", "?", "”.", "(…)")), where


def test_codes_stay_what_they_are() -> None:
    """Other people's programs rely on them: one that is there is never renamed. Add new ones when they are out."""
    codes = """
    bad_box bad_choice bad_mask bad_request count_out_of_range disk_full form_expired job_not_found
    link_ended mask_unsupported method_not_allowed no_such_choice no_such_engine no_such_format
    no_such_language not_found nothing_asked painting_failed photo_not_variable picture_gone
    picture_not_found reference_gone seed_out_of_range size_out_of_range size_unsupported still_running
    too_large too_many_photos too_many_references too_many_waiting unexpected upload_empty
    upload_too_large upload_too_many_pixels upload_too_small upload_unreadable words_too_long
    worker_died
    """.split()
    assert sorted(set(codes) - {code for _, code, _, _ in ERRORS}) == []


# -- the words of templates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "told"), [("zh-hk", "第 3 幅"), ("en", "Picture 3")])
def test_numbers_are_put_into_both(language: str, told: str) -> None:
    said = Template("{% say '第 {n} 幅' 'Picture {n}' n=number %}")
    assert said.render(Context({"language": language, "number": 3})) == told


def test_what_is_put_in_is_made_harmless() -> None:
    said = Template("{% say 'x {n}' 'x {n}' n=name %}{% say name name %}")
    shown = said.render(Context({"language": "en", "name": "<script>"}))
    assert "<script>" not in shown
    assert unescape(shown) == "x <script><script>"


def test_notes_are_kept_in_both_and_shown_in_one() -> None:
    noted = Template("{{ note|spoken:language }}")
    note = ["加咗隻狗", "Added a <dog>"]
    assert noted.render(Context({"note": note, "language": "zh-hk"})) == "加咗隻狗"
    assert noted.render(Context({"note": note, "language": "en"})) == "Added a &lt;dog&gt;"


def test_every_icon_that_is_named_is_drawn() -> None:
    named = {
        name for path in templates() for name in re.findall(r'\{% icon "([\w-]+)"', path.read_text("utf-8"))
    }
    named |= {mode.icon for mode in MODES}
    for name in sorted(named):
        drawn = Template(f'{{% icon "{name}" %}}').render(Context())
        assert drawn.startswith("<svg")
        assert 'aria-hidden="true"' in drawn
    assert files("waa.web").joinpath("static", "icon.svg").is_file()

"""What the documentation says is so: links lead somewhere, commands parse, examples run, Waa answers as the guide says."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from waa import __version__
from waa.accounts.models import Visitor
from waa.cli import COMMANDS, main
from waa.painter import cast, stage
from waa.words.amend import amend
from waa.words.explain import explain
from waa.words.scene import Scene
from waa.words.understand import understand

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG")]
PAGES += sorted((ROOT / "docs").rglob("*.md"))
GUIDE = ROOT / "docs" / "zh-HK"
PICTURES = ROOT / "docs" / "pictures"

each_page = pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])

_FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[\w./-]+\.(?:py|tsv|md|sh|js|css|txt|toml|jsonl|lock)|(?:[\w-]+/)+")
_KEPT = ("cache/", "bells/", "workers/", "pictures/", "static/")  # in the data folder, not in the repository
_DOMAIN = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|io|net|dev|hk)\b")


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return _FENCED.sub("", page.read_text("utf-8"))


def blocks(page: Path, *languages: str) -> list[str]:
    return [body for language, body in _FENCED.findall(page.read_text("utf-8")) if language in languages]


def links(page: Path) -> list[str]:
    return [link for link in _LINK.findall(prose(page)) if not re.match(r"[a-z]+:", link)]


def target(page: Path, link: str) -> Path:
    """The file a link leads to."""
    path = link.partition("#")[0]
    return (page.parent / path).resolve() if path else page


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(page: Path) -> Iterator[list[str]]:
    """The cells of the table rows of a page, pictures apart."""
    for line in prose(page).splitlines():
        if line.startswith("| ") and "![" not in line:
            yield [cell.strip() for cell in line.strip("|").split("|")]


@lru_cache(1)
def everything() -> list[str]:
    """Every file and folder of the repository that a page may name."""
    folders = [ROOT / name for name in ("src/waa", "tests", "docs", "bench", "requirements", "assets")]
    inside = [path for folder in folders for path in (folder, *folder.rglob("*"))]
    return [f"/{path.relative_to(ROOT)}{'/' * path.is_dir()}" for path in (*inside, *ROOT.iterdir())]


# -- links and names -------------------------------------------------------------------------------------


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        there = target(page, link)
        assert there.exists(), link
        anchor = link.partition("#")[2]
        assert not anchor or anchor in anchors(there), link


@each_page
def test_files_that_are_named_are_there(page: Path) -> None:
    for name in _CODE.findall(prose(page)):
        if _FILE.fullmatch(name) and not name.endswith(_KEPT):
            assert any(path.endswith(f"/{name}") for path in everything()), name


def test_pages_that_the_code_speaks_of_are_there() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert not {name for name in re.findall(r"docs/[\w/.-]+\.md", code) if not (ROOT / name).exists()}


def test_every_page_can_be_reached_from_the_readme() -> None:
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        found = (target(page, link) for link in links(page))
        waiting += [there for there in found if there.suffix == ".md" and there.exists()]
    assert not set(PAGES) - seen


@each_page
def test_no_page_names_somebody_elses_host_or_a_folder_of_ours(page: Path) -> None:
    text = page.read_text("utf-8")
    hosts = {*_DOMAIN.findall(text), *re.findall(r"https?://([\w.-]+)", text)}
    assert {host for host in hosts if host != "localhost" and "example" not in host} == set()
    assert not re.search(r"(?<![\w.])/(?:tmp|work|home|root|Users)/", text)


def test_pictures_are_shown_and_small() -> None:
    shown = {target(page, link) for page in PAGES for link in links(page)}
    there = set(PICTURES.iterdir())
    assert not there - shown
    assert sum(path.stat().st_size for path in there) < 900_000


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


# -- commands ----------------------------------------------------------------------------------------------


def commands(page: Path) -> Iterator[list[str]]:
    """The words after `./run` or `waa` of every command that a page shows."""
    shown = [line for block in blocks(page, "sh", "") for line in block.splitlines()]
    shown += [code for code in _CODE.findall(prose(page)) if "<" not in code and "WORD" not in code]
    for line in shown:
        for part in line.split(" | "):
            if match := re.match(r"(?:[A-Z_]+=\S+ )*(?:\./run|waa)(?: (.*)|$)", part.strip()):
                yield shlex.split(match[1] or "", comments=True)


@each_page
def test_commands_parse(page: Path) -> None:
    for name, *rest in filter(None, commands(page)):
        if name == "test":  # ./run's own
            assert all((ROOT / word).exists() for word in rest if word.startswith("tests/")), rest
            continue
        if name == "setup":
            assert rest in ([], ["flux"], ["test"]), rest
            continue
        command = main.get_command(click.Context(main), name)  # type: ignore[attr-defined]
        assert command is not None, name
        context = click.Context(command, **command.context_settings)
        command.make_parser(context).parse_args(list(rest))  # click.UsageError for what it does not know


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "manage"])
def test_every_command_explains_itself(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


@each_page
def test_scripts_that_are_named_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    for module in re.findall(r"python\s+-m\s+([\w.]+)", text):
        assert importlib.util.find_spec(module) is not None, module
    for path in re.findall(r"python\s+([\w/]+\.py)", text):
        assert (ROOT / path).exists(), path


# -- examples ----------------------------------------------------------------------------------------------

WITH_EXAMPLES = [page for page in PAGES if blocks(page, "python")]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=[str(page.relative_to(ROOT)) for page in WITH_EXAMPLES])
def test_examples_run(page: Path, alice: Visitor, data_folder: Path) -> None:
    known: dict[str, object] = {"__name__": "example", "alice": alice}
    models, places = cast.concepts(), set(stage.places())
    try:
        for number, block in enumerate(blocks(page, "python")):
            _run(block, known, f"{page.name}, block {number + 1}")
    finally:  # what the examples have added goes again
        for name in cast.concepts() - models:
            del cast._builders[name]
        for name in set(stage.places()) - places:
            del stage.places()[name]


def _run(block: str, known: dict[str, object], name: str) -> None:
    if ">>>" not in block:
        exec(compile(block, name, "exec"), known)
        return
    told: list[str] = []
    test = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
    test.globs = known
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append, clear_globs=False)
    assert not told, "".join(told)


# -- the guide ---------------------------------------------------------------------------------------------


def title(page: Path) -> str:
    return page.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def test_the_guide_has_the_parts_that_its_first_page_promises() -> None:
    promised = dict(re.findall(r"^- \[(.+?)\]\((.+?)\)", prose(GUIDE / "index.md"), re.MULTILINE))
    assert {path.name for path in GUIDE.iterdir()} == {*promised.values(), "index.md"}
    assert {name: title(GUIDE / name) for name in promised.values()} == {
        name: words for words, name in promised.items()
    }


def test_the_guide_says_only_what_is_understood() -> None:
    sentences = [
        s for cells in rows(GUIDE / "saying.md") for s in re.findall(r"「(.+?)」(?=「|$)", cells[-1])
    ]
    assert len(sentences) >= 40
    missed = {s: told.zh for s in sentences if (told := explain(understand(s))).zh}
    assert missed == {}


_BEFORE = "一隻貓坐喺梳化上面，旁邊有一個花瓶同兩隻狗，日頭，客廳"


@pytest.mark.parametrize(("name", "before"), [("changing", _BEFORE), ("photos", "")])
def test_waa_answers_as_the_guide_says(name: str, before: str) -> None:
    scene = understand(before) if before else Scene()
    said = [
        cells for cells in rows(GUIDE / f"{name}.md") if cells[0] not in ("你說", "一隻貓坐喺月球上睇地球")
    ]
    assert len(said) > 15
    answers = {words: "；".join(e.zh for e in amend(scene, words).edits) for words, _ in said}
    assert answers == dict(said)

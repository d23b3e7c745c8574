"""Every setting: its comment, its heading in docs/settings.md and its default are the same; bad values end the start."""

from __future__ import annotations

import os
import re
import runpy
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytest_socket import socket_allow_hosts

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/waa/settings.py"


@dataclass(frozen=True)
class Setting:
    """`default` as the docs write it, `says` the text beside it, in one line."""

    name: str
    default: str
    says: str


# -- what the file says ----------------------------------------------------------------------------------

_READS = re.compile(
    r'((?:^# .+\n)+)^(\w+) = .*?_(text|whole|flag|secret_key)\((?:"(\w+)", ([^)]+))?\)', re.MULTILINE
)


def in_code() -> list[Setting]:
    """Assignments that read the environment, in order, with the comment above each."""
    found = _READS.findall(SOURCE.read_text(encoding="utf-8"))
    return [
        Setting(
            variable or name, _default(kind, arguments), comment.replace("# ", "").replace("\n", " ").strip()
        )
        for comment, name, kind, variable, arguments in found
    ]


def _default(kind: str, argument: str) -> str:
    if kind == "secret_key":
        return "made at the first start"
    if kind == "whole":
        default, low, high = argument.replace("_", "").split(", ")
        return f"`{default}` ({low} to {high})"
    if kind == "flag":
        return {"False": "`no`", "True": "`yes`"}[argument]
    text = argument.removeprefix("f").strip('"').replace("{PORT}", "PORT")
    return f"`{text}`" if text else "empty"


def in_docs() -> list[Setting]:
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    parts = re.findall(r"^### (\w+)\n\nDefault: ([^\n]+)\n\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    return [Setting(name, default, " ".join(says.split())) for name, default, says in parts]


def test_code_and_docs_have_the_same_settings_in_the_same_order_with_the_same_defaults() -> None:
    assert [(s.name, s.default) for s in in_docs()] == [(s.name, s.default) for s in in_code()]
    assert len(in_code()) >= 18


@pytest.mark.parametrize("pair", list(zip(in_code(), in_docs(), strict=True)), ids=lambda pair: pair[0].name)
def test_the_docs_begin_with_the_comment(pair: tuple[Setting, Setting]) -> None:
    code, docs = pair
    assert code.says
    assert docs.says.startswith(code.says)


def test_the_environment_is_read_here_alone() -> None:
    readers = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "src").rglob("*.py")
        if re.search(r"environ(\.get\(|\[\"\w+\"\](?! =))|getenv", path.read_text(encoding="utf-8"))
    }
    assert readers == {"src/waa/settings.py"}


# -- what it does ----------------------------------------------------------------------------------------


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`start(PORT="8001")` are the settings of a process that begins with that environment, and no other."""
    for setting in in_code():
        monkeypatch.delenv(setting.name, raising=False)

    def settings(**environment: str) -> dict[str, Any]:
        for name, value in {"WAA_DATA": str(tmp_path / "data"), **environment}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SOURCE))

    return settings


def test_nothing_need_be_set(start: Any, tmp_path: Path) -> None:
    s = start()
    assert (s["HOST"], s["PORT"], s["BASE_URL"]) == ("127.0.0.1", 8000, "http://localhost:8000")
    assert s["DATABASES"]["default"]["NAME"] == str(tmp_path / "data" / "waa.sqlite3")
    assert s["JOBS_DATABASE_URL"] == f"sqlite:///{tmp_path}/data/jobs.sqlite3"
    assert (s["DEBUG"], s["ENGINE"], s["LANGUAGE"]) == (False, "", "zh-hk")
    assert not s["CSRF_COOKIE_SECURE"]


def test_the_secret_key_is_made_once_for_its_owner_alone(start: Any, tmp_path: Path) -> None:
    key = start()["SECRET_KEY"]
    assert len(key) > 50
    assert start()["SECRET_KEY"] == key
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret_key"]
    assert start(SECRET_KEY="given")["SECRET_KEY"] == "given"


@pytest.mark.parametrize("where", ["file/data", "/proc/waa"])
def test_a_data_folder_that_cannot_be_made_ends_the_start(start: Any, tmp_path: Path, where: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match=r"WAA_DATA=.*is not a folder that Waa can write to"):
        start(WAA_DATA=str(tmp_path / where))


def test_https_makes_cookies_secure(start: Any) -> None:
    s = start(BASE_URL="https://waa.example.hk/", SECRET_KEY_FALLBACKS="one two")
    assert s["CSRF_COOKIE_SECURE"]
    assert s["VISITOR_COOKIE"] == "__Host-waa"
    assert s["SECURE_HSTS_SECONDS"] > 0
    assert "waa.example.hk" in s["ALLOWED_HOSTS"]
    assert s["CSRF_TRUSTED_ORIGINS"] == ["https://waa.example.hk"]
    assert s["SECRET_KEY_FALLBACKS"] == ["one", "two"]


def test_a_site_for_others_answers_to_its_own_names_and_no_other(start: Any) -> None:
    socket_allow_hosts(["192.0.2.1"])  # nothing is sent there
    s = start(HOST="0.0.0.0")
    assert os.uname().nodename in s["ALLOWED_HOSTS"]
    assert "*" not in s["ALLOWED_HOSTS"]
    assert "192.168.3.4" in start(HOST="192.168.3.4")["ALLOWED_HOSTS"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://waa:p%40ss@db.example:5433/pictures?sslmode=require",
         {"NAME": "pictures", "USER": "waa", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433",
          "OPTIONS": {"sslmode": "require"}}),
        ("postgres:///waa?host=/run/postgresql", {"NAME": "waa", "USER": "", "HOST": "/run/postgresql", "OPTIONS": {}}),
    ],
)  # fmt: skip
def test_postgres(start: Any, url: str, expected: dict[str, object]) -> None:
    s = start(DATABASE_URL=url)
    database = s["DATABASES"]["default"]
    assert database["ENGINE"].endswith("postgresql")
    assert database["OPTIONS"].pop("pool")["max_size"] >= 8 + 1, "every thread of the pages may read at once"
    assert {name: database[name] for name in expected} == expected
    assert s["JOBS_DATABASE_URL"] == url


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("PORT", "many", "a whole number from 0 to 65535"),
        ("PORT", "-1", "a whole number"),
        ("PORT", "70000", "a whole number"),
        ("WORKERS", "1.5", "a whole number from 0 to 64"),
        ("MAX_SIDE", "9999", "a whole number from 256 to 4096"),
        ("WAA_DEBUG", "maybe", "yes or no"),
        ("WAA_LANGUAGE", "fr", "zh-hk or en"),
        ("CURRENCY", "hk$", "three capital letters"),
        ("USD_RATE", "0", "a number above zero"),
        ("USD_RATE", "seven", "a number above zero"),
        ("UPSTREAM_DAILY_BUDGET", "-5", "an amount"),
        ("BASE_URL", "waa.example.hk", "http:// or https://"),
        ("BASE_URL", "https://waa.example.hk/studio", "without a path"),
        ("DATABASE_URL", "mysql://waa:secret@db/waa", "sqlite or postgresql://"),
        ("DATABASE_URL", "postgresql://waa:secret@db/", "sqlite or postgresql://"),
    ],
)
def test_a_value_that_cannot_be_read_ends_the_start(start: Any, name: str, value: str, wanted: str) -> None:
    with pytest.raises(SystemExit) as raised:
        start(**{name: value})
    said = str(raised.value)
    assert said.startswith(f"waa: the setting {name}=")
    assert wanted in said
    assert said.endswith("See docs/settings.md.")
    assert "secret" not in said


def test_what_is_empty_counts_as_not_set(start: Any) -> None:
    s = start(PORT="", DATABASE_URL=" ", WAA_DEBUG="")
    assert (s["PORT"], s["DATABASE_URL"], s["DEBUG"]) == (8000, "sqlite", False)


@pytest.mark.parametrize(
    ("value", "is_on"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("off", False)]
)
def test_yes_and_no(start: Any, value: str, is_on: bool) -> None:
    assert start(WAA_DEBUG=value)["DEBUG"] is is_on


def test_what_other_programs_call_their_settings_is_not_ours(start: Any) -> None:
    s = start(LANGUAGE="en_US:en", DEBUG="app:*", LANG="fr_FR.UTF-8")
    assert (s["LANGUAGE"], s["DEBUG"]) == ("zh-hk", False)

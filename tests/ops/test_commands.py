"""The commands around the house: help, licences, doctor, prepare, manage, worker names."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.make import make_job
from tests.ops.conftest import Waa
from waa import __version__
from waa.accounts.models import Visitor
from waa.cli import COMMANDS
from waa.engines import registry
from waa.ops import doctor
from waa.studio.models import WorkerBeat
from waa.work import names

ROOT = Path(__file__).parents[2]


def shell(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """`waa …` in a process of its own, on a data folder that nobody has used."""
    environment = {**os.environ, "WAA_DATA": str(folder / "data"), "DATABASE_URL": "sqlite",
                   "DJANGO_SETTINGS_MODULE": "waa.settings", **settings}  # fmt: skip
    environment.pop("SECRET_KEY", None)
    command = [sys.executable, "-m", "waa", *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


# -- help ------------------------------------------------------------------------------------------------


def test_the_help_names_every_command_that_is_for_people(waa: Waa) -> None:
    done = waa("--help")
    assert done.exit_code == 0
    assert {word for word in COMMANDS if f"\n  {word} " in done.output} == COMMANDS.keys() - {"web"}


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != "manage"])
def test_every_command_explains_itself(waa: Waa, command: str) -> None:
    done = waa(command, "--help")
    assert done.exit_code == 0
    assert len(done.output.splitlines()) > 4


def test_a_command_that_is_none_says_so(waa: Waa) -> None:
    done = waa("paint")
    assert done.exit_code == 2
    assert "No such command 'paint'" in done.output


def test_the_version(waa: Waa) -> None:
    assert waa("--version").output == f"waa, version {__version__}\n"


def test_the_words_need_neither_django_nor_the_painter(tmp_path: Path) -> None:
    code = """if True:
        import sys
        from waa.cli import main
        main(["understand", "一隻貓"], standalone_mode=False)
        sys.exit(any(name in sys.modules for name in ("django", "cv2", "numpy", "dbos")))"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# -- licences --------------------------------------------------------------------------------------------


def test_licences_name_every_part(waa: Waa) -> None:
    done = waa("licences")
    assert done.exit_code == 0
    for part in ("Noto Sans HK  (OFL-1.1)", "Fluent Emoji  (MIT)", "CLDR annotations", "Django ", "numpy "):
        assert part in done.output
    assert len(done.output.splitlines()) < 120


def test_licences_in_full(waa: Waa) -> None:
    full = waa("licences", "--full").output
    assert "SIL OPEN FONT LICENSE" in full
    assert "Permission is hereby granted, free of charge" in full


# -- prepare and manage ----------------------------------------------------------------------------------


def test_prepare_makes_a_folder_for_its_owner_alone_and_is_not_needed_twice(tmp_path: Path) -> None:
    done = shell(tmp_path, "prepare")
    assert (done.returncode, done.stderr) == (0, "")
    data = tmp_path / "data"
    assert (data.stat().st_mode & 0o777, (data / "secret_key").stat().st_mode & 0o777) == (0o700, 0o600)
    assert (data / "static" / "staticfiles.json").exists()
    is_prepared = (
        "from waa import settings; from waa.ops.prepare import is_prepared; print(is_prepared(settings))"
    )
    assert shell(tmp_path, "manage", "shell", "--no-imports", "-c", is_prepared).stdout == "True\n"
    assert shell(tmp_path, "manage", "migrate", "--check").returncode == 0
    (data / "waa.sqlite3").unlink()
    assert shell(tmp_path, "manage", "shell", "--no-imports", "-c", is_prepared).stdout == "False\n"


def test_manage_hands_everything_on(tmp_path: Path) -> None:
    assert "System check identified no issues" in shell(tmp_path, "manage", "check").stdout
    done = shell(tmp_path, "manage", "nonsense")
    assert done.returncode == 1
    assert "Unknown command: 'nonsense'" in done.stderr
    assert "waa manage" in shell(tmp_path, "manage", "check", "--help").stdout


def test_a_setting_that_cannot_be_read_ends_every_start_with_a_sentence(tmp_path: Path) -> None:
    done = shell(tmp_path, "serve", PORT="many")
    assert done.returncode == 1
    assert done.stderr == (
        "waa: the setting PORT='many' is not a whole number from 0 to 65535. See docs/settings.md.\n"
    )


def test_a_worker_whose_name_is_taken_does_not_start(tmp_path: Path) -> None:
    taken = names.take(tmp_path / "data" / "workers", "first")
    done = shell(tmp_path, "worker", "--name", "first")
    assert done.returncode == 1
    assert done.stderr == "Error: A worker named first works here already.\n"
    os.close(taken.lock)


# -- doctor ----------------------------------------------------------------------------------------------


def found(part: str) -> doctor.Finding:
    [finding] = [f for f in doctor.examine() if part in f.what]
    return finding


@pytest.fixture
def house(db: None, data_folder: Path) -> Path:
    data_folder.chmod(0o700)
    return data_folder


def test_a_house_in_order(waa: Waa, house: Path) -> None:
    done = waa("doctor")
    assert done.exit_code == 0, done.output
    assert all(line.startswith("ok    ") for line in done.output.splitlines())
    assert len(done.output.splitlines()) >= 8


def test_what_is_amiss_is_told_with_what_to_do(waa: Waa, house: Path) -> None:
    house.chmod(0o755)
    done = waa("doctor")
    assert done.exit_code == 1
    assert f"LOOK  others on this machine can read {house}\n      chmod 700 {house}\n" in done.output


def test_a_folder_that_is_not_there(house: Path, settings: Settings) -> None:
    settings.WAA_DATA = house / "gone"
    assert not found("is not there yet").is_well


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("DEBUG", True, "DEBUG is on"),
        ("HOST", "0.0.0.0", "listens on 0.0.0.0 without https"),
        ("ENGINE", "nope", "the engine nope cannot be used: There is no engine called"),
    ],
)
def test_settings_that_are_no_good(house: Path, settings: Settings, name: str, value: Any, what: str) -> None:
    setattr(settings, name, value)
    finding = found(what)
    assert not finding.is_well
    assert finding.hint


def test_an_engine_of_somebody_elses_is_named_in_the_hint(
    house: Path, settings: Settings, quick_engine: str
) -> None:
    settings.ENGINE = "nope"
    assert "offline, quick" in found("the engine nope").hint
    settings.ENGINE = quick_engine
    assert found("the engine quick").is_well
    registry.close_all()


def test_jobs_that_wait_for_nobody(house: Path, alice: Visitor) -> None:
    assert found("0 workers live").is_well, "nobody waits"
    make_job(by=alice)
    assert not found("0 workers live, 1 jobs wait").is_well
    WorkerBeat.objects.create(name="w", beat_at=timezone.now(), started_at=timezone.now())
    assert found("1 workers live, 1 jobs wait").is_well
    WorkerBeat.objects.update(beat_at=timezone.now() - timedelta(minutes=1))
    assert not found("0 workers live").is_well

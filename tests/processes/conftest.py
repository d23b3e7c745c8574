"""Places for these tests: on SQLite, or, in the Postgres run, each on a database of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.processes.place import Place, new_database

NewPlace = Callable[..., Place]


@pytest.fixture
def new_place(tmp_path: Path) -> Iterator[NewPlace]:
    """Makes places, not yet started, and ends them after the test."""
    yield from _places(tmp_path)


@pytest.fixture(scope="module")
def new_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewPlace]:
    """Makes places for all tests of a module."""
    yield from _places(tmp_path_factory.mktemp("place"))


@pytest.fixture(scope="module")
def place(new_places: NewPlace) -> Place:
    """One place for all tests of a module."""
    return new_places().start()


def _places(folder: Path) -> Iterator[NewPlace]:
    made: list[Place] = []

    def make(**more: str) -> Place:
        made.append(
            Place(folder / str(len(made)), database_url=new_database(os.environ["DATABASE_URL"]), **more)
        )
        return made[-1]

    yield make
    for place in made:
        place.end()
        print(place.said())

"""Facility rows by command: taken in, refused, published, discarded."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from carbonpeak.data import own_versions
from tests import commands, tiny_data
from tests.commands import Run
from tests.incoming.facility.test_importing import HEADING, WHOLE


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Run]]:
    """A folder for tables, and what runs a command over them."""
    folder = tmp_path_factory.mktemp("facilities") / "data"
    with commands.over(folder) as run:
        yield folder, run


@pytest.fixture
def data(command: tuple[Path, Run]) -> Iterator[Path]:
    yield tiny_data.write(command[0])
    shutil.rmtree(command[0])


@pytest.fixture
def done(command: tuple[Path, Run]) -> Run:
    def run(*words: str) -> "CompletedProcess[str]":
        return command[1](*words, "--lang", "en")

    return run


def sent(data: Path, lines: list[str]) -> str:
    file = data.parent / "rows.csv"
    file.write_text("\n".join([HEADING, *lines]) + "\n", encoding="utf-8")
    return str(file)


def test_rows_become_a_version_that_is_published(data: Path, done: Run) -> None:
    ended = done("import-facilities", sent(data, WHOLE), "--why", "trial", "--publish")
    assert ended.returncode == 0, ended.stderr
    assert f"{len(WHOLE)} rows read" in ended.stdout
    assert own_versions.pointed(data) in ended.stdout
    assert [one.why for one in own_versions.history(data)] == ["trial"]


def test_a_broken_row_refuses_the_file_and_leaves_nothing(data: Path, done: Run) -> None:
    ended = done("import-facilities", sent(data, [*WHOLE, WHOLE[0].replace("100", "many")]))
    assert ended.returncode == 1
    assert "Refused" in ended.stdout
    assert own_versions.listed(data) == {}


def test_a_version_that_was_never_published_is_discarded(data: Path, done: Run) -> None:
    done("import-facilities", sent(data, WHOLE))
    (version,) = own_versions.listed(data)
    ended = done("discard-facilities", version)
    assert ended.returncode == 0, ended.stderr
    assert own_versions.listed(data) == {}
    assert done("discard-facilities", version).returncode != 0

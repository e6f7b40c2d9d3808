"""Versions of own figures by command: listed, published, taken back, seen by who reads."""

import csv
import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from benchmarks import server
from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.own_versions import Origin
from tests import commands
from tests.commands import Run
from tests.screen.raw_reader import raw_reader

ASKED = ("query", "nation__yearly", "--format", "csv")
FILE = catalogue.DATA / "tables" / "co2.parquet"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "data"
    return Path(shutil.copytree(catalogue.DATA, folder))


@pytest.fixture(scope="module")
def own(data: Path) -> str:
    """A version in which the last CO2 of all places is a tenth more."""
    rows = pd.read_parquet(FILE)
    is_last = rows["year"] == rows["year"].max()
    rows.loc[is_last, "co2_t"] *= 1.1
    return own_versions.accept({"co2": rows}, Origin("bureau", "test"), data, data)


@pytest.fixture(scope="module")
def run(data: Path) -> Iterator[Run]:
    with commands.over(data) as run:
        yield run


def said(run: Run, *words: str, status: int = 0) -> str:
    done = run(*words)
    assert done.returncode == status, done.stderr
    return done.stdout if status == 0 else done.stderr


def published(run: Run) -> str:
    rows = csv.DictReader(io.StringIO(said(run, "versions", "--format", "csv")))
    [name] = [row["version"] for row in rows if row["is_published"] == "True"]
    return name


def publish(data: Path, version: str) -> None:
    """Publish a version as the command does, without the start of one."""
    own_versions.publish(version, own_versions.pointed(data), "bureau", "test", data)


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    port = server.free_port()
    command = [sys.executable, "-m", "carbonpeak", "serve", "--port", str(port)]
    health = f"http://127.0.0.1:{port}/_stcore/health"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARBONPEAK_DATA", str(data))
        with server.started(command, health):
            yield f"http://127.0.0.1:{port}"


def test_what_is_published_counts_for_commands_and_is_taken_back_to_the_digit(
    data: Path, own: str, run: Run
) -> None:
    before = said(run, *ASKED)
    assert published(run) == "shipped"
    assert own in said(run, "publish", own, "--who", "bureau", "--why", "2023", "--lang", "zh")
    assert published(run) == own
    assert said(run, *ASKED) != before
    assert "shipped" in said(run, "rollback", "--lang", "en")
    assert said(run, *ASKED) == before
    assert [one.who for one in own_versions.history(data)][0] == "bureau"


def test_a_reader_sees_with_the_next_click_what_was_published(
    data: Path, own: str, address: str
) -> None:
    shipped = catalogue.load(data).version
    with raw_reader(address) as reader:
        for version in (shipped, own, shipped):
            publish(data, "" if version == shipped else version)
            reader.open("overview", "lang=en")
            assert reader.faults == []
            assert f"Data version {version}" in " ".join(reader.texts)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("publish", "0123abcd"), "There is no version 0123abcd"),
        (("publish", "../tables"), "There is no version"),
        (("rollback",), "nothing to go back to"),
    ],
)
def test_what_cannot_be_published_is_said(
    data: Path, run: Run, words: tuple[str, ...], reason: str
) -> None:
    publish(data, "")
    assert reason in said(run, *words, "--lang", "en", status=1)


def test_two_versions_are_compared_by_table_cell_and_verdict(own: str, run: Run) -> None:
    tables = said(run, "compare", "shipped", own, "--format", "csv")
    [line] = csv.DictReader(io.StringIO(tables))
    assert (line["table"], line["added"], line["removed"]) == ("co2", "0", "0")
    cells = said(run, "compare", "shipped", own, "--table", "co2", "--format", "csv")
    changed = list(csv.DictReader(io.StringIO(cells)))
    assert len(changed) == int(line["changed"])
    assert all(
        float(one["after"]) == pytest.approx(1.1 * float(one["before"]))
        for one in changed
        if float(one["before"])
    )
    verdicts = said(run, "compare", "shipped", own, "--verdicts", "--format", "csv")
    flipped = list(csv.DictReader(io.StringIO(verdicts)))
    # A tenth more CO2 makes no province better, and touches no verdict on energy.
    assert flipped
    assert {one["verdict"] for one in flipped} <= {"co2", "peak"}


def test_what_cannot_be_compared_is_said(own: str, run: Run) -> None:
    assert "no version 0123" in said(run, "compare", "shipped", "0123", "--lang", "en", status=1)
    words = ("compare", "shipped", own, "--table", "none", "--lang", "en")
    assert "a table none" in said(run, *words, status=1)

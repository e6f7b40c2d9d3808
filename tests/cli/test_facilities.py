"""Facility rows by command: taken in, refused, published, discarded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from carbonpeak.data import catalogue, own_versions
from tests import tiny_data
from tests.incoming.facility.test_importing import HEADING, WHOLE


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tiny_data.write(tmp_path / "data")


def done(data: Path, command: str, *words: str) -> "subprocess.CompletedProcess[str]":
    call = [sys.executable, "-m", "carbonpeak", command, *words, "--lang", "en"]
    environment = {**os.environ, "CARBONPEAK_DATA": str(data)}
    return subprocess.run(
        call, cwd=catalogue.ROOT, env=environment, capture_output=True, text=True, check=False
    )


def sent(data: Path, lines: list[str]) -> str:
    file = data.parent / "rows.csv"
    file.write_text("\n".join([HEADING, *lines]) + "\n", encoding="utf-8")
    return str(file)


def test_rows_become_a_version_that_is_published(data: Path) -> None:
    ended = done(data, "import-facilities", sent(data, WHOLE), "--why", "trial", "--publish")
    assert ended.returncode == 0, ended.stderr
    assert f"{len(WHOLE)} rows read" in ended.stdout
    assert own_versions.pointed(data) in ended.stdout
    assert [one.why for one in own_versions.history(data)] == ["trial"]


def test_a_broken_row_refuses_the_file_and_leaves_nothing(data: Path) -> None:
    ended = done(data, "import-facilities", sent(data, [*WHOLE, WHOLE[0].replace("100", "many")]))
    assert ended.returncode == 1
    assert "Refused" in ended.stdout
    assert own_versions.listed(data) == {}


def test_a_version_that_was_never_published_is_discarded(data: Path) -> None:
    done(data, "import-facilities", sent(data, WHOLE))
    (version,) = own_versions.listed(data)
    ended = done(data, "discard-facilities", version)
    assert ended.returncode == 0, ended.stderr
    assert own_versions.listed(data) == {}
    assert done(data, "discard-facilities", version).returncode != 0

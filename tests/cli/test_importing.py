"""Own figures by command: tried, refused, confirmed, published."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from carbonpeak.data import catalogue, own_versions, owners
from tests.incoming import broken


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(catalogue.DATA, tmp_path_factory.mktemp("own") / "data"))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sent") / "value_added 2023.csv"
    file.write_bytes(broken.plain(broken.GOOD, encoding="gb18030"))
    return file


def done(data: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "carbonpeak", "import", *words, "--lang", "en"]
    environment = {**os.environ, "CARBONPEAK_DATA": str(data)}
    return subprocess.run(
        command, cwd=catalogue.ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_a_warning_without_a_reason_refuses_the_file(data: Path, good: Path) -> None:
    ended = done(data, "value_added", str(good))
    assert ended.returncode == 1
    assert "rules: coverage" in ended.stderr
    assert own_versions.listed(data) == {}


def test_a_trial_makes_no_version(data: Path, good: Path) -> None:
    ended = done(data, "value_added", str(good), "--confirm", "coverage=so", "--dry-run")
    assert ended.returncode == 0, ended.stderr
    assert "2 rows added, 0 replaced" in ended.stdout
    assert own_versions.listed(data) == {}


def test_a_folder_is_imported_published_and_taken_once(data: Path, good: Path) -> None:
    words = ("all", str(good.parent), "--confirm", "coverage=only two reported", "--who", "河北")
    ended = done(data, *words, "--publish")
    assert ended.returncode == 0, ended.stderr
    [(version, origin)] = own_versions.listed(data).items()
    assert own_versions.pointed(data) == version
    assert version in ended.stdout
    assert origin.who == "河北"
    # It stays, whoever makes the same one in a session that ends.
    [claim] = (data / "own" / "owners" / version).iterdir()
    assert claim.name == owners.digest(owners.COMMAND)
    again = done(data, *words)
    assert again.returncode == 1
    assert "no new version was made" in again.stderr


def test_a_file_that_is_gone_is_named(data: Path) -> None:
    ended = done(data, "value_added", str(data / "gone.csv"))
    assert ended.returncode == 1
    assert "gone.csv: it cannot be read (No such file or directory)" in ended.stdout

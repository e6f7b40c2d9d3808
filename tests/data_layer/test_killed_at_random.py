"""Killed at any moment: what a reader opens is one of the versions, whole, to the digit."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from carbonpeak.build import run
from carbonpeak.data import own_versions, publishing
from carbonpeak.data.own_versions import Origin
from carbonpeak.data.publishing import ASIDE
from carbonpeak.data.warehouse import Warehouse
from tests.build import tiny_sources
from tests.data_layer.killed_at_random import accept
from tests.data_layer.own_importer import VALUE, WHO, changed

# As often as was promised, and in a usual run.
KILLS, FEW = 50, 5
NAME = "reference/provinces.csv"


@pytest.fixture
def kills(in_full: bool) -> int:
    return KILLS if in_full else FEW


def killed(deed: str, data: Path, kills: int) -> list[tuple[str, float]]:
    """Kill a deed at random moments; return what a reader found after each."""
    words = (sys.executable, "-m", "tests.data_layer.killed_at_random", deed, data, str(kills))
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    found = [line.split() for line in told.splitlines()]
    return [(version, float(value)) for version, value in found]


def value(folder: Path) -> float:
    with closing(Warehouse(folder)) as warehouse:
        return float(warehouse.rows(VALUE).iloc[0, 0])


def left_aside(data: Path) -> list[Path]:
    return list(data.rglob(f"{ASIDE}*"))


@pytest.fixture
def data(tiny_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_folder, tmp_path / "data"))


def test_a_killed_import_changes_nothing_that_is_read(data: Path, kills: int) -> None:
    before = (own_versions.pointed(data), value(data))
    found = killed("accept", data, kills)
    assert len(found) == kills
    assert {one for _, one in found} == {before[1]}
    assert own_versions.pointed(data) == before[0]
    accept(data, 999)
    assert left_aside(data) == []


def test_killed_publishing_leaves_one_version_or_the_other(data: Path, kills: int) -> None:
    made = [
        own_versions.accept(changed(data, share), Origin(WHO, "test"), data, data)
        for share in (1.5, 2.5)
    ]
    known = {(one, value(own_versions.folder(one, data) or data)) for one in made}
    found = killed("publish", data, kills)
    assert len(found) == kills
    assert set(found) <= known
    own_versions.publish(made[0], own_versions.pointed(data), WHO, "test", data)
    assert left_aside(data) == []


def test_a_killed_build_leaves_the_tables_before_or_the_new_ones(
    tmp_path: Path, kills: int
) -> None:
    for turn in (0, 1):
        tiny_sources.write(tmp_path / f"sources{turn}")
    tiny_sources.edit(tmp_path / "sources1", NAME, "Anhui,安徽", "An-hui,安徽")
    data = tmp_path / "data"
    data.mkdir()
    known = {run.build_all(tmp_path / f"sources{turn}", data)[0].version for turn in (1, 0)}
    found = killed("build", data, kills)
    assert len(found) == kills
    assert {version for version, _ in found} <= known
    with publishing.alone(data):
        pass
    assert left_aside(data) == []
    assert run.build_all(tmp_path / "sources0", data)[0].version in known

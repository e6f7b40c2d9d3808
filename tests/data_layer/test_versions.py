"""Earlier versions of the tables: kept with a change, opened again, the oldest let go."""

import os
import shutil
from pathlib import Path

import pytest

from carbonpeak.build import run
from carbonpeak.data import catalogue, versions
from carbonpeak.data.warehouse import Warehouse
from tests.build import tiny_sources
from tests.build.tiny_sources import edit


@pytest.fixture
def data(tiny_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_folder, tmp_path / "data"))


def test_a_kept_version_is_whole_and_opens(data: Path) -> None:
    version = catalogue.load(data).version
    versions.keep(version, data)
    kept = versions.folder(version, data)
    assert kept is not None
    warehouse = Warehouse(kept)
    assert warehouse.catalogue.version == version
    warehouse.close()


@pytest.mark.parametrize("version", ["00000000", "", "../tables"])
def test_what_was_not_kept_is_not_there(data: Path, version: str) -> None:
    assert versions.folder(version, data) is None


def test_the_oldest_copies_go(data: Path) -> None:
    names = [f"{number:08d}" for number in range(versions.KEPT + 2)]
    for age, name in enumerate(names):
        versions.keep(name, data)
        os.utime(data / "versions" / name, (age, age))
    assert [versions.folder(name, data) is not None for name in names] == [
        *[False] * 2,
        *[True] * versions.KEPT,
    ]


def test_a_build_keeps_the_tables_it_changes_and_only_those(tmp_path: Path) -> None:
    data, sources = tmp_path / "data", tiny_sources.write(tmp_path / "sources")
    data.mkdir()
    first, _ = run.build_all(sources, data)
    run.build_all(sources, data)
    assert versions.folder(first.version, data) is None
    edit(sources, "reference/provinces.csv", "Anhui,安徽", "An-hui,安徽")
    second, _ = run.build_all(sources, data)
    assert second.version != first.version
    kept = versions.folder(first.version, data)
    assert kept is not None
    assert catalogue.load(kept) == first

"""Earlier versions of the tables: kept with a change, opened again, the oldest let go."""

import os
import shutil
from pathlib import Path

import pytest

from carbonpeak.build import run
from carbonpeak.data import catalogue, versions
from carbonpeak.data.catalogue import CatalogueError
from carbonpeak.data.publishing import ASIDE
from carbonpeak.data.warehouse import Warehouse, WarehouseError
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


@pytest.mark.parametrize("version", ["00000000", "", "../tables", ".."])
def test_what_was_not_kept_is_not_there(data: Path, version: str) -> None:
    assert versions.folder(version, data) is None


def test_tables_under_the_name_of_another_version_are_refused(data: Path) -> None:
    versions.keep("0123abcd", data)
    with pytest.raises(CatalogueError, match=r"versions/0123abcd holds .* [0-9a-f]{8}, not"):
        versions.folder("0123abcd", data)


def test_a_kept_version_that_was_altered_is_refused(data: Path) -> None:
    version = catalogue.load(data).version
    versions.keep(version, data)
    kept = versions.folder(version, data)
    assert kept is not None
    file = kept / "tables" / "fuels.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("Coke", "Koks"), encoding="utf-8")
    with pytest.raises(WarehouseError, match=r"tables/fuels\.csv: its content does not match"):
        Warehouse(kept)


def test_the_oldest_copies_go_and_what_was_never_whole(data: Path) -> None:
    names = [f"{number:08d}" for number in range(versions.KEPT + 2)]
    for age, name in enumerate(names):
        versions.keep(name, data)
        os.utime(data / "versions" / name, (age, age))
    (data / "versions" / f"{ASIDE}0123abcd" / "tables").mkdir(parents=True)
    versions.let_go(data)
    assert {one.name for one in (data / "versions").iterdir()} == {*names[2:]}


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

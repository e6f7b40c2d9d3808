"""The build: all tables from all sources, sealed, and a text that says what changed."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from carbonpeak.build import facilities, run
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError
from carbonpeak.data import catalogue, queries, versions
from carbonpeak.data.catalogue import Catalogue
from carbonpeak.data.warehouse import Warehouse
from tests.build import tiny_sources
from tests.build.tiny_sources import edit


class Built(NamedTuple):
    """A data folder just built, its catalogue, and what the build said."""

    data: Path
    catalogue: Catalogue
    said: str


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A first build, to be read only."""
    folder = tmp_path_factory.mktemp("fresh")
    data = folder / "data"
    data.mkdir()
    return Built(data, *run.build_all(tiny_sources.write(folder / "sources"), data))


@pytest.fixture
def data(fresh: Built, tmp_path: Path) -> Path:
    """A copy of what the first build left, to be built anew from the same sources."""
    return Path(shutil.copytree(fresh.data, tmp_path / "data"))


@pytest.fixture
def first(fresh: Built) -> Catalogue:
    """The catalogue of the first build."""
    return fresh.catalogue


def test_the_built_folder_opens_and_answers(fresh: Built) -> None:
    data, built, _ = fresh
    warehouse = Warehouse(data)
    assert warehouse.catalogue == built
    rows = queries.run(warehouse, queries.shipped()["regions__yearly"], {"first_year": 2020})
    anhui = rows[(rows["region_code"] == "340000") & (rows["year"] == 2020)].iloc[0]
    # 6 + 1 + 1 + 1 units of raw coal, 4 of coke and 5 of electricity, agriculture left out.
    assert anhui["energy_tce"] == 9 * 5_000 + 4 * 10_000 + 5 * 1_000
    assert anhui["value_added_real_cny"] == 60e8
    warehouse.close()


def test_every_declared_table_is_written_and_sealed(fresh: Built) -> None:
    data, built, _ = fresh
    names = [table.name for table in built.tables]
    assert len(names) == len(set(names)) == len(run.BUILDERS) + 1
    assert names[-1] == "faults"
    for table in built.tables:
        assert catalogue.checksum(data / table.path) == table.sha256
        # The rows of facilities come from readers: as shipped there is none.
        assert (table.row_count > 0) == (table.name != facilities.TABLE.name)
    assert built.version == catalogue.version_of(built.tables)


def test_the_first_build_says_all_is_new(fresh: Built) -> None:
    lines = fresh.said.splitlines()
    assert lines[0] == "new: regions, 6 rows"
    assert len(lines) == len(run.BUILDERS) + 1


def test_a_second_build_changes_nothing(sources_folder: Path, data: Path, first: Catalogue) -> None:
    second, said = run.build_all(sources_folder, data)
    assert said == "no table changed"
    assert second == first


def test_a_changed_source_changes_its_table_and_the_version(
    sources_folder: Path, data: Path, first: Catalogue
) -> None:
    edit(sources_folder, "reference/provinces.csv", "Anhui,安徽", "An-hui,安徽")
    second, said = run.build_all(sources_folder, data)
    assert said == "changed: regions, 6 -> 6 rows"
    assert second.version != first.version
    assert f"`{second.version}`" in (data / "README.md").read_text(encoding="utf-8")


def test_more_rows_are_said() -> None:
    table = run.BUILDERS[0][0]
    before = Catalogue("", (replace(table, sha256="a", row_count=1_000),))
    after = Catalogue("", (replace(table, sha256="b", row_count=1_234),))
    assert run.changes(before, after) == "changed: regions, 1,000 -> 1,234 rows"


def test_a_table_that_is_gone_is_said() -> None:
    table = run.BUILDERS[0][0]
    assert run.changes(Catalogue("", (table,)), Catalogue("", ())) == "gone: regions"


def test_a_fault_stops_the_build_before_anything_is_written(
    sources_folder: Path, data: Path
) -> None:
    before = {file: file.read_bytes() for file in data.rglob("*") if file.is_file()}
    edit(sources_folder, "reference/provinces.csv", "Anhui,安徽", "An-hui,安徽")
    edit(sources_folder, "official/06_energy_by_subsector_2012_2020.csv", "10^4 tce", "10^3 tce")
    with pytest.raises(BuildError, match="column unit"):
        run.build_all(sources_folder, data)
    assert {file: file.read_bytes() for file in data.rglob("*") if file.is_file()} == before


def test_tables_altered_by_hand_are_not_kept_as_a_version(
    sources_folder: Path, data: Path, first: Catalogue
) -> None:
    edit(data, "tables/fuels.csv", "Coke", "Koks")
    edit(sources_folder, "reference/provinces.csv", "Anhui,安徽", "An-hui,安徽")
    second, said = run.build_all(sources_folder, data)
    assert said.splitlines()[0] == "not kept as an earlier version: fuels altered by hand"
    assert versions.folder(first.version, data) is None
    assert catalogue.load(data) == second


def test_tables_altered_by_hand_are_mended_by_a_build(
    sources_folder: Path, data: Path, first: Catalogue
) -> None:
    edit(data, "tables/fuels.csv", "Coke", "Koks")
    again, _ = run.build_all(sources_folder, data)
    assert again == first
    assert all(catalogue.is_declared(table, data) for table in again.tables)


def test_a_damaged_catalogue_is_mended_by_the_build_it_asks_for(
    sources_folder: Path, data: Path, first: Catalogue
) -> None:
    (data / "datapackage.json").write_text("{", encoding="utf-8")
    again, said = run.build_all(sources_folder, data)
    assert again == first == catalogue.load(data)
    assert said.startswith("not kept as an earlier version: datapackage.json is damaged")


def test_a_missing_source_file_is_named(sources_folder: Path, data: Path) -> None:
    (sources_folder / "nbs" / "gdp_by_province.csv").unlink()
    with pytest.raises(BuildError, match=r"source file nbs/gdp_by_province\.csv is missing from"):
        run.build_all(sources_folder, data)


def test_a_missing_folder_says_how_to_name_another(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"does not exist\. Name another by RAW="):
        run.build_all(tmp_path / "nowhere", tmp_path)


def test_the_readme_explains_every_table_and_column(fresh: Built) -> None:
    data, built, _ = fresh
    text = (data / "README.md").read_text(encoding="utf-8")
    for table in built.tables:
        assert f"## {table.name}: {table.title.en} ({table.title.zh})" in text
        for field in table.fields:
            assert f"| {field.name} | {field.type} | {field.unit} | {field.meaning.en}" in text


def test_every_fact_names_a_source_that_is_listed(sources_folder: Path) -> None:
    built = {table.name: frame for table, frame in run.frames(Raw(sources_folder))}
    listed = set(built["sources"]["source_id"])
    for name, frame in built.items():
        if "source_id" in frame:
            assert set(frame["source_id"].dropna()) <= listed, name

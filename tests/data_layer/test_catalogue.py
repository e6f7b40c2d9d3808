"""The catalogue: what is written is read again, and a damaged file says so."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from carbonpeak.data import catalogue
from carbonpeak.data.catalogue import Catalogue, CatalogueError, Field, Table, Text, version_of

YEAR = Field("year", "integer", "", Text("年份", "calendar year"))
ENERGY = Field("energy_tce", "number", "tce", Text("能源", "energy"), required=False)
ONE = Table(
    "energy",
    Text("能源", "Energy"),
    (YEAR, ENERGY),
    ("year",),
    foreign=(("region_code", "regions"),),
    licence="CC0",
    citation="made by hand",
    sha256="ab12",
    row_count=3,
)
OTHER = Table("regions", Text("地区", "Regions"), (YEAR,), ("year",), format="csv", sha256="cd34")


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    saved = Catalogue("1a2b3c4d", (ONE, OTHER))
    catalogue.save(saved, tmp_path)
    assert catalogue.load(tmp_path) == saved


def test_the_shipped_catalogue_is_loaded_and_saved_unchanged(tmp_path: Path) -> None:
    catalogue.save(catalogue.load(), tmp_path)
    shipped = (catalogue.DATA / "datapackage.json").read_text(encoding="utf-8")
    assert (tmp_path / "datapackage.json").read_text(encoding="utf-8") == shipped


def test_the_shipped_files_are_the_declared_ones() -> None:
    shipped = catalogue.load()
    assert shipped.version == version_of(shipped.tables)
    wrong = [
        table.name
        for table in shipped.tables
        if catalogue.checksum(catalogue.DATA / table.path) != table.sha256
    ]
    assert wrong == []
    files = {file.name for file in (catalogue.DATA / "tables").iterdir()}
    assert files == {Path(table.path).name for table in shipped.tables}


def test_the_file_keeps_the_frictionless_shape(tmp_path: Path) -> None:
    catalogue.save(Catalogue("1a2b3c4d", (ONE,)), tmp_path)
    text = (tmp_path / "datapackage.json").read_text(encoding="utf-8")
    resource = json.loads(text)["resources"][0]
    assert resource["path"] == "tables/energy.parquet"
    assert resource["hash"] == "sha256:ab12"
    assert resource["schema"]["primaryKey"] == ["year"]
    assert resource["schema"]["fields"][1]["unit"] == "tce"
    assert "年份" in text


def test_a_table_is_found_by_name() -> None:
    both = Catalogue("", (ONE, OTHER))
    assert both.table("regions") is OTHER
    with pytest.raises(KeyError):
        both.table("nowhere")


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"datapackage\.json is missing.*Restore.*`make data`"):
        catalogue.load(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"version": "x"}',
        b'{"resources": [{"name": "a"}], "version": "x"}',
        b'{"resources": [7], "version": "x"}',
        b"\xff\xfe",
    ],
)
def test_a_damaged_file_says_so(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "datapackage.json").write_bytes(text)
    with pytest.raises(CatalogueError, match=r"datapackage\.json is damaged .*`make data`"):
        catalogue.load(tmp_path)


@pytest.mark.parametrize(
    ("part", "value"),
    [("licenses", []), ("sources", []), ("hash", None), ("schema", {}), ("title_zh", ...)],
)
def test_a_resource_with_a_part_missing_is_damaged(
    tmp_path: Path, part: str, value: object
) -> None:
    catalogue.save(Catalogue("1a2b3c4d", (ONE,)), tmp_path)
    file = tmp_path / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    if value is ...:
        del package["resources"][0][part]
    else:
        package["resources"][0][part] = value
    file.write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(CatalogueError, match="is damaged"):
        catalogue.load(tmp_path)


def test_the_version_is_lost_with_the_file(tmp_path: Path) -> None:
    catalogue.save(Catalogue("1a2b3c4d", (ONE,)), tmp_path)
    file = tmp_path / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    del package["version"]
    file.write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(CatalogueError, match="is damaged"):
        catalogue.load(tmp_path)


def test_the_version_changes_with_any_table_and_with_nothing_else() -> None:
    before = version_of((ONE, OTHER))
    assert len(before) == 8
    assert version_of((replace(ONE, title=Text("", "")), OTHER)) == before
    assert version_of((replace(ONE, sha256="ab13"), OTHER)) != before
    assert version_of((ONE, replace(OTHER, sha256="cd35"))) != before
    assert version_of((ONE,)) != before
    assert version_of((replace(ONE, name="energy2"), OTHER)) != before


def test_a_sealed_table_knows_its_file(tmp_path: Path) -> None:
    file = tmp_path / "energy.parquet"
    file.write_bytes(b"abc")
    sealed = ONE.sealed(file, 7)
    # SHA-256 of "abc", as FIPS 180-2 gives it.
    assert sealed.sha256.startswith("ba7816bf8f01cfea")
    assert sealed.row_count == 7
    assert replace(sealed, sha256="ab12", row_count=3) == ONE

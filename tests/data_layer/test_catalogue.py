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
    foreign=(("year", "regions"),),
    licence="CC0",
    citation="made by hand",
    sha256="ab12" * 16,
    row_count=3,
)
OTHER = Table(
    "regions", Text("地区", "Regions"), (YEAR,), ("year",), format="csv", sha256="cd34" * 16
)


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    saved = Catalogue(version_of((ONE, OTHER)), (ONE, OTHER))
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
    catalogue.save(Catalogue(version_of((ONE,)), (ONE,)), tmp_path)
    text = (tmp_path / "datapackage.json").read_text(encoding="utf-8")
    resource = json.loads(text)["resources"][0]
    assert resource["path"] == "tables/energy.parquet"
    assert resource["hash"] == "sha256:" + "ab12" * 16
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


def spoil(folder: Path, *places: str | int, value: object) -> None:
    """Set one value of the catalogue of ONE; the last place says where, ``...`` takes it out."""
    catalogue.save(Catalogue(version_of((ONE,)), (ONE,)), folder)
    file = folder / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    holder = package
    for place in places[:-1]:
        holder = holder[place]
    if value is ...:
        del holder[places[-1]]
    else:
        holder[places[-1]] = value
    file.write_text(json.dumps(package), encoding="utf-8")


TABLE = ("resources", 0)
SCHEMA = (*TABLE, "schema")
COLUMN = (*SCHEMA, "fields", 0)


@pytest.mark.parametrize(
    ("places", "value", "named"),
    [
        ((*TABLE, "licenses"), [], "index"),
        ((*TABLE, "sources"), [], "index"),
        ((*TABLE, "hash"), None, "energy: hash"),
        ((*TABLE, "hash"), "sha256:ab12", "is no SHA-256"),
        ((*TABLE, "schema"), {}, "fields"),
        ((*TABLE, "title_zh"), ..., "title_zh"),
        ((*TABLE, "title"), None, "energy: title: None is no text"),
        ((*TABLE, "name"), "energy table", "'energy table'"),
        ((*TABLE, "name"), 7, "name of a table: 7"),
        ((*TABLE, "path"), "../../etc/passwd", "path '../../etc/passwd' instead of"),
        ((*TABLE, "format"), "xlsx", "energy: format: 'xlsx'"),
        ((*TABLE, "row_count"), "3", "row_count: '3' is no count"),
        ((*TABLE, "row_count"), True, "row_count: True"),
        ((*TABLE, "row_count"), -1, "row_count: -1"),
        ((*SCHEMA, "primaryKey"), "year", "primaryKey: 'year' is no list"),
        ((*SCHEMA, "primaryKey"), [], "key of energy: nothing"),
        ((*SCHEMA, "primaryKey"), ["month"], "key of no column 'month'"),
        ((*SCHEMA, "primaryKey"), ["year", "year"], "key of energy: year, year"),
        ((*SCHEMA, "foreignKeys", 0, "fields"), "month", "key of no column 'month'"),
        ((*COLUMN, "type"), "date", "energy.year: type: 'date'"),
        ((*COLUMN, "name"), "energy_tce", "columns of energy"),
        ((*COLUMN, "name"), "year; drop", "'year; drop'"),
        ((*COLUMN, "unit"), None, "energy.year: unit"),
        ((*COLUMN, "constraints", "required"), "true", "energy.year: required: 'true'"),
        ((*COLUMN, "constraints", "required"), 1, "energy.year: required: 1"),
        (("resources",), [], "resources: nothing"),
        (("resources",), 7, "iterable"),
        (("version",), ..., "version"),
        (("version",), None, "version: None is no text"),
        (("version",), 1, "version: 1 is no text"),
        (("version",), "", "version: '' is no text"),
    ],
)
def test_a_value_that_is_not_as_it_must_be_is_named(
    tmp_path: Path, places: tuple[str | int, ...], value: object, named: str
) -> None:
    spoil(tmp_path, *places, value=value)
    with pytest.raises(CatalogueError, match="is damaged") as caught:
        catalogue.load(tmp_path)
    assert named in str(caught.value)


def test_a_table_twice_is_damaged(tmp_path: Path) -> None:
    catalogue.save(Catalogue(version_of((ONE, ONE)), (ONE, ONE)), tmp_path)
    with pytest.raises(CatalogueError, match="resources: energy, energy"):
        catalogue.load(tmp_path)


@pytest.mark.parametrize("places", [("version",), (*TABLE, "hash")])
def test_a_version_that_its_checksums_do_not_make_is_refused(
    tmp_path: Path, places: tuple[str | int, ...]
) -> None:
    spoil(tmp_path, *places, value="0123abcd" if len(places) == 1 else "sha256:" + "0" * 64)
    with pytest.raises(CatalogueError, match="checksums it lists make version"):
        catalogue.load(tmp_path)


def test_a_folder_in_place_of_the_file_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").mkdir()
    with pytest.raises(CatalogueError, match="is damaged"):
        catalogue.load(tmp_path)


def test_brackets_without_end_are_damaged(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(CatalogueError, match="is damaged"):
        catalogue.load(tmp_path)


def test_the_version_changes_with_any_table_and_with_nothing_else() -> None:
    before = version_of((ONE, OTHER))
    assert len(before) == 8
    assert version_of((replace(ONE, title=Text("", "")), OTHER)) == before
    assert version_of((replace(ONE, sha256="ab13" * 16), OTHER)) != before
    assert version_of((ONE, replace(OTHER, sha256="cd35" * 16))) != before
    assert version_of((ONE,)) != before
    assert version_of((replace(ONE, name="energy2"), OTHER)) != before


def test_a_sealed_table_knows_its_file(tmp_path: Path) -> None:
    file = tmp_path / "energy.parquet"
    file.write_bytes(b"abc")
    sealed = ONE.sealed(file, 7)
    # SHA-256 of "abc", as FIPS 180-2 gives it.
    assert sealed.sha256.startswith("ba7816bf8f01cfea")
    assert sealed.row_count == 7
    assert replace(sealed, sha256=ONE.sha256, row_count=3) == ONE

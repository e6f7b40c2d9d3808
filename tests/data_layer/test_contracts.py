"""Faults of a whole installation, tables and queries: each is a sentence before anybody asks.

Faults of the catalogue alone stand in ``test_catalogue``, of source files in ``tests/build``.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import contracts, queries, warehouse
from carbonpeak.data.dataset import DATA_ERRORS
from carbonpeak.data.queries import FOLDER, QueryError
from carbonpeak.data.warehouse import Warehouse
from tests.sealed import seal

Spoil = Callable[[Path], object]
REGIONS = "queries/regions__all.sql"
SUMMARY = "queries/summaries/industry_moves.sql"
CHECK = "queries/checks/negative_co2.sql"


def opened(root: Path) -> None:
    """Do with an installation what a server does before its first page."""
    with closing(Warehouse(root / "data", root / "queries" / "summaries")) as one:
        contracts.require(one.catalogue, root / "queries")
        one.load_all()


@pytest.fixture
def root(tiny_folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(tiny_folder, tmp_path / "data")
    shutil.copytree(FOLDER, tmp_path / "queries")
    return tmp_path


def put(place: str, old: str, new: str) -> Spoil:
    def spoil(root: Path) -> None:
        text = (root / place).read_text(encoding="utf-8")
        assert old in text
        (root / place).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def add(place: str, text: str) -> Spoil:
    def spoil(root: Path) -> None:
        with (root / place).open("a", encoding="utf-8") as file:
            file.write(text)

    return spoil


def write(place: str, content: bytes) -> Spoil:
    return lambda root: (root / place).write_bytes(content)


def remove(place: str) -> Spoil:
    def spoil(root: Path) -> None:
        target = root / place
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    return spoil


def as_folder(place: str) -> Spoil:
    def spoil(root: Path) -> None:
        (root / place).unlink()
        (root / place).mkdir()

    return spoil


def rows(table: str, change: Callable[[pd.DataFrame], pd.DataFrame]) -> Spoil:
    """Write a Parquet table with other rows, as pandas does."""

    def spoil(root: Path) -> None:
        file = root / "data" / "tables" / f"{table}.parquet"
        change(pd.read_parquet(file)).to_parquet(file, index=False)

    return spoil


def times(column: str, factor: float) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda frame: frame.assign(**{column: frame[column] * factor})


def after(*steps: Spoil) -> Spoil:
    def spoil(root: Path) -> None:
        for step in steps:
            step(root)

    return spoil


def sealed(root: Path) -> None:
    seal(root / "data")


def csv(name: str) -> str:
    return f"data/tables/{name}.csv"


ALTERED = "its content does not match its checksum in the catalogue"
FAULTS: dict[str, tuple[Spoil, str]] = {
    # Tables that would pass everything but their checksum
    "a cell of GDP": (put(csv("gdp"), "published", "derived"), f"tables/gdp.csv: {ALTERED}"),
    "energy of divisions times 1.07": (
        rows("energy_division", times("energy_tce", 1.07)),
        f"tables/energy_division.parquet: {ALTERED}",
    ),
    "CO2 times 1.05": (rows("co2", times("co2_t", 1.05)), f"tables/co2.parquet: {ALTERED}"),
    "a digit of a target": (put(csv("targets"), "13.5", "3.5"), f"tables/targets.csv: {ALTERED}"),
    "official statistics times two": (
        rows("official_statistics", times("value", 2.0)),
        f"tables/official_statistics.parquet: {ALTERED}",
    ),
    "rewritten without a change": (
        rows("energy", lambda frame: frame),
        f"tables/energy.parquet: {ALTERED}",
    ),
    "a blank line more": (add(csv("fuels"), "\n"), f"tables/fuels.csv: {ALTERED}"),
    "line ends of Windows": (
        lambda root: (root / csv("fuels")).write_bytes(
            (root / csv("fuels")).read_bytes().replace(b"\n", b"\r\n")
        ),
        f"tables/fuels.csv: {ALTERED}",
    ),
    # Tables that are no tables of ours
    "a table gone": (remove(csv("fuels")), "tables/fuels.csv: the table file is missing"),
    "a folder in place of a table": (
        as_folder(csv("fuels")),
        "fuels.csv: the table file is missing",
    ),
    "all tables gone": (remove("data/tables"), "the table file is missing"),
    "a table of no bytes": (write(csv("fuels"), b""), "tables/fuels.csv: "),
    "a table of UTF-16": (
        write(csv("fuels"), "fuel_code\nkohle\n".encode("utf-16")),
        "tables/fuels.csv: ",
    ),
    "a table of GB18030": (
        lambda root: (root / csv("fuels")).write_bytes(
            (root / csv("fuels")).read_text(encoding="utf-8").encode("gb18030")
        ),
        "tables/fuels.csv: ",
    ),
    "Parquet of no use": (
        write("data/tables/co2.parquet", b"PAR1PAR1"),
        "tables/co2.parquet: cannot be read as declared",
    ),
    "sealed with a table without rows": (
        after(rows("co2", lambda frame: frame.head(0)), sealed),
        "tables/co2.parquet: 0 rows instead of",
    ),
    "sealed with a key twice": (
        after(rows("co2", lambda frame: pd.concat([frame, frame.head(1)])), sealed),
        "tables/co2.parquet, column year, region_code, sector_code, fuel_code: is not unique",
    ),
    # Query files
    "the folder of queries gone": (remove("queries"), "queries/names.txt is missing or empty"),
    "the list of queries gone": (
        remove("queries/names.txt"),
        "queries/names.txt is missing or empty",
    ),
    "the list of queries empty": (write("queries/names.txt", b"\n"), "missing or empty"),
    "a query gone": (remove(REGIONS), "queries/regions__all.sql is missing; queries/names.txt"),
    "a check gone": (remove(CHECK), "queries/checks/negative_co2.sql is missing"),
    "a summary gone": (remove(SUMMARY), "queries/summaries/industry_moves.sql is missing"),
    "a query more": (
        write("queries/own__query.sql", b"select 1"),
        "queries/own__query.sql is not listed in queries/names.txt",
    ),
    "a query with a blank in its name": (
        write("queries/own query.sql", b"select 1"),
        "queries/own query.sql is not listed",
    ),
    "a query not in UTF-8": (write(REGIONS, b"-- \xff\xfe"), "regions__all.sql: cannot be read"),
    "a summary not in UTF-8": (write(SUMMARY, b"-- \xff"), "industry_moves.sql: cannot be read"),
    "a folder in place of a query": (as_folder(REGIONS), "regions__all.sql: cannot be read"),
    "a query of no bytes": (write(REGIONS, b""), "regions__all.sql: cannot be read"),
    "a query of two statements": (
        add(REGIONS, ";\nselect 1\n"),
        "regions__all.sql: cannot be read (a query file holds one select and nothing else)",
    ),
    "a summary of two statements": (
        add(SUMMARY, ";\ncopy regions to 'stolen.csv'\n"),
        "industry_moves.sql: cannot be read (a query file holds one select and nothing else)",
    ),
    "a query that is no SQL": (put(REGIONS, "select", "selekt"), "cannot be read (Parser Error"),
    "a summary that is no SQL": (put(SUMMARY, "select", "selekt"), "cannot be read (Parser Error"),
    "a query without a sentence": (
        lambda root: (root / REGIONS).write_text(
            "-- Grain: a\n-- Returns:\n--   a: b\n-- Tables: regions\nselect 1 as a", "utf-8"
        ),
        "regions__all.sql: the header lacks its sentence",
    ),
    "two grains": (
        put(REGIONS, "-- Grain:", "-- Grain: region_code\n-- Grain:"),
        "regions__all.sql: the header has Grain more than once",
    ),
    "a grain that is not returned": (
        put(REGIONS, "-- Grain: region_code", "-- Grain: month"),
        "regions__all.sql: the header names a grain that is not returned: month",
    ),
    "a parameter nobody uses": (
        put(REGIONS, "-- Returns:", "-- Params:\n--   year: integer, a year\n-- Returns:"),
        "regions__all.sql: the header does not fit: parameters declared ['year'], used []",
    ),
    "a header that names another column": (
        put(REGIONS, "--   region_code:", "--   code:"),
        "names a grain that is not returned",
    ),
    "a header without one column": (
        put(REGIONS, "--   name_zh:", "--   nothing here,"),
        "queries/regions__all.sql returns the columns region_code,",
    ),
    "a query of an unknown table": (
        put(REGIONS, "from regions", "from provinces"),
        "queries/regions__all.sql does not fit the tables of this data version (Catalog Error",
    ),
    "a query of an unknown column": (
        put(REGIONS, "select", "select colour,"),
        "queries/regions__all.sql does not fit the tables of this data version (Binder Error",
    ),
    "a query that reads the machine": (
        put(REGIONS, "from regions", "from read_text('/etc/passwd'), regions"),
        "queries/regions__all.sql does not fit the tables of this data version (Permission Error",
    ),
    "a check that is broken": (
        put(CHECK, "co2_t", "co2_lb"),
        "queries/checks/negative_co2.sql",
    ),
    "a summary that is broken": (
        put(SUMMARY, "from industry_cells", "from industry_sells"),
        "queries/summaries/industry_moves.sql does not fit",
    ),
    "summaries that need each other": (
        put("queries/summaries/industry_cells.sql", "-- Tables: ", "-- Tables: industry_moves, "),
        "Queries need each other in a circle",
    ),
    "a table that the queries need not in the catalogue": (
        lambda root: seal(root / "data", without=("regions",)),
        "queries/regions__all.sql does not fit",
    ),
}


@pytest.mark.parametrize(("spoil", "sentence"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_a_sentence_before_the_first_page(
    root: Path, spoil: Spoil, sentence: str
) -> None:
    spoil(root)
    with pytest.raises(DATA_ERRORS) as caught:
        opened(root)
    assert sentence in str(caught.value)
    assert str(root) not in str(caught.value)
    assert caught.value.text.zh != caught.value.text.en
    assert not (root / "stolen.csv").exists()


def test_what_is_whole_opens(root: Path) -> None:
    opened(root)


def test_all_faults_of_queries_are_said_at_once(root: Path) -> None:
    FAULTS["a query gone"][0](root)
    FAULTS["a summary that is broken"][0](root)
    FAULTS["a query more"][0](root)
    with closing(Warehouse(root / "data")) as one, pytest.raises(QueryError) as caught:
        contracts.require(one.catalogue, root / "queries")
    lines = str(caught.value).splitlines()
    assert [line.split()[0] for line in lines[:2]] == [
        "queries/regions__all.sql",
        "queries/own__query.sql",
    ]
    assert any(line.startswith("queries/summaries/industry_moves.sql") for line in lines[2:])


def test_a_summary_of_two_statements_runs_neither(root: Path) -> None:
    add(SUMMARY, ";\ncreate table stolen as from regions\n")(root)
    with closing(Warehouse(root / "data", root / "queries" / "summaries")) as one:
        with pytest.raises(warehouse.WarehouseError, match="one select and nothing else"):
            one.rows("select * from industry_moves")
        assert "stolen" not in one.rows("select table_name from duckdb_tables()").values


def test_what_fails_only_when_it_runs_is_a_sentence_too(root: Path) -> None:
    query = queries.Query(
        "own", "x", (), (), (), (), "select cast(name_zh as integer) from regions"
    )
    said = r"The query own failed \(Conversion Error.*check"
    with closing(Warehouse(root / "data")) as one, pytest.raises(QueryError, match=said):
        queries.run(one, query)

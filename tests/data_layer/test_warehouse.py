"""The warehouse: what it loads when, what it refuses and how it says so, locked and shared."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import duckdb
import pandas as pd
import pytest

from carbonpeak.data import catalogue, queries, warehouse
from carbonpeak.data.catalogue import Catalogue, CatalogueError
from carbonpeak.data.warehouse import Warehouse, WarehouseError
from tests import tiny_data
from tests.sealed import seal


def edit(folder: Path, table: str, old: str, new: str) -> None:
    """Change the text of a CSV table of a data folder by hand, as a careless editor would."""
    file = folder / "tables" / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(folder: Path) -> str:
    """Return the sentence with which the folder is refused, as soon as it is opened."""
    with pytest.raises(WarehouseError) as caught:
        Warehouse(folder)
    return str(caught.value)


def late_refusal(folder: Path) -> str:
    """Return the sentence for a folder whose catalogue is of these very files."""
    seal(folder)
    with closing(Warehouse(folder)) as one, pytest.raises(WarehouseError) as caught:
        one.load_all()
    return str(caught.value)


def loaded(one: Warehouse) -> set[str]:
    """Return the tables and summaries that are there already."""
    return set(one.rows("select table_name from duckdb_tables()")["table_name"])


def needed(query: queries.Query) -> set[str]:
    """Return the tables and summaries that a query needs by the headers, with what those need."""
    tables = set(query.tables)
    return tables.union(*(needed(SUMMED[name]) for name in tables & set(SUMMED)))


def without_table(folder: Path, name: str) -> Path:
    """Take a table out of the catalogue of a data folder, as in a version that never had it."""
    seal(folder, without=(name,))
    return folder


def summaries_of(folder: Path, **selects: str) -> Path:
    """Write a folder of summaries."""
    folder.mkdir()
    for name, sql in selects.items():
        (folder / f"{name}.sql").write_text(sql, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_data.write(tmp_path / "data")


@pytest.fixture
def fresh(tiny_folder: Path) -> Iterator[Warehouse]:
    """A warehouse over the hand-made tables that nobody has asked yet."""
    with closing(Warehouse(tiny_folder)) as one:
        yield one


SUMMED = queries.load(warehouse.SUMMARIES)
QUERIES = {**queries.shipped(), **queries.checks()}
THREADS = 6
FREE = {name: query for name, query in QUERIES.items() if not any(p.required for p in query.params)}


def test_every_table_and_summary_is_there(tiny: Warehouse) -> None:
    tiny.load_all()
    declared = {table.name for table in tiny.catalogue.tables}
    assert loaded(tiny) == declared | {file.stem for file in warehouse.SUMMARIES.glob("*.sql")}


def test_types_are_the_declared_ones(tiny: Warehouse) -> None:
    tiny.load_all()
    found = tiny.rows("select table_name, column_name, data_type from duckdb_columns()")
    types = found.set_index(["table_name", "column_name"])["data_type"]
    for table in tiny.catalogue.tables:
        for field in table.fields:
            assert types[table.name, field.name].lower() == warehouse.TYPES[field.type]


def test_codes_keep_their_zeros_and_empty_cells_are_missing(tiny: Warehouse) -> None:
    nation = tiny.rows("select region_code, area_code from regions where region_code = '000000'")
    assert len(nation) == 1
    assert nation["area_code"].isna().all()


def test_a_missing_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"datapackage\.json is missing.*`make data`"):
        Warehouse(tmp_path)


@pytest.mark.parametrize("name", ["fuels.csv", "co2.parquet"])
def test_a_missing_table_file_is_named(folder: Path, name: str) -> None:
    (folder / "tables" / name).unlink()
    said = refusal(folder)
    assert f"{name}: the table file is missing" in said
    assert "make data" in said


def test_a_table_cut_short_is_refused(folder: Path) -> None:
    file = folder / "tables" / "value_added.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:-2]), encoding="utf-8")
    assert "value_added.csv: 7 rows instead of 9; the file is cut short" in refusal(folder)


def test_a_table_with_rows_added_by_hand_is_refused(folder: Path) -> None:
    edit(folder, "series_breaks", "2022,360000", "2020,360000,x,ceads-energy\n2022,360000")
    assert "series_breaks.csv: 2 rows instead of 1" in refusal(folder)


@pytest.mark.parametrize(
    ("table", "old", "new", "column", "type_"),
    [
        ("value_added", "900.0,0.9", "n/a,0.9", "value_added_nominal_cny", "number"),
        ("value_added", "900.0,0.9", "nan,0.9", "value_added_nominal_cny", "number"),
        ("value_added", "900.0,0.9", "inf,0.9", "value_added_nominal_cny", "number"),
        ("value_added", "2019,", "about 2019,", "year", "integer"),
        ("value_added", "2019,", "2019.5,", "year", "integer"),
        ("regions", "False", "hardly", "in_inventory", "boolean"),
    ],
)
def test_a_wrong_type_names_the_column_and_shows_the_row(
    folder: Path, table: str, old: str, new: str, column: str, type_: str
) -> None:
    edit(folder, table, old, new)
    said = refusal(folder)
    assert f"{table}.csv, column {column}: is not {type_}. First rows:" in said
    assert new.strip(",").split(",")[0] in said


def test_at_most_three_bad_rows_are_shown(tmp_path: Path) -> None:
    data = tiny_data.write(tmp_path / "data", regions=lambda rows: rows.assign(name_zh=None))
    message, names, *rows = late_refusal(data).splitlines()
    assert message.endswith("regions.csv, column name_zh: is empty. First rows:")
    assert names.split()[0] == "region_code"
    assert len(rows) == 3


def test_a_wrong_type_in_parquet_is_refused_too(tmp_path: Path) -> None:
    def worded(rows: pd.DataFrame) -> pd.DataFrame:
        return rows.assign(co2_t=["about 50", *rows["co2_t"].astype("str")[1:]])

    said = late_refusal(tiny_data.write(tmp_path / "data", co2=worded))
    assert "co2.parquet, column co2_t: is not number" in said
    assert "about 50" in said


def test_a_duplicate_key_is_refused(tmp_path: Path) -> None:
    def doubled(rows: pd.DataFrame) -> pd.DataFrame:
        return pd.concat([rows, rows.iloc[[0]].assign(energy_tce=1.0)])

    said = late_refusal(tiny_data.write(tmp_path / "data", energy=doubled))
    assert "column year, region_code, sector_code, fuel_code: is not unique" in said
    assert said.count("raw_coal") == 2


@pytest.mark.parametrize(
    ("table", "column"), [("energy", "energy_tce"), ("value_added", "standing")]
)
def test_an_empty_required_value_is_refused(tmp_path: Path, table: str, column: str) -> None:
    def emptied(rows: pd.DataFrame) -> pd.DataFrame:
        rows.loc[0, column] = None
        return rows

    said = late_refusal(tiny_data.write(tmp_path / "data", **{table: emptied}))
    assert f"column {column}: is empty. First rows:" in said


def test_an_empty_optional_value_is_allowed(tiny: Warehouse) -> None:
    assert tiny.rows("select * from co2 where co2_t is null")["region_code"].tolist() == ["360000"]


CHANGED_COLUMNS: list[Callable[[pd.DataFrame], pd.DataFrame]] = [
    lambda rows: rows.rename(columns={"source_id": "source"}),
    lambda rows: rows.drop(columns="source_id"),
    lambda rows: rows.assign(more=1),
    lambda rows: rows[rows.columns[::-1]],
    # All the names are there, and each value would pass as the other.
    lambda rows: rows.rename(columns={"standing": "source_id", "source_id": "standing"}),
]


@pytest.mark.parametrize("table", ["value_added", "energy_division"])
@pytest.mark.parametrize(
    "change", CHANGED_COLUMNS, ids=["renamed", "dropped", "more", "order", "swapped"]
)
def test_other_columns_are_refused(
    tmp_path: Path, table: str, change: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    said = late_refusal(tiny_data.write(tmp_path / "data", **{table: change}))
    assert re.search(rf"{table}\.\w+: columns \[.*\] instead of \['year', ", said)
    assert "make data" in said


@pytest.mark.parametrize("kept", [0, 4, 200])
def test_a_damaged_parquet_file_is_refused(folder: Path, kept: int) -> None:
    file = folder / "tables" / "co2.parquet"
    file.write_bytes(file.read_bytes()[:kept])
    said = refusal(folder)
    assert "co2.parquet: cannot be read as declared" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("name", FREE)
def test_a_query_loads_what_it_needs_and_nothing_else(fresh: Warehouse, name: str) -> None:
    assert loaded(fresh) == set()
    queries.run(fresh, FREE[name])
    assert loaded(fresh) == needed(FREE[name])


def test_the_name_of_a_table_may_be_in_capitals(fresh: Warehouse) -> None:
    assert fresh.rows("select * from Fuels").equals(fresh.rows("select * from fuels"))


def test_a_step_named_like_a_table_needs_no_table(fresh: Warehouse) -> None:
    assert len(fresh.rows("with fuels as (select 1) select * from fuels")) == 1
    assert loaded(fresh) == set()


def test_a_table_is_read_once(folder: Path) -> None:
    with closing(Warehouse(folder)) as one:
        one.load_all()
        for file in (folder / "tables").iterdir():
            file.unlink()
        one.load_all()
        assert len(one.rows("select * from sectors")) == 5


def test_what_changed_is_loaded_with_all_that_is_summed_up_from_it(fresh: Warehouse) -> None:
    fresh.load_changed(["targets"])
    # One is summed up from targets, the other from what was summed up so.
    assert {"targets", "target_values", "target_readings"} < loaded(fresh)
    assert not {"market_months", "factor_library", "driver_cells"} & loaded(fresh)


def test_threads_that_ask_at_once_share_one_load(fresh: Warehouse, tiny: Warehouse) -> None:
    start = Barrier(THREADS)

    def ask(thread: int) -> list[pd.DataFrame]:
        names = sorted(FREE)
        start.wait()
        return [queries.run(fresh, FREE[one]) for one in names[thread:] + names[:thread]]

    expected = {name: queries.run(tiny, FREE[name]) for name in sorted(FREE)}
    with ThreadPoolExecutor(THREADS) as pool:
        for thread, answers in enumerate(pool.map(ask, range(THREADS))):
            names = [*expected][thread:] + [*expected][:thread]
            for name, rows in zip(names, answers, strict=True):
                assert rows.equals(expected[name]), name


def test_who_asks_loaded_tables_does_not_wait_for_a_load(fresh: Warehouse) -> None:
    fresh.rows("select * from fuels")
    with ThreadPoolExecutor(1) as pool, fresh._loading:
        answer = pool.submit(fresh.rows, "select * from fuels")
        assert len(answer.result(timeout=60))


def test_to_close_waits_for_what_is_asked(tiny_folder: Path) -> None:
    """A thread that still asks gets its rows, and the next finds the tables closed."""

    def ask(one: Warehouse, start: Barrier) -> None:
        start.wait()
        with suppress(duckdb.ConnectionException):
            while True:
                assert one.rows("select sum(range) from range(30_000)").size == 1

    for _ in range(10):
        one, start = Warehouse(tiny_folder), Barrier(5)
        with ThreadPoolExecutor(4) as pool:
            asked = [pool.submit(ask, one, start) for _ in range(4)]
            start.wait()
            one.close()
            for thread in asked:
                thread.result(timeout=60)


def test_a_refused_table_is_not_there_and_the_others_are(folder: Path) -> None:
    with closing(Warehouse(folder)) as one:
        file = folder / "tables" / "regions.csv"
        good = file.read_text(encoding="utf-8")
        edit(folder, "regions", "Hebei,", ",")
        for _ in range(2):
            with pytest.raises(WarehouseError, match="name_en: is empty") as caught:
                one.rows("select * from regions")
            assert caught.value.table == "regions"
        assert loaded(one) == set()
        assert len(one.rows("select * from sectors")) == 5
        file.write_text(good, encoding="utf-8")
        assert len(one.rows("select * from regions"))


@pytest.mark.parametrize("state", ["before it is opened", "after"])
def test_an_altered_table_that_would_pass_is_named(folder: Path, state: str) -> None:
    said = r"tables/value_added\.csv: its content does not match its checksum in the catalogue"
    if state == "after":
        with closing(Warehouse(folder)) as one:
            edit(folder, "value_added", "900.0,0.9", "901.0,0.9")
            with pytest.raises(WarehouseError, match=said) as caught:
                one.rows("select * from value_added")
            assert loaded(one) == set()
            assert caught.value.table == "value_added"
    else:
        edit(folder, "value_added", "900.0,0.9", "901.0,0.9")
        assert re.match(said, refusal(folder))


def test_a_table_that_held_is_held_again_where_its_file_or_its_declaration_is_another(
    folder: Path,
) -> None:
    with closing(Warehouse(folder)) as one:
        one.load_all()
    known = catalogue.load(folder)
    table = known.table("value_added")
    for other in (replace(table, key=("year",)), replace(table, row_count=1)):
        tables = tuple(other if one == table else one for one in known.tables)
        catalogue.save(Catalogue(known.version, tables), folder)
        with closing(Warehouse(folder)) as one, pytest.raises(WarehouseError, match="value_added"):
            one.load_all()
    catalogue.save(known, folder)
    edit(folder, "value_added", "900.0", "many")
    assert "many" in refusal(folder)


def test_an_altered_parquet_table_is_named(folder: Path) -> None:
    file = folder / "tables" / "co2.parquet"
    rows = pd.read_parquet(file)
    rows.loc[0, "co2_t"] = rows.loc[0, "co2_t"] * 1.05
    rows.to_parquet(file, index=False)
    assert refusal(folder).startswith("tables/co2.parquet: its content does not match")


def test_no_sentence_shows_where_the_data_lie_on_the_server(folder: Path) -> None:
    (folder / "tables" / "co2.parquet").write_bytes(b"PAR1")
    assert str(folder) not in refusal(folder)
    (folder / "datapackage.json").unlink()
    with pytest.raises(CatalogueError) as caught:
        Warehouse(folder)
    assert str(folder) not in str(caught.value)
    assert caught.value.text.zh.startswith("数据目录文件 datapackage.json 不存在")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("negative_co2", "no table co2, which the query negative_co2 needs"),
        ("regions__yearly", "no table co2, which the summary industry_cells needs"),
        ("drivers__cells", "no table co2, which the summary driver_cells needs"),
    ],
)
def test_a_table_this_version_lacks_is_named_with_what_needs_it(
    folder: Path, name: str, said: str
) -> None:
    with closing(Warehouse(without_table(folder, "co2"))) as one:
        with pytest.raises(WarehouseError) as caught:
            queries.run(one, QUERIES[name])
        assert str(caught.value) == f"This data version has {said}. Run `make data`."
        assert caught.value.table == "co2"


def test_a_statement_of_no_query_is_called_so(fresh: Warehouse) -> None:
    with pytest.raises(WarehouseError, match="no table emissions, which the statement needs"):
        fresh.rows("select * from emissions")


def test_what_does_without_a_lacking_table_still_works(folder: Path) -> None:
    apart = {name for name, query in FREE.items() if "co2" not in needed(query)}
    assert {"regions__all", "sources__all", "negative_energy"} <= apart
    with closing(Warehouse(without_table(folder, "co2"))) as one:
        for name in FREE:
            if name in apart:
                queries.run(one, FREE[name])
            else:
                with pytest.raises(WarehouseError, match="no table co2"):
                    queries.run(one, FREE[name])


def test_a_summary_that_fails_is_named(folder: Path, tmp_path: Path) -> None:
    made = summaries_of(tmp_path / "summaries", sums="select colour from fuels")
    with closing(Warehouse(folder, made)) as one:
        with pytest.raises(WarehouseError) as caught:
            one.rows("select * from sums")
        assert caught.value.table == "sums"
        assert re.fullmatch(
            r"The summary sums cannot be made from this data version "
            r"\(Binder Error: .*colour.*\)\. Run `make data`\.",
            str(caught.value),
        )
        assert len(one.rows("select * from fuels"))


def test_summaries_that_need_each_other_are_refused(folder: Path, tmp_path: Path) -> None:
    made = summaries_of(tmp_path / "summaries", hen="select * from egg", egg="select * from hen")
    with (
        closing(Warehouse(folder, made)) as one,
        pytest.raises(WarehouseError, match="no table hen, which the summary egg needs"),
    ):
        one.rows("select * from hen")


def test_a_name_in_another_schema_is_not_looked_for_for_ever(fresh: Warehouse) -> None:
    with pytest.raises(duckdb.CatalogException, match="fuels does not exist"):
        fresh.rows("select * from information_schema.fuels")


@pytest.mark.parametrize("state", ["unasked", "loaded"])
def test_files_and_network_are_closed(fresh: Warehouse, tiny_folder: Path, state: str) -> None:
    if state == "loaded":
        fresh.load_all()
    file = tiny_folder / "tables" / "fuels.csv"
    assert file.is_file()
    for sql in (
        f"select * from read_csv('{file}')",
        f"select * from '{file}'",
        f"select * from read_parquet('{tiny_folder / 'tables' / 'co2.parquet'}')",
        f"select * from read_text('{tiny_folder / 'datapackage.json'}')",
        f"copy fuels to '{tiny_folder / 'stolen.csv'}'",
        f"attach '{tiny_folder / 'other.duckdb'}'",
        "install httpfs",
    ):
        with pytest.raises(duckdb.Error, match="disabled"):
            fresh.rows(sql)
    assert not (tiny_folder / "stolen.csv").exists()


def test_what_reads_the_files_reads_the_declared_ones_only(
    fresh: Warehouse, tiny_folder: Path
) -> None:
    other = tiny_folder / "datapackage.json"
    assert other.is_file()
    for sql in (
        f"select * from read_text('{other}')",
        f"copy (select 1) to '{tiny_folder / 'tables' / 'stolen.csv'}'",
        "install httpfs",
    ):
        with pytest.raises(duckdb.Error, match="disabled"):
            fresh._reader.execute(sql)
    with pytest.raises(duckdb.Error, match="locked"):
        fresh._reader.execute("set enable_external_access = true")


def test_the_configuration_is_locked(fresh: Warehouse) -> None:
    for sql in (
        "set enable_external_access = true",
        "set allowed_paths = ['/']",
        "set lock_configuration = false",
    ):
        with pytest.raises(duckdb.Error, match="locked"):
            fresh.rows(sql)


def test_missing_and_extra_parameters_are_refused(tiny: Warehouse) -> None:
    for params in ({}, {"code": "30", "more": 1}):
        with pytest.raises(duckdb.Error):
            tiny.rows("select * from sectors where sector_code = $code", params)


def test_parameters_are_values_and_never_sql(tiny: Warehouse) -> None:
    rows = tiny.rows("select $code as code", {"code": "30'; drop table sectors; --"})
    assert rows["code"].tolist() == ["30'; drop table sectors; --"]
    assert len(tiny.rows("select * from sectors")) == 5


def test_threads_do_not_mix_up_answers(tiny: Warehouse) -> None:
    sql = "select $n as n, sum(co2_t) + $n as total from co2 where year = $year"
    sums = {2019: 920, 2020: 1160, 2022: 1563}

    def wrong_answers(thread: int) -> list[int]:
        wrong = []
        for step in range(200):
            year, n = list(sums)[(thread + step) % 3], 1000 * thread + step
            row = tiny.rows(sql, {"n": n, "year": year}).loc[0]
            if (row["n"], row["total"]) != (n, sums[year] + n):
                wrong.append(n)
        return wrong

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(wrong_answers, range(8)), []) == []


def test_a_runaway_query_is_ended(tiny: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warehouse, "TIME_LIMIT_S", 0.2)
    with pytest.raises(WarehouseError, match="ran longer than .* and was ended"):
        tiny.rows("select sum(a.range * b.range) from range(10000000) a, range(10000000) b")
    assert tiny.rows("select 1 as one")["one"].tolist() == [1]


def test_a_closed_warehouse_answers_no_more(folder: Path) -> None:
    one = Warehouse(folder)
    one.close()
    with pytest.raises(duckdb.Error):
        one.rows("select 1")

"""The queries: a header that is a contract, parameters that are checked, and the files."""

import re
from pathlib import Path

import pytest

from carbonpeak.data import queries
from carbonpeak.data.queries import FOLDER, Query, QueryError
from carbonpeak.data.record_tables import TABLES
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.seen import Seen
from carbonpeak.data.warehouse import SUMMARIES, Warehouse
from tests.of_all import of_all
from tests.test_golden import CASES

HEADER = """-- Energy by region.
-- Grain: region_code
-- Params:
--   year: integer, a year; null means all
-- Returns:
--   region_code: GB/T 2260 code
--   energy_tce: tce, final energy
-- Tables: energy
"""
BODY = """select region_code, sum(energy_tce) as energy_tce
from energy
where $year is null or year = $year
group by region_code
order by region_code
"""
# Rules on rows from outside are asked of those rows: tests of the reading of files run them.
OUTSIDE = {"given", "facility"}
FILES = {
    file.stem: file for file in sorted(FOLDER.rglob("*.sql")) if file.parent.name not in OUTSIDE
}
RULES = {file.stem: file for file in sorted((FOLDER / "given").glob("*.sql"))}
READ = {name: queries.read(file) for name, file in FILES.items()}
ANSWERS = {name: file for name, file in FILES.items() if file.parent.name != "checks"}
# Their table comes without rows: what stands in it is a reader's own.
EMPTY_AS_SHIPPED = {
    "footprint__own_studies",
    "facility__beside",
    "facility__cells",
    "market__quoted_months",
    "market__quotes",
    "market__units",
}
MAX_BODY_LINES = 60
# A query that cannot do without a parameter gets one that has rows on the shipped tables.
PARAMS = {
    "coal_units__intensity": {"capacity_mw": 300.0},
    "fuels__of_sector": {"sector_code": "30"},
    "green__value_added": {"year": 2021},
    "official__series": {"dataset": "industrial_energy_intensity"},
    "regional_progress__reported": {"measure": "energy_per_gdp"},
    "regions__denominators": {"base_year": 2020},
    "regions__growth": {"base_year": 2020, "year": 2022},
    "regions__jumps": {"base_year": 2020, "year": 2022},
    "regions__of_sector": {"sector_code": "30"},
    "sectors__by_province": {"first_year": 2020, "last_year": 2022},
    "sectors__official_level": {"year": 2020},
    "sectors__value_added": {"base_year": 2020},
    "targets__ahead": {"base_year": 2025},
    "targets__results": {"indicator": "energy per unit of value added", "base_year": 2020},
    "tiers__official": {"period": "2021H1"},
    "validation__totals": {"year": 2022},
    **{name: CASES[name] for name in CASES if name.startswith("reporting__")},
}


def written(folder: Path, header: str = HEADER, body: str = BODY) -> Path:
    file = folder / "energy__by_region.sql"
    file.write_text(header + body, encoding="utf-8")
    return file


def test_the_header_is_read(tmp_path: Path) -> None:
    query = queries.read(written(tmp_path))
    assert query.name == "energy__by_region"
    assert query.sentence == "Energy by region."
    assert query.grain == ("region_code",)
    assert [(param.name, param.type, param.meaning) for param in query.params] == [
        ("year", "integer", "a year; null means all")
    ]
    assert query.columns() == ("region_code", "energy_tce")
    assert query.returns[1] == ("energy_tce", "tce, final energy")
    assert query.tables == ("energy",)


def test_a_sentence_and_a_list_may_run_over_lines(tmp_path: Path) -> None:
    header = HEADER.replace("by region.", "by\n-- region.").replace(
        "Tables: energy", "Tables: energy,\n--   sectors"
    )
    query = queries.read(written(tmp_path, header))
    assert query.sentence == "Energy by region."
    assert query.tables == ("energy", "sectors")


@pytest.mark.parametrize("section", ["Grain", "Returns", "Tables"])
def test_a_header_without_a_section_is_refused(tmp_path: Path, section: str) -> None:
    header = HEADER.replace(f"-- {section}:", f"-- {section.lower()} are:")
    with pytest.raises(QueryError, match=rf"energy__by_region\.sql: the header lacks {section}"):
        queries.read(written(tmp_path, header))


def test_a_header_without_a_sentence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="the header lacks its sentence"):
        queries.read(written(tmp_path, HEADER.replace("-- Energy by region.\n", "")))


def test_a_file_without_a_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="the header lacks Grain, Returns, Tables"):
        queries.read(written(tmp_path, ""))


def test_an_undeclared_parameter_is_refused(tmp_path: Path) -> None:
    body = BODY.replace("where", "where sector_code = $sector_code and")
    with pytest.raises(QueryError, match=r"declared \['year'\], used \['sector_code', 'year'\]"):
        queries.read(written(tmp_path, body=body))


def test_a_declared_parameter_nobody_uses_is_refused(tmp_path: Path) -> None:
    body = BODY.replace("where $year is null or year = $year\n", "")
    with pytest.raises(QueryError, match=r"declared \['year'\], used \[\]"):
        queries.read(written(tmp_path, body=body))


def test_an_unknown_type_is_refused(tmp_path: Path) -> None:
    header = HEADER.replace("integer,", "whole number,")
    with pytest.raises(QueryError, match="parameter year has no type .*text, integer, number, lis"):
        queries.read(written(tmp_path, header))


@pytest.mark.parametrize(
    "body",
    [
        BODY + ";\n" + BODY,
        BODY + "; drop table energy",
        "create table more as " + BODY,
        "delete from energy where year = $year",
        "copy (" + BODY + ") to 'out.csv'",
        "attach 'other.duckdb'",
        "set threads = $year",
        "pragma database_list",
        "",
    ],
)
def test_a_file_holds_one_select_and_nothing_else(tmp_path: Path, body: str) -> None:
    with pytest.raises(QueryError, match=r"energy__by_region\.sql: "):
        queries.read(written(tmp_path, body=body))


def test_two_statements_say_the_rule(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="holds one select and nothing else"):
        queries.read(written(tmp_path, body=BODY + ";\n" + BODY))


def test_a_statement_that_cannot_be_parsed_is_named(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"energy__by_region\.sql: cannot be read \(Parser Error"):
        queries.read(written(tmp_path, body="selekt $year"))


def test_an_unknown_query_gives_near_matches() -> None:
    with pytest.raises(QueryError, match=r"no query 'regions__yearl'\. Near: regions__yearly"):
        queries.find("regions__yearl", queries.shipped())


def test_an_unknown_name_far_from_all_still_shows_some() -> None:
    with pytest.raises(QueryError, match="Near: .*drivers__cells"):
        queries.find("!", queries.shipped())


def test_a_name_of_ten_thousand_characters_is_cut() -> None:
    with pytest.raises(QueryError) as caught:
        queries.find("x" * 10_000, queries.shipped())
    assert len(str(caught.value)) < 300


def test_a_known_query_is_found() -> None:
    assert queries.find("regions__all", queries.shipped()).name == "regions__all"


def test_an_unknown_parameter_gives_near_matches(tiny: Warehouse) -> None:
    query = queries.shipped()["regions__yearly"]
    with pytest.raises(
        QueryError, match=r"no parameter of this query 'region'\. Near: region_code"
    ):
        queries.run(tiny, query, {"region": "360000"})


def test_a_query_without_parameters_takes_none(tiny: Warehouse) -> None:
    with pytest.raises(QueryError, match=r"no parameter of this query 'year'\. Near: –\."):
        queries.run(tiny, queries.shipped()["regions__all"], {"year": 2022})


@pytest.mark.parametrize(
    ("name", "parameter", "value"),
    [
        ("regions__yearly", "first_year", "2020"),
        ("regions__yearly", "first_year", 2020.0),
        ("regions__yearly", "first_year", True),
        ("regions__yearly", "region_code", 360000),
        ("regions__yearly", "region_code", ["360000"]),
        ("official__series", "indicators", "energy"),
    ],
)
def test_a_parameter_of_another_type_is_refused(
    tiny: Warehouse, name: str, parameter: str, value: object
) -> None:
    kind = {"first_year": "integer", "region_code": "text", "indicators": "list"}[parameter]
    said = rf"{name}: parameter {parameter} must be {kind}, not {re.escape(repr(value))}"
    with pytest.raises(QueryError, match=said):
        queries.run(tiny, queries.shipped()[name], {parameter: value})


def test_a_parameter_not_given_is_null(tiny: Warehouse, tmp_path: Path) -> None:
    query = queries.read(written(tmp_path))
    everything = queries.run(tiny, query)
    assert everything.equals(queries.run(tiny, query, {"year": None}))
    # Hebei in 2020: 10 + 30 + 5 + 1 + 5 thousand tce, in 2022 5 + 40 + 6 + 2 + 15.
    assert everything["energy_tce"][0] == 51_000 + 68_000
    assert queries.run(tiny, query, {"year": 2020})["energy_tce"][0] == 51_000


@pytest.mark.parametrize("given", [None, {"year": None}])
def test_a_parameter_whose_null_means_nothing_is_required(
    tiny: Warehouse, tmp_path: Path, given: dict[str, object] | None
) -> None:
    query = queries.read(written(tmp_path, HEADER.replace("; null means all", "")))
    with pytest.raises(
        QueryError, match=r"^energy__by_region: parameter year is missing: integer, a year\.$"
    ):
        queries.run(tiny, query, given)
    assert queries.run(tiny, query, {"year": 2020})["energy_tce"][0] == 51_000


@of_all("query", READ.values())
def test_a_parameter_may_be_null_exactly_where_the_statement_asks_so(query: Query) -> None:
    for param in query.params:
        assert param.required == (f"${param.name} is null" not in query.sql)


def test_a_folder_is_loaded_by_name(tmp_path: Path) -> None:
    written(tmp_path)
    assert list(queries.load(tmp_path)) == ["energy__by_region"]


def test_the_checks_are_loaded_apart() -> None:
    assert set(queries.checks()) == {file.stem for file in (FOLDER / "checks").glob("*.sql")}
    assert not set(queries.checks()) & set(queries.shipped())


@of_all("name", FILES)
def test_a_file_is_named_after_topic_and_question(name: str) -> None:
    is_topic_query = FILES[name].parent == FOLDER
    assert bool(re.fullmatch(r"[a-z_]+[a-z]__[a-z_]+", name)) == is_topic_query


@of_all("query", READ.values())
def test_the_header_names_the_tables_of_the_statement(query: Query, shipped: Warehouse) -> None:
    body = "\n".join(line for line in query.sql.splitlines() if not line.startswith("--"))
    steps = set(re.findall(r"\b(\w+) as \(", body))
    used = set(re.findall(r"\b(?:from|join) (\w+)", body)) - steps
    assert set(query.tables) == used
    summaries = {file.stem for file in SUMMARIES.glob("*.sql")}
    assert used <= {table.name for table in shipped.catalogue.tables} | summaries | {*TABLES}


@of_all("query", READ.values())
def test_columns_grain_and_rows_on_the_shipped_tables(query: Query, shipped: Warehouse) -> None:
    rows = queries.run(Seen(shipped, WHOLE), query, PARAMS.get(query.name))
    assert tuple(rows.columns) == query.columns()
    assert set(query.grain) <= set(query.columns())
    assert not rows.duplicated(list(query.grain)).any()
    assert rows[list(query.grain)].notna().all(axis=None)
    assert len(rows) or query.name in {*queries.checks(), *EMPTY_AS_SHIPPED}


@of_all("query", READ.values())
def test_every_column_and_parameter_is_explained(query: Query) -> None:
    assert all(meaning for _, meaning in query.returns)
    assert all(param.meaning for param in query.params)
    assert query.sentence.endswith(".")


@of_all("name", [*FILES, *RULES])
def test_the_body_is_short_lower_case_sql(name: str) -> None:
    query = READ[name] if name in READ else queries.read(RULES[name])
    body = [line for line in query.sql.splitlines() if not line.startswith("--")]
    assert len(body) <= MAX_BODY_LINES
    without_texts = re.sub(r"'[^']*'", "", "\n".join(body))
    assert without_texts == without_texts.lower()
    assert "{" not in without_texts


@of_all("name", ANSWERS)
def test_the_order_of_the_rows_is_total(name: str) -> None:
    query = READ[name]
    _, _, last = query.sql.rpartition("\norder by ")
    assert last, "no order by at the end"
    ordered = {column.strip().rpartition(".")[2] for column in last.split(",")}
    assert set(query.grain) <= ordered

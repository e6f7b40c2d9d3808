"""Hold typed rows to the rules in ``queries/given``: each selects the cells at fault."""

from typing import Any

import pandas as pd

from carbonpeak.data import queries
from carbonpeak.data.catalogue import Field, Table
from carbonpeak.data.given import GIVEN
from carbonpeak.data.table_rows import Wanted
from carbonpeak.data.text import Text
from carbonpeak.domain import months
from carbonpeak.domain.view import region_names
from carbonpeak.incoming import field_units, known
from carbonpeak.incoming.field_units import is_measured
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.reading import Reading
from carbonpeak.incoming.words import said
from carbonpeak.indicators.allocation import INDUSTRY_METHODS
from carbonpeak.thresholds import (
    FIRST_YEAR_OF_STATISTICS,
    GIVEN_BELOW_ZERO_SHARE,
    GIVEN_JUMP_FACTOR,
    GIVEN_JUMP_FLOOR_SHARE,
    GIVEN_OUTLIER_SCALE,
    GIVEN_OUTLIER_SCORE,
    GIVEN_OUTLIER_YEARS,
    GIVEN_TOTAL_TOLERANCE,
    NATION,
    QUOTED_MONTH_TOLERANCE,
)
from carbonpeak.words import LANGS

YEAR, REGION = "year", "region_code"
BETWEEN = " · "
# The rule that meets codes of regions.
COVERAGE = "coverage"
# Rules that meet numbers of one column.
WITH_UNITS = frozenset({"jump", "outlier", "total", "below_zero"})
# So many names are read at a glance.
FEW = 3


def findings(reading: Reading, rows: pd.DataFrame) -> list[Finding]:
    """Return every cell of typed rows that breaks a rule; columns are called as in the file."""
    given = _given(reading, rows)
    params = _params()
    return [
        finding
        for rule in queries.rules()
        for finding in _broken(reading, rule, given, params.get(rule, {}))
    ]


def _params() -> dict[str, dict[str, object]]:
    """Return the parameters of the rules that have any."""
    return {
        "year_out": {"first": FIRST_YEAR_OF_STATISTICS, "last": months.today().year},
        "below_zero": {"rare_share": GIVEN_BELOW_ZERO_SHARE},
        "jump": {"factor": GIVEN_JUMP_FACTOR, "floor_share": GIVEN_JUMP_FLOOR_SHARE},
        "outlier": {
            "score": GIVEN_OUTLIER_SCORE,
            "least_change": GIVEN_OUTLIER_SCALE,
            "least_years": GIVEN_OUTLIER_YEARS,
            "factor": GIVEN_JUMP_FACTOR,
        },
        "quoted_month": {"tolerance": QUOTED_MONTH_TOLERANCE},
        "total": {"nation": NATION, "tolerance": GIVEN_TOTAL_TOLERANCE},
        "unit_place": {"nation": NATION},
        "unit_rule": {"industry_years": [str(year) for year in INDUSTRY_METHODS]},
    }


def _broken(
    reading: Reading, rule: str, given: dict[str, pd.DataFrame], params: dict[str, object]
) -> list[Finding]:
    found = reading.data.judged(rule, given, **params)
    return [
        Finding(
            reading.file,
            rule,
            "" if pd.isna(value) else str(value),
            reading.sheet.name,
            int(row),
            reading.column_text(column) if column else "",
            _met(reading, rule, str(column), str(value), given),
        )
        for row, column, value in zip(
            found["row_number"], found["column_name"], found["cell_text"], strict=True
        )
    ]


def _met(
    reading: Reading, rule: str, column: str, value: str, given: dict[str, pd.DataFrame]
) -> Text | None:
    """Return what was met in words of ours: places by name, numbers with the unit of the table."""
    if rule == COVERAGE:
        year, _, codes = value.partition(": ")
        return _places(reading, year, codes.split(", "), _present(given, int(year)))
    if rule not in WITH_UNITS:
        return None
    field = next(one for one in reading.table.fields if one.name == column)
    zh, en = (field_units.written(field, chinese) for chinese in (True, False))
    return Text(f"{value} {zh}", f"{value} {en}") if is_measured(field) else None


def _present(given: dict[str, pd.DataFrame], year: int) -> list[str]:
    """Return the codes of the regions that have rows in a year, in the file or as they stand."""
    frames = [given["given_rows"], given["given_history"]]
    codes = [frame.loc[frame["year"] == year, "region_code"].dropna() for frame in frames]
    return sorted(set(codes[0]) | set(codes[1]))


def _places(reading: Reading, year: str, codes: list[str], present: list[str]) -> Text:
    """Return a year and regions in words; where all but a few lack, those few are named."""
    names = {lang: region_names(reading.data, lang) for lang in LANGS}
    is_all_but = 0 < len(present) <= FEW < len(codes)
    listed = present if is_all_but else codes
    zh, en = ([names[lang].get(one, one) for one in listed] for lang in LANGS)
    told = Text("、".join(zh), ", ".join(en))
    if is_all_but:
        return said("found.all_but", year=year, names=told, count=len(codes))
    return Text(f"{year} 年：{told.zh}", f"{year}: {told.en}")


def _given(reading: Reading, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    table = reading.table
    standing = reading.data.rows_of(Wanted(table.name, named=False))
    made = {
        "given_rows": _rows(table, rows),
        "given_cells": _cells(table, rows),
        "given_columns": _columns(table, standing),
        "given_codes": _codes(reading, standing),
        "given_history": _history(table, standing),
    }
    return {name: _typed(made[name], name) for name in GIVEN}


def _typed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a frame whose columns have the types declared, also where it has no rows."""
    types = {"integer": "Int64", "double": "Float64", "boolean": "boolean", "varchar": "string"}
    return frame.astype({column: types[kind] for column, kind in GIVEN[name].items()})


def _series(table: Table, rows: pd.DataFrame, without: tuple[str, ...]) -> "pd.Series[Any]":
    """Return what tells the series of a table apart, as one text for each row."""
    columns = [one for one in table.key if one not in without]
    if not columns:
        return pd.Series("", index=rows.index)
    texts = rows[columns].astype("string").fillna("")
    first = texts[columns[0]]
    return first.str.cat(texts[columns[1:]], sep=BETWEEN) if len(columns) > 1 else first


def _rows(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "row_number": rows.index,
            "key_text": _series(table, rows, ()).to_numpy(),
            "series_text": _series(table, rows, (YEAR,)).to_numpy(),
            "year": _column(rows, YEAR),
            "region_code": _region(table, rows),
            "without_region": _series(table, rows, (REGION,)).to_numpy(),
        }
    )


def _column(rows: pd.DataFrame, name: str) -> Any:
    return rows[name].to_numpy() if name in rows else [None] * len(rows)


def _region(table: Table, rows: pd.DataFrame) -> Any:
    """Return the regions whose rows are held against each other: none where they are no key.

    A plant stands in a region; that other plants of it report no more is nothing strange.
    """
    return _column(
        rows if REGION in table.key else rows.drop(columns=REGION, errors="ignore"), REGION
    )


def _cells(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    parts = [
        pd.DataFrame(
            {
                "row_number": rows.index,
                "column_name": one.name,
                "cell_text": _as_texts(rows[one.name], one),
                "cell_number": _as_numbers(rows[one.name], one),
            }
        )
        for one in table.fields
    ]
    return pd.concat(parts, ignore_index=True)


def _as_texts(cells: "pd.Series[Any]", one: Field) -> Any:
    """Return what a sentence says of cells: a number in digits of thousands, without an idle 0."""
    if one.type != "number":
        return cells.astype("string").to_numpy()
    return cells.map("{:,.15g}".format, na_action="ignore").astype("string").to_numpy()


def _as_numbers(cells: "pd.Series[Any]", one: Field) -> Any:
    if one.type not in ("number", "integer"):
        return pd.array([pd.NA] * len(cells), dtype="Float64")
    return cells.astype("Float64").to_numpy()


def _columns(table: Table, standing: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame([_of_column(one, standing) for one in table.fields])


def _of_column(one: Field, standing: pd.DataFrame) -> dict[str, object]:
    is_number = one.type == "number" or (one.type == "integer" and bool(one.unit))
    cells = standing[one.name] if is_number and len(standing) else None
    return {
        "column_name": one.name,
        "is_required": one.required,
        "is_measured": is_number,
        "is_year": one.name == YEAR,
        # Amounts can be added up; ratios, indices and rates cannot.
        "is_summed": is_measured(one) and one.unit in SUMMED,
        "high": None if cells is None else cells.max(),
        # A column that has no number yet never had one below zero.
        "below_zero_share": _below_zero(cells) if is_number else None,
    }


def _below_zero(cells: "pd.Series[Any] | None") -> float:
    return 0.0 if cells is None else float((cells < 0).sum() / max(cells.count(), 1))


# Units of amounts: what regions have of them the nation has.
SUMMED = ("tce", "t", "CNY", "CNY, current prices", "CNY, 2020 prices", "persons", "MW", "entities")


def _codes(reading: Reading, standing: pd.DataFrame) -> pd.DataFrame:
    """Return the codes that columns may hold: those that others list, and the known standings."""
    found = {name: known.of_column(reading.data, reading.table, name) for name in standing.columns}
    listed = {name: sorted(codes.known) for name, codes in found.items() if codes}
    if "standing" in standing:
        listed["standing"] = list(STANDINGS)
    rows = [(name, code) for name, codes in listed.items() for code in codes]
    return pd.DataFrame(rows, columns=["column_name", "code"])


# What a figure may be called (the meaning of the column in the catalogue lists the same).
STANDINGS = (
    "official",
    "published",
    "reconstructed",
    "derived",
    "estimated",
    "scenario",
    "unverified",
)


def _history(table: Table, standing: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers of the table as it stands, cell by cell; none where it has no years."""
    columns = list(GIVEN["given_history"])
    measured = [one.name for one in table.fields if one.type == "number"]
    if YEAR not in table.key or not measured or standing.empty:
        return pd.DataFrame(columns=columns)
    base = {
        "series_text": _series(table, standing, (YEAR,)),
        "year": standing[YEAR],
        "region_code": _region(table, standing),
    }
    parts = [
        pd.DataFrame({**base, "column_name": one, "number": standing[one]}) for one in measured
    ]
    return pd.concat(parts, ignore_index=True)[columns]

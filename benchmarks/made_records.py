"""A store full of made records, by a rule: 10,000 companies, 30,000 units, 100,000 reports.

``python -m benchmarks.made_records FILE`` writes it. No company in it exists.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, insert

from benchmarks.made_facilities import MADE, PROVINCES
from carbonpeak.store import audit
from carbonpeak.store.opening import open_store, writing
from carbonpeak.store.tables import (
    ACCOUNTS,
    COMPANIES,
    DISCLOSED,
    FINDINGS,
    LINES,
    MOVES,
    PRODUCT_RECORDS,
    REPORTS,
    UNITS,
)

COMPANY_COUNT, UNITS_OF_ONE, REPORT_COUNT = 10_000, 3, 100_000
FIRST_YEAR, LAST_YEAR = 2022, 2025
SECTORS = ("13", "17", "22", "25", "26", "28", "30", "31", "32", "33", "35", "36-37", "39", "44")
# The way of a report, as far as it has come; each step is an entry of its own.
WAY = ("draft", "submitted", "document_review", "site_visit", "verified", "disclosed")
AT_ONCE = 20_000
Row = dict[str, Any]


def write(file: Path) -> Engine:
    """Make the store; return the way to it."""
    engine = open_store(URL.create("sqlite", database=str(file)))
    with writing(engine) as connection:
        for number in range(len(WAY) + 1):
            audit.append(connection, MADE, "made", str(number + 1))
        _fill(connection, COMPANIES, map(_company, range(COMPANY_COUNT)))
        _fill(connection, UNITS, map(_unit, range(COMPANY_COUNT * UNITS_OF_ONE)))
        _fill(connection, ACCOUNTS, map(_account, range(COMPANY_COUNT)))
        _fill(connection, REPORTS, (_report(*one) for one in _of_years()))
        _fill(connection, LINES, (_line(*one, line) for one in _of_years() for line in (1, 2)))
        _fill(connection, MOVES, (row for one in _of_years() for row in _moves(*one)))
        _fill(connection, PRODUCT_RECORDS, (_record(*one) for one in _of_years() if not one[0] % 2))
        _fill(connection, FINDINGS, (_finding(*one) for one in _of_years() if not one[0] % 9))
        _fill(
            connection,
            DISCLOSED,
            (_disclosed(*one) for one in _of_years() if _steps(*one) == len(WAY)),
        )
    return engine


def _fill(connection: Connection, table: Table, rows: Iterator[Row]) -> None:
    while part := list(islice(rows, AT_ONCE)):
        connection.execute(insert(table), part)


def _of_years() -> Iterator[tuple[int, int]]:
    """Give units and years, the last years first, until there are as many as wanted."""
    every = (
        (unit, year)
        for year in range(LAST_YEAR, FIRST_YEAR - 1, -1)
        for unit in range(COMPANY_COUNT * UNITS_OF_ONE)
        # Some have not reported.
        if (unit + year) % 11
    )
    return islice(every, REPORT_COUNT)


def _steps(unit: int, year: int) -> int:
    return 1 + (unit * 7 + year) % len(WAY) if year == LAST_YEAR else len(WAY)


def _whose(unit: int) -> Row:
    company = unit // UNITS_OF_ONE
    region = f"{PROVINCES[unit % len(PROVINCES)]}0000"
    return {"company_id": f"{MADE}{company}", "region_code": region, "is_made": True}


def _company(one: int) -> Row:
    return {
        **_whose(one * UNITS_OF_ONE),
        "number": 1,
        "credit_code": f"9{one:017d}",
        "name_zh": f"虚构企业{one}",
        "name_en": f"{MADE} company {one}",
        "sector_code": SECTORS[one % len(SECTORS)],
        "is_removed": False,
    }


def _unit(one: int) -> Row:
    return {
        **_whose(one),
        "number": 1,
        "unit_id": f"u{one}",
        "name_zh": f"虚构单位{one}",
        "name_en": f"{MADE} unit {one}",
        "sector_code": _sector(one),
        "first_year": FIRST_YEAR,
        "last_year": None,
    }


def _sector(unit: int) -> str:
    return SECTORS[unit // UNITS_OF_ONE % len(SECTORS)]


def _account(one: int) -> Row:
    whose = _whose(one * UNITS_OF_ONE)
    return {**whose, "number": 1, "account_id": f"a{one}", "holder": MADE, "is_active": True}


def _of_report(unit: int, year: int) -> Row:
    return {**_whose(unit), "number": 1, "report_id": f"u{unit}.{year}", "revision": 1}


def _report(unit: int, year: int) -> Row:
    return {
        **_of_report(unit, year),
        "unit_id": f"u{unit}",
        "sector_code": _sector(unit),
        "year": year,
        "co2_t": _co2(unit, year),
        "why": "",
    }


def _co2(unit: int, year: int) -> float:
    return float(1000 + (unit * 7919 + year * 31) % 500_000)


def _line(unit: int, year: int, line: int) -> Row:
    half = _co2(unit, year) / 2
    factor = {"factor_id": "F1", "factor_name": "made", "factor": 2.0, "factor_unit": "t CO2/t"}
    named = {
        "line": line,
        "kind": "fuel",
        "activity": "raw coal",
        "quantity": half / 2,
        "unit": "t",
    }
    return {**_of_report(unit, year), **named, **factor, "co2_t": half}


def _moves(unit: int, year: int) -> Iterator[Row]:
    steps = WAY[: _steps(unit, year)]
    day = 1 + unit % 28
    for place, (before, after) in enumerate(zip(("", *steps), steps, strict=False)):
        yield {
            **_of_report(unit, year),
            "number": place + 1,
            "from_state": before,
            "to_state": after,
            "at": f"{year + 1}-{3 + unit % 3:02d}-{day:02d}T08:00:00.000+00:00",
            "who": MADE,
            "why": "",
        }


def _record(unit: int, year: int) -> Row:
    return {
        **_whose(unit),
        "number": 1,
        "record_id": f"r{unit}.{year}",
        "unit_id": f"u{unit}",
        "year": year,
        "product_zh": "虚构产品",
        "product_en": MADE,
        "quantity": 1000.0,
        "quantity_unit": "t",
        "co2e_kg_per_unit": _co2(unit, year) * 0.9,
        "is_withdrawn": False,
    }


def _finding(unit: int, year: int) -> Row:
    text = {"finding": 1, "text": MADE, "outcome": "estimated", "estimate_co2_t": 100.0}
    return {**_of_report(unit, year), **text}


def _disclosed(unit: int, year: int) -> Row:
    co2 = _co2(unit, year)
    return {
        **_of_report(unit, year),
        "number": len(WAY),
        "unit_id": f"u{unit}",
        "company_zh": f"虚构企业{unit // UNITS_OF_ONE}",
        "company_en": f"{MADE} company {unit // UNITS_OF_ONE}",
        "unit_zh": f"虚构单位{unit}",
        "unit_en": f"{MADE} unit {unit}",
        "sector_code": _sector(unit),
        "year": year,
        "co2_t": co2,
        "first_co2_t": co2,
        "why": "",
        "at": f"{year + 1}-06-01T00:00:00.000+00:00",
    }


if __name__ == "__main__":
    write(Path(sys.argv[1]))

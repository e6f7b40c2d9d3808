"""A store with a few records that can be read: who reported what, how far it came.

Alpha (``a``) has two plants in Jiangsu and Zhejiang, Beta (``b``) and Cedar (``c``) one each in
Jiangsu, Delta (``d``) one in Shanxi. Each step is an entry of its own; the last is number 24.
"""

import atexit
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, insert, make_url

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

Row = Mapping[str, Any]
Rows = Mapping[Table, Iterable[Row]]
JIANGSU, ZHEJIANG, SHANXI = "320000", "330000", "140000"
STEEL, CHEMICALS = "31", "26"
# The day on which tests ask, and what is chosen with it.
DAY, YEAR = "2026-06-30", 2025
CHOSEN = {"reported": str(YEAR), "day": DAY}


def enter(engine: Engine, rows: Rows, action: str = "made", who: str = "anyone") -> int:
    """Add rows in one entry of the audit; return its number."""
    with writing(engine) as connection:
        return _enter(connection, rows, action, who)


def _enter(connection: Connection, rows: Rows, action: str, who: str) -> int:
    before = connection.execute(audit.AUDIT.select()).fetchall()
    audit.append(connection, who, action, action)
    for table, own in rows.items():
        for row in own:
            connection.execute(insert(table).values({**row, "number": len(before) + 1}))
    return len(before) + 1


def whose(company: str, region: str, is_made: bool = False) -> dict[str, Any]:
    """Return what every row says of whose it is."""
    return {"company_id": company, "region_code": region, "is_made": is_made}


def company(name: str, region: str, sector: str = STEEL, **changed: Any) -> Row:
    """Return a company; its id is its first letter, small."""
    named = {"name_zh": f"{name}公司", "name_en": name, "credit_code": f"code-{name}"}
    own = {**whose(name[0].lower(), region), **named, "sector_code": sector, "is_removed": False}
    return own | changed


def unit(unit_id: str, region: str, sector: str = STEEL, first: int = 2024, **changed: Any) -> Row:
    """Return a unit; its company is the first letter of its id."""
    named = {"name_zh": f"{unit_id}厂", "name_en": f"plant {unit_id}"}
    years = {"first_year": first, "last_year": None}
    own = {**whose(unit_id[0], region), "unit_id": unit_id, **named, "sector_code": sector, **years}
    return own | changed


def report(
    unit_id: str, year: int, co2_t: float, region: str, revision: int = 1, **changed: Any
) -> Row:
    """Return a revision of the report of a unit for a year."""
    key = {"report_id": f"{unit_id}.{year}", "revision": revision}
    own = {"unit_id": unit_id, "sector_code": STEEL, "year": year, "co2_t": co2_t, "why": ""}
    return {**whose(unit_id[0], region), **key, **own} | changed


def move(
    report_id: str, before: str, after: str, day: str, region: str, revision: int = 1, **more: Any
) -> Row:
    """Return a step of a report; ``day`` is its day in China, at noon."""
    told = {"at": f"{day}T04:00:00.000+00:00", "who": "Li", "why": ""}
    key = {"report_id": report_id, "revision": revision, "from_state": before, "to_state": after}
    return {**whose(report_id[0], region), **key, **told} | more


def _line(report_id: str, co2_t: float, region: str, revision: int = 1) -> Row:
    what = {"kind": "fuel", "activity": "raw coal", "quantity": co2_t / 2, "unit": "t"}
    factor = {"factor_id": "F1", "factor_name": "coal", "factor": 2.0, "factor_unit": "t CO2/t"}
    key = {"report_id": report_id, "revision": revision, "line": 1}
    return {**whose(report_id[0], region), **key, **what, **factor, "co2_t": co2_t}


def _disclosed(report_id: str, revision: int, co2_t: float, first: float, region: str) -> Row:
    unit_id, _, year = report_id.partition(".")
    name = {"a": "Alpha", "b": "Beta", "c": "Cedar", "d": "Delta"}[unit_id[0]]
    named = {"company_zh": f"{name}公司", "company_en": name}
    units = {"unit_zh": f"{unit_id}厂", "unit_en": f"plant {unit_id}"}
    key = {"report_id": report_id, "revision": revision, "unit_id": unit_id, "year": int(year)}
    amounts = {"co2_t": co2_t, "first_co2_t": first, "why": "meter", "sector_code": STEEL}
    at = {"at": "2026-05-20T04:00:00.000+00:00"}
    return {**whose(unit_id[0], region), **key, **named, **units, **amounts, **at}


def _way(unit_id: str, year: int, co2_t: float, region: str, days: Mapping[str, str]) -> list[Rows]:
    """Return the entries of a first revision that came to several states, each on a day."""
    report_id, before, found = f"{unit_id}.{year}", "", []
    for after, day in days.items():
        rows: dict[Table, list[Row]] = {MOVES: [move(report_id, before, after, day, region)]}
        if not before:
            rows[REPORTS] = [report(unit_id, year, co2_t, region)]
            rows[LINES] = [_line(report_id, co2_t, region)]
        found.append(rows)
        before = after
    return found


WHOLE = ("draft", "submitted", "document_review", "verified")
EARLY = ("2025-02-10", "2025-03-01", "2025-04-01", "2025-05-01")
IN_TIME = ("2026-02-10", "2026-03-01", "2026-04-01", "2026-05-01")
LATE = ("2026-04-09", "2026-04-10", "2026-04-20", "2026-05-15")


def entries() -> list[Rows]:
    """Return what is entered, entry by entry."""
    return [
        _registered(),
        *_way("a1", 2024, 900.0, JIANGSU, dict(zip(WHOLE, EARLY, strict=True))),
        *_way("a1", 2025, 1000.0, JIANGSU, dict(zip(WHOLE, IN_TIME, strict=True))),
        *_corrected(),
        *_way("b1", 2025, 400.0, JIANGSU, dict(zip(WHOLE[:2], LATE, strict=False))),
        *_with_finding(),
        *_way("a2", 2025, 200.0, ZHEJIANG, dict(zip(WHOLE, LATE, strict=True))),
        {
            MOVES: [move("a2.2025", "verified", "disclosed", "2026-05-20", ZHEJIANG)],
            DISCLOSED: [_disclosed("a2.2025", 1, 200.0, 180.0, ZHEJIANG)],
        },
        *_way("c1", 2025, 300.0, JIANGSU, {"draft": "2026-03-20"}),
        {PRODUCT_RECORDS: [_product()]},
        # Delta must report and has entered nothing.
        {UNITS: [unit("d1", SHANXI, CHEMICALS, first=2025, name_en="plant d one")]},
    ]


def _registered() -> Rows:
    account = {**whose("a", JIANGSU), "account_id": "k1", "holder": "Li", "is_active": True}
    return {
        COMPANIES: [
            company("Alpha", JIANGSU),
            company("Beta", JIANGSU),
            company("Cedar", JIANGSU),
            company("Delta", SHANXI, CHEMICALS),
        ],
        UNITS: [
            unit("a1", JIANGSU),
            unit("a2", ZHEJIANG, first=2025),
            unit("b1", JIANGSU),
            unit("c1", JIANGSU, first=2025),
            unit("d1", SHANXI, CHEMICALS, first=2025),
        ],
        ACCOUNTS: [account],
    }


def _corrected() -> list[Rows]:
    """Return a disclosure, and a revision after it that is a draft as yet."""
    return [
        {
            MOVES: [move("a1.2025", "verified", "disclosed", "2026-05-10", JIANGSU)],
            DISCLOSED: [_disclosed("a1.2025", 1, 1000.0, 1000.0, JIANGSU)],
        },
        {
            MOVES: [move("a1.2025", "disclosed", "draft", "2026-06-01", JIANGSU, 2)],
            REPORTS: [report("a1", 2025, 1100.0, JIANGSU, 2, why="meter read anew")],
            LINES: [_line("a1.2025", 1100.0, JIANGSU, 2)],
        },
    ]


def _with_finding() -> list[Rows]:
    """Return a review with a finding, for which an estimate stands in the end."""
    finding = {
        **whose("b", JIANGSU),
        **{"report_id": "b1.2025", "finding": 1, "revision": 1, "text": "no invoice"},
        **{"outcome": "estimated", "estimate_co2_t": 50.0},
    }
    return [
        {MOVES: [move("b1.2025", "submitted", "document_review", "2026-04-20", JIANGSU)]},
        {
            MOVES: [move("b1.2025", "document_review", "findings_open", "2026-05-02", JIANGSU)],
            FINDINGS: [{**finding, "outcome": "open", "estimate_co2_t": None}],
        },
        {
            MOVES: [move("b1.2025", "findings_open", "verified", "2026-05-15", JIANGSU)],
            FINDINGS: [finding],
        },
    ]


def _product() -> Row:
    return {
        **whose("a", JIANGSU),
        **{"record_id": "p1", "unit_id": "a1", "year": 2025, "product_zh": "钢板"},
        **{"product_en": "steel plate", "quantity": 1000.0, "quantity_unit": "t"},
        **{"co2e_kg_per_unit": 1300.0, "is_withdrawn": False},
    }


def fill(engine: Engine) -> int:
    """Enter all; return the number of the last entry."""
    for rows in entries():
        number = enter(engine, rows)
    return number


@cache
def tiny() -> URL:
    """Return where a store of these records lies, made once for a run of tests; read only."""
    folder = tempfile.mkdtemp(prefix="records-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    url = make_url(f"sqlite:///{Path(folder) / 'store.sqlite'}")
    engine = open_store(url)
    fill(engine)
    engine.dispose()
    return url

"""How long 100,000 rows of reports take from a file into the store, and one deed of a person."""

import csv
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from benchmarks.report import Section, Target
from benchmarks.timing import timed
from carbonpeak.data.dataset import Dataset
from carbonpeak.reporting import importing, looking, reports
from carbonpeak.reporting.activities import Activity
from carbonpeak.reporting.entering import Entry
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import address, open_store

COMPANIES, UNITS, ROWS = 10_000, 17_000, 100_000
SECONDS = Target("100,000 rows of reports into the store", 20.0, "s")
TARGETS = (SECONDS,)
COLUMNS = ("what", "value", "unit")
NOTE = "On SQLite in a folder of its own; every deed waits until the disk has it."
EDITOR = Actor("bench", frozenset({"editor"}), None, None)
HEADS = {
    "companies": ("company_id", "name_zh", "sector_code", "region_code"),
    "units": ("unit_id", "company_id", "name_zh", "sector_code", "region_code", "first_year"),
    "reports": ("unit_id", "year", "kind", "activity", "quantity", "unit", "factor_id"),
}
LINES = (("fuel", "oil", "t", "F056"), ("electricity", "power", "MWh", "EF2023-average"))
ONE = Entry("U0", 2023, (Activity("fuel", "oil", 100.0, "t", "F056"),))


def section() -> Section:
    """Make the files, import them one after another, and save one draft again and again."""
    with TemporaryDirectory(prefix="carbonpeak-bench-") as made:
        engine, data = open_store(address(Path(made))), Dataset.open()
        took = {kind: _imported(engine, data, Path(made), kind) for kind in HEADS}
        seen = reports.enter(engine, EDITOR, data, ONE)
        draft = timed(lambda: _saved(engine, data, seen.report_id), 20)
        engine.dispose()
        data.close()
    rows = (
        *((f"{kind} imported", f"{took[kind]:.1f}", "s") for kind in HEADS),
        ("one draft saved", f"{draft.median_ms:.1f}", "ms"),
    )
    return Section("filing", COLUMNS, rows, NOTE, (replace(SECONDS, measured=took["reports"]),))


def _saved(engine: Engine, data: Dataset, report_id: str) -> None:
    reports.enter(engine, EDITOR, data, ONE, looking.number_of(engine, EDITOR, report_id))


def _imported(engine: Engine, data: Dataset, folder: Path, kind: str) -> float:
    file = folder / f"{kind}.csv"
    with file.open("w", newline="", encoding="utf-8") as given:
        writer = csv.writer(given)
        writer.writerow(HEADS[kind])
        writer.writerows(_rows(kind))
    start = time.perf_counter()
    found = importing.imported(engine, EDITOR, data, kind, file)
    if found.is_refused:
        raise SystemExit(found.faults[0].text.en)
    return time.perf_counter() - start


def _rows(kind: str) -> Iterator[tuple[object, ...]]:
    if kind == "companies":
        for one in range(COMPANIES):
            yield f"C{one}", f"企业{one}", "36-37", "320000"
    elif kind == "units":
        for one in range(UNITS):
            yield f"U{one}", f"C{one % COMPANIES}", f"单位{one}", "36-37", "320000", 2020
    else:
        for place in range(ROWS):
            activity, unit, year = LINES[place % 2], place // 2 % UNITS, place // 2 // UNITS
            yield f"U{unit}", 2020 + year, *activity[:2], 100 + place, *activity[2:]

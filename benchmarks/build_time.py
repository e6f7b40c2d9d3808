"""Time of building every table from the source files."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.report import Section
from carbonpeak.build.run import build_all
from carbonpeak.data import catalogue

COLUMNS = ("what", "value", "unit")


def section(raw: Path) -> Section:
    """Build once into a temporary folder; the tables of the repository are not touched."""
    if not raw.is_dir():
        return Section("build", COLUMNS, (), f"Skipped: there is no folder {raw} of source files.")
    with TemporaryDirectory(prefix="carbonpeak-bench-") as folder:
        start = time.perf_counter()
        built, _ = build_all(raw, data=Path(folder))
        seconds = time.perf_counter() - start
    shipped = catalogue.load(catalogue.DATA)
    same = "the same as" if built.version == shipped.version else "NOT the same as"
    rows = (
        ("build of all tables, once", f"{seconds:.1f}", "s"),
        ("tables", f"{len(built.tables)}", ""),
        ("rows", f"{sum(table.row_count for table in built.tables):,}", ""),
    )
    note = f"Data version {built.version}, {same} the one in data/."
    return Section("build", COLUMNS, rows, note)

"""Ten million made facility rows from CSV to a published version, beside DuckDB's own copy."""

import resource
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks import made_facilities
from benchmarks.report import Section, Target
from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import Origin
from carbonpeak.incoming.facility.importing import imported

ROWS = 10_000_000
SECONDS = Target("facility rows to a published version", 60.0, "s")
MEMORY = Target("memory of that import", 4.0, "GB")
RATIO = Target("that import beside DuckDB's copy", 3.0, "times")
TARGETS = (SECONDS, MEMORY, RATIO)
COLUMNS = ("what", "value", "unit")
NOTE = (
    "Both run in processes of their own with two threads; the copy reads the same CSV with types "
    "and writes Parquet. A machine that is busy with other things is slower in both."
)


def section() -> Section:
    """Make the rows, copy them, import and publish them; nothing of the repository is touched."""
    with TemporaryDirectory(prefix="carbonpeak-bench-") as made:
        file = Path(made) / "rows.csv"
        made_facilities.write(ROWS, file)
        copied, _, _ = _apart("copy", file)
        seconds, memory, withheld = _apart("import", file)
    measured = (seconds, memory, seconds / copied)
    rows = (
        ("rows", f"{ROWS:,}", ""),
        ("DuckDB's copy", f"{copied:.1f}", "s"),
        ("import and publish", f"{seconds:.1f}", "s"),
        ("import / copy", f"{seconds / copied:.2f}", ""),
        ("most memory", f"{memory:.2f}", "GB"),
        ("cells withheld", f"{withheld:.0f}", ""),
    )
    targets = tuple(
        Target(one.name, one.limit, one.unit, value)
        for one, value in zip(TARGETS, measured, strict=True)
    )
    return Section("facility rows", COLUMNS, rows, NOTE, targets)


def _apart(what: str, file: Path) -> tuple[float, float, float]:
    """Run one of the two in a process of its own: seconds, GB at most, cells withheld."""
    command = [sys.executable, "-m", "benchmarks.facility_times", what, str(file)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(told[0]), float(told[1]), float(told[2])


def copy(file: Path) -> int:
    """Write the file as Parquet by DuckDB alone."""
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.read_csv(str(file)).write_parquet(str(file.with_suffix(".parquet")))
    return 0


def publish(file: Path) -> int:
    """Import the file into a copy of the tables and publish it; return the cells withheld."""
    folder = file.parent / "data"
    (folder / "tables").mkdir(parents=True)
    shutil.copytree(catalogue.DATA / "tables", folder / "tables", dirs_exist_ok=True)
    shutil.copy2(catalogue.DATA / catalogue.FILE, folder)
    with closing(Dataset.open(folder)) as data:
        made = imported(data, file, Origin("bench", "made rows"), folder, folder)
    own_versions.publish(made.version, "", "bench", "made rows", folder)
    return made.withheld_count


def main(what: str, file: Path) -> None:
    """Do one of the two and print what it took."""
    start = time.perf_counter()
    withheld = {"copy": copy, "import": publish}[what](file)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9
    print(seconds, memory, withheld)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

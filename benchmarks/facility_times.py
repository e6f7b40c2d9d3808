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
from carbonpeak.data import catalogue, own_versions, publishing
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import Origin
from carbonpeak.incoming.facility.importing import imported

ROWS = 10_000_000
SECONDS = Target("facility rows to a published version", 60.0, "s")
MEMORY = Target("memory of that import", 4.0, "GB")
RATIO = Target("that import beside DuckDB's copy", 3.0, "times")
TARGETS = (SECONDS, MEMORY, RATIO)
COLUMNS = ("what", "value", "unit")
# One reading of the copy varies by half.
TURNS = 3
NOTE = (
    f"Both run in processes of their own with two threads, {TURNS} times in turn, and the least of "
    "each counts; the copy reads the same CSV with types and writes Parquet. The file is on the "
    "disk before the first. A machine that is busy with other things is slower in both."
)


def section() -> Section:
    """Make the rows, copy them, import and publish them; nothing of the repository is touched."""
    with TemporaryDirectory(prefix="carbonpeak-bench-") as made:
        file = Path(made) / "rows.csv"
        made_facilities.write(ROWS, file)
        publishing.sync_entry(file)
        turns = [(_apart("copy", file), _apart("import", file)) for _ in range(TURNS)]
    copied = min(copy_seconds for (copy_seconds, _, _), _ in turns)
    seconds = min(import_seconds for _, (import_seconds, _, _) in turns)
    memory = max(most for _, (_, most, _) in turns)
    withheld = turns[0][1][2]
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
    """Run one of the two in a process of its own: seconds, GB at most, cells withheld.

    Nothing is left of it: the next one writes anew.
    """
    with TemporaryDirectory(prefix="made-", dir=file.parent) as made:
        command = [sys.executable, "-m", "benchmarks.facility_times", what, str(file), made]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(told[0]), float(told[1]), float(told[2])


def copy(file: Path, made: Path) -> int:
    """Write the file as Parquet into a folder by DuckDB alone."""
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.read_csv(str(file)).write_parquet(str(made / "rows.parquet"))
    return 0


def publish(file: Path, made: Path) -> int:
    """Import the file into a copy of the tables and publish it; return the cells withheld."""
    folder = made / "data"
    (folder / "tables").mkdir(parents=True)
    shutil.copytree(catalogue.DATA / "tables", folder / "tables", dirs_exist_ok=True)
    shutil.copy2(catalogue.DATA / catalogue.FILE, folder)
    with closing(Dataset.open(folder)) as data:
        done = imported(data, file, Origin("bench", "made rows"), folder, folder)
    own_versions.publish(done.version, "", "bench", "made rows", folder)
    return done.withheld_count


def main(what: str, file: Path, made: Path) -> None:
    """Do one of the two and print what it took."""
    start = time.perf_counter()
    withheld = {"copy": copy, "import": publish}[what](file, made)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9
    print(seconds, memory, withheld)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))

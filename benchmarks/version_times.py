"""Versions of the tables: opening one, what differs between two, and a page while one is published.

Measured by a process of its own on a copy of the tables, so that nothing here is published.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from benchmarks.report import Section, Target
from benchmarks.timing import timed
from carbonpeak.data import catalogue, ledger, own_versions
from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import Origin
from carbonpeak.data.table_rows import Wanted
from carbonpeak.topics.versions import analysis

OPENING = Target("opening a version, median", 1.5, "s")
LEDGER = Target("ledger of two versions, every table another", 5, "s")
WHILE_PUBLISHING = Target("rerun while another process publishes, to its usual", 2, "times")
TARGETS = (OPENING, LEDGER, WHILE_PUBLISHING)
COLUMNS = ("what", "median ms", "p95 ms")
NOTE = (
    "The second version lacks the last row of every table that has two. The other process "
    "publishes one version after the other without a pause, and makes none."
)
RUNS, RERUNS, LIMIT_S = 5, 40, 120
BUREAU = "bench"


def section() -> Section:
    """Measure on a copy of the tables in a process of its own."""
    with tempfile.TemporaryDirectory() as given:
        data = Path(shutil.copytree(catalogue.DATA, Path(given) / "data"))
        environment = {**os.environ, "CARBONPEAK_DATA": str(data)}
        command = [sys.executable, "-m", "benchmarks.version_times", "measure"]
        done = subprocess.run(
            command, cwd=catalogue.ROOT, env=environment, stdout=subprocess.PIPE, check=True
        )
    found = json.loads(done.stdout)
    rows = tuple((what, f"{median:.0f}", f"{p95:.0f}") for what, (median, p95) in found.items())
    opening, differing, usual, publishing = (median for median, _ in found.values())
    measured = (opening / 1000, differing / 1000, publishing / usual)
    targets = tuple(
        Target(one.name, one.limit, one.unit, value, "versions")
        for one, value in zip(TARGETS, measured, strict=True)
    )
    return Section("versions", COLUMNS, rows, NOTE, targets)


def measure() -> dict[str, tuple[float, float]]:
    """Return median and 95th percentile, ms, of all that is measured, by what it is."""
    version = _other()
    place = own_versions.folder(version)
    if place is None:
        raise RuntimeError(f"version {version} is not there")
    calls = {"open a version": lambda: _open(place), "ledger": lambda: _compare(place)}
    timings = {what: timed(call, RUNS, 1) for what, call in calls.items()}
    rerun = _page()
    timings["rerun of the overview"] = timed(rerun, RERUNS)
    with _publisher(_like()):
        timings["rerun while publishing"] = timed(rerun, RERUNS)
    return {what: (one.median_ms, one.p95_ms) for what, one in timings.items()}


def _other() -> str:
    """Make a version of which every table is another one; return its name."""
    tables = [one for one in catalogue.load().tables if one.row_count > 1]
    return own_versions.accept(
        {one.name: _frame(one).iloc[:-1] for one in tables}, Origin(BUREAU, ""), catalogue.DATA
    )


def _like() -> str:
    """Make a version that is judged as the shipped one; return its name."""
    rows = _frame(catalogue.load().table("co2"))
    rows.loc[rows.index[-1], "co2_t"] += 1.0
    return own_versions.accept({"co2": rows}, Origin(BUREAU, ""), catalogue.DATA)


def _frame(table: Table) -> pd.DataFrame:
    """Return the rows of a table with the types it declares."""
    with closing(Dataset.open(catalogue.DATA)) as data:
        return data.rows_of(Wanted(table.name, named=False))[[one.name for one in table.fields]]


def _open(place: Path) -> None:
    with closing(Dataset.open(place)) as data:
        data.load_all()


def _compare(place: Path) -> None:
    with closing(Dataset.open(catalogue.DATA)) as before, closing(Dataset.open(place)) as after:
        ledger.counts(before, after)
        analysis.flipped(before, after)


def _page() -> Callable[[], object]:
    """Return what runs the overview once more, as a reader's click does."""
    app = AppTest.from_file(str(catalogue.ROOT / "dashboard.py"), default_timeout=LIMIT_S)
    with warnings.catch_warnings():
        # The test runner uses parts of the standard library that warn.
        warnings.simplefilter("ignore")
        app.run()
    return app.run


@contextmanager
def _publisher(version: str) -> Iterator[None]:
    """Publish a version and the shipped one in turn, by another process, until this ends."""
    command = [sys.executable, "-m", "benchmarks.version_times", "publish", version]
    with subprocess.Popen(command, cwd=catalogue.ROOT, stdout=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


def publish(version: str) -> None:
    """Publish a version and the shipped one in turn, for good."""
    now = own_versions.pointed()
    while True:
        to = "" if now == version else version
        own_versions.publish(to, now, BUREAU, "")
        now = to


if __name__ == "__main__":
    if sys.argv[1] == "publish":
        publish(sys.argv[2])
    print(json.dumps(measure()))

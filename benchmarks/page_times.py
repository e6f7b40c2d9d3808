"""Server time of every page: its first run in a new process, and reruns after a choice."""

import json
import subprocess
import sys

from benchmarks.page_reruns import MOVES, RERUNS
from benchmarks.report import Section, Target
from benchmarks.timing import Timing, summary
from carbonpeak.data.catalogue import ROOT

LIMIT_S = 300
MEDIAN = Target("rerun of every page, median", 50, "ms")
P95 = Target("rerun of every page, 95th percentile", 100, "ms")
COLUMNS = ("page", "alternated", "first run ms", "rerun median ms", "rerun p95 ms")
NOTE = (
    f"Time of the script in a session of Streamlit's test runner, {RERUNS} reruns after two "
    "warm-ups of each choice; the first run, in a process of its own, includes imports of the "
    "program and the loading of the tables. Regions has a province open, Sectors a division."
)


def section() -> Section:
    """Measure every page in a process of its own."""
    measured = {name: _measured(name) for name in MOVES}
    rows = tuple(
        (
            name,
            " / ".join(MOVES[name][0][1]),
            f"{cold_s * 1000:.0f}",
            f"{timing.median_ms:.1f}",
            f"{timing.p95_ms:.1f}",
        )
        for name, (cold_s, timing) in measured.items()
    )
    median, at_median = max((timing.median_ms, name) for name, (_, timing) in measured.items())
    p95, at_p95 = max((timing.p95_ms, name) for name, (_, timing) in measured.items())
    targets = (
        Target(MEDIAN.name, MEDIAN.limit, MEDIAN.unit, median, at_median),
        Target(P95.name, P95.limit, P95.unit, p95, at_p95),
    )
    return Section("pages", COLUMNS, rows, NOTE, targets)


def _measured(name: str) -> tuple[float, Timing]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.page_reruns", name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"page {name}: {done.stderr.strip()[-2000:]}")
    found = json.loads(done.stdout.splitlines()[-1])
    return found["cold_s"], summary(found["reruns_s"])

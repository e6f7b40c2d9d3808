"""How fast the program is, from build to export and under load; whether queries and rules agree.

`python -m benchmarks.run [RAW] [--only SECTION]` prints one report, which is also Markdown. It
exits with 1 where a query and its reference in pandas, or a rule and its plain loops, disagree;
never for slowness.
"""

import argparse
import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    browser_times,
    build_time,
    cold_visits,
    export_times,
    facility_times,
    filing_times,
    load,
    login_times,
    page_times,
    query_times,
    reporting_times,
    rule_times,
    version_times,
)
from benchmarks.report import Section, wrapped
from carbonpeak.data import catalogue

PACKAGES = ("duckdb", "pandas", "plotly", "streamlit")
TARGETS = (
    query_times.TARGET,
    *(rule.target for rule in rule_times.RULES),
    page_times.MEDIAN,
    page_times.P95,
    browser_times.TARGET,
    *load.TARGETS,
    *export_times.TARGETS,
    *version_times.TARGETS,
    *facility_times.TARGETS,
    *filing_times.TARGETS,
    *reporting_times.TARGETS,
    login_times.TARGET,
)
SECTIONS = (
    "build",
    "queries",
    "rules",
    "visits",
    "pages",
    "browser",
    "load",
    "export",
    "versions",
    "facilities",
    "filing",
    "reporting",
    "login",
)
COLUMNS = ("target", "at most", "measured", "slowest", "result")


def main(arguments: list[str] | None = None) -> int:
    """Print every section as it is measured, then the targets; return the exit code."""
    given = _parser().parse_args(arguments)
    sections: dict[str, Callable[[], Section]] = {
        "build": lambda: build_time.section(given.raw),
        "queries": query_times.section,
        "rules": rule_times.section,
        "visits": cold_visits.section,
        "pages": page_times.section,
        "browser": browser_times.section,
        "load": load.section,
        "export": export_times.section,
        "versions": version_times.section,
        "facilities": facility_times.section,
        "filing": filing_times.section,
        "reporting": reporting_times.section,
        "login": login_times.section,
    }
    print(f"# Benchmarks\n\n{wrapped(_machine())}\n", flush=True)
    done = []
    for name in [given.only] if given.only else sections:
        done.append(sections[name]())
        print(done[-1].text(), flush=True)
    measured = {target.name: target for section in done for target in section.targets}
    rows = tuple(measured.get(target.name, target).row() for target in TARGETS)
    print(Section("targets", COLUMNS, rows).text())
    return 1 if any(section.faults for section in done) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument(
        "raw",
        nargs="?",
        type=Path,
        default=Path("../shared/data"),
        help="folder of source files; the build is skipped where it does not exist",
    )
    parser.add_argument("--only", choices=SECTIONS)
    return parser


def _machine() -> str:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} processors, load {load:.1f} at the start (a busy machine is slower), "
        f"Python {platform.python_version()}, {versions}, "
        f"data version {catalogue.load(catalogue.DATA).version}."
    )


if __name__ == "__main__":
    sys.exit(main())

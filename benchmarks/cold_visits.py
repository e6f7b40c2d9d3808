"""What the first visit of each page makes the server do: queries, findings, figures, simulations.

Counted, not timed: the numbers are the same on every machine.
"""

import warnings
from collections import Counter

from streamlit.testing.v1 import AppTest

from benchmarks.page_reruns import MOVES
from benchmarks.report import Section
from carbonpeak.data import queries
from carbonpeak.data.catalogue import ROOT
from carbonpeak.data.dataset import name_of
from carbonpeak.screen import server
from carbonpeak.topics import registry

COLUMNS = ("page", "queries", "findings", "simulations", "figures", "shown")
NOTE = (
    "The first visit of each page by one reader, with nothing kept from before. Each query, "
    "finding and simulation counts once for each question that differs; figures built beyond "
    "those the page shows are made for its sentences."
)
LIMIT_S = 120
SIMULATION = "carbonpeak.topics.outlook.analysis_projection.project"


def section() -> Section:
    """Open every page once on a server of its own and count what was made."""
    return Section("cold visits", COLUMNS, tuple(_row(page) for page in MOVES), NOTE)


def _row(page: str) -> tuple[str, ...]:
    server.close()
    counts = _visited(page)
    builds = {name_of(spec.build) for spec in registry.PAGES[page].figures}
    asked = sum(count for name, count in counts.items() if name in queries.shipped())
    figures = sum(count for name, count in counts.items() if name in builds)
    simulated = counts[SIMULATION]
    findings = counts.total() - asked - figures - simulated
    shown = len(registry.PAGES[page].figures)
    return (page, *map(str, (asked, findings, simulated, figures, shown)))


def _visited(page: str) -> Counter[str]:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT_S)
    app.switch_page(f"pages/{page}.py")
    for name, value in MOVES[page][1].items():
        app.query_params[name] = value
    with warnings.catch_warnings():
        # The test runner uses parts of the standard library that warn.
        warnings.simplefilter("ignore")
        app.run()
    if app.exception:
        raise RuntimeError(f"{page}: {app.exception[0].value}")
    return server.dataset().counts()

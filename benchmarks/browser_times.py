"""What a reader waits for in a real browser, and what the server keeps in memory."""

import statistics

from playwright.sync_api import Browser

from benchmarks import server
from benchmarks.page_reruns import MOVES
from benchmarks.report import Section, Target
from carbonpeak.words import LANGS

WARM_VISITS = 5
ENTRY = "overview"
LIMIT_MB = 400
TARGET = Target("resident memory of the server", LIMIT_MB, "MB")
NOTE = (
    "A new server process and a headless Chromium on this machine, 1366 × 768; a page is quiet "
    "when its script has ended and every chart is drawn. Each warm visit has a new browser "
    "context, hence an empty browser cache. Memory is VmRSS of the server process; the browser "
    "is not in it."
)


def section() -> Section:
    """Visit a fresh server first as nobody did before, then again, then every page."""
    with server.serving() as (address, pid), server.chromium() as browser:
        before_mb = server.resident_mb(pid)
        cold_s = _visit(browser, address)
        warm_s = [_visit(browser, address) for _ in range(WARM_VISITS)]
        for name in MOVES:
            path = "" if name == ENTRY else name
            for lang in LANGS:
                _visit(browser, f"{address}/{path}?lang={lang}")
        after_mb = server.resident_mb(pid)
    rows = (
        ("Overview quiet, first visitor after start", f"{cold_s:.2f}", "s"),
        (f"Overview quiet, warm, median of {WARM_VISITS}", f"{statistics.median(warm_s):.2f}", "s"),
        ("server memory before the first visitor", f"{before_mb:.0f}", "MB"),
        ("server memory after four pages in two languages", f"{after_mb:.0f}", "MB"),
    )
    target = Target(TARGET.name, TARGET.limit, TARGET.unit, after_mb)
    return Section("browser", ("what", "value", "unit"), rows, NOTE, (target,))


def _visit(browser: Browser, url: str) -> float:
    with server.tab(browser) as page:
        return server.open_quiet(page, url)

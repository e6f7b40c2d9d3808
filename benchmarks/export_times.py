"""Figures into files: one warm picture, sixty together, a report, beside a browser per picture."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import cycle, islice

import kaleido
import pandas as pd

from benchmarks.report import Section, Target
from benchmarks.timing import Timing, summary
from carbonpeak import queries
from carbonpeak.export import browser, editions
from carbonpeak.export.edition import Edition
from carbonpeak.export.picture import Kind
from carbonpeak.export.renderer import Renderer
from carbonpeak.export.report import making, templates
from carbonpeak.figures.registry import FIGURES
from carbonpeak.warehouse import Warehouse

PICTURES, TOGETHER, IN_REPORT, PER_CALL = 100, 60, 20, 5
READERS = 4
WIDTH_MM, DPI = 156, 300
ONE: dict[Kind, Target] = {
    "png": Target("warm figure as PNG, 95th percentile", 300, "ms"),
    "pdf": Target("warm figure as PDF, 95th percentile", 300, "ms"),
    "svg": Target("warm figure as SVG, 95th percentile", 200, "ms"),
}
BATCH = Target("sixty figures as PNG", 10, "s")
REPORT = Target("report of twenty figures in Word", 15, "s")
TARGETS = (*ONE.values(), BATCH, REPORT)
COLUMNS = ("what", "pictures", "in all s", "median ms", "p95 ms")
NOTE = (
    "All figures of all pages in turn, charts and tables alike, in Chinese, "
    f"{WIDTH_MM} mm wide, {DPI} dpi; rows and charts are made before. Sixty figures are asked for "
    f"by {READERS} threads. "
    f"The last row starts a browser for each of {PER_CALL} charts, as Kaleido's own call does, and "
    "draws the chart alone, without words around it."
)


def section() -> Section:
    """Measure with one renderer that is kept, then with a browser per picture."""
    warehouse, renderer = Warehouse(), Renderer()
    try:
        shown = _editions(warehouse)
        renderer.render(shown[0], "png", WIDTH_MM, DPI)
        single = {kind: _single(renderer, shown, kind) for kind in ONE}
        batch_s = _together(renderer, shown)
        report_s = _report(warehouse, renderer, shown)
        per_call = _per_call(shown)
    finally:
        renderer.close()
        warehouse.close()
    rows: list[tuple[str, ...]] = [
        _row(f"{kind.upper()}, one after the other", *one) for kind, one in single.items()
    ]
    rows.append((f"PNG, {READERS} readers at once", str(TOGETHER), f"{batch_s:.1f}", "", ""))
    rows.append(("report in Word", str(IN_REPORT), f"{report_s:.1f}", "", ""))
    rows.append(_row("PNG, a browser per picture", *per_call))
    targets = [
        Target(target.name, target.limit, target.unit, single[kind][1].p95_ms)
        for kind, target in ONE.items()
    ]
    targets.append(Target(BATCH.name, BATCH.limit, BATCH.unit, batch_s))
    targets.append(Target(REPORT.name, REPORT.limit, REPORT.unit, report_s))
    return Section("export", COLUMNS, tuple(rows), NOTE, tuple(targets))


def _editions(warehouse: Warehouse) -> list[Edition]:
    def ask(name: str, **params: object) -> pd.DataFrame:
        return queries.run(warehouse, queries.find(name, queries.shipped()), params)

    made = []
    for name, figure in FIGURES.items():
        codes = (("region", "320000"),) if name.startswith("region_") else ()
        known = tuple(pair for pair in codes if pair[0] in figure.uses)
        made.append(editions.edition(ask, warehouse.catalogue.version, name, known, "zh"))
    return made


def _single(renderer: Renderer, shown: Sequence[Edition], kind: Kind) -> tuple[int, Timing]:
    calls = [
        partial(renderer.render, one, kind, WIDTH_MM, DPI) for one in islice(cycle(shown), PICTURES)
    ]
    return PICTURES, summary([_seconds(call) for call in calls])


def _together(renderer: Renderer, shown: Sequence[Edition]) -> float:
    asked = list(islice(cycle(shown), TOGETHER))
    with ThreadPoolExecutor(READERS) as readers:
        return _seconds(
            lambda: list(readers.map(lambda one: renderer.render(one, "png", WIDTH_MM, DPI), asked))
        )


def _report(warehouse: Warehouse, renderer: Renderer, shown: Sequence[Edition]) -> float:
    def ask(name: str, **params: object) -> pd.DataFrame:
        return queries.run(warehouse, queries.find(name, queries.shipped()), params)

    charts = [one for one in shown if one.exhibit.chart is not None][:IN_REPORT]

    def make() -> bytes:
        report = templates.chosen(ask, warehouse.catalogue.version, charts, "", "zh")
        return making.make(report, "docx", renderer)

    return _seconds(make)


def _per_call(shown: Sequence[Edition]) -> tuple[int, Timing]:
    charts = [one.exhibit.chart for one in shown if one.exhibit.chart is not None][:PER_CALL]
    path = {"path": browser.find()}
    options = {"format": "png", "width": 676, "scale": 3}
    return PER_CALL, summary(
        [
            _seconds(partial(kaleido.calc_fig_sync, chart, opts=options, kopts=path))
            for chart in charts
        ]
    )


def _row(what: str, count: int, one: Timing) -> tuple[str, ...]:
    return what, str(count), "", f"{one.median_ms:.0f}", f"{one.p95_ms:.0f}"


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start

"""Figures into files: one warm picture, sixty together, a report, beside a browser per picture."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from itertools import cycle, islice
from typing import TypeVar

import kaleido

from benchmarks.report import Section, Target
from benchmarks.timing import Timing, summary
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.export import lookup
from carbonpeak.export.picture import browser
from carbonpeak.export.picture.drawing_page import Kind
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import making, templates
from carbonpeak.topics.registry import FIGURES
from carbonpeak.words import Lang
from carbonpeak.words.speaker import Speaker

Made = TypeVar("Made")

PICTURES, TOGETHER, IN_REPORT, PER_CALL = 100, 60, 20, 5
READERS = 4
WIDTH_MM, DPI = 156, 300
JIANGSU, HEBEI = "320000", "130000"
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
    "All figures of all pages, charts and tables alike, in Chinese, "
    f"{WIDTH_MM} mm wide, {DPI} dpi; rows and charts are made before, and the browser has drawn "
    "the same figures in English. Drawn for the first time: every figure once. Warm: a hundred in "
    "turn, each drawn before, so that it only has to be printed; an SVG is kept as it is. The "
    f"sixty asked for by {READERS} threads are different figures, none drawn before. "
    f"The last row starts a browser for each of {PER_CALL} charts, as Kaleido's own call does, and "
    "draws the chart alone, without words around it."
)


def section() -> Section:
    """Measure with a renderer that is kept, a new one for each kind; a browser per picture last."""
    warehouse = Warehouse()
    try:
        figures = _Figures(warehouse)
        single = {kind: _single(figures, kind) for kind in ONE}
        batch_s = _with_renderer(figures, _together)
        report_s = _with_renderer(figures, _report)
        per_call = _per_call(figures)
    finally:
        warehouse.close()
    rows: list[tuple[str, ...]] = []
    for kind, (first, again) in single.items():
        rows.append(_row(f"{kind.upper()}, drawn for the first time", len(figures.shown), first))
        rows.append(_row(f"{kind.upper()}, warm", PICTURES, again))
    rows.append((f"PNG, {READERS} readers at once", str(TOGETHER), f"{batch_s:.1f}", "", ""))
    rows.append(("report in Word", str(IN_REPORT), f"{report_s:.1f}", "", ""))
    rows.append(_row("PNG, a browser per picture", PER_CALL, per_call))
    targets = [
        Target(target.name, target.limit, target.unit, single[kind][1].p95_ms)
        for kind, target in ONE.items()
    ]
    targets.append(Target(BATCH.name, BATCH.limit, BATCH.unit, batch_s))
    targets.append(Target(REPORT.name, REPORT.limit, REPORT.unit, report_s))
    return Section("export", COLUMNS, tuple(rows), NOTE, tuple(targets))


class _Figures:
    """The figures that are measured, and those that warm the browser before."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self.shown = self._of("zh", "energy", JIANGSU)
        self.others = self._of("en", "energy", JIANGSU)

    def different(self) -> list[PrintableFigure]:
        """Return figures of which no two are the same."""
        made = [*self.shown, *self._of("zh", "co2", JIANGSU), *self._of("zh", "energy", HEBEI)]
        return list({one.passport.id: one for one in made}.values())

    def _of(self, lang: Lang, measure: str, region: str) -> list[PrintableFigure]:
        """Return every figure of every page by a measure, for a region where it is of one."""
        made = []
        for name, figure in FIGURES.items():
            codes = (("measure", measure), ("region", region))
            known = tuple(pair for pair in codes if pair[0] in figure.uses)
            made.append(lookup.printable(self.data, name, known, Speaker(lang)))
        return made


def _with_renderer(figures: _Figures, measure: Callable[[Renderer, _Figures], Made]) -> Made:
    """Measure with a renderer whose browser has drawn the same figures in another language."""
    with closing(Renderer()) as renderer:
        _all(renderer, figures.others, "svg")
        return measure(renderer, figures)


def _single(figures: _Figures, kind: Kind) -> tuple[Timing, Timing]:
    """Return how long a figure takes that was not drawn before, and how long one that was."""

    def measure(renderer: Renderer, figures: _Figures) -> tuple[Timing, Timing]:
        calls = [partial(renderer.render, one, kind, WIDTH_MM, DPI) for one in figures.shown]
        first = summary([_seconds(call) for call in calls])
        return first, summary([_seconds(call) for call in islice(cycle(calls), PICTURES)])

    return _with_renderer(figures, measure)


def _together(renderer: Renderer, figures: _Figures) -> float:
    asked = figures.different()[:TOGETHER]
    return _seconds(lambda: _all(renderer, asked, "png"))


def _all(renderer: Renderer, asked: Sequence[PrintableFigure], kind: Kind) -> None:
    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(lambda one: renderer.render(one, kind, WIDTH_MM, DPI), asked))


def _report(renderer: Renderer, figures: _Figures) -> float:
    charts = [one for one in figures.shown if one.figure.chart is not None][:IN_REPORT]

    def make() -> bytes:
        report = templates.chosen(figures.data, charts, "", Speaker("zh"))
        return making.make(report, "docx", renderer)

    return _seconds(make)


def _per_call(figures: _Figures) -> Timing:
    charts = [one.figure.chart for one in figures.shown if one.figure.chart is not None]
    path = {"path": browser.find()}
    options = {"format": "png", "width": 676, "scale": 3}
    return summary(
        [
            _seconds(partial(kaleido.calc_fig_sync, chart, opts=options, kopts=path))
            for chart in charts[:PER_CALL]
        ]
    )


def _row(what: str, count: int, one: Timing) -> tuple[str, ...]:
    return what, str(count), "", f"{one.median_ms:.0f}", f"{one.p95_ms:.0f}"


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start

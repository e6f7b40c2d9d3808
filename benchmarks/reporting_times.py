"""Each part of the page Reporting units over a store of 100,000 reports, asked for the first time.

The rows are read into memory once for each server, by the first who opens the page.
"""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import made_records
from benchmarks.report import Section, Target
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE, Scope
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.topics import registry
from carbonpeak.topics.reporting import cards, waiting
from carbonpeak.topics.reporting.page import PAGE
from carbonpeak.topics.reporting.waiting import Waiting
from carbonpeak.words.speaker import Speaker

SLOWEST = Target("slowest part of reporting units, 100,000 reports", 100.0, "ms")
TARGETS = (SLOWEST,)
COLUMNS = ("part", "all, ms", "one province, ms")
SCOPES = {"all": WHOLE, "province": Scope("restricted", frozenset({"320000"}), None)}
CHOSEN = {"company": ["MADE17"], "reported": ["2025"], "day": ["2026-06-30"]}
TIMES = 3
NOTE = (
    "Processor time, the least of three, each with nothing kept but the rows in memory; "
    "to read them took {load:.1f} s."
)


def section() -> Section:
    """Make the store and ask for every part as two scopes see it."""
    with TemporaryDirectory(prefix="carbonpeak-bench-") as folder:
        engine = made_records.write(Path(folder) / "store.sqlite")
        with closing(Warehouse(store=lambda: engine.url)) as tables:
            load_s, found = _measured(tables)
        engine.dispose()
    parts = {name for _, name in found}
    rows = tuple(
        (name, *(f"{found[scope, name]:.0f}" for scope in SCOPES)) for name in sorted(parts)
    )
    slowest = replace(SLOWEST, measured=max(found.values()))
    return Section("reporting", COLUMNS, rows, NOTE.format(load=load_s), (slowest,))


def _measured(tables: Warehouse) -> tuple[float, dict[tuple[str, str], float]]:
    """Return seconds to read all rows, and ms of each part by scope and name."""
    start = time.process_time()
    _once(Dataset(tables, WHOLE), _parts())
    load_s = time.process_time() - start
    found: dict[tuple[str, str], float] = {}
    for scope, seen in SCOPES.items():
        for name, part in _parts().items():
            times = [_once(Dataset(tables, seen), {name: part}) for _ in range(TIMES)]
            found[scope, name] = min(times)
    return load_s, found


def _parts() -> dict[str, Callable[[Dataset], object]]:
    """Return what makes each part of the page, chart and table."""
    tell = Speaker("zh")

    def figure(name: str) -> Callable[[Dataset], object]:
        def made(data: Dataset) -> object:
            given = registry.chosen(data, PAGE, CHOSEN)
            found = registry.figure(data, name, given, tell)
            return found and found.chart

        return made

    def glance(data: Dataset) -> object:
        return cards.cards(data, registry.chosen(data, PAGE, CHOSEN).typed, tell)

    def listed(one: Waiting) -> Callable[[Dataset], object]:
        def made(data: Dataset) -> object:
            return waiting.rows(data, one, registry.chosen(data, PAGE, CHOSEN).typed)

        return made

    lists = {f"waiting_{one.name}": listed(one) for one in waiting.LISTS}
    return {"cards": glance, **lists, **{spec.name: figure(spec.name) for spec in PAGE.figures}}


def _once(data: Dataset, parts: dict[str, Callable[[Dataset], object]]) -> float:
    """Return the ms that parts take after names and codes, which every page asks for."""
    registry.chosen(data, PAGE, CHOSEN)
    data.ask("sources__all")
    start = time.process_time()
    for part in parts.values():
        part(data)
    return (time.process_time() - start) * 1000

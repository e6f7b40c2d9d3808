"""Every query as the pages ask it, beside the same rows computed with pandas."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from benchmarks import frames
from benchmarks.agreement import disagreement
from benchmarks.calls import CALLS, words
from benchmarks.frames import Frames
from benchmarks.reference import REFERENCES
from benchmarks.report import Section, Target
from benchmarks.timing import Timing, timed
from carbonpeak.data import queries
from carbonpeak.data.queries import Query
from carbonpeak.data.warehouse import SUMMARIES, Warehouse

RUNS = 50
LIMIT_MS = 10
TARGET = Target("every query, median", LIMIT_MS, "ms")
COLUMNS = (
    "query",
    "parameters",
    "rows",
    "median ms",
    "p95 ms",
    "processor ms",
    "pandas median ms",
    "pandas / query",
    "agree",
)
NOTE = (
    f"Warm, {RUNS} runs each, through `queries.run` on one warehouse: parameters checked, cursor, "
    "timer, rows as a DataFrame. Processor time (mean, both threads) says what a run costs where "
    "neighbours make it wait. pandas starts from loaded tables and from sums made beforehand, as "
    "the warehouse does. They agree where shape, keys and words are the same and numbers differ by "
    "at most 1e-9 of themselves; the kept sums are compared whole too."
)


def section() -> Section:
    """Measure every query and hold it against its reference."""
    warehouse, tables = Warehouse(), frames.load()
    try:
        faults = [*_uncovered(), *_kept_sums(warehouse, tables)]
        answers = [_answer(warehouse, tables, query, params) for query, params in _asked()]
    finally:
        warehouse.close()
    slowest, where = max((timing.median_ms, row[0]) for row, timing, _ in answers)
    return Section(
        "queries",
        COLUMNS,
        tuple(row for row, _, _ in answers),
        NOTE,
        (Target(TARGET.name, TARGET.limit, TARGET.unit, slowest, where),),
        (*faults, *(fault for _, _, fault in answers if fault)),
    )


def _asked() -> list[tuple[Query, dict[str, Any]]]:
    known = [query for query in queries.shipped().values() if query.name in REFERENCES]
    return [(query, params) for query in known for params in CALLS.get(query.name, ())]


def _uncovered() -> list[str]:
    missing = [name for name in queries.shipped() if name not in CALLS.keys() & REFERENCES.keys()]
    return [f"{name}: no call or no reference" for name in missing]


def _kept_sums(warehouse: Warehouse, tables: Frames) -> list[str]:
    """Return what differs between the sums the warehouse keeps and those pandas makes, whole."""
    faults = []
    for name, query in queries.load(SUMMARIES).items():
        kept, other = warehouse.rows(f"select * from {name}"), tables.get(name, pd.DataFrame())
        columns = [column for column in query.columns() if column in other]
        fault = disagreement(kept, other[columns], query.grain)
        faults += [f"{name}: {fault}"] if fault else []
    return faults


def _answer(
    warehouse: Warehouse, tables: Frames, query: Query, params: dict[str, Any]
) -> tuple[tuple[str, ...], Timing, str]:
    """Return the row of one call, its timing, and the disagreement if there is one."""
    data: Callable[[], pd.DataFrame] = partial(queries.run, warehouse, query, params)
    reference = partial(_computed, tables, query, params)
    rows = data()
    fault = disagreement(rows, reference(), query.grain)
    ours, pandas = timed(data, RUNS), timed(reference, RUNS)
    row = (
        query.name,
        words(params),
        str(len(rows)),
        f"{ours.median_ms:.2f}",
        f"{ours.p95_ms:.2f}",
        f"{ours.processor_ms:.2f}",
        f"{pandas.median_ms:.2f}",
        f"{pandas.median_ms / ours.median_ms:.1f}",
        "NO" if fault else "yes",
    )
    return row, ours, f"{query.name} ({words(params)}): {fault}" if fault else ""


def _computed(tables: Frames, query: Query, params: dict[str, Any]) -> pd.DataFrame:
    given = {param.name: params.get(param.name) for param in query.params}
    return REFERENCES[query.name](tables, **given)[list(query.columns())]

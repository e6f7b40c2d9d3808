"""The rules of Peak, Drivers, Outlook, market and footprint as pages run them, beside loops."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.report import Section, Target
from benchmarks.timing import timed
from carbonpeak.data.dataset import Dataset
from tests.reference import allocation_by_loops as loops_allocation
from tests.reference import drivers_by_loops as loops_drivers
from tests.reference import outlook_by_loops as loops_outlook
from tests.reference import peak_by_loops as loops_peak
from tests.reference import study_by_loops as loops_study

RUNS = 15
TOLERANCE = 1e-9
COLUMNS = (
    "rule",
    "results",
    "median ms",
    "p95 ms",
    "processor ms",
    "loops median ms",
    "loops / rule",
    "agree",
)
NOTE = (
    f"Warm, {RUNS} runs each, queries included on both sides. The loops go through one series, "
    "cell or path after the other with Python's own numbers; they agree where states are the same "
    "and numbers differ by at most 1e-9 of themselves."
)


@dataclass(frozen=True)
class Rule:
    """One rule: what it is called, its limit, the version of the pages and the one by loops."""

    target: Target
    vectorised: Callable[[Any], Any]
    loop: Callable[[Any], Any]


PEAK = Target("all states, province by division", 1000, "ms")
DECOMPOSITION = Target("decomposition, 30 provinces x 38 divisions", 100, "ms")
ALLOCATION = Target("allowances of 100,000 units", 300, "ms")
PATHS = Target("10,000 simulated paths", 300, "ms")
STUDY = Target("study of 1,000 rows, its figures drawn", 200, "ms")
RULES = (
    Rule(PEAK, loops_peak.vectorised, loops_peak.loop),
    Rule(DECOMPOSITION, loops_drivers.vectorised, loops_drivers.loop),
    Rule(ALLOCATION, loops_allocation.vectorised, loops_allocation.loop),
    Rule(PATHS, loops_outlook.vectorised, loops_outlook.loop),
    Rule(STUDY, loops_study.vectorised, loops_study.loop),
)


def section() -> Section:
    """Measure every rule and hold it against its loops."""
    data = Dataset.open()
    try:
        measured = [_measure(rule, data) for rule in RULES]
    finally:
        data.close()
    return Section(
        "rules",
        COLUMNS,
        tuple(row for row, _, _ in measured),
        NOTE,
        tuple(target for _, target, _ in measured),
        tuple(fault for _, _, fault in measured if fault),
    )


def _measure(rule: Rule, data: Callable[..., pd.DataFrame]) -> tuple[tuple[str, ...], Target, str]:
    """Return the row of one rule, its target with what was measured, and a disagreement."""
    ours, theirs = partial(rule.vectorised, data), partial(rule.loop, data)
    found = ours()
    agree = _same(found, theirs())
    fast, slow = timed(ours, RUNS), timed(theirs, RUNS)
    name = rule.target.name
    row = (
        name,
        str(len(found)),
        f"{fast.median_ms:.1f}",
        f"{fast.p95_ms:.1f}",
        f"{fast.processor_ms:.1f}",
        f"{slow.median_ms:.1f}",
        f"{slow.median_ms / fast.median_ms:.1f}",
        "yes" if agree else "NO",
    )
    target = Target(name, rule.target.limit, rule.target.unit, fast.median_ms, "median")
    return row, target, "" if agree else f"{name}: the loops give something else"


def _same(one: Any, other: Any) -> bool:
    if not isinstance(one, dict):
        return bool(np.allclose(one, other, rtol=TOLERANCE, atol=0))
    if one.keys() != other.keys():
        return False
    return all(_same_value(one[key], other[key]) for key in one)


def _same_value(one: Any, other: Any) -> bool:
    if isinstance(one, str):
        return one == other
    return bool(np.isclose(one, other, rtol=TOLERANCE, atol=0))

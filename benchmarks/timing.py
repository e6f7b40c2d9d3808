"""Repeated measurement of one call."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Timing:
    """Median and 95th percentile of a number of runs, and their mean processor time, in ms."""

    median_ms: float
    p95_ms: float
    processor_ms: float = float("nan")


def timed(call: Callable[[], object], runs: int, warm_ups: int = 3) -> Timing:
    """Measure a call ``runs`` times after some runs that do not count."""
    for _ in range(warm_ups):
        call()
    start = time.process_time()
    runs_s = [_seconds(call) for _ in range(runs)]
    return summary(runs_s, time.process_time() - start)


def summary(runs_s: Sequence[float], processor_s: float = float("nan")) -> Timing:
    """Return the timing of runs given in seconds, and of the processor time of all of them."""
    median, p95 = np.percentile(np.asarray(runs_s) * 1000, [50, 95])
    return Timing(float(median), float(p95), 1000 * processor_s / len(runs_s))


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start

"""Units that somebody put in, brought through the allocation, beside what they break even at."""

import numpy as np
import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.indicators import allocation
from carbonpeak.indicators.allocation import BALANCE, BENCHMARK, INDUSTRY_METHODS
from carbonpeak.topics.market.analysis_allocation import (
    CURVE_FROM,
    CURVE_POINTS,
    CURVE_TO,
    LINES,
    POWER,
    positions,
)

# What the calculator calls the columns of the table.
NAMES = {"year": "vintage", "load_factor": "load", "balance_t_per_t": "balance"}


@once_per_dataset
def groups(data: Dataset) -> tuple[str, ...]:
    """Return the kinds of unit and vintages with own rows ("power-2024"), the last year first."""
    rows = data.ask("market__units", line=None, year=None)
    found = {(str(line), int(year)) for line, year in zip(rows["line"], rows["year"], strict=True)}
    ordered = sorted(found, key=lambda one: (LINES.index(one[0]), -one[1]))
    return tuple(f"{line}-{year}" for line, year in ordered)


@once_per_dataset
def held(data: Dataset, line: str, year: int) -> pd.DataFrame:
    """Return own units of a kind and vintage with what they are allocated.

    Beside the columns of ``positions``: ``even`` (the intensity at which each has neither surplus
    nor deficit, t per MWh or t), ``relative`` (its own over that), ``due_share`` (its surplus or
    deficit over what it would emit there). All three are missing without a balance value.
    """
    rows = data.ask("market__units", line=line, year=year).rename(columns=NAMES)
    numbers = {name: rows[name].astype(float) for name in ("load", "balance", "co2_t", "output")}
    amounts = {
        name: rows[name].astype(float).fillna(0.0) for name in ("heat_gj", "cf4_t", "c2f6_t")
    }
    found = positions(data, rows.assign(**numbers, **amounts))
    even = _even(found)
    return found.assign(
        even=even,
        relative=found["intensity"] / even,
        due_share=found["due_t"] / (even * found["output"]),
    )


def _even(found: pd.DataFrame) -> "pd.Series[float]":
    is_power, is_balance = (found["method"] == one for one in (BENCHMARK, BALANCE))
    own = found["allowances_t"] / found["output"]
    return found["intensity"].mask(is_power, own).mask(is_balance, found["balance"])


def curve(line: str, year: int, at: "pd.Series[float]") -> pd.DataFrame:
    """Return the curve that all units of a kind and vintage lie on, as wide as they need.

    Columns: ``relative`` (intensity over that of breaking even), ``due_share`` as in ``held``.
    """
    known = at.dropna()
    low, high = min([CURVE_FROM, *known]), max([CURVE_TO, *known])
    steps = np.linspace(low, high, CURVE_POINTS)
    if line == POWER:
        shares = allocation.asked_for(1 - steps, steps)
    elif INDUSTRY_METHODS[year] == BALANCE:
        shares = steps * allocation.rate(1 - steps)
    else:
        shares = np.zeros(len(steps))
    return pd.DataFrame({"relative": steps, "due_share": shares})

"""Units brought through the allocation: which rule judges them, with which benchmark."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.indicators import allocation
from carbonpeak.indicators.allocation import BALANCE, BENCHMARK, INDUSTRY_METHODS
from carbonpeak.topics.market import analysis
from carbonpeak.topics.market.choices import Unit

LINES = ("power", "clinker", "steel", "aluminium")
POWER = LINES[0]
GAS = "gas"
# The curve runs from this part of the middle intensity to that, in so many points.
CURVE_FROM, CURVE_TO, CURVE_POINTS = 0.6, 1.4, 81


@once_per_dataset
def power_rules(data: Dataset) -> pd.DataFrame:
    """Return the benchmarks per power generated: year, class, electricity, heat, is_draft.

    Older plans count power supplied and have corrections that are not in the tables: no unit is
    reckoned by them.
    """
    rows = analysis.benchmarks(data)
    generated = rows[rows["output_basis"] == "generated"]
    wide = generated.set_index(["year", "unit_class"])[["value", "rule_status"]]
    heat = rows[rows["carrier"] == "heat"].set_index(["year", "unit_class"])["value"]
    return pd.DataFrame(
        {
            "electricity": wide["value"],
            "heat": heat.reindex(wide.index),
            "is_draft": wide["rule_status"] == "draft",
        }
    ).reset_index()


@once_per_dataset
def vintages(data: Dataset, line: str) -> tuple[int, ...]:
    """Return the vintages in which units of a line can be reckoned."""
    if line != POWER:
        return tuple(INDUSTRY_METHODS)
    return tuple(sorted(int(year) for year in power_rules(data)["year"].unique()))


@once_per_dataset
def usual_vintage(data: Dataset, line: str) -> int:
    """Return the last vintage whose rule is final."""
    if line != POWER:
        return max(INDUSTRY_METHODS)
    rows = power_rules(data)
    return int(rows.loc[~rows["is_draft"], "year"].max())


@once_per_dataset
def classes(data: Dataset, vintage: int) -> tuple[str, ...]:
    """Return the classes of power units that have a benchmark in a vintage."""
    rows = power_rules(data)
    return tuple(rows.loc[rows["year"] == vintage, "unit_class"])


def positions(data: Dataset, units: pd.DataFrame) -> pd.DataFrame:
    """Return units with their rule and what they are allocated, one row each in their order.

    Args:
        data: the tables.
        units: columns ``line``, ``vintage``, ``unit_class``, ``output``, ``heat_gj``, ``load``,
            ``co2_t``, ``cf4_t``, ``c2f6_t``, ``balance``, already checked.

    Returns:
        The units with ``method``, ``electricity``, ``heat``, ``is_draft``, ``emissions_t`` and the
        columns of ``allocation.allocated``.
    """
    keys = {"vintage": "year"}
    rules = power_rules(data)
    found = units.rename(columns=keys).merge(rules, on=["year", "unit_class"], how="left")
    found = found.rename(columns={"year": "vintage"}).set_axis(units.index)
    is_power = found["line"] == POWER
    ready = found.assign(
        method=_methods(found, is_power),
        is_draft=(found["is_draft"] == True) & is_power,  # noqa: E712
        is_coal=is_power & (found["unit_class"] != GAS),
        emissions_t=allocation.co2e(found["co2_t"], found["cf4_t"], found["c2f6_t"]),
    )
    return ready.join(allocation.allocated(ready))


def position(data: Dataset, unit: Unit) -> "pd.Series[Any]":
    """Return one unit with its rule and what it is allocated."""
    return positions(data, frame([unit])).iloc[0]


def frame(units: Sequence[Unit]) -> pd.DataFrame:
    """Return units as rows; a balance value that is not given is missing."""
    rows = pd.DataFrame([vars(unit) for unit in units])
    return rows.assign(balance=rows["balance"].astype(float))


def curve(data: Dataset, unit: Unit) -> pd.DataFrame:
    """Return surplus (deficit, negative) by intensity for units that differ in nothing else.

    Columns: ``intensity`` (t per MWh or t), ``surplus_per_output`` and ``due_per_output`` (the same
    unit, capped). Where no balance value is given: ``relative`` (intensity over balance value) and
    ``rate`` (of the emissions) instead.
    """
    own = position(data, unit)
    steps = np.linspace(CURVE_FROM, CURVE_TO, CURVE_POINTS)
    if own["method"] == BALANCE and unit.balance is None:
        return pd.DataFrame({"relative": steps, "rate": allocation.rate(1 - steps)})
    middle = break_even(own)
    many = pd.DataFrame([own[list(vars(unit))]] * len(steps)).reset_index(drop=True)
    many = many.assign(co2_t=middle * steps * unit.output, cf4_t=0.0, c2f6_t=0.0)
    many[["output", "heat_gj", "load", "balance"]] = many[
        ["output", "heat_gj", "load", "balance"]
    ].astype(float)
    found = positions(data, many.astype({"vintage": int}))
    return pd.DataFrame(
        {
            "intensity": found["intensity"],
            "surplus_per_output": found["surplus_t"] / unit.output,
            "due_per_output": found["due_t"] / unit.output,
        }
    )


def break_even(own: "pd.Series[Any]") -> float:
    """Return the intensity at which a unit has neither surplus nor deficit, t per MWh or t."""
    if own["method"] == BENCHMARK:
        return float(own["allowances_t"] / own["output"])
    return float(own["balance"] if own["method"] == BALANCE else own["intensity"])


def _methods(units: pd.DataFrame, is_power: "pd.Series[bool]") -> "pd.Series[str]":
    return units["vintage"].map(INDUSTRY_METHODS).mask(is_power, BENCHMARK)

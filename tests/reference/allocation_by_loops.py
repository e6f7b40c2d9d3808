"""The allocation unit by unit, as the rules read in words.

`loop(data)` and `vectorised(data)` give the same numbers for the same made units: allowances, and
what is left or short with the cap, in tonnes.
"""

import math

import numpy as np
import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.indicators.allocation import allocated
from carbonpeak.topics.market.analysis_allocation import power_rules

UNITS, SEED = 100_000, 2030


def made(data: Dataset) -> pd.DataFrame:
    """Return made units of every kind: power by the rules of the tables, and the industries."""
    chance = np.random.default_rng(SEED)
    rules = power_rules(data)
    rule = rules.iloc[chance.integers(len(rules), size=UNITS)].reset_index(drop=True)
    output = chance.uniform(1e5, 5e6, UNITS)
    method = chance.choice(["benchmark", "balance", "verified"], UNITS)
    return pd.DataFrame(
        {
            "method": method,
            "output": output,
            "heat_gj": chance.uniform(0, 2e6, UNITS),
            "load": chance.uniform(0.2, 1, UNITS),
            "is_coal": (rule["unit_class"] != "gas") & (method == "benchmark"),
            "is_draft": rule["is_draft"] & (method == "benchmark"),
            "emissions_t": output * chance.uniform(0.3, 1.3, UNITS),
            "electricity": rule["electricity"],
            "heat": rule["heat"],
            "balance": chance.uniform(0.5, 1, UNITS),
        }
    )


def vectorised(data: Dataset) -> np.ndarray:
    """Return allowances and positions as the program makes them."""
    return allocated(_kept(data))[["allowances_t", "due_t"]].to_numpy()


def loop(data: Dataset) -> np.ndarray:
    """Return the same by a plain loop over the units."""
    return np.array([_one(unit) for unit in _kept(data).to_dict("records")])


def _one(unit: dict) -> tuple[float, float]:
    emissions = unit["emissions_t"]
    if unit["method"] == "verified":
        return emissions, 0.0
    if unit["method"] == "balance":
        apart = (unit["balance"] - emissions / unit["output"]) / unit["balance"]
        allowances = emissions * (1 + max(-0.03, min(0.03, 0.15 * apart)))
        return allowances, allowances - emissions
    electricity = unit["output"] * unit["electricity"] * _factor(unit)
    allowances = electricity + unit["heat_gj"] * unit["heat"]
    return allowances, max(allowances - emissions, -0.2 * emissions)


def _factor(unit: dict) -> float:
    load = unit["load"]
    if not unit["is_coal"] or load >= (0.5 if unit["is_draft"] else 0.65):
        return 1.0
    if not unit["is_draft"]:
        return 1.015 ** (16 - 20 * load)
    percent = 100 * load
    first, second = 1 - math.exp(-percent / 29.822), 1 - math.exp(-percent / 6.871)
    return 7.254 - 0.633 * first - 5.643 * second


def _kept(data: Dataset) -> pd.DataFrame:
    return data.cached(made)

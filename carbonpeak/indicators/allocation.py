"""Allowances of the national carbon market by unit: tonnes of CO2, one allowance is one tonne.

All functions take numbers or whole columns; a frame of any length goes through in one pass.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from carbonpeak.thresholds import (
    DRAFT_LOAD,
    DRAFT_LOAD_FLOOR,
    GWP_C2F6,
    GWP_CF4,
    LOAD_BASE,
    LOAD_FLOOR,
    LOAD_OFFSET,
    LOAD_SLOPE,
    POWER_DEFICIT_CAP,
    RATE_CAP,
    RATE_SLOPE,
)

# How units are judged: by a benchmark of power, by the distance to a balance value, or by their
# own verified emissions.
BENCHMARK, BALANCE, VERIFIED = "benchmark", "balance", "verified"
# Vintages of the three industries by how the plan judges them (rules M01, M04, M07; a test holds
# them to the table). For later ones no final text was seen.
INDUSTRY_METHODS: Mapping[int, str] = MappingProxyType({2024: VERIFIED, 2025: BALANCE})


def load_correction(load: Any, is_coal: Any, is_draft: Any) -> Any:
    """Return the factor by which the benchmark of a coal unit grows at a low load, else 1.

    Args:
        load: load factor, a fraction from 0 to 1.
        is_coal: whether the unit burns coal.
        is_draft: whether the draft for 2025 and 2026 holds, or the rule of 2023 and 2024.
    """
    load = np.asarray(load, dtype=float)
    final = LOAD_BASE ** (LOAD_OFFSET - LOAD_SLOPE * load)
    is_low = load < np.where(is_draft, DRAFT_LOAD_FLOOR, LOAD_FLOOR)
    corrected = np.where(is_draft, _draft_correction(100 * load), final)
    return np.where(is_low & np.asarray(is_coal), corrected, 1.0)


def power(output_mwh: Any, heat_gj: Any, correction: Any, electricity: Any, heat: Any) -> Any:
    """Return the allowances of power units, t: output times benchmark, of electricity and heat.

    ``electricity`` in t/MWh, ``heat`` in t/GJ; only electricity is corrected for the load.
    """
    return np.multiply(output_mwh, electricity) * correction + np.multiply(heat_gj, heat)


def distance(intensity: Any, balance: Any) -> Any:
    """Return how far an intensity lies below the balance value, as a fraction of it."""
    return (balance - np.asarray(intensity, dtype=float)) / balance


def rate(apart: Any) -> Any:
    """Return the surplus (deficit, negative) for a distance, as a fraction of the emissions."""
    return np.clip(RATE_SLOPE * np.asarray(apart, dtype=float), -RATE_CAP, RATE_CAP)


def co2e(co2_t: Any, cf4_t: Any, c2f6_t: Any) -> Any:
    """Return the emissions of aluminium smelting, t CO2e."""
    return np.asarray(co2_t, dtype=float) + GWP_CF4 * cf4_t + GWP_C2F6 * c2f6_t


def asked_for(surplus_t: Any, emissions_t: Any) -> Any:
    """Return the surplus (deficit, negative) of power units with the deficit cut at its cap, t."""
    return np.maximum(surplus_t, -POWER_DEFICIT_CAP * np.asarray(emissions_t, dtype=float))


def allocated(units: pd.DataFrame) -> pd.DataFrame:
    """Return allowances and position of units, one row each in their order.

    ``units`` has ``method``, ``output`` (MWh or t, above 0), ``heat_gj``, ``load`` (fraction),
    ``is_coal``, ``is_draft``, ``emissions_t``, ``electricity`` (t/MWh), ``heat`` (t/GJ) and
    ``balance`` (t/t); what a method does not use may be missing, and without a balance value there
    are no allowances. Returned are ``intensity`` (t per MWh or t), ``correction`` of the load,
    ``distance`` and ``rate`` to the balance value, ``allowances_t``, ``surplus_t`` (deficit:
    negative) by the formula, ``due_t`` with the deficit of power cut at its cap, ``is_capped``.
    """
    numbers = {name: _column(units, name) for name in _NUMBERS}
    is_power = (units["method"] == BENCHMARK).to_numpy()
    is_balance = (units["method"] == BALANCE).to_numpy()
    emissions = numbers["emissions_t"]
    correction = load_correction(numbers["load"], units["is_coal"], units["is_draft"])
    apart = distance(emissions / numbers["output"], numbers["balance"])
    by_benchmark, by_balance = _by_benchmark(numbers, correction), emissions * (1 + rate(apart))
    allowances = np.select([is_power, is_balance], [by_benchmark, by_balance], emissions)
    surplus = allowances - emissions
    due = np.where(is_power, asked_for(surplus, emissions), surplus)
    columns = {
        "intensity": emissions / numbers["output"],
        "correction": np.where(is_power, correction, np.nan),
        "distance": np.where(is_balance, apart, np.nan),
        "rate": np.where(is_balance, rate(apart), np.nan),
        "allowances_t": allowances,
        "surplus_t": surplus,
        "due_t": due,
        "is_capped": (is_balance & _is_at_cap(apart)) | (is_power & (due > surplus)),
    }
    return pd.DataFrame(columns, index=units.index)


_NUMBERS = ("output", "heat_gj", "load", "emissions_t", "electricity", "heat", "balance")


def _by_benchmark(numbers: Mapping[str, Any], correction: Any) -> Any:
    heat = np.nan_to_num(numbers["heat_gj"])
    of_electricity, of_heat = numbers["electricity"], numbers["heat"]
    return power(numbers["output"], heat, correction, of_electricity, of_heat)


def _is_at_cap(apart: Any) -> Any:
    return RATE_SLOPE * np.abs(apart) >= RATE_CAP


def _column(units: pd.DataFrame, name: str) -> Any:
    return units[name].to_numpy(dtype=float, na_value=np.nan)


def _draft_correction(load_pct: Any) -> Any:
    start, *falls = DRAFT_LOAD
    return start - sum(size * (1 - np.exp(-load_pct / scale)) for size, scale in falls)

"""Intensity: energy or CO2 per unit of real value added, and its change."""

from typing import Any

import pandas as pd

CNY_PER_1E4 = 1e4


def intensity(quantity: "pd.Series[Any]", value_added_cny: "pd.Series[Any]") -> "pd.Series[float]":
    """Return tonnes (tce or CO2) per 10^4 yuan.

    A denominator that is missing, zero or negative gives a missing value, never infinity or zero.
    """
    usable = value_added_cny.where(value_added_cny > 0)
    return quantity.astype(float) / (usable.astype(float) / CNY_PER_1E4)


def change_from_growth(growth_quantity: float, growth_value_added: float) -> float:
    """Return the yearly change of an intensity from two growth rates, all as fractions."""
    return (1 + growth_quantity) / (1 + growth_value_added) - 1

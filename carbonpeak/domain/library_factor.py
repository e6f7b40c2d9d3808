"""A factor of the library as a row of a study takes it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from carbonpeak.data.units import PER
from carbonpeak.domain.study import GATE, GRAVE, Factor
from carbonpeak.thresholds import NATION

ELECTRICITY = "electricity"
CHINA = "CN"
# What the library calls a boundary, as a study does; a warming potential has none.
BOUNDARIES = {"cradle_to_gate": GATE, "cradle_to_grave": GRAVE, "none": ""}


def factor_of(row: Mapping[Any, Any], lang: str) -> Factor:
    """Return a row of ``factors__library`` as a factor with all that is known of it."""
    return Factor(
        factor_id=str(row["factor_id"]),
        name=str(row[f"name_{lang}"]),
        value=float(row["value"]),
        unit=str(row["unit"]),
        year=None if pd.isna(row["year"]) else int(row["year"]),
        region=NATION if row["region"] == CHINA else str(row["region"]),
        boundary=_boundary(row),
        standing=str(row["standing"]),
        source=str(row[f"source_{lang}"]),
    )


def per_unit(row: Mapping[Any, Any]) -> str:
    """Return the unit of what a factor of the library is per ("kWh" of "kg CO2e/kWh")."""
    return str(row["unit"]).partition(PER)[2]


def _boundary(row: Mapping[Any, Any]) -> str:
    """Return the boundary; nothing follows the use of electricity, so its whole life is a gate."""
    if row["kind"] == ELECTRICITY:
        return GATE
    return BOUNDARIES.get(row["boundary"], str(row["boundary"]))

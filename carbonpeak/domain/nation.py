"""The nation's own estimate, by year, and where it stands."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import doubts
from carbonpeak.domain.view import BASES, View
from carbonpeak.indicators.assessment import assess
from carbonpeak.indicators.intensity import intensity
from carbonpeak.indicators.tiers import PACES
from carbonpeak.thresholds import BASE_YEAR


@once_per_dataset
def yearly(data: Dataset, measure: str, basis: str) -> pd.DataFrame:
    """Return the estimate by year: quantity, intensity (t per 10^4 yuan), index (2020 = 100)."""
    rows = data.ask("nation__yearly").set_index("year")
    column = BASES[measure][basis]
    level = intensity(rows[column], rows["value_added_real_cny"])
    return pd.DataFrame(
        {
            "quantity": rows[column],
            "intensity": level,
            "index": 100 * level / level[BASE_YEAR],
            "standing": _worst(rows["co2_standing"], rows["value_added_standing"], measure),
        }
    ).dropna(subset=["intensity"])


@once_per_dataset
def co2_change_without_faulty_cement(data: Dataset, year: int) -> float:
    """Return the change of CO2 per value added since 2020 without the faulty cement data.

    A fraction. The cement process CO2 of the provinces with a withheld cell is left out of both
    years, so this shows how much the faulty cells can do.
    """
    rows = data.ask("nation__yearly").set_index("year")
    level = intensity(rows["co2_without_faulty_cement_t"], rows["value_added_real_cny"])
    return float(level[year] / level[BASE_YEAR] - 1)


@once_per_dataset
def energy_change_without_largest_jump(data: Dataset, year: int) -> float:
    """Return the change of final energy per value added since 2020 without its largest jump.

    A fraction. The energy of the one division and province that jumped most is left out of both
    years; value added stays whole, so this shows how much one doubtful cell can do.
    """
    rows = data.ask("nation__yearly").set_index("year")
    energy = doubts.change_without_largest_jump(data, rows["energy_tce"], View(year=year))
    added = rows["value_added_real_cny"][year] / rows["value_added_real_cny"][BASE_YEAR]
    return float(energy / added - 1)


@once_per_dataset
def faulty_cement(data: Dataset) -> tuple[str, ...]:
    """Return the provinces, by code, with a year whose cement CO2 is withheld as implausible."""
    rows = data.ask("regions__yearly", first_year=None)
    return tuple(sorted(rows[rows["co2_withheld"]]["region_code"].unique()))


def stand(index: "pd.Series[float]", target: float, year: int) -> "pd.Series[Any]":
    """Return the judgement of ``assess`` on one index by year against a target, a fraction.

    Instead of tiers, which the barometer gives provinces alone, the paces of PACES.
    """
    wide = pd.DataFrame([index], index=["nation"])
    row = assess(wide, pd.Series({"nation": target}), year).iloc[0]
    paces = {f"tier_{one}": PACES[row[f"tier_{one}"]] for one in ("schedule", "annual")}
    return pd.Series({**row, **paces})


def _worst(co2: "pd.Series[str]", added: "pd.Series[str]", measure: str) -> "pd.Series[str]":
    """Return the weaker standing of numerator and denominator (energy is published throughout)."""
    numerator = co2 if measure == "co2" else pd.Series("derived", index=co2.index)
    return numerator.where(added != "unverified", "unverified")

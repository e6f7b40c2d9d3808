"""Power and heat against all other industry: which of them moved the CO2 of industry."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import nation, sectors
from carbonpeak.domain.view import BASES
from carbonpeak.indicators.peak import judge
from carbonpeak.thresholds import BASE_YEAR, NATION

# The code of all industry other than power and heat, beside the codes of divisions.
WITHOUT_POWER = "without_power"
# The division whose CO2 a named fault lowers from a year on; a test holds it to the fault's words.
CHEMICALS = "26"
FEEDSTOCK_JUMP_YEAR = 2022


@dataclass(frozen=True)
class PowerSplit:
    """What power and heat and all other industry did to CO2 between two years, in tonnes.

    Sums of the provinces whose split by sector is usable (``provinces`` of them). The cement
    process CO2 of the provinces ``without_process`` is left out of every year. ``other_peak_year``
    is the year of the maximum of other industry up to the last, ``other_below`` how far the last
    lies below it (a fraction), ``other_state`` what the rule of the peak says. ``chemicals_t`` is
    the change of the division of chemicals, missing where no named fault lowers it.
    """

    first: int
    last: int
    provinces: int
    power_t: float
    other_t: float
    power_last_t: float
    other_last_t: float
    other_peak_year: int
    other_below: float
    other_state: str
    without_process: tuple[str, ...]
    chemicals_t: float | None

    @property
    def whole_t(self) -> float:
        """The change of all industry in these provinces."""
        return self.power_t + self.other_t

    @property
    def power_share(self) -> float:
        """The share of power and heat in the CO2 of the last year, a fraction."""
        return self.power_last_t / (self.power_last_t + self.other_last_t)


@once_per_dataset
def divisions(data: Dataset) -> tuple[str, ...]:
    """Return the divisions of power and heat."""
    rows = data.ask("sectors__all")
    return tuple(rows["sector_code"][rows["carbon_market"].eq("power")])


def holds(data: Dataset, sector_code: str, codes: "pd.Series[str]") -> "pd.Series[bool]":
    """Return which divisions a code stands for: itself, or all but power and heat.

    A province whose split by sector is not usable (``sectors.WHOLE``) has no such part.
    """
    if sector_code == WITHOUT_POWER:
        return ~codes.isin([*divisions(data), sectors.WHOLE])
    return codes == sector_code


@once_per_dataset
def yearly(data: Dataset, basis: str) -> pd.DataFrame:
    """Return CO2 by year, t: ``power``, ``other`` (all other industry), of comparable provinces."""
    rows = data.ask("power__yearly").set_index("year")
    column = BASES["co2"][basis]
    named = {f"{part}_{column}": part for part in ("power", "other")}
    return rows[list(named)].rename(columns=named).astype(float)


@once_per_dataset
def split(
    data: Dataset, basis: str = "total", first: int = BASE_YEAR, last: int | None = None
) -> PowerSplit:
    """Return what power and heat and all other industry did between two years of the inventories.

    Without ``last`` to the last year of the data. KeyError for a year the inventories do not have.
    """
    end = data.last_year if last is None else last
    rows = yearly(data, basis)
    other = judge(pd.DataFrame([rows["other"].loc[:end]], index=[NATION])).iloc[0]
    faulty = set(nation.faulty_cement(data)) & set(sectors.coverage(data).counted)
    return PowerSplit(
        first=first,
        last=end,
        provinces=len(sectors.coverage(data).counted),
        power_t=float(rows["power"][end] - rows["power"][first]),
        other_t=float(rows["other"][end] - rows["other"][first]),
        power_last_t=float(rows["power"][end]),
        other_last_t=float(rows["other"][end]),
        other_peak_year=int(other["peak_year"]),
        other_below=float(other["below_maximum"]),
        other_state=str(other["state"]),
        without_process=tuple(sorted(faulty)) if basis == "total" else (),
        chemicals_t=_chemicals(data, basis, first, end),
    )


def _chemicals(data: Dataset, basis: str, first: int, last: int) -> float | None:
    """Return the change of CO2 of chemicals where the named fault lowers it, t."""
    if not first < FEEDSTOCK_JUMP_YEAR <= last:
        return None
    rows = data.ask("peak__series", region_code=NATION, sector_code=CHEMICALS).set_index("year")
    amounts = rows[BASES["co2"][basis]]
    return float(amounts[last] - amounts[first]) if {first, last} <= set(amounts.index) else None

"""The carbon footprint of a product: activity times factor, emissions and removals apart."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.units import PER, UnitError, dimension, times, written

EMISSION = "emission"
# What takes CO2 away, or is counted against emissions: a credit that the reader gives, capture with
# storage, uptake by plants in the product.
REMOVALS = ("credit", "capture", "uptake")
KINDS = (EMISSION, *REMOVALS)
FOOTPRINT = "kg CO2e"


@dataclass(frozen=True)
class Totals:
    """Emissions and removals of a whole study, kg CO2e, both positive: they are never netted."""

    emissions_kg: float
    removals_kg: float

    @property
    def net_kg(self) -> float:
        """Emissions less removals, beside both and never instead of them."""
        return self.emissions_kg - self.removals_kg


def scale(unit: str, factor_unit: str) -> float:
    """Return kg CO2e of one unit of activity under a factor of one of its own unit.

    UnitError: ``unknown``; ``factor`` where the factor is not a footprint per something;
    ``dimension`` where that something is not what the activity is counted in.
    """
    top, _, bottom = written(factor_unit).partition(PER)
    if not bottom or dimension(top) != dimension(FOOTPRINT):
        raise UnitError("factor", factor_unit)
    return times(top, FOOTPRINT) * times(unit, bottom)


def computed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with ``co2e_kg``, kg CO2e of each, positive for emissions and removals.

    Args:
        rows: ``activity`` in ``unit``, ``factor`` in ``factor_unit``, and whatever else there is.

    Raises:
        UnitError: where units are unknown or do not fit; ``scale`` says which.
    """
    pairs = rows[["unit", "factor_unit"]].drop_duplicates()
    scales = {
        (unit, factor_unit): scale(unit, factor_unit)
        for unit, factor_unit in pairs.itertuples(index=False)
    }
    own = [scales[pair] for pair in zip(rows["unit"], rows["factor_unit"], strict=True)]
    return rows.assign(
        co2e_kg=rows["activity"] * rows["factor"] * pd.Series(own, rows.index, float)
    )


def by_stage(reckoned: pd.DataFrame, stages: tuple[str, ...]) -> pd.DataFrame:
    """Return ``emissions_kg`` and ``removals_kg`` of each stage given, in that order."""
    is_emission = reckoned["kind"] == EMISSION
    sides = {
        "emissions_kg": reckoned["co2e_kg"].where(is_emission, 0.0),
        "removals_kg": reckoned["co2e_kg"].where(~is_emission, 0.0),
    }
    found = pd.DataFrame(sides).groupby(reckoned["stage"]).sum()
    return found.reindex(list(stages), fill_value=0.0)


def totals(reckoned: pd.DataFrame) -> Totals:
    """Return the emissions and the removals of all rows."""
    is_emission = reckoned["kind"] == EMISSION
    co2e = reckoned["co2e_kg"]
    return Totals(float(co2e[is_emission].sum()), float(co2e[~is_emission].sum()))

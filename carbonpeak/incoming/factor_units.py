"""Units of emission factors from a file: kilograms of CO2 or CO2e per one of a known unit."""

import pandas as pd

from carbonpeak.data import units
from carbonpeak.data.units import PER, UnitError
from carbonpeak.incoming.reading import Reading
from carbonpeak.incoming.words import said

TABLE = "own_factors"
FOOTPRINT = "[footprint]"
# What one of each dimension is counted in, as in the tables of factors.
BASES = {"[energy]": "MJ", "[mass]": "kg", "[length]": "km", "[gas]": "Nm3"}


def in_kilograms(reading: Reading, rows: pd.DataFrame) -> pd.DataFrame:
    """Return own factors with kilograms above the line and what is below it; faults are noted.

    ``unit_dimension`` and ``unit_scale`` follow from the unit, whatever the file says of them.
    """
    stated = rows["unit"].dropna()
    known: dict[str, tuple[float, str, str, float]] = {}
    for row, text in stated.items():
        try:
            known[text] = known.get(text) or _parsed(str(text))
        except UnitError:
            reading.fault("unit.factor", str(text), int(str(row)), reading.column_text("unit"))
    for text, (kg, written, _, _) in known.items():
        if kg != 1.0:
            facts = {"text": reading.column_text("value"), "unit": text, "target": written}
            reading.read_as.append(said("read.unit", factor=kg, **facts))
    parts = rows["unit"].map(lambda text: known.get(text, (1.0, text, None, None)))
    return rows.assign(
        value=(rows["value"] * parts.str[0].astype("Float64")).astype("Float64"),
        unit=parts.str[1],
        unit_dimension=parts.str[2],
        unit_scale=parts.str[3].astype("Float64"),
    )


def _parsed(text: str) -> tuple[float, str, str, float]:
    """Return kilograms above the line, how the unit is written, and what one below it is."""
    above, line, below = units.written(text).partition(PER)
    if not line or units.dimension(above) != FOOTPRINT:
        raise UnitError("unknown", text)
    gas = "CO2" if units.is_co2_only(text) else "CO2e"
    dimension = units.dimension(below)
    scale = units.times(below, BASES[dimension]) if dimension in BASES else 1.0
    kg = units.times(above, "kg CO2e")
    return kg, f"kg {gas}{PER}{below}", dimension.replace("[", "").replace("]", ""), scale

"""Units of emission factors: how much gas, and per how much of what."""

import re
from dataclasses import dataclass

from carbonpeak.build.schema import BuildError

# "7.4tCO2e / 公吨", "kgCO2/kWh", "tCO2e per t Al": a number or none, gas, and what it is per.
LISTED = re.compile(
    r"(?P<number>[0-9.]+)?(?P<mass>g|kg|t) ?(?P<gas>CO2e?) ?(?:/| per ) ?(?P<per>.+)"
)
KG = {"g": 0.001, "kg": 1.0, "t": 1000.0}
# Per what: what it measures, and how many base units one is (kg, MJ, m3, Nm3, km, m2, t km, ...).
# A normal cubic metre is an amount of gas, no volume: what it fills hangs on pressure and heat.
PER: dict[str, tuple[str, float]] = {
    "kg": ("mass", 1.0),
    "t": ("mass", 1000.0),
    "MJ": ("energy", 1.0),
    "kWh": ("energy", 3.6),
    "MWh": ("energy", 3600.0),
    "GJ": ("energy", 1000.0),
    "m2": ("area", 1.0),
    "m3": ("volume", 1.0),
    "10^4 Nm3": ("gas", 10000.0),
    "km": ("distance", 1.0),
    # A kilometre of railway that is built, not one that is driven.
    "line km": ("line length", 1.0),
    "t km": ("transport", 1.0),
    "person km": ("passenger transport", 1.0),
    "piece km": ("vehicle transport", 1.0),
    "piece": ("pieces", 1.0),
    "vehicle": ("pieces", 1.0),
    "2022 USD": ("money", 1.0),
}
# Other spellings in the files; "t Al" is a tonne, of what stands in the row's item.
SPELLINGS = {
    "公吨": "t",
    "千克": "kg",
    "千瓦时": "kWh",
    "兆瓦时": "MWh",
    "吉焦": "GJ",
    "兆焦": "MJ",
    "千米": "km",
    "平方米": "m2",
    "立方米": "m3",
    "公吨·公里": "t km",
    "人·千米": "person km",
    "件·千米": "piece km",
    "辆": "vehicle",
    "1e4 Nm3": "10^4 Nm3",
    "2022 USD, purchaser price": "2022 USD",
    **dict.fromkeys(("t Al", "t cement", "t clinker", "t lime"), "t"),
    **dict.fromkeys(("unit", "台", "件", "个", "只", "条"), "piece"),
}


@dataclass(frozen=True)
class FactorUnit:
    """A unit of emission factors: kg of a gas (``CO2e`` or ``CO2``) per one of a known unit.

    ``number`` is the factor where the text holds one; ``dimension`` what the lower unit measures,
    ``scale`` how many base units it is.
    """

    number: float | None
    gas: str
    kg: float
    per: str
    dimension: str
    scale: float

    @property
    def written(self) -> str:
        """Return the unit with kilograms above the line."""
        return f"kg {self.gas}/{self.per}"

    @property
    def in_kg(self) -> float:
        """Return the number of the text in kilograms; ValueError where it holds none."""
        if self.number is None:
            raise ValueError("the text holds no number")
        return float(f"{self.number * self.kg:.12g}")


def parse(text: str, row: str) -> FactorUnit:
    """Return the unit of a factor; BuildError names the row where it cannot be read."""
    found = LISTED.fullmatch(text)
    per = SPELLINGS.get(found["per"], found["per"]) if found else ""
    if found is None or per not in PER:
        raise BuildError(f"{row}: “{text}” is no unit of a factor; add it to footprint_units.py.")
    number = float(found["number"]) if found["number"] else None
    return FactorUnit(number, found["gas"], KG[found["mass"]], per, *PER[per])

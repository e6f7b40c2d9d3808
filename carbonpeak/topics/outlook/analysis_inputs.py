"""What the nowcast is made of: official growth rates, levels of electricity, output by product."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.official import yearly_changes
from carbonpeak.indicators import nowcast as rules
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR

METHODS = ("total_energy", "electricity", "output")
# The years of the 14th plan, from its base to its target: given by policy, not by the data.
YEARS = range(BASE_YEAR + 1, TARGET_YEAR + 1)


@dataclass(frozen=True)
class Product:
    """What stands for a division's activity: products, and whose energy per unit is known."""

    items: tuple[str, ...]
    unit: str | None = None


# Divisions whose energy goes mostly into a few products with yearly output. Cement, not glass,
# stands for building materials: it burns most of their energy. Chemicals have no single product:
# ethylene stands for organic, sulphuric acid for inorganic ones. Cars are left out: most of the
# energy of machinery is not theirs.
PRODUCTS = {
    "31": Product(("crude steel",), "crude steel (per tonne)"),
    "26": Product(("ethylene", "sulphuric acid")),
    "30": Product(("cement",)),
    "25": Product(("coke",)),
    "44": Product(("thermal power generation",), "thermal power (standard coal per kWh)"),
    "32": Product(("ten nonferrous metals",), "electrolytic aluminium"),
    "06": Product(("raw coal",)),
    "22": Product(("paper and board",)),
    "28": Product(("chemical fibres",)),
}


@once_per_dataset
def value_added(data: Dataset) -> pd.DataFrame:
    """Return the growth of value added above designated size, %, by year."""
    return yearly_changes(
        data, "industrial_value_added", "value_added_growth_above_scale", "all above-scale"
    )


@once_per_dataset
def total_energy(data: Dataset) -> pd.DataFrame:
    """Return the growth of the nation's total energy consumption, %, by year."""
    return yearly_changes(data, "energy_mix", "energy_consumption_growth", "total")


@once_per_dataset
def electricity_levels(data: Dataset) -> pd.DataFrame:
    """Return the electricity of secondary industry, 10^8 kWh, by year from 2020, before 2025.

    The level of 2025 is of another release, revised, so only its growth is used.
    """
    indicator = "electricity_consumption"
    rows = data.ask(
        "official__series", dataset="energy_mix", indicators=[indicator], first_year=BASE_YEAR
    )
    own = rows[(rows["item"] == "secondary industry") & (rows["year"] < TARGET_YEAR)]
    return own.set_index("year")[["value", "standing", "source_id"]]


@once_per_dataset
def electricity_growth(data: Dataset) -> pd.DataFrame:
    """Return the published growth of the electricity of secondary industry, %, by year."""
    return yearly_changes(
        data, "energy_mix", "electricity_consumption_growth", "secondary industry"
    )


@once_per_dataset
def output(data: Dataset, item: str) -> pd.DataFrame:
    """Return the growth of a product's output, %, by year."""
    return yearly_changes(data, "product_output", "output_growth", item)


@once_per_dataset
def unit_energy(data: Dataset, item: str) -> pd.DataFrame:
    """Return the change of a product's energy per unit, %, by year."""
    return yearly_changes(data, "unit_product_energy", "unit_energy_use_change", item)


def fractions(rows: pd.DataFrame) -> "pd.Series[float]":
    """Return rates in % as fractions, one per year of the plan, missing where not known."""
    return (rows["value"].astype(float) / 100).reindex(YEARS)


@once_per_dataset
def electricity(data: Dataset) -> "pd.Series[float]":
    """Return the growth of the electricity of secondary industry by year, fractions."""
    by_level = rules.growth_of_levels(electricity_levels(data)["value"].astype(float))
    return by_level.reindex(YEARS).fillna(fractions(electricity_growth(data)))


@once_per_dataset
def by_output(data: Dataset, steady: bool = False) -> pd.DataFrame:
    """Return the growth of industry's energy by physical output, and the share it covers, by year.

    Divisions weigh by their official energy of 2020; one without output of a year grows as value
    added, that is, keeps its intensity. With ``steady`` only the divisions count whose output is
    known in every year, so that the same ones stand behind every year.
    """
    level = data.ask("sectors__official_level", year=BASE_YEAR).set_index("sector_code")[
        "energy_tce"
    ]
    growth = _growth(data)
    counted = growth.dropna() if steady else growth
    return rules.growth_of_parts(level, counted, fractions(value_added(data)))


@once_per_dataset
def throughout(data: Dataset) -> tuple[str, ...]:
    """Return the divisions whose output is known in every year."""
    return tuple(str(code) for code in _growth(data).dropna().index)


@once_per_dataset
def every(data: Dataset) -> pd.DataFrame:
    """Return every figure the methods use, one row per method, input and year.

    Columns: ``method`` ("" for what all use), ``kind`` (value_added, total_energy,
    electricity_level, electricity, output, unit_energy), ``sector_code`` and ``item`` where there
    is one, ``year``, ``value`` (%; 10^8 kWh for levels), ``standing``, ``source_id``.
    """
    parts = [
        _labelled(value_added(data), "", "value_added"),
        _labelled(total_energy(data), "total_energy", "total_energy"),
        _labelled(electricity_levels(data), "electricity", "electricity_level"),
        _labelled(electricity_growth(data), "electricity", "electricity"),
    ]
    for code, product in PRODUCTS.items():
        for item in product.items:
            parts.append(_labelled(output(data, item), "output", "output", code, item))
        if product.unit:
            changes = unit_energy(data, product.unit)
            parts.append(_labelled(changes, "output", "unit_energy", code, product.unit))
    return pd.concat(parts, ignore_index=True)


@once_per_dataset
def _growth(data: Dataset) -> pd.DataFrame:
    """Return the growth of energy by division and year, missing where output is not known."""
    return pd.DataFrame({code: _of_division(data, product) for code, product in PRODUCTS.items()}).T


def _of_division(data: Dataset, product: Product) -> "pd.Series[float]":
    """Return how a division's energy grew: its products' mean growth, times energy per unit.

    Energy per unit that is not known counts as unchanged.
    """
    grown = pd.concat([fractions(output(data, item)) for item in product.items], axis=1).mean(
        axis=1
    )
    if product.unit is None:
        return grown
    return (1 + grown) * (1 + fractions(unit_energy(data, product.unit)).fillna(0.0)) - 1


def _labelled(
    rows: pd.DataFrame, method: str, kind: str, sector_code: str = "", item: str = ""
) -> pd.DataFrame:
    shown = rows.rename_axis("year").reset_index()
    return shown.assign(method=method, kind=kind, sector_code=sector_code, item=item)

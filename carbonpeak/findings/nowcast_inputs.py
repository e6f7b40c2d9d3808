"""What the nowcast is made of: official growth rates, levels of electricity, output by product."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.findings.official import yearly_changes
from carbonpeak.findings.view import Ask
from carbonpeak.indicators import nowcast as rules
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR

METHODS = ("total_energy", "electricity", "output")
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


def value_added(ask: Ask) -> pd.DataFrame:
    """Return the growth of value added above designated size, %, by year."""
    return yearly_changes(
        ask, "industrial_value_added", "value_added_growth_above_scale", "all above-scale"
    )


def total_energy(ask: Ask) -> pd.DataFrame:
    """Return the growth of the nation's total energy consumption, %, by year."""
    return yearly_changes(ask, "energy_mix", "energy_consumption_growth", "total")


def electricity_levels(ask: Ask) -> pd.DataFrame:
    """Return the electricity of secondary industry, 10^8 kWh, from 2020 to the last year but one.

    The level of the last year is of another release, revised, so only its growth is used.
    """
    indicator = "electricity_consumption"
    rows = ask(
        "official__series", dataset="energy_mix", indicators=[indicator], first_year=BASE_YEAR
    )
    own = rows[(rows["item"] == "secondary industry") & (rows["year"] < TARGET_YEAR)]
    return own.set_index("year")[["value", "standing", "source_id"]]


def electricity_growth(ask: Ask) -> pd.DataFrame:
    """Return the published growth of the electricity of secondary industry, %, last year."""
    return yearly_changes(ask, "energy_mix", "electricity_consumption_growth", "secondary industry")


def output(ask: Ask, item: str) -> pd.DataFrame:
    """Return the growth of a product's output, %, by year."""
    return yearly_changes(ask, "product_output", "output_growth", item)


def unit_energy(ask: Ask, item: str) -> pd.DataFrame:
    """Return the change of a product's energy per unit, %, by year."""
    return yearly_changes(ask, "unit_product_energy", "unit_energy_use_change", item)


def fractions(rows: pd.DataFrame) -> "pd.Series[float]":
    """Return rates in % as fractions, one per year of the plan, missing where not known."""
    return (rows["value"].astype(float) / 100).reindex(YEARS)


def electricity(ask: Ask) -> "pd.Series[float]":
    """Return the growth of the electricity of secondary industry by year, fractions."""
    by_level = rules.growth_of_levels(electricity_levels(ask)["value"].astype(float))
    return by_level.reindex(YEARS).fillna(fractions(electricity_growth(ask)))


def by_output(ask: Ask, steady: bool = False) -> pd.DataFrame:
    """Return the growth of industry's energy by physical output, and the share it covers, by year.

    Divisions weigh by their official energy of 2020; one without output of a year grows as value
    added, that is, keeps its intensity. With ``steady`` only the divisions count whose output is
    known in every year, so that the same ones stand behind every year.
    """
    level = ask("sectors__official_level", year=BASE_YEAR).set_index("sector_code")["energy_tce"]
    growth = _growth(ask)
    counted = growth.dropna() if steady else growth
    return rules.growth_of_parts(level, counted, fractions(value_added(ask)))


def throughout(ask: Ask) -> tuple[str, ...]:
    """Return the divisions whose output is known in every year."""
    return tuple(str(code) for code in _growth(ask).dropna().index)


def every(ask: Ask) -> pd.DataFrame:
    """Return every figure the methods use, one row per method, input and year.

    Columns: ``method`` ("" for what all use), ``kind`` (value_added, total_energy,
    electricity_level, electricity, output, unit_energy), ``sector_code`` and ``item`` where there
    is one, ``year``, ``value`` (%; 10^8 kWh for levels), ``standing``, ``source_id``.
    """
    parts = [
        _labelled(value_added(ask), "", "value_added"),
        _labelled(total_energy(ask), "total_energy", "total_energy"),
        _labelled(electricity_levels(ask), "electricity", "electricity_level"),
        _labelled(electricity_growth(ask), "electricity", "electricity"),
    ]
    for code, product in PRODUCTS.items():
        for item in product.items:
            parts.append(_labelled(output(ask, item), "output", "output", code, item))
        if product.unit:
            found = unit_energy(ask, product.unit)
            parts.append(_labelled(found, "output", "unit_energy", code, product.unit))
    return pd.concat(parts, ignore_index=True)


def _growth(ask: Ask) -> pd.DataFrame:
    """Return the growth of energy by division and year, missing where output is not known."""
    return pd.DataFrame({code: _of_division(ask, one) for code, one in PRODUCTS.items()}).T


def _of_division(ask: Ask, product: Product) -> "pd.Series[float]":
    """Return how a division's energy grew: its products' mean growth, times energy per unit.

    Energy per unit that is not known counts as unchanged.
    """
    grown = pd.concat([fractions(output(ask, item)) for item in product.items], axis=1).mean(axis=1)
    if product.unit is None:
        return grown
    return (1 + grown) * (1 + fractions(unit_energy(ask, product.unit)).fillna(0.0)) - 1


def _labelled(
    rows: pd.DataFrame, method: str, kind: str, sector_code: str = "", item: str = ""
) -> pd.DataFrame:
    shown = rows.rename_axis("year").reset_index()
    return shown.assign(method=method, kind=kind, sector_code=sector_code, item=item)

"""What is known after 2022, and how sure the estimate is."""

import pandas as pd

from carbonpeak.exhibits import labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import LAST_YEAR, source_names
from carbonpeak.findings import doubts, nation
from carbonpeak.findings.official import (
    OFFICIAL_INTENSITY,
    latest_month,
    revised_co2_per_gdp,
    yearly_changes,
)
from carbonpeak.findings.view import Ask, View, region_names
from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import co2_national, number, percent

# Label, dataset, indicator, item, and the year before which the series breaks.
KNOWN = (
    ("known.industry", "industrial_energy_intensity", OFFICIAL_INTENSITY, "total", None),
    ("known.energy_gdp", "gdp_intensity", "energy_per_gdp", "total", 2023),
    ("known.co2_gdp", "gdp_intensity", "co2_per_gdp", "total", None),
    (
        "known.growth",
        "industrial_value_added",
        "value_added_growth_above_scale",
        "all above-scale",
        None,
    ),
)
# The words of each fall, its measure and basis.
FALLS = {
    "total": ("co2", "total"),
    "energy": ("co2", "energy_related"),
    "final": ("energy", "final"),
    "transformation": ("energy", "with_transformation"),
}


def known_after(ask: Ask, lang: Lang) -> Exhibit:
    """Return the official yearly changes 2021-2025 as a table, with the break of a series."""
    rows, parts = [], []
    for label, dataset, indicator, item, broken in KNOWN:
        found = yearly_changes(ask, dataset, indicator, item)
        rows.append({say("known.measure", lang): say(label, lang)} | _cells(found, broken, lang))
        parts.append(found)
    every = pd.concat(parts)
    missing, *notes = after_2022(ask, lang)
    return Exhibit(
        name="known_after",
        title=say("overview.known.title", lang),
        subtitle=say("overview.known.sub", lang),
        alt=missing,
        chart=None,
        table=pd.DataFrame(rows),
        standings=tuple(every["standing"].unique()),
        source_ids=tuple(every["source_id"]),
        notes=tuple(notes),
    )


def after_2022(ask: Ask, lang: Lang) -> tuple[str, ...]:
    """Return what is and is not known after 2022, in sentences with numbers from the tables."""
    yearly = yearly_changes(ask, "gdp_intensity", "co2_per_gdp", "total")
    falls = {
        "chained": rules.chain(float(value) / 100 for value in yearly["value"]),
        "revised": revised_co2_per_gdp(ask),
    }
    return (
        say("overview.known.no", lang),
        say("overview.known.gdp", lang),
        say("overview.known.co2", lang, **_signed(falls)),
        _month(ask, lang),
    )


def sureness(ask: Ask, lang: Lang) -> tuple[str, str]:
    """Return how sure the estimate is: what other bases give, and nation against provinces."""
    falls = {key: _fall(ask, *basis) for key, basis in FALLS.items()}
    falls["without"] = nation.co2_change_without_faulty_cement(ask, LAST_YEAR)
    falls["jumpless"] = nation.energy_change_without_largest_jump(ask, LAST_YEAR)
    compared = ask("inventories__compared").dropna(subset=["nation_co2_t"]).iloc[-1]
    return (
        say("overview.sure.text", lang, cell=_largest_cell(ask, lang), **_signed(falls)),
        say(
            "overview.sure.gap",
            lang,
            year=compared["year"],
            provinces=co2_national(compared["provinces_co2_t"], lang),
            nation=co2_national(compared["nation_co2_t"], lang),
        ),
    )


def _month(ask: Ask, lang: Lang) -> str:
    """Return the last single month reported, with its standing and source."""
    month = latest_month(ask)
    year, number_of_month = (int(part) for part in str(month["period"]).split("-"))
    return say(
        "overview.known.month",
        lang,
        year=year,
        month=number_of_month,
        change=percent(month["value"] / 100, 1, sign=True),
        standing=say(f"standing.{month['standing']}", lang),
        source=source_names(ask, (month["source_id"],), lang),
    )


def _largest_cell(ask: Ask, lang: Lang) -> str:
    """Return the name of the province and division whose energy jumped most."""
    cell = doubts.largest_cell(ask, View(year=LAST_YEAR))
    names = (region_names(ask, lang)[str(cell.name)], labels.sector(str(cell["sector_code"]), lang))
    return ("" if lang == "zh" else " ").join(names)


def _cells(found: pd.DataFrame, broken: int | None, lang: Lang) -> dict[str, str]:
    years = range(BASE_YEAR + 1, TARGET_YEAR + 1)
    cells = {str(year): _cell(found, year, broken, lang) for year in years}
    kinds = [say(f"standing.{one}", lang) for one in found["standing"].unique()]
    return cells | {say("known.standing", lang): say("list.separator", lang).join(kinds)}


def _cell(found: pd.DataFrame, year: int, broken: int | None, lang: Lang) -> str:
    if year not in found.index:
        return say("known.none", lang)
    value = number(float(found["value"][year]), 1, sign=True)
    return say("known.broken", lang, value=value) if year == broken else value


def _fall(ask: Ask, measure: str, basis: str) -> float:
    index = nation.yearly(ask, measure, basis)["index"]
    return float(index[LAST_YEAR]) / 100 - 1


def _signed(fractions: dict[str, float]) -> dict[str, str]:
    return {key: percent(value, 1, sign=True) for key, value in fractions.items()}

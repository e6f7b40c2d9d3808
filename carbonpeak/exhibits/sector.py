"""One division a level down: its path, or its quantity alone, and its provinces."""

import pandas as pd

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.exhibits import labels, largest, series
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import (
    FIRST_YEAR,
    QUANTITY,
    QUANTITY_SOURCES,
    intensity_standing,
    quantity_standing,
)
from carbonpeak.findings.sectors import growth_of, sector_intensity
from carbonpeak.findings.view import TARGETS, Ask, View, region_names
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.wording import Lang, say


def path(ask: Ask, view: View, sector_code: str, lang: Lang) -> Exhibit:
    """Return a division's intensity against the path, its quantity where that is not known."""
    level = sector_intensity(ask, view, sector_code)
    if level.empty:
        line, target = _quantity_line(ask, view, sector_code, lang), None
        key, note, sources = "sectors.path.title_quantity", "sectors.scope_note", ()
    else:
        growth = growth_of(ask, sector_code).loc[: view.year]
        line = _intensity_line(level, growth, view, lang)
        target = series.path(TARGETS[view.measure], lang)
        key, note = "sectors.path.title", "sectors.growth_note"
        sources = ("nbs-input-output", *growth["source_id"])
    name, quantity = labels.sector(sector_code, lang), say(f"sectors.{view.measure}", lang)
    title = say(key, lang, name=name, quantity=quantity, **series.outcome(line))
    scope = say("sectors.scope", lang)
    return Exhibit(
        name="sector_path",
        title=title,
        subtitle=say("sectors.path.sub", lang, measure=line.name, scope=scope),
        alt=title,
        chart=lines.draw([line], target),
        table=series.table([target, line], lang),
        standings=series.standings([line]),
        source_ids=(*QUANTITY_SOURCES[view.measure], *sources),
        notes=(say(note, lang),),
    )


def provinces(ask: Ask, view: View, sector_code: str, lang: Lang) -> Exhibit | None:
    """Return the provinces with most of a division's energy or CO2, None where none has any."""
    found, names = _by_province(ask, view, sector_code), region_names(ask, lang)
    whole = labels.sector(sector_code, lang)
    return largest.exhibit(largest.PROVINCES, found, names, whole, view, lang)


def largest_provinces(ask: Ask, view: View, sector_code: str, lang: Lang) -> dict[str, str]:
    """Return the five provinces with most of a division, code and name."""
    return largest.linked(_by_province(ask, view, sector_code), region_names(ask, lang))


def _intensity_line(
    level: "pd.Series[float]", growth: pd.DataFrame, view: View, lang: Lang
) -> Line:
    # One recalled growth rate makes every later year of the chain unverified.
    recalled = set(growth.index[growth["standing"] == "unverified"])
    standings = [
        "unverified"
        if any(once <= int(year) for once in recalled)
        else intensity_standing(view.measure, int(year))
        for year in level.index
    ]
    index = 100 * level / level[BASE_YEAR]
    return series.line(say(f"measure.{view.measure}", lang), index, standings, lang)


def _quantity_line(ask: Ask, view: View, sector_code: str, lang: Lang) -> Line:
    rows = ask("sectors__yearly", region_code=None, first_year=FIRST_YEAR)
    own = rows[rows["sector_code"] == sector_code].set_index("year")
    quantity = own[QUANTITY[view.measure]].dropna()
    standings = [quantity_standing(view.measure, int(year)) for year in quantity.index]
    index = 100 * quantity / quantity[BASE_YEAR]
    return series.line(say(f"sectors.{view.measure}", lang), index, standings, lang)


def _by_province(ask: Ask, view: View, sector_code: str) -> "pd.Series[float]":
    rows = ask("regions__of_sector", sector_code=sector_code, first_year=view.year)
    return largest.amounts(rows, largest.PROVINCES, QUANTITY[view.measure], view.year)

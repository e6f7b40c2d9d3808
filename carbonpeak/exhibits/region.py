"""One province a level down: its path, its divisions, and what must be said about it."""

import pandas as pd

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.exhibits import labels, largest, series
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import INTENSITY_SOURCES, intensity_standing, source_names
from carbonpeak.findings import doubts, regions
from carbonpeak.findings.view import OWN_TARGET_MEASURE, Ask, View
from carbonpeak.indicators.intensity import intensity
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import percent
from carbonpeak.wording.terms import SECTOR_SHORT


def path(ask: Ask, view: View, region_code: str, name: str, lang: Lang) -> Exhibit | None:
    """Return a province's intensity against its path, None where it cannot be calculated."""
    line = _line(ask, view, region_code, lang)
    if line is None:
        return None
    own = float(regions.targets(ask, view)[region_code])
    target = None if pd.isna(own) else series.path(own, lang)
    title = say("regions.path.title", lang, name=name, **series.outcome(line))
    words = {"measure": line.name, "basis": labels.basis(view, lang), "name": name}
    return Exhibit(
        name="region_path",
        title=title,
        subtitle=say("regions.path.sub", lang, **words),
        alt=title,
        chart=lines.draw([line], target, break_text=say("regions.path.break", lang)),
        table=series.table([target, line], lang),
        standings=series.standings([line]),
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(say("regions.deflator", lang),),
    )


def sectors(ask: Ask, view: View, region_code: str, name: str, lang: Lang) -> Exhibit | None:
    """Return a province's largest divisions, None where its split by sector is not shown."""
    found = _by_sector(ask, view, region_code)
    return largest.exhibit(largest.SECTORS, found, _sector_names(lang), name, view, lang)


def largest_sectors(ask: Ask, view: View, region_code: str, lang: Lang) -> dict[str, str]:
    """Return the five largest divisions of a province, code and name."""
    return largest.linked(_by_sector(ask, view, region_code), _sector_names(lang))


def remarks(ask: Ask, view: View, region_code: str, lang: Lang) -> list[str]:
    """Return what must be said: not covered, split withheld, cell withheld, own target."""
    row = regions.judged(ask, view).loc[[region_code]].iloc[0]
    keys = []
    if not row["in_inventory"]:
        keys.append("regions.no_inventory")
    elif _by_sector(ask, view, region_code).empty:
        keys.append("regions.no_split")
    if row["missing"] == "withheld":
        keys.append("regions.withheld")
    said = [say(key, lang, name=labels.name(row, lang)) for key in keys]
    said += _doubts(ask, view, region_code, lang) if row["in_inventory"] else []
    own = _own_target(ask, view, region_code, lang)
    return said + own + _reported(ask, view, region_code, lang)


def _line(ask: Ask, view: View, region_code: str, lang: Lang) -> Line | None:
    found = ask("regions__yearly", region_code=region_code, first_year=None).set_index("year")
    level = intensity(found[view.column], found["value_added_real_cny"]).dropna()
    if BASE_YEAR not in level.index:
        return None
    added = found["value_added_standing"].loc[level.index]
    standings = [
        "unverified" if kind == "unverified" else intensity_standing(view.measure, year)
        for year, kind in zip(level.index, added, strict=True)
    ]
    broken = found.index[found["is_break"]] if view.measure == "energy" else ()
    index = 100 * level / level[BASE_YEAR]
    measure = say(f"measure.{view.measure}", lang)
    return series.line(measure, index, standings, lang, [int(year) for year in broken])


def _own_target(ask: Ask, view: View, region_code: str, lang: Lang) -> list[str]:
    own = regions.own_targets(ask, view.measure)
    own = own[own["region_code"] == region_code]
    return [
        say(
            "regions.target_known",
            lang,
            measure=say(f"measure.{view.measure}", lang),
            target=percent(row["change_pct"] / 100, 1, sign=True),
            qualifier=labels.qualifier(row["qualifier"], lang),
            standing=say(f"standing.{row['standing']}", lang),
        )
        for _, row in own.iterrows()
    ]


def _doubts(ask: Ask, view: View, region_code: str, lang: Lang) -> list[str]:
    row = doubts.of_regions(ask, view).loc[[region_code]].iloc[0]
    said = []
    if row["is_price"]:
        words = {
            "added": percent(row["value_added_growth"], 1, sign=True),
            "gdp": percent(row["gdp_growth"], 1, sign=True),
        }
        said.append(say("regions.doubt_price", lang, base=BASE_YEAR, year=view.year, **words))
    if row["is_jump"]:
        share = percent(row["jump_share"], 1, sign=True)
        sector = labels.sector(row["sector_code"], lang)
        when = int(row["jump_year"])
        said.append(say("regions.doubt_jump", lang, sector=sector, when=when, jump=share))
    return said


def _reported(ask: Ask, view: View, region_code: str, lang: Lang) -> list[str]:
    rows = ask("regional_progress__reported", measure=OWN_TARGET_MEASURE[view.measure])
    rows = rows[rows["region_code"] == region_code]
    return [
        say(
            "regions.reported",
            lang,
            measure=say(f"measure.{view.measure}", lang),
            year=row["year"],
            change=percent(row["change_pct"] / 100, 1, sign=True),
            about=say("regions.about", lang) if row["qualifier"] == "about" else "",
            source=source_names(ask, (row["source_id"],), lang),
        )
        for _, row in rows.iterrows()
    ]


def _by_sector(ask: Ask, view: View, region_code: str) -> "pd.Series[float]":
    rows = ask("sectors__yearly", region_code=region_code, first_year=view.year)
    column = "energy_tce" if view.measure == "energy" else view.column
    return largest.amounts(rows, largest.SECTORS, column, view.year)


def _sector_names(lang: Lang) -> dict[str, str]:
    return {code: labels.sector(code, lang) for code in SECTOR_SHORT}

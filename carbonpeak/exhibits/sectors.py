"""The exhibits of the page Sectors that show all divisions: the ranking and the table."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.charts.style import PALETTE, RISE_FILL
from carbonpeak.exhibits import labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.listing import Listing, rows, sort_column
from carbonpeak.exhibits.origin import (
    LEVEL_SOURCES,
    QUANTITY_SOURCES,
    fault_words,
    quantity_standing,
)
from carbonpeak.findings.view import TARGETS, Ask, View, state
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import co2, energy, is_missing, number, percent
from carbonpeak.wording.terms import SECTOR_SHORT

# The columns of the table whose cells are numbers, and the words above them.
NUMBERS = {
    "column.energy": "energy_tce",
    "column.energy_share": "energy_share",
    "column.energy_change": "energy_change",
    "column.co2": "co2_t",
    "column.co2_share": "co2_share",
    "column.co2_change": "co2_change",
    "column.level": "level",
}
# Columns that say how something moved: rises wear their own colour.
MOVES = ("change", "contribution")
# The words of what a ranking can show besides shares and changes: measure and unit.
MEASURES = {
    "energy_tce": ("sectors.energy", "unit.energy"),
    "co2_t": ("sectors.co2", "unit.co2"),
    "level": ("sectors.intensity", "unit.intensity_energy"),
}


def ranking(ask: Ask, view: View, listing: Listing, lang: Lang) -> Exhibit | None:
    """Return the divisions as bars of what they are sorted by, None where none is listed."""
    column = sort_column(view, listing.sort)
    known = rows(ask, view, listing).dropna(subset=[column])
    if known.empty:
        return None
    names = [_name(str(code), row, lang) for code, row in known.iterrows()]
    texts = [_shown(column, float(value), lang) for value in known[column]]
    rises = [column.endswith(MOVES) and value > 0 for value in known[column]]
    title = _title(known.assign(name=names), column, view, listing.group, lang)
    notes = [say("sectors.scope_note", lang)]
    notes += [say("sectors.level_note", lang)] if column == "level" else []
    notes += _feedstock(ask, _kind(column), lang)
    return Exhibit(
        name="sector_ranking",
        title=title,
        subtitle=_subtitle(column, view, lang),
        alt=title,
        chart=bars.ranked(
            names,
            list(known[column]),
            texts,
            [str(code) for code in known.index],
            [RISE_FILL if rise else PALETTE[0] for rise in rises],
        ),
        table=pd.DataFrame({say("column.name", lang): names, _measure(column, view, lang): texts}),
        standings=(_standing(column, view.year),),
        source_ids=LEVEL_SOURCES if column == "level" else QUANTITY_SOURCES[_kind(column)],
        notes=tuple(notes),
    )


def overview_table(ask: Ask, view: View, listing: Listing, lang: Lang) -> Exhibit:
    """Return the table of all: energy, CO2, shares, changes, level, change of intensity, tier."""
    listed = rows(ask, view, listing)
    return Exhibit(
        name="sector_table",
        title=say("sectors.table", lang),
        subtitle=say(
            "sectors.table.sub",
            lang,
            measure=say(f"measure.{view.measure}", lang),
            scope=say("sectors.scope", lang),
            year=view.year,
        ),
        alt=say("sectors.table", lang),
        chart=None,
        table=pd.DataFrame([_row(str(code), row, lang) for code, row in listed.iterrows()]),
        standings=("published", "reconstructed", "derived", "unverified"),
        source_ids=(*QUANTITY_SOURCES["energy"], *QUANTITY_SOURCES["co2"], *LEVEL_SOURCES),
        notes=(
            say("sectors.scope_note", lang),
            say("sectors.level_note", lang),
            say("sectors.tier_note", lang, target=percent(TARGETS[view.measure])),
            *_feedstock(ask, "co2", lang),
        ),
    )


def _contribution_title(
    known: pd.DataFrame, first: "pd.Series[Any]", column: str, view: View, lang: Lang
) -> str:
    """Return who added and who took off most, and what all listed add up to."""
    last = known.iloc[int(known[column].to_numpy().argmin())]
    key = "contribution" if last[column] < 0 else "contribution_all_rose"
    return say(
        f"sectors.ranking.{key}",
        lang,
        measure=say(f"sectors.{view.measure}", lang),
        year=view.year,
        total=percent(known[column].sum(), 1, sign=True),
        up=first["name"],
        down=last["name"],
    )


def _feedstock(ask: Ask, kind: str, lang: Lang) -> list[str]:
    return [fault_words(ask, "feedstock_jump", lang)] if kind == "co2" else []


def _name(code: str, row: "pd.Series[Any]", lang: Lang) -> str:
    """Return the short name of a division, or the name of a plan industry."""
    return labels.sector(code, lang) if code in SECTOR_SHORT else labels.name(row, lang)


def _row(code: str, row: "pd.Series[Any]", lang: Lang) -> dict[str, str]:
    unit = say("unit.co2", lang)
    cells = {say(key, lang, unit=unit): _cell(row, column, lang) for key, column in NUMBERS.items()}
    key = state(row["tier_schedule"], row["missing"])
    return {
        say("column.name", lang): _name(code, row, lang),
        **cells,
        say("column.intensity_change", lang): _intensity_change(row, lang),
        say("column.tier", lang): labels.tier(key, lang) + _mark(row, lang),
    }


def _cell(row: "pd.Series[Any]", column: str, lang: Lang) -> str:
    value = row[column]
    return say("missing.no_data", lang) if is_missing(value) else _shown(column, float(value), lang)


def _intensity_change(row: "pd.Series[Any]", lang: Lang) -> str:
    return labels.change(row["cumulative"], row["missing"], lang) + _mark(row, lang)


def _mark(row: "pd.Series[Any]", lang: Lang) -> str:
    """Return that a figure is unverified, where it rests on a recalled growth rate."""
    if is_missing(row["cumulative"]) or row["value_added_standing"] != "unverified":
        return ""
    return f" · {say('standing.unverified', lang)}"


def _shown(column: str, value: float, lang: Lang) -> str:
    if column == "energy_tce":
        return energy(value)
    if column == "co2_t":
        return co2(value, lang)
    if column == "level":
        return number(value, 2)
    if column.endswith("contribution"):
        return number(100 * value, 2, sign=True)
    return percent(value, 1, sign=not column.endswith("share"))


def _kind(column: str) -> str:
    return "co2" if column.startswith("co2") else "energy"


def _standing(column: str, year: int) -> str:
    return "derived" if column == "level" else quantity_standing(_kind(column), year)


def _measure(column: str, view: View, lang: Lang) -> str:
    if column in MEASURES:
        return say(MEASURES[column][0], lang)
    kind = column.rpartition("_")[2]
    return say(f"sectors.{kind}", lang, quantity=say(f"sectors.{view.measure}", lang))


def _subtitle(column: str, view: View, lang: Lang) -> str:
    at_level = column == "level"
    return say(
        "sectors.ranking.sub",
        lang,
        measure=_measure(column, view, lang),
        unit=_unit(column, lang),
        scope=say("nation" if at_level else "sectors.scope", lang),
        period=BASE_YEAR if at_level else view.year,
    )


def _unit(column: str, lang: Lang) -> str:
    if column in MEASURES:
        return say(MEASURES[column][1], lang)
    return say("unit.point", lang) if column.endswith("contribution") else "%"


def _title(known: pd.DataFrame, column: str, view: View, group: str, lang: Lang) -> str:
    """Return how many rose and fell, or which is largest."""
    if column.endswith("change"):
        return say(
            "sectors.ranking.change",
            lang,
            measure=say(f"sectors.{view.measure}", lang),
            up=(known[column] > 0).sum(),
            down=(known[column] < 0).sum(),
            kind=say(f"sectors.kind.{group}", lang),
        )
    first = known.iloc[int(known[column].to_numpy().argmax())]
    if column.endswith("contribution"):
        return _contribution_title(known, first, column, view, lang)
    if column == "level":
        return say(
            "sectors.ranking.intensity", lang, name=first["name"], value=number(first[column], 2)
        )
    return say(
        "sectors.ranking.share",
        lang,
        name=first["name"],
        measure=say(f"sectors.{_kind(column)}", lang),
        share=percent(first[f"{_kind(column)}_share"]),
    )

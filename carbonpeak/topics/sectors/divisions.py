"""The figures of the page Sectors that show all divisions: the ranking and the table."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.charts.style import PALETTE, RISE_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import TARGETS, View, state
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    LEVEL_SOURCES,
    QUANTITY_SOURCES,
    fault_words,
    quantity_standing,
)
from carbonpeak.figures.table import Table
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.sectors.listing import Listing, rows, sort_column
from carbonpeak.words.numbers import co2, energy, is_missing, number, percent
from carbonpeak.words.speaker import Speaker

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


def ranking(data: Dataset, view: View, listing: Listing, tell: Speaker) -> Figure | None:
    """Return the divisions as bars of what they are sorted by, None where none is listed."""
    column = sort_column(view, listing.sort)
    known = rows(data, view, listing).dropna(subset=[column])
    if known.empty:
        return None
    names = [_name(data, str(code), row, tell) for code, row in known.iterrows()]
    texts = [_shown(column, float(value), tell) for value in known[column]]
    rises = [column.endswith(MOVES) and value > 0 for value in known[column]]
    title = _title(known.assign(name=names), column, view, listing.group, tell)
    notes = [tell("sectors.scope_note")]
    notes += [tell("sectors.level_note")] if column == "level" else []
    notes += _feedstock(data, _kind(column), tell)
    return Figure(
        name="sector_ranking",
        title=title,
        subtitle=_subtitle(column, view, tell),
        alt=title,
        chart=bars.ranked(
            names,
            list(known[column]),
            texts,
            [str(code) for code in known.index],
            [RISE_FILL if rise else PALETTE[0] for rise in rises],
        ),
        table=Table.of_texts(
            pd.DataFrame({tell("column.name"): names, _measure(column, view, tell): texts})
        ),
        standings=(_standing(column, view.year),),
        source_ids=LEVEL_SOURCES if column == "level" else QUANTITY_SOURCES[_kind(column)],
        notes=tuple(notes),
    )


def overview_table(data: Dataset, view: View, listing: Listing, tell: Speaker) -> Figure:
    """Return the table of all: energy, CO2, shares, changes, level, change of intensity, tier."""
    listed = rows(data, view, listing)
    return Figure(
        name="sector_table",
        title=tell("sectors.table"),
        subtitle=tell(
            "sectors.table.sub",
            measure=tell(f"measure.{view.measure}"),
            scope=tell("sectors.scope"),
            year=view.year,
        ),
        alt=tell("sectors.table"),
        chart=None,
        table=Table.of_texts(
            pd.DataFrame([_row(data, str(code), row, tell) for code, row in listed.iterrows()])
        ),
        standings=("published", "reconstructed", "derived", "unverified"),
        source_ids=(*QUANTITY_SOURCES["energy"], *QUANTITY_SOURCES["co2"], *LEVEL_SOURCES),
        notes=(
            tell("sectors.scope_note"),
            tell("sectors.level_note"),
            tell("sectors.tier_note", target=percent(TARGETS[view.measure])),
            *_feedstock(data, "co2", tell),
        ),
    )


def _contribution_title(
    known: pd.DataFrame, first: "pd.Series[Any]", column: str, view: View, tell: Speaker
) -> str:
    """Return who added and who took off most, and what all listed add up to."""
    last = known.iloc[int(known[column].to_numpy().argmin())]
    key = "contribution" if last[column] < 0 else "contribution_all_rose"
    return tell(
        f"sectors.ranking.{key}",
        measure=tell(f"sectors.{view.measure}"),
        year=view.year,
        total=percent(known[column].sum(), 1, sign=True),
        up=first["name"],
        down=last["name"],
    )


def _feedstock(data: Dataset, kind: str, tell: Speaker) -> list[str]:
    return [fault_words(data, "feedstock_jump", tell)] if kind == "co2" else []


def _name(data: Dataset, code: str, row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the short name of a division, or the name of a plan industry."""
    return (
        labels.sector(data, code, tell) if code in sectors.codes(data) else labels.name(row, tell)
    )


def _row(data: Dataset, code: str, row: "pd.Series[Any]", tell: Speaker) -> dict[str, str]:
    unit = tell("unit.co2")
    cells = {tell(key, unit=unit): _cell(row, column, tell) for key, column in NUMBERS.items()}
    key = state(row["tier_schedule"], row["missing"])
    return {
        tell("column.name"): _name(data, code, row, tell),
        **cells,
        tell("column.intensity_change"): _intensity_change(row, tell),
        tell("column.tier"): labels.tier(key, tell) + _mark(row, tell),
    }


def _cell(row: "pd.Series[Any]", column: str, tell: Speaker) -> str:
    value = row[column]
    return tell("missing.no_data") if is_missing(value) else _shown(column, float(value), tell)


def _intensity_change(row: "pd.Series[Any]", tell: Speaker) -> str:
    return labels.change(row["cumulative"], row["missing"], tell) + _mark(row, tell)


def _mark(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return that a figure is unverified, where it rests on a recalled growth rate."""
    if is_missing(row["cumulative"]) or row["value_added_standing"] != "unverified":
        return ""
    return f" · {tell('standing.unverified')}"


def _shown(column: str, value: float, tell: Speaker) -> str:
    if column == "energy_tce":
        return energy(value)
    if column == "co2_t":
        return co2(value, tell.lang)
    if column == "level":
        return number(value, 2)
    if column.endswith("contribution"):
        return number(100 * value, 2, sign=True)
    return percent(value, 1, sign=not column.endswith("share"))


def _kind(column: str) -> str:
    return "co2" if column.startswith("co2") else "energy"


def _standing(column: str, year: int) -> str:
    return "derived" if column == "level" else quantity_standing(_kind(column), year)


def _measure(column: str, view: View, tell: Speaker) -> str:
    if column in MEASURES:
        return tell(MEASURES[column][0])
    kind = column.rpartition("_")[2]
    return tell(f"sectors.{kind}", quantity=tell(f"sectors.{view.measure}"))


def _subtitle(column: str, view: View, tell: Speaker) -> str:
    at_level = column == "level"
    return tell(
        "sectors.ranking.sub",
        measure=_measure(column, view, tell),
        unit=_unit(column, tell),
        scope=tell("nation" if at_level else "sectors.scope"),
        period=BASE_YEAR if at_level else view.year,
    )


def _unit(column: str, tell: Speaker) -> str:
    if column in MEASURES:
        return tell(MEASURES[column][1])
    return tell("unit.point") if column.endswith("contribution") else "%"


def _title(known: pd.DataFrame, column: str, view: View, group: str, tell: Speaker) -> str:
    """Return how many rose and fell, or which is largest."""
    if column.endswith("change"):
        return tell(
            "sectors.ranking.change",
            measure=tell(f"sectors.{view.measure}"),
            up=(known[column] > 0).sum(),
            down=(known[column] < 0).sum(),
            kind=tell(f"sectors.kind.{group}"),
        )
    first = known.iloc[int(known[column].to_numpy().argmax())]
    if column.endswith("contribution"):
        return _contribution_title(known, first, column, view, tell)
    if column == "level":
        return tell("sectors.ranking.intensity", name=first["name"], value=number(first[column], 2))
    return tell(
        "sectors.ranking.share",
        name=first["name"],
        measure=tell(f"sectors.{_kind(column)}"),
        share=percent(first[f"{_kind(column)}_share"]),
    )

"""The provinces on the page Peak: tiles by state, and the table of the rule's numbers."""

from typing import Any

import pandas as pd

from carbonpeak.charts import tiles
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.charts.tiles import Tile
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import provinces
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.topics.peak import analysis
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.words import PEAK_SYMBOLS
from carbonpeak.words.numbers import co2, is_missing, number, percent
from carbonpeak.words.speaker import Speaker


def of_provinces(data: Dataset, basis: str, until: int) -> pd.DataFrame:
    """Return the judgement of every province's industry beside its names and tile, by code."""
    judged = analysis.of_sector(analysis.states(data, basis, until), ALL)
    places = provinces(data)
    return places.join(judged.loc[places.index])


def tile_grid(data: Dataset, basis: str, until: int, tell: Speaker) -> Figure:
    """Return the provinces as tiles, coloured and marked by state."""
    table = of_provinces(data, basis, until)
    legend = peak_labels.legend(table["state"], tell)
    shown = [_tile(str(code), row, tell) for code, row in table.iterrows()]
    covered = table["state"][table["in_inventory"]]
    counts = peak_labels.counts(covered, tell)
    return Figure(
        name="peak_tiles",
        title=tell("peak.tiles.title", until=until, total=len(covered), counts=counts),
        subtitle=tell("peak.tiles.sub", basis=tell(f"basis.{basis}"), until=until),
        alt=_members(table, legend, tell),
        chart=tiles.draw(shown, legend, peak_labels.FILLS, PEAK_INK),
        table=Table.of_texts(_tile_table(table, tell)),
        standings=peak_labels.standings(until),
        source_ids=peak_labels.sources(basis, until),
        notes=(tell("regions.tiles.note"),),
    )


def rule_table(data: Dataset, basis: str, until: int, tell: Speaker) -> Figure:
    """Return the numbers of the rule for every province the inventories cover."""
    table = of_provinces(data, basis, until)
    table = table[table["in_inventory"]].sort_values(["state", "peak_year"], key=_by_state)
    peaked = table[table["state"].isin(peak_labels.PEAKED)]
    names = tell("list.separator").join(peaked[f"name_{tell.lang}"])
    title = tell("peak.table.title" if names else "peak.table.none", until=until, names=names)
    basis_words, unit = tell(f"basis.{basis}"), tell("unit.co2")
    return Figure(
        name="peak_table",
        title=title,
        subtitle=tell("peak.table.sub", basis=basis_words, unit=unit, until=until),
        alt=title,
        chart=None,
        table=Table.of_texts(pd.DataFrame([_rule_row(row, tell) for _, row in table.iterrows()])),
        standings=(*peak_labels.standings(until), "unverified"),
        source_ids=(*peak_labels.sources(basis, until), "nbs-value-added"),
        notes=(tell("peak.note.added"), *peak_labels.withheld_note(basis, tell)),
    )


def _by_state(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return what rows are sorted by: states from the peaked on, years as they are."""
    if column.name != "state":
        return column
    return column.map({key: place for place, key in enumerate(peak_labels.LEGEND)})


def _tile(code: str, row: "pd.Series[Any]", tell: Speaker) -> Tile:
    name = labels.name(row, tell)
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=str(row["state"]),
        name=name if tell.lang == "zh" else str(row["iso_code"]).removeprefix("CN-"),
        label=PEAK_SYMBOLS[row["state"]],
        hover=peak_labels.hover(name, row, tell),
    )


def _members(table: pd.DataFrame, legend: list[tuple[str, str]], tell: Speaker) -> str:
    """Return the provinces of each state in words."""
    parts = []
    for key, words in legend:
        names = tell("list.separator").join(table[table["state"] == key][f"name_{tell.lang}"])
        parts.append(tell("list.named", name=words, items=names))
    return ("；" if tell.lang == "zh" else "; ").join(parts)


def _tile_table(table: pd.DataFrame, tell: Speaker) -> pd.DataFrame:
    return pd.DataFrame(
        {
            tell("column.region"): table[f"name_{tell.lang}"].to_list(),
            tell("peak.column.state"): [peak_labels.state(one, tell) for one in table["state"]],
            tell("peak.column.peak_year"): [
                _or_none(year, str, tell) for year in table["peak_year"]
            ],
        }
    )


def _rule_row(row: "pd.Series[Any]", tell: Speaker) -> dict[str, str]:
    cells = {
        "state": peak_labels.state(row["state"], tell),
        "peak_year": _or_none(row["peak_year"], str, tell),
        "maximum": co2(row["maximum"], tell.lang),
        "last_year": str(row["last_year"]),
        "last": co2(row["last"], tell.lang),
        "below": percent(row["below_maximum"]),
        "after": number(row["years_after"]),
        "tested": number(row["tested"]),
        "s": _or_none(None if is_missing(row["p"]) else row["s"], number, tell),
        "p": _or_none(row["p"], peak_labels.probability, tell),
        "added": _added(row, tell),
        "gaps": tell("list.separator").join(map(str, row["gaps"])) or tell("peak.no_gaps"),
    }
    named = {tell("column.region"): labels.name(row, tell)}
    return named | {tell(f"peak.column.{key}"): text for key, text in cells.items()}


def _added(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return how value added changed since the maximum, none where no year has passed."""
    if row["years_after"] == 0:
        return tell("peak.none")
    change = row["value_added_change"]
    if is_missing(change):
        return tell("peak.unknown_added")
    return percent(change, 1, sign=True)


def _or_none(value: Any, words: Any, tell: Speaker) -> str:
    """Return a value in words, or that there is none."""
    return tell("peak.none") if is_missing(value) else str(words(value))

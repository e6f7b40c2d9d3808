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
from carbonpeak.figures.table import Cell, Head, Table, words
from carbonpeak.thresholds import PEAK_WINDOW
from carbonpeak.topics.peak import analysis, cells
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.peak.facts import facts
from carbonpeak.topics.peak.labels import Row
from carbonpeak.topics.peak.words import PEAK_SYMBOLS
from carbonpeak.words.numbers import is_missing, percent
from carbonpeak.words.speaker import Speaker

# As many names as a title has room for.
NAMED = 5


def of_provinces(data: Dataset, chosen: PeakChoices) -> pd.DataFrame:
    """Return the judgement of every province's industry beside its names and tile, by code."""
    judged = analysis.of_sector(analysis.states(data, chosen.scope, chosen.until), ALL)
    places = provinces(data)
    return places.join(judged.loc[places.index])


def tile_grid(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure:
    """Return the provinces as tiles, coloured and marked by state."""
    table, until = of_provinces(data, chosen), chosen.until
    legend = peak_labels.legend(table["state"], tell)
    covered = table[table["in_inventory"]]
    basis, first = tell(f"basis.{chosen.scope}"), facts(data).first_year
    span = peak_labels.until(data, chosen.scope, until, tell)
    measured = {"basis": basis, "first": first, "until": span, "total": len(covered)}
    return Figure(
        name="peak_tiles",
        title=_tiles_title(covered, span, tell),
        subtitle=tell("peak.tiles.sub", **measured),
        alt=_members(table, legend, tell),
        chart=lambda: tiles.draw(
            [_tile(str(code), row, tell) for code, row in table.iterrows()],
            legend,
            peak_labels.FILLS,
            PEAK_INK,
        ),
        table=Table.of_rows(_tile_row(row, tell) for _, row in table.iterrows()),
        standings=peak_labels.standings(data, until),
        source_ids=peak_labels.sources(data, chosen.scope, until),
        notes=(*_counts(covered, span, tell), tell("regions.tiles.note")),
    )


def _tiles_title(covered: pd.DataFrame, until: str, tell: Speaker) -> str:
    """Return how many have peaked and what part of CO2 is theirs."""
    peaked = covered["state"].isin(peak_labels.PEAKED)
    counted = {"until": until, "total": len(covered), "peaked": int(peaked.sum())}
    if not peaked.any():
        return tell("peak.tiles.none", **counted)
    share = percent(analysis.share(covered, peaked))
    return tell("peak.tiles.title", share=share, **counted)


def _counts(covered: pd.DataFrame, until: str, tell: Speaker) -> tuple[str, str]:
    """Return how many stand in each state, and how many have peaked with and without the test."""
    counts = peak_labels.counts(covered["state"], tell)
    return (
        tell("peak.counts.note", until=until, counts=counts),
        _both(covered, tell),
    )


def _both(covered: pd.DataFrame, tell: Speaker) -> str:
    """Return how many have peaked by the rule of Shan et al. alone, and with the test."""
    return tell(
        "peak.both.note",
        window=PEAK_WINDOW,
        by_years=int(covered["is_past_window"].sum()),
        peaked=int(covered["state"].isin(peak_labels.PEAKED).sum()),
    )


def headline(data: Dataset, chosen: PeakChoices, tell: Speaker) -> str:
    """Return how many provinces have peaked and what part of CO2 is theirs, as the tiles say it."""
    table = of_provinces(data, chosen)
    span = peak_labels.until(data, chosen.scope, chosen.until, tell)
    return _tiles_title(table[table["in_inventory"]], span, tell)


def rule_table(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure:
    """Return the numbers of the rule for every province the inventories cover."""
    table, until = of_provinces(data, chosen), chosen.until
    table = table[table["in_inventory"]].sort_values(["state", "peak_year"], key=_by_state)
    peaked = table[table["state"].isin(peak_labels.PEAKED)]
    span = peak_labels.until(data, chosen.scope, until, tell)
    title = _table_title(peaked, span, tell)
    basis, unit, first = tell(f"basis.{chosen.scope}"), tell("unit.co2"), facts(data).first_year
    return Figure(
        name="peak_table",
        title=title,
        subtitle=tell("peak.table.sub", basis=basis, unit=unit, first=first, until=span),
        alt=title,
        chart=None,
        table=Table.of_rows(_rule_row(row, tell) for _, row in table.iterrows()),
        standings=(*peak_labels.standings(data, until), "unverified"),
        source_ids=(*peak_labels.sources(data, chosen.scope, until), "nbs-value-added"),
        notes=(
            _both(table, tell),
            peak_labels.value_added_note(data, tell),
            *peak_labels.withheld_note(data, chosen.scope, tell),
        ),
    )


def _table_title(peaked: pd.DataFrame, until: str, tell: Speaker) -> str:
    """Return which provinces have peaked, how many where a title has no room for their names."""
    if peaked.empty:
        return tell("peak.table.none", until=until)
    key = "title" if len(peaked) <= NAMED else "many"
    names = tell.listed(peaked[f"name_{tell.lang}"])
    return tell(f"peak.table.{key}", until=until, names=names, count=len(peaked))


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
        name=name if tell.is_chinese else str(row["iso_code"]).removeprefix("CN-"),
        label=PEAK_SYMBOLS[row["state"]],
        hover=peak_labels.hover(name, row, tell),
        value="" if is_missing(row["peak_year"]) else str(row["peak_year"]),
    )


def _members(table: pd.DataFrame, legend: list[tuple[str, str]], tell: Speaker) -> str:
    """Return the provinces of each state in words."""
    return tell.clauses(
        tell("list.named", name=state, items=tell.listed(_names(table, key, tell)))
        for key, state in legend
    )


def _names(table: pd.DataFrame, state: str, tell: Speaker) -> list[str]:
    """Return the names of the provinces in one state."""
    return [str(name) for name in table[table["state"] == state][f"name_{tell.lang}"]]


def _tile_row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("region", tell("column.region")): words(labels.name(row, tell)),
        Head("state", tell("peak.column.state")): cells.state(row, tell),
        Head("peak_year", tell("peak.column.peak_year")): cells.year(row, "peak_year", tell),
    }


def _rule_row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    region = {Head("region", tell("column.region")): words(labels.name(row, tell))}
    numbers = {
        Head(key, tell(f"peak.column.{word}")): cell
        for (key, word), cell in _rule_cells(row, tell).items()
    }
    return region | numbers


def _rule_cells(row: Row, tell: Speaker) -> dict[tuple[str, str], Cell]:
    """Return the numbers of the rule by column: its name in files, and the key of its heading."""
    form = cells.table_form(tell)
    return {
        ("state", "state"): cells.state(row, tell),
        ("peak_year", "peak_year"): cells.year(row, "peak_year", tell),
        ("maximum", "maximum"): cells.amount(row["maximum"], form, tell),
        ("last_year", "last_year"): cells.year(row, "last_year", tell),
        ("last", "last"): cells.amount(row["last"], form, tell),
        ("below_maximum", "below"): cells.below_maximum(row, tell),
        ("years_after", "after"): cells.count(row, "years_after", tell),
        ("years_tested", "tested"): cells.count(row, "tested", tell),
        ("s", "s"): cells.s(row, tell),
        ("p", "p"): cells.p(row, tell),
        ("value_added_change", "added"): cells.value_added(row, tell),
        ("gaps", "gaps"): cells.gaps(row, tell),
    }

"""A few places or sectors in a table: first and last level, change, yearly average, rank."""

from dataclasses import replace

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.labels import change_cell, known_cell
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, missing, number
from carbonpeak.indicators import progress
from carbonpeak.topics.compare import analysis, forms, frame, rows, titles
from carbonpeak.topics.compare.analysis import PLACES
from carbonpeak.topics.compare.choices import CompareChoices
from carbonpeak.topics.compare.entries import Entry
from carbonpeak.words.speaker import Speaker

# The scale of levels of which only changes may be looked at, too.
AMOUNT = "amount"
# A first and a last year.
Ends = tuple[int, int]


def summary(data: Dataset, given: CompareChoices, tell: Speaker) -> Figure | None:
    """Return a row for each chosen place or sector, the nation below; None where none is chosen."""
    chosen = replace(given, scale=AMOUNT, reference="nation")
    made = frame.comparison(data, chosen, tell)
    if made is None:
        return None
    own = forms.level_form(chosen.quantity, tell)
    has_level = made.split.kind == PLACES or not chosen.quantity.is_intensity
    found = made.found if has_level or (made.found and made.found.kind == "moved") else None
    title = titles.finding(made.entries, found, chosen, own, tell)
    levels = analysis.levels(data, made.split.kind, chosen.quantity).values if has_level else None
    every = [*made.entries, *made.beside]
    ends = (found.start, found.end) if found else None
    table = Table.of_rows(_row(one, ends, levels, own, tell) for one in every)
    return frame.figure(data, chosen, made, tell, "compare_table", title, None, table)


def _row(
    one: Entry, ends: Ends | None, levels: pd.DataFrame | None, own: Form, tell: Speaker
) -> dict[Head, Cell]:
    """Return the first and last level of an entry, and what lies between.

    ``ends`` are the first and last year that all entries have, else an entry's own; without
    ``levels`` there are changes alone.
    """
    years = _ends_of(one, ends)
    cells = {Head("name", tell("compare.column.name")): rows.name_cell(one)}
    for place, key in enumerate(("first", "last")):
        year = years[place] if years else None
        cells |= _end(one, key, year, levels is not None, own, tell)
    for key, value in zip(("change", "average"), _moved(one, years), strict=True):
        cell = change_cell(value, rows.kind_of(one), tell)
        cells[Head(key, tell(f"compare.column.{key}"))] = cell
    if levels is not None:
        cells[Head("rank", tell("compare.column.rank"))] = _rank(one, levels, years, tell)
    return cells


def _ends_of(one: Entry, ends: Ends | None) -> Ends | None:
    """Return the years between which an entry is looked at, None where it has no value."""
    if not one.years:
        return None
    own = (one.years[0], one.years[-1])
    return ends if ends and {*ends} <= {*one.years} else own


def _end(
    one: Entry, key: str, year: int | None, has_level: bool, own: Form, tell: Speaker
) -> dict[Head, Cell]:
    """Return the first or last year of an entry, and its level then where there is one."""
    kind = rows.kind_of(one)
    cells = {Head(f"{key}_year", tell(f"compare.column.{key}_year")): _year(year, kind, tell)}
    if has_level:
        value = None if year is None else one.value(year)
        cells[Head(key, tell(f"compare.column.{key}"))] = known_cell(value, own, kind, tell)
    return cells


def _year(year: int | None, kind: str, tell: Speaker) -> Cell:
    if year is None:
        return missing(kind, tell(f"missing.{kind}"), YEAR)
    return number(year, YEAR)


def _moved(one: Entry, ends: Ends | None) -> tuple[float | None, float | None]:
    """Return the change from the first year to the last and its yearly average, fractions."""
    if ends is None or ends[0] == ends[1]:
        return None, None
    change = one.value(ends[1]) / one.value(ends[0]) - 1
    return change, progress.average_change(change, ends[1] - ends[0])


def _rank(one: Entry, levels: pd.DataFrame, ends: Ends | None, tell: Speaker) -> Cell:
    """Return the place of the last level among all, from the highest, and of how many."""
    found = analysis.rank(levels, one.code, ends[1]) if ends else None
    if found is None:
        return missing("none", tell("compare.no_rank"), Form())
    return number(found[0], Form(), text=tell("compare.rank", rank=found[0], count=found[1]))

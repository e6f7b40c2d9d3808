"""The rows behind a comparison: values by year, and one row for each of what is compared."""

import re
from collections.abc import Sequence

from carbonpeak.figures import standing
from carbonpeak.figures.table import (
    YEAR,
    Cell,
    Form,
    Head,
    Table,
    missing,
    number,
    words,
)
from carbonpeak.topics.compare import forms
from carbonpeak.topics.compare.choices import REGION_LETTERS
from carbonpeak.topics.compare.entries import Entry
from carbonpeak.words.speaker import Speaker


def by_year(entries: Sequence[Entry], scale: str, own: Form, tell: Speaker) -> Table:
    """Return the values of all entries side by side, one row per year.

    In files the standing of every value stands beside it.
    """
    years = sorted({year for one in entries for year in one.years})
    columns = {Head("year", tell("column.year")): [number(year, YEAR) for year in years]}
    for one in entries:
        cells = [value_cell(one, year, scale, own, tell) for year in years]
        columns[Head(key(one), one.marked)] = cells
    for one in entries:
        kinds = {year: (kind,) for year, kind in one.standings.items()}
        head = Head(f"{key(one)}_standing", tell("column.standing_of", name=one.name), "", True)
        columns[head] = [_standing(kinds.get(year, ()), tell) for year in years]
    return Table.of_columns(columns)


def key(one: Entry) -> str:
    """Return what a column of an entry is called in files, in letters, digits and underscores."""
    if one.is_reference:
        return f"reference_{one.code}"
    kind = "region" if len(one.code) == REGION_LETTERS else "sector"
    return f"{kind}_{re.sub('[^0-9A-Za-z]', '_', one.code)}"


def name_cell(one: Entry) -> Cell:
    """Return an entry by its name with its mark."""
    marks = ("doubtful",) if one.is_doubtful else ()
    return words(f"{one.name} ※" if marks else one.name, value=one.name, marks=marks)


def kind_of(one: Entry) -> str:
    """Return the kind of missing of an entry that has no value."""
    kinds = {"base_withheld": "withheld", "no_value_added": "no_value_added"}
    return kinds.get(one.missing, "no_value_added" if one.missing == "no_level" else "no_data")


def value_cell(one: Entry, year: int, scale: str, own: Form, tell: Speaker) -> Cell:
    """Return the value of an entry in a year, or that there is none."""
    if year not in one.values.index:
        return missing("no_data", tell("missing.no_data"), own)
    marks = [*(["doubtful"] if one.is_doubtful else []), *_unverified(one, year)]
    return forms.cell(one.value(year), scale, own, tell, marks)


def _unverified(one: Entry, year: int) -> list[str]:
    return ["unverified"] if one.standings.get(year) == "unverified" else []


def _standing(kinds: standing.Kinds, tell: Speaker) -> Cell:
    if not kinds:
        return missing("no_data", tell("missing.no_data"))
    return words(tell(f"standing.{kinds[0]}"), value=kinds[0])


def reasons(entries: Sequence[Entry], tell: Speaker) -> Table:
    """Return for each entry that it has no value."""
    return Table.of_rows(
        {
            Head("name", tell("compare.column.name")): name_cell(one),
            Head("value", tell("compare.column.value")): missing(
                kind_of(one), tell(f"missing.{kind_of(one)}")
            ),
        }
        for one in entries
    )

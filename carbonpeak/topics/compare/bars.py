"""A few places or sectors as bars: one number for each, the reference in grey."""

from functools import partial

import plotly.graph_objects as go

from carbonpeak.charts import bars as charts
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.labels import change_cell
from carbonpeak.figures.table import Cell, Form, Head, Table, missing
from carbonpeak.topics.compare import forms, frame, outcome, rows, titles
from carbonpeak.topics.compare.choices import CompareChoices
from carbonpeak.topics.compare.entries import Entry
from carbonpeak.topics.compare.frame import Comparison
from carbonpeak.topics.compare.outcome import Outcome
from carbonpeak.words.speaker import Speaker

# An entry and the number that it comes to.
Bar = tuple[Entry, float]


def bars(data: Dataset, chosen: CompareChoices, tell: Speaker) -> Figure | None:
    """Return the number that each chosen place or sector comes to; None where none is chosen.

    Where none of them has one there is no chart, and the rows say why.
    """
    made = frame.comparison(data, chosen, tell)
    if made is None:
        return None
    own = forms.form(chosen, tell)
    title = titles.finding(made.entries, made.found, chosen, own, tell)
    table, chart = rows.reasons(made.entries, tell), None
    if made.found:
        drawn = _bars(made, made.found, chosen)
        head = Head("value", _heading(made.found, tell))
        cells = [_cell(value, made.found, own, tell) for _, value in drawn]
        table = _table(drawn, head, cells, made, tell)
        chart = partial(_chart, drawn, cells)
    return frame.figure(data, chosen, made, tell, "compare_bars", title, chart, table)


def _bars(made: Comparison, found: Outcome, chosen: CompareChoices) -> list[Bar]:
    """Return the entries and the reference with their numbers, the highest first."""
    own = [(one, found.values[one.code]) for one in made.entries if one.code in found.values]
    for one in made.beside:
        value = outcome.beside(one, found, chosen.scale)
        own += [] if value is None else [(one, value)]
    return sorted(own, key=lambda bar: -bar[1])


def _heading(found: Outcome, tell: Speaker) -> str:
    """Return what the numbers are, with their years."""
    return tell(f"compare.column.{found.kind}", years=titles.when(found, tell))


def _cell(value: float, found: Outcome, own: Form, tell: Speaker) -> Cell:
    if found.kind == "moved":
        return change_cell(value, "no_data", tell)
    return forms.cell(value, found.kind, own, tell)


def _table(
    drawn: list[Bar], head: Head, cells: list[Cell], made: Comparison, tell: Speaker
) -> Table:
    """Return the numbers, and below them who has none."""
    name = Head("name", tell("compare.column.name"))
    known = [
        {name: rows.name_cell(one), head: cell} for (one, _), cell in zip(drawn, cells, strict=True)
    ]
    lacking = [
        {
            name: rows.name_cell(one),
            head: missing(rows.kind_of(one), tell(f"missing.{rows.kind_of(one)}"), cells[0].form),
        }
        for one in made.entries
        if one.missing
    ]
    return Table.of_rows([*known, *lacking])


def _chart(drawn: list[Bar], cells: list[Cell]) -> go.Figure:
    return charts.ranked(
        [one.marked for one, _ in drawn],
        [value for _, value in drawn],
        [cell.text for cell in cells],
        [one.code for one, _ in drawn],
        [one.colour for one, _ in drawn],
    )

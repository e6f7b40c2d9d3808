"""Who has reported: a matrix of places or divisions by year, and the reports by state."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, hover, matrix
from carbonpeak.charts.style import COMPLETE_FILL, COMPLETE_INK
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, number, share_form, words
from carbonpeak.thresholds import MOSTLY_REPORTED
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.choices import STAGES, ReportingChoices
from carbonpeak.topics.reporting.labels import Shown
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

STATES = (
    *("", "draft", "submitted", "document_review", "site_visit", "findings_open"),
    *("corrected", "appealed", "verified", "disclosed"),
)
# What the codes of places or divisions are called.
Names = Mapping[str, str]
# How complete a cell is, from the best.
LEVELS = ("whole", "most", "some", "none", "nothing")


def completeness(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return by place or division and year how many of those who must report have come so far."""
    rows = analysis.grouped(data, chosen)
    if rows.empty:
        return None
    names = {
        code: labels.place(data, chosen.by, code, tell) for code in rows["code"].unique().tolist()
    }
    stage = tell(f"reporting.stage.{chosen.stage}")
    own = rows[rows["year"] == chosen.year]
    facts = {"year": chosen.year, "stage": stage}
    title = tell("reporting.completeness.none", **facts)
    if own["units"].sum():
        counted = {"due": text_of(own["units"].sum()), "count": text_of(own[chosen.stage].sum())}
        title = tell("reporting.completeness.title", **facts, **counted)
    shown = Shown(
        name="reporting_completeness",
        title=title,
        subtitle=tell("reporting.completeness.sub", stage=stage, day=chosen.day),
        chart=partial(_chart, names, rows, chosen.stage, tell),
        rows=_rows(names, rows, chosen, tell),
        is_made=labels.any_made(analysis.counts(data, chosen)),
        notes=(
            tell("reporting.completeness.note", due=analysis.DUE[1:]),
            tell("reporting.stage.note"),
            tell("reporting.seen.note"),
        ),
    )
    return labels.figure(shown, tell)


def _level(units: int, count: int) -> str:
    if not units:
        return "nothing"
    if count >= units:
        return "whole"
    if not count:
        return "none"
    return "most" if count >= MOSTLY_REPORTED * units else "some"


def _chart(names: Names, rows: pd.DataFrame, counted: str, tell: Speaker) -> go.Figure:
    counts = {
        (str(row["code"]), int(row["year"])): (int(row["units"]), int(row[counted]))
        for row in rows.to_dict("records")
    }
    years = sorted({year for _, year in counts})
    stage = tell(f"reporting.stage.{counted}")
    cells = [
        [
            _drawn(f"{code}/{year}", name, stage, counts.get((code, year), (0, 0)), tell)
            for year in years
        ]
        for code, name in names.items()
    ]
    there = {cell.state for row in cells for cell in row}
    legend = [(level, tell(f"reporting.level.{level}")) for level in LEVELS if level in there]
    heads = [str(year) for year in years]
    return matrix.draw(list(names.values()), heads, cells, legend, COMPLETE_FILL, COMPLETE_INK)


def _drawn(code: str, name: str, stage: str, counts: tuple[int, int], tell: Speaker) -> matrix.Cell:
    units, count = counts
    said = tell("reporting.cell", count=text_of(count), units=text_of(units))
    told = tell("reporting.cell.hover", stage=stage, said=said)
    return matrix.Cell(
        code=code,
        state=_level(units, count),
        lines=(said,) if units else (),
        hover=hover.card(name, told if units else tell("reporting.level.nothing")),
    )


def _rows(
    names: Names, rows: pd.DataFrame, chosen: ReportingChoices, tell: Speaker
) -> list[dict[Head, Cell]]:
    plain, part = Form(), share_form()
    head = Head(chosen.by, tell(f"reporting.column.by_{chosen.by}"))
    return [
        {
            head: words(names[row["code"]], str(row["code"])),
            Head("year", tell("reporting.column.year")): number(
                int(row["year"]), Form(is_year=True)
            ),
            Head("units", tell("reporting.column.units")): number(int(row["units"]), plain),
            **{
                Head(one, tell(f"reporting.column.{one}")): number(int(row[one]), plain)
                for one in (*STAGES, "late", "overdue")
            },
            Head("share", tell("reporting.column.share")): number(
                int(row[chosen.stage]) / int(row["units"]), part
            ),
        }
        for row in rows.to_dict("records")
    ]


def states(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return how many units of the year have a report in each state, none among them."""
    rows = analysis.of_year(data, chosen)
    counted = rows.groupby("state")["units"].sum()
    if not counted.sum():
        return None
    shown_states = [state for state in STATES if counted.get(state, 0)]
    counts = [int(counted[state]) for state in shown_states]
    in_review = int(counted.reindex(list(analysis.IN_REVIEW)).fillna(0).sum())
    names = [labels.state(state, tell) for state in shown_states]
    shown = Shown(
        name="reporting_states",
        title=labels.title(
            data,
            "states",
            chosen,
            tell,
            count=text_of(in_review),
            units=text_of(sum(counts)),
        ),
        subtitle=tell("reporting.states.sub", year=chosen.year),
        chart=partial(
            bars.ranked,
            names,
            counts,
            [text_of(one) for one in counts],
            # An empty code would be that of nothing chosen, which is outlined.
            [state or "none" for state in shown_states],
        ),
        rows=[
            {
                Head("state", tell("reporting.column.state")): labels.state_cell(state, tell),
                Head("units", tell("reporting.column.units")): number(count, Form()),
            }
            for state, count in zip(shown_states, counts, strict=True)
        ],
        is_made=labels.any_made(rows),
        notes=(tell("reporting.states.note"), tell("reporting.seen.note")),
    )
    return labels.figure(shown, tell)

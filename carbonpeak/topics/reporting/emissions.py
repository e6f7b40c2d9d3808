"""Emissions by unit and year: beside the year before and the unit's own product records."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, hover
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Head, known, number, percent_form, share_form, words
from carbonpeak.thresholds import PRODUCTS_ABOVE_REPORT, REPORT_JUMP
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.topics.reporting.labels import Shown
from carbonpeak.words.numbers import is_missing, percent
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

MOST_BARS = 20


def emissions(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return the reports of the year as they stand, the greatest first; None without any."""
    rows = analysis.emissions(data, chosen)
    if rows.empty:
        return None
    count = int(rows["report_count"].iloc[0])
    shown = Shown(
        name="reporting_emissions",
        title=labels.title(
            data,
            "emissions",
            chosen,
            tell,
            count=text_of(count),
            amount=labels.amount(float(rows["sum_t"].iloc[0]), tell),
        ),
        subtitle=tell("reporting.emissions.sub", year=chosen.year),
        chart=partial(_chart, rows.iloc[:MOST_BARS], tell),
        rows=[_row(data, row, tell) for row in rows.to_dict("records")],
        is_made=labels.any_made(rows),
        notes=(
            *_left_out(rows, tell),
            tell("reporting.emissions.note"),
            tell(
                "reporting.emissions.checks",
                jump=percent(REPORT_JUMP, 0),
                above=percent(PRODUCTS_ABOVE_REPORT, 0),
            ),
            tell("reporting.seen.note"),
        ),
    )
    return labels.figure(shown, tell)


def _left_out(rows: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    count = int(rows["report_count"].iloc[0])
    if count <= len(rows):
        return ()
    return (tell("reporting.cut", shown=len(rows), count=text_of(count)),)


def change(row: labels.Row) -> float | None:
    """Return the change on the year before as a fraction, None where that is not known."""
    before = row["before_t"]
    return None if is_missing(before) or before == 0 else row["co2_t"] / before - 1


def covered(row: labels.Row) -> float | None:
    """Return what part of a report its product records come to, None where there are none."""
    products = row["products_t"]
    return None if is_missing(products) or not row["co2_t"] else products / row["co2_t"]


def remarks(row: labels.Row, tell: Speaker) -> list[str]:
    """Return what is to be asked about a report."""
    moved, part, found = change(row), covered(row), []
    if moved is not None and abs(moved) > REPORT_JUMP:
        found.append(tell("reporting.remark.jump"))
    if part is not None and part > 1 + PRODUCTS_ABOVE_REPORT:
        found.append(tell("reporting.remark.products"))
    return found


def _chart(rows: pd.DataFrame, tell: Speaker) -> go.Figure:
    listed = rows.to_dict("records")
    names = [labels.named(row, "unit", tell) for row in listed]
    values = [float(row["co2_t"]) for row in listed]
    texts = [labels.amount(value, tell) for value in values]
    hovers = [
        hover.card(
            f"{labels.named(row, 'company', tell)} · {name}",
            text,
            labels.state(str(row["state"]), tell),
        )
        for row, name, text in zip(listed, names, texts, strict=True)
    ]
    codes = [f"{row['company_id']}/{row['unit_id']}" for row in listed]
    return bars.ranked(names, values, texts, codes, hovers=hovers)


def _row(data: Dataset, row: labels.Row, tell: Speaker) -> dict[Head, Cell]:
    form, none = labels.tonnes(tell), tell("reporting.blank")
    asked = remarks(row, tell)
    return {
        **labels.whose(data, row, tell),
        Head("state", tell("reporting.column.state")): labels.state_cell(str(row["state"]), tell),
        Head("co2_t", tell("reporting.column.co2_t")): number(float(row["co2_t"]), form),
        Head("estimate_t", tell("reporting.column.estimate_t")): number(
            float(row["estimate_t"]), form
        ),
        Head("before_t", tell("reporting.column.before_t")): known(
            row["before_t"], form, "no_data", none
        ),
        Head("change", tell("reporting.column.change")): known(
            change(row), percent_form(sign=True), "no_data", none
        ),
        Head("products_t", tell("reporting.column.products_t")): known(
            row["products_t"], form, "no_data", none
        ),
        Head("products_share", tell("reporting.column.products_share")): known(
            covered(row), share_form(), "no_data", none
        ),
        Head("remark", tell("reporting.column.remark")): words(tell.clauses(asked))
        if asked
        else labels.text("", tell),
    }

"""Who is late: reports that came after their day, and those that have not come, with days."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, hover
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, number, words
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.topics.reporting.labels import Shown
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

# More bars cannot be read.
MOST_BARS = 20


def late(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return units that are late or overdue with days, None where none is."""
    rows = analysis.late(data, chosen)
    if rows.empty:
        return None
    first = rows.iloc[0]
    counts = {kind: text_of(int(first[f"{kind}_count"])) for kind in ("overdue", "late")}
    day = f"{chosen.year + 1}{analysis.DUE}"
    shown = Shown(
        name="reporting_overdue",
        title=labels.title(data, "late", chosen, tell, **counts),
        subtitle=tell("reporting.late.sub", year=chosen.year, day=chosen.day, due=day),
        chart=partial(_chart, rows.iloc[:MOST_BARS], tell),
        rows=[_row(data, row, tell) for row in rows.to_dict("records")],
        is_made=labels.any_made(rows),
        notes=(*_left_out(rows, tell), tell("reporting.late.note"), tell("reporting.seen.note")),
    )
    return labels.figure(shown, tell)


def _left_out(rows: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    """Return how many of all stand here, nothing where all do."""
    total = int(rows["overdue_count"].iloc[0] + rows["late_count"].iloc[0])
    if total <= len(rows):
        return ()
    return (tell("reporting.cut", shown=len(rows), count=text_of(total)),)


def _chart(rows: pd.DataFrame, tell: Speaker) -> go.Figure:
    listed = rows.to_dict("records")
    names = [f"{labels.named(row, 'unit', tell)}" for row in listed]
    days = [int(row["days"]) for row in listed]
    hovers = [
        hover.card(f"{labels.named(row, 'company', tell)} · {name}", _said(row, "days", tell))
        for row, name in zip(listed, names, strict=True)
    ]
    texts = [_said(row, "beside", tell) for row in listed]
    codes = [str(row["company_id"]) for row in listed]
    unique = [f"{code}/{row['unit_id']}" for code, row in zip(codes, listed, strict=True)]
    return bars.ranked(names, days, texts, unique, hovers=hovers)


def _said(row: labels.Row, form: str, tell: Speaker) -> str:
    kind = "overdue" if row["is_overdue"] else "late"
    return tell(f"reporting.{form}.{kind}", days=text_of(int(row["days"])))


def _row(data: Dataset, row: labels.Row, tell: Speaker) -> dict[Head, Cell]:
    kind = "overdue" if row["is_overdue"] else "late"
    return {
        **labels.whose(data, row, tell),
        Head("kind", tell("reporting.column.kind")): words(tell(f"reporting.kind.{kind}"), kind),
        Head("days", tell("reporting.column.days")): number(int(row["days"]), Form()),
        Head("state", tell("reporting.column.state")): labels.state_cell(str(row["state"]), tell),
        Head("due_on", tell("reporting.column.due_on")): words(str(row["due_on"])),
        Head("submitted_on", tell("reporting.column.submitted_on")): labels.text(
            row["submitted_on"], tell
        ),
    }

"""What was said in public of the official information system, as a time line."""

from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import counted
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import source_names
from carbonpeak.figures.table import Cell, Form, Head, Table, number, words
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

# What is counted, in the order of the chart.
PARTS = ("makers", "units", "accounts", "records", "models", "sectors")


def counts(data: Dataset, _chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return the public counts by their dates, None where the register has none."""
    rows = data.ask("reporting__public_counts")
    if rows.empty:
        return None
    title = _title(rows, tell)
    platforms = (tell(f"reporting.public.{one}") for one in rows["platform"].unique())
    return Figure(
        name="reporting_public_counts",
        title=title,
        subtitle=tell(
            "reporting.public.sub", first=rows["period"].min(), last=rows["period"].max()
        ),
        alt=title,
        chart=partial(_chart, rows, tell),
        table=Table.of_rows(_entry(data, row, tell) for _, row in rows.iterrows()),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(*platforms, tell("reporting.public.note")),
    )


def _title(rows: pd.DataFrame, tell: Speaker) -> str:
    """Return how many makers there were first and last, or how many numbers are known."""
    makers = rows[rows["part"] == "makers"].sort_values("period")
    if makers["period"].nunique() < 2:
        return tell("reporting.public.plain", count=len(rows))
    first, last = makers.iloc[0], makers.iloc[-1]
    return tell(
        "reporting.public.title",
        before=said(first, tell),
        after=said(last, tell),
        first=_year(first),
        last=_year(last),
    )


def _year(row: "pd.Series[Any]") -> str:
    return str(row["period"])[:4]


def said(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return a count as it was said: exactly, or that there were more."""
    count = text_of(float(row["value"]))
    return tell("reporting.public.over", count=count) if row["is_more"] else count


def _chart(rows: pd.DataFrame, tell: Speaker) -> go.Figure:
    known = [part for part in PARTS if part in set(rows["part"])]
    return counted.draw(
        [
            counted.Counted(
                tell(f"reporting.public.part.{part}"),
                list(own["period"]),
                [said(row, tell) for _, row in own.iterrows()],
            )
            for part in known
            for own in [rows[rows["part"] == part].sort_values("period")]
        ]
    )


def _entry(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("date", tell("reporting.column.date")): words(str(row["period"])),
        Head("platform", tell("reporting.column.platform")): words(
            tell(f"reporting.public.short.{row['platform']}"), value=str(row["platform"])
        ),
        Head("item", tell("reporting.column.item")): words(
            tell(f"reporting.public.part.{row['part']}"), value=str(row["part"])
        ),
        Head("count", tell("reporting.column.count")): number(
            float(row["value"]), Form(), said(row, tell)
        ),
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), value=str(row["standing"])
        ),
        Head("source", tell("reporting.column.source")): words(
            source_names(data, (str(row["source_id"]),), tell)
        ),
    }

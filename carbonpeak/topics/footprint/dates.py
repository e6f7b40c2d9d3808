"""The board of dates: what of the system of product footprints is issued, what is due when."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Head, Table, words
from carbonpeak.topics.footprint.choices import FootprintChoices
from carbonpeak.topics.footprint.records import origin_cells
from carbonpeak.words.speaker import Speaker

GOAL, OLD_GOAL = "goal", "goal_older"
# The topics whose entries are steps of the system, and what a step of each is.
STEPS = {
    GOAL: "due",
    OLD_GOAL: "replaced",
    "standard": "issued",
    "guideline": "issued",
    "certification": "issued",
    "factor_db": "issued",
}


def board(data: Dataset, _chosen: FootprintChoices, tell: Speaker) -> Figure | None:
    """Return documents, standards and goals by their date, None where none has a date."""
    rows = _steps(data)
    if rows.empty:
        return None
    title = _title(rows, tell)
    return Figure(
        name="footprint_dates",
        title=title,
        subtitle=tell("footprint.dates.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(_step(data, row, tell) for _, row in rows.iterrows()),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("footprint.dates.note"),),
    )


def _steps(data: Dataset) -> pd.DataFrame:
    """Return the entries that are steps with their date, the earliest first."""
    rows = data.ask("footprint__register")
    # A date opens with its year; spans of years and notes without a date are no steps.
    is_dated = rows["period"].str.fullmatch(r"\d{4}(-\d{2}){0,2}").fillna(False).astype(bool)
    is_exact = rows["topic"].isin([GOAL, OLD_GOAL, "certification"]) | rows["period"].str.contains(
        "-", na=False
    )
    own = rows[rows["topic"].isin(list(STEPS)) & is_dated & is_exact]
    # An entry that says nothing but its date is the day on which a document takes effect.
    takes_effect = own["value_en"] == own["period"]
    step = own["topic"].map(STEPS).mask(takes_effect, "in_force")
    return own.assign(step=step).sort_values(["period", "item_id"], kind="stable")


def _title(rows: pd.DataFrame, tell: Speaker) -> str:
    due = rows[rows["step"] == "due"]
    count = int((rows["step"] == "issued").sum())
    if due.empty:
        return tell("footprint.dates.title.issued", count=count)
    years = tell.enumerated(sorted(due["period"].unique()))
    return tell("footprint.dates.title", count=count, years=years, goals=len(due))


def _step(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("date", tell("footprint.column.period")): words(str(row["period"])),
        Head("step", tell("footprint.column.step")): words(
            tell(f"footprint.step.{row['step']}"), row["step"]
        ),
        Head("item", tell("footprint.column.item")): words(str(row[f"item_{tell.lang}"])),
        Head("said", tell("footprint.column.said")): words(str(row[f"value_{tell.lang}"])),
        **origin_cells(data, row, tell),
    }

"""The targets after the last plan, which the years that these months belong to are held to."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import YEAR, Cell, Head, Table, number, words
from carbonpeak.thresholds import TARGET_YEAR
from carbonpeak.topics.latest.choices import LatestChoices
from carbonpeak.words.speaker import Speaker

FIELDS = ("indicator", "direction", "value_text", "unit", "policy")


def table(data: Dataset, chosen: LatestChoices, tell: Speaker) -> Figure | None:
    """Return the targets against the last year of the plan before, None where none is known."""
    rows = data.ask("targets__ahead", base_year=TARGET_YEAR)
    if rows.empty:
        return None
    targets = [part for _, part in rows.groupby("target_id", sort=False)]
    title = tell("latest.ahead.title", count=len(targets), base=TARGET_YEAR)
    return Figure(
        name="latest_targets",
        title=title,
        subtitle=tell("latest.ahead.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(_row(part, tell) for part in targets),
        standings=tuple(rows["standing"].unique()),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(tell("latest.ahead.note"),),
    )


def _row(part: pd.DataFrame, tell: Speaker) -> dict[Head, Cell]:
    """Return a target: when it is due, and every text of the register in the language."""
    fields = part.set_index("register_field")
    standing = str(part["standing"].iloc[0])
    texts = {Head(one, tell(f"latest.ahead.{one}")): _text(fields, one, tell) for one in FIELDS}
    first = next(iter(texts))
    return {
        first: texts[first],
        Head("due", tell("latest.ahead.due")): number(int(part["target_year"].iloc[0]), YEAR),
        **texts,
        Head("standing", tell("known.standing")): words(tell(f"standing.{standing}"), standing),
    }


def _text(fields: Any, name: str, tell: Speaker) -> Cell:
    row = fields.loc[name]
    return words(str(row[f"text_{tell.lang}"]), value=str(row["text_en"]))

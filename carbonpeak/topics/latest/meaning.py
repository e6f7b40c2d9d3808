"""What each series can and cannot say about the targets."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import monthly
from carbonpeak.figures import months as labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Head, Table, words
from carbonpeak.topics.latest.choices import LatestChoices
from carbonpeak.words.speaker import Speaker


def table(data: Dataset, chosen: LatestChoices, tell: Speaker) -> Figure:
    """Return a row for each series: what it can say about the targets and what it cannot."""
    rows = monthly.newest(data)
    title = tell("latest.meaning.title", count=len(rows))
    return Figure(
        name="latest_meaning",
        title=title,
        subtitle=tell("latest.meaning.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(_row(str(code), tell) for code in rows.index),
        standings=tuple(rows["standing"].unique()),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(tell("latest.never"),),
    )


def _row(code: str, tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("series", tell("latest.column.series")): words(labels.name(code, tell), value=code),
        Head("can", tell("latest.column.can")): words(tell(f"latest.can.{code}")),
        Head("cannot", tell("latest.column.cannot")): words(tell(f"latest.cannot.{code}")),
    }

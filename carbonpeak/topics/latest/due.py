"""What should have come by now and what comes next, from the rhythm of the data themselves."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import monthly
from carbonpeak.domain.monthly import Due
from carbonpeak.figures import months as labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, number, words
from carbonpeak.topics.latest.choices import LatestChoices
from carbonpeak.words.speaker import Speaker


def table(data: Dataset, chosen: LatestChoices, tell: Speaker) -> Figure:
    """Return a row for each series: its newest period, what has ended since, what comes next."""
    rows = monthly.newest(data)
    found = {str(code): monthly.due(data, str(code), chosen.as_of) for code in rows.index}
    late = sum(one is not None and bool(one.ended) for one in found.values())
    title = tell("latest.due.title" if late else "latest.due.title.none", late=late)
    return Figure(
        name="latest_due",
        title=title,
        subtitle=tell("latest.due.sub", as_of=labels.period(chosen.as_of, tell)),
        alt=title,
        chart=None,
        table=Table.of_rows(
            _row(code, str(rows["period"][code]), one, tell) for code, one in found.items()
        ),
        standings=tuple(rows["standing"].unique()),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(tell("latest.due.note"),),
    )


def _row(code: str, newest: str, due: Due | None, tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("series", tell("latest.column.series")): words(labels.name(code, tell), value=code),
        Head("period", tell("latest.column.newest")): words(labels.period(newest, tell), newest),
        Head("coming", tell("latest.column.coming")): _coming(due, tell),
        Head("released", tell("latest.column.released")): _released(due, tell),
        Head("ended", tell("latest.column.ended")): _ended(due, tell),
    }


def _coming(due: Due | None, tell: Speaker) -> Cell:
    """Return the next period; a series of one month has no rhythm yet."""
    if due is None:
        return missing("no_rhythm", tell("latest.no_rhythm"))
    return words(labels.period(due.coming, tell), due.coming)


def _released(due: Due | None, tell: Speaker) -> Cell:
    """Return about when the next period is released, where earlier days of release are known."""
    if due is None or due.released is None:
        return missing("none", tell("latest.release_unknown"))
    day = due.released.isoformat()
    return words(tell("latest.about", day=day), day)


def _ended(due: Due | None, tell: Speaker) -> Cell:
    form = Form()
    if due is None:
        return missing("no_rhythm", tell("latest.no_rhythm"), form)
    return number(len(due.ended), form)

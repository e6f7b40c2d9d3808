"""The verdict of the page in one line, and its numbers at a glance."""

from typing import Any

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Card
from carbonpeak.topics.green import analysis, analysis_goals, labels, totals
from carbonpeak.topics.green.analysis_goals import FRAME, JUDGED
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker

# Goals that stand on a card beside what is known of them: the share of output, zero-carbon parks.
ON_CARDS = ("green_factory", "green_park")
GOALS = ("output share of green factories (all levels)", "national zero-carbon parks")


def verdict(data: Dataset, tell: Speaker) -> str:
    """Return how many factories there are, and how many goals of the board have a latest value."""
    rows = analysis_goals.board(data)
    tasks = analysis_goals.tasks(data)
    return tell(
        "green.lead",
        factories=_factories(data, tell),
        tasks=int((tasks["kind"] == "task").sum()),
        actions=int((tasks["kind"] == "action").sum()),
        goals=len(rows),
        known=int(rows["state"].isin(JUDGED).sum()),
        nothing=int((rows["state"] == "no_data").sum()),
    )


def _factories(data: Dataset, tell: Speaker) -> str:
    """Return the last total of factories beside the founding number."""
    rows = analysis.totals(data, "green_factory")
    first = rows[rows["period"] == analysis.founding_date(data)]
    if rows.empty or first.empty:
        return tell("green.lead.unknown")
    return tell(
        "green.lead.factories",
        said=totals.dated(rows.iloc[-1], tell),
        before=number(float(first.iloc[-1]["value"])),
        then=analysis.founding_date(data),
    )


def cards(data: Dataset, tell: Speaker) -> tuple[Card, ...]:
    """Return the last total of every kind, and the goals with a number of their own."""
    counted = (_count(data, kind, tell) for kind in ON_CARDS)
    rows = analysis_goals.board(data)
    named = (rows[(rows["indicator_en"] == one) & rows["reached"].notna()] for one in GOALS)
    goals = [_goal(data, own.iloc[0], tell) for own in named if len(own)]
    return (*(one for one in counted if one is not None), *goals)


def _count(data: Dataset, kind: str, tell: Speaker) -> Card | None:
    """Return the last total of a kind with the founding number below, None where none is known."""
    rows = analysis.totals(data, kind)
    if rows.empty:
        return None
    last, date = rows.iloc[-1], analysis.founding_date(data)
    first = rows[rows["period"] == date]
    then = [
        tell("green.card.then", period=date, count=number(float(value))) for value in first["value"]
    ]
    return Card(
        name=labels.opened(labels.kind(kind, tell)),
        value=number(float(last["value"])),
        since=tell("green.card.since", how=totals.how(last, tell)),
        tiers=(),
        lines=tuple(then),
        small=totals.source(data, last["source_id"], tell),
    )


def _goal(data: Dataset, row: Any, tell: Speaker) -> Card:
    """Return the latest value of a goal with the goal below."""
    return Card(
        name=labels.opened(str(row[f"indicator_{tell.lang}"])),
        value=labels.reached(row, tell),
        since="",
        tiers=(),
        lines=(tell("green.card.goal", goal=labels.goal(row, tell), year=int(row["target_year"])),),
        small=totals.source(data, row["value_source_id"], tell),
        value_is_words=True,
    )


def task_measures(data: Dataset, task: str, tell: Speaker) -> str:
    """Return the measures of a task in one line, nothing where it has none."""
    place = analysis_goals.measures(data).get(task)
    if place is None or task == FRAME:
        return ""
    row = data.ask("tasks__all").loc[place]
    key = "green.measures.recalled" if row["standing"] == "unverified" else "green.measures"
    return tell(key, measures=row[f"sub_measures_{tell.lang}"])

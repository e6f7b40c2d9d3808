"""The board: goals under the tasks and actions of the plan, and the goals of one of them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from carbonpeak.charts import board as charts
from carbonpeak.charts import hover
from carbonpeak.charts.board import Row
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, number, words
from carbonpeak.topics.green import analysis_goals, labels, totals
from carbonpeak.topics.green.analysis_goals import FRAME, JUDGED, STATES
from carbonpeak.topics.green.choices import GreenChoices
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.speaker import Speaker

# The goals of every task that have a latest value.
KNOWN = "known"
COUNT = Form()
REACHED = ("met", "ahead")


def board(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure | None:
    """Return how many goals of each state stand under each task, None where there is no goal."""
    counted = analysis_goals.by_task(data)
    rows = analysis_goals.board(data)
    if rows.empty:
        return None
    shown = _bars(data, counted, tell)
    title = tell("green.board.title", count=len(rows), known=int(_is_judged(rows).sum()))
    return Figure(
        name="green_board",
        title=title,
        subtitle=tell("green.board.sub"),
        alt=tell("green.board.alt", title=title, items=_counted_words(counted.sum(), tell)),
        chart=lambda: charts.draw(shown, legend(tell)),
        table=Table.of_rows(
            _task_row(data, str(code), row, tell) for code, row in counted.iterrows()
        ),
        standings=_standings(rows),
        source_ids=_source_ids(rows),
        notes=(tell("green.board.note"), tell("green.board.alike"), tell("green.states.note")),
    )


def legend(tell: Speaker) -> list[tuple[str, str]]:
    """Return the states with their words in the order of a legend."""
    return [(one, labels.state(one, tell)) for one in STATES]


def _is_judged(rows: pd.DataFrame) -> "pd.Series[bool]":
    return rows["state"].isin(JUDGED)


def task_name(data: Dataset, code: str, tell: Speaker) -> str:
    """Return a task or action by its heading; the general goals by a word of ours."""
    if code == FRAME:
        return tell("green.task.frame")
    return labels.opened(str(analysis_goals.tasks(data).loc[code, f"title_{tell.lang}"]))


def _bars(data: Dataset, counted: pd.DataFrame, tell: Speaker) -> list[Row]:
    found = []
    for code, row in counted.iterrows():
        name = task_name(data, str(code), tell)
        counts = {str(state): int(count) for state, count in row.items() if count}
        found.append(Row(str(code), _wrapped(name, tell), counts, _hover(name, row, tell)))
    return found


def _wrapped(name: str, tell: Speaker) -> str:
    """Return a heading on two lines where it is long: a phone has little room beside the bars."""
    widest = 8 if tell.is_chinese else 22
    if len(name) <= widest:
        return name
    if tell.is_chinese:
        return f"{name[: (len(name) + 1) // 2]}<br>{name[(len(name) + 1) // 2 :]}"
    middle = name.find(" ", len(name) // 2)
    return name if middle < 0 else f"{name[:middle]}<br>{name[middle + 1 :]}"


def _hover(name: str, row: "pd.Series[Any]", tell: Speaker) -> str:
    return hover.card(name, *_counted_list(row, tell))


def _counted_list(counts: "pd.Series[Any]", tell: Speaker) -> list[str]:
    return [
        tell("green.count", state=tell(f"green.state.{one}"), count=int(counts[one]))
        for one in STATES
        if counts[one]
    ]


def _counted_words(counts: "pd.Series[Any]", tell: Speaker) -> str:
    return tell.clauses(_counted_list(counts, tell))


def _task_row(
    data: Dataset, code: str, counts: "pd.Series[Any]", tell: Speaker
) -> dict[Head, Cell]:
    """Return a task with its measures and how many goals of each state it has."""
    row = analysis_goals.tasks(data).loc[code]
    return {
        Head("task", tell("green.column.task")): words(task_name(data, code, tell), value=code),
        Head("goals", tell("green.column.goals")): number(int(counts.sum()), COUNT),
        **{
            Head(one, tell(f"green.state.{one}")): number(int(counts[one]), COUNT) for one in STATES
        },
        Head("measures", tell("green.column.measures")): _measures(data, code, tell),
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), value=str(row["standing"])
        ),
    }


def _measures(data: Dataset, code: str, tell: Speaker) -> Cell:
    """Return the measures of a task as the register has them; recalled ones say so."""
    place = analysis_goals.measures(data).get(code)
    if place is None:
        return missing("none", tell("known.none"))
    row = data.ask("tasks__all").loc[place]
    text = str(row[f"sub_measures_{tell.lang}"])
    if row["standing"] == "unverified":
        text = tell("green.unverified", text=text)
    return words(text)


def goals(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure | None:
    """Return the goals of a task, or those of all tasks with a latest value; None where none."""
    rows = chosen_goals(data, chosen.task)
    if rows.empty:
        return None
    title = _goals_title(data, rows, chosen.task, tell)
    return Figure(
        name="green_goals",
        title=title,
        subtitle=tell("green.goals.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(
            _goal_row(data, str(code), row, chosen.task == KNOWN, tell)
            for code, row in rows.iterrows()
        ),
        standings=_standings(rows),
        source_ids=_source_ids(rows),
        notes=(*_value_notes(rows, tell), tell("green.board.alike"), tell("green.states.note")),
    )


def chosen_goals(data: Dataset, task: str) -> pd.DataFrame:
    """Return the goals of a task, those with a latest value first."""
    rows = analysis_goals.board(data)
    own = rows[rows["reached"].notna()] if task == KNOWN else rows[rows["task_id"] == task]
    place = own["state"].map({one: number for number, one in enumerate(STATES)})
    return own.assign(place=place).sort_values(["place", "target_year"], kind="stable")


def _goals_title(data: Dataset, rows: pd.DataFrame, task: str, tell: Speaker) -> str:
    good = int(rows["state"].isin(REACHED).sum())
    if task == KNOWN:
        return tell("green.goals.known", count=len(rows), good=good)
    held = int(rows["reached"].notna().sum())
    name = task_name(data, task, tell)
    return tell("green.goals.some", task=name, count=len(rows), known=held)


def _goal_row(
    data: Dataset, code: str, row: "pd.Series[Any]", has_task: bool, tell: Speaker
) -> dict[Head, Cell]:
    task = {
        Head("task", tell("green.column.task"), in_files=not has_task): words(
            task_name(data, str(row["task_id"]), tell), value=str(row["task_id"])
        )
    }
    return {
        Head("indicator", tell("green.column.indicator")): words(
            indicator(row, tell), value=str(row["indicator_en"])
        ),
        Head("goal", tell("green.column.goal")): words(_marked_goal(row, tell)),
        Head("due", tell("green.column.due")): labels.due_cell(row, tell),
        **labels.value_cells(row, tell),
        **task,
        Head("value_standing", tell("green.column.value_standing")): _value_standing(row, tell),
        Head("source", tell("green.column.source")): words(
            totals.source(data, row["source_id"], tell)
        ),
        Head("plans", tell("green.column.plans")): number(int(row["plans"]), COUNT),
        Head("bound", tell("green.column.bound"), in_files=True): _bound(row, tell),
        Head("number", tell("green.column.number"), in_files=True): words(code),
    }


def _bound(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the number of a goal in the unit of the register, for files."""
    if is_missing(row["bound"]):
        return missing("none", tell("known.none"))
    return number(float(row["bound"]), Form(str(row[f"unit_{tell.lang}"]), digits=1))


def _marked_goal(row: "pd.Series[Any]", tell: Speaker) -> str:
    text = labels.goal(row, tell)
    return tell("green.unverified", text=text) if row["standing"] == "unverified" else text


def _value_standing(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    standing = row["value_standing"]
    if is_missing(standing):
        return missing("none", tell("known.none"))
    return words(tell(f"standing.{standing}"), value=str(standing))


def indicator(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return what is measured, and of whom."""
    return tell(
        "green.indicator",
        indicator=labels.opened(str(row[f"indicator_{tell.lang}"])),
        scope=row[f"scope_{tell.lang}"],
    )


def _value_notes(rows: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    """Return what must be known of the latest values, each with its indicator, once."""
    said = rows.dropna(subset=["value_note_en"])
    notes: Mapping[str, None] = dict.fromkeys(
        tell("green.note", name=row[f"indicator_{tell.lang}"], note=row[f"value_note_{tell.lang}"])
        for _, row in said.iterrows()
    )
    return tuple(notes)


def _standings(rows: pd.DataFrame) -> tuple[str, ...]:
    both = pd.concat([rows["standing"], rows["value_standing"].dropna()])
    return tuple(dict.fromkeys(both))


def _source_ids(rows: pd.DataFrame) -> tuple[str, ...]:
    both = pd.concat([rows["source_id"], rows["value_source_id"].dropna()])
    return tuple(dict.fromkeys(both))

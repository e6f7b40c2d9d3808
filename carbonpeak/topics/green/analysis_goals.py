"""The register of targets with the latest value of each, and the goals under each task."""

import re
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.indicators import goals
from carbonpeak.indicators.goals import Goal, Way
from carbonpeak.topics.green.choices import EVERY, Filter

# From good to bad, then what is not judged.
STATES = (
    "met",
    "ahead",
    "open",
    "late",
    "rose",
    "missed",
    "indicative",
    "no_data",
    "no_number",
)
JUDGED = STATES[:6]
# Results stand in the register beside the goals.
RESULT = "result"
DOWN = ("below", "cap")
FALL = "decrease"
RANK = {"official": 0, "published": 1, "unverified": 2}
# One goal may stand in several documents.
SAME = [
    "scope_group",
    # Translations of one indicator differ from document to document.
    "indicator_zh",
    "direction",
    "base_year",
    "target_year",
    "bound",
    "value_key",
]
YEARLY = "% vs previous year"
ORDERS = ("number", "due", "field", "distance")
FRAME, TASKS, ACTIONS = "K017", ("task",), ("action",)


@once_per_dataset
def register(data: Dataset) -> pd.DataFrame:
    """Return every row of the register, by number, with its latest value, ``state``, ``distance``.

    ``distance`` is what is left in the unit of the target; ``due_by`` the fall that a steady path
    asks for by the year of the value.
    """
    rows = data.ask("targets__all")
    latest = data.ask("targets__latest").rename(columns=_of_the_value)
    joined = rows.merge(latest, "left", on="target_id").set_index("target_id")
    judged = pd.DataFrame([_judged(row) for _, row in joined.iterrows()], index=joined.index)
    return joined.join(judged)


def _of_the_value(column: str) -> str:
    """Return the name of a column of the latest value beside those of the target."""
    same = ("qualifier", "note_zh", "note_en", "standing", "source_id")
    return f"value_{column}" if column in same else column


def _judged(row: "pd.Series[Any]") -> dict[str, Any]:
    """Return the state of a row, what is left, and what is due by the year of its value."""
    if row["direction"].startswith(RESULT):
        return {"state": RESULT, "distance": None, "due_by": None}
    if pd.isna(row["bound"]):
        return {"state": "no_number", "distance": None, "due_by": None}
    if pd.isna(row["reached"]):
        return {"state": "no_data", "distance": None, "due_by": None}
    goal, year = _goal(row), int(row["value_year"])
    qualifier = None if pd.isna(row["value_qualifier"]) else row["value_qualifier"]
    known = goals.reading(year, float(row["reached"]), qualifier)
    return {
        "state": goals.judge(goal, known) if row["is_comparable"] else "indicative",
        "distance": goals.distance(goal, float(row["reached"])),
        "due_by": goals.due_by(goal, year) if goal.way == "fall" else None,
    }


def _goal(row: "pd.Series[Any]") -> Goal:
    way: Way = "up"
    if row["direction"] in DOWN:
        way = "down"
    elif row["direction"] == FALL:
        way = "fall"
    years = [None if pd.isna(row[one]) else int(row[one]) for one in ("base_year", "target_year")]
    if row["unit_en"] == YEARLY:
        # A goal for one year is judged by that year alone.
        years[0] = None
    return Goal(way, float(row["bound"]), *years)


@once_per_dataset
def board(data: Dataset) -> pd.DataFrame:
    """Return the goals of the board, each once: the best attested row stands for those alike.

    ``plans`` counts the documents that set it.
    """
    rows = register(data)
    own = rows[rows["task_id"].notna()].reset_index()
    rank = own["standing"].map(RANK)
    own = own.assign(rank=rank, value_key=own["value_en"].where(own["bound"].isna(), ""))
    alike = own.sort_values(["rank", "target_id"]).groupby(SAME, dropna=False, sort=False)
    first = alike.head(1).assign(plans=alike["policy_en"].transform("nunique"))
    return first.sort_values("target_id").set_index("target_id")


@once_per_dataset
def tasks(data: Dataset) -> pd.DataFrame:
    """Return the general goals, the six tasks and the two actions, in this order, by number."""
    rows = data.ask("tasks__all").set_index("item_id")
    own = [FRAME, *rows.index[rows["kind"].isin((*TASKS, *ACTIONS))]]
    return rows.loc[[one for one in own if one in rows.index]]


@once_per_dataset
def measures(data: Dataset) -> dict[str, int]:
    """Return the row of measures that belongs to each task or action, by its number."""
    rows = data.ask("tasks__all")
    detail = rows[rows["kind"].str.endswith("sub-measures")]
    by_number = dict(zip(detail["task_number"], detail.index, strict=True))
    own = rows[rows["kind"].isin((*TASKS, *ACTIONS))]
    return {
        str(item): int(by_number[number])
        for item, number in zip(own["item_id"], own["task_number"], strict=True)
        if number in by_number
    }


@once_per_dataset
def by_task(data: Dataset) -> pd.DataFrame:
    """Return how many goals of each state stand under each task, a column for each state."""
    goals_of = board(data)
    counted = pd.crosstab(goals_of["task_id"], goals_of["state"])
    return counted.reindex(index=tasks(data).index, columns=list(STATES), fill_value=0)


@once_per_dataset
def plans(data: Dataset) -> dict[str, str]:
    """Return the documents of the register by a code: the number of their first row."""
    first = register(data).reset_index().drop_duplicates("policy_en")
    return dict(zip(first["target_id"], first["policy_en"], strict=True))


@once_per_dataset
def fields(data: Dataset) -> tuple[str, ...]:
    """Return the fields that rows of the register belong to, in the order of the register."""
    return tuple(register(data)["scope_group"].drop_duplicates())


@once_per_dataset
def years(data: Dataset) -> tuple[str, ...]:
    """Return the years in which something is due or was reported."""
    known = register(data)["target_year"].dropna().astype(int)
    return tuple(str(year) for year in sorted(known.unique()))


@once_per_dataset
def filtered(data: Dataset, wanted: Filter) -> pd.DataFrame:
    """Return the rows of the register that a filter asks for, in its order."""
    rows = register(data)
    kept = pd.Series(True, index=rows.index)
    if wanted.field != EVERY:
        kept &= rows["scope_group"] == wanted.field
    if wanted.plan != EVERY:
        kept &= rows["policy_en"] == plans(data)[wanted.plan]
    if wanted.due != EVERY:
        kept &= rows["target_year"] == int(wanted.due)
    if wanted.state != EVERY:
        kept &= rows["state"] == wanted.state
    if wanted.verified:
        kept &= rows["standing"] != "unverified"
    return _ordered(rows[kept], wanted.order)


def _ordered(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    by = {
        "due": ["target_year"],
        "field": ["scope_group", "target_year"],
        "distance": ["state_rank"],
    }
    if order not in by:
        return rows
    ranked = rows.assign(state_rank=rows["state"].map(_state_rank))
    return ranked.sort_values(by[order], kind="stable", na_position="last")


def _state_rank(state: str) -> int:
    """Return the place of a state: what is furthest behind first, results last."""
    order = (*reversed(JUDGED), *STATES[len(JUDGED) :], RESULT)
    return order.index(state)


def found(data: Dataset, search: str) -> frozenset[str]:
    """Return the numbers of the rows in which every word of a search stands, as people type it.

    Chinese, English, pinyin or its initials; capitals and blanks around do not matter.
    """
    words = search.lower().split()
    texts = _texts(data)
    return frozenset(code for code, text in texts.items() if all(one in text for one in words))


@once_per_dataset
def _texts(data: Dataset) -> dict[str, str]:
    """Return all that a row of the register says, in both languages and in pinyin, by number."""
    rows = register(data)
    said = [str(one) for one in rows if re.fullmatch(r"(?!value_note).*_(zh|en)", str(one))]
    own = rows[[*said, "pinyin"]].fillna("").astype(str).agg(" ".join, axis=1)
    years_of = rows["target_year"].fillna(0).astype(int).astype(str)
    texts = pd.Series(rows.index, index=rows.index) + " " + own + " " + years_of
    return {str(code): text.lower() for code, text in texts.items()}

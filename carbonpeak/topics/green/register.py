"""The register of all targets with their latest values, filtered and in order; later facts."""

from typing import Any

import pandas as pd

from carbonpeak.charts import board as charts
from carbonpeak.charts.board import Row
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Cell, Head, Table, missing, words
from carbonpeak.topics.green import analysis_goals, board, labels, totals
from carbonpeak.topics.green.analysis_goals import RESULT, STATES
from carbonpeak.topics.green.choices import EVERY, Filter, GreenChoices
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.speaker import Speaker


def register(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure | None:
    """Return the rows of the register that a filter asks for, None where there is none."""
    rows = analysis_goals.filtered(data, chosen.wanted)
    if rows.empty:
        return None
    title = _title(rows, chosen.wanted, tell)
    flags = dict.fromkeys(str(one) for one in rows["flag"].dropna())
    return Figure(
        name="green_register",
        title=title,
        subtitle=_subtitle(data, chosen.wanted, tell),
        alt=title,
        chart=lambda: charts.draw(
            _bars(rows, tell), [*board.legend(tell), (RESULT, _result(tell))]
        ),
        table=Table.of_rows(_row(data, str(code), row, tell) for code, row in rows.iterrows()),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(
            tell("green.register.note"),
            tell("green.states.note"),
            *(fault_words(data, flag, tell) for flag in flags),
        ),
    )


def _result(tell: Speaker) -> str:
    return labels.state(RESULT, tell)


def _title(rows: pd.DataFrame, wanted: Filter, tell: Speaker) -> str:
    """Return how many rows there are, with every filter that is set."""
    parts = []
    if wanted.field != EVERY:
        parts.append(tell(f"green.field.{wanted.field}"))
    if wanted.due != EVERY:
        parts.append(tell("green.filter.due", year=wanted.due))
    if wanted.plan != EVERY:
        parts.append(tell("green.filter.plan"))
    if wanted.state != EVERY:
        parts.append(tell(f"green.state.short.{wanted.state}"))
    if wanted.verified:
        parts.append(tell("green.filter.verified"))
    key = "some" if parts else "all"
    return tell(f"green.register.{key}", count=len(rows), filters=tell.listed(parts))


def _subtitle(data: Dataset, wanted: Filter, tell: Speaker) -> str:
    """Return what the rows are; of one document its name."""
    if wanted.plan == EVERY:
        return tell("green.register.sub")
    return tell("green.register.sub.plan", plan=plan_name(data, wanted.plan, tell))


def plan_name(data: Dataset, code: str, tell: Speaker) -> str:
    """Return a document of the register by its code."""
    return str(analysis_goals.register(data).loc[code, f"policy_{tell.lang}"])


def _bars(rows: pd.DataFrame, tell: Speaker) -> list[Row]:
    """Return a bar for each field, with how many rows of each state it has."""
    counted = pd.crosstab(rows["scope_group"], rows["state"])
    counted = counted.reindex(columns=[*STATES, RESULT], fill_value=0)
    largest = counted.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return [
        Row(
            str(code),
            tell(f"green.field.{code}"),
            {str(one): int(count) for one, count in counted.loc[code].items() if count},
            _hover(str(code), counted.loc[code], tell),
        )
        for code in largest
    ]


def _hover(code: str, counts: "pd.Series[Any]", tell: Speaker) -> str:
    said = [
        tell("green.count", state=tell(f"green.state.{one}"), count=int(count))
        for one, count in counts.items()
        if count
    ]
    return "<br>".join([tell(f"green.field.{code}"), *said])


def _row(data: Dataset, code: str, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("number", tell("green.column.number")): words(code),
        Head("indicator", tell("green.column.indicator")): words(
            board.indicator(row, tell), value=str(row["indicator_en"])
        ),
        Head("goal", tell("green.column.goal")): words(_said(row, tell)),
        Head("due", tell("green.column.due")): labels.due_cell(row, tell),
        **labels.value_cells(row, tell),
        Head("plan", tell("green.column.plan")): words(
            str(row[f"policy_{tell.lang}"]), value=str(row["policy_en"])
        ),
        Head("field", tell("green.column.field"), in_files=True): words(
            tell(f"green.field.{row['scope_group']}"), value=str(row["scope_group"])
        ),
        Head("note", tell("green.column.note")): _note(row[f"note_{tell.lang}"], tell),
        **totals.provenance(data, row, tell),
    }


def _said(row: "pd.Series[Any]", tell: Speaker) -> str:
    text = labels.goal(row, tell)
    return tell("green.unverified", text=text) if row["standing"] == "unverified" else text


def _note(text: Any, tell: Speaker) -> Cell:
    return missing("none", tell("known.none")) if is_missing(text) else words(str(text))


def later_facts(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure | None:
    """Return the later facts of policy and the goals of provinces, None where there is none."""
    rows = data.ask("green__facts")
    if rows.empty:
        return None
    names = region_names(data, tell.lang)
    provinces = int(rows["region_code"].nunique())
    title = tell("green.facts.title", count=len(rows), provinces=provinces)
    return Figure(
        name="green_facts",
        title=title,
        subtitle=tell("green.facts.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(_fact(data, row, names, tell) for _, row in rows.iterrows()),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("green.facts.note"),),
    )


def _fact(
    data: Dataset, row: "pd.Series[Any]", names: dict[str, str], tell: Speaker
) -> dict[Head, Cell]:
    place = tell("green.nation") if is_missing(row["region_code"]) else names[row["region_code"]]
    return {
        Head("region", tell("column.region")): words(place),
        Head("item", tell("green.column.item")): words(
            str(row[f"item_{tell.lang}"]), value=str(row["item_en"])
        ),
        Head("said", tell("green.column.said")): words(_value(row, tell)),
        Head("period", tell("green.column.said_of")): words(str(row["period"])),
        Head("topic", tell("green.column.topic"), in_files=True): words(
            str(row[f"topic_{tell.lang}"])
        ),
        Head("note", tell("green.column.note")): _note(row[f"note_{tell.lang}"], tell),
        **totals.provenance(data, row, tell),
    }


def _value(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return a value as worded; a plain number with a real minus and its unit."""
    text = str(row[f"value_{tell.lang}"]).replace("-", "−").replace(">=", "≥ ").replace(">", "> ")
    unit = row[f"unit_{tell.lang}"]
    if is_missing(unit) or row["unit_en"] in ("event", "rule", "relative", "year"):
        return text
    if unit == "%":
        return f"{text}%"
    shown = tell("green.unit.count") if row["unit_en"] == labels.COUNT else str(unit)
    return f"{text} {shown}".strip()

"""The national counts: by date for one kind, and the founding numbers beside later ones."""

from itertools import pairwise
from typing import Any

import pandas as pd

from carbonpeak.charts import columns
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words, source_list
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, number, words
from carbonpeak.topics.green import analysis, labels
from carbonpeak.topics.green.choices import GreenChoices
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

COUNT = Form()


def by_date(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure | None:
    """Return the totals of a kind by date as columns, None where none is known."""
    rows = analysis.totals(data, chosen.kind)
    if rows.empty:
        return None
    kind, last = labels.kind(chosen.kind, tell), rows.iloc[-1]
    title = tell("green.totals.title", kind=kind, said=dated(last, tell))
    return Figure(
        name="green_totals",
        title=title,
        subtitle=tell(
            "green.totals.sub", kind=kind, unit=tell("green.unit.count"), fell=_falls(rows, tell)
        ),
        alt=title,
        chart=lambda: columns.draw(
            [str(period) for period in rows["period"]],
            [float(value) for value in rows["value"]],
            [text_of(float(value)) for value in rows["value"]],
            list(rows["is_derived"]),
        ),
        table=Table.of_rows(_total(data, row, tell) for _, row in rows.iterrows()),
        standings=tuple(rows["standing"].unique()),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(
            tell("green.totals.note"),
            *_bounds(data, chosen.kind, tell),
            fault_words(data, "green_removals_unknown", tell),
        ),
    )


def _falls(rows: pd.DataFrame, tell: Speaker) -> str:
    """Return which totals are below the one before and what that one counts; nothing where none."""
    note = f"note_{tell.lang}"
    return "".join(
        tell("green.totals.fell", period=row["period"], before=before["period"], note=before[note])
        for before, row in pairwise(rows.to_dict("records"))
        if row["value"] < before["value"] and not is_missing(before[note])
    )


def dated(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return a total with its date, and that it is derived or unverified where it is."""
    return tell("green.totals.dated", count=text_of(float(row["value"])), how=how(row, tell))


def how(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the date of a total, and that it is derived or unverified where it is."""
    marks = [tell("green.how.derived")] if row["is_derived"] else []
    if row["standing"] == "unverified":
        marks.append(tell("standing.unverified"))
    return tell("list.comma").join([str(row["period"]), *marks])


def _bounds(data: Dataset, kind: str, tell: Speaker) -> tuple[str, ...]:
    """Return what was stated as over a number, with its date: it has no column."""
    rows = analysis.stated_over(data, kind)
    return tuple(
        tell(
            "green.totals.over",
            period=row["period"],
            said=said_count(str(row[f"value_{tell.lang}"]), tell),
        )
        for _, row in rows.iterrows()
    )


def _total(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("period", tell("green.column.period")): words(str(row["period"])),
        Head("count", tell("green.column.count")): number(float(row["value"]), COUNT),
        Head("how", tell("green.column.how")): words(
            tell(f"green.how.{row['kind']}"), value=str(row["kind"])
        ),
        Head("note", tell("green.column.note")): _note(row[f"note_{tell.lang}"], tell),
        **provenance(data, row, tell),
    }


def _note(text: Any, tell: Speaker) -> Cell:
    return missing("none", tell("known.none")) if is_missing(text) else words(str(text))


def provenance(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    """Return the standing and the source of a row."""
    return {
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), value=str(row["standing"])
        ),
        Head("source", tell("green.column.source")): words(source(data, row["source_id"], tell)),
    }


def source(data: Dataset, source_id: Any, tell: Speaker) -> str:
    """Return a source by its name alone: its address stands one click further."""
    return source_list(data, (str(source_id),), tell)[0].partition(" | http")[0]


def founding(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure:
    """Return the founding numbers, each with the latest number of the same thing."""
    rows = analysis.founding(data)
    title = _founding_title(rows, tell)
    later = rows.dropna(subset=["later_value"])
    return Figure(
        name="green_founding",
        title=title,
        subtitle=tell("green.founding.sub", period=analysis.founding_date(data)),
        alt=title,
        chart=None,
        table=Table.of_rows(_founded(data, row, tell) for _, row in rows.iterrows()),
        standings=tuple(dict.fromkeys([*rows["standing"], *later["later_standing"]])),
        source_ids=tuple(dict.fromkeys([*rows["source_id"], *later["later_source_id"]])),
        notes=(
            tell("green.founding.note"),
            fault_words(data, "green_parks_one_more", tell),
            fault_words(data, "green_removals_unknown", tell),
        ),
    )


def _founding_title(rows: pd.DataFrame, tell: Speaker) -> str:
    """Return how the first thing counted has grown, or how many are counted."""
    known = rows.dropna(subset=["value", "later_value"])
    if known.empty:
        return tell("green.founding.plain", count=len(rows))
    first = known.iloc[0]
    last = pd.Series(
        {
            "value": first["later_value"],
            "period": first["later_period"],
            "standing": first["later_standing"],
            "is_derived": first["later_kind"] == "derived",
        }
    )
    item = str(first[f"item_{tell.lang}"])
    before = text_of(float(first["value"]))
    return tell("green.founding.title", item=item, before=before, after=dated(last, tell))


def _founded(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    first = {
        Head("item", tell("green.column.item")): words(
            str(row[f"item_{tell.lang}"]), value=str(row["item_en"])
        ),
        Head("founding", str(row["period"])): words(
            said_count(str(row[f"value_{tell.lang}"]), tell), value=str(row["value_en"])
        ),
    }
    whence = Head("source", tell("green.column.source"))
    own = {whence: words(source(data, row["source_id"], tell))}
    return first | _later(data, row, tell) | own


def _later(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    """Return the latest number of the same thing with its date, standing and source."""
    heads = (
        Head("later", tell("green.column.later")),
        Head("later_period", tell("green.column.period")),
        Head("later_standing", tell("green.column.later_standing")),
        Head("later_source", tell("green.column.later_source")),
    )
    value, standing = row["later_value"], row["later_standing"]
    if is_missing(value):
        return dict.fromkeys(heads, missing("none", tell("green.not_counted")))
    cells = (
        words(text_of(float(value))),
        words(_later_period(row, tell), value=str(row["later_period"])),
        words(tell(f"standing.{standing}"), value=str(standing)),
        words(source(data, row["later_source_id"], tell)),
    )
    return dict(zip(heads, cells, strict=True))


def _later_period(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the date of a later number, with its sum where it is derived."""
    note = row[f"later_note_{tell.lang}"]
    if row["later_kind"] != "derived" or is_missing(note):
        return str(row["later_period"])
    return tell("green.founding.derived", period=row["later_period"], sum=note)


def said_count(text: str, tell: Speaker) -> str:
    """Return a count as its source words it, with separators: ">500" as over 500."""
    is_more, digits = text.startswith(">"), text.removeprefix(">").replace(",", "")
    if not digits.isdigit():
        return text
    count = text_of(float(digits))
    return tell("green.over", count=count) if is_more else count

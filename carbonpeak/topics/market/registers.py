"""The registers of the market as tables: dated events, and the rules of allocation."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, words
from carbonpeak.figures.table import number as number_cell
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.topics.market.coverage import source_name
from carbonpeak.words.numbers import is_missing, number
from carbonpeak.words.speaker import Speaker

EVERY = "all"


@once_per_dataset
def event_kinds(data: Dataset) -> tuple[str, ...]:
    """Return the codes of the kinds of events, as an address carries them."""
    kinds = data.ask("market__events")["kind"]
    return tuple(sorted({code_of(str(kind)) for kind in kinds}))


def code_of(kind: str) -> str:
    """Return the code of a kind of event."""
    return kind.replace(" ", "_")


def event_rows(data: Dataset, kind: str) -> pd.DataFrame:
    """Return the dated events of one kind or of every kind."""
    rows = data.ask("market__events")
    return rows if kind == EVERY else rows[rows["kind"].map(code_of) == kind]


def events(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure | None:
    """Return the dated events of the chosen kind as a table, None where there is none."""
    rows = event_rows(data, chosen.events)
    if rows.empty:
        return None
    said = {"count": len(rows), "kind": kind_words(chosen.events, tell)}
    key = "market.events.every" if chosen.events == EVERY else "market.events.title"
    title = tell(key, **said)
    return Figure(
        name="market_events",
        title=title,
        subtitle=tell("market.events.sub", first=rows["date"].min(), last=rows["date"].max()),
        alt=title,
        chart=None,
        table=Table.of_rows(
            _event(data, place, row, tell) for place, (_, row) in enumerate(rows.iterrows(), 1)
        ),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=tuple(fault_words(data, str(flag), tell) for flag in rows["flag"].dropna()),
    )


def kind_words(kind: str, tell: Speaker) -> str:
    """Return the words of a kind of event."""
    return tell(f"market.event.{kind}")


def rules(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return the rules of allocation as a table."""
    rows = data.ask("market__rules")
    title = tell("market.rules.title", count=len(rows))
    return Figure(
        name="market_rules",
        title=title,
        subtitle=tell("market.rules.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(_rule(data, row, tell) for _, row in rows.iterrows()),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("market.rules.note"),),
    )


def _event(data: Dataset, place: int, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    """Return an event under the number that it has in the chart of prices."""
    return {
        Head("place", tell("market.column.number")): number_cell(place, Form()),
        Head("date", tell("market.column.date")): words(str(row["date"])),
        Head("kind", tell("market.column.kind")): words(
            kind_words(code_of(str(row["kind"])), tell), value=str(row["kind"])
        ),
        Head("event", tell("market.column.event")): words(str(row[f"event_{tell.lang}"])),
        **_provenance(data, row, tell),
    }


def _rule(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    def said(name: str) -> str:
        return str(row[f"{name}_{tell.lang}"])

    note = row[f"note_{tell.lang}"]
    return {
        Head("period", tell("market.column.vintage")): words(str(row["period"])),
        Head("scope", tell("market.column.scope")): words(said("scope")),
        Head("item", tell("market.column.rule")): words(said("item")),
        Head("said", tell("market.column.said")): words(_with_unit(row, tell)),
        Head("note", tell("market.column.note")): missing("none", tell("market.pure"))
        if is_missing(note)
        else words(str(note)),
        **_provenance(data, row, tell),
    }


def _with_unit(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the rule as worded, a plain number with its unit."""
    if is_missing(row["value"]):
        return str(row[f"value_{tell.lang}"])
    said = str(row[f"value_{tell.lang}"])
    text = number(row["value"]) if said.isdigit() else said
    unit = str(row[f"unit_{tell.lang}"])
    return f"{text}%" if unit == "%" else tell("market.with_unit", value=text, unit=unit)


def _provenance(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), value=str(row["standing"])
        ),
        Head("source", tell("market.column.source")): words(
            source_name(data, str(row["source_id"]), tell)
        ),
    }

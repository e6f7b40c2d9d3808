"""Benchmarks of power units by class: how they tighten, where they break, which are drafts."""

from typing import Any

import pandas as pd

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.charts.seams import Seam
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import (
    YEAR,
    Cell,
    Form,
    Head,
    Table,
    known,
    number,
    percent_form,
    words,
)
from carbonpeak.topics.market import analysis
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

CARRIERS = ("electricity", "heat")
CLASSES = ("coal_above_300", "coal_to_300", "coal_unconventional", "gas")
DIGITS = 4


def benchmarks(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return the benchmarks of a carrier by class and year, with the break and the drafts."""
    rows = analysis.benchmarks(data)
    rows = rows[rows["carrier"] == chosen.carrier].reset_index(drop=True)
    title = _title(rows, chosen.carrier, tell)
    return Figure(
        name="market_benchmarks",
        title=title,
        subtitle=tell("market.benchmarks.sub", unit=_unit(chosen.carrier, tell)),
        alt=title,
        chart=lambda: lines.draw(
            [_line(own, tell) for _, own in rows.groupby("unit_class", sort=True)],
            break_text=tell("market.break.benchmark"),
            changed=_drafts(rows, tell),
        ),
        table=_table(rows, chosen.carrier, tell),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=_notes(data, chosen.carrier, tell),
    )


def class_words(code: str, tell: Speaker) -> str:
    """Return the words of a class of power units."""
    return tell(f"market.class.{code}")


def _title(rows: pd.DataFrame, carrier: str, tell: Speaker) -> str:
    """Return how the benchmark of the first class moved in the last year that is final."""
    final = rows[
        (rows["rule_status"] == "final") & (rows["unit_class"] == rows["unit_class"].min())
    ]
    last = final.loc[final["year"].idxmax()]
    said = {"name": class_words(str(last["unit_class"]), tell), "year": int(last["year"])}
    key = f"market.benchmarks.{carrier}"
    if pd.isna(last["change"]):
        return tell(f"{key}.level", value=text_of(last["value"], DIGITS), **said)
    return tell(f"{key}.moved", moved=moved(float(last["change"]), tell), **said)


def _line(own: pd.DataFrame, tell: Speaker) -> Line:
    name = class_words(str(own["unit_class"].iloc[0]), tell)
    changes = own["output_basis"] != own["output_basis"].shift()
    texts = [
        f"{name}<br>{year}: {text_of(value, DIGITS)} · {tell(f'market.status.{status}')}"
        for year, value, status in zip(own["year"], own["value"], own["rule_status"], strict=True)
    ]
    return Line(
        name,
        [int(year) for year in own["year"]],
        [float(value) for value in own["value"]],
        list(own["standing"]),
        texts,
        frozenset(int(year) for year in own.loc[changes, "year"][1:]),
    )


def _drafts(rows: pd.DataFrame, tell: Speaker) -> list[Seam]:
    drafts = rows.loc[rows["rule_status"] == "draft", "year"]
    return (
        [Seam(int(drafts.min()), tell("market.draft_from", year=drafts.min()))]
        if len(drafts)
        else []
    )


def _notes(data: Dataset, carrier: str, tell: Speaker) -> tuple[str, ...]:
    broken = [
        fault_words(data, str(one), tell)
        for one in analysis.breaks(data, "power_benchmark")["flag"]
    ]
    return (
        *(broken if carrier == CARRIERS[0] else ()),
        tell("market.benchmarks.note"),
        fault_words(data, "event_unconfirmed", tell),
    )


def _unit(carrier: str, tell: Speaker) -> str:
    return tell(f"market.unit.{carrier}")


def _table(rows: pd.DataFrame, carrier: str, tell: Speaker) -> Table:
    first = int(rows["year"].min())
    return Table.of_rows(_row(row, carrier, first, tell) for _, row in rows.iterrows())


def _row(row: "pd.Series[Any]", carrier: str, first: int, tell: Speaker) -> dict[Head, Cell]:
    form = Form(_unit(carrier, tell), digits=DIGITS)
    why = ("first_year", "none") if row["year"] == first else ("not_comparable", "not_comparable")
    return {
        Head("class", tell("market.column.class")): words(
            class_words(str(row["unit_class"]), tell), value=str(row["unit_class"])
        ),
        Head("year", tell("column.year")): number(int(row["year"]), YEAR),
        Head("value", tell("market.column.benchmark")): number(float(row["value"]), form),
        Head("change", tell("market.column.change")): known(
            row["change"], percent_form(2, sign=True), why[1], tell(f"market.{why[0]}")
        ),
        Head("basis", tell("market.column.basis")): words(
            tell(f"market.basis.{row['output_basis']}"), value=str(row["output_basis"])
        ),
        Head("status", tell("market.column.status")): words(
            tell(f"market.status.{row['rule_status']}"), value=str(row["rule_status"])
        ),
    }

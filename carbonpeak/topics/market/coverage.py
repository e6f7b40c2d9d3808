"""What the market covers by stage, with the counts that contradict each other side by side."""

import textwrap
from typing import Any

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.charts.style import PALETTE
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words, source_list
from carbonpeak.figures.table import Cell, Form, Head, Table, known, missing, words
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.words.numbers import is_missing, number
from carbonpeak.words.speaker import Speaker

STAGES = ("2021", "2024", "2025", "planned")
# What is a count of units, and of these what counts all of them after the widening.
COUNTS = ("units", "added_units", "all_units")
ALL = "all_units"
TENS_OF_1E8 = "十亿吨"
SIGNS = {"more than": "market.more_than", "about": "market.about"}


def coverage(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return every statement on the coverage by stage; the counts of units are drawn."""
    rows = _ordered(data.ask("market__coverage"))
    counts = rows[rows["aspect"].isin(COUNTS)]
    title = _title(counts, tell)
    return Figure(
        name="market_coverage",
        title=title,
        subtitle=tell("market.coverage.sub"),
        alt=title,
        chart=lambda: _chart(counts, tell),
        table=Table.of_rows(_row(data, row, tell) for _, row in rows.iterrows()),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("market.coverage.note"), fault_words(data, "market_scope_break", tell)),
    )


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the statements by stage, counts of units first."""
    stage = rows["stage"].map({code: place for place, code in enumerate(STAGES)})
    order = {code: place for place, code in enumerate(COUNTS)}
    aspect = rows["aspect"].map(order).fillna(len(COUNTS))
    keyed = rows.assign(stage_order=stage, aspect_order=aspect)
    return keyed.sort_values(["stage_order", "aspect_order", "item_id"], ignore_index=True)


def _title(counts: pd.DataFrame, tell: Speaker) -> str:
    """Return between which numbers the counts of all units lie after the widening."""
    found = counts[counts["aspect"] == ALL].dropna(subset=["value"]).sort_values("value")
    if found.empty:
        return tell("market.coverage.plain")
    low, high = said(found.iloc[0], tell), said(found.iloc[-1], tell)
    return tell("market.coverage.one" if low == high else "market.coverage", low=low, high=high)


def _chart(counts: pd.DataFrame, tell: Speaker) -> Any:
    """Return the counts as bars, their long names on two lines."""
    names = ["<br>".join(_name(row, tell)) for _, row in counts.iterrows()]
    labels = [said(row, tell) for _, row in counts.iterrows()]
    fills = [PALETTE[0]] * len(counts)
    return bars.ranked(names, list(counts["value"]), labels, list(counts["item_id"]), fills)


def _name(row: "pd.Series[Any]", tell: Speaker) -> list[str]:
    """Return the name of a count in lines that a phone has room for, its date on the last."""
    widest = 14 if tell.is_chinese else 24
    # A Chinese line breaks at any character: its few blanks must not break it earlier.
    item = _text(row, "item", tell).replace(" ", "\u00a0" if tell.is_chinese else " ")
    *first, last = textwrap.wrap(item, widest)
    dated = tell("market.coverage.bar", item=last, period=row["period"])
    if len(dated) <= widest + 4:
        return [*first, dated]
    return [*first, last, tell("market.coverage.bar", item="", period=row["period"]).strip()]


def said(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the number of a statement with how sure it is."""
    text = number(row["value"])
    return text if is_missing(row["qualifier"]) else tell(SIGNS[row["qualifier"]], number=text)


def _row(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    form = Form(digits=0)
    value = known(row["value"], form, "none", tell("known.none"))
    note = _text(row, "note", tell)
    return {
        Head("stage", tell("market.column.stage")): words(
            tell(f"market.stage.{row['stage']}"), value=row["stage"]
        ),
        Head("item", tell("market.column.item")): words(_text(row, "item", tell)),
        Head("period", tell("market.column.period")): words(_period(row, tell)),
        Head("said", tell("market.column.said")): words(worded(row, tell)),
        Head("value", tell("market.column.value"), in_files=True): value,
        Head("note", tell("market.column.note")): words(note)
        if note
        else missing("none", tell("market.pure")),
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), value=row["standing"]
        ),
        Head("source", tell("market.column.source")): words(
            source_name(data, str(row["source_id"]), tell)
        ),
    }


def _period(row: "pd.Series[Any]", tell: Speaker) -> str:
    return tell("known.none") if is_missing(row["period"]) else str(row["period"])


def worded(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the value as its source words it, with its unit where it is a number."""
    if is_missing(row["value"]):
        return _text(row, "value", tell)
    unit = _text(row, "unit", tell)
    if tell.is_chinese and unit.startswith(TENS_OF_1E8):
        # Ten times 10^8 t, as the register has it, is no unit of Chinese statistics.
        tens = row.copy()
        tens["value"] *= 10
        return f"{said(tens, tell)} {unit.removeprefix('十')}"
    return f"{said(row, tell)}{'' if unit == '%' else ' '}{unit}"


def _text(row: "pd.Series[Any]", name: str, tell: Speaker) -> str:
    text = row[f"{name}_{tell.lang}"]
    return "" if is_missing(text) else str(text)


def source_name(data: Dataset, source_id: str, tell: Speaker) -> str:
    """Return the name of a source."""
    return source_list(data, (source_id,), tell)[0]

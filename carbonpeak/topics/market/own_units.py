"""Units that somebody put in: which are short of allowances, each a point of the one curve."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import curves
from carbonpeak.charts.curves import Point
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, known, words
from carbonpeak.indicators.allocation import BALANCE
from carbonpeak.topics.market import analysis_own as analysis
from carbonpeak.topics.market.analysis_allocation import POWER
from carbonpeak.topics.market.benchmarks import class_words
from carbonpeak.topics.market.calculator import INTENSITY_DIGITS, LEAST_T, constants, line_words
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

TONNES, SHARES = Form(), Form("%", times=100, digits=1)
SIGNED = Form(sign=True)


def group(_data: Dataset, tell: Speaker, code: str) -> str:
    """Return what a kind of unit and its vintage are called, the words for none without rows."""
    if not code:
        return tell("control.none")
    line, _, year = code.partition("-")
    return tell("market.own.group", line=line_words(line, tell), year=year)


def own_units(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure | None:
    """Return own units on the allocation curve; None where nobody put any in."""
    if not chosen.own:
        return None
    rows = analysis.held(data, chosen.own_line, chosen.own_year)
    title = _title(rows, chosen, tell)
    return Figure(
        name="market_own_units",
        title=title,
        subtitle=_subtitle(rows, chosen, tell),
        alt=title,
        chart=lambda: _chart(rows, chosen, tell),
        table=Table.of_rows(_row(row, data, chosen, tell) for _, row in _listed(rows).iterrows()),
        standings=(*dict.fromkeys(rows["standing"]), "scenario"),
        source_ids=source_ids(data, rows, chosen),
        notes=_notes(rows, chosen, tell),
    )


def source_ids(data: Dataset, rows: pd.DataFrame, chosen: MarketChoices) -> tuple[str, ...]:
    """Return the sources of own rows, and of the rule that judges them."""
    if chosen.own_line == POWER:
        ruled = data.ask("market__benchmarks")
        is_used = (ruled["year"] == chosen.own_year) & ruled["unit_class"].isin(rows["unit_class"])
    else:
        ruled = data.ask("market__rules")
        is_used = ruled["period"] == str(chosen.own_year)
    return tuple(dict.fromkeys([*rows["source_id"], *ruled.loc[is_used, "source_id"]]))


def _title(rows: pd.DataFrame, chosen: MarketChoices, tell: Speaker) -> str:
    due = rows["due_t"].dropna()
    said = {"line": tell(f"market.own.line.{chosen.own_line}"), "year": chosen.own_year}
    if due.empty:
        return tell("market.own.title.unknown", **said)
    short = int((due <= -LEAST_T).sum())
    key = "title" if short else "title.none"
    return tell(f"market.own.{key}", short=text_of(short), count=text_of(len(due)), **said)


def _subtitle(rows: pd.DataFrame, chosen: MarketChoices, tell: Speaker) -> str:
    due = rows["due_t"].dropna()
    return tell(
        "market.own.sub",
        group=group_words(chosen, tell),
        left=text_of(float(due.clip(lower=0).sum())),
        short=text_of(float(-due.clip(upper=0).sum())),
    )


def group_words(chosen: MarketChoices, tell: Speaker) -> str:
    """Return the words of the chosen kind and vintage of own units."""
    line = tell(f"market.own.line.{chosen.own_line}")
    return tell("market.own.group", line=line, year=chosen.own_year)


def _chart(rows: pd.DataFrame, chosen: MarketChoices, tell: Speaker) -> go.Figure:
    placed = rows.dropna(subset=["relative"])
    line = analysis.curve(chosen.own_line, chosen.own_year, placed["relative"])
    points = [
        Point(100 * float(x), 100 * float(y), str(name))
        for x, y, name in zip(
            placed["relative"], placed["due_share"], placed["unit_name"], strict=True
        )
    ]
    ends = tell("market.own.x"), tell("market.own.y")
    chart = curves.draw(list(100 * line["relative"]), list(100 * line["due_share"]), ends, 1)
    curves.add_many(chart, points, 1)
    return chart


def _listed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the units with the greatest shortage first, those without a position last."""
    return rows.sort_values(["due_t", "unit_name"], na_position="last", ignore_index=True)


def _row(
    row: "pd.Series[Any]", data: Dataset, chosen: MarketChoices, tell: Speaker
) -> dict[Head, Cell]:
    place = region_names(data, tell.lang)[str(row["region_code"])]
    is_power = chosen.own_line == POWER
    code = str(row["unit_class"])
    kind = words(class_words(code, tell), value=code) if is_power else None
    return {
        Head("unit", tell("market.own.column.unit")): words(str(row["unit_name"])),
        Head("region", tell("column.region")): words(place, value=place),
        **({} if kind is None else {Head("class", tell("market.column.class")): kind}),
        **_numbers(row, is_power, tell),
    }


def _numbers(row: "pd.Series[Any]", is_power: bool, tell: Speaker) -> dict[Head, Cell]:
    kind = ".power" if is_power else ".other"
    intensity = Form(digits=INTENSITY_DIGITS)
    forms = {
        "output": (kind, Form()),
        "emissions_t": ("", TONNES),
        "intensity": (kind, intensity),
        "even": (kind, intensity),
        "relative": ("", SHARES),
        "allowances_t": ("", TONNES),
        "due_t": ("", SIGNED),
    }
    none = tell("market.own.no_balance")
    return {
        Head(name, tell(f"market.own.column.{name}{key}")): known(row[name], form, "none", none)
        for name, (key, form) in forms.items()
    }


def _notes(rows: pd.DataFrame, chosen: MarketChoices, tell: Speaker) -> tuple[str, ...]:
    """Return how to read the curve, the rule, and what is left out or by an own value."""
    method = str(rows["method"].iloc[0])
    keys = ["market.own.note", f"market.rule.{method}"]
    keys += ["market.rule.draft"] if rows["is_draft"].any() else []
    keys += ["market.rule.press"] if chosen.own_line in ("steel", "aluminium") else []
    keys += ["market.rule.gases"] if chosen.own_line == "aluminium" else []
    keys += ["market.own.balance"] if method == BALANCE else []
    said = tuple(tell(key, **constants()) for key in keys)
    return (*said, *_left_out(rows, tell), tell("market.own.never"))


def _left_out(rows: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    count = int(rows["due_t"].isna().sum())
    capped = rows[rows["is_capped"] == True]  # noqa: E712
    told = [tell("market.own.left_out", count=text_of(count))] if count else []
    told += [tell("market.own.capped", count=text_of(len(capped)))] if len(capped) else []
    return tuple(told)

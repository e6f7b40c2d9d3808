"""The largest parts of a whole: a province's divisions, a division's provinces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars
from carbonpeak.domain.view import View
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import QUANTITY_SOURCES, quantity_standing
from carbonpeak.figures.table import Head, Table, number
from carbonpeak.figures.table import words as cell
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

SHOWN = 15
LINKED = 5


@dataclass(frozen=True)
class Kind:
    """What is ranked: the figure's name, the part ("sector", "region"), the keys of its words."""

    name: str
    part: str
    words: str


SECTORS = Kind("region_sectors", "sector", "regions.sectors")
PROVINCES = Kind("sector_provinces", "region", "sectors.provinces")


def amounts(rows: pd.DataFrame, kind: Kind, column: str, year: int) -> "pd.Series[float]":
    """Return the parts' amounts in a year by code, largest first, those without any left out."""
    found = rows[rows["year"] == year].set_index(f"{kind.part}_code")[column]
    return found[found > 0].sort_values(ascending=False)


def figure(
    kind: Kind,
    found: "pd.Series[float]",
    names: Mapping[str, str],
    whole: str,
    view: View,
    tell: Speaker,
    notes: tuple[str, ...] = (),
) -> Figure | None:
    """Return the parts of a whole as ranked bars, None where there is none; ``names`` by code."""
    if found.empty:
        return None
    shown = [names[str(code)] for code in found.index]
    unit, quantity = tell(f"unit.{view.measure}"), labels.quantity(view, tell)
    share = percent(found.iloc[0] / found.sum(), 0)
    title = tell(f"{kind.words}.title", share=share, **{kind.part: shown[0]})
    words = {"name": whole, "quantity": quantity, "unit": unit, "year": view.year}
    return Figure(
        name=kind.name,
        title=title,
        subtitle=tell(f"{kind.words}.sub", **words),
        alt=title,
        chart=_chart(found.head(SHOWN), shown, view, tell),
        table=_table(found, shown, kind, view, tell),
        standings=(quantity_standing(view.measure, view.year),),
        source_ids=QUANTITY_SOURCES[view.measure],
        notes=notes,
    )


def linked(found: "pd.Series[float]", names: Mapping[str, str]) -> dict[str, str]:
    """Return the few largest parts, code and name."""
    return {str(code): names[str(code)] for code in found.index[:LINKED]}


def _chart(found: "pd.Series[float]", names: Sequence[str], view: View, tell: Speaker) -> go.Figure:
    form = labels.amount_form(view.measure, tell)
    texts = [form.text(value) for value in found]
    codes = [str(code) for code in found.index]
    return bars.ranked(names[: len(found)], list(found), texts, codes)


def _table(
    found: "pd.Series[float]", names: Sequence[str], kind: Kind, view: View, tell: Speaker
) -> Table:
    form = labels.amount_form(view.measure, tell)
    amount = f"{labels.quantity(view, tell)} ({form.unit})"
    return Table.of_columns(
        {
            Head(kind.part, tell(f"column.{kind.part}")): [cell(name) for name in names],
            Head("amount", amount): [number(float(value), form) for value in found],
        }
    )

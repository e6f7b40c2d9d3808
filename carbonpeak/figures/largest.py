"""The largest parts of a whole: a province's divisions, a division's provinces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, hover
from carbonpeak.domain.view import View
from carbonpeak.figures import labels, pointed
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import QUANTITY_SOURCES, quantity_standing
from carbonpeak.figures.table import Head, Table, number
from carbonpeak.figures.table import words as cell
from carbonpeak.words.numbers import share
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

SHOWN = 15
LINKED = 5


@dataclass(frozen=True)
class Kind:
    """What is ranked: the figure's name, the part ("sector", "region"), the keys of its words."""

    name: str
    part: str
    words: str


@dataclass(frozen=True)
class Marks:
    """The codes of parts that are doubtful, and of those whose amount lacks withheld cells."""

    doubtful: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()

    def name(self, code: str, names: Mapping[str, str]) -> str:
        """Return the name of a part with its mark."""
        return names[code] + (DOUBT if code in self.doubtful else "")

    def of_name(self, code: str) -> tuple[str, ...]:
        """Return the marks of a part's name as a cell holds them."""
        return ("doubtful",) if code in self.doubtful else ()

    def of_amount(self, code: str) -> tuple[str, ...]:
        """Return the marks of a part's amount as a cell holds them."""
        return ("without_cement",) if code in self.partial else ()


NO_MARKS = Marks()
SECTORS = Kind("region_sectors", "sector", "regions.sectors")
PROVINCES = Kind("sector_provinces", "region", "sectors.provinces")


def amounts(rows: pd.DataFrame, kind: Kind, column: str, year: int) -> "pd.Series[float]":
    """Return the parts' amounts in a year by code, largest first, those without any left out.

    A part with a withheld cement cell has its energy-related CO2: what is known of it.
    """
    now = rows[rows["year"] == year].set_index(f"{kind.part}_code")
    found = now[column].fillna(now["co2_energy_t"]) if column == "co2_t" else now[column]
    return found[found > 0].sort_values(ascending=False)


def partial(rows: pd.DataFrame, kind: Kind, column: str, year: int) -> frozenset[str]:
    """Return the parts whose amount in a year lacks a withheld cement cell, by code."""
    now = rows[(rows["year"] == year) & rows["co2_withheld"]]
    known = now[now["co2_energy_t"] > 0]
    return frozenset(known[f"{kind.part}_code"]) if column == "co2_t" else frozenset()


def figure(
    kind: Kind,
    found: "pd.Series[float]",
    names: Mapping[str, str],
    whole: str,
    view: View,
    tell: Speaker,
    notes: tuple[str, ...] = (),
    marks: Marks = NO_MARKS,
) -> Figure | None:
    """Return the parts of a whole as ranked bars, None where there is none; ``names`` by code.

    ``marks`` says which parts are doubtful or not whole. Where one is not whole, there is no share
    of the whole, and the largest is that of the others.
    """
    if found.empty:
        return None
    shown = [marks.name(str(code), names) for code in found.index]
    unit, quantity = tell(f"unit.{view.measure}"), labels.quantity(view, tell)
    title = _title(kind, found, names, whole, (view, marks), tell)
    words = {"name": whole, "quantity": quantity, "unit": unit, "year": view.year}
    return Figure(
        name=kind.name,
        title=title,
        subtitle=tell(f"{kind.words}.sub", **words),
        alt=title,
        chart=lambda: _chart(found, shown, (view, marks), tell),
        table=_table(found, names, kind, (view, marks), tell),
        standings=(quantity_standing(view.measure, view.year),),
        source_ids=QUANTITY_SOURCES[view.measure],
        notes=notes,
    )


def _title(
    kind: Kind,
    found: "pd.Series[float]",
    names: Mapping[str, str],
    whole: str,
    seen: tuple[View, Marks],
    tell: Speaker,
) -> str:
    """Return which part is largest and its share; without a share where a part is not whole."""
    view, marks = seen
    entire = found[~found.index.isin(marks.partial)]
    key = "title" if len(entire) == len(found) else "title.partial"
    first = marks.name(str((found if entire.empty else entire).index[0]), names)
    part = share(float(found.iloc[0] / found.sum()))
    quantity = tell(f"sectors.short.{view.measure}")
    words = {"name": whole, "quantity": quantity, "share": part, kind.part: first}
    return tell(f"{kind.words}.{key}", **words)


def linked(found: "pd.Series[float]", names: Mapping[str, str]) -> dict[str, str]:
    """Return the few largest parts, code and name."""
    return {str(code): names[str(code)] for code in found.index[:LINKED]}


def _chart(
    found: "pd.Series[float]", names: Sequence[str], seen: tuple[View, Marks], tell: Speaker
) -> go.Figure:
    head, (view, _) = found.head(SHOWN), seen
    form = labels.amount_form(view.measure, tell)
    texts = [form.text(value) for value in head]
    codes = [str(code) for code in head.index]
    return bars.ranked(
        names[: len(head)], list(head), texts, codes, hovers=_hovers(found, names, seen, tell)
    )


def _hovers(
    found: "pd.Series[float]", names: Sequence[str], seen: tuple[View, Marks], tell: Speaker
) -> list[str]:
    """Return what each part says when it is pointed at: no share where a part is not whole."""
    view, marks = seen
    form, ranks = labels.amount_form(view.measure, tell), pointed.ranks(found, tell)
    standing = pointed.standing([quantity_standing(view.measure, view.year)], tell)
    return [
        hover.card(
            name,
            f"{form.text(value)} {form.unit}",
            "" if marks.partial else tell("hover.share", share=share(value / found.sum())),
            ranks[str(code)],
            standing,
        )
        for name, (code, value) in zip(names, found.head(SHOWN).items(), strict=False)
    ]


def _table(
    found: "pd.Series[float]",
    names: Mapping[str, str],
    kind: Kind,
    seen: tuple[View, Marks],
    tell: Speaker,
) -> Table:
    view, marks = seen
    codes = [str(code) for code in found.index]
    form = labels.amount_form(view.measure, tell)
    amount = f"{labels.quantity(view, tell)} ({form.unit})"
    return Table.of_columns(
        {
            Head(kind.part, tell(f"column.{kind.part}")): [
                cell(marks.name(code, names), names[code], marks.of_name(code)) for code in codes
            ],
            Head("amount", amount): [
                number(float(value), form, marks=marks.of_amount(code))
                for code, value in zip(codes, found, strict=True)
            ],
        }
    )

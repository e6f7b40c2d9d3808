"""The largest parts of a whole: a province's divisions, a division's provinces."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.domain.view import View
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import QUANTITY_SOURCES, quantity_standing
from carbonpeak.figures.table import Table
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
    notes: tuple[str, ...] = ()


SECTORS = Kind("region_sectors", "sector", "regions.sectors")
PROVINCES = Kind("sector_provinces", "region", "sectors.provinces", ("sectors.scope_note",))


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
) -> Figure | None:
    """Return the parts as ranked bars, None where there is none; ``names`` by code."""
    if found.empty:
        return None
    codes = [str(code) for code in found.index]
    shown = [names[code] for code in codes]
    texts = [labels.amount(value, view.measure, tell) for value in found]
    unit, quantity = tell(f"unit.{view.measure}"), labels.quantity(view, tell)
    share = percent(found.iloc[0] / found.sum(), 0)
    title = tell(f"{kind.words}.title", share=share, **{kind.part: shown[0]})
    words = {"name": whole, "quantity": quantity, "unit": unit, "year": view.year}
    top = slice(SHOWN)
    return Figure(
        name=kind.name,
        title=title,
        subtitle=tell(f"{kind.words}.sub", **words),
        alt=title,
        chart=bars.ranked(shown[top], list(found)[top], texts[top], codes[top]),
        table=Table.of_texts(
            pd.DataFrame({tell(f"column.{kind.part}"): shown, f"{quantity} ({unit})": texts})
        ),
        standings=(quantity_standing(view.measure, view.year),),
        source_ids=QUANTITY_SOURCES[view.measure],
        notes=tuple(tell(note) for note in kind.notes),
    )


def linked(found: "pd.Series[float]", names: Mapping[str, str]) -> dict[str, str]:
    """Return the few largest parts, code and name."""
    return {str(code): names[str(code)] for code in found.index[:LINKED]}

"""How records are named and marked: places, states, amounts, and what is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures.drawing import Draw
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, words
from carbonpeak.reporting import example_texts
from carbonpeak.thresholds import NATION
from carbonpeak.topics.reporting.analysis import ALL
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.words.numbers import T_PER_1E4_T, T_PER_1E8_T, T_PER_KT, T_PER_MT, is_missing
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.widths import TITLE_WIDTH, fitting, width

STORE, EXAMPLE = "reporting-store", "made-example"
REPORTED, VERIFIED = "reported", "verified"
Row = Mapping[Any, Any]


@dataclass(frozen=True)
class Shown:
    """A figure of records before it is marked: its words, chart and rows, whether any is made."""

    name: str
    title: str
    subtitle: str
    chart: Draw | None
    rows: Iterable[Mapping[Head, Cell]]
    is_made: bool
    standings: tuple[str, ...] = (REPORTED,)
    notes: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()


def figure(shown: Shown, tell: Speaker) -> Figure:
    """Return a figure of records; where any is made it says so in words and in the chart."""
    found = Figure(
        name=shown.name,
        title=shown.title,
        subtitle=shown.subtitle,
        alt=shown.title,
        chart=shown.chart,
        table=Table.of_rows(shown.rows),
        standings=shown.standings,
        source_ids=(STORE, *shown.source_ids),
        notes=shown.notes,
    )
    return _marked(found, shown.source_ids, tell) if shown.is_made else found


def _marked(figure: Figure, more: tuple[str, ...], tell: Speaker) -> Figure:
    mark = tell("reporting.made")
    return replace(
        figure,
        subtitle=tell("reporting.made.sub", mark=mark, subtitle=figure.subtitle),
        alt=tell("reporting.made.sub", mark=mark, subtitle=figure.alt),
        chart=figure.drawing and partial(_stamped, figure.drawing, mark),
        source_ids=(EXAMPLE, STORE, *more),
        notes=(tell("reporting.made.note"), *figure.notes),
    )


def _stamped(draw: Draw, mark: str) -> go.Figure:
    """Draw a chart with the mark of what is made above its right end."""
    stamped = draw()
    stamped.add_annotation(
        text=f"<b>{mark}</b>",
        x=1,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="right",
        yanchor="bottom",
        yshift=20 if stamped.layout.xaxis.side == "top" else 0,
        showarrow=False,
    )
    margin = stamped.layout.margin.t or 0
    stamped.update_layout(margin_t=margin + 20, height=stamped.layout.height + 20)
    return stamped


def any_made(rows: pd.DataFrame) -> bool:
    """Return whether any row is of a made example."""
    return bool(rows["is_made"].fillna(False).any())


def region(data: Dataset, code: str, tell: Speaker) -> str:
    """Return the name of a place; all that the reader may see for the code of the nation."""
    if code == NATION:
        return tell("reporting.total")
    return region_names(data, tell.lang).get(code, code)


def sector(data: Dataset, code: str, tell: Speaker) -> str:
    """Return the short name of a division; a code that the tables do not have stays one."""
    if code == ALL:
        return tell("reporting.total")
    return sectors.names(data, tell.lang).get(code, code)


def place(data: Dataset, by: str, code: str, tell: Speaker) -> str:
    """Return the name of a place or of a division."""
    return region(data, code, tell) if by == "region" else sector(data, code, tell)


def among(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> str:
    """Return of which place and division the units are, nothing where of all."""
    names = [
        *([region(data, chosen.region, tell)] if chosen.region else []),
        *([sector(data, chosen.sector, tell)] if chosen.sector else []),
    ]
    if not names:
        return ""
    return tell("reporting.among", names=tell("reporting.among.and").join(names))


def title(
    data: Dataset, what: str, chosen: ReportingChoices, tell: Speaker, **facts: object
) -> str:
    """Return a title that names what is chosen; a long one leaves its year to the subtitle."""
    own = {"year": chosen.year, "among": among(data, chosen, tell), **facts}
    titles = (tell(f"reporting.title.{what}", **own), tell(f"reporting.short.{what}", **own))
    return fitting(titles, tell)


def shortened(name: str, key: str, tell: Speaker, **facts: object) -> str:
    """Return a title that opens with a name, which is cut where it would be too long."""
    whole = tell(key, name=name, **facts)
    if not tell.is_chinese:
        return whole
    while width(whole) > TITLE_WIDTH and len(name) > 1:
        name = name.rstrip("…")[:-1] + "…"
        whole = tell(key, name=name, **facts)
    return whole


def state(code: str, tell: Speaker) -> str:
    """Return what a state of a report is called."""
    return tell(f"filed.state.{code or 'none'}")


def state_cell(code: str, tell: Speaker) -> Cell:
    """Return a state as a cell."""
    return words(state(code, tell), value=code or "none")


def tonnes(tell: Speaker) -> Form:
    """Return the form of emissions of a unit, to the tonne."""
    return Form(tell("reporting.unit.t"))


def amount(co2_t: float, tell: Speaker) -> str:
    """Return an amount of CO2 with the unit that its size asks for."""
    size = abs(co2_t)
    if tell.is_chinese:
        steps = ((T_PER_1E8_T, "reporting.amount.large"), (T_PER_1E4_T, "reporting.amount.middle"))
    else:
        steps = ((T_PER_MT, "reporting.amount.large"), (T_PER_KT, "reporting.amount.middle"))
    for per, key in steps:
        if size >= per:
            return tell(key, amount=text_of(co2_t / per, 2))
    return tell("reporting.amount.small", amount=text_of(co2_t))


def named(row: Row, kind: str, tell: Speaker) -> str:
    """Return the name of a company or unit in a row, its id where the name is not seen."""
    name = row[f"{kind}_{tell.lang}"]
    return str(row[f"{kind}_id"]) if is_missing(name) else str(name)


def whose(data: Dataset, row: Row, tell: Speaker) -> dict[Head, Cell]:
    """Return company, unit, place and division of a row as cells."""
    return {
        Head("company", tell("reporting.column.company")): words(
            named(row, "company", tell), value=str(row["company_id"])
        ),
        **unit(row, tell),
        Head("region", tell("column.region")): words(
            region(data, str(row["region_code"]), tell), value=str(row["region_code"])
        ),
        Head("sector", tell("reporting.column.sector")): words(
            sector(data, str(row["sector_code"]), tell), value=str(row["sector_code"])
        ),
    }


def unit(row: Row, tell: Speaker) -> dict[Head, Cell]:
    """Return the unit of a row as a cell."""
    name = words(named(row, "unit", tell), value=str(row["unit_id"]))
    return {Head("unit", tell("reporting.column.unit")): name}


def text(value: Any, tell: Speaker) -> Cell:
    """Return a text as a cell, a dash where there is none."""
    if is_missing(value) or not str(value):
        return missing("none", tell("reporting.blank"))
    return words(typed(value, tell))


def typed(value: Any, tell: Speaker) -> str:
    """Return a text that somebody typed; one of the made example in the language of the reader."""
    return example_texts.told(str(value), tell.lang)


def yes(truth: bool, tell: Speaker) -> Cell:
    """Return yes or no as a cell."""
    code = "yes" if truth else "no"
    return words(tell(f"reporting.{code}"), value=code)

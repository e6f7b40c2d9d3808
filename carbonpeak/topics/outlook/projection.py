"""Where 2030 leads: the fans of a quantity and of an intensity."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import fan
from carbonpeak.charts.fan import Ribbon
from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import TARGETS
from carbonpeak.figures import series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    INTENSITY_SOURCES,
    QUANTITY_SOURCES,
    intensity_standing,
    quantity_standing,
)
from carbonpeak.figures.table import Table
from carbonpeak.thresholds import FAN
from carbonpeak.topics.outlook import analysis_per_gdp, labels, notes
from carbonpeak.topics.outlook.analysis_projection import Asked, Projection, project
from carbonpeak.words.numbers import number, percent, share
from carbonpeak.words.speaker import Speaker

# The bands of the fan, the widest first: lowest and highest level, and the key of its words.
BANDS = ((FAN[0], FAN[-1], "fan.wide"), (FAN[1], FAN[-2], "fan.half"))


@dataclass(frozen=True, eq=False)
class Fan:
    """What was, by year with its standings and breaks, and the quantiles of what may be."""

    past: "pd.Series[float]"
    kinds: Sequence[str]
    ahead: pd.DataFrame
    digits: int
    breaks: Sequence[int] = ()

    @property
    def standings(self) -> tuple[str, ...]:
        """All standings, each once."""
        return (*dict.fromkeys(self.kinds), "scenario")


def quantity(data: Dataset, asked: Asked, tell: Speaker) -> Figure | None:
    """Return the fan of energy or CO2 to 2030, None where it cannot be projected."""
    found = project(data, asked)
    if found is None:
        return None
    unit = labels.unit_of(asked, tell)
    past = found.past["quantity"].dropna() / unit.tonnes
    kinds = [quantity_standing(asked.measure, int(year)) for year in past.index]
    shown = Fan(past, kinds, found.quantity / unit.tonnes, unit.digits, _breaks(found.past))
    title = tell("projection.quantity.title", **labels.outcome(found, asked, tell))
    return Figure(
        name="projection_quantity",
        title=title,
        subtitle=tell("projection.quantity.sub", **labels.scope(data, asked, tell)),
        alt=title,
        chart=_chart(shown, asked, None, tell),
        table=Table.of_texts(_table(shown, tell)),
        standings=shown.standings,
        source_ids=QUANTITY_SOURCES[asked.measure],
        notes=notes.of_paths(found, asked, tell),
    )


def index(data: Dataset, asked: Asked, tell: Speaker) -> Figure | None:
    """Return the fan of the intensity to 2030 with the path to 2025, None where there is none."""
    found = project(data, asked)
    if found is None:
        return None
    past = found.past["index"].dropna()
    unverified = found.past["value_added_standing"].eq("unverified")
    kinds = [
        "unverified" if unverified[year] else intensity_standing(asked.measure, int(year))
        for year in past.index
    ]
    shown = Fan(past, kinds, found.index, 1, _breaks(found.past.loc[past.index]))
    title = tell("projection.index.title", **labels.chances(found, asked, tell))
    return Figure(
        name="projection_index",
        title=title,
        subtitle=tell("projection.index.sub", **labels.scope(data, asked, tell)),
        alt=title,
        chart=_chart(shown, asked, series.path(TARGETS[asked.measure], tell), tell),
        table=Table.of_texts(_table(shown, tell)),
        standings=shown.standings,
        source_ids=(*INTENSITY_SOURCES[asked.measure], *_society_sources(data, asked)),
        notes=(
            tell(f"projection.target.{asked.measure}"),
            *_against_society(data, found, tell),
            tell("regions.deflator"),
        ),
    )


def _society_sources(data: Dataset, asked: Asked) -> tuple[str, ...]:
    """Return the sources of the whole society's fall, none for energy, not held to it."""
    return (
        tuple(analysis_per_gdp.yearly(data)["co2"]["source_id"]) if asked.measure == "co2" else ()
    )


def _against_society(data: Dataset, found: Projection, tell: Speaker) -> tuple[str, ...]:
    """Return what share of paths passes the whole society's fall, nothing for energy."""
    if found.passes is None:
        return ()
    society = percent(analysis_per_gdp.society_change(data), 1, sign=True)
    return (tell("projection.society", society=society, passes=share(found.passes)),)


def _breaks(past: pd.DataFrame) -> list[int]:
    return [int(year) for year in past.index[past["is_break"]]]


def _chart(shown: Fan, asked: Asked, path: Line | None, tell: Speaker) -> go.Figure:
    """Return history, the median of the paths, and the bands, which open at the last known year."""
    last, start = int(shown.past.index[-1]), float(shown.past.iloc[-1])
    years = [last, *(int(year) for year in shown.ahead.index)]
    ribbons = [
        Ribbon(tell(key), years, [start, *shown.ahead[low]], [start, *shown.ahead[high]])
        for low, high, key in BANDS
    ]
    known = tell(f"projection.known.{asked.measure}")
    median = tell("projection.median", scenario=tell(f"scenario.{asked.scenario}"))
    medians = shown.ahead[labels.MEDIAN]
    drawn = [
        series.line(known, shown.past, shown.kinds, tell, shown.breaks, shown.digits),
        series.line(median, medians, ["scenario"] * len(medians), tell, (), shown.digits),
    ]
    # An amount is drawn from zero; an index, which stands beside its path, is not.
    broken = tell("regions.path.break")
    return fan.draw(drawn, ribbons, path, break_text=broken, from_zero=path is None)


def _table(shown: Fan, tell: Speaker) -> pd.DataFrame:
    """Return one row per year: known, or the quantiles over paths."""
    year, known = tell("column.year"), tell("projection.column.known")
    kind = tell("known.standing")
    levels = {level: tell(f"fan.level.{round(100 * level)}") for level in FAN}
    behind = tell("projection.behind")
    rows = [
        {year: str(when), known: number(value, shown.digits)}
        | {name: behind for name in levels.values()}
        | {kind: tell(f"standing.{standing}")}
        for when, value, standing in zip(shown.past.index, shown.past, shown.kinds, strict=True)
    ]
    rows += [
        {year: str(when), known: tell("known.none")}
        | {name: number(row[level], shown.digits) for level, name in levels.items()}
        | {kind: tell("standing.scenario")}
        for when, row in shown.ahead.iterrows()
    ]
    return pd.DataFrame(rows)

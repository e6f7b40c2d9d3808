"""Where 2030 leads: the fans of a quantity and of an intensity."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import fan
from carbonpeak.charts.fan import Ribbon
from carbonpeak.charts.lines import Line
from carbonpeak.exhibits import projection_notes, series
from carbonpeak.exhibits import projection_words as words
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import (
    INTENSITY_SOURCES,
    QUANTITY_SOURCES,
    intensity_standing,
    quantity_standing,
)
from carbonpeak.findings import per_gdp
from carbonpeak.findings.projection import Asked, Projection, project
from carbonpeak.findings.view import TARGETS, Ask
from carbonpeak.thresholds import FAN
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number, percent, share

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


def quantity(ask: Ask, asked: Asked, lang: Lang) -> Exhibit | None:
    """Return the fan of energy or CO2 to 2030, None where it cannot be projected."""
    found = project(ask, asked)
    if found is None:
        return None
    unit = words.unit_of(asked, lang)
    past = found.past["quantity"].dropna() / unit.tonnes
    kinds = [quantity_standing(asked.measure, int(year)) for year in past.index]
    shown = Fan(past, kinds, found.quantity / unit.tonnes, unit.digits, _breaks(found.past))
    title = say("projection.quantity.title", lang, **words.outcome(found, asked, lang))
    return Exhibit(
        name="projection_quantity",
        title=title,
        subtitle=say("projection.quantity.sub", lang, **words.scope(ask, asked, lang)),
        alt=title,
        chart=_chart(shown, asked, None, lang),
        table=_table(shown, lang),
        standings=shown.standings,
        source_ids=QUANTITY_SOURCES[asked.measure],
        notes=projection_notes.of_paths(found, asked, lang),
    )


def index(ask: Ask, asked: Asked, lang: Lang) -> Exhibit | None:
    """Return the fan of the intensity to 2030 with the path to 2025, None where there is none."""
    found = project(ask, asked)
    if found is None:
        return None
    past = found.past["index"].dropna()
    unverified = found.past["value_added_standing"].eq("unverified")
    kinds = [
        "unverified" if unverified[year] else intensity_standing(asked.measure, int(year))
        for year in past.index
    ]
    shown = Fan(past, kinds, found.index, 1, _breaks(found.past.loc[past.index]))
    title = say("projection.index.title", lang, **words.chances(found, asked, lang))
    return Exhibit(
        name="projection_index",
        title=title,
        subtitle=say("projection.index.sub", lang, **words.scope(ask, asked, lang)),
        alt=title,
        chart=_chart(shown, asked, series.path(TARGETS[asked.measure], lang), lang),
        table=_table(shown, lang),
        standings=shown.standings,
        source_ids=(*INTENSITY_SOURCES[asked.measure], *_society_sources(ask, asked)),
        notes=(
            say(f"projection.target.{asked.measure}", lang),
            *_against_society(ask, found, lang),
            say("regions.deflator", lang),
        ),
    )


def _society_sources(ask: Ask, asked: Asked) -> tuple[str, ...]:
    """Return the sources of the whole society's fall, none for energy, not held to it."""
    return tuple(per_gdp.yearly(ask)["co2"]["source_id"]) if asked.measure == "co2" else ()


def _against_society(ask: Ask, found: Projection, lang: Lang) -> tuple[str, ...]:
    """Return what share of paths passes the whole society's fall, nothing for energy."""
    if found.passes is None:
        return ()
    society = percent(per_gdp.society_change(ask), 1, sign=True)
    return (say("projection.society", lang, society=society, passes=share(found.passes)),)


def _breaks(past: pd.DataFrame) -> list[int]:
    return [int(year) for year in past.index[past["is_break"]]]


def _chart(shown: Fan, asked: Asked, path: Line | None, lang: Lang) -> go.Figure:
    """Return history, the median of the paths, and the bands, which open at the last known year."""
    last, start = int(shown.past.index[-1]), float(shown.past.iloc[-1])
    years = [last, *(int(year) for year in shown.ahead.index)]
    ribbons = [
        Ribbon(say(key, lang), years, [start, *shown.ahead[low]], [start, *shown.ahead[high]])
        for low, high, key in BANDS
    ]
    known = say(f"projection.known.{asked.measure}", lang)
    median = say("projection.median", lang, scenario=say(f"scenario.{asked.scenario}", lang))
    medians = shown.ahead[words.MEDIAN]
    drawn = [
        series.line(known, shown.past, shown.kinds, lang, shown.breaks, shown.digits),
        series.line(median, medians, ["scenario"] * len(medians), lang, (), shown.digits),
    ]
    # An amount is drawn from zero; an index, which stands beside its path, is not.
    broken = say("regions.path.break", lang)
    return fan.draw(drawn, ribbons, path, break_text=broken, from_zero=path is None)


def _table(shown: Fan, lang: Lang) -> pd.DataFrame:
    """Return one row per year: known, or the quantiles over paths."""
    year, known = say("column.year", lang), say("projection.column.known", lang)
    kind = say("known.standing", lang)
    levels = {level: say(f"fan.level.{round(100 * level)}", lang) for level in FAN}
    behind = say("projection.behind", lang)
    rows = [
        {year: str(when), known: number(value, shown.digits)}
        | {name: behind for name in levels.values()}
        | {kind: say(f"standing.{standing}", lang)}
        for when, value, standing in zip(shown.past.index, shown.past, shown.kinds, strict=True)
    ]
    rows += [
        {year: str(when), known: say("known.none", lang)}
        | {name: number(row[level], shown.digits) for level, name in levels.items()}
        | {kind: say("standing.scenario", lang)}
        for when, row in shown.ahead.iterrows()
    ]
    return pd.DataFrame(rows)

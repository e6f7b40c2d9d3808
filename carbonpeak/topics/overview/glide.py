"""The figures of the page Overview: glide paths, who pulls and who lags."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, hover, lines
from carbonpeak.charts.lines import Band, Line
from carbonpeak.charts.style import FALL_FILL, RISE_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import nation
from carbonpeak.domain import sectors as sectors_of
from carbonpeak.domain.official import official_index, official_intensity
from carbonpeak.domain.view import TARGETS, View, region_names
from carbonpeak.figures import division_notes, labels, pointed, series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    INTENSITY_SOURCES,
    QUANTITY_SOURCES,
    fault_words,
    intensity_standing,
    quantity_standing,
)
from carbonpeak.figures.table import Form, Head, Table
from carbonpeak.figures.table import number as number_cell
from carbonpeak.figures.table import words as words_cell
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.topics.overview.choices import OverviewChoices
from carbonpeak.topics.regions import analysis as regions
from carbonpeak.topics.sectors import analysis as sectors
from carbonpeak.words.numbers import number
from carbonpeak.words.sentences import glide as glide_sentence
from carbonpeak.words.speaker import Speaker

SHOWN_EACH_SIDE = 5
UNKNOWN = {"energy": "overview.unknown_band", "co2": "overview.unknown_band_co2"}
# Both estimates of a measure: basis and name.
ESTIMATES = {
    "energy": (
        ("final", "series.estimate"),
        ("with_transformation", "series.with_transformation"),
    ),
    "co2": (
        ("total", "series.estimate"),
        ("energy_related", "series.energy_related"),
    ),
}


# Where both lists come from, by the part of their rows and by measure.
SOURCES = {"region": INTENSITY_SOURCES, "sector": QUANTITY_SOURCES}


@dataclass(frozen=True)
class Ends:
    """A list shown by both its ends: the figure, the part of its rows, its words and standing."""

    name: str
    part: str
    words: str
    standing: str


LAGGING = Ends("lagging_regions", "region", "overview.regions", "derived")
PULLING = Ends("pulling_sectors", "sector", "overview.sectors", "published")


def glide(measure: str, data: Dataset, chosen: OverviewChoices, tell: Speaker) -> Figure:
    """Return the glide path of a measure: path, official points where there are, both estimates."""
    drawn, sources = _lines(data, measure, tell)
    target = series.path(TARGETS[measure], tell)
    first = next(iter(drawn.values()))
    last = first.years[-1]
    below = _on_path(target, last) - first.values[-1]
    count = len(sectors_of.coverage(data).covered)
    who = tell(f"overview.glide.who.{measure}", count=count)
    return Figure(
        name=f"glide_{measure}",
        title=glide_sentence(measure, last, below, tell),
        subtitle=tell("overview.glide.sub", measure=tell(f"measure.{measure}"), who=who),
        alt=_glide_words(target, list(drawn.values()), tell),
        chart=lambda: lines.draw(list(drawn.values()), target, _unknown(measure, last, tell)),
        table=series.table({"path": target, **drawn}, tell),
        standings=series.standings(list(drawn.values())),
        source_ids=(*sources, *INTENSITY_SOURCES[measure]),
        notes=(tell("overview.apart", count=count),),
    )


def lagging_regions(data: Dataset, chosen: OverviewChoices, tell: Speaker) -> Figure:
    """Return the provinces furthest above and below their path in energy or CO2."""
    measure = chosen.measure
    table = regions.judged(data, View(measure, year=data.last_year))
    ends = _both_ends(table[~table["is_doubtful"]]["gap_t"])
    places = region_names(data, tell.lang)
    names = [places[str(code)] for code in ends.index]
    notes = (labels.doubt_note(tell), tell("regions.deflator"))
    about = {"year": data.last_year, "quantity": tell(f"sectors.{measure}")}
    kind = replace(LAGGING, standing=intensity_standing(measure, data.last_year))
    return _two_sided(kind, measure, ends, names, about, notes, tell)


def pulling_sectors(data: Dataset, chosen: OverviewChoices, tell: Speaker) -> Figure:
    """Return the divisions whose energy or CO2 rose and fell most since 2020."""
    measure, year = chosen.measure, data.last_year
    view = View(measure, year=year)
    table, column = sectors.judged(data, view), view.column
    sound = table[~table[f"is_doubtful_{measure}"]]
    ends = _both_ends(sound[f"{column}_end"] - sound[f"{column}_start"])
    names = [labels.sector(data, str(code), tell) for code in ends.index]
    held = sectors_of.coverage(data)
    about = {
        "years": tell.years(BASE_YEAR, year),
        "count": len(held.counted),
        "names": labels.region_list(data, held.unsplit, tell),
        "quantity": tell(f"sectors.{measure}"),
    }
    every = sectors_of.names(data, tell.lang)
    notes = (
        labels.scope_note(data, tell),
        *division_notes.doubtful(data, every, measure, year, "sector", tell),
        *division_notes.cement(data, tuple(every), measure, year, tell),
        *([fault_words(data, "feedstock_jump", tell)] if measure == "co2" else []),
    )
    kind = replace(PULLING, standing=quantity_standing(measure, year))
    return _two_sided(kind, measure, ends, names, about, notes, tell)


def _lines(data: Dataset, measure: str, tell: Speaker) -> tuple[dict[str, Line], tuple[str, ...]]:
    """Return the lines by the names of their columns in files, and the official ones' sources."""
    drawn = {
        basis: _estimate(data, measure, basis, name, tell) for basis, name in ESTIMATES[measure]
    }
    if measure != "energy":
        return drawn, ()
    return {"official": _official(data, tell), **drawn}, tuple(
        official_intensity(data)["source_id"]
    )


def _estimate(data: Dataset, measure: str, basis: str, name: str, tell: Speaker) -> Line:
    found = nation.yearly(data, measure, basis).loc[BASE_YEAR:]
    return series.line(tell(name), found["index"], found["standing"], tell)


def _official(data: Dataset, tell: Speaker) -> Line:
    index = official_index(data)
    return series.line(tell("series.official"), index, ["official"] * len(index), tell)


def _on_path(target: Line, year: int) -> float:
    """Return where the path stands in a year; after the last year of the target it stays."""
    return target.values[min(year, TARGET_YEAR) - BASE_YEAR]


def _unknown(measure: str, last: int, tell: Speaker) -> Band | None:
    """Return the years up to the target for which nothing is known, None where there are none."""
    if last >= TARGET_YEAR:
        return None
    words = tell(UNKNOWN[measure], years=tell.years(last + 1, TARGET_YEAR))
    return Band(last + 0.5, TARGET_YEAR + 0.4, words)


def _glide_words(target: Line, drawn: list[Line], tell: Speaker) -> str:
    """Return what the lines say in their last common year."""
    year = min(line.years[-1] for line in drawn)
    items = [
        tell(
            "overview.glide.alt_item",
            name=line.name,
            value=number(line.values[list(line.years).index(year)], 1),
        )
        for line in drawn
    ]
    return tell(
        "overview.glide.alt",
        year=year,
        path=number(_on_path(target, year), 1),
        series=tell.listed(items),
    )


def _both_ends(values: "pd.Series[float]") -> "pd.Series[float]":
    """Return the largest and the smallest values, from high to low."""
    ordered = values.dropna().sort_values()
    return pd.concat([ordered.tail(SHOWN_EACH_SIDE)[::-1], ordered.head(SHOWN_EACH_SIDE)[::-1]])


def _end_bars(
    kind: Ends, values: "pd.Series[float]", names: list[str], form: Form, tell: Speaker
) -> go.Figure:
    fills = [RISE_FILL if value > 0 else FALL_FILL for value in values]
    codes, texts = [str(code) for code in values.index], [form.text(value) for value in values]
    standing = pointed.standing([kind.standing], tell)
    hovers = [
        hover.card(name, f"{text} {form.unit}", standing)
        for name, text in zip(names, texts, strict=True)
    ]
    return bars.ranked(names, list(values), texts, codes, fills, hovers)


def _ends_title(
    kind: Ends, measure: str, values: "pd.Series[float]", names: list[str], tell: Speaker
) -> str:
    """Return who lies furthest above and below zero, and only the one where all lie on one side."""
    sides = {"above": values.iloc[0] > 0, "below": values.iloc[-1] < 0}
    there = [side for side, found in sides.items() if found]
    key = f".{there[0]}" if len(there) == 1 else ""
    words = {"worst": names[0], "best": names[-1], "quantity": tell(f"overview.short.{measure}")}
    return tell(f"{kind.words}.title{key}", **words)


def _two_sided(
    kind: Ends,
    measure: str,
    values: "pd.Series[float]",
    names: list[str],
    about: Mapping[str, object],
    notes: tuple[str, ...],
    tell: Speaker,
) -> Figure:
    """Return the ends of a list of amounts (tce or t), rises and falls in their own colours.

    ``about`` fills the places of the subtitle.
    """
    title = _ends_title(kind, measure, values, names, tell)
    form = replace(labels.amount_form(measure, tell), sign=True)
    head = Head(kind.part, tell(f"column.{kind.part}"))
    amounts = [number_cell(float(value), form) for value in values]
    return Figure(
        name=kind.name,
        title=title,
        subtitle=tell(f"{kind.words}.sub", unit=form.unit, **about),
        alt=title,
        chart=lambda: _end_bars(kind, values, names, form, tell),
        table=Table.of_columns(
            {head: [words_cell(name) for name in names], Head(measure, form.unit): amounts}
        ),
        standings=(kind.standing,),
        source_ids=SOURCES[kind.part][measure],
        notes=notes,
    )

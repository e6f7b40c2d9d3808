"""The figures of the page Overview: glide paths, who pulls and who lags."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.charts import bars, lines
from carbonpeak.charts.lines import Band, Line
from carbonpeak.charts.style import PALETTE, RISE_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import nation
from carbonpeak.domain.official import official_index, official_intensity
from carbonpeak.domain.view import TARGETS, View, region_names
from carbonpeak.figures import labels, series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.labels import doubt_note
from carbonpeak.figures.origin import INTENSITY_SOURCES, LAST_YEAR, QUANTITY_SOURCES
from carbonpeak.figures.table import Table
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.topics.regions import analysis as regions
from carbonpeak.topics.sectors import analysis as sectors
from carbonpeak.words.numbers import energy, number
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


@dataclass(frozen=True)
class Ends:
    """A list shown by both its ends: the figure's name, the keys of its words, its standing."""

    name: str
    words: str
    column: str
    standing: str


LAGGING = Ends("lagging_regions", "regions", "column.region", "derived")
PULLING = Ends("pulling_sectors", "sectors", "column.sector", "published")


def glide(data: Dataset, tell: Speaker, measure: str) -> Figure:
    """Return the glide path of a measure: path, official points where there are, both estimates."""
    drawn = [_estimate(data, measure, basis, name, tell) for basis, name in ESTIMATES[measure]]
    sources: tuple[str, ...] = ()
    if measure == "energy":
        drawn.insert(0, _official(data, tell))
        sources = tuple(official_intensity(data)["source_id"])
    target = series.path(TARGETS[measure], tell)
    on_path = target.values[LAST_YEAR - BASE_YEAR]
    band = Band(LAST_YEAR + 0.5, TARGET_YEAR + 0.4, tell(UNKNOWN[measure]))
    return Figure(
        name=f"glide_{measure}",
        title=glide_sentence(measure, on_path - drawn[0].values[-1], tell),
        subtitle=tell("overview.glide.sub", measure=tell(f"measure.{measure}")),
        alt=_glide_words(on_path, drawn, tell),
        chart=lines.draw(drawn, target, band),
        table=Table.of_texts(series.table([target, *drawn], tell)),
        standings=series.standings(drawn),
        source_ids=(*sources, *INTENSITY_SOURCES[measure]),
        notes=(tell("overview.apart"),),
    )


def lagging_regions(data: Dataset, tell: Speaker) -> Figure:
    """Return the provinces furthest above and below their path in energy."""
    table = regions.judged(data, View(year=LAST_YEAR))
    ends = _both_ends(table[~table["is_doubtful"]]["gap_t"])
    places = region_names(data, tell.lang)
    names = [places[str(code)] for code in ends.index]
    notes = (doubt_note(tell), tell("regions.deflator"))
    return _two_sided(LAGGING, ends, names, INTENSITY_SOURCES["energy"], notes, tell)


def pulling_sectors(data: Dataset, tell: Speaker) -> Figure:
    """Return the divisions whose energy rose and fell most since 2020."""
    table = sectors.judged(data, View(year=LAST_YEAR))
    ends = _both_ends(table["energy_tce"] - table["energy_tce_base"])
    names = [labels.sector(data, str(code), tell) for code in ends.index]
    notes = (tell("sectors.scope_note"),)
    return _two_sided(PULLING, ends, names, QUANTITY_SOURCES["energy"], notes, tell)


def _estimate(data: Dataset, measure: str, basis: str, name: str, tell: Speaker) -> Line:
    found = nation.yearly(data, measure, basis).loc[BASE_YEAR:]
    return series.line(tell(name), found["index"], found["standing"], tell)


def _official(data: Dataset, tell: Speaker) -> Line:
    index = official_index(data)
    return series.line(tell("series.official"), index, ["official"] * len(index), tell)


def _glide_words(on_path: float, drawn: list[Line], tell: Speaker) -> str:
    """Return what the lines say in their last common year."""
    items = [
        tell("overview.glide.alt_item", name=line.name, value=number(line.values[-1], 1))
        for line in drawn
    ]
    return tell(
        "overview.glide.alt",
        year=LAST_YEAR,
        path=number(on_path, 1),
        series=tell("list.separator").join(items),
    )


def _both_ends(values: "pd.Series[float]") -> "pd.Series[float]":
    """Return the largest and the smallest values, from high to low."""
    ordered = values.dropna().sort_values()
    return pd.concat([ordered.tail(SHOWN_EACH_SIDE)[::-1], ordered.head(SHOWN_EACH_SIDE)[::-1]])


def _two_sided(
    kind: Ends,
    values: "pd.Series[float]",
    names: list[str],
    sources: tuple[str, ...],
    notes: tuple[str, ...],
    tell: Speaker,
) -> Figure:
    """Return the ends of a list of energies (tce), rises and falls in their own colours."""
    title = tell(f"overview.{kind.words}.title", worst=names[0], best=names[-1])
    unit, amounts = tell("unit.energy"), _signed(values)
    fills = [RISE_FILL if value > 0 else PALETTE[0] for value in values]
    codes = [str(code) for code in values.index]
    return Figure(
        name=kind.name,
        title=title,
        subtitle=tell(f"overview.{kind.words}.sub", unit=unit),
        alt=title,
        chart=bars.ranked(names, list(values), amounts, codes, fills),
        table=Table.of_texts(pd.DataFrame({tell(kind.column): names, unit: amounts})),
        standings=(kind.standing,),
        source_ids=sources,
        notes=notes,
    )


def _signed(values: "pd.Series[float]") -> list[str]:
    return [energy(value, sign=True) for value in values]

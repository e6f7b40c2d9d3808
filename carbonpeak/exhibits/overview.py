"""The exhibits of the page Overview: glide paths, who pulls and who lags."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.charts import bars, lines
from carbonpeak.charts.lines import Band, Line
from carbonpeak.charts.style import PALETTE, RISE_FILL
from carbonpeak.exhibits import labels, series
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import INTENSITY_SOURCES, LAST_YEAR, QUANTITY_SOURCES
from carbonpeak.exhibits.regions import doubt_note
from carbonpeak.findings import nation, regions, sectors
from carbonpeak.findings.official import official_index, official_intensity
from carbonpeak.findings.view import TARGETS, Ask, View, region_names
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import energy, number
from carbonpeak.wording.sentences import glide as glide_sentence

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
    """A list shown by both its ends: the exhibit's name, the keys of its words, its standing."""

    name: str
    words: str
    column: str
    standing: str


LAGGING = Ends("lagging_regions", "regions", "column.region", "derived")
PULLING = Ends("pulling_sectors", "sectors", "column.sector", "published")


def glide(ask: Ask, lang: Lang, measure: str) -> Exhibit:
    """Return the glide path of a measure: path, official points where there are, both estimates."""
    drawn = [_estimate(ask, measure, basis, name, lang) for basis, name in ESTIMATES[measure]]
    sources: tuple[str, ...] = ()
    if measure == "energy":
        drawn.insert(0, _official(ask, lang))
        sources = tuple(official_intensity(ask)["source_id"])
    target = series.path(TARGETS[measure], lang)
    on_path = target.values[LAST_YEAR - BASE_YEAR]
    band = Band(LAST_YEAR + 0.5, TARGET_YEAR + 0.4, say(UNKNOWN[measure], lang))
    return Exhibit(
        name=f"glide_{measure}",
        title=glide_sentence(measure, on_path - drawn[0].values[-1], lang),
        subtitle=say("overview.glide.sub", lang, measure=say(f"measure.{measure}", lang)),
        alt=_glide_words(on_path, drawn, lang),
        chart=lines.draw(drawn, target, band),
        table=series.table([target, *drawn], lang),
        standings=series.standings(drawn),
        source_ids=(*sources, *INTENSITY_SOURCES[measure]),
        notes=(say("overview.apart", lang),),
    )


def lagging_regions(ask: Ask, lang: Lang) -> Exhibit:
    """Return the provinces furthest above and below their path in energy."""
    table = regions.judged(ask, View(year=LAST_YEAR))
    ends = _both_ends(table[~table["is_doubtful"]]["gap_t"])
    places = region_names(ask, lang)
    names = [places[str(code)] for code in ends.index]
    notes = (doubt_note(lang), say("regions.deflator", lang))
    return _two_sided(LAGGING, ends, names, INTENSITY_SOURCES["energy"], notes, lang)


def pulling_sectors(ask: Ask, lang: Lang) -> Exhibit:
    """Return the divisions whose energy rose and fell most since 2020."""
    table = sectors.judged(ask, View(year=LAST_YEAR))
    ends = _both_ends(table["energy_tce"] - table["energy_tce_base"])
    names = [labels.sector(str(code), lang) for code in ends.index]
    notes = (say("sectors.scope_note", lang),)
    return _two_sided(PULLING, ends, names, QUANTITY_SOURCES["energy"], notes, lang)


def _estimate(ask: Ask, measure: str, basis: str, name: str, lang: Lang) -> Line:
    found = nation.yearly(ask, measure, basis).loc[BASE_YEAR:]
    return series.line(say(name, lang), found["index"], found["standing"], lang)


def _official(ask: Ask, lang: Lang) -> Line:
    index = official_index(ask)
    return series.line(say("series.official", lang), index, ["official"] * len(index), lang)


def _glide_words(on_path: float, drawn: list[Line], lang: Lang) -> str:
    """Return what the lines say in their last common year."""
    items = [
        say("overview.glide.alt_item", lang, name=line.name, value=number(line.values[-1], 1))
        for line in drawn
    ]
    return say(
        "overview.glide.alt",
        lang,
        year=LAST_YEAR,
        path=number(on_path, 1),
        series=say("list.separator", lang).join(items),
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
    lang: Lang,
) -> Exhibit:
    """Return the ends of a list of energies (tce), rises and falls in their own colours."""
    title = say(f"overview.{kind.words}.title", lang, worst=names[0], best=names[-1])
    unit, amounts = say("unit.energy", lang), _signed(values)
    fills = [RISE_FILL if value > 0 else PALETTE[0] for value in values]
    codes = [str(code) for code in values.index]
    return Exhibit(
        name=kind.name,
        title=title,
        subtitle=say(f"overview.{kind.words}.sub", lang, unit=unit),
        alt=title,
        chart=bars.ranked(names, list(values), amounts, codes, fills),
        table=pd.DataFrame({say(kind.column, lang): names, unit: amounts}),
        standings=(kind.standing,),
        source_ids=sources,
        notes=notes,
    )


def _signed(values: "pd.Series[float]") -> list[str]:
    return [energy(value, sign=True) for value in values]

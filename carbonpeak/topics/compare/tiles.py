"""All provinces as small multiples where they roughly lie, the chosen ones in their colours."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import multiples
from carbonpeak.charts.multiples import Panel, Scale
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import provinces
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, words
from carbonpeak.indicators import progress
from carbonpeak.thresholds import TARGET_YEAR
from carbonpeak.topics.compare import analysis, forms, frame, notes, rows, titles
from carbonpeak.topics.compare.analysis import PLACES
from carbonpeak.topics.compare.choices import CompareChoices
from carbonpeak.topics.compare.entries import (
    Entry,
    chosen_entries,
    entries,
    names_of,
    references,
)
from carbonpeak.topics.compare.outcome import Outcome
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

# How much more than the steady pace is more: what lies nearer is noise.
PACE_TOLERANCE = 1e-9
Entries = list[Entry]


def tiles(data: Dataset, chosen: CompareChoices, tell: Speaker) -> Figure:
    """Return every province as a little line, all on one scale; the chosen ones are coloured.

    Where no province has a value there is no chart, and the rows say why.
    """
    places = provinces(data)
    every = entries(data, chosen, PLACES, list(places.index), tell)
    colours = _colours(data, chosen, tell)
    beside = references(data, chosen, PLACES, [], tell)
    own = forms.form(chosen, tell)
    known = [one for one in every if not one.missing]
    title = _title(known, chosen, own, tell)
    return Figure(
        name="compare_tiles",
        title=title,
        subtitle=frame.subtitle(data, chosen, PLACES, tell),
        alt=title,
        chart=(lambda: _chart(places, every, colours, beside, chosen, tell)) if known else None,
        table=_table([*every, *beside], colours, chosen, own, tell),
        standings=notes.kinds_of(every) or frame.usual(data, chosen, PLACES),
        source_ids=notes.sources(data, chosen, PLACES),
        notes=_notes(data, every, colours, beside, chosen, tell),
    )


def _colours(data: Dataset, chosen: CompareChoices, tell: Speaker) -> dict[str, str]:
    """Return the colours of the chosen provinces by code: those of the other figures."""
    if analysis.split(data, chosen.chosen).kind != PLACES:
        return {}
    return {one.code: one.colour for one in chosen_entries(data, chosen, tell)}


def _title(known: Entries, chosen: CompareChoices, own: Form, tell: Speaker) -> str:
    """Return how many provinces moved which way, or who lies highest and lowest."""
    if not known:
        return tell("compare.title.none")
    if chosen.scale == "level":
        return _levels(known, chosen, own, tell)
    first, last = _ends(known)
    if chosen.scale == "needed":
        return _paces(known, chosen, last, tell)
    changes = _changes(known, chosen.scale, first, last)
    if not changes:
        return _levels(known, chosen, own, tell)
    fell = sum(one < 0 for one in changes.values())
    rose = sum(one > 0 for one in changes.values())
    start = last - 1 if chosen.scale == "change" else first
    words_of = {"years": tell.years(start, last), "count": len(changes)}
    return tell(f"compare.tiles.moved.{titles.rise_of(chosen)}", fell=fell, rose=rose, **words_of)


def _ends(known: Entries) -> tuple[int, int]:
    """Return the first and the last year in which any province has a value."""
    return min(one.years[0] for one in known), max(one.years[-1] for one in known)


def _changes(known: Entries, scale: str, first: int, last: int) -> dict[str, float]:
    """Return by code how each province moved that has both years; nothing for a single year."""
    if scale == "change":
        return {one.code: one.value(last) for one in known if last in one.years}
    if first == last:
        return {}
    both = [one for one in known if {first, last} <= set(one.years)]
    return {one.code: one.value(last) / one.value(first) - 1 for one in both}


def _levels(known: Entries, chosen: CompareChoices, own: Form, tell: Speaker) -> str:
    _, last = _ends(known)
    there = [one for one in known if last in one.years]
    found = Outcome("level", last, last, {one.code: one.value(last) for one in there})
    return titles.finding(there, found, chosen, own, tell)


def _paces(known: Entries, chosen: CompareChoices, last: int, tell: Speaker) -> str:
    """Return how many provinces need more than the steady path asks for each year."""
    rate = progress.yearly_rate(chosen.quantity.target or 0.0)
    there = [one.value(last) for one in known if last in one.years]
    more = sum(one > rate + PACE_TOLERANCE for one in there)
    words_of = {"years": tell.years(last + 1, TARGET_YEAR), "rate": percent(rate, 2)}
    return tell("compare.tiles.needed", count=len(there), more=more, **words_of)


def _chart(
    places: pd.DataFrame,
    every: Entries,
    colours: dict[str, str],
    beside: Entries,
    chosen: CompareChoices,
    tell: Speaker,
) -> go.Figure:
    own = forms.form(chosen, tell)
    panels = [
        _panel(one, analysis.row(places, one.code), colours, chosen.scale, own, tell)
        for one in every
    ]
    shown = [(one.years, [own.written(one.value(year)) for year in one.years]) for one in beside]
    from_zero = chosen.scale == "level" and not chosen.quantity.is_intensity
    reference = shown[0] if shown else None
    scale = multiples.scale(panels, reference, from_zero)
    return multiples.draw(panels, reference, scale, _explained(scale, colours, beside, own, tell))


def _panel(
    one: Entry,
    place: "pd.Series[Any]",
    colours: dict[str, str],
    scale: str,
    own: Form,
    tell: Speaker,
) -> Panel:
    short = one.name if tell.is_chinese else str(place["iso_code"]).removeprefix("CN-")
    return Panel(
        code=one.code,
        row=int(place["tile_row"]),
        column=int(place["tile_column"]),
        name=short + (DOUBT if one.is_doubtful else ""),
        years=one.years,
        values=[own.written(one.value(year)) for year in one.years],
        hover=_hover(one, scale, own, tell),
        colour=colours.get(one.code, ""),
        missing=tell(f"missing.{rows.kind_of(one)}") if one.missing else "",
    )


def _hover(one: Entry, scale: str, own: Form, tell: Speaker) -> str:
    """Return the first and the last value of a province, or that there is none."""
    if one.missing:
        return f"{one.marked}<br>{tell(f'missing.{rows.kind_of(one)}')}"
    unit = "" if own.unit == "%" else f" {own.unit}"
    ends = dict.fromkeys((one.years[0], one.years[-1]))
    texts = [f"{year}: {forms.cell(one.value(year), scale, own, tell).text}{unit}" for year in ends]
    return "<br>".join([one.marked, *texts])


def _explained(
    scale: Scale, colours: dict[str, str], beside: Entries, own: Form, tell: Speaker
) -> list[str]:
    """Return what all panels have in common: scale, years, the grey line, the coloured ones."""
    ends = {"low": number(scale.low, own.digits), "high": number(scale.high, own.digits)}
    return [
        tell("compare.tiles.scale", unit=own.unit, **ends),
        tell("compare.tiles.years", years=tell.years(scale.first, scale.last)),
        *(tell("compare.tiles.grey", name=one.name) for one in beside),
        *((tell("compare.tiles.colour"),) if colours else ()),
    ]


def _table(
    every: Entries, colours: dict[str, str], chosen: CompareChoices, own: Form, tell: Speaker
) -> Table:
    """Return the values of every province and of the reference, one column per year."""
    years = sorted({year for one in every for year in one.years}) or [chosen.last]
    return Table.of_rows(
        {
            Head("name", tell("compare.column.place")): rows.name_cell(one),
            Head("chosen", tell("compare.column.chosen")): _is_chosen(one, colours, tell),
        }
        | {
            Head(f"year_{year}", str(year)): rows.value_cell(one, year, chosen.scale, own, tell)
            for year in years
        }
        for one in every
    )


def _is_chosen(one: Entry, colours: dict[str, str], tell: Speaker) -> Cell:
    key = "yes" if one.code in colours else "no"
    return words(tell(f"compare.chosen.{key}"), value=key)


def _notes(
    data: Dataset,
    every: Entries,
    colours: dict[str, str],
    beside: Entries,
    chosen: CompareChoices,
    tell: Speaker,
) -> tuple[str, ...]:
    own = [one for one in every if one.code in colours]
    marked = [one for one in every if one.is_doubtful and one.code not in colours]
    return (
        *_without_sectors(data, chosen, tell),
        *notes.lacking(chosen, every, tell),
        *notes.ends(own, None, tell),
        *notes.doubtful(data, chosen, PLACES, own, tell),
        *((labels.doubt_note(tell),) if marked else ()),
        *_doubtful_count(every, chosen, tell),
        *notes.revised(every, tell),
        *notes.scopes(data, chosen, PLACES, tell),
        *notes.beside(chosen, beside, PLACES, tell),
        tell("regions.tiles.note"),
    )


def _doubtful_count(every: Entries, chosen: CompareChoices, tell: Speaker) -> tuple[str, ...]:
    """Return how many of the provinces that the title counts are doubtful; levels count none."""
    count = sum(one.is_doubtful and not one.missing for one in every)
    if chosen.scale == "level" or not count:
        return ()
    return (tell("compare.tiles.doubtful", count=count),)


def _without_sectors(data: Dataset, chosen: CompareChoices, tell: Speaker) -> tuple[str, ...]:
    """Return which of the chosen codes are divisions, which these panels do not show."""
    names = names_of(data, analysis.DIVISIONS, tell)
    listed = [names[code] for code in chosen.chosen if code in names]
    return (tell("compare.tiles.sectors", names=tell.enumerated(listed)),) if listed else ()

"""The figures of the page Sectors that show all divisions: the ranking and the table."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, hover
from carbonpeak.charts.style import FALL_FILL, RISE_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import TARGETS, View, state
from carbonpeak.figures import division_notes as notes
from carbonpeak.figures import labels, pointed
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    LEVEL_SOURCES,
    QUANTITY_SOURCES,
    fault_words,
    quantity_standing,
)
from carbonpeak.figures.table import Cell, Form, Head, Table, percent_form, share_form
from carbonpeak.figures.table import number as number_cell
from carbonpeak.figures.table import words as cell_of_words
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.sectors import titles
from carbonpeak.topics.sectors.analysis import growth_of
from carbonpeak.topics.sectors.choices import SectorsChoices
from carbonpeak.topics.sectors.listing import rows, sort_column
from carbonpeak.topics.sectors.titles import measure_of
from carbonpeak.words.numbers import as_written, is_missing
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

# The columns of the table whose cells are numbers, by the names they have in files.
NUMBERS = {
    "energy": "energy_tce",
    "energy_share": "energy_share",
    "energy_change": "energy_change",
    "co2": "co2_t",
    "co2_share": "co2_share",
    "co2_change": "co2_change",
    "level": "level",
}
# Columns that say how something moved: rises and falls wear colours of their own.
MOVES = ("change", "contribution")
# The words of what a ranking can show besides shares and changes: measure and unit.
MEASURES = {
    "energy_tce": ("sectors.energy", "unit.energy"),
    "co2_t": ("sectors.co2", "unit.co2"),
    "level": ("sectors.intensity", "unit.intensity_energy"),
}


def ranking(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    """Return the divisions as bars of what they are sorted by, None where none is listed."""
    view, listing = chosen.view, chosen.listing
    column = sort_column(view, listing.sort)
    known = rows(data, view, listing).dropna(subset=[column])
    if known.empty:
        return None
    named = _named(data, known, column, tell)
    scope = titles.listed(data, listing, len(named), tell)
    title = titles.ranking(named, column, scope, listing.group, tell)
    return Figure(
        name="sector_ranking",
        title=title,
        subtitle=_subtitle(data, column, view, scope, tell),
        alt=title,
        chart=lambda: _bars(named, column, view.year, tell),
        table=_ranked_table(named, column, view, tell),
        standings=(_standing(column, view.year),),
        source_ids=LEVEL_SOURCES if column == "level" else QUANTITY_SOURCES[measure_of(column)],
        notes=_ranking_notes(data, chosen, known, column, tell),
    )


def overview_table(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    """Return the table of all: energy, CO2, shares, changes, level, change of intensity, tier.

    None where nothing is listed.
    """
    view, listed = chosen.view, rows(data, chosen.view, chosen.listing)
    if listed.dropna(subset=[sort_column(view, chosen.listing.sort)]).empty:
        return None
    scope = titles.listed(data, chosen.listing, len(listed), tell)
    words = {"measure": tell(f"measure.{view.measure}"), "scope": labels.scope(data, tell)}
    return Figure(
        name="sector_table",
        title=tell("sectors.table"),
        subtitle=with_scope(tell("sectors.table.sub", year=view.year, **words), scope, tell),
        alt=tell("sectors.table"),
        chart=None,
        table=Table.of_rows(_row(data, str(code), row, tell) for code, row in listed.iterrows()),
        standings=("published", "reconstructed", "derived", "unverified"),
        source_ids=(*QUANTITY_SOURCES["energy"], *QUANTITY_SOURCES["co2"], *LEVEL_SOURCES),
        notes=(
            labels.scope_note(data, tell),
            _level_note(data, tell),
            tell("sectors.tier_note", target=as_written(TARGETS[view.measure])),
            *changes_notes(data, chosen, listed, ("energy", "co2"), tell),
            *feedstock(data, "co2", tell),
        ),
    )


def _bars(named: pd.DataFrame, column: str, year: int, tell: Speaker) -> go.Figure:
    """Return the bars; those pointed at say value with unit, rank and standing."""
    form = _form(column, tell)
    names = [f"{row['name']} {labels.doubt(row)}".strip() for _, row in named.iterrows()]
    texts = [form.text(float(value)) for value in named[column]]
    unit = f" {_unit(column, tell)}" if form.unit else ""
    ranks = pointed.ranks(named[column], tell)
    standing = pointed.standing([_standing(column, year)], tell)
    fills = [RISE_FILL if value > 0 else FALL_FILL for value in named[column]]
    return bars.ranked(
        names,
        list(named[column]),
        texts,
        [str(code) for code in named.index],
        fills if column.endswith(MOVES) else None,
        [
            hover.card(name, text + unit, ranks[str(code)], standing)
            for name, text, code in zip(names, texts, named.index, strict=True)
        ],
    )


def _ranked_table(named: pd.DataFrame, column: str, view: View, tell: Speaker) -> Table:
    form = _form(column, tell)
    values = Head(column.removesuffix("_tce").removesuffix("_t"), _measure(column, view, tell))
    return Table.of_columns(
        {
            Head("sector", tell("column.name")): [
                cell_of_words(
                    f"{row['name']} {labels.doubt(row)}".strip(),
                    value=row["name"],
                    marks=labels.doubt_marks(row),
                )
                for _, row in named.iterrows()
            ],
            values: [number_cell(float(value), form) for value in named[column]],
        }
    )


def _ranking_notes(
    data: Dataset, chosen: SectorsChoices, known: pd.DataFrame, column: str, tell: Speaker
) -> tuple[str, ...]:
    if column == "level":
        return labels.scope_note(data, tell), _level_note(data, tell)
    measure = measure_of(column)
    return (
        labels.scope_note(data, tell),
        *changes_notes(data, chosen, known, (measure,), tell),
        *feedstock(data, measure, tell),
    )


def changes_notes(
    data: Dataset,
    chosen: SectorsChoices,
    listed: pd.DataFrame,
    measures: tuple[str, ...],
    tell: Speaker,
) -> tuple[str, ...]:
    """Return what must be known of the changes of what is listed: doubts, and cement left out."""
    year, is_plan = chosen.view.year, chosen.listing.group == "plan"
    names = {str(code): name(data, str(code), row, tell) for code, row in listed.iterrows()}
    table = data.ask("sectors__all").set_index("sector_code")["plan_industry_code"]
    codes = tuple(table.index[table.isin(list(names))]) if is_plan else tuple(names)
    by = "plan" if is_plan else "sector"
    found = [notes.doubtful(data, names, one, year, by, tell) for one in measures]
    found += [notes.cement(data, codes, one, year, tell) for one in measures]
    return tuple(note for group in found for note in group)


def _named(data: Dataset, known: pd.DataFrame, column: str, tell: Speaker) -> pd.DataFrame:
    """Return what is listed with its name, and whether the change of the measure is doubtful."""
    names = [name(data, str(code), row, tell) for code, row in known.iterrows()]
    doubtful = known[f"is_doubtful_{measure_of(column)}"] & (column != "level")
    return known.assign(name=names, is_doubtful=doubtful)


def _level_note(data: Dataset, tell: Speaker) -> str:
    """Return what levels and changes of intensity are, and for how many divisions these are."""
    return tell("sectors.level_note", count=growth_of(data)["sector_code"].nunique())


def feedstock(data: Dataset, measure: str, tell: Speaker) -> list[str]:
    """Return that CO2 of feedstock jumps in the sources, where CO2 is shown."""
    return [fault_words(data, "feedstock_jump", tell)] if measure == "co2" else []


def name(data: Dataset, code: str, row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the short name of a division, or the name of a plan industry."""
    return (
        labels.sector(data, code, tell) if code in sectors.codes(data) else labels.name(row, tell)
    )


def _row(data: Dataset, code: str, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    """Return one division or plan industry with all there is to say of it."""
    cells = {Head("sector", tell("column.name")): cell_of_words(name(data, code, row, tell))}
    for key, column in NUMBERS.items():
        form = _form(column, tell)
        # Only the headings of energy, CO2 and the level name a unit.
        head = Head(key, tell(f"column.{key}", unit=form.unit))
        is_change = column.endswith("change")
        cells[head] = (
            _change_cell(row, column, tell)
            if is_change
            else labels.known_cell(row[column], form, "no_data", tell)
        )
    more, marks = _unverified(row, tell)
    tier = state(row["tier_schedule"], row["missing"])
    return cells | {
        Head("intensity_change", tell("column.intensity_change")): labels.change_cell(
            row["cumulative"], row["missing"], tell, more, marks, row["due"]
        ),
        Head("tier", tell("column.tier")): labels.tier_cell(tier, tell, more, marks),
    }


def _change_cell(row: "pd.Series[Any]", column: str, tell: Speaker) -> Cell:
    """Return a change since 2020, marked where it hangs on one province."""
    if not row[f"is_doubtful_{measure_of(column)}"]:
        return labels.change_cell(row[column], "no_data", tell)
    return labels.change_cell(row[column], "no_data", tell, f" {DOUBT}", ("doubtful",))


def _unverified(row: "pd.Series[Any]", tell: Speaker) -> tuple[str, tuple[str, ...]]:
    """Return words and mark of a judgement that rests on a recalled growth rate, or nothing."""
    if is_missing(row["cumulative"]) or row["value_added_standing"] != "unverified":
        return "", ()
    return tell("sectors.unverified", standing=tell("standing.unverified")), ("unverified",)


def _form(column: str, tell: Speaker) -> Form:
    """Return how the numbers of a column are written."""
    if column in ("energy_tce", "co2_t"):
        return labels.amount_form(measure_of(column), tell)
    if column == "level":
        return Form(unit=tell("sectors.unit.level"), digits=2)
    if column.endswith("contribution"):
        return Form(unit=tell("unit.point"), times=100, digits=2, sign=True)
    return share_form() if column.endswith("share") else percent_form(sign=True)


def _standing(column: str, year: int) -> str:
    return "derived" if column == "level" else quantity_standing(measure_of(column), year)


def _measure(column: str, view: View, tell: Speaker) -> str:
    if column in MEASURES:
        return tell(MEASURES[column][0])
    kind = column.rpartition("_")[2]
    return tell(f"sectors.{kind}", quantity=tell(f"sectors.{view.measure}"))


def _subtitle(data: Dataset, column: str, view: View, scope: str, tell: Speaker) -> str:
    at_level = column == "level"
    said = tell(
        "sectors.ranking.sub",
        measure=_measure(column, view, tell),
        unit=_unit(column, tell),
        scope=tell("nation") if at_level else labels.scope(data, tell),
        period=BASE_YEAR if at_level else view.year,
    )
    return with_scope(said, scope, tell)


def with_scope(said: str, scope: str, tell: Speaker) -> str:
    """Return a subtitle that names what is listed where that is not every division."""
    return tell("sectors.sub.listed", sub=said, listed=scope) if scope else said


def _unit(column: str, tell: Speaker) -> str:
    if column in MEASURES:
        return tell(MEASURES[column][1])
    return tell("unit.point") if column.endswith("contribution") else "%"

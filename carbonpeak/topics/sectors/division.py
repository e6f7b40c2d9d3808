"""One division a level down: its path, or its quantity alone, and its provinces."""

import pandas as pd

from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import comparable
from carbonpeak.domain.view import TARGETS, View, region_names
from carbonpeak.figures import bought, doubts, labels, largest, series
from carbonpeak.figures import division_notes as notes
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    QUANTITY,
    QUANTITY_SOURCES,
    first_year,
    intensity_standing,
    quantity_standing,
)
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.sectors.analysis import growth_of, sector_intensity
from carbonpeak.topics.sectors.choices import SectorsChoices
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


def path(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    """Return a division's intensity against the path, its quantity where that is not known.

    None where no division is chosen.
    """
    if not chosen.sector:
        return None
    level = sector_intensity(data, chosen.view, chosen.sector)
    if level.empty:
        return _quantity_path(data, chosen, tell)
    return _intensity_path(data, chosen, level, tell)


def provinces(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    """Return the provinces with most of a division's energy or CO2.

    None where no division is chosen or no province has any.
    """
    if not chosen.sector:
        return None
    view, names = chosen.view, region_names(data, tell.lang)
    rows = _province_rows(data, view, chosen.sector)
    found = largest.amounts(rows, largest.PROVINCES, QUANTITY[view.measure], view.year)
    marks = largest.Marks(
        doubts.codes(data, view),
        largest.partial(rows, largest.PROVINCES, QUANTITY[view.measure], view.year),
    )
    said = (labels.scope_note(data, tell), *_marks_notes(data, found, marks, tell))
    whole = labels.sector(data, chosen.sector, tell)
    return largest.figure(largest.PROVINCES, found, names, whole, view, tell, said, marks)


def largest_provinces(data: Dataset, view: View, sector_code: str, tell: Speaker) -> dict[str, str]:
    """Return the five provinces with most of a division, code and name."""
    rows = _province_rows(data, view, sector_code)
    found = largest.amounts(rows, largest.PROVINCES, QUANTITY[view.measure], view.year)
    return largest.linked(found, region_names(data, tell.lang))


def _intensity_path(
    data: Dataset, chosen: SectorsChoices, level: "pd.Series[float]", tell: Speaker
) -> Figure:
    """Return a division's intensity against the path to the national target."""
    view = chosen.view
    growth = growth_of(data, chosen.sector).loc[: view.year]
    line = _intensity_line(level, growth, view, tell)
    return _figure(
        data,
        chosen,
        {"path": series.path(TARGETS[view.measure], tell), "intensity": line},
        (tell("sectors.growth_note", scope=labels.sum_of(data, tell)),),
        ("nbs-input-output", *growth["source_id"]),
        tell,
    )


def _quantity_path(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure:
    """Return a division's energy or CO2 alone, where its intensity cannot be calculated."""
    line = _quantity_line(data, chosen.view, chosen.sector, tell)
    said = (tell("sectors.no_growth_note"), labels.scope_note(data, tell))
    return _figure(data, chosen, {"quantity": line}, said, (), tell)


def _figure(
    data: Dataset,
    chosen: SectorsChoices,
    drawn: dict[str, Line],
    said: tuple[str, ...],
    more_sources: tuple[str, ...],
    tell: Speaker,
) -> Figure:
    """Return lines as the path of a division; ``said`` are the notes of its kind."""
    view, (kind, line) = chosen.view, list(drawn.items())[-1]
    measure, name = view.measure, labels.sector(data, chosen.sector, tell)
    changes = _changes_notes(data, chosen, name, line.years[-1], tell)
    marked = name + notes.mark(data, chosen.sector, measure, line.years[-1])
    title = _title(chosen, marked, kind, line, tell)
    scope = labels.scope(data, tell)
    return Figure(
        name="sector_path",
        title=title,
        subtitle=tell("sectors.path.sub", measure=line.name, scope=scope),
        alt=title,
        chart=lambda: series.drawn([line], drawn.get("path"), tell),
        table=series.table(drawn, tell, view.asked_until(data.last_year)),
        standings=series.standings([line]),
        source_ids=(*QUANTITY_SOURCES[measure], *more_sources),
        notes=(*said, *changes, *series.notes([line], tell)),
    )


def _title(chosen: SectorsChoices, name: str, kind: str, line: Line, tell: Speaker) -> str:
    """Return how a division's intensity or quantity moved by the last year of its line."""
    measure, is_amount = chosen.view.measure, kind == "quantity"
    return tell(
        "sectors.path.title",
        name=name,
        quantity=tell(f"{'sectors.short' if is_amount else 'intensity'}.{measure}"),
        year=line.years[-1],
        moved=moved(line.values[-1] / 100 - 1, tell, amount=is_amount),
    )


def _changes_notes(
    data: Dataset, chosen: SectorsChoices, name: str, year: int, tell: Speaker
) -> tuple[str, ...]:
    """Return whether the change hangs on one province, whose cement it lacks, and what moved."""
    measure, sector = chosen.view.measure, chosen.sector
    return (
        *notes.doubtful(data, {sector: name}, measure, year, "sector", tell),
        *notes.cement(data, (sector,), measure, year, tell),
        *(bought.of_sector(data, sector, year, tell) if measure == "co2" else ()),
    )


def _marks_notes(
    data: Dataset, found: "pd.Series[float]", marks: largest.Marks, tell: Speaker
) -> tuple[str, ...]:
    """Return what the marks of provinces mean, as far as they stand in a list."""
    partial = [str(code) for code in found.index if code in marks.partial]
    names = labels.region_list(data, partial, tell) if partial else ""
    return (
        *((labels.doubt_note(tell),) if marks.doubtful & set(found.index) else ()),
        *((tell("sectors.partial_note", names=names),) if partial else ()),
    )


def _intensity_line(
    level: "pd.Series[float]", growth: pd.DataFrame, view: View, tell: Speaker
) -> Line:
    """Return the index of a division's intensity, each year with its standing."""
    # One recalled growth rate makes every later year of the chain unverified.
    recalled = growth.index[growth["standing"] == "unverified"]
    first_recalled = min(recalled, default=view.year + 1)
    standings = [
        "unverified" if year >= first_recalled else intensity_standing(view.measure, int(year))
        for year in level.index
    ]
    index = 100 * level / level[BASE_YEAR]
    return series.line(tell(f"measure.{view.measure}"), index, standings, tell)


def _quantity_line(data: Dataset, view: View, sector_code: str, tell: Speaker) -> Line:
    """Return the index of a division's energy or CO2, each year with its standing."""
    rows = comparable.sums(data, view.year, first_year(data))
    own = rows[rows["sector_code"] == sector_code].set_index("year")
    quantity = own[QUANTITY[view.measure]].dropna()
    standings = [quantity_standing(view.measure, int(year)) for year in quantity.index]
    index = 100 * quantity / quantity[BASE_YEAR]
    return series.line(tell(f"sectors.{view.measure}"), index, standings, tell)


def _province_rows(data: Dataset, view: View, sector_code: str) -> pd.DataFrame:
    return data.ask("regions__of_sector", sector_code=sector_code, first_year=view.year)

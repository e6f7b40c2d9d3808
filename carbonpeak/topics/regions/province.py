"""One province a level down: its path, its divisions, and what must be said about it."""

import pandas as pd

from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors as divisions
from carbonpeak.domain.view import OWN_TARGET_MEASURE, View, region_names
from carbonpeak.figures import doubts, labels, largest, series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import INTENSITY_SOURCES, intensity_standing, source_names
from carbonpeak.indicators import progress
from carbonpeak.indicators.intensity import intensity
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.regions import analysis
from carbonpeak.topics.regions.choices import RegionsChoices
from carbonpeak.words.numbers import as_written
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


def path(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure | None:
    """Return a province's intensity against its path.

    None where no province is chosen or its intensity cannot be calculated.
    """
    view, region_code = chosen.view, chosen.region
    line = _line(data, view, region_code, tell) if region_code else None
    if line is None:
        return None
    own = float(analysis.targets(data, view)[region_code])
    target = None if pd.isna(own) else series.path(own, tell)
    name = doubts.name(data, view, region_code, tell)
    title = _path_title(name, view, line, data, region_code, tell)
    words = {"measure": line.name, "basis": labels.basis(view, tell), "name": name}
    return Figure(
        name="region_path",
        title=title,
        subtitle=tell("regions.path.sub", **words),
        alt=title,
        chart=lambda: series.drawn([line], target, tell, tell("regions.path.break")),
        table=series.table(
            {"path": target, "intensity": line}, tell, view.asked_until(data.last_year_of_any)
        ),
        standings=series.standings([line]),
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(
            *doubts.reasons(data, view, region_code, tell),
            *labels.due_note(view, tell),
            tell("regions.deflator"),
            *series.notes([line], tell),
        ),
    )


def sectors(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure | None:
    """Return a province's largest divisions.

    None where no province is chosen or its split by sector is not shown.
    """
    if not chosen.region:
        return None
    view, region_code = chosen.view, chosen.region
    found, lacking = _by_sector(data, view, region_code), _lacking(data, view, region_code)
    names, whole = divisions.names(data, tell.lang), doubts.name(data, view, region_code, tell)
    partial = tell("sectors.partial_note", names=region_names(data, tell.lang)[region_code])
    notes = (
        *((partial,) if lacking else ()),
        *doubts.reasons(data, view, region_code, tell),
    )
    marks = largest.Marks(partial=lacking)
    return largest.figure(largest.SECTORS, found, names, whole, view, tell, notes, marks)


def largest_sectors(data: Dataset, view: View, region_code: str, tell: Speaker) -> dict[str, str]:
    """Return the five largest divisions of a province, code and name."""
    return largest.linked(_by_sector(data, view, region_code), divisions.names(data, tell.lang))


def remarks(data: Dataset, view: View, region_code: str, tell: Speaker) -> list[str]:
    """Return what must be said: not covered, split withheld, cell withheld, own target."""
    row = analysis.judged(data, view).loc[[region_code]].iloc[0]
    keys = []
    if not row["in_inventory"]:
        keys.append("regions.no_inventory")
    elif _by_sector(data, view, region_code).empty:
        keys.append("regions.no_split")
    if row["missing"] == "withheld":
        keys.append("regions.withheld")
    words = {"name": labels.name(row, tell), "basis": tell("basis.energy_related")}
    said = [tell(key, **words) for key in keys]
    said += doubts.reasons(data, view, region_code, tell)
    own = _own_target(data, view, region_code, tell)
    return said + own + _reported(data, view, region_code, tell)


def _line(data: Dataset, view: View, region_code: str, tell: Speaker) -> Line | None:
    found = data.ask("regions__yearly", region_code=region_code, first_year=None).set_index("year")
    found = found.loc[: view.year]
    level = intensity(found[view.column], found["value_added_real_cny"]).dropna()
    if BASE_YEAR not in level.index:
        return None
    added = found["value_added_standing"].loc[level.index]
    standings = [
        "unverified" if kind == "unverified" else intensity_standing(view.measure, year)
        for year, kind in zip(level.index, added, strict=True)
    ]
    broken = found.index[found["is_break"]] if view.measure == "energy" else ()
    index = 100 * level / level[BASE_YEAR]
    measure = tell(f"measure.{view.measure}")
    return series.line(measure, index, standings, tell, [int(year) for year in broken])


def _own_target(data: Dataset, view: View, region_code: str, tell: Speaker) -> list[str]:
    own = analysis.own_targets(data, view.measure)
    own = own[own["region_code"] == region_code]
    return [
        tell(
            "regions.target_known",
            measure=tell(f"measure.{view.measure}"),
            target=as_written(-row["change_pct"] / 100),
            qualifier=labels.qualifier(row["qualifier"], tell),
            standing=tell(f"standing.{row['standing']}"),
        )
        for _, row in own.iterrows()
    ]


def _reported(data: Dataset, view: View, region_code: str, tell: Speaker) -> list[str]:
    rows = data.ask("regional_progress__reported", measure=OWN_TARGET_MEASURE[view.measure])
    rows = rows[rows["region_code"] == region_code]
    return [
        tell(
            "regions.reported",
            measure=tell(f"measure.{view.measure}"),
            year=row["year"],
            moved=_reported_size(float(row["change_pct"]) / 100, tell),
            about=tell("regions.about") if row["qualifier"] == "about" else "",
            source=source_names(data, (row["source_id"],), tell),
        )
        for _, row in rows.iterrows()
    ]


def _reported_size(change: float, tell: Speaker) -> str:
    """Return how an intensity moved, as exactly as the province wrote it."""
    return tell(f"moved.{'fell' if change < 0 else 'rose'}", size=as_written(abs(change)))


def _path_title(
    name: str, view: View, line: Line, data: Dataset, region_code: str, tell: Speaker
) -> str:
    """Return how a province's intensity moved by the last year of its line."""
    year = line.years[-1]
    due = progress.due(float(analysis.targets(data, view)[region_code]), year - BASE_YEAR)
    bounds = () if pd.isna(due) or year == BASE_YEAR else (due,)
    change = moved(line.values[-1] / 100 - 1, tell, *bounds)
    quantity = tell(f"intensity.{view.measure}")
    return tell("regions.path.title", name=name, year=year, quantity=quantity, moved=change)


def _lacking(data: Dataset, view: View, region_code: str) -> frozenset[str]:
    """Return the divisions of a province whose CO2 lacks a withheld cement cell."""
    rows = data.ask("sectors__yearly", region_code=region_code, first_year=view.year)
    return largest.partial(rows, largest.SECTORS, view.column, view.year)


def _by_sector(data: Dataset, view: View, region_code: str) -> "pd.Series[float]":
    rows = data.ask("sectors__yearly", region_code=region_code, first_year=view.year)
    column = "energy_tce" if view.measure == "energy" else view.column
    return largest.amounts(rows, largest.SECTORS, column, view.year)

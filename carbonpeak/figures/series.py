"""Lines of an index over years, with the words of each point; shared by all that draw a path."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import hover
from carbonpeak.charts import lines as charts
from carbonpeak.charts.lines import Line
from carbonpeak.figures import pointed, standing
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, missing
from carbonpeak.figures.table import number as cell
from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.speaker import Speaker


def line(
    name: str,
    index: "pd.Series[float]",
    standings: Iterable[str],
    tell: Speaker,
    breaks: Iterable[int] = (),
    digits: int = 1,
) -> Line:
    """Return a line of figures by year whose points say year, value and standing."""
    years, values = [int(year) for year in index.index], [float(value) for value in index]
    kinds = list(standings)
    breaks = frozenset(breaks)
    moves = pointed.on_year_before(years, values, breaks, tell)
    texts = [
        hover.card(name, f"{year}: {number(value, digits)}", move, pointed.standing([kind], tell))
        for year, value, move, kind in zip(years, values, moves, kinds, strict=True)
    ]
    end = number(values[-1], digits) if values else ""
    return Line(name, years, values, kinds, texts, breaks, end)


def path(target: float, tell: Speaker) -> Line:
    """Return the steady path to a target (a fraction), 2020 = 100."""
    years = list(range(BASE_YEAR, TARGET_YEAR + 1))
    values = [100 * left for left in rules.path(target)]
    name = tell("series.path")
    texts = [
        hover.card(name, f"{year}: {number(value, 1)}")
        for year, value in zip(years, values, strict=True)
    ]
    end = number(values[-1], 1)
    return Line(name, years, values, ["scenario"] * len(years), texts, end=end)


def outcome(one: Line) -> dict[str, object]:
    """Return the last year of an index and its change since 2020 in words, for a title."""
    return {"year": one.years[-1], "change": percent(one.values[-1] / 100 - 1, 1, sign=True)}


def table(lines: Mapping[str, Line | None], tell: Speaker, until: int | None = None) -> Table:
    """Return the points of lines side by side, one row per year.

    ``lines`` by the names of their columns in files; years without a point say in words whether
    none was found or none is asked for: before a line begins, and after the year ``until``. A line
    whose standing changes over the years has a column that says it of each.
    """
    there = {key: one for key, one in lines.items() if one is not None}
    years = sorted({year for one in there.values() for year in one.years})
    form = Form(unit=tell("unit.index"), digits=1)
    columns = {Head("year", tell("column.year")): [cell(year, YEAR) for year in years]}
    for key, one in there.items():
        columns[Head(key, one.name)] = [_point(one, year, form, tell, until) for year in years]
    return Table.of_columns({**columns, **_standings(there, years, tell)})


def _standings(
    there: Mapping[str, Line], years: Sequence[int], tell: Speaker
) -> dict[Head, list[Cell]]:
    """Return the columns of the standings that change; whose each is, where there are several."""
    mixed = {key: one for key, one in there.items() if standing.changes(kinds(one))}
    columns: dict[Head, list[Cell]] = {}
    for key, one in mixed.items():
        whose = (standing.HEAD, "") if len(mixed) == 1 else (f"{key}_{standing.HEAD}", one.name)
        columns |= standing.column(kinds(one), years, tell, *whose)
    return columns


def kinds(one: Line) -> dict[int, standing.Kinds]:
    """Return the standing of a line by year."""
    return {year: (kind,) for year, kind in zip(one.years, one.standings, strict=True)}


def notes(lines: Sequence[Line], tell: Speaker) -> tuple[str, ...]:
    """Return which years are of which standing, for the lines in which it changes."""
    names = [one.name if len(lines) > 1 else "" for one in lines]
    return tuple(
        note
        for one, name in zip(lines, names, strict=True)
        for note in standing.notes(kinds(one), tell, name)
    )


def drawn(
    lines: Sequence[Line], path: Line | None, tell: Speaker, break_text: str = ""
) -> go.Figure:
    """Return the chart of lines: where their standing changes, and what dashes and marks mean."""
    seams = [seam for one in lines for seam in standing.seams(kinds(one), tell)]
    explained = {kind: tell(f"standing.{kind}") for kind in standings(lines)}
    return charts.draw(
        lines, path, break_text=break_text, changed=list(dict.fromkeys(seams)), standings=explained
    )


def _point(one: Line, year: int, form: Form, tell: Speaker, until: int | None) -> Cell:
    """Return a line's value in a year, marked where it is unverified."""
    if year not in one.years:
        is_asked = year >= min(one.years, default=year) and (until is None or year <= until)
        kind, key = ("none", "known.none") if is_asked else standing.NOT_ASKED
        return missing(kind, tell(key), form)
    place = list(one.years).index(year)
    marks = ["unverified"] if one.standings[place] == "unverified" else []
    return cell(float(one.values[place]), form, marks=marks)


def standings(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the standings of all points, each once."""
    return tuple(dict.fromkeys(kind for one in lines for kind in one.standings))

"""The points of lines of an index side by side, as a table."""

from collections.abc import Mapping

from carbonpeak.charts.lines import Line
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, missing, number
from carbonpeak.words.speaker import Speaker


def of_lines(lines: Mapping[str, Line], tell: Speaker) -> Table:
    """Return one row per year; ``lines`` by the names of their columns in files."""
    years = sorted({year for line in lines.values() for year in line.years})
    form = Form(unit=tell("unit.index"), digits=1)
    columns = {Head("year", tell("column.year")): [number(year, YEAR) for year in years]}
    for key, line in lines.items():
        columns[Head(key, line.name)] = [_point(line, year, form, tell) for year in years]
    return Table.of_columns(columns)


def _point(line: Line, year: int, form: Form, tell: Speaker) -> Cell:
    """Return a line's value in a year, marked where it is unverified; words where it has none."""
    if year not in line.years:
        return missing("none", tell("known.none"), form)
    place = list(line.years).index(year)
    marks = ["unverified"] if line.standings[place] == "unverified" else []
    return number(float(line.values[place]), form, marks=marks)

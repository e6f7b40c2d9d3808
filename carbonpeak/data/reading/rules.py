"""The rules that rows of a file are held to; each returns the faults it finds, in order of rows."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import pandas as pd

from carbonpeak.data.reading import numbers
from carbonpeak.data.reading.findings import Finding, what
from carbonpeak.data.reading.layout import Bounds, Jump, Layout, Names, Values
from carbonpeak.data.text import Text


def findings(rows: pd.DataFrame, layout: Layout, file: str) -> list[Finding]:
    """Return all faults of a file's rows; what compares numbers waits until all are numbers."""
    found = [
        *_empty(rows, layout, file),
        *_years(rows, layout, file),
        *_columns(rows, layout, file),
        *_allowed(rows, layout, file),
        *(_names(rows, layout.names, file) if layout.names else ()),
        *_twice(rows, layout, file),
    ]
    for values in layout.values:
        found += _kinds(rows, values, layout, file)
    return found or [*_jumps(rows, layout, file)]


def _empty(rows: pd.DataFrame, layout: Layout, file: str) -> list[Finding]:
    columns = dict.fromkeys((*layout.key, *layout.filled, *layout.years))
    return [
        Finding(file, row, column, what("cell.empty"))
        for column in columns
        if column not in layout.may_be_empty
        for row in _where(rows[column].isna())
    ]


def _years(rows: pd.DataFrame, layout: Layout, file: str) -> list[Finding]:
    return [
        finding
        for column in layout.years
        for finding in _each(rows[column].dropna(), file, column, _of_year)
    ]


def _of_year(text: str) -> Text | None:
    return None if numbers.YEAR.fullmatch(text) else what("cell.year", text=text)


def _columns(rows: pd.DataFrame, layout: Layout, file: str) -> list[Finding]:
    """Return the cells of columns of numbers that are none, or out of bounds."""
    return [
        finding
        for column, bounds in layout.numbers.items()
        for finding in _numbers(rows[column], bounds, file, column)
    ]


def _allowed(rows: pd.DataFrame, layout: Layout, file: str) -> list[Finding]:
    found: list[Finding] = []
    for column, texts in layout.allowed.items():
        others = rows.loc[~rows[column].isin(texts), column].dropna()
        found += _each(others, file, column, partial(_of_text, sorted(texts)))
    return found


def _of_text(known: list[str], text: str) -> Text:
    return what("cell.kind", text=text, known=", ".join(known))


def _kinds(rows: pd.DataFrame, values: Values, layout: Layout, file: str) -> list[Finding]:
    """Return what is wrong with unit and number of every kind of row."""
    found: list[Finding] = []
    for name, kind in values.kinds.items():
        of_kind = rows[rows[values.by] == name]
        if kind.unit is not None:
            found += _units(of_kind, name, kind.unit, file)
        free = _is_free(of_kind, values, layout)
        found += _numbers(of_kind.loc[~free, values.column], kind.bounds, file, values.column)
        found += _numbers(of_kind.loc[free, values.column], Bounds(), file, values.column)
    return found


def _is_free(rows: pd.DataFrame, values: Values, layout: Layout) -> "pd.Series[bool]":
    """Return which rows may be out of bounds."""
    free = pd.Series(False, index=rows.index)
    if values.signed is not None:
        free |= rows[values.signed[0]].isin(values.signed[1])
    if layout.known_cells:
        free |= pd.MultiIndex.from_frame(rows[list(layout.key)]).isin(list(layout.known_cells))
    return free


def _units(rows: pd.DataFrame, name: str, expected: str, file: str) -> list[Finding]:
    wrong = rows.loc[rows["unit"] != expected, "unit"].fillna("")
    return _each(
        wrong,
        file,
        "unit",
        lambda text: what("cell.unit", text=text, kind=name, expected=expected),
    )


def _numbers(cells: "pd.Series[Any]", bounds: Bounds, file: str, column: str) -> list[Finding]:
    found: list[Finding] = []
    if not bounds.may_be_empty:
        found += [Finding(file, row, column, what("cell.empty")) for row in _where(cells.isna())]
    filled = cells.dropna()
    return found + _each(filled, file, column, lambda text: _of_number(text, bounds))


def _of_number(text: str, bounds: Bounds) -> Text | None:
    key = numbers.fault_of(text)
    if key:
        return what(key, text=text)
    if bounds.low is not None and float(text) < bounds.low:
        return what("cell.low", text=text, bound=f"{bounds.low:g}")
    if bounds.high is not None and float(text) > bounds.high:
        return what("cell.high", text=text, bound=f"{bounds.high:g}")
    return None


def _names(rows: pd.DataFrame, names: Names, file: str) -> list[Finding]:
    pairs = rows[[names.code, names.name]].drop_duplicates()
    wrong = {
        (code, name)
        for code, name in pairs.itertuples(index=False)
        if code in names.known and name not in names.known[code]
    }
    return [
        Finding(file, int(row), names.name, _of_name(code, name, names.known))
        for row, code, name in rows[[names.code, names.name]].itertuples()
        if (code, name) in wrong
    ]


def _of_name(code: str, name: str | None, known: Mapping[str, frozenset[str]]) -> Text:
    return what("cell.name", text=name or "", code=code, known=", ".join(sorted(known[code])))


def _twice(rows: pd.DataFrame, layout: Layout, file: str) -> list[Finding]:
    if not layout.key:
        return []
    key = list(layout.key)
    alike = rows[rows.duplicated(key, keep=False)]
    firsts: dict[tuple[Any, ...], int] = {}
    found = []
    shown = _shown(layout)
    for row, *cells in alike[key].itertuples():
        first = firsts.setdefault(tuple(cells), row)
        if row != first:
            both = " / ".join(
                ", ".join(str(rows.at[one, name]) for name in shown) for one in (first, row)
            )
            said = what("row.twice", first=first, same=", ".join(map(str, cells)), values=both)
            found.append(Finding(file, row, "", said))
    return found


def _shown(layout: Layout) -> list[str]:
    """Return the columns whose values tell rows of one key apart."""
    measured = [values.column for values in layout.values]
    others = [column for column in layout.columns if column not in layout.key]
    return list(dict.fromkeys([*measured, *layout.numbers])) or others[:3]


def _jumps(rows: pd.DataFrame, layout: Layout, file: str) -> Iterable[Finding]:
    found: dict[tuple[str, ...], Finding] = {}
    for values in layout.values:
        for name, kind in values.kinds.items():
            if kind.jump is not None:
                of_kind = rows[rows[values.by] == name]
                found |= _jumps_of(of_kind, values.column, kind.jump, file)
    yield from (one for series, one in found.items() if series not in layout.known_jumps)


def _jumps_of(
    rows: pd.DataFrame, column: str, jump: Jump, file: str
) -> dict[tuple[str, ...], Finding]:
    """Return the jumps of one kind of figure by series, year and both figures."""
    series = list(jump.series)
    ordered = rows.assign(number=rows[column].astype(float)).sort_values([*series, "year"])
    before = ordered.groupby(series)[["number", "year", column]].shift()
    low, high = _ends(ordered["number"], before["number"])
    is_jump = (low > 0) & (high > jump.factor * low) & (high >= jump.floor)
    found = {}
    for row in _where(is_jump):
        then, now = str(before.at[row, column]), str(ordered.at[row, column])
        key = (*(str(ordered.at[row, one]) for one in [*series, "year"]), then, now)
        said = what(
            "cell.jump",
            text=now,
            before=then,
            year_before=before.at[row, "year"],
            factor=high[row] / low[row],
            series=", ".join(key[:-3]),
        )
        found[key] = Finding(file, row, column, said)
    return found


def _ends(one: "pd.Series[float]", other: "pd.Series[float]") -> tuple[Any, Any]:
    both = pd.concat([one.abs(), other.abs()], axis=1)
    return both.min(axis=1, skipna=False), both.max(axis=1, skipna=False)


def _each(
    cells: "pd.Series[Any]", file: str, column: str, judge: Callable[[str], Text | None]
) -> list[Finding]:
    """Return a finding for each cell whose text is judged wrong; each text is judged once."""
    wrong = {text: said for text in cells.unique() if (said := judge(text))}
    return [Finding(file, row, column, wrong[cells.at[row]]) for row in _where(cells.isin(wrong))]


def _where(is_so: "pd.Series[bool]") -> list[int]:
    return [int(row) for row in is_so.index[is_so]]

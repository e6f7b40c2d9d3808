"""Rows as a table for the terminal: aligned, Chinese glyphs two wide, cut to its width."""

import unicodedata
from typing import Any

import pandas as pd

from carbonpeak.words import WORDS, Lang, say

GAP = "  "
# A text longer than this is cut, so that a note does not push the numbers out of sight.
WIDEST_TEXT = 40
ELLIPSIS = "…"
# Digits of a number that is not whole.
DIGITS = 4
THOUSAND = 1000


def text(rows: pd.DataFrame, lang: Lang, width: int | None = None) -> str:
    """Return a table in lines of at most ``width`` columns of a terminal; None cuts nothing.

    Numbers are rounded and stand to the right. A last line says what is left out and how to see it.
    """
    columns = [_column(rows[name], lang, width is not None) for name in rows.columns]
    shown = columns[: _fitting(columns, width)]
    lines = [GAP.join(cells).rstrip() for cells in zip(*shown, strict=True)]
    if len(shown) < len(columns):
        names = say("list.separator", lang).join(map(str, rows.columns[len(shown) :]))
        lines += ["", say("cli.table.cut", lang, count=len(columns) - len(shown), names=names)]
    elif any(ELLIPSIS in line for line in lines):
        lines += ["", say("cli.table.cut_cells", lang)]
    return "\n".join(lines)


def glyph_width(written: str) -> int:
    """Return how many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in written)
    return len(written) + wide - sum(bool(unicodedata.combining(one)) for one in written)


def _fitting(columns: list[list[str]], width: int | None) -> int:
    """Return how many columns fit beside each other, at least one."""
    taken = -len(GAP)
    for place, cells in enumerate(columns):
        taken += len(GAP) + glyph_width(cells[0])
        if width is not None and taken > width:
            return max(place, 1)
    return len(columns)


def _column(values: "pd.Series[Any]", lang: Lang, is_cut: bool) -> list[str]:
    """Return the head and the cells of a column, all of one width."""
    cells = [_cell(value, lang) for value in values]
    if is_cut:
        cells = [_cut(cell) for cell in cells]
    cells = [_head(str(values.name), lang), *cells]
    width = max(map(glyph_width, cells))
    is_number = pd.api.types.is_numeric_dtype(values) and values.dtype != bool
    return [_padded(cell, width, is_number) for cell in cells]


def _head(name: str, lang: Lang) -> str:
    """Return the heading of a column: its name, or its Chinese one where there is one."""
    key = f"cli.column.{name}"
    return say(key, lang) if key in WORDS else name


def _cell(value: object, lang: Lang) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return "-"
    if isinstance(value, bool):
        return say(f"cli.table.{'yes' if value else 'no'}", lang)
    return _number(value) if isinstance(value, float) else str(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < THOUSAND * 10:
        return f"{value:.0f}"
    return f"{value:,.0f}" if abs(value) >= THOUSAND else f"{value:.{DIGITS}g}"


def _cut(cell: str) -> str:
    if glyph_width(cell) <= WIDEST_TEXT:
        return cell
    kept = cell
    while glyph_width(kept) >= WIDEST_TEXT:
        kept = kept[:-1]
    return f"{kept}{ELLIPSIS}"


def _padded(cell: str, width: int, is_number: bool) -> str:
    blanks = " " * (width - glyph_width(cell))
    return blanks + cell if is_number else cell + blanks

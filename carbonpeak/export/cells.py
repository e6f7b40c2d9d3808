"""Cells of a table in words, read back as the numbers they were printed from.

A table is shown with a real minus, thousands commas and percent signs (``wording/numbers.py``). A
cell is a number here only if it is written exactly so; a mark, a range or a word keeps it text.
"""

import re
from dataclasses import dataclass

import pandas as pd

from carbonpeak.export.plain import one_line
from carbonpeak.wording import LANGS, Lang, say
from carbonpeak.wording.numbers import MINUS, is_missing

PERCENT = "%"
UNITS = (PERCENT, *(f" {say('unit.co2_national', lang)}" for lang in LANGS))
# Digits without commas are a year; a leading nought makes a code.
PRINTED = re.compile(
    rf"(?P<sign>[+{MINUS}]?)(?P<whole>[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})*|0|[12][0-9]{{3}})"
    rf"(?P<part>\.[0-9]+)?(?P<unit>{'|'.join(map(re.escape, UNITS))})?",
    re.ASCII,
)
YEAR = 1000
CODE = re.compile(r"0[0-9]+|[0-9]+[-+][0-9]+", re.ASCII)


@dataclass(frozen=True)
class Number:
    """A number as printed: ``value`` in its printed unit, "6.8%" as 6.8.

    ``grouped`` is false for four digits without a comma: a year.
    """

    value: float
    digits: int
    signed: bool
    unit: str
    grouped: bool = True

    @property
    def exact(self) -> int | float:
        """The value, whole numbers as integers."""
        return self.value if self.digits else int(self.value)

    @property
    def ascii(self) -> str:
        """The value without commas, for other programs to read."""
        return f"{self.value:.{self.digits}f}"


@dataclass(frozen=True)
class Column:
    """One column: its cells as numbers and words (None where a cell is empty).

    ``unit`` is the one unit of all its numbers (``%``, Mt, 亿吨 or nothing); ``mixed`` says that
    they have several, so the column as a whole is no quantity.
    """

    name: str
    cells: tuple[Number | str | None, ...]

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers among the cells."""
        return tuple(one for one in self.cells if isinstance(one, Number))

    @property
    def mixed(self) -> bool:
        """Whether its numbers have several units."""
        return len({one.unit for one in self.numbers}) > 1

    @property
    def is_quantity(self) -> bool:
        """Whether it holds numbers of one unit."""
        return bool(self.numbers) and not self.mixed

    @property
    def unit(self) -> str:
        """The unit of its numbers, for the header."""
        return self.numbers[0].unit.strip() if self.is_quantity else ""

    def header(self, lang: Lang) -> str:
        """Return the name with the unit that the cells leave out."""
        if not self.unit or self.name.endswith((f"({self.unit})", f"（{self.unit}）")):
            return self.name
        return say("sheet.unit", lang, column=self.name, unit=self.unit)


def columns(table: pd.DataFrame) -> tuple[Column, ...]:
    """Return the columns of a table; the first, the label of a row, is wholly numbers or text."""
    read = [
        Column(one_line(str(name)), _cells(table.iloc[:, place].tolist()))
        for place, name in enumerate(table.columns)
    ]
    return tuple(
        _as_text(one, table.iloc[:, place].tolist()) if _is_label(one, place) else one
        for place, one in enumerate(read)
    )


def parsed(text: str) -> Number | None:
    """Return the number a text prints, None where it is anything else."""
    found = PRINTED.fullmatch(text)
    if not found:
        return None
    part = found["part"] or ""
    size = float(found["whole"].replace(",", "") + part)
    value = -size if found["sign"] == MINUS else size
    digits, signed, unit = max(len(part) - 1, 0), found["sign"] == "+", found["unit"] or ""
    return Number(value, digits, signed, unit, size < YEAR or "," in found["whole"])


def _cells(values: list[object]) -> tuple[Number | str | None, ...]:
    texts = _texts(values)
    if any(text and CODE.fullmatch(text) for text in texts):
        return texts
    return tuple(text and (parsed(text) or text) for text in texts)


def _texts(values: list[object]) -> tuple[str | None, ...]:
    return tuple(None if is_missing(one) or one == "" else one_line(str(one)) for one in values)


def _is_label(column: Column, place: int) -> bool:
    return place == 0 and any(isinstance(one, str) for one in column.cells)


def _as_text(column: Column, values: list[object]) -> Column:
    return Column(column.name, _texts(values))

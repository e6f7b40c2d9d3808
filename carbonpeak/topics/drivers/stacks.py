"""Rows of effects as what a chart stacks and as a table."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from carbonpeak.figures.table import Cell, Form, Head, Table, known, missing
from carbonpeak.topics.drivers import labels as words
from carbonpeak.topics.drivers.charts import Stack
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.speaker import Speaker


@dataclass(frozen=True, eq=False)
class Effects:
    """Rows of effects in one form, and how their numbers are written.

    ``withheld`` are the codes of rows whose cement process CO2 is not shown.
    """

    rows: pd.DataFrame
    question: Question
    tell: Speaker
    largest_t: float
    withheld: Collection[str] = ()

    @property
    def is_ratio(self) -> bool:
        """Whether the effects are ratios that multiply."""
        return "ratio" in self.rows

    @property
    def total(self) -> str:
        """The column of what all effects come to."""
        return "ratio" if self.is_ratio else "change_t"

    @cached_property
    def form(self) -> Form:
        """How the numbers are written: ratios, or amounts in digits that suit the largest."""
        if self.is_ratio:
            return words.RATIO
        return words.amount_form(self.largest_t, self.question, self.tell)

    def cells(self, column: str) -> list[Cell]:
        """Return the numbers of a column."""
        none = self.tell("missing.no_value_added")
        shown = [known(value, self.form, words.NO_RATIO, none) for value in self.rows[column]]
        if column != "process" or not self.withheld:
            return shown
        hidden = missing("withheld", self.tell("missing.withheld"), self.form)
        codes = self.rows["code"]
        return [
            hidden if code in self.withheld else cell
            for code, cell in zip(codes, shown, strict=True)
        ]

    def stack(self, labels: list[str]) -> Stack:
        """Return the rows as what a chart stacks: amounts in their unit, ratios as logarithms."""
        drivers = self.question.drivers
        return Stack(
            labels=labels,
            parts={name: self._sizes(name) for name in drivers},
            texts={name: self._texts(name) for name in drivers},
            nets=self._sizes(self.total),
            net_texts=self._texts(self.total),
            is_ratio=self.is_ratio,
        )

    def table(self, head: Head, cells: Iterable[Cell]) -> Table:
        """Return the rows as a table: what each is of, the change or ratio, each driver."""
        names = words.driver_names(self.question, self.tell)
        ratio = Head("ratio", self.tell("column.ratio"))
        total = ratio if self.is_ratio else Head("change", names["net"])
        drivers = {Head(name, names[name]): self.cells(name) for name in self.question.drivers}
        return Table.of_columns({head: cells, total: self.cells(self.total), **drivers})

    def _sizes(self, column: str) -> list[float]:
        """Return how far each part of a bar reaches, nothing where there is no number."""
        return [0.0 if is_missing(value) else self._size(value) for value in self.rows[column]]

    def _size(self, value: float) -> float:
        return math.log(value) if self.is_ratio else value / self.form.per

    def _texts(self, column: str) -> list[str]:
        """Return the numbers of a column with their unit."""
        none = self.tell("missing.no_value_added")
        cells = [known(value, self.form, words.NO_RATIO, none) for value in self.rows[column]]
        return [
            cell.text if cell.missing else f"{cell.text} {self.form.unit}".strip() for cell in cells
        ]

"""What a benchmark says: sections of aligned rows, targets, and the faults that fail the run."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 100


@dataclass(frozen=True)
class Target:
    """A figure that should stay at or under a limit; ``measured`` is the worst one seen."""

    name: str
    limit: float
    unit: str
    measured: float | None = None
    where: str = ""

    def row(self) -> tuple[str, ...]:
        """Return the target as a row: what, limit, measured, where, met or not."""
        limit = f"{self.limit:g} {self.unit}"
        if self.measured is None:
            return (self.name, limit, "", "", "not measured")
        verdict = "met" if self.measured <= self.limit else "not met"
        return (self.name, limit, f"{self.measured:.1f} {self.unit}", self.where, verdict)


@dataclass(frozen=True)
class Section:
    """One part of the report; a fault in it fails the run, a target not met does not."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    targets: tuple[Target, ...] = ()
    faults: tuple[str, ...] = ()

    def text(self) -> str:
        """Return heading, table, note and faults as text that is also Markdown."""
        parts = [f"## {self.title}"]
        if self.rows:
            parts.append(aligned(self.columns, self.rows))
        if self.note:
            parts.append(wrapped(self.note))
        parts += [f"FAULT: {fault}" for fault in self.faults]
        return "\n\n".join(parts) + "\n"


def wrapped(text: str) -> str:
    """Return running text in lines that fit a terminal."""
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def aligned(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table whose columns line up; a column of numbers stands to the right."""
    cells = [tuple(columns), *(tuple(row) for row in rows)]
    widths = [max(3, *(len(row[place]) for row in cells)) for place in range(len(columns))]
    right = [_is_numeric([row[place] for row in rows]) for place in range(len(columns))]
    rule = [
        "-" * (width - 1) + (":" if to_right else "-")
        for width, to_right in zip(widths, right, strict=True)
    ]
    lines = [_line(row, widths, right) for row in cells]
    return "\n".join([lines[0], _line(rule, widths, right), *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(row, widths, right, strict=True)
    ]
    return f"| {' | '.join(padded)} |"


def _is_numeric(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(cell[0].isdigit() for cell in filled)

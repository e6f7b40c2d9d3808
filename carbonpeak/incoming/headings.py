"""Which sheet and which row of it hold the heading of a table, and what each column is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carbonpeak.data import units
from carbonpeak.data.units import UnitError
from carbonpeak.incoming.columns import Heading, Role, heading
from carbonpeak.incoming.sheets import Row, Sheet

# A heading stands within these rows; below a title, a date, a unit.
MOST_ABOVE = 40


@dataclass(frozen=True)
class Head:
    """The heading of a sheet: its row (from 1), the first row below it, what is read, what not.

    ``twice`` are columns that mean what one before them does.
    """

    row: int
    first: int
    read: tuple[Heading, ...]
    others: tuple[tuple[int, str], ...]
    twice: tuple[str, ...] = ()

    @property
    def fields(self) -> set[str]:
        """The columns of the table that the sheet has."""
        return {one.role.field for one in self.read if one.role.part != "unit"}


def found_in(sheet: Sheet, known: Mapping[str, Role]) -> Head | None:
    """Return the heading that names most columns of the table, the first such; None without any.

    A heading may take two rows: the lower one names columns, or their units.
    """
    best: Head | None = None
    for place in range(min(MOST_ABOVE, len(sheet.rows))):
        for head in _heads(sheet.rows, place, known):
            if best is None or len(head.fields) > len(best.fields):
                best = head
    return best if best and best.fields else None


def _heads(rows: Sequence[Row], place: int, known: Mapping[str, Role]) -> list[Head]:
    top = rows[place]
    found = [_head(place, 1, list(top), known)]
    if place + 1 < len(rows):
        below = [*rows[place + 1], *[None] * len(top)][: max(len(top), len(rows[place + 1]))]
        upper = [*top, *[None] * len(below)][: len(below)]
        both = [_joined(one, two, known) for one, two in zip(upper, below, strict=True)]
        if all(_is_heading(one, known) for one in below if one):
            found.append(_head(place, 2, both, known))
    # Of two that name as many, the one that also says what the second row means.
    return sorted(found, key=lambda one: (len(one.read), sum(bool(c.unit) for c in one.read)))[::-1]


def _is_heading(text: str, known: Mapping[str, Role]) -> bool:
    return heading(text, known) is not None or _is_unit(text)


def _is_unit(text: str) -> bool:
    bare = text.strip("（）()[]【】 ")
    try:
        units.code(bare)
    except UnitError:
        return bare in {"%", "％"}
    return not bare.isdigit()


def _joined(top: str | None, below: str | None, known: Mapping[str, Role]) -> str | None:
    """Return one name of two that stand below each other."""
    if below is None or below == top:
        return top
    if top and _is_unit(below):
        return f"{top}（{below.strip('（）()[]【】 ')}）"
    return below if heading(below, known) or not top else f"{top}{below}"


def _head(place: int, height: int, texts: Row, known: Mapping[str, Role]) -> Head:
    read: list[Heading] = []
    others: list[tuple[int, str]] = []
    twice: list[str] = []
    for column, text in enumerate(texts):
        found = heading(text, known) if text else None
        if text and found is None:
            others.append((column, text))
        elif text and found and found[0] in {one.role for one in read}:
            twice.append(text)
        elif text and found:
            read.append(Heading(column, text, *found))
    return Head(place + 1, place + 1 + height, tuple(read), tuple(others), tuple(twice))

"""Which sheet and which row of it hold the heading of a table, and what each column is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from carbonpeak.incoming import field_units
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
    rows = sheet.rows
    heads = [
        head for place in range(min(MOST_ABOVE, len(rows))) for head in _heads(rows, place, known)
    ]
    best = max(heads, key=_score, default=None)
    return best if best and best.fields else None


def _score(head: Head) -> tuple[int, int, int]:
    """Return how much a heading says: columns, then units, and that in fewer rows."""
    units = sum(bool(one.unit) for one in head.read)
    return len(head.fields), units, head.row - head.first


def _heads(rows: Sequence[Row], place: int, known: Mapping[str, Role]) -> list[Head]:
    """Return the heading of a row, and that of two where the next one names columns too."""
    top = rows[place]
    found = [_head(place, 1, list(top), known)]
    if place + 1 < len(rows) and all(_is_heading(one, known) for one in rows[place + 1] if one):
        both = zip_longest(top, rows[place + 1])
        found.append(_head(place, 2, [_joined(*pair, known) for pair in both], known))
    return found


def _is_heading(text: str, known: Mapping[str, Role]) -> bool:
    return heading(text, known) is not None or field_units.is_unit(text)


def _joined(top: str | None, below: str | None, known: Mapping[str, Role]) -> str | None:
    """Return one name of two that stand below each other."""
    if below is None or below == top:
        return top
    if top and field_units.is_unit(below):
        return f"{top}（{below.strip(field_units.BRACKETS)}）"
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

"""Which rows of a table are wanted, as the address of the page says it, and back.

``search`` holds words, ``order`` a column (with "-" before it the largest first), ``part`` the
page of rows, and each ``where`` a condition on a column: a value, ``low..high``, ``~text`` or
``empty()``.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carbonpeak.data.catalogue import Table
from carbonpeak.data.table_rows import LONGEST_SEARCH, Condition, Wanted
from carbonpeak.figures.choices import SHOWN_LENGTH

SEARCH, ORDER, PART, WHERE = "search", "order", "part", "where"
NAMES = (SEARCH, ORDER, PART, WHERE)
EMPTY, TEXT, DOWN = "empty()", "~", "-"
MOST_CONDITIONS = 200
NUMBER = r"-?\d{1,18}(?:\.\d{1,12})?"
BOUNDS = re.compile(rf"({NUMBER})?\.\.({NUMBER})?", re.ASCII)
NUMERIC = ("integer", "number")


@dataclass(frozen=True)
class Address:
    """What an address asks of a table: rows, which page of them, and what is not known of it."""

    wanted: Wanted
    part: int = 1
    unknown: tuple[tuple[str, str], ...] = ()


def read(table: Table, raw: Mapping[str, Sequence[str]]) -> Address:
    """Return what the values of an address ask of a table; what it does not have is noted."""
    unknown: list[tuple[str, str]] = []
    order = (raw.get(ORDER) or [""])[-1]
    if order and order.removeprefix(DOWN) not in _columns(table):
        unknown.append((ORDER, order[:SHOWN_LENGTH]))
        order = ""
    wanted = Wanted(
        table.name,
        tuple(_conditions(table, raw.get(WHERE, ()), unknown)),
        (raw.get(SEARCH) or [""])[-1],
        order.removeprefix(DOWN),
        order.startswith(DOWN),
    )
    return Address(wanted, _part((raw.get(PART) or ["1"])[-1], unknown), tuple(unknown))


def written(wanted: Wanted) -> dict[str, list[str]]:
    """Return the values of an address that ask for rows; read again they ask for the same."""
    order = f"{DOWN if wanted.descending else ''}{wanted.order}" if wanted.order else ""
    values = {
        SEARCH: [wanted.search[:LONGEST_SEARCH]],
        ORDER: [order],
        WHERE: [text for one in wanted.conditions for text in _written(one)],
    }
    return {
        name: kept for name, listed in values.items() if (kept := [one for one in listed if one])
    }


def with_condition(wanted: Wanted, column: str, new: Condition | None) -> tuple[Condition, ...]:
    """Return the conditions with another one on a column, or with none."""
    kept = tuple(one for one in wanted.conditions if one.column != column)
    return kept if new is None or new == Condition(column) else (*kept, new)


def condition_on(wanted: Wanted, column: str) -> Condition:
    """Return the condition on a column; one that asks for nothing where there is none."""
    return next((one for one in wanted.conditions if one.column == column), Condition(column))


def _columns(table: Table) -> dict[str, str]:
    return {one.name: one.type for one in table.fields}


def _part(text: str, unknown: list[tuple[str, str]]) -> int:
    if re.fullmatch(r"[1-9]\d{0,5}", text, re.ASCII):
        return int(text)
    unknown.append((PART, text[:SHOWN_LENGTH]))
    return 1


def _conditions(
    table: Table, given: Sequence[str], unknown: list[tuple[str, str]]
) -> Iterator[Condition]:
    """Give one condition for each column; several values of a column are joined."""
    found: dict[str, Condition] = {}
    for text in given[:MOST_CONDITIONS]:
        one = _condition(table, text)
        if one is None:
            unknown.append((WHERE, text[:SHOWN_LENGTH]))
            continue
        before = found.get(one.column)
        is_list = before is not None and before.values is not None and one.values is not None
        values = (*before.values, *one.values) if is_list else one.values  # type: ignore[union-attr,misc]
        found[one.column] = Condition(
            one.column,
            values and tuple(dict.fromkeys(values)),
            one.low,
            one.high,
            one.text,
            one.is_empty,
        )
    yield from found.values()


def _condition(table: Table, text: str) -> Condition | None:
    """Return the condition that a text says, None where it is about no column of the table."""
    column, colon, value = text.partition(":")
    kind = _columns(table).get(column)
    if kind is None or not colon:
        return None
    if value == EMPTY:
        return Condition(column, is_empty=True)
    bounds = BOUNDS.fullmatch(value)
    if bounds and kind in NUMERIC:
        low, high = (float(one) if one else None for one in bounds.groups())
        return Condition(column, low=low, high=high)
    if value.startswith(TEXT):
        return Condition(column, text=value[1:][:LONGEST_SEARCH])
    return Condition(column, (value[:LONGEST_SEARCH],))


def _written(one: Condition) -> Iterator[str]:
    for value in one.values or ():
        yield f"{one.column}:{value}"
    if one.low is not None or one.high is not None:
        yield f"{one.column}:{_bound(one.low)}..{_bound(one.high)}"
    if one.text:
        yield f"{one.column}:{TEXT}{one.text}"
    if one.is_empty:
        yield f"{one.column}:{EMPTY}"


def _bound(value: float | None) -> str:
    if value is None or not math.isfinite(value):
        return ""
    return str(int(value)) if value == int(value) else f"{value:.12f}".rstrip("0")

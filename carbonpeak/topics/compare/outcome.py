"""What a comparison comes to in one number for each entry: a change, a level, or a pace."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from carbonpeak.topics.compare.entries import Entry

Kind = Literal["moved", "level", "needed"]


@dataclass(frozen=True)
class Outcome:
    """The numbers that are compared, from ``start`` to ``end``, by code.

    ``moved``: fractions by which each moved from the first to the last year; ``level``: values of
    the last year; ``needed``: fractions by which each must fall a year after it.
    """

    kind: Kind
    start: int
    end: int
    values: dict[str, float]


def outcome(entries: Sequence[Entry], scale: str) -> Outcome | None:
    """Return what is compared, in years in which all entries with any value have one.

    None where there are none of these.
    """
    known = [one for one in entries if not one.missing]
    common = set.intersection(*(set(one.years) for one in known)) if known else set()
    if not common:
        return None
    start, end = min(common), max(common)
    if scale in ("level", "needed") or start == end:
        start = end
    kind: Kind = "needed" if scale == "needed" else "moved"
    if scale == "change":
        start = end - 1
    elif start == end and scale != "needed":
        kind = "level"
    bare = Outcome(kind, start, end, {})
    return Outcome(kind, start, end, {one.code: _value(one, bare, scale) for one in known})


def beside(one: Entry, found: Outcome, scale: str) -> float | None:
    """Return the number of a reference in the same years, None where it has no value there."""
    needed = {found.end} if scale == "change" else {found.start, found.end}
    return _value(one, found, scale) if needed <= set(one.years) else None


def _value(one: Entry, found: Outcome, scale: str) -> float:
    if found.kind != "moved" or scale == "change":
        return one.value(found.end)
    return one.value(found.end) / one.value(found.start) - 1

"""Rows of a CSV file that are not whole: all are told of at once, and what they leave unknown."""

from dataclasses import dataclass

from carbonpeak.data.facility.engine import MOST_LEFT_OUT, Engine
from carbonpeak.incoming.facility.staging import Staged
from carbonpeak.incoming.findings import Finding

OPEN_QUOTE = "row.quotes"


@dataclass(frozen=True)
class LeftOut:
    """Rows that were left out, by their number in the file, and what is said of them.

    ``hides_rest`` where nothing can be said of the other rows: behind an open quote they are part
    of its cell, and beyond the most that are told of, rows are left out without a word.
    """

    rows: frozenset[int]
    findings: tuple[Finding, ...]
    hides_rest: bool


def found(engine: Engine, staged: Staged) -> LeftOut:
    """Return what was left out of the texts of an engine, once a select has read them."""
    left = engine.rows("left_out")
    is_open = left["rule"] == OPEN_QUOTE
    told = left[left["row"] <= left.loc[is_open, "row"].min()] if is_open.any() else left
    alike = told.groupby(["rule", "value"], sort=False)["row"].agg(["min", "size"])
    findings = tuple(
        staged.finding(rule, staged.counted(value, count), int(row))
        for (rule, value), row, count in alike.itertuples(name=None)
    )
    hides_rest = bool(is_open.any()) or len(left) >= MOST_LEFT_OUT
    return LeftOut(frozenset(map(int, left["row"])), findings, hides_rest)

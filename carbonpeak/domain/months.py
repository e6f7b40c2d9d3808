"""Months as texts ("2026-08"): reckoning with them, and the month that it is now."""

import os
from datetime import date

from carbonpeak.data.faults import DataFault, said

# Fixes the day from which ages are counted ("2026-11-28"): a report made again says the same.
TODAY = "CARBONPEAK_TODAY"


class DayError(DataFault):
    """The day that is set is none."""


def today() -> date:
    """Return the day it is, or the one that is set; DayError where that is none."""
    fixed = os.environ.get(TODAY)
    if not fixed:
        return date.today()
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        raise DayError(said("day.none", name=TODAY, text=fixed[:40])) from None


def this_month() -> str:
    """Return the month it is."""
    return text_of(count(today().strftime("%Y-%m")))


def count(month: str) -> int:
    """Return the months since year nought, to reckon with."""
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def text_of(months: int) -> str:
    """Return so many months since year nought as a month."""
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def between(first: str, last: str) -> int:
    """Return how many months one month lies after another."""
    return count(last) - count(first)


def span(first: str, last: str) -> tuple[str, ...]:
    """Return all months from one to another, both included."""
    return tuple(text_of(one) for one in range(count(first), count(last) + 1))

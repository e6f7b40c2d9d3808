"""Whether a number that a document asks for is reached, by the latest value that is known."""

import math
from dataclasses import dataclass
from typing import Literal

from carbonpeak.indicators.progress import due
from carbonpeak.thresholds import RATIO_TOLERANCE

# reached; due and not reached; a fall ahead of, behind or against its steady path; not due yet.
State = Literal["met", "missed", "ahead", "late", "rose", "open"]
Way = Literal["up", "down", "fall"]


@dataclass(frozen=True)
class Goal:
    """What is asked for: at least (up), at most (down), or a fall in % against a base year.

    ``bound`` in the goal's own unit; the years are None where the document names none.
    """

    way: Way
    bound: float
    base_year: int | None
    target_year: int | None


@dataclass(frozen=True)
class Reading:
    """The latest value: its year, and the least and the greatest that it may mean."""

    year: int
    low: float
    high: float


def reading(year: int, reached: float, qualifier: str | None) -> Reading:
    """Return a value with what its qualifier leaves open.

    "at least" and "more than" leave everything above open, "about" half the last digit shown.
    """
    if qualifier in ("at least", "more than"):
        return Reading(year, reached, math.inf)
    spread = 0.5 * 10.0 ** -_digits(reached) if qualifier == "about" else 0.0
    return Reading(year, reached - spread, reached + spread)


def distance(goal: Goal, reached: float) -> float:
    """Return what is left to do in the unit of the goal, 0 or less where it is reached."""
    return reached - goal.bound if goal.way == "down" else goal.bound - reached


def judge(goal: Goal, known: Reading) -> State:
    """Return the state; open where the value leaves it open or the goal is not due yet."""
    reached = _reaches(goal, goal.bound, known)
    if reached:
        return "met"
    if goal.target_year is None:
        return "open"
    if known.year >= goal.target_year:
        return "missed" if reached is False else "open"
    return _on_the_way(goal, known) if goal.way == "fall" else "open"


def due_by(goal: Goal, year: int) -> float | None:
    """Return the fall in % that a steady path asks for by a year; None without both years."""
    if goal.base_year is None or goal.target_year is None or goal.bound >= 100:
        return None
    span = goal.target_year - goal.base_year
    return -100 * due(goal.bound / 100, year - goal.base_year, span)


def _on_the_way(goal: Goal, known: Reading) -> State:
    asked = due_by(goal, known.year)
    if known.high <= 0:
        return "rose"
    if asked is None:
        return "open"
    is_ahead = _reaches(goal, asked, known)
    return "open" if is_ahead is None else "ahead" if is_ahead else "late"


def _reaches(goal: Goal, bound: float, known: Reading) -> bool | None:
    """Return whether a value is at its bound or beyond, None where it may be either."""
    if goal.way == "down":
        surely, never = known.high <= bound + RATIO_TOLERANCE, known.low > bound
    else:
        surely, never = known.low >= bound - RATIO_TOLERANCE, known.high < bound
    return True if surely else False if never else None


def _digits(value: float) -> int:
    """Return the decimals that a number is written with."""
    text = f"{value:.6f}".rstrip("0")
    return len(text.partition(".")[2])

"""What the cards of several topics say of a target."""

from typing import Any

import pandas as pd

from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import TARGET_YEAR
from carbonpeak.words import sentences
from carbonpeak.words.numbers import enough_digits, percent
from carbonpeak.words.speaker import Speaker


def target_lines(
    target: float, stand: "pd.Series[Any]", year: int, tell: Speaker
) -> tuple[str, str, str]:
    """Return progress against time, the year against the steady rate, and what is needed after."""
    return (_reached(stand, tell), _in_year(target, stand, year, tell), _needed(stand, year, tell))


def _reached(stand: "pd.Series[Any]", tell: Speaker) -> str:
    """Return progress against time; where the intensity rose there is no share of the target."""
    due = percent(stand["schedule"], 0)
    if stand["progress"] <= 0:
        return tell("card.progress.rose", schedule=due)
    digits = enough_digits(100 * stand["progress"], 1, 100 * stand["schedule"])
    return tell("card.progress", progress=percent(stand["progress"], digits), schedule=due)


def _in_year(target: float, stand: "pd.Series[Any]", year: int, tell: Speaker) -> str:
    """Return the change in the year against the steady rate of the path."""
    change = sentences.moved(float(stand["change"]), tell, float(stand["due_in_year"]))
    return tell("card.year", year=year, moved=change, rate=percent(rules.yearly_rate(target), 2))


def _needed(stand: "pd.Series[Any]", year: int, tell: Speaker) -> str:
    """Return the yearly fall still needed, or that the target is passed already."""
    rate = float(stand["rate_needed"])
    if rate <= 0:
        return tell("template.card.passed", last=TARGET_YEAR)
    words = {"first": year + 1, "last": TARGET_YEAR, "rate": percent(rate, 2)}
    return tell("card.needed", **words)

"""What the cards of several topics say of a target."""

from typing import Any

import pandas as pd

from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import TARGET_YEAR
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker


def target_lines(
    target: float, stand: "pd.Series[Any]", year: int, tell: Speaker
) -> tuple[str, str, str]:
    """Return progress against time, the year against the steady rate, and what is needed after."""
    reached, due = percent(stand["progress"]), percent(stand["schedule"], 0)
    change, rate = percent(stand["change"], 1, sign=True), percent(rules.yearly_rate(target), 2)
    return (
        tell("card.progress", progress=reached, schedule=due),
        tell("card.year", year=year, change=change, rate=rate),
        _needed(stand["rate_needed"], year, tell),
    )


def _needed(rate: float, year: int, tell: Speaker) -> str:
    """Return the yearly fall still needed, or that the target is passed already."""
    if rate <= 0:
        return tell("template.card.passed", last=TARGET_YEAR)
    words = {"first": year + 1, "last": TARGET_YEAR, "rate": percent(rate, 2)}
    return tell("card.needed", **words)

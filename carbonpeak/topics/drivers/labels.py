"""The words of a decomposition: what and where, amounts and ratios, standings and sources."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import doubts
from carbonpeak.domain.view import View, provinces, region_names
from carbonpeak.figures import labels
from carbonpeak.figures.origin import INTENSITY_SOURCES
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words.numbers import (
    TCE_PER_1E4_TCE,
    co2,
    co2_scale,
    energy,
    is_missing,
    number,
    percent,
)
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

# Shown digits of an amount grow as it gets small: from this many units on, none is needed.
PLAIN_FROM, FINE_BELOW = 1000.0, 10.0
RATIO_DIGITS = 3


def place(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return where the change happened: all industry, a province, a division or both."""
    region, sector = _names(data, question, tell)
    if region and sector:
        return tell("drivers.pair", region=region, sector=sector)
    return region or sector or tell("drivers.nation")


def scope(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return what is summed, for a subtitle."""
    region, sector = _names(data, question, tell)
    if region and sector:
        return tell("drivers.scope.pair", region=region, sector=sector)
    kind = "region" if region else "sector" if sector else "nation"
    return tell(f"drivers.scope.{kind}", name=region or sector)


def what(question: Question, tell: Speaker) -> str:
    """Return what is decomposed, with its basis."""
    return tell(f"drivers.what.{question.measure}.{question.basis_name}")


def driver_names(question: Question, tell: Speaker) -> dict[str, str]:
    """Return the words of every driver of a question, and of ``net``."""
    return {one: tell(f"driver.{one}") for one in (*question.drivers, "net")}


def unit(question: Question, tell: Speaker) -> str:
    """Return the unit of amounts."""
    return tell(f"unit.{question.measure}")


def scale(measure: str, tell: Speaker) -> float:
    """Return tonnes per unit of amounts."""
    return TCE_PER_1E4_TCE if measure == "energy" else co2_scale(tell.lang)


def amounts(largest_t: float, measure: str, tell: Speaker) -> Callable[[float, bool], str]:
    """Return what writes an amount, with or without its sign, in digits that suit the largest."""
    units = abs(largest_t) / scale(measure, tell)
    digits = 0 if units >= PLAIN_FROM else 1 if units >= FINE_BELOW else 2

    def write(tonnes: float, sign: bool) -> str:
        if measure == "energy":
            return energy(tonnes, digits, sign)
        return co2(tonnes, tell.lang, digits, sign)

    return write


def ratio(value: float, tell: Speaker) -> str:
    """Return a ratio, or that it cannot be calculated."""
    if is_missing(value):
        return tell("missing.no_value_added")
    return number(value, RATIO_DIGITS)


def of_start(row: "pd.Series[Any]", column: str, tell: Speaker) -> str:
    """Return an effect as percent of the first year, or that it cannot be calculated."""
    if not row["start_t"] > 0:
        return tell("missing.no_value_added")
    return percent(row[column] / row["start_t"], 1, sign=True)


def doubtful(data: Dataset, question: Question) -> set[str]:
    """Return the provinces whose figures prices or a jump may have made, over these years."""
    if question.first >= question.last:
        return set()
    table = doubts.of_regions(data, View(question.measure, year=question.last), question.first)
    covered = provinces(data)["in_inventory"]
    return {str(code) for code in table.index[table["is_doubtful"]] if covered[code]}


def standings(question: Question) -> tuple[str, ...]:
    """Return what the effects are: derived, from what is reconstructed or recalled."""
    early = ("unverified",) if question.first < BASE_YEAR else ()
    rebuilt = question.measure == "co2" and question.last >= BASE_YEAR
    return ("derived", *(("reconstructed",) if rebuilt else ()), *early)


def sources(question: Question) -> tuple[str, ...]:
    """Return the sources of a question; CO2 also rests on energy and on apparent cement CO2."""
    if question.measure == "energy":
        return INTENSITY_SOURCES["energy"]
    apparent = ("ceads-apparent",) if question.has_process else ()
    return ("ceads-energy", *INTENSITY_SOURCES["co2"], *apparent)


def _names(data: Dataset, question: Question, tell: Speaker) -> tuple[str, str]:
    region, sector = question.region_code, question.sector_code
    gap = "" if tell.lang == "zh" else " "
    mark = f"{gap}{DOUBT}" if region and region in doubtful(data, question) else ""
    name = region_names(data, tell.lang)[region] + mark if region else ""
    return name, labels.sector(data, sector, tell) if sector else ""

"""The words of a decomposition: what and where, amounts and ratios, standings and sources."""

from dataclasses import replace
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.power import WITHOUT_POWER
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.origin import INTENSITY_SOURCES
from carbonpeak.figures.table import Cell, Form, known, percent_form
from carbonpeak.topics.drivers import analysis_gaps
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words.numbers import number
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

RATIO = Form(digits=3)
OF_START = percent_form(1, sign=True)
# The kind of missing where the first or the last year is zero.
NO_RATIO = "no_ratio"


def place(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return where the change happened: all industry, a province, a division or both."""
    region, sector = _names(data, question, tell)
    mark = _mark(data, question, tell)
    if region and sector:
        return tell("drivers.pair", region=region, sector=sector) + mark
    if region:
        return tell("drivers.of_region", region=region) + mark
    return sector or tell("drivers.nation")


def place_of_parts(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return the place whose parts a title names, with a colon; nothing for all industry."""
    if not (question.region_code or question.sector_code):
        return ""
    return tell("drivers.members.place", place=place(data, question, tell))


def scope(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return what is summed, for a subtitle."""
    region, sector = _names(data, question, tell)
    if region:
        key, marked = "pair" if sector else "region", region + _mark(data, question, tell)
        return tell(f"drivers.scope.{key}", name=marked, region=marked, sector=sector)
    lacking, counted = _summed(data, question)
    without = tell("drivers.without", names=and_names(data, lacking, tell)) if lacking else ""
    key = "sector" if sector else "nation"
    return tell(f"drivers.scope.{key}", name=sector, count=counted, without=without)


def sector_name(data: Dataset, code: str, tell: Speaker) -> str:
    """Return the name of a division, or of all industry but power and heat."""
    return tell("power.without") if code == WITHOUT_POWER else labels.sector(data, code, tell)


def what(question: Question, tell: Speaker) -> str:
    """Return what is decomposed, with its basis."""
    return tell(f"drivers.what.{question.measure}.{question.basis_name}")


def subtitle(key: str, data: Dataset, question: Question, tell: Speaker, **given: object) -> str:
    """Return a subtitle: what, where, between which years, and what is given (the unit)."""
    words = {"first": question.first, "last": question.last}
    measured = {"what": what(question, tell), "scope": scope(data, question, tell)}
    return tell(key, **(measured | words | given))


def driver_names(question: Question, tell: Speaker) -> dict[str, str]:
    """Return the words of every driver of a question, and of ``net``."""
    return {name: tell(f"driver.{name}") for name in (*question.drivers, "net")}


def amount_form(largest_t: float, question: Question, tell: Speaker, sign: bool = True) -> Form:
    """Return how amounts are written: in the unit and digits that suit the largest of them."""
    return replace(labels.fitting_form(largest_t, question.measure, tell), sign=sign)


def change(share: float, tell: Speaker) -> str:
    """Return how an amount moved, a fraction of the first year, in a word of direction."""
    return moved(share, tell, amount=True)


def points(share: float, tell: Speaker) -> str:
    """Return what a driver did, a fraction of the first year, in points and a word of direction."""
    size = number(100 * abs(share), 1)
    if size == number(0.0, 1):
        return tell("drivers.moved.same")
    return tell("drivers.moved.added" if share > 0 else "drivers.moved.took_off", size=size)


def amount_moved(change_t: float, question: Question, tell: Speaker, of_t: float = 0.0) -> str:
    """Return a change in a word of direction with the bare amount, in digits that suit ``of_t``."""
    form = amount_form(of_t or change_t, question, tell, sign=False)
    amount = form.text(abs(change_t))
    if amount == form.text(0.0):
        return tell("drivers.amount.same")
    key = "drivers.amount.rose" if change_t > 0 else "drivers.amount.fell"
    return tell(key, amount=f"{amount} {form.unit}")


def ratio(value: float, tell: Speaker) -> Cell:
    """Return a ratio, or that it cannot be calculated."""
    return known(value, RATIO, NO_RATIO, tell("missing.no_value_added"))


def of_start(row: "pd.Series[Any]", column: str, tell: Speaker) -> Cell:
    """Return an effect as percent of the first year, or that it cannot be calculated."""
    share = row[column] / row["start_t"] if row["start_t"] > 0 else None
    return known(share, OF_START, NO_RATIO, tell("missing.no_value_added"))


def and_names(data: Dataset, region_codes: tuple[str, ...], tell: Speaker) -> str:
    """Return provinces by name, the last joined by "and"."""
    return and_listed([region_names(data, tell.lang)[code] for code in region_codes], tell)


def and_listed(items: list[str], tell: Speaker) -> str:
    """Return items as a list within a sentence, the last joined by "and"; nothing for none."""
    if len(items) < 2:
        return "".join(items)
    return tell("drivers.and", others=tell.listed(items[:-1]), last=items[-1])


def standings(data: Dataset, question: Question) -> tuple[str, ...]:
    """Return what the effects are: derived, from what is reconstructed or recalled."""
    rebuilt = ("reconstructed",) if analysis_gaps.is_rebuilt(data, question) else ()
    recalled = ("unverified",) if question.first < analysis_gaps.verified_from(data) else ()
    return ("derived", *rebuilt, *recalled)


def sources(question: Question) -> tuple[str, ...]:
    """Return the sources of a question; CO2 also rests on energy and on apparent cement CO2."""
    if question.measure == "energy":
        return INTENSITY_SOURCES["energy"]
    apparent = ("ceads-apparent",) if question.has_process else ()
    return ("ceads-energy", *INTENSITY_SOURCES["co2"], *apparent)


def _names(data: Dataset, question: Question, tell: Speaker) -> tuple[str, str]:
    """Return the names of the province and of the division."""
    region, sector = question.region_code, question.sector_code
    name = region_names(data, tell.lang)[region] if region else ""
    return name, sector_name(data, sector, tell) if sector else ""


def _mark(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return the mark of a doubtful province, nothing for any other place."""
    is_doubtful = question.region_code in analysis_gaps.doubtful(data, question)
    return tell.sentences(("", DOUBT)) if is_doubtful else ""


def _summed(data: Dataset, question: Question) -> tuple[tuple[str, ...], int]:
    """Return the provinces that are not in a sum over all, and how many are."""
    gaps = analysis_gaps.coverage(data)
    unsplit = gaps.unsplit if question.sector_code else ()
    return tuple(sorted({*unsplit, *gaps.absent})), len(gaps.covered) - len(unsplit)

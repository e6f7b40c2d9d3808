"""The cells of the page's tables: numbers in full precision, and why one is missing.

The kinds of missing are ``no_data`` (no inventory), ``not_split`` (the split by sector is not
usable), ``no_maximum`` (a series of zeros), ``not_tested`` (too few years after the maximum),
``no_years_since`` (the maximum is the last year) and ``no_value_added``.
"""

from typing import Any

from carbonpeak.figures.table import YEAR, Cell, Form, missing, number, percent_form, words
from carbonpeak.topics.peak import labels
from carbonpeak.topics.peak.labels import Row
from carbonpeak.words.numbers import co2_scale, is_missing
from carbonpeak.words.speaker import Speaker

COUNT = Form()
P_VALUE = Form(digits=3)
CHANGE = percent_form(sign=True)
WITHOUT_SERIES = ("no_data", "not_split")


def state(row: Row, tell: Speaker) -> Cell:
    """Return a state, or why there is none, with its symbol."""
    return words(labels.state(row["state"], tell), value=str(row["state"]))


def year(row: Row, column: str, tell: Speaker) -> Cell:
    """Return the year of the maximum or the last one, missing where the series has none."""
    return _whole(row, column, YEAR, tell)


def count(row: Row, column: str, tell: Speaker) -> Cell:
    """Return how many years lie after the maximum, or how many of them have data."""
    return _whole(row, column, COUNT, tell)


def amount(value: Any, form: Form, tell: Speaker) -> Cell:
    """Return an amount of CO2, t."""
    if is_missing(value):
        return missing("no_data", tell("missing.no_data"), form)
    return number(float(value), form)


def below_maximum(row: Row, tell: Speaker) -> Cell:
    """Return how far the last year lies below the maximum, a fraction."""
    form = percent_form()
    if is_missing(row["below_maximum"]):
        return missing(_why(row), tell("peak.none"), form)
    return number(float(row["below_maximum"]), form)


def s(row: Row, tell: Speaker) -> Cell:
    """Return the test's S, missing where there is no test."""
    if is_missing(row["p"]):
        return missing("not_tested", tell("peak.none"), COUNT)
    return number(int(row["s"]), COUNT)


def p(row: Row, tell: Speaker) -> Cell:
    """Return the test's p, missing where there is no test."""
    if is_missing(row["p"]):
        return missing("not_tested", tell("peak.none"), P_VALUE)
    return number(float(row["p"]), P_VALUE, text=labels.probability(row["p"]))


def value_added(row: Row, tell: Speaker) -> Cell:
    """Return how value added changed since the maximum, a fraction."""
    if row["years_after"] == 0:
        return missing("no_years_since", tell("peak.none"), CHANGE)
    if is_missing(row["value_added_change"]):
        return missing("no_value_added", tell("peak.unknown_added"), CHANGE)
    return number(float(row["value_added_change"]), CHANGE)


def gaps(row: Row, tell: Speaker) -> Cell:
    """Return the years without data, in files set apart by blanks."""
    years = [str(missing_year) for missing_year in row["gaps"]]
    return words(tell.listed(years) or tell("peak.no_gaps"), value=" ".join(years))


def table_form(tell: Speaker) -> Form:
    """Return how CO2 is written where provinces stand in one column, large and small."""
    digits = 0 if tell.is_chinese else 1
    return Form(unit=tell("unit.co2"), per=co2_scale(tell.lang), digits=digits)


def _whole(row: Row, column: str, form: Form, tell: Speaker) -> Cell:
    if is_missing(row[column]):
        return missing(_why(row), tell("peak.none"), form)
    return number(int(row[column]), form)


def _why(row: Row) -> str:
    state_code = str(row["state"])
    return state_code if state_code in WITHOUT_SERIES else "no_maximum"

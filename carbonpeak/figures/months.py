"""The words of monthly series: names, periods, values, how they moved on the year."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import monthly
from carbonpeak.figures.table import Cell, Form, missing, number
from carbonpeak.figures.table import words as cell
from carbonpeak.words.numbers import enough_digits, is_missing
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# Unit of the tables: its key among the words, and how many of the Chinese unit one of it makes.
UNITS = {
    "%": ("percent", 1),
    "TWh": ("twh", 10),
    "g/kWh": ("g_kwh", 1),
    "Mt": ("mt", 100),
    "bn m3": ("bn_m3", 10),
    "CNY/t": ("cny_t", 1),
}
# Decimals of units that are the same in both languages.
DIGITS = {"g_kwh": 0, "cny_t": 2}
# What a first sentence on another page names.
NAMED_FIRST = (monthly.INTENSITY, "value_added_growth", "fossil_power")


def name(code: str, tell: Speaker) -> str:
    """Return the name of a series."""
    return tell(f"monthly.{code}")


def named(code: str, tell: Speaker) -> str:
    """Return the name of a series within a sentence: small, unless its first word is a formula."""
    plain = name(code, tell)
    return plain if plain[1:2].isupper() else plain[:1].lower() + plain[1:]


def period(text: str, tell: Speaker) -> str:
    """Return a month, or January and February as one, in words."""
    year, month = text.split("-")
    if "/" in month:
        return tell("monthly.pair", year=year)
    return tell("monthly.month", year=year, month=int(month))


def form(row: "pd.Series[Any]", tell: Speaker) -> Form:
    """Return how the value of a row is written: a change with its sign, else in the unit it has."""
    key, per_chinese = UNITS[str(row["unit"])]
    unit = tell(f"monthly.unit.{key}")
    if key == "percent":
        digits = enough_digits(float(row["value"]), 1)
        return Form(unit=unit, digits=digits, sign=True, suffix="%")
    scale = per_chinese if tell.is_chinese else 1
    digits = DIGITS.get(key, 0 if scale > 1 else 1)
    return Form(unit=unit, times=scale, digits=digits)


def value_cell(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the value of a row with its unit."""
    own = form(row, tell)
    text = own.text(float(row["value"]))
    unit = "" if own.suffix else f" {own.unit}"
    return number(float(row["value"]), own, text=text + unit)


def period_cell(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the period of a row, in files as the tables have it."""
    return cell(period(str(row["period"]), tell), value=str(row["period"]))


def change_cell(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the change on the year, a fraction, or that none is known."""
    change = row["change"]
    if is_missing(change):
        return missing("none", tell("known.none"), Form("%", times=100, digits=1, suffix="%"))
    digits = enough_digits(100 * float(change), 1)
    return number(float(change), Form("%", times=100, digits=digits, sign=True, suffix="%"))


def sentence(row: "pd.Series[Any]", code: str, tell: Speaker) -> str:
    """Return how a series moved on the year in a period, or its level where that is not known."""
    words = {"name": named(code, tell), "period": period(str(row["period"]), tell)}
    if is_missing(row["change"]):
        return tell("monthly.level", value=value_cell(row, tell).text, **words)
    is_amount = code not in (monthly.INTENSITY, "grid_intensity")
    change = moved(float(row["change"]), tell, amount=is_amount)
    return tell("monthly.on_year", moved=change, **words)


def newest(data: Dataset, tell: Speaker) -> str:
    """Return the newest months of a few series in one line, for the pages that lead to them."""
    rows = monthly.newest(data)
    known = [code for code in NAMED_FIRST if code in rows.index]
    said = [sentence(rows.loc[[code]].iloc[0], code, tell) for code in known]
    return tell("monthly.newest", items=tell.clauses(said))

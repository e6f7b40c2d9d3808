"""The words of one cell, tick or label: names, tiers, amounts, and why a number is missing."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.addresses import addresses
from carbonpeak.domain.view import TARGETS, View, region_names
from carbonpeak.figures.table import Cell, Form, missing, percent_form, words
from carbonpeak.figures.table import number as number_cell
from carbonpeak.indicators import progress
from carbonpeak.indicators.tiers import ORDER as TIERS
from carbonpeak.thresholds import BASE_YEAR, JUMP_SHARE, PRICE_GAP
from carbonpeak.words import citations
from carbonpeak.words.numbers import (
    as_written,
    co2_scale,
    energy_scale,
    enough_digits,
    is_missing,
    number,
    percent,
    small_scale,
)
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT, LICENCES, TIER_SYMBOLS

# Shown digits of an amount grow as it gets small: from this many units on, none is needed.
PLAIN_FROM, FINE_BELOW = 1000.0, 10.0


def name(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the name that stands in a row."""
    return str(row[f"name_{tell.lang}"])


def sector(data: Dataset, code: str, tell: Speaker) -> str:
    """Return the short name of a division."""
    return sectors.names(data, tell.lang)[code]


def plan_industry(data: Dataset, code: str, tell: Speaker) -> str:
    """Return a key industry of the peaking plan, named as one of the plan."""
    name = sectors.plan_industries(data, tell.lang)[code]
    return tell("plan.industry", name=name[:1].lower() + name[1:])


def doubt(row: "pd.Series[Any]") -> str:
    """Return the mark of a row that prices or a jump in the data may have made."""
    return DOUBT if row["is_doubtful"] else ""


def doubt_marks(row: "pd.Series[Any]") -> tuple[str, ...]:
    """Return the mark of doubt of a row as a cell of a table holds it."""
    return ("doubtful",) if row["is_doubtful"] else ()


def place_cell(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return a province by its name, with the mark of doubt where it has one."""
    plain = name(row, tell)
    return words(f"{plain} {doubt(row)}".strip(), value=plain, marks=doubt_marks(row))


def doubt_note(tell: Speaker) -> str:
    """Return what the mark of doubt means, with its thresholds."""
    return tell("regions.doubt_note", gap=number(100 * PRICE_GAP), jump=percent(JUMP_SHARE, 0))


def tier(state: str, tell: Speaker) -> str:
    """Return a tier, or the kind of missing, as a symbol and words."""
    return f"{TIER_SYMBOLS[state]} {tell(f'tier.{state}')}"


def tier_cell(state: str, tell: Speaker, more: str = "", marks: Sequence[str] = ()) -> Cell:
    """Return a tier by its code, or the kind of missing; ``more`` follows its words."""
    text = tier(state, tell) + more
    if state in TIERS:
        return words(text, value=state, marks=marks)
    return missing(state, text)


def quantity(view: View, tell: Speaker) -> str:
    """Return what is summed by division: final energy, or CO2 with a basis other than all."""
    words = tell(f"sectors.{view.measure}")
    if view.basis != "energy_related":
        return words
    return f"{words} ({tell('basis.energy_related')})"


def region_list(data: Dataset, codes: Iterable[str], tell: Speaker) -> str:
    """Return the names of provinces as a list within a sentence."""
    names = region_names(data, tell.lang)
    return tell.enumerated(names[code] for code in codes)


def sum_of(data: Dataset, tell: Speaker) -> str:
    """Return how many provinces the sums of divisions hold, in words."""
    return tell("sectors.sum_of", count=len(sectors.coverage(data).counted))


def scope(data: Dataset, tell: Speaker) -> str:
    """Return which provinces the sums of divisions hold."""
    found = sectors.coverage(data)
    left_out = region_list(data, found.left_out, tell)
    return tell("sectors.scope", count=len(found.counted), names=left_out)


def scope_note(data: Dataset, tell: Speaker) -> str:
    """Return which provinces the sums of divisions leave out, and what shares are of."""
    found = sectors.coverage(data)
    unsplit = region_list(data, found.unsplit, tell)
    return tell("sectors.scope_note", count=len(found.counted), names=unsplit)


def own_target(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return a region's own target with its qualifier, and that it is unverified where it is."""
    size = as_written(-row["change_pct"] / 100) + qualifier(row["qualifier"], tell)
    text = tell("regions.own_size", size=size)
    unverified = row["standing"] == "unverified"
    return text + tell("qualifier.unverified") if unverified else text


def qualifier(given: object, tell: Speaker) -> str:
    """Return the words of a qualifier of the register, nothing where there is none."""
    keys = {"at least": "qualifier.at_least", "draft": "qualifier.draft"}
    return tell(keys[str(given)]) if str(given) in keys else ""


def licence(terms: str, tell: Speaker) -> str:
    """Return terms of use as the tables give them, or in Chinese what they mean."""
    # Sources of own figures may have terms of their own.
    return LICENCES.get(terms, terms) if tell.is_chinese else terms


def citation(cited: str, tell: Speaker) -> str:
    """Return a citation as the tables give it, or in Chinese.

    That of one row is in Chinese the name of its source: only its addresses are left to say.
    """
    if not tell.is_chinese:
        return cited
    return citations.IN_CHINESE.get(cited) or " ".join(addresses(cited))


def document(name: str, cited: str, tell: Speaker) -> str:
    """Return what document a row rests on: its citation, in Chinese the name of its source."""
    return name if tell.is_chinese and cited not in citations.IN_CHINESE else citation(cited, tell)


def amount(tonnes: float, measure: str, tell: Speaker) -> str:
    """Return an amount of energy (tce) or CO2 (t) without its unit."""
    return amount_form(measure, tell).text(tonnes)


def amount_form(measure: str, tell: Speaker, digits: int | None = None) -> Form:
    """Return how an amount of energy (tce) or CO2 (t) is written: its unit and decimals.

    Without ``digits`` as in a ranking: whole numbers, but one decimal for Mt and Mtce.
    """
    per = energy_scale(tell.lang) if measure == "energy" else co2_scale(tell.lang)
    fewest = 0 if tell.is_chinese else 1
    shown = fewest if digits is None else digits
    return Form(unit=tell(f"unit.{measure}"), per=per, digits=shown)


def fitting_form(largest: float, measure: str, tell: Speaker) -> Form:
    """Return how amounts (tce or t) are written of which this is the largest.

    In the next smaller unit where it is below one, and in digits that suit it: a column of small
    amounts is no column of 0.00.
    """
    usual = amount_form(measure, tell)
    is_small = 0 < abs(largest) < usual.per
    per = small_scale(tell.lang) if is_small else usual.per
    units = abs(largest) / per
    # A Mtce is a hundred of the Chinese unit: a place whose energy moved by less would read 0.
    fewest = usual.digits if measure == "energy" else 0
    digits = fewest if units >= PLAIN_FROM else 1 if units >= FINE_BELOW else 2
    return Form(tell(f"unit.{measure}.small") if is_small else usual.unit, per=per, digits=digits)


def known_cell(value: float | None, form: Form, kind: str, tell: Speaker) -> Cell:
    """Return a number, or its kind of missing in the words that all tables have for it."""
    if value is None or is_missing(value):
        return missing(kind, tell(f"missing.{kind}"), form)
    return number_cell(float(value), form)


def needed_cell(rate: float | None, kind: str, tell: Speaker) -> Cell:
    """Return the yearly fall still needed; where the target is passed, words and the number."""
    form = percent_form(2)
    if rate is None or is_missing(rate) or rate > 0:
        return known_cell(rate, form, kind, tell)
    return number_cell(float(rate), form, text=tell("rate.passed"))


def progress_cell(row: "pd.Series[Any]", kind: str, tell: Speaker) -> Cell:
    """Return the share of the target reached; where the intensity rose, words and the number.

    With as many decimals as it takes to lie on its side of the schedule.
    """
    value = row["progress"]
    if is_missing(value):
        return known_cell(value, percent_form(), kind, tell)
    digits = enough_digits(100 * value, 1, 100 * row["schedule"])
    text = tell("progress.rose") if value <= 0 else ""
    return number_cell(float(value), percent_form(digits), text=text)


def change_cell(
    value: float | None,
    kind: str,
    tell: Speaker,
    more: str = "",
    marks: Sequence[str] = (),
    due: float = 0.0,
) -> Cell:
    """Return a change, a fraction, as percent with its sign; ``more`` follows the number.

    ``due`` is the change it is judged by: the number has as many decimals as it takes to lie on its
    side of it, and to have its sign.
    """
    if value is None or is_missing(value):
        return known_cell(value, percent_form(sign=True), kind, tell)
    bound = 0.0 if is_missing(due) else due
    form = percent_form(enough_digits(100 * float(value), 1, 100 * bound), sign=True)
    return number_cell(float(value), form, text=form.text(float(value)) + more, marks=marks)


def due_note(view: View, tell: Speaker) -> tuple[str, ...]:
    """Return what the schedule asks for by the year of the view, nothing where targets differ."""
    if view.target != "national":
        return ()
    target = TARGETS[view.measure]
    asked = percent(-progress.due(target, view.year - BASE_YEAR), 2)
    rate = percent(progress.yearly_rate(target), 2)
    return (tell("regions.due", year=view.year, due=asked, rate=rate),)


def basis(view: View, tell: Speaker) -> str:
    """Return the words of the view's basis."""
    return tell(f"basis.{view.basis_name}")


def target(view: View, tell: Speaker) -> str:
    """Return whose target the view judges by, with its size where it is one for all."""
    words = tell(f"target.{view.target}")
    if view.target != "national":
        return words
    return tell("target.size", target=words, size=as_written(TARGETS[view.measure]))

"""The words of one cell, tick or label: names, tiers, amounts, and why a number is missing."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import TARGETS, View
from carbonpeak.thresholds import JUMP_SHARE, PRICE_GAP
from carbonpeak.words.numbers import co2, energy, is_missing, number, percent
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT, LICENCES, TIER_SYMBOLS


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


def doubt_note(tell: Speaker) -> str:
    """Return what the mark of doubt means, with its thresholds."""
    return tell("regions.doubt_note", gap=number(100 * PRICE_GAP), jump=percent(JUMP_SHARE, 0))


def tier(state: str, tell: Speaker) -> str:
    """Return a tier, or the kind of missing, as a symbol and words."""
    return f"{TIER_SYMBOLS[state]} {tell(f'tier.{state}')}"


def quantity(view: View, tell: Speaker) -> str:
    """Return what is summed by division: final energy, or CO2 with a basis other than all."""
    words = tell(f"sectors.{view.measure}")
    if view.basis != "energy_related":
        return words
    return f"{words} ({tell('basis.energy_related')})"


def own_target(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return a region's own target with its qualifier, and that it is unverified where it is."""
    text = percent(row["change_pct"] / 100, 1, sign=True) + qualifier(row["qualifier"], tell)
    unverified = row["standing"] == "unverified"
    return text + tell("qualifier.unverified") if unverified else text


def qualifier(given: object, tell: Speaker) -> str:
    """Return the words of a qualifier of the register, nothing where there is none."""
    keys = {"at least": "qualifier.at_least", "draft": "qualifier.draft"}
    return tell(keys[str(given)]) if str(given) in keys else ""


def licence(terms: str, tell: Speaker) -> str:
    """Return terms of use as the tables give them, or in Chinese what they mean."""
    return LICENCES[terms] if tell.lang == "zh" else terms


def amount(tonnes: float, measure: str, tell: Speaker) -> str:
    """Return an amount of energy (tce) or CO2 (t) without its unit."""
    return energy(tonnes) if measure == "energy" else co2(tonnes, tell.lang)


def fraction(
    value: float | None, missing: str, tell: Speaker, digits: int = 1, sign: bool = False
) -> str:
    """Return a fraction as percent, or in words the kind of missing."""
    if value is None or is_missing(value):
        return tell(f"missing.{missing}")
    return percent(value, digits, sign)


def needed(rate: float | None, missing: str, tell: Speaker) -> str:
    """Return the yearly fall still needed, or that the target is already passed."""
    if rate is not None and not is_missing(rate) and rate <= 0:
        return tell("rate.passed")
    return fraction(rate, missing, tell, 2)


def change(value: float | None, missing: str, tell: Speaker) -> str:
    """Return a change as percent with its sign, or in words the kind of missing."""
    return fraction(value, missing, tell, sign=True)


def basis(view: View, tell: Speaker) -> str:
    """Return the words of the view's basis."""
    return tell(f"basis.{view.basis_name}")


def target(view: View, tell: Speaker) -> str:
    """Return whose target the view judges by, with its size where it is one for all."""
    words = tell(f"target.{view.target}")
    if view.target != "national":
        return words
    return f"{words} {percent(-TARGETS[view.measure], 1, sign=True)}"

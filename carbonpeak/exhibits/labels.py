"""The words of one cell, tick or label: names, tiers, amounts, and why a number is missing."""

from typing import Any

import pandas as pd

from carbonpeak.findings.view import TARGETS, View
from carbonpeak.wording import Lang, pick, say
from carbonpeak.wording.numbers import co2, energy, is_missing, percent
from carbonpeak.wording.terms import DOUBT, LICENCES, SECTOR_SHORT, TIER_SYMBOLS


def name(row: "pd.Series[Any]", lang: Lang) -> str:
    """Return the name that stands in a row."""
    return str(row[f"name_{lang}"])


def sector(code: str, lang: Lang) -> str:
    """Return the short name of a division."""
    return pick(SECTOR_SHORT[code], lang)


def doubt(row: "pd.Series[Any]") -> str:
    """Return the mark of a row that prices or a jump in the data may have made."""
    return DOUBT if row["is_doubtful"] else ""


def tier(state: str, lang: Lang) -> str:
    """Return a tier, or the kind of missing, as a symbol and words."""
    return f"{TIER_SYMBOLS[state]} {say(f'tier.{state}', lang)}"


def quantity(view: View, lang: Lang) -> str:
    """Return what is summed by division: final energy, or CO2 with a basis other than all."""
    words = say(f"sectors.{view.measure}", lang)
    if view.basis != "energy_related":
        return words
    return f"{words} ({say('basis.energy_related', lang)})"


def own_target(row: "pd.Series[Any]", lang: Lang) -> str:
    """Return a region's own target with its qualifier, and that it is unverified where it is."""
    text = percent(row["change_pct"] / 100, 1, sign=True) + qualifier(row["qualifier"], lang)
    unverified = row["standing"] == "unverified"
    return text + say("qualifier.unverified", lang) if unverified else text


def qualifier(given: object, lang: Lang) -> str:
    """Return the words of a qualifier of the register, nothing where there is none."""
    keys = {"at least": "qualifier.at_least", "draft": "qualifier.draft"}
    return say(keys[str(given)], lang) if str(given) in keys else ""


def licence(terms: str, lang: Lang) -> str:
    """Return terms of use as the tables give them, or in Chinese what they mean."""
    return LICENCES[terms] if lang == "zh" else terms


def amount(tonnes: float, measure: str, lang: Lang) -> str:
    """Return an amount of energy (tce) or CO2 (t) without its unit."""
    return energy(tonnes) if measure == "energy" else co2(tonnes, lang)


def fraction(
    value: float | None, missing: str, lang: Lang, digits: int = 1, sign: bool = False
) -> str:
    """Return a fraction as percent, or in words the kind of missing."""
    if value is None or is_missing(value):
        return say(f"missing.{missing}", lang)
    return percent(value, digits, sign)


def needed(rate: float | None, missing: str, lang: Lang) -> str:
    """Return the yearly fall still needed, or that the target is already passed."""
    if rate is not None and not is_missing(rate) and rate <= 0:
        return say("rate.passed", lang)
    return fraction(rate, missing, lang, 2)


def change(value: float | None, missing: str, lang: Lang) -> str:
    """Return a change as percent with its sign, or in words the kind of missing."""
    return fraction(value, missing, lang, sign=True)


def basis(view: View, lang: Lang) -> str:
    """Return the words of the view's basis."""
    return say(f"basis.{view.basis_name}", lang)


def target(view: View, lang: Lang) -> str:
    """Return whose target the view judges by, with its size where it is one for all."""
    words = say(f"target.{view.target}", lang)
    if view.target != "national":
        return words
    return f"{words} {percent(-TARGETS[view.measure], 1, sign=True)}"

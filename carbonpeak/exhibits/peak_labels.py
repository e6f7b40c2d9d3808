"""The words of one cell, name or number on the page Peak, and where its figures come from."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, TypeAlias

import pandas as pd

from carbonpeak.charts.style import PEAK_FILL
from carbonpeak.exhibits import labels
from carbonpeak.findings.peaks import ALL
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.indicators.peak import STATES, State
from carbonpeak.thresholds import BASE_YEAR, NATION, PEAK_SIGNIFICANCE
from carbonpeak.wording import Lang, pick, say
from carbonpeak.wording.numbers import (
    T_PER_MT,
    co2_national_scale,
    co2_scale,
    is_missing,
    number,
    percent,
)
from carbonpeak.wording.peak import PEAK_SECTORS, PEAK_SYMBOLS
from carbonpeak.wording.terms import PLAN_INDUSTRIES

PEAKED: tuple[State, ...] = ("peaked", "peaked_passively")
LEGEND = (*STATES, "not_split", "no_data")
FILLS = PEAK_FILL
# One row of the judgement; as a plain dictionary where there are a thousand of them.
Row: TypeAlias = "pd.Series[Any] | dict[Hashable, Any]"
SMALLEST_P = 0.001
# From here on Chinese counts in 10^8 t.
NATIONAL_T = 1e9


def state(key: str, lang: Lang) -> str:
    """Return a state, or the kind of missing, as a symbol and words."""
    return f"{PEAK_SYMBOLS[key]} {say(f'peak.state.{key}', lang)}"


def legend(states: "pd.Series[str]", lang: Lang) -> list[tuple[str, str]]:
    """Return the states that occur, each with its words, from the peaked to the missing."""
    there = set(states)
    return [(key, state(key, lang)) for key in LEGEND if key in there]


def regions(ask: Ask, lang: Lang) -> dict[str, str]:
    """Return the names of the nation and of all provinces, by code."""
    return {NATION: say("peak.nation", lang), **region_names(ask, lang)}


def sector(code: str, lang: Lang) -> str:
    """Return the name of a column of the matrix, or of a division."""
    return pick(PEAK_SECTORS[code], lang) if code in PEAK_SECTORS else labels.sector(code, lang)


def listed_sector(code: str, lang: Lang) -> str:
    """Return the name of a sector in the list to choose from; the plan's industries say so."""
    return pick(PLAN_INDUSTRIES[code], lang) if code in PLAN_INDUSTRIES else sector(code, lang)


def series(ask: Ask, region_code: str, sector_code: str, lang: Lang) -> str:
    """Return the name of a series: a region's industry, or one sector in it."""
    name = region_names(ask, lang).get(region_code)
    if name is None:
        name = say("peak.nation" if sector_code == ALL else "peak.nation_divisions", lang)
    if sector_code == ALL:
        return say("peak.of_all", lang, region=name)
    return say("peak.of_sector", lang, region=name, sector=sector(sector_code, lang))


@dataclass(frozen=True)
class Scale:
    """In what unit a series is shown: its words, tonnes per unit, decimals."""

    unit: str
    tonnes: float
    decimals: int

    def figure(self, tonnes: float) -> str:
        """Return an amount without its unit."""
        return number(tonnes / self.tonnes, self.decimals)


def scale(maximum: float, lang: Lang) -> Scale:
    """Return the unit for a series with this maximum (t), so that small ones keep their digits."""
    if maximum >= NATIONAL_T:
        decimals = {"zh": 2, "en": 0}[lang]
        return Scale(say("unit.co2_national", lang), co2_national_scale(lang), decimals)
    decimals = {"zh": 2, "en": 3}[lang] if maximum < T_PER_MT else {"zh": 0, "en": 1}[lang]
    return Scale(say("unit.co2", lang), co2_scale(lang), decimals)


def amount(tonnes: float, lang: Lang) -> str:
    """Return an amount of CO2 with its unit."""
    shown = scale(tonnes, lang)
    return f"{shown.figure(tonnes)} {shown.unit}"


def probability(p: float) -> str:
    """Return p as "p = 0.037"; never rounded onto the threshold it has to be told from."""
    if p < SMALLEST_P:
        return f"p < {SMALLEST_P}"
    digits = 3
    while p != PEAK_SIGNIFICANCE and float(number(p, digits)) == PEAK_SIGNIFICANCE:
        digits += 1
    return f"p = {number(p, digits)}"


def clause(row: "pd.Series[Any]", lang: Lang) -> str:
    """Return a state with the year of the maximum, to stand in a sentence."""
    return say(f"peak.clause.{row['state']}", lang, year=row["peak_year"])


def counts(states: "pd.Series[str]", lang: Lang) -> str:
    """Return how many stand in each of the rule's states, those without any left out."""
    return say("list.separator", lang).join(count for _, count in counted(states, lang))


def counted(states: "pd.Series[str]", lang: Lang) -> list[tuple[str, str]]:
    """Return the states that occur, each with the words that count it."""
    found = states.value_counts()
    return [
        (key, say(f"peak.count.{key}", lang, count=int(found[key])))
        for key in STATES
        if key in found.index
    ]


def hover(name: str, row: Row, lang: Lang) -> str:
    """Return what a tile or cell says when pointed at: name, state, depth below the maximum, p."""
    said = [name, state(row["state"], lang)]
    if not is_missing(row["peak_year"]):
        said.append(f"{say('peak.column.peak_year', lang)}: {row['peak_year']}")
        said.append(f"{say('peak.column.below', lang)}: {percent(row['below_maximum'])}")
    if not is_missing(row["p"]):
        said.append(probability(row["p"]))
    return "<br>".join(said)


def cell(row: Row) -> tuple[str, ...]:
    """Return what is written in a cell: the symbol, and the year of the maximum if there is one."""
    symbol = PEAK_SYMBOLS[row["state"]]
    return (symbol,) if is_missing(row["peak_year"]) else (symbol, str(row["peak_year"]))


def standings(until: int) -> tuple[str, ...]:
    """Return what the figures are that a judgement up to a year uses; the judgement is derived."""
    return ("published", *(("reconstructed",) if until >= BASE_YEAR else ()), "derived")


def sources(basis: str, until: int) -> tuple[str, ...]:
    """Return where the figures come from that a judgement up to a year uses."""
    if until < BASE_YEAR:
        return ("ceads-co2",)
    return ("ceads-co2", "reconstruction", *(("ceads-apparent",) if basis == "total" else ()))


def withheld_note(basis: str, lang: Lang) -> tuple[str, ...]:
    """Return what the withheld cement cells do to a total with process CO2, nothing without."""
    return (say("peak.note.withheld", lang),) if basis == "total" else ()


def reconstruction_note(until: int, lang: Lang) -> tuple[str, ...]:
    """Return which years are reconstructed, nothing where none of them is used."""
    return (say("peak.note.reconstructed", lang),) if until >= BASE_YEAR else ()

"""The words of one cell, name or number on the page Peak, and where its figures come from."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, TypeAlias

import pandas as pd

from carbonpeak.charts.style import PEAK_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.indicators.peak import STATES, State
from carbonpeak.thresholds import BASE_YEAR, NATION, PEAK_SIGNIFICANCE
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.words import PEAK_SECTORS, PEAK_SYMBOLS
from carbonpeak.words.numbers import (
    T_PER_MT,
    co2_national_scale,
    co2_scale,
    is_missing,
    number,
    percent,
)
from carbonpeak.words.speaker import Speaker

PEAKED: tuple[State, ...] = ("peaked", "peaked_passively")
LEGEND = (*STATES, "not_split", "no_data")
FILLS = PEAK_FILL
# One row of the judgement; as a plain dictionary where there are a thousand of them.
Row: TypeAlias = "pd.Series[Any] | dict[Hashable, Any]"
SMALLEST_P = 0.001
# From here on Chinese counts in 10^8 t.
NATIONAL_T = 1e9


def state(key: str, tell: Speaker) -> str:
    """Return a state, or the kind of missing, as a symbol and words."""
    return f"{PEAK_SYMBOLS[key]} {tell(f'peak.state.{key}')}"


def legend(states: "pd.Series[str]", tell: Speaker) -> list[tuple[str, str]]:
    """Return the states that occur, each with its words, from the peaked to the missing."""
    there = set(states)
    return [(key, state(key, tell)) for key in LEGEND if key in there]


def regions(data: Dataset, tell: Speaker) -> dict[str, str]:
    """Return the names of the nation and of all provinces, by code."""
    return {NATION: tell("peak.nation"), **region_names(data, tell.lang)}


def sector(data: Dataset, code: str, tell: Speaker) -> str:
    """Return the name of a column of the matrix, or of a division."""
    return (
        tell.text(PEAK_SECTORS[code]) if code in PEAK_SECTORS else labels.sector(data, code, tell)
    )


def listed_sector(data: Dataset, code: str, tell: Speaker) -> str:
    """Return the name of a sector in the list to choose from; the plan's industries say so."""
    if code in sectors.plan_industries(data, tell.lang):
        return labels.plan_industry(data, code, tell)
    return sector(data, code, tell)


def series(data: Dataset, region_code: str, sector_code: str, tell: Speaker) -> str:
    """Return the name of a series: a region's industry, or one sector in it."""
    name = region_names(data, tell.lang).get(region_code)
    if name is None:
        name = tell("peak.nation" if sector_code == ALL else "peak.nation_divisions")
    if sector_code == ALL:
        return tell("peak.of_all", region=name)
    return tell("peak.of_sector", region=name, sector=sector(data, sector_code, tell))


@dataclass(frozen=True)
class Scale:
    """In what unit a series is shown: its words, tonnes per unit, decimals."""

    unit: str
    tonnes: float
    decimals: int

    def figure(self, tonnes: float) -> str:
        """Return an amount without its unit."""
        return number(tonnes / self.tonnes, self.decimals)


def scale(maximum: float, tell: Speaker) -> Scale:
    """Return the unit for a series with this maximum (t), so that small ones keep their digits."""
    if maximum >= NATIONAL_T:
        decimals = {"zh": 2, "en": 0}[tell.lang]
        return Scale(tell("unit.co2_national"), co2_national_scale(tell.lang), decimals)
    decimals = (
        {"zh": 2, "en": 3}[tell.lang] if maximum < T_PER_MT else {"zh": 0, "en": 1}[tell.lang]
    )
    return Scale(tell("unit.co2"), co2_scale(tell.lang), decimals)


def amount(tonnes: float, tell: Speaker) -> str:
    """Return an amount of CO2 with its unit."""
    shown = scale(tonnes, tell)
    return f"{shown.figure(tonnes)} {shown.unit}"


def probability(p: float) -> str:
    """Return p as "p = 0.037"; never rounded onto the threshold it has to be told from."""
    if p < SMALLEST_P:
        return f"p < {SMALLEST_P}"
    digits = 3
    while p != PEAK_SIGNIFICANCE and float(number(p, digits)) == PEAK_SIGNIFICANCE:
        digits += 1
    return f"p = {number(p, digits)}"


def clause(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return a state with the year of the maximum, to stand in a sentence."""
    return tell(f"peak.clause.{row['state']}", year=row["peak_year"])


def counts(states: "pd.Series[str]", tell: Speaker) -> str:
    """Return how many stand in each of the rule's states, those without any left out."""
    return tell("list.separator").join(count for _, count in counted(states, tell))


def counted(states: "pd.Series[str]", tell: Speaker) -> list[tuple[str, str]]:
    """Return the states that occur, each with the words that count it."""
    found = states.value_counts()
    return [
        (key, tell(f"peak.count.{key}", count=int(found[key])))
        for key in STATES
        if key in found.index
    ]


def hover(name: str, row: Row, tell: Speaker) -> str:
    """Return what a tile or cell says when pointed at: name, state, depth below the maximum, p."""
    said = [name, state(row["state"], tell)]
    if not is_missing(row["peak_year"]):
        said.append(f"{tell('peak.column.peak_year')}: {row['peak_year']}")
        said.append(f"{tell('peak.column.below')}: {percent(row['below_maximum'])}")
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


def withheld_note(basis: str, tell: Speaker) -> tuple[str, ...]:
    """Return what the withheld cement cells do to a total with process CO2, nothing without."""
    return (tell("peak.note.withheld"),) if basis == "total" else ()


def reconstruction_note(until: int, tell: Speaker) -> tuple[str, ...]:
    """Return which years are reconstructed, nothing where none of them is used."""
    return (tell("peak.note.reconstructed"),) if until >= BASE_YEAR else ()

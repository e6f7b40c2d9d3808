"""The words of one cell, name or number on the page Peak, and where its figures come from."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any, TypeAlias

import pandas as pd

from carbonpeak.charts import hover as hovers
from carbonpeak.charts.style import PEAK_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.table import Form
from carbonpeak.indicators.peak import STATES, State
from carbonpeak.thresholds import NATION, PEAK_SIGNIFICANCE, PEAK_SMALL_T
from carbonpeak.topics.peak.analysis import ALL, covered_provinces, states
from carbonpeak.topics.peak.facts import cells, facts
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
# Places whose figures go further than the nation's that are named; more are counted.
MOST_LATER = 2
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
    nation = tell("peak.nation", count=len(facts(data).covered))
    return {NATION: nation, **region_names(data, tell.lang)}


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
    return _named(data, region_code, sector_code, "peak.nation", tell)


def series_in_title(data: Dataset, region_code: str, sector_code: str, tell: Speaker) -> str:
    """Return the name of a series as a title has room for it."""
    return _named(data, region_code, sector_code, "peak.nation_in_title", tell)


def _named(data: Dataset, region_code: str, sector_code: str, nation: str, tell: Speaker) -> str:
    name = region_names(data, tell.lang).get(region_code)
    if name is None:
        known = facts(data)
        summed = len(known.covered) if sector_code == ALL else known.split_count
        name = tell(nation, count=summed)
    if sector_code == ALL:
        return tell("peak.of_all", region=name)
    return tell("peak.of_sector", region=name, sector=sector(data, sector_code, tell))


def scale(maximum: float, tell: Speaker) -> Form:
    """Return how a series with this maximum (t) is written, so that small ones keep their digits.

    The nation's has larger units in Chinese, and whole ones in English; a small one smaller units.
    """
    if maximum >= NATIONAL_T:
        digits = 2 if tell.is_chinese else 0
        return Form(tell("unit.co2_national"), per=co2_national_scale(tell.lang), digits=digits)
    usual = labels.amount_form("co2", tell)
    if maximum < usual.per:
        return labels.fitting_form(maximum, "co2", tell)
    return replace(usual, digits=2) if maximum < T_PER_MT else usual


def amount(tonnes: float, tell: Speaker) -> str:
    """Return an amount of CO2 with its unit."""
    form = scale(tonnes, tell)
    return f"{form.text(tonnes)} {form.unit}"


def small(tell: Speaker) -> str:
    """Return the amount up to which a province's sector counts as small, with its unit."""
    return f"{PEAK_SMALL_T / co2_scale(tell.lang):g} {tell('unit.co2')}"


def probability(p: float) -> str:
    """Return p as "p = 0.037"; never rounded onto the threshold it has to be told from."""
    if p < SMALLEST_P:
        return f"p < {SMALLEST_P}"
    digits = 3
    while p != PEAK_SIGNIFICANCE and float(number(p, digits)) == PEAK_SIGNIFICANCE:
        digits += 1
    return f"p = {number(p, digits)}"


def until(data: Dataset, basis: str, year: int, tell: Speaker) -> str:
    """Return up to when the data of all go: a year, or the nation's last beside who goes further.

    Of years after the nation's last only some provinces have figures of their own.
    """
    last = min(year, data.last_year)
    if year == last:
        return tell("peak.until", year=year)
    lasts = covered_provinces(states(data, basis, year))["last_year"]
    names = region_names(data, tell.lang)
    later = {names[str(code)]: int(end) for code, end in lasts.items() if end > last}
    if len(later) > MOST_LATER:
        many = {"count": len(later), "year": max(later.values())}
        return tell("peak.until.many", last=last, **many)
    places = (tell("peak.until.place", name=name, year=end) for name, end in later.items())
    return tell("peak.until.later", last=last, names=tell.listed(places))


def clause(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return a state with the year of the maximum, to stand in a sentence."""
    return tell(f"peak.clause.{row['state']}", year=row["peak_year"])


def counts(states: "pd.Series[str]", tell: Speaker) -> str:
    """Return how many stand in each of the rule's states, those without any left out."""
    return tell.clauses(words for _, words in counted(states, tell))


def counted(states: "pd.Series[str]", tell: Speaker) -> list[tuple[str, str]]:
    """Return the states that occur, each with the words that count it."""
    numbers = states.value_counts()
    return [
        (key, tell(f"peak.count.{key}", count=int(numbers[key])))
        for key in STATES
        if key in numbers.index
    ]


def hover(name: str, row: Row, tell: Speaker) -> str:
    """Return what a tile or cell says when pointed at: name, state, last value, maximum, p."""
    lines = [state(row["state"], tell)]
    if not is_missing(row["last"]):
        lines.append(f"{row['last_year']}: {amount(row['last'], tell)}")
    if not is_missing(row["peak_year"]):
        lines.append(f"{tell('peak.column.peak_year')}: {row['peak_year']}")
        lines.append(f"{tell('peak.column.below')}: {percent(row['below_maximum'])}")
    if not is_missing(row["p"]):
        lines.append(probability(row["p"]))
    return hovers.card(name, *lines)


def cell_lines(row: Row) -> tuple[str, ...]:
    """Return what is written in a cell: the symbol, and the year of the maximum if there is one."""
    symbol = PEAK_SYMBOLS[row["state"]]
    return (symbol,) if is_missing(row["peak_year"]) else (symbol, str(row["peak_year"]))


def standings(data: Dataset, until: int) -> tuple[str, ...]:
    """Return what the figures are that a judgement up to a year uses; the judgement is derived."""
    reconstructed = ("reconstructed",) if _is_reconstructed(data, until) else ()
    return ("published", *reconstructed, "derived")


def sources(data: Dataset, basis: str, until: int) -> tuple[str, ...]:
    """Return where the figures come from that a judgement up to a year uses."""
    if not _is_reconstructed(data, until):
        return ("ceads-co2",)
    return ("ceads-co2", "reconstruction", *(("ceads-apparent",) if basis == "total" else ()))


def zero_note(data: Dataset, tell: Speaker) -> str:
    """Return what a missing cell of the inventories means, and where it is no zero."""
    empty = facts(data).empty
    if not empty:
        return tell("peak.note.zero")
    return tell("peak.note.zero_and_gaps", cells=cells(data, empty, tell))


def withheld_note(data: Dataset, basis: str, tell: Speaker) -> tuple[str, ...]:
    """Return what withheld cement cells do to totals with process CO2, nothing without either."""
    known, names = facts(data), region_names(data, tell.lang)
    if basis != "total" or not known.withheld:
        return ()
    ends = tell.listed(
        tell("peak.note.judged_to", name=names[code], year=year) for code, year in known.ends
    )
    ended = tell("peak.note.ended", ends=ends) if ends else ""
    withheld = cells(data, known.withheld, tell)
    return (tell("peak.note.withheld", cells=withheld, ended=ended),)


def reconstruction_note(data: Dataset, until: int, tell: Speaker) -> tuple[str, ...]:
    """Return which years are reconstructed, nothing where none of them is used."""
    if not _is_reconstructed(data, until):
        return ()
    years = facts(data).reconstructed
    return (tell("peak.note.reconstructed", years=tell.years(years[0], years[-1])),)


def value_added_note(data: Dataset, tell: Speaker) -> str:
    """Return for which years value added is known, and what follows for a peak before them."""
    known = facts(data)
    first, last = known.value_added[0], known.value_added[-1]
    years = tell.years(first, last)
    return tell("peak.note.added", years=years, first=first, verified=known.verified_from)


def _is_reconstructed(data: Dataset, until: int) -> bool:
    """Return whether a judgement up to a year uses reconstructed figures."""
    return any(year <= until for year in facts(data).reconstructed)

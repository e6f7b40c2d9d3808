"""The words that all figures of a projection share: unit, place, outcome, chances, remarks."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import doubts, nation
from carbonpeak.domain.sectors import coverage
from carbonpeak.domain.view import TARGETS, View, provinces, region_names
from carbonpeak.figures.labels import amount_form, sector
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Form
from carbonpeak.thresholds import (
    BASE_YEAR,
    CLEAR_FALL,
    FAN,
    HORIZON,
    NATION,
    PATHS,
    PEAK_BEFORE,
    TARGET_YEAR,
    TREND_YEARS,
)
from carbonpeak.topics.outlook.analysis_projection import (
    Projection,
    ProjectionQuestion,
    first_year,
    project,
    years_without_figures,
)
from carbonpeak.words.numbers import (
    as_written,
    co2_national_scale,
    co2_scale,
    number,
    percent,
    share,
)
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

MEDIAN = FAN[len(FAN) // 2]
# The years that sentences about a projection speak of.
WHEN: dict[str, object] = {"year": TARGET_YEAR, "before": PEAK_BEFORE, "last": HORIZON}
PATHS_SHOWN = number(PATHS)


def quantity_form(question: ProjectionQuestion, tell: Speaker) -> Form:
    """Return how the quantity of a place is written: the unit that suits it, and its decimals."""
    if question.measure == "energy":
        return amount_form("energy", tell)
    if question.region_code == NATION:
        scale, digits = co2_national_scale(tell.lang), 1 if tell.is_chinese else 0
        return Form(tell("unit.co2_national"), per=scale, digits=digits)
    return Form(tell("unit.co2"), per=co2_scale(tell.lang), digits=0 if tell.is_chinese else 1)


def place_name(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return the name of the place asked for, marked where it is doubtful."""
    if question.region_code == NATION:
        return tell("nation")
    name = region_names(data, tell.lang)[question.region_code]
    return f"{name} {DOUBT}" if is_doubtful(data, question) else name


def _covered(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return the name of a place; of the nation with how many provinces its sum holds."""
    name = place_name(data, question, tell)
    if question.region_code != NATION:
        return name
    return tell("projection.nation", name=name, count=len(coverage(data).covered))


def scenario_name(data: Dataset, code: str, tell: Speaker) -> str:
    """Return the name of a scenario; the longest trend is named by its first year."""
    return tell(f"scenario.{code}", first=first_year(data))


def title(
    data: Dataset,
    question: ProjectionQuestion,
    figure: str,
    said: Mapping[str, object],
    tell: Speaker,
    key: str = "",
) -> str:
    """Return what a figure finds of a place; of a doubtful one, that nothing is judged."""
    place = place_name(data, question, tell)
    if is_doubtful(data, question):
        what = tell(f"projection.what.{figure}", **WHEN, quantity=tell(_quantity(question)))
        return tell("projection.doubtful.title", place=place, what=what)
    return tell(key or f"projection.{figure}.title", place=place, **said)


def scope(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> dict[str, object]:
    """Return measure, unit, place and scenario for a subtitle."""
    return {
        "quantity": tell(_quantity(question)),
        "measure": tell(f"measure.{question.measure}"),
        "unit": quantity_form(question, tell).unit,
        "place": _covered(data, question, tell),
        "scenario": scenario_name(data, question.scenario, tell),
        "start": data.last_year_of(question.region_code) + 1,
        "last": HORIZON,
    }


def outcome(
    data: Dataset, projection: Projection, question: ProjectionQuestion, tell: Speaker
) -> dict[str, object]:
    """Return what the median path comes to in the last year, and its change on the last known."""
    form = quantity_form(question, tell)
    past = projection.past["quantity"].dropna()
    end = float(projection.quantity[MEDIAN].iloc[-1])
    return {
        "quantity": tell(_quantity(question)),
        "amount": form.text(end),
        "unit": form.unit,
        "side": _side(end / float(past.iloc[-1]) - 1, tell),
        "known": int(past.index[-1]),
        "last": HORIZON,
    }


def chances(
    data: Dataset, projection: Projection, question: ProjectionQuestion, tell: Speaker
) -> dict[str, object]:
    """Return the shares of paths that meet the target, that peak in time and that clearly fall."""
    median = float(projection.index[MEDIAN][TARGET_YEAR]) / 100 - 1
    return {
        "scenario": scenario_name(data, question.scenario, tell),
        "meets": share(projection.meets, 1),
        "peaks": share(projection.peaks),
        "falls": share(projection.falls),
        "clear": percent(CLEAR_FALL, 0),
        "target": as_written(TARGETS[question.measure]),
        "moved": moved(median, tell),
        "paths": PATHS_SHOWN,
        **WHEN,
    }


def about(part: float, tell: Speaker) -> str:
    """Return a share with "about" before it, but where it is none, all, or next to it."""
    shown = share(part)
    return tell("outlook.about", share=shown) if shown.rstrip("%").isdigit() else shown


def remarks(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> list[str]:
    """Return what must be said of a place: faulty data, why nothing is projected, or a doubt."""
    if question.region_code == NATION:
        return [_of_nation(data, question, tell)]
    name = region_names(data, tell.lang)[question.region_code]
    if not provinces(data)["in_inventory"][question.region_code]:
        return [tell("regions.no_inventory", name=name)]
    if project(data, question) is None:
        years = tell.listed(str(year) for year in years_without_figures(data, question))
        return [tell("projection.withheld", name=name, years=years)]
    return list(doubt(data, question, tell))


def doubt(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> tuple[str, ...]:
    """Return that a place is doubtful and why, nothing for one that is not."""
    if not is_doubtful(data, question):
        return ()
    name = region_names(data, tell.lang)[question.region_code]
    reasons = dict.fromkeys(
        reason
        for first, table in _spans(data, question)
        for reason in _why(data, first, table.loc[[question.region_code]].iloc[0], tell)
    )
    return (tell("projection.doubtful", name=name, reasons=tell.clauses(reasons)),)


def _why(data: Dataset, first: int, row: "pd.Series[Any]", tell: Speaker) -> Iterator[str]:
    """Return why a place is doubtful over the years since one: prices, or a jump of a division."""
    if row["is_price"]:
        added, gdp = (
            moved(float(row[f"{key}_growth"]), tell, amount=True) for key in ("value_added", "gdp")
        )
        years = {"first": first, "last": data.last_year_of(str(row.name))}
        yield tell("projection.doubt.price", added=added, gdp=gdp, **years)
    if row["is_jump"]:
        yield tell(
            "projection.doubt.jump",
            sector=sector(data, str(row["sector_code"]), tell),
            when=int(row["jump_year"]),
            jump=percent(float(row["jump_share"]), 1, sign=True),
        )


def _quantity(question: ProjectionQuestion) -> str:
    return f"sectors.{question.measure}"


def _side(change: float, tell: Speaker) -> str:
    """Return how an amount to come lies beside a known one, in words that agree with the digits."""
    size = percent(abs(change))
    if size == percent(0.0):
        return tell("projection.side.level")
    return tell(f"projection.side.{'above' if change > 0 else 'below'}", size=size)


def _of_nation(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return which data of the nation's sum are faulty, and what they do to its intensity."""
    if question.measure == "energy":
        return fault_words(data, "division_jump", tell)
    last = data.last_year
    falls = {
        basis: float(nation.yearly(data, "co2", basis)["index"][last]) / 100 - 1
        for basis in ("total", "energy_related")
    }
    falls["without"] = nation.co2_change_without_faulty_cement(data, last)
    shown = {key: moved(fall, tell) for key, fall in falls.items()}
    bases = tell("projection.bases", first=BASE_YEAR, last=last, **shown)
    return tell.sentences((fault_words(data, "cement_implausible", tell), bases))


def is_doubtful(data: Dataset, question: ProjectionQuestion) -> bool:
    """Return whether prices or accounting may have made the changes of a province with figures.

    Never of the nation. Over the years of the trend, or since the base year of its target.
    """
    code = question.region_code
    if code == NATION or not provinces(data)["in_inventory"][code]:
        return False
    return any(bool(table["is_doubtful"][code]) for _, table in _spans(data, question))


def _spans(data: Dataset, question: ProjectionQuestion) -> tuple[tuple[int, pd.DataFrame], ...]:
    """Return the first years since which a place may be doubtful, each with the doubts of all."""
    last = data.last_year_of(question.region_code)
    view = View(question.measure, year=last)
    firsts = (last - TREND_YEARS, BASE_YEAR)
    return tuple((first, doubts.of_regions(data, view, first)) for first in firsts)

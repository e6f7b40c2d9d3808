"""The words that all figures of a projection share: unit, place, outcome, chances, remarks."""

from dataclasses import dataclass

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import doubts, nation
from carbonpeak.domain.view import TARGETS, View, provinces, region_names
from carbonpeak.figures.origin import LAST_YEAR, fault_words
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
from carbonpeak.topics.outlook.analysis_projection import Asked, Projection, project
from carbonpeak.words.numbers import (
    TCE_PER_1E4_TCE,
    co2_national_scale,
    co2_scale,
    number,
    percent,
    share,
)
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

MEDIAN = FAN[len(FAN) // 2]
PATHS_SHOWN = number(PATHS)


@dataclass(frozen=True)
class Unit:
    """The unit of an axis: tonnes in one of it, its words, and the decimals shown."""

    tonnes: float
    name: str
    digits: int


def unit_of(asked: Asked, tell: Speaker) -> Unit:
    """Return the unit that suits a measure and a place in a language."""
    if asked.measure == "energy":
        return Unit(TCE_PER_1E4_TCE, tell("unit.energy"), 0)
    if asked.region_code == NATION:
        digits = 1 if tell.lang == "zh" else 0
        return Unit(co2_national_scale(tell.lang), tell("unit.co2_national"), digits)
    return Unit(co2_scale(tell.lang), tell("unit.co2"), 0 if tell.lang == "zh" else 1)


def place_name(data: Dataset, asked: Asked, tell: Speaker) -> str:
    """Return the name of the place asked for, marked where it is doubtful."""
    if asked.region_code == NATION:
        return tell("nation")
    name = region_names(data, tell.lang)[asked.region_code]
    return f"{name} {DOUBT}" if is_doubtful(data, asked) else name


def scope(data: Dataset, asked: Asked, tell: Speaker) -> dict[str, object]:
    """Return measure, unit, place and scenario for a subtitle."""
    return {
        "quantity": tell(f"sectors.{asked.measure}"),
        "measure": tell(f"measure.{asked.measure}"),
        "unit": unit_of(asked, tell).name,
        "place": place_name(data, asked, tell),
        "scenario": tell(f"scenario.{asked.scenario}"),
        "last": HORIZON,
    }


def outcome(found: Projection, asked: Asked, tell: Speaker) -> dict[str, object]:
    """Return what the median path comes to in the last year, and its change on the last known."""
    unit = unit_of(asked, tell)
    past = found.past["quantity"].dropna()
    end = float(found.quantity[MEDIAN].iloc[-1])
    return {
        "quantity": tell(f"sectors.{asked.measure}"),
        "scenario": tell(f"scenario.{asked.scenario}"),
        "amount": number(end / unit.tonnes, unit.digits),
        "unit": unit.name,
        "change": percent(end / float(past.iloc[-1]) - 1, 1, sign=True),
        "known": int(past.index[-1]),
        "last": HORIZON,
    }


def chances(found: Projection, asked: Asked, tell: Speaker) -> dict[str, object]:
    """Return the shares of paths that meet the target, that peak in time and that clearly fall."""
    return {
        "scenario": tell(f"scenario.{asked.scenario}"),
        "meets": share(found.meets),
        "peaks": share(found.peaks),
        "falls": share(found.falls),
        "clear": percent(CLEAR_FALL, 0),
        "last": HORIZON,
        "target": percent(-TARGETS[asked.measure], 1, sign=True),
        "median": percent(float(found.index[MEDIAN][TARGET_YEAR]) / 100 - 1, 1, sign=True),
        "year": TARGET_YEAR,
        "before": PEAK_BEFORE,
        "paths": PATHS_SHOWN,
    }


def about(part: float, tell: Speaker) -> str:
    """Return a share with "about" before it, but where it is none, all, or next to it."""
    shown = share(part)
    return tell("outlook.about", share=shown) if shown.rstrip("%").isdigit() else shown


def remarks(data: Dataset, asked: Asked, tell: Speaker) -> list[str]:
    """Return what must be said of a place: faulty data, why nothing is projected, or a doubt."""
    if asked.region_code == NATION:
        return [_of_nation(data, asked, tell)]
    name = region_names(data, tell.lang)[asked.region_code]
    if not provinces(data)["in_inventory"][asked.region_code]:
        return [tell("regions.no_inventory", name=name)]
    if project(data, asked) is None:
        return [tell("projection.withheld", name=name)]
    years = {"first": LAST_YEAR - TREND_YEARS, "last": LAST_YEAR}
    return [tell("projection.doubtful", name=name, **years)] if is_doubtful(data, asked) else []


def _of_nation(data: Dataset, asked: Asked, tell: Speaker) -> str:
    """Return which data of the nation's sum are faulty, and what they do to its intensity."""
    if asked.measure == "energy":
        return fault_words(data, "division_jump", tell)
    falls = {
        basis: float(nation.yearly(data, "co2", basis)["index"][LAST_YEAR]) / 100 - 1
        for basis in ("total", "energy_related")
    }
    falls["without"] = nation.co2_change_without_faulty_cement(data, LAST_YEAR)
    said = {key: percent(fall, 1, sign=True) for key, fall in falls.items()}
    bases = tell("projection.bases", first=BASE_YEAR, last=LAST_YEAR, **said)
    return (
        f"{fault_words(data, 'cement_implausible', tell)}{'' if tell.lang == 'zh' else ' '}{bases}"
    )


def is_doubtful(data: Dataset, asked: Asked) -> bool:
    """Return whether prices or accounting may have made the changes of a province with figures.

    Never of the nation. Over the years of the trend, or since the base year of its target.
    """
    if asked.region_code == NATION or not provinces(data)["in_inventory"][asked.region_code]:
        return False
    since = (LAST_YEAR - TREND_YEARS, BASE_YEAR)
    view = View(asked.measure, year=data.last_year)
    found = (doubts.of_regions(data, view, first)["is_doubtful"] for first in since)
    return any(bool(one[asked.region_code]) for one in found)

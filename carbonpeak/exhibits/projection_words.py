"""The words that all exhibits of a projection share: unit, place, outcome, chances, remarks."""

from dataclasses import dataclass

from carbonpeak.exhibits.origin import LAST_YEAR, fault_words
from carbonpeak.findings import doubts, nation
from carbonpeak.findings.projection import Asked, Projection, project
from carbonpeak.findings.view import TARGETS, Ask, View, provinces, region_names
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
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import (
    TCE_PER_1E4_TCE,
    co2_national_scale,
    co2_scale,
    number,
    percent,
    share,
)
from carbonpeak.wording.terms import DOUBT

MEDIAN = FAN[len(FAN) // 2]
PATHS_SHOWN = number(PATHS)


@dataclass(frozen=True)
class Unit:
    """The unit of an axis: tonnes in one of it, its words, and the decimals shown."""

    tonnes: float
    name: str
    digits: int


def unit_of(asked: Asked, lang: Lang) -> Unit:
    """Return the unit that suits a measure and a place in a language."""
    if asked.measure == "energy":
        return Unit(TCE_PER_1E4_TCE, say("unit.energy", lang), 0)
    if asked.region_code == NATION:
        digits = 1 if lang == "zh" else 0
        return Unit(co2_national_scale(lang), say("unit.co2_national", lang), digits)
    return Unit(co2_scale(lang), say("unit.co2", lang), 0 if lang == "zh" else 1)


def place_name(ask: Ask, asked: Asked, lang: Lang) -> str:
    """Return the name of the place asked for, marked where it is doubtful."""
    if asked.region_code == NATION:
        return say("nation", lang)
    name = region_names(ask, lang)[asked.region_code]
    return f"{name} {DOUBT}" if is_doubtful(ask, asked) else name


def scope(ask: Ask, asked: Asked, lang: Lang) -> dict[str, object]:
    """Return measure, unit, place and scenario for a subtitle."""
    return {
        "quantity": say(f"sectors.{asked.measure}", lang),
        "measure": say(f"measure.{asked.measure}", lang),
        "unit": unit_of(asked, lang).name,
        "place": place_name(ask, asked, lang),
        "scenario": say(f"scenario.{asked.scenario}", lang),
        "last": HORIZON,
    }


def outcome(found: Projection, asked: Asked, lang: Lang) -> dict[str, object]:
    """Return what the median path comes to in the last year, and its change on the last known."""
    unit = unit_of(asked, lang)
    past = found.past["quantity"].dropna()
    end = float(found.quantity[MEDIAN].iloc[-1])
    return {
        "quantity": say(f"sectors.{asked.measure}", lang),
        "scenario": say(f"scenario.{asked.scenario}", lang),
        "amount": number(end / unit.tonnes, unit.digits),
        "unit": unit.name,
        "change": percent(end / float(past.iloc[-1]) - 1, 1, sign=True),
        "known": int(past.index[-1]),
        "last": HORIZON,
    }


def chances(found: Projection, asked: Asked, lang: Lang) -> dict[str, object]:
    """Return the shares of paths that meet the target, that peak in time and that clearly fall."""
    return {
        "scenario": say(f"scenario.{asked.scenario}", lang),
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


def about(part: float, lang: Lang) -> str:
    """Return a share with "about" before it, but where it is none, all, or next to it."""
    shown = share(part)
    return say("outlook.about", lang, share=shown) if shown.rstrip("%").isdigit() else shown


def remarks(ask: Ask, asked: Asked, lang: Lang) -> list[str]:
    """Return what must be said of a place: faulty data, why nothing is projected, or a doubt."""
    if asked.region_code == NATION:
        return [_of_nation(ask, asked, lang)]
    name = region_names(ask, lang)[asked.region_code]
    if not provinces(ask)["in_inventory"][asked.region_code]:
        return [say("regions.no_inventory", lang, name=name)]
    if project(ask, asked) is None:
        return [say("projection.withheld", lang, name=name)]
    years = {"first": LAST_YEAR - TREND_YEARS, "last": LAST_YEAR}
    return [say("projection.doubtful", lang, name=name, **years)] if is_doubtful(ask, asked) else []


def _of_nation(ask: Ask, asked: Asked, lang: Lang) -> str:
    """Return which data of the nation's sum are faulty, and what they do to its intensity."""
    if asked.measure == "energy":
        return fault_words(ask, "division_jump", lang)
    falls = {
        basis: float(nation.yearly(ask, "co2", basis)["index"][LAST_YEAR]) / 100 - 1
        for basis in ("total", "energy_related")
    }
    falls["without"] = nation.co2_change_without_faulty_cement(ask, LAST_YEAR)
    said = {key: percent(fall, 1, sign=True) for key, fall in falls.items()}
    bases = say("projection.bases", lang, first=BASE_YEAR, last=LAST_YEAR, **said)
    return f"{fault_words(ask, 'cement_implausible', lang)}{'' if lang == 'zh' else ' '}{bases}"


def is_doubtful(ask: Ask, asked: Asked) -> bool:
    """Return whether prices or accounting may have made the changes of a province with figures.

    Never of the nation. Over the years of the trend, or since the base year of its target.
    """
    if asked.region_code == NATION or not provinces(ask)["in_inventory"][asked.region_code]:
        return False
    since = (LAST_YEAR - TREND_YEARS, BASE_YEAR)
    found = (doubts.of_regions(ask, View(asked.measure), first)["is_doubtful"] for first in since)
    return any(bool(one[asked.region_code]) for one in found)

"""The words that all exhibits of a projection share: unit, place, outcome, chances, notes."""

from dataclasses import dataclass

from carbonpeak.findings import doubts
from carbonpeak.findings.projection import Asked, Projection, project
from carbonpeak.findings.view import TARGETS, Ask, View, provinces, region_names
from carbonpeak.thresholds import FAN, HORIZON, NATION, PATHS, PEAK_BEFORE, SEED, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import (
    TCE_PER_1E4_TCE,
    co2_national_scale,
    co2_scale,
    number,
    percent,
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
    return f"{name} {DOUBT}" if _is_doubtful(ask, asked) else name


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
    """Return the shares of paths that meet the target and that peak in time."""
    return {
        "scenario": say(f"scenario.{asked.scenario}", lang),
        "meets": percent(found.meets, 0),
        "peaks": percent(found.peaks, 0),
        "target": percent(-TARGETS[asked.measure], 1, sign=True),
        "median": percent(float(found.index[MEDIAN][TARGET_YEAR]) / 100 - 1, 1, sign=True),
        "year": TARGET_YEAR,
        "before": PEAK_BEFORE,
        "paths": PATHS_SHOWN,
    }


def notes(found: Projection, asked: Asked, lang: Lang) -> tuple[str, ...]:
    """Return how the paths were made: noise, seed, published growth, the scenario's rates."""
    rates = found.course[["growth", "change"]].iloc[-1]
    said = [
        say(
            "projection.how",
            lang,
            scenario=say(f"scenario.{asked.scenario}", lang),
            growth=percent(rates["growth"], 1, sign=True),
            change=percent(rates["change"], 1, sign=True),
            first=TARGET_YEAR + 1,
        ),
        say(
            "projection.noise",
            lang,
            paths=PATHS_SHOWN,
            seed=SEED,
            changes=len(found.changes),
            first=int(found.changes.index[0]) - 1,
            last=int(found.changes.index[-1]),
        ),
    ]
    given = found.course[found.course["is_given"]]
    if not given.empty:
        rates_given = [percent(rate, 1, sign=True) for rate in given["growth"]]
        listed = say("list.separator", lang).join(rates_given)
        years = {"first": given.index[0], "last": given.index[-1]}
        said.append(say("projection.given", lang, rates=listed, **years))
    return tuple(said)


def remarks(ask: Ask, asked: Asked, lang: Lang) -> list[str]:
    """Return what must be said of a province: why nothing is projected, or that it is doubtful."""
    if asked.region_code == NATION:
        return []
    name = region_names(ask, lang)[asked.region_code]
    if not provinces(ask)["in_inventory"][asked.region_code]:
        return [say("regions.no_inventory", lang, name=name)]
    if project(ask, asked) is None:
        return [say("projection.withheld", lang, name=name)]
    is_doubtful = _is_doubtful(ask, asked)
    return [say("projection.doubtful", lang, name=name)] if is_doubtful else []


def _is_doubtful(ask: Ask, asked: Asked) -> bool:
    """Return whether prices or accounting may have made the changes of a province with figures."""
    found = doubts.of_regions(ask, View(asked.measure))["is_doubtful"]
    covered = bool(provinces(ask)["in_inventory"][asked.region_code])
    return covered and bool(found[asked.region_code])

"""The three cards of the page Overview that are read in five seconds, and their one sentence."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import nation, power
from carbonpeak.domain.official import official_index
from carbonpeak.domain.sectors import coverage
from carbonpeak.domain.view import TARGETS
from carbonpeak.figures import power as power_words
from carbonpeak.figures.figure import Bullet, StatusCard, Trend
from carbonpeak.indicators.tiers import PACES, Tier
from carbonpeak.indicators.verdict import Verdict, verdict
from carbonpeak.thresholds import BASE_YEAR, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.topics.overview import cards as shared
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.words.numbers import as_written, co2_national, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# The states of a series that has reached its peak.
PEAKED = ("peaked", "peaked_passively")
TIERS: dict[str, Tier] = {pace: tier for tier, pace in PACES.items()}


def headline(data: Dataset, tell: Speaker) -> str:
    """Return where industry stands in one sentence: both targets, the peak, and why."""
    paces = {
        measure: tell(f"headline.{measure}", pace=tell(f"headline.pace.{_pace(data, measure)}"))
        for measure in TARGETS
    }
    found = power.split(data)
    state = peak_labels.clause(shared.judged_peak(data, data.last_year), tell)
    is_power = found.whole_t > 0 and found.power_t > 0 >= found.other_t
    why = tell("headline.power") if is_power else ""
    return tell("headline", **paces, peak=tell("headline.peak", state=state), why=why)


def cards(data: Dataset, tell: Speaker) -> tuple[StatusCard, ...]:
    """Return the cards of the two targets and of the peak."""
    return (_target(data, "energy", tell), _target(data, "co2", tell), _peak_card(data, tell))


def _index(data: Dataset, measure: str) -> "pd.Series[float]":
    """Return the index a target is judged by (2020 = 100): official energy, estimated CO2."""
    if measure == "energy":
        return official_index(data)
    found: pd.Series[float] = nation.yearly(data, "co2", "total")["index"]
    return found


def _standing(data: Dataset, measure: str) -> str:
    if measure == "energy":
        return "official"
    return str(nation.yearly(data, "co2", "total")["standing"][data.last_year])


def _stand(data: Dataset, measure: str) -> "pd.Series[Any]":
    index = _index(data, measure)
    return nation.stand(index, TARGETS[measure], int(index.index[-1]))


def _pace(data: Dataset, measure: str) -> str:
    """Return both yardsticks as the last part of a key: "ahead.late"."""
    stand = _stand(data, measure)
    return f"{stand['tier_schedule']}.{stand['tier_annual']}"


def _target(data: Dataset, measure: str, tell: Speaker) -> StatusCard:
    """Return the card of a target: done against due and target, a reason, the years so far."""
    stand, index = _stand(data, measure), _index(data, measure)
    change, due = float(stand["cumulative"]), float(stand["due"])
    year, target = int(index.index[-1]), TARGETS[measure]
    judged = verdict(TIERS[stand["tier_schedule"]], TIERS[stand["tier_annual"]])
    return StatusCard(
        name=tell(f"card.{measure}.name"),
        standing=_standing(data, measure),
        verdict=judged,
        words=tell(
            "status.verdict", verdict=tell(f"verdict.{judged}"), pace=_pace_words(stand, tell)
        ),
        value=shared.signed(change, due),
        since=tell("card.since", year=year),
        yardsticks=(
            tell("status.due", year=year, due=percent(due, sign=True)),
            tell("status.target", year=TARGET_YEAR, target=as_written(target)),
        ),
        reason=_reason(stand, year, tell),
        small=_small(data, measure, tell),
        bullet=Bullet(done=-change, due=-due, target=target),
        trends=(_trend(index.loc[BASE_YEAR:], tell(f"measure.{measure}")),),
    )


def _pace_words(stand: "pd.Series[Any]", tell: Speaker) -> str:
    """Return both yardsticks in words, of which the verdict is the summary."""
    return tell(f"headline.pace.{stand['tier_schedule']}.{stand['tier_annual']}")


def _reason(stand: "pd.Series[Any]", year: int, tell: Speaker) -> str:
    """Return what the last year did against the path, and what is still needed."""
    change, due = float(stand["change"]), float(stand["due_in_year"])
    words = {"year": year, "moved": moved(change, tell, due), "due": percent(-due)}
    rate = float(stand["rate_needed"])
    if rate <= 0:
        return tell("status.reason.passed", **words)
    needed = {"first": year + 1, "last": TARGET_YEAR, "rate": percent(rate)}
    return tell("status.reason", **words, **needed)


def _small(data: Dataset, measure: str, tell: Speaker) -> str:
    """Return what the methods say of the target year, or that no official figure was found."""
    if measure == "energy":
        return tell("status.landing", last=TARGET_YEAR, **shared.landed(data))
    return tell("status.no_official")


def _peak_card(data: Dataset, tell: Speaker) -> StatusCard:
    """Return the card of the peak: the state, the level, and power against all other industry."""
    rows = data.ask("nation__yearly").set_index("year")
    emitted = rows["co2_t"].dropna().astype(float)
    last, found = int(emitted.index[-1]), power.split(data)
    state = str(shared.judged_peak(data, data.last_year)["state"])
    other = {
        "year": found.other_peak_year,
        "below": percent(found.other_below),
        "count": found.provinces,
    }
    return StatusCard(
        name=tell("card.peak.name"),
        standing=str(rows["co2_standing"][last]),
        verdict=_of_state(state),
        words=peak_labels.state(state, tell),
        value=co2_national(emitted[last], tell.lang),
        since=tell("status.covered", year=last, count=len(coverage(data).covered)),
        yardsticks=(tell("card.target.peak", year=PEAK_BEFORE),),
        reason=power_words.title(found, tell),
        small=tell("status.without_power", **other),
        bullet=None,
        trends=(_trend(emitted, tell("status.all_industry")),),
    )


def _of_state(state: str) -> Verdict:
    """Return a peak state as a verdict: a target that lies ahead can be at risk, not missed."""
    if state == "unknown":
        return "unknown"
    return "on_track" if state in PEAKED else "at_risk"


def _trend(values: "pd.Series[float]", name: str) -> Trend:
    return Trend(name, tuple(int(year) for year in values.index), tuple(map(float, values)))

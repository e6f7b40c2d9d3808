"""The cards of the page Overview: the two targets of 2025 and the peak before 2030, at a glance."""

from typing import Any

import pandas as pd

from carbonpeak.exhibits import peak_labels
from carbonpeak.exhibits.exhibit import Card
from carbonpeak.exhibits.nowcast import ends as range_words
from carbonpeak.exhibits.origin import LAST_YEAR
from carbonpeak.findings import nation, nowcast, peaks
from carbonpeak.findings.official import official_index
from carbonpeak.findings.view import BASES, TARGETS, Ask
from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import BASE_YEAR, NATION, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import co2_national, percent

# A cement cell is withheld in 2020 and another in 2022: changes leave both provinces' cement out.
COMPARABLE = "co2_without_faulty_cement_t"


def energy(ask: Ask, lang: Lang) -> Card:
    """Return the card of the energy target: official figures, and where methods put 2025."""
    index = official_index(ask)
    span = {"first": int(index.index[-1]) + 1, "last": TARGET_YEAR}
    landed = say("card.energy.nowcast", lang, **span, **_landed(ask))
    return _target_card("energy", index, "official", lang, lines=(landed,))


def carbon(ask: Ask, lang: Lang) -> Card:
    """Return the card of the CO2 target, from the estimate (there is no official figure)."""
    estimate = nation.yearly(ask, "co2", "total")
    standing = str(estimate["standing"][LAST_YEAR])
    remarks = (_range(ask, lang), say("card.co2.note", lang))
    return _target_card("co2", estimate["index"], standing, lang, remarks)


def peak(ask: Ask, lang: Lang) -> Card:
    """Return the card of the peak: the nation's state by the rule, and how the provinces stand."""
    emitted, comparable = _emitted(ask, "co2_t"), _emitted(ask, COMPARABLE)
    last = int(emitted.index[-1])
    states = peaks.provinces_by_last_year(ask, "total")[last]
    changes = say(
        "card.peak.change",
        lang,
        change=percent(comparable[last] / comparable[last - 1] - 1, 1, sign=True),
        since=percent(comparable[last] / comparable[BASE_YEAR] - 1, 1, sign=True),
    )
    level = say("card.peak.level", lang, year=last, amount=co2_national(emitted[last], lang))
    counts = peak_labels.counts(states, lang)
    kind = ask("nation__yearly").set_index("year")["co2_standing"][last]
    small = say("card.last", lang, year=last, standing=say(f"standing.{kind}", lang))
    return Card(
        name=say("card.peak.name", lang),
        value=peak_labels.state(_judged_peak(ask, last)["state"], lang),
        since="",
        tiers=(),
        lines=(
            say("card.target.peak", lang, year=PEAK_BEFORE),
            level,
            changes,
            say("card.peak.provinces", lang, total=len(states), counts=counts),
        ),
        small=f"{small} · {say('card.peak.note', lang)}",
        value_is_words=True,
    )


def verdict(ask: Ask, lang: Lang) -> str:
    """Return the page in one sentence: both targets by cumulative progress, and the peak."""
    indices = {
        "energy": official_index(ask),
        "co2": nation.yearly(ask, "co2", "total")["index"],
    }
    words = {
        measure: say(f"verdict.{_stand(measure, index)['tier_schedule']}", lang)
        for measure, index in indices.items()
    }
    comparable = _emitted(ask, COMPARABLE)
    moved = percent(comparable.iloc[-1] / comparable.iloc[-2] - 1, 1, sign=True)
    state = peak_labels.clause(_judged_peak(ask, LAST_YEAR), lang)
    words["peak"] = say("verdict.peak", lang, state=state, change=moved)
    return say("overview.verdict", lang, year=LAST_YEAR, **words, **_landed(ask))


def _judged_peak(ask: Ask, last: int) -> "pd.Series[Any]":
    """Return what the rule says of all industry of the nation."""
    return peaks.by_last_year(ask, "total", NATION, peaks.ALL).loc[[last]].iloc[0]


def _landed(ask: Ask) -> dict[str, object]:
    """Return between which falls the methods put 2025, how many they are and reach the target."""
    ends = nowcast.methods(ask)["cumulative"]
    met = int((ends <= -TARGETS["energy"]).sum())
    return {**range_words(ends), "methods": len(ends), "met": met}


def _emitted(ask: Ask, column: str) -> "pd.Series[float]":
    """Return the nation's industrial CO2 by year, t, whole or without faulty cement."""
    return ask("nation__yearly").set_index("year")[column].astype(float)


def _stand(measure: str, index: "pd.Series[float]") -> "pd.Series[Any]":
    return nation.stand(index, TARGETS[measure], LAST_YEAR)


def _range(ask: Ask, lang: Lang) -> str:
    """Return between which changes the estimate lies by its bases."""
    indices = (nation.yearly(ask, "co2", basis)["index"] for basis in BASES["co2"])
    changes = [float(index[LAST_YEAR]) / 100 - 1 for index in indices]
    changes.append(nation.co2_change_without_faulty_cement(ask, LAST_YEAR))
    low, high = (percent(one, 1, sign=True) for one in (max(changes), min(changes)))
    return say("card.co2.range", lang, low=low, high=high)


def _target_card(
    measure: str,
    index: "pd.Series[float]",
    standing: str,
    lang: Lang,
    remarks: tuple[str, ...] = (),
    lines: tuple[str, ...] = (),
) -> Card:
    stand = _stand(measure, index)
    last = say("card.last", lang, year=LAST_YEAR, standing=say(f"standing.{standing}", lang))
    return Card(
        name=say(f"card.{measure}.name", lang),
        value=percent(stand["cumulative"], 1, sign=True),
        since=say("card.since", lang, year=LAST_YEAR),
        tiers=(
            (say("card.by_schedule", lang), str(stand["tier_schedule"])),
            (say("card.by_year", lang), str(stand["tier_annual"])),
        ),
        lines=(
            say(f"card.target.{measure}", lang, target=percent(TARGETS[measure])),
            *target_lines(TARGETS[measure], stand, lang),
            *lines,
        ),
        small=" · ".join((last, *remarks)),
    )


def target_lines(target: float, stand: "pd.Series[Any]", lang: Lang) -> tuple[str, str, str]:
    """Return progress against time, the last year against the steady rate, and what is needed."""
    reached, due = percent(stand["progress"]), percent(stand["schedule"], 0)
    change, rate = percent(stand["change"], 1, sign=True), percent(rules.yearly_rate(target), 2)
    return (
        say("card.progress", lang, progress=reached, schedule=due),
        say("card.year", lang, year=LAST_YEAR, change=change, rate=rate),
        _needed(stand["rate_needed"], lang),
    )


def _needed(rate: float, lang: Lang) -> str:
    """Return the yearly fall still needed, or that the target is passed already."""
    if rate <= 0:
        return say("template.card.passed", lang, last=TARGET_YEAR)
    words = {"first": LAST_YEAR + 1, "last": TARGET_YEAR, "rate": percent(rate, 2)}
    return say("card.needed", lang, **words)

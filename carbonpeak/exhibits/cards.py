"""The cards of the page Overview: the two targets of 2025 and the peak before 2030, at a glance."""

from typing import Any

import pandas as pd

from carbonpeak.exhibits.exhibit import Card
from carbonpeak.exhibits.origin import LAST_YEAR
from carbonpeak.findings import nation
from carbonpeak.findings.official import official_index
from carbonpeak.findings.view import BASES, TARGETS, Ask
from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import BASE_YEAR, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import co2_national, percent


def energy(ask: Ask, lang: Lang) -> Card:
    """Return the card of the energy target, from the official figures alone."""
    return _target_card("energy", official_index(ask), "official", lang)


def carbon(ask: Ask, lang: Lang) -> Card:
    """Return the card of the CO2 target, from the estimate (there is no official figure)."""
    estimate = nation.yearly(ask, "co2", "total")
    standing = str(estimate["standing"][LAST_YEAR])
    remarks = (_range(ask, lang), say("card.co2.note", lang))
    return _target_card("co2", estimate["index"], standing, lang, remarks)


def peak(ask: Ask, lang: Lang) -> Card:
    """Return the card of the peak: which year is highest so far, and how the last year moved."""
    emitted = _emitted(ask)
    highest, last = _highest(emitted), int(emitted.index[-1])
    changes = say(
        "card.peak.change",
        lang,
        change=percent(emitted[last] / emitted[last - 1] - 1, 1, sign=True),
        since=percent(emitted[last] / emitted[BASE_YEAR] - 1, 1, sign=True),
    )
    level = say("card.peak.level", lang, year=last, amount=co2_national(emitted[last], lang))
    kind = ask("nation__yearly").set_index("year")["co2_standing"][last]
    small = say("card.last", lang, year=last, standing=say(f"standing.{kind}", lang))
    return Card(
        name=say("card.peak.name", lang),
        value=say("card.peak.rising" if highest == last else "card.peak.past", lang, year=highest),
        since="",
        tiers=(),
        lines=(say("card.target.peak", lang, year=PEAK_BEFORE), level, changes),
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
    emitted = _emitted(ask)
    highest = _highest(emitted)
    key = "verdict.rising" if highest == emitted.index[-1] else "verdict.past"
    moved = percent(emitted.iloc[-1] / emitted.iloc[-2] - 1, 1, sign=True)
    peak_words = say(key, lang, highest=highest, change=moved)
    return say("overview.verdict", lang, year=LAST_YEAR, peak=peak_words, **words)


def _emitted(ask: Ask) -> "pd.Series[float]":
    """Return the nation's industrial CO2 by year, t."""
    return ask("nation__yearly").set_index("year")["co2_t"].astype(float)


def _highest(emitted: "pd.Series[float]") -> int:
    return int(emitted.index[emitted == emitted.max()][0])


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
            *_target_lines(TARGETS[measure], stand, lang),
        ),
        small=" · ".join((last, *remarks)),
    )


def _target_lines(target: float, stand: "pd.Series[Any]", lang: Lang) -> tuple[str, str, str]:
    """Return progress against time, the last year against the steady rate, and what is needed."""
    reached, due = percent(stand["progress"]), percent(stand["schedule"], 0)
    change, rate = percent(stand["change"], 1, sign=True), percent(rules.yearly_rate(target), 2)
    needed = percent(stand["rate_needed"], 2)
    return (
        say("card.progress", lang, progress=reached, schedule=due),
        say("card.year", lang, year=LAST_YEAR, change=change, rate=rate),
        say("card.needed", lang, first=LAST_YEAR + 1, last=TARGET_YEAR, rate=needed),
    )

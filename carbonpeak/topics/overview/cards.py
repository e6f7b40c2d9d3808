"""The cards of the page Overview: the two targets of 2025 and the peak before 2030, at a glance."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import nation, power
from carbonpeak.domain.official import last_official_year, official_index
from carbonpeak.domain.view import BASES, TARGETS
from carbonpeak.figures import cards, labels
from carbonpeak.figures import power as power_words
from carbonpeak.figures.figure import Card
from carbonpeak.thresholds import BASE_YEAR, NATION, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.topics.outlook import analysis_nowcast as nowcast
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.topics.peak import tiles as peak_tiles
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.words.numbers import as_written, co2_national, enough_digits, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# By each yardstick: the change, and what the path asks of it.
YARDSTICKS = (("schedule", "cumulative", "due"), ("annual", "change", "due_in_year"))
# A cement cell is withheld in 2020 and another in 2022: changes leave both provinces' cement out.
COMPARABLE = "co2_without_faulty_cement_t"


def energy(data: Dataset, tell: Speaker) -> Card:
    """Return the card of the energy target: official figures, and where methods put 2025."""
    index = official_index(data)
    span = {"first": int(index.index[-1]) + 1, "last": TARGET_YEAR}
    line = tell("card.energy.nowcast", **span, **landed(data))
    return _target_card("energy", index, "official", tell, lines=(line,))


def carbon(data: Dataset, tell: Speaker) -> Card:
    """Return the card of the CO2 target, from the estimate (there is no official figure)."""
    estimate = nation.yearly(data, "co2", "total")
    standing = str(estimate["standing"][data.last_year])
    remarks = (_range(data, tell), tell("card.co2.note"))
    return _target_card("co2", estimate["index"], standing, tell, remarks)


def peak(data: Dataset, tell: Speaker) -> Card:
    """Return the card of the peak: the nation's state by the rule, and how the provinces stand."""
    emitted, comparable = _emitted(data, "co2_t"), _emitted(data, COMPARABLE)
    last = int(emitted.index[-1])
    states = peaks.provinces_by_last_year(data, "total")[last]
    changes = tell(
        "card.peak.change",
        names=labels.region_list(data, nation.faulty_cement(data), tell),
        change=moved(comparable[last] / comparable[last - 1] - 1, tell, amount=True),
        since=moved(comparable[last] / comparable[BASE_YEAR] - 1, tell, amount=True),
    )
    level = tell("card.peak.level", year=last, amount=co2_national(emitted[last], tell.lang))
    counts = peak_labels.counts(states, tell)
    kind = data.ask("nation__yearly").set_index("year")["co2_standing"][last]
    small = tell("card.last", year=last, standing=tell(f"standing.{kind}"))
    return Card(
        name=tell("card.peak.nation", count=len(states)),
        value=peak_labels.state(judged_peak(data, last)["state"], tell),
        since="",
        tiers=(),
        lines=(
            tell("card.target.peak", year=PEAK_BEFORE),
            level,
            changes,
            peak_tiles.headline(data, PeakChoices(last), tell),
            tell("card.peak.provinces", total=len(states), counts=counts),
        ),
        small=tell.clauses((small, tell("card.peak.note"))),
        value_is_words=True,
    )


def key_finding(data: Dataset, tell: Speaker) -> str:
    """Return what power and heat and all other industry did to CO2 since 2020, in Markdown."""
    found = power.split(data)
    return f"**{power_words.title(found, tell)}** {power_words.sentence(found, tell)}"


def key_caveats(data: Dataset, tell: Speaker) -> str:
    """Return what must be read beside the key finding: cement left out, doubtful chemicals."""
    return tell.sentences(power_words.caveats(data, power.split(data), tell))


def verdict(data: Dataset, tell: Speaker) -> str:
    """Return the page in one sentence: both targets by both yardsticks, and the peak."""
    indices = {
        "energy": official_index(data),
        "co2": nation.yearly(data, "co2", "total")["index"],
    }
    words = {measure: _pace(measure, index, tell) for measure, index in indices.items()}
    comparable = _emitted(data, COMPARABLE)
    change = moved(comparable.iloc[-1] / comparable.iloc[-2] - 1, tell, amount=True)
    state = peak_labels.clause(judged_peak(data, data.last_year), tell)
    words["peak"] = tell("verdict.peak", state=state, change=change)
    unknown = tell.years(last_official_year(data) + 1, TARGET_YEAR)
    target = as_written(TARGETS["energy"])
    return tell("overview.verdict", unknown=unknown, target=target, **words, **landed(data))


def _pace(measure: str, index: "pd.Series[float]", tell: Speaker) -> str:
    """Return a measure by both yardsticks: what it did, and whether the schedule asks for more."""
    stand, words = _stand(measure, index), {}
    for key, change, due in YARDSTICKS:
        words[key] = moved(float(stand[change]), tell, float(stand[due]))
        words[f"pace_{key}"] = tell(f"verdict.{stand[f'tier_{key}']}")
    return tell(f"verdict.measure.{measure}", year=int(index.index[-1]), base=BASE_YEAR, **words)


def judged_peak(data: Dataset, last: int) -> "pd.Series[Any]":
    """Return what the rule says of all industry of the nation."""
    return peaks.by_last_year(data, "total", NATION, peaks.ALL).loc[[last]].iloc[0]


def landed(data: Dataset) -> dict[str, object]:
    """Return between which falls the methods put 2025, how many they are and reach the target."""
    falls = -nowcast.methods(data)["cumulative"]
    met = int((falls >= TARGETS["energy"]).sum())
    least, most = percent(float(falls.min())), percent(float(falls.max()))
    return {"least": least, "most": most, "methods": len(falls), "met": met}


def _emitted(data: Dataset, column: str) -> "pd.Series[float]":
    """Return the nation's industrial CO2 by year, t, whole or without faulty cement."""
    return data.ask("nation__yearly").set_index("year")[column].astype(float)


def _stand(measure: str, index: "pd.Series[float]") -> "pd.Series[Any]":
    """Return the judgement on a measure in the last year of its index."""
    return nation.stand(index, TARGETS[measure], int(index.index[-1]))


def _range(data: Dataset, tell: Speaker) -> str:
    """Return between which falls the estimate lies by its bases."""
    indices = (nation.yearly(data, "co2", basis)["index"] for basis in BASES["co2"])
    falls = [1 - float(index[data.last_year]) / 100 for index in indices]
    falls.append(-nation.co2_change_without_faulty_cement(data, data.last_year))
    return tell("card.co2.range", low=percent(min(falls)), high=percent(max(falls)))


def signed(change: float, due: float) -> str:
    """Return a change with its sign, with the decimals that keep it on its side of what is due."""
    return percent(change, enough_digits(100 * change, 1, 100 * due), sign=True)


def _target_card(
    measure: str,
    index: "pd.Series[float]",
    standing: str,
    tell: Speaker,
    remarks: tuple[str, ...] = (),
    lines: tuple[str, ...] = (),
) -> Card:
    stand, year = _stand(measure, index), int(index.index[-1])
    last = tell("card.last", year=year, standing=tell(f"standing.{standing}"))
    return Card(
        name=tell(f"card.{measure}.name"),
        value=signed(float(stand["cumulative"]), float(stand["due"])),
        since=tell("card.since", year=year),
        tiers=(
            (tell("card.by_schedule"), str(stand["tier_schedule"])),
            (tell("card.by_year"), str(stand["tier_annual"])),
        ),
        lines=(
            tell(f"card.target.{measure}", target=as_written(TARGETS[measure])),
            *cards.target_lines(TARGETS[measure], stand, year, tell),
            *lines,
        ),
        small=tell.clauses((last, *remarks)),
    )

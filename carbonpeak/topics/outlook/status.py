"""The page Outlook in five seconds: one sentence with its doubt, and cards of one number each."""

from dataclasses import replace

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Card
from carbonpeak.indicators.nowcast import verdict
from carbonpeak.thresholds import ENERGY_TARGET, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.topics.outlook import analysis_nowcast, cards, labels
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion, project
from carbonpeak.topics.outlook.nowcast import reached, span
from carbonpeak.words.numbers import as_written, share
from carbonpeak.words.speaker import Speaker


def headline(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return whether 2025 is met by the estimates, and how many simulated paths peak in time."""
    co2 = replace(question, measure="co2")
    return tell("outlook.status", landed=_landed(data, tell), ahead=_ahead(data, co2, tell))


def at_a_glance(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> tuple[Card, ...]:
    """Return the cards of the energy target, of the CO2 target and of the peak."""
    co2 = replace(question, measure="co2")
    return (
        _energy(data, tell),
        _simulated("target", data, co2, tell),
        _simulated("peak", data, co2, tell),
    )


def _methods(data: Dataset) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the methods, and those of them that reach the target."""
    methods = analysis_nowcast.methods(data)
    return methods, reached(methods)


def _landed(data: Dataset, tell: Speaker) -> str:
    methods, met = _methods(data)
    case = verdict(methods["cumulative"], ENERGY_TARGET)
    is_unverified = len(met) > 0 and met["standing"].eq("unverified").all()
    return tell(
        f"outlook.status.{case}",
        year=TARGET_YEAR,
        met=len(met),
        methods=len(methods),
        doubt=tell("outlook.status.unverified") if is_unverified else "",
    )


def _ahead(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    place, projection = labels.place_name(data, question, tell), project(data, question)
    if projection is None or labels.is_doubtful(data, question):
        key = "unprojected" if projection is None else "doubtful"
        return tell(f"outlook.status.{key}", place=place)
    paths = labels.about(projection.peaks, tell)
    return tell("outlook.status.peaks", place=place, before=PEAK_BEFORE, paths=paths)


def _energy(data: Dataset, tell: Speaker) -> Card:
    methods, met = _methods(data)
    changes, target = span(methods["cumulative"], tell), as_written(ENERGY_TARGET)
    return _card(
        tell("outlook.status.energy", year=TARGET_YEAR),
        tell("outlook.status.of", met=len(met), methods=len(methods)),
        tell("outlook.status.span", span=changes, target=target),
    )


def _simulated(kind: str, data: Dataset, question: ProjectionQuestion, tell: Speaker) -> Card:
    """Return the card of a share of simulated paths, or that there is none."""
    year = PEAK_BEFORE if kind == "peak" else TARGET_YEAR
    place = labels.place_name(data, question, tell)
    name = tell(f"outlook.status.{kind}", year=year, place=place)
    projection = project(data, question)
    if projection is None or labels.is_doubtful(data, question):
        return _card(
            name, tell("outlook.card.none" if projection is None else "outlook.card.doubtful"), ""
        )
    part = share(projection.peaks) if kind == "peak" else share(projection.meets, 1)
    scenario = labels.scenario_name(data, question.scenario, tell)
    across = cards.by_scenario(kind, data, question, tell)
    key = "scenario" if kind == "peak" else "trends"
    return _card(name, part, tell(f"outlook.status.{key}", scenario=scenario, range=across))


def _card(name: str, value: str, line: str) -> Card:
    lines = (line,) if line else ()
    return Card(name, value, since="", tiers=(), lines=lines, small="", value_is_words=True)

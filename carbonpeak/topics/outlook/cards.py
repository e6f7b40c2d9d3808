"""The page Outlook at a glance: the cards of nowcast, peak and target, and one sentence."""

from dataclasses import replace

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Card
from carbonpeak.thresholds import ENERGY_TARGET, PEAK_BEFORE, SEED
from carbonpeak.topics.outlook import analysis_nowcast, analysis_per_gdp, labels
from carbonpeak.topics.outlook.analysis_projection import SCENARIOS, Asked, Projection, project
from carbonpeak.topics.outlook.nowcast import ends, reach
from carbonpeak.words.numbers import percent, share
from carbonpeak.words.speaker import Speaker

# The scenarios of a range: all but the reader's own; and for the target of 2025 those that do not
# start from its rate, which meet it in about half of all paths by construction.
OF_PEAK = tuple(one for one in SCENARIOS["co2"] if one != "own")
OF_TARGET = tuple(one for one in OF_PEAK if one != "plan")


def verdict(data: Dataset, asked: Asked, tell: Speaker) -> str:
    """Return the page in one sentence: where 2025 landed, and what the simulation says of CO2."""
    found = analysis_nowcast.methods(data)
    return tell(
        "outlook.verdict",
        target=percent(-ENERGY_TARGET, 1, sign=True),
        landed=_landed(found, tell),
        ahead=_ahead(data, replace(asked, measure="co2"), tell),
        **ends(found["cumulative"]),
    )


def landed(data: Dataset, tell: Speaker) -> Card:
    """Return the card of the nowcast: the range of the methods against the target of 2025."""
    found = analysis_nowcast.methods(data)
    kinds = [tell(f"standing.{one}") for one in found["standing"].unique()]
    return Card(
        name=tell("outlook.card.landed"),
        value=tell("outlook.card.range", **ends(found["cumulative"])),
        since=tell("outlook.card.since"),
        tiers=(),
        lines=(
            tell("card.target.energy", target=percent(ENERGY_TARGET)),
            tell("outlook.card.outcome", landed=_landed(found, tell)),
            tell("outlook.card.corrected", **ends(found["corrected"])),
            tell("outlook.card.break"),
        ),
        small=tell("figure.standing", standings=tell("list.separator").join(kinds)),
        value_is_words=True,
    )


def peak(data: Dataset, asked: Asked, tell: Speaker) -> Card:
    """Return the card of the peak: the share of paths whose CO2 peaks before 2030."""
    asked = replace(asked, measure="co2")
    found = project(data, asked)
    if found is None or labels.is_doubtful(data, asked):
        return _no_card("peak", data, asked, tell)
    return Card(
        name=tell("outlook.card.peak", place=labels.place_name(data, asked, tell)),
        value=share(found.peaks),
        since=_scenario(asked, tell),
        tiers=(),
        lines=(
            tell("card.target.peak", year=PEAK_BEFORE),
            tell("outlook.card.falls", **labels.chances(found, asked, tell)),
            tell("outlook.card.median", **labels.outcome(found, asked, tell)),
            tell("outlook.card.range_of", **_range(data, asked, "peaks", OF_PEAK)),
        ),
        small=_small(found, asked, tell),
    )


def target(data: Dataset, asked: Asked, tell: Speaker) -> Card:
    """Return the card of the target: the share of paths that meet the CO2 target of 2025."""
    asked = replace(asked, measure="co2")
    found = project(data, asked)
    if found is None or labels.is_doubtful(data, asked):
        return _no_card("target", data, asked, tell)
    said = labels.chances(found, asked, tell)
    return Card(
        name=tell("outlook.card.target", place=labels.place_name(data, asked, tell)),
        value=share(found.meets),
        since=_scenario(asked, tell),
        tiers=(),
        lines=(
            tell("outlook.card.index", **said),
            tell("outlook.card.range_of_trends", **_range(data, asked, "meets", OF_TARGET)),
            _society(data, found, tell),
            tell("outlook.card.worded"),
        ),
        small=_small(found, asked, tell),
    )


def _landed(found: pd.DataFrame, tell: Speaker) -> str:
    return reach("landed", found, tell)


def _ahead(data: Dataset, asked: Asked, tell: Speaker) -> str:
    place, found = labels.place_name(data, asked, tell), project(data, asked)
    if found is None:
        return tell("outlook.ahead.none", place=place)
    if labels.is_doubtful(data, asked):
        return tell("outlook.ahead.doubtful", place=place)
    said = labels.chances(found, asked, tell) | _range(data, asked, "peaks", OF_PEAK)
    said |= {key: labels.about(getattr(found, key), tell) for key in ("peaks", "meets")}
    return tell("outlook.ahead", place=place, **said)


def _society(data: Dataset, found: Projection, tell: Speaker) -> str:
    """Return the share of paths that pass the whole society's fall."""
    society = percent(analysis_per_gdp.society_change(data), 1, sign=True)
    return tell("outlook.card.society", society=society, passes=share(found.passes or 0.0))


def _range(data: Dataset, asked: Asked, of: str, scenarios: tuple[str, ...]) -> dict[str, object]:
    """Return the lowest and the highest share of paths among scenarios."""
    results = [project(data, replace(asked, scenario=one)) for one in scenarios]
    shares = [float(getattr(one, of)) for one in results if one is not None]
    return {"low": share(min(shares)), "high": share(max(shares)), "count": len(shares)}


def _scenario(asked: Asked, tell: Speaker) -> str:
    return tell(
        "outlook.card.scenario",
        scenario=tell(f"scenario.{asked.scenario}"),
        paths=labels.PATHS_SHOWN,
    )


def _small(found: Projection, asked: Asked, tell: Speaker) -> str:
    known = labels.outcome(found, asked, tell)["known"]
    standing = tell("standing.scenario")
    return tell("outlook.card.small", standing=standing, seed=SEED, known=known)


def _no_card(kind: str, data: Dataset, asked: Asked, tell: Speaker) -> Card:
    """Return a card that says why there is no number: none can be calculated, or it is doubtful."""
    reason = "none" if project(data, asked) is None else "doubtful"
    return Card(
        name=tell(f"outlook.card.{kind}", place=labels.place_name(data, asked, tell)),
        value=tell(f"outlook.card.{reason}"),
        since="",
        tiers=(),
        lines=tuple(labels.remarks(data, asked, tell)),
        small="",
        value_is_words=True,
    )

"""The page Outlook at a glance: the cards of nowcast, peak and target, and one sentence."""

from dataclasses import replace

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Card
from carbonpeak.thresholds import ENERGY_TARGET, PEAK_BEFORE, SEED
from carbonpeak.topics.outlook import analysis_nowcast, analysis_per_gdp, labels
from carbonpeak.topics.outlook.analysis_projection import (
    SCENARIOS,
    Projection,
    ProjectionQuestion,
    project,
)
from carbonpeak.topics.outlook.nowcast import ends, reach, spans
from carbonpeak.words.numbers import percent, share
from carbonpeak.words.speaker import Speaker

# The scenarios of a range: all but the reader's own; and for the target of 2025 those that do not
# start from its rate, which meet it in about half of all paths by construction.
OF_PEAK = tuple(code for code in SCENARIOS["co2"] if code != "own")
OF_TARGET = tuple(code for code in OF_PEAK if code != "plan")


def verdict(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return the page in one sentence: where 2025 landed, and what the simulation says of CO2."""
    methods = analysis_nowcast.methods(data)
    return tell(
        "outlook.verdict",
        target=percent(-ENERGY_TARGET, 1, sign=True),
        landed=reach("landed", methods, tell),
        ahead=_ahead(data, replace(question, measure="co2"), tell),
        **ends(methods["cumulative"]),
    )


def landed(data: Dataset, tell: Speaker) -> Card:
    """Return the card of the nowcast: the range of the methods against the target of 2025."""
    methods = analysis_nowcast.methods(data)
    standings = tell.listed(tell(f"standing.{code}") for code in methods["standing"].unique())
    corrected = ends(methods["corrected"]) | spans(data)
    return Card(
        name=tell("outlook.card.landed"),
        value=tell("outlook.card.range", **ends(methods["cumulative"])),
        since=tell("outlook.card.since"),
        tiers=(),
        lines=(
            tell("card.target.energy", target=percent(ENERGY_TARGET)),
            tell("outlook.card.outcome", landed=reach("landed", methods, tell)),
            tell("outlook.card.corrected", **corrected),
            tell("outlook.card.break"),
        ),
        small=tell("figure.standing", standings=standings),
        value_is_words=True,
    )


def peak(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> Card:
    """Return the card of the peak: the share of paths whose CO2 peaks before 2030."""
    question = replace(question, measure="co2")
    projection = project(data, question)
    if projection is None or labels.is_doubtful(data, question):
        return _no_card("peak", data, question, tell)
    outcome = labels.outcome(data, projection, question, tell)
    return Card(
        name=tell("outlook.card.peak", place=labels.place_name(data, question, tell)),
        value=share(projection.peaks),
        since=_scenario(data, question, tell),
        tiers=(),
        lines=(
            tell("card.target.peak", year=PEAK_BEFORE),
            tell("outlook.card.falls", **labels.chances(data, projection, question, tell)),
            tell("outlook.card.median", **outcome),
            tell("outlook.card.range_of", **_range(data, question, "peaks", OF_PEAK)),
        ),
        small=_small(data, tell),
    )


def target(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> Card:
    """Return the card of the target: the share of paths that meet the CO2 target of 2025."""
    question = replace(question, measure="co2")
    projection = project(data, question)
    if projection is None or labels.is_doubtful(data, question):
        return _no_card("target", data, question, tell)
    return Card(
        name=tell("outlook.card.target", place=labels.place_name(data, question, tell)),
        value=share(projection.meets),
        since=_scenario(data, question, tell),
        tiers=(),
        lines=(
            tell("outlook.card.index", **labels.chances(data, projection, question, tell)),
            tell("outlook.card.range_of_trends", **_range(data, question, "meets", OF_TARGET)),
            _society(data, projection, tell),
            tell("outlook.card.worded"),
        ),
        small=_small(data, tell),
    )


def _ahead(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return what the simulation says of a place, or why nothing is said of it."""
    place = labels.place_name(data, question, tell)
    projection = project(data, question)
    if projection is None:
        return tell("outlook.ahead.none", place=place)
    if labels.is_doubtful(data, question):
        return tell("outlook.ahead.doubtful", place=place)
    places = labels.chances(data, projection, question, tell)
    places |= _range(data, question, "peaks", OF_PEAK)
    places |= {key: labels.about(getattr(projection, key), tell) for key in ("peaks", "meets")}
    return tell("outlook.ahead", place=place, **places)


def _society(data: Dataset, projection: Projection, tell: Speaker) -> str:
    """Return the share of paths that pass the whole society's fall."""
    society = percent(analysis_per_gdp.society_change(data), 1, sign=True)
    return tell("outlook.card.society", society=society, passes=share(projection.passes or 0.0))


def _range(
    data: Dataset, question: ProjectionQuestion, what: str, scenarios: tuple[str, ...]
) -> dict[str, object]:
    """Return the lowest and the highest share of paths among scenarios."""
    projections = [project(data, question.under(code)) for code in scenarios]
    shares = [float(getattr(own, what)) for own in projections if own is not None]
    return {"low": share(min(shares)), "high": share(max(shares)), "count": len(shares)}


def _scenario(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    name = labels.scenario_name(data, question.scenario, tell)
    return tell("outlook.card.scenario", scenario=name, paths=labels.PATHS_SHOWN)


def _small(data: Dataset, tell: Speaker) -> str:
    standing = tell("standing.scenario")
    return tell("outlook.card.small", standing=standing, seed=SEED, known=data.last_year)


def _no_card(name: str, data: Dataset, question: ProjectionQuestion, tell: Speaker) -> Card:
    """Return a card that says why there is no number: none can be calculated, or it is doubtful."""
    reason = "none" if project(data, question) is None else "doubtful"
    return Card(
        name=tell(f"outlook.card.{name}", place=labels.place_name(data, question, tell)),
        value=tell(f"outlook.card.{reason}"),
        since="",
        tiers=(),
        lines=tuple(labels.remarks(data, question, tell)),
        small="",
        value_is_words=True,
    )

"""The page Outlook at a glance: the cards of nowcast, peak and target, and one sentence."""

from dataclasses import replace

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Card
from carbonpeak.thresholds import ENERGY_TARGET, PEAK_BEFORE, SEED, TARGET_YEAR
from carbonpeak.topics.outlook import analysis_nowcast, analysis_per_gdp, labels
from carbonpeak.topics.outlook.analysis_projection import (
    SCENARIOS,
    Projection,
    ProjectionQuestion,
    project,
)
from carbonpeak.topics.outlook.notes import without
from carbonpeak.topics.outlook.nowcast import reach, span, spans
from carbonpeak.words.numbers import as_written, share
from carbonpeak.words.sentences import moved
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
        year=TARGET_YEAR,
        target=as_written(ENERGY_TARGET),
        span=span(methods["cumulative"], tell),
        landed=reach(methods, tell),
        ahead=_ahead(data, replace(question, measure="co2"), tell),
    )


def landed(data: Dataset, tell: Speaker) -> Card:
    """Return the card of the nowcast: the range of the methods against the target of 2025."""
    methods = analysis_nowcast.methods(data)
    standings = tell.listed(tell(f"standing.{code}") for code in methods["standing"].unique())
    corrected = {"span": span(methods["corrected"], tell), **spans(data)}
    return Card(
        name=tell("outlook.card.landed", year=TARGET_YEAR),
        value=span(methods["cumulative"], tell),
        since=tell("outlook.card.since", year=TARGET_YEAR),
        tiers=(),
        lines=(
            tell("card.target.energy", target=as_written(ENERGY_TARGET)),
            tell("outlook.card.outcome", landed=reach(methods, tell)),
            tell("outlook.card.corrected", **corrected),
            tell("outlook.card.break"),
        ),
        small=tell("figure.standing", standings=standings),
        value_is_words=True,
    )


def peak(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> Card:
    """Return the card of the peak: the shares of paths whose CO2 peaks before 2030, by scenario."""
    question = replace(question, measure="co2")
    projection = project(data, question)
    if projection is None or labels.is_doubtful(data, question):
        return _no_card("peak", data, question, tell)
    outcome = labels.outcome(data, projection, question, tell)
    shares = _shares(data, question, "peaks", OF_PEAK)
    return Card(
        name=_name("peak", data, question, tell),
        value=_range(shares, tell),
        since=tell("outlook.card.range_of", count=len(shares), paths=labels.PATHS_SHOWN),
        tiers=(),
        lines=(
            tell("card.target.peak", year=PEAK_BEFORE),
            _of_chosen(data, question, share(projection.peaks), tell),
            tell("outlook.card.falls", **labels.chances(data, projection, question, tell)),
            tell("outlook.card.median", **outcome),
        ),
        small=_small(data, tell),
    )


def target(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> Card:
    """Return the card of the target: the shares of paths that meet the CO2 target of 2025."""
    question = replace(question, measure="co2")
    projection = project(data, question)
    if projection is None or labels.is_doubtful(data, question):
        return _no_card("target", data, question, tell)
    shares = _shares(data, question, "meets", OF_TARGET)
    return Card(
        name=_name("target", data, question, tell),
        value=_range(shares, tell, 1),
        since=tell("outlook.card.range_of_trends", count=len(shares)),
        tiers=(),
        lines=(
            _of_chosen(data, question, share(projection.meets, 1), tell),
            tell("projection.without", **without(projection)),
            tell("outlook.card.index", **labels.chances(data, projection, question, tell)),
            _society(data, projection, tell),
            tell("outlook.card.worded"),
        ),
        small=_small(data, tell),
    )


def by_scenario(card: str, data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return between which shares of paths the preset scenarios of a card lie."""
    if card == "peak":
        return _range(_shares(data, question, "peaks", OF_PEAK), tell)
    return _range(_shares(data, question, "meets", OF_TARGET), tell, 1)


def _ahead(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return what the simulation says of a place, or why nothing is said of it."""
    place = labels.place_name(data, question, tell)
    projection = project(data, question)
    if projection is None:
        return tell("outlook.ahead.none", place=place)
    if labels.is_doubtful(data, question):
        return tell("outlook.ahead.doubtful", place=place)
    places = labels.chances(data, projection, question, tell)
    shares = _shares(data, question, "peaks", OF_PEAK)
    places |= {"low": share(min(shares)), "high": share(max(shares)), "count": len(shares)}
    places["peaks"] = labels.about(projection.peaks, tell)
    return tell("outlook.ahead", place=place, **places)


def _society(data: Dataset, projection: Projection, tell: Speaker) -> str:
    """Return the share of paths that pass the whole society's fall."""
    society = moved(analysis_per_gdp.society_change(data), tell)
    passes = share(projection.passes or 0.0, 1)
    return tell("outlook.card.society", society=society, passes=passes)


def _shares(
    data: Dataset, question: ProjectionQuestion, what: str, scenarios: tuple[str, ...]
) -> list[float]:
    """Return a share of paths under each of some scenarios."""
    projections = [project(data, question.under(code)) for code in scenarios]
    return [float(getattr(own, what)) for own in projections if own is not None]


def _range(shares: list[float], tell: Speaker, digits: int = 0) -> str:
    """Return the lowest and the highest of some shares, one where they agree."""
    low, high = share(min(shares), digits), share(max(shares), digits)
    return low if low == high else tell("outlook.card.range", low=low, high=high)


def _of_chosen(data: Dataset, question: ProjectionQuestion, shown: str, tell: Speaker) -> str:
    """Return the share of paths under the scenario that was chosen."""
    name = labels.scenario_name(data, question.scenario, tell)
    return tell("outlook.card.scenario", scenario=name, share=shown)


def _name(card: str, data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    year = PEAK_BEFORE if card == "peak" else TARGET_YEAR
    place = labels.place_name(data, question, tell)
    return tell(f"outlook.card.{card}", year=year, place=place)


def _small(data: Dataset, tell: Speaker) -> str:
    standing = tell("standing.scenario")
    return tell("outlook.card.small", standing=standing, seed=SEED, known=data.last_year)


def _no_card(name: str, data: Dataset, question: ProjectionQuestion, tell: Speaker) -> Card:
    """Return a card that says why there is no number: none can be calculated, or it is doubtful."""
    reason = "none" if project(data, question) is None else "doubtful"
    return Card(
        name=_name(name, data, question, tell),
        value=tell(f"outlook.card.{reason}"),
        since="",
        tiers=(),
        lines=tuple(labels.remarks(data, question, tell)),
        small="",
        value_is_words=True,
    )

"""How a projection was made, in sentences: rates, past changes, what is left out of both."""

from collections.abc import Iterable

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.thresholds import BASE_YEAR, SEED, TARGET_YEAR, TREND_YEARS
from carbonpeak.topics.outlook import labels
from carbonpeak.topics.outlook.analysis_projection import (
    Projection,
    ProjectionQuestion,
    above_scale_years,
    first_year,
    verified_from,
)
from carbonpeak.words.numbers import number, percent, share
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


def of_paths(
    data: Dataset, projection: Projection, question: ProjectionQuestion, tell: Speaker
) -> tuple[str, ...]:
    """Return how the paths were made, and what the fan does not hold."""
    drawn_from = changes(projection, tell)
    return (
        *labels.doubt(data, question, tell),
        _rates(data, projection.course, question, tell),
        tell("projection.noise", paths=labels.PATHS_SHOWN, seed=SEED, changes=drawn_from),
        *_seam(projection, question, tell),
        tell("projection.narrow"),
        *_given(data, projection, tell),
        *_step(data, projection, question, tell),
    )


def of_landing(
    data: Dataset, projection: Projection, question: ProjectionQuestion, tell: Speaker
) -> tuple[str, ...]:
    """Return how exact the share for 2025 is, and what single past years do to it.

    Nothing for a place of which nothing is judged.
    """
    if labels.is_doubtful(data, question):
        return ()
    return (
        tell("projection.exact", **exact(projection, tell)),
        tell("projection.without", **without(projection)),
    )


def exact(projection: Projection, tell: Speaker) -> dict[str, object]:
    """Return the counts behind the share for 2025, for its sentence."""
    landing = projection.landing
    return {
        "year": TARGET_YEAR,
        "draws": landing.draws,
        "changes": len(projection.changes),
        "ways": number(landing.ways),
        "met": number(landing.met),
        "meets": share(projection.meets, 1),
    }


def without(projection: Projection) -> dict[str, object]:
    """Return the share for 2025 without its weightiest past year, and the range of the others."""
    landing = projection.landing
    others = landing.without.drop(landing.weightiest)
    return {
        "year": landing.weightiest,
        "weightiest": share(float(landing.without[landing.weightiest]), 1),
        "low": share(float(others.min()), 1),
        "high": share(float(others.max()), 1),
    }


def changes(projection: Projection, tell: Speaker) -> str:
    """Return how many past changes are drawn from, of which years, and which were left out."""
    counted = {"changes": len(projection.changes), **_span(projection)}
    sentence = tell("projection.changes", **counted)
    if not projection.left_out:
        return sentence
    sentence += tell("projection.left_out", years=_listed(projection.left_out, tell))
    trend = [int(year) for year in projection.changes.index[-TREND_YEARS:]]
    is_whole = trend[-1] - trend[0] + 1 == TREND_YEARS
    return (
        sentence if is_whole else sentence + tell("projection.earlier", years=_listed(trend, tell))
    )


def coarse(projection: Projection, tell: Speaker) -> str:
    """Return how coarse the shares are, being drawn from so few past years."""
    return tell("projection.coarse", changes=len(projection.changes))


def how(data: Dataset, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return what the scenario of a question assumes."""
    first, last = first_year(data), data.last_year_of(question.region_code)
    years = {"first": first, "last": last, "count": last - first, "verified": verified_from(data)}
    return tell(f"scenario.how.{question.scenario}", **years)


def starts(course: pd.DataFrame) -> tuple[int, int]:
    """Return from which year on growth and change of the intensity are the scenario's own."""
    free = course.index[~course["is_given"].astype(bool)]
    same = course["change"] == course["change"].iloc[-1]
    return int(free[0]), int(course.index[same][0])


def _rates(data: Dataset, course: pd.DataFrame, question: ProjectionQuestion, tell: Speaker) -> str:
    """Return the scenario's rates, each with its own first year."""
    growth_from, change_from = starts(course)
    last, early = course.iloc[-1], course["change"].iloc[0]
    is_late = change_from > int(course.index[0])
    before = tell("projection.before", change=_each_year(early, "rises", tell)) if is_late else ""
    return tell(
        "projection.how",
        scenario=labels.scenario_name(data, question.scenario, tell),
        growth=_each_year(float(last["growth"]), "up", tell),
        change=_each_year(float(last["change"]), "rises", tell),
        growth_from=growth_from,
        change_from=change_from,
        before=before,
    )


def _each_year(rate: float, rise: str, tell: Speaker) -> str:
    """Return a yearly rate as a scenario has it; ``rise`` is the word for a rise."""
    size = percent(abs(rate))
    if size == percent(0.0):
        return tell("projection.rate.level")
    return tell(f"projection.rate.{rise if rate > 0 else 'down'}", size=size)


def _seam(projection: Projection, question: ProjectionQuestion, tell: Speaker) -> tuple[str, ...]:
    """Return that one change drawn crosses from published to reconstructed CO2, where it does."""
    if question.measure != "co2" or BASE_YEAR not in projection.changes.index:
        return ()
    return (tell("projection.seam", before=BASE_YEAR - 1, year=BASE_YEAR),)


def _given(data: Dataset, projection: Projection, tell: Speaker) -> tuple[str, ...]:
    """Return which growth is as published, nothing where none is."""
    given = projection.course[projection.course["is_given"]]
    if given.empty:
        return ()
    known = data.last_year
    narrow = [year for year in above_scale_years(data, known) if year in given.index]
    scope = tell("projection.given.narrow", years=_listed(narrow, tell)) if narrow else ""
    return (
        tell(
            "projection.given",
            rates=tell.listed(percent(rate, 1, sign=True) for rate in given["growth"]),
            first=given.index[0],
            last=given.index[-1],
            narrow=scope,
            known=known,
        ),
    )


def _step(
    data: Dataset, projection: Projection, question: ProjectionQuestion, tell: Speaker
) -> tuple[str, ...]:
    """Return why the first year ahead lies where it does, where its growth is as published."""
    first = projection.course.iloc[0]
    if not first["is_given"] or labels.is_doubtful(data, question):
        return ()
    past = projection.past["quantity"].dropna()
    change = float(projection.quantity[labels.MEDIAN].iloc[0] / past.iloc[-1] - 1)
    return (
        tell(
            "projection.step",
            first=projection.course.index[0],
            known=past.index[-1],
            moved=moved(change, tell),
            growth=percent(float(first["growth"]), 1),
            change=percent(float(first["change"]), 1, sign=True),
        ),
    )


def _span(projection: Projection) -> dict[str, int]:
    years = [*projection.changes.index, *projection.left_out]
    return {"first": int(min(years)) - 1, "last": int(max(years))}


def _listed(years: Iterable[int], tell: Speaker) -> str:
    return tell.listed(str(year) for year in years)

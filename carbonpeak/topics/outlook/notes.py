"""How a projection was made, in sentences: rates, past changes, what is left out of both."""

import pandas as pd

from carbonpeak.thresholds import BASE_YEAR, SEED, TREND_YEARS
from carbonpeak.topics.outlook import labels
from carbonpeak.topics.outlook.analysis_projection import Asked, Projection
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker


def of_paths(found: Projection, asked: Asked, tell: Speaker) -> tuple[str, ...]:
    """Return how the paths were made, and what the fan does not hold."""
    said = [
        _rates(found.course, asked, tell),
        tell(
            "projection.noise",
            paths=labels.PATHS_SHOWN,
            seed=SEED,
            changes=changes(found, tell),
        ),
    ]
    if asked.measure == "co2" and BASE_YEAR in found.changes.index:
        said.append(tell("projection.seam", before=BASE_YEAR - 1, year=BASE_YEAR))
    said.append(tell("projection.narrow"))
    given = found.course[found.course["is_given"]]
    if not given.empty:
        rates_given = [percent(rate, 1, sign=True) for rate in given["growth"]]
        listed = tell("list.separator").join(rates_given)
        years = {"first": given.index[0], "last": given.index[-1]}
        said.append(tell("projection.given", rates=listed, **years))
    return tuple(said)


def changes(found: Projection, tell: Speaker) -> str:
    """Return how many past changes are drawn from, of which years, and which were left out."""
    counted = {"changes": len(found.changes), **_span(found)}
    said = tell("projection.changes", **counted)
    if not found.left_out:
        return said
    said += tell("projection.left_out", years=_listed(found.left_out, tell))
    trend = [int(year) for year in found.changes.index[-TREND_YEARS:]]
    is_whole = trend[-1] - trend[0] + 1 == TREND_YEARS
    return said if is_whole else said + tell("projection.earlier", years=_listed(trend, tell))


def coarse(found: Projection, tell: Speaker) -> str:
    """Return how coarse the shares are, being drawn from so few past years."""
    return tell("projection.coarse", changes=len(found.changes))


def starts(course: pd.DataFrame) -> tuple[int, int]:
    """Return from which year on growth and change of the intensity are the scenario's own."""
    free = course.index[~course["is_given"].astype(bool)]
    same = course["change"] == course["change"].iloc[-1]
    return int(free[0]), int(course.index[same][0])


def _rates(course: pd.DataFrame, asked: Asked, tell: Speaker) -> str:
    """Return the scenario's rates, each with its own first year."""
    growth_from, change_from = starts(course)
    last, early = course.iloc[-1], course["change"].iloc[0]
    is_late = change_from > int(course.index[0])
    before = tell("projection.before", change=percent(early, 1, sign=True)) if is_late else ""
    return tell(
        "projection.how",
        scenario=tell(f"scenario.{asked.scenario}"),
        growth=percent(last["growth"], 1, sign=True),
        change=percent(last["change"], 1, sign=True),
        growth_from=growth_from,
        change_from=change_from,
        before=before,
    )


def _span(found: Projection) -> dict[str, int]:
    years = [*found.changes.index, *found.left_out]
    return {"first": int(min(years)) - 1, "last": int(max(years))}


def _listed(years: tuple[int, ...] | list[int], tell: Speaker) -> str:
    return tell("list.separator").join(str(year) for year in years)

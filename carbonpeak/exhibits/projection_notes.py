"""How a projection was made, in sentences: rates, past changes, what is left out of both."""

import pandas as pd

from carbonpeak.exhibits import projection_words as words
from carbonpeak.findings.projection import Asked, Projection
from carbonpeak.thresholds import BASE_YEAR, SEED, TREND_YEARS
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import percent


def of_paths(found: Projection, asked: Asked, lang: Lang) -> tuple[str, ...]:
    """Return how the paths were made, and what the fan does not hold."""
    said = [
        _rates(found.course, asked, lang),
        say(
            "projection.noise",
            lang,
            paths=words.PATHS_SHOWN,
            seed=SEED,
            changes=changes(found, lang),
        ),
    ]
    if asked.measure == "co2" and BASE_YEAR in found.changes.index:
        said.append(say("projection.seam", lang, before=BASE_YEAR - 1, year=BASE_YEAR))
    said.append(say("projection.narrow", lang))
    given = found.course[found.course["is_given"]]
    if not given.empty:
        rates_given = [percent(rate, 1, sign=True) for rate in given["growth"]]
        listed = say("list.separator", lang).join(rates_given)
        years = {"first": given.index[0], "last": given.index[-1]}
        said.append(say("projection.given", lang, rates=listed, **years))
    return tuple(said)


def changes(found: Projection, lang: Lang) -> str:
    """Return how many past changes are drawn from, of which years, and which were left out."""
    counted = {"changes": len(found.changes), **_span(found)}
    said = say("projection.changes", lang, **counted)
    if not found.left_out:
        return said
    said += say("projection.left_out", lang, years=_listed(found.left_out, lang))
    trend = [int(year) for year in found.changes.index[-TREND_YEARS:]]
    is_whole = trend[-1] - trend[0] + 1 == TREND_YEARS
    return said if is_whole else said + say("projection.earlier", lang, years=_listed(trend, lang))


def coarse(found: Projection, lang: Lang) -> str:
    """Return how coarse the shares are, being drawn from so few past years."""
    return say("projection.coarse", lang, changes=len(found.changes))


def starts(course: pd.DataFrame) -> tuple[int, int]:
    """Return from which year on growth and change of the intensity are the scenario's own."""
    free = course.index[~course["is_given"].astype(bool)]
    same = course["change"] == course["change"].iloc[-1]
    return int(free[0]), int(course.index[same][0])


def _rates(course: pd.DataFrame, asked: Asked, lang: Lang) -> str:
    """Return the scenario's rates, each with its own first year."""
    growth_from, change_from = starts(course)
    last, early = course.iloc[-1], course["change"].iloc[0]
    is_late = change_from > int(course.index[0])
    before = say("projection.before", lang, change=percent(early, 1, sign=True)) if is_late else ""
    return say(
        "projection.how",
        lang,
        scenario=say(f"scenario.{asked.scenario}", lang),
        growth=percent(last["growth"], 1, sign=True),
        change=percent(last["change"], 1, sign=True),
        growth_from=growth_from,
        change_from=change_from,
        before=before,
    )


def _span(found: Projection) -> dict[str, int]:
    years = [*found.changes.index, *found.left_out]
    return {"first": int(min(years)) - 1, "last": int(max(years))}


def _listed(years: tuple[int, ...] | list[int], lang: Lang) -> str:
    return say("list.separator", lang).join(str(year) for year in years)

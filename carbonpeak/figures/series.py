"""Lines of an index over years, with the words of each point; shared by all that draw a path."""

from collections.abc import Iterable, Sequence

import pandas as pd

from carbonpeak.charts.lines import Line
from carbonpeak.indicators import progress as rules
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.speaker import Speaker


def line(
    name: str,
    index: "pd.Series[float]",
    standings: Iterable[str],
    tell: Speaker,
    breaks: Iterable[int] = (),
    digits: int = 1,
) -> Line:
    """Return a line of figures by year whose points say year, value and standing."""
    years, values = [int(year) for year in index.index], [float(value) for value in index]
    kinds = list(standings)
    texts = [
        f"{name}<br>{year}: {number(value, digits)} · {tell(f'standing.{kind}')}"
        for year, value, kind in zip(years, values, kinds, strict=True)
    ]
    return Line(name, years, values, kinds, texts, frozenset(breaks))


def path(target: float, tell: Speaker) -> Line:
    """Return the steady path to a target (a fraction), 2020 = 100."""
    years = list(range(BASE_YEAR, TARGET_YEAR + 1))
    values = [100 * left for left in rules.path(target)]
    name = tell("series.path")
    texts = [
        f"{name}<br>{year}: {number(value, 1)}" for year, value in zip(years, values, strict=True)
    ]
    return Line(name, years, values, ["scenario"] * len(years), texts)


def outcome(one: Line) -> dict[str, object]:
    """Return the last year of an index and its change since 2020 in words, for a title."""
    return {"year": one.years[-1], "change": percent(one.values[-1] / 100 - 1, 1, sign=True)}


def table(lines: Sequence[Line | None], tell: Speaker) -> pd.DataFrame:
    """Return the points of lines side by side, one row per year, missing ones in words."""
    there = [one for one in lines if one is not None]
    columns = {one.name: dict(zip(one.years, one.values, strict=True)) for one in there}
    years = sorted({year for one in there for year in one.years})
    none = tell("known.none")
    rows = [
        {tell("column.year"): str(year)}
        | {
            name: number(points[year], 1) if year in points else none
            for name, points in columns.items()
        }
        for year in years
    ]
    return pd.DataFrame(rows)


def standings(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the standings of all points, each once."""
    return tuple(dict.fromkeys(kind for one in lines for kind in one.standings))

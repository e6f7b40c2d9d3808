"""Data quality of a footprint: three ratings a row, 1 the best and 5 the worst, by a stated rule.

Time: how far the year of a factor lies from the period of the study. Geography: whether a factor is
of the same region, of the nation or the world around it, or of another place. Technology: by the
kind of source, since factor tables do not say enough of a technology to compare it.
"""

from bisect import bisect_right

import pandas as pd

from carbonpeak.thresholds import NATION, RATING_YEARS

RATINGS = ("technology", "geography", "time")
BEST, WORST = 1, 5
# The world as a region; an empty region is not known.
WORLD = "GLO"
MEASURED = "measured"
OF_SOURCE = {
    MEASURED: 1,
    "official": 2,
    "published": 3,
    "reconstructed": 4,
    "derived": 4,
    "estimated": 4,
    "scenario": 4,
    "own": 4,
}


def time_rating(year: int | None, first: int, last: int) -> int:
    """Return 1 to 5 by the years between a factor and the period of the study, 5 if not known."""
    if year is None:
        return WORST
    return BEST + bisect_right(RATING_YEARS, max(first - year, year - last, 0))


def geography_rating(region: str, study_region: str) -> int:
    """Return 1 for the same region, 2 the nation around it, 3 another province or the world.

    A place that is no Chinese region rates 4, one that is not known 5.
    """
    if not region:
        return WORST
    if region == study_region:
        return BEST
    if region == NATION:
        return 2
    return 3 if region == WORLD or region.isdigit() else 4


def technology_rating(standing: str) -> int:
    """Return 1 to 5 by the kind of source: measured, official, published, reckoned, not known."""
    return OF_SOURCE.get(standing, WORST)


def weighted(rated: pd.DataFrame) -> dict[str, float]:
    """Return each rating as the mean of all rows, weighted by their ``co2e_kg``.

    Nothing where all rows together are zero: there is no weight to go by.
    """
    weights = rated["co2e_kg"]
    whole = float(weights.sum())
    if whole <= 0:
        return {}
    return {name: float((rated[name] * weights).sum()) / whole for name in RATINGS}

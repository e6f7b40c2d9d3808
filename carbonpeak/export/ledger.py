"""Which verdicts are others in one version of the tables than in another."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import View
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.regions import analysis as regions

COLUMNS = ["verdict", "region_code", "before", "after"]
STATE = "peak"


def flipped(before: Dataset, after: Dataset) -> pd.DataFrame:
    """Return the verdicts on provinces that both versions judge, and otherwise.

    Columns ``verdict`` (a measure, whose tier it is, or ``peak``), ``region_code``, ``before`` and
    ``after`` as codes, each in the last year of its version.
    """
    pairs = {measure: (tiers(before, measure), tiers(after, measure)) for measure in MEASURES}
    pairs[STATE] = (states(before), states(after))
    found = [
        (verdict, code, then[code], now[code])
        for verdict, (then, now) in pairs.items()
        for code in now.index
        if code in then.index and then[code] != now[code]
    ]
    return pd.DataFrame(found, columns=COLUMNS)


def tiers(data: Dataset, measure: str) -> "pd.Series[str]":
    """Return the tier by schedule of every judged province in the last year of a version."""
    table = regions.judged(data, View(measure, year=data.last_year))
    return table[table["cumulative"].notna()]["tier_schedule"]


def states(data: Dataset) -> "pd.Series[str]":
    """Return the peak state of every province in the last year of a version."""
    return peaks.provinces_by_last_year(data, "total")[data.last_year]

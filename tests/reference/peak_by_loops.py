"""The states of all series by plain loops, one series at a time, beside the vectorised version.

Written from the rule's words with Python's own lists: a check of the states and of what they cost.
"""

import math
from collections import Counter
from collections.abc import Sequence

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.power import WITHOUT_POWER
from carbonpeak.thresholds import (
    NATION,
    NORMAL_FROM,
    PEAK_MIN_YEARS,
    PEAK_SIGNIFICANCE,
    PEAK_WINDOW,
    PLATEAU_BAND,
)
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.peak.analysis import ALL, REST

States = dict[tuple[str, str], str]
Points = list[tuple[int, float]]


def vectorised(data: Dataset) -> States:
    """Return the state of every series that is judged, by the version the pages use."""
    found = peaks.states(data)["state"]
    return {key: state for key, state in found.items() if state not in ("not_split", "no_data")}


def loop(data: Dataset) -> States:
    """Return the same by loops."""
    rows = data.ask("peak__series", region_code=None, sector_code=None)
    groups = _groups(data)
    series: dict[tuple[str, str], dict[int, float]] = {}
    columns = (rows[name] for name in ("region_code", "sector_code", "year", "co2_t"))
    for region, sector, year, co2_t in zip(*columns, strict=True):
        others = {WITHOUT_POWER} if sector in groups and region != NATION else set()
        for code in {sector, groups.get(sector, sector), *others}:
            years = series.setdefault((region, code), {})
            years[year] = years.get(year, 0.0) + co2_t
    others = data.ask("power__yearly")
    columns = (others["year"], others["other_co2_t"])
    series[NATION, WITHOUT_POWER] = dict(zip(*columns, strict=True))
    added = _value_added(data)
    return {key: _state(years, added.get(key, {})) for key, years in series.items()}


def _groups(data: Dataset) -> dict[str, str]:
    divisions = data.ask("sectors__all")
    columns = (divisions[name] for name in ("sector_code", "plan_industry_code", "carbon_market"))
    return {
        code: plan if isinstance(plan, str) else REST
        for code, plan, market in zip(*columns, strict=True)
        if market != "power"
    }


def _value_added(data: Dataset) -> dict[tuple[str, str], dict[int, float]]:
    found: dict[tuple[str, str], dict[int, float]] = {}
    regions = data.ask("regions__yearly", region_code=None, first_year=None)
    nation = data.ask("nation__yearly").assign(region_code=NATION)
    for rows in (regions, nation):
        columns = (rows[name] for name in ("region_code", "year", "value_added_real_cny"))
        for region, year, value in zip(*columns, strict=True):
            found.setdefault((region, ALL), {})[year] = value
    return found


def _state(years: dict[int, float], added: dict[int, float]) -> str:
    points = [(year, value) for year, value in sorted(years.items()) if not math.isnan(value)]
    if len(points) < PEAK_MIN_YEARS or max(value for _, value in points) == 0:
        return "unknown"
    peak, last = _peak_year(points), points[-1][0]
    if peak == last:
        return "rising"
    later = [value for year, value in points if year > peak]
    if len(later) == 1:
        return "just_past"
    if last - peak >= PEAK_WINDOW and len(later) > 1 and _p(later) < PEAK_SIGNIFICANCE:
        return "peaked_passively" if added.get(last, 0) < added.get(peak, 0) else "peaked"
    floor = (1 - PLATEAU_BAND) * years[peak]
    if all(value >= floor for value in later):
        return "plateau"
    return "falling" if _s(later) < 0 else "no_trend"


def _peak_year(points: Points) -> int:
    best, best_value = 0, -1.0
    for year, value in points:
        if value >= best_value:
            best, best_value = year, value
    return best


def _s(values: Sequence[float]) -> int:
    s = 0
    for place, one in enumerate(values):
        for other in values[place + 1 :]:
            s += (other > one) - (other < one)
    return s


def _p(values: Sequence[float]) -> float:
    s = _s(values)
    if len(values) < NORMAL_FROM:
        return _exact(s, list(Counter(values).values()))
    return _normal(s, values)


def _normal(s: int, values: Sequence[float]) -> float:
    n = len(values)
    variance = n * (n - 1) * (2 * n + 5) / 18
    for size in Counter(values).values():
        variance -= size * (size - 1) * (2 * size + 5) / 18
    if variance < 1e-9:
        return 1.0
    z = (s - (s > 0) + (s < 0)) / math.sqrt(variance)
    return 0.5 * math.erfc(-z / math.sqrt(2))


def _exact(s: int, sizes: Sequence[int]) -> float:
    """Return the share of orders with an S as low, putting group after group among the others."""
    counts = {0: 1}
    placed = 0
    for size in sizes:
        added = _merges(placed, size)
        longer: dict[int, int] = {}
        for one, count in counts.items():
            for other, ways in added.items():
                longer[one + other] = longer.get(one + other, 0) + count * ways
        counts, placed = longer, placed + size
    unequal = max(counts)
    low = sum(count for inversions, count in counts.items() if unequal - 2 * inversions <= s)
    return low / sum(counts.values())


def _merges(placed: int, size: int) -> dict[int, int]:
    """Return by inversions in how many ways equal values can stand among those already placed."""
    if placed == 0 or size == 0:
        return {0: 1}
    found = dict(_merges(placed, size - 1))
    for inversions, ways in _merges(placed - 1, size).items():
        found[inversions + size] = found.get(inversions + size, 0) + ways
    return found

"""One decomposition of all provinces and divisions, as the pages make it and as a plain loop."""

import math
from collections.abc import Iterable
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.topics.drivers import analysis as drivers
from carbonpeak.topics.drivers.analysis_cells import FUELS
from carbonpeak.topics.drivers.question import Question

QUESTION = Question("co2", "energy_related", 2015, 2022)
SMALL = 1e-20


def vectorised(data: Dataset) -> dict[str, float]:
    """Return the effects on the CO2 of all industry, in t, from dense arrays."""
    return sums(drivers.effects(data, QUESTION))


def sums(rows: pd.DataFrame) -> dict[str, float]:
    """Return the sum of every effect."""
    return {name: float(rows[name].sum()) for name in QUESTION.drivers}


def loop(data: Dataset) -> dict[str, float]:
    """Return the same numbers, one cell after the other in plain Python."""
    first, last = QUESTION.first, QUESTION.last
    rows = data.ask("drivers__cells", region_code=None, sector_code=None, years=[first, last])
    added = _added(data, (first, last))
    burnt, co2 = _by_cell(rows, FUELS), _by_cell(rows, FUELS.values())
    total, emitted = sum(burnt.values()), sum(co2.values())
    divisions: dict[tuple[str, str, int], float] = {}
    for (region, sector, year, _fuel), tce in burnt.items():
        divisions[region, sector, year] = divisions.get((region, sector, year), 0.0) + tce
    effects = dict.fromkeys(QUESTION.drivers, 0.0)
    for region, sector, fuel in sorted({(one[0], one[1], one[3]) for one in [*burnt, *co2]}):
        ends = [
            (
                sum(cny for (_, when), cny in added.items() if when == year),
                added[region, year],
                divisions.get((region, sector, year), 0.0) or SMALL * total,
                burnt.get((region, sector, year, fuel), 0.0) or SMALL * total,
                co2.get((region, sector, year, fuel), 0.0) or SMALL * emitted,
            )
            for year in (first, last)
        ]
        for name, effect in zip(effects, _effects(*ends), strict=True):
            effects[name] += effect
    return effects


def _by_cell(
    rows: pd.DataFrame, columns: Iterable[str | None]
) -> dict[tuple[str, str, int, int], float]:
    """Return what is known by province, division, year and place of the fuel among the columns."""
    found = {}
    for fuel, column in enumerate(columns):
        for row in rows.to_dict("records") if column else ():
            if row[column] > 0:
                cell = (row["region_code"], row["sector_code"], int(row["year"]), fuel)
                found[cell] = float(row[column])
    return found


def _added(data: Dataset, years: tuple[int, ...]) -> dict[tuple[str, int], float]:
    rows = data.ask("regions__yearly", region_code=None, first_year=min(years))
    rows = rows[rows["year"].isin(years) & rows["energy_tce"].notna()]
    values = zip(rows["region_code"], rows["year"], rows["value_added_real_cny"], strict=True)
    return {(region, int(year)): float(cny) for region, year, cny in values}


def _effects(start: tuple[Any, ...], end: tuple[Any, ...]) -> list[float]:
    """Return what each factor added to one cell: its levels in both years, the quantity last."""
    before, after = start[-1], end[-1]
    apart = math.log(after / before)
    weight = (after - before) / apart if apart else after
    found, log_above = [], 0.0
    for one, other in zip(start, end, strict=True):
        log = math.log(other / one)
        found.append(weight * (log - log_above))
        log_above = log
    return found

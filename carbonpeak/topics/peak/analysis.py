"""Who has peaked: the states of nation, provinces, divisions and plan industries, and how they age.

A series has two codes. The region is a province or NATION; the sector is ALL, WITHOUT_POWER (all
industry other than power and heat), a division, a plan industry, or REST: what neither the plan nor
power and heat covers. WITHOUT_POWER of the nation leaves the cement process CO2 of a province with
a withheld cell out of every year.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.faults import said
from carbonpeak.data.queries import QueryError, unknown
from carbonpeak.domain import power
from carbonpeak.domain.power import WITHOUT_POWER
from carbonpeak.domain.sectors import codes as division_codes
from carbonpeak.domain.sectors import plan_industries
from carbonpeak.domain.view import BASES, provinces
from carbonpeak.indicators.peak import judge
from carbonpeak.thresholds import NATION

ALL, REST = "all", "rest"
KEY = ["region_code", "sector_code"]
# With an earlier last year the rule has too little to go on. Our choice.
FIRST_LAST_YEAR = 2015


def last_years(data: Dataset) -> tuple[int, ...]:
    """Return the last years that a judgement may use."""
    return tuple(range(FIRST_LAST_YEAR, data.last_year_of_any + 1))


def states(data: Dataset, basis: str = "total", until: int | None = None) -> pd.DataFrame:
    """Return the state of every series with the numbers of the rule, as ``judge`` gives them.

    Indexed by region and sector; without ``until`` all years of the tables are used. Besides the
    rule's states: ``not_split`` for the sectors of a province whose split is not usable,
    ``no_data`` for a province the inventories do not cover. QueryError in a sentence for a basis or
    year that is not known.
    """
    last = data.last_year if until is None else until
    _check(data, basis, last)
    return _states(data, basis, last)


def of_region(judged: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """Return the rows of one region, by sector."""
    return judged[judged.index.get_level_values(0) == region_code].droplevel(0)


def of_sector(judged: pd.DataFrame, sector_code: str) -> pd.DataFrame:
    """Return the rows of one sector, by region."""
    return judged[judged.index.get_level_values(1) == sector_code].droplevel(1)


def covered_provinces(judged: pd.DataFrame) -> pd.DataFrame:
    """Return the judgement of the industry of every province the inventories cover."""
    provinces = of_sector(judged, ALL).drop(index=NATION)
    return provinces[provinces["state"] != "no_data"]


def divisions(data: Dataset, judged: pd.DataFrame) -> pd.DataFrame:
    """Return the judgement of every division of the nation, in the order of the tables."""
    return of_region(judged, NATION).loc[list(division_codes(data))]


def share(judged: pd.DataFrame, chosen: "pd.Series[bool]") -> float:
    """Return what part of the CO2 of all series, each in its last year, is that of some of them."""
    return float(judged["last"][chosen].sum() / judged["last"].sum())


def by_last_year(
    data: Dataset,
    basis: str,
    region_code: str,
    sector_code: str,
    until: Sequence[int] | None = None,
) -> pd.DataFrame:
    """Return what the rule would have said of one series with each of these last years, or of all.

    Indexed by that year, empty where the series is not shown. QueryError in a sentence for a code
    or year that is not known.
    """
    wanted = last_years(data) if until is None else until
    for year in wanted:
        _check(data, basis, year)
    _check_series(data, region_code, sector_code)
    judged = _by_last_year(data, basis, region_code, sector_code)
    if judged.empty:
        return judged
    # No series is judged anew in a year that only others have.
    last = max(data.last_year, int(judged["last_year"].max()))
    return judged.loc[[year for year in wanted if until is not None or year <= last]]


@once_per_dataset
def provinces_by_last_year(data: Dataset, basis: str) -> pd.DataFrame:
    """Return the state of every covered province (rows) with each last year (columns)."""
    _check(data, basis, data.last_year)
    amounts = _amounts(data, basis)
    is_province = amounts.index.get_level_values("region_code") != NATION
    is_all = amounts.index.get_level_values("sector_code") == ALL
    aged = _ageing(data, amounts[is_province & is_all])
    return aged["state"].droplevel(2).unstack("until").loc[:, : data.last_year]


def series(data: Dataset, basis: str, region_code: str, sector_code: str) -> pd.DataFrame:
    """Return one series by year: ``co2_t`` (on the basis) and its ``standing``.

    ``co2_t`` is missing where a cell is withheld; no rows where the series is not shown. QueryError
    in a sentence for a code that is not known.
    """
    _check(data, basis, data.last_year)
    _check_series(data, region_code, sector_code)
    amounts = _amounts_of(data, basis, region_code, sector_code)
    if amounts.empty:
        return pd.DataFrame({"co2_t": [], "standing": []})
    whole = data.ask("nation__yearly").set_index("year")["co2_standing"]
    own = data.ask("regions__yearly", region_code=region_code, first_year=data.last_year + 1)
    values = amounts.iloc[0].rename("co2_t").to_frame()
    # Of later years the province alone has figures.
    standing = pd.concat([whole, own.set_index("year")["co2_standing"]])
    return values.assign(standing=standing.reindex(values.index)).dropna(subset=["standing"])


@once_per_dataset
def national_inventory(data: Dataset, basis: str) -> "pd.Series[Any]":
    """Return the judgement of the nation's own published inventory, as ``judge`` gives it."""
    rows = data.ask("peak__national_inventory").set_index("year")[BASES["co2"][basis]]
    return judge(pd.DataFrame([rows], index=[NATION])).iloc[0]


@once_per_dataset
def sectors(data: Dataset) -> tuple[str, ...]:
    """Return every sector code that is judged: all, the plan's industries, rest, the divisions."""
    industries = plan_industries(data, "en")
    return (ALL, WITHOUT_POWER, *industries, REST, *data.ask("sectors__all")["sector_code"])


def _check(data: Dataset, basis: str, until: int) -> None:
    if basis not in BASES["co2"]:
        raise QueryError(unknown("basis_co2", basis, list(BASES["co2"])))
    years = last_years(data)
    if until not in years:
        raise QueryError(said("asked.until", until=until, first=years[0], last=years[-1]))


def _check_series(data: Dataset, region_code: str, sector_code: str) -> None:
    regions = [NATION, *provinces(data).index]
    if region_code not in regions:
        raise QueryError(unknown("region", region_code, regions))
    if sector_code not in sectors(data):
        raise QueryError(unknown("sector", sector_code, list(sectors(data))))


@once_per_dataset
def _states(data: Dataset, basis: str, until: int) -> pd.DataFrame:
    amounts = _amounts(data, basis)
    judged = judge(amounts.loc[:, :until], _value_added(data))
    wanted = pd.MultiIndex.from_product(
        [(NATION, *provinces(data).index), sectors(data)], names=KEY
    )
    covered = set(amounts.index.get_level_values("region_code"))
    missing = ["not_split" if region in covered else "no_data" for region, _ in wanted]
    completed = judged.reindex(wanted)
    return completed.assign(
        state=completed["state"].fillna(pd.Series(missing, index=wanted)),
        gaps=completed["gaps"].map(lambda gaps: gaps if isinstance(gaps, tuple) else ()),
        is_past_window=completed["is_past_window"].eq(True),
    )


@once_per_dataset
def _by_last_year(data: Dataset, basis: str, region_code: str, sector_code: str) -> pd.DataFrame:
    amounts = _amounts_of(data, basis, region_code, sector_code)
    if amounts.empty:
        return pd.DataFrame({"state": []})
    return _ageing(data, amounts).droplevel([1, 2])


def _amounts_of(data: Dataset, basis: str, region_code: str, sector_code: str) -> pd.DataFrame:
    """Return the one row of a series, none where it is not shown."""
    amounts = _amounts(data, basis)
    is_there = (region_code, sector_code) in amounts.index
    return amounts.loc[[(region_code, sector_code)]] if is_there else amounts.iloc[:0]


@once_per_dataset
def _amounts(data: Dataset, basis: str) -> pd.DataFrame:
    """Return one row per series and one column per year, t CO2, the sums by industry with them."""
    rows = data.ask("peak__series", region_code=None, sector_code=None)
    wide = rows.pivot(index=KEY, columns="year", values=BASES["co2"][basis])
    groups = _groups(data)
    others = _sums(wide, pd.Series(WITHOUT_POWER, index=groups.index))
    others.loc[(NATION, WITHOUT_POWER)] = power.yearly(data, basis)["other"].reindex(wide.columns)
    return pd.concat([wide, _sums(wide, groups), others])


def _groups(data: Dataset) -> "pd.Series[str]":
    """Return the plan industry of every division, REST for those without; power is by itself."""
    divisions = data.ask("sectors__all").set_index("sector_code")
    groups = divisions["plan_industry_code"].fillna(REST)
    return groups.drop(index=list(power.divisions(data)))


def _sums(wide: pd.DataFrame, groups: "pd.Series[str]") -> pd.DataFrame:
    """Return the sums by plan industry; one with a withheld cell is missing, not smaller."""
    parts = wide[wide.index.get_level_values("sector_code").isin(groups.index)]
    codes = parts.index.get_level_values("sector_code").map(groups.to_dict())
    by = [parts.index.get_level_values("region_code"), codes.rename("sector_code")]
    return parts.groupby(by).sum(skipna=False)


@once_per_dataset
def _value_added(data: Dataset) -> pd.DataFrame:
    """Return real value added of all industry, CNY, one row per region and one column per year."""
    rows = data.ask("regions__yearly")[["region_code", "year", "value_added_real_cny"]]
    nation = data.ask("nation__yearly")[["year", "value_added_real_cny"]].assign(region_code=NATION)
    both = pd.concat([rows, nation]).assign(sector_code=ALL)
    return both.pivot(index=KEY, columns="year", values="value_added_real_cny")


def _ageing(data: Dataset, amounts: pd.DataFrame) -> pd.DataFrame:
    """Return the judgement of every series with each last year, that year first in the index.

    All are judged at once: a series that ends earlier is one whose later years are missing.
    """
    years, ends, added = amounts.columns, last_years(data), _value_added(data)
    cut = {end: amounts.loc[:, :end].reindex(columns=years) for end in ends}
    judged = judge(pd.concat(cut, names=["until"]), pd.concat(dict.fromkeys(ends, added)))
    ended = judged.index.get_level_values("until")
    gaps = [
        tuple(year for year in missing if year <= end)
        for end, missing in zip(ended, judged["gaps"], strict=True)
    ]
    return judged.assign(gaps=pd.Series(gaps, index=judged.index, dtype=object))

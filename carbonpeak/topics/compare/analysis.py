"""What is compared, by code and year: places and divisions on every scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import comparable, sectors
from carbonpeak.domain.view import provinces
from carbonpeak.indicators import progress
from carbonpeak.indicators.intensity import intensity
from carbonpeak.thresholds import BASE_YEAR, NATION, TARGET_YEAR
from carbonpeak.topics.compare.choices import Quantity

PLACES, DIVISIONS = "places", "sectors"


@dataclass(frozen=True, eq=False)
class Levels:
    """The levels of a quantity, one row per code, one column per year, the nation among them.

    ``values`` in tce, t, CNY at 2020 prices, or t per 10^4 CNY; missing where unknown.
    ``standings`` has the same shape; ``breaks`` are years before which a series was revised,
    ``withheld`` those whose figure is withheld, ``lacking`` why a code has no values at all.
    """

    values: pd.DataFrame
    standings: pd.DataFrame
    breaks: dict[str, frozenset[int]]
    withheld: dict[str, tuple[int, ...]]
    lacking: dict[str, str]


@dataclass(frozen=True)
class Split:
    """The codes of one kind that are compared, and those of the other that are left out."""

    kind: str
    kept: tuple[str, ...]
    left_out: tuple[str, ...]


def split(data: Dataset, chosen: Sequence[str]) -> Split:
    """Return which codes are compared: those of the kind of the first that is not the nation.

    A place and a division have other scopes: they never stand in one chart. The nation is a place.
    """
    divisions = sectors.codes(data)
    telling = [code for code in chosen if code != NATION]
    is_places = not telling or telling[0] not in divisions
    kept = tuple(code for code in chosen if (code not in divisions) == is_places)
    rest = tuple(code for code in chosen if code not in kept)
    return Split(PLACES if is_places else DIVISIONS, kept, rest)


def levels(data: Dataset, kind: str, quantity: Quantity) -> Levels:
    """Return the levels of a quantity of places or of divisions."""
    return of_places(data, quantity) if kind == PLACES else of_divisions(data, quantity)


@once_per_dataset
def of_places(data: Dataset, quantity: Quantity) -> Levels:
    """Return the levels of all provinces and the nation."""
    nation = data.ask("nation__yearly").assign(region_code=NATION)
    rows = pd.concat([data.ask("regions__yearly", region_code=None, first_year=None), nation])
    rows = rows.assign(value=_value(rows, quantity), standing=_standing(rows, quantity))
    codes = [NATION, *provinces(data).index]
    values, standings = (
        _wide(rows, "value", "region_code", codes),
        _wide(rows, "standing", "region_code", codes),
    )
    is_revised = rows["is_break"].fillna(False).astype(bool) & (quantity.column == "energy_tce")
    is_withheld = rows["co2_withheld"].fillna(False).astype(bool) & (quantity.column == "co2_t")
    lacking = {code: "no_inventory" for code in values.index[values.isna().all(axis=1)]}
    return Levels(
        values,
        standings,
        {code: frozenset(years) for code, years in _years(rows[is_revised]).items()},
        {code: tuple(sorted(years)) for code, years in _years(rows[is_withheld]).items()},
        lacking,
    )


@once_per_dataset
def of_divisions(data: Dataset, quantity: Quantity) -> Levels:
    """Return the levels of all divisions, sums over the provinces with a usable split.

    The nation beside them is their sum; its intensity and value added are those of all provinces.
    """
    added = data.ask("sectors__value_added", base_year=BASE_YEAR)
    known = added.groupby("sector_code")["year"].transform("nunique") > 1
    added = added[known].rename(columns={"standing": "value_added_standing"})
    rows = _sums(data).merge(added, on=["sector_code", "year"], how="outer")
    rows = rows.assign(value=_value(rows, quantity), standing=_standing(rows, quantity))
    codes = sectors.codes(data)
    values = _wide(rows, "value", "sector_code", codes)
    standings = _wide(rows, "standing", "sector_code", codes)
    beside = of_places(data, quantity)
    nation, kinds = row(beside.values, NATION), row(beside.standings, NATION)
    if quantity.measure and not quantity.is_intensity:
        nation = values.sum(min_count=1)
    return Levels(
        pd.concat([values, nation.to_frame(NATION).T]),
        pd.concat([standings, kinds.to_frame(NATION).T]),
        {},
        {},
        {str(code): "no_value_added" for code in values.index[values.isna().all(axis=1)]},
    )


@once_per_dataset
def years(data: Dataset, quantity: Quantity) -> tuple[int, ...]:
    """Return the years in which a place or a division has a value of a quantity."""
    found = {
        int(year)
        for kind in (PLACES, DIVISIONS)
        for year in levels(data, kind, quantity).values.dropna(axis=1, how="all").columns
    }
    return tuple(range(min(found), max(found) + 1))


@once_per_dataset
def first_sound_year(data: Dataset, quantity: Quantity) -> int:
    """Return the first year from which the nation's figure and its energy are not unverified."""
    found = of_places(data, quantity)
    energy = data.ask("nation__yearly").dropna(subset=["energy_tce"])["year"].min()
    kinds = row(found.standings, NATION)[row(found.values, NATION).notna()].dropna()
    sound = kinds.index[(kinds != "unverified") & (kinds.index >= energy)]
    return int(sound.min())


def scaled(values: pd.DataFrame, scale: str, target: float | None) -> pd.DataFrame:
    """Return levels on a scale, one row per code, one column per year.

    ``index``: 2020 = 100; ``change``: fraction on the year before; ``needed``: the fraction by
    which to fall each year from there to meet a target (the fall by 2025, a fraction); ``level``
    and ``amount`` as they are. Missing where it cannot be calculated.
    """
    every = values.reindex(columns=range(int(values.columns.min()), int(values.columns.max()) + 1))
    if scale in ("level", "amount"):
        return every
    if scale == "change":
        before = every.shift(axis=1)
        return every / before.where(before > 0) - 1
    base = every[BASE_YEAR]
    ratio = every.div(base.where(base > 0), axis=0)
    if scale == "index":
        return 100 * ratio
    if target is None:
        raise ValueError("without a target no pace is needed")
    return _needed(ratio, target)


def row(frame: pd.DataFrame, code: str) -> "pd.Series[Any]":
    """Return the row of a code by year."""
    place: Any = frame.index.get_loc(code)
    found: pd.Series[Any] = frame.iloc[place]
    return found


def median(values: pd.DataFrame) -> "pd.Series[float]":
    """Return the median of all codes but the nation by year, over those with a value."""
    return values.drop(index=NATION).median()


def rank(values: pd.DataFrame, code: str, year: int) -> tuple[int, int] | None:
    """Return the rank of a code from the highest value of a year on, and of how many; None if none.

    The nation has no rank.
    """
    own = values.drop(index=NATION)[year].dropna() if year in values.columns else None
    if own is None or code not in own.index:
        return None
    return int((own > own[code]).sum()) + 1, len(own)


def _needed(ratio: pd.DataFrame, target: float) -> pd.DataFrame:
    ahead = [int(year) for year in ratio.columns if BASE_YEAR <= int(year) < TARGET_YEAR]
    return pd.DataFrame(
        {
            year: [
                progress.rate_needed(left - 1, target, TARGET_YEAR - year) if left > 0 else None
                for left in ratio[year]
            ]
            for year in ahead
        },
        index=ratio.index,
        dtype=float,
    )


def _value(rows: pd.DataFrame, quantity: Quantity) -> "pd.Series[float]":
    if not quantity.is_intensity:
        return rows[quantity.column].astype(float)
    return intensity(rows[quantity.column], rows["value_added_real_cny"])


def _standing(rows: pd.DataFrame, quantity: Quantity) -> "pd.Series[str]":
    """Return the standing of each row: the weaker one of what it is made of."""
    added = rows["value_added_standing"]
    if not quantity.measure:
        return added
    plain = pd.Series("derived" if quantity.is_intensity else "published", index=rows.index)
    if quantity.measure == "co2":
        plain = plain.where(rows["year"] < BASE_YEAR, "reconstructed")
    return plain.mask(added == "unverified", "unverified") if quantity.is_intensity else plain


def _sums(data: Dataset) -> pd.DataFrame:
    first = int(data.ask("nation__yearly")["year"].min())
    return comparable.sums(data, data.last_year, first)


def _wide(rows: pd.DataFrame, column: str, key: str, codes: Sequence[str]) -> pd.DataFrame:
    return rows.pivot(index=key, columns="year", values=column).reindex(index=list(codes))


def _years(rows: pd.DataFrame) -> dict[str, list[int]]:
    return {
        str(code): [int(year) for year in own] for code, own in rows.groupby("region_code")["year"]
    }

"""Where the nation, one province or one division stands, one row per measure."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.domain import codes, nation
from carbonpeak.domain.official import official_index
from carbonpeak.domain.view import BASES, TARGETS, View, state
from carbonpeak.thresholds import NATION
from carbonpeak.topics.regions import analysis as regions
from carbonpeak.topics.sectors import analysis as sectors
from carbonpeak.words import both

COLUMNS = [
    "cumulative",
    "change",
    "progress",
    "schedule",
    "remainder",
    "rate_needed",
    "tier_schedule",
    "tier_annual",
    "movement_schedule",
    "movement_annual",
]
KNOWN_BASES = tuple(basis for bases in BASES.values() for basis in bases)
ISSUERS = ("national", "own")
# How sure a change is whose value added is not in doubt.
STANDING = {"energy": "derived", "co2": "reconstructed"}


def progress_rows(
    data: Dataset,
    region: str | None,
    sector: str | None,
    year: int,
    basis: str | None = None,
    target: str = "national",
) -> pd.DataFrame:
    """Return one row per measure for the nation, or for one province or division.

    Besides the judgement: ``year``, ``basis``, ``target`` (a fraction), ``standing`` (empty where
    there is no value); for a province or division why a value is ``missing``, and ``is_doubtful``:
    whether prices or a jump in the data may have made it. QueryError in a sentence for what is not
    known.

    Args:
        data: the tables.
        region: code or name of a province, or of the nation.
        sector: code or name of a division.
        year: the year to judge.
        basis: one of KNOWN_BASES, for the measure it belongs to; the other keeps its first. The
            nation without one has a row for each.
        target: one of ISSUERS; only a province has a target of its own.
    """
    region = None if region is None else codes.region(data, region)
    # The nation is all of its provinces.
    region = None if region == NATION else region
    _check(region, sector, basis, target)
    # Of a year that some provinces alone have, those alone can be judged.
    last = data.last_year if region is None else data.judged_years[-1]
    if year not in data.judged_years or year > last:
        first = data.judged_years[0]
        raise QueryError(both("cli.not_judged", year=year, first=first, last=last))
    views = [View(one, _basis_of(one, basis), year=year, target=target) for one in BASES]
    if region is not None:
        return _of_code(data, regions.judged, region, views)
    if sector is not None:
        return _of_code(data, sectors.judged, codes.sector(data, sector), views)
    return _of_nation(data, year, basis)


def _check(region: str | None, sector: str | None, basis: str | None, target: str) -> None:
    if region is not None and sector is not None:
        raise QueryError(both("cli.one_of_two"))
    if sector is not None and basis == "with_transformation":
        raise QueryError(both("cli.no_transformation"))
    if target == "own" and region is None:
        raise QueryError(both("cli.no_own_target"))


def _basis_of(measure: str, asked: str | None) -> str:
    return asked if asked is not None and asked in BASES[measure] else next(iter(BASES[measure]))


def _of_code(
    data: Dataset,
    find: Callable[[Dataset, View], pd.DataFrame],
    code: str,
    views: list[View],
) -> pd.DataFrame:
    return pd.DataFrame([_row_of_code(find(data, view), code, view) for view in views])


def _row_of_code(table: pd.DataFrame, code: str, view: View) -> dict[str, object]:
    row = table.loc[[code]].iloc[0]
    # A division has no target of its own, so its table does not name the national one.
    target = row.get("target", TARGETS[view.measure])
    missing = state(row["tier_schedule"], row["missing"])
    return {
        "code": code,
        "measure": view.measure,
        "year": view.year,
        "basis": view.basis_name,
        "target": target,
        **row[COLUMNS],
        "standing": _standing_of(row, view.measure),
        "missing": missing if missing == row["missing"] else "",
        "is_doubtful": bool(row.get("is_doubtful", False)),
    }


def _standing_of(row: "pd.Series[Any]", measure: str) -> str:
    if pd.isna(row["cumulative"]):
        return ""
    if row.get("value_added_standing") == "unverified":
        return "unverified"
    return STANDING[measure]


def _of_nation(data: Dataset, year: int, basis: str | None) -> pd.DataFrame:
    official = nation.stand(official_index(data), TARGETS["energy"], year)
    rows = [
        {
            "measure": "energy, official, above designated size",
            "year": year,
            "basis": "official",
            "target": TARGETS["energy"],
            **official[COLUMNS],
            "standing": "official",
        }
    ]
    rows += [
        _estimate_of_nation(data, measure, one, year)
        for measure, bases in BASES.items()
        for one in bases
        if basis in (None, one) or basis not in bases
    ]
    return pd.DataFrame(rows)


def _estimate_of_nation(data: Dataset, measure: str, basis: str, year: int) -> dict[str, object]:
    estimate = nation.yearly(data, measure, basis)
    return {
        "measure": f"{measure}, estimate of all industry, {basis}",
        "year": year,
        "basis": basis,
        "target": TARGETS[measure],
        **nation.stand(estimate["index"], TARGETS[measure], year)[COLUMNS],
        "standing": str(estimate["standing"][year]),
    }

"""Where the nation, one province or one division stands, one row per measure."""

from collections.abc import Callable

import pandas as pd

from carbonpeak.findings import nation, regions, sectors
from carbonpeak.findings.official import official_index
from carbonpeak.findings.view import BASES, TARGETS, Ask, View, state
from carbonpeak.queries import QueryError, unknown

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


def standing(ask: Ask, region: str | None, sector: str | None, year: int) -> pd.DataFrame:
    """Return one row per measure for the nation, or for one province or division.

    QueryError with near matches for an unknown code, or where both are asked for.
    """
    if region and sector:
        raise QueryError(
            "Value added by province and division is not known: ask for one of the two."
        )
    if region:
        return _of_code(ask, regions.judged, "region", region, year)
    if sector:
        return _of_code(ask, sectors.judged, "sector", sector, year)
    return _of_nation(ask, year)


def _of_code(
    ask: Ask, find: Callable[[Ask, View], pd.DataFrame], kind: str, code: str, year: int
) -> pd.DataFrame:
    rows = []
    for measure in BASES:
        table = find(ask, View(measure, year=year))
        if code not in table.index:
            known = [*table.index, *table["name_en"], *table["name_zh"]]
            raise QueryError(unknown(kind, code, known))
        row = table.loc[[code]].iloc[0]
        missing = state(row["tier_schedule"], row["missing"])
        reason = missing if missing == row["missing"] else ""
        rows.append({"code": code, "measure": measure, **row[COLUMNS], "missing": reason})
    return pd.DataFrame(rows)


def _of_nation(ask: Ask, year: int) -> pd.DataFrame:
    official = nation.stand(official_index(ask), TARGETS["energy"], year)
    label = "energy, official, above designated size"
    rows = [{"measure": label, "standing": "official", **official[COLUMNS]}]
    for measure, bases in BASES.items():
        for basis in bases:
            estimate = nation.yearly(ask, measure, basis)
            stand = nation.stand(estimate["index"], TARGETS[measure], year)
            label = f"{measure}, estimate of all industry, {basis}"
            kind = str(estimate["standing"][year])
            rows.append({"measure": label, "standing": kind, **stand[COLUMNS]})
    return pd.DataFrame(rows)

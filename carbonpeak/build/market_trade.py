"""Trade on the national carbon market and its pilots by month: volumes, turnover, average prices.

Closing and daily prices are not among the tables: the exchange lets nobody publish its daily quotes
without consent. The daily file serves to check the monthly one.
"""

import re

import pandas as pd

from carbonpeak.build.market_sources import readable_source, standing_of
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

MONTHLY = "market/cea_monthly_2021_2026.csv"
DAILY = "market/cea_daily_2021_2026.csv"
YEARLY = "market/cea_yearly_2021_2026.csv"
PILOTS_FILE = "market/ets_pilot_monthly_2013_2024.csv"
TERMS = "Exchange statistics (facts); cite the exchange"

MONTHS = declare(
    "market_months",
    Text("全国碳市场月度成交", "National carbon market by month"),
    Columns(
        "month year trading_days turnover_cny listed_turnover_cny volume_t listed_volume_t "
        "block_volume_t auction_volume_t standing source_id",
        optional="trading_days",
    ),
    "month",
    format="csv",
    licence=TERMS,
    citation="Shanghai Environment and Energy Exchange, monthly overview of the national market",
)
PILOTS = declare(
    "market_pilots",
    Text("地方试点碳市场月度成交", "Pilot carbon markets by month"),
    Columns(
        "region_code month year trading_days turnover_cny volume_t average_cny_per_t flag "
        "standing source_id",
        optional="average_cny_per_t flag",
    ),
    "region_code month",
    format="csv",
    licence=TERMS,
    citation="Exchanges of the pilots, daily tables summed by month",
)

A_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
# Where the daily volumes do not add up to the month's: by how many tonnes, None where days lack.
# Any other difference stops the build: then the source has changed and wants a look.
DAILY_DIFFERENCES: dict[str, int | None] = {
    "2022-01": None,
    "2022-02": None,
    "2022-03": None,
    "2022-04": None,
    "2022-05": None,
    "2023-04": 46,
    "2025-03": 271_950,
}
# A printed average is rounded to a hundredth of a yuan.
ROUNDED = 0.005 + 1e-9
UNUSABLE = "amount incomplete or includes block trades: average not usable"


def build_months(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per month; BuildError where parts, years, averages or days do not add up."""
    rows = raw.csv(MONTHLY)
    table = pd.DataFrame(
        {
            "month": _months(rows["month"], MONTHLY),
            "year": rows["month"].str[:4],
            "trading_days": rows["days"].astype(float),
            "turnover_cny": rows["total_amt_cny"].astype(float),
            "listed_turnover_cny": rows["listed_amt_cny"].astype(float),
            "volume_t": rows["total_vol_t"].astype(float),
            "listed_volume_t": rows["listed_vol_t"].astype(float),
            "block_volume_t": rows["block_vol_t"].astype(float),
            "auction_volume_t": rows["auction_vol_t"].astype(float),
            "standing": rows["standing"].map(standing_of),
            "source_id": [sources.add(readable_source(text), TERMS) for text in rows["source"]],
        }
    )
    _check_parts(table)
    _check_averages(table, rows["avg_price_cny_per_t"].astype(float))
    _check_years(table, raw.csv(YEARLY))
    _check_days(table, raw.csv(DAILY))
    return table


def build_pilots(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per pilot and month; no average where its turnover is not that of its volume."""
    rows = raw.csv(PILOTS_FILE)
    is_unusable = rows["note"] == UNUSABLE
    _refuse(
        rows[is_unusable != rows["avg_price_cny_per_t"].isna()], PILOTS_FILE, "an average and note"
    )
    return pd.DataFrame(
        {
            "region_code": rows["province_code"],
            "month": _months(rows["month"], PILOTS_FILE),
            "year": rows["month"].str[:4],
            "trading_days": rows["trading_days"],
            "turnover_cny": rows["amount_cny"],
            "volume_t": rows["volume_t"],
            "average_cny_per_t": rows["avg_price_cny_per_t"],
            "flag": is_unusable.map({True: "pilot_average_unusable", False: None}),
            "standing": rows["standing"].map(standing_of),
            "source_id": [sources.add(readable_source(text), TERMS) for text in rows["source"]],
        }
    )


def daily_differences(months: pd.DataFrame, days: pd.DataFrame) -> dict[str, int | None]:
    """Return by how many tonnes the days of a month exceed it, where they do not add up.

    None where days lack: the sum is below that of the month.
    """
    summed = days["total_volume_t"].astype(float).groupby(days["date"].str[:7]).sum()
    apart = summed.reindex(months["month"]).to_numpy() - months["volume_t"].to_numpy()
    pairs = zip(months["month"], apart, strict=True)
    return {str(month): round(one) if one > 0 else None for month, one in pairs if one != 0}


def _check_parts(table: pd.DataFrame) -> None:
    parts = table[["listed_volume_t", "block_volume_t", "auction_volume_t"]].sum(axis=1)
    _refuse(table[parts != table["volume_t"]], MONTHLY, "listed, block and auction volume")


def _check_averages(table: pd.DataFrame, printed: "pd.Series[float]") -> None:
    average = table["turnover_cny"] / table["volume_t"]
    _refuse(table[(average - printed).abs() > ROUNDED], MONTHLY, "turnover over volume")


def _check_years(table: pd.DataFrame, years: pd.DataFrame) -> None:
    summed = table.groupby("year")[["volume_t", "turnover_cny"]].sum()
    found = summed.reindex(years["year"])
    wrong = (found["volume_t"].to_numpy() != years["total_vol_t"].astype(float)) | (
        abs(found["turnover_cny"].to_numpy() - years["total_amt_cny"].astype(float)) > 1
    )
    _refuse(years[wrong | (len(summed) != len(years))], YEARLY, "the sum of the months")


def _check_days(table: pd.DataFrame, days: pd.DataFrame) -> None:
    found = daily_differences(table, days)
    if found != DAILY_DIFFERENCES:
        apart = sorted({*found.items()} ^ {*DAILY_DIFFERENCES.items()})
        raise BuildError(f"{DAILY}: other months than known differ from {MONTHLY}: {apart}.")


def _months(texts: "pd.Series[str]", file: str) -> "pd.Series[str]":
    wrong = texts[~texts.str.fullmatch(A_MONTH)]
    if len(wrong):
        raise BuildError(f"{file}, column month: {wrong.iloc[0]!r} is no month such as 2025-03.")
    return texts


def _refuse(bad: pd.DataFrame, file: str, what: str) -> None:
    if len(bad):
        first = bad.iloc[0].to_dict()
        raise BuildError(f"{file}: {what} do not agree in {len(bad)} rows, first: {first}.")

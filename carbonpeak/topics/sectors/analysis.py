"""Where each division, and each of the plan's industries, stands."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import comparable, doubts
from carbonpeak.domain.view import TARGETS, View
from carbonpeak.indicators.assessment import assess
from carbonpeak.indicators.intensity import intensity
from carbonpeak.thresholds import BASE_YEAR

QUANTITIES = ("energy_tce", "co2_t")
ENDS = ["energy_tce_start", "energy_tce_end", "co2_t_start", "co2_t_end"]
PARTS_OF_THE_WHOLE = ["energy_share", "co2_share", "energy_contribution", "co2_contribution"]
JUDGEMENT = ["cumulative", "change", "due", "tier_schedule", "tier_annual", "value_added_standing"]


@once_per_dataset
def judged(data: Dataset, view: View) -> pd.DataFrame:
    """Return where each division stands, one row per sector code.

    Columns: names, group, ``energy_tce``, ``co2_t`` (withheld cells left out) and their shares;
    their changes since 2020 between comparable amounts (``energy_tce_start``, ``co2_t_end`` ...);
    ``level`` (tce per 10^4 yuan in 2020, official energy over input-output value added), the
    judgement of ``assess`` on the view's measure, ``value_added_standing`` and ``missing``;
    ``is_doubtful_energy``, ``is_doubtful_co2``: whether a change hangs on one province.
    """
    known = data.ask("sectors__yearly", region_code=None, first_year=BASE_YEAR)
    rows = comparable.sums(data, view.year)
    added = data.ask("sectors__value_added", base_year=BASE_YEAR)
    official = data.ask("sectors__official_level", year=BASE_YEAR).set_index("sector_code")
    names = data.ask("sectors__all").set_index("sector_code")
    table = _with_shares(_quantities(names, known, rows, view.year))
    levels = _intensities(rows, added, view).reindex(table.index)
    target = pd.Series(TARGETS[view.measure], index=table.index)
    return table.join(assess(levels, target, view.year)).assign(
        level=intensity(official["energy_tce"], official["value_added_cny"]),
        official_energy_tce=official["energy_tce"],
        official_value_added_cny=official["value_added_cny"],
        value_added_standing=added[added["year"] == view.year].set_index("sector_code")["standing"],
        missing=table["energy_tce"].isna().map({True: "no_data", False: "no_value_added"}),
        **_doubts(data, table, view.year, "sector"),
    )


def plan_industries(data: Dataset, view: View) -> pd.DataFrame:
    """Return the plan's seven industries as sums of their divisions, one row per plan industry.

    An industry of one division keeps its judgement; one of several has none, because value added is
    not known for all of them.
    """
    divisions = judged(data, view)
    grouped = divisions.dropna(subset=["plan_industry_code"]).groupby("plan_industry_code")
    sums = grouped[[*QUANTITIES, *ENDS]].sum(min_count=1)
    parts = grouped[PARTS_OF_THE_WHOLE].sum()
    official = grouped[["official_energy_tce", "official_value_added_cny"]].sum(min_count=1)
    table = sums.assign(
        name_zh=grouped["plan_industry_zh"].first(),
        name_en=grouped["plan_industry_en"].first(),
        **_changes(sums) | {part: parts[part] for part in PARTS_OF_THE_WHOLE},
        level=intensity(official["official_energy_tce"], official["official_value_added_cny"]),
        missing="no_value_added",
        **_doubts(data, sums, view.year, "plan"),
    )
    single = grouped[JUDGEMENT].first().where(grouped.size() == 1)
    return table.join(single.fillna({"tier_schedule": "no_data", "tier_annual": "no_data"}))


def sector_intensity(data: Dataset, view: View, sector_code: str) -> "pd.Series[float]":
    """Return one division's intensity by year, empty where fewer than two years are known.

    In t per 10^4 yuan, 2020 prices.
    """
    rows = comparable.sums(data, view.year)
    wide = _intensities(rows, data.ask("sectors__value_added", base_year=BASE_YEAR), view)
    levels = wide.reindex([sector_code]).iloc[0].dropna()
    return levels if len(levels) > 1 else pd.Series(dtype=float)


def growth_of(data: Dataset, sector_code: str | None = None) -> pd.DataFrame:
    """Return the known growth of value added since 2020: growth_pct, standing, source_id."""
    return data.ask("growth__yearly", sector_code=sector_code, first_year=BASE_YEAR + 1).set_index(
        "year"
    )


def _quantities(
    names: pd.DataFrame, known: pd.DataFrame, rows: pd.DataFrame, year: int
) -> pd.DataFrame:
    """Return the names with energy and CO2 of the year, and the comparable ones of both ends."""
    table = names.copy()
    now = known[known["year"] == year].set_index("sector_code")
    for column in QUANTITIES:
        wide = rows.pivot(index="sector_code", columns="year", values=column).reindex(names.index)
        table[column] = now[column].reindex(names.index)
        table[f"{column}_start"], table[f"{column}_end"] = wide[BASE_YEAR], wide[year]
    return table


def _doubts(data: Dataset, table: pd.DataFrame, year: int, by: str) -> "dict[str, pd.Series[bool]]":
    """Return for each quantity which changes of it hang on one province."""
    return {
        f"is_doubtful_{measure}": pd.Series(
            table.index.isin(doubts.of_divisions(data, column, year, by).index), index=table.index
        )
        for measure, column in zip(("energy", "co2"), QUANTITIES, strict=True)
    }


def _with_shares(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with shares of the column sums and changes since 2020."""
    return table.assign(
        energy_share=table["energy_tce"] / table["energy_tce"].sum(),
        co2_share=table["co2_t"] / table["co2_t"].sum(),
        **_changes(table),
    )


def _changes(table: pd.DataFrame) -> "dict[str, pd.Series[float]]":
    ends = {
        "energy": (table["energy_tce_start"], table["energy_tce_end"]),
        "co2": (table["co2_t_start"], table["co2_t_end"]),
    }
    changes = {f"{one}_change": end / start - 1 for one, (start, end) in ends.items()}
    added = {f"{one}_contribution": _contribution(end, start) for one, (start, end) in ends.items()}
    return changes | added


def _contribution(now: "pd.Series[float]", base: "pd.Series[float]") -> "pd.Series[float]":
    """Return each part's share in the change of the sum since 2020; the parts add up to it."""
    return (now - base) / base.sum()


def _intensities(rows: pd.DataFrame, added: pd.DataFrame, view: View) -> pd.DataFrame:
    """Return t per 10^4 yuan, one row per division with value added, one column per year."""
    joined = rows.merge(added, on=["sector_code", "year"])
    joined = joined.assign(level=intensity(joined[view.column], joined["value_added_real_cny"]))
    wide = joined.pivot(index="sector_code", columns="year", values="level")
    return wide.reindex(columns=range(BASE_YEAR, view.year + 1))

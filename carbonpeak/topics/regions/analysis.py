"""Where each province stands against its path."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import doubts
from carbonpeak.domain.view import OWN_TARGET_MEASURE, TARGETS, View, provinces
from carbonpeak.indicators import progress as rules
from carbonpeak.indicators.assessment import assess
from carbonpeak.indicators.intensity import CNY_PER_1E4, intensity
from carbonpeak.thresholds import BASE_YEAR, PLAN_YEARS


@once_per_dataset
def judged(data: Dataset, view: View) -> pd.DataFrame:
    """Return one row per region code, the judgement of ``assess`` joined.

    Besides: names, area, tile, ``quantity`` and ``intensity`` in the view's year, ``target``
    (fraction), ``gap_t`` (tonnes above the path), ``missing``: why there is no judgement, and
    ``is_doubtful``: whether prices or a jump in the data may have made the change.
    """
    places = provinces(data)
    rows = data.ask("regions__yearly", first_year=BASE_YEAR)
    levels = rows.assign(level=intensity(rows[view.column], rows["value_added_real_cny"]))
    wide = levels.pivot(index="region_code", columns="year", values="level").reindex(places.index)
    target = targets(data, view).reindex(places.index)
    now = rows[rows["year"] == view.year].set_index("region_code").reindex(places.index)
    table = places.join(assess(wide.loc[:, : view.year], target, view.year)).assign(
        quantity=now[view.column],
        intensity=wide[view.year],
        target=target,
        value_added_real_cny=now["value_added_real_cny"],
    )
    table["gap_t"] = _gaps(table, wide[BASE_YEAR], view.year)
    doubtful = doubts.of_regions(data, view)["is_doubtful"].reindex(places.index)
    return table.assign(
        missing=_missing_reason(table, rows, view),
        is_doubtful=doubtful.fillna(False).astype(bool) & table["cumulative"].notna(),
    )


def targets(data: Dataset, view: View) -> "pd.Series[float]":
    """Return the target of every region, a fraction: the national one or, where known, its own."""
    codes = data.ask("regions__all")["region_code"]
    if view.target == "national":
        return pd.Series(TARGETS[view.measure], index=codes)
    own = own_targets(data, view.measure).set_index("region_code")
    return (-own["change_pct"] / 100).reindex(codes)


def own_targets(data: Dataset, measure: str) -> pd.DataFrame:
    """Return the rows of the regions' own targets for a measure."""
    own = data.ask("regional_targets__preferred")
    return own[own["measure"] == OWN_TARGET_MEASURE[measure]]


def _gaps(table: pd.DataFrame, base: "pd.Series[float]", year: int) -> "pd.Series[float]":
    on_path = base * (1 - table["target"]) ** ((year - BASE_YEAR) / PLAN_YEARS)
    added = table["value_added_real_cny"] / CNY_PER_1E4
    rows = zip(table["intensity"], on_path, added, strict=True)
    return pd.Series([rules.gap(*row) for row in rows], index=table.index)


def _missing_reason(table: pd.DataFrame, rows: pd.DataFrame, view: View) -> "pd.Series[str]":
    withheld = set(rows[rows["co2_withheld"]]["region_code"])
    reason = pd.Series("no_data", index=table.index)
    if view.column == "co2_t":
        reason[[code in withheld for code in table.index]] = "withheld"
    return reason

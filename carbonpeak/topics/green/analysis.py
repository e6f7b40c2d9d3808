"""The lists by place and batch, their density, and the national counts by date."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import provinces
from carbonpeak.topics.green.choices import EVERY

KINDS = ("green_factory", "green_park", "green_firm")
# What the ministry's counts call each kind.
COUNTED = {
    "green_factory": "green factories",
    "green_park": "green industrial parks",
    "green_firm": "green supply-chain firms",
}
TOTALS = ("cumulative", "derived")
# Factories per so much industrial value added.
CNY_PER_DENSITY = 1e11


@once_per_dataset
def lists(data: Dataset) -> pd.DataFrame:
    """Return the entities listed by kind, batch and province."""
    return data.ask("green__lists")


@once_per_dataset
def batches(data: Dataset) -> tuple[str, ...]:
    """Return the batches in the order of their days."""
    rows = lists(data).sort_values("listed_on")
    return tuple(rows["batch"].drop_duplicates())


@once_per_dataset
def last_year(data: Dataset) -> int:
    """Return the year that the last list is of, from which value added is taken for a density."""
    return int(max(batch for batch in batches(data) if len(batch) > 1))


def of(data: Dataset, kind: str, batch: str) -> pd.DataFrame:
    """Return the rows of a kind, of one batch or of all."""
    rows = lists(data)
    rows = rows[rows["kind"] == kind]
    return rows if batch == EVERY else rows[rows["batch"] == batch]


@once_per_dataset
def by_province(data: Dataset, kind: str, batch: str) -> pd.DataFrame:
    """Return every province with ``listed`` (0 where none), ``density`` and its value added.

    ``density`` is per 100 x 10^9 yuan of industrial value added at current prices.
    """
    listed = of(data, kind, batch).groupby("region_code")["entity_count"].sum()
    added = data.ask("green__value_added", year=last_year(data)).set_index("region_code")
    table = provinces(data)
    cny = added["value_added_nominal_cny"].reindex(table.index)
    counts = listed.reindex(table.index).fillna(0).astype(int)
    return table.assign(listed=counts, added_cny=cny, density=counts / (cny / CNY_PER_DENSITY))


@once_per_dataset
def by_batch(data: Dataset, kind: str, region: str) -> pd.DataFrame:
    """Return the batches in order with ``listed`` in the nation, or in one province."""
    rows = of(data, kind, EVERY)
    days = lists(data).drop_duplicates("batch").set_index("batch")["listed_on"]
    own = rows[rows["region_code"] == region] if region else rows
    counts = own.groupby("batch")["entity_count"].sum()
    order = list(batches(data))
    table = pd.DataFrame({"listed_on": days}).loc[order]
    return table.assign(listed=counts.reindex(order).fillna(0).astype(int))


@once_per_dataset
def counts(data: Dataset) -> pd.DataFrame:
    """Return the register of counts, goals and measures, by its number."""
    return data.ask("green__counts").set_index("item_id")


@once_per_dataset
def totals(data: Dataset, kind: str) -> pd.DataFrame:
    """Return the national totals of a kind by date: those counted, and the derived ones."""
    rows = counts(data)
    own = rows[(rows["item_en"] == COUNTED[kind]) & rows["kind"].isin(TOTALS)]
    known = own.dropna(subset=["value"])
    return known.assign(is_derived=known["kind"] == "derived").sort_values("period", kind="stable")


def stated_over(data: Dataset, kind: str) -> pd.DataFrame:
    """Return the totals of a kind that were stated as over a number alone."""
    rows = counts(data)
    own = rows[(rows["item_en"] == COUNTED[kind]) & rows["kind"].isin(TOTALS)]
    return own[own["value"].isna()]


@once_per_dataset
def founding_date(data: Dataset) -> str:
    """Return the date of the founding numbers: the first to which providers are counted."""
    rows = counts(data)
    return str(rows["period"][rows["item_en"] == "green manufacturing solution providers"].min())


@once_per_dataset
def founding(data: Dataset) -> pd.DataFrame:
    """Return the founding numbers with the latest number of the same thing beside each.

    ``later_*`` are its columns; they are missing where nothing later is counted.
    """
    rows = counts(data)
    counted = rows[rows["kind"].isin(TOTALS)].reset_index()
    first = counted[counted["period"] == founding_date(data)]
    later = counted[counted["period"] > founding_date(data)].dropna(subset=["value"])
    last = later.sort_values("period", kind="stable").drop_duplicates("item_en", keep="last")
    return first.merge(
        last.add_prefix("later_"), "left", left_on="item_en", right_on="later_item_en"
    )


@once_per_dataset
def named_sectors(data: Dataset) -> pd.DataFrame:
    """Return every province with the factories whose name says cement, steel or vehicles."""
    rows = data.ask("green__sectors")
    wide = rows.pivot(index="region_code", columns="sector_by_name", values="entity_count")
    return wide.reindex(provinces(data).index).fillna(0).astype(int)

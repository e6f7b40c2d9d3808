"""How much of the tiers hangs on the deflator: the same rule with two other denominators."""

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import View, provinces, region_names
from carbonpeak.indicators.assessment import assess
from carbonpeak.indicators.intensity import intensity
from carbonpeak.indicators.tiers import ORDER
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.regions import analysis
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker

# The province's own real growth of its product, and its own prices: columns of the query.
GROWTH, PRICES = "with_gdp_growth_cny", "with_gdp_prices_cny"
DIGITS = 4


@once_per_dataset
def judged_with(data: Dataset, view: View, column: str) -> pd.DataFrame:
    """Return the judgement of ``assess`` by region code with another denominator, a column."""
    rows = data.ask("regions__yearly", first_year=BASE_YEAR)
    others = data.ask("regions__denominators", base_year=BASE_YEAR)
    joined = rows.merge(others[["region_code", "year", column]], on=["region_code", "year"])
    levels = joined.assign(level=intensity(joined[view.column], joined[column]))
    wide = levels.pivot(index="region_code", columns="year", values="level")
    wide = wide.reindex(provinces(data).index)
    return assess(wide.loc[:, : view.year], analysis.targets(data, view), view.year)


def changed(data: Dataset, view: View, yardstick: str, column: str) -> tuple[str, ...]:
    """Return the provinces, by code, whose tier is another one with another denominator."""
    tiers = analysis.judged(data, view)[f"tier_{yardstick}"]
    others = judged_with(data, view, column)[f"tier_{yardstick}"]
    both = tiers.isin(ORDER) & others.isin(ORDER)
    return tuple(tiers.index[both & (tiers != others)])


def note(data: Dataset, view: View, yardstick: str, tell: Speaker) -> str:
    """Return how many tiers would change, which unmarked ones, and the deflator itself."""
    table = analysis.judged(data, view)
    by_growth, by_prices = (changed(data, view, yardstick, one) for one in (GROWTH, PRICES))
    names = region_names(data, tell.lang)
    doubtful = set(table.index[table["is_doubtful"]])
    unmarked = [names[code] for code in names if code in {*by_growth, *by_prices} - doubtful]
    listed = tell("regions.hangs.unmarked", names=tell.enumerated(unmarked)) if unmarked else ""
    return tell(
        "regions.hangs",
        total=int(table[f"tier_{yardstick}"].isin(ORDER).sum()),
        growth=len(by_growth),
        prices=len(by_prices),
        unmarked=listed,
        deflator=tell.listed(_deflators(data, view.year, tell)),
    )


def _deflators(data: Dataset, year: int, tell: Speaker) -> list[str]:
    """Return the national deflator of each year since 2020, which all provinces share."""
    rows = data.ask("regions__denominators", base_year=BASE_YEAR).drop_duplicates("year")
    rows = rows[(rows["year"] > BASE_YEAR) & (rows["year"] <= year)]
    pairs = zip(rows["year"], rows["deflator_2020_1"], strict=True)
    return [
        tell("regions.hangs.year", year=int(when), value=number(float(value), DIGITS))
        for when, value in pairs
    ]

"""What it would take: the gap to a goal shared out over provinces or divisions by three rules."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import comparable, doubts
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import View
from carbonpeak.indicators import sharing as rules
from carbonpeak.indicators.intensity import CNY_PER_1E4
from carbonpeak.indicators.progress import yearly_rate
from carbonpeak.thresholds import (
    BASE_YEAR,
    CO2_TARGET,
    ENERGY_TARGET,
    HORIZON,
    PLAN15_CO2_TARGET,
    TARGET_YEAR,
    TREND_YEARS,
)

# The division of the decomposition that stands for all of a province without a usable split.
WHOLE = "all"
UNITS = ("region", "sector")
RULES = rules.RULES
# The first rule gives every unit the same rate: its bars tell nothing of one against another.
DEFAULT_RULE = "equal_share"
# How far the intensity must fall from 2020, by when. The last chains both plans: ours, a scenario.
GOALS = {
    "energy2025": ("energy", TARGET_YEAR, ENERGY_TARGET),
    "co2_2025": ("co2", TARGET_YEAR, CO2_TARGET),
    "co2_2030": ("co2", HORIZON, 1 - (1 - CO2_TARGET) * (1 - PLAN15_CO2_TARGET)),
}


@dataclass(frozen=True, eq=False)
class Sharing:
    """A gap shared out.

    Attributes:
        unit: what it is shared over, one of UNITS.
        table: one row per unit: ``now_t``, ``change`` (intensity since 2020, a fraction), ``best``
            (best average fall over five years, missing without history), ``left_out`` (years
            whose change is a suspected revision and no part of it), ``is_doubtful``, and by rule
            ``given_t_<rule>``, ``rate_<rule>`` (fall a year) and ``is_record_<rule>`` (more
            than ``best``). Units without the figures it needs have none of them, and ``missing``
            says why: "no_data" or "withheld".
        gap_t: the gap at the value added of the last year, t.
        left_t: by rule, what it does not cover, t.
        rate: the yearly fall of the whole that closes the gap, a fraction.
        first_year: the first year of which the intensities are known.
        last_year: the last year of data.
        years_left: from there to the goal.
    """

    unit: str
    table: pd.DataFrame
    gap_t: float
    left_t: dict[str, float]
    rate: float
    first_year: int
    last_year: int
    years_left: int


@once_per_dataset
def shared_out(data: Dataset, goal: str, unit: str) -> Sharing:
    """Return the gap to one of GOALS shared out over one of UNITS, by every rule.

    The table is shared by all who ask: nobody writes into it.
    """
    measure, year, target = GOALS[goal]
    history = _regions(data, measure) if unit == "region" else _sectors(data, measure)
    table = _figures(data, history, measure, unit)
    known = table[table["missing"] == ""]
    last = data.last_year
    gap_t = _gap(known, target)
    left = {}
    for rule in RULES:
        given, left[rule] = rules.shared(_base(known, rule, unit, target), gap_t)
        rates = rules.rates_asked(given, known["now_t"], year - last)
        table[f"given_t_{rule}"], table[f"rate_{rule}"] = given, rates
        table[f"is_record_{rule}"] = table[f"rate_{rule}"] > table["best"]
    rate = yearly_rate(gap_t / float(known["now_t"].sum()), year - last)
    first = int(history["year"].min())
    return Sharing(unit, table, gap_t, left, rate, first, last, year - last)


def _gap(known: pd.DataFrame, target: float) -> float:
    """Return how far all units together lie above the target, t, at today's value added."""
    now_t, base_t, added, added_base = (
        known[[column]].sum() for column in ("now_t", "base_t", "added", "added_base")
    )
    # Where every unit stands beside the value added of all industry, the ratio is the same.
    growth = float(added.iloc[0] / added_base.iloc[0])
    return float(now_t.iloc[0] - base_t.iloc[0] * growth * (1 - target))


def _base(known: pd.DataFrame, rule: str, unit: str, target: float) -> "pd.Series[float]":
    """Return what a rule asks each unit a part of, t."""
    growth = known["added"] / known["added_base"]
    if rule == "equal_rate":
        return known["now_t"]
    if rule == "equal_share":
        return rules.gaps(known["now_t"], known["base_t"], growth, target)
    if unit == "region":
        return rules.above_median_level(known["now_t"], known["added"])
    return rules.above_median_change(known["now_t"], known["base_t"], growth)


def _figures(data: Dataset, history: pd.DataFrame, measure: str, unit: str) -> pd.DataFrame:
    """Return today's and the base year's figures of every unit, its best fall, what is missing."""
    last = data.last_year
    by_year = history.pivot(index="code", columns="year", values=["quantity", "added"])
    table = pd.DataFrame(
        {
            "now_t": by_year["quantity", last],
            "base_t": by_year["quantity", BASE_YEAR],
            "added": by_year["added", last],
            "added_base": by_year["added", BASE_YEAR],
        }
    )
    before, now = (
        table[quantity] / table[added]
        for quantity, added in (("base_t", "added_base"), ("now_t", "added"))
    )
    of_unit = history.groupby("code")
    reason = of_unit["is_withheld"].any().map({True: "withheld", False: "no_data"})
    return table.assign(
        change=now / before - 1,
        missing=reason.where((now / before).isna(), ""),
        best=pd.Series({str(code): _best(rows) for code, rows in of_unit}),
        left_out=pd.Series({str(code): _revised(rows) for code, rows in of_unit}),
        is_doubtful=_doubtful(data, measure, last, table, unit),
    )


def _best(rows: pd.DataFrame) -> float:
    by_year = rows.set_index("year").sort_index()
    return rules.best_fall(by_year["quantity"] / by_year["added"], TREND_YEARS, _revised(rows))


def _revised(rows: pd.DataFrame) -> list[int]:
    """Return the years after the first whose change is a suspected revision."""
    is_change = rows["is_break"] & (rows["year"] > rows["year"].min())
    return sorted(int(year) for year in rows["year"][is_change])


def _doubtful(
    data: Dataset, measure: str, year: int, table: pd.DataFrame, unit: str
) -> "pd.Series[bool]":
    """Return whose changes may be prices or accounting, or for divisions one province alone."""
    if unit == "sector":
        hanging = doubts.of_divisions(data, MEASURES[measure].total, year).index
        return pd.Series(table.index.isin(hanging), index=table.index)
    doubtful = doubts.of_regions(data, View(measure, year=year))["is_doubtful"]
    return doubtful.reindex(table.index).fillna(False).astype(bool) & table["now_t"].notna()


def _regions(data: Dataset, measure: str) -> pd.DataFrame:
    """Return quantity (t) and value added (10^4 yuan) by province and year."""
    rows = data.ask("regions__yearly", region_code=None, first_year=None)
    rows = rows[rows["value_added_real_cny"].notna() & (rows["year"] <= data.last_year)]
    return pd.DataFrame(
        {
            "code": rows["region_code"],
            "year": rows["year"],
            "quantity": rows[View(measure, year=data.last_year).column].astype(float),
            "added": rows["value_added_real_cny"] / CNY_PER_1E4,
            "is_withheld": rows["co2_withheld"] & (measure == "co2"),
            # A revision of the energy inventory is one of CO2, which is derived from it.
            "is_break": rows["is_break"],
        }
    )


def _sectors(data: Dataset, measure: str) -> pd.DataFrame:
    """Return quantity (t) by division and year, each beside the value added of all industry.

    Value added by division and province is not known; over that of all industry the divisions'
    intensities add up to the whole's. Cement process CO2 of provinces with a withheld cell is left
    out of every year, so that changes compare like with like.
    """
    added = data.ask("value_added__with_split")[["year", "value_added_real_cny"]]
    first = int(added["year"].min())
    rows = comparable.sums(data, data.last_year, first).merge(added, on="year")
    return pd.DataFrame(
        {
            "code": rows["sector_code"],
            "year": rows["year"],
            "quantity": rows[View(measure, year=data.last_year).column].astype(float),
            "added": rows["value_added_real_cny"] / CNY_PER_1E4,
            "is_withheld": False,
            "is_break": False,
        }
    )

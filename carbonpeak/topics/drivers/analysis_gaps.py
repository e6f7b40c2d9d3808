"""What the tables lack where changes are taken apart: places, divisions, years, doubtful figures.

Figures name these gaps in their notes, so that their words follow the data.
"""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import doubts
from carbonpeak.domain.view import View, provinces
from carbonpeak.thresholds import JUMP_SHARE
from carbonpeak.topics.drivers.analysis_cells import UNSPLIT, known_years
from carbonpeak.topics.drivers.question import Question

# Processing of petroleum and coal.
REFINING = "25"


@dataclass(frozen=True)
class Coverage:
    """The provinces the inventories cover, those of them without a split, and those not covered."""

    covered: tuple[str, ...]
    unsplit: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True)
class Jump:
    """A province and the year in which one of its divisions used much more energy at once."""

    region_code: str
    year: int


@once_per_dataset
def coverage(data: Dataset) -> Coverage:
    """Return which provinces are covered, and which of those have no usable split by sector."""
    is_covered = provinces(data)["in_inventory"].astype(bool)
    rows = data.ask("drivers__cells", region_code=None, sector_code=UNSPLIT, years=None)
    return Coverage(
        covered=tuple(is_covered.index[is_covered]),
        unsplit=tuple(sorted(set(rows["region_code"]))),
        absent=tuple(is_covered.index[~is_covered]),
    )


@once_per_dataset
def verified_from(data: Dataset) -> int:
    """Return the year from which on no growth of real value added is recalled."""
    rows = _yearly(data).dropna(subset=["value_added_real_cny"])
    recalled = rows.loc[
        (rows["value_added_standing"] == "unverified") & (rows["year"] <= data.last_year), "year"
    ]
    return known_years(data)[0] if recalled.empty else int(recalled.max()) + 1


@once_per_dataset
def is_rebuilt(data: Dataset, question: Question) -> bool:
    """Return whether the CO2 of a question is reconstructed in any of its years."""
    rows = _yearly(data)
    inside = rows["year"].between(question.first, question.last)
    rebuilt = inside & (rows["co2_standing"] == "reconstructed")
    return question.measure == "co2" and bool(rebuilt.any())


@once_per_dataset
def doubtful(data: Dataset, question: Question) -> frozenset[str]:
    """Return the provinces whose figures prices or a jump may have made, over these years."""
    if question.first >= question.last:
        return frozenset()
    table = doubts.of_regions(data, View(question.measure, year=question.last), question.first)
    return frozenset(table.index[table["is_doubtful"]]) & frozenset(coverage(data).covered)


@once_per_dataset
def revisions(data: Dataset, question: Question) -> dict[str, tuple[int, ...]]:
    """Return the provinces with the years in which their energy was likely revised."""
    rows = _yearly(data)
    inside = rows["year"].between(question.first + 1, question.last) & rows["is_break"]
    if question.region_code:
        inside &= rows["region_code"] == question.region_code
    years = rows[inside].groupby("region_code")["year"]
    return {str(code): tuple(int(year) for year in revised) for code, revised in years}


@dataclass(frozen=True)
class DivisionJump:
    """A division that moved its province's industrial energy at once; energy in tce."""

    sector_code: str
    year: int
    before_tce: float
    after_tce: float
    whole_change_tce: float


@once_per_dataset
def division_jump(data: Dataset, question: Question) -> DivisionJump | None:
    """Return the jump of one division in the province asked for, None where there is none."""
    rows = data.ask("regions__jumps", base_year=question.first, year=question.last)
    own = rows[rows["region_code"] == question.region_code]
    if own.empty or abs(own["jump_share"].iloc[0]) <= JUMP_SHARE:
        return None
    year = int(own["jump_year"].iloc[0])
    ends = data.ask("regions__jumps", base_year=year - 1, year=year).set_index("region_code")
    row, yearly = ends.loc[[question.region_code]].iloc[0], _yearly(data)
    whole = yearly[yearly["region_code"] == question.region_code].set_index("year")["energy_tce"]
    return DivisionJump(
        sector_code=str(row["sector_code"]),
        year=year,
        before_tce=float(row["base_tce"]),
        after_tce=float(row["last_tce"]),
        whole_change_tce=float(whole[year] - whole[year - 1]),
    )


@once_per_dataset
def refining_jump(data: Dataset, first: int, last: int) -> Jump | None:
    """Return where refining rose at once by more than a change of accounting explains, if it did.

    Of several provinces the one whose refining grew most in tonnes between the two years.
    """
    rows = data.ask("regions__jumps", base_year=first, year=last)
    jumps = rows[(rows["sector_code"] == REFINING) & (rows["jump_share"] > JUMP_SHARE)]
    if jumps.empty:
        return None
    grown = jumps["last_tce"].fillna(0) - jumps["base_tce"].fillna(0)
    largest = jumps.iloc[int(grown.to_numpy().argmax())]
    return Jump(str(largest["region_code"]), int(largest["jump_year"]))


def _yearly(data: Dataset) -> pd.DataFrame:
    return data.ask("regions__yearly", region_code=None, first_year=None)

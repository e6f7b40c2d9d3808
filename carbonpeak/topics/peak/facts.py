"""What the texts of the page say of the tables: their years, and what some provinces lack."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import provinces, region_names
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.words.speaker import Speaker

# Years by province, by its code, in the order of the codes.
YearsOf: TypeAlias = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Facts:
    """Facts of the tables, provinces by code.

    Attributes:
        first_year: the first year of the CO2 inventories.
        covered: provinces with an inventory.
        unsplit: those of them whose split by sector is not usable.
        uncovered: provinces without an inventory.
        empty: years in which a province's inventory has no energy-related CO2.
        withheld: years in which a province's cement process CO2 is withheld.
        ends: the last year of each province whose total with process CO2 ends before the others.
        reconstructed: the years whose CO2 is reconstructed.
        value_added: the years with real value added of the nation.
        verified_from: the first of them whose growth is verified.
    """

    first_year: int
    covered: tuple[str, ...]
    unsplit: tuple[str, ...]
    uncovered: tuple[str, ...]
    empty: YearsOf
    withheld: YearsOf
    ends: tuple[tuple[str, int], ...]
    reconstructed: tuple[int, ...]
    value_added: tuple[int, ...]
    verified_from: int

    @property
    def split_count(self) -> int:
        """How many provinces the sums of divisions hold."""
        return len(self.covered) - len(self.unsplit)


@once_per_dataset
def facts(data: Dataset) -> Facts:
    """Return what the texts say of the tables."""
    rows = data.ask("peak__series", region_code=None, sector_code=None)
    rows = rows[rows["region_code"] != NATION]
    whole = rows[rows["sector_code"] == ALL]
    covered = tuple(whole["region_code"].unique())
    split = set(rows["region_code"][rows["sector_code"] != ALL])
    nation = data.ask("nation__yearly")
    added = nation.dropna(subset=["value_added_real_cny"])
    is_withheld = whole["co2_t"].isna() & whole["co2_energy_t"].notna()
    return Facts(
        first_year=int(whole["year"].min()),
        covered=covered,
        unsplit=tuple(code for code in covered if code not in split),
        uncovered=tuple(code for code in provinces(data).index if code not in covered),
        empty=_years_of(whole[whole["co2_energy_t"].isna()]),
        withheld=_years_of(whole[is_withheld]),
        ends=_early_ends(whole[whole["year"] <= data.last_year]),
        reconstructed=_years(nation[nation["co2_standing"] == "reconstructed"]),
        value_added=_years(added),
        verified_from=int(added["year"][added["value_added_standing"] != "unverified"].min()),
    )


def cells(data: Dataset, years: YearsOf, tell: Speaker) -> str:
    """Return provinces with their years in words: "Hainan in 2002 and Ningxia in 2000-2002"."""
    names = region_names(data, tell.lang)
    return tell.enumerated(
        tell("peak.cell", name=names[code], years=tell.listed(_spans(missing, tell)))
        for code, missing in years
    )


def _years_of(rows: pd.DataFrame) -> YearsOf:
    return tuple((str(code), _years(part)) for code, part in rows.groupby("region_code"))


def _years(rows: pd.DataFrame) -> tuple[int, ...]:
    return tuple(sorted(int(year) for year in rows["year"]))


def _early_ends(whole: pd.DataFrame) -> tuple[tuple[str, int], ...]:
    last = whole.dropna(subset=["co2_t"]).groupby("region_code")["year"].max()
    return tuple((str(code), int(year)) for code, year in last.items() if year < last.max())


def _spans(years: Sequence[int], tell: Speaker) -> list[str]:
    """Return years in words, those that follow each other as one span."""
    starts = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    return [tell.years(first, last) for first, last in zip(starts, ends, strict=True)]

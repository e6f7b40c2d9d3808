"""What is measured, on which basis, by whose target; how rows are asked for; names of places."""

from dataclasses import KW_ONLY, dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.measures import MEASURES
from carbonpeak.thresholds import NATION

TARGETS = {code: one.target for code, one in MEASURES.items()}
BASES = {code: one.columns for code, one in MEASURES.items()}
OWN_TARGET_MEASURE = {code: one.own_target for code, one in MEASURES.items()}


@dataclass(frozen=True)
class View:
    """What is measured, on which basis ("" for the first), in which year, by whose target.

    The year is always named: only the data know which is the last.
    """

    measure: str = "energy"
    basis: str = ""
    _: KW_ONLY
    year: int
    target: str = "national"

    @property
    def basis_name(self) -> str:
        """The basis, the measure's first where none is named."""
        return self.basis or next(iter(BASES[self.measure]))

    @property
    def column(self) -> str:
        """The column of the queries that holds the quantity."""
        return BASES[self.measure][self.basis_name]

    def asked_until(self, last_year: int) -> int | None:
        """Return the year after which nothing is asked for, None where it is the last there is."""
        return self.year if self.year < last_year else None


@once_per_dataset
def provinces(data: Dataset) -> pd.DataFrame:
    """Return the provinces by code, in the order of their codes."""
    return data.ask("regions__all").set_index("region_code").drop(index=NATION)


@once_per_dataset
def region_names(data: Dataset, lang: str) -> dict[str, str]:
    """Return the provinces' names by code, in the order of their codes."""
    rows = data.ask("regions__all")
    named = zip(rows["region_code"].tolist(), rows[f"name_{lang}"].tolist(), strict=True)
    return {code: name for code, name in named if code != NATION}


def state(tier: str, missing: str) -> str:
    """Return the key a cell shows: the tier, or the kind of missing where there is no judgement."""
    return missing if tier == "no_data" else tier

"""What is measured, on which basis, by whose target; how rows are asked for; names of places."""

from dataclasses import KW_ONLY, dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.thresholds import CO2_TARGET, ENERGY_TARGET, NATION

TARGETS = {"energy": ENERGY_TARGET, "co2": CO2_TARGET}
# The column of each basis, by measure; the first is the default.
BASES = {
    "energy": {
        "final": "energy_tce",
        "with_transformation": "energy_with_transformation_tce",
    },
    "co2": {"total": "co2_t", "energy_related": "co2_energy_t"},
}
OWN_TARGET_MEASURE = {"energy": "energy_per_value_added", "co2": "co2_per_value_added"}


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

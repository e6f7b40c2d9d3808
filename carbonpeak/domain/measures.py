"""What is measured of industry: everything that is particular to energy or to CO2, in one record.

A third measure is one entry more, and its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from carbonpeak.thresholds import CO2_TARGET, ENERGY_TARGET


@dataclass(frozen=True)
class Measure:
    """One measure.

    Attributes:
        code: its name in links and keys of words.
        columns: the column of the queries that holds it, by basis; the first basis is the default.
        total: the column that holds it by division and by fuel.
        target: the fall per value added by 2025 against 2020, a fraction.
        own_target: what the register of regional targets calls it.
        sources: ids of the sources of its quantity.
        quantity_standings: the standings of its quantities over the years.
        intensity_standings: the standings of its intensities.
    """

    code: str
    columns: Mapping[str, str]
    total: str
    target: float
    own_target: str
    sources: tuple[str, ...]
    quantity_standings: tuple[str, ...]
    intensity_standings: tuple[str, ...]

    @property
    def bases(self) -> tuple[str, ...]:
        """The codes of its bases, the default first."""
        return tuple(self.columns)

    @property
    def column(self) -> str:
        """The column of its default basis."""
        return self.columns[self.bases[0]]

    @property
    def intensity_sources(self) -> tuple[str, ...]:
        """Ids of the sources of its intensity."""
        return (*self.sources, "nbs-value-added")


ENERGY = Measure(
    code="energy",
    columns={
        "final": "energy_tce",
        "with_transformation": "energy_with_transformation_tce",
    },
    total="energy_tce",
    target=ENERGY_TARGET,
    own_target="energy_per_value_added",
    sources=("ceads-energy",),
    quantity_standings=("published",),
    intensity_standings=("derived",),
)
CO2 = Measure(
    code="co2",
    columns={"total": "co2_t", "energy_related": "co2_energy_t"},
    total="co2_t",
    target=CO2_TARGET,
    own_target="co2_per_value_added",
    sources=("ceads-co2", "reconstruction"),
    quantity_standings=("published", "reconstructed"),
    intensity_standings=("reconstructed", "derived"),
)
MEASURES: dict[str, Measure] = {one.code: one for one in (ENERGY, CO2)}

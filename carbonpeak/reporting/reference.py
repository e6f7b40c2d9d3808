"""What an entry may name: provinces, divisions and factors of the tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.table_rows import Wanted
from carbonpeak.data.text import Text
from carbonpeak.domain import factor_search
from carbonpeak.thresholds import NATION


@dataclass(frozen=True)
class Factor:
    """A factor of the library as it is now: ``value`` in ``unit``, a footprint per something."""

    factor_id: str
    name: Text
    value: float
    unit: str


@dataclass(frozen=True)
class Reference:
    """The codes and factors that there are."""

    regions: frozenset[str]
    sectors: frozenset[str]
    factors: Mapping[str, Factor]


@once_per_dataset
def reference(data: Dataset) -> Reference:
    """Return what may be named in these tables."""
    regions = frozenset(_codes(data, "regions", "region_code")) - {NATION}
    library = factor_search.library(data)
    columns = ("factor_id", "name_zh", "name_en", "value", "unit")
    factors = (
        Factor(str(one), Text(str(zh), str(en)), float(value), str(unit))
        for one, zh, en, value, unit in zip(*(library[name] for name in columns), strict=True)
    )
    sectors = frozenset(_codes(data, "sectors", "sector_code"))
    return Reference(regions, sectors, {one.factor_id: one for one in factors})


def _codes(data: Dataset, table: str, column: str) -> list[str]:
    return [str(one) for one in data.rows_of(Wanted(table, named=False))[column]]

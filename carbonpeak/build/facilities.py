"""Cells summed up from facility rows: none are shipped; an import of such rows fills the table."""

from dataclasses import replace

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Table, Text
from carbonpeak.data.facility.cells import COLUMNS
from carbonpeak.data.own_versions import LICENCE

# The codes have totals among them, so they are not those of the registers alone.
CALLED = {
    "measure": "facility_measure",
    "sector_code": "facility_sector",
    "fuel_code": "facility_fuel",
}
EMPTY = "amount enterprise_count missing"
_FIELDS = Columns(" ".join(CALLED.get(name, name) for name in COLUMNS), EMPTY).fields()
TABLE = Table(
    "facility_cells",
    Text(
        "企业设施数据汇总（不含不予公布的数值）",
        "Facility rows summed up, without what is withheld",
    ),
    tuple(replace(field, name=name) for field, name in zip(_FIELDS, COLUMNS, strict=True)),
    key=("measure", "year", "region_code", "sector_code", "fuel_code"),
    format="csv",
    foreign=(("region_code", "regions"),),
    licence=LICENCE,
    citation="Own facility rows",
)


def build(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """Return the table without rows."""
    return pd.DataFrame(columns=list(COLUMNS))

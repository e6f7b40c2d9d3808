"""The official warning tiers of the provinces: the barometer of energy saving."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "policy/barometer_2021h1.csv"
TABLE = declare(
    "official_tiers",
    Text("官方节能目标预警等级", "Official warning tiers of energy saving"),
    Columns("period measure region_code tier standing source_id"),
    "period measure region_code",
    format="csv",
    licence=NOTICE_TERMS,
    citation="NDRC General Office, Fagaibanhuanzi [2021] 629",
)
MEASURES = {"energy_intensity_fall": "energy_per_gdp", "total_energy_control": "total_energy"}
PERIODS = {"2021-H1": "2021H1"}
TIERS = frozenset({"1", "2", "3"})
# The notice itself was not at hand, but press copies give it word by word.
STANDING = {"official, seen in press copies": "official"}


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per period, measure and province."""
    rows = raw.csv(FILE)
    return pd.DataFrame(
        {
            "period": rows["period"].map(PERIODS),
            "measure": rows["what"].map(MEASURES),
            "region_code": rows["region_code"],
            "tier": rows["tier"],
            "standing": rows["standing"].map(STANDING),
            "source_id": "ndrc-629-2021",
        }
    )

"""Units and plants of the carbon market: none are shipped; whoever knows them puts in their own."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text
from carbonpeak.data.own_versions import LICENCE

OF_A_KIND = (
    "unit_class electricity_mwh heat_gj load_factor product_t co2_t co2_t_per_mwh co2_t_per_t"
    " cf4_t c2f6_t balance_t_per_t"
)
TABLE = declare(
    "market_units",
    Text("碳市场机组和设施（自有数据）", "Units of the carbon market, own figures"),
    Columns(f"year unit_name region_code line {OF_A_KIND} standing source_id", OF_A_KIND),
    "unit_name year",
    format="csv",
    licence=LICENCE,
    citation="Own units of the carbon market",
)


def build(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """Return the table without rows."""
    return pd.DataFrame(columns=[field.name for field in TABLE.fields])

"""Daily quotes of carbon markets: none are shipped; whoever may use them puts in their own."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text
from carbonpeak.data.own_versions import LICENCE

TABLE = declare(
    "market_quotes",
    Text("碳市场每日行情（自有数据）", "Daily quotes of carbon markets, own figures"),
    Columns(
        "region_code date close_cny_per_t volume_t turnover_cny standing source_id",
        optional="close_cny_per_t volume_t turnover_cny",
    ),
    "region_code date",
    format="csv",
    licence=LICENCE,
    citation="Own daily quotes",
)


def build(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """Return the table without rows."""
    return pd.DataFrame(columns=[field.name for field in TABLE.fields])

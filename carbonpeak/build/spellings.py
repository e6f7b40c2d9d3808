"""Other spellings of names of regions and sectors: traditional characters, romanised names."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "spellings",
    Text("名称的其他写法", "Other spellings of names"),
    Columns("spelling standard_spelling scheme"),
    "spelling",
    format="csv",
    licence="Apache 2.0 (characters); public standards (romanised names)",
    citation="Characters: dictionary of OpenCC 1.4.2; romanised names: GB/T 2260, ISO 7098",
)

# Traditional characters and the simplified ones of our names for which they stand, in one order.
TRADITIONAL = (
    "與專業東樂鄉雲產倉儀體儲內農務動區醫壓發臺國壯備復複娛學寧爾屬廣慶應廢開棄錄機氣漁"
    "煉煙菸熱電礦築纖紙紡織維綜肅膠蘇藥裝製計記設貴費資車輔輸遼運選郵採鋼鐵鎮陝飲飾龍傢"
)
SIMPLIFIED = (
    "与专业东乐乡云产仓仪体储内农务动区医压发台国壮备复复娱学宁尔属广庆应废开弃录机气渔"
    "炼烟烟热电矿筑纤纸纺织维综肃胶苏药装制计记设贵费资车辅输辽运选邮采钢铁镇陕饮饰龙家"
)
# Where the usual English name is not the romanised one; all others are pinyin themselves.
ROMANISED = (
    ("Nei Mongol", "内蒙古", "GB/T 2260"),
    ("Neimenggu", "内蒙古", "ISO 7098"),
    ("Tibet", "西藏", "English before 2023"),
)


def build(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per spelling: a character within a name, or a whole name."""
    pairs = zip(TRADITIONAL, SIMPLIFIED, strict=True)
    characters = [(spelling, standard, "traditional") for spelling, standard in pairs]
    return pd.DataFrame([*characters, *ROMANISED], columns=[one.name for one in TABLE.fields])

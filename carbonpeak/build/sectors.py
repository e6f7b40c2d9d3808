"""Sectors: 38 industrial divisions, the rest of the economy, and the plan's industries."""

from collections.abc import Container

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "reference/sectors.csv"
TABLE = declare(
    "sectors",
    Text("行业", "Sectors"),
    Columns(
        "sector_code name_en name_zh short_en short_zh section is_industry plan_industry_code "
        "is_energy_intensive carbon_market",
        optional="plan_industry_code carbon_market",
    ),
    "sector_code",
    format="csv",
    licence="Public standard",
    citation="GB/T 4754-2017; grouping by the industrial peaking plan (MIIT Lianjie [2022] 88)",
)
PLAN_INDUSTRIES = declare(
    "plan_industries",
    Text("达峰方案重点行业", "Key industries of the peaking plan"),
    Columns("plan_industry_code name_en name_zh plan_order"),
    "plan_industry_code",
    format="csv",
    licence="Public document of the Chinese government",
    citation="Implementation plan for carbon peaking in the industrial sector "
    "(MIIT Lianjie [2022] 88)",
)

# plan_industry_code: (name in the source file, Chinese name)
PLAN = {
    "steel": ("steel", "钢铁"),
    "building_materials": ("building materials", "建材"),
    "petrochemicals": ("petrochemicals and chemicals", "石化化工"),
    "nonferrous_metals": ("non-ferrous metals", "有色金属"),
    "consumer_goods": ("consumer goods", "消费品"),
    "equipment": ("equipment", "装备制造"),
    "electronics": ("electronics", "电子"),
}

# Short names of divisions, for charts and tables: (English, Chinese).
SHORT = {
    "06": ("Coal mining", "煤炭采选"),
    "07": ("Oil and gas extraction", "油气开采"),
    "08": ("Iron ore mining", "黑色金属矿采选"),
    "09": ("Non-ferrous ore mining", "有色金属矿采选"),
    "10": ("Mineral mining", "非金属矿采选"),
    "11-12": ("Other mining", "其他采矿"),
    "13": ("Agro-food processing", "农副食品加工"),
    "14": ("Food", "食品制造"),
    "15": ("Beverages", "酒饮料茶"),
    "16": ("Tobacco", "烟草"),
    "17": ("Textiles", "纺织"),
    "18": ("Apparel", "服装服饰"),
    "19": ("Leather and shoes", "皮革制鞋"),
    "20": ("Wood products", "木材加工"),
    "21": ("Furniture", "家具"),
    "22": ("Paper", "造纸"),
    "23": ("Printing", "印刷"),
    "24": ("Culture and sports goods", "文教体娱用品"),
    "25": ("Fuel processing", "石油煤炭加工"),
    "26": ("Chemicals", "化工"),
    "27": ("Pharmaceuticals", "医药"),
    "28": ("Chemical fibres", "化学纤维"),
    "29": ("Rubber and plastics", "橡胶塑料"),
    "30": ("Cement, glass, ceramics", "非金属矿物制品"),
    "31": ("Iron and steel", "钢铁"),
    "32": ("Non-ferrous metals", "有色金属冶炼"),
    "33": ("Metal products", "金属制品"),
    "34": ("General machinery", "通用设备"),
    "35": ("Special machinery", "专用设备"),
    "36-37": ("Vehicles and transport", "汽车和其他运输设备"),
    "38": ("Electrical machinery", "电气机械"),
    "39": ("Electronics", "电子信息"),
    "40": ("Instruments", "仪器仪表"),
    "41+43": ("Other manufacturing", "其他制造与修理"),
    "42": ("Waste recycling", "废弃资源利用"),
    "44": ("Power and heat", "电力热力"),
    "45": ("Gas supply", "燃气"),
    "46": ("Water supply", "水生产和供应"),
}

# The rest of the economy as the inventories divide it: it completes the totals and carries no
# target of ours.
OTHERS = {
    "AGR": (
        "Agriculture, forestry, animal husbandry, fishery and water conservancy",
        "农林牧渔和水利业",
    ),
    "CON": ("Construction", "建筑业"),
    "TRA": ("Transport, storage, post and telecommunications", "交通运输、仓储和邮电通信业"),
    "WRC": ("Wholesale, retail, hotels and catering", "批发零售和住宿餐饮业"),
    "OTH": ("Other services", "其他服务业"),
    "URB": ("Urban households", "城镇居民生活"),
    "RUR": ("Rural households", "乡村居民生活"),
}


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per sector: 38 industrial divisions and seven parts of the rest of the economy."""
    codes = {source_name: code for code, (source_name, _) in PLAN.items()}
    industry = raw.csv(FILE)
    _refuse_unknown(industry, sector_code=SHORT, plan_industry=codes)
    industry = industry.assign(
        is_industry=True,
        short_en=[SHORT[code][0] for code in industry["sector_code"]],
        short_zh=[SHORT[code][1] for code in industry["sector_code"]],
        plan_industry_code=industry["plan_industry"].map(codes),
        is_energy_intensive=industry["six_energy_intensive"] == "1",
        carbon_market=industry["national_ets"],
    )
    others = pd.DataFrame(
        [
            {
                "sector_code": code,
                "name_en": english,
                "name_zh": chinese,
                "short_en": english,
                "short_zh": chinese,
                "section": "other",
            }
            for code, (english, chinese) in OTHERS.items()
        ]
    ).assign(is_industry=False, is_energy_intensive=False)
    return pd.concat([industry, others])[[field.name for field in TABLE.fields]]


def _refuse_unknown(rows: pd.DataFrame, **known: Container[str]) -> None:
    """BuildError for a code or name of a column that nothing here has a name for."""
    for column, names in known.items():
        unknown = sorted(name for name in set(rows[column].dropna()) if name not in names)
        if unknown:
            raise fault("no_name", file=FILE, column=column, found=", ".join(unknown))


def build_plan_industries(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per key industry of the plan."""
    rows = [
        (code, english.capitalize(), chinese, place)
        for place, (code, (english, chinese)) in enumerate(PLAN.items(), start=1)
    ]
    return pd.DataFrame(rows, columns=[field.name for field in PLAN_INDUSTRIES.fields])


def code_of_inventory_row(raw: Raw) -> dict[str, str]:
    """Return the sector code of every row of the CEADs inventories (C29a and C29b are both 29).

    The empty row for logging (fault ``logging_row_empty``) has no code and must not occur.
    """
    codes = {code: code for code in OTHERS}
    for sector in raw.csv(FILE).itertuples():
        codes |= dict.fromkeys(str(sector.ceads_rows).split("+"), str(sector.sector_code))
    return codes


def to_sector(rows: "pd.Series[str]", codes: dict[str, str], file: str) -> "pd.Series[str]":
    """Map inventory row names to sector codes; BuildError names the unknown ones."""
    unknown = sorted(set(rows) - set(codes))
    if unknown:
        raise fault("no_division", file=file, found=", ".join(unknown))
    return rows.map(codes)

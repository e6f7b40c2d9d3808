"""The tables that files for the store may hold, declared as the catalogue declares its own."""

from collections.abc import Mapping

import pandas as pd

from carbonpeak.data.catalogue import Field, FieldType, Table
from carbonpeak.data.text import Text


def _text(name: str, zh: str, en: str, is_needed: bool = True) -> Field:
    return Field(name, "string", "", Text(zh, en), is_needed)


def _value(name: str, kind: FieldType, zh: str, en: str, is_needed: bool = True) -> Field:
    return Field(name, kind, "", Text(zh, en), is_needed)


_REGION = _text("region_code", "地区代码", "region code")
_SECTOR = _text("sector_code", "行业代码", "sector code")
_NAMES = (
    _text("name_zh", "中文名称", "Chinese name"),
    _text("name_en", "英文名称", "English name", False),
)
_PLACES = (("region_code", "regions"), ("sector_code", "sectors"))

COMPANIES = Table(
    "companies",
    Text("企业", "Companies"),
    (
        _text("company_id", "企业编号", "company id"),
        *_NAMES,
        _SECTOR,
        _REGION,
        _text("credit_code", "统一社会信用代码", "credit code", False),
    ),
    ("company_id",),
    foreign=_PLACES,
)
UNITS = Table(
    "units",
    Text("填报单位", "Units"),
    (
        _text("unit_id", "单位编号", "unit id"),
        _text("company_id", "企业编号", "company id"),
        *_NAMES,
        _SECTOR,
        _REGION,
        _value("first_year", "integer", "首个填报年份", "first year"),
        _value("last_year", "integer", "最后填报年份", "last year", False),
    ),
    ("unit_id",),
    foreign=_PLACES,
)
ACCOUNTS = Table(
    "accounts",
    Text("账户", "Accounts"),
    (
        _text("account_id", "账户编号", "account id"),
        _text("company_id", "企业编号", "company id"),
        _text("holder", "持有人", "holder"),
        _value("is_active", "boolean", "是否启用", "active", False),
    ),
    ("account_id",),
)
# One row is one activity; rows of one unit and year are its report.
REPORTS = Table(
    "reports",
    Text("排放报告", "Reports"),
    (
        _text("unit_id", "单位编号", "unit id"),
        _value("year", "integer", "年份", "year"),
        _text("kind", "活动类别", "kind of activity"),
        _text("activity", "活动名称", "activity"),
        Field("quantity", "number", "unit", Text("数量", "quantity")),
        _text("unit", "计量单位", "unit of measure"),
        _text("factor_id", "因子编号", "factor id"),
        _text("sector_code", "行业代码", "sector code", False),
        _text("why", "修订原因", "reason", False),
    ),
    ("unit_id", "year", "kind", "activity", "factor_id"),
    foreign=(("sector_code", "sectors"),),
)
PRODUCT_RECORDS = Table(
    "product_records",
    Text("产品记录", "Product records"),
    (
        _text("record_id", "记录编号", "record id"),
        _text("unit_id", "单位编号", "unit id"),
        _value("year", "integer", "年份", "year"),
        _text("product_zh", "产品中文名称", "product in Chinese"),
        Field("quantity", "number", "unit", Text("产量", "quantity")),
        _text("quantity_unit", "产量单位", "unit of quantity"),
        Field("co2e_kg_per_unit", "number", "kg CO2e", Text("单位产品碳足迹", "footprint of one")),
        _text("product_en", "产品英文名称", "product in English", False),
    ),
    ("record_id",),
)
KINDS: Mapping[str, Table] = {
    one.name: one for one in (COMPANIES, UNITS, ACCOUNTS, REPORTS, PRODUCT_RECORDS)
}
_EXAMPLES: Mapping[str, tuple[tuple[object, ...], ...]] = {
    "companies": (("C001", "示例企业", "Example company", "36-37", "320000", None),),
    "units": (("U001", "C001", "示例单位", "Example unit", "36-37", "320000", 2024, None),),
    "accounts": (("A001", "C001", "示例持有人", True),),
    "reports": (
        ("U001", 2025, "fuel", "燃料油", 100.0, "t", "F056", None, None),
        ("U001", 2025, "electricity", "外购电力", 2000.0, "MWh", "EF2024-average", None, None),
    ),
    "product_records": (
        ("R001", "U001", 2025, "示例乘用车", 1000.0, "vehicle", 350.0, "Example car"),
    ),
}


def examples(kind: str) -> pd.DataFrame:
    """Return rows that show how a table is filled in; nothing in them is real."""
    names = [one.name for one in KINDS[kind].fields]
    return pd.DataFrame(_EXAMPLES[kind], columns=names, dtype=object)

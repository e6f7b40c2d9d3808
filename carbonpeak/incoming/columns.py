"""What the columns of a table may be called, and which of them holds what."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from carbonpeak.data.catalogue import Field, Table
from carbonpeak.domain.codes import plain

Part = Literal["value", "name", "unit"]
# Columns whose codes have names, and from which table.
NAMED = {"region_code": "region", "sector_code": "sector", "fuel_code": "fuel"}
UNIT = "unit"
# What people call columns besides the names of the catalogue. Of codes: those of the code itself.
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "year": ("年", "年度", "统计年份", "year", "配额年度", "履约年度", "vintage"),
    "region_code": ("地区代码", "行政区划代码", "省份代码", "province code", "region code"),
    "sector_code": ("行业代码", "大类代码", "sector code", "industry code"),
    "fuel_code": ("能源代码", "能源品种代码", "fuel code"),
    "energy_tce": ("能源消费量", "能源消费总量", "综合能源消费量", "能耗", "energy", "energy use"),
    "co2_t": ("二氧化碳排放量", "二氧化碳排放", "碳排放量", "碳排放", "CO2", "CO2 emissions"),
    "value_added_nominal_cny": ("工业增加值", "增加值", "value added", "industrial value added"),
    "value_added_real_cny": ("工业增加值（2020年价）", "增加值（2020 年价）", "real value added"),
    "gross_output_nominal_cny": ("总产出", "总产值", "gross output"),
    "date": ("日期", "交易日期", "交易日", "date", "day"),
    "close_cny_per_t": ("收盘价", "收盘价格", "close", "closing price"),
    "volume_t": ("成交量", "总成交量", "volume"),
    "turnover_cny": ("成交额", "总成交额", "turnover", "amount"),
    "unit_name": ("机组", "机组名称", "设施名称", "企业名称", "unit name", "unit id", "plant"),
    "line": ("行业", "行业类别", "line"),
    "unit_class": ("机组类型", "unit class", "class"),
    "electricity_mwh": ("发电量", "electricity", "generation"),
    "heat_gj": ("供热量", "heat"),
    "load_factor": ("负荷系数", "负荷率", "出力系数", "load", "load factor"),
    "product_t": ("产量", "产品产量", "output"),
    "cf4_t": ("四氟化碳", "CF4"),
    "c2f6_t": ("六氟化二碳", "C2F6"),
    "balance_t_per_t": ("平衡值", "balance", "balance value"),
    "gdp_nominal_cny": ("地区生产总值", "生产总值", "GDP"),
    "population": ("常住人口", "人口", "population"),
    "growth_pct": ("增速", "增长率", "growth"),
    "base_year": ("基期年份", "base year"),
    "source_id": ("来源", "数据来源", "source"),
    "standing": ("性质", "standing"),
    "unit": ("单位", "计量单位", "unit of measure"),
    "item_id": ("编号", "因子编号", "number", "id"),
    "name_zh": ("名称", "因子名称", "name"),
    "name_en": ("英文名", "English name"),
    "boundary": ("边界", "boundary"),
    "note": ("注", "说明", "note"),
}
# What people call columns of names beside, or instead of, codes.
NAMES: Mapping[str, tuple[str, ...]] = {
    "region_code": ("地区", "地区名称", "省份", "省", "省区市", "省市区", "province", "region"),
    "sector_code": ("行业", "行业名称", "行业大类", "sector", "division", "industry"),
    "fuel_code": ("能源", "品种", "能源名称", "燃料", "fuel"),
}
UNIT_NAMES = ("单位", "计量单位", "unit", "units", "unit of measure")
# A name and its unit: in brackets behind it, after a comma, a colon or a stroke.
OPEN, SHUT = r"（(\[【", r"）)\]】"
INSIDE = rf"[^{OPEN}{SHUT}]*"
BRACKETS = re.compile(
    rf"(.+?)\s*[{OPEN}]({INSIDE}(?:[（(]{INSIDE}[)）]{INSIDE})?)[{SHUT}]\s*", re.S
)
BEHIND = re.compile(r"(.+?)\s*[,，/:：;；]\s*(.+)", re.S)
SAID_UNIT = re.compile(r"^\s*(?:计量)?(?:单位|units?)\s*[:：]?\s*", re.I)
# Where a meaning in the catalogue goes on to explain itself.
HEAD = re.compile(r"[（(；;，,：:]")


@dataclass(frozen=True)
class Role:
    """What a column holds: the value or code of a field, a name of its code, or a unit."""

    field: str
    part: Part = "value"


@dataclass(frozen=True)
class Heading:
    """One column that is read: its place, how the file calls it, its role, the unit in its name."""

    place: int
    text: str
    role: Role
    unit: str = ""


def roles(table: Table) -> dict[str, Role]:
    """Return what a column is, by every plain name it may have."""
    heads = Counter(head for field in table.fields for head in set(heads_of(field)))
    found: dict[str, Role] = {}
    for field in table.fields:
        for name in NAMES.get(field.name, ()):
            found.setdefault(plain(name, {}), Role(field.name, "name"))
        sole = [head for head in heads_of(field) if heads[head] == 1]
        for name in (*names_of(field), *sole):
            found.setdefault(plain(name, {}), Role(field.name))
    if UNIT not in {field.name for field in table.fields}:
        found |= {plain(name, {}): Role(UNIT, "unit") for name in UNIT_NAMES}
    # The very names of the catalogue before all others.
    return found | {plain(field.name, {}): Role(field.name) for field in table.fields}


def names_of(field: Field) -> tuple[str, ...]:
    """Return the names of one column: that of the catalogue, its meanings, and other ones."""
    return (field.name, field.meaning.zh, field.meaning.en, *OTHER_NAMES.get(field.name, ()))


def heads_of(field: Field) -> tuple[str, str]:
    """Return the meanings of a column without what explains them; columns may share one."""
    zh, en = (HEAD.split(one)[0].strip() for one in (field.meaning.zh, field.meaning.en))
    return zh, en


def heading(text: str, known: Mapping[str, Role]) -> tuple[Role, str] | None:
    """Return what a column is and the unit in its name, None where it is none of the table's.

    A name may be broken over lines, as in a narrow cell.
    """
    text = " ".join(text.split())
    role = known.get(plain(text, {}))
    if role:
        return role, ""
    for pattern in (BRACKETS, BEHIND):
        found = pattern.fullmatch(text)
        role = known.get(plain(found[1], {})) if found else None
        if found and role:
            return role, SAID_UNIT.sub("", found[2]).strip()
    return None

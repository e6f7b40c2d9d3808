"""Files for tables that are shipped empty, each breaking one rule of such rows alone."""

from typing import Any

from tests.incoming.broken import Broken, Cells, plain

QUOTES = ["地区代码", "日期", "收盘价（元/吨）", "成交量（吨）", "成交额（元）"]
DAY = ["000000", "2024-02-01", "75.2", "2406026", "181461116"]
UNITS = [
    "机组",
    "地区",
    "配额年度",
    "行业",
    "机组类型",
    "发电量（万千瓦时）",
    "供热量（吉焦）",
    "负荷系数",
    "二氧化碳排放量（万吨）",
    "发电排放强度（克二氧化碳/千瓦时）",
    "产量（万吨）",
    "产品排放强度（吨二氧化碳/吨）",
    "平衡值（吨/吨）",
    "四氟化碳（吨）",
]
# The worked example of the rule for power of 2024, and a line of clinker of 2025.
POWER: list[Any] = ["一号", "江苏", "2024", "发电", "300兆瓦等级以上常规燃煤机组", "300000"]
POWER += ["1000000", "0.55", "265", "", "", "", "", ""]
CLINKER: list[Any] = [
    "二线",
    "安徽",
    "2025",
    "水泥熟料",
    "",
    "",
    "",
    "",
    "",
    "",
    "120",
    "0.8333",
    "0.86",
    "",
]

FACTORS = ["编号", "名称", "数值", "单位", "年份", "地区", "边界"]
STEAM = ["QY-1", "企业外购蒸汽", "0.11", "tCO2e/GJ", "2024", "江苏", "摇篮到大门"]


def units(of: list[Any] = POWER, **cells: Any) -> Cells:
    """Return a row of units with cells changed, by place of column (``c3``), and one more."""
    row = list(of)
    for place, value in cells.items():
        row[int(place[1:])] = value
    return [row, ["三线", *CLINKER[1:]]]


def _quote(name: str, rule: str, place: int, value: str) -> Broken:
    row = [*DAY[:place], value, *DAY[place + 1 :]]
    return Broken(
        f"{name}.csv", plain([row], QUOTES), rule, 2, QUOTES[place], table="market_quotes"
    )


def _unit(rule: str, column: int, of: list[Any] = POWER, **cells: Any) -> Broken:
    content = plain(units(of, **cells), UNITS)
    name = "_".join((rule, *cells))
    return Broken(f"{name}.csv", content, rule, 2, UNITS[column], table="market_units")


def _factor(name: str, rule: str, place: int, value: str) -> Broken:
    row = [*STEAM[:place], value, *STEAM[place + 1 :]]
    content = plain([row], FACTORS)
    return Broken(f"{name}.csv", content, rule, 2, FACTORS[place], table="own_factors")


def _twice(content: Cells, head: list[str], table: str, name: str) -> Broken:
    return Broken(
        f"{name}.csv",
        plain([*content, content[0]], head),
        "duplicate",
        len(content) + 2,
        table=table,
    )


FILES: tuple[Broken, ...] = (
    # Daily quotes
    _quote("day_of_words", "cell.date", 1, "二月一日"),
    _quote("no_such_day", "cell.date", 1, "2024-02-30"),
    _quote("day_without_year", "cell.date", 1, "02-01"),
    _quote("month_that_differs", "quoted_month", 3, "2000000"),
    _quote("price_below_zero", "below_zero", 2, "-75.2"),
    _twice([DAY], QUOTES, "market_quotes", "day_twice"),
    # Units
    _unit("unit_load", 7, c7="55"),
    _unit("number.unit", 7, c7="55%"),
    _unit("below_zero", 7, c7="-0.55"),
    _unit("unit_zero", 5, c5="0"),
    _unit("unit_zero", 12, CLINKER, c12="0"),
    _unit("below_zero", 8, c8="-265"),
    _unit("unit_lacks", 5, c5="", c8="", c9="880"),
    _unit("unit_lacks", 4, c4=""),
    _unit("unit_lacks", 7, c7="—"),
    _unit("unit_lacks", 10, CLINKER, c10=""),
    _unit("unit_emissions", 8, c8=""),
    _unit("unit_twice", 9, c9="880"),
    _unit("unit_other", 10, c10="120"),
    _unit("unit_other", 13, CLINKER, c13="2"),
    _unit("cell.code", 4, c4="1000 MW"),
    _unit("cell.code", 3, c3="造纸"),
    _unit("unit_rule", 2, c2="2019"),
    _unit("unit_rule", 2, CLINKER, c2="2023"),
    _unit("unit_place", 1, c1="全国"),
    _twice(units(), UNITS, "market_units", "unit_twice_over"),
    # Own factors
    _factor("no_such_unit", "unit.factor", 3, "kg/斤"),
    _factor("unit_without_gas", "unit.factor", 3, "kg/GJ"),
    _factor("unit_of_gas_alone", "unit.factor", 3, "kg CO2e"),
    _factor("factor_missing", "empty", 2, ""),
    _factor("factor_below_zero", "below_zero", 2, "-0.11"),
    _factor("factor_of_words", "number.unit", 2, "0.11 t"),
    _factor("factor_without_year", "empty", 4, ""),
    _factor("factor_without_boundary", "empty", 6, ""),
    _factor("factor_of_no_boundary", "cell.code", 6, "全厂"),
    _factor("factor_of_no_region", "cell.code", 5, "某省"),
    _factor("number_with_blank", "factor_id", 0, "企业 1"),
    _factor("name_of_the_library", "factor_known", 1, "江苏电力"),
    _twice([STEAM], FACTORS, "own_factors", "number_twice"),
)

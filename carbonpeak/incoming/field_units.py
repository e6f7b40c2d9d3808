"""In which units a column may be given, and how many of the table's unit one of them is."""

import re
from collections.abc import Mapping

from carbonpeak.data import units
from carbonpeak.data.catalogue import Field
from carbonpeak.data.units import UnitError

# Units of the catalogue in those of the registry; CO2 may be given as a mass or as CO2.
IN_REGISTRY: Mapping[str, str] = {
    "CNY, current prices": "yuan",
    "CNY, 2020 prices": "yuan",
    "CNY": "yuan",
    "CNY/t": "yuan/t",
    "t a year": "t",
}
# What says at which prices it is; it must be that of the column.
AROUND = r"[,，、\s]*"
PRICES = {
    "CNY, current prices": re.compile(
        rf"{AROUND}(?:按?现价|当年价格?|current prices){AROUND}", re.I
    ),
    "CNY, 2020 prices": re.compile(rf"{AROUND}(?:2020\s*年价格?|2020 prices){AROUND}", re.I),
}
# Units that nothing converts to: other ways of writing them.
SAME: Mapping[str, tuple[str, ...]] = {
    "%": ("％", "百分比", "percent"),
    "% on the year before": ("%", "％", "百分比", "比上年", "percent"),
    "2020 = 1": ("2020=1", "2020年=1", "以2020年为1"),
    "previous year = 100": ("上年=100", "以上年为100"),
    "ratio": ("比值", "1"),
    "persons": ("人", "person"),
    "days": ("天", "日"),
    "months": ("月", "个月"),
    "entities": ("个", "家"),
    "rows": ("行",),
    "MW": ("兆瓦",),
    "tce/unit": ("吨标准煤/单位",),
}
THE_SAME_IN_CHINESE = {
    "% on the year before": "%",
    "%": "%",
    "kg/kWh": "千克/千瓦时",
    "tce/unit": "吨标准煤/单位",
}
BRACKETS = "（）()[]【】 "
# A unit that stands elsewhere in the row, or with what the row is of: nothing converts it.
ELSEWHERE = ("unit", "fuels.quantity_unit")


def is_measured(field: Field) -> bool:
    """Return whether a column needs a unit to be understood."""
    return bool(field.unit) and field.unit not in ELSEWHERE and field.type != "string"


def is_unit(text: str) -> bool:
    """Return whether a text below a heading is its unit: one that is known, in brackets or not."""
    bare = text.strip(BRACKETS)
    if not bare or bare.isdigit():
        return False
    try:
        units.written(bare)
    except UnitError:
        return _bare(bare) in _ALL_THE_SAME
    return True


def factor(field: Field, stated: str) -> float:
    """Return how many of the column's unit one stated unit is.

    UnitError where it is not known (``unknown``) or measures something else (``dimension``).
    """
    given = _bare(stated)
    if given in {_bare(one) for one in (field.unit, *SAME.get(field.unit, ()))}:
        return 1.0
    bare = PRICES[field.unit].sub("", stated) if field.unit in PRICES else stated
    units.written(bare)
    target = IN_REGISTRY.get(field.unit, field.unit)
    if field.name == "co2e_t" and units.dimension(bare) == units.dimension("t CO2e"):
        return units.times(bare, "t CO2e")
    if field.name.startswith("co2") and units.is_co2_only(bare):
        return units.times(bare, _in_co2(target))
    try:
        return units.times(bare, target)
    except UnitError as fault:
        # A unit that the column has and the registry does not: the other one is no such thing.
        raise UnitError("dimension", stated, field.unit) from fault


def _in_co2(target: str) -> str:
    """Return a unit in tonnes, or tonnes per something, as one of tonnes of CO2."""
    _, line, below = target.partition(units.PER)
    return f"t CO2{line}{below}"


def written(field: Field, chinese: bool) -> str:
    """Return the unit of a column as people write it in a language."""
    return spelt(field.unit, chinese)


def spelt(unit: str, chinese: bool) -> str:
    """Return a unit of the tables as people write it; as it stands where there is no other way."""
    target = IN_REGISTRY.get(unit, unit)
    if chinese and unit in THE_SAME_IN_CHINESE:
        return THE_SAME_IN_CHINESE[unit]
    if chinese and unit in SAME:
        return SAME[unit][0]
    try:
        return units.written(target, chinese)
    except UnitError:
        return unit


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


_ALL_THE_SAME = {_bare(one) for unit, others in SAME.items() for one in (unit, *others)}

"""Units of measure: their spellings in both languages, and how many of one is another.

The registry is ours alone: a library's own ``ton`` would be the US short ton and its ``kt`` a knot.
What a reader typed is looked up in a table, never read as an expression.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pint

# The base of each dimension, and every other unit in terms of it. Standard coal is 29,307.6 kJ a
# kilogram (GB/T 2589): one unit of energy among others, so electricity counts by its heat value.
# A normal cubic metre is an amount of gas, no volume: what it fills hangs on pressure and heat.
# CO2e is no mass: an amount of a product and its footprint are never added.
# A vehicle is no piece, people carried a kilometre no tonnes, a kilometre of railway that is built
# no way that is driven, a dollar of another year and economy no yuan: each stands by itself.
DEFINITIONS = """
kg = [mass]
m = [length]
h = [time]
MJ = [energy]
Nm3 = [gas]
kgCO2e = [footprint]
yuan = [money]
piece = [pieces]
vehicle = [vehicles]
personkm = [passenger_transport]
piecekm = [piece_transport]
linekm = [line_length]
usd2022 = [us_money]
g = 0.001 * kg
t = 1000 * kg
wt = 10000 * t
Mt = 1000000 * t
km = 1000 * m
m2 = m ** 2
m3 = m ** 3
L = 0.001 * m3
GJ = 1000 * MJ
TJ = 1000000 * MJ
kWh = 3.6 * MJ
MWh = 1000 * kWh
wkWh = 10000 * kWh
ykWh = 100000000 * kWh
kgce = 29.3076 * MJ
tce = 1000 * kgce
wtce = 10000 * tce
Mtce = 1000000 * tce
wNm3 = 10000 * Nm3
tkm = t * km
gCO2e = 0.001 * kgCO2e
tCO2e = 1000 * kgCO2e
wtCO2e = 10000 * tCO2e
MtCO2e = 1000000 * tCO2e
wyuan = 10000 * yuan
yyuan = 100000000 * yuan
"""

# How each unit is written: ours in English, ours in Chinese, then others; a blank within one says
# nothing. What counts CO2 alone is CO2e of one gas: ``is_co2_only`` tells it apart.
SPELLINGS: dict[str, tuple[str, ...]] = {
    "kg": ("kg", "千克", "公斤", "kilogram", "kilograms"),
    "g": ("g", "克", "gram", "grams"),
    "t": ("t", "吨", "公吨", "tonne", "tonnes"),
    "wt": ("10^4 t", "万吨", "万t"),
    "Mt": ("Mt", "百万吨"),
    "m": ("m", "米", "metre", "meter"),
    "km": ("km", "千米", "公里", "kilometre", "kilometer"),
    "m2": ("m2", "平方米", "m^2", "square meter", "square metre"),
    "m3": ("m3", "立方米", "m^3", "cubic meter", "cubic metre"),
    "L": ("L", "升", "l", "liter", "litre"),
    "h": ("h", "小时", "hour", "hours"),
    "MJ": ("MJ", "兆焦", "megajoule"),
    "GJ": ("GJ", "吉焦", "百万千焦"),
    "TJ": ("TJ", "太焦"),
    "kWh": ("kWh", "千瓦时", "度", "kW·h", "kilowatt hour"),
    "MWh": ("MWh", "兆瓦时", "MW·h"),
    "wkWh": ("10^4 kWh", "万千瓦时", "万度", "万kWh"),
    "ykWh": ("10^8 kWh", "亿千瓦时", "亿度", "亿kWh"),
    "kgce": ("kgce", "千克标准煤", "公斤标准煤"),
    "tce": ("tce", "吨标准煤", "吨标煤"),
    "wtce": ("10^4 tce", "万吨标准煤", "万吨标煤", "万tce"),
    "Mtce": ("Mtce", "百万吨标准煤"),
    "Nm3": ("Nm3", "标准立方米", "Nm^3", "标立方米", "标方"),
    "wNm3": ("10^4 Nm3", "万标准立方米", "万Nm3"),
    "tkm": ("t km", "吨公里", "t·km", "t*km", "吨千米", "ton kilometer", "tonne kilometre"),
    "kgCO2e": ("kg CO2e", "千克二氧化碳当量", "kgCO2eq", "kgCO2当量", "千克CO2当量"),
    "gCO2e": ("g CO2e", "克二氧化碳当量", "gCO2eq", "克CO2当量"),
    "tCO2e": ("t CO2e", "吨二氧化碳当量", "tCO2eq", "吨CO2当量"),
    "wtCO2e": ("10^4 t CO2e", "万吨二氧化碳当量", "万tCO2e"),
    "MtCO2e": ("Mt CO2e", "百万吨二氧化碳当量"),
    "yuan": ("yuan", "元", "CNY", "人民币元"),
    "wyuan": ("10^4 yuan", "万元"),
    "yyuan": ("10^8 yuan", "亿元"),
    "piece": ("piece", "件", "个", "台", "只", "pieces"),
    "vehicle": ("vehicle", "辆", "vehicles"),
    "personkm": ("person km", "人公里", "人·千米", "人千米", "person kilometre"),
    "piecekm": ("piece km", "件公里", "件·千米", "件千米"),
    "linekm": ("line km", "线路公里", "线路千米"),
    "usd2022": ("2022 USD", "2022年美元"),
}
CO2_ALONE: dict[str, tuple[str, ...]] = {
    "kgCO2e": ("kg CO2", "千克二氧化碳"),
    "gCO2e": ("g CO2", "克二氧化碳"),
    "tCO2e": ("t CO2", "吨二氧化碳"),
    "wtCO2e": ("10^4 t CO2", "万吨二氧化碳"),
    "MtCO2e": ("Mt CO2",),
}
PER = "/"
# A text longer than this is no unit, and is not looked at further.
LONGEST = 60
BLANKS = re.compile(r"\s+")
# Raised and lowered digits and full-width signs as plain ones; a raised one after ten is a power.
POWER = re.compile("10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉／（）", "01234567890123456789/()")
# Signs for a product and raised digits written otherwise.
ALIKE = str.maketrans({"⋅": "·", "•": "·", "㎡": "m2", "㎥": "m3", "㎏": "kg", "㎞": "km"})


class UnitError(Exception):
    """A unit is not known, or cannot be turned into another.

    ``reason`` is ``unknown`` (``given`` is no unit of the table) or ``dimension`` (``given`` and
    ``other`` measure different things).
    """

    def __init__(self, reason: str, given: str, other: str = "") -> None:
        """Keep what was given for the words a reader sees."""
        super().__init__(f"{reason}: {given} {other}".strip())
        self.reason = reason
        self.given = given
        self.other = other


def written(spelling: str, chinese: bool = False) -> str:
    """Return the one way a unit, or one unit per another, is written here ("吨" -> "t").

    UnitError ``unknown`` for whatever is not in the table.
    """
    return PER.join(SPELLINGS[one][chinese] for one in _parts(spelling))


@lru_cache(maxsize=4096)
def is_co2_only(spelling: str) -> bool:
    """Return whether a unit counts CO2 without the other gases; UnitError as above."""
    _parts(spelling)
    return _bare(spelling).split(PER)[0] in _CO2_ALONE


def dimension(spelling: str) -> str:
    """Return what a unit measures ("[mass]", "[footprint] / [energy]"); UnitError as above."""
    return _dimension(_parts(spelling))


def times(spelling: str, other: str) -> float:
    """Return how many of the other unit one unit is; UnitError where they measure other things."""
    mine, its = _parts(spelling), _parts(other)
    if _dimension(mine) != _dimension(its):
        raise UnitError("dimension", spelling, other)
    return _scale(mine) / _scale(its)


def convert(value: float, spelling: str, other: str) -> float:
    """Return a value in another unit; UnitError where the two measure different things."""
    return value * times(spelling, other)


def listed() -> tuple[str, ...]:
    """Return all single units as they are written in English."""
    return tuple(texts[0] for texts in SPELLINGS.values())


@lru_cache(maxsize=4096)
def _parts(spelling: str) -> tuple[str, ...]:
    """Return the codes above and, if there is a line, below it; only one line is read."""
    known = [_KNOWN.get(one, "") for one in _bare(spelling).split(PER)]
    if len(known) > 2 or "" in known:
        raise UnitError("unknown", spelling[:LONGEST])
    return tuple(known)


def _bare(spelling: str) -> str:
    """Return a spelling without blanks, with plain digits and signs."""
    if len(spelling) > LONGEST:
        raise UnitError("unknown", spelling[:LONGEST])
    return BLANKS.sub("", POWER.sub(r"10^\1", spelling).translate(ALIKE).translate(PLAIN))


@cache
def _registry() -> "pint.UnitRegistry[float]":
    # Most commands reckon with no unit: they need not wait for what reads them.
    import pint

    return pint.UnitRegistry(DEFINITIONS.strip().splitlines(), cache_folder=None)


@cache
def _scale(parts: tuple[str, ...]) -> float:
    """Return how many base units a unit of the table is."""
    own = [float(_registry().Quantity(1.0, one).to_base_units().magnitude) for one in parts]
    return own[0] / own[1] if len(own) > 1 else own[0]


@cache
def _dimension(parts: tuple[str, ...]) -> str:
    own = [_registry().get_dimensionality(one) for one in parts]
    return str(own[0] / own[1] if len(own) > 1 else own[0])


_CO2_ALONE = {_bare(text): unit for unit, texts in CO2_ALONE.items() for text in texts}
_KNOWN = _CO2_ALONE | {_bare(text): unit for unit, texts in SPELLINGS.items() for text in texts}

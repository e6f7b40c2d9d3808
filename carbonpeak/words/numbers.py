"""Numbers and units in each language's habit.

Figures are computed in full precision and rounded once, here, half to even (GB/T 8170).
"""

import math
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from carbonpeak.words import Lang

MINUS = "\u2212"
# How many decimals a number may get beyond those asked for, so that it keeps its side of a bound ...
MORE_DIGITS = 3
# ... and how far from a bound, in the number's own unit, it still lies on it.
BOUND_TOLERANCE = 1e-7
TCE_PER_1E4_TCE = 1e4
TCE_PER_MTCE = 1e6
T_PER_KT = 1e3
T_PER_1E4_T = 1e4
T_PER_MT = 1e6
T_PER_1E8_T = 1e8


def is_missing(value: Any) -> bool:
    """Return whether a cell holds no number."""
    return value is None or bool(pd.isna(value))


def rounded(value: float, digits: int) -> Decimal:
    """Return a number rounded half to even to so many decimals; ValueError where it is not finite."""
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be rounded for show")
    return Decimal(repr(float(value))).quantize(
        Decimal(1).scaleb(-digits), rounding=ROUND_HALF_EVEN
    )


def number(value: float, digits: int = 0, sign: bool = False) -> str:
    """Return a number with thousands separators, a real minus and, if asked, a plus."""
    figure = rounded(value, digits)
    text = f"{abs(figure):,.{digits}f}"
    if figure == 0:
        return text
    return (MINUS if figure < 0 else "+" if sign else "") + text


def percent(fraction: float, digits: int = 1, sign: bool = False) -> str:
    """Return a fraction as percent: -0.068 as "\u22126.8%"."""
    return number(fraction * 100, digits, sign) + "%"


def as_written(fraction: float) -> str:
    """Return a target as its document writes it: 13.5%, and 18% without a decimal that says nothing."""
    text = percent(fraction)
    return text.replace(".0%", "%")


def enough_digits(value: float, digits: int, *bounds: float) -> int:
    """Return the fewest decimals, ``digits`` or more, with which a number keeps its sides.

    Rounded, it lies above, on or below zero and each bound as it does itself: what is printed never
    contradicts a judgement by that bound. At most MORE_DIGITS further ones.
    """
    most = digits + MORE_DIGITS
    sides = _sides(value, bounds)
    kept = (one for one in range(digits, most) if _sides(rounded(value, one), bounds) == sides)
    return next(kept, most)


def _sides(value: float | Decimal, bounds: tuple[float, ...]) -> tuple[int, ...]:
    apart = (float(value) - float(bound) for bound in (0.0, *bounds))
    return tuple((one > BOUND_TOLERANCE) - (one < -BOUND_TOLERANCE) for one in apart)


def share(fraction: float, digits: int = 0) -> str:
    """Return a share as percent; one that only rounds to nothing or to all says so: "<1%".

    None and all are whole numbers: "0%", "100%".
    """
    if fraction in (0, 1):
        return percent(fraction, 0)
    nothing, whole, step = rounded(0.0, digits), rounded(100.0, digits), 10.0**-digits
    shown = rounded(fraction * 100, digits)
    if shown == nothing and fraction > 0:
        return f"<{number(step, digits)}%"
    if shown == whole and fraction < 1:
        return f">{number(100 - step, digits)}%"
    return percent(fraction, digits)


def energy(tce: float, lang: "Lang", digits: int | None = None, sign: bool = False) -> str:
    """Return an energy in 10^4 tce in Chinese and in Mtce in English (the unit is in the label)."""
    return number(tce / energy_scale(lang), _digits(lang, digits), sign)


def co2(tonnes: float, lang: "Lang", digits: int | None = None, sign: bool = False) -> str:
    """Return CO2 in 10^4 t in Chinese and in Mt in English (the unit stands in the label)."""
    return number(tonnes / co2_scale(lang), _digits(lang, digits), sign)


def co2_national(tonnes: float, lang: "Lang") -> str:
    """Return a national amount of CO2 with its unit: 亿吨 in Chinese, Mt in English."""
    if lang == "zh":
        return f"{number(tonnes / T_PER_1E8_T, 2)} 亿吨"
    return f"{number(tonnes / T_PER_MT)} Mt"


def co2_national_scale(lang: "Lang") -> float:
    """Return tonnes per unit of an axis of national CO2: 10^8 t in Chinese, Mt in English."""
    return T_PER_1E8_T if lang == "zh" else T_PER_MT


def co2_scale(lang: "Lang") -> float:
    """Return tonnes per unit of the axis that ``co2`` prints."""
    return T_PER_1E4_T if lang == "zh" else T_PER_MT


def energy_scale(lang: "Lang") -> float:
    """Return tce per unit of the axis that ``energy`` prints."""
    return TCE_PER_1E4_TCE if lang == "zh" else TCE_PER_MTCE


def small_scale(lang: "Lang") -> float:
    """Return t or tce per unit in which small amounts are printed."""
    return 1.0 if lang == "zh" else T_PER_KT


def _digits(lang: "Lang", asked: int | None) -> int:
    """Return the decimals of an amount: a hundred times larger unit has one in English."""
    if asked is not None:
        return asked
    return 0 if lang == "zh" else 1


def file_size(count: int) -> str:
    """Return the size of a file of so many bytes, in KB or MB (of 1,024)."""
    kilobytes = count / 1024
    return f"{number(kilobytes)} KB" if kilobytes < 1000 else f"{number(kilobytes / 1024, 1)} MB"

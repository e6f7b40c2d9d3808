"""Decomposition of a change into effects: LMDI-I after Ang (2005, 2015), on a chain of levels.

A chain of levels is a product read from left to right: with V, V_r and E_rs the quantity is
E_rs = V x (V_r / V) x (E_rs / V_r), and each ratio of a level to the one before is a factor whose
effect is wanted. Nothing is left over: the effects of a cell add up to its change, and the effects
of any group of cells are the sums of theirs.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from carbonpeak.thresholds import SMALL_VALUE

Array = NDArray[np.float64]
# From this relative distance on, the difference of two logarithms is exact enough.
NEAR = 0.5


def effects(names: Sequence[str], start: Sequence[Array], end: Sequence[Array]) -> dict[str, Array]:
    """Return what each factor added to the change of every cell, in the unit of the last level.

    Args:
        names: one name per level; the factor is the level over the one before it.
        start: the levels in the first year, from the whole to the quantity. Each must broadcast to
            the shape of the last; units may differ from level to level, not between the years.
        end: the same levels in the last year.

    Returns:
        One array per name, in the shape of the last level. They add up to the change of the
        quantity. A zero is replaced by SMALL_VALUE of its level's total (the small-value limit).

    Raises:
        ValueError: where the numbers of names and levels differ, or where a level holds a negative,
            missing or infinite value; the sentence names the level and the place.
    """
    if not len(names) == len(start) == len(end):
        raise ValueError(f"{len(names)} names, {len(start)} and {len(end)} levels: not one each.")
    weight, logs = np.zeros(()), []
    for name, one, other in zip(names, start, end, strict=True):
        before, after = _without_zeros(name, one, other)
        weight = log_mean(after, before)
        logs.append(_log(after, before))
    above = [np.zeros(()), *logs[:-1]]
    steps = zip(names, logs, above, strict=True)
    return {name: weight * (log - log_above) for name, log, log_above in steps}


def log_mean(one: Array | float, other: Array | float) -> Array:
    """Return the logarithmic mean (a - b) / ln(a / b) of numbers of 0 or more, in their unit.

    It is a where both are equal, and 0 where one of them is 0.
    """
    a, b = np.broadcast_arrays(np.asarray(one, dtype=float), np.asarray(other, dtype=float))
    both = (a > 0) & (b > 0)
    a, b = np.where(both, a, 1.0), np.where(both, b, 1.0)
    apart = a - b
    logs = _log(a, b)
    mean = np.where(logs == 0, a, apart / np.where(logs == 0, 1.0, logs))
    return np.where(both, mean, 0.0)


def as_ratios(effect: Array, start: Array | float, end: Array | float) -> Array:
    """Return effects of the additive form as ratios: exp(effect / L(end, start)).

    The ratios of all effects multiply to end / start. Missing where start or end is 0 or less,
    because no ratio leads there.

    Args:
        effect: what a factor added, in the unit of the quantity.
        start: the quantity in the first year.
        end: the quantity in the last year.
    """
    before, after = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    known = (before > 0) & (after > 0)
    mean = log_mean(np.where(known, after, 1.0), np.where(known, before, 1.0))
    return np.exp(np.where(known, effect / mean, np.nan))


def _without_zeros(name: str, start: Array, end: Array) -> tuple[Array, Array]:
    """Return a level in both years, zeros replaced by one small value; ValueError if it is bad."""
    before, after = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    _check(name, "first", before)
    _check(name, "last", after)
    small = SMALL_VALUE * (before.sum() + after.sum()) or SMALL_VALUE
    return np.where(before == 0, small, before), np.where(after == 0, small, after)


def _check(name: str, year: str, level: Array) -> None:
    kinds = {
        "a missing value": np.isnan(level),
        "an infinite value": np.isinf(level),
        "a negative value": level < 0,
    }
    for kind, found in kinds.items():
        if found.any():
            place = tuple(int(one) for one in np.argwhere(found)[0])
            raise ValueError(f"{name} has {kind} in the {year} year, first at {place}.")


def _log(a: Array, b: Array) -> Array:
    """Return ln(a / b), exact also where both are nearly the same."""
    apart = (a - b) / b
    is_near = np.abs(apart) < NEAR
    near: Array = np.log1p(np.where(is_near, apart, 0.0))
    return np.where(is_near, near, np.log(a) - np.log(b))

"""The one-sided Mann-Kendall test: do the values of a series fall as time goes on?

S counts the pairs in which the later value is higher, less those in which it is lower. p is the
probability of an S as low or lower where the order of the values is mere chance: exact for short
series, ties included; the tie-corrected normal approximation with continuity correction for others.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from carbonpeak.thresholds import NORMAL_FROM

Floats = NDArray[np.float64]
Wholes = NDArray[np.int64]
KEPT_DISTRIBUTIONS = 1024


def mann_kendall(values: Sequence[float]) -> tuple[int, float]:
    """Return S and the one-sided p of a fall; p is missing for fewer than two values."""
    s, p = falls(np.array([values], dtype=float))
    return int(s[0]), float(p[0])


def falls(matrix: Floats) -> tuple[Wholes, Floats]:
    """Return S and p of every row, one series each; missing values are left out of the test."""
    tied, s = _compared(matrix)
    n = (tied > 0).sum(axis=1)
    p = _normal(n, s, tied)
    p[n < 2] = math.nan
    for row in np.flatnonzero((n >= 2) & (n < NORMAL_FROM)):
        p[row] = _exact(int(s[row]), _groups(tied[row]))
    return s, p


def _compared(matrix: Floats) -> tuple[Wholes, Wholes]:
    """Return how many values of its row equal each value, itself included; and S of each row.

    A missing value equals none, not even itself.
    """
    equal = np.zeros(matrix.shape, dtype=np.int64)
    s = np.zeros(len(matrix), dtype=np.int64)
    for place in range(matrix.shape[1]):
        one = matrix[:, place, None]
        equal[:, place] = (matrix == one).sum(axis=1)
        later = matrix[:, place + 1 :]
        s += (later > one).sum(axis=1) - (later < one).sum(axis=1)
    return equal, s


def _groups(tied: Wholes) -> tuple[int, ...]:
    """Return the sizes of the groups of equal values from the size of each value's group."""
    if tied.max() == 1:
        return (1,) * int(tied.sum())
    sizes, members = np.unique(tied[tied > 0], return_counts=True)
    return tuple(int(one) for one in np.repeat(sizes, members // sizes))


def _normal(n: Wholes, s: Wholes, tied: Wholes) -> Floats:
    """Return p by the normal approximation; a series of equal values shows no fall."""
    ties = np.where(tied > 0, (tied - 1) * (2 * tied + 5), 0).sum(axis=1)
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    spread = np.sqrt(np.where(variance > 0, variance, 1.0))
    z = (s - np.sign(s)) / spread
    p = np.array([0.5 * math.erfc(-one / math.sqrt(2)) for one in z])
    return np.where(variance > 0, p, 1.0)


def _exact(s: int, groups: tuple[int, ...]) -> float:
    """Return the share of the orders of these values whose S is as low or lower.

    With d inversions (a later value lower) among N pairs of unequal values, S = N - 2 d.
    """
    at_least = _orders_with_at_least(groups)
    return at_least[(len(at_least) - 1 - s) // 2] / at_least[0]


@lru_cache(maxsize=KEPT_DISTRIBUTIONS)
def _orders_with_at_least(groups: tuple[int, ...]) -> tuple[int, ...]:
    """Return how many different orders have at least 0, 1 ... N inversions.

    The orders of a multiset by their inversions are the coefficients of the Gaussian multinomial
    [n]! / ([m1]! [m2]! ...), a product of Gaussian binomials.
    """
    orders, placed = [1], 0
    for size in groups:
        placed += size
        for part in range(1, size + 1):
            orders = _times(orders, placed - size + part)
            orders = _over(orders, part)
    return tuple(accumulate(reversed(orders)))[::-1]


def _times(orders: list[int], k: int) -> list[int]:
    """Return the polynomial times [k] = 1 + q + ... + q^(k-1)."""
    found = [0] * (len(orders) + k - 1)
    for power, count in enumerate(orders):
        for shift in range(k):
            found[power + shift] += count
    return found


def _over(orders: list[int], k: int) -> list[int]:
    """Return the polynomial over [k], which divides it: by (1 - q^k), then times (1 - q)."""
    found = list(orders)
    for power in range(len(found) - 1, 0, -1):
        found[power] -= found[power - 1]
    for power in range(k, len(found)):
        found[power] += found[power - k]
    return found[: len(orders) - k + 1]

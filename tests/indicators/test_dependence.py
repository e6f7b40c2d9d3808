"""A change hangs on one part where that part leapt and little of the change is left without it."""

import pandas as pd
import pytest

from carbonpeak.indicators.dependence import hangs_on, largest_move
from carbonpeak.thresholds import LEFT_WITHOUT_ONE, OWN_FACTOR


def parts(*amounts: float) -> "pd.Series[float]":
    return pd.Series(amounts, index=["a", "b", "c"][: len(amounts)], dtype=float)


def test_the_thresholds_are_those_of_the_note() -> None:
    assert (LEFT_WITHOUT_ONE, OWN_FACTOR) == (0.5, 2.0)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        # a 10 -> 20; of the change of 10 + b there is left b: just under and just over half.
        ((10, 100), (20, 109.9), "a"),
        ((10, 100), (20, 110), None),
        # the same with a falling: 20 -> 10.
        ((20, 100), (10, 90.1), "a"),
        ((20, 100), (10, 90), None),
        # a moves most, but just misses the factor of two, up and down.
        ((10, 100), (19.9, 101), None),
        ((20, 100), (10.1, 99), None),
        # without a the change turns.
        ((10, 100), (30, 95), "a"),
        ((40, 100), (2, 120), "a"),
        # from nothing and to nothing.
        ((0, 100), (5, 101), "a"),
        ((5, 100), (0, 101), "a"),
        # large parts that move together: none alone.
        ((100, 100), (130, 120), None),
        # nothing moved at all.
        ((0, 0), (0, 0), None),
    ],
)
def test_on_which_part_a_change_hangs(start, end, found) -> None:
    assert hangs_on(parts(*start), parts(*end)) == found


def test_the_largest_move_may_be_a_fall() -> None:
    assert largest_move(parts(10, 50, 5), parts(14, 20, 5)) == "b"

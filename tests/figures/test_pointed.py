"""Rank, change on the year before and standing, as a mark says them."""

import pandas as pd
import pytest

from carbonpeak.figures import pointed
from carbonpeak.words.speaker import Speaker

ZH, EN = Speaker("zh"), Speaker("en")


def test_ranks_count_from_the_highest_and_leave_out_what_is_not_known():
    values = pd.Series({"a": 1.0, "b": 3.0, "c": 3.0, "d": float("nan")})
    assert pointed.ranks(values, EN) == {
        "a": "3 of 3, from the highest",
        "b": "1 of 3, from the highest",
        "c": "1 of 3, from the highest",
    }
    assert pointed.ranks(values, ZH)["a"] == "从高到低第 3 位，共 3 个"


@pytest.mark.parametrize(
    ("values", "breaks", "said"),
    [
        ([100.0, 98.0], (), ["", "fell 2.0% on 2020"]),
        ([100.0, 98.0], (2021,), ["", ""]),
        ([0.0, 98.0], (), ["", ""]),
        ([100.0, 100.0], (), ["", "did not change on 2020"]),
    ],
)
def test_a_change_is_said_on_the_year_before_and_not_over_a_break(values, breaks, said):
    assert pointed.on_year_before([2020, 2021], values, breaks, EN) == said


def test_a_year_without_the_one_before_says_no_change():
    assert pointed.on_year_before([2020, 2022], [1.0, 2.0], (), EN) == ["", ""]


def test_amounts_grow_where_ratios_rise():
    assert (
        pointed.on_year_before([1, 2], [1.0, 2.0], (), ZH, amount=True)[1] == "比 1 年增长 100.0%"
    )
    assert pointed.on_year_before([1, 2], [1.0, 2.0], (), ZH)[1] == "比 1 年上升 100.0%"


def test_the_standing_is_said_in_words():
    assert pointed.standing(["derived", "unverified"], EN).startswith("Standing: derived")

"""Units: every spelling, there and back, and nothing that is not in the table."""

from contextlib import suppress
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.data import units
from carbonpeak.data.units import UnitError, convert, dimension, times, written

# By hand, from the definitions of the units themselves.
BY_HAND = [
    (1, "吨标准煤", "MJ", 29_307.6),
    (1, "万吨标准煤", "tce", 10_000),
    (1, "10⁴ tce", "tce", 10_000),
    (1, "Mtce", "10^4 tce", 100),
    (1, "tce", "kgce", 1000),
    (1, "度", "MJ", 3.6),
    (1, "亿千瓦时", "10^4 kWh", 10_000),
    (1, "TJ", "GJ", 1000),
    (1, "Mt", "万吨", 100),
    (1, "公斤", "克", 1000),
    (400, "t km", "吨公里", 400),
    (1, "亿元", "万元", 10_000),
    (1, "m3", "L", 1000),
    (1, "公里", "m", 1000),
    (0.5777, "kgCO2e/kWh", "tCO2e/MWh", 0.5777),
    (7.4, "tCO2e / 公吨", "kgCO2e/kg", 7.4),
    (229.51, "gCO2e/千米", "kgCO2e/km", 0.22951),
]
# What a library would read as a unit of its own, an expression, or code.
STRANGE = [
    "ton", "kt", "cal", "mu", "MT", "kgCO2e/kWh/t", "kg+t", "2 kg", "kg**2", "/", "kg/", "/kWh",
    "", " ", "__import__('os')", "kg" * 100, "斤", "t.km/1", "%", "公里/公里/公里", "Mj", "KG",
]  # fmt: skip
SINGLE = st.sampled_from(units.listed())


@pytest.mark.parametrize(("value", "given", "other", "expected"), BY_HAND)
def test_conversions_by_hand(value: float, given: str, other: str, expected: float) -> None:
    assert convert(value, given, other) == pytest.approx(expected, rel=1e-12)


@given(SINGLE, SINGLE, st.floats(1e-6, 1e12))
def test_there_and_back(one: str, other: str, value: float) -> None:
    if dimension(one) != dimension(other):
        with pytest.raises(UnitError, match="dimension"):
            convert(value, one, other)
        return
    assert convert(convert(value, one, other), other, one) == pytest.approx(value, rel=1e-12)


@given(SINGLE, SINGLE, SINGLE, SINGLE)
def test_one_per_another_is_the_ratio_of_both(a: str, b: str, c: str, d: str) -> None:
    if dimension(a) != dimension(c) or dimension(b) != dimension(d):
        return
    expected = times(a, c) / times(b, d)
    assert times(f"{a}/{b}", f"{c}/{d}") == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_not_in_the_table_is_refused(strange: str) -> None:
    with pytest.raises(UnitError, match="unknown"):
        written(strange)


@given(st.text(max_size=80))
def test_no_text_is_read_as_anything_but_a_unit(text: str) -> None:
    known = set(units.listed())
    with suppress(UnitError):
        known = set(written(text).split("/"))
    assert known <= set(units.listed())


def test_no_spelling_means_two_units() -> None:
    every = [
        units._bare(text)
        for texts in (*units.SPELLINGS.values(), *units.CO2_ALONE.values())
        for text in texts
    ]
    assert len(set(every)) == len(every)


def test_every_unit_is_written_in_both_languages_and_read_again() -> None:
    for unit, chinese in product(units.listed(), (True, False)):
        assert written(written(unit, chinese)) == unit


def test_co2_alone_is_told_apart_and_counts_as_co2e() -> None:
    assert units.is_co2_only("kgCO2/kWh")
    assert not units.is_co2_only("kgCO2e/kWh")
    assert times("tCO2/t", "kgCO2e/kg") == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nm3", "m3"),
        ("kg", "kgCO2e"),
        ("t", "tkm"),
        ("yuan", "t"),
        ("kWh", "h"),
        ("vehicle", "piece"),
        ("person km", "t km"),
        ("piece km", "km"),
        ("line km", "km"),
        ("2022 USD", "yuan"),
    ],
)
def test_what_looks_alike_but_measures_other_things_is_refused(one: str, other: str) -> None:
    with pytest.raises(UnitError, match="dimension"):
        times(one, other)

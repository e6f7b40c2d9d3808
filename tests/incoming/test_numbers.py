"""Numbers and years as people write them, there and back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.incoming import numbers

WIDE = str.maketrans("0123456789.-,", "０１２３４５６７８９．－，")
FINITE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)


@given(FINITE)
def test_a_plain_number_comes_back_to_the_last_bit(value: float):
    read = numbers.read(repr(value))
    assert (read.number, read.remarks, read.fault) == (value, (), "")


@given(st.integers(-(10**14), 10**14), st.integers(0, 4))
def test_separators_of_thousands_are_read_and_said(value: int, decimals: int):
    text = f"{value / 10**decimals:,.{decimals}f}"
    read = numbers.read(text)
    assert read.number == float(text.replace(",", ""))
    assert read.remarks == (("thousands",) if "," in text else ())


@given(st.integers(-(10**12), 10**12))
def test_full_width_digits_are_read_and_said(value: int):
    read = numbers.read(f"{value:,}".translate(WIDE))
    assert read.number == value
    assert "full_width" in read.remarks
    assert not read.fault


@given(FINITE, st.sampled_from(["", " ", "\u00a0", "\u3000", "\t"]))
def test_blanks_around_a_number_say_nothing(value: float, blank: str):
    assert numbers.read(f"{blank}{value!r}{blank}").number == value


@given(st.text(max_size=12))
def test_any_text_is_a_number_missing_or_refused(text: str):
    read = numbers.read(text)
    assert not (read.fault and read.number is not None)
    if read.number is not None:
        assert any(one.isdigit() for one in unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize(
    "sign", ["—", "——", "…", "……", "#", "-", "–", "/", "n.a.", "无", "", "  ", None]
)
def test_signs_of_what_is_missing_are_no_zero(sign: str | None):
    read = numbers.read(sign)
    assert (read.number, read.fault) == (None, "")
    assert numbers.is_missing(sign)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("33_36.6", "number.underscore"),
        ("nan", "number.not_finite"),
        ("-inf", "number.not_finite"),
        ("1e999", "number.not_finite"),
        ("3 336", "number.blanks"),
        ("1,23,456", "number.none"),
        ("12,34", "number.none"),
        ("3336.6亿元", "number.unit"),
        ("6.8%", "number.unit"),
        ("(3.4)", "number.none"),
        ("٣", "number.digits"),
    ],
)
def test_what_is_no_number_is_refused_by_its_rule(text: str, fault: str):
    read = numbers.read(text)
    assert (read.number, read.fault) == (None, fault)


def test_a_comma_among_semicolons_is_read_as_neither():
    assert numbers.read("3,336", has_commas_apart=True).fault == "number.comma"
    assert numbers.read("3336.5", has_commas_apart=True).number == 3336.5


def test_a_sign_of_per_cent_is_left_out_of_a_column_of_per_cent_alone():
    read = numbers.read("6.8%", is_percent=True)
    assert (read.number, read.remarks) == (6.8, ("percent",))
    assert numbers.read("−6.8％", is_percent=True).number == -6.8


@given(st.integers(1000, 2999), st.sampled_from(["{}", "{}.0", "{}年", "{}年度", "{} 年", " {} "]))
def test_years_come_back(year: int, form: str):
    assert numbers.year_of(form.format(year)) == year
    assert numbers.year_of(form.format(year).translate(WIDE)) == year


@pytest.mark.parametrize("text", ["23", "2023.5", "2023-01", "二〇二三", "20230", "FY2023", "0999"])
def test_what_is_no_year_is_none(text: str):
    assert numbers.year_of(text) is None

"""The selection: any URL gives a view, says what it did not know, and is written back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.figures.choices import (
    AnyChoice,
    Choice,
    ManyChoice,
    Notice,
    Number,
    Selection,
    read,
    written,
)

YEAR = Choice("year", ("2020", "2021", "2022"), "2022")
SECTORS = ManyChoice("sectors", ("30", "31", "36-37", "44"))
GROWTH = Number("growth", -5.0, 10.0, 0.5, 5.0)


def one(*values: str) -> tuple[str, list[str]]:
    """Return what these values of ``year`` in the URL select, and what is not known."""
    selection, notices = read({"year": values}, [YEAR])
    return selection.one("year"), [notice.value for notice in notices]


def many(*values: str) -> tuple[tuple[str, ...], list[str]]:
    """Return what these values of ``sectors`` in the URL select, and what is not known."""
    selection, notices = read({"sectors": values}, [SECTORS])
    return selection.many("sectors"), [notice.value for notice in notices]


def rate(*values: str) -> tuple[float, list[Notice]]:
    """Return what these values of ``growth`` in the URL select, and what is not known."""
    selection, notices = read({"growth": values}, [GROWTH])
    return selection.number("growth"), notices


def test_an_empty_url_gives_the_defaults() -> None:
    selection, notices = read({}, [YEAR, SECTORS])
    assert selection.one("year") == "2022"
    assert selection.many("sectors") == ("30", "31", "36-37", "44")
    assert notices == []


def test_known_codes_are_taken() -> None:
    assert one("2020") == ("2020", [])
    assert many("31,30") == (("30", "31"), [])


def test_the_last_of_several_values_counts() -> None:
    assert one("2020", "2021") == ("2021", [])
    assert one("2020", "nonsense") == ("2022", ["nonsense"])


def test_several_values_of_many_are_joined() -> None:
    assert many("30", "44,31") == (("30", "31", "44"), [])


@pytest.mark.parametrize("value", ["", "1999", "2022 ", "２０２２", "2022,2021", "None", "2022.0"])
def test_an_unknown_value_gives_the_default_and_a_notice(value: str) -> None:
    assert one(value) == ("2022", [value])


def test_a_notice_names_the_choice() -> None:
    assert read({"year": ["x"]}, [YEAR])[1] == [Notice("year", "x")]


def test_markup_is_handed_on_as_text_and_selects_nothing() -> None:
    value = "<script>alert(1)</script>"
    assert one(value) == ("2022", [value])
    assert many(value) == (SECTORS.allowed, [value])


@pytest.mark.parametrize("choose", [one, many])
def test_a_value_of_ten_thousand_characters_is_cut_in_the_notice(choose) -> None:  # type: ignore[no-untyped-def]
    _, unknown = choose("a" * 10_000)
    assert unknown == ["a" * 40 + "…"]


def test_forty_characters_are_shown_whole() -> None:
    assert one("a" * 40) == ("2022", ["a" * 40])


def test_many_said_empty_means_none() -> None:
    assert many("") == ((), [])


def test_many_partly_bad_keeps_the_good() -> None:
    assert many("31,99,x") == (("31",), ["99", "x"])


def test_many_all_bad_means_all() -> None:
    assert many("99,x") == (SECTORS.allowed, ["99", "x"])


def test_many_bad_ones_are_not_all_listed() -> None:
    assert many(",".join(str(number) for number in range(100, 5000)))[1] == ["100", "101", "102"]


def test_a_code_said_twice_is_chosen_once() -> None:
    assert many("31,31") == (("31",), [])


def test_a_bad_code_said_twice_is_listed_once() -> None:
    assert many("zz,31,zz", "zz") == (("31",), ["zz"])


def test_what_is_kept_of_a_partly_bad_value_is_known_when_read_again() -> None:
    kept, _ = many("zz,31")
    text = written(kept, SECTORS)
    assert text == "31"
    assert many(text) == (("31",), [])


def test_names_nobody_declared_are_ignored() -> None:
    selection, notices = read({"utm": ["x"]}, [YEAR])
    assert notices == []
    with pytest.raises(KeyError):
        selection.one("utm")


def test_one_and_many_are_not_mixed_up() -> None:
    selection = Selection({"year": "2022", "sectors": ("30",)})
    with pytest.raises(TypeError, match="sectors is a choice of many"):
        selection.one("sectors")
    with pytest.raises(TypeError, match="year is a choice of one"):
        selection.many("year")


def test_the_default_needs_no_saying() -> None:
    assert written("2022", YEAR) is None
    assert written(SECTORS.allowed, SECTORS) is None


def test_what_is_not_the_default_is_said() -> None:
    assert written("2020", YEAR) == "2020"
    assert written(["44", "30"], SECTORS) == "30,44"
    assert written([], SECTORS) == ""


# Codes as ours are: no comma, never empty.
codes = some.lists(
    some.text("abcxyz0123456789-+_", min_size=1, max_size=8), min_size=1, max_size=8, unique=True
)


def reopened(value: str | list[str], choice: AnyChoice) -> tuple[Selection, list[Notice]]:
    """Return what a link gives that was written for this value."""
    said = written(value, choice)
    return read({} if said is None else {choice.name: [said]}, [choice])


@given(codes, some.data())
def test_a_link_reopens_the_same_choice(allowed: list[str], data: some.DataObject) -> None:
    default, chosen = data.draw(some.sampled_from(allowed)), data.draw(some.sampled_from(allowed))
    selection, notices = reopened(chosen, Choice("x", tuple(allowed), default))
    assert (selection.one("x"), notices) == (chosen, [])


@given(codes, some.data())
def test_a_link_reopens_the_same_choice_of_many(allowed: list[str], data: some.DataObject) -> None:
    chosen = data.draw(some.lists(some.sampled_from(allowed), unique=True))
    selection, notices = reopened(chosen, ManyChoice("x", tuple(allowed)))
    assert (set(selection.many("x")), notices) == (set(chosen), [])


@given(some.lists(some.text(max_size=60), max_size=4))
def test_no_url_breaks_the_view(values: list[str]) -> None:
    selection, notices = read({"year": values, "sectors": values}, [YEAR, SECTORS])
    assert selection.one("year") in YEAR.allowed
    assert set(selection.many("sectors")) <= set(SECTORS.allowed)
    assert all(len(notice.value) <= 41 for notice in notices)


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", 3.0), ("-0.5", -0.5), ("4.50", 4.5), ("-5", -5.0), ("10", 10.0), ("-0", 0.0)],
)
def test_a_number_within_its_bounds_and_on_a_step_is_taken(text: str, value: float) -> None:
    assert rate(text) == (value, [])
    assert str(rate(text)[0]) == str(value)


def test_no_number_is_the_default_and_the_last_of_several_counts() -> None:
    assert rate() == (5.0, [])
    assert rate("2", "3") == (3.0, [])


@pytest.mark.parametrize(
    "text",
    [
        *("-100", "10.5", "-5.5", "3.3", "nan", "inf", "-inf", "1e999", "1e1", "0x10", "", " 3"),
        *("３", "3,0", "+3", "--3", "3.", "1_0", "five", "<b>3</b>", "9" * 400, "0." + "0" * 400),
    ],
    ids=lambda text: text[:8],
)
def test_anything_else_is_the_default_and_a_notice_that_names_the_bounds(text: str) -> None:
    shown = text if len(text) <= 40 else text[:40] + "…"
    assert rate(text) == (5.0, [Notice("growth", shown, (-5.0, 10.0, 0.5))])


def test_a_number_is_written_short_and_the_default_not_at_all() -> None:
    assert written(5.0, GROWTH) is None
    assert written(-0.5, GROWTH) == "-0.5"
    assert written(3.0, GROWTH) == "3"


def test_a_number_is_neither_one_nor_many() -> None:
    selection = Selection({"growth": 3.0, "year": "2022"})
    with pytest.raises(TypeError, match="growth is a number"):
        selection.one("growth")
    with pytest.raises(TypeError, match="growth is a choice of one"):
        selection.many("growth")
    with pytest.raises(TypeError, match="year is no number"):
        selection.number("year")


@given(some.integers(-10, 20))
def test_a_link_reopens_the_same_number(steps: int) -> None:
    selection, notices = reopened_number(0.5 * steps)
    assert (selection.number("growth"), notices) == (0.5 * steps, [])


@given(some.text(max_size=30))
def test_no_text_breaks_a_number(text: str) -> None:
    value, _ = rate(text)
    assert -5 <= value <= 10


def reopened_number(value: float) -> tuple[Selection, list[Notice]]:
    said = written(value, GROWTH)
    return read({} if said is None else {"growth": [said]}, [GROWTH])


def test_a_plus_that_an_address_lost_is_understood_and_no_other_blank() -> None:
    sector, many = Choice("sector", ("31", "41+43"), "31"), ManyChoice("sectors", ("31", "41+43"))
    chosen, notices = read({"sector": ["41 43"], "sectors": ["31,41 43,4 1"]}, [sector, many])
    assert (chosen.one("sector"), chosen.many("sectors")) == ("41+43", ("31", "41+43"))
    assert notices == [Notice("sectors", "4 1", reason="left_out")]


@pytest.mark.parametrize("code", ["a,b", "a b", "a;b", "a=b", "a@b", "山西", "a\n"])
def test_a_code_that_no_id_could_carry_is_not_declared(code: str) -> None:
    with pytest.raises(ValueError, match="sector"):
        Choice("sector", ("31", code), "31")
    with pytest.raises(ValueError, match="sectors"):
        ManyChoice("sectors", ("31", code))

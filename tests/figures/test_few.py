"""A few codes in the reader's order: what a URL says of them, what is left out, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls
from carbonpeak.figures.choices import FewChoice, Notice, in_full, read, written
from carbonpeak.figures.page_spec import FigureSpec, NoChoices, PageSpec
from carbonpeak.screen import markup
from carbonpeak.thresholds import NATION
from carbonpeak.topics import registry
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

FEW = FewChoice("chosen", ("000000", "320000", "330000", "44", "41+43", "25", "31", "36-37"), 6)
# A page that has nothing but this choice.
PAGE = PageSpec("alone", NoChoices.of, lambda data, raw: (controls.chosen_control(data),), (), {})


def few(*values: str) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Return what these values of ``chosen`` in the URL select, and what is left out and why."""
    chosen, notices = read({"chosen": values}, [FEW])
    return chosen.many("chosen"), [(one.value, one.reason) for one in notices]


def asked(data, text):
    given = registry.chosen(data, PAGE, {"chosen": [text]})
    return given.values.many("chosen"), given


def test_unsaid_and_empty_mean_none():
    assert few() == ((), [])
    assert few("") == ((), [])
    assert written((), FEW) is None


def test_the_readers_order_is_kept():
    assert few("44,320000,25") == (("44", "320000", "25"), [])
    assert few("44", "320000,25") == (("44", "320000", "25"), [])
    assert written(("44", "320000"), FEW) == "44,320000"
    assert in_full(read({"chosen": ["44,320000"]}, [FEW])[0], FEW) == "44,320000"


def test_all_codes_that_may_be_are_still_their_codes():
    two = FewChoice("chosen", ("31", "44"), 6)
    assert in_full(read({"chosen": ["31,44"]}, [two])[0], two) == "31,44"


def test_a_seventh_is_left_out_and_named():
    kept, told = few("44,320000,25,31,330000,000000,36-37")
    assert kept == ("44", "320000", "25", "31", "330000", "000000")
    assert told == [("36-37", "too_many")]
    assert read({"chosen": ["44,320000,25,31,330000,000000,36-37"]}, [FEW])[1] == [
        Notice("chosen", "36-37", None, "too_many", 6)
    ]


def test_a_double_takes_no_place_of_another():
    kept, told = few("44,44,320000,25,31,330000,000000")
    assert kept == ("44", "320000", "25", "31", "330000", "000000")
    assert told == [("44", "twice")]


def test_an_unknown_one_is_left_out_and_takes_no_place():
    assert few("44,zz,320000") == (("44", "320000"), [("zz", "left_out")])
    assert few("zz") == ((), [("zz", "left_out")])
    assert few("all") == ((), [("all", "left_out")])


def test_a_plus_that_an_address_lost_is_understood():
    assert few("41 43,25") == (("41+43", "25"), [])


def test_ten_thousand_letters_and_codes_without_end_are_cut():
    assert few("a" * 10_000) == ((), [("a" * 40 + "…", "left_out")])
    _, told = few(",".join(str(number) for number in range(100, 9_000)))
    assert [value for value, _ in told] == ["100", "101", "102"]


def test_what_was_kept_is_known_when_read_again():
    kept, _ = few("zz,44,44,25")
    assert few(written(kept, FEW)) == (("44", "25"), [])


def test_a_code_that_no_id_could_carry_is_not_declared():
    with pytest.raises(ValueError, match="chosen"):
        FewChoice("chosen", ("a,b",), 6)


@given(some.lists(some.sampled_from(FEW.allowed), unique=True, max_size=6))
def test_a_link_reopens_the_same_few_in_order(codes):
    said = written(codes, FEW)
    chosen, notices = read({} if said is None else {"chosen": [said]}, [FEW])
    assert (chosen.many("chosen"), notices) == (tuple(codes), [])


@given(some.lists(some.text(max_size=60), max_size=4))
def test_no_url_breaks_it(values):
    kept, told = few(*values)
    assert set(kept) <= set(FEW.allowed)
    assert all(len(value) <= 41 for value, _ in told)


def test_no_code_is_a_place_and_a_sector(data):
    places, divisions = {NATION, *region_names(data, "zh")}, set(sectors.codes(data))
    assert not places & divisions
    choice = controls.chosen_control(data).choice
    assert set(choice.allowed) == places | divisions
    assert len(choice.allowed) == len(set(choice.allowed))


def test_names_of_both_kinds_are_understood_in_either_language(data):
    kept, given = asked(data, "江苏,Zhejiang,44,钢铁,China,CN-SD")
    assert kept == ("320000", "330000", "44", "31", NATION, "370000")
    assert given.notices == ()


def test_digits_are_a_code_or_nothing(data):
    """13 is a division and the first digits of Hebei, 11 the first digits of Beijing alone."""
    kept, given = asked(data, "13,11")
    assert kept == ("13",)
    assert [(one.value, one.reason) for one in given.notices] == [("11", "left_out")]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_left_out_is_said_by_name_with_the_reason(data, lang):
    seven = "110000,120000,130000,140000,150000,210000,220000"
    over = {"zh": ("吉林", "最多可同时选择 6 个"), "en": ("Jilin", "At most 6 ")}[lang]
    twice = {"zh": ("北京", "重复"), "en": ("Beijing", "twice")}[lang]
    unknown = {"zh": ("zz", "无法识别"), "en": ("zz", "not known")}[lang]
    for text, wanted in [(seven, over), ("110000,北京", twice), ("zz,110000", unknown)]:
        _, given = asked(data, text)
        (one,) = registry.noticed(data, given, Speaker(lang))
        said = markup.notice(one, lang)
        assert all(part in said for part in wanted), said
        assert "{" not in said
        assert ("default" if lang == "en" else "默认") not in said


def test_a_value_of_many_that_is_left_out_is_not_said_to_be_replaced():
    many = selection.ManyChoice("sectors", ("30", "31"))
    assert read({"sectors": ["31,zz"]}, [many])[1] == [Notice("sectors", "zz", reason="left_out")]
    assert read({"sectors": ["zz"]}, [many])[1] == [Notice("sectors", "zz")]


def test_in_words_the_few_are_their_names_in_order(data):
    _, given = asked(data, "44,320000")
    spec = FigureSpec("alone", ("chosen",), lambda data, chosen, tell: None)
    assert registry.filters(data, spec, given, Speaker("en")) == (
        ("Places or sectors", "Power and heat, Jiangsu"),
    )

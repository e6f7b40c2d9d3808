"""The id of a figure: written and read back, told from typing errors and from other texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.export import passport
from carbonpeak.export.passport import Passport, PassportError

TILES = Passport("region_tiles", (("measure", "energy"), ("year", "2022")), "df275964", "1")
NAMES = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
CODES = st.text("abz019_,.+-", max_size=12)


def test_an_id_names_figure_choices_and_both_versions():
    assert re.fullmatch("region_tiles;measure=energy;year=2022@df275964.1-[a-z2-7]{4}", TILES.id)
    assert passport.read(TILES.id) == TILES


@given(NAMES, st.lists(st.tuples(NAMES, CODES), max_size=6), st.integers(0, 9999))
def test_what_is_written_is_read_back(figure, choices, method):
    one = Passport(figure, tuple(choices), "0123abcd", str(method))
    assert passport.read(one.id) == one


def test_blanks_and_line_breaks_of_a_copied_caption_do_not_matter():
    broken = TILES.id.replace(";", ";\n  ")
    assert passport.read(f" {broken}\t") == TILES


@pytest.mark.parametrize("place", range(len(TILES.id)))
def test_one_wrong_character_is_noticed(place):
    wrong = TILES.id[:place] + ("3" if TILES.id[place] != "3" else "4") + TILES.id[place + 1 :]
    with pytest.raises(PassportError) as fault:
        passport.read(wrong)
    assert fault.value.reason in ("check", "form")


@pytest.mark.parametrize("text", ["", "hello", "<script>", TILES.id * 2, "a" * 10**6, "图 1"])
def test_another_text_is_no_passport(text):
    with pytest.raises(PassportError) as fault:
        passport.read(text)
    assert fault.value.reason == "form"


def test_ligatures_full_width_letters_and_marks_of_no_width_do_not_matter():
    one = Passport("region_path", (("basis", "final"),), "df275964", "1")
    copied = one.id.replace("fi", "ﬁ").replace(";", "；").replace("=", "＝\u200b")
    assert passport.read(copied) == one


def test_a_blank_may_be_a_plus_that_an_address_lost():
    one = Passport("peak_series", (("sector", "41+43"), ("sectors", "31,41+43")), "df275964", "1")
    assert passport.read(one.id.replace("+", " ")) == one
    with pytest.raises(PassportError) as fault:
        passport.read(one.id.replace("+", "  "))
    assert fault.value.reason == "check"

"""Codes of studies: whole where they are small, named where they are not, nothing else taken."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.domain import study_code
from carbonpeak.domain.study import Study
from carbonpeak.domain.study_code import Held, code_of, is_whole, study_in
from carbonpeak.figures.choices import CODE
from tests.domain.test_study_json import STUDIES
from tests.studies import STEEL


@given(STUDIES)
def test_a_code_gives_its_study_back(study: Study) -> None:
    code = code_of(study)
    assert CODE.fullmatch(code)
    assert study_in(code) == study
    assert code_of(study) == code


def test_a_small_study_travels_in_its_code() -> None:
    assert is_whole(code_of(STEEL))
    assert len(code_of(STEEL)) < study_code.MOST_LETTERS


def test_a_larger_one_is_held_under_a_name_of_its_content() -> None:
    rows = tuple(replace(STEEL.rows[0], name=f"part {n * 7919 % 1000}") for n in range(500))
    code = code_of(replace(STEEL, rows=rows))
    assert not is_whole(code)
    assert len(code) < 40
    assert study_in(code) == replace(STEEL, rows=rows)
    assert study_in(code[:-1] + ("A" if code[-1] != "A" else "B")) is None


@given(st.text(max_size=60) | st.text(max_size=60).map(lambda one: "z1." + one))
def test_no_other_text_is_a_study(text: str) -> None:
    assert study_in(text) is None


@pytest.mark.parametrize("place", range(3, 60, 7))
def test_a_code_with_one_letter_changed_is_no_study_or_another(place: int) -> None:
    code = code_of(STEEL)
    other = code[:place] + ("A" if code[place] != "A" else "B") + code[place + 1 :]
    assert study_in(other) != STEEL


def test_a_code_that_unpacks_without_end_is_refused() -> None:
    packed = study_code._packed(b" " * 2**24)
    assert study_in("z1." + study_code._letters(packed)[:700]) is None
    assert re.fullmatch(r"[A-Za-z0-9_-]+", study_code._letters(packed))


def test_only_so_many_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study_code, "MOST_HELD", 2)
    held = Held()
    studies = [replace(STEEL, amount=float(n)) for n in (1, 2, 3)]
    codes = [held.keep(one, study_code._bare(one)) for one in studies]
    assert [held.get(code) is None for code in codes] == [True, False, False]

"""Study files: written and read back whole, anything strange refused by the name of its field."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.domain.study import Factor, Record, Row, Study
from carbonpeak.domain.study_json import StudyFileError, dumps, loads
from tests.studies import STEEL

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
YEARS = st.none() | st.integers(1900, 2100)
STUDIES = st.builds(
    Study,
    product=TEXTS,
    amount=NUMBERS,
    unit=TEXTS,
    boundary=TEXTS,
    rows=st.lists(
        st.builds(
            Row,
            stage=TEXTS,
            name=TEXTS,
            activity=NUMBERS,
            unit=TEXTS,
            factor=st.builds(
                Factor, name=TEXTS, value=NUMBERS, unit=TEXTS, year=YEARS, source=TEXTS
            ),
            kind=TEXTS,
            note=TEXTS,
        ),
        max_size=3,
    ).map(tuple),
    is_declared=st.booleans(),
    first_year=YEARS,
    last_year=YEARS,
    notes=TEXTS,
    record=st.builds(
        Record, company=TEXTS, mass_kg=NUMBERS, has_packaging=st.none() | st.booleans()
    ),
)


@given(STUDIES)
def test_what_was_written_is_read_back_whole(study: Study) -> None:
    assert loads(dumps(study)) == study


def altered(**fields: Any) -> str:
    whole = json.loads(dumps(STEEL))
    whole["study"] |= fields
    return json.dumps(whole)


def in_first_row(**fields: Any) -> str:
    rows = json.loads(dumps(STEEL))["study"]["rows"]
    return altered(rows=[rows[0] | fields, *rows[1:]])


WHOLE = json.loads(dumps(STEEL))
BROKEN = {
    "nothing": ("", "file_json"),
    "cut": (dumps(STEEL)[:300], "file_json"),
    "a list": ("[]", "file_schema"),
    "a number": ("1", "file_schema"),
    "another schema": (json.dumps(WHOLE | {"schema": "other"}), "file_schema"),
    "a later version": (json.dumps(WHOLE | {"version": 2}), "file_version"),
    "no version": (json.dumps({"schema": "carbonpeak-study"}), "file_version"),
    "no study": (json.dumps(WHOLE | {"study": None}), "file_object"),
    "a field more": (altered(colour="red"), "file_unknown"),
    "a field less": (json.dumps(WHOLE | {"study": {"product": "x"}}), "file_lacking"),
    "a number in quotes": (in_first_row(activity="1.05"), "file_float"),
    "a flag as number": (in_first_row(activity=True), "file_float"),
    "a year as text": (altered(first_year="2024"), "file_int"),
    "a year with decimals": (altered(first_year=2024.5), "file_int"),
    "a text as number": (altered(product=1), "file_str"),
    "rows as text": (altered(rows="none"), "file_list"),
    "a row as text": (altered(rows=["x"]), "file_object"),
    "endless": (dumps(STEEL).replace("1.05", "Infinity"), "file_number"),
    "not a number": (dumps(STEEL).replace("1.05", "NaN"), "file_number"),
    "beyond all numbers": (dumps(STEEL).replace("1.05", "1e999"), "file_number"),
    "many digits": (dumps(STEEL).replace("1.05", "9" * 400), "file_number"),
    "more digits than are read": (dumps(STEEL).replace("1.05", "9" * 5000), "file_json"),
    "deep": ("[" * 100_000, "file_deep"),
    "a field twice": (dumps(STEEL).replace('"unit"', '"note"'), "file_twice"),
    "a long text": (altered(notes="x" * 2001), "file_long"),
    "rows without end": (altered(rows=[{}] * 10_001), "too_many_rows"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "key"), BROKEN.values(), ids=BROKEN)
def test_a_strange_file_is_refused_in_one_sentence(text: str, key: str) -> None:
    with pytest.raises(StudyFileError) as fault:
        loads(text)
    assert [one.key for one in fault.value.flaws] == [key]


def test_ten_thousand_rows_are_read_back() -> None:
    many = replace(STEEL, rows=STEEL.rows[:1] * 10_000)
    assert loads(dumps(many)) == many

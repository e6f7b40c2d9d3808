"""The check of every built table: columns, types, keys, required values; standing by evidence."""

import pandas as pd
import pytest

from carbonpeak.build import faults, run
from carbonpeak.build.fields import FIELDS
from carbonpeak.build.schema import (
    STANDING_OF,
    STANDINGS,
    BuildError,
    Columns,
    declare,
    shaped,
    standing,
)
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "made",
    Text("例", "Made"),
    Columns("year region_code co2_t in_inventory flag", optional="co2_t flag"),
    "year region_code",
)
GOOD = {
    "year": ["2021", "2020"],
    "region_code": ["110000", "110000"],
    "co2_t": ["1.5", None],
    "in_inventory": [True, False],
    "flag": [None, "x"],
}
DECLARED = [table for table, _ in run.BUILDERS] + [faults.TABLE]


def made(**changes: object) -> pd.DataFrame:
    return pd.DataFrame(GOOD | changes)


def test_columns_get_types_order_and_rows_their_key_order() -> None:
    frame = shaped(made(more=1)[["flag", "co2_t", "in_inventory", "region_code", "year"]], TABLE)
    assert list(frame.columns) == ["year", "region_code", "co2_t", "in_inventory", "flag"]
    assert frame["year"].tolist() == [2020, 2021]
    assert [str(kind) for kind in frame.dtypes] == ["Int32", "str", "Float64", "boolean", "str"]


def test_empty_optional_values_stay_missing() -> None:
    frame = shaped(made(), TABLE)
    assert frame["co2_t"].isna().tolist() == [True, False]
    assert frame["flag"].isna().tolist() == [False, True]


def test_an_index_with_repeats_does_no_harm() -> None:
    frame = made().set_index(pd.Index([7, 7]))
    assert shaped(frame, TABLE)["year"].tolist() == [2020, 2021]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(BuildError, match=r"Table made: no column co2_t, flag\."):
        shaped(made().drop(columns=["co2_t", "flag"]), TABLE)


@pytest.mark.parametrize(
    ("column", "values", "kind"),
    [
        ("co2_t", ["1.5", "NA"], "number"),
        ("co2_t", ["1.5", "about 2"], "number"),
        ("year", ["2021", "2020.5"], "integer"),
        ("year", ["2021", "2020Q1"], "integer"),
        ("in_inventory", ["yes", "no"], "boolean"),
    ],
)
def test_a_wrong_type_names_the_column(column: str, values: list[str], kind: str) -> None:
    with pytest.raises(BuildError, match=f"Table made, column {column}: not {kind}"):
        shaped(made(**{column: values}), TABLE)


def test_a_duplicate_key_shows_the_rows() -> None:
    with pytest.raises(
        BuildError, match=r"duplicate key \('year', 'region_code'\) in 2 rows"
    ) as no:
        shaped(made(year=["2020", "2020"]), TABLE)
    assert str(no.value).count("110000") == 2


@pytest.mark.parametrize("column", ["region_code", "in_inventory"])
def test_a_missing_required_value_is_named(column: str) -> None:
    with pytest.raises(BuildError, match=f"no value in {column} in 1 rows, first:"):
        shaped(made(**{column: [None, GOOD[column][1]]}), TABLE)


def test_at_most_three_bad_rows_are_shown() -> None:
    many = pd.concat([made()] * 5)
    with pytest.raises(BuildError, match="in 10 rows") as caught:
        shaped(many, TABLE)
    assert len(str(caught.value).splitlines()) == 1 + 1 + 3


def test_fields_come_from_the_one_dictionary() -> None:
    year, _, co2, *_ = TABLE.fields
    assert (co2.name, co2.type, co2.unit, co2.required) == ("co2_t", "number", "t", False)
    assert year.required
    with pytest.raises(KeyError, match="co2_mt"):
        Columns("year co2_mt").fields()


def test_codes_lead_to_their_tables() -> None:
    assert TABLE.foreign == (("region_code", "regions"),)
    own = declare("regions", Text("", ""), Columns("region_code source_id"), "region_code")
    assert own.foreign == (("source_id", "sources"),)


@pytest.mark.parametrize("table", DECLARED, ids=lambda table: table.name)
def test_every_declared_table_is_whole(table) -> None:  # type: ignore[no-untyped-def]
    names = [field.name for field in table.fields]
    assert len(names) == len(set(names))
    required = {field.name for field in table.fields if field.required}
    assert set(table.key) <= required
    assert table.title.zh != table.title.en
    assert table.licence
    assert table.citation
    dimensions = {"regions", "sectors", "fuels", "sources", "plan_industries"}
    words = {"faults", "series_breaks", "co2_backcast", "register_words"}
    # Spellings of codes and units and how names are said are no facts of a source.
    words |= {"spellings", "factor_units", "factor_pinyin"}
    # How rows of the register of targets are read: what they say has its source there.
    words |= {"target_details", "target_series"}
    facts = table.name not in dimensions | words
    assert not facts or {"standing", "source_id"} <= required


def test_every_field_is_explained_in_both_languages() -> None:
    for name, (kind, _, meaning) in FIELDS.items():
        assert kind in ("string", "integer", "number", "boolean"), name
        assert meaning.zh, name
        assert meaning.en, name


@pytest.mark.parametrize(
    ("evidence", "confidence", "expected"),
    [
        ("official", None, "official"),
        ("seed", "high", "official"),
        ("source", "high", "published"),
        ("secondary", None, "published"),
        ("estimate", None, "estimated"),
        ("derived", "high", "derived"),
        ("reconstructed", None, "reconstructed"),
        ("memory", None, "unverified"),
        ("none", None, "unverified"),
        ("seed", "medium", "unverified"),
        ("official", "low", "unverified"),
    ],
)
def test_standing_by_evidence_and_confidence(
    evidence: str, confidence: str | None, expected: str
) -> None:
    assert standing(evidence, confidence) == expected


def test_every_word_of_the_sources_has_a_standing_of_ours() -> None:
    assert set(STANDING_OF.values()) <= set(STANDINGS)
    with pytest.raises(KeyError):
        standing("hearsay")

"""Factors found by what people type, in both languages and in pinyin."""

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import factor_search


@pytest.fixture(scope="module")
def data() -> Dataset:
    return Dataset.open()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("钢铁", "iron and steel"),
        ("gangtie", "iron and steel"),
        ("GT", "iron and steel"),
        ("iron STEEL", "iron and steel"),
        ("热轧 棒材", "hot-rolled carbon steel, bars"),
        ("rezhatangangbangcai", "hot-rolled carbon steel, bars"),
        ("41122A0052021C", "iron and steel"),
    ],
)
def test_a_factor_is_found(data: Dataset, text: str, expected: str) -> None:
    assert expected in set(factor_search.found(data, text)["name_en"])


def test_a_character_finds_every_name_with_it_and_no_other(data: Dataset) -> None:
    rows = factor_search.library(data)
    names = rows["name_zh"] + rows["detail_zh"].fillna("")
    expected = set(rows["factor_id"][names.str.contains("钢")])
    assert set(factor_search.found(data, "钢")["factor_id"]) == expected


def test_a_text_of_ten_thousand_characters_finds_nothing(data: Dataset) -> None:
    assert factor_search.found(data, "x" * 10_000).empty


@pytest.mark.parametrize("text", ["%", "' or 1=1 --", "(.*", "\\"])
def test_signs_are_looked_for_as_they_are(data: Dataset, text: str) -> None:
    assert len(factor_search.found(data, text)) < len(factor_search.library(data))


def test_every_chinese_name_has_its_pinyin(data: Dataset) -> None:
    rows = factor_search.library(data)
    assert rows["name_zh"][rows["spoken"].isna()].tolist() == []

"""Chinese of the registers: every line is Chinese and says where it is from."""

import re
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import register_words
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import shaped
from carbonpeak.build.sources import SourceRegister

HAN = re.compile(r"[\u4e00-\u9fff]")
ASCII_BESIDE_HAN = re.compile(r"[\u4e00-\u9fff][(),;:]|[(),;:][\u4e00-\u9fff]")
# Documents, standards and spans of figures that no Chinese word stands in.
NO_WORDS = re.compile(r"GB/T [\d—]+|[\d.—／]+")


@pytest.fixture(scope="module")
def words() -> pd.DataFrame:
    built = register_words.build(Raw(Path()), SourceRegister())
    return shaped(built, register_words.TABLE)


def test_every_line_is_chinese(words: pd.DataFrame) -> None:
    texts = [text for text in words["text_zh"] if not NO_WORDS.fullmatch(text)]
    assert len(texts) > 600
    assert [text for text in texts if not HAN.search(text)] == []


def test_no_latin_punctuation_stands_beside_a_chinese_character(words: pd.DataFrame) -> None:
    assert [text for text in words["text_zh"] if ASCII_BESIDE_HAN.search(text)] == []


def test_every_line_says_where_its_words_are_from(words: pd.DataFrame) -> None:
    by_field = words.groupby("register_field")["wording"].agg(lambda values: set(values))
    assert set(words["wording"]) == {"seen", "recalled", "translated"}
    # Names of documents and headings of the plan are the documents' own, never put into words here.
    assert by_field["policy"] == {"seen", "recalled"}
    assert by_field["title"] == by_field["sub_measures"] == {"recalled"}
    assert by_field["note"] == {"translated"}


def test_a_document_is_named_in_the_marks_of_a_title_unless_it_is_a_set_of_results(
    words: pd.DataFrame,
) -> None:
    policies = words[words["register_field"] == "policy"]
    results = policies["text_en"].str.startswith(("Results", "NDC 2035"))
    assert policies.loc[~results, "text_zh"].str.contains("《.+》").all()


def test_what_the_register_calls_industrial_energy_is_the_official_indicator(
    words: pd.DataFrame,
) -> None:
    named = words.set_index(["register_field", "text_en"])["text_zh"]
    assert named["indicator", "energy per unit of value added"] == "规模以上工业单位增加值能耗"
    assert named["title", "advance energy saving and carbon cutting"] == "深入推进节能降碳"

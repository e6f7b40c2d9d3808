"""Files of product studies as own figures: taken in whole, opened again, refused where broken."""

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.domain.study_code import study_in
from carbonpeak.domain.study_json import dumps, loads
from carbonpeak.topics.footprint import own_studies
from carbonpeak.words.speaker import Speaker
from tests.incoming.test_broken_files import incoming
from tests.studies import STEEL

GOOD = dumps(STEEL).encode()


def test_a_study_becomes_one_row_and_is_the_study_again(data: Dataset):
    found = incoming(data, GOOD, "own_studies steel.json", "own_studies")
    assert found.findings == ()
    [row] = found.rows.to_dict("records")
    assert row["study_name"] == STEEL.product
    assert loads(row["document"]) == STEEL
    again = incoming(data, b"\xef\xbb\xbf" + GOOD, "own_studies.json", "own_studies")
    assert list(again.rows["study_id"]) == [row["study_id"]]


@pytest.mark.parametrize(
    "content",
    [
        GOOD[:400],
        GOOD.replace(b'"version": ', b'"version": 9'),
        GOOD.replace(b'"amount": 1.0', b'"amount": "1.0"'),
        GOOD.replace(b'"amount": 1.0', b'"amount": NaN'),
        GOOD.replace(b'"product"', b'"__class__"'),
        b'{"a":' * 100_000,
        b"{}",
    ],
    ids=["cut", "version", "text", "nan", "field", "deep", "other"],
)
def test_a_cut_or_hostile_study_is_refused_in_words(data: Dataset, content: bytes):
    [finding] = incoming(data, content, "own_studies.json", "own_studies").findings
    assert finding.rule == "file.study"
    assert "产品碳足迹" in finding.text.zh


def test_a_study_is_no_file_of_another_table(data: Dataset):
    [finding] = incoming(data, GOOD, "steel.json").findings
    assert finding.rule == "heading.none"


def test_a_published_study_is_listed_with_its_source_and_opened(tiny):
    own = Dataset(tiny, WHOLE)
    [(number, name)] = own_studies.named(own, Speaker("zh")).items()
    assert name == f"{STEEL.product}（报道）"
    assert study_in(own_studies.code(own, number)) == STEEL


def test_none_are_shipped(data: Dataset):
    assert own_studies.named(data, Speaker("en")) == {}

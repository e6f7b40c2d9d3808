"""Notes: readers' words for those of the collectors, sources with their terms, plain numbers."""

import pandas as pd
import pytest

from carbonpeak.build.notes import cite, plain_number, readable, with_provenance
from carbonpeak.build.schema import BuildError
from carbonpeak.build.sources import SourceRegister

ROW = {
    "source": "Minutes | n.d.",
    "source_url": "https://a.cn/1",
    "source_quality": "press",
    "evidence": "source",
    "confidence": "high",
}


def cited(**changes: str | None) -> tuple[str, str]:
    """Return citation and terms under which a row is registered."""
    sources = SourceRegister()
    source_id = cite(ROW | changes, sources)
    row = sources.frame().set_index("source_id").loc[source_id]
    return row["citation"], row["licence"]


def test_a_source_is_cited_with_its_address() -> None:
    citation, terms = cited()
    assert citation == "Minutes | https://a.cn/1"
    assert terms.startswith("Public document of the Chinese government")


@pytest.mark.parametrize("address", [None, "-", "document 001 of the folder"])
def test_what_is_no_address_is_left_out(address: str | None) -> None:
    assert cited(source_url=address)[0] == "Minutes"


@pytest.mark.parametrize("quality", ["dataset", "code-transcription", "journal"])
def test_work_of_others_has_their_terms(quality: str) -> None:
    assert cited(source_quality=quality)[1] == "Terms of its publisher; cite the publisher"


def test_what_is_recalled_is_not_to_be_cited() -> None:
    assert cited(source="recalled; no document at hand") == (
        "No document at hand (value recalled), to be verified",
        "None: not to be cited",
    )


def test_rows_get_standing_note_and_value() -> None:
    rows = pd.DataFrame([ROW | {"note": "NCV (own knowledge)", "value": "13.5"}])
    done = with_provenance(rows, SourceRegister()).iloc[0]
    assert (done["standing"], done["note"]) == ("published", "NCV (recalled)")
    assert (done["value"], done["value_text"]) == (13.5, "13.5")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2030 goal 62% in P8", "2030 goal 62% in the Guiding Opinions on Accelerating Green "),
        ("draft 0.7984 / 0.7944 (gh_bm)", "draft 0.7984 / 0.7944"),
        ("NCV 3600 kJ (own knowledge)", "NCV 3600 kJ (recalled)"),
        ("later revised to -5.04 (memory)", "later revised to -5.04 (recalled)"),
        ("a; the code table prints 1.4", "a; the table in public code prints 1.4"),
        ("page says by 25", "the report says by 25"),
    ],
)
def test_rewordings_keep_the_figures(before: str, after: str) -> None:
    assert (readable(before) or "").startswith(after)


def test_a_note_without_content_is_none() -> None:
    assert readable("third-party repost") is None
    assert readable(None) is None


@pytest.mark.parametrize("note", ["see README", "as in the seed", "stored copy", "file 001_a.txt"])
def test_unknown_inner_words_are_refused(note: str) -> None:
    with pytest.raises(BuildError, match="add a rewording"):
        readable(note)


@pytest.mark.parametrize("text", ["about 30", ">=3", "7-10", "500 / 50", "10,000", "2024-10-01"])
def test_limits_and_ranges_are_no_plain_number(text: str) -> None:
    assert plain_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("13.5", 13.5), ("-7", -7.0), ("2783", 2783.0), ("0.50", 0.5)]
)
def test_one_plain_number_is_a_value(text: str, value: float) -> None:
    assert plain_number(text) == value

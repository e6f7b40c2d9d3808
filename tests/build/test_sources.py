"""Sources: one id per citation, readable names, terms, and nothing of our own files."""

import pandas as pd
import pytest

from carbonpeak.build import sources
from carbonpeak.build.schema import shaped
from carbonpeak.build.sources import FOUNDING_DOCUMENTS, NAMED, SourceRegister, tidy
from carbonpeak.data.warehouse import Warehouse


def listed(register: SourceRegister) -> pd.DataFrame:
    return shaped(register.frame(), sources.TABLE).set_index("source_id")


def test_named_sources_are_there_from_the_start() -> None:
    assert set(listed(SourceRegister()).index) == set(NAMED)


def test_the_same_citation_gets_the_same_id() -> None:
    register = SourceRegister()
    first = register.add("NBS communique 2022")
    assert register.add("NBS communique 2022") == first
    assert SourceRegister().add("NBS communique 2022") == first
    assert register.add("NBS communique 2021") != first
    assert len(listed(register)) == len(NAMED) + 2


def test_an_undated_source_is_the_same_as_without_the_mark() -> None:
    register = SourceRegister()
    assert register.add("Minutes | n.d.") == register.add(" Minutes")
    assert tidy("n.d. Minutes") == "n.d. Minutes"


def test_the_citation_is_kept_whole() -> None:
    register = SourceRegister()
    source_id = register.add("Reuters 2022, quoting NBS", "their terms")
    row = listed(register).loc[source_id]
    assert (row["citation"], row["licence"]) == ("Reuters 2022, quoting NBS", "their terms")


def test_a_known_beginning_has_short_names_in_both_languages() -> None:
    register = SourceRegister()
    source_id = register.add("Hunan DRC, 2023-08-15; http://a.cn/1.html")
    row = listed(register).loc[source_id]
    assert row["name_en"] == "Hunan DRC, 2023-08-15"
    assert row["name_zh"] == "湖南省发展改革委 2023-08-15"
    assert row["citation"].endswith("http://a.cn/1.html")


def test_a_listed_citation_has_a_chinese_name_and_keeps_its_own_text_in_english() -> None:
    register = SourceRegister()
    source_id = register.add("Shenzhen Daily 2016-03-01")
    row = listed(register).loc[source_id]
    assert row["name_zh"] == "《深圳日报》2016-03-01"
    assert row["name_en"] == "Shenzhen Daily 2016-03-01"


@pytest.mark.parametrize(
    ("citation", "name"),
    [
        (
            "A plan (steel) | CNS via a.cn | 2024-06 | https://a.cn/1",
            "A plan (steel), CNS via a.cn, 2024-06",
        ),
        ("A plan; http://a.cn/1.html", "A plan"),
        ("https://a.cn/1.html", "https://a.cn/1.html"),
    ],
)
def test_a_name_leaves_out_the_address(citation: str, name: str) -> None:
    register = SourceRegister()
    source_id = register.add(citation)
    row = listed(register).loc[source_id]
    assert (row["name_en"], row["citation"]) == (name, citation)


def test_shipped_names_are_words_in_their_language(shipped: Warehouse) -> None:
    rows = shipped.rows("select name_zh, name_en from sources")
    assert (
        not rows["name_en"].str.contains(r"[\u4e00-\u9fff]|https?:| \| |github:|@[0-9a-f]{7}").any()
    )
    assert not rows["name_zh"].str.contains(r"https?:| \| |github:").any()
    has_words = rows["name_zh"].str.contains(r"[\u4e00-\u9fff]|^GB/T [\d—]+$")
    assert rows.loc[~has_words, "name_zh"].tolist() == []
    # What was seen at second hand is named so.
    quoted = rows["name_en"].str.contains("quoted|to be checked|transcri|reprint|copy", case=False)
    said = rows["name_zh"].str.contains("转引|转录|转载|转述|报道|副本|摘录|待核对|整理")
    assert quoted.sum() > 300
    assert rows.loc[quoted & ~said, "name_zh"].tolist() == []


def test_another_citation_is_its_own_name() -> None:
    register = SourceRegister()
    source_id = register.add("Some report, 2023")
    row = listed(register).loc[source_id]
    assert row["name_zh"] == row["name_en"] == "Some report, 2023"


@pytest.mark.parametrize("number", FOUNDING_DOCUMENTS)
def test_founding_documents_are_cited_as_what_they_report(number: str) -> None:
    said = tidy(f"Seed {number} (Swahili): MEE | outlet | 2025-03-28")
    assert said == FOUNDING_DOCUMENTS[number]
    assert "Seed" not in said


def test_recalled_figures_say_so() -> None:
    assert tidy("recalled from the NBS communique").startswith("Recalled from the statistical")


STANDARDS = {"gbt-2260", "gbt-4754"}
# Of figures from the store, which no shipped table holds.
OF_RECORDS = {"reporting-store", "made-example"}


def test_every_shipped_source_is_used_or_a_standard(shipped: Warehouse) -> None:
    unions = " union ".join(
        f"select source_id from {table.name}"
        for table in shipped.catalogue.tables
        if table.name != "sources" and "source_id" in {field.name for field in table.fields}
    )
    used = set(shipped.rows(unions)["source_id"])
    known = set(shipped.rows("select source_id from sources")["source_id"])
    assert used <= known
    assert known - used == STANDARDS | OF_RECORDS


def test_no_shipped_source_speaks_of_inner_files(shipped: Warehouse) -> None:
    said = shipped.rows("select name_zh || name_en || citation as text from sources")["text"]
    assert not said.str.contains(r"Seed \d|\.txt\b|readme", case=False).any()

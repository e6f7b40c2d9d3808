"""Later facts of policy: sources in a reader's words, values as worded, standing."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import policy_facts
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build.tiny_sources import edit


def built(folder: Path, sources: SourceRegister) -> pd.DataFrame:
    rows = policy_facts.build(Raw(folder), sources)
    return shaped(rows, policy_facts.TABLE).set_index("item_id")


def test_facts_of_nation_and_provinces_stand_together(sources_folder: Path) -> None:
    rows = built(sources_folder, SourceRegister())
    assert rows["region_code"].fillna("").to_dict() == {
        "A01": "340000",
        "A02": "370000",
        "N01": "",
        "N07": "",
    }
    assert rows["value"].fillna(0).tolist() == [-14, 0, -17, 0]
    assert rows["value_text"].tolist() == ["-14", ">=300", "-17", "662 / 989"]
    assert rows["standing"].tolist() == ["unverified", "published", "published", "published"]


def test_sources_and_notes_name_no_inner_file(sources_folder: Path) -> None:
    sources = SourceRegister()
    rows = built(sources_folder, sources)
    cited = sources.frame().set_index("source_id")["citation"]
    assert cited[rows.loc["N01", "source_id"]] == (
        "State Council, 15th five-year carbon-peaking action plan, 2026-07-14, MEE page"
        " | https://www.mee.gov.cn/1"
    )
    assert rows.loc["N01", "note"] == "agrees with the outline of the 15th five-year plan"


def test_a_fact_whose_source_has_no_name_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, policy_facts.FACTS_FILE, "N07,", "N99,")
    with pytest.raises(BuildError, match="say where N99 were seen"):
        built(sources_folder, SourceRegister())

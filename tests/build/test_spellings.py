"""Other spellings: a character becomes one that our names have, a name one that a region has."""

from carbonpeak.build import spellings
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import shaped
from carbonpeak.build.sources import SourceRegister

NAMES = """
select name_zh from regions union select name_full_zh from regions
union select name_zh from sectors union select short_zh from sectors
union select name_zh from plan_industries
"""


def test_a_spelling_stands_for_something_in_our_names_and_is_not_there_itself(shipped, tmp_path):
    rows = shaped(spellings.build(Raw(tmp_path), SourceRegister()), spellings.TABLE)
    names = shipped.rows(NAMES)["name_zh"].tolist()
    characters = rows[rows["scheme"] == "traditional"]
    assert characters["spelling"].str.len().eq(1).all()
    assert set(characters["standard_spelling"]) <= set("".join(names))
    assert not set(characters["spelling"]) & set("".join(names))
    assert set(rows["standard_spelling"]) - set(characters["standard_spelling"]) <= set(names)

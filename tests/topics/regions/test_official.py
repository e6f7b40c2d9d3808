"""The official tiers beside ours: two marks in a tile, two columns in the rows, never mixed."""

import re

from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker
from tests.topics.read_back import Claims, every, plainly

TITLE = {
    "zh": r"(?P<total>\d+) 个地区中 (?P<same>\d+) 个官方等级与测算等级相同",
    "en": r"Official and calculated tiers agree in (?P<same>\d+) of (?P<total>\d+) provinces",
}
OFFICIAL = {1: "far_behind", 2: "behind", 3: "on_schedule"}


def test_the_title_counts_where_both_agree(data):
    claims = Claims()
    for read in every(data, "region_official", [{}]):
        plainly(claims, read)
        found = re.fullmatch(TITLE[read.lang], read.figure.title)
        pairs = [(row["official"].value, row["independent"].value) for row in read.rows]
        both = [pair for pair in pairs if None not in pair]
        claims.that(int(found["total"]) == len(both), read.said)
        claims.that(int(found["same"]) == sum(a == b for a, b in both), read.said)
    assert claims.false == []


def test_the_official_tiers_are_those_of_the_notice(data):
    notice = data.ask("tiers__official", period="2021H1")
    notice = notice[notice["measure"] == "energy_per_gdp"].set_index("region_code")["tier"]
    names = data.ask("regions__all").set_index("region_code")["name_zh"]
    read = next(every(data, "region_official", [{}], ("zh",)))
    shown = {row["region"].value: row["official"].value for row in read.rows}
    assert {names[code]: OFFICIAL[tier] for code, tier in notice.items()} == {
        name: tier for name, tier in shown.items() if tier
    }
    counts = [list(shown.values()).count(OFFICIAL[tier]) for tier in (1, 2, 3)]
    assert counts == [9, 10, 11]


def test_ours_are_those_of_the_page_regions(data):
    given = registry.chosen(data, registry.PAGES["regions"], {"year": ["2021"]})
    own = registry.figure(data, "region_table", given, Speaker("en")).table
    tiers = dict(zip(_values(own, "region"), _values(own, "tier_schedule"), strict=True))
    annual = dict(zip(_values(own, "region"), _values(own, "tier_annual"), strict=True))
    read = next(every(data, "region_official", [{}], ("en",)))
    found = {row["region"].value: row["independent"].value for row in read.rows}
    assert found == tiers == annual


def test_a_tile_has_the_official_mark_first_and_both_in_words(data):
    read = next(every(data, "region_official", [{}], ("en",)))
    texts = [text for trace in read.figure.chart.data for text in trace.text or ()]
    assert "<b>JS</b><br>○|●" in texts
    hovers = [text for trace in read.figure.chart.data for text in trace.hovertext or ()]
    said = "Jiangsu<br>official: ○ Critical (I)<br>ours: ● On schedule (III)"
    assert said in hovers
    assert any("never mixed" in note for note in read.figure.notes)


def _values(table, key):
    return [cell.value for cell in table.column(key).cells]

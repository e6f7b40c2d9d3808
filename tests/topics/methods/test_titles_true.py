"""The title of the page Data and methods read back and held against its typed rows."""

import re

from tests.topics.read_back import Claims, every, is_number, plainly


def test_the_title_of_the_inventories_says_what_its_rows_say(data):
    claims = Claims()
    for read in every(data, "inventories", [{}]):
        plainly(claims, read)
        found = re.fullmatch(
            r"分省合计比全国清单(?P<side>高|低) (?P<share>[\d.]+)%（(?P<year>\d+) 年）"
            if read.lang == "zh"
            else r"The provinces add up to (?P<share>[\d.]+)% (?P<side>more|less) than the nation "
            r"\((?P<year>\d+)\)",
            read.figure.title,
        )
        assert found, read.said
        row = [row for row in read.rows if row["nation_co2"].value is not None][-1]
        apart = row["provinces_co2"].value / row["nation_co2"].value - 1
        claims.that(int(found["year"]) == row["year"].value, f"year: {read.said}")
        claims.that((found["side"] in ("高", "more")) == (apart > 0), f"side: {read.said}")
        claims.that(is_number(found["share"], 100 * abs(apart)), f"share: {read.said}")
    assert claims.made >= 12
    assert claims.false == []

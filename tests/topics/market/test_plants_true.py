"""Titles of the figures of units and plants read back and held against typed rows.

The shares in the title of ``market_units`` are held against the MW of its own rows, for the
benchmark, and against units and rule themselves for the benchmark corrected for load.
"""

import re

import pytest

from tests.topics.read_back import SHARE, every, figures, is_share, read_by

UNITS = {
    "zh": rf"模型估算 {SHARE.format('share')} 煤电装机高于 (?P<year>\d{{4}}) 年基准值，"
    rf"负荷修正后 {SHARE.format('corrected')}",
    "en": rf"By the model {SHARE.format('share')} of coal capacity lies above its benchmark of "
    rf"(?P<year>\d{{4}}), {SHARE.format('corrected')} once corrected for load",
}
CLASSES = {
    "zh": rf"(?:(?P<count>\d+) 类机组高于修正后基准值的占比同为最大"
    rf"|(?P<name>.+)高于修正后基准值最多)（{SHARE.format('share')}）",
    "en": rf"(?:(?P<count>\d+) classes share the largest part|(?P<name>.+): the largest share) "
    rf"above the benchmark corrected for load \({SHARE.format('share')}\)",
}
PROVINCES = {
    "zh": rf"装机 500 万千瓦以上的 (?P<count>\d+) 个地区占比同为 {SHARE.format('share')}",
    "en": r"(?P<count>\d+) provinces of 5.0 GW and more share the largest part above benchmarks "
    rf"corrected for load \({SHARE.format('share')}\)",
}
WHERE = {
    "zh": r"(?P<kind>.+)(?P<what>装机|产能|个数)：(?P<name>.+)最多，"
    rf"占全国 {SHARE.format('share')}",
    "en": rf"(?P<name>.+) has the most (?P<what>capacity of )?(?P<kind>.+), "
    rf"{SHARE.format('share')} of all",
}
TABLE = {
    "zh": r"公开数据库收录燃煤机组 (?P<coal>[\d,]+) 台、钢铁厂 (?P<steel>[\d,]+) 家",
    "en": r"Open databases list (?P<coal>[\d,]+) coal units and (?P<steel>[\d,]+) steel plants",
}
# The load of the database, and what the rule of 2023 and 2024 makes of a benchmark at it.
CORRECTED = 1.015 ** (16 - 20 * 0.53)
SMALL = 5000


def corrected(data, year, boundary=400):
    """Return the share of capacity above the benchmark times the rule's factor, reckoned anew."""
    rows = data.ask("coal_units__intensity", capacity_mw=float(boundary))
    known = data.ask("market__benchmarks")
    known = known[
        (known["year"] == year)
        & (known["carrier"] == "electricity")
        & (known["kind"] == "benchmark")
    ].set_index("unit_class")["value"]
    factor = CORRECTED if year in (2023, 2024) else 1.0
    above = rows["intensity_t_per_mwh"] > rows["unit_class"].map(known) * factor
    return rows.loc[above, "capacity_mw"].sum() / rows["capacity_mw"].sum()


def spread(claims, read, found, data):
    megawatts = {"above": 0.0, "below": 0.0}
    for row in read.rows:
        megawatts[row["side"].value] += row["capacity"].value
    part = megawatts["above"] / sum(megawatts.values())
    claims.that(is_share(found["share"], part, 1), f"share: {read.said}")
    year = int(found["year"])
    claims.that(year == int(read.codes.get("held", "2024")), f"year: {read.said}")
    claims.that(is_share(found["corrected"], corrected(data, year), 1), f"corrected: {read.said}")
    claims.that(abs(sum(megawatts.values()) - 1_147_231) < 1, f"GW: {read.said}")


def classes(claims, read, found, data):
    whole = {row["class"]: row for row in read.rows if row["technology"].value == "all"}
    shares = [row["corrected"].value for row in whole.values()]
    claims.that(is_share(found["share"], max(shares), 1), f"share: {read.said}")
    if found["count"]:
        claims.that(int(found["count"]) == shares.count(max(shares)) > 1, f"tied: {read.said}")
    else:
        best = max(whole.values(), key=lambda row: row["corrected"].value)
        claims.that(best["class"].text == found["name"], f"not the most: {read.said}")
        claims.that(shares.count(max(shares)) == 1, f"tied in silence: {read.said}")


def provinces(claims, read, found, data):
    large = [row for row in read.rows if row["capacity"].value >= SMALL]
    shares = [row["corrected"].value for row in large]
    claims.that(is_share(found["share"], max(shares), 1), f"share: {read.said}")
    claims.that(int(found["count"]) == shares.count(max(shares)), f"count: {read.said}")


def tiles(claims, read, found, data):
    key = "capacity" if "capacity" in read.rows[0] else "plants"
    claims.that(
        (found["what"] in ("装机", "产能", "capacity of ")) == (key == "capacity"), read.said
    )
    values = {row["region"].value: row[key].value for row in read.rows}
    best = max(values, key=values.get)
    claims.that(found["name"] == best, f"not the most: {read.said}")
    claims.that(list(values.values()).count(values[best]) == 1, f"tied: {read.said}")
    claims.that(is_share(found["share"], values[best] / sum(values.values()), 1), read.said)


def table(claims, read, found, data):
    for word, key in (("coal", "coal_units"), ("steel", "crude_steel")):
        claims.that(int(found[word].replace(",", "")) == sum(read.values(key)), read.said)


READ = {
    "market_units": (UNITS, spread),
    "market_units_classes": (CLASSES, classes),
    "market_units_provinces": (PROVINCES, provinces),
    "market_where": (WHERE, tiles),
    "market_where_table": (TABLE, table),
}


@pytest.mark.parametrize("name", READ)
def test_titles_say_what_their_rows_say(data, name):
    claims = read_by(figures(data, name, together=4), *READ[name], data)
    assert claims.made > 0
    assert claims.false == [], f"{len(claims.false)} of {claims.made}"


def test_no_figure_names_a_plant_or_calls_it_a_key_unit(data):
    for name in READ:
        for read in every(data, name, [{}]):
            figure = read.figure
            said = " ".join([figure.title, figure.subtitle, figure.alt])
            assert "重点排放单位" not in said
            assert "key emission unit" not in said
            heads = {column.head.key for column in figure.table.columns}
            assert not heads & {"plant", "plant_id", "unit_id", "owner", "name"}


def test_every_share_has_its_assumption_beside_it(data):
    for name in ("market_units", "market_units_classes", "market_units_provinces"):
        for lang, words in (("zh", ("0.53", "估算")), ("en", ("0.53", "assumptions"))):
            notes = " ".join(next(every(data, name, [{}], (lang,))).figure.notes)
            assert all(word in notes for word in words), notes


def test_classes_hold_the_units_of_the_database(data):
    read = next(every(data, "market_units_classes", [{}], ("en",)))
    whole = [row for row in read.rows if row["technology"].value == "all"]
    assert sum(row["units"].value for row in whole) == 3_168
    shares = {row["class"].value: round(row["above"].value, 4) for row in whole}
    assert shares == {"coal_to_300": 1.0, "coal_unconventional": 1.0, "coal_above_300": 0.993}


def test_shares_above_a_benchmark_are_said_to_be_no_shares_of_units_short(data):
    never = {
        "zh": "不是配额短缺的机组占比|不等于配额短缺的机组占比",
        "en": "not the share of units short",
    }
    named = ("market_units", "market_units_classes", "market_units_provinces")
    bare = [
        read.said
        for name in named
        for read in every(data, name, [{}])
        if not re.search(never[read.lang], read.figure.subtitle)
    ]
    assert not bare


def test_units_with_carbon_capture_say_what_the_model_assumes(data):
    rows = data.ask("coal_units__intensity", capacity_mw=400.0)
    own = rows[rows["technology"].str.contains("CCS")]
    count = int(own["unit_count"].sum())
    mean = (own["intensity_t_per_mwh"] * own["capacity_mw"]).sum() / own["capacity_mw"].sum()
    for read in every(data, "market_units_classes", [{}]):
        said = [one for one in read.figure.notes if f"{mean:.2f}" in one]
        assert [f" {count} " in one for one in said] == [True], read.figure.notes

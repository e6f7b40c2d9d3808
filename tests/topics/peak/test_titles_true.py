"""Every title of Peak says what its own rows say: counts, shares, states, years, places."""

import re

import pytest

from carbonpeak.domain.view import region_names
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis
from tests.topics.read_back import assert_plain, figures

TOGETHER = {"peak_series": 20, "peak_age": 20}
PEAKED = ("peaked", "peaked_passively")
SERIES = {
    "en": {
        "peaked": r"past its peak of (\d{4})",
        "peaked_passively": r"past its peak of (\d{4}), but passively: output fell too",
        "falling": r"below its maximum of (\d{4}) and falling, too early to say",
        "no_trend": r"below its maximum of (\d{4}), with no falling trend",
        "plateau": r"on a plateau, highest in (\d{4})",
        "just_past": r"just past its maximum of (\d{4}): nothing can be said yet",
        "rising": r"rising, highest in (\d{4})",
        "unknown": r"cannot be judged",
    },
    "zh": {
        "peaked": r"已达峰（(\d{4}) 年）",
        "peaked_passively": r"已达峰（(\d{4}) 年，产出降）",
        "falling": r"自 (\d{4}) 年高点回落，尚难定论",
        "no_trend": r"低于 (\d{4}) 年最高值，无降势",
        "plateau": r"处于平台期（(\d{4}) 年最高）",
        "just_past": r"刚过 (\d{4}) 年最高值",
        "rising": r"仍在上升（(\d{4}) 年最高）",
        "unknown": r"无法判断",
    },
}
AGE = {
    "en": {
        "peaked": "peaked",
        "peaked_passively": "peaked, passively",
        "falling": "below its maximum, falling: too early to say",
        "no_trend": "below its maximum, no trend",
        "plateau": "plateau",
        "just_past": "just past its maximum",
        "rising": "rising",
        "unknown": "cannot be judged",
    },
    "zh": {
        "peaked": "已达峰",
        "peaked_passively": "达峰（产出降）",
        "falling": "回落未定",
        "no_trend": "无降势",
        "plateau": "平台期",
        "just_past": "刚过高点",
        "rising": "仍在上升",
        "unknown": "无法判断",
    },
}


def shown(data, name: str):
    """Yield a figure for many choices with its codes and language, after what holds of all."""
    for read in figures(data, name, together=TOGETHER.get(name, 4)):
        assert_plain(read)
        region = read.in_full.get("region", NATION)
        assert region == NATION or region_names(data, read.lang)[region] in read.title, read.said
        assert "in most provinces" not in read.title
        yield read.in_full, read.figure, read.lang


def column(figure, key: str) -> list:
    return [cell.value for cell in figure.table.column(key).cells]


def numbers(text: str) -> list[float]:
    return [float(one) for one in re.findall(r"\d+(?:\.\d+)?", text)]


def test_the_title_of_the_tiles(data):
    """Counts are those of the tiles; the share is held against CO2 of the last year of each."""
    for codes, figure, lang in shown(data, "peak_tiles"):
        states = column(figure, "state")
        covered = [state for state in states if state != "no_data"]
        peaked = sum(state in PEAKED for state in covered)
        judged = analysis.states(data, codes["scope"], int(codes["until"]))
        provinces = judged.xs("all", level=1).drop(index=NATION)
        is_peaked = provinces["state"].isin(PEAKED)
        share = 100 * provinces["last"][is_peaked].sum() / provinces["last"].sum()
        said = numbers(figure.title)
        expected = [len(covered), peaked] if lang == "zh" else [int(codes["until"]), peaked]
        if peaked:
            assert said[:2] == expected
            assert said[-1] == pytest.approx(share, abs=0.0501)
        assert str(len(covered)) in figure.title
        for note in figure.notes[:2]:
            assert str(peaked) in note


def test_the_title_of_the_shares(data):
    """The share is that of rising provinces; the parts of a group make a whole."""
    for codes, figure, _ in shown(data, "peak_shares"):
        judged = analysis.states(data, codes["scope"], int(codes["until"]))
        provinces = judged.xs("all", level=1).drop(index=NATION)
        rising = provinces["last"][provinces["state"] == "rising"].sum() / provinces["last"].sum()
        said = numbers(figure.title.replace("CO₂", ""))
        assert said == ([pytest.approx(100 * rising, abs=0.0501)] if rising else [])
        keys = ("group", "state", "count", "share", "co2")
        rows = list(zip(*(column(figure, key) for key in keys), strict=True))
        for group, count in (
            ("provinces", len(provinces.dropna(subset=["last"]))),
            ("divisions", 38),
        ):
            own = [row for row in rows if row[0] == group]
            assert sum(row[2] for row in own) == count
            assert sum(row[3] for row in own) == pytest.approx(1)
            whole = sum(row[4] for row in own)
            assert all(row[3] == pytest.approx(row[4] / whole) for row in own)
        for group, state, count, _, tonnes in rows:
            if group == "provinces":
                own = provinces[provinces["state"] == state]
                assert (len(own), own["last"].sum()) == (count, pytest.approx(tonnes))


def test_the_title_of_the_bars(data):
    for _, figure, lang in shown(data, "peak_provinces"):
        there = {one.head.key for one in figure.table.columns}
        sums = [
            sum(column(figure, key)[place] for key in PEAKED if key in there) for place in (0, -1)
        ]
        years = column(figure, "last_year")
        said = numbers(figure.title)
        if lang == "zh":
            assert said[:2] == sums
        else:
            assert said[:4] == [sums[0], years[0], sums[1], years[-1]]
        names = [name for name in region_names(data, lang).values() if name in figure.title]
        assert not names
        named = [name for name in region_names(data, lang).values() if name in figure.notes[0]]
        assert len(named) == said[-1]


def test_the_title_of_the_matrix(data):
    """The shares are held against CO2 of the last year of each cell, states against the cells."""
    for codes, figure, _ in shown(data, "peak_matrix"):
        judged = analysis.states(data, codes["scope"], int(codes["until"]))
        sums = ("all_industry", "without_power")
        keys = [one.head.key for one in figure.table.columns[1:] if not one.head.in_files]
        parts = [key for key in keys if key not in sums]
        sectors = [
            key.removeprefix("sector_").replace("_", "-") if key.startswith("sector_") else key
            for key in parts
        ]
        rows = judged[judged.index.get_level_values(1).isin(sectors)].drop(index=NATION, level=0)
        rows = rows[~rows["state"].isin(("not_split", "no_data"))]
        for said, states in zip(numbers(figure.title), (PEAKED, ("rising",)), strict=True):
            share = rows["last"][rows["state"].isin(states)].sum() / rows["last"].sum()
            assert said == pytest.approx(100 * share, abs=0.0501)
        counted = sum(column(figure, key)[1:].count("peaked") for key in parts)
        assert counted == rows["state"].eq("peaked").sum()


def test_the_title_of_a_series(data):
    """Its year and direction follow the rows; the state is that of the rule on the same years."""
    for codes, figure, lang in shown(data, "peak_series"):
        found = [
            (state, re.search(f"{text}$", figure.title)) for state, text in SERIES[lang].items()
        ]
        [(state, said)] = [(state, match) for state, match in found if match]
        until, place = int(codes["until"]), (codes["region"], codes["sector"])
        assert state == analysis.states(data, codes["scope"], until).loc[place, "state"]
        if state == "unknown":
            continue
        rows = zip(column(figure, "year"), column(figure, "co2"), strict=True)
        known = {year: amount for year, amount in rows if amount is not None}
        year, last = int(said[1]), max(known)
        assert known[year] >= max(known.values()) * (1 - 1e-9)
        later = [amount for one, amount in known.items() if one > year]
        pairs = [(a, b) for at, a in enumerate(later) for b in later[at + 1 :]]
        s = sum((b > a) - (b < a) for a, b in pairs)
        assert (state == "rising") == (year == last)
        assert (state == "just_past") == (len(later) == 1)
        if state in (*PEAKED, "falling"):
            assert s < 0
        if state == "no_trend":
            assert s >= 0
        if state == "plateau":
            assert len(later) >= 2
            assert min(later) >= 0.95 * known[year] * (1 - 1e-9)


def test_the_title_of_an_age(data):
    for _, figure, lang in shown(data, "peak_age"):
        states = column(figure, "state")
        quoted = re.findall(r"“([^”]+)”" if lang == "zh" else r'"([^"]+)"', figure.title)
        ends = [AGE[lang][states[0]], AGE[lang][states[-1]]]
        assert quoted == (ends if ends[0] != ends[1] else ends[:1]), figure.title
        changes = sum(one != other for one, other in zip(states, states[1:], strict=False))
        assert int(numbers(figure.notes[-1])[-1]) == changes
        if lang == "en" and changes:
            assert int(numbers(figure.title)[-1]) == changes
        if lang == "zh" and quoted[0] == quoted[-1]:
            assert ("始终" in figure.title) == (changes == 0)


def test_the_title_of_the_table(data):
    for _, figure, lang in shown(data, "peak_table"):
        rows = zip(column(figure, "region"), column(figure, "state"), strict=True)
        peaked = [name for name, state in rows if state in PEAKED]
        named = [name for name in region_names(data, lang).values() if name in figure.title]
        assert set(named) == (set(peaked) if len(peaked) <= 5 else set())
        assert str(len(peaked)) in figure.notes[0]

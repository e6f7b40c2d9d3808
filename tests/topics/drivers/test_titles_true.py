"""Every title of Drivers says what its own rows say: numbers, directions, superlatives, places."""

import re
import unicodedata

import pytest

from carbonpeak.domain import doubts
from carbonpeak.domain.view import View, region_names
from carbonpeak.figures.table import Table
from carbonpeak.topics.drivers import analysis
from carbonpeak.topics.drivers.choices import DriversChoices
from carbonpeak.topics.registry import PAGE_OF, chosen, raw
from carbonpeak.words.numbers import is_missing
from tests.topics.sampled import Codes, figures

TOGETHER = 25
UNITS = {
    **{"Mtce": 1e6, "Mt": 1e6, "万吨标准煤": 1e4, "万吨": 1e4},
    **{"ktce": 1e3, "kt": 1e3, "吨标准煤": 1.0, "吨": 1.0},
}
DOWN = ("fell", "took off", "下降", "减少", "拉低")
UP = ("rose", "added", "增长", "增加", "拉升")
LEVEL = ("did not change", "持平")
MOVED = (
    r"(rose|fell|rose by|fell by|增长|下降|增加|减少) "
    r"([\d,.]+)(%| Mtce| Mt| ktce| kt| 万吨标准煤| 万吨| 吨标准煤| 吨)"
)
WATERFALL = {
    "en": re.compile(
        rf"^(?P<place>.+): (energy|CO₂) (?P<change>{MOVED}|did not change|started from zero) over "
        r"(?P<first>\d{4})-(?P<last>\d{4})"
        r"(?:, mainly by (?P<driver>.+), which (?P<way>added|took off) (?P<points>[\d.]+) points)?$"
    ),
    "zh": re.compile(
        rf"^(?P<place>.+?)(能耗|二氧化碳)(?P<change>{MOVED}|持平|由零起算)(?:，主因(?P<driver>.+))?$"
    ),
}
RATIO = {
    "en": re.compile(
        r"^(?P<place>.+): (energy|CO₂) ×(?P<change>[\d.,]+) over \d{4}-\d{4}"
        r"(?:, mainly by (?P<driver>.+) \(×(?P<points>[\d.,]+)\))?$"
    ),
    "zh": re.compile(
        r"^(?P<place>.+?)(能耗|二氧化碳)指数 (?P<change>[\d.,]+)"
        r"(?:，主因(?P<driver>.+)（(?P<points>[\d.,]+)）)?$"
    ),
}
YEARS = {
    "en": re.compile(
        rf"^(?P<place>.+): (energy|CO₂) moved most in (?P<year>\d{{4}})"
        rf"(?: \((?P<change>{MOVED}|did not change)\))?"
        r"(?:, mainly by (?P<driver>.+) \((?P<by>[^)]+)\))?$"
    ),
    "zh": re.compile(
        rf"^(?P<place>.+?)(能耗|二氧化碳) (?P<year>\d{{4}}) 年变化最大"
        rf"(?:（(?P<change>{MOVED}|持平)）)?(?:，主因(?P<driver>.+))?$"
    ),
}
CLAIM = {
    "en": re.compile(
        r"(?P<name>.+?) (?P<way>added|took off) most(?: \((?P<points>[\d.]+) points\))?(?:, |$)"
    ),
    "zh": re.compile(r"(?P<name>[^：]+?)(?P<way>拉升|拉低)最多、?"),
}


def width(title: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in title)


def printed(text: str) -> tuple[float, float]:
    """A number as it is printed, and half its last digit."""
    bare = text.replace(",", "")
    return float(bare), 0.5 * 10.0 ** -len(bare.partition(".")[2])


def assert_moved(said: str, share: float | None, amount: float | None) -> None:
    """Assert that a change in words is that of the row: its direction, its size as printed."""
    if said in LEVEL:
        assert abs(share if share is not None else 0.0) < 0.0005 or amount is not None
        return
    word, size, unit = re.match(MOVED, said).groups()
    value = share * 100 if unit == "%" else amount / UNITS[unit.strip()]
    number, half = printed(size)
    assert number > 0
    assert abs(abs(value) - number) <= half + 1e-9
    assert (value > 0) == word.startswith(UP)


def assert_common(data, codes: Codes, figure, lang: str) -> None:
    title = figure.title
    if lang == "zh":
        assert width(title) <= 30, title
    if codes.get("region"):
        assert region_names(data, lang)[codes["region"]] in title
    if "※" in title:
        assert any("※" in note for note in figure.notes)
    assert not re.search(r"[+−]\d", title)


def values(table: Table, key: str) -> list[float | None]:
    return [cell.value for cell in table.column(key).cells]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_title_of_the_waterfall(data, lang):
    for codes, figure in figures(data, "driver_waterfall", TOGETHER, lang):
        assert_common(data, codes, figure, lang)
        is_ratio = codes["form"] == "multiplicative"
        said = (RATIO if is_ratio else WATERFALL)[lang].match(figure.title)
        assert said, figure.title
        names = [text.lower() for text in values(figure.table, "driver")][1:-2]
        shares, ratios = values(figure.table, "of_start"), values(figure.table, "ratio")
        amounts = values(figure.table, "amount")
        net = amounts[-2]
        if is_ratio:
            number, half = printed(said["change"])
            assert abs(ratios[-2] - number) <= half + 1e-9
        elif "zero" in said["change"] or "零" in said["change"]:
            assert amounts[0] == 0
        else:
            assert_moved(said["change"], shares[-2], None)
        if said["driver"]:
            effects = dict(zip(names, amounts[1:-2], strict=True))
            direction = 1 if net > 0 else -1
            assert direction * effects[said["driver"]] == max(
                direction * e for e in effects.values()
            )
            place = 1 + names.index(said["driver"])
            if lang == "en" and not is_ratio:
                number, half = printed(said["points"])
                assert abs(100 * abs(shares[place]) - number) <= half + 1e-9
                assert (shares[place] > 0) == (said["way"] == "added")
            if is_ratio:
                number, half = printed(said["points"])
                assert abs(ratios[place] - number) <= half + 1e-9
        if lang == "en" and not is_ratio:
            assert (said["first"], said["last"]) == (codes["from"], codes["to"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_title_of_the_years(data, lang):
    for codes, figure in figures(data, "driver_years", TOGETHER, lang):
        assert_common(data, codes, figure, lang)
        said = YEARS[lang].match(figure.title)
        assert said, figure.title
        years = [str(year) for year in values(figure.table, "year")]
        is_ratio = codes["form"] == "multiplicative"
        sizes = values(figure.table, "ratio" if is_ratio else "change")
        moves = [abs(size - 1) if is_ratio else abs(size) for size in sizes]
        place = years.index(said["year"])
        assert moves[place] == max(moves)
        if said["change"]:
            share, amount = (sizes[place] - 1, None) if is_ratio else (None, sizes[place])
            assert_moved(said["change"], share, amount)
        if said["driver"]:
            heads = {one.head.label.lower(): one.cells[place].value for one in figure.table.columns}
            column = heads[said["driver"]]
            if lang == "en" and is_ratio:
                number, half = printed(said["by"].removeprefix("×"))
                assert abs(column - number) <= half + 1e-9
            elif lang == "en":
                assert_moved(said["by"], None, column)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_title_of_the_members(data, lang):
    """What hides in "others", and the amounts of the first year, are held against all parts."""
    for codes, figure in figures(data, "driver_members", TOGETHER, lang):
        assert_common(data, codes, figure, lang)
        first = figure.table.columns[0]
        part = first.head.key
        drawn = {cell.value: cell for cell in first.cells[:-1]}
        typed: DriversChoices = PAGE_OF["driver_members"].choices(
            chosen(data, PAGE_OF["driver_members"], raw(tuple(codes.items()))).values
        )
        question = analysis.answerable(data, typed.question)
        parts = analysis.table(data, question, part).set_index("code")
        names = region_names(data, lang) if part == "region" else None
        by_name = {
            (names[code] if names else _sector(data, code, lang)): parts.loc[code]
            for code in parts.index
            if code != "all"
        }
        doubtful = {cell.value for cell in first.cells if "doubtful" in cell.marks}
        tail = figure.title.rpartition("：" if lang == "zh" else ": ")[2]
        claims = list(CLAIM[lang].finditer(tail))
        hidden_doubt = any("※" in note for note in figure.notes) and part == "region"
        if doubtful:
            assert "※" in figure.title
        assert len({claim["name"].strip() for claim in claims}) == len(claims)
        start = parts["start_t"].sum()
        sound = {
            name: row["change_t"]
            for name, row in by_name.items()
            if not (hidden_doubt and _is_doubtful(data, question, name, lang))
        }
        sound = sound if len(sound) > 1 else {n: r["change_t"] for n, r in by_name.items()}
        for claim in claims:
            name = claim["name"].strip().removesuffix("※").strip()
            assert name in drawn, figure.title
            change = sound[name]
            is_up = claim["way"] in UP
            assert (change > 0) == is_up
            assert change == (max if is_up else min)(sound.values()), figure.title
            if claim.groupdict().get("points"):
                number, half = printed(claim["points"])
                assert number > 0
                assert abs(100 * abs(change) / start - number) <= half + 1e-9
        if not claims:
            assert "0.1" in figure.title, figure.title
            shown = [sound[name] for name in drawn if name in sound]
            assert all(abs(100 * one / start) <= 0.05 + 1e-9 for one in shown), figure.title


def _sector(data, code: str, lang: str) -> str:
    rows = data.ask("sectors__all").set_index("sector_code")
    return str(rows.loc[code, f"short_{lang}"])


def _is_doubtful(data, question, name: str, lang: str) -> bool:
    table = doubts.of_regions(data, View(question.measure, year=question.last), question.first)
    codes = {one: code for code, one in region_names(data, lang).items()}
    return bool(table["is_doubtful"].get(codes.get(name), False))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_title_of_the_table_names_place_and_measure(data, lang):
    for codes, figure in figures(data, "driver_table", 20, lang):
        assert_common(data, codes, figure, lang)
        what = {"energy": ("能耗", "energy"), "co2": ("二氧化碳", "CO₂")}[codes["measure"]]
        assert what[lang == "en"] in figure.title


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_titles_of_structure(data, lang):
    way = r"(added|took off|拉升|拉低) ([\d.]+)"
    for codes, figure in figures(data, "structure_waterfall", 0, lang):
        assert_common(data, codes, figure, lang)
        shares = values(figure.table, figure.table.columns[2].head.key)
        effects = [share for share in shares if not is_missing(share)][1:]
        for (word, size), share in zip(re.findall(way, figure.title), effects, strict=True):
            number, half = printed(size)
            assert abs(100 * abs(share) - number) <= half + 1e-9
            assert (share > 0) == (word in UP)
    for codes, figure in figures(data, "structure_divisions", 0, lang):
        assert_common(data, codes, figure, lang)
        names, effects = values(figure.table, "sector")[:-1], values(figure.table, "structure")[:-1]
        up, down = names[effects.index(max(effects))], names[effects.index(min(effects))]
        assert figure.title.startswith(up)
        assert down in figure.title.removeprefix(up)
        shares = zip(
            values(figure.table, "share_first"), values(figure.table, "share_last"), strict=True
        )
        risen = {
            name: last > first for name, (first, last) in zip(names, list(shares)[:-1], strict=True)
        }
        assert max(effects) > 0 > min(effects)
        assert risen[up]
        assert not risen[down]

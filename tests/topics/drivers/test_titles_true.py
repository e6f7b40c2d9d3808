"""Every title of Drivers says what its own rows say: numbers, directions, superlatives, places."""

import re

from carbonpeak.domain import doubts
from carbonpeak.domain.view import View, region_names
from carbonpeak.figures.table import Table
from carbonpeak.topics.drivers import analysis
from carbonpeak.topics.drivers.choices import DriversChoices
from carbonpeak.topics.registry import PAGE_OF
from carbonpeak.words.numbers import is_missing
from tests.topics.read_back import assert_plain, figures, printed

TOGETHER = 16
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


def shown(data, name: str, together: int = TOGETHER):
    """Yield a figure for many choices, after what holds of all titles."""
    for read in figures(data, name, together=together):
        assert_plain(read)
        place = read.in_full.get("region")
        assert not place or region_names(data, read.lang)[place] in read.title, read.said
        if "※" in read.title:
            assert any("※" in note for note in read.figure.notes), read.said
        yield read


def values(table: Table, key: str) -> list[float | None]:
    return [cell.value for cell in table.column(key).cells]


def test_the_title_of_the_waterfall(data):
    for read in shown(data, "driver_waterfall"):
        codes, figure, lang = read.in_full, read.figure, read.lang
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


def test_the_title_of_the_years(data):
    for read in shown(data, "driver_years"):
        codes, figure, lang = read.in_full, read.figure, read.lang
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


def test_the_title_of_the_members(data):
    """What hides in "others", and the amounts of the first year, are held against all parts."""
    for read in shown(data, "driver_members"):
        first = read.figure.table.columns[0]
        if any("doubtful" in cell.marks for cell in first.cells):
            assert "※" in read.title
        moves = _sound_moves(data, read, first.head.key)
        claims = _claims(read)
        assert len({name for name, _ in claims}) == len(claims)
        for name, claim in claims:
            assert name in [cell.value for cell in first.cells[:-1]], read.said
            assert_extreme(claim, moves[name], moves, read)
        if not claims:
            assert "0.1" in read.title, read.said
            drawn = [moves[cell.value] for cell in first.cells[:-1] if cell.value in moves]
            assert all(abs(one) <= 0.05 + 1e-9 for one in drawn), read.said


def _claims(read) -> list[tuple[str, re.Match]]:
    """What the title says of whom, by name."""
    tail = read.title.rpartition("：" if read.lang == "zh" else ": ")[2]
    claims = CLAIM[read.lang].finditer(tail)
    return [(claim["name"].strip().removesuffix("※").strip(), claim) for claim in claims]


def assert_extreme(claim: re.Match, move: float, moves: dict[str, float], read) -> None:
    """Assert that a part moved as is said: its direction, further than all others, so far."""
    is_up = claim["way"] in UP
    assert (move > 0) == is_up, read.said
    assert move == (max if is_up else min)(moves.values()), read.said
    if claim.groupdict().get("points"):
        number, half = printed(claim["points"])
        assert number > 0
        assert abs(abs(move) - number) <= half, read.said


def _sound_moves(data, read, part: str) -> dict[str, float]:
    """By name what each part changed the whole, in points; where two are sound, these alone."""
    page = PAGE_OF["driver_members"]
    typed: DriversChoices = page.choices(read.chosen)
    question = analysis.answerable(data, typed.question)
    parts = analysis.table(data, question, part).set_index("code")
    of_all = 100 * parts.drop(index="all", errors="ignore")["change_t"] / parts["start_t"].sum()
    names = region_names(data, read.lang) if part == "region" else _sectors(data, read.lang)
    moves = {names[code]: move for code, move in of_all.items()}
    if part != "region" or not any("※" in note for note in read.figure.notes):
        return moves
    doubtful = _doubtful(data, question, read.lang)
    sound = {name: move for name, move in moves.items() if name not in doubtful}
    return sound if len(sound) > 1 else moves


def _sectors(data, lang: str) -> dict[str, str]:
    return data.ask("sectors__all").set_index("sector_code")[f"short_{lang}"].to_dict()


def _doubtful(data, question, lang: str) -> set[str]:
    """The names of doubtful provinces."""
    table = doubts.of_regions(data, View(question.measure, year=question.last), question.first)
    names = region_names(data, lang)
    return {names[code] for code in table.index[table["is_doubtful"].astype(bool)]}


def test_the_title_of_the_table_names_place_and_measure(data):
    for read in shown(data, "driver_table", 8):
        codes, figure, lang = read.in_full, read.figure, read.lang
        what = {"energy": ("能耗", "energy"), "co2": ("二氧化碳", "CO₂")}[codes["measure"]]
        assert what[lang == "en"] in figure.title


def test_the_titles_of_structure(data):
    way = r"(added|took off|拉升|拉低) ([\d.]+)"
    for read in shown(data, "structure_waterfall", 0):
        figure = read.figure
        shares = values(figure.table, figure.table.columns[2].head.key)
        effects = [share for share in shares if not is_missing(share)][1:]
        for (word, size), share in zip(re.findall(way, figure.title), effects, strict=True):
            number, half = printed(size)
            assert abs(100 * abs(share) - number) <= half + 1e-9
            assert (share > 0) == (word in UP)
    for read in shown(data, "structure_divisions", 0):
        figure = read.figure
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

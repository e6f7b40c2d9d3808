"""Every title of the page Regions, read back, says what the rows of its figure say."""

import re

import pytest

from carbonpeak.domain import doubts
from carbonpeak.domain.view import View, provinces
from tests.topics import read_back

TARGETS = {"energy": 0.135, "co2": 0.18}
TIERS = ("on_schedule", "behind", "far_behind")
ONE = {"region": "320000"}


@pytest.fixture(scope="module")
def names(data):
    """Names of provinces by language and code."""
    places = provinces(data)
    return {lang: places[f"name_{lang}"].to_dict() for lang in ("zh", "en")}


def doubtful(data, read):
    """Return the codes that prices or a jump make doubtful, reckoned from the rule itself."""
    one = read.chosen.one
    table = doubts.of_regions(data, View(one("measure"), year=int(one("year"))))
    apart = (table["value_added_growth"] - table["gdp_growth"]).abs() > 0.10
    jumped = table["jump_share"].abs() > 0.10
    return set(table.index[apart | (jumped & (one("measure") == "energy"))]) - {"540000"}


TILES = re.compile(
    r"(?P<on>\d+) (?:provinces?|个地区进展总体顺利) ?(?:on schedule, |，)"
    r"(?P<rest>\d+) (?:not|个未达到进度要求)"
    r"|All (?P<all>\d+) provinces judged are on schedule|(?P<alle>\d+) 个地区均进展总体顺利"
    r"|None of the (?P<none>\d+) provinces judged is on schedule"
    r"|(?P<keine>\d+) 个地区均未达到进度要求"
    r"|No province can be judged|各地区均无法判断"
)


def test_the_tiles_count_their_tiers(data):
    for read in read_back.figures(data, "region_tiles"):
        read_back.assert_plain(read)
        found = TILES.fullmatch(read.title)
        assert found, read.title
        tiers = read.cells("tier")
        on = sum(cell.value == "on_schedule" for cell in tiers)
        rest = sum(cell.value in TIERS[1:] for cell in tiers)
        given = found.groupdict()
        assert int(given["on"] or given["all"] or given["alle"] or 0) == on, read.title
        assert int(given["rest"] or given["none"] or given["keine"] or 0) == rest, read.title
        said_of = re.findall(r"(\d+)", re.sub(r"\(I+\)", "", read.figure.notes[0]))
        counted = []
        places = read.cells("region")
        for tier in TIERS:
            own = [place for place, cell in zip(places, tiers, strict=True) if cell.value == tier]
            counted += [len(own), sum("doubtful" in place.marks for place in own)]
        unjudged = sum(cell.value not in TIERS for cell in tiers)
        assert list(map(int, said_of)) == [*counted, unjudged], read.figure.notes[0]
        assert read.chosen.one("year") in read.figure.subtitle


RANKED = re.compile(
    r"(?P<apart>Apart from doubtful ones \(※\), |除存疑※外，)?"
    r"(?P<one>[^※]+?) ?(?P<first>fell most|rose most|降幅最大|升幅最大)"
    rf" ?[（(](?P<a>{read_back.NUMBER})%[）)](?:, |，)"
    r"(?P<two>[^※]+?) ?(?P<last>rose most|least|升幅最大|降幅最小|升幅最小)"
    rf" ?[（(](?P<b>{read_back.NUMBER})%[）)]"
)


def test_the_ranking_names_who_fell_and_who_rose_most(data):
    for read in read_back.figures(data, "region_ranking"):
        read_back.assert_plain(read)
        found = RANKED.fullmatch(read.title)
        assert found, read.title
        rows = [
            (name.value, change.value, "doubtful" in name.marks)
            for name, change in zip(*(read.cells(key) for key in ("region", "change")), strict=True)
            if change.value is not None
        ]
        values = {name: value for name, value, is_doubtful in rows if not is_doubtful}
        is_fall = found["first"] in ("fell most", "降幅最大")
        best, worst = min(values, key=values.get), max(values, key=values.get)
        first, last = (best, worst) if is_fall else (worst, best)
        assert (found["one"], found["two"]) == (first, last), read.title
        assert read_back.is_size(found["a"], values[first]), read.title
        assert read_back.is_size(found["b"], values[last]), read.title
        assert (values[first] < 0) == is_fall
        claims_rise = found["last"] in ("rose most", "升幅最大") or not is_fall
        assert (values[last] > 0) == claims_rise, read.title
        beyond = [v for _, v, d in rows if d and not values[best] < v < values[worst]]
        assert bool(found["apart"]) == bool(beyond), read.title


@pytest.mark.parametrize("name", ["region_ranking", "region_tiles", "region_table"])
def test_no_printed_number_contradicts_its_tier(data, name):
    for read in read_back.figures(data, name):
        one = read.chosen.one
        if one("target") != "national":
            continue
        target, years = TARGETS[one("measure")], int(one("year")) - 2020
        due = {"schedule": (1 - target) ** (years / 5) - 1, "annual": (1 - target) ** (1 / 5) - 1}
        for key, yardstick in shown(read, name):
            column = f"tier_{yardstick}" if name == "region_table" else "tier"
            for change, tier in zip(read.cells(key), read.cells(column), strict=True):
                if tier.value not in TIERS:
                    continue
                printed = float(change.text.replace("−", "-").rstrip("%")) / 100
                expected = 2 if printed >= 0 else 1 if printed > due[yardstick] else 0
                assert tier.value == TIERS[expected], (change.text, tier.text)


def shown(read, name):
    """Return which column of changes is judged by which yardstick."""
    if name == "region_table":
        return (("change", "schedule"), ("change_in_year", "annual"))
    one = read.chosen.one("yardstick")
    return (("change", "schedule"),) if one == "schedule" else ()


PATH = re.compile(
    rf"(?P<name>.+?)(?P<mark>※?)(?:: |：)(?:(?P<zhyear>\d{{4}}) 年)?"
    r"(?P<what>energy intensity|CO₂ intensity|能耗强度|碳排放强度)(?: |比 2020 年)"
    rf"{read_back.MOVED}(?: by (?P<year>\d{{4}}) against 2020)?"
)
WHAT = {"energy": ("energy intensity", "能耗强度"), "co2": ("CO₂ intensity", "碳排放强度")}


def test_the_path_of_a_province_ends_in_the_chosen_year(data, names):
    for read in read_back.figures(data, "region_path", ONE):
        read_back.assert_plain(read)
        found, one = PATH.fullmatch(read.title), read.chosen.one
        assert found, read.title
        code = one("region")
        assert found["name"] == names[read.lang][code]
        assert (found["year"] or found["zhyear"]) == one("year"), read.title
        assert found["what"] in WHAT[one("measure")]
        points = {
            year.value: cell.value
            for year, cell in zip(read.cells("year"), read.cells("intensity"), strict=True)
            if cell.value is not None
        }
        assert max(points) == int(one("year"))
        assert read_back.agrees(found, points[max(points)] / 100 - 1), read.title
        assert bool(found["mark"]) == (code in doubtful(data, read)), read.title
        reasons = [note for note in read.figure.notes if note.startswith("※")]
        assert bool(reasons) == bool(found["mark"])


FUELS = re.compile(
    r"(?P<name>.+?)(?P<mark>※?)(?:：(?P<zhyear>\d{4}) 年(?P<what>终端能耗|直接排放)"
    rf"(?:中(?P<zhfuel>.+?)占 [<>]?(?P<zhshare>{read_back.NUMBER})%|已知部分中(?P<zhmost>.+?)最多)"
    rf"|: (?P<fuel>.+?) made up (?P<share>{read_back.NUMBER})% of (?:final energy|direct CO₂)"
    r" in (?P<year>\d{4})"
    r"|: of the (?:final energy|direct CO₂) known for (?P<pyear>\d{4}), (?P<most>.+?)"
    r" made up most)"
)


def test_the_largest_group_of_fuels_and_its_share(data, names):
    for read in read_back.figures(data, "region_fuels", ONE):
        read_back.assert_plain(read)
        found = FUELS.fullmatch(read.title)
        assert found, read.title
        given, code = found.groupdict(), read.chosen.one("region")
        assert found["name"] == names[read.lang][code]
        last = {
            column.head.label: column.cells[-1].value or 0.0
            for column in read.figure.table.columns
            if column.head.key in ("coal", "oil", "gas", "electricity", "heat", "other", "process")
        }
        most = given["zhfuel"] or given["fuel"] or given["zhmost"] or given["most"]
        assert last[most] == max(last.values())
        share = given["zhshare"] or given["share"]
        withheld = code == "360000" and read.chosen.one("measure") == "co2"
        assert (share is None) == withheld, read.title
        assert share is None or read_back.is_size(share, last[most] / sum(last.values())), (
            read.title
        )
        year = int(given["zhyear"] or given["year"] or given["pyear"])
        assert year == read.cells("year")[-1].value


SECTORS = re.compile(
    r"(?P<name>.+?)(?P<mark>※?)(?:终端能耗|直接排放|, final energy|, direct CO₂)(?:：|: )"
    r"(?:(?:数据完整的行业中|of the divisions with whole figures, )"
    r"(?P<first>.+?)(?:最多| has most)"
    rf"|(?P<most>.+?)(?:最多，占 | has the largest share, )[<>]?(?P<share>{read_back.NUMBER})%)"
)


def test_the_largest_division_of_a_province_and_its_share(data, names):
    for read in read_back.figures(data, "region_sectors", ONE):
        read_back.assert_plain(read)
        found, one = SECTORS.fullmatch(read.title), read.chosen.one
        assert found, read.title
        assert found["name"] == names[read.lang][one("region")]
        amounts = read.cells("amount")
        rows = dict(zip((c.value for c in read.cells("sector")), amounts, strict=True))
        whole = {name: cell.value for name, cell in rows.items() if not cell.marks}
        named = found["first"] or found["most"]
        assert whole[named] == max(whole.values()), read.title
        assert (found["share"] is None) == (len(whole) < len(rows)), read.title
        if found["share"]:
            assert read_back.is_size(found["share"], whole[named] / sum(whole.values())), read.title
        if one("measure") == "co2" and one("region") == "360000" and one("basis") == "total":
            assert (len(rows) - len(whole)) == (one("year") == "2022")
        assert bool(found["mark"]) == (one("region") in doubtful(data, read)), read.title


def test_the_table_of_all_provinces_claims_nothing(data):
    for read in read_back.figures(data, "region_table"):
        read_back.assert_plain(read)
        assert not re.search(r"\d", read.title)
        assert read.chosen.one("year") in read.figure.subtitle

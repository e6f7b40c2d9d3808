"""Every title of the page Sectors, read back, says what the rows of its figure say."""

import re
from functools import cache

import pandas as pd
import pytest

from carbonpeak.domain import doubts
from carbonpeak.domain.view import region_names
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker
from tests.topics import read_back

COLUMN = {"energy": "energy_tce", "co2": "co2_t"}
WHAT = {"energy": ("final energy", "终端能耗"), "co2": ("direct CO₂", "直接排放")}
FILTERED = r"(?: of (?P<of>.+?))?"


@pytest.fixture(scope="module")
def divisions(data):
    return data.ask("sectors__all").set_index("sector_code")


@pytest.fixture(scope="module")
def cells(shipped):
    """Energy and CO2 by division, province and year from the base tables, summed by pandas."""
    rows = shipped.rows("select * from industry_cells where is_split_usable")
    return rows[rows["year"] >= 2020]


@pytest.fixture(scope="module")
def code_of(divisions, data):
    """Codes of divisions and plan industries by language and name."""
    found = {}
    for lang in ("zh", "en"):
        short = {name: (code,) for code, name in divisions[f"short_{lang}"].items()}
        plan = divisions.dropna(subset=["plan_industry_code"]).groupby(f"plan_industry_{lang}")
        found[lang, "division"] = short
        found[lang, "plan"] = {name: tuple(rows.index) for name, rows in plan}
    return found


@pytest.fixture(scope="module")
def ends(cells):
    """The comparable sums of divisions in 2020 and in a year, reckoned cell by cell, once each."""

    @cache
    def of(codes, measure, year):
        own = cells[cells["sector_code"].isin(codes) & (cells["year"] <= year)]
        column = COLUMN[measure]
        if measure == "co2":
            faulty = own[own["co2_withheld_cells"] > 0][["sector_code", "region_code"]].apply(
                tuple, axis=1
            )
            out = own[["sector_code", "region_code"]].apply(tuple, axis=1).isin(set(faulty))
            own = own.assign(co2_t=own["co2_t"].mask(out, own["co2_energy_t"]))
        return tuple(own[own["year"] == one][column].sum() for one in (2020, year))

    return of


def listed(read):
    """Return the rows of a ranking: name, value, whether it is doubtful."""
    names, values = (list(one.cells) for one in read.figure.table.columns[:2])
    return [
        (name.value, value.value, "doubtful" in name.marks)
        for name, value in zip(names, values, strict=True)
    ]


def is_filtered(read):
    one, many = read.chosen.one, read.chosen.many("sectors")
    return one("group") == "plan" or one("among") != "all" or len(many) < 38


CONTRIBUTION = re.compile(
    rf"(?P<what>.+?) ?{read_back.MOVED}"
    r"(?:(?:：|: )(?P<apart>除※外|apart from doubtful ones \(※\), )?(?P<name>[^※]+?)"
    r"(?P<side> added most|拉升最多| took off most|拉低最多))?"
)
ONE = re.compile(
    rf"(?P<name>.+?)(?:: )?(?:final energy|direct CO₂|终端能耗|直接排放) ?{read_back.MOVED}"
)


def test_a_ranking_of_contributions_tells_the_change_of_what_it_lists(data, ends, code_of):
    for read in read_back.figures(data, "sector_ranking", {"sort": "contribution"}, 16, ["sort"]):
        read_back.assert_plain(read)
        rows, one = listed(read), read.chosen.one
        measure, year = one("measure"), int(one("year"))
        codes = [c for name, *_ in rows for c in code_of[read.lang, one("group")][name]]
        start, end = ends(tuple(codes), measure, year)
        if len(rows) == 1:
            found = ONE.fullmatch(read.title)
            assert found, read.title
            assert found["name"] == rows[0][0], read.title
            assert read_back.agrees(found, end / start - 1), read.title
            continue
        found = CONTRIBUTION.fullmatch(read.title)
        assert found, read.title
        assert read_back.agrees(found, end / start - 1), (read.title, end / start - 1)
        assert any(what.lower() in found["what"].lower() for what in WHAT[measure])
        bare = found["what"].lower() in [what.lower() for what in WHAT[measure]]
        assert bare != is_filtered(read), read.title
        sound = {name: value for name, value, is_doubtful in rows if not is_doubtful}
        moving = {name: value for name, value in sound.items() if value}
        assert (found["name"] is None) == (not moving), read.title
        if found["name"] is None:
            continue
        is_up = found["side"].strip() in ("added most", "拉升最多")
        extreme = max(sound.values()) if is_up else min(sound.values())
        assert sound[found["name"]] == extreme, read.title
        assert is_up == (max(sound.values()) > 0), read.title
        beyond = [v for _, v, d in rows if d and (v > extreme if is_up else v < extreme)]
        assert bool(found["apart"]) == bool(beyond), read.title


CHANGE = re.compile(
    r".+?(?:：|: )(?P<up>\d+) (?:个行业增加、|\w+ rose, )(?P<down>\d+) (?:个减少|fell)"
)
QUANTITY = "(?:终端能耗|直接排放)"
SHARE = re.compile(
    rf"(?P<name>[^：:]+?)(?: has the largest share of .+?: |占{QUANTITY}最多：)"
    rf"(?P<size>{read_back.NUMBER})%"
    rf"|(?:Of .+?, |.+?：)(?P<among>.+?)(?: has the largest share of .+?: |占{QUANTITY}最多（)"
    rf"(?P<part>{read_back.NUMBER})%(?: of all industry|）)"
    rf"|(?P<lone>.+?)(?:: |占全部工业{QUANTITY}的 )(?P<only>{read_back.NUMBER})%.*"
)
USES = r"(?: uses (?:most energy per value added: )?|能耗强度(?:最高，)?为 |能耗强度最高（)"
LEVEL = re.compile(
    rf"(?:Of .+?, |[^：]+?：)?(?P<name>.+?){USES}(?P<size>{read_back.NUMBER})(?:）| ?.+)"
)


def test_rankings_by_other_columns(data, divisions):
    for sort in ("change", "energy", "co2", "share", "intensity", "name"):
        for read in read_back.figures(data, "sector_ranking", {"sort": sort}, 4, ["sort"]):
            read_back.assert_plain(read)
            rows = listed(read)
            values = {name: value for name, value, _ in rows}
            if sort == "change" and len(rows) > 1:
                found = CHANGE.fullmatch(read.title)
                assert found, read.title
                counted = (sum(v > 0 for v in values.values()), sum(v < 0 for v in values.values()))
                assert (int(found["up"]), int(found["down"])) == counted, read.title
                assert "1 divisions" not in read.title
                assert "1 industries" not in read.title
            elif sort == "intensity":
                found = LEVEL.fullmatch(read.title)
                assert found, read.title
                assert values[found["name"]] == max(values.values()), read.title
                assert abs(float(found["size"]) - values[found["name"]]) <= 0.005 + 1e-9
            elif sort != "change":
                found = SHARE.fullmatch(read.title)
                assert found, read.title
                name = found["name"] or found["among"] or found["lone"]
                assert values[name] == max(values.values()), read.title
                size = found["size"] or found["part"] or found["only"]
                assert read_back.is_size(size, share(data, read, sort, name)), read.title
                assert bool(found["size"]) == (not is_filtered(read) and len(rows) > 1), read.title


def share(data, read, sort, name):
    """Return the share of a row, from the table of all divisions or plan industries."""
    measure = sort if sort in ("energy", "co2") else read.chosen.one("measure")
    given = tuple((key, read.chosen.one(key)) for key in ("measure", "group", "year"))
    chosen = registry.chosen(data, registry.PAGE_OF["sector_table"], registry.raw(given))
    table = registry.figure(data, "sector_table", chosen, Speaker(read.lang)).table
    names = [cell.value for cell in table.column("sector").cells]
    return table.column(f"{measure}_share").cells[names.index(name)].value


def test_what_is_listed_stands_in_title_or_subtitle(data):
    for name in ("sector_ranking", "sector_table"):
        for read in read_back.figures(data, name):
            words = ("六大", "碳市场", "所选", "行业", "chosen", "plan", "six", "carbon market")
            assert any(one in read.figure.subtitle for one in words) == is_filtered(read)
            assert read.chosen.one("year") in read.figure.subtitle or (
                read.chosen.one("sort") == "intensity" and "2020" in read.figure.subtitle
            )
            read_back.assert_plain(read)


SCATTER = re.compile(
    r"(?:[^：:]+?(?:：|: ))?(?:排放增加的行业占直接排放 |Sectors whose CO₂ rose since 2020 emit )"
    rf"[<>]?(?P<share>{read_back.NUMBER})%(?: of it)?"
    r"|(?P<none>.*(?:没有行业的直接排放增加|No sector’s CO₂ rose since 2020))"
)


def test_the_circles_tell_what_part_of_co2_is_that_of_risers(data, cells, ends, code_of):
    """Both changes and the share of those that rose are reckoned anew from the cells."""
    for read in read_back.figures(data, "sector_scatter", together=12):
        read_back.assert_plain(read)
        year, group = int(read.chosen.one("year")), read.chosen.one("group")
        names = [cell.value for cell in read.cells("sector")]
        changes, amounts = {}, {}
        for name in names:
            codes = code_of[read.lang, group][name]
            for measure in ("energy", "co2"):
                start, end = ends(tuple(codes), measure, year)
                changes[measure, name] = end / start - 1
            own = cells[cells["sector_code"].isin(codes) & (cells["year"] == year)]
            amounts[name] = own["co2_t"].sum()
        for measure in ("energy", "co2"):
            for name, cell in zip(names, read.cells(f"{measure}_change"), strict=True):
                assert cell.value == pytest.approx(changes[measure, name]), (read.title, name)
        if len(names) == 1:
            found = ONE.fullmatch(read.title)
            assert found, read.title
            assert read_back.agrees(found, changes["co2", names[0]]), read.title
            continue
        found, up = SCATTER.fullmatch(read.title), [n for n in names if changes["co2", n] > 0]
        assert found, read.title
        assert bool(found["none"]) == (not up), read.title
        if up:
            part = sum(amounts[name] for name in up) / sum(amounts.values())
            assert read_back.is_size(found["share"], part), (read.title, part)


PATH = re.compile(
    r"(?P<name>.+?)(?P<mark>※?)(?:: |：)(?:(?P<zhyear>\d{4}) 年)?"
    r"(?P<what>energy intensity|CO₂ intensity|能耗强度|碳排放强度"
    r"|final energy|direct CO₂|终端能耗|直接排放)"
    rf"(?: |比 2020 年){read_back.MOVED}(?: by (?P<year>\d{{4}}) against 2020)?"
)


def test_the_path_of_a_division_ends_in_the_chosen_year(data, divisions):
    for read in read_back.figures(data, "sector_path"):
        read_back.assert_plain(read)
        found, one = PATH.fullmatch(read.title), read.chosen.one
        assert found, read.title
        code, measure, year = one("sector"), one("measure"), int(one("year"))
        assert found["name"] == divisions[f"short_{read.lang}"][code]
        assert int(found["year"] or found["zhyear"]) == year
        keys = [column.head.key for column in read.figure.table.columns]
        key = "quantity" if "quantity" in keys else "intensity"
        assert (key == "quantity") == (found["what"] in WHAT[measure]), read.title
        points = {
            point.value: cell.value
            for point, cell in zip(read.cells("year"), read.cells(key), strict=True)
            if cell.value is not None
        }
        assert max(points) == year
        assert read_back.agrees(found, points[year] / 100 - 1), read.title
        hanging = doubts.of_divisions(data, COLUMN[measure], year)
        assert bool(found["mark"]) == (code in hanging.index)
        if found["mark"]:
            place = region_names(data, read.lang)[hanging["region_code"][code]]
            assert any(note.startswith("※") and place in note for note in read.figure.notes)


LARGEST = re.compile(
    r"(?P<name>.+?)(?:终端能耗|直接排放|, final energy|, direct CO₂)(?:：|: )"
    r"(?:(?:数据完整的地区中|of the provinces with whole figures, )(?P<first>.+?)(?P<m1>※?)"
    r"(?:最多| has most)"
    r"|(?P<most>.+?)(?P<m2>※?)(?:最多，占 | has the largest share, )"
    rf"[<>]?(?P<share>{read_back.NUMBER})%)"
)


def test_the_largest_province_of_a_division_and_its_share(data, divisions):
    for read in read_back.figures(data, "sector_provinces"):
        read_back.assert_plain(read)
        found, one = LARGEST.fullmatch(read.title), read.chosen.one
        assert found, read.title
        assert found["name"] == divisions[f"short_{read.lang}"][one("sector")]
        regions, amounts = (read.cells(key) for key in ("region", "amount"))
        rows = {place.value: cell for place, cell in zip(regions, amounts, strict=True)}
        whole = {name: cell.value for name, cell in rows.items() if not cell.marks}
        named = found["first"] or found["most"]
        assert whole[named] == max(whole.values()), read.title
        is_partial = (one("measure"), one("sector"), one("year")) == ("co2", "30", "2022")
        assert (found["share"] is None) == is_partial == (len(whole) < len(rows)), read.title
        if found["share"]:
            assert read_back.is_size(found["share"], whole[named] / sum(whole.values())), read.title
        place = next(place for place in regions if place.value == named)
        assert bool(found["m1"] or found["m2"]) == ("doubtful" in place.marks), read.title
        marked = any("doubtful" in place.marks for place in regions)
        assert marked == any(note.startswith("※") for note in read.figure.notes)


FUELS = re.compile(
    r"(?P<name>.+?)(?:：(?P<zhyear>\d{4}) 年(?:终端能耗|直接排放)"
    rf"(?:中(?P<zhfuel>.+?)占 [<>]?(?P<zhshare>{read_back.NUMBER})%|已知部分中(?P<zhmost>.+?)最多)"
    rf"|: (?P<fuel>.+?) made up [<>]?(?P<share>{read_back.NUMBER})% of (?:final energy|direct CO₂)"
    r" in (?P<year>\d{4})"
    r"|: of the (?:final energy|direct CO₂) known for (?P<pyear>\d{4}), (?P<most>.+?)"
    r" made up most)"
)


def test_the_largest_group_of_fuels_and_its_share(data, divisions):
    for read in read_back.figures(data, "sector_fuels"):
        read_back.assert_plain(read)
        found = FUELS.fullmatch(read.title)
        assert found, read.title
        given, code = found.groupdict(), read.chosen.one("sector")
        assert found["name"] == divisions[f"short_{read.lang}"][code]
        last = {
            column.head.label: column.cells[-1].value or 0.0
            for column in read.figure.table.columns
            if column.head.key in ("coal", "oil", "gas", "electricity", "heat", "other", "process")
        }
        most = given["zhfuel"] or given["fuel"] or given["zhmost"] or given["most"]
        assert last[most] == max(last.values())
        size = given["zhshare"] or given["share"]
        assert (size is None) == (code == "30" and read.chosen.one("measure") == "co2")
        assert size is None or read_back.is_size(size, last[most] / sum(last.values())), read.title


def test_the_doubts_are_those_of_the_rule(data, cells):
    """A second reckoning of the rule, province by province, for both years and measures."""
    for measure, column in COLUMN.items():
        for year in (2021, 2022):
            found = doubts.of_divisions(data, column, year)
            expected = {}
            for code, own in cells[cells["year"] <= year].groupby("sector_code"):
                if measure == "co2":
                    faulty = set(own[own["co2_withheld_cells"] > 0]["region_code"])
                    out = own["region_code"].isin(faulty)
                    own = own.assign(co2_t=own["co2_t"].mask(out, own["co2_energy_t"]))
                two = pd.DataFrame(
                    {
                        y: own[own["year"] == y].set_index("region_code")[column]
                        for y in (2020, year)
                    }
                ).fillna(0)
                moves = two[year] - two[2020]
                place = moves.abs().idxmax()
                a, b = two.loc[place]
                rest = moves.sum() - moves[place]
                leapt = max(a, b) >= 2 * min(a, b)
                if leapt and (rest * moves.sum() <= 0 or abs(rest) < 0.5 * abs(moves.sum())):
                    expected[code] = place
            assert found["region_code"].to_dict() == expected

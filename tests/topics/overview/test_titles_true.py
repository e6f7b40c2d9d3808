"""Every title of the page Overview, read back, says what the rows of its figure say."""

import re

from carbonpeak.topics.overview import cards
from carbonpeak.words.speaker import Speaker
from tests.topics import read_back

GLIDE = re.compile(
    r"(?:Energy|CO₂) intensity (?P<points>\d+\.\d) points (?P<side>below|above) the path in "
    r"(?P<year>\d{4})"
    r"|(?P<zhyear>\d{4}) 年(?:能耗强度|碳排放强度)(?P<zhside>低于|高于)目标路径 "
    r"(?P<zhpoints>\d+\.\d) 个百分点"
)


def test_a_glide_path_tells_the_gap_of_its_last_year(data):
    for measure, key in (("energy", "official"), ("co2", "total")):
        for read in read_back.figures(data, f"glide_{measure}"):
            read_back.assert_plain(read)
            found = GLIDE.fullmatch(read.title)
            assert found, read.title
            columns = (read.cells(one) for one in ("year", "path", key))
            rows = [
                (year.value, path.value - own.value)
                for year, path, own in zip(*columns, strict=True)
                if own.value is not None
            ]
            year, below = rows[-1]
            assert int(found["year"] or found["zhyear"]) == year
            points = float(found["points"] or found["zhpoints"])
            assert abs(points - abs(below)) <= 0.05 + 1e-9, read.title
            assert points > 0
            assert (below > 0) == ((found["side"] or found["zhside"]) in ("below", "低于"))


WHAT = {"energy": ("inal energy", "终端能源"), "co2": ("irect CO₂", "二氧化碳直接排放")}
SHORT = {"energy": ("energy", "能耗"), "co2": ("CO₂", "排放")}
ENDS = {
    "lagging_regions": re.compile(
        r"(?P<apart>Apart from doubtful ones \(※\), |存疑※除外：)"
        r"(?P<one>.+?)(?: is furthest above its path, |高于路径最多，)"
        r"(?P<two>.+?)(?: furthest below|低于路径最多)"
    ),
    "pulling_sectors": re.compile(
        r"(?P<one>.+?)(?: added most (?P<what>energy|CO₂), |(?P<zhwhat>能耗|排放)增加最多，)"
        r"(?P<two>.+?)(?: cut most|减少最多)"
    ),
}


def test_a_list_of_both_ends_names_its_first_and_last_row(data):
    for name, pattern in ENDS.items():
        for read in read_back.figures(data, name):
            read_back.assert_plain(read)
            found = pattern.fullmatch(read.title)
            assert found, read.title
            names, values = (list(column.cells) for column in read.figure.table.columns[:2])
            amounts = {one.value: cell.value for one, cell in zip(names, values, strict=True)}
            assert amounts[found["one"]] == max(amounts.values()) > 0
            assert amounts[found["two"]] == min(amounts.values()) < 0
            assert "※" in read.figure.subtitle
            measure = read.chosen.one("measure")
            assert [column.head.key for column in read.figure.table.columns][1] == measure
            assert any(one in read.figure.subtitle for one in WHAT[measure]), read.figure.subtitle
            said = found.groupdict().get("what") or found.groupdict().get("zhwhat")
            assert said in (None, *SHORT[measure]), read.title


def test_what_is_not_known_is_missing_in_the_rows(data):
    for read in read_back.figures(data, "known_after"):
        read_back.assert_plain(read)
        first = int(re.search(r"\d{4}", read.title)[0])
        table = read.figure.table
        for year in range(2021, 2026):
            industry = table.column(f"change_{year}").cells[0]
            assert (industry.value is None) == (year >= first), (read.title, year)


SENTENCE = re.compile(
    r"(?:by|By) (\d{4}) (energy|CO₂) intensity(?: \(independent estimate\))? (rose|fell) ([\d.]+)% "
    r"against 2020, (ahead of|behind) schedule; in the year itself it (rose|fell) ([\d.]+)%, "
    r"(ahead of|behind) schedule"
)


def test_the_first_sentence_holds_both_yardsticks_of_both_measures(data):
    targets = {"energy": 0.135, "CO₂": 0.18}
    figures = {"energy": ("glide_energy", "official"), "CO₂": ("glide_co2", "total")}
    found = SENTENCE.findall(cards.verdict(data, Speaker("en")))
    assert [one[1] for one in found] == ["energy", "CO₂"]
    for year, what, moved, size, pace, moved_in, size_in, pace_in in found:
        name, key = figures[what]
        figure = read_back.made(data, name, {}, "en")
        columns = (figure.cells(one) for one in ("year", key))
        index = {year.value: cell.value for year, cell in zip(*columns, strict=True)}
        whole = index[int(year)] / 100 - 1
        own = index[int(year)] / index[int(year) - 1] - 1
        due = (1 - targets[what]) ** ((int(year) - 2020) / 5) - 1
        due_in = (1 - targets[what]) ** (1 / 5) - 1
        for change, at, word, size_said, pace_said in (
            (whole, due, moved, size, pace),
            (own, due_in, moved_in, size_in, pace_in),
        ):
            assert (word == "fell") == (change < 0)
            assert read_back.is_size(size_said, change)
            assert (pace_said == "ahead of") == (change <= at)

"""Every title of the page Latest read back by its own patterns and held against typed rows.

The age in the title of the newest values is held against the column of ages; the title of one
series against its last row, its change against the values of the query; the sector that added most
against the years that repeat no other.
"""

import re

import pytest

from carbonpeak.domain import monthly
from tests.topics.read_back import every, figures, is_number, read_by

PERIOD = {
    "zh": r"(?P<year>\d{4}) 年 (?:(?P<pair>1—2)|(?P<month>\d+)) 月",
    "en": r"(?P<year>\d{4})-(?:(?P<pair>01/02)|(?P<month>\d\d))",
}
MOVED = {
    "zh": r"(?P<side>增长|上升|下降|持平)(?: (?P<size>[\d.]+)%)?",
    "en": r"(?P<side>rose|fell|did not change)(?: (?P<size>[\d.]+)%)?",
}
SIGN = {"增长": 1, "上升": 1, "rose": 1, "下降": -1, "fell": -1, "持平": 0, "did not change": 0}
VALUES = {
    "zh": rf"最新月份为 {PERIOD['zh']}，距今 (?P<age>\d+) 个月|最新月份为本月（.+）",
    "en": rf"The newest month is (?:{PERIOD['en']}, (?P<age>\d+) months? ago|this one.*)",
}
SERIES = {
    "zh": rf"{PERIOD['zh']}(?P<name>.+?)(?:同比{MOVED['zh']}|为 [\d,.]+ .+)",
    "en": rf"(?P<name>.+?) {MOVED['en']} on the year in {PERIOD['en']}",
}
SMALL = {
    "zh": r"(?P<rose>\d+) 项指标同比上升，(?P<fell>\d+) 项下降",
    "en": r"On the year (?P<rose>\d+) series are up and (?P<fell>\d+) down",
}
MEANING = {
    "zh": r"(?P<count>\d+) 项月度指标均不能判断年度目标",
    "en": r"None of the (?P<count>\d+) series can judge a yearly target",
}
DUE = {
    "zh": r"(?P<late>\d+) 项指标有已结束而未收录的时期|各指标均无已结束而未收录的时期",
    "en": r"(?:(?P<late>\d+) series lack periods|No series lacks a period) that ha(?:ve|s) ended",
}
TARGETS = {
    "zh": r"以 (?P<base>\d{4}) 年为基期的目标共 (?P<count>\d+) 项",
    "en": r"Targets measured against (?P<base>\d{4}): (?P<count>\d+)",
}
YEARS = r"(?P<first>\d{{4}}){}(?P<last>\d{{4}})"
ESTIMATE = {
    "zh": rf"{YEARS.format('—')} 年，(?P<name>.+)排放增加最多（(?P<amount>[\d.]+) 亿吨）",
    "en": rf"(?P<name>.+) added most over {YEARS.format('-')} \((?P<amount>[\d,]+) Mt\)",
}
FIGURES = (
    "latest_values",
    "latest_small",
    "latest_series",
    "latest_meaning",
    "latest_due",
    "latest_targets",
    "latest_estimate",
)


def period_of(found):
    """Return the period that a title names, as the tables have it."""
    month = "01/02" if found["pair"] else f"{int(found['month']):02d}"
    return f"{found['year']}-{month}"


def newest_values(claims, read, found, data):
    months = [value.replace("01/", "") for value in read.values("period")]
    ages = read.values("age")
    if found["year"] is None:
        claims.that(min(ages) == 0, f"not this month: {read.said}")
        return
    claims.that(period_of(found) == max(months), f"not the newest: {read.said}")
    claims.that(int(found["age"]) == min(ages), f"not its age: {read.said}")


def one_series(claims, read, found, data):
    last = read.rows[-1]
    claims.that(period_of(found) == last["period"].value, f"not the last: {read.said}")
    if found["side"] is None:
        return
    series = read.codes.get("series", "value_added_growth")
    rows = data.ask("monthly__series", series_codes=[series]).set_index("month")
    own = rows.iloc[-1]
    if own["unit"] == "%":
        change = own["value"]
    elif own["change_on_year_pct"] == own["change_on_year_pct"]:
        change = own["change_on_year_pct"]
    else:
        year, month = own.name.split("-")
        change = 100 * (own["value"] / rows["value"][f"{int(year) - 1}-{month}"] - 1)
    side = SIGN[found["side"]]
    claims.that(side * change > 0 or (side == 0 and abs(change) < 0.05), f"side: {read.said}")
    if side:
        claims.that(is_number(found["size"], abs(change)), f"size: {read.said}")


def small_lines(claims, read, found, data):
    changes = read.values("change")
    claims.that(int(found["rose"]) == sum(one > 0 for one in changes), f"up: {read.said}")
    claims.that(int(found["fell"]) == sum(one < 0 for one in changes), f"down: {read.said}")
    since = read.codes.get("since", "2021")
    claims.that(min(read.values("first"))[:4] >= since, f"before {since}: {read.said}")
    claims.that(since in read.figure.subtitle, f"no {since} in the subtitle: {read.said}")


def meaning(claims, read, found, data):
    claims.that(int(found["count"]) == len(read.rows), f"count: {read.said}")


def due(claims, read, found, data):
    late = sum(value > 0 for value in read.values("ended"))
    claims.that(int(found["late"] or 0) == late, f"late: {read.said}")


def targets(claims, read, found, data):
    claims.that(int(found["count"]) == len(read.rows), f"count: {read.said}")
    claims.that(all(year > int(found["base"]) for year in read.values("due")), read.said)


def estimate(claims, read, found, data):
    heads = {column.head.label: column.head.key for column in read.figure.table.columns}
    rows = {row["year"].value: row for row in read.rows}
    first, last = rows[int(found["first"])], rows[int(found["last"])]
    sectors = [key for key in first if key != "year"]
    changes = {key: last[key].value - first[key].value for key in sectors}
    best = max(changes, key=changes.get)
    claims.that(heads[found["name"]] == best, f"not the most: {read.said}")
    scale, digits = (1e8, 2) if read.lang == "zh" else (1e6, 0)
    claims.that(is_number(found["amount"], changes[best] / scale, digits), f"size: {read.said}")
    sound = [year for year, row in rows.items() if not any(row[key].marks for key in sectors)]
    claims.that(int(found["last"]) == max(sound), f"not the last sound year: {read.said}")


READ = {
    "latest_values": (VALUES, newest_values),
    "latest_small": (SMALL, small_lines),
    "latest_series": (SERIES, one_series),
    "latest_meaning": (MEANING, meaning),
    "latest_due": (DUE, due),
    "latest_targets": (TARGETS, targets),
    "latest_estimate": (ESTIMATE, estimate),
}


@pytest.mark.parametrize("name", FIGURES)
def test_titles_say_what_their_rows_say(data, name):
    claims = read_by(figures(data, name, together=20), *READ[name], data)
    assert claims.made > 0
    assert claims.false == [], f"{len(claims.false)} of {claims.made}"


def test_no_title_of_months_speaks_of_a_year_or_a_target_reached(data):
    for name in FIGURES[:3]:
        for read in figures(data, name, together=0):
            assert not re.search("全年|完成|达标|for the year|target is|reached", read.figure.title)


def test_a_row_says_the_standing_of_its_change_and_no_number_twice(data):
    newest = monthly.newest(data)
    for read in every(data, "latest_values", [{}]):
        for row in read.rows:
            code = row["series"].value
            assert row["change_standing"].value == newest["change_standing"][code]
            assert (row["change"].value is None) == (code in monthly.CHANGES)

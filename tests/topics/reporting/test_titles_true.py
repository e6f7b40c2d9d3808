"""The titles of the page Reporting units read back and held against their typed rows.

On the made example: some thirty companies in all states, read for every place, year and company.
"""

import re
from collections import Counter

import pytest
from sqlalchemy import URL

from carbonpeak.charts.style import FONT_SIZE
from carbonpeak.data import asked as hearing
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.reporting import example
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import open_store
from carbonpeak.topics import registry
from carbonpeak.topics.reporting import company, disclosed, labels, lines, waiting
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.topics.reporting.late import late as lateness
from carbonpeak.topics.reporting.page import PAGE
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.widths import width
from tests.topics.read_back import NUMBER, Claims, every, plainly

DAY = "2026-06-30"
CHOSEN = {"day": DAY, "year": 2025, "region": "", "sector": "", "by": "region"} | {
    "stage": "submitted",
    "order": "days",
}
ANYONE = Actor("Anyone", frozenset({"editor", "verifier", "administrator"}), None, None)
YEAR = r"(?P<year>\d{4})"
AMONG = {"zh": r"(?P<among>（[^）]+）)?", "en": r"(?P<among> \([^)]+\))?"}
N = r"(?P<{0}>[\d,]+)"
D = r"(?P<{0}>\d+)"
AMOUNT = rf"(?P<amount>{NUMBER}) (?P<unit>亿吨|万吨|吨|Mt|kt|t)"
PER = {"亿吨": 1e8, "万吨": 1e4, "吨": 1.0, "Mt": 1e6, "kt": 1e3, "t": 1.0}
NAME = "(?P<name>.+)"
STAGES = {"已提交": "submitted", "已核查": "verified", "已公开": "disclosed"}
IN_REVIEW = {"submitted", "document_review", "site_visit", "findings_open", "corrected", "appealed"}
PATTERNS = {
    "reporting_completeness": (
        rf"{YEAR} 年度(?:应报 {N.format('due')} 个单位，{N.format('count')} 个(?P<stage>\S+)"
        "|没有应报单位)",
        rf"(?:Units (?P<stage>\w+) for {YEAR}: {N.format('count')} of {N.format('due')}"
        r"|No unit must report for \d{4})",
    ),
    "reporting_states": (
        rf"{YEAR}(?: 年度)?{AMONG['zh']}应报 {N.format('due')} 个，{N.format('count')} 个在办理中",
        rf"Reports for {YEAR} under way: {N.format('count')} of {N.format('due')}{AMONG['en']}",
    ),
    "reporting_overdue": (
        rf"{YEAR}(?: 年度)?{AMONG['zh']}逾期 {N.format('overdue')} 个、迟报 {N.format('late')} 个",
        rf"Reports for {YEAR}: {N.format('overdue')} overdue, {N.format('late')} late{AMONG['en']}",
    ),
    "reporting_emissions": (
        rf"{YEAR}(?: 年度)?{AMONG['zh']}报告 {N.format('count')} 份，合计 {AMOUNT}",
        rf"Reports for {YEAR}: {N.format('count')}, together {AMOUNT} of CO₂{AMONG['en']}",
    ),
    "reporting_verified": (
        rf"{YEAR} 年度经核查排放合计(?: {AMOUNT} CO₂|不予公布)",
        rf"(?:Verified emissions of {YEAR} add up to {AMOUNT} of CO₂"
        r"|The verified total for \d{4} is withheld)",
    ),
    "reporting_disclosed": (
        rf"{YEAR}(?: 年度)?{AMONG['zh']}公开 {N.format('count')} 份，合计 {AMOUNT}",
        rf"Disclosed for {YEAR}: {N.format('count')}, together {AMOUNT} of CO₂{AMONG['en']}",
    ),
    "reporting_company": (
        rf"{NAME}：报告 {N.format('count')} 份，已核查 {N.format('done')} 份",
        rf"{NAME}: reports {N.format('count')}, verified {N.format('done')}",
    ),
    "reporting_products": (
        rf"{NAME}：产品记录 {N.format('count')} 条",
        rf"{NAME}: product records {N.format('count')}",
    ),
    "reporting_findings": (
        rf"{NAME}：不符合项 {N.format('count')} 个，待整改 {N.format('open')} 个",
        rf"{NAME}: findings {N.format('count')}, open {N.format('open')}",
    ),
    "reporting_changes": (
        rf"{NAME}：办理 {N.format('count')} 次",
        rf"{NAME}: steps {N.format('count')}",
    ),
}
MADE = {"zh": "示例数据（虚构）", "en": "Made example"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The shipped tables with the made example."""
    file = tmp_path_factory.mktemp("store") / "store.sqlite"
    store = open_store(URL.create("sqlite", database=str(file)))
    tables = Warehouse(store=lambda: store.url)
    data = Dataset(tables, WHOLE)
    example.load(store, ANYONE, data)
    yield data
    tables.close()
    store.dispose()


def whole(text):
    return int(text.replace(",", ""))


def asked(data, name):
    """Return the choices that a figure is read with: places, divisions, years, companies."""
    base = {"day": DAY}
    number = data.records_number()
    if name.removeprefix("reporting_") in ("company", "products", "findings", "changes"):
        every_one = {"company": None, "text": None, "most": 99}
        rows = data.ask("reporting__companies", number=number, **every_one)
        return [{"company": one} for one in rows["company_id"]]
    years = [{"reported": one} for one in ("2023", "2024", "2025")]
    if name == "reporting_completeness":
        return [
            {**base, **year, "by": by, "stage": stage}
            for year in years
            for by in ("region", "sector")
            for stage in STAGES.values()
        ]
    if name == "reporting_verified":
        return [{**year, "by": by} for year in years for by in ("region", "sector")]
    places = [one for one in data.ask("regions__all")["region_code"] if one != "000000"]
    among = [{}, {"sector": "36-37"}, {"sector": "31"}]
    among += [{"region": one, "sector": "36-37"} for one in places[::4]]
    on = base if name == "reporting_overdue" else {}
    some = [{**on, **year, **one} for year in years[1:] for one in among]
    return some + [{**on, **years[-1], "region": one} for one in places]


def names(data, lang):
    regions, sectors = data.ask("regions__all"), data.ask("sectors__all")
    return dict(zip(regions["region_code"], regions[f"name_{lang}"], strict=True)) | dict(
        zip(sectors["sector_code"], sectors[f"short_{lang}"], strict=True)
    )


def check(claims, data, read, found):
    said = {key: value for key, value in found.groupdict().items() if value is not None}
    codes = read.codes
    if "year" in said:
        claims.that(said["year"] == codes["reported"], f"year: {read.said}")
    filters = [codes[one] for one in ("region", "sector") if one in codes]
    named = [names(data, read.lang)[code] for code in filters]
    if named and "among" in found.re.groupindex:
        claims.that(all(one in said.get("among", "") for one in named), f"among: {read.said}")
    claims.that(MADE[read.lang] in read.figure.subtitle, f"made: {read.said}")
    claims.that(MADE[read.lang] in read.figure.notes[0], f"made note: {read.said}")
    CHECKS[read.name](claims, read, said)


def completeness(claims, read, said):
    own = [row for row in read.rows if str(row["year"].value) == read.codes["reported"]]
    stage = read.codes["stage"]
    claims.that(STAGES.get(said["stage"], said["stage"]) == stage, f"stage: {read.said}")
    claims.that(whole(said["due"]) == sum(row["units"].value for row in own), read.said)
    claims.that(whole(said["count"]) == sum(row[stage].value for row in own), read.said)
    for row in own:
        claims.that(row[stage].value <= row["units"].value, f"more than due: {read.said}")


def states(claims, read, said):
    count = {row["state"].value: row["units"].value for row in read.rows}
    claims.that(whole(said["due"]) == sum(count.values()), read.said)
    under_way = sum(value for state, value in count.items() if state in IN_REVIEW)
    claims.that(whole(said["count"]) == under_way, read.said)


def late(claims, read, said):
    kinds = Counter(read.values("kind"))
    claims.that(whole(said["overdue"]) == kinds["overdue"], read.said)
    claims.that(whole(said["late"]) == kinds["late"], read.said)
    claims.that(all(one > 0 for one in read.values("days")), f"days: {read.said}")


def is_amount(said, total):
    return (
        abs(float(said["amount"].replace(",", "")) * PER[said["unit"]] - total)
        <= (0.0051 if PER[said["unit"]] > 1 else 0.51) * PER[said["unit"]]
    )


def summed(claims, read, said):
    claims.that(whole(said["count"]) == len(read.rows), read.said)
    claims.that(is_amount(said, sum(read.values("co2_t"))), f"sum: {read.said}")


def verified(claims, read, said):
    *own, total = read.rows
    is_withheld = total["co2_t"].missing == "suppressed"
    claims.that(("amount" not in said) == is_withheld, f"withheld: {read.said}")
    if not is_withheld:
        claims.that(is_amount(said, total["co2_t"].value), f"sum: {read.said}")
    hidden = [row for row in own if row["co2_t"].missing]
    claims.that(len(hidden) != 1 or is_withheld, f"follows by subtraction: {read.said}")


def reports(claims, read, said):
    claims.that(whole(said["count"]) == len(read.rows), read.said)
    done = sum(one in ("verified", "disclosed") for one in read.values("state"))
    claims.that(whole(said["done"]) == done, read.said)


def counted(claims, read, said):
    claims.that(whole(said["count"]) == len(read.rows), read.said)
    if "open" in said:
        is_open = sum(one == "open" for one in read.values("outcome"))
        claims.that(whole(said["open"]) == is_open, read.said)


CHECKS = {
    "reporting_completeness": completeness,
    "reporting_states": states,
    "reporting_overdue": late,
    "reporting_emissions": summed,
    "reporting_verified": verified,
    "reporting_disclosed": summed,
    "reporting_company": reports,
    "reporting_products": counted,
    "reporting_findings": counted,
    "reporting_changes": counted,
}


@pytest.mark.parametrize("name", PATTERNS)
def test_titles_say_what_their_rows_say(made, name):
    claims, patterns = Claims(), dict(zip(("zh", "en"), PATTERNS[name], strict=True))
    for read in every(made, name, asked(made, name)):
        plainly(claims, read)
        found = re.fullmatch(patterns[read.lang], read.title)
        if claims.that(found, f"unread: {read.said}"):
            check(claims, made, read, found)
    assert claims.false == []
    assert claims.made >= 18


def test_the_public_counts_name_the_first_and_the_last(made):
    title = {
        "zh": rf"公开的汽车企业：{D.format('first')} 年 {D.format('before')} 家，"
        rf"{D.format('last')} 年 {D.format('after')} 家",
        "en": rf"Vehicle makers in public: {D.format('before')} in {D.format('first')}, "
        rf"{D.format('after')} in {D.format('last')}",
    }
    for read in every(made, "reporting_public_counts", [{}]):
        found = re.fullmatch(title[read.lang], read.title)
        own = [row for row in read.rows if row["item"].value == "makers"]
        ends = [(row["date"].value[:4], str(int(row["count"].value))) for row in (own[0], own[-1])]
        assert ends == [(found["first"], found["before"]), (found["last"], found["after"])]
        assert MADE[read.lang] not in read.figure.subtitle


def test_charts_are_drawn_when_they_are_read_and_ask_for_nothing(made):
    drawn = []
    for name, spec in registry.FIGURES.items():
        if registry.PAGE_OF[name] is not PAGE:
            continue
        given = registry.chosen(made, PAGE, {"reported": ["2025"]})
        found = spec.build(made, given.typed_for(spec), Speaker("zh"))
        if found is None or found.is_table:
            continue
        assert found.drawing._drawn is None, name
        with hearing.listening() as heard:
            marks = [one.text for one in found.chart.layout.annotations]
        assert heard == {}, name
        assert (f"<b>{MADE['zh']}</b>" in marks) == (name != "reporting_public_counts"), name
        drawn.append(name)
    assert len(drawn) == 5


CHINESE = re.compile("[\u4e00-\u9fff]")
OTHER = {"en": CHINESE, "zh": re.compile("Example|natural gas|bought")}


@pytest.mark.parametrize("lang", OTHER)
def test_each_view_has_what_the_example_says_in_its_own_language(made, lang):
    tell, number = Speaker(lang), made.records_number()
    asked_on = {**CHOSEN, "number": number, "company": "made-06"}
    texts = [
        cell.text
        for what in (company.reports, company.findings, company.changes, disclosed.disclosed)
        for column in what(made, ReportingChoices(**asked_on), tell).table.columns
        for cell in column.cells
    ]
    for one in waiting.LISTS:
        listed = waiting.rows(made, one, ReportingChoices(**asked_on)).to_dict("records")
        texts += [said(row, tell) for row in listed for said in (waiting.title, waiting.said)]
    every_line = lines.told(made, number, "made-06-1.2025", tell)
    texts += every_line.astype(str).to_numpy().ravel().tolist()
    assert len(every_line) == 4
    assert [one for one in texts if OTHER[lang].search(one)] == []


def test_what_a_person_typed_is_never_taken_apart():
    assert labels.typed("示例填报人 / Example editor", Speaker("en")) == "Example editor"
    assert labels.typed("示例填报人 / 李", Speaker("en")) == "示例填报人 / 李"


# What names, bars and labels have on a screen of 390 pixels, and what is left between them.
CHART_PX, GAP_PX = 343, 4


@pytest.mark.parametrize("lang", OTHER)
def test_how_late_a_report_is_stands_whole_beside_its_bar_on_a_telephone(made, lang):
    given = {**CHOSEN, "day": "2026-11-30", "number": made.records_number(), "company": ""}
    chart = lateness(made, ReportingChoices(**given), Speaker(lang)).chart
    [bar], (_, end) = chart.data, chart.layout.xaxis.range
    plot_px = CHART_PX - FONT_SIZE * max(map(width, chart.layout.yaxis.ticktext))
    reach = [
        plot_px * days / end + GAP_PX + FONT_SIZE * width(text)
        for days, text in zip(bar.x, bar.text, strict=True)
    ]
    assert max(bar.x) == 244
    assert max(reach) <= plot_px

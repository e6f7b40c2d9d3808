"""What the report templates say: that it agrees with their figures, and that nothing is missing."""

import io
import re
from dataclasses import replace

import pptx
import pytest
from pypdf import PdfReader

from carbonpeak.charts.marked import MARK
from carbonpeak.domain import power
from carbonpeak.domain.view import View, region_names
from carbonpeak.export.lookup import FigureError, printable
from carbonpeak.export.report import (
    answers,
    background,
    chapters,
    layout,
    region_sentences,
    sentences,
    slides,
)
from carbonpeak.export.report.document import (
    CardRow,
    FigureBlock,
    Heading,
    PairBlock,
    Paragraph,
    TableBlock,
)
from carbonpeak.export.report.draft import beyond_title, draft, numbered, sources
from carbonpeak.export.report.templates import TEMPLATES, chosen
from carbonpeak.export.report.yearly import yearly
from carbonpeak.thresholds import BASE_YEAR, HORIZON, TARGET_YEAR
from carbonpeak.topics.drivers import notes as driver_notes
from carbonpeak.topics.drivers.question import usual_question
from carbonpeak.topics.methods.tables import validation
from carbonpeak.topics.outlook import labels as projection_words
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion
from carbonpeak.topics.overview import cards, known
from carbonpeak.topics.peak import series as peak_series
from carbonpeak.topics.regions import province as region
from carbonpeak.topics.regions import provinces as regions
from carbonpeak.words import say
from carbonpeak.words.speaker import Speaker
from tests.altered_data import AlteredData
from tests.export import samples

HEBEI, SHANXI, JILIN, JIANGXI, SHANDONG, TIBET = (
    "130000",
    "140000",
    "220000",
    "360000",
    "370000",
    "540000",
)
PLACES = ("", HEBEI, JIANGXI, SHANDONG, TIBET)
NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
# The rule's years, which a sentence may name without a figure.
YEARS = {str(year) for year in range(BASE_YEAR, HORIZON + 1)}


def by_chapter(report):
    """Return the blocks of a report by chapter; what stands before the first heading is one too."""
    found = [[]]
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append([])
        found[-1].append(block)
    return [blocks for blocks in found if blocks]


def paragraphs(blocks):
    return [block.whole for block in blocks if isinstance(block, Paragraph)]


def printables(blocks):
    found = []
    for block in blocks:
        if isinstance(block, PairBlock):
            found += block.printables
        elif isinstance(block, FigureBlock | TableBlock):
            found.append(block.printable)
    return found


def figures(blocks):
    return [one.passport.figure for one in printables(blocks)]


def shown(blocks):
    """Return every text of the figures and cards of a chapter."""
    for one in printables(blocks):
        figure = one.figure
        yield from (figure.title, figure.subtitle, figure.alt, *figure.notes)
        yield from map(str, figure.table.texts().columns)
        yield from map(str, figure.table.texts().to_numpy().ravel())
    for block in blocks:
        if isinstance(block, CardRow):
            for card in block.cards:
                yield from (card.name, card.value, card.since, card.small, *card.lines)


def numbers(text):
    return set(NUMBER.findall(text))


def pages_own(data, place, lang):
    """Return the sentences that stand on pages as well and have tests of their own there."""
    yield from known.after_last_year(data, Speaker(lang))
    yield from known.sureness(data, Speaker(lang))
    yield validation(data, Speaker(lang))[0]
    yield cards.verdict(data, Speaker(lang))
    yield regions.own_targets(data, "energy", Speaker(lang))
    where = {"region_code": place} if place else {}
    for measure in ("energy", "co2"):
        yield from projection_words.remarks(
            data, ProjectionQuestion(measure, **where), Speaker(lang)
        )
        if place:
            yield from region.remarks(
                data, View(measure, year=data.last_year), place, Speaker(lang)
            )
            asked = usual_question(data, measure, region_code=place)
            yield driver_notes.refused(data, asked, "additive", Speaker(lang))
            yield driver_notes.narrowed(data, asked, Speaker(lang))[1]


def is_of_places(block, tell):
    """Return whether a block is the sentence of a brief that names provinces and sectors."""
    heads = (tell("answer.places"), tell("answer.rank"))
    return isinstance(block, Paragraph) and block.bold in heads


def unproved(data, report, place):
    """Return the numbers of sentences that no figure, table or card of their chapter holds."""
    made = draft(data, place, Speaker(report.lang))
    own = {
        *pages_own(data, place, report.lang),
        *paragraphs(background.faults(made)),
        *paragraphs(background.methods(made)),
        # Held to the rows that they are made from by tests of their own below.
        *paragraphs(answers.all_three(made)),
        *paragraphs(one for one in report.blocks if is_of_places(one, made.tell)),
    }
    if place:
        last = {"year": data.last_year}
        views = (View(**last), View("co2", **last), View("co2", "energy_related", **last))
        own |= {region_sentences.rank(made, view) for view in views}
    else:
        own.add(sentences.plan_industries(made))
    for blocks in by_chapter(report):
        there = numbers(" ".join(shown(blocks))) | YEARS
        for text in paragraphs(blocks):
            missing = set() if text in own else numbers(text) - there
            if missing:
                yield text, missing


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_number_of_a_sentence_stands_in_a_figure_of_its_chapter(
    data, made, template, place, lang
):
    assert list(unproved(data, made(template, place, lang), place)) == []


def changed(data, query, column, factor, **where):
    """Return the same tables with one column of one query changed in some rows."""

    def change(name, rows):
        if name == query:
            mask = rows["year"] == 2022
            for key, value in where.items():
                mask &= rows[key] == value
            rows.loc[mask, column] = rows.loc[mask, column] * factor
        return rows

    return AlteredData(data, change)


@pytest.mark.parametrize(
    ("place", "query", "column", "where"),
    [
        ("", "nation__yearly", "co2_t", {}),
        (HEBEI, "regions__yearly", "energy_tce", {"region_code": HEBEI}),
    ],
)
def test_other_data_make_other_sentences_that_agree_as_well(
    data, made, place, query, column, where
):
    other = changed(data, query, column, 1.03, **where)
    report = TEMPLATES["brief"](other, place, Speaker("zh"))
    before, after = (paragraphs(one.blocks) for one in (made("brief", place, "zh"), report))
    assert before != after
    assert before[0] != after[0]
    assert list(unproved(other, report, place)) == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_chapter_says_something_in_one_language(made, place, lang):
    report = made("yearly", place, lang)
    for blocks in by_chapter(report):
        assert paragraphs(blocks) or printables(blocks), blocks[0]
    texts = [block.text for block in report.blocks if isinstance(block, Heading | Paragraph)]
    if lang == "en":
        assert not re.search(r"[\u4e00-\u9fff]", "".join(texts))
    foreign = set(re.findall(r"[A-Za-z]{2,}", "".join(texts))) if lang == "zh" else set()
    assert foreign <= {"CO", "GDP", "CEADs", "ln"}
    assert all(one.strip() == one and "{" not in one for one in texts)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_headings_are_counted_as_in_an_official_document(made, lang):
    texts = [one.text for one in made("yearly", "", lang).blocks if isinstance(one, Heading)]
    assert (
        texts[:2]
        == {
            "zh": ["一、要点", "二、总体进展"],
            "en": ["1 In short", "2 Where things stand"],
        }[lang]
    )
    assert {"zh": "（二）二氧化碳排放", "en": "6.2 CO₂"}[lang] in texts
    assert {"zh": "十四、方法要点", "en": "14 Methods in short"}[lang] in texts


def test_the_nation_has_two_names_and_no_other_code_passes(data):
    one, other = (TEMPLATES["brief"](data, code, Speaker("zh")) for code in ("", "000000"))
    assert paragraphs(one.blocks) == paragraphs(other.blocks)
    with pytest.raises(FigureError) as fault:
        TEMPLATES["yearly"](data, "999999", Speaker("zh"))
    assert fault.value.reason == "choice"


def test_the_yearly_report_of_the_nation_has_every_chapter(made):
    wanted = [
        set(),
        {"glide_energy", "glide_co2"},
        {"region_tiles", "region_table"},
        {"sector_ranking", "sector_table"},
        {"region_ranking", "lagging_regions"},
        {"driver_waterfall", "driver_years", "driver_members", "structure_waterfall"},
        {"peak_tiles", "peak_provinces", "peak_matrix", "peak_table"},
        {"nowcast", "per_gdp", "nowcast_methods", "projection_quantity", "sharing_ranking"},
        {"market_price", "market_years", "market_benchmarks", "market_exposure"},
        {"green_totals", "green_board", "green_goals"},
        {"latest_values", "latest_due"},
        {"known_after", "inventories"},
    ]
    found = by_chapter(made("yearly", "", "zh"))
    assert len(found) == 14
    for names, blocks in zip(wanted, found, strict=False):
        assert names <= set(figures(blocks))


def test_a_place_without_inventory_says_so_in_every_chapter(data, made):
    report = made("yearly", TIBET, "zh")
    texts = [paragraphs(blocks) for blocks in by_chapter(report)]
    name = region_names(data, "zh")[TIBET]
    missing = say("regions.no_inventory", "zh", name=name)
    assert texts[0] == [missing]
    assert region_sentences.rank(draft(data, TIBET, Speaker("zh")), View(year=2022)) in texts[2]
    assert texts[3] == [missing]
    asked = usual_question(data, region_code=TIBET)
    assert texts[4] == [driver_notes.refused(data, asked, "additive", Speaker("zh"))]
    assert peak_series.remark(data, TIBET, "all", Speaker("zh")) in texts[5]
    assert texts[6] == [missing]
    assert f"{name}数据暂缺，未纳入测算。" in texts[7]
    assert not {"region_path", "driver_waterfall", "peak_series"} & set(figures(report.blocks))


def test_a_province_without_split_says_so_where_sectors_would_stand(data, made):
    found = by_chapter(made("yearly", SHANDONG, "en"))
    missing = say("regions.no_split", "en", name="Shandong")
    assert missing in paragraphs(found[3])
    assert paragraphs(found[4]).count(missing) == 2
    assert "region_sectors" not in figures(found[3])
    assert "region_fuels" in figures(found[3])
    assert "driver_members" not in figures(found[4])


def test_a_province_with_withheld_cement_is_shown_without_it(data, made):
    found = by_chapter(made("yearly", JIANGXI, "zh"))
    paths = [one for one in printables(found[1]) if one.passport.figure == "region_path"]
    assert [dict(one.passport.choices)["basis"] for one in paths] == ["final", "energy_related"]
    assert any(text.startswith("江西水泥生产过程排放数据异常") for text in paragraphs(found[1]))
    drivers = [dict(one.passport.choices)["basis"] for one in printables(found[4])]
    assert set(drivers) == {"final", "energy_related"}
    quantities = {dict(one.passport.choices).get("quantity") for one in printables(found[6])}
    assert quantities == {"energy"}
    assert {dict(one.passport.choices)["goal"] for one in printables(found[7])} == {"energy2025"}


def test_shares_of_a_doubtful_province_are_no_judgement(made):
    blocks = by_chapter(made("yearly", HEBEI, "zh"))[6]
    assert not any(isinstance(block, CardRow) for block in blocks)
    assert any("不作为判断依据" in text for text in paragraphs(blocks))


@pytest.mark.parametrize("place", PLACES)
def test_sources_are_those_of_the_figures_each_once(data, made, place):
    report = made("yearly", place, "zh")
    ids = {code for one in printables(report.blocks) for code in one.figure.source_ids}
    rows = data.ask("sources__all").set_index("source_id").loc[sorted(ids)]
    assert {one.name for one in report.sources} == set(rows["name_zh"])
    assert len(set(report.sources)) == len(report.sources)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sources_are_cited_in_the_language_of_the_report(made, lang):
    # In Chinese the name of the source is its citation: of an English one the address is left.
    cited = {one.citation for one in made("yearly", HEBEI, lang).sources}
    words = {re.sub(r"https?://\S+", "", one).strip() for one in cited}
    foreign = {one for one in words if one and not re.search(r"[\u4e00-\u9fff]", one)}
    assert not foreign if lang == "zh" else len(foreign) > len(words) / 2


def test_a_report_is_the_same_every_time(data, made):
    again = TEMPLATES["yearly"](data, TIBET, Speaker("zh"))
    before = made("yearly", TIBET, "zh")
    assert paragraphs(again.blocks) == paragraphs(before.blocks)
    assert [one.passport for one in printables(again.blocks)] == [
        one.passport for one in printables(before.blocks)
    ]


def test_the_rank_counts_provinces_from_the_largest_fall(data, made):
    table = printable(data, "region_ranking", (), Speaker("zh")).figure.table.texts()
    known = table[table.iloc[:, 1].str.contains("%", regex=False)]
    place = known.iloc[:, 0].tolist().index("河北") + 1
    said = region_sentences.rank(draft(data, HEBEI, Speaker("zh")), View(year=2022))
    assert f"在有数据的 {len(known)} 个地区（含存疑地区）" in said
    assert f"居第 {place} 位" in said
    assert "下降 14.5%" in said
    assert "进展总体顺利（三级）" in said
    assert said in paragraphs(made("yearly", HEBEI, "zh").blocks)


def test_the_plan_s_industries_are_counted_by_their_rows(data):
    said = sentences.plan_industries(draft(data, "", Speaker("zh")))
    codes = (("measure", "co2"), ("group", "plan"))
    table = printable(data, "sector_table", codes, Speaker("zh")).figure.table.texts()
    changes = dict(zip(table["行业"], table["排放比 2020 年"], strict=True))
    up = [one for one in changes.values() if one.startswith("+")]
    assert f"所列 {len(changes)} 个重点行业" in said
    assert f"增长的有 {len(up)} 个" in said
    assert f"下降的有 {len(changes) - len(up)} 个" in said
    for name, change in changes.items():
        moved = f"{'增长' if change in up else '下降'} {change[1:]}"
        assert f"{name}{moved}" in said


def test_what_drivers_add_and_take_off_makes_the_change(data):
    said = sentences.driven(draft(data, "", Speaker("en")), usual_question(data))
    whole = float(re.search(r"rose ([0-9.]+)%", said)[1])
    parts = [
        float(points) if kind == "added" else -float(points)
        for kind, points in re.findall(r"(added|took off) ([0-9.]+) points", said)
    ]
    assert len(parts) == 3
    assert sum(parts) == pytest.approx(whole, abs=0.2)


def test_a_ranking_names_its_ends_and_no_doubtful_province(data):
    found = printable(data, "region_ranking", (), Speaker("zh"))
    said = sentences.ends(found)
    assert said.startswith("不计存疑地区，")
    assert found.figure.title not in said
    assert "天津（−18.3%）、河北（−14.5%）" in said
    assert "福建（+17.1%）、" in said
    doubtful = found.figure.table.texts()[
        found.figure.table.texts()["预警等级"].str.contains("※")
    ].iloc[:, 0]
    assert not any(f"{name}（" in said for name in doubtful)


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        (0.0231, "上升 2.3%", "rose 2.3%"),
        (-0.145, "下降 14.5%", "fell 14.5%"),
        (0.0, "持平", "did not change"),
    ],
)
def test_how_something_moved_is_said_in_words(change, zh, en):
    assert (sentences.moved(change, Speaker("zh")), sentences.moved(change, Speaker("en"))) == (
        zh,
        en,
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_report_ends_with_whose_calculation_it_is(made, template):
    for lang, words in (("zh", "不代表任何政府部门的统计"), ("en", "not an official statement")):
        report = made(template, "", lang)
        last = layout.source_line(report) if report.compact else report.blocks[-1].text
        assert words in last


def test_a_brief_of_co2_names_where_the_co2_is_from(data, made):
    """Its cards quote CO2, and no figure of it does."""
    names = data.ask("sources__all").set_index("source_id")["name_zh"]
    for place in ("", HEBEI):
        listed = [one.name for one in made("brief", place, "zh").sources]
        assert {names["ceads-co2"], names["reconstruction"]} <= set(listed)
        assert len(listed) == len(set(listed))


@pytest.mark.parametrize("place", ["", HEBEI])
def test_a_report_tells_why_over_the_years_of_the_targets(data, made, place):
    for template in TEMPLATES:
        blocks = made(template, place, "en").blocks
        said = [one for one in paragraphs(blocks) if " took off " in one and " points" in one]
        assert any(f"Over {BASE_YEAR}-{data.last_year}" in one for one in said)
        for one in printables(blocks):
            if one.passport.figure.startswith("driver_"):
                assert dict(one.passport.choices)["from"] == str(BASE_YEAR)


def test_a_doubtful_province_carries_its_mark_into_every_sentence_of_the_report(made):
    """Shanxi is first by its fall and past its target, and neither is a judgement."""
    for template in TEMPLATES:
        for text in paragraphs(made(template, SHANXI, "zh").blocks):
            if "降幅已达到" in text or "居第 1 位" in text or "需年均下降" in text:
                assert "存疑" in text
    cards = [
        card
        for one in made("brief", SHANXI, "zh").blocks
        if isinstance(one, CardRow)
        for card in one.cards
    ]
    assert not any("目标完成进度 3" in line for card in cards for line in card.lines)
    assert "数据存疑（※），目标完成进度不作判断" in cards[0].lines


def test_what_is_passed_is_no_longer_needed(data):
    made = draft(data, HEBEI, Speaker("en"))
    said = answers.takes(made, answers.stands(made)).bold
    assert (
        f"against the national target the cumulative fall of energy intensity is that of "
        f"{TARGET_YEAR} already" in said.replace("Against", "against")
    )
    assert "CO₂ intensity would have to fall by 0.92% a year in 2023-2025" in said
    made = draft(data, TIBET, Speaker("en"))
    none = answers.takes(made, answers.stands(made)).bold
    assert "what energy intensity still needs cannot be said" in none.lower()


@pytest.mark.parametrize("place", PLACES)
def test_a_brief_has_three_answers_cards_figures_and_names(made, place):
    report = made("brief", place, "zh")
    assert report.compact
    (row,) = [block for block in report.blocks if isinstance(block, CardRow)]
    assert len(row.cards) == 3
    assert len(printables(report.blocks)) == (1 if place == TIBET else 2)
    bold = [one.bold.partition("：")[0] for one in report.blocks if isinstance(one, Paragraph)]
    bold = [one for one in bold if one]
    if place != TIBET:
        assert bold[:4] == ["目标进度", "达峰状况", "尚需降幅", "变化原因"]
    assert bold[-1] == ("位次与行业" if place else "地区与行业")


def test_a_brief_is_one_page_of_paper(printed, in_full):
    """In English, which takes more room; with ``--in-full`` also in Chinese."""
    for place, lang in [("", "en"), (JILIN, "en"), (JILIN, "zh")][: 3 if in_full else 2]:
        pages = PdfReader(io.BytesIO(printed("brief", place, lang)[1])).pages
        assert len(pages) == 1
        assert [round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:]] == [210, 297]


def test_chosen_figures_stand_in_their_order_under_the_author_s_words(data):
    table = printable(data, "region_table", (), Speaker("zh"))
    chart = replace(printable(data, "nowcast", (), Speaker("zh")), own_title="<b>自拟</b>")
    report = chosen(data, [table, chart], " 我的报告 ", Speaker("zh"))
    assert report.title == "我的报告"
    answered = answers.all_three(draft(data, "", Speaker("zh")))
    assert report.blocks[1 : 1 + len(answered)] == answered
    rest = report.blocks[1 + len(answered) :]
    assert [type(block) for block in rest] == [
        *(Heading, TableBlock, Paragraph, FigureBlock, Paragraph),
    ]
    assert rest[2].text == beyond_title(chart)
    assert rest[3].printable.title == "<b>自拟</b>"
    assert report.sources == sources(data, report.blocks, Speaker("zh"))
    assert chosen(data, [], "", Speaker("zh")).title == "图表选编"


def test_chosen_figures_of_one_province_open_with_its_answers(data):
    path = printable(data, "region_path", (("region", HEBEI),), Speaker("zh"))
    other = printable(data, "region_path", (("region", SHANXI),), Speaker("zh"))
    of_hebei = answers.all_three(draft(data, HEBEI, Speaker("zh")))
    assert chosen(data, [path], "", Speaker("zh")).blocks[1:4] == of_hebei[:3]
    both = chosen(data, [path, other], "", Speaker("zh"))
    assert both.blocks[1:4] == answers.all_three(draft(data, "", Speaker("zh")))[:3]


def test_a_caption_is_not_said_again_before_its_figure(data, made):
    nowcast = printable(data, "nowcast", (), Speaker("en"))
    assert nowcast.figure.alt.startswith(nowcast.figure.title)
    assert nowcast.figure.alt.endswith(beyond_title(nowcast))
    for place, lang in (("", "zh"), ("", "en"), (HEBEI, "en")):
        report = made("yearly", place, lang)
        titles = {one.figure.title for one in printables(report.blocks)}
        for text in paragraphs(report.blocks):
            assert not any(title in text for title in titles), text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("place", ["", HEBEI, SHANXI, JILIN, "320000"])
def test_the_answers_agree_with_the_rows_that_the_figures_show(data, place, lang):
    """Every number of the first and third answer is one of the row it is about."""
    draft_ = draft(data, place, Speaker(lang))
    first, second, third = answers.all_three(draft_)[:3]
    for stand in answers.stands(draft_):
        row, due = stand.row, f"{-100 * stand.row['due']:.2f}"
        assert f"{float(due):.1f}%" in first.text or f"{due}%" in first.text
        words = {"zh": ("下降", "上升"), "en": ("fell", "rose")}[lang]
        said = f"{words[int(row['cumulative'] > 0)]} {abs(100 * row['cumulative']):.1f}%"
        assert said in first.text
        if row["rate_needed"] > 0:
            assert f"{100 * row['rate_needed']:.2f}%" in third.bold
        assert f"{words[int(row['change'] > 0)]} {abs(100 * row['change']):.1f}%" in third.text
        pace = Speaker(lang)(f"answer.verdict.{row['tier_schedule']}")
        assert pace in first.bold
        mark = Speaker(lang)("template.doubt")
        assert bool(row.get("is_doubtful", False)) <= (mark in first.bold)
    assert str(data.last_year) in second.text


def test_the_nation_s_peak_is_told_with_power_and_its_caveats(data):
    found = power.split(data)
    blocks = answers.all_three(draft(data, "", Speaker("en")))
    assert f"power and heat rose by {found.power_t / 1e6:,.0f} Mt" in blocks[1].text
    assert f"all other industry fell by {-found.other_t / 1e6:,.0f} Mt" in blocks[1].text
    assert blocks[3].small
    assert "Jilin and Jiangxi" in blocks[3].text
    assert "feedstock" in blocks[3].text


def test_bought_power_is_named_where_direct_co2_falls(data):
    (*_, caveats) = answers.all_three(draft(data, HEBEI, Speaker("en")))
    assert "Direct CO₂ leaves out bought power and heat" in caveats.text
    assert all(
        "leaves out bought" not in one.text
        for one in answers.all_three(draft(data, "320000", Speaker("en")))
    )


def test_a_province_is_outlined_in_every_figure_of_all(made):
    seen = set()
    for template in TEMPLATES:
        for one in printables(made(template, HEBEI, "zh").blocks):
            chart, name = one.figure.chart, one.passport.figure
            is_marked = chart and any(shape.name == MARK for shape in chart.layout.shapes)
            assert bool(is_marked) == ("粗框标出的是河北" in one.own_note)
            if is_marked:
                seen.add(name)
    assert seen == {"region_tiles", "region_ranking", "peak_tiles", "sharing_ranking"}
    assert not any(one.own_note for one in printables(made("yearly", "", "zh").blocks))


def test_chapters_are_left_out_by_name_and_empty_ones_are_none(data, made):
    whole = TEMPLATES["yearly"](data, TIBET, Speaker("en"))
    less = yearly(data, TIBET, Speaker("en"), without=("methods", "peak"))
    heads = [[b.text for b in one.blocks if isinstance(b, Heading)] for one in (whole, less)]
    assert "10 Methods in short" not in heads[1]
    assert len(heads[0]) - len(heads[1]) == 2
    assert [one.split()[0] for one in heads[1]] == [str(n) for n in range(1, len(heads[1]) + 1)]
    registered = {one.name for one in (*chapters.NATION, *chapters.REGION)}
    assert registered == {*chapters.NAMES, "summary"}


@pytest.mark.parametrize("place", PLACES)
def test_the_deck_has_about_twelve_slides_each_with_its_finding(made, place):
    report = made("yearly", place, "zh")
    deck = pptx.Presentation(io.BytesIO(slides.write(report, samples.png)))
    titles = [one.shapes.title.text_frame.text for one in deck.slides]
    assert (5 if place == TIBET else 11) <= len(titles) <= 15
    assert titles[1] == "要点"
    assert titles[-1].startswith("数据来源一览")
    assert len(set(titles)) == len(titles)


def test_chapters_without_sections_have_no_second_numbers():
    assert numbered([], Speaker("zh")) == ()

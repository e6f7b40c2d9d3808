"""The figures of Drivers say what their rows say, in both languages and both forms."""

import math
import re

import pytest

from carbonpeak.domain.view import provinces
from carbonpeak.topics.drivers import analysis as findings
from carbonpeak.topics.drivers import labels as driver_labels
from carbonpeak.topics.drivers import members as driver_members
from carbonpeak.topics.drivers import notes as driver_notes
from carbonpeak.topics.drivers import structure
from carbonpeak.topics.drivers import waterfall as drivers
from carbonpeak.topics.drivers import years as driver_years
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words import say
from carbonpeak.words.numbers import MINUS
from carbonpeak.words.speaker import Speaker

QUESTIONS = [
    Question(),
    Question(basis="with_transformation", first=2020, last=2021),
    Question("co2"),
    Question("co2", "energy_related", 2013, 2019),
    Question("co2", region_code="140000"),
    Question("energy", region_code="370000"),
    Question("co2", sector_code="30"),
    Question("energy", region_code="320000", sector_code="31"),
    Question("energy", region_code="110000", sector_code="16"),
]
FORMS = ("additive", "multiplicative")


def every(data, question, form, lang):
    yield drivers.waterfall(data, question, form, Speaker(lang))
    yield driver_years.yearly(data, question, form, Speaker(lang))
    for asked in ("region", "sector"):
        part = driver_members.part_of(question, asked)
        if part:
            yield driver_members.ranking(data, question, part, form, Speaker(lang))
            yield driver_members.everything(data, question, part, form, Speaker(lang))


def number(text):
    if text == "withheld":
        return 0.0
    return float(text.replace(MINUS, "-").replace("+", "").replace(",", "").rstrip("%"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_every_figure_is_whole(data, question, form, lang):
    if driver_notes.refused(data, question, form, Speaker(lang)):
        assert (form, question.sector_code) == ("multiplicative", "16")
        return
    known = set(data.ask("sources__all")["source_id"])
    shown = [one for one in every(data, question, form, lang) if one is not None]
    assert len(shown) >= 2
    for one in shown:
        assert one.title
        assert one.subtitle
        assert one.alt
        assert one.standings
        assert set(one.source_ids) <= known
        assert len(one.table.texts()) > 0
        assert not one.table.texts().isna().any().any()
        words = " ".join([one.title, one.subtitle, *one.notes])
        assert bool(re.search(r"[\u4e00-\u9fff]", words)) == (lang == "zh")


def test_the_title_says_the_change_and_its_two_largest_drivers(data):
    zh = drivers.waterfall(data, Question("co2"), "additive", Speaker("zh"))
    assert zh.title == "2015—2022 年工业二氧化碳 +20.1%：产出规模 +38.5、能耗强度 −17.0 个百分点"
    en = drivers.waterfall(data, Question("co2"), "additive", Speaker("en"))
    assert en.title == (
        "Industry: CO₂ +20.1% over 2015-2022; activity +38.5 points, intensity −17.0"
    )
    ratio = drivers.waterfall(data, Question("co2"), "multiplicative", Speaker("en"))
    assert ratio.title == "Industry: CO₂ ×1.201 over 2015-2022; activity ×1.420, intensity ×0.856"


@pytest.mark.parametrize("question", QUESTIONS[:8], ids=str)
def test_the_title_and_the_table_hold_the_numbers_of_the_finding(data, question):
    row = findings.table(data, question).iloc[0]
    one = drivers.waterfall(data, question, "additive", Speaker("en"))
    change = 100 * row["change_t"] / row["start_t"]
    assert number(re.search(r"[+−][\d.]+%", one.title)[0]) == pytest.approx(change, abs=0.051)
    shares = [number(text) for text in one.table.texts().iloc[1:-2, 2]]
    assert sum(shares) == pytest.approx(change, abs=0.051 * (len(shares) + 1))
    ratios = [number(text) for text in one.table.texts().iloc[1:-2, 3]]
    assert math.prod(ratios) == pytest.approx(row["end_t"] / row["start_t"], abs=0.01)


def test_the_bars_of_the_waterfall_are_the_effects(data):
    question = Question("energy")
    row = findings.table(data, question).iloc[0]
    bar = drivers.waterfall(data, question, "additive", Speaker("en")).chart.data[0]
    assert bar.base[1] == pytest.approx(row["start_t"] / 1e4)
    assert bar.x[1] == pytest.approx(row["activity"] / 1e4)
    assert bar.base[-2] == pytest.approx(row["end_t"] / 1e4)


@pytest.mark.parametrize("form", FORMS)
def test_a_bar_of_a_year_stacks_to_its_net(data, form):
    chart = driver_years.yearly(data, Question("co2"), form, Speaker("zh")).chart
    *parts, net = chart.data
    for place, whole in enumerate(net.y):
        assert sum(part.y[place] for part in parts) == pytest.approx(whole, abs=1e-6 * abs(whole))


def test_the_year_that_moved_most_is_named(data):
    assert driver_years.yearly(data, Question("co2"), "additive", Speaker("en")).title == (
        "2021 moved most (+427 Mt); activity +816 Mt"
    )
    assert driver_years.yearly(data, Question("co2"), "multiplicative", Speaker("en")).title == (
        "2018 moved most (+4.8%); activity +5.6%"
    )


@pytest.mark.parametrize("part", ["region", "sector"])
@pytest.mark.parametrize("question", QUESTIONS[:4], ids=str)
def test_the_parts_add_up_to_the_total_shown(data, question, part):
    table = driver_members.everything(data, question, part, "additive", Speaker("en")).table.texts()
    assert table.iloc[-1, 0] == "Total"
    assert len(table) == (31 if part == "region" else 40)
    for column in table.columns[1:]:
        cells = [number(text) for text in table[column]]
        # Each cell is rounded by itself, as a note says.
        assert sum(cells[:-1]) == pytest.approx(cells[-1], abs=0.25 * len(cells))
    ranked = driver_members.ranking(data, question, part, "additive", Speaker("en")).table.texts()
    assert ranked.iloc[-1].tolist()[1:] == table.iloc[-1].tolist()[1:]
    assert len(ranked) == driver_members.SHOWN + 2


def test_the_last_row_of_ratios_is_that_of_the_whole(data):
    question = Question("co2")
    table = driver_members.everything(
        data, question, "region", "multiplicative", Speaker("en")
    ).table.texts()
    whole = drivers.waterfall(data, question, "multiplicative", Speaker("en")).table.texts()
    assert table.iloc[-1].tolist()[1:] == whole.iloc[[-2, *range(1, len(whole) - 2)], 3].tolist()


def test_doubtful_provinces_are_marked_and_kept_out_of_the_title(data):
    question = Question()
    marked = driver_labels.doubtful(data, question)
    assert {"140000", "150000", "370000"} <= marked
    one = driver_members.ranking(data, question, "region", "additive", Speaker("en"))
    assert one.title == (
        "Doubtful provinces (※) aside, Zhejiang added most (+2.1 points), "
        "Tianjin took off most (−0.3 points)"
    )
    table = driver_members.everything(data, question, "region", "additive", Speaker("en"))
    assert sum("※" in name for name in table.table.texts()["Region"]) == len(marked)
    assert any("10 points" in note for note in table.notes)
    alone = drivers.waterfall(data, Question(region_code="140000"), "additive", Speaker("zh"))
    assert "山西※" in alone.title
    assert any(note.startswith("※") for note in alone.notes)


def test_a_withheld_process_is_no_zero_in_the_table(data):
    rows = driver_members.everything(
        data, Question("co2"), "region", "additive", Speaker("en")
    ).table.texts()
    process = rows.set_index("Region")["Cement process"]
    withheld = [name for name, text in process.items() if text == "withheld"]
    assert [name.split()[0] for name in withheld] == ["Jiangxi"]
    assert not process["Jiangsu"].startswith("0")


def test_what_is_left_out_is_named(data):
    one = drivers.waterfall(data, Question("co2"), "additive", Speaker("en"))
    assert any("Jiangxi (2022)" in note and "without it" in note for note in one.notes)
    yearly = driver_years.yearly(data, Question("co2"), "additive", Speaker("en"))
    [said] = [note for note in yearly.notes if "Jilin (2020)" in note]
    assert "add up to +1,655, the two years alone to +1,651" in said
    assert not any(
        "Jilin" in note
        for note in drivers.waterfall(data, Question(), "additive", Speaker("en")).notes
    )


def test_revisions_within_the_years_are_named(data):
    notes = drivers.waterfall(data, Question(), "additive", Speaker("zh")).notes
    assert any("河北（2018 年）" in note for note in notes)
    later = drivers.waterfall(data, Question(first=2020), "additive", Speaker("zh")).notes
    assert not any("统计修订" in note for note in later)


def test_standing_says_what_is_recalled_and_what_is_rebuilt():
    assert driver_labels.standings(Question("co2")) == ("derived", "reconstructed", "unverified")
    assert driver_labels.standings(Question(first=2020)) == ("derived",)
    assert driver_labels.standings(Question("co2", "", 2013, 2019)) == ("derived", "unverified")


def test_the_factor_of_oil_is_that_of_the_cells(data):
    notes = drivers.waterfall(data, Question("co2", first=2013), "additive", Speaker("en")).notes
    [said] = [note for note in notes if note.startswith("The carbon factor")]
    factors = [findings.carbon_factor(data, "oil", year) for year in (2013, 2022)]
    assert f"was {factors[0]:.2f} t per tce in 2013 and {factors[1]:.2f} in 2022" in said
    assert factors[1] < factors[0]


def test_a_cut_axis_is_said(data):
    cut = say("drivers.note.cut", "en")
    assert drivers.waterfall(data, Question(first=2020), "additive", Speaker("en")).notes[0] == cut


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"first": 2020, "last": 2020}, "same_year"),
        ({"first": 2021, "last": 2014}, "reversed"),
        ({"first": 2012}, "years"),
        ({"region_code": "540000"}, "no_inventory"),
        ({"region_code": "370000", "sector_code": "31"}, "no_split"),
        ({"region_code": "110000", "sector_code": "09"}, "nothing"),
    ],
)
def test_what_cannot_be_answered_is_said_in_words(data, given, key, lang):
    question = Question(**given)
    said = driver_notes.refused(data, question, "additive", Speaker(lang))
    place = driver_labels.place(data, question, Speaker(lang))
    years = {"first": question.first, "last": question.last}
    assert said == say(f"drivers.refused.{key}", lang, place=place, **years)


def test_a_ratio_from_nothing_is_refused_and_the_amounts_are_not(data):
    question = QUESTIONS[-1]
    assert "no ratio" in driver_notes.refused(data, question, "multiplicative", Speaker("en"))
    assert driver_notes.refused(data, question, "additive", Speaker("en")) == ""
    one = drivers.waterfall(data, question, "additive", Speaker("en"))
    assert "cannot be calculated" in one.title


def test_every_province_has_its_divisions_or_none(data):
    for code in provinces(data).index[provinces(data)["in_inventory"]]:
        ranked = driver_members.ranking(
            data, Question("co2", region_code=str(code)), "sector", "additive", Speaker("zh")
        )
        assert (ranked is None) == (code == "370000")


def test_part_of_a_question():
    assert driver_members.part_of(Question(), "region") == "region"
    assert driver_members.part_of(Question(region_code="320000"), "region") == "sector"
    assert driver_members.part_of(Question(sector_code="31"), "sector") == "region"
    assert driver_members.part_of(Question(region_code="320000", sector_code="31"), "region") == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_limits_are_said_in_words(data, lang):
    table = driver_notes.limits(data, Speaker(lang))
    assert len(table) == len(driver_notes.LIMITS)
    assert not table.isna().any().any()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("span", structure.SPANS)
def test_the_structure_of_divisions_is_whole_and_adds_up(data, span, lang):
    known = set(data.ask("sources__all")["source_id"])
    for one in (
        structure.waterfall(data, span, Speaker(lang)),
        structure.divisions(data, span, Speaker(lang)),
    ):
        assert one.title
        assert one.standings == ("derived", "unverified")
        assert set(one.source_ids) <= known
    table = structure.divisions(data, span, Speaker(lang)).table.texts()
    assert len(table) == 39
    for column in table.columns[1:]:
        cells = [number(text) for text in table[column]]
        assert sum(cells[:-1]) == pytest.approx(cells[-1], abs=4.1)


def test_what_the_structure_of_divisions_finds(data):
    assert structure.waterfall(data, "2012-2020", Speaker("en")).title == (
        "2012-2020: structure between divisions −1.5 points of energy, intensity −30.8"
    )
    assert structure.divisions(data, "2012-2020", Speaker("en")).title == (
        "Cement, glass, ceramics gained share and added most energy, "
        "Iron and steel lost share and took off most"
    )

"""The exhibits of Drivers say what their rows say, in both languages and both forms."""

import math
import re

import pytest

from carbonpeak.exhibits import (
    driver_labels,
    driver_members,
    driver_notes,
    driver_years,
    drivers,
    structure,
)
from carbonpeak.findings import drivers as findings
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.view import provinces
from carbonpeak.wording import say
from carbonpeak.wording.numbers import MINUS

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


def every(ask, question, form, lang):
    yield drivers.waterfall(ask, question, form, lang)
    yield driver_years.yearly(ask, question, form, lang)
    for asked in ("region", "sector"):
        part = driver_members.part_of(question, asked)
        if part:
            yield driver_members.ranking(ask, question, part, form, lang)
            yield driver_members.everything(ask, question, part, form, lang)


def number(text):
    if text == "withheld":
        return 0.0
    return float(text.replace(MINUS, "-").replace("+", "").replace(",", "").rstrip("%"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_every_exhibit_is_whole(ask, question, form, lang):
    if driver_notes.refused(ask, question, form, lang):
        assert (form, question.sector_code) == ("multiplicative", "16")
        return
    known = set(ask("sources__all")["source_id"])
    shown = [one for one in every(ask, question, form, lang) if one is not None]
    assert len(shown) >= 2
    for one in shown:
        assert one.title
        assert one.subtitle
        assert one.alt
        assert one.standings
        assert set(one.source_ids) <= known
        assert len(one.table) > 0
        assert not one.table.isna().any().any()
        words = " ".join([one.title, one.subtitle, *one.notes])
        assert bool(re.search(r"[\u4e00-\u9fff]", words)) == (lang == "zh")


def test_the_title_says_the_change_and_its_two_largest_drivers(ask):
    zh = drivers.waterfall(ask, Question("co2"), "additive", "zh")
    assert zh.title == "2015—2022 年工业二氧化碳 +20.1%：产出规模 +38.5、能耗强度 −17.0 个百分点"
    en = drivers.waterfall(ask, Question("co2"), "additive", "en")
    assert en.title == (
        "Industry: CO₂ +20.1% over 2015-2022; activity +38.5 points, intensity −17.0"
    )
    ratio = drivers.waterfall(ask, Question("co2"), "multiplicative", "en")
    assert ratio.title == "Industry: CO₂ ×1.201 over 2015-2022; activity ×1.420, intensity ×0.856"


@pytest.mark.parametrize("question", QUESTIONS[:8], ids=str)
def test_the_title_and_the_table_hold_the_numbers_of_the_finding(ask, question):
    row = findings.table(ask, question).iloc[0]
    one = drivers.waterfall(ask, question, "additive", "en")
    change = 100 * row["change_t"] / row["start_t"]
    assert number(re.search(r"[+−][\d.]+%", one.title)[0]) == pytest.approx(change, abs=0.051)
    shares = [number(text) for text in one.table.iloc[1:-2, 2]]
    assert sum(shares) == pytest.approx(change, abs=0.051 * (len(shares) + 1))
    ratios = [number(text) for text in one.table.iloc[1:-2, 3]]
    assert math.prod(ratios) == pytest.approx(row["end_t"] / row["start_t"], abs=0.01)


def test_the_bars_of_the_waterfall_are_the_effects(ask):
    question = Question("energy")
    row = findings.table(ask, question).iloc[0]
    bar = drivers.waterfall(ask, question, "additive", "en").chart.data[0]
    assert bar.base[1] == pytest.approx(row["start_t"] / 1e4)
    assert bar.x[1] == pytest.approx(row["activity"] / 1e4)
    assert bar.base[-2] == pytest.approx(row["end_t"] / 1e4)


@pytest.mark.parametrize("form", FORMS)
def test_a_bar_of_a_year_stacks_to_its_net(ask, form):
    chart = driver_years.yearly(ask, Question("co2"), form, "zh").chart
    *parts, net = chart.data
    for place, whole in enumerate(net.y):
        assert sum(part.y[place] for part in parts) == pytest.approx(whole, abs=1e-6 * abs(whole))


def test_the_year_that_moved_most_is_named(ask):
    assert driver_years.yearly(ask, Question("co2"), "additive", "en").title == (
        "2021 moved most (+427 Mt); activity +816 Mt"
    )
    assert driver_years.yearly(ask, Question("co2"), "multiplicative", "en").title == (
        "2018 moved most (+4.8%); activity +5.6%"
    )


@pytest.mark.parametrize("part", ["region", "sector"])
@pytest.mark.parametrize("question", QUESTIONS[:4], ids=str)
def test_the_parts_add_up_to_the_total_shown(ask, question, part):
    table = driver_members.everything(ask, question, part, "additive", "en").table
    assert table.iloc[-1, 0] == "Total"
    assert len(table) == (31 if part == "region" else 40)
    for column in table.columns[1:]:
        cells = [number(text) for text in table[column]]
        # Each cell is rounded by itself, as a note says.
        assert sum(cells[:-1]) == pytest.approx(cells[-1], abs=0.25 * len(cells))
    ranked = driver_members.ranking(ask, question, part, "additive", "en").table
    assert ranked.iloc[-1].tolist()[1:] == table.iloc[-1].tolist()[1:]
    assert len(ranked) == driver_members.SHOWN + 2


def test_the_last_row_of_ratios_is_that_of_the_whole(ask):
    question = Question("co2")
    table = driver_members.everything(ask, question, "region", "multiplicative", "en").table
    whole = drivers.waterfall(ask, question, "multiplicative", "en").table
    assert table.iloc[-1].tolist()[1:] == whole.iloc[[-2, *range(1, len(whole) - 2)], 3].tolist()


def test_doubtful_provinces_are_marked_and_kept_out_of_the_title(ask):
    question = Question()
    marked = driver_labels.doubtful(ask, question)
    assert {"140000", "150000", "370000"} <= marked
    one = driver_members.ranking(ask, question, "region", "additive", "en")
    assert one.title == (
        "Doubtful provinces (※) aside, Zhejiang added most (+2.1 points), "
        "Tianjin took off most (−0.3 points)"
    )
    table = driver_members.everything(ask, question, "region", "additive", "en")
    assert sum("※" in name for name in table.table["Region"]) == len(marked)
    assert any("10 points" in note for note in table.notes)
    alone = drivers.waterfall(ask, Question(region_code="140000"), "additive", "zh")
    assert "山西※" in alone.title
    assert any(note.startswith("※") for note in alone.notes)


def test_a_withheld_process_is_no_zero_in_the_table(ask):
    rows = driver_members.everything(ask, Question("co2"), "region", "additive", "en").table
    process = rows.set_index("Region")["Cement process"]
    withheld = [name for name, text in process.items() if text == "withheld"]
    assert [name.split()[0] for name in withheld] == ["Jiangxi"]
    assert not process["Jiangsu"].startswith("0")


def test_what_is_left_out_is_named(ask):
    one = drivers.waterfall(ask, Question("co2"), "additive", "en")
    assert any("Jiangxi (2022)" in note and "without it" in note for note in one.notes)
    yearly = driver_years.yearly(ask, Question("co2"), "additive", "en")
    [said] = [note for note in yearly.notes if "Jilin (2020)" in note]
    assert "add up to +1,655, the two years alone to +1,651" in said
    assert not any(
        "Jilin" in note for note in drivers.waterfall(ask, Question(), "additive", "en").notes
    )


def test_revisions_within_the_years_are_named(ask):
    notes = drivers.waterfall(ask, Question(), "additive", "zh").notes
    assert any("河北（2018 年）" in note for note in notes)
    later = drivers.waterfall(ask, Question(first=2020), "additive", "zh").notes
    assert not any("统计修订" in note for note in later)


def test_standing_says_what_is_recalled_and_what_is_rebuilt():
    assert driver_labels.standings(Question("co2")) == ("derived", "reconstructed", "unverified")
    assert driver_labels.standings(Question(first=2020)) == ("derived",)
    assert driver_labels.standings(Question("co2", "", 2013, 2019)) == ("derived", "unverified")


def test_the_factor_of_oil_is_that_of_the_cells(ask):
    notes = drivers.waterfall(ask, Question("co2", first=2013), "additive", "en").notes
    [said] = [note for note in notes if note.startswith("The carbon factor")]
    factors = [findings.carbon_factor(ask, "oil", year) for year in (2013, 2022)]
    assert f"was {factors[0]:.2f} t per tce in 2013 and {factors[1]:.2f} in 2022" in said
    assert factors[1] < factors[0]


def test_a_cut_axis_is_said(ask):
    cut = say("drivers.note.cut", "en")
    assert drivers.waterfall(ask, Question(first=2020), "additive", "en").notes[0] == cut


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
def test_what_cannot_be_answered_is_said_in_words(ask, given, key, lang):
    question = Question(**given)
    said = driver_notes.refused(ask, question, "additive", lang)
    place = driver_labels.place(ask, question, lang)
    years = {"first": question.first, "last": question.last}
    assert said == say(f"drivers.refused.{key}", lang, place=place, **years)


def test_a_ratio_from_nothing_is_refused_and_the_amounts_are_not(ask):
    question = QUESTIONS[-1]
    assert "no ratio" in driver_notes.refused(ask, question, "multiplicative", "en")
    assert driver_notes.refused(ask, question, "additive", "en") == ""
    one = drivers.waterfall(ask, question, "additive", "en")
    assert "cannot be calculated" in one.title


def test_every_province_has_its_divisions_or_none(ask):
    for code in provinces(ask).index[provinces(ask)["in_inventory"]]:
        ranked = driver_members.ranking(
            ask, Question("co2", region_code=str(code)), "sector", "additive", "zh"
        )
        assert (ranked is None) == (code == "370000")


def test_part_of_a_question():
    assert driver_members.part_of(Question(), "region") == "region"
    assert driver_members.part_of(Question(region_code="320000"), "region") == "sector"
    assert driver_members.part_of(Question(sector_code="31"), "sector") == "region"
    assert driver_members.part_of(Question(region_code="320000", sector_code="31"), "region") == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_limits_are_said_in_words(ask, lang):
    table = driver_notes.limits(ask, lang)
    assert len(table) == len(driver_notes.LIMITS)
    assert not table.isna().any().any()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("span", structure.SPANS)
def test_the_structure_of_divisions_is_whole_and_adds_up(ask, span, lang):
    known = set(ask("sources__all")["source_id"])
    for one in (structure.waterfall(ask, span, lang), structure.divisions(ask, span, lang)):
        assert one.title
        assert one.standings == ("derived", "unverified")
        assert set(one.source_ids) <= known
    table = structure.divisions(ask, span, lang).table
    assert len(table) == 39
    for column in table.columns[1:]:
        cells = [number(text) for text in table[column]]
        assert sum(cells[:-1]) == pytest.approx(cells[-1], abs=4.1)


def test_what_the_structure_of_divisions_finds(ask):
    assert structure.waterfall(ask, "2012-2020", "en").title == (
        "2012-2020: structure between divisions −1.5 points of energy, intensity −30.8"
    )
    assert structure.divisions(ask, "2012-2020", "en").title == (
        "Cement, glass, ceramics gained share and added most energy, "
        "Iron and steel lost share and took off most"
    )

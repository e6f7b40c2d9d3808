"""The figures of Drivers say what their rows say, in both languages and both forms."""

import math
import re

import pytest

from carbonpeak.domain.view import provinces, region_names
from carbonpeak.topics.drivers import analysis as findings
from carbonpeak.topics.drivers import analysis_structure, structure
from carbonpeak.topics.drivers import labels as driver_labels
from carbonpeak.topics.drivers import members as driver_members
from carbonpeak.topics.drivers import notes as driver_notes
from carbonpeak.topics.drivers import waterfall as drivers
from carbonpeak.topics.drivers import years as driver_years
from carbonpeak.topics.drivers.analysis_gaps import doubtful
from carbonpeak.words import say
from carbonpeak.words.numbers import MINUS
from carbonpeak.words.speaker import Speaker
from tests.topics.drivers.asked import asked, choices

QUESTIONS = [
    asked(),
    asked(basis="with_transformation", first=2020, last=2021),
    asked("co2"),
    asked("co2", "energy_related", 2013, 2019),
    asked("co2", region_code="140000"),
    asked("energy", region_code="370000"),
    asked("co2", sector_code="30"),
    asked("energy", region_code="320000", sector_code="31"),
    asked("energy", region_code="110000", sector_code="16"),
]
FORMS = ("additive", "multiplicative")


def every(data, question, form, lang):
    chosen = choices(question, form)
    yield drivers.waterfall(data, chosen, Speaker(lang))
    yield driver_years.yearly(data, chosen, Speaker(lang))
    for split in ("region", "sector"):
        chosen = choices(question, form, split)
        yield driver_members.ranking(data, chosen, Speaker(lang))
        yield driver_members.everything(data, chosen, Speaker(lang))


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


@pytest.mark.parametrize("question", QUESTIONS[:8], ids=str)
def test_the_title_and_the_table_hold_the_numbers_of_the_finding(data, question):
    row = findings.table(data, question).iloc[0]
    one = drivers.waterfall(data, choices(question, "additive"), Speaker("en"))
    change = 100 * row["change_t"] / row["start_t"]
    word, size = re.search(r"(rose|fell) ([\d.]+)%", one.title).groups()
    assert (word == "rose") == (change > 0)
    assert number(size) == pytest.approx(abs(change), abs=0.051)
    shares = [number(text) for text in one.table.texts().iloc[1:-2, 2]]
    assert sum(shares) == pytest.approx(change, abs=0.051 * (len(shares) + 1))
    ratios = [number(text) for text in one.table.texts().iloc[1:-2, 3]]
    assert math.prod(ratios) == pytest.approx(row["end_t"] / row["start_t"], abs=0.01)


def test_the_bars_of_the_waterfall_are_the_effects(data):
    question = asked("energy")
    row = findings.table(data, question).iloc[0]
    bar = drivers.waterfall(data, choices(question, "additive"), Speaker("en")).chart.data[0]
    assert bar.base[1] == pytest.approx(row["start_t"] / 1e6)
    assert bar.x[1] == pytest.approx(row["activity"] / 1e6)
    assert bar.base[-2] == pytest.approx(row["end_t"] / 1e6)


@pytest.mark.parametrize("form", FORMS)
def test_a_bar_of_a_year_stacks_to_its_net(data, form):
    chart = driver_years.yearly(data, choices(asked("co2"), form), Speaker("zh")).chart
    *parts, net = chart.data
    for place, whole in enumerate(net.y):
        assert sum(part.y[place] for part in parts) == pytest.approx(whole, abs=1e-6 * abs(whole))


@pytest.mark.parametrize("part", ["region", "sector"])
@pytest.mark.parametrize("question", QUESTIONS[:4], ids=str)
def test_the_parts_add_up_to_the_total_shown(data, question, part):
    table = driver_members.everything(
        data, choices(question, "additive", part), Speaker("en")
    ).table.texts()
    assert table.iloc[-1, 0] == "Total"
    assert len(table) == (31 if part == "region" else 40)
    for column in table.columns[1:]:
        cells = [number(text) for text in table[column]]
        # Each cell is rounded by itself, as a note says.
        assert sum(cells[:-1]) == pytest.approx(cells[-1], abs=0.25 * len(cells))
    ranked = driver_members.ranking(
        data, choices(question, "additive", part), Speaker("en")
    ).table.texts()
    assert ranked.iloc[-1].tolist()[1:] == table.iloc[-1].tolist()[1:]
    assert len(ranked) == driver_members.SHOWN + 2


def test_the_last_row_of_ratios_is_that_of_the_whole(data):
    question = asked("co2")
    table = driver_members.everything(
        data, choices(question, "multiplicative", "region"), Speaker("en")
    ).table.texts()
    whole = drivers.waterfall(
        data, choices(question, "multiplicative"), Speaker("en")
    ).table.texts()
    assert table.iloc[-1].tolist()[1:] == whole.iloc[[-2, *range(1, len(whole) - 2)], 3].tolist()


def test_doubtful_provinces_are_marked_and_kept_out_of_the_title(data):
    question = asked()
    marked = doubtful(data, question)
    assert {"140000", "150000", "370000"} <= marked
    one = driver_members.ranking(data, choices(question, "additive", "region"), Speaker("en"))
    assert one.title.endswith(", apart from doubtful provinces (※)")
    table = driver_members.everything(data, choices(question, "additive", "region"), Speaker("en"))
    assert sum("※" in name for name in table.table.texts()["Region"]) == len(marked)
    assert any("10 points" in note for note in table.notes)
    alone = drivers.waterfall(data, choices(asked(region_code="140000"), "additive"), Speaker("zh"))
    assert "山西工业※" in alone.title
    assert any(note.startswith("※") for note in alone.notes)


def test_a_withheld_process_is_no_zero_in_the_table(data):
    rows = driver_members.everything(
        data, choices(asked("co2"), "additive", "region"), Speaker("en")
    ).table.texts()
    process = rows.set_index("Region")["Cement process"]
    withheld = [name for name, text in process.items() if text == "withheld"]
    assert [name.split()[0] for name in withheld] == ["Jiangxi"]
    assert not process["Jiangsu"].startswith("0")


def test_what_is_left_out_is_named(data):
    one = drivers.waterfall(data, choices(asked("co2"), "additive"), Speaker("en"))
    assert any("Jiangxi (2022)" in note and "without it" in note for note in one.notes)
    yearly = driver_years.yearly(data, choices(asked("co2"), "additive"), Speaker("en"))
    [said] = [note for note in yearly.notes if "Jilin (2020)" in note]
    row = findings.table(data, asked("co2")).iloc[0]
    together, alone = yearly.table.column("change").cells, row["change_t"]
    amounts = (sum(cell.value for cell in together) / 1e6, alone / 1e6)
    assert "add up to {:+,.0f}, the two years alone to {:+,.0f}".format(*amounts) in said
    assert not any(
        "Jilin" in note
        for note in drivers.waterfall(data, choices(asked(), "additive"), Speaker("en")).notes
    )


def test_revisions_within_the_years_are_named(data):
    notes = drivers.waterfall(data, choices(asked(), "additive"), Speaker("zh")).notes
    assert any("河北（2018 年）" in note for note in notes)
    later = drivers.waterfall(data, choices(asked(first=2020), "additive"), Speaker("zh")).notes
    assert not any("统计修订" in note for note in later)


def test_standing_says_what_is_recalled_and_what_is_rebuilt(data):
    assert driver_labels.standings(data, asked("co2")) == ("derived", "reconstructed", "unverified")
    assert driver_labels.standings(data, asked(first=2020)) == ("derived",)
    assert driver_labels.standings(data, asked("co2", "", 2013, 2019)) == ("derived", "unverified")


def test_the_factor_of_oil_is_that_of_the_cells(data):
    notes = drivers.waterfall(
        data, choices(asked("co2", first=2013), "additive"), Speaker("en")
    ).notes
    [said] = [note for note in notes if note.startswith("The carbon factor")]
    factors = [findings.carbon_factor(data, "oil", year) for year in (2013, 2022)]
    assert f"was {factors[0]:.2f} t per tce in 2013 and {factors[1]:.2f} in 2022" in said
    assert factors[1] < factors[0]


def test_a_cut_axis_is_said(data):
    cut = say("drivers.note.cut", "en")
    assert (
        drivers.waterfall(data, choices(asked(first=2020), "additive"), Speaker("en")).notes[0]
        == cut
    )


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
    question = asked(**given)
    said = driver_notes.refused(data, question, "additive", Speaker(lang))
    place = driver_labels.place(data, question, Speaker(lang))
    years = {"first": question.first, "last": question.last}
    known = {"known_first": 2013, "known_last": 2022}
    region = region_names(data, lang).get(question.region_code, "")
    given = {"place": place, "region": region, **years, **known}
    assert said == say(f"drivers.refused.{key}", lang, **given)


def test_a_ratio_from_nothing_is_refused_and_the_amounts_are_not(data):
    question = QUESTIONS[-1]
    assert "no ratio" in driver_notes.refused(data, question, "multiplicative", Speaker("en"))
    assert driver_notes.refused(data, question, "additive", Speaker("en")) == ""
    one = drivers.waterfall(data, choices(question, "additive"), Speaker("en"))
    assert one.title.startswith("Tobacco in Beijing ※: energy started from zero over 2015-2022")


def test_every_province_has_its_divisions_or_none(data):
    for code in provinces(data).index[provinces(data)["in_inventory"]]:
        ranked = driver_members.ranking(
            data, choices(asked("co2", region_code=str(code)), "additive", "sector"), Speaker("zh")
        )
        assert (ranked is None) == (code == "370000")


def test_part_of_a_question():
    assert driver_members.part_of(asked(), "region") == "region"
    assert driver_members.part_of(asked(region_code="320000"), "region") == "sector"
    assert driver_members.part_of(asked(sector_code="31"), "sector") == "region"
    assert driver_members.part_of(asked(region_code="320000", sector_code="31"), "region") == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_limits_are_said_in_words(data, lang):
    table = driver_notes.limits(data, Speaker(lang))
    assert len(table) == len(driver_notes.LIMITS)
    assert not table.isna().any().any()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_structure_of_divisions_is_whole_and_adds_up(data, lang):
    known = set(data.ask("sources__all")["source_id"])
    for span in analysis_structure.spans(data):
        chosen = choices(span=span)
        waterfall = structure.waterfall(data, chosen, Speaker(lang))
        divisions = structure.divisions(data, chosen, Speaker(lang))
        for one in (waterfall, divisions):
            assert one.title
            assert one.standings == ("derived", "unverified")
            assert set(one.source_ids) <= known
        assert len(divisions.table) == 39
        for column in divisions.table.columns[1:]:
            *parts, whole = [cell.value for cell in column.cells]
            assert sum(parts) == pytest.approx(whole, rel=1e-9, abs=1)
        start, *effects, end = [cell.value for cell in waterfall.table.column("amount").cells]
        assert start + sum(effects) == pytest.approx(end, rel=1e-9)


def test_without_input_output_years_there_is_no_structure_to_show(data):
    assert structure.waterfall(data, choices(span=None), Speaker("en")) is None
    assert structure.divisions(data, choices(span=None), Speaker("en")) is None


def test_the_cells_of_a_waterfall_hold_amounts_shares_and_ratios_in_full(data):
    question = asked("co2")
    row = findings.table(data, question).iloc[0]
    table = drivers.waterfall(data, choices(question), Speaker("zh")).table
    amount, share = table.column("amount"), table.column("of_start")
    assert (amount.unit, share.unit, table.column("ratio").unit) == ("万吨", "%", "")
    assert [cell.value for cell in amount.cells] == [
        row["start_t"],
        *row[[*question.drivers, "change_t", "end_t"]],
    ]
    assert share.cells[1].value == row["activity"] / row["start_t"]
    assert [cell.missing for cell in share.cells] == ["none", *[""] * 7, "none"]
    assert table.column("year").head.in_files
    assert [cell.value for cell in table.column("year").cells if not cell.missing] == [2015, 2022]


def test_the_cells_of_a_year_are_numbers_and_a_ratio_has_no_unit(data):
    rows = findings.yearly(data, asked())
    table = driver_years.yearly(data, choices(), Speaker("en")).table
    assert [cell.value for cell in table.column("year").cells] == list(range(2016, 2023))
    assert [cell.value for cell in table.column("change").cells] == rows["change_t"].tolist()
    assert table.column("change").unit == "Mtce"
    ratios = driver_years.yearly(data, choices(form="multiplicative"), Speaker("en")).table
    assert ratios.column("ratio").unit == ""
    assert ratios.column("ratio").cells[0].value == pytest.approx(
        rows["end_t"][0] / rows["start_t"][0]
    )


def test_a_doubtful_province_is_named_without_its_mark_and_marked_in_code(data):
    names = driver_members.everything(data, choices(), Speaker("en")).table.column("region")
    by_name = {cell.value: cell for cell in names.cells}
    assert (by_name["Shanxi"].text, by_name["Shanxi"].marks) == ("Shanxi ※", ("doubtful",))
    assert (by_name["Jiangsu"].text, by_name["Jiangsu"].marks) == ("Jiangsu", ())


def test_a_withheld_process_is_missing_and_no_zero(data):
    table = driver_members.everything(data, choices(asked("co2")), Speaker("en")).table
    kinds = {
        name.value: process.missing
        for name, process in zip(
            table.column("region").cells, table.column("process").cells, strict=True
        )
        if process.value is None
    }
    assert kinds == {"Jiangxi": "withheld"}


def test_a_ratio_from_nothing_is_missing_and_its_amount_is_not(data):
    table = drivers.waterfall(data, choices(QUESTIONS[-1]), Speaker("en")).table
    change = [cells[-2] for cells in (column.cells for column in table.columns[1:4])]
    assert [cell.missing for cell in change] == ["", "no_ratio", "no_ratio"]
    assert change[0].value > 0


def test_the_step_of_a_structure_holds_amount_and_share_apart(data):
    total = analysis_structure.by_division(data, 2012, 2020).sum()
    table = structure.waterfall(data, choices(), Speaker("en")).table
    amount, share = table.column("amount").cells[1], table.column("of_start").cells[1]
    assert (amount.value, share.value) == (total["activity"], total["activity"] / total["start_t"])
    assert amount.text == f"{amount.value / 1e6:+,.1f} · {100 * share.value:+.1f}%"
    assert [column.head.key for column in table.shown] == ["driver", "amount"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_jump_of_refining_is_named_where_it_lies_between_the_years(data, lang):
    def factor(first, last):
        chosen = choices(asked("co2", "", first, last))
        notes = drivers.waterfall(data, chosen, Speaker(lang)).notes
        [note] = [note for note in notes if note.startswith(("石油隐含", "The carbon factor"))]
        return note

    shandong, ningxia = ("山东", "宁夏") if lang == "zh" else ("Shandong", "Ningxia")
    assert shandong in factor(2015, 2022)
    assert ningxia in factor(2015, 2018)
    none = factor(2016, 2017)
    assert ("清单口径，不宜" if lang == "zh" else "jumps in the inventories: no sign") in none

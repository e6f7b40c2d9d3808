"""The page follows the tables: with one year less in them, its years and words end a year before.

Questions are decided once, and what is decided holds for every figure.
"""

import pytest

from carbonpeak.figures import choices as selection
from carbonpeak.figures.origin import fault_words
from carbonpeak.topics import registry
from carbonpeak.topics.drivers import analysis, notes
from carbonpeak.topics.drivers.analysis_answer import decide
from carbonpeak.topics.drivers.analysis_cells import known_years
from carbonpeak.topics.drivers.analysis_gaps import coverage, is_rebuilt, verified_from
from carbonpeak.topics.drivers.page import PAGE
from carbonpeak.topics.drivers.question import usual_years
from carbonpeak.words.speaker import Speaker
from tests.altered_data import AlteredData
from tests.topics.drivers.asked import asked

JIANGXI, SHANDONG, TIBET = "360000", "370000", "540000"


@pytest.fixture(scope="module")
def a_year_before(data):
    """The shipped tables without 2022, and without 2020 as a year of input-output tables."""

    def cut(name, rows):
        last = 2018 if name == "drivers__input_output_years" else 2021
        return rows[rows["year"] <= last] if "year" in rows else rows

    return AlteredData(data, cut)


def defaults(data):
    controls = PAGE.controls(data, {})
    values, _ = selection.read({}, [control.choice for control in controls])
    return PAGE.choices(values)


def test_the_years_known_are_those_of_the_tables(data, a_year_before):
    assert known_years(data) == tuple(range(2013, 2023))
    assert usual_years(data) == (2020, 2022)
    assert known_years(a_year_before) == tuple(range(2013, 2022))
    assert usual_years(a_year_before) == (2020, 2021)


@pytest.mark.parametrize(("to", "first"), [("2022", 2020), ("2019", 2015), ("2014", 2013)])
def test_a_change_that_ends_before_the_base_starts_earlier(data, to, first):
    controls = PAGE.controls(data, {"to": [to]})
    values, _ = selection.read({"to": [to]}, [control.choice for control in controls])
    assert PAGE.choices(values).question.first == first


def test_the_page_opens_at_the_last_year_of_the_tables(a_year_before):
    chosen = defaults(a_year_before)
    assert chosen.question == asked(basis="final", first=2020, last=2021)
    assert chosen.span == (2012, 2018)


def test_where_the_base_is_not_before_the_last_year_the_page_opens_at_the_first_year(data):
    late = AlteredData(
        data, lambda name, rows: rows[rows["year"] > 2020] if "year" in rows else rows
    )
    assert usual_years(late) == (2021, 2022)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_figure_names_a_year_after_the_last(data, a_year_before, lang):
    """Known faults are words of the tables and name their own years."""
    tell = Speaker(lang)
    for measure in ("energy", "co2"):
        given = registry.chosen(a_year_before, PAGE, {"measure": [measure]})
        for spec in PAGE.figures:
            figure = registry.figure(a_year_before, spec.name, given, tell)
            own_notes = set(figure.notes) - {fault_words(data, "feedstock_jump", tell)}
            words = [figure.title, figure.subtitle, *own_notes]
            assert not any("2022" in text for text in words)
            texts = figure.table.texts()
            assert not any("2022" in text for text in [*texts, *texts.to_numpy().ravel()])
    whole = registry.figure(a_year_before, "driver_waterfall", given, tell)
    assert "2021" in whole.title + whole.subtitle


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_refusals_and_limits_name_the_years_known(a_year_before, lang):
    tell = Speaker(lang)
    refused = notes.refused(a_year_before, asked(last=2022), "additive", tell)
    assert "2013" in refused
    assert "2021" in refused
    limits = notes.limits(a_year_before, tell).to_string()
    assert "2022" not in limits
    assert ("吉林 2020 年" if lang == "zh" else "Jilin 2020") in limits
    assert ("江西" if lang == "zh" else "Jiangxi") not in limits


@pytest.fixture(scope="module")
def without_gaps(data):
    """The shipped tables without a withheld cell, without a province that is not split."""

    def whole(name, rows):
        if name != "drivers__cells":
            return rows
        return rows[rows["sector_code"] != "all"].assign(co2_withheld=False)

    return AlteredData(data, whole)


def test_limits_have_no_rows_on_gaps_that_are_not_there(without_gaps):
    limits = notes.limits(without_gaps, Speaker("en"))
    assert len(limits) == len(notes.LIMITS) - 2
    assert "Shandong" not in limits.to_string()
    assert "Cement process" not in limits.to_string()


def test_figures_name_no_province_without_a_split_where_all_are_split(without_gaps):
    tell = Speaker("en")
    split = {"measure": ["co2"], "split": ["sector"], "from": ["2015"], "to": ["2020"]}
    given = registry.chosen(without_gaps, PAGE, split)
    for name in ("driver_waterfall", "driver_members", "driver_table"):
        figure = registry.figure(without_gaps, name, given, tell)
        assert not any("Shandong" in note for note in figure.notes)
        assert "Shandong (not split)" not in figure.table.texts().to_numpy()
    one = registry.chosen(without_gaps, PAGE, {"sector": ["30"]})
    subtitle = registry.figure(without_gaps, "driver_waterfall", one, tell).subtitle
    assert "sum of 30 provinces (without Xizang)" in subtitle


def test_the_gaps_are_those_of_the_tables(data):
    gaps = coverage(data)
    assert (len(gaps.covered), gaps.unsplit, gaps.absent) == (30, (SHANDONG,), (TIBET,))
    assert verified_from(data) == 2020
    assert [is_rebuilt(data, asked("co2", "", 2013, last)) for last in (2019, 2020)] == [
        False,
        True,
    ]
    assert not is_rebuilt(data, asked())


def test_a_question_is_answered_narrowed_or_refused(data):
    assert decide(data, asked(), "additive").question == asked()
    narrowed = decide(data, asked("co2", region_code=JIANGXI), "additive")
    assert narrowed.question == asked("co2", "energy_related", region_code=JIANGXI)
    assert narrowed.refused == ""
    refused = decide(data, asked(region_code=TIBET), "additive")
    assert (refused.question, refused.refused) == (None, "no_inventory")


def test_what_is_found_is_found_once_and_a_part_is_taken_from_the_whole(data):
    assert decide(data, asked(), "additive") is decide(data, asked(), "additive")
    asked_of = []
    counted = AlteredData(data, lambda name, rows: asked_of.append(name) or rows)
    for region in ("", "320000", "130000"):
        analysis.table(counted, asked(region_code=region), "sector")
        analysis.table(counted, asked(region_code=region), "sector", "multiplicative")
    # The cells, and for each province whether it has an answer.
    assert asked_of.count("drivers__cells") == 3


def test_a_caller_cannot_spoil_what_is_kept(data):
    rows = analysis.table(data, asked(), "region")
    before = rows["change_t"].tolist()
    rows["change_t"] = 0.0
    assert analysis.table(data, asked(), "region")["change_t"].tolist() == before

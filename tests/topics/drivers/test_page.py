"""The page Drivers: its findings, every refusal in words, clicks and links, both languages."""

import re

import pytest

from carbonpeak.topics.drivers.page import PAGE
from carbonpeak.words import say
from tests.opened_page import footers, words_of
from tests.pages.test_pages import KNOWN_LATIN, LATIN
from tests.pages.test_urls import links, notices, value


def test_the_page_says_what_drove_the_change(seen_page):
    words = words_of(seen_page("drivers", "en", measure="co2"))
    assert re.search(r"Industry: CO₂ rose [\d.]+% over 2020-2022, mainly by activity", words)
    assert "2012-2020: structure between divisions took off " in words
    assert say("limits.division.reason", "en") in words


# Any two of form, measure and place meet in one of the visits.
STRAIGHT = (("additive", "energy"), ("multiplicative", "co2"))
CROSSED = (("additive", "co2"), ("multiplicative", "energy"))
PLACES = (({}, STRAIGHT), ({"region": "140000"}, CROSSED))
PLACES += (({"sector": "30"}, STRAIGHT), ({"split": "sector"}, CROSSED))


@pytest.mark.parametrize(
    ("form", "measure", "place"), [(*pair, place) for place, pairs in PLACES for pair in pairs]
)
def test_the_chinese_view_is_chinese(open_page, form, measure, place):
    app = open_page("drivers", "zh", form=form, measure=measure, **place)
    assert not app.exception
    words = words_of(app)
    version = re.search(r"数据版本 (\w+)", words)[1]
    assert set(LATIN.findall(words.replace(version, ""))) <= KNOWN_LATIN


@pytest.mark.parametrize(
    ("asked", "key", "given"),
    [
        ({"from": "2018", "to": "2018"}, "same_year", {"first": 2018}),
        ({"from": "2021", "to": "2014"}, "reversed", {"first": 2021, "last": 2014}),
        ({"region": "540000"}, "no_inventory", {"region": "Xizang"}),
        (
            {"region": "370000", "sector": "31"},
            "no_split",
            {"place": "Iron and steel in Shandong ※", "region": "Shandong"},
        ),
    ],
)
def test_what_cannot_be_answered_is_said_and_breaks_nothing_else(open_page, asked, key, given):
    app = open_page("drivers", "en", **asked)
    assert not app.exception
    assert [one.value for one in app.info] == [say(f"drivers.refused.{key}", "en", **given)]
    assert say("drivers.limits", "en") in words_of(app)
    is_nation = not {"region", "sector"} & asked.keys()
    assert len(app.get("plotly_chart")) == (2 if is_nation else 0)
    assert (say("structure.hidden", "en") in words_of(app)) != is_nation


def test_a_province_without_process_emissions_is_narrowed_in_words(open_page):
    app = open_page("drivers", "en", measure="co2", region="360000")
    assert not app.exception
    [said] = [one.value for one in app.info]
    assert "Jiangxi (2022)" in said
    assert "only energy-related CO₂" in said
    words = words_of(app)
    assert "Cement process" not in words.replace(said, "").split(say("limits.question", "en"))[0]
    assert open_page("drivers", "en", measure="co2", region="320000").info == []


def test_a_province_is_split_by_sector_and_a_sector_by_province(open_page):
    for asked, table in (({"region": "320000"}, "sector"), ({"sector": "31"}, "region")):
        app = open_page("drivers", "en", **asked)
        by = {"sector": "by sector", "region": "by province"}[table]
        assert f"change of energy and its drivers, {by}" in words_of(app)
        assert [one.key for one in app.segmented_control if one.key == "split"] == []
    both = open_page("drivers", "en", region="320000", sector="31")
    assert "the whole in the last row" not in words_of(both)
    assert len(both.get("plotly_chart")) == 2


def test_industry_other_than_power_has_parts_both_ways_and_no_link_of_a_division(open_page):
    app = open_page("drivers", "en", measure="co2", sector="without_power")
    assert not app.exception
    words = words_of(app)
    assert re.search(r"Industry other than power: CO₂ fell [\d.]+% over 2020-2022", words)
    assert [one.key for one in app.segmented_control if one.key == "split"] == ["split"]
    assert not [link for link in links(app) if link.get("sector") == ["without_power"]]


def test_shandong_shows_its_total_and_says_that_its_split_is_withheld(open_page):
    app = open_page("drivers", "en", region="370000")
    assert not app.exception
    words = words_of(app)
    assert say("drivers.note.no_split", "en", name="Shandong") in words
    assert "went from 36.9 to 73.6 Mtce in 2022" in words
    assert "whole industry rose by 30.0 Mtce: likely a change of accounting" in words
    assert len(app.get("plotly_chart")) == 2


def test_a_list_moved_by_hand_reaches_the_url(open_page):
    app = open_page("drivers", "en")
    app.selectbox(key="from").select("2018").run()
    app.selectbox(key="sector").select("31").run()
    assert not app.exception
    assert (value(app, "from"), value(app, "sector")) == ("2018", "31")
    assert "Iron and steel: energy" in words_of(app)


def test_another_measure_drops_the_basis(open_page):
    app = open_page("drivers", "en", basis="with_transformation", form="multiplicative")
    app.segmented_control(key="measure").set_value("co2").run()
    assert (value(app, "measure"), value(app, "basis")) == ("co2", None)
    assert value(app, "form") == "multiplicative"
    assert notices(app) == []


def test_a_place_links_to_its_own_pages_with_what_they_share(seen_page):
    app = seen_page("drivers", "en", region="320000", sector="31", measure="co2")
    targets = [link for link in links(app) if {"region", "sector"} & link.keys()]
    both = {"region": ["320000"], "sector": ["31"]}
    assert {"lang": ["en"], "measure": ["co2"], **both} in targets


def test_every_figure_names_standing_and_source(seen_page):
    app = seen_page("drivers", "en", measure="co2")
    figures = len(app.get("plotly_chart"))
    assert figures == 5
    assert len(footers(app)) == figures + 1


def test_the_choices_offered_are_the_years_known(data):
    by_name = {control.choice.name: control.choice for control in PAGE.controls(data, {})}
    known = tuple(str(year) for year in range(2013, 2023))
    assert (by_name["from"].allowed, by_name["from"].default) == (known, "2020")
    assert (by_name["to"].allowed, by_name["to"].default) == (known, "2022")
    assert by_name["span"].allowed == ("2012-2020", "2012-2017", "2017-2018", "2018-2020")

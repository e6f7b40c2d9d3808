"""The page Green manufacturing: what is typed stands in the address, and finds its rows."""

import pytest

from carbonpeak.words import say
from tests.opened_page import words_of


def shown(app, lang, **counts):
    return say("rows.left", lang, **counts) in words_of(app)


def test_a_search_of_the_address_finds_its_targets(open_page):
    app = open_page("green", "zh", find="gufei 2030")
    assert not app.exception
    assert shown(app, "zh", left=3, all=150)
    assert app.text_input(key="find").value == "gufei 2030"


def test_a_typed_search_reaches_the_address(open_page):
    app = open_page("green", "en")
    app.text_input(key="find").set_value("solid-waste 2030").run()
    assert not app.exception
    assert app.query_params["find"] in ("solid-waste 2030", ["solid-waste 2030"])
    assert shown(app, "en", left=3, all=150)


@pytest.mark.parametrize("typed", ["x" * 10_000, "<script>alert(1)</script>", "%00", "'; drop --"])
def test_a_hostile_search_finds_nothing_and_breaks_nothing(open_page, typed):
    app = open_page("green", "en", find=typed, firm=typed)
    assert not app.exception
    assert shown(app, "en", left=0, all=150)
    assert say("rows.none", "en") in words_of(app)
    assert "x" * 300 not in words_of(app)


def test_a_name_is_found_among_those_of_the_chosen_province(open_page):
    app = open_page("green", "zh", region="110000", firm="京东方")
    assert not app.exception
    frames = [one.value for one in app.dataframe]
    names = [frame for frame in frames if "entity_name" in frame]
    assert len(names) == 1
    assert all("京东方" in name for name in names[0]["entity_name"])


def test_the_page_opens_with_the_derived_total_and_its_doubt(seen_page):
    words = words_of(seen_page("green", "zh"))
    assert "8,336 家（2026-03，推算，待核实）" in words
    assert "2,783" in words

"""The search, where what is typed is no name in its list: looked for in everything there is."""

import pytest

from carbonpeak.data.table_rows import Wanted
from carbonpeak.screen import everywhere, selection_bar
from carbonpeak.words import LANGS, say
from carbonpeak.words.speaker import Speaker
from tests.opened_page import words_of


def kinds(data, search, lang="zh"):
    tell = Speaker(lang)
    hits = everywhere.found(data, search, selection_bar.options(data, tell), tell)
    return {one.kind: one for one in hits}


def words_in(hits):
    return [one.words for one in hits.first]


@pytest.mark.parametrize(
    ("search", "kind", "says"),
    [
        ("热轧", "factor", "热轧"),
        ("rezha", "factor", "热轧"),
        ("固废", "target", "固废"),
        ("gufei", "target", "固废"),
        ("江苏 电力 因子", "factor", "江苏电力"),
        ("江苏电力因子", "factor", "江苏电力"),
        ("终端能源", "table", "终端能源"),
        ("预警等级", "method", "预警等级"),
        ("江苏", "name", "江苏"),
    ],
)
def test_what_is_typed_in_chinese_or_pinyin_is_found_by_its_kind(data, search, kind, says):
    hits = kinds(data, search)
    assert hits[kind].count >= len(hits[kind].first) > 0
    assert any(says in one for one in words_in(hits[kind]))


@pytest.mark.parametrize(
    ("search", "kind", "says"),
    [
        ("Jiangsu electricity factor", "factor", "Jiangsu, electricity"),
        ("solid waste target", "target", "waste"),
        ("schedule", "method", "chedule"),
        ("Jiangsu", "name", "Jiangsu"),
    ],
)
def test_what_is_typed_in_english_is_found_by_its_kind(data, search, kind, says):
    hits = kinds(data, search, "en")
    assert any(says in one for one in words_in(hits[kind]))


def test_a_word_that_names_a_kind_asks_for_that_kind_alone(data):
    assert set(kinds(data, "Jiangsu electricity factor", "en")) == {"factor"}
    assert set(kinds(data, "江苏 目标")) <= {"target"}


def test_all_of_a_kind_are_counted_and_its_page_shows_as_many(data):
    from carbonpeak.domain import factor_search

    hits = kinds(data, "钢")
    assert hits["factor"].count == len(factor_search.found(data, "钢", with_us=False))
    assert len(hits["factor"].first) == everywhere.MOST_SHOWN
    assert hits["listed"].count == data.count_of(Wanted("green_entities", search="钢"))
    assert (hits["listed"].page, dict(hits["listed"].query)) == ("green", {"firm": "钢"})


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_nowhere_is_found_nowhere(data, lang):
    assert kinds(data, "no such thing anywhere", lang) == {}
    assert kinds(data, "<script>alert(1)</script>", lang) == {}


def typed(app, text):
    """Run a page as it runs after something was typed that is no name in the list."""
    # The test runner knows only what is in a list.
    app.session_state[selection_bar.TYPED] = text
    return app.run()


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_typed_opens_the_drawer_with_ways_to_what_is_found(open_page, lang):
    app = typed(open_page("regions", lang), "热轧")
    assert not app.exception
    ways = app.get("page_link")
    assert any("find=" in one.proto.query_string for one in ways)
    assert say("everywhere.factor", lang, count=12) in words_of(app)
    # It opens once.
    assert say("everywhere.factor", lang, count=12) not in words_of(app.run())


def test_a_search_of_ten_thousand_characters_is_answered_in_words(open_page):
    app = typed(open_page("regions", "zh"), "热" * 10_000)
    assert not app.exception
    assert "没有找到“热热" in words_of(app)


def test_a_factor_is_found_by_the_address_of_its_page(open_page):
    app = open_page("footprint", "zh", find="热轧")
    assert app.text_input(key="find").value == "热轧"
    assert say("footprint.search.found", "zh", count=12) in words_of(app)


@pytest.mark.parametrize(
    ("typed", "known"),
    [("江苏", "region:320000"), ("jiangsu", "region:320000"), ("钢铁", "sector:31"), ("热轧", "")],
)
def test_the_whole_name_of_a_place_or_sector_is_as_good_as_its_line_in_the_list(data, typed, known):
    assert selection_bar._exactly(data, typed) == known

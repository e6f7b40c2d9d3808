"""The page Outlook: its numbers, its own rates in the URL, and rates nobody may ask for."""

import re

import pytest

from carbonpeak.export import fault_words
from carbonpeak.export.lookup import FigureError, printable
from carbonpeak.screen import markup, server
from carbonpeak.topics import registry
from carbonpeak.topics.outlook import cards, status
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion
from carbonpeak.words import say
from carbonpeak.words.speaker import Speaker
from tests.opened_page import assert_cards, footers, words_of
from tests.pages.test_pages import KNOWN_LATIN, LATIN

HOSTILE_NUMBERS = ("-100", "nan", "inf", "1e999", "five", "3.3", "<b>1</b>", "9" * 10_000)


# The cards of the peak and of the target each say why they hold no number.
CARDS = 2


def test_the_page_shows_what_was_found(seen_page):
    """The findings themselves are held to the tables by the tests of cards and figures."""
    app, data, tell = seen_page("outlook", "en"), server.dataset(), Speaker("en")
    question = ProjectionQuestion()
    assert_cards(
        app,
        cards.landed(data, tell),
        cards.peak(data, question, tell),
        cards.target(data, question, tell),
    )
    assert_cards(app, *status.at_a_glance(data, question, tell))
    words = words_of(app)
    assert status.headline(data, question, tell) in words
    assert cards.verdict(data, question, tell) in words
    assert "the outcome is for official publication to say" in words
    assert "seed 2030" in words


def test_sliders_show_only_with_the_readers_own_rates(open_page, seen_page):
    assert len(seen_page("outlook", "en").slider) == 0
    app = open_page("outlook", "en", scenario="own", growth="3", fall="5.5")
    assert [one.value for one in app.slider] == [3.0, 5.5]
    assert "grows by 3.0% a year from 2026, and intensity falls by 5.5% a year" in words_of(app)


def test_a_slider_moved_reaches_the_url_and_the_default_leaves_it(open_page):
    app = open_page("outlook", "en", scenario="own")
    app.slider(key="fall").set_value(6.0).run()
    assert not app.exception
    assert app.query_params["fall"] in ("6", ["6"])
    assert "intensity falls by 6.0% a year" in words_of(app)
    app.slider(key="fall").set_value(4.0).run()
    assert "fall" not in app.query_params


@pytest.mark.parametrize("value", HOSTILE_NUMBERS, ids=lambda value: value[:8])
def test_an_absurd_rate_is_answered_with_the_bounds(data, value):
    raw = {"scenario": ["own"], "growth": [value], "fall": [value]}
    given = registry.chosen(data, registry.PAGES["outlook"], raw)
    said = [markup.notice(one, "en") for one in registry.noticed(data, given, Speaker("en"))]
    for name, words in zip(("growth", "fall"), said, strict=True):
        assert f"for “{name}” is not a number from" in words
        assert "in steps of 0.5" in words
        assert "9" * 100 not in words


def test_absurd_rates_leave_the_address(open_page):
    first, last = HOSTILE_NUMBERS[0], HOSTILE_NUMBERS[-1]
    app = open_page("outlook", "en", scenario="own", growth=first, fall=last)
    assert not app.exception
    words = words_of(app)
    for name in ("growth", "fall"):
        assert f"for “{name}” is not a number from" in words
        assert name not in app.query_params
    assert "9" * 100 not in words


def test_a_scenario_of_the_other_measure_falls_back(open_page):
    app = open_page("outlook", "en", quantity="energy", scenario="plan15")
    assert not app.exception
    assert say("notice.value", "en", name="scenario", value="plan15") in words_of(app)


@pytest.mark.parametrize("code", ["360000", "540000"])
def test_a_place_that_cannot_be_projected_says_why_once_and_keeps_the_rest(open_page, code):
    app = open_page("outlook", "en", region=code)
    assert not app.exception
    words = words_of(app)
    assert "cannot be projected" in words
    assert say("outlook.takes", "en") in words
    assert len(app.get("plotly_chart")) == 3
    assert len(app.info) == 0


def test_every_figure_names_standing_and_source(seen_page):
    app = seen_page("outlook", "en")
    figures = len(app.get("plotly_chart"))
    assert figures == 6
    assert len(footers(app)) >= figures


def test_a_note_stands_once_among_the_notes_of_a_page(seen_page):
    """The doubt of Shanxi stands above its figures too, and would stand below all four of them."""
    words = words_of(seen_page("outlook", "en", region="140000"))
    assert words.count("Shanxi ※ doubtful, so nothing is judged by its scenarios") == 2 + CARDS


@pytest.mark.parametrize(
    "choices",
    [
        {"region": "140000"},
        {"quantity": "energy", "goal": "energy2025", "unit": "sector", "rule": "benchmark"},
        {"scenario": "own", "rule": "equal_share"},
    ],
)
def test_the_chinese_view_is_chinese(open_page, choices):
    app = open_page("outlook", "zh", **choices)
    # Names of sources and codes of the tables stand as the tables give them.
    captions = " ".join(str(one.value).partition("数据来源")[0] for one in app.caption)
    html = " ".join(str(one.body) for one in app.html if "cited-" not in str(one.body))
    titles = " ".join(str(one.value) for kind in (app.header, app.markdown) for one in kind)
    bare = re.sub(
        r"<style>.*?</style>|<[^>]+>", " ", f"{captions} {html} {titles}", flags=re.DOTALL
    )
    words = bare.replace(server.dataset().version, "")
    assert not set(LATIN.findall(words)) - KNOWN_LATIN - {"nbsp"}


@pytest.mark.parametrize("fall", ["-100", "100", "150", "nan", "-2.5"])
def test_an_absurd_rate_of_a_figure_is_a_sentence_with_the_bounds(data, fall):
    """A fall of 100% leaves nothing, one of -100% doubles: neither is projected."""
    codes = (("scenario", "own"), ("fall", fall))
    with pytest.raises(FigureError) as fault:
        printable(data, "projection_index", codes, Speaker("en"))
    said = fault_words.words(fault.value, "en")
    assert f"“{fall}”" in said
    assert "is not a number from -2 to 10 in steps of 0.5" in said


def test_a_fall_of_nothing_is_a_rate_like_any_other(data):
    codes = (("scenario", "own"), ("fall", "0"))
    one = printable(data, "projection_index", codes, Speaker("zh")).figure
    assert one.title == "全国：0% 的模拟路径达到 2025 年碳排放强度目标"

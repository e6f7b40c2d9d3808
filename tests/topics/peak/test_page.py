"""The page Peak: its verdict, its words in both languages, what is missing, its URL."""

import re

import pytest

from carbonpeak.domain import power
from carbonpeak.figures import power as power_words
from carbonpeak.screen import server
from carbonpeak.topics.peak import cards as peak_cards
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.topics.peak import series as peak_series
from carbonpeak.topics.peak import status
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.words import say
from carbonpeak.words.speaker import Speaker
from tests.opened_page import assert_cards, footers, words_of
from tests.pages.test_pages import KNOWN_LATIN, LATIN


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_opens_with_the_verdict_and_closes_with_the_rule(seen_page, lang):
    words = words_of(seen_page("peak", lang))
    assert peak_cards.verdict(server.dataset(), "total", 2022, Speaker(lang)) in words
    assert status.headline(server.dataset(), "total", 2022, Speaker(lang)) in words
    assert say("peak.rule.source", lang) in words
    assert peak_labels.zero_note(server.dataset(), Speaker(lang)) in words


def test_the_page_shows_what_was_found(open_page):
    """The findings themselves are held to the tables by the tests of cards and figures."""
    app, data, tell = open_page("peak", "en", region="110000"), server.dataset(), Speaker("en")
    last = data.last_year
    assert_cards(app, *status.cards(data, "total", last, tell))
    assert_cards(app, *peak_cards.cards(data, "total", last, tell))
    assert_cards(app, *peak_cards.power_and_others(data, "total", last, tell))
    chosen = PeakChoices(last, region="110000")
    # A bare "p < " looks like the start of a tag to who takes tags out.
    said = peak_series.sentence(data, chosen, tell).partition(" p < ")[0]
    assert said in words_of(app)


# Each place and each sector once, and what is said of the two together: no split, no inventory.
@pytest.mark.parametrize(
    ("region", "sector"),
    [("000000", "all"), ("220000", "steel"), ("370000", "06"), ("540000", "all"), ("000000", "06")],
)
def test_the_chinese_view_is_chinese(open_page, region, sector):
    app = open_page("peak", "zh", region=region, sector=sector, columns="division")
    assert not app.exception
    words = words_of(app).replace(server.dataset().version, "")
    assert not set(LATIN.findall(words)) - KNOWN_LATIN


@pytest.mark.parametrize("region", ["000000", "220000", "370000", "540000"])
def test_the_english_view_is_english(open_page, region):
    words = words_of(open_page("peak", "en", region=region, sector="30", columns="division"))
    assert not re.findall(r"[\u4e00-\u9fff]+", words)


def test_what_cannot_be_shown_says_why_and_draws_no_line(open_page):
    for region, sector, key in (
        ("370000", "31", "peak.series.not_split"),
        ("540000", "all", "peak.series.no_inventory"),
    ):
        app = open_page("peak", "en", region=region, sector=sector)
        name = {"370000": "Shandong", "540000": "Xizang"}[region]
        assert say(key, "en", name=name) in words_of(app)
        assert len(app.get("plotly_chart")) == 4
    assert len(open_page("peak", "en", region="370000").get("plotly_chart")) == 6


def test_industry_other_than_power_is_a_series_with_its_caveats(open_page):
    words = words_of(open_page("peak", "en", sector="without_power"))
    assert "Other than power in China (29 provinces): below its maximum of 2014, with no" in words
    assert "Cement process CO₂ of Jilin and Jiangxi is implausible in some years" in words
    assert power_words.title(power.split(server.dataset()), Speaker("en")) in words


def test_a_region_and_sector_chosen_by_hand_reach_the_url(open_page):
    app = open_page("peak", "en")
    app.selectbox(key="region").select("220000").run()
    app.selectbox(key="sector").select("building_materials").run()
    assert not app.exception
    assert app.query_params["region"] in ("220000", ["220000"])
    assert app.query_params["sector"] in ("building_materials", ["building_materials"])
    assert "Building materials in Jilin" in words_of(app)


def test_an_earlier_last_year_changes_the_verdict(open_page):
    words = words_of(open_page("peak", "en", until="2015"))
    assert peak_cards.verdict(server.dataset(), "total", 2015, Speaker("en")) in words
    assert "and to 2015" in words
    assert "and to 2022" not in words


def test_what_other_pages_share_is_carried_without_a_notice(open_page):
    app = open_page("peak", "en", measure="energy", basis="with_transformation", year="2021")
    assert "“basis”" not in words_of(app)
    carried = app.query_params["basis"]
    assert carried in ("with_transformation", ["with_transformation"])


def test_every_figure_names_standing_and_source(seen_page):
    app = seen_page("peak", "en")
    assert len(footers(app)) == len(app.get("plotly_chart")) + 1

"""The page Overview shows what was found; the findings are held to the tables beside this file."""

from carbonpeak.screen import server
from carbonpeak.topics.overview import cards, known
from carbonpeak.words.speaker import Speaker
from tests.opened_page import assert_cards, words_of


def test_the_page_shows_what_was_found(seen_page):
    app, data, tell = seen_page("overview", "en"), server.dataset(), Speaker("en")
    assert_cards(app, *(card(data, tell) for card in (cards.energy, cards.carbon, cards.peak)))
    words = words_of(app)
    assert cards.verdict(data, tell) in words
    assert cards.key_finding(data, tell) in words
    assert known.after_last_year(data, tell)[0] in words
    assert [text for text in known.sureness(data, tell) if text not in words] == []

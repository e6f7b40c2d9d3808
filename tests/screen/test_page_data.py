"""The button for all data of a page, in a small page of its own."""

import warnings

import pytest
from streamlit.testing.v1 import AppTest


def drawn(page: str) -> None:
    """Draw the button alone; the test runner takes the source of this function."""
    from carbonpeak.screen import controls, page_data, server
    from carbonpeak.screen.reader import Reader
    from carbonpeak.topics import registry
    from carbonpeak.words.speaker import Speaker

    data = server.dataset()
    given = registry.chosen(data, registry.PAGES[page], controls.asked())
    page_data.show(Reader(data, Speaker("en"), given))


@pytest.fixture
def opened(pages_server):
    def open_page(page):
        app = AppTest.from_function(drawn, args=(page,), default_timeout=60)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return app.run()

    return open_page


def test_a_page_with_figures_offers_its_data(opened):
    app = opened("regions")
    assert not app.exception
    assert [one.proto.label for one in app.get("download_button")] == [
        "All data of this page (ZIP)"
    ]


def test_a_page_without_figures_offers_nothing(opened):
    app = opened("figures")
    assert not app.exception
    assert not app.get("download_button")

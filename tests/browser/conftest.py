"""A real Chromium, with a tab that tests share."""

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from sqlalchemy import URL

from carbonpeak.data import catalogue
from tests.browser.test_login import Place, dashboard

OFFICE: ViewportSize = {"width": 1366, "height": 768}


@pytest.fixture(scope="session")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A dashboard that refuses who has not logged in, with tables and a store of its own.

    Tests leave its published tables as they were, and in its store what they enter.
    """
    folder = tmp_path_factory.mktemp("strict")
    data = shutil.copytree(catalogue.DATA, folder / "data")
    store = URL.create("sqlite", database=str(folder / "store.sqlite"))
    more = {
        "CARBONPEAK_DATA": str(data),
        "CARBONPEAK_STORE": store.render_as_string(hide_password=False),
    }
    with dashboard(folder, "refuse", **more) as place:
        yield replace(place, data=data, store=store)


@pytest.fixture(scope="session")
def office(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of a small office screen, for all tests that need no other."""
    context = chromium.new_context(viewport=OFFICE, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def tab(office: BrowserContext) -> Iterator[Page]:
    """A tab without memory, the same for all: what a page runs is read anew in a new one."""
    tab = office.pages[0] if office.pages else office.new_page()
    yield tab
    if not tab.is_closed():
        _forget(tab)


def _forget(tab: Page) -> None:
    """Leave a tab as a new one is: blank, nothing kept, nothing emulated, the pointer away."""
    tab.evaluate(
        "if (location.protocol === 'http:') { localStorage.clear(); sessionStorage.clear() }"
    )
    tab.context.clear_cookies()
    tab.unroute_all()
    tab.goto("about:blank")
    tab.emulate_media(media="null", color_scheme="null")
    tab.set_viewport_size(OFFICE)
    tab.mouse.move(0, 0)

"""A real Chromium, with a tab that tests share."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from sqlalchemy import URL

from benchmarks.server import PAGE_LIMIT_MS
from carbonpeak.data import catalogue, versions
from tests.browser.test_login import Place, dashboard
from tests.sealed import seal

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


@dataclass(frozen=True)
class Elsewhere:
    """A dashboard that anybody may read, without a browser, with two earlier versions of data."""

    address: str
    whole: str
    altered: str


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    """A dashboard of guests: what machines lack and what was before is seen there."""
    folder = tmp_path_factory.mktemp("elsewhere")
    data = shutil.copytree(
        catalogue.DATA, folder / "data", ignore=shutil.ignore_patterns("versions")
    )
    whole = older(data, without=("grid_factors",))
    altered = older(data, without=("grid_factors", "product_footprint"))
    table = data / "versions" / altered / "tables" / "gdp.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("110000", "110001"), "utf-8")
    more = {"CARBONPEAK_DATA": str(data), "CARBONPEAK_BROWSER": str(folder / "none")}
    with dashboard(folder, "public", **more) as place:
        yield Elsewhere(place.address, whole, altered)


def older(data: Path, without: tuple[str, ...]) -> str:
    """Keep another version of the tables, without some that no figure of ours needs; return it."""
    versions.keep("older", data)
    kept = data / "versions" / "older"
    version = seal(kept, without=without)
    kept.rename(kept.with_name(version))
    return version


@pytest.fixture(scope="session")
def private(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of those who log in, apart from that of the office."""
    context = chromium.new_context(viewport={"width": 1366, "height": 900}, locale="en-GB")
    # The first run after a log-in loads the tables.
    context.set_default_timeout(PAGE_LIMIT_MS)
    yield context
    context.close()


@pytest.fixture
def browsing(private: BrowserContext) -> Iterator[BrowserContext]:
    """A browser in which nobody has logged in and no page is open."""
    yield private
    private.clear_cookies()
    for tab in private.pages:
        tab.close()


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

"""A report from its first line to its disclosure, by three people who log in at a real provider."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import URL

from benchmarks import server
from carbonpeak.store.audit import verify
from carbonpeak.store.opening import open_store, reading
from carbonpeak.store.tables import COMPANIES, UNITS
from tests import records
from tests.browser.test_login import Place, dashboard, log_in, opened

pytestmark = pytest.mark.filterwarnings("ignore")
EVERYWHERE = {"provinces": ["nation"], "companies": ["every"]}
PEOPLE = {
    "Ann": {"groups": ["carbon-editors"], "provinces": ["320000"], "companies": ["every"]},
    "Ben": {"groups": ["carbon-verifiers"], **EVERYWHERE},
    "Cem": {"groups": ["carbon-admins"], **EVERYWHERE},
}
PAGE = "/reporting_units?lang=en&company=a&reported=2025"


@pytest.fixture
def browsing(chromium: Browser) -> BrowserContext:
    context = chromium.new_context(locale="en-GB", viewport={"width": 1366, "height": 900})
    context.set_default_timeout(server.PAGE_LIMIT_MS)
    yield context
    context.close()


def test_three_roles_bring_a_report_from_its_first_line_to_its_disclosure(
    tmp_path: Path, browsing: BrowserContext
) -> None:
    url = URL.create("sqlite", database=str(tmp_path / "store.sqlite"))
    store = open_store(url)
    registered = {
        COMPANIES: [records.company("Alpha", records.JIANGSU)],
        UNITS: [records.unit("a1", records.JIANGSU)],
    }
    records.enter(store, registered)
    address = url.render_as_string(hide_password=False)
    more = {"CARBONPEAK_STORE": address}
    with dashboard(tmp_path, timedelta(hours=1), "refuse", PEOPLE, **more) as place:
        tab = arrived(place, browsing, "Ann")
        enter_line(tab)
        take(tab, "submitted")
        # An editor has no step that follows, and cannot disclose.
        expect(tab.get_by_text("There is no step that you may take")).to_be_visible(
            timeout=server.PAGE_LIMIT_MS
        )
        tab = arrived(place, browsing, "Ben")
        take(tab, "document review")
        take(tab, "verified")
        tab = arrived(place, browsing, "Cem")
        take(tab, "disclosed")
        expect(tab.get_by_text("Disclosed for 2025: 1, together").first).to_be_visible(
            timeout=server.PAGE_LIMIT_MS
        )
    with reading(store) as connection:
        chain = verify(connection)
    store.dispose()
    assert chain.broken_at is None
    assert chain.entries == 6


def arrived(place: Place, browsing: BrowserContext, who: str) -> Page:
    """Open the page as somebody, who logs in there."""
    browsing.clear_cookies()
    tab = browsing.new_page()
    opened(tab, place, PAGE)
    log_in(tab, who)
    quiet(tab)
    return tab


def quiet(tab: Page) -> None:
    tab.wait_for_function(server.QUIET, timeout=server.PAGE_LIMIT_MS)


def enter_line(tab: Page) -> None:
    tab.get_by_text("Enter the report for 2025").click()
    tab.locator(".st-key-line-activity input").fill("coal")
    tab.locator(".st-key-line-quantity input").fill("1000")
    choose(tab, "line-unit", "kWh")
    choose(tab, "line-factor", "/kWh")
    tab.locator(".st-key-line-add button").click()
    expect(tab.get_by_text("Together ").first).to_be_visible(timeout=server.PAGE_LIMIT_MS)
    tab.locator(".st-key-entry-save button").click()
    expect(tab.get_by_text("Saved.").first).to_be_visible(timeout=server.PAGE_LIMIT_MS)
    quiet(tab)


def choose(tab: Page, key: str, text: str) -> None:
    """Type into a list and take the first that has it."""
    field = tab.locator(f".st-key-{key} input")
    field.click()
    field.press_sequentially(text)
    field.press("Enter")


def take(tab: Page, state: str) -> None:
    """Bring the report to a state and wait until it stands there."""
    part = tab.locator('[class*="st-key-step-to"]')
    part.get_by_role("radio", name=state).or_(part.get_by_role("button", name=state)).click()
    tab.locator('[class*="st-key-step-take"] button').click()
    expect(tab.get_by_text("Done.").first).to_be_visible(timeout=server.PAGE_LIMIT_MS)
    quiet(tab)

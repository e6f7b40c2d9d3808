"""A report from its first line to its disclosure, by three people who log in at a real provider."""

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from sqlalchemy import Engine

from benchmarks import server
from carbonpeak.store.audit import verify
from carbonpeak.store.opening import open_store, reading
from carbonpeak.store.tables import COMPANIES, MOVES, REPORTS, UNITS
from carbonpeak.words import say
from tests import records
from tests.browser.test_login import Place, log_in, opened

pytestmark = pytest.mark.filterwarnings("ignore")
OFFICE: ViewportSize = {"width": 1366, "height": 900}
TELEPHONE: ViewportSize = {"width": 390, "height": 844}
LISTS = "/reporting_units?lang=en"
PAGE = "/reporting_units?lang=en&company=a&reported=2025"


def test_three_roles_bring_a_report_from_its_first_line_to_its_disclosure(
    strict: Place, browsing: BrowserContext
) -> None:
    assert strict.store
    store = open_store(strict.store)
    registered = {
        COMPANIES: [records.company("Alpha", records.JIANGSU)],
        UNITS: [records.unit(one, records.JIANGSU) for one in ("a1", "a2")],
        REPORTS: [records.report("a2", 2025, 1.0, records.JIANGSU)],
        MOVES: [records.move("a2.2025", "draft", "findings_open", "2026-03-02", records.JIANGSU)],
    }
    records.enter(store, registered)
    before = entries(store)
    tab = arrived(strict, browsing, "Ann", LISTS)
    assert_paper_has_no_heads_of_forms(tab)
    # On a telephone, too, it is the beginning of a report that is in sight when it is opened.
    tab.set_viewport_size(TELEPHONE)
    tab.locator(".st-key-waiting-sent_back").evaluate("list => list.scrollIntoView()")
    tab.get_by_role("button", name="Alpha, plant a2, 2025").click()
    quiet(tab)
    expect(tab.locator(".st-key-waiting-back")).to_be_in_viewport()
    tab.set_viewport_size(OFFICE)
    opened(tab, strict, PAGE)
    quiet(tab)
    enter_line(tab)
    take(tab, "submitted")
    # An editor has no step that follows, and cannot disclose.
    expect(tab.get_by_text("There is no step that you may take")).to_be_visible(
        timeout=server.PAGE_LIMIT_MS
    )
    # A verifier is sent to no company: what waits stands on the page, and a click opens it.
    tab = arrived(strict, browsing, "Ben", LISTS)
    tab.get_by_role("button", name="Alpha, plant a1, 2025").click()
    expect(tab.locator(".st-key-waiting-report")).to_be_in_viewport()
    take(tab, "document review")
    take(tab, "verified")
    tab = arrived(strict, browsing, "Cem")
    take(tab, "disclosed")
    expect(tab.get_by_text("Disclosed for 2025: 1, together").first).to_be_visible(
        timeout=server.PAGE_LIMIT_MS
    )
    quiet(tab)
    tab.get_by_text("Audit", exact=True).click()
    button = tab.locator(".st-key-audit-csv button")
    # What a run of the page that is under way makes anew does not hear a click.
    button.click(trial=True)
    quiet(tab)
    with tab.expect_download(timeout=server.PAGE_LIMIT_MS) as taken:
        button.click()
    kept = taken.value.path().read_text("utf-8-sig")
    assert "+00:00,Cem,report.disclosed,a1.2025," in kept
    # Who takes the file is noted as well.
    assert entries(store) == before + 6
    store.dispose()


def assert_paper_has_no_heads_of_forms(tab: Page) -> None:
    head = tab.get_by_role("heading", name=say("desk.head", "en"))
    expect(head).to_be_visible()
    tab.emulate_media(media="print")
    expect(head).to_be_hidden()
    tab.emulate_media(media="null")


def entries(store: Engine) -> int:
    """Return how many entries the whole chain of a store has."""
    with reading(store) as connection:
        chain = verify(connection)
    assert chain.broken_at is None
    return chain.entries


def arrived(place: Place, browsing: BrowserContext, who: str, rest: str = PAGE) -> Page:
    """Open the page as somebody, who logs in there."""
    browsing.clear_cookies()
    tab = browsing.new_page()
    opened(tab, place, rest)
    log_in(tab, who)
    quiet(tab)
    return tab


def quiet(tab: Page) -> None:
    tab.wait_for_function(server.QUIET, timeout=server.PAGE_LIMIT_MS)


def enter_line(tab: Page) -> None:
    tab.get_by_text("Enter the report for 2025").click()
    # What stands below moves until the part is open; a list closes when the page moves under it.
    tab.get_by_text("Enter a product record for 2025").click(trial=True)
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
    # The list is sifted a moment after what is typed.
    expect(tab.get_by_role("option").first).to_contain_text(text)
    field.press("Enter")
    expect(tab.get_by_role("option")).to_have_count(0)


def take(tab: Page, state: str) -> None:
    """Bring the report to a state and wait until it stands there."""
    part = tab.locator('[class*="st-key-step-to"]')
    part.get_by_role("radio", name=state).or_(part.get_by_role("button", name=state)).click()
    tab.locator('[class*="st-key-step-take"] button').click()
    expect(tab.get_by_text("Done.").first).to_be_visible(timeout=server.PAGE_LIMIT_MS)
    quiet(tab)

"""The page in the dark, on paper, at 200 % and on a phone, as a real browser shows it."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from benchmarks.server import PAGE_LIMIT_MS as LIMIT_MS
from benchmarks.server import QUIET, open_quiet
from carbonpeak.words import say
from tests.browser.test_document import REDRAWN

pytestmark = pytest.mark.browser
CUT = """() => [...document.querySelectorAll('.table')]
  .some(one => one.scrollWidth > one.clientWidth + 1)"""
NAMES = """name => [...document.querySelectorAll(
  '.st-key-figure-peak_matrix_division .yaxislayer-above text')]
  .find(one => one.textContent === name).getBoundingClientRect().left"""
WIDTHS = "() => [...document.querySelectorAll('.svg-container')].map(one => one.offsetWidth)"


def corner(tab) -> int:
    """Return how light the upper right corner of the page is, 0-255."""
    shown = Image.open(io.BytesIO(tab.screenshot())).convert("L")
    return shown.getpixel((shown.width - 30, 8))


def test_names_of_a_wide_matrix_stay_and_paper_shows_all_whole_and_no_controls(tab, address):
    open_quiet(tab, f"{address}/peak?lang=zh&columns=division")
    assert_names_stay(tab)
    drawn = tab.evaluate(WIDTHS)
    # A4 without its margins.
    tab.set_viewport_size({"width": 703, "height": 1000})
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = tab.evaluate(WIDTHS)
    assert len(shown) == len(drawn) > 3
    assert max(shown) <= 703
    assert tab.evaluate("document.documentElement.scrollWidth") <= 703
    for place in ("stSidebar", "stHeader", "stBaseButton-secondary"):
        expect(tab.locator(f'[data-testid="{place}"]:visible')).to_have_count(0)
    assert not tab.evaluate(CUT)
    foot = tab.evaluate("[...document.head.querySelectorAll('style')].at(-1).textContent")
    assert "@bottom-left" in foot
    assert "/peak?lang=zh" in foot
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator(".main-svg[viewBox]").count() == 0


def assert_names_stay(tab):
    """Assert that the names of a matrix wider than its place go along as it is scrolled."""
    before = tab.evaluate(NAMES, "河北")
    scrolled = tab.locator(
        '.st-key-figure-peak_matrix_division [data-testid="stElementContainer"]'
    ).filter(has=tab.locator(".js-plotly-plot"))
    scrolled.last.evaluate("one => one.scrollLeft = 300")
    tab.wait_for_function(f"() => ({NAMES})('河北') > {before} - 5", timeout=LIMIT_MS)
    assert abs(tab.evaluate(NAMES, "河北") - before) < 5


# Which sources are told by less than this many pixels, and what is cut off.
SOURCES = """least => [...document.querySelectorAll('p.footer .source')]
  .filter(one => one.clientWidth < least && one.scrollWidth > one.clientWidth).length"""
# Of a long list three lines stand on paper.
CUT_SOURCES = """() => [...document.querySelectorAll('p.footer .source')].filter(one =>
  one.scrollWidth > one.clientWidth + 1 ||
  (one.scrollHeight > one.clientHeight + 1 && one.clientHeight < 50)).length"""
HEIGHTS = "() => [...document.querySelectorAll('.svg-container')].map(one => one.offsetHeight)"
EDGES = """() => [...document.querySelectorAll('[data-testid="stMain"] [role="radiogroup"] button')]
  .map(one => getComputedStyle(one))
  .flatMap(one => [one.borderLeftColor, one.borderRightColor])"""
SIZES = """() => ['details.page-notes li', 'p.measure']
  .map(one => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))"""


def test_sectors_on_a_screen_a_phone_and_paper(tab, address):
    """The open page is marked, sources are told, whole on paper, and a circle is a choice."""
    open_quiet(tab, f"{address}/sectors?lang=en&sector=30")
    marked = tab.locator('[aria-current="page"]')
    expect(marked).to_have_text([say("nav.sectors", "en")])
    assert marked.evaluate("one => getComputedStyle(one).fontWeight") == "700"
    expect(tab.get_by_role("link", name=say("nav.sectors", "en"), exact=True)).to_have_count(0)
    assert_a_circle_is_a_choice(tab)
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.wait_for_function(REDRAWN)
    assert tab.evaluate(SOURCES, 150) == 0
    assert "rgba(0, 0, 0, 0)" not in tab.evaluate(EDGES)
    notes, measure = tab.evaluate(SIZES)
    assert notes <= measure
    tab.set_viewport_size({"width": 703, "height": 1000})
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.evaluate(CUT_SOURCES) == 0
    # A page of paper is 1,000 pixels high.
    assert 700 < max(tab.evaluate(HEIGHTS)) <= 800


def assert_a_circle_is_a_choice(tab):
    # The largest circle is drawn first: power and heat.
    circle = tab.locator(".st-key-figure-sector_scatter .scatterlayer .point").first
    circle.scroll_into_view_if_needed()
    box = circle.bounding_box()
    tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 4)
    tab.wait_for_url(re.compile("sector=44"), timeout=LIMIT_MS)
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)


def test_a_page_under_the_pointer_in_the_dark_without_its_list_and_at_200_percent(tab, address):
    tab.emulate_media(color_scheme="light")
    open_quiet(tab, f"{address}/regions?lang=en")
    assert_label_is_dark_on_light(tab)
    assert_dark_where_the_system_is(tab)
    assert_list_leaves_its_room(tab)
    assert_nothing_lies_over_the_title(tab)


def assert_label_is_dark_on_light(tab):
    """Assert that what stands under the pointer is told in full, and not cut off."""
    chart = tab.locator('[data-testid="stPlotlyChart"]').first
    box = chart.bounding_box()
    tab.mouse.move(box["x"] + 0.93 * box["width"], box["y"] + 30)
    label = tab.locator(".hoverlayer .hovertext")
    expect(label).to_be_visible()
    for words in ("Heilongjiang", "of 30, from the highest", say("standing.derived", "en")):
        expect(label).to_contain_text(words)
    fill = label.locator("path").first.evaluate("one => getComputedStyle(one).fill")
    assert fill == "rgb(255, 255, 255)"
    drawing = tab.locator(".main-svg").first
    assert drawing.evaluate("one => getComputedStyle(one).overflow") == "visible"


def assert_dark_where_the_system_is(tab):
    """Assert that a page is dark where the system is, and paper is light all the same."""
    assert corner(tab) > 240
    tab.emulate_media(color_scheme="dark")
    assert corner(tab) < 40
    tab.emulate_media(color_scheme="dark", media="print")
    assert tab.evaluate("getComputedStyle(document.documentElement).filter") == "none"
    tab.emulate_media(color_scheme="light", media="null")


def assert_list_leaves_its_room(tab):
    """Assert that a list of pages that is put away leaves its room and lies over nothing."""
    tab.locator('[data-testid="stSidebar"]').hover()
    tab.locator('[data-testid="stSidebarCollapseButton"] button').click()
    button = tab.locator('[data-testid="stExpandSidebarButton"]')
    expect(button).to_be_visible()
    tab.wait_for_function("() => document.querySelector('h1').getBoundingClientRect().left < 200")
    tab.locator('[data-testid="stMain"]').evaluate("one => one.scrollTo(0, 500)")
    room = button.bounding_box()
    assert room["x"] + room["width"] <= tab.locator("h1").bounding_box()["x"]
    # A wide window is used.
    tab.set_viewport_size({"width": 1920, "height": 1080})
    page = tab.locator('[data-testid="stMainBlockContainer"]')
    assert page.evaluate("one => one.clientWidth") > 1600


def assert_nothing_lies_over_the_title(tab):
    """Assert that at 200 % columns stand below each other, and the title goes as one scrolls."""
    main = tab.locator('[data-testid="stMain"]')
    tab.set_viewport_size({"width": 683, "height": 384})
    main.evaluate("one => one.scrollTo(0, 0)")
    button = tab.locator('[data-testid="stExpandSidebarButton"]').bounding_box()
    title = tab.locator("h1").bounding_box()
    assert button["y"] + button["height"] <= title["y"] + 1
    lefts = {round(one.bounding_box()["x"]) for one in tab.locator("h3.finding").all()}
    assert len(lefts) == 1
    main.evaluate("one => one.scrollTo(0, 500)")
    tab.wait_for_function("() => document.querySelector('h1').getBoundingClientRect().bottom < 0")


def test_the_list_of_pages_goes_away_on_a_phone_once_one_is_chosen(tab, address):
    tab.set_viewport_size({"width": 390, "height": 844})
    open_quiet(tab, f"{address}/regions?lang=zh")
    tab.locator('[data-testid="stExpandSidebarButton"]').click()
    sidebar = tab.locator('[data-testid="stSidebar"]')
    expect(sidebar).to_have_attribute("data-collapsed", "false")
    tab.get_by_role("link", name=say("nav.sectors", "zh"), exact=True).click()
    expect(tab.locator("h1")).to_have_text(say("sectors.title", "zh"))
    expect(sidebar).to_have_attribute("data-collapsed", "true")

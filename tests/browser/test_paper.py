"""The page in the dark, on paper, at 200 % and on a phone, as a real browser shows it."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from carbonpeak.words import say
from tests.browser.test_browser import open_quiet

pytestmark = pytest.mark.browser
# True where no mark of any chart lies under its legend.
CLEAR = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(chart => {
  const legend = chart.querySelector('.legend .bg');
  if (!legend) return true;
  const box = legend.getBoundingClientRect();
  return [...chart.querySelectorAll('.barlayer path, .scatterlayer path')].every(mark => {
    const one = mark.getBoundingClientRect();
    return one.right <= box.left + 1 || one.left >= box.right - 1 ||
      one.bottom <= box.top + 1 || one.top >= box.bottom - 1;
  });
})"""
# True once every chart is as wide as its place.
REDRAWN = """() => [...document.querySelectorAll('.svg-container')].every(one =>
  Math.abs(one.offsetWidth - one.closest('[data-testid="stFullScreenFrame"]').clientWidth) < 2)"""
CUT = """() => [...document.querySelectorAll('.table')]
  .some(one => one.scrollWidth > one.clientWidth + 1)"""
WIDTHS = "() => [...document.querySelectorAll('.svg-container')].map(one => one.offsetWidth)"


def corner(tab) -> int:
    """Return how light the upper right corner of the page is, 0-255."""
    shown = Image.open(io.BytesIO(tab.screenshot())).convert("L")
    return shown.getpixel((shown.width - 30, 8))


def test_the_page_is_dark_where_the_system_is_and_paper_stays_light(tab, address):
    tab.emulate_media(color_scheme="light")
    open_quiet(tab, f"{address}/drivers?lang=en")
    assert corner(tab) > 240
    tab.emulate_media(color_scheme="dark")
    assert corner(tab) < 40
    tab.emulate_media(color_scheme="dark", media="print")
    assert tab.evaluate("getComputedStyle(document.documentElement).filter") == "none"


def test_paper_shows_charts_and_tables_whole_and_no_controls(tab, address):
    open_quiet(tab, f"{address}/peak?lang=zh")
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


def test_a_phone_tells_sources_and_paper_tells_them_whole_without_heads_of_forms(tab, address):
    tab.set_viewport_size({"width": 390, "height": 844})
    open_quiet(tab, f"{address}/sectors?lang=en")
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
    tab.emulate_media(media="null")
    open_quiet(tab, f"{address}/reporting_units?lang=en")
    head = tab.get_by_role("heading", name=say("desk.head", "en"))
    expect(head).to_be_visible()
    tab.emulate_media(media="print")
    expect(head).to_be_hidden()


@pytest.mark.parametrize("path", ["/drivers", "/peak", "/outlook"])
def test_no_legend_covers_a_mark_after_the_window_changed(tab, address, path):
    open_quiet(tab, f"{address}{path}?lang=en")
    for width in (700, 390, 1366):
        tab.set_viewport_size({"width": width, "height": 768})
        tab.wait_for_function(REDRAWN)
        assert tab.evaluate(CLEAR), width


def test_at_200_percent_nothing_lies_over_the_title_and_columns_stand_below_each_other(
    tab, address
):
    tab.set_viewport_size({"width": 683, "height": 384})
    open_quiet(tab, f"{address}/regions?lang=en")
    button = tab.locator('[data-testid="stExpandSidebarButton"]').bounding_box()
    title = tab.locator("h1").bounding_box()
    assert button["y"] + button["height"] <= title["y"] + 1
    lefts = {round(one.bounding_box()["x"]) for one in tab.locator("h3.finding").all()}
    assert len(lefts) == 1
    # Nor once the page is scrolled: the title goes away with it.
    tab.locator('[data-testid="stMain"]').evaluate("one => one.scrollTo(0, 500)")
    tab.wait_for_function("() => document.querySelector('h1').getBoundingClientRect().bottom < 0")


def test_a_list_of_pages_that_is_put_away_leaves_its_room_and_lies_over_nothing(tab, address):
    open_quiet(tab, f"{address}/regions?lang=en")
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


def test_the_list_of_pages_goes_away_on_a_phone_once_one_is_chosen(chromium, address):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    tab = context.new_page()
    open_quiet(tab, f"{address}/regions?lang=zh")
    tab.locator('[data-testid="stExpandSidebarButton"]').click()
    sidebar = tab.locator('[data-testid="stSidebar"]')
    expect(sidebar).to_have_attribute("data-collapsed", "false")
    tab.get_by_role("link", name=say("nav.sectors", "zh"), exact=True).click()
    expect(tab.locator("h1")).to_have_text(say("sectors.title", "zh"))
    expect(sidebar).to_have_attribute("data-collapsed", "true")
    context.close()


def test_the_open_page_is_marked_and_stands_out(tab, address):
    open_quiet(tab, f"{address}/sectors?lang=en")
    marked = tab.locator('[aria-current="page"]')
    expect(marked).to_have_text([say("nav.sectors", "en")])
    assert marked.evaluate("one => getComputedStyle(one).fontWeight") == "700"
    expect(tab.get_by_role("link", name=say("nav.sectors", "en"), exact=True)).to_have_count(0)


def test_a_label_under_the_pointer_is_dark_on_light_and_not_cut_off(tab, address):
    open_quiet(tab, f"{address}/regions?lang=en")
    chart = tab.locator('[data-testid="stPlotlyChart"]').first
    box = chart.bounding_box()
    tab.mouse.move(box["x"] + 0.93 * box["width"], box["y"] + 30)
    label = tab.locator(".hoverlayer .hovertext")
    expect(label).to_be_visible()
    expect(label).to_contain_text("Heilongjiang")
    expect(label).to_contain_text("of 30, from the highest")
    expect(label).to_contain_text(say("standing.derived", "en"))
    fill = label.locator("path").first.evaluate("one => getComputedStyle(one).fill")
    assert fill == "rgb(255, 255, 255)"
    assert (
        tab.locator(".main-svg").first.evaluate("one => getComputedStyle(one).overflow")
        == "visible"
    )

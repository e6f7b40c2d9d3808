"""What only a real browser shows: deep links, history, clicks, widths, no request outside."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from benchmarks.server import PAGE_LIMIT_MS as LIMIT_MS
from benchmarks.server import QUIET, open_quiet
from carbonpeak.screen.page import NAMES
from carbonpeak.words import say
from carbonpeak.words.server import IN_CHINESE

pytestmark = pytest.mark.browser
PATHS = {"overview": "/"} | {name: f"/{name}" for name in NAMES[1:]}
WIDER = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return main.scrollWidth - main.clientWidth;
}"""


def title(tab: Page, text: str) -> None:
    expect(tab.locator("h1")).to_have_text(text, timeout=LIMIT_MS)


def pressed(tab: Page, name: str) -> None:
    """Press one of a few choices that stand side by side."""
    tab.get_by_role("radio", name=name).or_(tab.get_by_role("button", name=name)).first.click()


def test_the_language_switch_lives_in_the_url_and_markup_there_is_shown_as_text(tab, address):
    """Once there and back, for the document and its frame as well."""
    markup = "<img src=x onerror=alert(1)>"
    open_quiet(tab, f"{address}/regions?lang=en&measure=co2&region={markup}")
    expect(tab.locator("p.notice")).to_contain_text("<img src=x")
    expect(tab.locator("p.notice img")).to_have_count(0)
    skip = "Skip to main content"
    expect(tab.get_by_text(skip)).to_have_count(1)
    pressed(tab, "中文")
    title(tab, say("regions.title", "zh"))
    tab.wait_for_url(re.compile("lang=zh.*measure=co2"))
    tab.wait_for_function("() => document.documentElement.lang === 'zh-CN'")
    expect(tab.get_by_text(IN_CHINESE[skip])).to_have_count(1)
    pressed(tab, "English")
    title(tab, say("regions.title", "en"))
    tab.wait_for_function("() => document.documentElement.lang === 'en'")
    expect(tab.get_by_text(skip)).to_have_count(1)


def test_reload_back_and_forward_and_a_change_of_page_keep_the_view(tab, address):
    """One walk of a reader: each step is seen where the step before led to."""
    open_quiet(tab, f"{address}/regions?lang=en&region=130000")
    subtitle = tab.locator("p.measure").first
    energy, co2 = (say(f"measure.{one}", "en") for one in ("energy", "co2"))
    tab.get_by_text(co2, exact=True).first.click()
    tab.wait_for_url(re.compile("measure=co2"))
    expect(subtitle).to_contain_text(co2, timeout=LIMIT_MS)
    for step, said in ((tab.reload, co2), (tab.go_back, energy), (tab.go_forward, co2)):
        step()
        expect(subtitle).to_contain_text(said, timeout=LIMIT_MS)
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    tab.get_by_text("2021", exact=True).first.click()
    tab.wait_for_url(re.compile("year=2021"), timeout=LIMIT_MS)
    assert_year_and_measure_go_along(tab)
    tab.get_by_role("link", name=say("regions.open", "en", name="Hebei")).click()
    title(tab, say("regions.title", "en"))
    tab.wait_for_url(re.compile("region=130000"))
    tab.get_by_role("link", name=say("sectors.open", "en", name="Iron and steel")).click()
    title(tab, say("sectors.title", "en"))
    tab.wait_for_url(re.compile("sector=31"))


def assert_year_and_measure_go_along(tab: Page) -> None:
    """Assert that the list of pages leads to Sectors with both, which shows what they ask for."""
    # The links of the sidebar are written anew once the choice has arrived.
    link = tab.get_by_role("link", name=say("nav.sectors", "en"), exact=True)
    expect(link).to_have_attribute("href", re.compile("measure=co2.*year=2021"))
    link.click()
    title(tab, say("sectors.title", "en"))
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    assert {"lang=en", "measure=co2", "year=2021"} <= set(urlsplit(tab.url).query.split("&"))
    figure = tab.locator(".st-key-figure-sector_provinces")
    expect(figure.locator("p.measure")).to_contain_text(re.compile("CO₂.*2021"))
    expect(tab.locator("p.notice")).to_have_count(0)


# The least opacity of what is drawn and written in a chart, the marks that only take clicks aside.
LEAST_OPACITY = """figure => Math.min(...[...figure.querySelectorAll(
  '.barlayer path, .bartext, .textpoint text')].map(one => {
  const style = getComputedStyle(one);
  return parseFloat(style.opacity) * parseFloat(style.fillOpacity);
}))"""
# Whether a point of the window lies within an outline, and how many outlines there are.
OUTLINES = """(figure, [x, y]) => {
  const dark = [...figure.querySelectorAll('.shapelayer path')]
    .filter(one => getComputedStyle(one).strokeWidth === '3px')
    .map(one => one.getBoundingClientRect());
  return [dark.length, dark.every(box =>
    box.left < x && x < box.right && box.top < y && y < box.bottom)];
}"""


def clicked_in(tab: Page, figure: str, across: float | str, down: float) -> list[float]:
    """Click in the plot of a figure, at shares of its size or on what is written; return where."""
    plot = tab.locator(f".st-key-figure-{figure} .nsewdrag").first
    if isinstance(across, str):
        plot = tab.locator(f".st-key-figure-{figure} .textpoint", has_text=across)
        across, down = 0.5, 0.5
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box
    place = [box["x"] + across * box["width"], box["y"] + down * box["height"]]
    tab.mouse.click(*place)
    return place


# Where is clicked, what the address says then, and who is named.
CLICKS: dict[str, list[tuple[str, float | str, float, str, str]]] = {
    "regions": [
        ("region_tiles", "TJ", 0, "region=120000", "Tianjin"),
        ("region_ranking", 0.25, 0.5 / 31, "region=140000", "Shanxi"),
    ],
    "peak": [
        ("peak_tiles", "TJ", 0, "region=120000", "Tianjin"),
        # Nation and 30 provinces below each other, 11 columns: Beijing's row, consumer goods.
        (
            "peak_matrix_plan",
            6.5 / 11,
            1.5 / 31,
            "region=110000.*sector=consumer_goods",
            "Beijing",
        ),
    ],
}


@pytest.mark.parametrize("page", CLICKS)
def test_a_click_opens_and_outlines_what_is_chosen_and_nothing_fades(tab, address, page):
    tab.set_viewport_size({"width": 1366, "height": 2600})
    open_quiet(tab, f"{address}/{page}?lang=en")
    for figure, across, down, chosen, name in CLICKS[page]:
        chart = tab.locator(f".st-key-figure-{figure}")
        before = chart.evaluate(LEAST_OPACITY)
        assert before > 0.5
        place = clicked_in(tab, figure, across, down)
        tab.wait_for_url(re.compile(chosen), timeout=LIMIT_MS)
        tab.wait_for_function(QUIET, timeout=LIMIT_MS)
        tab.mouse.move(5, 5)
        expect(tab.get_by_role("heading", name=name).first).to_be_visible()
        assert chart.evaluate(OUTLINES, place) == [1, True], figure
        assert chart.evaluate(LEAST_OPACITY) == before
        # A second click chooses nothing else: Plotly then keeps what it would let fade.
        tab.mouse.click(*place)
        tab.mouse.move(5, 5)
        tab.wait_for_function(QUIET, timeout=LIMIT_MS)
        assert chart.evaluate(LEAST_OPACITY) == before, figure
        # The drawer of what was chosen lies over the other figures.
        tab.keyboard.press("Escape")
        expect(tab.get_by_role("dialog")).to_have_count(0)
        tab.wait_for_function(QUIET, timeout=LIMIT_MS)


def test_the_slider_of_own_rates_writes_the_address(tab, address):
    open_quiet(tab, f"{address}/outlook?lang=en&scenario=own")
    tab.get_by_role("slider").first.press("ArrowRight")
    tab.wait_for_url(re.compile(r"growth=\d"), timeout=LIMIT_MS)

"""What is read in five seconds: a chart in the first screen, names that stay, circles to click."""

import re

import pytest

from tests.browser.test_browser import LIMIT_MS, QUIET, open_quiet

pytestmark = pytest.mark.browser
SCREENS = {"laptop": (1366, 768), "phone": (390, 844)}
# How many pixels of the first chart lie within the window.
SEEN = """() => innerHeight
  - document.querySelector('[data-testid="stMain"] .js-plotly-plot').getBoundingClientRect().top"""
NAMES = """name => [...document.querySelectorAll(
  '.st-key-figure-peak_matrix_division .yaxislayer-above text')]
  .find(one => one.textContent === name).getBoundingClientRect().left"""


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("page", ["peak", "outlook"])
def test_a_chart_stands_in_the_first_screen(tab, address, page, size):
    tab.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    for lang in ("zh", "en"):
        open_quiet(tab, f"{address}/{page}?lang={lang}")
        assert tab.evaluate(SEEN) > 50, lang


def test_the_names_of_the_wide_matrix_go_along_and_stay_in_sight(tab, address):
    tab.set_viewport_size({"width": 1366, "height": 1400})
    open_quiet(tab, f"{address}/peak?lang=en&columns=division")
    before = tab.evaluate(NAMES, "Hebei")
    scrolled = tab.locator(
        '.st-key-figure-peak_matrix_division [data-testid="stElementContainer"]'
    ).filter(has=tab.locator(".js-plotly-plot"))
    scrolled.last.evaluate("one => one.scrollLeft = 300")
    tab.wait_for_function(f"() => ({NAMES})('Hebei') > {before} - 5", timeout=LIMIT_MS)
    assert abs(tab.evaluate(NAMES, "Hebei") - before) < 5


def test_a_click_on_a_circle_chooses_the_division(tab, address):
    open_quiet(tab, f"{address}/sectors?lang=en&sector=30")
    # The largest circle is drawn first: power and heat.
    circle = tab.locator(".st-key-figure-sector_scatter .scatterlayer .point").first
    circle.scroll_into_view_if_needed()
    box = circle.bounding_box()
    tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 4)
    tab.wait_for_url(re.compile("sector=44"), timeout=LIMIT_MS)
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)

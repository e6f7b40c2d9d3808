"""What only a real browser shows: deep links, history, clicks, widths, no request outside."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from benchmarks.server import serving
from carbonpeak.data.catalogue import ROOT
from carbonpeak.screen.page import NAMES
from carbonpeak.words import say

pytestmark = pytest.mark.browser
LIMIT_MS = 60_000
PATHS = {"overview": "/"} | {name: f"/{name}" for name in NAMES[1:]}
# True once every chart is drawn and nothing is being run or loaded.
QUIET = """() => {
  const one = name => document.querySelector(`[data-testid="${name}"]`);
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return !one('stSkeleton') && !one('stSpinner') && !document.querySelector('[data-stale="true"]')
    && document.querySelector('[data-testid="stMain"] h1')
    && one('stApp').getAttribute('data-test-script-state') === 'notRunning'
    && charts.every(chart => chart.querySelector('.main-svg'));
}"""
WIDER = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return main.scrollWidth - main.clientWidth;
}"""


def open_quiet(tab: Page, url: str) -> None:
    tab.goto(url)
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)


def title(tab: Page, text: str) -> None:
    expect(tab.locator("h1")).to_have_text(text, timeout=LIMIT_MS)


def test_the_first_visitor_may_come_by_a_deep_link(tab):
    with serving() as (address, _):
        open_quiet(tab, f"{address}/regions?lang=zh&region=320000")
        title(tab, say("regions.title", "zh"))
        expect(
            tab.get_by_role("heading", name=say("regions.drill", "zh", name="江苏"))
        ).to_be_visible()
        assert_open_to_all_pages(tab)
        # The sidebar works from there too, and keeps the language.
        tab.get_by_role("link", name=say("nav.sectors", "zh"), exact=True).click()
        title(tab, say("sectors.title", "zh"))
        assert "lang=zh" in tab.url


def test_the_first_visitor_may_name_the_page_that_also_stands_at_the_root(tab):
    with serving() as (address, _):
        open_quiet(tab, f"{address}/{NAMES[0]}?lang=en")
        title(tab, say(f"{NAMES[0]}.title", "en"))
        assert_open_to_all_pages(tab)


def assert_open_to_all_pages(tab: Page) -> None:
    """Assert that the first page of a server is shown without fault and links to all of them."""
    expect(tab.locator('[data-testid="stException"], [role="dialog"]')).to_have_count(0)
    links = tab.locator('[data-testid="stSidebar"] [data-testid="stPageLink-NavLink"]')
    paths = [one.get_attribute("href") or "" for one in links.all()]
    # The page that is open is named, and no link.
    assert len(paths) == len(NAMES) - 1
    assert [path for path in paths if NAMES[0] in path] == []


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh"), ("en-GB", "en")])
def test_the_browser_chooses_the_first_language(chromium, address, locale, lang):
    context = chromium.new_context(locale=locale)
    tab = context.new_page()
    open_quiet(tab, address)
    title(tab, say("overview.title", lang))
    context.close()


def test_the_language_switch_lives_in_the_url(tab, address):
    open_quiet(tab, f"{address}/regions?lang=en&measure=co2")
    tab.get_by_role("radio", name="中文").or_(tab.get_by_role("button", name="中文")).first.click()
    title(tab, say("regions.title", "zh"))
    tab.wait_for_url(re.compile("lang=zh"))
    assert "measure=co2" in tab.url


def test_reload_back_and_forward_keep_the_view(tab, address):
    open_quiet(tab, f"{address}/regions?lang=en")
    pressed = tab.get_by_text(say("measure.co2", "en"), exact=True).first
    pressed.click()
    tab.wait_for_url(re.compile("measure=co2"))
    subtitle = tab.locator("p.measure").first
    expect(subtitle).to_contain_text(say("measure.co2", "en"), timeout=LIMIT_MS)
    tab.reload()
    expect(tab.locator("p.measure").first).to_contain_text(
        say("measure.co2", "en"), timeout=LIMIT_MS
    )
    tab.go_back()
    expect(tab.locator("p.measure").first).to_contain_text(
        say("measure.energy", "en"), timeout=LIMIT_MS
    )
    tab.go_forward()
    expect(tab.locator("p.measure").first).to_contain_text(
        say("measure.co2", "en"), timeout=LIMIT_MS
    )


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
# The boxes of tiles and of the lines of the legend, and how many pairs of both overlap.
OVERLAPS = """figure => {
  const boxes = name => [...figure.querySelectorAll(name)].map(one => one.getBoundingClientRect());
  const tiles = boxes('.textpoint text'), lines = boxes('.annotation-text');
  const meet = (one, other) => one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom;
  return [tiles.length, lines.length,
    lines.flatMap(line => tiles.filter(tile => meet(line, tile))).length];
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


@pytest.mark.parametrize(
    ("page", "figure", "across", "down", "chosen", "name"),
    [
        ("regions", "region_tiles", "TJ", 0, "region=120000", "Tianjin"),
        ("regions", "region_ranking", 0.25, 0.5 / 31, "region=140000", "Shanxi"),
        ("peak", "peak_tiles", "TJ", 0, "region=120000", "Tianjin"),
        # Nation and 30 provinces below each other, 11 columns: Beijing's row, consumer goods.
        (
            "peak",
            "peak_matrix_plan",
            6.5 / 11,
            1.5 / 31,
            "region=110000.*sector=consumer_goods",
            "Beijing",
        ),
    ],
)
def test_a_click_opens_and_outlines_what_is_chosen_and_nothing_fades(
    tab, address, page, figure, across, down, chosen, name
):
    tab.set_viewport_size({"width": 1366, "height": 2600})
    open_quiet(tab, f"{address}/{page}?lang=en")
    chart = tab.locator(f".st-key-figure-{figure}")
    before = chart.evaluate(LEAST_OPACITY)
    place = clicked_in(tab, figure, across, down)
    tab.wait_for_url(re.compile(chosen), timeout=LIMIT_MS)
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    tab.mouse.move(5, 5)
    expect(tab.get_by_role("heading", name=name).first).to_be_visible()
    assert chart.evaluate(OUTLINES, place) == [1, True]
    assert before > 0.5
    assert chart.evaluate(LEAST_OPACITY) == before
    # A second click chooses nothing else: Plotly then keeps what it would let fade.
    tab.mouse.click(*place)
    tab.mouse.move(5, 5)
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    assert chart.evaluate(LEAST_OPACITY) == before


@pytest.mark.parametrize(("page", "figure"), [("regions", "region_tiles"), ("peak", "peak_tiles")])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_legend_never_lies_on_a_tile_however_the_window_changes(
    tab, address, page, figure, lang
):
    open_quiet(tab, f"{address}/{page}?lang={lang}")
    chart = tab.locator(f".st-key-figure-{figure}")
    for width in (1366, 800, 400, 1366, 360, 1920):
        tab.set_viewport_size({"width": width, "height": 768})
        tab.wait_for_function(QUIET, timeout=LIMIT_MS)
        # Drawn anew once the picture is as wide as its place.
        tab.wait_for_function(
            """name => {
              const figure = document.querySelector(name);
              const room = figure.querySelector('[data-testid="stPlotlyChart"]').clientWidth;
              return Math.abs(figure.querySelector('.main-svg').clientWidth - room) <= 1;
            }""",
            arg=f".st-key-figure-{figure}",
            timeout=LIMIT_MS,
        )
        tiles, lines, overlaps = chart.evaluate(OVERLAPS)
        assert (tiles, overlaps) == (31, 0)
        assert lines > 3


def test_the_slider_of_own_rates_writes_the_address(tab, address):
    open_quiet(tab, f"{address}/outlook?lang=en&scenario=own")
    tab.get_by_role("slider").first.press("ArrowRight")
    tab.wait_for_url(re.compile(r"growth=\d"), timeout=LIMIT_MS)
    tab.reload()
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    assert "growth=" in tab.url


def test_a_province_links_to_its_sectors_and_back(tab, address):
    open_quiet(tab, f"{address}/regions?lang=en&region=130000")
    tab.get_by_role("link", name=say("sectors.open", "en", name="Iron and steel")).click()
    title(tab, say("sectors.title", "en"))
    tab.wait_for_url(re.compile("sector=31"))
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    tab.get_by_role("link", name=say("regions.open", "en", name="Hebei")).click()
    title(tab, say("regions.title", "en"))
    tab.wait_for_url(re.compile("region=130000"))


def test_measure_and_year_survive_a_change_of_page(tab, address):
    open_quiet(tab, f"{address}/regions?lang=en")
    for words, said in ((say("measure.co2", "en"), "measure=co2"), ("2021", "year=2021")):
        tab.get_by_text(words, exact=True).first.click()
        tab.wait_for_url(re.compile(said), timeout=LIMIT_MS)
        tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    # The links of the sidebar are written anew once the choice has arrived.
    link = tab.get_by_role("link", name=say("nav.sectors", "en"), exact=True)
    expect(link).to_have_attribute("href", re.compile("measure=co2.*year=2021"))
    link.click()
    title(tab, say("sectors.title", "en"))
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    assert {"measure=co2", "year=2021"} <= set(urlsplit(tab.url).query.split("&"))
    figure = tab.locator(".st-key-figure-sector_provinces")
    expect(figure.locator("p.measure")).to_contain_text(re.compile("CO₂.*2021"))
    expect(tab.locator("p.notice")).to_have_count(0)


def test_markup_in_the_url_is_shown_as_text(tab, address):
    open_quiet(tab, f"{address}/regions?lang=en&region=<img src=x onerror=alert(1)>")
    expect(tab.locator("p.notice")).to_contain_text("<img src=x")
    expect(tab.locator("p.notice img")).to_have_count(0)


def repeat_a_row(table):
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")


def test_a_fault_of_the_data_is_said_in_words(tab, tmp_path):
    root = tmp_path / "copy"
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(".venv", ".git", "tests", ".*_cache"))
    table = root / "data" / "tables" / "value_added.csv"
    whole = table.read_bytes()
    repeat_a_row(table)
    with serving(root) as (address, _):
        twice = "数据表文件 tables/value_added.csv 的键 year, region_code 有重复"
        assert_said(tab, address, root, twice)
        # What was mended is read again.
        table.write_bytes(whole)
        (root / "queries" / "regions__all.sql").unlink()
        assert_said(tab, address, root, "查询文件 queries/regions__all.sql 不存在")


def assert_said(tab: Page, address: str, root: Path, fault: str) -> None:
    """Assert that a page says a fault of the data and what to do, and no more."""
    tab.goto(f"{address}/sectors?lang=zh")
    expect(tab.get_by_text(say("fault.start", "zh"))).to_be_visible(timeout=LIMIT_MS)
    expect(tab.get_by_text(fault)).to_be_visible(timeout=LIMIT_MS)
    # Where the program lies on the server is nobody's business.
    expect(tab.get_by_text(str(root))).to_have_count(0)
    expect(tab.get_by_text("Traceback")).to_have_count(0)


def test_the_sidebar_can_be_opened_on_a_small_screen(tab, address):
    tab.set_viewport_size({"width": 390, "height": 768})
    open_quiet(tab, f"{address}/?lang=zh")
    tab.locator('[data-testid="stExpandSidebarButton"]').click()
    expect(tab.get_by_role("link", name=say("nav.regions", "zh"), exact=True)).to_be_visible()

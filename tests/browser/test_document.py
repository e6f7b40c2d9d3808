"""The document around the pages: its language, its words, its width, what runs in it."""

import re
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from benchmarks.server import PAGE_LIMIT_MS as LIMIT_MS
from benchmarks.server import QUIET
from carbonpeak.screen.page import NAMES
from carbonpeak.words import LANGS, say
from carbonpeak.words.server import IN_CHINESE
from tests.browser.test_browser import PATHS, WIDER, title

pytestmark = pytest.mark.browser
TAGS = {"zh": "zh-CN", "en": "en"}
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => Number(one.tagName[1]))"
# What a reader meets who listens: texts and labels without a Chinese character.
ENGLISH = """() => {
  const labels = [...document.querySelectorAll('[aria-label], [title], [placeholder]')]
    .flatMap(one => ['aria-label', 'title', 'placeholder'].map(name => one.getAttribute(name)));
  const frame = [...document.querySelectorAll('a, button, label')].map(one => one.textContent);
  return [...labels, ...frame].map(text => (text || '').trim())
    .filter(text => /[A-Za-z]{3}/.test(text) && !/[\u4e00-\u9fff]/.test(text));
}"""
# What is drawn and heard beside its words, and ways below figures that are called alike.
HEARD = """() => {
  const drawn = document.querySelectorAll('.main-svg:not([aria-hidden="true"])').length;
  const names = [...document.querySelectorAll('[class*="st-key-bar-"] button')]
    .map(one => one.textContent);
  return [drawn, names.length - new Set(names).size];
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
# True once every chart is as wide as its place.
REDRAWN = """() => [...document.querySelectorAll('.svg-container')].every(one =>
  Math.abs(one.offsetWidth - one.closest('[data-testid="stFullScreenFrame"]').clientWidth) < 2)"""
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
# How many pixels of the first chart lie within the window.
SEEN = """() => innerHeight
  - document.querySelector('[data-testid="stMain"] .js-plotly-plot').getBoundingClientRect().top"""
# Pages whose charts have legends that could come to lie on what is drawn, and maps of tiles.
LEGENDS = {"regions": "region_tiles", "peak": "peak_tiles", "drivers": "", "outlook": ""}
FIRST_SCREEN = ("peak", "outlook")
# The windows that one is drawn to, and back, by turns of the language; the last is a telephone's.
WIDTHS = {"zh": (700, 390), "en": (360, 1366, 390)}
ALL_WIDTHS = (800, 400, 1366, 700, 1920, 700, 360, 1366, 390)
# Names of icons, drawn as pictures by a font, of the other language, of files and figures.
NO_WORDS = re.compile(r"[a-z_]+(CSV|XLSX|Parquet)?|English|tables/.*|[a-z_]+;.*@.*")


def spoken(tab):
    # A page that has only just been committed may have no element yet.
    tab.wait_for_selector("html", state="attached")
    return tab.evaluate("[document.documentElement.lang, document.documentElement.translate]")


@contextmanager
def listening(tab):
    """Yield what the console of a tab says, and the machines that it asks."""
    lines, hosts = [], set()
    hear = {
        "console": lambda line: lines.append(line.text),
        "request": lambda request: hosts.add(urlsplit(request.url).hostname or ""),
    }
    for event, note in hear.items():
        tab.on(event, note)
    yield lines, hosts
    for event, note in hear.items():
        tab.remove_listener(event, note)


def pytest_generate_tests(metafunc):
    """Visit every page in Chinese, and those of many charts in English; with ``--in-full`` all."""
    if "visited" in metafunc.fixturenames:
        in_full = metafunc.config.getoption("--in-full")
        both = PATHS if in_full else (NAMES[0], *LEGENDS)
        visits = [(name, lang) for name in PATHS for lang in LANGS if lang == "zh" or name in both]
        metafunc.parametrize("visited", visits, ids="-".join)


def test_a_page_is_whole_in_its_language_and_keeps_to_itself(tab, address, visited, fewer):
    """One visit, all that holds of every page: opening it is dear. The first needs no language."""
    name, lang = visited
    language = TAGS[lang] if name == NAMES[0] else "en-GB"
    with listening(tab) as (refused, hosts), speaking(tab, language):
        tab.goto(f"{address}{asked(name, lang)}", wait_until="commit")
        assert spoken(tab) == [TAGS[lang], False]
        tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    assert spoken(tab) == [TAGS[lang], False]
    title(tab, say(f"{name}.title", lang))
    assert hosts - {""} == {"127.0.0.1"}
    assert [line for line in refused if "Content Security Policy" in line] == []
    assert_heads_in_order(tab)
    assert tab.evaluate(HEARD) == [0, 0]
    if lang == "zh":
        assert [text for text in tab.evaluate(ENGLISH) if not NO_WORDS.fullmatch(text)] == []
    expect(
        tab.locator('[data-testid="stException"], [data-testid="stAlertContentError"]')
    ).to_have_count(0)
    assert_links_to_all_pages(tab, name)
    assert_fits(tab, name)
    widths = ALL_WIDTHS if fewer == 1 else WIDTHS[lang]
    for width in widths if name in LEGENDS else widths[-1:]:
        tab.set_viewport_size({"width": width, "height": 844})
        tab.wait_for_function(f"() => ({WIDER})() <= 0", timeout=LIMIT_MS)
        assert_nothing_is_covered(tab, name)
    assert_fits(tab, name)


def asked(name, lang):
    """Return what is asked for: of the first page no language, and in English by its name."""
    if name != NAMES[0]:
        return f"{PATHS[name]}?lang={lang}"
    return "/" if lang == "zh" else f"/{name}"


@contextmanager
def speaking(tab, language):
    """Let the browser of a tab speak a language."""
    session = tab.context.new_cdp_session(tab)
    agent = tab.evaluate("navigator.userAgent")
    session.send("Emulation.setUserAgentOverride", {"userAgent": agent, "acceptLanguage": language})
    yield
    session.detach()


def assert_links_to_all_pages(tab, name):
    """Assert that a page is in no dialog and links to all others; it is named, and no link."""
    expect(tab.locator('[role="dialog"]')).to_have_count(0)
    links = tab.locator('[data-testid="stSidebar"] [data-testid="stPageLink-NavLink"]')
    paths = [one.get_attribute("href") or "" for one in links.all()]
    assert len(paths) == len(NAMES) - 1
    assert [path for path in paths if NAMES[0] in path or f"/{name}" in path] == []


def assert_heads_in_order(tab):
    """Assert that heads begin with the first level and never leave one out."""
    levels = tab.evaluate(LEVELS)
    assert levels[0] == 1
    assert [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1] == []


def assert_fits(tab, name):
    """Assert that a page does not scroll sideways, and where it must, a chart is in sight."""
    assert tab.evaluate(WIDER) <= 0
    if name in FIRST_SCREEN:
        assert tab.evaluate(SEEN) > 50


def assert_nothing_is_covered(tab, name):
    """Assert that no legend lies on a mark or a tile once all is drawn for the window."""
    tab.wait_for_function(REDRAWN)
    assert tab.evaluate(CLEAR), tab.viewport_size
    if LEGENDS.get(name):
        chart = tab.locator(f".st-key-figure-{LEGENDS[name]}")
        tiles, lines, overlaps = chart.evaluate(OVERLAPS)
        assert (tiles, overlaps) == (31, 0), tab.viewport_size
        assert lines > 3


def test_a_page_that_is_none_is_said_in_chinese(tab, address):
    tab.goto(f"{address}/nowhere?lang=zh")
    expect(tab.get_by_role("dialog")).to_contain_text(
        IN_CHINESE["Page not found"], timeout=LIMIT_MS
    )
    assert not re.search("[A-Za-z]{3}", tab.get_by_role("dialog").inner_text())


def test_an_old_browser_is_told_so_in_both_languages(chromium, address):
    tab = chromium.new_page()
    # As a browser answers that does not know the flag.
    tab.add_init_script(
        "const Real = RegExp; window.RegExp = function (source, flags) {"
        " if (String(flags).includes('v')) throw new SyntaxError('Invalid flags');"
        " return new Real(source, flags); }; window.RegExp.prototype = Real.prototype;"
    )
    tab.goto(f"{address}/regions")
    for lang in LANGS:
        expect(tab.get_by_role("alert")).to_contain_text(say("server.old_browser", lang))
    tab.close()


def test_a_page_that_cannot_reach_its_server_says_so(chromium, address):
    tab = chromium.new_page()
    tab.route_web_socket(re.compile("_stcore/stream"), lambda socket: socket.close())
    tab.clock.install()
    tab.goto(f"{address}/regions?lang=zh")
    tab.clock.run_for(21_000)
    for lang in LANGS:
        expect(tab.locator("#carbonpeak-said")).to_contain_text(say("server.unreached", lang))
    tab.close()

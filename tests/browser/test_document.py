"""The document around the pages: its language, its words, its width, what runs in it."""

import re
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from carbonpeak.words import LANGS, say
from carbonpeak.words.server import IN_CHINESE
from tests.browser.test_browser import LIMIT_MS, PATHS, QUIET, WIDER, open_quiet, title

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


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PATHS)
def test_a_page_is_whole_in_its_language_and_keeps_to_itself(tab, address, name, lang):
    """One visit, all that holds of every page: opening it is dear."""
    with listening(tab) as (refused, hosts):
        tab.goto(f"{address}{PATHS[name]}?lang={lang}", wait_until="commit")
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
    assert_fits(tab)
    expect(
        tab.locator('[data-testid="stException"], [data-testid="stAlertContentError"]')
    ).to_have_count(0)


def assert_heads_in_order(tab):
    """Assert that heads begin with the first level and never leave one out."""
    levels = tab.evaluate(LEVELS)
    assert levels[0] == 1
    assert [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1] == []


def assert_fits(tab):
    """Assert that a page never scrolls sideways, on an office screen and on a telephone."""
    assert tab.evaluate(WIDER) <= 0
    tab.set_viewport_size({"width": 390, "height": 768})
    tab.wait_for_function(f"() => ({WIDER})() <= 0", timeout=LIMIT_MS)


def test_the_language_of_the_document_follows_the_switch(tab, address):
    open_quiet(tab, f"{address}/regions?lang=en")
    expect(tab.get_by_text("Skip to main content")).to_have_count(1)
    tab.get_by_role("radio", name="中文").or_(tab.get_by_role("button", name="中文")).first.click()
    title(tab, say("regions.title", "zh"))
    tab.wait_for_function("() => document.documentElement.lang === 'zh-CN'")
    expect(tab.get_by_text(IN_CHINESE["Skip to main content"])).to_have_count(1)
    tab.get_by_role("radio", name="English").or_(
        tab.get_by_role("button", name="English")
    ).first.click()
    tab.wait_for_function("() => document.documentElement.lang === 'en'")


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

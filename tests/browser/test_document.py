"""The document around the pages: its language, its words, the first reader, what runs in it."""

import re

import pytest
from playwright.sync_api import expect

from carbonpeak.screen.page import NAMES
from carbonpeak.words import LANGS, say
from carbonpeak.words.server import IN_CHINESE
from tests.browser.conftest import serving
from tests.browser.test_browser import LIMIT_MS, PATHS, QUIET, open_quiet, title

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
# Names of icons, drawn as pictures by a font, of the other language, of files and figures.
NO_WORDS = re.compile(r"[a-z_]+|English|tables/.*|[a-z_]+;.*@.*")


def spoken(tab):
    # A page that has only just been committed may have no element yet.
    tab.wait_for_selector("html", state="attached")
    return tab.evaluate("[document.documentElement.lang, document.documentElement.translate]")


# The page that also stands at the root, and two of the others: each needs a server of its own.
@pytest.mark.parametrize("name", [NAMES[0], NAMES[1], NAMES[-1]])
def test_the_first_reader_of_a_server_may_ask_for_any_page(chromium, name):
    own = "zh" if NAMES.index(name) % 2 else "en"
    with serving() as address:
        tab = chromium.new_page()
        open_quiet(tab, f"{address}/{name}?lang={own}")
        title(tab, say(f"{name}.title", own))
        expect(tab.locator('[data-testid="stException"], [role="dialog"]')).to_have_count(0)
        links = tab.locator('[data-testid="stSidebar"] [data-testid="stPageLink-NavLink"]')
        paths = [one.get_attribute("href") or "" for one in links.all()]
        assert len(paths) == len(NAMES)
        assert [path for path in paths if NAMES[0] in path] == []
        tab.close()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PATHS)
def test_a_page_says_its_language_offers_no_translation_and_keeps_its_policy(
    tab, address, name, lang
):
    refused: list[str] = []
    tab.on("console", lambda line: refused.append(line.text))
    tab.goto(f"{address}{PATHS[name]}?lang={lang}", wait_until="commit")
    assert spoken(tab) == [TAGS[lang], False]
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)
    assert spoken(tab) == [TAGS[lang], False]
    assert [line for line in refused if "Content Security Policy" in line] == []
    levels = tab.evaluate(LEVELS)
    assert levels[0] == 1
    assert [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1] == []
    if lang == "zh":
        assert [text for text in tab.evaluate(ENGLISH) if not NO_WORDS.fullmatch(text)] == []


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

"""Export in a real browser: from a figure to a file and back, older data, no browser to draw."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.server import PAGE_LIMIT_MS as LIMIT_MS
from benchmarks.server import open_quiet
from carbonpeak.data.catalogue import ROOT
from carbonpeak.export import tray
from carbonpeak.export.passport import Passport
from carbonpeak.export.recognise import MAX_BYTES
from carbonpeak.export.tray import Item, Tray
from carbonpeak.words import say
from tests.export import every

pytestmark = pytest.mark.browser
REFUSED = '[data-testid="stFileChip"][aria-invalid="true"]'


def window(tab: Page, address: str, path: str, figure: str) -> None:
    """Open the export of a figure."""
    open_quiet(tab, f"{address}/{path}")
    tab.locator(f".st-key-export-{figure} button").click()
    expect(tab.get_by_role("dialog")).to_be_visible(timeout=LIMIT_MS)


def download(tab: Page, key: str, folder: Path) -> Path:
    button = tab.locator(f".st-key-{key} button")
    expect(button).to_be_enabled(timeout=LIMIT_MS)
    with tab.expect_download(timeout=LIMIT_MS) as coming:
        button.click()
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def test_a_figure_goes_into_a_file_and_the_file_finds_the_figure(tab, address, tmp_path):
    window(tab, address, "regions?lang=zh&year=2021", "region_tiles")
    expect(tab.get_by_role("dialog").locator("img")).to_be_visible(timeout=LIMIT_MS)
    file = download(tab, "export-download", tmp_path)
    seen, dpi = every.png(file.read_bytes())
    assert dpi == 300
    assert round(seen.width_mm) == 156
    assert "year=2021" in seen.passport
    rows = download(tab, "export-csv", tmp_path).read_text(encoding="utf-8-sig")
    assert len(rows.splitlines()) == 32
    open_quiet(tab, f"{address}/figures?lang=en")
    tab.set_input_files('[data-testid="stFileUploader"] input', file)
    expect(tab.locator('[data-testid="stAlertContentSuccess"]')).to_be_visible(timeout=LIMIT_MS)
    expect(tab.locator(".st-key-figure-region_tiles .main-svg").first).to_be_visible()
    assert "passport=region_tiles" in tab.url


def test_what_is_dropped_and_is_no_figure_is_said_in_words(tab, address, tmp_path):
    """Of a file without a passport, of one too large, and of one that the server refuses."""
    open_quiet(tab, f"{address}/figures?lang=zh")
    text, large = tmp_path / "a.txt", tmp_path / "large.png"
    text.write_text("hello", encoding="utf-8")
    large.write_bytes(b"\x89PNG" + bytes(MAX_BYTES))
    place = '[data-testid="stFileUploader"] input'
    tab.set_input_files(place, text)
    fault = tab.locator('p.notice[role="alert"]')
    expect(fault).to_contain_text(say("recognise.fault.no_passport", "zh"), timeout=LIMIT_MS)
    tab.set_input_files(place, large)
    assert chip_words(tab) == f'"{say("found.not_sent", "zh")}"'
    tab.get_by_role("button", name=large.name).click()
    expect(tab.locator(REFUSED)).to_have_count(0)
    tab.route("**/_stcore/upload_file/**", refuse)
    tab.set_input_files(place, text)
    assert chip_words(tab) == f'"{say("found.not_sent", "zh")}"'
    assert "大" not in say("found.not_sent", "zh")


def chip_words(tab):
    chip = tab.locator(REFUSED)
    expect(chip).to_be_visible(timeout=LIMIT_MS)
    return chip.evaluate("chip => getComputedStyle(chip, '::after').content")


def refuse(route):
    if route.request.method == "PUT":
        route.fulfill(status=403, body="XSRF token missing or invalid")
    else:
        route.continue_()


HOSTILE = (
    "https://evil.example/login :material/home: <- -> x@y.z\n"
    "===\n    code\n# a **b** [x](//y) ![](//x) <img src=//x> $x$"
)


def with_glide(tab, address, title=""):
    """Open the tray with one figure in it, in Chinese."""
    version = json.loads((ROOT / "data/datapackage.json").read_text(encoding="utf-8"))["version"]
    text = tray.written(Tray(version, (Item("glide_energy", (), title, title),)))
    open_quiet(tab, f"{address}/figures?lang=zh&tray={text}")


def test_own_words_of_a_link_are_shown_letter_by_letter(tab, address):
    with_glide(tab, address, HOSTILE)
    row = tab.locator(".st-key-tray-0")
    expect(row.locator(".own-note")).to_have_text(HOSTILE)
    assert row.locator(".listed").inner_text() == f"1. {HOSTILE}"
    assert row.locator(".own-note").inner_text() == HOSTILE
    for tag in ("a", "img", "code", "strong", "h1", "h2"):
        assert row.locator(f".stHtml {tag}").count() == 0


def test_what_is_typed_into_the_tray_outlives_the_key_escape(tab, address):
    with_glide(tab, address)
    row = tab.locator(".st-key-tray-0")
    row.get_by_text(say("tray.edit", "zh")).click()
    note = row.locator("textarea").nth(1)
    note.click()
    note.press_sequentially("第三章用")
    hint = row.locator('[data-testid="InputInstructions"] span').first
    expect(hint).to_be_attached()
    assert hint.evaluate("one => getComputedStyle(one).fontSize") == "0px"
    after = "one => getComputedStyle(one, '::after').content"
    assert hint.evaluate(after) == f'"{say("control.typed", "zh")}"'
    note.press("Escape")
    expect(note).to_have_value("第三章用")
    row.locator(".listed").click()
    expect(row.locator(".own-note")).to_have_text("第三章用", timeout=LIMIT_MS)
    tab.reload()
    expect(tab.locator(".st-key-tray-0 .own-note")).to_have_text("第三章用", timeout=LIMIT_MS)


def test_a_report_is_made_shown_and_given(tab, address, tmp_path):
    open_quiet(tab, f"{address}/figures?lang=zh&template=brief&region=130000")
    tab.locator(".st-key-making-ready button").click()
    file = download(tab, "download-ready", tmp_path)
    assert file.name.startswith("brief_130000_")
    assert file.read_bytes()[:2] == b"PK"


def open_tiles_of(tab, elsewhere, version):
    given = Passport("peak_tiles", (("scope", "total"), ("until", "2022")), version).id
    open_quiet(tab, f"{elsewhere.address}/figures?lang=en&passport={given}")


def test_a_figure_of_older_data_says_so_and_both_can_be_opened(tab, elsewhere):
    old = elsewhere.whole
    open_tiles_of(tab, elsewhere, old)
    expect(tab.locator('[data-testid="stAlertContentWarning"]')).to_contain_text(old)
    then = tab.get_by_role("radio", name=say("found.then", "en", version=old))
    then.click()
    expect(then).to_be_checked(timeout=LIMIT_MS)
    tab.locator(".st-key-export-peak_tiles button").click()
    code = tab.get_by_role("dialog").locator("code")
    expect(code).to_contain_text(f"@{old}.", timeout=LIMIT_MS)


def test_a_figure_of_older_data_that_were_altered_is_not_drawn_from_them(tab, elsewhere):
    open_tiles_of(tab, elsewhere, elsewhere.altered)
    expect(tab.get_by_text(say("fault.earlier", "en"))).to_be_visible(timeout=LIMIT_MS)
    expect(tab.get_by_text("tables/gdp.csv: its content does not match")).to_be_visible()
    expect(tab.locator(".st-key-figure-peak_tiles")).to_be_visible(timeout=LIMIT_MS)


def test_without_a_browser_on_the_server_the_export_says_what_to_install(tab, elsewhere, tmp_path):
    window(tab, elsewhere.address, "?lang=zh", "glide_energy")
    fault = tab.get_by_role("dialog").locator('[data-testid="stAlertContentError"]')
    expect(fault).to_have_text(say("export.fault.no_browser", "zh"), timeout=LIMIT_MS)
    assert download(tab, "export-xlsx", tmp_path).read_bytes()[:2] == b"PK"
    expect(tab.locator(".st-key-export-download")).to_have_count(0)

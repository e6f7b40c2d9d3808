"""Own figures in a real browser, by two who log in: draft, publishing, and the way back."""

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from benchmarks.server import PAGE_LIMIT_MS as LIMIT_MS
from benchmarks.server import QUIET, open_quiet
from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.dataset import Dataset
from carbonpeak.export import tray
from carbonpeak.export.tray import Item, Tray
from carbonpeak.words import say
from tests import bureau_file
from tests.browser.test_export import download
from tests.browser.test_login import Place, log_in, opened
from tests.bureau_file import PROVINCE

# The provider answers in a thread of the tests; what its own parts warn of is not ours.
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore")]
SEEN = f"/regions?lang=en&region={PROVINCE}"


def arrived(tab: Page, place: Place, who: str, path: str) -> None:
    """Open a path as somebody, who logs in there."""
    opened(tab, place, path)
    log_in(tab, who)
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)


def shown(tab: Page, place: Place, more: str = "") -> str:
    """Return all that the page of a province says: what is looked at, then the figures."""
    open_quiet(tab, f"{place.address}{SEEN}{more}")
    return tab.get_by_test_id("stMain").inner_text()


def figures(said: str) -> str:
    """Return what a page says from its first control on."""
    return said.partition("Measure")[2]


def typed(tab: Page, key: str, text: str) -> None:
    tab.locator(f".st-key-{key} input").fill(text)
    tab.locator(f".st-key-{key} input").press("Enter")
    tab.wait_for_function(QUIET, timeout=LIMIT_MS)


def press(tab: Page, key: str) -> None:
    tab.locator(f".st-key-{key} button").click()


def drafted(tab: Page, folder: Path, content: bytes) -> str:
    """Give a file, confirm its warning, and return the draft that is made of it."""
    file = {"name": "河北省2023.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    tab.set_input_files('[data-testid="stFileUploader"] input', files=[file])
    expect(tab.get_by_text("Errors: 0. To be confirmed: 5.")).to_be_visible(timeout=LIMIT_MS)
    typed(tab, "own-who", "Hebei bureau")
    press(tab, "own-make")
    expect(tab.get_by_text("rules: coverage")).to_be_visible(timeout=LIMIT_MS)
    assert own_versions.listed(folder) == {}
    typed(tab, "own-reason-coverage", "others report later")
    press(tab, "own-make")
    expect(tab.locator(".st-key-publish-ask")).to_be_visible(timeout=LIMIT_MS)
    [version] = own_versions.listed(folder)
    return version


def sure(tab: Page, version: str) -> None:
    """Press what asks, then what publishes, and see that it is done."""
    press(tab, "publish-ask")
    question = tab.get_by_role("dialog")
    expect(question).to_contain_text(version, timeout=LIMIT_MS)
    press(tab, "publish-yes")
    done = say("versions.publish.done", "en", version=version)
    expect(tab.get_by_text(done)).to_be_visible(timeout=LIMIT_MS)


def assert_made_into_files(tab: Page, place: Place, version: str, folder: Path) -> None:
    """Assert that an owner has a figure of a draft as a file by the queue of the server."""
    held = tray.written(Tray(version, (Item("region_path", (("region", PROVINCE),)),)))
    query = f"lang=en&data={version}&bundle=zip&tray={held}"
    open_quiet(tab, f"{place.address}/figures?{query}")
    press(tab, "making-tray")
    file = download(tab, "download-tray", folder)
    assert version in file.name
    names = zipfile.ZipFile(io.BytesIO(file.read_bytes())).namelist()
    assert any(name.endswith(".csv") for name in names)


def assert_refused(tab: Page, place: Place, version: str, before: str) -> None:
    """Assert that another, who asked for files of a draft, gets none and sees what is published."""
    assert f"{version} is not published" in tab.get_by_test_id("stMain").inner_text()
    expect(tab.locator(".st-key-download-tray")).to_have_count(0)
    said = shown(tab, place, f"&data={version}")
    assert f"{version} is not published" in said
    assert figures(said) == figures(before)


def test_a_draft_is_its_owner_s_until_it_is_published_and_taken_back_to_the_digit(
    browsing: BrowserContext, tab: Page, strict: Place, tmp_path: Path, data: Dataset
) -> None:
    """The owner has two tabs of one browser, another reader one of another."""
    place, folder, other = strict, strict.data, tab
    shipped = catalogue.load(folder).version
    working, looking = browsing.new_page(), browsing.new_page()
    arrived(working, place, "ann", "/own_data?lang=en&table=all")
    before = shown(looking, place)
    version = drafted(working, folder, bureau_file.content(data))
    previewed = shown(looking, place, f"&data={version}")
    assert "nobody else sees it" in previewed
    assert figures(previewed) != figures(before)
    assert_made_into_files(looking, place, version, tmp_path)
    arrived(other, place, "ben", f"/figures?lang=en&data={version}")
    assert_refused(other, place, version, before)
    assert own_versions.pointed(folder) == ""
    sure(working, version)
    assert own_versions.pointed(folder) == version
    assert figures(shown(looking, place)) == figures(previewed)
    open_quiet(working, f"{place.address}/versions?lang=en")
    typed(working, "publish-who", "Hebei bureau")
    typed(working, "publish-why", "taken back")
    sure(working, shipped)
    assert shown(looking, place) == before

"""nginx with TLS before two processes, at the root and below a path, in a real browser."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page

from benchmarks import server
from benchmarks.proxy import Proxied
from carbonpeak.data.dataset import Dataset
from carbonpeak.export import lookup
from carbonpeak.words.speaker import Speaker
from tests.deploy.conftest import port

PATH = "/carbon"


@pytest.fixture(scope="module")
def below_a_path() -> Iterator[str]:
    """The address of a server below a path."""
    with server.serving(path=PATH) as (address, _):
        yield address


@pytest.fixture(scope="module", params=["", PATH], ids=["root", "path"])
def proxied(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proxied]:
    """A proxy of one server for both places: which of two answers is told in another test."""
    known = port(request.getfixturevalue("below_a_path" if request.param else "address"))
    folder = tmp_path_factory.mktemp("nginx")
    with closing(Proxied(folder, (known, known), request.param, is_tls=True)) as made:
        yield made


# A file, and what is looked up, are asked for alike in both places: below the path alone.
BELOW = pytest.mark.parametrize("proxied", [PATH], indirect=True, ids=["path"], scope="module")


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(ignore_https_errors=True, locale="en-GB")
    yield context.new_page()
    context.close()


def asked(address: str) -> tuple[int, dict[str, str]]:
    """Return the status and the headers of an answer, its own and not where it leads."""
    with urllib.request.urlopen(address, context=server.UNCHECKED) as answer:
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}


def test_every_answer_says_how_it_is_to_be_kept(proxied: Proxied) -> None:
    for place in ("/regions?lang=zh", "/_stcore/health"):
        status, headers = asked(f"{proxied.address}{place}")
        assert status == 200
        assert headers["strict-transport-security"] == "max-age=31536000"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["server"] == "nginx"
        assert "Secure" in headers["set-cookie"]
    assert (
        "frame-ancestors 'self'"
        in asked(f"{proxied.address}/regions")[1]["content-security-policy"]
    )


def test_without_tls_a_reader_is_led_to_it_by_the_same_address(proxied: Proxied) -> None:
    class Stays(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    with pytest.raises(urllib.error.HTTPError) as led:
        urllib.request.build_opener(Stays).open(f"{proxied.plain}/regions?lang=zh&year=2021")
    led.value.close()
    assert led.value.code == 301
    assert led.value.headers["Location"] == "https://127.0.0.1/regions?lang=zh&year=2021"
    assert "Strict-Transport-Security" not in led.value.headers


def test_no_counts_are_reached_from_outside(proxied: Proxied) -> None:
    with pytest.raises(urllib.error.HTTPError) as closed:
        asked(f"{proxied.address}/_stcore/metrics")
    closed.value.close()
    assert closed.value.code == 404


def test_a_deep_link_opens_its_view_and_links_stay_below_the_path_and_no_policy_is_broken(
    proxied: Proxied, tab: Page
) -> None:
    said: list[str] = []
    tab.on("console", lambda line: said.append(line.text))
    sockets: list[str] = []
    tab.on("websocket", lambda one: sockets.append(one.url))
    server.open_quiet(tab, f"{proxied.address}/regions?lang=zh&region=320000&year=2021")
    assert tab.get_by_text("江苏").first.is_visible()
    assert "region=320000" in tab.url
    assert tab.url.startswith(f"{proxied.address}/regions")
    assert {url.partition("/_stcore")[0] for url in sockets} == {
        proxied.address.replace("https", "wss")
    }
    tab.get_by_test_id("stSidebar").get_by_text("行业", exact=True).click()
    tab.wait_for_url(f"{proxied.address}/sectors**")
    tab.wait_for_function(server.QUIET)
    assert tab.locator("h1").first.is_visible()
    assert [line for line in said if "Content Security Policy" in line] == []


@BELOW
def test_the_id_of_a_figure_finds_it(proxied: Proxied, tab: Page, data: Dataset) -> None:
    found = lookup.printable(data, "region_tiles", (), Speaker("en"))
    known = found.passport.id
    query = urlencode({"lang": "en", "passport": known})
    server.open_quiet(tab, f"{proxied.address}/figures?{query}")
    assert tab.get_by_test_id("stMain").get_by_text(found.figure.title).first.is_visible()


@BELOW
def test_a_file_made_on_a_page_comes_down(proxied: Proxied, tab: Page) -> None:
    server.open_quiet(tab, f"{proxied.address}/methods?lang=en")
    button = tab.get_by_test_id("stDownloadButton").locator("button").first
    button.scroll_into_view_if_needed()
    with tab.expect_download() as coming:
        button.click()
    assert coming.value.path().stat().st_size > 100

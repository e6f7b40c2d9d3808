"""Log-in with a real provider in a real browser: three roles, log-out, and all that is amiss."""

import logging
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import oidc_provider_mock
import pytest
from playwright.sync_api import BrowserContext, Page
from sqlalchemy import URL

from benchmarks import server
from carbonpeak.data import catalogue
from carbonpeak.data.catalogue import ROOT
from tests.access import claims as rules
from tests.screen.raw_reader import packings

# The provider answers in a thread of the tests; what its own parts warn of is not ours.
pytestmark = pytest.mark.filterwarnings("ignore")
# How long a log-in is to last: as long as a page needs on this machine, tried from the shortest.
LIVES_S = (4, 8, 16, 32, 64)
NATION = {"provinces": ["nation"], "companies": ["every"]}
PEOPLE = {
    "analyst": {"groups": ["carbon-analysts"], "provinces": ["320000"]},
    # The provider says of each log-in of this one when it ends.
    "brief": {"groups": ["carbon-analysts"], "provinces": ["320000"]},
    "editor": {"groups": ["carbon-editors", "everyone"], "provinces": ["330000"]},
    "admin": {"groups": ["carbon-admins"], "provinces": ["nation"]},
    "stranger": {"groups": ["carbon-admins"], "tid": "elsewhere"},
    "bare": {},
    # Who brings a report to its disclosure.
    "Ann": {"groups": ["carbon-editors"], "provinces": ["320000"], "companies": ["every"]},
    "Ben": {"groups": ["carbon-verifiers"], **NATION},
    "Cem": {"groups": ["carbon-admins"], **NATION},
    # Two who are called alike: the same name makes nobody the owner of a draft.
    "ann": {"groups": ["carbon-admins"], **NATION, "name": "Wang Wei"},
    "ben": {"groups": ["carbon-admins"], **NATION, "name": "Wang Wei"},
}


@dataclass
class Place:
    """A dashboard with log-in, and who has not logged in is refused or a reader of public data.

    ``provider`` is who knows the people. Where it has tables and a store of its own, these are
    ``data`` and ``store``.
    """

    address: str
    provider: str
    data: Path = catalogue.DATA
    store: URL | None = None


@contextmanager
def dashboard(
    folder: Path,
    guests: str,
    **more: str,
) -> Iterator[Place]:
    """Start a provider whose tokens live for an hour, and a dashboard before it.

    ``more`` is put into the environment of the dashboard.
    """
    users = [
        oidc_provider_mock.User(sub=who, claims={"name": who, "tid": "ministry", **given})
        for who, given in PEOPLE.items()
    ]
    logging.getLogger("oidc_provider_mock").setLevel(logging.ERROR)
    with oidc_provider_mock.run_server_in_thread(user_claims=users) as provider:
        known = f"http://localhost:{provider.server_port}"
        port = server.free_port()
        address = f"http://localhost:{port}"
        (folder / ".streamlit").mkdir()
        shutil.copy(ROOT / ".streamlit" / "config.toml", folder / ".streamlit")
        (folder / ".streamlit" / "secrets.toml").write_text(
            f'[auth]\nredirect_uri = "{address}/oauth2callback"\n'
            f'cookie_secret = "{secrets.token_hex()}"\nclient_id = "c"\nclient_secret = "s"\n'
            f'server_metadata_url = "{known}/.well-known/openid-configuration"\n'
        )
        file = rules.write(folder, guests=guests)
        command = [sys.executable, "-m", "carbonpeak", "serve", "--port", str(port)]
        health = f"http://127.0.0.1:{port}/_stcore/health"
        environment = {"PYTHONPATH": str(ROOT), "CARBONPEAK_ACCESS": str(file), **more}
        with server.started(command, health, root=folder, **environment):
            yield Place(address, known)


def log_in(tab: Page, who: str) -> None:
    """Press the button, choose a person at the provider, and wait for the page that follows."""
    tab.get_by_role("button", name="Log in").first.click()
    tab.locator(f'button[name=sub][value="{who}"]').click()
    tab.locator(".st-key-logout").first.wait_for()


def visitor(tab: Page) -> str:
    return tab.locator(".st-key-visitor").first.inner_text()


def opened(tab: Page, place: Place, rest: str = "/regions?lang=en&region=320000&year=2021") -> None:
    tab.goto(f"{place.address}{rest}", timeout=server.PAGE_LIMIT_MS)
    tab.locator(".st-key-visitor").first.wait_for(timeout=server.PAGE_LIMIT_MS)


ROLES = {"analyst": "analyst", "editor": "reader, province editor", "admin": "administrator"}


def test_three_roles_log_in_at_the_page_they_asked_for_and_out_again(
    strict: Place, browsing: BrowserContext
) -> None:
    tab = browsing.new_page()
    opened(tab, strict)
    for who, role in ROLES.items():
        assert_refused(tab)
        log_in(tab, who)
        tab.wait_for_function(server.QUIET, timeout=server.PAGE_LIMIT_MS)
        tab.get_by_text(f"Logged in: {who}").first.wait_for()
        assert visitor(tab).startswith(f"Logged in: {who} ({role})")
        assert tab.url.startswith(f"{strict.address}/regions")
        assert "region=320000" in tab.url
        assert "Jiangsu" in tab.locator("body").inner_text()
        tab.get_by_role("button", name="Log out").first.click()
        # The provider has its own question; the dashboard has let the person go by then.
        tab.wait_for_url("**/oauth2/end_session**", wait_until="commit")
        opened(tab, strict)
    assert_refused(tab)


def assert_refused(tab: Page) -> None:
    tab.get_by_text("Not open to you. Not logged in.").first.wait_for()
    assert "Jiangsu" not in tab.locator("body").inner_text()


@pytest.mark.parametrize(("who", "claim"), [("stranger", "tid"), ("bare", "groups")])
def test_another_tenant_and_missing_claims_see_nothing_and_are_told_why(
    strict: Place, browsing: BrowserContext, who: str, claim: str
) -> None:
    tab = browsing.new_page()
    opened(tab, strict)
    log_in(tab, who)
    tab.get_by_text(f"“{claim}”").first.wait_for()
    said = tab.locator("body").inner_text()
    assert f"Not open to you. The claim “{claim}” is missing" in said
    assert "Jiangsu" not in said


def ends(browsing: BrowserContext, place: Place, who: str, at_s: float) -> None:
    """Let the provider say of the next log-in of somebody that it ends then."""
    claims = {"name": who, "tid": "ministry", **PEOPLE[who], "exp": int(at_s)}
    browsing.request.put(f"{place.provider}/users/{who}", data=claims)


def seen_before_it_ended(browsing: BrowserContext, place: Place, who: str) -> tuple[Page, float]:
    """Log in for a while in which a page can be seen; return its tab, and when the log-in ends."""
    for life_s in LIVES_S:
        browsing.clear_cookies()
        tab = browsing.new_page()
        opened(tab, place)
        until_s = time.time() + life_s
        ends(browsing, place, who, until_s)
        log_in(tab, who)
        tab.wait_for_function(server.QUIET, timeout=server.PAGE_LIMIT_MS)
        if "Jiangsu" in tab.locator("body").inner_text():
            return tab, until_s
        tab.close()
    raise AssertionError(f"no page within {LIVES_S[-1]} s")


def test_a_log_in_that_ends_is_said_at_the_next_click_and_the_choices_stay(
    strict: Place, browsing: BrowserContext
) -> None:
    tab, until_s = seen_before_it_ended(browsing, strict, "brief")
    tab.wait_for_timeout(max(0.0, until_s - time.time() + 1) * 1000)
    tab.get_by_test_id("stSidebar").get_by_text("中文").first.click()
    tab.get_by_text("登录已过期").first.wait_for()
    assert "region=320000" in tab.url
    assert "江苏" not in tab.get_by_test_id("stMain").inner_text()
    ends(browsing, strict, "brief", time.time() + 3600)
    tab.get_by_role("button", name="登录", exact=True).first.click()
    tab.locator('button[name=sub][value="brief"]').click()
    tab.get_by_test_id("stMain").get_by_text("江苏").first.wait_for()
    assert "region=320000" in tab.url


def test_where_guests_are_let_in_they_read_public_data_and_nothing_is_packed(
    tab: Page, elsewhere: Place
) -> None:
    # The length of what is packed could tell of rows that one reader alone may see.
    assert packings(elsewhere.address) == []
    opened(tab, elsewhere)
    tab.wait_for_function(server.QUIET, timeout=server.PAGE_LIMIT_MS)
    tab.get_by_text("Not logged in: public data alone").first.wait_for()
    assert "Jiangsu" in tab.locator("body").inner_text()

"""A real server and a real Chromium."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

ROOT = Path(__file__).resolve().parent.parent.parent
START_LIMIT_S = 60
OFFICE: ViewportSize = {"width": 1366, "height": 768}


@contextmanager
def serving(root: Path = ROOT) -> Iterator[str]:
    """Start the dashboard of a folder on a free port, yield its address, end it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "carbonpeak", "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await_health(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _await_health(url: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_LIMIT_S
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended at its start"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)  # the server says nowhere else that it is ready
    raise TimeoutError(url)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of one server for all tests that need not be its first visitor."""
    with serving() as url:
        yield url


@pytest.fixture(scope="session")
def office(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of a small office screen, for all tests that need no other."""
    context = chromium.new_context(viewport=OFFICE, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def tab(office: BrowserContext) -> Iterator[Page]:
    """A tab without memory, the same for all: what a page runs is read anew in a new one."""
    tab = office.pages[0] if office.pages else office.new_page()
    yield tab
    if not tab.is_closed():
        _forget(tab)


def _forget(tab: Page) -> None:
    """Leave a tab as a new one is: blank, nothing kept, nothing emulated, the pointer away."""
    tab.evaluate(
        "if (location.protocol === 'http:') { localStorage.clear(); sessionStorage.clear() }"
    )
    tab.context.clear_cookies()
    tab.unroute_all()
    tab.goto("about:blank")
    tab.emulate_media(media="null", color_scheme="null")
    tab.set_viewport_size(OFFICE)
    tab.mouse.move(0, 0)

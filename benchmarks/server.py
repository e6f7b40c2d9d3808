"""A server process of the dashboard and a Chromium, both ended whatever happens."""

import os
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from carbonpeak.data.catalogue import ROOT
from carbonpeak.export.picture.browser import find

START_LIMIT_S = 300
# Certificates of tests are signed by nobody.
UNCHECKED = ssl.create_default_context()
UNCHECKED.check_hostname, UNCHECKED.verify_mode = False, ssl.CERT_NONE
END_LIMIT_S = 20
PAGE_LIMIT_MS = 60_000
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# True once the script has ended, nothing is stale or loading, and every chart is drawn.
QUIET = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return app && app.getAttribute('data-test-script-state') === 'notRunning'
    && document.querySelector('[data-testid="stMain"] h1')
    && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')
    && !document.querySelector('[data-stale="true"]')
    && charts.every(chart => chart.querySelector('.main-svg'));
}"""


@contextmanager
def serving(root: Path = ROOT, path: str = "") -> Iterator[tuple[str, int]]:
    """Start the dashboard of a folder on a free port, below a path, as `make run` does.

    Yields its address and process id.
    """
    port = free_port()
    command = [sys.executable, "-m", "carbonpeak", "serve", "--port", str(port)]
    command += ["--base-path", path]
    address = f"http://127.0.0.1:{port}{path}"
    with started(command, f"{address}/_stcore/health", root=root) as pid:
        yield address, pid


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    command: list[str],
    health: str,
    limit_s: float = START_LIMIT_S,
    root: Path = ROOT,
    **environment: str,
) -> Iterator[int]:
    """Start a server, yield its process id once ``health`` answers, and end it.

    It runs in the folder ``root``; ``environment`` is added to that of this process.
    """
    server = subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await_health(health, server, limit_s)
        yield server.pid
    finally:
        server.terminate()
        try:
            server.wait(timeout=END_LIMIT_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait(timeout=END_LIMIT_S)


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """Start a headless Chromium, the one that draws pictures, with more arguments where given.

    RenderError ``no_browser`` where there is none: `.ci/browser` installs it.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS, *more])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def tab(browser: Browser) -> Iterator[Page]:
    """Open a tab without memory, at the width of a small office screen."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB")
    try:
        yield context.new_page()
    finally:
        context.close()


def open_quiet(page: Page, url: str) -> float:
    """Return the seconds from asking for an address until the page is quiet."""
    start = time.perf_counter()
    page.goto(url, timeout=PAGE_LIMIT_MS)
    page.wait_for_function(QUIET, timeout=PAGE_LIMIT_MS)
    return time.perf_counter() - start


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process in MB (10^6 bytes)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    kib = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(kib) * 1024 / 1e6


def processor_s(pid: int) -> float:
    """Return the processor time a process has taken so far, in seconds."""
    # Counted from behind the name of the program, which may hold blanks.
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def with_workers(pid: int) -> list[int]:
    """Return the ids of a process and of those it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [pid, *map(int, children.split())]


def _await_health(url: str, server: "subprocess.Popen[bytes]", limit_s: float) -> None:
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError("the server ended at its start")
        try:
            with urllib.request.urlopen(url, timeout=2, context=UNCHECKED):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)  # the server says nowhere else that it is ready
    raise TimeoutError(url)

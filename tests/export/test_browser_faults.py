"""A browser that is missing, killed, frozen or overrun: a clear fault, never a stuck page."""

import asyncio
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import get_args

import plotly.graph_objects as go
import pytest

from carbonpeak.charts.style import FONT
from carbonpeak.export.faults import Reason, RenderError
from carbonpeak.export.picture.browser import (
    CHOSEN,
    LOST,
    Browser,
    BrowserLost,
    find,
    unless_lost,
)
from carbonpeak.export.picture.folder import Folder, clear_abandoned
from carbonpeak.export.picture.render_pool import DRAWING_PAGES
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.figures.table import Table
from carbonpeak.words import LANGS, say
from tests.export import processes, samples
from tests.own_loop import awaited

LIBRARY_WORDS = re.compile(r"nanobind: | - (leaked |\.\.\. skipped)|See https://nanobind")
REASONS = get_args(Reason)


@pytest.fixture
def chart():
    bars = go.Figure(go.Bar(y=[1, 2]))
    bars.update_layout(height=300, font_family=FONT)
    shown = samples.figure()
    object.__setattr__(shown, "chart", bars)
    return samples.printable(shown)


@pytest.fixture
def folder(monkeypatch):
    """A folder of its own for what is temporary, so that what is left can be seen.

    Its path is short, as the path of a socket has to be.
    """
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.setattr(tempfile, "tempdir", name)
        yield Path(name)


@pytest.fixture
def start(folder):
    """Start renderers whose browsers may be ill-treated; they are closed after the test."""
    started = []

    def new(**options):
        started.append(Renderer(**options))
        return started[-1]

    yield new
    for one in started:
        one.close()


@pytest.fixture
def browsers():
    """Return the browsers that started since the test began."""
    others = set(processes.browsers())
    return lambda: [pid for pid in processes.browsers() if pid not in others]


@pytest.fixture
def sandboxed(monkeypatch):
    """Whether each browser that is started was to have its sandbox."""
    asked = []
    open_one = Browser.__init__

    def note(self, path, *, is_sandboxed):
        asked.append(is_sandboxed)
        open_one(self, path, is_sandboxed=is_sandboxed)

    monkeypatch.setattr(Browser, "__init__", note)
    return asked


def fault_of(call):
    with pytest.raises(RenderError) as caught:
        call()
    return caught.value.reason


def test_killing_pages_and_browsers_in_a_batch_loses_no_figure_and_says_nothing(
    start, browsers, chart, capfd
):
    """Two are drawn at once: each page that is opened costs as much as many figures."""
    one = start()
    whole = one.render(chart, "png", 75)
    for end in ("page", "browser"):
        (first,) = browsers()
        with ThreadPoolExecutor(2) as pool:
            made = [pool.submit(one.render, chart, "png", 75) for _ in range(6)]
            for count, job in enumerate(as_completed(made)):
                if count == 2:
                    page = processes.pages(first)[-1]
                    os.kill(first if end == "browser" else page, signal.SIGKILL)
                assert job.result() == whole
    one.close()
    assert capfd.readouterr() == ("", "")


def test_more_than_may_wait_are_turned_away_and_a_frozen_browser_costs_one_job_its_time(
    start, browsers, chart
):
    one = start(queue_size=1, timeout_s=6)
    whole = one.render(chart, "png", 75)
    (browser,) = browsers()
    os.kill(browser, signal.SIGSTOP)
    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(one.render, chart, "png", 75) for _ in range(6)]
        done, _ = wait(asked, return_when=FIRST_COMPLETED)
        assert {job.exception().reason for job in done} == {"busy"}
        os.kill(browser, signal.SIGCONT)
        faults = [job.exception() for job in asked]
    # All drawing pages and one place to wait.
    assert [fault.reason for fault in faults if fault] == ["busy"] * (6 - DRAWING_PAGES - 1)
    for pid in [browser, *processes.below(browser)]:
        os.kill(pid, signal.SIGSTOP)
    assert fault_of(lambda: one.render(chart, "png", 75)) == "timeout"
    assert one.render(chart, "png", 75) == whole
    assert browser not in browsers()


def test_root_has_a_browser_without_sandbox_and_closing_leaves_no_process_and_no_file(
    folder, chart, monkeypatch, sandboxed
):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    threads = set(threading.enumerate())
    one = Renderer()
    one.render(chart, "pdf", 75)
    assert sandboxed == [False]
    assert list(folder.iterdir())
    # Browsers of other tests start processes at any time: only those of this one are asked for.
    started = processes.working_in(folder)
    commands = [one for pid in started for one in processes.commands(pid).values()]
    assert any("--type=renderer" in command for command in commands)
    one.close()
    assert not processes.still_running(started)
    assert list(folder.iterdir()) == []
    assert "renderer" not in {one.name for one in set(threading.enumerate()) - threads}
    assert fault_of(lambda: one.render(chart, "pdf", 75)) == "crashed"
    one.close()


def test_without_a_browser_there_is_a_fault_of_its_own(start, chart, monkeypatch):
    one = start(browser_path="/no/such/browser")
    assert fault_of(lambda: one.size_mm(chart, 75)) == "no_browser"
    monkeypatch.setenv(CHOSEN, "/no/such/browser")
    assert fault_of(find) == "no_browser"
    monkeypatch.setenv(CHOSEN, shutil.which("sh"))
    assert find() == shutil.which("sh")


def test_a_program_that_does_not_start_is_not_called_missing(start, folder, chart):
    one = start(browser_path=shutil.which("true"))
    assert fault_of(lambda: one.size_mm(chart, 75)) == "unstarted"
    one.close()
    assert list(folder.iterdir()) == []


def test_without_room_for_files_there_is_a_fault_of_its_own(start, folder, chart, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "gone"))
    assert fault_of(lambda: start().render(chart, "png", 75)) == "disk"


def test_a_figure_without_rows_or_too_tall_is_refused(renderer, chart):
    empty = samples.figure(Table(()), chart=False)
    assert fault_of(lambda: renderer.render(samples.printable(empty), "svg", 75)) == "no_rows"
    bare = samples.figure()
    object.__setattr__(bare, "chart", go.Figure())
    assert fault_of(lambda: renderer.render(samples.printable(bare), "svg", 75)) == "no_rows"
    chart.figure.chart.update_layout(height=6000)
    assert fault_of(lambda: renderer.render(chart, "png", 156, 600)) == "too_tall"
    with pytest.raises(ValueError, match="156"):
        renderer.render(chart, "png", 80)


def test_without_a_chinese_font_it_says_so_and_draws_the_same(
    start, folder, monkeypatch, renderer, chart
):
    assert renderer.has_cjk_font()
    settings = folder / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir>'
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))
    bare = start()
    assert not bare.has_cjk_font()
    assert bare.render(chart, "png", 75) == renderer.render(chart, "png", 75)


@pytest.fixture
def counter():
    """A server on this machine that counts who asks."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_program_that_ends_without_closing_leaves_nothing(folder, in_full):
    """By an exit of its own; with ``--in-full`` also at its last line, which Python ends alike."""
    for end, code in (("raise SystemExit(3)", 3), ("", 0))[: 1 + in_full]:
        program = (
            "from carbonpeak.export.picture.renderer import Renderer\n"
            f"one = Renderer()\nassert one.has_cjk_font()\n{end}\n"
        )
        ended = subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            env={**os.environ, "TMPDIR": str(folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        # The database's library may list types of its own that outlive the interpreter.
        said = [line for line in ended.stderr.splitlines() if not LIBRARY_WORDS.match(line)]
        assert (ended.returncode, ended.stdout, said) == (code, "", [])
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize("head", ["<head></head>", ""])
def test_nothing_is_fetched(renderer, counter, head):
    address, asked = counter
    document = (
        f"<!DOCTYPE html><html>{head}<body><p>words</p><img src='{address}/a.png'>"
        f"<svg width='9' height='9'><image href='{address}/b.png' width='9' height='9'/></svg>"
        f"<link rel='stylesheet' href='{address}/c.css'><iframe src='{address}/d'></iframe>"
        f"<script>fetch('{address}/e')</script></body></html>"
    )
    assert renderer.print_html(document).startswith(b"%PDF-")
    assert asked == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("reason", REASONS)
def test_every_fault_has_words(reason, lang):
    assert len(say(f"export.fault.{reason}", lang)) > 15


@pytest.mark.parametrize("kind", LOST)
def test_whatever_the_library_raises_at_the_end_of_a_browser_means_that_it_is_lost(kind):
    async def order():
        raise kind("ended")

    async def asked():
        lost = asyncio.get_running_loop().create_future()
        await unless_lost(asyncio.ensure_future(order()), lost)

    with pytest.raises(BrowserLost):
        awaited(asked())


def test_the_folder_of_a_killed_program_goes_with_the_next_start_and_no_other(folder, start, chart):
    program = (
        "from carbonpeak.export.picture.renderer import Renderer\n"
        "one = Renderer()\none.has_cjk_font()\nprint('drawn', flush=True)\ninput()\n"
    )
    environment = {**os.environ, "TMPDIR": str(folder)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", program], env=environment, stdin=pipe, stdout=pipe
    ) as killed:
        assert killed.stdout.readline() == b"drawn\n"
        browser = processes.working_in(folder)
        killed.kill()
    assert not processes.still_running(browser)
    (left,) = folder.glob(".carbonpeak-*")
    foreign = folder / ".carbonpeak-of-others"
    foreign.mkdir()
    one = start()
    assert one.render(chart, "png", 75)
    kept = set(folder.glob(".carbonpeak-*"))
    assert left not in kept
    assert foreign in kept
    # Another start clears neither that of a browser at work.
    other = Folder()
    assert kept < set(folder.glob(".carbonpeak-*"))
    other.remove()
    assert set(folder.glob(".carbonpeak-*")) == kept


def test_a_folder_that_is_cleared_before_its_lock_is_made_anew(folder, monkeypatch):
    make, lock, made = tempfile.mkdtemp, fcntl.flock, []

    def swept_before_the_lock(*given):
        monkeypatch.setattr(fcntl, "flock", lock)
        clear_abandoned(folder)
        lock(*given)

    def swept_once(**options):
        made.append(make(**options))
        if len(made) == 1:
            monkeypatch.setattr(fcntl, "flock", swept_before_the_lock)
        return made[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", swept_once)
    held = Folder(folder)
    assert [Path(path).exists() for path in made] == [False, True]
    held.remove()
    # Every job of a browser that was lost ends it.
    held.remove()
    assert list(folder.iterdir()) == []


def test_whoever_is_not_root_has_the_sandbox(start, folder, chart, monkeypatch, sandboxed):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert start().render(chart, "png", 75)
    # Where the tests run as root the sandbox is tried in vain, and then done without.
    assert sandboxed == [True, False][: 1 + (os.getuid() == 0)]

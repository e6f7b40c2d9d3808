"""Readers of the page in Dash: its server with two workers, and its callback over HTTP."""

import asyncio
import http.client
import json
import re
import sys
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from urllib.parse import urlsplit

from benchmarks import load_choices, server
from benchmarks.load_choices import Choices
from benchmarks.load_session import Run

WORKERS = 2
THREADS = 8
# Each worker makes every figure before it answers, so that no reader waits for the first.
START_LIMIT_S = 240
ANSWER_LIMIT_S = 60
CALLBACK = "/_dash-update-component"
CHART = re.compile(rb'"id":"(region_\w+)"')


@contextmanager
def serving() -> Iterator[tuple[str, int]]:
    """Start the page in Dash on a free port; yield its address and the id of its first process."""
    port = server.free_port()
    # Without a thread for each answer a worker would close the line after it.
    options = f"--workers {WORKERS} --worker-class gthread --threads {THREADS} --keep-alive 60"
    command = [
        *(sys.executable, "-m", "gunicorn", *options.split(), "--timeout", str(START_LIMIT_S)),
        *("--bind", f"127.0.0.1:{port}", "benchmarks.load_dash_server:application"),
    ]
    address = f"http://127.0.0.1:{port}"
    with server.started(command, f"{address}/_dash-layout", START_LIMIT_S) as pid:
        yield address, pid


class DashReader:
    """One reader: a line that is kept open, on which one callback follows the other."""

    def __init__(self, line: http.client.HTTPConnection, threads: ThreadPoolExecutor) -> None:
        """Hold the line, and the threads that wait for answers."""
        self._line = line
        self._threads = threads
        self._before = dict(load_choices.START)

    async def choose(self, chosen: Choices) -> Run:
        """Ask for the page with these choices; return when all of it is here."""
        loop = asyncio.get_running_loop()
        start = time.perf_counter()
        status, content = await loop.run_in_executor(self._threads, self._ask, chosen)
        run = Run(time.perf_counter() - start, len(content), is_sound=status == 200)
        self._before = chosen
        if not run.is_sound:
            run.faults.append(f"HTTP {status}: {content[:200]!r}")
        run.charts = [name.decode() for name in CHART.findall(content)]
        return run

    def _ask(self, chosen: Choices) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json"}
        self._line.request("POST", CALLBACK, _body(chosen, self._before), headers)
        answer = self._line.getresponse()
        return answer.status, answer.read()


@asynccontextmanager
async def reader(address: str, threads: ThreadPoolExecutor) -> AsyncIterator[DashReader]:
    """Open a line to the server, and close it."""
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=ANSWER_LIMIT_S)
    try:
        yield DashReader(line, threads)
    finally:
        line.close()


def _body(chosen: Choices, before: Choices) -> str:
    """Return what Dash's own script sends where choices changed."""
    return json.dumps(
        {
            "output": "page.children",
            "outputs": {"id": "page", "property": "children"},
            "inputs": [{"id": name, "property": "value", "value": chosen[name]} for name in chosen],
            "changedPropIds": [f"{name}.value" for name in chosen if chosen[name] != before[name]],
        }
    )

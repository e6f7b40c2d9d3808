"""A server that ends, and readers who leave: nobody waits for what nobody wants."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.server import serving
from carbonpeak.data.catalogue import ROOT
from carbonpeak.export.job_queue import AT_ONCE, MOST_WAITING
from carbonpeak.words import say
from tests.export import processes
from tests.screen.raw_reader import RawReader, raw_reader

LIMIT_S = 60
QUERY = "lang=en&template=yearly&format=docx"
# None of these files is ever whole: a program that waits for one of them never ends.
SIX_FILES = """
import itertools, os, signal, sys
from carbonpeak.export.job_queue import JobQueue
from carbonpeak.export.jobs import Job
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
queue = JobQueue()
def make(progress):
    os.write(1, b"s")
    for step in itertools.count():
        progress(step, step + 1)
try:
    for number in range(6):
        queue.put(Job(str(number)), make)
    signal.pause()
finally:
    queue.close()
"""


def test_a_program_that_closes_its_queue_waits_for_no_file():
    command = [sys.executable, "-c", SIX_FILES]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0) as program:
        assert program.stdout
        begun = b"".join(program.stdout.read(1) for _ in range(AT_ONCE))
        program.send_signal(signal.SIGTERM)
        try:
            assert program.wait(LIMIT_S) == 0
        finally:
            program.kill()
        assert (begun, program.stdout.read()) == (b"ss", b"")


@contextmanager
def emptied(monkeypatch) -> Iterator[tuple[str, int]]:
    """Give a server whose folder for files under way must be empty after it."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("TMPDIR", folder)
        with serving() as started:
            yield started
        assert list(Path(folder).iterdir()) == []


def asks(reader: RawReader) -> RawReader:
    """Ask for a report; return who asked. The first visitor of a server may come by a deep link."""
    reader.open("figures", QUERY)
    reader.open("figures", QUERY, pressed="making-ready")
    return reader


def assert_ends(pid: int, end: signal.Signals) -> None:
    below = processes.below(pid)
    os.kill(pid, end)
    assert processes.still_running([pid, *below], LIMIT_S) == []


def test_a_server_whose_terminal_is_closed_in_the_midst_of_a_report_leaves_nothing(monkeypatch):
    with emptied(monkeypatch) as (address, pid), raw_reader(address) as reader:
        assert asks(reader).faults == []
        assert_ends(pid, signal.SIGHUP)


def test_readers_who_left_keep_no_place_and_a_server_that_ends_leaves_nothing(monkeypatch):
    full = say("making.full", "en", most=AT_ONCE + MOST_WAITING)
    with emptied(monkeypatch) as (address, pid), ExitStack() as staying:
        for number in range(AT_ONCE + MOST_WAITING):
            with raw_reader(address) as left:
                assert asks(left).faults == [], number
        readers = [staying.enter_context(raw_reader(address)) for _ in range(MOST_WAITING + 2)]
        for reader in readers:
            asks(reader)
        # Two that were under way may still be at their last step; the places to wait are free.
        assert [reader.faults for reader in readers[:MOST_WAITING]] == [[]] * MOST_WAITING
        late = staying.enter_context(raw_reader(address))
        assert asks(late).faults == [full]
        # All places are taken: some reports are under way, some wait.
        assert_ends(pid, signal.SIGTERM)

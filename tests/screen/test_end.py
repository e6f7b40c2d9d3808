"""A server that ends, and readers who leave: nobody waits for what nobody wants."""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from benchmarks.server import serving
from carbonpeak.data.catalogue import ROOT
from carbonpeak.export.job_queue import AT_ONCE, MOST_WAITING
from carbonpeak.words import say
from tests.export import processes
from tests.screen.raw_reader import raw_reader

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


@pytest.mark.parametrize(("end", "reports"), [("SIGTERM", AT_ONCE + 1), ("SIGHUP", 1)])
def test_a_server_that_is_ended_in_the_midst_of_reports_leaves_nothing(end, reports, monkeypatch):
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("TMPDIR", folder)
        with ExitStack() as open_ones:
            address, pid = open_ones.enter_context(serving())
            for _ in range(reports):
                reader = open_ones.enter_context(raw_reader(address))
                reader.open("figures", QUERY)
                reader.open("figures", QUERY, pressed="making-ready")
                assert reader.faults == []
            below = processes.below(pid)
            os.kill(pid, getattr(signal, end))
            assert processes.still_running([pid, *below], LIMIT_S) == []
        assert list(Path(folder).iterdir()) == []


def test_reports_of_readers_who_left_keep_no_place():
    full = say("making.full", "en", most=AT_ONCE + MOST_WAITING)
    with serving() as (address, _), ExitStack() as staying:
        for number in range(AT_ONCE + MOST_WAITING):
            with raw_reader(address) as left:
                left.open("figures", QUERY)
                left.open("figures", QUERY, pressed="making-ready")
                assert left.faults == [], number
        readers = [staying.enter_context(raw_reader(address)) for _ in range(MOST_WAITING + 2)]
        for reader in readers:
            reader.open("figures", QUERY)
            reader.open("figures", QUERY, pressed="making-ready")
        # Two that were under way may still be at their last step; the places to wait are free.
        assert [reader.faults for reader in readers[:MOST_WAITING]] == [[]] * MOST_WAITING
        late = staying.enter_context(raw_reader(address))
        late.open("figures", QUERY)
        late.open("figures", QUERY, pressed="making-ready")
        assert late.faults == [full]

"""What a reader is told of a file: its place, its steps, and what was measured."""

import pytest

from carbonpeak.export.job_queue import AT_ONCE, JobQueue
from carbonpeak.export.jobs import Job
from carbonpeak.screen import export_making, server
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker
from tests.export.test_jobs import LIMIT_S, Clock, Held


@pytest.mark.parametrize("lang", LANGS)
def test_a_reader_is_told_the_place_and_what_was_measured(monkeypatch, lang):
    queue, clock, tell = JobQueue(), Clock(), Speaker(lang)
    monkeypatch.setattr(server, "QUEUE", queue)
    under_way = [(Job(str(number), "brief", clock_s=clock), Held()) for number in range(AT_ONCE)]
    for job, make in under_way:
        queue.put(job, make)
        make.await_step()
    (first, make), (_, other) = under_way
    assert export_making.how_far(first, tell) == tell("making.begun")
    job = Job("next", "brief", clock_s=clock)
    queue.put(job, Held())
    # Nothing was measured: a place, and no time.
    assert export_making.how_far(job, tell) == tell("making.waiting", place=1, at_once=AT_ONCE)
    clock.now_s = 32.0
    make.let_go()
    assert first.result(LIMIT_S)
    other.let_go(1)
    other.await_step()
    third = Job("third", "brief", clock_s=clock)
    queue.put(third, Held())
    told = export_making.how_far(third, tell)
    # The one under way took 32 s so far, as long as its kind takes: third is ready 32 s from now.
    waits = tell("making.waiting", place=1, at_once=AT_ONCE)
    assert told == waits + tell("making.expected", seconds=35)
    queue.close()
    other.let_go()

"""Files in the making: steps are seen, faults handed on; nobody waits for those who have left."""

import threading
from dataclasses import dataclass

import pytest

from carbonpeak.export.faults import RenderError
from carbonpeak.export.job_queue import AT_ONCE, MOST_WAITING, JobQueue, QueueFull
from carbonpeak.export.jobs import PATIENCE_S, Job
from carbonpeak.export.report.document import Cancelled

LIMIT_S = 20


@pytest.fixture
def queue():
    one = JobQueue()
    yield one
    one.close()


class Held:
    """A file whose every step waits until it is let go."""

    def __init__(self, steps=2):
        """Take so many steps, none of them yet."""
        self.reached = threading.Semaphore(0)
        self.go_on = threading.Semaphore(0)
        self.steps, self.ended_whole = steps, False

    def __call__(self, progress):
        for step in range(1, self.steps + 1):
            self.reached.release()
            assert self.go_on.acquire(timeout=LIMIT_S)
            progress(step, self.steps)
        self.ended_whole = True
        return b"whole"

    def await_step(self):
        assert self.reached.acquire(timeout=LIMIT_S)

    def let_go(self, steps=9):
        self.go_on.release(steps)


@dataclass
class Reader:
    """A reader who may leave and come back."""

    is_there: bool = True

    def job(self, name="report", kind="", clock_s=None):
        given = {"clock_s": clock_s} if clock_s else {}
        return Job(name, kind, has_reader=lambda: self.is_there, **given)


@dataclass
class Clock:
    now_s: float = 0.0

    def __call__(self):
        return self.now_s


def fill(queue, kind="", clock_s=None, waiting=MOST_WAITING):
    """Begin as many files as are made at once, and let so many wait."""
    held = [Held() for _ in range(AT_ONCE + waiting)]
    readers = [Reader() for _ in held]
    jobs = [reader.job(kind=kind, clock_s=clock_s) for reader in readers]
    for job, make in zip(jobs, held, strict=True):
        queue.put(job, make)
    for make in held[:AT_ONCE]:
        make.await_step()
    return jobs, held, readers


def test_a_file_is_made_step_by_step(queue):
    make, job = Held(), Job("report.docx")
    queue.put(job, make)
    make.await_step()
    make.let_go(1)
    make.await_step()
    assert (job.done, job.total, job.is_over) == (1, 2, False)
    make.let_go()
    assert job.result(LIMIT_S) == b"whole"
    assert (job.done, job.total, job.is_over) == (2, 2, True)


def test_a_cancelled_file_leaves_nothing(queue):
    make, job = Held(), Job("report.docx")
    queue.put(job, make)
    make.await_step()
    job.cancel()
    make.let_go()
    with pytest.raises(Cancelled):
        job.result(LIMIT_S)
    assert isinstance(job.fault, Cancelled)
    assert not make.ended_whole


def test_what_goes_wrong_is_raised_where_the_file_is_asked_for(queue):
    def make(progress):
        raise RenderError("no_browser")

    job = Job("report.docx")
    queue.put(job, make)
    with pytest.raises(RenderError):
        job.result(LIMIT_S)
    assert job.is_over


def test_all_that_wait_are_made_in_their_order(queue):
    jobs, held, _ = fill(queue)
    assert [queue.place(job) for job in jobs] == [0, 0, 1, 2, 3, 4]
    for make in held:
        make.let_go()
    assert [job.result(LIMIT_S) for job in jobs] == [b"whole"] * len(jobs)
    assert [queue.place(job) for job in jobs] == [0] * len(jobs)


def test_one_more_than_may_wait_is_turned_away_and_nothing_of_it_is_made(queue):
    jobs, held, _ = fill(queue)
    late, asked = Job("late"), []
    with pytest.raises(QueueFull):
        queue.put(late, asked.append)
    held[0].let_go()
    assert jobs[0].result(LIMIT_S) == b"whole"
    held[2].await_step()
    held[-1].let_go()
    queue.put(late, held[-1])
    assert queue.place(late) == MOST_WAITING
    assert asked == []


def test_a_reader_who_begins_anew_takes_no_place_twice(queue):
    """Six files begun and left within a moment by reloading keep nobody else waiting."""
    jobs, held, readers = fill(queue)
    for reader in readers:
        reader.is_there = False
    own, make = Job("own"), Held()
    queue.put(own, make)
    # What is under way ends with its step, what waited is not begun at all.
    assert queue.place(own) == 1
    for one in held[:AT_ONCE]:
        one.let_go()
    make.await_step()
    assert [job.is_cancelled for job in jobs] == [True] * len(jobs)
    assert not any(one.ended_whole for one in held)
    assert not any(one.reached.acquire(blocking=False) for one in held[AT_ONCE:])
    make.let_go()
    assert own.result(LIMIT_S) == b"whole"


def test_a_moment_without_network_costs_no_file(queue):
    clock, reader, make = Clock(), Reader(), Held(3)
    job = reader.job(clock_s=clock)
    queue.put(job, make)
    make.await_step()
    reader.is_there, clock.now_s = False, PATIENCE_S
    make.let_go(1)
    make.await_step()
    assert not job.is_cancelled
    clock.now_s = PATIENCE_S + 0.1
    make.let_go()
    with pytest.raises(Cancelled):
        job.result(LIMIT_S)


def test_who_comes_back_in_time_keeps_the_file(queue):
    clock, reader, make = Clock(), Reader(), Held(3)
    job = reader.job(clock_s=clock)
    queue.put(job, make)
    make.await_step()
    reader.is_there, clock.now_s = False, PATIENCE_S
    make.let_go(1)
    make.await_step()
    reader.is_there, clock.now_s = True, 2 * PATIENCE_S
    make.let_go(1)
    make.await_step()
    reader.is_there, clock.now_s = False, 3 * PATIENCE_S
    make.let_go()
    assert job.result(LIMIT_S) == b"whole"


def test_a_file_cancelled_while_it_waits_gives_its_place_to_the_next(queue):
    jobs, _, _ = fill(queue)
    jobs[2].cancel()
    assert queue.place(jobs[3]) == 1
    assert jobs[2].is_over
    with pytest.raises(Cancelled):
        jobs[2].result(LIMIT_S)


def test_closing_ends_everything_within_one_step(queue):
    jobs, held, _ = fill(queue)
    queue.close()
    for make in held[:AT_ONCE]:
        make.let_go()
    for job in jobs:
        with pytest.raises(Cancelled):
            job.result(LIMIT_S)
    assert not any(make.ended_whole for make in held)
    with pytest.raises(QueueFull):
        queue.put(Job("late"), held[-1])


def test_nothing_is_expected_of_what_was_never_made(queue):
    jobs, _, _ = fill(queue, kind="yearly.docx")
    assert [queue.expected_s(job) for job in jobs] == [None] * len(jobs)


def test_what_is_expected_comes_from_what_was_measured():
    queue, clock = JobQueue(), Clock()
    for took_s in (10.0, 30.0, 20.0):
        one, make = Job("earlier", "yearly.docx", clock_s=clock), Held(1)
        queue.put(one, make)
        make.await_step()
        clock.now_s += took_s
        make.let_go()
        assert one.result(LIMIT_S)
    # Two are begun, the second 5 s after the first, four wait: the middle duration is 20 s.
    first, first_make = Job("first", "yearly.docx", clock_s=clock), Held()
    queue.put(first, first_make)
    first_make.await_step()
    clock.now_s += 5
    second, second_make = Job("second", "yearly.docx", clock_s=clock), Held()
    queue.put(second, second_make)
    second_make.await_step()
    waiting = [Job(str(number), "yearly.docx", clock_s=clock) for number in range(3)]
    for job in waiting:
        queue.put(job, Held())
    expected = [queue.expected_s(job) for job in (first, second, *waiting)]
    assert expected == [15.0, 20.0, 35.0, 40.0, 55.0]
    # What takes longer than usual may end at any moment.
    clock.now_s += 100
    assert queue.expected_s(first) == 0.0
    # A file of a kind that was never made makes all behind it uncertain.
    strange = Job("strange", "tray.zip", clock_s=clock)
    queue.put(strange, Held())
    assert queue.expected_s(strange) is None
    assert queue.expected_s(waiting[-1]) == 40.0
    queue.close()
    first_make.let_go()
    second_make.let_go()


def test_what_failed_or_was_cancelled_measures_nothing(queue):
    def fail(progress):
        raise RenderError("timeout")

    failed = Job("failed", "brief.pdf")
    queue.put(failed, fail)
    with pytest.raises(RenderError):
        failed.result(LIMIT_S)
    make, job = Held(), Job("next", "brief.pdf")
    queue.put(job, make)
    assert queue.expected_s(job) is None
    make.let_go()

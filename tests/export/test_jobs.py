"""A file in the making: its steps are seen, it can be stopped, its faults are handed on."""

import threading

import pytest

from carbonpeak.export.faults import RenderError
from carbonpeak.export.jobs import Job
from carbonpeak.export.report.document import Cancelled


def test_a_file_is_made_step_by_step():
    reached, go_on = threading.Event(), threading.Event()

    def make(progress):
        progress(1, 2)
        reached.set()
        assert go_on.wait(10)
        progress(2, 2)
        return b"whole"

    job = Job("report.docx")
    job.start(make)
    assert reached.wait(10)
    assert (job.done, job.total, job.is_over) == (1, 2, False)
    go_on.set()
    assert job.result(10) == b"whole"
    assert (job.done, job.total, job.is_over) == (2, 2, True)


def test_a_cancelled_file_leaves_nothing():
    reached, go_on, went_on = threading.Event(), threading.Event(), threading.Event()

    def make(progress):
        reached.set()
        assert go_on.wait(10)
        progress(1, 2)
        went_on.set()
        return b"half"

    job = Job("report.docx")
    job.start(make)
    assert reached.wait(10)
    job.cancel()
    go_on.set()
    with pytest.raises(Cancelled):
        job.result(10)
    assert not went_on.is_set()


def test_what_goes_wrong_is_raised_where_the_file_is_asked_for():
    def make(progress):
        raise RenderError("no_browser")

    job = Job("report.docx")
    job.start(make)
    with pytest.raises(RenderError):
        job.result(10)
    assert job.is_over


def test_more_files_than_workers_are_all_made():
    jobs = [Job(str(number)) for number in range(12)]
    for job in jobs:
        job.start(lambda progress, name=job.name: name.encode())
    assert [job.result(10) for job in jobs] == [job.name.encode() for job in jobs]

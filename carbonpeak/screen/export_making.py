"""Reports and archives in the making: what is wanted, how far it is, the file or the fault."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import ceil

import streamlit as st

from carbonpeak.data.dataset import Dataset
from carbonpeak.export import job_queue, lookup
from carbonpeak.export.faults import RenderError
from carbonpeak.export.job_queue import QueueFull
from carbonpeak.export.jobs import Job
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import making, records, statement, templates
from carbonpeak.export.report.document import Cancelled, Progress
from carbonpeak.export.tray import LONGEST_TITLE, Item, Tray
from carbonpeak.screen import export_faults, export_tray, markup, noted, offered, server, visitor
from carbonpeak.screen.reader import Reader
from carbonpeak.thresholds import NATION
from carbonpeak.topics.reports.choices import ReportsChoices
from carbonpeak.words.numbers import file_size
from carbonpeak.words.speaker import Speaker

EVERY_S = 0.5
# What is expected is no finer than this, in seconds.
STEP_S = 5
# What the statement of a footprint can become.
STATEMENTS = ("docx", "pdf")
Make = Callable[[Progress], bytes]


def of_tray(reader: Reader) -> None:
    """Offer the tray as a report or as an archive."""
    held, tell = export_tray.current(), Speaker(reader.chosen.language)
    default = tell("making.title.default")
    title = st.text_input(
        reader.say("making.title"), default, max_chars=LONGEST_TITLE, key="making-title"
    )
    kind = reader.chosen.bundle
    make = partial(_tray_file, reader.data, held, title.strip() or default, kind, tell)
    name = f"figures_{reader.data.version}_{tell.lang}.{kind}"
    _offer(reader, "tray", _job(name, f"tray.{len(held.items)}.{kind}"), make, not held.items)


def of_template(reader: Reader) -> None:
    """Offer a ready report for the nation or a province."""
    chosen: ReportsChoices = reader.chosen
    make = partial(_template_file, reader.data, chosen)
    place = chosen.region or NATION
    stem = f"{chosen.template}_{place}_{reader.data.version}_{chosen.language}"
    kind = f"{chosen.template}.{'region' if chosen.region else 'nation'}.{chosen.format}"
    _offer(reader, "ready", _job(f"{stem}.{chosen.format}", kind), make, False)


def _job(name: str, kind: str) -> Job:
    """Return a file of this reader, for whom it is made as long as the page is open."""
    return Job(name, kind, has_reader=server.presence())


def _tray_file(
    data: Dataset, held: Tray, title: str, kind: str, tell: Speaker, progress: Progress
) -> bytes:
    """Return the tray as a file; FigureError where one of its figures cannot be had."""
    shown = [_worded(data, item, tell) for item in held.items]
    if kind == "zip":
        return making.archive(shown, tell.lang, server.renderer(), progress)
    report = templates.chosen(data, shown, title, tell)
    return making.make(report, kind, server.renderer(), progress)


def of_statement(reader: Reader, code: str) -> None:
    """Show what makes the statement of a footprint, on one page in both formats."""
    kind = st.segmented_control(
        reader.say("study.statement.kind"),
        STATEMENTS,
        default=STATEMENTS[0],
        format_func=lambda one: reader.say(f"making.kind.{one}"),
        key="statement-kind",
        required=True,
    )
    data, tell = reader.data, reader.say

    def make(progress: Progress) -> bytes:
        report = statement.statement(data, code, tell)
        return making.make(report, str(kind), server.renderer(), progress)

    _offer(reader, "statement", _job(f"footprint.{kind}", f"statement.{kind}"), make, is_off=False)


def of_records(reader: Reader) -> None:
    """Show what makes the report of the company, the place or all that is chosen of the records."""
    kind = st.segmented_control(
        reader.say("making.kind"),
        STATEMENTS,
        default=STATEMENTS[0],
        format_func=lambda one: reader.say(f"making.kind.{one}"),
        key="records-kind",
        required=True,
    )
    data, given, tell = reader.data, reader.given, reader.say

    def make(progress: Progress) -> bytes:
        report = records.records(data, given, tell)
        return making.make(report, str(kind), server.renderer(), progress)

    chosen = reader.chosen
    name = f"reporting_{chosen.company or chosen.region or NATION}_{chosen.year}.{kind}"
    _offer(reader, "records", _job(name, f"records.{kind}"), make, is_off=False)


def _template_file(data: Dataset, chosen: ReportsChoices, progress: Progress) -> bytes:
    build = templates.TEMPLATES[chosen.template]
    report = build(data, chosen.region, Speaker(chosen.language))
    return making.make(report, chosen.format, server.renderer(), progress)


def _worded(data: Dataset, item: Item, tell: Speaker) -> PrintableFigure:
    """Return a figure of the tray under its author's title, with its author's note."""
    found = lookup.printable(data, item.figure, item.codes, tell)
    return replace(found, own_title=item.title, own_note=item.note)


def _offer(reader: Reader, what: str, job: Job, make: Make, is_off: bool) -> None:
    """Show the button that begins, and below it the job of this kind that was begun last."""
    key = f"job-{what}"
    if st.button(reader.say("making.start"), key=f"making-{what}", type="primary", disabled=is_off):
        _begin(reader, key, job, make)
    begun: Job | None = st.session_state.get(key)
    if begun is None:
        return
    if begun.is_over or begun.is_cancelled:
        _ended(reader, what, begun)
    else:
        st.fragment(_under_way, run_every=EVERY_S)(reader, what, begun)


def _begin(reader: Reader, key: str, job: Job, make: Make) -> None:
    """Begin a job in place of the one before, which is stopped: one at a time for each reader."""
    visitor.require("report", reader.data.scope, reader.lang)
    before: Job | None = st.session_state.get(key)
    if before is not None:
        before.cancel()
    fault = noted.exported(reader.data, visitor.name(), job.name)
    if fault is not None:
        st.html(markup.said(reader.say.text(fault), "alert"))
        return
    try:
        server.QUEUE.put(job, make)
    except QueueFull:
        st.session_state.pop(key, None)
        most = job_queue.AT_ONCE + job_queue.MOST_WAITING
        st.warning(reader.say("making.full", most=most))
        return
    st.session_state[key] = job


def _under_way(reader: Reader, what: str, job: Job) -> None:
    visitor.require("report", reader.data.scope, reader.lang)
    if job.is_over or job.is_cancelled:
        st.rerun()
    part = job.done / job.total if job.total else 0.0
    st.progress(min(part, 1.0), how_far(job, reader.say))
    if st.button(reader.say("making.cancel"), key=f"cancel-{what}"):
        job.cancel()
        st.rerun()


def how_far(job: Job, say: Callable[..., str]) -> str:
    """Return how far a file is: its place among those that wait, its steps, when it is expected."""
    place = server.QUEUE.place(job)
    if place:
        said = say("making.waiting", place=place, at_once=job_queue.AT_ONCE)
    elif job.total:
        said = say("making.progress", done=job.done, total=job.total)
    else:
        said = say("making.begun")
    expected_s = server.QUEUE.expected_s(job)
    if not expected_s:
        return said
    return said + say("making.expected", seconds=ceil(expected_s / STEP_S) * STEP_S)


def _ended(reader: Reader, what: str, job: Job) -> None:
    fault = job.fault
    if isinstance(fault, Cancelled):
        st.info(reader.say("making.cancelled"))
    elif fault is not None:
        words = reader.say("making.failed", reason=_reason(reader, fault))
        st.html(markup.said(words, "alert"))
    else:
        content = job.result()
        st.success(reader.say("making.done", name=job.name, bytes=file_size(len(content))))
        _warn_of_font(reader)
        label = reader.say("making.download")
        # It was noted when it was begun.
        offered.file(reader.data, label, content, job.name, key=f"download-{what}", is_noted=True)


def _warn_of_font(reader: Reader) -> None:
    """Say that rare characters may be missing; a file without pictures needs no browser."""
    try:
        if not server.has_cjk_font():
            st.warning(reader.say("export.no_font"))
    except RenderError as fault:
        st.caption(export_faults.of_picture(reader, fault))


def _reason(reader: Reader, fault: BaseException) -> str:
    """Return what went wrong in words; what nobody foresaw goes to the log."""
    if isinstance(fault, RenderError):
        return export_faults.of_picture(reader, fault)
    if isinstance(fault, FigureError):
        return export_faults.of_figure(reader, fault)
    if isinstance(fault, OSError):
        return reader.say("export.fault.disk")
    logging.getLogger(__name__).error("a file was not made", exc_info=fault)
    return reader.say("making.unexpected")

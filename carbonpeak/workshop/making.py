"""Reports and archives in the making: what is wanted, how far it is, the file or the fault."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from carbonpeak import server
from carbonpeak.export import editions
from carbonpeak.export.edition import Edition
from carbonpeak.export.editions import FigureError
from carbonpeak.export.faults import RenderError
from carbonpeak.export.jobs import Job
from carbonpeak.export.report import making, templates
from carbonpeak.export.report.document import Cancelled, Progress
from carbonpeak.export.tray import LONGEST_TITLE, Tray
from carbonpeak.reader import Reader
from carbonpeak.selection import Selection
from carbonpeak.wording import Lang, language_of, say
from carbonpeak.wording.numbers import file_size
from carbonpeak.workshop import faults, tray

EVERY_S = 0.5
Make = Callable[[Progress], bytes]


def of_tray(reader: Reader) -> None:
    """Offer the tray as a report or as an archive."""
    held, lang = tray.current(), _lang(reader.chosen)
    default = say("making.title.default", lang)
    title = st.text_input(
        reader.say("making.title"), default, max_chars=LONGEST_TITLE, key="making-title"
    )
    kind = reader.chosen.one("bundle")
    make = partial(_tray_file, held, title.strip() or default, kind, lang)
    _offer(reader, "tray", f"figures_{server.version()}_{lang}.{kind}", make, not held.items)


def of_template(reader: Reader) -> None:
    """Offer a ready report for the nation or a province."""
    chosen, lang = reader.chosen, _lang(reader.chosen)
    template, region, kind = (chosen.one(name) for name in ("template", "region", "format"))
    place = region or "000000"
    make = partial(_template_file, template, region, kind, lang)
    _offer(reader, "ready", f"{template}_{place}_{server.version()}_{lang}.{kind}", make, False)


def _tray_file(held: Tray, title: str, kind: str, lang: Lang, progress: Progress) -> bytes:
    """Return the tray as a file; FigureError where one of its figures cannot be had."""
    shown = [_edition(item.figure, item.codes, item.title, item.note, lang) for item in held.items]
    if kind == "zip":
        return making.archive(shown, lang, server.renderer(), progress)
    report = templates.chosen(server.ask_plainly, server.version(), shown, title, lang)
    return making.make(report, kind, server.renderer(), progress)


def _template_file(template: str, region: str, kind: str, lang: Lang, progress: Progress) -> bytes:
    build = templates.TEMPLATES[template]
    report = build(server.ask_plainly, server.version(), region, lang)
    return making.make(report, kind, server.renderer(), progress)


def _edition(
    figure: str, codes: tuple[tuple[str, str], ...], title: str, note: str, lang: Lang
) -> Edition:
    found = editions.edition(server.ask_plainly, server.version(), figure, codes, lang)
    return replace(found, own_title=title, own_note=note)


def _offer(reader: Reader, what: str, name: str, make: Make, is_off: bool) -> None:
    """Show the button that begins, and below it the job of this kind that was begun last."""
    key = f"job-{what}"
    if st.button(reader.say("making.start"), key=f"making-{what}", type="primary", disabled=is_off):
        _begin(key, Job(name), make)
    begun: Job | None = st.session_state.get(key)
    if begun is None:
        return
    if begun.is_over or begun.is_cancelled:
        _ended(reader, what, begun)
    else:
        st.fragment(_under_way, run_every=EVERY_S)(reader, what, begun)


def _begin(key: str, job: Job, make: Make) -> None:
    """Begin a job in place of the one before, which is stopped: one at a time for each reader."""
    before: Job | None = st.session_state.get(key)
    if before is not None:
        before.cancel()
    st.session_state[key] = job
    job.start(make)


def _under_way(reader: Reader, what: str, job: Job) -> None:
    if job.is_over:
        st.rerun()
    part = job.done / job.total if job.total else 0.0
    words = {"done": job.done, "total": job.total}
    text = reader.say("making.progress", **words) if job.total else reader.say("making.begun")
    st.progress(min(part, 1.0), text)
    if st.button(reader.say("making.cancel"), key=f"cancel-{what}"):
        job.cancel()
        st.rerun()


def _ended(reader: Reader, what: str, job: Job) -> None:
    fault = job.fault
    if isinstance(fault, Cancelled):
        st.info(reader.say("making.cancelled"))
    elif fault is not None:
        st.error(reader.say("making.failed", reason=_reason(reader, fault)))
    else:
        content = job.result()
        st.success(reader.say("making.done", name=job.name, bytes=file_size(len(content))))
        label = reader.say("making.download")
        st.download_button(label, content, job.name, key=f"download-{what}", on_click="ignore")


def _reason(reader: Reader, fault: BaseException) -> str:
    """Return what went wrong in words; what nobody foresaw goes to the log."""
    if isinstance(fault, RenderError):
        return faults.of_picture(reader, fault)
    if isinstance(fault, FigureError):
        return faults.of_figure(reader, fault)
    if isinstance(fault, OSError):
        return reader.say("export.fault.disk")
    logging.getLogger(__name__).error("a file was not made", exc_info=fault)
    return reader.say("making.unexpected")


def _lang(chosen: Selection) -> Lang:
    return language_of(chosen.one("language"))

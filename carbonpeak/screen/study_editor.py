"""The calculator on the screen: open, edit, paste, reckon, save and compare a reader's studies.

The study stands in the URL as its code, so a link opens it again. What is typed is held by the form
until it is reckoned; rows that cannot be read stay in the form and are told of.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

import streamlit as st

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.text import Text
from carbonpeak.domain.study import Result, Row, Study, result
from carbonpeak.domain.study_checks import Flaw, errors, incomparable, warnings
from carbonpeak.domain.study_code import code_of, is_whole
from carbonpeak.domain.study_examples import EXAMPLES, example, study_for
from carbonpeak.domain.study_json import StudyFileError
from carbonpeak.export.foreign_ids import MAX_BYTES
from carbonpeak.export.study.files import ENDINGS, MOST_SENTENCES, StudyFault, opened, saved
from carbonpeak.figures.study_cells import COLUMNS, Cells, rows_of
from carbonpeak.screen import factor_picker, markup, offered, page, study_form
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.footprint import own_studies
from carbonpeak.topics.footprint.calculator_choices import OTHER, STUDY
from carbonpeak.words import Lang, pick
from carbonpeak.words.study import headline, sentence, told

FORM = "study-form"
Role = Literal["status", "alert"]
# The first line that is pasted names the columns.
FIRST_PASTED = 2


def choose(reader: Reader) -> None:
    """Show the examples that a reader can begin with."""
    st.markdown(reader.say("study.intro"))
    with st.container(horizontal=True, key="study-examples"):
        for code in EXAMPLES:
            label = example(code, reader.lang).product
            st.button(label, key=f"example-{code}", on_click=_put, args=(STUDY, code))
    _choose_own(reader)


def _choose_own(reader: Reader) -> None:
    """Show the studies that were put in and published, where there are any."""
    named = own_studies.named(reader.data, reader.say)
    if named:
        label, key = reader.say("study.own"), "study-own"
        st.selectbox(
            label, list(named), None, named.__getitem__, key=key, on_change=_open, args=(reader,)
        )


def _open(reader: Reader) -> None:
    number = st.session_state["study-own"]
    if number is not None:
        _put(STUDY, own_studies.code(reader.data, number))


def edit(reader: Reader) -> None:
    """Show the form in which a study is edited, and the ways to bring one."""
    say = reader.say
    upload(reader, STUDY, "study.upload")
    code = reader.values.one(STUDY)
    study = _study(reader, code)
    with st.form(FORM, border=True):
        edited = study_form.head(reader, study, code)
        frame = study_form.table(reader, study, code)
        with st.expander(say("study.record")):
            edited = replace(edited, record=study_form.record(reader, study.record, code))
        is_asked = st.form_submit_button(say("study.calculate"), type="primary")
    if is_asked:
        _reckon(reader, edited, lambda: rows_of(Cells(COLUMNS, frame.to_numpy().tolist())))
    _pick(reader, study)
    _paste(reader, study)


def tell(reader: Reader) -> bool:
    """Say what the study comes to, or what keeps it from being reckoned; return which it is."""
    study = _study(reader, reader.values.one(STUDY))
    wrong = errors(study)
    if wrong:
        _say(reader, wrong, "alert")
        return False
    found = reader.data.cached(_result, study)
    st.html(markup.line(headline(found, reader.say), "lead"))
    known = warnings(found)
    if known:
        with st.expander(f"{reader.say('study.warnings')} ({len(known)})"):
            _say(reader, known)
    return True


def save(reader: Reader) -> None:
    """Show the study as files to keep, and what a format still needs."""
    code = reader.values.one(STUDY)
    study = _study(reader, code)
    if code not in EXAMPLES and not is_whole(code):
        st.html(markup.said(reader.say("study.large")))
    lacking = []
    with st.container(horizontal=True, key="study-save"):
        for kind, ending in ENDINGS.items():
            label = reader.say(f"study.save.{kind}")
            content = reader.data.cached(_file, study, kind, reader.lang)
            if isinstance(content, Text):
                st.button(label, disabled=True)
                lacking.append(f"{label}: {pick(content, reader.lang)}")
                continue
            offered.file(
                reader.data,
                label,
                content,
                f"footprint.{ending}",
                key=f"save-{kind}",
            )
    # A phone shows no hint of a button: the reason stands below it.
    for one in lacking:
        st.html(markup.line(one))


def _result(_data: Dataset, study: Study) -> Result:
    return result(study)


def _file(_data: Dataset, study: Study, kind: str, lang: Lang) -> bytes | Text:
    """Return a study as a file, or what keeps the format from holding it."""
    created = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        return saved(study, kind, lang, created)
    except StudyFault as fault:
        return fault.text


def compare(reader: Reader) -> None:
    """Show the field for another study, and both side by side where they can stand so."""
    upload(reader, OTHER, "study.upload.other")
    with st.container(horizontal=True, key="study-others"):
        for code in EXAMPLES:
            label = example(code, reader.lang).product
            st.button(label, key=f"other-{code}", on_click=_put, args=(OTHER, code))
    other = reader.values.one(OTHER)
    if not other:
        st.html(markup.said(reader.say("study.compare.none")))
        return
    one, two = _study(reader, reader.values.one(STUDY)), _study(reader, other)
    why = incomparable(one, two)
    wrong = (*errors(one), *errors(two), *([why] if why else []))
    if wrong:
        _say(reader, wrong, "alert")
        return
    page.figure(reader, "footprint_compared")


def upload(reader: Reader, name: str, label: str) -> None:
    """Show a field for a study file; a new one is read once and its study put into the URL."""
    key = f"upload-{name}"
    file = st.file_uploader(reader.say(label), key=key, max_upload_size=MAX_BYTES // 2**20)
    if file is None or st.session_state.get(f"{key}-read") == file.file_id:
        _say_kept(key)
        return
    st.session_state[f"{key}-read"] = file.file_id
    try:
        study, cautions = opened(file.getvalue())
    except StudyFault as fault:
        st.session_state[f"{key}-told"] = (pick(fault.text, reader.lang), "alert")
        _say_kept(key)
        return
    said = [reader.say("study.opened", name=file.name)]
    said += [sentence(flaw, reader.say) for flaw in cautions]
    st.session_state[f"{key}-told"] = ("\n".join(said), "status")
    _put(name, code_of(study))
    st.rerun()


def _say_kept(key: str) -> None:
    kept = st.session_state.get(f"{key}-told")
    if kept and st.session_state.get(key) is not None:
        for line in kept[0].splitlines():
            st.html(markup.said(line, kept[1]))


def _put(name: str, code: str) -> None:
    st.query_params[name] = code


def _study(reader: Reader, code: str) -> Study:
    study = study_for(code, reader.lang)
    return study if study is not None else example(EXAMPLES[0], reader.lang)


def _say(reader: Reader, flaws: tuple[Flaw, ...], role: Role = "status") -> None:
    for line in told(flaws, reader.say)[:MOST_SENTENCES]:
        st.html(markup.said(line, role))


def _reckon(reader: Reader, study: Study, rows: Callable[[], tuple[Row, ...]]) -> None:
    """Put what was edited into the URL; a study that was edited is no example any more."""
    try:
        edited = replace(study, rows=rows())
    except StudyFileError as fault:
        _say(reader, fault.flaws, "alert")
        return
    if edited == _study(reader, reader.values.one(STUDY)):
        return
    _put(STUDY, code_of(replace(edited, is_example=False)))
    st.rerun()


def _pick(reader: Reader, study: Study) -> None:
    """Show the library, and put the factor that is taken from it into its row."""
    rows = factor_picker.show(reader, study)
    if rows is not None:
        _reckon(reader, study, lambda: rows)


def _paste(reader: Reader, study: Study) -> None:
    """Show a field for rows copied from a sheet, and add them below those that are there."""
    with st.expander(reader.say("study.paste")), st.form("study-paste", border=False):
        text = st.text_area(reader.say("study.paste"), label_visibility="collapsed")
        is_asked = st.form_submit_button(reader.say("study.paste.add"))
    if is_asked and text.strip():
        heads, *lines = ([cell.strip() for cell in line.split("\t")] for line in text.splitlines())
        _reckon(reader, study, lambda: (*study.rows, *rows_of(Cells(heads, lines, FIRST_PASTED))))

"""Files of many companies, units, accounts, reports or product records: template, file, faults."""

from functools import partial

import streamlit as st

from carbonpeak.data.faults import DataFault
from carbonpeak.export.formats import MIME
from carbonpeak.incoming.sheets import MOST_BYTES
from carbonpeak.reporting import import_file, importing
from carbonpeak.reporting.declared import KINDS
from carbonpeak.reporting.import_file import Imported
from carbonpeak.screen import markup, reporting_desk
from carbonpeak.screen.reader import Reader
from carbonpeak.store.faults import StoreFault
from carbonpeak.words import pick
from carbonpeak.words.numbers import number

FORMS = ("xlsx", "csv")
TAKEN = "desk-taken"


def show(reader: Reader) -> None:
    """Show the kinds of file with their templates, and take one in: all rows or none."""
    say = reader.say
    kind = str(
        st.selectbox(
            say("desk.import.kind"),
            tuple(KINDS),
            format_func=lambda one: say.text(KINDS[one].title),
            key="import-kind",
        )
    )
    _templates(reader, kind)
    file = st.file_uploader(
        say("desk.import.file"),
        type=list(FORMS),
        key="import-file",
        max_upload_size=MOST_BYTES // 2**20,
    )
    why = st.text_input(say("desk.field.why"), key="import-why")
    is_asked = st.button(say("desk.import.take"), key="import-take", disabled=file is None)
    if is_asked and file is not None:
        _take(reader, kind, file.name, file.getvalue(), why)
    found = st.session_state.pop(TAKEN, None)
    if isinstance(found, Imported):
        st.success(say("desk.import.done", rows=number(found.rows), things=number(found.things)))


def _templates(reader: Reader, kind: str) -> None:
    with st.container(horizontal=True):
        for form in FORMS:
            st.download_button(
                reader.say(f"own.template.{form}"),
                data=partial(importing.template_of, reader.data, kind, form, reader.say.is_chinese),
                file_name=f"{kind}.{form}",
                mime=MIME[form],
                key=f"import-template-{form}",
                icon=":material/download:",
                on_click="ignore",
            )


def _take(reader: Reader, kind: str, name: str, content: bytes, why: str) -> None:
    """Take a file in and run the page anew; where it is refused, list what is wrong and where."""
    try:
        with reporting_desk.store(reader) as engine:
            actor = reporting_desk.actor()
            found = importing.sent(engine, actor, reader.data, kind, name, content, why=why)
    except DataFault as fault:
        st.html(markup.said(pick(fault.text, reader.lang), "alert"))
        return
    except StoreFault as fault:
        st.html(markup.said(fault.said[reader.lang], "alert"))
        return
    if found.is_refused:
        st.html(markup.said(reader.say("desk.import.refused", count=len(found.faults)), "alert"))
        st.dataframe(import_file.frame(found.faults, reader.say.is_chinese), hide_index=True)
        return
    st.session_state[TAKEN] = found
    st.query_params.pop("entry", None)
    st.rerun()

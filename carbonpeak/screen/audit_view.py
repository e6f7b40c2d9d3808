"""The audit for administrators: who did what, when, why, from which version; filtered, as CSV."""

from datetime import date

import pandas as pd
import streamlit as st

from carbonpeak.data.faults import DataFault
from carbonpeak.export.formats import MIME
from carbonpeak.reporting import auditing
from carbonpeak.reporting.auditing import Wanted
from carbonpeak.screen import markup, offered, reporting_desk, visitor
from carbonpeak.screen.reader import Reader
from carbonpeak.words import pick

SHOWN = ("number", "at", "who", "action", "subject", "why", "version")
MOST_SHOWN = 200


def show(reader: Reader) -> None:
    """Show the fields and the newest entries that are wanted; who may not read it is told why."""
    say = reader.say
    if not visitor.is_let("audit", reader.lang):
        return
    since, who, action = st.columns(3)
    day = since.date_input(say("desk.audit.since"), value=None, key="audit-since")
    wanted = Wanted(
        day.isoformat() if isinstance(day, date) else "",
        who.text_input(say("desk.audit.who"), key="audit-who").strip(),
        action.text_input(say("desk.audit.action"), key="audit-action").strip(),
    )
    try:
        with reporting_desk.store(reader) as engine:
            found = auditing.entries(engine, reporting_desk.actor(), wanted)
    except DataFault as fault:
        st.html(markup.said(pick(fault.text, reader.lang), "alert"))
        return
    _list(reader, found)


def _list(reader: Reader, found: pd.DataFrame) -> None:
    say = reader.say
    if found.empty:
        st.caption(say("desk.audit.none"))
        return
    newest = found.iloc[::-1].head(MOST_SHOWN)[list(SHOWN)].astype(str)
    heads = {name: say(f"desk.audit.column.{name}") for name in SHOWN}
    st.dataframe(newest.rename(columns=heads), hide_index=True, key="audit-rows")
    if len(found) > MOST_SHOWN:
        st.caption(say("desk.audit.cut", shown=MOST_SHOWN, count=len(found)))
    offered.file(
        reader.data,
        say("desk.audit.csv"),
        found.to_csv(index=False).encode("utf-8-sig"),
        "audit.csv",
        mime=MIME["csv"],
        key="audit-csv",
        icon=":material/download:",
    )

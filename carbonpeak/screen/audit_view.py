"""The audit for administrators: who did what, when, why, from which version; filtered, as CSV."""

from datetime import date, datetime, time

import pandas as pd
import streamlit as st

from carbonpeak.data.faults import DataFault
from carbonpeak.export.formats import MIME
from carbonpeak.reporting import auditing, deeds, example
from carbonpeak.reporting.auditing import ACTIONS, Wanted
from carbonpeak.reporting.working_days import CHINA
from carbonpeak.screen import markup, offered, reporting_desk, visitor
from carbonpeak.screen.reader import Reader
from carbonpeak.words import pick

SHOWN = ("number", "at", "who", "action", "subject", "why", "version")
MOST_SHOWN = 200


def show(reader: Reader) -> None:
    """Show the fields and the newest entries that are wanted; who may not read it is told why."""
    if not visitor.is_let("audit", reader.lang):
        return
    wanted = _wanted(reader)
    try:
        with reporting_desk.store(reader) as engine:
            found = auditing.entries(engine, reporting_desk.actor(), wanted)
    except DataFault as fault:
        st.html(markup.said(pick(fault.text, reader.lang), "alert"))
        return
    _list(reader, found)


def _wanted(reader: Reader) -> Wanted:
    say = reader.say
    since, who, action = st.columns(3)
    day = since.date_input(say("desk.audit.since"), value=None, key="audit-since")
    return Wanted(
        _begun(day) if isinstance(day, date) else "",
        who.text_input(say("desk.audit.who"), key="audit-who").strip(),
        str(
            action.selectbox(
                say("desk.audit.action"),
                ("", *ACTIONS),
                format_func=lambda code: _action(reader, code) if code else say("desk.audit.every"),
                key="audit-action",
            )
        ),
    )


def _begun(day: date) -> str:
    """Return the moment at which a day begins in China, as the store keeps moments."""
    return deeds.moment(datetime.combine(day, time(), CHINA))


def _action(reader: Reader, code: str) -> str:
    return pick(auditing.action_name(code), reader.lang)


def _list(reader: Reader, found: pd.DataFrame) -> None:
    say = reader.say
    if found.empty:
        st.caption(say("desk.audit.none"))
        return
    heads = {name: say(f"desk.audit.column.{name}") for name in SHOWN}
    moment = st.column_config.DatetimeColumn(format=say("desk.audit.moment"))
    st.dataframe(
        _shown(reader, found).rename(columns=heads),
        hide_index=True,
        key="audit-rows",
        column_config={heads["at"]: moment},
    )
    if len(found) > MOST_SHOWN:
        st.caption(say("desk.audit.cut", shown=MOST_SHOWN, count=len(found)))
    st.caption(say("desk.audit.file"))
    offered.file(
        reader.data,
        say("desk.audit.csv"),
        found.to_csv(index=False).encode("utf-8-sig"),
        "audit.csv",
        mime=MIME["csv"],
        key="audit-csv",
        icon=":material/download:",
    )


def _shown(reader: Reader, found: pd.DataFrame) -> pd.DataFrame:
    """Return the newest entries in words: actions by their names, times as clocks in China go."""
    newest = found.iloc[::-1].head(MOST_SHOWN)[list(SHOWN)]
    at = pd.to_datetime(newest["at"], utc=True).dt.tz_convert(CHINA).dt.tz_localize(None)
    made = {example.SUBJECT: reader.say("desk.head.example")}
    return newest.assign(
        at=at,
        action=[_action(reader, code) for code in newest["action"]],
        subject=newest["subject"].replace(made),
    )

"""What waits for the reader: lists of reports by right, and the form of the one that is opened."""

import pandas as pd
import streamlit as st

from carbonpeak.screen import markup, reporting_desk, reporting_report, visitor
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.reporting import labels, waiting
from carbonpeak.topics.reporting.waiting import Waiting
from carbonpeak.words.numbers import number

# The company whose report was opened from a list: its form stands there.
OPENED = "waiting-opened"


def has_lists(reader: Reader) -> bool:
    """Return whether there are records and anything that this person may do with them."""
    return bool(_lists() and reader.chosen.number)


def is_open(reader: Reader) -> bool:
    """Return whether the form of the company chosen stands at the lists."""
    company = reader.chosen.company
    return bool(company) and st.session_state.get(OPENED) == company and has_lists(reader)


def show(reader: Reader) -> None:
    """Show what waits for this person, or the report that was opened; nothing to mere readers."""
    if not has_lists(reader):
        return
    st.header(reader.say("desk.head.waiting"), anchor=False)
    reporting_desk.name(reader)
    if is_open(reader):
        _report(reader)
        return
    is_first = True
    for one in _lists():
        found = waiting.rows(reader.data, one, reader.chosen)
        _list(reader, one, found, is_first)
        is_first = is_first and found.empty


def _report(reader: Reader) -> None:
    """Show the report that was opened in place of the lists, with the way back to them."""
    with st.container(border=True, key="waiting-report"):
        st.button(
            reader.say("desk.waiting.back"),
            key="waiting-back",
            icon=":material/arrow_back:",
            on_click=_back,
        )
        st.html(markup.line(reader.words("company", reader.chosen.company), "lead"))
        reporting_report.show(reader)


def _lists() -> list[Waiting]:
    return [one for one in waiting.LISTS if visitor.decision(one.deed).allowed]


def _list(reader: Reader, one: Waiting, found: pd.DataFrame, is_expanded: bool) -> None:
    say = reader.say
    among = labels.among(reader.data, reader.chosen, say)
    if found.empty:
        st.caption(say(f"desk.waiting.none.{one.name}", among=among))
        return
    count = int(found["report_count"].iloc[0])
    head = say(f"desk.waiting.{one.name}", among=among, count=number(count))
    with st.expander(head, expanded=is_expanded, key=f"waiting-{one.name}"):
        with st.container(gap="small"):
            for row in found.to_dict("records"):
                _row(reader, row)
        if labels.any_made(found):
            st.caption(say("reporting.made.note"))
        if count > len(found):
            st.caption(say("desk.waiting.cut", shown=len(found), count=number(count)))


def _row(reader: Reader, row: labels.Row) -> None:
    label, report_id = waiting.title(row, reader.say), str(row["report_id"])
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.button(
            markup.letters(label),
            key=f"waiting-{report_id}",
            on_click=_open,
            args=(str(row["company_id"]), str(row["unit_id"]), int(row["year"])),
        )
        st.html(markup.line(waiting.said(row, reader.say)))


def _open(company: str, unit: str, year: int) -> None:
    """Choose a report as it stands now; its form stands at the lists from then on."""
    st.query_params["company"], st.query_params["reported"] = company, str(year)
    st.query_params.pop("entry", None)
    st.session_state[reporting_report.UNIT] = unit
    st.session_state[OPENED] = company


def _back() -> None:
    st.session_state.pop(OPENED, None)

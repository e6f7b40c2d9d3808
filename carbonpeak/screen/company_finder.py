"""Finding one company among thousands: a text to look for, and a list of those that have it."""

import streamlit as st

from carbonpeak.screen import markup
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.reporting import analysis

TEXT, FOUND, NAME = "company-text", "company-found", "company"
LONGEST = 80


def show(reader: Reader) -> None:
    """Show the field and the list; the company that is chosen stands in the URL."""
    say, chosen = reader.say, reader.chosen
    text = st.text_input(say("reporting.company.find"), key=TEXT, max_chars=LONGEST)
    rows = analysis.found(reader.data, chosen.number, text)
    if rows.empty:
        st.html(markup.said(say("reporting.company.none", text=text)))
        return
    names = dict(zip(rows["company_id"], rows[f"name_{reader.lang}"], strict=True))
    if chosen.company:
        names.setdefault(chosen.company, reader.words(NAME, chosen.company))
    codes = ("", *names)
    st.session_state[FOUND] = chosen.company
    count = int(rows["company_count"].iloc[0])
    st.selectbox(
        say("reporting.company.choose", count=count),
        codes,
        format_func=lambda code: names.get(code, "") or say("control.none"),
        key=FOUND,
        on_change=_choose,
    )
    if count > len(rows):
        st.caption(say("reporting.company.many", count=count, shown=len(rows)))


def _choose() -> None:
    code = st.session_state[FOUND]
    if code:
        st.query_params[NAME] = code
    else:
        st.query_params.pop(NAME, None)

"""The report of a unit for a year: its activities line by line, saved as a draft or correction."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from carbonpeak.data.units import listed
from carbonpeak.reporting import activities, reports, states
from carbonpeak.reporting.activities import KINDS, Activity
from carbonpeak.reporting.entering import Entry
from carbonpeak.reporting.faults import ReportingError
from carbonpeak.reporting.reference import Factor, reference
from carbonpeak.screen import markup, reporting_desk
from carbonpeak.screen.reader import Reader
from carbonpeak.store.actors import Actor
from carbonpeak.topics.reporting import labels
from carbonpeak.topics.reporting.lines import whole
from carbonpeak.words import pick
from carbonpeak.words.numbers import number

# Where the lines of a report stay while it is written.
LINES = "desk-lines"


def show(reader: Reader, unit_id: str, standing: "pd.Series[Any] | None") -> None:
    """Show the lines of the report of a unit for the year chosen, to add to and to save."""
    say, year = reader.say, reader.chosen.year
    state = states.NONE if standing is None else str(standing["state"])
    if state not in states.ENTERED_FROM:
        st.caption(say("desk.closed", state=pick(states.name(state), reader.lang)))
        return
    lines = _lines(reader, unit_id, standing)
    _list(reader, unit_id, lines)
    with st.form("line-form", clear_on_submit=True):
        added = _line(reader)
        if st.form_submit_button(say("desk.line.add"), key="line-add") and _holds(reader, added):
            lines.append(added)
            st.rerun()
    why = st.text_input(say("desk.field.change"), key="entry-why")
    seen = None if standing is None else int(standing["last_entry"])
    if st.button(say("desk.save"), key="entry-save", type="primary", disabled=not lines):
        entry = Entry(unit_id, year, tuple(lines), why)
        deed = partial(_enter, reader, entry, seen, _key(reader, unit_id))
        reporting_desk.do(reader, deed, "desk.done.saved")


def _key(reader: Reader, unit_id: str) -> str:
    return f"{LINES}-{unit_id}-{reader.chosen.year}"


def _lines(reader: Reader, unit_id: str, standing: "pd.Series[Any] | None") -> list[Activity]:
    """Return the lines as they are written here, first those of the report as it stands."""
    key = _key(reader, unit_id)
    if key not in st.session_state:
        st.session_state[key] = _kept(reader, standing)
    held: list[Activity] = st.session_state[key]
    return held


def _kept(reader: Reader, standing: "pd.Series[Any] | None") -> list[Activity]:
    if standing is None:
        return []
    asked = {"number": reader.chosen.number, "report": str(standing["report_id"])}
    rows = reader.data.ask("reporting__lines", **asked)
    columns = ("kind", "activity", "quantity", "unit", "factor_id")
    return [Activity(*one) for one in rows[list(columns)].itertuples(index=False, name=None)]


def _enter(
    reader: Reader, entry: Entry, seen: int | None, key: str, engine: Engine, actor: Actor | None
) -> None:
    reports.enter(engine, actor, reader.data, entry, seen)
    st.session_state.pop(key, None)


def _list(reader: Reader, unit_id: str, lines: list[Activity]) -> None:
    """Show the lines with their emissions, each with a button that takes it out."""
    say = reader.say
    if not lines:
        st.caption(say("desk.line.none"))
        return
    total_t = 0.0
    for place, activity in enumerate(lines):
        told, co2_t = _told(reader, activity)
        total_t += co2_t
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(told)
            if st.button(say("desk.line.remove"), key=f"line-{unit_id}-{place}", type="tertiary"):
                del lines[place]
                st.rerun()
    st.markdown(f"**{say('desk.line.total', co2=number(total_t, 1))}**")


def _told(reader: Reader, activity: Activity) -> tuple[str, float]:
    """Return a line in words with its emissions (t); why it cannot stand where it cannot."""
    try:
        (found,) = activities.reckoned(reader.data, (activity,))
    except ReportingError as fault:
        return pick(fault.text, reader.lang), 0.0
    told = reader.say(
        "desk.line",
        kind=pick(activities.kind_name(activity.kind), reader.lang),
        activity=labels.typed(activity.activity, reader.say),
        quantity=whole(activity.quantity),
        unit=activity.unit,
        factor=pick(found.factor.name, reader.lang),
        co2=number(found.co2_t, 1),
    )
    return told, found.co2_t


def _line(reader: Reader) -> Activity:
    say, known = reader.say, reference(reader.data).factors
    first, second, third, fourth = st.columns([1, 2, 1, 1])
    kind = first.selectbox(
        say("desk.field.kind"),
        KINDS,
        format_func=lambda code: pick(activities.kind_name(code), reader.lang),
        key="line-kind",
    )
    activity = second.text_input(say("desk.field.activity"), key="line-activity")
    quantity = third.number_input(say("desk.field.quantity"), 0.0, value=0.0, key="line-quantity")
    unit = fourth.selectbox(say("desk.field.quantity_unit"), listed(), key="line-unit")
    factor = st.selectbox(
        say("desk.field.factor"),
        tuple(known),
        format_func=lambda code: _factor(reader, known[code]),
        key="line-factor",
    )
    return Activity(str(kind), activity.strip(), float(quantity), str(unit), str(factor))


def _factor(reader: Reader, factor: Factor) -> str:
    return f"{factor.factor_id} · {pick(factor.name, reader.lang)} · {factor.unit}"


def _holds(reader: Reader, added: Activity) -> bool:
    """Return whether a line can stand; where not, say why."""
    try:
        activities.reckoned(reader.data, (added,))
    except ReportingError as fault:
        st.html(markup.said(pick(fault.text, reader.lang), "alert"))
        return False
    return True

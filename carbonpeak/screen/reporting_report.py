"""The report of a unit of the company chosen: what it says, to be entered, to be moved on."""

from typing import Any

import pandas as pd
import streamlit as st

from carbonpeak.reporting import states
from carbonpeak.screen import (
    markup,
    reporting_desk,
    reporting_entry,
    reporting_moves,
    reporting_register,
    visitor,
)
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.reporting import analysis, beside, labels, lines

UNIT = "desk-unit"
# Which columns of the lines of a report are running text.
ARE_WORDS = (True, False, False, True, True)


def show(reader: Reader) -> None:
    """Show which unit is meant, and the forms of its report for the year chosen."""
    say, year = reader.say, reader.chosen.year
    units = analysis.of_company(reader.data, "units", reader.chosen)
    if units.empty:
        is_limited = analysis.is_limited(reader.data)
        st.caption(say("desk.no_unit_seen" if is_limited else "desk.no_unit"))
        return
    names = {
        str(row["unit_id"]): labels.named(row, "unit", say) for row in units.to_dict("records")
    }
    if st.session_state.get(UNIT) not in names:
        st.session_state.pop(UNIT, None)
    unit_id = str(
        st.selectbox(
            say("desk.unit", year=year), tuple(names), format_func=names.__getitem__, key=UNIT
        )
    )
    standing = _standing(reader, unit_id)
    if standing is not None:
        reporting_moves.findings(reader, str(standing["report_id"]))
    may_enter = visitor.decision(states.ENTER).allowed
    if standing is not None and not (may_enter and _is_written(standing)):
        _lines(reader, standing)
    if may_enter:
        _entry(reader, unit_id, standing)
    reporting_desk.done(reader, "report")
    with st.expander(say("desk.head.move", year=year), expanded=True):
        if standing is None:
            st.caption(say("desk.no_report", year=year))
        else:
            reporting_moves.show(reader, standing)


def _entry(reader: Reader, unit_id: str, standing: "pd.Series[Any] | None") -> None:
    say, year = reader.say, reader.chosen.year
    is_sent_back = standing is not None and standing["state"] == reporting_moves.FINDINGS_OPEN
    with st.expander(say("desk.head.entry", year=year), expanded=is_sent_back):
        reporting_entry.show(reader, unit_id, standing)
    with st.expander(say("desk.head.product", year=year)):
        reporting_register.product(reader, unit_id)


def _is_written(standing: "pd.Series[Any]") -> bool:
    """Return whether the form that enters a report shows its lines."""
    return str(standing["state"]) in states.ENTERED_FROM


def _lines(reader: Reader, standing: "pd.Series[Any]") -> None:
    """Show what the report says, line by line, to whoever does not write it."""
    head = reader.say("desk.head.lines", year=reader.chosen.year)
    with st.expander(head, expanded=True):
        report = str(standing["report_id"])
        rows = lines.told(reader.data, reader.chosen.number, report, reader.say)
        st.html(markup.table(rows, head, ARE_WORDS))
        unit_id = str(standing["unit_id"])
        st.html(markup.line(beside.said(reader.data, reader.chosen, unit_id, reader.say)))


def _standing(reader: Reader, unit_id: str) -> "pd.Series[Any] | None":
    """Return where the report of a unit for the year chosen stands, None where there is none."""
    rows = analysis.of_company(reader.data, "of_company", reader.chosen)
    own = rows[(rows["unit_id"] == unit_id) & (rows["year"] == reader.chosen.year)]
    return None if own.empty else own.iloc[0]

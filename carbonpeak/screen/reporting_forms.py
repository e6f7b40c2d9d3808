"""What people enter on the page Reporting units, each part for those whose role has the right."""

from typing import Any

import pandas as pd
import streamlit as st

from carbonpeak.access.deciding import What
from carbonpeak.screen import (
    audit_view,
    reporting_desk,
    reporting_entry,
    reporting_import,
    reporting_moves,
    reporting_register,
    visitor,
)
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.reporting import analysis, labels

# What somebody may do here besides reading.
DEEDS: tuple[What, ...] = ("register", "enter", "verify", "disclose", "audit")
NAMED = ("editor", "verifier", "administrator")


def show(reader: Reader) -> None:
    """Show the forms that this person may use, those of a company where one is chosen."""
    say = reader.say
    reporting_desk.done(reader)
    st.header(say("desk.head"), anchor=False)
    if not any(_may(one) for one in DEEDS):
        st.caption(say("desk.no_deed", **{one: say(f"access.role.{one}") for one in NAMED}))
        return
    reporting_desk.name(reader)
    if _may("disclose"):
        with st.expander(say("desk.head.example")):
            reporting_register.made_example(reader)
    if _may("register"):
        with st.expander(say("desk.head.company")):
            reporting_register.company(reader)
    if _may("enter"):
        with st.expander(say("desk.head.import")):
            reporting_import.show(reader)
    if analysis.newest(reader.data) and _may("audit"):
        with st.expander(say("desk.head.audit")):
            audit_view.show(reader)
    if not reader.chosen.company:
        st.caption(say("desk.choose_company"))
        return
    _of_company(reader)


def _may(what: What) -> bool:
    return visitor.decision(what).allowed


def _of_company(reader: Reader) -> None:
    say = reader.say
    if _may("register"):
        with st.expander(say("desk.head.unit")):
            reporting_register.unit(reader)
        with st.expander(say("desk.head.account")):
            reporting_register.account(reader)
    units = analysis.of_company(reader.data, "units", reader.chosen)
    if units.empty:
        is_limited = analysis.is_limited(reader.data)
        st.caption(say("desk.no_unit_seen" if is_limited else "desk.no_unit"))
        return
    names = {
        str(row["unit_id"]): labels.named(row, "unit", say) for row in units.to_dict("records")
    }
    unit_id = str(
        st.selectbox(
            say("desk.unit", year=reader.chosen.year),
            tuple(names),
            format_func=names.__getitem__,
            key="desk-unit",
        )
    )
    standing = _standing(reader, unit_id)
    if _may("enter"):
        with st.expander(say("desk.head.entry", year=reader.chosen.year)):
            reporting_entry.show(reader, unit_id, standing)
        with st.expander(say("desk.head.product", year=reader.chosen.year)):
            reporting_register.product(reader, unit_id)
    with st.expander(say("desk.head.move", year=reader.chosen.year), expanded=True):
        if standing is None:
            st.caption(say("desk.no_report", year=reader.chosen.year))
        else:
            reporting_moves.show(reader, standing)


def _standing(reader: Reader, unit_id: str) -> "pd.Series[Any] | None":
    """Return where the report of a unit for the year chosen stands, None where there is none."""
    rows = analysis.of_company(reader.data, "of_company", reader.chosen)
    own = rows[(rows["unit_id"] == unit_id) & (rows["year"] == reader.chosen.year)]
    return None if own.empty else own.iloc[0]

"""What people enter on the page Reporting units, each part for those whose role has the right."""

import streamlit as st

from carbonpeak.access.deciding import What
from carbonpeak.screen import (
    audit_view,
    reporting_desk,
    reporting_import,
    reporting_register,
    reporting_report,
    reporting_waiting,
    visitor,
)
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.reporting import analysis

# What somebody may do here besides reading.
DEEDS: tuple[What, ...] = ("register", "enter", "verify", "disclose", "audit")
NAMED = ("editor", "verifier", "administrator")


def show(reader: Reader) -> None:
    """Show the forms that this person may use, those of a company where one is chosen."""
    _show(reader)
    reporting_desk.forget()


def _show(reader: Reader) -> None:
    say = reader.say
    st.header(say("desk.head"), anchor=False)
    reporting_desk.done(reader, "forms")
    if not any(_may(one) for one in DEEDS):
        st.caption(say("desk.no_deed", **{one: say(f"access.role.{one}") for one in NAMED}))
        return
    _name(reader)
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


def _name(reader: Reader) -> None:
    """Ask for a name, or say where it is asked for: once on the page."""
    if not reporting_waiting.has_lists(reader):
        reporting_desk.name(reader)
    elif reporting_desk.is_typed():
        st.caption(reader.say("desk.who.above"))


def _may(what: What) -> bool:
    return visitor.decision(what).allowed


def _of_company(reader: Reader) -> None:
    say = reader.say
    if _may("register"):
        with st.expander(say("desk.head.unit")):
            reporting_register.unit(reader)
        with st.expander(say("desk.head.account")):
            reporting_register.account(reader)
    if reporting_waiting.is_open(reader):
        st.caption(say("desk.waiting.above"))
    else:
        reporting_report.show(reader)

"""Bringing a report to its next state: submit, review, findings, verify, appeal, disclose."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from carbonpeak.access.deciding import What
from carbonpeak.reporting import moving, states
from carbonpeak.reporting.moving import Step
from carbonpeak.screen import markup, reporting_desk
from carbonpeak.screen.reader import Reader
from carbonpeak.store.actors import Actor
from carbonpeak.topics.reporting import labels
from carbonpeak.words import pick

DEEDS: tuple[What, ...] = ("enter", "verify", "disclose")
DRAFT, FINDINGS_OPEN, VERIFIED = "draft", "findings_open", "verified"


def show(reader: Reader, row: "pd.Series[Any]") -> None:
    """Show the steps that this person may take with a report, and take one."""
    say, report_id = reader.say, str(row["report_id"])
    state = pick(states.name(str(row["state"])), reader.lang)
    st.markdown(say("desk.standing", state=state, revision=int(row["revision"])))
    may_revise, following = _may_revise(row, reader), _following(row, reader)
    if may_revise:
        st.caption(say("desk.mend", year=int(row["year"])))
    if not following:
        if not may_revise:
            st.caption(say("desk.no_step"))
        return
    to = st.segmented_control(
        say("desk.to"),
        following,
        format_func=lambda code: pick(states.name(code), reader.lang),
        key=f"step-to-{report_id}",
    )
    if to is None:
        return
    findings: tuple[str, ...] = ()
    settled: dict[int, float | None] = {}
    if to == FINDINGS_OPEN:
        text = st.text_area(say("desk.findings"), key=f"step-findings-{report_id}")
        findings = tuple(line.strip() for line in text.splitlines() if line.strip())
    if to == VERIFIED:
        settled = _settled(reader, report_id)
    why = st.text_input(say("desk.field.reason"), key=f"step-why-{report_id}")
    if st.button(say("desk.take"), key=f"step-take-{report_id}", type="primary"):
        step = Step(to, why, findings, settled)
        deed = partial(_take, report_id, step, int(row["last_entry"]))
        reporting_desk.do(reader, deed, "desk.done.moved")


def _following(row: "pd.Series[Any]", reader: Reader) -> tuple[str, ...]:
    """Return the states that this person may bring a report to, but for those that are entered."""
    whose = (str(row["region_code"]), reader.chosen.company)
    deeds = [one for one in DEEDS if reporting_desk.may(one, *whose)]
    found = states.following(str(row["state"]), deeds)
    written = set(states.ENTERED_FROM.values())
    return tuple(one for one in found if one not in written)


def _may_revise(row: "pd.Series[Any]", reader: Reader) -> bool:
    """Return whether this person may correct a report by a revision of its own."""
    whose = (str(row["region_code"]), reader.chosen.company)
    is_handed_in = str(row["state"]) in set(states.ENTERED_FROM) - {DRAFT}
    return is_handed_in and reporting_desk.may(states.ENTER, *whose)


def findings(reader: Reader, report_id: str) -> None:
    """Say what a verifier found in a report that is still open."""
    say = reader.say
    for one in _open_findings(reader, report_id):
        text = labels.typed(one["text"], say)
        st.html(markup.said(say("desk.finding", finding=one["finding"], text=text)))


def _open_findings(reader: Reader, report_id: str) -> Sequence[labels.Row]:
    """Return the findings of a report that are still open."""
    rows = reader.data.ask(
        "reporting__findings", number=reader.chosen.number, company=reader.chosen.company
    )
    is_open = (rows["report_id"] == report_id) & (rows["outcome"] == "open")
    return rows[is_open].to_dict("records")


def _settled(reader: Reader, report_id: str) -> dict[int, float | None]:
    """Ask what stands in for each open finding; return it by number, None where mended."""
    found: dict[int, float | None] = {}
    for row in _open_findings(reader, report_id):
        finding = int(row["finding"])
        given = st.number_input(
            reader.say(
                "desk.estimate", finding=finding, text=labels.typed(row["text"], reader.say)
            ),
            min_value=0.0,
            value=None,
            key=f"step-estimate-{report_id}-{finding}",
        )
        found[finding] = None if given is None else float(given)
    return found


def _take(report_id: str, step: Step, seen: int, engine: Engine, actor: Actor | None) -> None:
    moving.move(engine, actor, report_id, step, seen)

"""Every step between two states by every role: the allowed ones are taken, all others refused."""

from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import func, select

from carbonpeak.access.deciding import RIGHTS, ROLES
from carbonpeak.reporting import moving, reports, states
from carbonpeak.reporting.faults import ReportingError
from carbonpeak.reporting.moving import Step
from carbonpeak.store import audit
from carbonpeak.store.opening import reading
from carbonpeak.store.tables import AUDIT, MOVES, RECORDS
from tests.reporting.filed import (
    EDITOR,
    MONDAY,
    OIL,
    REPORT,
    VERIFIER,
    brought,
    entry,
    person,
    registered,
)

# By hand, from the guide: what may follow what, and whose step it is.
ALLOWED = {
    ("", "draft"): "editor",
    ("draft", "submitted"): "editor",
    ("submitted", "document_review"): "verifier",
    ("document_review", "site_visit"): "verifier",
    ("document_review", "findings_open"): "verifier",
    ("document_review", "verified"): "verifier",
    ("site_visit", "findings_open"): "verifier",
    ("site_visit", "verified"): "verifier",
    ("findings_open", "corrected"): "editor",
    ("findings_open", "verified"): "verifier",
    ("corrected", "document_review"): "verifier",
    ("corrected", "verified"): "verifier",
    ("verified", "appealed"): "editor",
    ("verified", "disclosed"): "administrator",
    ("appealed", "document_review"): "verifier",
    ("appealed", "verified"): "verifier",
    ("verified", "draft"): "editor",
    ("disclosed", "draft"): "editor",
}
BY_ENTERING = {
    *(("", "draft"), ("findings_open", "corrected")),
    *(("verified", "draft"), ("disclosed", "draft")),
}


def counts(store):
    """Return how many rows every table has."""
    with reading(store) as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (AUDIT, *RECORDS)
        }


def test_the_moves_are_those_of_the_guide():
    assert {(one.before, one.after) for one in states.MOVES} == set(ALLOWED)
    for one in states.MOVES:
        assert [role for role in ROLES if one.deed in RIGHTS[role]] == [
            ALLOWED[one.before, one.after]
        ]
        assert one.is_revision is ((one.before, one.after) in BY_ENTERING)


def step_to(state):
    """Return a step to a state with all that must come with it."""
    findings = ("不符",) if state == "findings_open" else ()
    return Step(state, "理由", findings)


@pytest.mark.parametrize("state", states.STATES)
def test_from_each_state_each_role_takes_the_allowed_steps_and_no_other(store, data, state):
    registered(store, data)
    found = brought(store, data, state)
    before = counts(store)
    # Findings that are open are settled, or the verifier could not go on.
    settled = {1: 12.5} if state in ("findings_open", "corrected") else {}
    allowed = []
    for to, role in product(states.STATES, ROLES):
        step = Step(to, "理由", step_to(to).findings, settled if to == "verified" else {})
        is_allowed = ALLOWED.get((state, to)) == role and (state, to) not in BY_ENTERING
        if is_allowed:
            allowed.append((role, step))
            continue
        with pytest.raises(ReportingError) as fault:
            moving.move(store, person(role, f"{role} 周"), REPORT, step, found.number, MONDAY)
        assert fault.value.text.zh
        assert fault.value.text.en
    assert counts(store) == before
    for role, step in allowed[:1]:
        moved = moving.move(store, person(role, f"{role} 周"), REPORT, step, found.number, MONDAY)
        assert (moved.state, moved.revision) == (step.to, found.revision)
        assert counts(store)["audit"] == before["audit"] + 1


@pytest.mark.parametrize(("state", "to"), [key for key in ALLOWED if key not in BY_ENTERING])
def test_each_allowed_step_is_kept_with_who_when_and_why(store, data, state, to):
    registered(store, data)
    found = brought(store, data, state)
    settled = {1: None} if state in ("findings_open", "corrected") and to == "verified" else {}
    step = Step(to, "理由", step_to(to).findings, settled)
    who = person(ALLOWED[state, to], "周杰")
    at = MONDAY + timedelta(hours=3)
    moved = moving.move(store, who, REPORT, step, found.number, at)
    assert (moved.state, moved.who, moved.revision) == (to, "周杰", found.revision)
    with reading(store) as connection:
        row = connection.execute(select(MOVES).order_by(MOVES.c.number.desc())).mappings().first()
        entry = connection.execute(select(AUDIT).order_by(AUDIT.c.number.desc())).mappings().first()
        chain = audit.verify(connection)
    assert (row["from_state"], row["to_state"], row["why"]) == (state, to, "理由")
    assert row["at"] == "2026-03-02T05:00:00.000+00:00"
    assert (entry["number"], entry["action"]) == (row["number"], f"report.{to}")
    assert (entry["who"], entry["subject"], entry["why"]) == ("周杰", REPORT, "理由")
    assert chain.broken_at is None


@pytest.mark.parametrize("state", states.STATES)
@pytest.mark.parametrize("role", ROLES)
def test_a_report_is_written_where_its_state_and_the_role_allow(store, data, state, role):
    registered(store, data)
    found = brought(store, data, state)
    before = counts(store)
    who, given = person(role, "周杰"), entry(OIL, why="更正")
    may = role == "editor" and state in ("draft", "findings_open", "verified", "disclosed")
    if not may:
        with pytest.raises(ReportingError):
            reports.enter(store, who, data, given, found.number, MONDAY)
        assert counts(store) == before
        return
    made = reports.enter(store, who, data, given, found.number, MONDAY)
    after = {"findings_open": "corrected"}.get(state, "draft")
    more = 0 if state == "draft" else 1
    assert (made.state, made.revision) == (after, found.revision + more)


def test_a_person_of_another_region_takes_no_step_and_learns_of_no_report(store, data):
    registered(store, data)
    found = brought(store, data, "submitted")
    stranger = person("verifier", "孙丽", ("330000",))
    with pytest.raises(ReportingError) as there:
        moving.move(store, stranger, REPORT, Step("document_review"), found.number)
    with pytest.raises(ReportingError) as nowhere:
        moving.move(store, stranger, "u9.2025", Step("document_review"), found.number)
    assert there.value.text.en == nowhere.value.text.en.replace("u9.2025", REPORT)


def test_who_entered_or_submitted_a_report_does_not_verify_it(store, data):
    registered(store, data)
    found = brought(store, data, "submitted")
    # The same name with other blanks and capitals, in another role.
    same = person("verifier", " 王 芳")
    with pytest.raises(ReportingError, match="cannot verify"):
        moving.move(store, same, REPORT, Step("document_review"), found.number)
    other = moving.move(store, VERIFIER, REPORT, Step("document_review"), found.number)
    with pytest.raises(ReportingError, match="cannot verify"):
        moving.move(store, same, REPORT, Step("verified"), other.number)


def test_who_saved_a_draft_again_does_not_verify_it_either(store, data):
    registered(store, data)
    draft = brought(store, data, "draft")
    helper = person("editor", "陈静")
    saved = reports.enter(store, helper, data, entry(OIL), draft.number, MONDAY)
    sent = moving.move(store, EDITOR, REPORT, Step("submitted"), saved.number, MONDAY)
    with pytest.raises(ReportingError, match="cannot verify"):
        moving.move(store, person("verifier", "陈静"), REPORT, Step("document_review"), sent.number)


def test_the_second_of_two_verifiers_is_told_who_was_first(store, data):
    registered(store, data)
    seen = brought(store, data, "document_review").number
    moving.move(store, VERIFIER, REPORT, Step("site_visit"), seen)
    with pytest.raises(ReportingError) as fault:
        moving.move(store, person("verifier", "孙丽"), REPORT, Step("verified"), seen)
    assert "李强" in fault.value.text.zh
    assert "“site visit”" in fault.value.text.en


def test_a_draft_saved_by_another_meanwhile_is_not_written_over(store, data):
    registered(store, data)
    seen = brought(store, data, "draft").number
    reports.enter(store, person("editor", "陈静"), data, entry(OIL), seen, MONDAY)
    with pytest.raises(ReportingError, match="changed by 陈静"):
        reports.enter(store, EDITOR, data, entry(), seen, MONDAY)
    with pytest.raises(ReportingError, match="changed by 陈静"):
        reports.enter(store, EDITOR, data, entry(), None, MONDAY)


def test_a_log_in_that_ended_changes_nothing_and_is_told(store, data):
    registered(store, data)
    found = brought(store, data, "draft")
    before = counts(store)
    for deed in (
        lambda: moving.move(store, None, REPORT, Step("submitted"), found.number),
        lambda: reports.enter(store, None, data, entry(), found.number),
    ):
        with pytest.raises(ReportingError, match="log-in has ended"):
            deed()
    assert counts(store) == before

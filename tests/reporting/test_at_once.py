"""Many at once, and any order of deeds: one chain, allowed steps, one current revision a report."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from carbonpeak.reporting import moving, reports, standing, states, units
from carbonpeak.reporting.entering import Entry
from carbonpeak.reporting.faults import ReportingError
from carbonpeak.reporting.moving import Step
from carbonpeak.store import audit
from carbonpeak.store.opening import address, open_store, reading
from carbonpeak.store.tables import MOVES, REPORTS
from tests.part import examples
from tests.reporting.filed import (
    CHIEF,
    EDITOR,
    MONDAY,
    OIL,
    POWER,
    REPORT,
    UNIT,
    VERIFIER,
    brought,
    entry,
    person,
    registered,
)

THREADS = 32


def test_of_32_who_decide_at_once_one_is_first_and_the_others_are_told(store, data):
    registered(store, data)
    seen = brought(store, data, "document_review").number

    def decide(place):
        who = person("verifier", f"核查员{place}")
        to = ("verified", "site_visit")[place % 2]
        try:
            return moving.move(store, who, REPORT, Step(to), seen, MONDAY).state
        except ReportingError as fault:
            return fault.text.en

    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(decide, range(THREADS)))
    assert sum(one in states.STATES for one in found) == 1
    assert sum("was changed by 核查员" in one for one in found) == THREADS - 1
    with reading(store) as connection:
        assert audit.verify(connection).broken_at is None
        assert len(connection.execute(select(MOVES)).all()) == 4


def test_32_who_enter_reports_at_once_lose_none(store, data):
    registered(store, data)
    made = [f"t{place}" for place in range(THREADS)]
    for one in made:
        units.register(store, EDITOR, data, replace(UNIT, unit_id=one))
    with ThreadPoolExecutor(THREADS) as threads:
        found = list(
            threads.map(
                lambda one: reports.enter(store, EDITOR, data, Entry(one, 2025, (OIL, POWER))),
                made,
            )
        )
    assert len({one.number for one in found}) == THREADS
    with reading(store) as connection:
        assert set(connection.execute(select(REPORTS.c.unit_id)).scalars()) == set(made)
        assert audit.verify(connection).broken_at is None


PEOPLE = (EDITOR, VERIFIER, CHIEF, person("editor", "陈静"), person("verifier", "陈静"), None)
DEEDS = st.tuples(
    st.sampled_from(PEOPLE),
    st.sampled_from(("enter", *states.STATES)),
    # What the person saw: the newest, or one of before.
    st.sampled_from((0, 0, 0, 1)),
    st.booleans(),
)


def take(store, data, deed, seen):
    who, what, behind, is_explained = deed
    number = (seen or 0) - behind
    why = "理由" if is_explained else ""
    if what == "enter":
        return reports.enter(store, who, data, entry(OIL, why=why), number or None, MONDAY)
    findings = ("不符",) if what == "findings_open" else ()
    settled = {1: 5.0} if what == "verified" and is_explained else {}
    return moving.move(store, who, REPORT, Step(what, why, findings, settled), number, MONDAY)


def verify_whole(store):
    """Hold moves to follow each other by allowed steps, and revisions to come one by one."""
    with reading(store) as connection:
        assert audit.verify(connection).broken_at is None
        moves = connection.execute(select(MOVES).order_by(MOVES.c.number)).mappings().all()
        rows = connection.execute(select(REPORTS).order_by(REPORTS.c.number)).mappings().all()
        found = standing.of(connection, REPORT)
    before = ""
    for one in moves:
        assert one["from_state"] == before
        step = states.move(before, one["to_state"])
        assert step is not None
        before = one["to_state"]
    revisions = [row["revision"] for row in rows]
    assert revisions == sorted(revisions)
    assert set(revisions) == set(range(1, len(set(revisions)) + 1))
    if found is not None:
        assert (found.state, found.revision) == (before, max(revisions))
        steps = [states.move(one["from_state"], one["to_state"]) for one in moves]
        assert sum(step.is_revision for step in steps) == found.revision


@settings(max_examples=examples(25), suppress_health_check=list(HealthCheck))
@given(deeds=st.lists(DEEDS, min_size=5, max_size=40))
def test_any_order_of_deeds_leaves_a_chain_allowed_steps_and_one_revision(
    data, tmp_path_factory, deeds
):
    engine = open_store(address(tmp_path_factory.mktemp("any")))
    registered(engine, data)
    seen = None
    for deed in deeds:
        # What is refused leaves all as it was.
        with suppress(ReportingError):
            seen = take(engine, data, deed, seen).number
    verify_whole(engine)
    engine.dispose()


def walk(store, data, chance):
    """Take allowed steps alone, by chance, as far as twenty-five lead."""
    found = brought(store, data, "draft")
    for _ in range(25):
        after = chance.choice([one.after for one in states.MOVES if one.before == found.state])
        step = states.move(found.state, after)
        if step.is_revision:
            found = reports.enter(store, EDITOR, data, entry(OIL, why="更正"), found.number, MONDAY)
            continue
        who = {"enter": EDITOR, "verify": VERIFIER, "disclose": CHIEF}[step.deed]
        with reading(store) as connection:
            left = moving.findings.of_report(connection, REPORT)
        settled = {one["finding"]: None for one in left if one["outcome"] == "open"}
        given = Step(after, "理由", ("不符",) if after == "findings_open" else (), settled)
        if after != "verified":
            given = Step(after, "理由", given.findings)
        found = moving.move(store, who, REPORT, given, found.number, MONDAY)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_a_long_walk_of_allowed_steps_is_taken_whole(store, data, seed):
    registered(store, data)
    walk(store, data, random.Random(seed))
    verify_whole(store)

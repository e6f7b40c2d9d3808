"""Bringing a report from one state to the next: who may, what must come with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Engine, Table

from carbonpeak.access.deciding import What
from carbonpeak.domain import months
from carbonpeak.reporting import (
    checks,
    deadlines,
    disclosing,
    entering,
    findings,
    people,
    standing,
    units,
    working_days,
)
from carbonpeak.reporting.deeds import Note, Row, deed, keep, moment
from carbonpeak.reporting.faults import ReportingError, refused
from carbonpeak.reporting.findings import Settled
from carbonpeak.reporting.standing import Standing
from carbonpeak.reporting.states import MOVES as STEPS
from carbonpeak.reporting.states import STATES, VERIFY, Move, name
from carbonpeak.reporting.states import move as step_between
from carbonpeak.store.actors import Actor
from carbonpeak.store.tables import DISCLOSED, FINDINGS, MOVES


@dataclass(frozen=True)
class Step:
    """What is asked: to which state, why; findings that are opened, or how they are settled.

    ``settled`` gives by number the conservative estimate, t CO2 to be added, or None: closed.
    """

    to: str
    why: str = ""
    findings: tuple[str, ...] = ()
    settled: Settled = field(default_factory=dict)


Added = Mapping[Table, list[Row]]


def move(
    engine: Engine,
    actor: Actor | None,
    report_id: str,
    step: Step,
    seen: int,
    at: datetime | None = None,
) -> Standing:
    """Bring a report to another state; return where it then stands.

    ``seen`` is the number of the report as the person saw it. ReportingError where somebody changed
    it since, no such step leads on from its state, the person may not take it, or what must come
    with it is missing.
    """
    with deed(engine) as connection:
        report = standing.within(connection, actor, report_id)
        person = people.require(actor, _deed(step.to), report.region_code, report.company_id)
        standing.require_seen(connection, report, seen)
        taken = _taken(report, step)
        if taken.deed == VERIFY:
            standing.require_other_person(connection, report_id, person.name)
        added = rows(connection, report, step, person.name, moment(at))
        note = Note(f"report.{step.to}", report_id, step.why.strip(), _detail(report, step))
        keep(connection, person, note, added)
        return standing.required(connection, report_id)


def rows(connection: Connection, report: Standing, step: Step, who: str, when: str) -> Added:
    """Return the rows of an allowed step; ReportingError where what must come with it is missing.

    ``when`` is the moment as the store keeps it.
    """
    coming = COMING.get(step.to, _nothing)(connection, report, step, when)
    return {**coming, MOVES: [_row(report, step, who, when)]}


def _deed(to: str) -> What:
    """Return the right that any step to a state needs."""
    found = next((one.deed for one in STEPS if one.after == to), None)
    if found is None:
        raise refused("no_state", value=to, states=", ".join(STATES))
    return found


def _taken(report: Standing, step: Step) -> Move:
    taken = step_between(report.state, step.to)
    if taken is None:
        facts = {"before": name(report.state), "after": name(step.to)}
        raise refused("no_move", report=report.report_id, **facts)
    if taken.is_revision:
        raise refused("by_entering", after=name(step.to))
    return taken


def _row(report: Standing, step: Step, who: str, when: str) -> Row:
    told = {"from_state": report.state, "to_state": step.to, "at": when}
    by = {"who": who, "why": step.why.strip()}
    return {**report.whose, "revision": report.revision, **told, **by}


def _detail(report: Standing, step: Step) -> dict[str, object]:
    told: dict[str, object] = {"revision": report.revision, "from": report.state}
    if step.findings:
        told["findings"] = len(step.findings)
    if step.settled:
        told["settled"] = {str(one): estimate for one, estimate in step.settled.items()}
    return told


def _nothing(_connection: Connection, _report: Standing, _step: Step, _when: str) -> Added:
    return {}


def _submitted(connection: Connection, report: Standing, step: Step, _when: str) -> Added:
    """Hold a report once more to its year, and have what is remarkable in it explained."""
    unit = units.required(connection, report.unit_id)
    fault = entering.year_fault(report.unit_id, report.year, unit, months.today())
    if fault is not None:
        raise ReportingError(fault)
    remarks = checks.of_report(connection, report)
    if remarks and not step.why.strip():
        raise refused("unexplained", remarks=checks.joined(remarks))
    return {}


def _opened(connection: Connection, report: Standing, step: Step, _when: str) -> Added:
    return {FINDINGS: findings.opened(connection, report, step.findings)}


def _verified(connection: Connection, report: Standing, step: Step, _when: str) -> Added:
    """Settle the findings; what a correction does not explain needs a reason."""
    rows = findings.settled(connection, report, step.settled)
    is_explained = report.state in ("document_review", "site_visit", "corrected")
    has_estimate = any(one is not None for one in step.settled.values())
    if (has_estimate or not is_explained) and not step.why.strip():
        raise refused("no_why")
    return {FINDINGS: rows}


def _appealed(_connection: Connection, report: Standing, step: Step, when: str) -> Added:
    last = deadlines.last_appeal(report.at)
    if working_days.day_of(when) > last:
        told = working_days.day_of(report.at).isoformat()
        raise refused("appeal_late", told=told, last=last.isoformat())
    if not step.why.strip():
        raise refused("no_why")
    return {}


def _disclosed(connection: Connection, report: Standing, _step: Step, when: str) -> Added:
    return {DISCLOSED: [disclosing.row(connection, report, when)]}


Coming = Callable[[Connection, Standing, Step, str], Added]
# What comes with a step to a state, or keeps it from being taken.
COMING: Mapping[str, Coming] = {
    "submitted": _submitted,
    "findings_open": _opened,
    "verified": _verified,
    "appealed": _appealed,
    "disclosed": _disclosed,
}

"""What somebody may see of reports, as they are this moment: for forms and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select

from carbonpeak.access import deciding
from carbonpeak.reporting import checks, current, findings, people, standing, states
from carbonpeak.reporting.checks import Remark
from carbonpeak.reporting.standing import Standing
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import reading
from carbonpeak.store.tables import DISCLOSED, LINES, MOVES, REPORTS
from carbonpeak.words import Lang, pick

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Report:
    """A report with its lines, findings and moves; ``following`` are the steps that are open.

    ``total_co2_t`` is with what stands in for findings; steps are those of this person.
    """

    standing: Standing
    total_co2_t: float
    lines: tuple[Row, ...]
    findings: tuple[Row, ...]
    moves: tuple[Row, ...]
    remarks: tuple[Remark, ...]
    following: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """One report of a list, and what is public of it (None: nothing)."""

    standing: Standing
    disclosed_co2_t: float | None


def report(engine: Engine, actor: Actor | None, report_id: str) -> Report:
    """Return a report; ReportingError where there is none within the scope."""
    with reading(engine) as connection:
        found = standing.within(connection, actor, report_id)
        told = findings.of_report(connection, report_id)
        return Report(
            found,
            found.co2_t + findings.estimated_t(told, found.revision),
            _lines(connection, found),
            tuple(told),
            _moves(connection, report_id),
            checks.of_report(connection, found),
            _following(actor, found),
        )


def reports(engine: Engine, actor: Actor | None) -> list[Listed]:
    """Return the reports within somebody's scope, by their ids."""
    scope = deciding.scope(actor)
    with reading(engine) as connection:
        ids = set(connection.execute(select(REPORTS.c.report_id)).scalars())
        found = standing.of_all(connection, ids)
        public = {row["report_id"]: row["co2_t"] for row in current.rows(connection, DISCLOSED)}
    return [
        Listed(one, public.get(one.report_id))
        for _, one in sorted(found.items())
        if scope.covers(region=one.region_code, company=one.company_id)
    ]


def number_of(engine: Engine, actor: Actor | None, report_id: str) -> int | None:
    """Return the number of a report as it stands, None where there is none within the scope."""
    with reading(engine) as connection:
        found = standing.of(connection, report_id)
    if found is None or not people.is_let(actor, "query", found.region_code, found.company_id):
        return None
    return found.number


def state_said(found: Standing, lang: Lang) -> str:
    """Return what the state of a report is called."""
    return pick(states.name(found.state), lang)


def _lines(connection: Connection, found: Standing) -> tuple[Row, ...]:
    """Return the lines of a revision: those that came with its row."""
    newest = (
        select(REPORTS.c.number)
        .where(REPORTS.c.report_id == found.report_id, REPORTS.c.revision == found.revision)
        .order_by(REPORTS.c.number.desc())
        .limit(1)
    )
    lines = (
        select(LINES)
        .where(LINES.c.report_id == found.report_id, LINES.c.number == newest.scalar_subquery())
        .order_by(LINES.c.line)
    )
    return tuple(dict(row) for row in connection.execute(lines).mappings())


def _moves(connection: Connection, report_id: str) -> tuple[Row, ...]:
    moves = select(MOVES).where(MOVES.c.report_id == report_id).order_by(MOVES.c.number)
    return tuple(dict(row) for row in connection.execute(moves).mappings())


def _following(actor: Actor | None, found: Standing) -> tuple[str, ...]:
    whose = (found.region_code, found.company_id)
    deeds = (states.ENTER, states.VERIFY, states.DISCLOSE)
    return states.following(
        found.state, [one for one in deeds if people.is_let(actor, one, *whose)]
    )

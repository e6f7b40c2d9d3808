"""Where reports stand: revision, state, and the entry after which somebody last saw them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from carbonpeak.reporting import current, people, working_days
from carbonpeak.reporting.faults import refused
from carbonpeak.reporting.states import REPORTED, name
from carbonpeak.store.actors import Actor
from carbonpeak.store.tables import AUDIT, MOVES, REPORTS

# The entries that load a made example enter nothing for the person who loads it.
LOADED = "example.load"


def id_of(unit_id: str, year: int) -> str:
    """Return the id of the report of a unit for a year: there is one."""
    return f"{unit_id}.{year}"


@dataclass(frozen=True)
class Standing:
    """A report as it stands; ``number`` is the last entry that changed it.

    ``at`` and ``who`` are of the last move, ``co2_t`` the sum of the lines of this revision.
    """

    report_id: str
    revision: int
    state: str
    number: int
    unit_id: str
    year: int
    sector_code: str
    company_id: str
    region_code: str
    is_made: bool
    co2_t: float
    at: str
    who: str

    @property
    def whose(self) -> dict[str, Any]:
        """What every row of this report says of whose it is."""
        return {
            "report_id": self.report_id,
            "company_id": self.company_id,
            "region_code": self.region_code,
            "is_made": self.is_made,
        }


def of(connection: Connection, report_id: str) -> Standing | None:
    """Return where a report stands, None where there is none of this id."""
    return of_all(connection, {report_id}).get(report_id)


def required(connection: Connection, report_id: str) -> Standing:
    """Return where a report stands; ReportingError where there is none of this id."""
    found = of(connection, report_id)
    if found is None:
        raise refused("no_report", report=report_id)
    return found


def of_all(connection: Connection, report_ids: Collection[str]) -> dict[str, Standing]:
    """Return where each of these reports stands that there is."""
    wanted = frozenset(report_ids)
    reports = _by_id(current.rows(connection, REPORTS, "report_id", wanted), wanted)
    moves = _by_id(current.rows(connection, MOVES, "report_id", wanted), wanted)
    return {one: _standing(reports[one], moves[one]) for one in reports}


def require_seen(connection: Connection, found: Standing | None, seen: int | None) -> None:
    """Raise ReportingError where a report is no longer as somebody saw it.

    ``seen`` is the number it had then; 0 or None: it was not there.
    """
    if found is None:
        if seen:
            raise refused("gone")
    elif found.number != seen:
        last = connection.execute(select(AUDIT).where(AUDIT.c.number == found.number)).one()
        facts = {"state": name(found.state), "who": last.who, "at": _minute(last.at)}
        raise refused("changed_since", report=found.report_id, **facts)


def require_other_person(connection: Connection, report_id: str, who: str) -> None:
    """Raise ReportingError where somebody would verify what he or she reported."""
    if any(people.alike(who, one) for one in reporters(connection, report_id)):
        raise refused("own_report", who=who, report=report_id)


def reporters(connection: Connection, report_id: str) -> frozenset[str]:
    """Return who entered, submitted, corrected or appealed a report, in any revision."""
    moved = select(MOVES.c.who).where(
        MOVES.c.report_id == report_id, MOVES.c.to_state.in_(sorted(REPORTED))
    )
    entered = (
        select(AUDIT.c.who)
        .join(REPORTS, REPORTS.c.number == AUDIT.c.number)
        .where(REPORTS.c.report_id == report_id, AUDIT.c.action != LOADED)
    )
    return frozenset(connection.execute(moved.union(entered)).scalars())


def within(connection: Connection, actor: Actor | None, report_id: str) -> Standing:
    """Return where a report stands for somebody who may see it.

    ReportingError for anybody else says the same as where there is none: no id is told of.
    """
    if actor is None:
        raise refused("nobody")
    found = of(connection, report_id)
    if found is None or not people.is_let(actor, "query", found.region_code, found.company_id):
        raise refused("no_report", report=report_id)
    return found


def _minute(at: str) -> str:
    return working_days.local(at).strftime("%Y-%m-%d %H:%M")


def _by_id(rows: Collection[Any], wanted: frozenset[str]) -> dict[str, Mapping[str, Any]]:
    """Return the row of the last revision of each report that is wanted."""
    kept: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        one = str(row["report_id"])
        if one in wanted and (one not in kept or row["revision"] > kept[one]["revision"]):
            kept[one] = row
    return kept


def _standing(report: Mapping[str, Any], move: Mapping[str, Any]) -> Standing:
    return Standing(
        report_id=report["report_id"],
        revision=report["revision"],
        state=move["to_state"],
        number=max(report["number"], move["number"]),
        **{
            column: report[column]
            for column in (
                *("unit_id", "year", "sector_code", "company_id", "region_code"),
                *("is_made", "co2_t"),
            )
        },
        at=move["at"],
        who=move["who"],
    )

"""What everybody may see of a report: one row, written when it is disclosed."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from carbonpeak.reporting import companies, current, findings, units
from carbonpeak.reporting.deeds import Row
from carbonpeak.reporting.standing import Standing
from carbonpeak.store.tables import DISCLOSED, MOVES, REPORTS

BETWEEN = "; "


def row(connection: Connection, report: Standing, at: str) -> Row:
    """Return the row of a report that is disclosed, with its first and final emissions."""
    company = companies.required(connection, report.company_id)
    unit = units.required(connection, report.unit_id)
    revisions = current.rows(connection, REPORTS, "report_id", (report.report_id,))
    by_number = {int(one["revision"]): one for one in revisions}
    return {
        **report.whose,
        "revision": report.revision,
        "unit_id": report.unit_id,
        **_names("company", company),
        **_names("unit", unit),
        "sector_code": report.sector_code,
        "year": report.year,
        "co2_t": findings.total_t(connection, report),
        "first_co2_t": by_number[1]["co2_t"],
        "why": _why(connection, report, by_number),
        "at": at,
    }


def public(connection: Connection) -> Sequence[Mapping[str, Any]]:
    """Return what everybody may see: the newest disclosed row of each report."""
    return [dict(one) for one in current.rows(connection, DISCLOSED)]


def _names(of: str, named: Mapping[Any, Any]) -> dict[str, Any]:
    return {f"{of}_zh": named["name_zh"], f"{of}_en": named["name_en"]}


def _why(
    connection: Connection, report: Standing, by_number: Mapping[int, Mapping[Any, Any]]
) -> str:
    """Return why the final emissions differ from the first: of revisions, then of estimates."""
    told = [str(by_number[one]["why"]) for one in sorted(by_number) if one > 1]
    found = findings.of_report(connection, report.report_id)
    if findings.estimated_t(found, report.revision):
        told.append(_why_verified(connection, report))
    return BETWEEN.join(dict.fromkeys(one for one in told if one))


def _why_verified(connection: Connection, report: Standing) -> str:
    verified = (
        select(MOVES.c.why)
        .where(MOVES.c.report_id == report.report_id, MOVES.c.to_state == "verified")
        .order_by(MOVES.c.number.desc())
        .limit(1)
    )
    return str(connection.execute(verified).scalar_one())

"""What a verifier finds wrong: opened, closed, or reckoned on the safe side where not mended."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from carbonpeak.data.text import Text
from carbonpeak.reporting import current, fields
from carbonpeak.reporting.deeds import Row
from carbonpeak.reporting.faults import ReportingError, refused
from carbonpeak.reporting.standing import Standing
from carbonpeak.store.tables import FINDINGS
from carbonpeak.words import both

OPEN, CLOSED, ESTIMATED = OUTCOMES = ("open", "closed", "estimated")
# By number of the finding: the conservative estimate, t CO2 that are added; None: it is closed.
Settled = Mapping[int, float | None]


def outcome_name(outcome: str) -> Text:
    """Return what the outcome of a finding is called."""
    return both(f"filed.outcome.{outcome}")


def of_report(connection: Connection, report_id: str) -> list[Mapping[str, Any]]:
    """Return every finding of a report as it stands, the first one first."""
    found = current.rows(connection, FINDINGS, "report_id", (report_id,))
    return sorted((dict(row) for row in found), key=lambda row: int(row["finding"]))


def estimated_t(found: Iterable[Mapping[str, Any]], revision: int) -> float:
    """Return what stands in for findings that were not mended in a revision, t CO2."""
    mine = (row for row in found if row["revision"] == revision and row["outcome"] == ESTIMATED)
    return sum(float(row["estimate_co2_t"]) for row in mine)


def total_t(connection: Connection, report: Standing) -> float:
    """Return the emissions of a report with what stands in for its findings, t CO2."""
    return report.co2_t + estimated_t(of_report(connection, report.report_id), report.revision)


def opened(connection: Connection, report: Standing, texts: Sequence[str]) -> list[Row]:
    """Return the rows of new findings; ReportingError without any or with an empty one."""
    if not texts:
        raise refused("no_findings")
    for text in texts:
        for fault in fields.of_text(0, "text", text):
            raise ReportingError(fault.text)
    first = len(of_report(connection, report.report_id)) + 1
    told = {"revision": report.revision, "outcome": OPEN, "estimate_co2_t": None}
    return [
        {**report.whose, **told, "finding": number, "text": text.strip()}
        for number, text in enumerate(texts, start=first)
    ]


def settled(connection: Connection, report: Standing, given: Settled) -> list[Row]:
    """Return the rows that settle findings; ReportingError where one stays open.

    An estimate of this revision may be settled anew, as after an appeal.
    """
    found = {int(row["finding"]): row for row in of_report(connection, report.report_id)}
    for number, estimate in given.items():
        if number not in found:
            raise refused("no_finding", number=number)
        if estimate is not None and not (math.isfinite(estimate) and estimate > 0):
            raise refused("estimate", number=number, value=f"{estimate:g}")
    left = [one for one, row in found.items() if row["outcome"] == OPEN and one not in given]
    if left:
        raise refused("open_findings", numbers=", ".join(map(str, left)))
    return [_settled(found[number], report, estimate) for number, estimate in given.items()]


def _settled(row: Mapping[str, Any], report: Standing, estimate: float | None) -> Row:
    outcome = CLOSED if estimate is None else ESTIMATED
    told = {"revision": report.revision, "outcome": outcome, "estimate_co2_t": estimate}
    return {**report.whose, "finding": row["finding"], "text": row["text"], **told}

"""What is remarkable in a report: its own product records, the year before. No refusal: a question.

What is plainly wrong is refused where it is entered; this stands beside a report for who submits
and who verifies it, and has to be explained by a reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from carbonpeak.data.text import Text
from carbonpeak.reporting import current, findings, standing
from carbonpeak.reporting.activities import KG_PER_T
from carbonpeak.reporting.standing import Standing
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import reading
from carbonpeak.store.tables import PRODUCT_RECORDS
from carbonpeak.thresholds import PRODUCTS_ABOVE_REPORT, REPORT_JUMP
from carbonpeak.words import both


@dataclass(frozen=True)
class Remark:
    """One thing to explain: by which rule, in words that say what to do."""

    rule: str
    text: Text


def seen(engine: Engine, actor: Actor | None, report_id: str) -> tuple[Remark, ...]:
    """Return what is remarkable in a report; ReportingError where it is not within the scope."""
    with reading(engine) as connection:
        return of_report(connection, standing.within(connection, actor, report_id))


def of_report(connection: Connection, report: Standing) -> tuple[Remark, ...]:
    """Return what is remarkable in a report as it stands."""
    total = findings.total_t(connection, report)
    return (*_products(connection, report, total), *_jump(connection, report, total))


def joined(remarks: Iterable[Remark]) -> Text:
    """Return several remarks as one text."""
    told = [one.text for one in remarks]
    return Text("".join(one.zh for one in told), " ".join(one.en for one in told))


def products_t(connection: Connection, unit_id: str, year: int) -> float:
    """Return what the product records of a unit for a year come to, t CO2e."""
    mine = current.rows(connection, PRODUCT_RECORDS, "unit_id", (unit_id,))
    of_year = [row for row in mine if row["year"] == year and not row["is_withdrawn"]]
    return sum(float(row["quantity"] * row["co2e_kg_per_unit"]) for row in of_year) / KG_PER_T


def _products(connection: Connection, report: Standing, total: float) -> Sequence[Remark]:
    products = products_t(connection, report.unit_id, report.year)
    if products <= total * (1 + PRODUCTS_ABOVE_REPORT):
        return ()
    return (_remark("products", report, total=_number(total), products=_number(products)),)


def _jump(connection: Connection, report: Standing, total: float) -> Sequence[Remark]:
    before = standing.of(connection, standing.id_of(report.unit_id, report.year - 1))
    if before is None or before.state == "draft":
        return ()
    earlier = findings.total_t(connection, before)
    if abs(total - earlier) <= REPORT_JUMP * earlier:
        return ()
    facts = {"total": _number(total), "before": _number(earlier), "last": report.year - 1}
    return (_remark("rise" if total > earlier else "fall", report, **facts),)


def _remark(rule: str, report: Standing, **facts: object) -> Remark:
    facts |= {"unit": report.unit_id, "year": report.year}
    return Remark(rule, both(f"filed.check.{rule}", **facts))


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:.3g}"

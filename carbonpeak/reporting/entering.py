"""Reports to be entered, one or many: what is wrong with them, and the rows that they become."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, Table

from carbonpeak.data.text import Text
from carbonpeak.reporting import activities, companies, current, people, standing
from carbonpeak.reporting.activities import Activity
from carbonpeak.reporting.deeds import Row
from carbonpeak.reporting.faults import Fault, said
from carbonpeak.reporting.reference import Reference
from carbonpeak.reporting.standing import Standing
from carbonpeak.reporting.states import ENTERED_FROM, NONE, name
from carbonpeak.store.actors import Actor
from carbonpeak.store.tables import COMPANIES, LINES, MOVES, REPORTS, UNITS

# States from which an entry makes a revision of its own.
REVISING = frozenset(ENTERED_FROM) - {NONE, "draft"}


@dataclass(frozen=True)
class Entry:
    """The report of a unit for a year; ``why`` says what is different from the revision before.

    ``sector_code`` may be left out; where it stands it must be that of the unit.
    """

    unit_id: str
    year: int
    activities: tuple[Activity, ...]
    why: str = ""
    sector_code: str = ""

    @property
    def report_id(self) -> str:
        """The id of the report."""
        return standing.id_of(self.unit_id, self.year)


@dataclass(frozen=True)
class Shelf:
    """What the store holds that reports are judged by."""

    units: Mapping[str, RowMapping]
    companies: Mapping[str, RowMapping]
    standing: Mapping[str, Standing]


@dataclass
class Rows:
    """The rows of entries, by table."""

    reports: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    moves: list[Row] = field(default_factory=list)

    def by_table(self) -> dict[Table, list[Row]]:
        """Return them as they are kept."""
        return {REPORTS: self.reports, LINES: self.lines, MOVES: self.moves}


def shelf(connection: Connection, entries: Sequence[Entry]) -> Shelf:
    """Return what there is of the units and reports that entries name."""
    units = current.by(connection, UNITS, "unit_id", {one.unit_id for one in entries})
    owners = {row["company_id"] for row in units.values()}
    return Shelf(
        units,
        current.by(connection, COMPANIES, "company_id", owners),
        standing.of_all(connection, {one.report_id for one in entries}),
    )


def faults(
    found: Shelf, actor: Actor, known: Reference, entries: Sequence[Entry], today: date
) -> Iterator[Fault]:
    """Give all that is wrong with entries, of each whatever can be told."""
    seen: set[str] = set()
    for place, one in enumerate(entries):
        unit = found.units.get(one.unit_id)
        if one.report_id in seen:
            yield Fault(place, "unit_id", one.unit_id, said("twice", what=one.report_id))
        seen.add(one.report_id)
        if unit is None or not _is_seen(actor, unit):
            # Of a unit out of sight no more is said than of one that there is not.
            yield Fault(place, "unit_id", one.unit_id, said("no_unit", unit=one.unit_id))
        else:
            yield from _of_unit(place, one, unit, found, actor)
            yield from _of_year(place, one, unit, today)
            yield from _of_state(place, one, found.standing.get(one.report_id))
        yield from activities.faults(place, one.activities, known)


def put(rows: Rows, found: Shelf, known: Reference, one: Entry, who: str, at: str) -> None:
    """Add the rows of an entry that has no faults."""
    unit, before = found.units[one.unit_id], found.standing.get(one.report_id)
    state = before.state if before else NONE
    after = ENTERED_FROM[state]
    revision = revision_after(before)
    lines = activities.lines(one.activities, known)
    whose = {
        "report_id": one.report_id,
        "revision": revision,
        **{name: unit[name] for name in ("company_id", "region_code", "is_made")},
    }
    co2_t = sum(line.co2_t for line in lines)
    told = {"unit_id": one.unit_id, "sector_code": unit["sector_code"], "year": one.year}
    rows.reports.append({**whose, **told, "co2_t": co2_t, "why": one.why.strip()})
    numbered = enumerate(lines, start=1)
    rows.lines += ({**whose, "line": number, **line.row} for number, line in numbered)
    if after != state:
        step = {"from_state": state, "to_state": after, "at": at, "who": who}
        rows.moves.append({**whose, **step, "why": one.why.strip()})


def revision_after(before: Standing | None) -> int:
    """Return which revision an entry makes of a report: a draft is saved again as the same."""
    if before is None:
        return 1
    return before.revision if before.state == "draft" else before.revision + 1


def _is_seen(actor: Actor, unit: RowMapping) -> bool:
    return people.is_let(actor, "query", unit["region_code"], unit["company_id"])


def _of_unit(
    place: int, one: Entry, unit: RowMapping, found: Shelf, actor: Actor
) -> Iterator[Fault]:
    denied = people.denial(actor, "enter", unit["region_code"], unit["company_id"])
    if denied is not None:
        yield Fault(place, "unit_id", one.unit_id, denied)
    owner = found.companies.get(unit["company_id"])
    if owner is None:
        facts = {"unit": one.unit_id, "company": unit["company_id"]}
        yield Fault(place, "unit_id", one.unit_id, said("unit_without_company", **facts))
    elif owner["is_removed"]:
        text = said("removed", company=companies.name(owner))
        yield Fault(place, "unit_id", one.unit_id, text)
    if one.sector_code not in ("", unit["sector_code"]):
        sectors = {"one": unit["sector_code"], "other": one.sector_code}
        text = said("two_sectors", unit=one.unit_id, **sectors)
        yield Fault(place, "sector_code", one.sector_code, text)


def _of_year(place: int, one: Entry, unit: RowMapping, today: date) -> Iterator[Fault]:
    text = year_fault(one.unit_id, one.year, unit, today)
    if text is not None:
        yield Fault(place, "year", str(one.year), text)


def year_fault(unit_id: str, year: int, unit: Mapping[Any, Any], today: date) -> Text | None:
    """Return why a unit has no report of a year: it has not ended, or the unit did not report."""
    if year >= today.year:
        return said("year_not_over", year=year, next=year + 1)
    first, last = unit["first_year"], unit["last_year"]
    if first <= year and (last is None or year <= last):
        return None
    until = Text(f"至 {last} 年", f"to {last}") if last else Text("起", "on")
    return said("not_reporting", unit=unit_id, year=year, first=first, until=until)


def _of_state(place: int, one: Entry, before: Standing | None) -> Iterator[Fault]:
    if before is not None and before.state not in ENTERED_FROM:
        facts = {"report": one.report_id, "state": name(before.state)}
        yield Fault(place, "unit_id", one.unit_id, said("submitted_changed", **facts))
    elif revision_after(before) > 1 and not one.why.strip():
        yield Fault(place, "why", "", said("no_reason", report=one.report_id))

"""The reports of a file: rows of one unit and year are one, each row an activity."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from carbonpeak.domain import months
from carbonpeak.incoming.check import Incoming
from carbonpeak.reporting import entering
from carbonpeak.reporting.activities import Activity
from carbonpeak.reporting.deeds import Note, keep, moment
from carbonpeak.reporting.entering import Entry, Rows, Shelf
from carbonpeak.reporting.faults import Fault, said
from carbonpeak.reporting.import_file import (
    MOST_FAULTS,
    FileFault,
    Imported,
    Order,
    at,
    placed,
    rows_of,
)
from carbonpeak.reporting.reference import Reference
from carbonpeak.reporting.states import name as state_name
from carbonpeak.store.actors import Actor


def kept(
    connection: Connection,
    order: Order,
    known: Reference,
    found: Incoming,
    left: tuple[FileFault, ...],
) -> Imported:
    """Keep the reports of a file as drafts where none has a fault."""
    entries, rows, twofold = _entries(found)
    shelf = entering.shelf(connection, entries)
    faults = _faults(shelf, order.actor, known, entries, months.today())
    wrong = (*twofold, *placed(found, faults, lambda one: rows[one.place][one.line]))
    if wrong:
        return Imported(wrong[:MOST_FAULTS], left=left)
    number = _keep(connection, order, known, shelf, entries)
    return Imported((), len(found.rows), len(entries), number, left)


def _faults(
    shelf: Shelf, actor: Actor, known: Reference, entries: Sequence[Entry], today: date
) -> Iterator[Fault]:
    """Give the faults of entries; in a file only drafts are written, others by their own form."""
    yield from entering.faults(shelf, actor, known, entries, today)
    for place, one in enumerate(entries):
        before = shelf.standing.get(one.report_id)
        if before is not None and before.state in entering.REVISING:
            text = said("import_revises", report=one.report_id, state=state_name(before.state))
            yield Fault(place, "unit_id", one.unit_id, text)


def _entries(found: Incoming) -> tuple[list[Entry], list[list[int]], list[FileFault]]:
    """Return the reports of a file, the rows of each, and units that stand in two sectors."""
    grouped: dict[tuple[str, int], list[tuple[int, dict[str, Any]]]] = {}
    sectors: dict[str, str] = {}
    twofold = []
    for row, cells in rows_of(found):
        unit = str(cells["unit_id"])
        grouped.setdefault((unit, int(cells["year"])), []).append((row, cells))
        stated = str(cells.get("sector_code", sectors.get(unit, "")))
        first = sectors.setdefault(unit, stated) or stated
        if stated != first:
            text = said("two_sectors", unit=unit, one=first, other=stated)
            twofold.append(at(found, row, "sector_code", stated, text))
    entries = [_entry(*key, [cells for _, cells in parts]) for key, parts in grouped.items()]
    return entries, [[row for row, _ in parts] for parts in grouped.values()], twofold


def _entry(unit: str, year: int, parts: Sequence[Mapping[str, Any]]) -> Entry:
    lines = tuple(
        Activity(
            one["kind"], one["activity"], float(one["quantity"]), one["unit"], one["factor_id"]
        )
        for one in parts
    )
    why = "; ".join(dict.fromkeys(str(one["why"]) for one in parts if "why" in one))
    sector = next((str(one["sector_code"]) for one in parts if "sector_code" in one), "")
    return Entry(unit, year, lines, why, sector)


def _keep(
    connection: Connection,
    order: Order,
    known: Reference,
    shelf: Shelf,
    entries: Sequence[Entry],
    at: datetime | None = None,
) -> int:
    rows, when = Rows(), moment(at)
    for one in entries:
        entering.put(rows, shelf, known, one, order.actor.name, when)
    detail = {"file": order.file, "sha256": order.sha256, "reports": len(entries)}
    note = Note("reports.import", order.file, order.why, detail | {"lines": len(rows.lines)})
    return keep(connection, order.actor, note, rows.by_table())

"""Entering the report of a unit for a year: a draft, a correction, a revision of its own."""

from datetime import datetime

from sqlalchemy import Engine

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import months
from carbonpeak.reporting import entering, people, standing
from carbonpeak.reporting.deeds import Note, deed, keep, moment
from carbonpeak.reporting.entering import Entry, Rows
from carbonpeak.reporting.faults import ReportingError
from carbonpeak.reporting.reference import reference
from carbonpeak.reporting.standing import Standing
from carbonpeak.store.actors import Actor

# What an entry is called by the state in which it finds the report.
ACTIONS = {"": "report.enter", "draft": "report.enter", "findings_open": "report.correct"}
REVISED = "report.revise"


def enter(
    engine: Engine,
    actor: Actor | None,
    data: Dataset,
    entry: Entry,
    seen: int | None = None,
    at: datetime | None = None,
) -> Standing:
    """Enter a report, or write it anew where its state allows; return where it then stands.

    A draft stays the same revision. Where findings are open the entry corrects them; after
    verification it begins a revision of its own. ``seen`` is the number of the report as the person
    saw it, None where there was none. ReportingError where it changed since, is under review, its
    year has not ended, or a line is wrong.
    """
    person, known = people.require_named(actor), reference(data)
    with deed(engine) as connection:
        shelf = entering.shelf(connection, (entry,))
        faults = entering.faults(shelf, person, known, (entry,), months.today())
        first = next(faults, None)
        if first is not None:
            raise ReportingError(first.text)
        before = shelf.standing.get(entry.report_id)
        standing.require_seen(connection, before, seen)
        rows = Rows()
        entering.put(rows, shelf, known, entry, person.name, moment(at))
        action = ACTIONS.get(before.state if before else "", REVISED)
        kept = rows.reports[0]
        detail = {"revision": kept["revision"], "co2_t": kept["co2_t"]}
        note = Note(action, entry.report_id, entry.why.strip(), detail)
        keep(connection, person, note, rows.by_table())
        return standing.required(connection, entry.report_id)

"""The made example in the store: loaded by the rules that hold for all, taken out whole."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, Table, delete, func, select

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import months
from carbonpeak.reporting import (
    accounts,
    companies,
    entering,
    moving,
    people,
    product_records,
    standing,
    twice,
    units,
)
from carbonpeak.reporting.deeds import Note, Row, deed, keep, moment, now
from carbonpeak.reporting.entering import Entry, Rows, Shelf
from carbonpeak.reporting.example_plan import Plan, Report, plan
from carbonpeak.reporting.example_texts import CHIEF, EDITOR, FINDING, VERIFIER, WHY
from carbonpeak.reporting.faults import refused
from carbonpeak.reporting.moving import Step
from carbonpeak.reporting.reference import Reference, reference
from carbonpeak.reporting.standing import LOADED
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import reading
from carbonpeak.store.seals import REMOVED
from carbonpeak.store.tables import ACCOUNTS, COMPANIES, PRODUCT_RECORDS, RECORDS, UNITS

SUBJECT = "made example"
# Of the total of a report, what stands in for a finding that is not mended.
ESTIMATED_SHARE = 0.05


def is_loaded(engine: Engine) -> bool:
    """Return whether the store holds a made example."""
    with reading(engine) as connection:
        return _count(connection) > 0


def load(engine: Engine, actor: Actor | None, data: Dataset) -> int:
    """Load the made example; return how many rows.

    ReportingError where it is loaded already, or for who may not disclose everywhere.
    """
    person, known = people.require_everywhere(actor, "disclose"), reference(data)
    made = plan(sorted(known.regions), months.today().year - 1)
    with deed(engine) as connection:
        if _count(connection):
            raise refused("example_loaded")
        _register(connection, person, made)
        for step in range(1 + max(len(one.steps) for one in made.reports)):
            _take(connection, person, known, made.reports, step)
        return sum(_counts(connection).values())


def remove(engine: Engine, actor: Actor | None) -> int:
    """Take every made row out; return how many there were. That it was, stays in the audit.

    ReportingError where there are none, or for who may not disclose everywhere.
    """
    person = people.require_everywhere(actor, "disclose")
    with deed(engine) as connection:
        counts = _counts(connection)
        if not any(counts.values()):
            raise refused("no_example")
        for table in RECORDS:
            connection.execute(delete(table).where(table.c.is_made))
        keep(connection, person, Note(REMOVED, SUBJECT, detail=counts), {})
        return sum(counts.values())


def _counts(connection: Connection) -> dict[str, int]:
    """Return how many made rows each table has."""
    return {
        table.name: int(
            connection.execute(
                select(func.count()).select_from(table).where(table.c.is_made)
            ).scalar_one()
        )
        for table in RECORDS
    }


def _count(connection: Connection) -> int:
    made = select(func.count()).select_from(COMPANIES).where(COMPANIES.c.is_made)
    return int(connection.execute(made).scalar_one())


def _register(connection: Connection, person: Actor, made: Plan) -> None:
    """Keep companies, then what is theirs, all of it marked as made."""
    mark = {"is_made": True}
    rows = [{**companies.row_of(one, None), **mark} for one in made.companies]
    keep(connection, person, _note("companies"), {COMPANIES: rows})
    seats = {row["company_id"]: row for row in rows}
    places = [units.row_of(one, seats[one.company_id]) for one in made.units]
    keep(connection, person, _note("units"), {UNITS: places})
    held = [accounts.row_of(one, seats[one.company_id]) for one in made.accounts]
    keep(connection, person, _note("accounts"), {ACCOUNTS: held})
    stands = {row["unit_id"]: row for row in places}
    kept = [product_records.row_of(one, stands[one.unit_id]) for one in made.records]
    keep(connection, person, _note("product records"), {PRODUCT_RECORDS: kept})


def _take(
    connection: Connection, person: Actor, known: Reference, reports: Sequence[Report], step: int
) -> None:
    """Take the step of this place of every report that has one, as one entry."""
    due = [one for one in reports if step <= len(one.steps)]
    entries = {
        one: _entry(one, step)
        for one in due
        if step == 0 or one.steps[step - 1] in ("corrected", "draft")
    }
    shelf = entering.shelf(connection, [_entry(one, step) for one in due])
    rows = Rows()
    for one, entry in entries.items():
        _enter(rows, shelf, known, one, entry, step)
    added = rows.by_table()
    for one in due:
        if one not in entries:
            _move(connection, shelf, one, step, added)
    keep(connection, person, _note(f"step {step + 1}"), added)


def _entry(one: Report, step: int) -> Entry:
    lines = one.first if step == 0 else one.corrected
    why = _why(one.steps[step - 1]) if step else ""
    return Entry(one.unit.unit_id, one.year, lines, why)


def _enter(
    rows: Rows, shelf: Shelf, known: Reference, one: Report, entry: Entry, step: int
) -> None:
    lacking = {line.factor_id for line in entry.activities} - set(known.factors)
    if lacking:
        raise refused("example_factor", factor=min(lacking))
    entering.put(rows, shelf, known, entry, twice.kept(EDITOR), _when(one, step))


def _move(
    connection: Connection,
    shelf: Shelf,
    one: Report,
    step: int,
    added: dict[Table, list[Row]],
) -> None:
    report = shelf.standing[standing.id_of(one.unit.unit_id, one.year)]
    to = one.steps[step - 1]
    is_estimated = report.state == "findings_open"
    settled = {1: round(report.co2_t * ESTIMATED_SHARE)} if is_estimated else {1: None}
    is_found = "findings_open" in one.steps[: step - 1]
    asked = Step(
        to,
        _why(to),
        (twice.kept(FINDING),) if to == "findings_open" else (),
        settled if to == "verified" and is_found else {},
    )
    for table, rows in moving.rows(connection, report, asked, _who(to), _when(one, step)).items():
        added.setdefault(table, []).extend(rows)


def _who(to: str) -> str:
    who = {"submitted": EDITOR, "appealed": EDITOR, "disclosed": CHIEF}.get(to, VERIFIER)
    return twice.kept(who)


def _why(to: str) -> str:
    return twice.kept(WHY[to]) if to in WHY else ""


def _when(one: Report, step: int) -> str:
    return moment(min(one.at(step), now()))


def _note(what: str) -> Note:
    return Note(LOADED, SUBJECT, detail={"what": what})

"""Companies: registered, changed, removed while nothing of theirs was submitted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.text import Text
from carbonpeak.reporting import current, fields, people, registering
from carbonpeak.reporting.deeds import Note, deed, keep
from carbonpeak.reporting.faults import Fault, refused, said
from carbonpeak.reporting.reference import Reference
from carbonpeak.reporting.registering import Filing, Register, kept
from carbonpeak.store.actors import Actor
from carbonpeak.store.tables import COMPANIES, DISCLOSED, MOVES


@dataclass(frozen=True)
class Company:
    """A company by its id, its seat by ``region_code``; a name in one language does for both."""

    company_id: str
    name_zh: str
    sector_code: str
    region_code: str
    name_en: str = ""
    credit_code: str = ""


def register(
    engine: Engine, actor: Actor | None, data: Dataset, company: Company, why: str = ""
) -> int:
    """Register a company, or change one; return the number of the entry.

    ReportingError where a field is wrong or it is not within the person's scope.
    """
    return registering.register(engine, actor, data, REGISTER, (company,), why)


def faults(
    connection: Connection, actor: Actor, known: Reference, companies: Sequence[Company]
) -> Iterator[Fault]:
    """Give all that is wrong with companies to be registered."""
    standing = _standing(connection, companies)
    seen: set[str] = set()
    for place, one in enumerate(companies):
        before = standing.get(one.company_id)
        yield from _of_fields(place, one, known, before)
        if one.company_id in seen:
            text = said("twice", what=one.company_id)
            yield Fault(place, "company_id", one.company_id, text)
        seen.add(one.company_id)
        yield from of_rights(place, actor, one.region_code, one.company_id)
        if before and not people.is_let(actor, "register", before["region_code"], one.company_id):
            text = said("taken", what=one.company_id)
            yield Fault(place, "company_id", one.company_id, text)


def of_rights(place: int, actor: Actor, region: str, company: str) -> Iterator[Fault]:
    """Give why somebody may not register in this region for this company."""
    denied = people.denial(actor, "register", region, company)
    if denied is not None:
        yield Fault(place, "company_id", company, denied)


FILING = Filing(COMPANIES, "company_id", "company.register", "companies")


def put(connection: Connection, actor: Actor, companies: Sequence[Company], why: str) -> int:
    """Keep companies that have no faults, in one entry; return its number."""
    standing = _standing(connection, companies)
    rows = [row_of(one, standing.get(one.company_id)) for one in companies]
    return kept(connection, actor, FILING, rows, why)


def remove(engine: Engine, actor: Actor | None, company_id: str, why: str) -> int:
    """Take a company off the register; its rows stay where they are.

    ReportingError where a report of it was submitted or disclosed: what was said stays answered
    for.
    """
    with deed(engine) as connection:
        company = required(connection, company_id)
        person = people.require(actor, "register", company["region_code"], company_id)
        if not why.strip():
            raise refused("no_why")
        _refuse_reports(connection, company)
        note = Note("company.remove", company_id, why)
        return keep(connection, person, note, {COMPANIES: [{**company, "is_removed": True}]})


def required(connection: Connection, company_id: str) -> RowMapping:
    """Return a company of the register; ReportingError where there is none of this id."""
    found = current.row(connection, COMPANIES, "company_id", company_id)
    if found is None:
        raise refused("no_company", company=company_id)
    if found["is_removed"]:
        raise refused("removed", company=name(found))
    return found


def name(row: Mapping[Any, Any]) -> Text:
    """Return what a company or unit is called."""
    return Text(str(row["name_zh"]), str(row["name_en"]))


def _refuse_reports(connection: Connection, company: RowMapping) -> None:
    mine = company["company_id"]
    disclosed = current.rows(connection, DISCLOSED, "company_id", (mine,))
    if disclosed:
        raise refused("removed_disclosed", company=name(company), count=len(disclosed))
    moves = current.rows(connection, MOVES, "company_id", (mine,))
    running = [one for one in moves if one["to_state"] != "draft" or one["revision"] > 1]
    if running:
        raise refused("removed_submitted", company=name(company), count=len(running))


def _standing(connection: Connection, companies: Sequence[Company]) -> dict[str, RowMapping]:
    ids = {one.company_id for one in companies}
    return current.by(connection, COMPANIES, "company_id", ids)


def _of_fields(
    place: int, one: Company, known: Reference, before: RowMapping | None
) -> Iterator[Fault]:
    yield from fields.of_code(place, "company_id", one.company_id, before is not None)
    yield from fields.of_text(place, "name_zh", one.name_zh)
    yield from fields.of_text(place, "name_en", one.name_en, is_needed=False)
    yield from fields.of_sector(place, one.sector_code, known)
    yield from fields.of_region(place, one.region_code, known)
    yield from fields.of_credit_code(place, one.credit_code)


def row_of(one: Company, before: RowMapping | None) -> dict[str, Any]:
    """Return the row of a company; ``before`` is the one that it takes the place of."""
    named = {"name_zh": one.name_zh.strip(), "name_en": one.name_en.strip() or one.name_zh.strip()}
    is_made = bool(before and before["is_made"])
    return {**vars(one), **named, "is_removed": False, "is_made": is_made}


REGISTER: Register[Company] = Register(faults, put)

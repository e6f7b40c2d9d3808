"""Units, the plants of a company: each in one sector and one place, for the years it reports."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping

from carbonpeak.data.dataset import Dataset
from carbonpeak.reporting import companies, current, fields, people, registering
from carbonpeak.reporting.companies import name
from carbonpeak.reporting.faults import Fault, refused, said
from carbonpeak.reporting.reference import Reference
from carbonpeak.reporting.registering import Filing, Register, kept
from carbonpeak.store.actors import Actor
from carbonpeak.store.tables import COMPANIES, REPORTS, UNITS
from carbonpeak.thresholds import FIRST_YEAR_OF_STATISTICS

LAST_YEAR = 9999


@dataclass(frozen=True)
class Unit:
    """A plant of a company; it reports from ``first_year`` to ``last_year`` (None: without end)."""

    unit_id: str
    company_id: str
    name_zh: str
    sector_code: str
    region_code: str
    first_year: int
    last_year: int | None = None
    name_en: str = ""


def register(engine: Engine, actor: Actor | None, data: Dataset, unit: Unit, why: str = "") -> int:
    """Register a unit, or change one; return the number of the entry.

    ReportingError where a field is wrong, it has no company, or would be in two sectors.
    """
    return registering.register(engine, actor, data, REGISTER, (unit,), why)


@dataclass(frozen=True)
class Standing:
    """What the store holds that units are judged by."""

    units: Mapping[str, RowMapping]
    companies: Mapping[str, RowMapping]
    years: Mapping[str, set[int]]


def faults(
    connection: Connection, actor: Actor, known: Reference, units: Sequence[Unit]
) -> Iterator[Fault]:
    """Give all that is wrong with units to be registered."""
    standing = _standing(connection, units)
    seen: dict[str, Unit] = {}
    for place, one in enumerate(units):
        yield from _of_fields(place, one, known, one.unit_id in standing.units)
        yield from _of_twice(place, one, seen.get(one.unit_id))
        seen.setdefault(one.unit_id, one)
        yield from _of_company(place, one, standing)
        before = standing.units.get(one.unit_id)
        if before and not _is_seen(actor, before):
            yield Fault(place, "unit_id", one.unit_id, said("taken", what=one.unit_id))
        elif before:
            yield from _of_before(place, one, before, standing.years.get(one.unit_id, set()))
        yield from companies.of_rights(place, actor, one.region_code, one.company_id)


FILING = Filing(UNITS, "unit_id", "unit.register", "units")


def put(connection: Connection, actor: Actor, units: Sequence[Unit], why: str) -> int:
    """Keep units that have no faults, in one entry; return its number."""
    ids = {one.company_id for one in units}
    owners = current.by(connection, COMPANIES, "company_id", ids)
    rows = [row_of(one, owners[one.company_id]) for one in units]
    return kept(connection, actor, FILING, rows, why)


def required(connection: Connection, unit_id: str) -> RowMapping:
    """Return a unit of the register; ReportingError where there is none of this id."""
    found = current.row(connection, UNITS, "unit_id", unit_id)
    if found is None:
        raise refused("no_unit", unit=unit_id)
    return found


def _standing(connection: Connection, units: Sequence[Unit]) -> Standing:
    ids = {one.unit_id for one in units}
    owners = {one.company_id for one in units}
    years: dict[str, set[int]] = defaultdict(set)
    for row in current.rows(connection, REPORTS, "unit_id", ids):
        years[row["unit_id"]].add(int(row["year"]))
    return Standing(
        current.by(connection, UNITS, "unit_id", ids),
        current.by(connection, COMPANIES, "company_id", owners),
        years,
    )


def _of_fields(place: int, one: Unit, known: Reference, is_known: bool) -> Iterator[Fault]:
    yield from fields.of_code(place, "unit_id", one.unit_id, is_known)
    yield from fields.of_text(place, "name_zh", one.name_zh)
    yield from fields.of_text(place, "name_en", one.name_en, is_needed=False)
    yield from fields.of_sector(place, one.sector_code, known)
    yield from fields.of_region(place, one.region_code, known)
    if not FIRST_YEAR_OF_STATISTICS <= one.first_year <= LAST_YEAR:
        text = said("first_year", year=one.first_year, first=FIRST_YEAR_OF_STATISTICS)
        yield Fault(place, "first_year", str(one.first_year), text)
    if one.last_year is not None and not one.first_year <= one.last_year <= LAST_YEAR:
        text = said("last_year", last=one.last_year, first=one.first_year)
        yield Fault(place, "last_year", str(one.last_year), text)


def _of_twice(place: int, one: Unit, other: Unit | None) -> Iterator[Fault]:
    """Give a unit that is named twice at once; in two sectors that is more than a copy."""
    if other is None:
        return
    if other.sector_code != one.sector_code:
        sectors = {"one": other.sector_code, "other": one.sector_code}
        text = said("two_sectors", unit=one.unit_id, **sectors)
        yield Fault(place, "sector_code", one.sector_code, text)
    else:
        yield Fault(place, "unit_id", one.unit_id, said("twice", what=one.unit_id))


def _of_company(place: int, one: Unit, standing: Standing) -> Iterator[Fault]:
    owner = standing.companies.get(one.company_id)
    if owner is None:
        text = said("unit_without_company", unit=one.unit_id, company=one.company_id or "–")
        yield Fault(place, "company_id", one.company_id, text)
    elif owner["is_removed"]:
        text = said("removed", company=name(owner))
        yield Fault(place, "company_id", one.company_id, text)


def _is_seen(actor: Actor, before: RowMapping) -> bool:
    return people.is_let(actor, "register", before["region_code"], before["company_id"])


def _of_before(place: int, one: Unit, before: RowMapping, years: set[int]) -> Iterator[Fault]:
    """Give a change that what the unit reported does not allow."""
    if before["company_id"] != one.company_id:
        text = said("other_company", unit=one.unit_id, company=before["company_id"])
        yield Fault(place, "company_id", one.company_id, text)
    if years and before["sector_code"] != one.sector_code:
        sectors = {"one": before["sector_code"], "other": one.sector_code}
        text = said("two_sectors", unit=one.unit_id, **sectors)
        yield Fault(place, "sector_code", one.sector_code, text)
    if years and before["region_code"] != one.region_code:
        text = said("other_region", unit=one.unit_id, region=before["region_code"])
        yield Fault(place, "region_code", one.region_code, text)
    outside = [year for year in years if not one.first_year <= year <= (one.last_year or LAST_YEAR)]
    if outside:
        text = said("years_reported", unit=one.unit_id, year=min(outside))
        yield Fault(place, "first_year", str(one.first_year), text)


def row_of(one: Unit, owner: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the row of a unit of a company."""
    named = {"name_zh": one.name_zh.strip(), "name_en": one.name_en.strip() or one.name_zh.strip()}
    return {**vars(one), **named, "is_made": owner["is_made"]}


REGISTER: Register[Unit] = Register(faults, put)

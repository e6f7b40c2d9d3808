"""Records of products that a unit made: how many, and the footprint of each."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.units import UnitError, written
from carbonpeak.domain import months
from carbonpeak.reporting import current, entering, fields, people, registering
from carbonpeak.reporting.deeds import Note, deed, keep
from carbonpeak.reporting.faults import Fault, refused, said
from carbonpeak.reporting.reference import Reference
from carbonpeak.reporting.registering import Filing, Register, kept
from carbonpeak.store.actors import Actor
from carbonpeak.store.tables import PRODUCT_RECORDS, UNITS


@dataclass(frozen=True)
class ProductRecord:
    """``quantity`` in ``quantity_unit`` of a product in a year, kg CO2e for one of that unit."""

    record_id: str
    unit_id: str
    year: int
    product_zh: str
    quantity: float
    quantity_unit: str
    co2e_kg_per_unit: float
    product_en: str = ""


def enter(
    engine: Engine, actor: Actor | None, data: Dataset, record: ProductRecord, why: str = ""
) -> int:
    """Enter a record, or one that takes its place; return the number of the entry.

    ReportingError where a field is wrong or the unit is not within the person's scope.
    """
    return registering.register(engine, actor, data, REGISTER, (record,), why)


def withdraw(engine: Engine, actor: Actor | None, record_id: str, why: str) -> int:
    """Withdraw a record: it counts no more and stays to be read; ReportingError says why not."""
    with deed(engine) as connection:
        found = current.row(connection, PRODUCT_RECORDS, "record_id", record_id)
        if found is None or found["is_withdrawn"] or not _is_seen(actor, found):
            raise refused("no_record", record=record_id)
        person = people.require(actor, "enter", found["region_code"], found["company_id"])
        if not why.strip():
            raise refused("no_why")
        note = Note("record.withdraw", record_id, why.strip())
        rows = [{**found, "is_withdrawn": True}]
        return keep(connection, person, note, {PRODUCT_RECORDS: rows})


def faults(
    connection: Connection, actor: Actor, _known: Reference, records: Sequence[ProductRecord]
) -> Iterator[Fault]:
    """Give all that is wrong with records to be entered."""
    units = current.by(connection, UNITS, "unit_id", {one.unit_id for one in records})
    ids = {one.record_id for one in records}
    standing = current.by(connection, PRODUCT_RECORDS, "record_id", ids)
    seen: set[str] = set()
    for place, one in enumerate(records):
        before = standing.get(one.record_id)
        yield from _of_fields(place, one, before is not None)
        if one.record_id in seen:
            text = said("twice", what=one.record_id)
            yield Fault(place, "record_id", one.record_id, text)
        seen.add(one.record_id)
        yield from _of_unit(place, one, units.get(one.unit_id), actor)
        if before is not None and before["unit_id"] != one.unit_id:
            yield Fault(place, "record_id", one.record_id, said("taken", what=one.record_id))


FILING = Filing(PRODUCT_RECORDS, "record_id", "record.enter", "records")


def put(connection: Connection, actor: Actor, records: Sequence[ProductRecord], why: str) -> int:
    """Keep records that have no faults, in one entry; return its number."""
    units = current.by(connection, UNITS, "unit_id", {one.unit_id for one in records})
    rows = [row_of(one, units[one.unit_id]) for one in records]
    return kept(connection, actor, FILING, rows, why)


def row_of(one: ProductRecord, unit: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the row of a record of a unit."""
    whose = {name: unit[name] for name in ("company_id", "region_code", "is_made")}
    named = {"product_en": one.product_en.strip() or one.product_zh.strip()}
    return {**vars(one), **named, "is_withdrawn": False, **whose}


REGISTER: Register[ProductRecord] = Register(faults, put)


def _is_seen(actor: Actor | None, row: RowMapping) -> bool:
    return people.is_let(actor, "query", row["region_code"], row["company_id"])


def _of_fields(place: int, one: ProductRecord, is_known: bool) -> Iterator[Fault]:
    yield from fields.of_code(place, "record_id", one.record_id, is_known)
    yield from fields.of_text(place, "product_zh", one.product_zh)
    yield from fields.of_text(place, "product_en", one.product_en, is_needed=False)
    for column in ("quantity", "co2e_kg_per_unit"):
        value = float(getattr(one, column))
        if not math.isfinite(value) or value < 0:
            text = said("negative", column=column, value=f"{value:g}")
            yield Fault(place, column, f"{value:g}", text)
    try:
        written(one.quantity_unit)
    except UnitError:
        text = said("quantity_unit", value=one.quantity_unit)
        yield Fault(place, "quantity_unit", one.quantity_unit, text)


def _of_unit(
    place: int, one: ProductRecord, unit: RowMapping | None, actor: Actor
) -> Iterator[Fault]:
    if unit is None or not _is_seen(actor, unit):
        yield Fault(place, "unit_id", one.unit_id, said("no_unit", unit=one.unit_id))
        return
    denied = people.denial(actor, "enter", unit["region_code"], unit["company_id"])
    if denied is not None:
        yield Fault(place, "unit_id", one.unit_id, denied)
    wrong = entering.year_fault(one.unit_id, one.year, unit, months.today())
    if wrong is not None:
        yield Fault(place, "year", str(one.year), wrong)

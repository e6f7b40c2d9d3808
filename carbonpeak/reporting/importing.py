"""Files of many companies, units, accounts, reports or product records: all of it or nothing."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming import check, foreign, template
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.sheets import Book
from carbonpeak.reporting import (
    accounts,
    companies,
    import_reports,
    people,
    product_records,
    units,
)
from carbonpeak.reporting.accounts import Account
from carbonpeak.reporting.companies import Company
from carbonpeak.reporting.declared import KINDS, examples
from carbonpeak.reporting.deeds import deed
from carbonpeak.reporting.faults import refused
from carbonpeak.reporting.import_file import (
    MOST_FAULTS,
    FileFault,
    Imported,
    Order,
    lacking,
    of_finding,
    placed,
    rows_of,
)
from carbonpeak.reporting.product_records import ProductRecord
from carbonpeak.reporting.reference import Reference, reference
from carbonpeak.reporting.registering import Register
from carbonpeak.reporting.units import Unit
from carbonpeak.store.actors import Actor

REPORTS = "reports"


def imported(
    engine: Engine,
    actor: Actor | None,
    data: Dataset,
    kind: str,
    file: Path,
    sheet: str | None = None,
    why: str = "",
) -> Imported:
    """Take a file in, all rows or none; ReportingError for an unknown kind or nobody.

    Whatever is wrong with the file is a fault with its place.
    """
    content = b"" if not file.is_file() else file.read_bytes()
    take = (lambda: foreign.apart(content)) if content else (lambda: foreign.taken_apart(file))
    return _imported(engine, actor, data, kind, (file.name, content, take), sheet, why)


def sent(
    engine: Engine,
    actor: Actor | None,
    data: Dataset,
    kind: str,
    name: str,
    content: bytes,
    sheet: str | None = None,
    why: str = "",
) -> Imported:
    """Take in the same from the content of a file that was sent."""
    given = (name, content, lambda: foreign.apart(content))
    return _imported(engine, actor, data, kind, given, sheet, why)


def template_of(data: Dataset, kind: str, form: str, chinese: bool) -> bytes:
    """Return a file to be filled in, as ``csv`` or ``xlsx``; ReportingError for another kind."""
    table = _table(kind)
    make = {"csv": template.csv, "xlsx": template.workbook}[form]
    return make(data, table, chinese, examples(kind))


Given = tuple[str, bytes, Callable[[], Book]]


def _imported(
    engine: Engine,
    actor: Actor | None,
    data: Dataset,
    kind: str,
    given: Given,
    sheet: str | None,
    why: str,
) -> Imported:
    name, content, take = given
    person, known = people.require_named(actor), reference(data)
    found = check.held(data, _table(kind), name, take, sheet, is_compared=False)
    left = tuple(of_finding(one) for one in found.findings if one.severity == "warning")
    wrong = [one for one in found.findings if one.severity == "error"]
    if wrong:
        return Imported(tuple(map(of_finding, wrong[:MOST_FAULTS])), left=left)
    empty = lacking(found)
    if empty:
        return Imported(empty, left=left)
    order = Order(person, kind, name, hashlib.sha256(content).hexdigest(), why.strip())
    kept = import_reports.kept if kind == REPORTS else _registered
    with deed(engine) as connection:
        return kept(connection, order, known, found, left)


def _table(kind: str) -> Any:
    if kind not in KINDS:
        raise refused("import_kind", value=kind, kinds=", ".join(KINDS))
    return KINDS[kind]


Kept = tuple[Register[Any], Callable[..., Any]]
REGISTERS: Mapping[str, Kept] = {
    "companies": (companies.REGISTER, Company),
    "units": (units.REGISTER, Unit),
    "accounts": (accounts.REGISTER, Account),
    "product_records": (product_records.REGISTER, ProductRecord),
}


def _registered(
    connection: Connection,
    order: Order,
    known: Reference,
    found: Incoming,
    left: tuple[FileFault, ...],
) -> Imported:
    register, make = REGISTERS[order.kind]
    rows, things = [], []
    for row, cells in rows_of(found):
        rows.append(row)
        things.append(make(**cells))
    faults = register.faults(connection, order.actor, known, things)
    wrong = placed(found, faults, lambda one: rows[one.place])
    if wrong:
        return Imported(wrong, left=left)
    number = register.put(connection, order.actor, things, order.told)
    return Imported((), len(rows), len(things), number, left)

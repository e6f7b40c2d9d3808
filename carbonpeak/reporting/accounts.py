"""Accounts: who answers for a company in the system."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine

from carbonpeak.data.dataset import Dataset
from carbonpeak.reporting import companies, current, fields, registering
from carbonpeak.reporting.faults import Fault, said
from carbonpeak.reporting.reference import Reference
from carbonpeak.reporting.registering import Filing, Register, kept
from carbonpeak.store.actors import Actor
from carbonpeak.store.tables import ACCOUNTS, COMPANIES


@dataclass(frozen=True)
class Account:
    """An account of a company; one that is not active is kept and enters nothing more."""

    account_id: str
    company_id: str
    holder: str
    is_active: bool = True


def register(
    engine: Engine, actor: Actor | None, data: Dataset, account: Account, why: str = ""
) -> int:
    """Register an account, or change one; return the number of the entry.

    ReportingError where a field is wrong or it has no company.
    """
    return registering.register(engine, actor, data, REGISTER, (account,), why)


def faults(
    connection: Connection, actor: Actor, _known: Reference, accounts: Sequence[Account]
) -> Iterator[Fault]:
    """Give all that is wrong with accounts to be registered."""
    ids = {one.account_id for one in accounts}
    standing = current.by(connection, ACCOUNTS, "account_id", ids)
    owners = current.by(connection, COMPANIES, "company_id", {one.company_id for one in accounts})
    seen: set[str] = set()
    for place, one in enumerate(accounts):
        before, owner = standing.get(one.account_id), owners.get(one.company_id)
        yield from fields.of_code(place, "account_id", one.account_id, before is not None)
        yield from fields.of_text(place, "holder", one.holder)
        if one.account_id in seen:
            text = said("twice", what=one.account_id)
            yield Fault(place, "account_id", one.account_id, text)
        seen.add(one.account_id)
        if owner is None or owner["is_removed"]:
            text = said("account_without_company", account=one.account_id, company=one.company_id)
            yield Fault(place, "company_id", one.company_id, text)
        elif before is not None and before["company_id"] != one.company_id:
            text = said("other_owner", account=one.account_id, company=before["company_id"])
            yield Fault(place, "company_id", one.company_id, text)
        else:
            yield from companies.of_rights(place, actor, owner["region_code"], one.company_id)


FILING = Filing(ACCOUNTS, "account_id", "account.register", "accounts")


def put(connection: Connection, actor: Actor, accounts: Sequence[Account], why: str) -> int:
    """Keep accounts that have no faults, in one entry; return its number."""
    owners = current.by(connection, COMPANIES, "company_id", {one.company_id for one in accounts})
    rows = [row_of(one, owners[one.company_id]) for one in accounts]
    return kept(connection, actor, FILING, rows, why)


def row_of(one: Account, owner: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the row of an account of a company: it stands where the seat is."""
    return {**vars(one), **{name: owner[name] for name in ("region_code", "is_made")}}


REGISTER: Register[Account] = Register(faults, put)

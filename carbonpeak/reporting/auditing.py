"""The audit as rows, for administrators: who did what, when, why, from which version."""

import json
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine, select

from carbonpeak.access import deciding
from carbonpeak.data.text import Text
from carbonpeak.reporting.faults import ReportingError, refused
from carbonpeak.reporting.states import MOVES
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import reading
from carbonpeak.store.tables import AUDIT
from carbonpeak.words import both

COLUMNS = ("number", "at", "who", "action", "subject", "why", "version", "detail", "hash")
# What entries call what was done, in the order in which it is done first.
ACTIONS = (
    *("company.register", "unit.register", "account.register", "company.remove"),
    *("record.enter", "record.withdraw", "reports.import"),
    *("report.enter", "report.correct", "report.revise"),
    *dict.fromkeys(f"report.{one.after}" for one in MOVES if not one.is_revision),
    *("file.export", "version.import", "version.publish", "version.rollback"),
    "version.discard",
    *("example.load", "example.remove"),
)


@dataclass(frozen=True)
class Wanted:
    """Which entries: from a day or moment on, of a person, of an action or all that begin so."""

    since: str = ""
    who: str = ""
    action: str = ""


EVERY = Wanted()


def action_name(code: str) -> Text:
    """Return what an action is called; one that is not known here by its code."""
    return both(f"filed.action.{code}") if code in ACTIONS else Text(code, code)


def entries(engine: Engine, actor: Actor | None, wanted: Wanted = EVERY) -> pd.DataFrame:
    """Return entries of the audit, the oldest first; ``version`` is that of the tables, if any.

    ReportingError for who may not read the audit.
    """
    if actor is None:
        raise refused("nobody")
    found = deciding.may(actor, "audit")
    if not found.allowed:
        raise ReportingError(found.because)
    chosen = select(AUDIT).where(AUDIT.c.at >= wanted.since).order_by(AUDIT.c.number)
    if wanted.who:
        chosen = chosen.where(AUDIT.c.who == wanted.who)
    if wanted.action:
        chosen = chosen.where(AUDIT.c.action.startswith(wanted.action, autoescape=True))
    with reading(engine) as connection:
        rows = [dict(row) for row in connection.execute(chosen).mappings()]
    told = [{**row, "version": json.loads(row["detail"]).get("version", "")} for row in rows]
    return pd.DataFrame(told, columns=list(COLUMNS))

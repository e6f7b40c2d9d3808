"""The audit as rows, for administrators: who did what, when, why, from which version."""

import json
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine, select

from carbonpeak.access import deciding
from carbonpeak.reporting.faults import ReportingError, refused
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import reading
from carbonpeak.store.tables import AUDIT

COLUMNS = ("number", "at", "who", "action", "subject", "why", "version", "detail", "hash")


@dataclass(frozen=True)
class Wanted:
    """Which entries: from a day or moment on, of a person, of an action or all that begin so."""

    since: str = ""
    who: str = ""
    action: str = ""


EVERY = Wanted()


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

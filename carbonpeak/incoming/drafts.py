"""From checked files to a draft version of the tables: warnings confirmed, rows merged, kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pandas as pd

from carbonpeak.data import catalogue, own_versions, owners
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.faults import DataFault
from carbonpeak.data.own_versions import Origin
from carbonpeak.incoming import merging, own_source
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.known import OWN_STANDING
from carbonpeak.incoming.merging import Merged
from carbonpeak.incoming.sent import Sent
from carbonpeak.incoming.words import said

# Rows that a line of confirmed warnings names; more are counted.
MOST_ROWS = 20
Reasons = Mapping[Finding, str]


class ImportRefused(DataFault):
    """Files are not taken in; the message says why, and nothing was changed."""


@dataclass(frozen=True)
class Order:
    """What is to be taken in and how: files, what they hold, reasons for warnings, by whom, why."""

    files: tuple[Sent, ...]
    found: tuple[Incoming, ...]
    who: str
    why: str
    standing: str = OWN_STANDING
    is_add_only: bool = False


@dataclass(frozen=True)
class Changes:
    """The tables that an order changes, whole, and what became of its rows."""

    tables: dict[str, pd.DataFrame]
    merged: tuple[Merged, ...]


class Found(Protocol):
    """What was read of a file: any kind that has findings."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What breaks a rule."""


def warnings(found: Sequence[Found]) -> list[Finding]:
    """Return the findings that must be confirmed."""
    return [one for each in found for one in each.findings if one.severity == "warning"]


def reasons(found: Sequence[Found], given: Sequence[str]) -> dict[Finding, str]:
    """Return the reason for each warning that RULE=REASON or RULE:ROW=REASON confirm.

    ImportRefused for a text that confirms nothing.
    """
    told: dict[Finding, str] = {}
    for text in given:
        which, _, reason = (part.strip() for part in text.partition("="))
        met = [one for one in warnings(found) if which in (one.rule, f"{one.rule}:{one.row}")]
        if not met or not reason:
            raise ImportRefused(said("import.reason", text=text))
        told.update(dict.fromkeys(met, reason))
    return told


def require(found: Sequence[Found], given: Reasons) -> None:
    """Raise ImportRefused where files have errors or warnings without a reason."""
    errors = sum(one.severity == "error" for each in found for one in each.findings)
    if errors:
        raise ImportRefused(said("import.refused", count=errors))
    open_ones = _open(found, given)
    if open_ones:
        rules = ", ".join(dict.fromkeys(one.rule for one in open_ones))
        raise ImportRefused(said("import.unconfirmed", count=len(open_ones), rules=rules))


def is_told(found: Sequence[Found], given: Reasons) -> bool:
    """Return whether every warning has its reason."""
    return not _open(found, given)


def _open(found: Sequence[Found], given: Reasons) -> list[Finding]:
    return [one for one in warnings(found) if not given.get(one, "").strip()]


def changes(data: Dataset, order: Order) -> Changes:
    """Return the tables of ``data`` with the rows of sound files in them."""
    files = {file.name: file for file in order.files}
    by_table: dict[str, list[pd.DataFrame]] = defaultdict(list)
    for one in order.found:
        sha256 = files[one.file].sha256
        by_table[one.table.name].append(own_source.named(one, sha256, order.standing))
    made: dict[str, pd.DataFrame] = {}
    told = []
    for name, parts in by_table.items():
        table = data.catalogue.table(name)
        given = merging.typed(pd.concat(parts), table)
        standing = merging.standing_rows(data, table)
        made[name], one_told = merging.merged(standing, given, table, order.is_add_only)
        told.append(one_told)
    return Changes(_with_sources(data, made, order), tuple(told))


def draft(
    data: Dataset, order: Order, given: Reasons, below: Path, folder: Path = catalogue.DATA
) -> tuple[str, Changes]:
    """Make a version of the tables in ``below``, which ``data`` holds; return it, and what changed.

    Drafts that nobody can see any more go when it is made.

    ImportRefused for errors or warnings without a reason, else what ``own_versions.accept`` raises.
    """
    require(order.found, given)
    made = changes(data, order)
    names = ", ".join(file.name for file in order.files)
    sums = ", ".join(file.sha256 for file in order.files)
    origin = Origin(order.who, order.why, names, sums, confirmed=confirmed(given))
    version = own_versions.accept(made.tables, origin, below, folder)
    owners.remove_lost(folder)
    return version, made


def confirmed(given: Reasons) -> tuple[str, ...]:
    """Return what was confirmed with its reason, one line for each file, rule and reason."""
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for one, reason in given.items():
        alike[one.file, one.rule, reason].append(one.row)
    return tuple(
        f"{file} · {rule}{_rows(rows)}: {reason}" for (file, rule, reason), rows in alike.items()
    )


def _rows(rows: Sequence[int]) -> str:
    named = sorted({row for row in rows if row})
    more = f" +{len(named) - MOST_ROWS}" if len(named) > MOST_ROWS else ""
    return f" ({', '.join(map(str, named[:MOST_ROWS]))}{more})" if named else ""


def _with_sources(
    data: Dataset, made: dict[str, pd.DataFrame], order: Order
) -> dict[str, pd.DataFrame]:
    """Return the tables, with those of the files that are sources of their own."""
    used = {one for rows in made.values() if "source_id" in rows for one in rows["source_id"]}
    own = [own_source.source(file.name, file.sha256, order.who) for file in order.files]
    return own_source.with_sources(data, made, [one for one in own if one["source_id"] in used])

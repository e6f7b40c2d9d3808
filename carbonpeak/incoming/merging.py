"""Rows of a file into the table they are for: by key, those that stand replaced or left."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Wanted
from carbonpeak.incoming.reading import DTYPES


@dataclass(frozen=True)
class Merged:
    """What became of the rows for a table: how many were added, replaced, left as they stood."""

    table: str
    added: int
    replaced: int
    left: int


def standing_rows(data: Dataset, table: Table) -> pd.DataFrame:
    """Return the rows of a table as they stand, in the types in which files are read."""
    return typed(data.rows_of(Wanted(table.name, named=False)), table)


def typed(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return rows with all columns of a table in the types in which files are read."""
    made = rows.reindex(columns=[one.name for one in table.fields])
    return made.astype({one.name: DTYPES[one.type] for one in table.fields})


def merged(
    standing: pd.DataFrame, given: pd.DataFrame, table: Table, is_add_only: bool = False
) -> tuple[pd.DataFrame, Merged]:
    """Return a table with rows given for it, and what became of them.

    A row of a key that stands already takes its place; with ``is_add_only`` it is left out.
    Rows that stand keep their order, others follow in the order given.
    """
    key = list(table.key)
    old, new = (one.set_index(key) for one in (standing, given))
    is_known = new.index.isin(old.index)
    known, more = new[is_known], new[~is_known]
    if not is_add_only:
        old = _replaced(old, known)
    told = (0, len(known)) if is_add_only else (len(known), 0)
    whole = pd.concat([old, more]).reset_index()[list(standing.columns)]
    return typed(whole, table), Merged(table.name, len(more), *told)


def _replaced(old: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    kept = old[~old.index.isin(known.index)]
    return pd.concat([kept, known]).loc[old.index]

"""The hand-made tables of ``tests/data`` as a data folder, whole or spoilt on purpose."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from carbonpeak.build import faults, run
from carbonpeak.build.schema import shaped
from carbonpeak.data import catalogue, table_files
from carbonpeak.data.catalogue import Catalogue, Table
from carbonpeak.data.reading import reader
from carbonpeak.data.reading.layout import Layout

SOURCE = Path(__file__).parent / "data"
DECLARED: tuple[Table, ...] = (*(table for table, _ in run.BUILDERS), faults.TABLE)
TRUTH = {"True": True, "False": False}

Change = Callable[[pd.DataFrame], pd.DataFrame]


def write(folder: Path, **changes: Change) -> Path:
    """Write every hand-made table in its declared format, and the catalogue; return the folder.

    A change named after a table spoils it: it gets the good rows and returns those to be written.
    """
    whole, good = _written()
    shutil.copytree(whole.name, folder, dirs_exist_ok=True)
    tables = []
    for table in good:
        change = changes.pop(table.name, None)
        tables.append(
            table_files.write(change(rows_of(table).copy()), table, folder) if change else table
        )
    assert not changes, f"no such table: {sorted(changes)}"
    catalogue.save(Catalogue(catalogue.version_of(tuple(tables)), tuple(tables)), folder)
    return folder


@cache
def _written() -> tuple[TemporaryDirectory[str], tuple[Table, ...]]:
    """Write the good tables once, to be copied; return their folder and declarations."""
    whole = TemporaryDirectory(prefix="tiny")
    (Path(whole.name) / "tables").mkdir()
    written = (table_files.write(rows_of(one), one, Path(whole.name)) for one in DECLARED)
    return whole, tuple(written)


@cache
def rows_of(table: Table) -> pd.DataFrame:
    """Return the good rows of a hand-made table; copy them before changing them."""
    columns = tuple(field.name for field in table.fields)
    rows = reader.read(SOURCE / f"{table.name}.csv", Layout(columns)).reset_index(drop=True)
    for field in table.fields:
        if field.type == "boolean":
            rows[field.name] = rows[field.name].map(TRUTH)
    return shaped(rows, table)

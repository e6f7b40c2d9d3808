"""The shipped tables with one more year of inventories: figures must follow it by themselves."""

import shutil
from pathlib import Path

import pandas as pd

from carbonpeak.data import catalogue, table_files
from carbonpeak.data.catalogue import Catalogue, Table

# The tables that grow by a year when new inventories are published.
GROWING = {"energy", "energy_transformation", "co2", "co2_apparent", "value_added", "gdp"}


def write(folder: Path) -> Path:
    """Write the shipped tables into a folder, their last year once more as the next; return it."""
    shutil.copytree(catalogue.DATA, folder)
    tables = [
        _grown(table, folder) if table.name in GROWING else table
        for table in catalogue.load(folder).tables
    ]
    catalogue.save(Catalogue(catalogue.version_of(tuple(tables)), tuple(tables)), folder)
    return folder


def _grown(table: Table, folder: Path) -> Table:
    file = folder / table.path
    codes = {field.name: str for field in table.fields if field.type == "string"}
    rows = pd.read_csv(file, dtype=codes) if table.format == "csv" else pd.read_parquet(file)
    last = rows[rows["year"] == rows["year"].max()]
    more = last.assign(year=last["year"] + 1)
    return table_files.write(pd.concat([rows, more], ignore_index=True), table, folder)

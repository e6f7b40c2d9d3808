"""How a builder declares its table, and the check every built table passes before it is written."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpeak.build.fields import FIELDS
from carbonpeak.data.catalogue import Field, Table, Text

STANDINGS = (
    "official",
    "published",
    "reconstructed",
    "derived",
    "estimated",
    "scenario",
    "unverified",
)

# The sources' own words for standing, and ours (the README of the source tables says how each may
# be shown).
STANDING_OF = {
    "official": "official",
    "seed": "official",
    "source": "published",
    "secondary": "published",
    "estimate": "estimated",
    "derived": "derived",
    "reconstructed": "reconstructed",
    "memory": "unverified",
    "none": "unverified",
}


class BuildError(Exception):
    """A source or a built table is not as it must be; the message names file, column and rows."""


@dataclass(frozen=True)
class Columns:
    """The columns of a table, by their names in the dictionary of fields; some may be empty."""

    names: str
    optional: str = ""

    def fields(self) -> tuple[Field, ...]:
        """Look every name up in the dictionary of fields; KeyError names one that is not there."""
        optional = self.optional.split()
        return tuple(
            Field(name, *FIELDS[name], required=name not in optional) for name in self.names.split()
        )


def declare(name: str, title: Text, columns: Columns, key: str, **rest: Any) -> Table:
    """Declare a table: its key is a space-separated list, the rest as in ``catalogue.Table``."""
    fields = columns.fields()
    present = {field.name for field in fields}
    dimensions = {
        "region_code": "regions",
        "sector_code": "sectors",
        "fuel_code": "fuels",
        "source_id": "sources",
        "plan_industry_code": "plan_industries",
    }
    foreign = tuple(
        (column, other)
        for column, other in dimensions.items()
        if column in present and other != name
    )
    return Table(name, title, fields, tuple(key.split()), foreign=foreign, **rest)


def standing(evidence: str, confidence: str | None = None) -> str:
    """Return our standing for a source's word; medium or low confidence makes it unverified."""
    if confidence in ("medium", "low"):
        return "unverified"
    return STANDING_OF[evidence]


def shaped(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return the frame with the declared columns, types and order; BuildError shows bad rows."""
    missing = [field.name for field in table.fields if field.name not in frame]
    if missing:
        raise BuildError(f"Table {table.name}: no column {', '.join(missing)}.")
    frame = frame.reset_index(drop=True)
    typed = pd.DataFrame(
        {field.name: _typed(frame[field.name], field, table) for field in table.fields}
    )
    _refuse(
        typed[typed.duplicated(list(table.key), keep=False)], table, f"duplicate key {table.key}"
    )
    for field in table.fields:
        if field.required:
            _refuse(typed[typed[field.name].isna()], table, f"no value in {field.name}")
    return typed.sort_values(list(table.key), ignore_index=True)


def _typed(column: "pd.Series[Any]", field: Field, table: Table) -> "pd.Series[Any]":
    kinds = {"string": "str", "integer": "Int32", "number": "Float64", "boolean": "boolean"}
    try:
        if field.type in ("integer", "number"):
            column = pd.to_numeric(column)
        return column.where(column.notna(), None).astype(kinds[field.type])  # type: ignore[call-overload,no-any-return]
    except (ValueError, TypeError) as fault:
        raise BuildError(
            f"Table {table.name}, column {field.name}: not {field.type} ({fault})."
        ) from fault


def _refuse(bad: pd.DataFrame, table: Table, why: str) -> None:
    if len(bad):
        raise BuildError(
            f"Table {table.name}: {why} in {len(bad)} rows, first:\n{bad.head(3).to_string()}"
        )

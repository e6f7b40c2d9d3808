"""How a builder declares its table, and the check every built table passes before it is written."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpeak.build.fields import FIELDS
from carbonpeak.build.words import WORDS
from carbonpeak.data.catalogue import Field, Table, Text
from carbonpeak.data.faults import DataFault

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


class BuildError(DataFault):
    """A source or a built table is not as it must be; the message names file, column and rows."""


def fault(key: str, **facts: object) -> BuildError:
    """Return the fault that a key of ``words.py`` names, with its places filled."""
    words = WORDS[key]
    return BuildError(Text(words.zh.format(**facts), words.en.format(**facts)))


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
        raise fault("no_column", table=table.name, found=", ".join(missing))
    frame = frame.reset_index(drop=True)
    typed = pd.DataFrame(
        {field.name: _typed(frame[field.name], field, table) for field in table.fields}
    )
    _refuse(typed[typed.duplicated(list(table.key), keep=False)], "double_key", table, table.key)
    for field in table.fields:
        if field.required:
            _refuse(typed[typed[field.name].isna()], "no_value", table, field.name)
    return typed.sort_values(list(table.key), ignore_index=True)


def _typed(column: "pd.Series[Any]", field: Field, table: Table) -> "pd.Series[Any]":
    kinds = {"string": "str", "integer": "Int32", "number": "Float64", "boolean": "boolean"}
    try:
        if field.type in ("integer", "number"):
            column = pd.to_numeric(column)
        return column.where(column.notna(), None).astype(kinds[field.type])  # type: ignore[call-overload,no-any-return]
    except (ValueError, TypeError) as wrong:
        raise fault(
            "type", table=table.name, column=field.name, type=field.type, why=wrong
        ) from wrong


def _refuse(bad: pd.DataFrame, why: str, table: Table, key: object) -> None:
    if len(bad):
        rows = bad.head(3).to_string()
        raise fault(why, table=table.name, columns=key, count=len(bad), rows=rows)

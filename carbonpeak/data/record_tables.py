"""The tables of records as statements know them: their columns, and what is reckoned beside them.

A row bears the ``number`` of the entry it came with, and no row is altered. Here each gets the
number of the entry that brought the next row of its key, ``until``: as of an entry ``$number``
those rows count with ``number <= $number and until > $number``, which is true for ever.
"""

from collections.abc import Mapping

import pyarrow as pa
import sqlalchemy as sa

from carbonpeak.data.catalogue import Field, FieldType, Table
from carbonpeak.data.scope import HELD, Scope
from carbonpeak.data.text import Text
from carbonpeak.store.tables import DISCLOSED, MOVES, RECORDS, REPORTS

PREFIX = "reporting_"
NOT_SAID = Text("", "")
# The entry that ends a row which none has followed.
OPEN = 2**62
# What rows follow each other by, where it is not the whole key but the number.
UNTIL, OF_REVISION = "until", "revision_until"
FOLLOWED: Mapping[sa.Table, Mapping[str, tuple[str, ...]]] = {
    **{
        table: {UNTIL: ("report_id",), OF_REVISION: ("report_id", "revision")}
        for table in (REPORTS, MOVES)
    },
    DISCLOSED: {UNTIL: ("report_id",)},
}
# How far a report has come with each of its steps, so that nobody has to sum them up. What is
# reckoned stays within whom it belongs to: no scope learns of a step that it does not see.
WITHIN = ("report_id", "region_code", "company_id")
CARRIED: Mapping[sa.Table, Mapping[str, tuple[str, str]]] = {
    MOVES: {
        "came_at": (
            "varchar",
            "min(case when to_state = 'submitted' then moment end) over so_far",
        ),
        # A revision that is verified is only ever left by the draft of the next.
        "is_verified": (
            "boolean",
            "to_state in ('verified', 'disclosed') or bool_or("
            "to_state = 'draft' and from_state in ('verified', 'disclosed')) over so_far",
        ),
        "is_disclosed": ("boolean", "bool_or(to_state = 'disclosed') over so_far"),
    }
}
# By the types of the store: those of the catalogue, of DuckDB and of Arrow.
KINDS: tuple[tuple[type, FieldType, str, pa.DataType], ...] = (
    (sa.Boolean, "boolean", "boolean", pa.bool_()),
    (sa.BigInteger, "integer", "bigint", pa.int64()),
    (sa.Integer, "integer", "integer", pa.int32()),
    (sa.Double, "number", "double", pa.float64()),
    (sa.Text, "string", "varchar", pa.string()),
)


def name_of(column: "sa.Column[object]") -> str:
    """Return what a column is called in statements: DuckDB keeps the word ``at`` for itself."""
    return "moment" if column.name == "at" else column.name


def declared(table: sa.Table) -> Table:
    """Return a table of the store as the catalogue declares one, with whose rows they are."""
    names = {column.name for column in table.columns}
    places = (("region", "region_code"), ("company", "company_id"))
    return Table(
        f"{PREFIX}{table.name}",
        NOT_SAID,
        tuple(
            Field(name_of(column), kind_of(column)[1], "", NOT_SAID, not column.nullable)
            for column in table.columns
        ),
        tuple(column.name for column in table.primary_key),
        restricted=() if table is DISCLOSED else tuple(p for p in places if p[1] in names),
    )


def kind_of(column: "sa.Column[object]") -> tuple[type, FieldType, str, pa.DataType]:
    """Return the types of a column: of the store, of the catalogue, of DuckDB, of Arrow."""
    return next(kind for kind in KINDS if isinstance(column.type, kind[0]))


def followed(table: sa.Table) -> Mapping[str, tuple[str, ...]]:
    """Return by what the rows of a table follow each other, for each column that says how long."""
    key = tuple(column.name for column in table.primary_key if column.name != "number")
    return FOLLOWED.get(table, {UNTIL: key})


def types(table: sa.Table) -> dict[str, str]:
    """Return the columns of a table in statements, with their types in SQL."""
    own = {name_of(column): kind_of(column)[2] for column in table.columns}
    carried = {name: kind for name, (kind, _) in CARRIED.get(table, {}).items()}
    return {**own, **dict.fromkeys(followed(table), "bigint"), **carried}


TABLES: Mapping[str, Table] = {f"{PREFIX}{table.name}": declared(table) for table in RECORDS}
# Columns and types in SQL by the name of the table.
TYPES = {f"{PREFIX}{table.name}": types(table) for table in RECORDS}
STORED = {f"{PREFIX}{table.name}": table for table in RECORDS}


def named_in(sql: str) -> list[str]:
    """Return the tables of records that a statement may read."""
    lowered = sql.lower()
    return [name for name in TABLES if name in lowered] if PREFIX in lowered else []


def view(name: str, scope: Scope) -> str:
    """Return the select of the rows that a scope sees of a table of records."""
    table = TABLES[name]
    return scope.view(table) if table.restricted else f"select * from {HELD}{table.name}"

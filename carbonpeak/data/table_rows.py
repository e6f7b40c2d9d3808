"""The rows of a table of the catalogue as they stand there: searched, filtered, in an order.

Names of tables and columns come from the catalogue alone, every value is bound: whatever a reader
types can only be looked for.
"""

from dataclasses import dataclass
from typing import Any

from carbonpeak.data.catalogue import Catalogue, Table

# Words of a search beyond these are not looked for.
MOST_WORDS = 8
LONGEST_SEARCH = 200
Statement = tuple[str, dict[str, Any]]
# The names of what a code stands for, in the tables that codes refer to.
NAMES = ("name_zh", "name_en")


@dataclass(frozen=True)
class Condition:
    """What a column must hold: one of some values in writing, a number in bounds, a text, nothing.

    What is None, empty or False asks for nothing.
    """

    column: str
    values: tuple[str, ...] | None = None
    low: float | None = None
    high: float | None = None
    text: str = ""
    is_empty: bool = False


@dataclass(frozen=True)
class Wanted:
    """Which rows of a table, in which order (else by its key); ``named`` adds names of codes."""

    table: str
    conditions: tuple[Condition, ...] = ()
    search: str = ""
    order: str = ""
    descending: bool = False
    named: bool = True


def select(catalogue: Catalogue, wanted: Wanted, first: int, most: int | None) -> Statement:
    """Return the select of rows; KeyError for a table or column that there is not."""
    table = catalogue.table(wanted.table)
    columns = [f"{table.name}.{field.name}" for field in table.fields]
    if wanted.named:
        columns += [
            f"{_alias(column)}.{name} as {named_as(column, name)}"
            for column, _ in referring(catalogue, table)
            for name in NAMES
        ]
    where, params = _where(catalogue, table, wanted)
    sql = f"select {', '.join(columns)} {where} order by {_order(table, wanted)}"
    if most is not None:
        return f"{sql} limit $most offset $first", {**params, "most": most, "first": first}
    return sql, params


def count(catalogue: Catalogue, wanted: Wanted) -> Statement:
    """Return the select of how many rows are wanted."""
    where, params = _where(catalogue, catalogue.table(wanted.table), wanted)
    return f"select count(*) as row_count {where}", params


def values(catalogue: Catalogue, wanted: Wanted, column: str, most: int) -> Statement:
    """Return the select of the values of a column, as text, with how many rows have each."""
    table = catalogue.table(wanted.table)
    name = _column(table, column)
    where, params = _where(catalogue, table, wanted)
    sql = (
        f"select cast({name} as varchar) as value, count(*) as row_count {where} "
        f"group by {name} order by {name} nulls last limit $most"
    )
    return sql, {**params, "most": most}


def empty(catalogue: Catalogue, wanted: Wanted) -> Statement:
    """Return the select of how many rows have no value, a column of that name for each column."""
    table = catalogue.table(wanted.table)
    where, params = _where(catalogue, table, wanted)
    counts = (f"count(*) - count({table.name}.{one.name}) as {one.name}" for one in table.fields)
    return f"select {', '.join(counts)} {where}", params


def referring(catalogue: Catalogue, table: Table) -> list[tuple[str, str]]:
    """Return (column, other table) of every column whose codes have names in another table."""
    return [
        (column, other)
        for column, other in table.foreign
        if {one.name for one in catalogue.table(other).fields}.issuperset(NAMES)
    ]


def named_as(column: str, name: str) -> str:
    """Return what the name of a code is called in the rows: region_name_zh."""
    return f"{column.removesuffix('_code').removesuffix('_id')}_{name}"


def words_of(search: str) -> list[str]:
    """Return the words that are looked for; each must stand somewhere in a row."""
    return list(dict.fromkeys(search[:LONGEST_SEARCH].lower().split()))[:MOST_WORDS]


def _alias(column: str) -> str:
    return f"of_{column}"


def _column(table: Table, name: str) -> str:
    """Return a column as SQL names it; KeyError where the table has none of that name."""
    return f"{table.name}.{ {field.name: field.name for field in table.fields}[name] }"


def _order(table: Table, wanted: Wanted) -> str:
    """Return the order of the rows; the key makes it total."""
    chosen = []
    if wanted.order:
        direction = "desc" if wanted.descending else "asc"
        chosen = [f"{_column(table, wanted.order)} {direction} nulls last"]
    return ", ".join([*chosen, *(f"{table.name}.{one}" for one in table.key)])


def _where(catalogue: Catalogue, table: Table, wanted: Wanted) -> Statement:
    joins = [
        f"left join {other} as {alias} on {alias}.{column} = {table.name}.{column}"
        for column, other in referring(catalogue, table)
        for alias in [_alias(column)]
    ]
    tests: list[str] = ["true"]
    params: dict[str, Any] = {}
    for place, one in enumerate(wanted.conditions):
        made, given = _test(_column(table, one.column), one, f"c{place}")
        tests += made
        params |= given
    whole = _whole_row(catalogue, table)
    for place, word in enumerate(words_of(wanted.search)):
        tests.append(f"contains({whole}, $w{place})")
        params[f"w{place}"] = word
    return f"from {' '.join([table.name, *joins])} where {' and '.join(tests)}", params


def _test(column: str, one: Condition, name: str) -> tuple[list[str], dict[str, Any]]:
    """Return what must hold of a column, and what is bound for it."""
    written = f"cast({column} as varchar)"
    given: dict[str, tuple[str, Any]] = {
        f"{name}_is": (f"list_contains($NAME, {written})", one.values and list(one.values)),
        f"{name}_low": (f"{column} >= $NAME", one.low),
        f"{name}_high": (f"{column} <= $NAME", one.high),
        f"{name}_text": (f"contains(lower({written}), $NAME)", one.text.lower() or None),
    }
    bound = {key: (test, value) for key, (test, value) in given.items() if value is not None}
    tests = [test.replace("$NAME", f"${key}") for key, (test, _) in bound.items()]
    tests += [f"{column} is null"] if one.is_empty else []
    return tests, {key: value for key, (_, value) in bound.items()}


def _whole_row(catalogue: Catalogue, table: Table) -> str:
    """Return all that a row says, with the names of its codes, as one text in small letters."""
    own = [f"cast({table.name}.{field.name} as varchar)" for field in table.fields]
    named = [
        f"{_alias(column)}.{name}" for column, _ in referring(catalogue, table) for name in NAMES
    ]
    return f"lower(concat_ws(' ', {', '.join([*own, *named])}))"

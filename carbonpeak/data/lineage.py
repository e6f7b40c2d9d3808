"""From a query to the tables it reads: the summaries between them, read from their headers."""

import re
from dataclasses import dataclass
from functools import cache

from carbonpeak.data import queries
from carbonpeak.data.queries import Query
from carbonpeak.data.warehouse import SUMMARIES

# A condition, not a column that is returned.
INDUSTRY = re.compile(r"(?:where|and|on)\s+(?:\w+\.)?is_industry\b")


@cache
def summaries() -> dict[str, Query]:
    """Return the sums that are kept as tables, by name; QueryFileError for one without header."""
    return queries.load(SUMMARIES)


@cache
def steps(name: str) -> tuple[Query, ...]:
    """Return a query and the summaries it rests on, each before what it reads; QueryError."""
    asked = queries.find(name, {**summaries(), **queries.shipped()})
    below = (one for table in asked.tables if table in summaries() for one in steps(table))
    return tuple(dict.fromkeys((asked, *below)))


@dataclass(frozen=True)
class Read:
    """A table that a query reads, and whether only the rows of industry."""

    table: str
    of_industry: bool


@cache
def reads(name: str) -> tuple[Read, ...]:
    """Return the tables of the catalogue that a query reads, itself or by a summary; QueryError.

    A table is read for industry alone where every way to it leads by a select that says so. A
    summary of years alone says which rows count and gives no figure: it is no way to a table.
    """
    asked = queries.find(name, {**summaries(), **queries.shipped()})
    is_limited = bool(INDUSTRY.search(asked.sql))
    found: dict[str, bool] = {}
    for table in asked.tables:
        if table in summaries() and _gives_years_alone(summaries()[table]):
            continue
        below = reads(table) if table in summaries() else (Read(table, of_industry=False),)
        for one in below:
            found[one.table] = found.get(one.table, True) and (one.of_industry or is_limited)
    return tuple(Read(table, of_industry) for table, of_industry in found.items())


def _gives_years_alone(summary: Query) -> bool:
    return all(meaning.startswith("calendar year") for _, meaning in summary.returns)

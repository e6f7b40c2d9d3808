"""Which rows of a table the parameters of a query ask for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from carbonpeak.data.asked import Asked
from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Condition
from carbonpeak.domain import sectors
from carbonpeak.thresholds import NATION

FIRST, LAST, BASE, YEAR = "first_", "last_", "base_", "year"


def of_params(data: Dataset, table: Table, asked: Asked) -> tuple[Condition, ...]:
    """Return what the parameters of a query ask of the columns of a table.

    A parameter asks of the column of its name, or of the one it bounds (``first_year``) or lists
    (``years``). The nation and all industry are sums over all rows, so they ask for nothing.
    """
    columns = {field.name for field in table.fields}
    given = {name: value for name, value in asked.params if value is not None}
    found = (_of_param(name, value, columns, given) for name, value in given.items())
    return tuple(one for one in found if one is not None and not _is_sum(data, one))


def loosest(asked: Sequence[Sequence[Condition]]) -> tuple[Condition, ...]:
    """Return what several askers have in common: only what all of them ask of a column."""
    by_column: defaultdict[str, list[Condition]] = defaultdict(list)
    for one in (condition for some in asked for condition in some):
        by_column[one.column].append(one)
    joined = (_joined(some) for some in by_column.values() if len(some) == len(asked))
    return tuple(one for one in joined if one != Condition(one.column))


def _joined(some: Sequence[Condition]) -> Condition:
    values = [one.values for one in some]
    lows, highs = [one.low for one in some], [one.high for one in some]
    return Condition(
        some[0].column,
        None if None in values else tuple(dict.fromkeys(_flat(values))),
        None if None in lows else min(one for one in lows if one is not None),
        None if None in highs else max(one for one in highs if one is not None),
    )


def _flat(values: Sequence[tuple[str, ...] | None]) -> Iterator[str]:
    for some in values:
        yield from some or ()


def _of_param(name: str, value: Any, columns: set[str], given: dict[str, Any]) -> Condition | None:
    if name in columns and not (name == YEAR and BASE + YEAR in given):
        return Condition(name, (str(value),))
    if name.endswith("s") and name[:-1] in columns:
        return Condition(name[:-1], tuple(str(one) for one in value))
    return _bound(name, value, columns, given)


def _bound(name: str, value: Any, columns: set[str], given: dict[str, Any]) -> Condition | None:
    """Return the years that a first, last or base year and a year together ask for."""
    if YEAR not in columns:
        return None
    last = given.get(LAST + YEAR, given.get(YEAR))
    if name in (FIRST + YEAR, BASE + YEAR):
        return Condition(YEAR, low=value, high=last)
    is_alone = FIRST + YEAR not in given and BASE + YEAR not in given
    return Condition(YEAR, high=value) if name == LAST + YEAR and is_alone else None


def _is_sum(data: Dataset, one: Condition) -> bool:
    """Whether a condition asks for a sum over all regions or divisions, which no row is."""
    if one.column == "region_code":
        return one.values is not None and NATION in one.values
    if one.column == "sector_code":
        return one.values is not None and not set(one.values) <= set(sectors.codes(data))
    return False

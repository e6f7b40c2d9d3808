"""The one handle for data: what a reader may see of one version of the tables.

Whoever shows a number holds a ``Dataset`` and asks it; no other object means "the data". What is
asked or computed is kept inside it, so nothing kept for one version or scope can reach another.
"""

import threading
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from functools import cached_property, partial, update_wrapper
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd
import pyarrow as pa
from cachetools import LRUCache, cachedmethod

from carbonpeak.data import asked, catalogue, contracts, own_versions, queries, table_rows
from carbonpeak.data.asked import Asked, Heard
from carbonpeak.data.catalogue import CatalogueError
from carbonpeak.data.own_versions import OwnDataError
from carbonpeak.data.queries import QueryError
from carbonpeak.data.records import RecordsError
from carbonpeak.data.scope import PUBLIC as PUBLIC
from carbonpeak.data.scope import Scope as Scope
from carbonpeak.data.seen import Seen
from carbonpeak.data.table_rows import Wanted
from carbonpeak.data.warehouse import Warehouse, WarehouseError
from carbonpeak.thresholds import BASE_YEAR

# What may go wrong with tables and queries; each says in words what it is.
DATA_ERRORS = (CatalogueError, WarehouseError, QueryError, OwnDataError, RecordsError)
# How many answers and how many things made of them are kept.
KEPT_ANSWERS = 256
KEPT_MADE = 1024

Params = ParamSpec("Params")
Made = TypeVar("Made")


class Dataset:
    """One version of the tables within one scope; any number of threads may share it."""

    def __init__(self, warehouse: Warehouse | Seen, scope: Scope = PUBLIC) -> None:
        """Hold a warehouse, and keep what is asked of it under this version and scope alone."""
        # Nothing here can ask the warehouse but through what this scope sees of it.
        self._warehouse = Seen(warehouse, scope)
        self.scope = scope
        self._is_whole = False
        self._removal = self._warehouse.removal
        self._kept_answers: LRUCache[Any, Any] = LRUCache(KEPT_ANSWERS)
        self._kept_made: LRUCache[Any, Any] = LRUCache(KEPT_MADE)
        # Two threads that ask the same wait for one answer instead of computing two.
        self._answered, self._made = threading.Condition(), threading.Condition()

    @classmethod
    def open(cls, folder: Path | None = None) -> "Dataset":
        """Return the tables of a folder, or those published; else one of DATA_ERRORS."""
        return cls(Warehouse(folder or own_versions.published()))

    @property
    def catalogue(self) -> catalogue.Catalogue:
        """What tables there are."""
        return self._warehouse.catalogue

    @property
    def version(self) -> str:
        """The version of the tables, from their content."""
        return self._warehouse.catalogue.version

    @property
    def root(self) -> Path:
        """The data folder in which all versions lie, this one among them."""
        return own_versions.root(self._warehouse.folder)

    @cached_property
    def last_year(self) -> int:
        """The last year for which the inventories give the energy and CO2 of all industry."""
        # It is found once, whoever wants it first: it is behind none of them.
        with asked.listening():
            rows = self.ask("nation__yearly").dropna(subset=["energy_tce", "co2_t"])
        return int(rows["year"].max())

    @cached_property
    def last_year_of_any(self) -> int:
        """The last year of which any province has energy, CO2 and value added.

        It is later than ``last_year`` where some provinces have figures of their own.
        """
        return max(
            (year for years in self._later_years.values() for year in years), default=self.last_year
        )

    def last_year_of(self, region_code: str) -> int:
        """Return the last year up to which a place's figures go on: its own, or the nation's.

        A province with figures of its own goes on after the nation, up to the first year without.
        """
        later, last = self._later_years.get(region_code, ()), self.last_year
        while last + 1 in later:
            last += 1
        return last

    @cached_property
    def later_places(self) -> tuple[str, ...]:
        """The provinces whose own figures go on after the nation's last year."""
        return tuple(code for code in self._later_years if self.last_year_of(code) > self.last_year)

    @cached_property
    def _later_years(self) -> dict[str, tuple[int, ...]]:
        """The years after the nation's last of which a province has all three, by province."""
        with asked.listening():
            rows = self.ask("regions__yearly", first_year=self.last_year + 1)
        known = rows.dropna(subset=["energy_tce", "co2_energy_t", "value_added_real_cny"])
        years = known.groupby("region_code")["year"]
        return {str(code): tuple(map(int, own)) for code, own in years}

    @cached_property
    def judged_years(self) -> tuple[int, ...]:
        """The years whose change since the base year of the targets can be judged for any place."""
        return tuple(range(BASE_YEAR + 1, self.last_year_of_any + 1))

    def records_number(self) -> int:
        """Return the number of the last entry that changed records, 0 without a store.

        RecordsError where there is one that cannot be read. What was made before a made example was
        taken out is forgotten: its rows are no more.
        """
        newest = self._warehouse.records_number()
        if self._removal != self._warehouse.removal:
            self._removal = self._warehouse.removal
            with self._answered, self._made:
                self._kept_answers.clear()
                self._kept_made.clear()
        return newest

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        """Return the rows of a query by its name; QueryError for a wrong name or parameter.

        Every answer may be changed by whoever asked.
        """
        given = _hashable(params)
        found: pd.DataFrame = self._answer(name, given)
        asked.tell([Asked(name, given)])
        # A copy that shares its memory until one of the two is changed.
        return found.copy(deep=False)

    def values(self, name: str, param: str) -> tuple[Any, ...]:
        """Return what a parameter of a query can be; QueryError for no query of that name."""
        return queries.values(self._warehouse, queries.find(name, queries.shipped()), param)

    def cached(self, build: Callable[..., Made], *args: Hashable) -> Made:
        """Return what ``build(self, *args)`` makes, made once while it is kept.

        Whatever is no frame is shared: nobody changes a figure or a chart after it was made.
        """
        found, heard = self._make(build, args)
        asked.tell(heard)
        if isinstance(found, pd.DataFrame | pd.Series):
            found = found.copy(deep=False)
        made: Made = found
        return made

    def behind(self, build: Callable[..., Any], *args: Hashable) -> tuple[Asked, ...]:
        """Return the queries asked for what ``build(self, *args)`` makes, in their first order.

        Those of findings that were kept from before are among them.
        """
        return tuple(self._make(build, args)[1])

    def rows_of(self, wanted: Wanted, first: int = 0, most: int | None = None) -> pd.DataFrame:
        """Return rows of a table as they stand in it, ``most`` of them from the place ``first`` on.

        KeyError for a table or column that there is not.
        """
        sql, params = table_rows.select(self.catalogue, wanted, first, most)
        return self._warehouse.rows(sql, params)

    def all_of(self, table: str) -> pa.Table:
        """Return every row of a table, in no order; KeyError for one that there is not."""
        return self._warehouse.whole(self.catalogue.table(table).name)

    def count_of(self, wanted: Wanted) -> int:
        """Return how many rows of a table are wanted; KeyError as above."""
        sql, params = table_rows.count(self.catalogue, wanted)
        return int(self._warehouse.rows(sql, params)["row_count"].iloc[0])

    def empty_of(self, wanted: Wanted) -> dict[str, int]:
        """Return how many of the rows wanted have no value in each column; KeyError as above."""
        sql, params = table_rows.empty(self.catalogue, wanted)
        counts = self._warehouse.rows(sql, params).iloc[0]
        return {str(name): int(count) for name, count in counts.items()}

    def values_of(self, wanted: Wanted, column: str, most: int) -> pd.DataFrame:
        """Return the values of a column in the rows wanted with their numbers of rows, in order.

        No more than ``most`` of them; KeyError as above.
        """
        sql, params = table_rows.values(self.catalogue, wanted, column, most)
        return self._warehouse.rows(sql, params)

    def judged(
        self, rule: str, given: Mapping[str, pd.DataFrame], **params: object
    ) -> pd.DataFrame:
        """Return the cells of rows from outside that break a rule; nothing of them is kept.

        ``given`` has a frame for each name in ``given.GIVEN``. KeyError for no rule of that name.
        """
        return queries.run(self._warehouse, queries.rules()[rule], dict(params), given)

    def counts(self) -> Counter[str]:
        """Return how often each query was asked and each function computed, as far as kept."""
        answered = Counter(str(key[0]) for key in self._kept_answers)
        return answered + Counter(name_of(key[0]) for key in self._kept_made)

    def load_all(self) -> None:
        """Load every table and prepare every query; one of DATA_ERRORS says what does not hold."""
        if not self._is_whole:
            contracts.require(self.catalogue)
            self._warehouse.load_all()
            self._is_whole = True

    def close(self) -> None:
        """Give the memory back."""
        self._warehouse.close()

    @cachedmethod(lambda self: self._kept_answers, condition=lambda self: self._answered)
    def _answer(self, name: str, params: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
        return queries.run(self._warehouse, queries.find(name, queries.shipped()), dict(params))

    @cachedmethod(lambda self: self._kept_made, condition=lambda self: self._made)
    def _make(self, build: Callable[..., Any], args: tuple[Hashable, ...]) -> tuple[Any, Heard]:
        """Return what is made with all that was asked for it."""
        with asked.listening() as heard:
            return build(self, *args), heard


def name_of(build: Callable[..., Any]) -> str:
    """Return the full name of a function, also of one with some arguments given already."""
    inner = build.func if isinstance(build, partial) else build
    return f"{inner.__module__}.{inner.__name__}"


def once_per_dataset(
    build: Callable[Concatenate[Dataset, Params], Made],
) -> Callable[Concatenate[Dataset, Params], Made]:
    """Make a finding that is computed once for each dataset and question.

    Its arguments are hashable and given by place.
    """

    def found(data: Dataset, /, *args: Params.args, **kwargs: Params.kwargs) -> Made:
        if kwargs:
            raise TypeError("a finding that is kept takes its arguments by place")
        made: Made = data.cached(build, *args)
        return made

    update_wrapper(found, build)
    return found


def _hashable(params: dict[str, object]) -> tuple[tuple[str, Any], ...]:
    """Return parameters in one order; a list of values counts as a tuple."""
    return tuple(
        (name, tuple(value) if isinstance(value, list) else value)
        for name, value in sorted(params.items())
    )

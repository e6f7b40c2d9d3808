"""Restricted rows: by every way a scope sees its own, kept or not, and threads never mix them."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import catalogue, queries
from carbonpeak.data.catalogue import CatalogueError
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import PUBLIC, Scope
from carbonpeak.data.seen import Seen
from carbonpeak.data.table_rows import Condition, Wanted
from carbonpeak.data.warehouse import Warehouse, WarehouseError
from tests import restricted
from tests.restricted import SCOPES, TABLE

THREADS, CALLS = 32, 100_000
ALL = Wanted(TABLE.name, named=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return restricted.write(tmp_path_factory.mktemp("restricted"))


@pytest.fixture(scope="module")
def warehouse(folder: Path) -> Iterator[Warehouse]:
    with closing(Warehouse(folder)) as found:
        found.load_all()
        yield found


def words(data: Dataset) -> str:
    """Return the words of all rows that a scope sees."""
    return " ".join(data.rows_of(ALL)["word"])


def searched(data: Dataset) -> str:
    return " ".join(data.rows_of(Wanted(TABLE.name, search="secret"))["word"])


def sorted_by_a_hidden_column(data: Dataset) -> str:
    wanted = Wanted(TABLE.name, (Condition("co2_t", low=0.5),), order="word", descending=True)
    return " ".join(data.rows_of(wanted)["word"])


def listed(data: Dataset) -> str:
    return " ".join(data.values_of(ALL, "word", 1000).iloc[:, 0].astype(str))


def kept(data: Dataset) -> str:
    made: str = data.cached(words)
    return made


WAYS: tuple[Callable[[Dataset], str], ...] = (
    words,
    searched,
    sorted_by_a_hidden_column,
    listed,
    kept,
    kept,
)


@pytest.mark.parametrize("name", SCOPES)
def test_every_way_to_restricted_rows_shows_those_of_the_scope_and_no_other(
    warehouse: Warehouse, name: str
) -> None:
    scope = SCOPES[name]
    data = Dataset(warehouse, scope)
    for way in WAYS:
        assert restricted.seen(way(data)) == restricted.allowed(scope), way
    number = sum(len(restricted.rows()[_is_of(one)]) for one in restricted.allowed(scope))
    assert data.count_of(ALL) == number
    assert data.empty_of(ALL)["word"] == 0


def _is_of(pair: tuple[str, str]) -> "pd.Series[bool]":
    return restricted.rows()["word"].str.startswith(f"secret-{pair[0]}-{pair[1]}-")


STATEMENTS = (
    "select word from firm_reports",
    "select word from FIRM_REPORTS",
    'select word from "Firm_Reports" as r',
    "with r as (select * from firm_reports) select word from r union all select word from r",
    "select max(word) as word from firm_reports group by company_id, region_code",
    "select word from regions left join firm_reports using (region_code) where word is not null",
)


@pytest.mark.parametrize("name", SCOPES)
@pytest.mark.parametrize("sql", STATEMENTS)
def test_a_statement_sees_the_rows_of_its_scope(warehouse: Warehouse, sql: str, name: str) -> None:
    found = restricted.seen(" ".join(Seen(warehouse, SCOPES[name]).rows(sql)["word"]))
    outside = found - restricted.allowed(SCOPES[name])
    assert outside == set()
    if "left join" not in sql:
        assert found == restricted.allowed(SCOPES[name])


def test_what_asks_without_a_scope_sees_nothing(warehouse: Warehouse) -> None:
    assert len(warehouse.rows("select * from firm_reports")) == 0
    assert Dataset(warehouse).scope == PUBLIC
    assert len(Dataset(warehouse).rows_of(ALL)) == 0


def test_a_summary_of_restricted_rows_cannot_be_made(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "of_firms.sql").write_text("select company_id, word from firm_reports\n")
    with closing(Warehouse(folder, summaries=tmp_path)) as found:
        for scope in SCOPES.values():
            with pytest.raises(WarehouseError, match="of_firms"):
                found.rows("select * from of_firms", scope=scope)


def test_no_shipped_query_names_the_place_where_restricted_rows_lie() -> None:
    texts = [file.read_text() for file in queries.FOLDER.rglob("*.sql")]
    assert len(texts) > 90
    assert [text for text in texts if "held__" in text] == []


@pytest.mark.parametrize("code", ["", "a b", "x' or true --", "地区", "a" * 65])
def test_a_scope_takes_codes_alone(code: str) -> None:
    with pytest.raises(ValueError, match="no code"):
        Scope("x", frozenset({code}), None)


@pytest.mark.parametrize("amiss", ['{"place": "region_code"}', '{"region": "nowhere"}', "{}", "7"])
def test_a_restriction_that_would_hold_nothing_back_is_refused(folder: Path, amiss: str) -> None:
    file = folder / catalogue.FILE
    before = file.read_text()
    good = '"restricted": {\n    "region": "region_code",\n    "company": "company_id"\n   }'
    assert good in before.replace("\r", "")
    file.write_text(before.replace(good, f'"restricted": {amiss}'))
    try:
        with pytest.raises(CatalogueError):
            catalogue.load(folder)
    finally:
        file.write_text(before)


def test_two_scopes_never_see_rows_of_each_other_in_any_thread(warehouse: Warehouse) -> None:
    pair = [Dataset(warehouse, SCOPES[name]) for name in ("one place", "other place")]
    wanted = [restricted.allowed(data.scope) for data in pair]
    turn, lock, crossed = count(), threading.Lock(), []

    def work(_: int) -> int:
        done = 0
        while True:
            with lock:
                number = next(turn)
            if number >= CALLS:
                return done
            # Mostly what is kept, as readers ask; every hundredth anew from the tables.
            ask = words if number % 100 == 0 else kept
            if restricted.seen(ask(pair[number % 2])) != wanted[number % 2]:
                crossed.append(number)
            done += 1

    with ThreadPoolExecutor(THREADS) as pool:
        assert sum(pool.map(work, range(THREADS))) == CALLS
    assert crossed == []

"""The queries: one select per file in ``queries/``, its header its documentation and contract."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NoReturn

import duckdb
import pandas as pd

from carbonpeak.data.catalogue import ROOT
from carbonpeak.data.faults import DataFault, said
from carbonpeak.data.seen import Seen
from carbonpeak.data.text import Text
from carbonpeak.data.warehouse import Warehouse, select_in
from carbonpeak.data.words import WORDS

FOLDER = ROOT / "queries"
TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "integer": (int,),
    "number": (int, float),
    "list": (list, tuple),
}
# Files are read at every opening of tables; what a text says does not change.
KEPT_TEXTS = 1_000


class QueryError(DataFault):
    """A query file, a name or a parameter is not as it must be; the message says which."""


class QueryFileError(QueryError):
    """A query file is not as it must be: the fault of no one who asks."""


@dataclass(frozen=True)
class Param:
    """One ``$name`` of a query: its type (text, integer, number, list) and meaning."""

    name: str
    type: str
    meaning: str

    @property
    def required(self) -> bool:
        """Whether a value must be given: the meaning does not say what null means."""
        return "null means" not in self.meaning


@dataclass(frozen=True)
class Query:
    """One query file: the sentence of its header, what it takes and gives, and the statement."""

    name: str
    sentence: str
    grain: tuple[str, ...]
    params: tuple[Param, ...]
    returns: tuple[tuple[str, str], ...]
    tables: tuple[str, ...]
    sql: str

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(name for name, _ in self.returns)


def load(folder: Path = FOLDER) -> dict[str, Query]:
    """Load every query of a folder by its name; QueryFileError for one that breaks the rules."""
    return {file.stem: read(file) for file in sorted(folder.glob("*.sql"))}


@cache
def shipped() -> dict[str, Query]:
    """Return the queries that come with the program, loaded once."""
    return load()


@cache
def checks() -> dict[str, Query]:
    """Return the data tests: queries whose rows are faults."""
    return load(FOLDER / "checks")


@cache
def rules() -> dict[str, Query]:
    """Return the rules for rows from outside: queries whose rows are cells at fault."""
    return load(FOLDER / "given")


def read(file: Path) -> Query:
    """Read one query file; QueryFileError where header and statement do not agree."""
    place = _place(file)
    return _of_text(file.stem, _select(file, place), place)


@lru_cache(maxsize=KEPT_TEXTS)
def _of_text(name: str, text: str, place: str) -> Query:
    sections = _sections(text, place)
    query = Query(
        name=name,
        sentence=sections["Sentence"],
        grain=tuple(_words(sections["Grain"])),
        params=tuple(_param(line, place) for line in _entries(sections.get("Params", ""))),
        returns=tuple(_entry(line) for line in _entries(sections["Returns"])),
        tables=tuple(_words(sections["Tables"])),
        sql=text,
    )
    _check_header(query, place)
    return query


def run(
    warehouse: Warehouse | Seen,
    query: Query,
    params: dict[str, Any] | None = None,
    beside: Mapping[str, pd.DataFrame] | None = None,
) -> pd.DataFrame:
    """Run a query; parameters not given are null, where the header says what null means.

    ``beside`` are frames that it sees as tables, by the names in ``given.GIVEN``.
    QueryError names a parameter that is wrong or missing, WarehouseError a table.
    """
    given = dict(params or {})
    for name, value in given.items():
        _check_param(query, name, value)
    _check_complete(query, given)
    values = {param.name: given.get(param.name) for param in query.params}
    try:
        return warehouse.rows(query.sql, values, said("asker.query", name=query.name), beside)
    except duckdb.Error as fault:
        why = str(fault).strip().splitlines()[0]
        raise QueryFileError(said("query.failed", name=query.name, why=why)) from fault


def values(warehouse: Warehouse | Seen, query: Query, param: str) -> tuple[Any, ...]:
    """Return what a parameter can be, in order: the values of its column in the query's tables.

    Nothing where no table has such a column.
    """
    found: set[Any] = set()
    for table in query.tables:
        # A summary is not in the catalogue, so the table itself says which columns it has.
        columns = warehouse.rows(f"describe {table}")["column_name"]
        here = [column for column in _columns_of(param) if column in set(columns)][:1]
        for column in here:
            rows = warehouse.rows(f"select distinct {column} as value from {table}")
            found |= set(rows["value"].dropna().tolist())
    return tuple(sorted(found))


def _columns_of(param: str) -> tuple[str, ...]:
    """Return the columns whose values a parameter may take: of its name, or else of its kind."""
    bare = param.removeprefix("first_").removeprefix("last_").removeprefix("base_")
    return param, bare, bare.removesuffix("s")


def find(name: str, known: dict[str, Query]) -> Query:
    """Return a query by name; QueryError with near matches where there is none."""
    if name not in known:
        raise QueryError(unknown("query", name, list(known)))
    return known[name]


def unknown(kind: str, name: str, known: list[str]) -> Text:
    """Return that a name is unknown, and the nearest known ones; ``kind`` as the words list it."""
    near = difflib.get_close_matches(name[:80], known, n=3, cutoff=0.4) or sorted(known)[:3]
    words = WORDS[f"asked.kind.{kind}"]
    near_ones = ", ".join(near)
    return said("asked.unknown", name=name[:80], kind=words.en, kind_zh=words.zh, near=near_ones)


def _place(file: Path) -> str:
    """Return what a file is called in sentences: where it lies in the program, or its name."""
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name


def _select(file: Path, place: str) -> str:
    try:
        return select_in(file)
    except (duckdb.Error, ValueError, OSError) as fault:
        why = str(fault).strip().splitlines()[0].replace(str(file), place)
        raise QueryFileError(said("query.unreadable", file=place, why=why)) from fault


def _sections(text: str, place: str) -> dict[str, str]:
    comment = [line[2:].rstrip() for line in text.splitlines() if line.startswith("--")]
    parts = re.split(r"^ (Grain|Params|Returns|Tables):", "\n".join(comment), flags=re.MULTILINE)
    sections = {"Sentence": " ".join(parts[0].split())}
    sections |= {name: body for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    missing = [name for name in ("Grain", "Returns", "Tables") if name not in sections]
    if missing or not sections["Sentence"]:
        _refuse(place, f"lacks {', '.join(missing) or 'its sentence'}")
    twice = sorted({name for name in parts[1::2] if parts[1::2].count(name) > 1})
    if twice:
        _refuse(place, f"has {', '.join(twice)} more than once")
    return sections


def _refuse(place: str, why: str) -> NoReturn:
    raise QueryFileError(said("query.header", file=place, why=why))


def _entries(body: str) -> list[str]:
    return [line.strip() for line in body.splitlines() if ":" in line]


def _entry(line: str) -> tuple[str, str]:
    name, _, meaning = line.partition(":")
    return name.strip(), meaning.strip()


def _param(line: str, place: str) -> Param:
    name, meaning = _entry(line)
    kind, _, rest = meaning.partition(",")
    if kind not in TYPES:
        _refuse(place, f"parameter {name} has no type (one of {', '.join(TYPES)})")
    return Param(name, kind, rest.strip())


def _words(body: str) -> list[str]:
    return [word.strip() for word in body.replace("\n", " ").split(",") if word.strip()]


def _check_header(query: Query, place: str) -> None:
    strange = sorted(set(query.grain) - set(query.columns()))
    if strange or not query.grain:
        _refuse(place, f"names a grain that is not returned: {', '.join(strange) or 'none'}")
    declared = {param.name for param in query.params}
    used = set(duckdb.extract_statements(query.sql)[0].named_parameters)
    if declared != used:
        _refuse(place, f"does not fit: parameters declared {sorted(declared)}, used {sorted(used)}")


def _check_param(query: Query, name: str, value: Any) -> None:
    known = {param.name: param for param in query.params}
    if name not in known:
        raise QueryError(unknown("param", name, list(known) or ["–"]))
    kinds = TYPES[known[name].type]
    if value is not None and (not isinstance(value, kinds) or isinstance(value, bool)):
        raise QueryError(_of_param("asked.type", query, known[name], given=repr(value)))


def _check_complete(query: Query, given: dict[str, Any]) -> None:
    for param in query.params:
        if param.required and given.get(param.name) is None:
            raise QueryError(_of_param("asked.missing", query, param, meaning=param.meaning))


def _of_param(key: str, query: Query, param: Param, **facts: str) -> Text:
    kind = WORDS[f"type.{param.type}"]
    names = {"query": query.name, "name": param.name, "kind": kind.en, "kind_zh": kind.zh}
    return said(key, **names, **facts)

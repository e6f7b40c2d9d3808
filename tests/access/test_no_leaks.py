"""Role by page by figure by format, kept and not: as if the rows of others had never been there.

The oracle knows nothing of scopes: a second data folder from which the rows of others are deleted,
without any restriction. Whatever a person is sent must be the same: rows, marks, chart and words of
every figure, and byte by byte a file of it. A file is made of these alone, so each figure is
written in one of the formats, by turns. Figures in which a restricted row is seen are held for
every role, all others for one by turns, with ``--in-full`` for each.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.access import deciding
from carbonpeak.data import catalogue, table_files
from carbonpeak.data.catalogue import Catalogue
from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.export import formats, lookup
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows.archive import undated
from carbonpeak.store.actors import Actor
from carbonpeak.topics.registry import FIGURES, PAGE_OF
from carbonpeak.words.speaker import Speaker
from tests import miniature, needed

# Tables of places that no summary reads, restricted here on purpose.
TABLES = ("green_lists", "green_entities", "market_pilots", "official_tiers", "coal_units", "gdp")
PLACE = "320000"
VERSION = "00000000"
# What differs between versions is told by their names: those of the two folders are two.
NAME_THEIR_VERSION = {"version_verdicts", "version_rows"}
NAMES = [name for name in FIGURES if name not in NAME_THEIR_VERSION]
FORMATS = tuple(formats.ROWS)
# What is sent of a figure to who sees the rows of these places.
Expected = Callable[[frozenset[str] | None, str], dict[str, bytes]]
PEOPLE = {
    "reader": Actor("R", frozenset({"reader"}), frozenset({PLACE}), None),
    "analyst": Actor("A", frozenset({"analyst"}), frozenset({PLACE}), None),
    "editor": Actor("E", frozenset({"editor"}), frozenset({"330000", "140000"}), None),
    "verifier": Actor("V", frozenset({"verifier"}), frozenset(), frozenset({"f1"})),
    "administrator": Actor("M", frozenset({"administrator"}), None, None),
}


# Figures of records, for which there is no store here, and those that tables of few places do
# not carry; the first have a matrix of their own.
FAULTY = {one for one in NAMES if one.startswith("reporting_")} - {"reporting_public_counts"}
UNSEEN = {
    *("region_official", "market_pilots", "market_units", "market_units_classes"),
    *("market_units_provinces", "green_tiles", "green_ranking", "green_batches"),
}
# Other figures that are not the same without the rows of others.
CHANGED = {
    *("compare_tiles", "driver_members", "driver_table", "lagging_regions", "market_where"),
    *("market_where_table", "region_ranking", "region_table", "region_tiles", "sector_provinces"),
    *("sharing_ranking", "sharing_table"),
}


def held(role: str, in_full: bool) -> list[str]:
    """Return the figures that are held for a role."""
    turn = list(PEOPLE).index(role)
    return [
        name
        for place, name in enumerate(NAMES)
        if in_full or name in UNSEEN | CHANGED or place % len(PEOPLE) == turn
    ]


def may_see(person: Actor) -> frozenset[str] | None:
    """Return the places whose restricted rows a person may see, by hand."""
    return frozenset() if person.roles == {"reader"} else person.regions


@pytest.fixture(scope="module")
def restricted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = miniature.write(tmp_path_factory.mktemp("restricted"))
    known = catalogue.load(folder)
    tables = tuple(
        replace(one, restricted=(("region", "region_code"),)) if one.name in TABLES else one
        for one in known.tables
    )
    catalogue.save(Catalogue(known.version, tables), folder)
    return folder


def redacted(folder: Path, places: frozenset[str] | None) -> Path:
    """Delete the rows of other places from a folder; return it."""
    known = catalogue.load(folder).tables
    tables = []
    for one in known:
        if one.name not in TABLES or places is None:
            tables.append(one)
            continue
        file = folder / one.path
        rows = pd.read_csv(file, dtype=str) if one.format == "csv" else pd.read_parquet(file)
        tables.append(table_files.write(rows[rows["region_code"].isin(places)], one, folder))
    catalogue.save(Catalogue(catalogue.version_of(tuple(tables)), tuple(tables)), folder)
    return folder


# Some figures cannot be made or drawn from tables that lack so much; both must fail alike.
FAULTS = (
    FigureError,
    *DATA_ERRORS,
    *(LookupError, ValueError, TypeError, ArithmeticError, RuntimeWarning),
)


def shown(data: Dataset, name: str) -> PrintableFigure | str:
    """Return a figure whose chart is drawn, or the name of its fault."""
    try:
        found = lookup.printable(data, name, needed.codes(name), Speaker("en"))
        _ = found.figure.chart
    except FAULTS as fault:
        return type(fault).__name__
    return found


def alike(one: PrintableFigure | str, other: PrintableFigure | str) -> bool:
    """Return whether both are one figure under the same words, or one fault."""
    faults = isinstance(one, str), isinstance(other, str)
    return one == other if any(faults) else vars(one) == vars(other)


def sent(found: PrintableFigure | str) -> dict[str, bytes]:
    """Return all that goes out for a figure: rows, a file of them, chart, words; or its fault."""
    if isinstance(found, str):
        return {"fault": found.encode()}
    found = replace(found, passport=replace(found.passport, data_version=VERSION))
    figure = found.figure
    kind = FORMATS[NAMES.index(found.passport.figure) % len(FORMATS)]
    about = (figure.standings, figure.source_ids, found.filters, found.sources)
    rows = {"rows": repr((figure.table, *about)).encode()}
    chart = b"" if figure.chart is None else str(figure.chart.to_plotly_json()).encode()
    said = "\n".join((figure.title, figure.subtitle, figure.alt, *figure.notes))
    return {**rows, kind: _file(found, kind), "chart": chart, "words": said.encode()}


def _file(found: PrintableFigure, kind: str) -> bytes:
    """Return a file of rows; where the tiny tables have a mark without words, which it is."""
    try:
        made = formats.ROWS[kind](found)
    except KeyError as fault:
        return str(fault).encode()
    return undated(made) if kind == "xlsx" else made


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Expected]:
    """What is sent from tables without the rows of other places, once for those who see alike."""
    with ExitStack() as opened:

        @cache
        def tables(places: frozenset[str] | None) -> Dataset:
            bare = redacted(miniature.write(tmp_path_factory.mktemp("bare")), places)
            return opened.enter_context(closing(Dataset.open(bare)))

        @cache
        def of(places: frozenset[str] | None, name: str) -> dict[str, bytes]:
            return sent(shown(tables(places), name))

        yield of


@pytest.fixture(scope="module")
def tables(restricted: Path) -> Iterator[Warehouse]:
    """The tables of all roles, as one server holds them for its readers."""
    with closing(Warehouse(restricted)) as held_for_all:
        yield held_for_all


@pytest.mark.parametrize("role", PEOPLE)
def test_whatever_is_sent_is_as_if_the_rows_of_others_were_not_there(
    tables: Warehouse, expected: Expected, role: str, in_full: bool
) -> None:
    person, names = PEOPLE[role], held(role, in_full)
    without = {name: expected(may_see(person), name) for name in names}
    leaks, count, pages = [], 0, set()
    seen = Dataset(tables, deciding.scope(person))
    for name in names:
        first = shown(seen, name)
        found = sent(first)
        leaks += [
            (name, kind)
            for kind in without[name].keys() | found.keys()
            if without[name].get(kind) != found.get(kind)
        ]
        # What is kept by now is the same figure with the same words: its files are the same.
        leaks += [] if alike(shown(seen, name), first) else [(name, "kept")]
        count += len(found)
        pages.add(PAGE_OF[name].name)
    assert leaks == []
    # What cannot be made is alike without being looked at: no more than these.
    faulty = FAULTY | (UNSEEN if may_see(person) is not None else set())
    assert {name for name, one in without.items() if "fault" in one} == faulty & set(names)
    assert count > 2 * len(names)
    assert len(pages) > 8


def test_the_figures_that_the_restriction_changes_are_those_that_every_role_is_held_to(
    expected: Expected,
) -> None:
    assert {
        name for name in NAMES if expected(frozenset(), name) != expected(None, name)
    } == UNSEEN | CHANGED
    assert set().union(*(held(role, in_full=False) for role in PEOPLE)) == set(NAMES)

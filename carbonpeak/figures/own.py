"""Rows of own figures behind a figure: their sources and standings, and which places and years."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace

from carbonpeak.data import lineage
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.table_rows import Condition, Wanted
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.incoming.own_source import PREFIX
from carbonpeak.words.speaker import Speaker

SOURCE = "source_id"
SHOWN = ("region_code", "year", "standing", SOURCE)


@dataclass(frozen=True)
class Extent:
    """What a figure shows: one province ("" for all places), years up to one (None: unbounded)."""

    region: str = ""
    last: int | None = None


@dataclass(frozen=True)
class Rows:
    """Own rows of a table that agree in these; "" and None where the table has no such column."""

    table: str
    region: str
    year: int | None
    standing: str
    source_id: str


@once_per_dataset
def sources(data: Dataset) -> tuple[str, ...]:
    """Return the sources that are files of own figures."""
    known = data.ask("sources__all")["source_id"]
    return tuple(one for one in known if one.startswith(PREFIX))


@once_per_dataset
def rows(data: Dataset) -> tuple[Rows, ...]:
    """Return the own rows of all tables, those that agree in place, year and source as one."""
    return tuple(
        one
        for table in data.catalogue.tables
        if {SOURCE, "standing"} <= {field.name for field in table.fields}
        for source in sources(data)
        for one in _of_source(data, table.name, source)
    )


def _of_source(data: Dataset, table: str, source: str) -> Iterable[Rows]:
    asked = Wanted(table, (Condition(SOURCE, (source,)),), named=False)
    found = data.rows_of(asked).reindex(columns=list(SHOWN)).drop_duplicates()
    for region, year, standing, own in found.itertuples(index=False):
        place = region if isinstance(region, str) else ""
        yield Rows(table, place, None if year != year else int(year), standing, own)


def named(
    data: Dataset,
    build: Callable[..., Figure | None],
    typed: Hashable,
    extent: Extent,
    tell: Speaker,
) -> Figure | None:
    """Return a figure that names the own rows it rests on, as sources and in a note."""
    figure: Figure | None = data.cached(build, typed, tell)
    if figure is None:
        return None
    read = {
        one.table for asked in data.behind(build, typed, tell) for one in lineage.reads(asked.name)
    }
    behind = [one for one in rows(data) if one.table in read and _is_shown(data, one, extent)]
    if not behind:
        return figure
    return replace(
        figure,
        chart=figure.drawing,
        source_ids=tuple(dict.fromkeys((*figure.source_ids, *(one.source_id for one in behind)))),
        standings=tuple(dict.fromkeys((*figure.standings, *(one.standing for one in behind)))),
        notes=(*figure.notes, *_notes(data, behind, extent, tell)),
    )


def _is_shown(data: Dataset, one: Rows, extent: Extent) -> bool:
    """Return whether rows can count: the place is shown, and the year. A sum ends earlier."""
    if extent.region and one.region not in ("", extent.region):
        return False
    # Months, prices and factors of own are shown whatever the inventories have.
    is_free = not one.region or one.year is None or extent.last is None
    return is_free or (one.year or 0) <= (extent.last or 0)


def _notes(data: Dataset, behind: list[Rows], extent: Extent, tell: Speaker) -> list[str]:
    names = region_names(data, tell.lang)
    places = list(dict.fromkeys(names[one.region] for one in behind if one.region in names))
    years = sorted({one.year for one in behind if one.year is not None})
    span = tell.years(years[0], years[-1]) if years else ""
    about = tell.clauses(one for one in (tell.listed(places), span) if one)
    said = [tell("figure.own", about=about or tell("figure.own.all"))]
    late = _late(data, behind, tell)
    if late and not extent.region:
        said.append(tell("figure.own.late", names=late, year=extent.last, last=data.last_year))
    elif late:
        said.append(tell("figure.own.others", last=data.last_year))
    return said


@once_per_dataset
def later_places(data: Dataset, tell: Speaker) -> str:
    """Return the places with own figures of years after the nation's last; nothing without any."""
    return _late(data, rows(data), tell)


def _late(data: Dataset, held: Iterable[Rows], tell: Speaker) -> str:
    names = region_names(data, tell.lang)
    late = (one.region for one in held if (one.year or 0) > data.last_year and one.region in names)
    return tell.listed(dict.fromkeys(names[one] for one in late))

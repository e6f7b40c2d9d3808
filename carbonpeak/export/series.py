"""The whole series behind figures: all that their queries return, beyond what is drawn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from carbonpeak.data import queries
from carbonpeak.data.asked import Asked
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import Query
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows.archive import archive
from carbonpeak.export.rows.table_files import as_csv
from carbonpeak.export.source_rows import find
from carbonpeak.words.speaker import Speaker

STRANGE = re.compile(r"[^A-Za-z0-9.+-]+")
LONGEST_NAME = 100


@dataclass(frozen=True)
class Series:
    """A query with no more asked of it than it needs: the name of its file, and its answer."""

    name: str
    asked: Asked
    query: Query


def of_figures(data: Dataset, printables: Iterable[PrintableFigure]) -> tuple[Series, ...]:
    """Return the series behind figures, each once, in the order in which they are first asked."""
    steps = (step.asked for one in printables for step in find(data, one).steps)
    return tuple(_series(one) for one in dict.fromkeys(_widest(asked) for asked in steps))


def rows(data: Dataset, series: Series) -> pd.DataFrame:
    """Return all rows of a series."""
    return data.ask(series.asked.name, **dict(series.asked.params))


def columns(series: Iterable[Series], tell: Speaker) -> pd.DataFrame:
    """Return what the columns of series mean; queries say it in English."""
    heads = [tell(f"codebook.{one}") for one in ("column", "meaning")]
    listed = [(one.name, *column) for one in series for column in one.query.returns]
    return pd.DataFrame(listed, columns=[tell("archive.query"), *heads])


def files(data: Dataset, series: Iterable[Series]) -> Iterator[tuple[str, bytes]]:
    """Give a CSV for each series, by name."""
    for one in series:
        yield f"{one.name}.csv", as_csv(rows(data, one))


def packed(data: Dataset, printable: PrintableFigure) -> bytes:
    """Return the whole series behind one figure as an archive, with what their columns mean."""
    found = of_figures(data, [printable])
    meant = as_csv(columns(found, printable.tell))
    return archive({**dict(files(data, found)), "codebook.csv": meant})


def _widest(asked: Asked) -> Asked:
    """Return a query without what it was asked for but can do without."""
    needed = {one.name for one in queries.shipped()[asked.name].params if one.required}
    return Asked(asked.name, tuple(pair for pair in asked.params if pair[0] in needed))


def _series(asked: Asked) -> Series:
    given = "_".join(STRANGE.sub("-", str(value)) for _, value in asked.params)
    name = f"{asked.name}__{given}" if given else asked.name
    return Series(name[:LONGEST_NAME], asked, queries.shipped()[asked.name])

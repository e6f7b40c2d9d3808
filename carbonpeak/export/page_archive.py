"""All data of a page in one archive: rows of its figures, whole series, codebook, a README."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Wanted
from carbonpeak.export import lookup, series
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.passport import METHOD_VERSION
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows import codebook, writers
from carbonpeak.export.rows.archive import archive
from carbonpeak.export.rows.table_files import as_csv
from carbonpeak.export.source_rows import documents, find
from carbonpeak.figures import labels
from carbonpeak.figures.origin import READER
from carbonpeak.topics.registry import Chosen
from carbonpeak.words.speaker import Speaker

# Spreadsheets and old editors know by the mark that a text is UTF-8.
README, ENCODING = "README.txt", "utf-8-sig"


@dataclass(frozen=True)
class PageData:
    """What an archive of a page is made of; ``address`` reopens the page as it was."""

    page: str
    printables: tuple[PrintableFigure, ...]
    address: str


def of_page(data: Dataset, given: Chosen, address: str, tell: Speaker) -> PageData:
    """Return the figures that a page has as it is chosen; those without rows are left out."""
    found = []
    for spec in given.page.figures:
        try:
            found.append(lookup.printable(data, spec.name, given.in_full(spec), tell))
        except FigureError:
            # Whatever a page has no rows for, it says so itself.
            continue
    return PageData(given.page.name, tuple(found), address)


def packed(data: Dataset, page: PageData, tell: Speaker) -> bytes:
    """Return the archive; the same data and choices give the same bytes."""
    whole = series.of_figures(data, page.printables)
    figures = {f"figures/{one.passport.figure}.csv": writers.csv(one) for one in page.printables}
    rows = {f"series/{name}": content for name, content in series.files(data, whole)}
    books = {
        "codebook/series.csv": series.columns(whole, tell),
        "codebook/tables.csv": _tables(data, page, tell),
        "codebook/sources.csv": _sources(data, page, tell),
    }
    readme = _readme(data, page, tell).encode(ENCODING)
    return archive({README: readme, **figures, **rows, **{n: as_csv(b) for n, b in books.items()}})


def file_name(data: Dataset, page: str, tell: Speaker) -> str:
    """Return the name of the archive of a page."""
    return f"{page}_{data.version}_{tell.lang}.zip"


def _tables(data: Dataset, page: PageData, tell: Speaker) -> pd.DataFrame:
    """Return the codebook of every table that the figures rest on, below each other."""
    read = (one.table.name for each in page.printables for one in find(data, each).tables)
    books = []
    for name in dict.fromkeys(read):
        book = codebook.columns(data, Wanted(name), tell)
        book.insert(0, tell("codebook.table"), name)
        books.append(book)
    return pd.concat(books) if books else pd.DataFrame()


def _cited(page: PageData) -> list[str]:
    every = (one for each in page.printables for one in each.figure.source_ids)
    return [one for one in dict.fromkeys(every) if one != READER]


def _sources(data: Dataset, page: PageData, tell: Speaker) -> pd.DataFrame:
    """Return every source that stands under a figure: document, addresses, terms."""
    papers = documents(data).loc[_cited(page)]
    heads = {f"name_{tell.lang}": "name", "document": "document", "addresses": "address"}
    named = {tell(f"codebook.{to}"): papers[column] for column, to in heads.items()}
    terms = [labels.licence(str(one), tell) for one in papers["licence"]]
    shown = pd.DataFrame({**named, tell("codebook.terms"): terms})
    return shown.rename_axis(tell("codebook.source")).reset_index()


def _readme(data: Dataset, page: PageData, tell: Speaker) -> str:
    papers = documents(data).loc[_cited(page)]
    sources = [
        f"- {name} ({labels.licence(str(terms), tell)})"
        for name, terms in zip(papers[f"name_{tell.lang}"], papers["licence"], strict=True)
    ]
    return tell(
        "archive.readme",
        page=tell(f"nav.{page.page}"),
        address=page.address,
        data=data.version,
        method=METHOD_VERSION,
        figures="\n".join(_figure_lines(page.printables)),
        sources="\n".join(dict.fromkeys(sources)),
    )


def _figure_lines(printables: Sequence[PrintableFigure]) -> list[str]:
    return [
        f"- figures/{one.passport.figure}.csv: {one.title} ({one.passport.id})"
        for one in printables
    ]

"""A report before it is a file: its blocks in order, with everything that stands around them."""

from collections.abc import Callable
from dataclasses import dataclass

from carbonpeak.export.printable import PrintableFigure
from carbonpeak.figures.figure import Card
from carbonpeak.words import Lang

# Called with (done, of how many) after each figure or table; may raise Cancelled.
Progress = Callable[[int, int], None]


class Cancelled(Exception):
    """The reader stopped a report; nothing of it is kept."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of sentences; one that ``leads`` stays with what follows it.

    ``bold`` is an answer that stands before the sentences; a ``small`` one is for reference.
    """

    text: str
    bold: str = ""
    leads: bool = False
    small: bool = False

    @property
    def whole(self) -> str:
        """The words of the paragraph, the answer first; Chinese parts sentences by nothing."""
        blank = " " if self.bold and self.bold[-1].isascii() else ""
        return f"{self.bold}{blank}{self.text}"


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` is 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True, eq=False)
class FigureBlock:
    """A figure as a picture, its numbered caption and lines below it."""

    printable: PrintableFigure


@dataclass(frozen=True, eq=False)
class PairBlock:
    """Two figures that are compared, side by side at half the width."""

    printables: tuple[PrintableFigure, PrintableFigure]


@dataclass(frozen=True, eq=False)
class TableBlock:
    """The rows of a printable figure as a table, its numbered caption above, its lines below.

    ``most_rows`` cuts a long table; it then says how many rows of how many are shown.
    """

    printable: PrintableFigure
    most_rows: int | None = None


@dataclass(frozen=True)
class CardRow:
    """Key numbers side by side; ``source_ids`` name where they come from."""

    cards: tuple[Card, ...]
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Paragraph | Heading | FigureBlock | PairBlock | TableBlock | CardRow | PageBreak


@dataclass(frozen=True)
class Source:
    """One entry of the list of sources."""

    name: str
    citation: str
    licence: str


@dataclass(frozen=True)
class Report:
    """A report in one language; ``date_words`` stands below the title as given.

    A ``compact`` one must fit on one page: smaller type without a page for the title, two figures
    in a row side by side at half the width (75 mm), below each only its standing and identity,
    all sources and the statement in a line. ``deck`` are the blocks of its slides where they are
    not those of the pages, ``deck_sources`` their sources.
    """

    title: str
    subtitle: str
    lang: Lang
    date_words: str
    data_version: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...] = ()
    compact: bool = False
    deck: tuple[Block, ...] = ()
    deck_sources: tuple[Source, ...] = ()


def ignore(_done: int, _total: int) -> None:
    """Take no notice of the progress."""

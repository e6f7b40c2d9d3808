"""What every report template is written from: figures by name, findings as text, sources."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from carbonpeak.charts.marked import mark
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.export.lookup import FigureError, printable
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.document import (
    Block,
    CardRow,
    FigureBlock,
    Heading,
    PairBlock,
    Paragraph,
    Report,
    Source,
    TableBlock,
)
from carbonpeak.export.rows.plain import glyphs
from carbonpeak.figures import labels
from carbonpeak.figures.origin import READER
from carbonpeak.thresholds import HORIZON, NATION, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.templates import CHINESE_NUMBERS

STOPS = ("。", ".", "！", "!", "？", "?")
# The longest sentence before a figure, in glyphs of a Latin letter's width.
LONGEST_TOLD = 240


@dataclass(frozen=True)
class Draft:
    """Where a report takes its figures and words from; ``region`` is empty for the nation."""

    data: Dataset
    tell: Speaker
    region: str = ""

    @property
    def place(self) -> str:
        """The name of the province, or of the nation."""
        if self.region:
            return region_names(self.data, self.tell.lang)[self.region]
        return self.tell("nation")

    def figure(self, name: str, **codes: str) -> PrintableFigure | None:
        """Return a figure for some choices, None where it has nothing to show."""
        try:
            found = printable(self.data, name, tuple(codes.items()), self.tell)
        except FigureError as fault:
            if fault.reason == "no_rows":
                return None
            raise
        return self._marked(found)

    def _marked(self, found: PrintableFigure) -> PrintableFigure:
        """Return a figure with the province of the report outlined among all, where it stands."""
        chart = found.figure.chart if self.region else None
        marked = mark(chart, self.region, self.place) if chart else None
        if marked is None:
            return found
        said = self.tell("report.marked", name=self.place)
        return replace(found, figure=replace(found.figure, chart=marked), own_note=said)

    def report(
        self,
        kind: str,
        blocks: Iterable[Block],
        compact: bool = False,
        deck: tuple[Block, ...] = (),
    ) -> Report:
        """Return a report of a kind with its title, and the sources of all its figures."""
        # A compact one has its statement in the small line of its sources.
        shown = tuple(blocks) if compact else stated(blocks, self.tell)
        return Report(
            title=self.tell(f"template.{kind}.title", place=self.place),
            subtitle=self.tell("template.subtitle", target=TARGET_YEAR, peak=PEAK_BEFORE),
            lang=self.tell.lang,
            date_words=self.tell("template.date", last=self.data.last_year),
            data_version=self.data.version,
            blocks=shown,
            sources=sources(self.data, shown, self.tell),
            compact=compact,
            deck=deck,
            deck_sources=sources(self.data, deck, self.tell),
        )


@dataclass(frozen=True)
class Part:
    """A chapter before it is numbered: its heading, and its blocks or sections."""

    head: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Chapter:
    """A chapter of the yearly report, known by name; its heading is ``template.head.<name>``.

    ``build`` gives its blocks; where there are none, the report does without the chapter.
    """

    name: str
    build: Callable[[Draft], tuple[Block, ...]]
    head: str = ""

    def part(self, made: Draft) -> Part:
        """Return the chapter under its heading."""
        key = f"template.head.{self.head or self.name}"
        return Part(made.tell(key, target=TARGET_YEAR, horizon=HORIZON), self.build(made))


def draft(data: Dataset, region: str, tell: Speaker) -> Draft:
    """Return a draft for a province or, for an empty code or its own, the nation.

    FigureError ``choice`` for a code that is no province.
    """
    code = "" if region == NATION else region
    if code and code not in region_names(data, tell.lang):
        raise FigureError("choice", choice="region", given=region)
    return Draft(data, tell, code)


def stated(blocks: Iterable[Block], tell: Speaker) -> tuple[Block, ...]:
    """Return the blocks of a report with the statement at their end of whose calculation it is."""
    return (*blocks, Paragraph(tell("report.statement")))


def shown(found: PrintableFigure | None, most_rows: int | None = None) -> tuple[Block, ...]:
    """Return a figure or a table as a block, nothing where there is none."""
    if found is None:
        return ()
    is_table = found.figure.is_table
    return (TableBlock(found, most_rows) if is_table else FigureBlock(found),)


def told(found: PrintableFigure | None, lead: str = "") -> tuple[Block, ...]:
    """Return a figure after what its words add to its caption, nothing where there is none.

    The caption states the finding: it is not said twice. A longer list is the figure in words, for
    those who cannot see it, and stays with the picture. ``lead`` is a key of words that lead into
    what is said.
    """
    if found is None:
        return ()
    said = beyond_title(found)
    if not said or glyphs(said) > LONGEST_TOLD:
        return shown(found)
    return (Paragraph(found.tell(lead, finding=said) if lead else said), *shown(found))


def pair(
    left: PrintableFigure | None, right: PrintableFigure | None, leads: tuple[str, str] = ("", "")
) -> tuple[Block, ...]:
    """Return two figures side by side after what their words add; one alone where one lacks.

    ``leads`` are keys of words that lead into what is said of each.
    """
    if left is None or right is None:
        return (*told(left, leads[0]), *told(right, leads[1]))
    said = [
        block.text
        for one, lead in zip((left, right), leads, strict=True)
        for block in told(one, lead)
        if isinstance(block, Paragraph)
    ]
    lead = (Paragraph(joined(said, left.tell)),) if said else ()
    return (*lead, PairBlock((left, right)))


def beyond_title(found: PrintableFigure) -> str:
    """Return what the words of a figure say beyond its title, nothing where that is all."""
    title, alt = found.figure.title, found.figure.alt
    said = alt.removeprefix(title).lstrip(" .。：:；;,，")
    return stopped(said, found.tell) if said else ""


def stopped(text: str, tell: Speaker) -> str:
    """Return a text that ends as a sentence does."""
    if text.endswith(STOPS):
        return text
    return f"{text}{tell('sentence.stop')}"


def joined(texts: Iterable[str], tell: Speaker) -> str:
    """Return sentences in one paragraph, each once."""
    return tell.sentences(dict.fromkeys(text for text in texts if text))


def paragraphs(texts: Iterable[str]) -> tuple[Block, ...]:
    """Return texts as paragraphs, each once, empty ones left out."""
    return tuple(Paragraph(text) for text in dict.fromkeys(texts) if text)


def numbered(parts: Iterable[Part], tell: Speaker) -> tuple[Block, ...]:
    """Return chapters under numbered headings, and the sections in them numbered as well."""
    blocks: list[Block] = []
    for chapter, part in enumerate(parts, start=1):
        blocks.append(Heading(_first(chapter, part.head, tell), 1))
        section = 0
        for block in part.blocks:
            if isinstance(block, Heading):
                section += 1
                blocks.append(Heading(_second(chapter, section, block.text, tell), 2))
            else:
                blocks.append(block)
    return tuple(blocks)


def sources(data: Dataset, blocks: Iterable[Block], tell: Speaker) -> tuple[Source, ...]:
    """Return the sources of all figures, tables and cards with citation and terms, each once."""
    ids = dict.fromkeys(code for one in blocks for code in _source_ids(one) if code != READER)
    rows = data.ask("sources__all").set_index("source_id").loc[list(ids)]
    return tuple(
        dict.fromkeys(
            Source(name, labels.citation(citation, tell), labels.licence(licence, tell))
            for name, citation, licence in zip(
                rows[f"name_{tell.lang}"], rows["citation"], rows["licence"], strict=True
            )
        )
    )


def _source_ids(block: Block) -> tuple[str, ...]:
    if isinstance(block, FigureBlock | TableBlock):
        return block.printable.figure.source_ids
    if isinstance(block, PairBlock):
        return tuple(code for one in block.printables for code in one.figure.source_ids)
    return block.source_ids if isinstance(block, CardRow) else ()


def _first(chapter: int, text: str, tell: Speaker) -> str:
    number = CHINESE_NUMBERS[chapter - 1] if tell.is_chinese else str(chapter)
    return tell("template.heading.one", number=number, text=text)


def _second(chapter: int, section: int, text: str, tell: Speaker) -> str:
    number = CHINESE_NUMBERS[section - 1] if tell.is_chinese else f"{chapter}.{section}"
    return tell("template.heading.two", number=number, text=text)

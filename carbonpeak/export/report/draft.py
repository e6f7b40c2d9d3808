"""What every report template is written from: figures by name, findings as text, sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from carbonpeak.exhibits import labels
from carbonpeak.exhibits.origin import LAST_YEAR
from carbonpeak.export.edition import Edition
from carbonpeak.export.editions import FigureError, edition
from carbonpeak.export.report.document import (
    Block,
    FigureBlock,
    Heading,
    Paragraph,
    Report,
    Source,
    TableBlock,
)
from carbonpeak.findings.kept import kept
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.thresholds import NATION, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.templates import CHINESE_NUMBERS

STOPS = ("。", ".", "！", "!", "？", "?")


@dataclass(frozen=True)
class Draft:
    """Where a report takes its figures and words from; ``region`` is empty for the nation."""

    ask: Ask
    version: str
    lang: Lang
    region: str = ""

    @property
    def place(self) -> str:
        """The name of the province, or of the nation."""
        if self.region:
            return region_names(self.ask, self.lang)[self.region]
        return say("nation", self.lang)

    def say(self, key: str, **values: object) -> str:
        """Return a text in the language of the report."""
        return say(key, self.lang, **values)

    def figure(self, name: str, **codes: str) -> Edition | None:
        """Return a figure for some choices, None where it has nothing to show."""
        try:
            return edition(self.ask, self.version, name, tuple(codes.items()), self.lang)
        except FigureError as fault:
            if fault.reason == "no_rows":
                return None
            raise

    def report(self, kind: str, blocks: Iterable[Block], compact: bool = False) -> Report:
        """Return a report of a kind with its title, and the sources of all its figures."""
        shown = tuple(blocks)
        return Report(
            title=say(f"template.{kind}.title", self.lang, place=self.place),
            subtitle=self.say("template.subtitle", target=TARGET_YEAR, peak=PEAK_BEFORE),
            lang=self.lang,
            date_words=self.say("template.date", last=LAST_YEAR),
            data_version=self.version,
            blocks=shown,
            sources=sources(self.ask, shown, self.lang),
            compact=compact,
        )


@dataclass(frozen=True)
class Part:
    """A chapter before it is numbered: its heading, and its blocks or sections."""

    head: str
    blocks: tuple[Block, ...]


def draft(ask: Ask, version: str, region: str, lang: Lang) -> Draft:
    """Return a draft for a province or, for an empty code or its own, the nation.

    FigureError ``choice`` for a code that is no province.
    """
    code = "" if region == NATION else region
    if code and code not in region_names(ask, lang):
        raise FigureError("choice", choice="region", given=region)
    return Draft(kept(ask), version, lang, code)


def shown(found: Edition | None, most_rows: int | None = None) -> tuple[Block, ...]:
    """Return a figure or a table as a block, nothing where there is none."""
    if found is None:
        return ()
    is_table = found.exhibit.chart is None
    return (TableBlock(found, most_rows) if is_table else FigureBlock(found),)


def told(found: Edition | None, lead: str = "") -> tuple[Block, ...]:
    """Return a figure after its finding in a sentence, nothing where there is none.

    ``lead`` is a key of words that lead into the finding.
    """
    if found is None:
        return ()
    return (Paragraph(finding(found, lead)), *shown(found))


def finding(found: Edition, lead: str = "") -> str:
    """Return what a figure finds, in whole sentences: its title, and what its words add to it."""
    title, alt, lang = found.exhibit.title, found.exhibit.alt, found.lang
    said = alt if alt.startswith(title) else f"{stopped(title, lang)}{joint(lang)}{alt}"
    return stopped(say(lead, lang, finding=said) if lead else said, lang)


def stopped(text: str, lang: Lang) -> str:
    """Return a text that ends as a sentence does."""
    if text.endswith(STOPS):
        return text
    return f"{text}{'。' if lang == 'zh' else '.'}"


def joint(lang: Lang) -> str:
    """Return what stands between two sentences."""
    return "" if lang == "zh" else " "


def joined(texts: Iterable[str], lang: Lang) -> str:
    """Return sentences in one paragraph, each once."""
    return joint(lang).join(dict.fromkeys(text for text in texts if text))


def paragraphs(texts: Iterable[str]) -> tuple[Block, ...]:
    """Return texts as paragraphs, each once, empty ones left out."""
    return tuple(Paragraph(text) for text in dict.fromkeys(texts) if text)


def numbered(parts: Iterable[Part], lang: Lang) -> tuple[Block, ...]:
    """Return chapters under numbered headings, and the sections in them numbered as well."""
    blocks: list[Block] = []
    for chapter, part in enumerate(parts, start=1):
        blocks.append(Heading(_first(chapter, part.head, lang), 1))
        section = 0
        for block in part.blocks:
            if isinstance(block, Heading):
                section += 1
                blocks.append(Heading(_second(chapter, section, block.text, lang), 2))
            else:
                blocks.append(block)
    return tuple(blocks)


def sources(ask: Ask, blocks: Iterable[Block], lang: Lang) -> tuple[Source, ...]:
    """Return the sources of all figures and tables with citation and terms, each once."""
    editions = [one.edition for one in blocks if isinstance(one, FigureBlock | TableBlock)]
    ids = dict.fromkeys(code for one in editions for code in one.exhibit.source_ids)
    rows = ask("sources__all").set_index("source_id").loc[list(ids)]
    return tuple(
        dict.fromkeys(
            Source(name, citation, labels.licence(licence, lang))
            for name, citation, licence in zip(
                rows[f"name_{lang}"], rows["citation"], rows["licence"], strict=True
            )
        )
    )


def _first(chapter: int, text: str, lang: Lang) -> str:
    number = CHINESE_NUMBERS[chapter - 1] if lang == "zh" else str(chapter)
    return say("template.heading.one", lang, number=number, text=text)


def _second(chapter: int, section: int, text: str, lang: Lang) -> str:
    number = CHINESE_NUMBERS[section - 1] if lang == "zh" else f"{chapter}.{section}"
    return say("template.heading.two", lang, number=number, text=text)

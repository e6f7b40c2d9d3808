"""Texts into lines: the browser breaks them, as it knows its fonts and the rules of Unicode."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from carbonpeak.charts.style import FONT, INK
from carbonpeak.export.picture.browser import Page
from carbonpeak.export.rows.plain import one_line

# A passport may be broken between its choices; a mark of no width says so to the browser.
CHOICES, MAY_BREAK = re.compile(r"(?<=;)(?=[a-z]+=)"), "\u200b"
# What a line set in another place may be wider by, in units.
TOLERANCE = 0.5


@dataclass(frozen=True)
class Type:
    """How a block of text is set: size in units, weight, colour, distance of lines in sizes."""

    size: float
    is_bold: bool = False
    colour: str = INK
    leading: float = 1.4

    @property
    def line_height(self) -> float:
        """The distance of two lines, in units."""
        return self.size * self.leading

    @property
    def css(self) -> str:
        """The font as CSS writes it."""
        return f"{'bold ' if self.is_bold else ''}{self.size:.3f}px {FONT}"


@dataclass(frozen=True)
class Text:
    """A text to be set in a room, in units."""

    words: str
    kind: Type
    room: float


@dataclass(frozen=True)
class Block:
    """A text broken into lines."""

    lines: tuple[str, ...]
    kind: Type

    @property
    def height(self) -> float:
        """The height of the block in units."""
        return len(self.lines) * self.kind.line_height

    def svg(self, left: float, top: float, anchor: str = "start") -> str:
        """Return the block as SVG; ``left`` is where its lines are anchored, in units."""
        # The letters stand in the middle of the height of their line.
        first = top + self.kind.line_height / 2 + self.kind.size * 0.36
        weight = ' font-weight="bold"' if self.kind.is_bold else ""
        side = "" if anchor == "start" else f' text-anchor="{anchor}"'
        size, colour = f"{self.kind.size:.2f}", self.kind.colour
        return "".join(
            f'<text x="{left:.2f}" y="{first + place * self.kind.line_height:.2f}" '
            f'font-size="{size}" fill="{colour}"{weight}{side}>{escape(line)}</text>'
            for place, line in enumerate(self.lines)
        )


# A Chinese font sets quotes and dots as wide as a glyph; between Latin letters they are narrow.
FEATURES = {"zh-CN": "normal", "en": '"pwid"'}


async def speak(page: Page, language: str) -> None:
    """Let the page set texts as a language (zh-CN, en) wants them set."""
    await page.call("setFeatures", FEATURES[language])


async def blocks(page: Page, texts: Iterable[Text]) -> list[Block]:
    """Return texts broken into lines that fit their rooms."""
    given = list(texts)
    items = [
        {
            "text": CHOICES.sub(MAY_BREAK, one_line(text.words)),
            "font": text.kind.css,
            "room": max(text.room - TOLERANCE, 1.0),
        }
        for text in given
    ]
    broken = await page.call("linesOf", items)
    return [
        Block(tuple(_line(line) for line in lines), text.kind)
        for text, lines in zip(given, broken, strict=True)
    ]


async def extents(page: Page, texts: Sequence[tuple[str, Type]]) -> list[tuple[float, float]]:
    """Return for each text its width in one line and that of its longest piece, in sizes."""
    items = [{"text": one_line(words), "font": kind.css} for words, kind in texts]
    widths = await page.call("extentsOf", items)
    return [
        (whole / kind.size, least / kind.size)
        for (whole, least), (_, kind) in zip(widths, texts, strict=True)
    ]


def _line(text: str) -> str:
    return text.replace(MAY_BREAK, "").rstrip()

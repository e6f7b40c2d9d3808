"""The printed figure: title, subtitle, picture and the lines below it as one SVG.

PNG and PDF are prints of this SVG, so that all formats show the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from carbonpeak.charts.style import FONT, FONT_SIZE, GREY, INK, PAPER
from carbonpeak.export.picture.size import Paper
from carbonpeak.export.picture.typeset import FEATURES, Block, Text, Type
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows.plain import one_line

TITLE = Type(FONT_SIZE * 1.25, is_bold=True, leading=1.3)
SUBTITLE = Type(FONT_SIZE, colour=GREY)
BELOW = Type(FONT_SIZE * 0.85, colour=INK)
# To the edges of the paper, between title and picture, between picture and the lines, in units.
EDGE, GAP, GAP_BELOW = 8.0, 6.0, 8.0

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
# A name of ours, no address: nothing is fetched.
OURS = "urn:carbonpeak:figure"
ROOT = re.compile(r"<svg\b[^>]*>(.*)</svg>\s*", re.DOTALL)
# Blanks before a text hold it off its mark; readers other than browsers leave them out. Each is
# said as its width in the font of the figures.
LEADING = re.compile(r"<(text|tspan)\b([^>]*)>([ \u00a0]+)")
BLANK_EM = 0.224


@dataclass(frozen=True)
class Picture:
    """What stands in the middle of a figure: SVG of a width and a height in units of its own."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True)
class PaperFigure:
    """A figure on paper: its SVG and its size in mm."""

    svg: str
    width_mm: float
    height_mm: float


def chart_body(svg: str) -> str:
    """Return what is inside the root of an SVG, for any reader; ValueError where there is none."""
    found = ROOT.fullmatch(svg)
    if not found:
        raise ValueError("no SVG of a chart")
    return LEADING.sub(_held_off, found[1])


def _held_off(text: re.Match[str]) -> str:
    return f'<{text[1]}{text[2]} dx="{BLANK_EM * len(text[3]):.3f}em">'


def texts(printable: PrintableFigure, paper: Paper) -> list[Text]:
    """Return the texts of a figure as they are set: title, subtitle, the lines below."""
    above = [(printable.title, TITLE), (printable.figure.subtitle, SUBTITLE)]
    below = [(line, BELOW) for line in printable.lines]
    return [Text(words, kind, paper.units - 2 * EDGE) for words, kind in above + below]


def compose(
    printable: PrintableFigure, picture: Picture, paper: Paper, words: Sequence[Block]
) -> PaperFigure:
    """Return the figure as it is printed; a picture wider than the paper is made smaller.

    ``words`` are the texts of the figure broken into lines; none leave the picture alone.
    """
    scale = min(1.0, paper.units / picture.width)
    left = (paper.units - picture.width * scale) / 2
    above, top = _stack(words[:2], EDGE)
    top += GAP if words else -EDGE
    end = top + picture.height * scale
    below, height = _stack(words[2:], end + GAP_BELOW)
    height += EDGE if words else -GAP_BELOW
    height_mm = round(paper.mm(height), 2)
    box = f"0 0 {paper.units} {height:.2f}"
    place = f"translate({left:.2f} {top:.2f}) scale({scale:.5f})"
    language = printable.metadata["Language"]
    style = f"font-feature-settings:{FEATURES[language]}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{paper.width_mm}mm" height="{height_mm}mm" viewBox="{box}" '
        f'role="img" lang="{language}" font-family={quoteattr(FONT)} style={quoteattr(style)} '
        f'text-rendering="geometricPrecision">'
        f"{_metadata(printable)}"
        f'<rect width="100%" height="100%" fill="{PAPER}"/>'
        f'{above}<g transform="{place}">{picture.svg}</g>{below}</svg>'
    )
    return PaperFigure(svg, paper.width_mm, height_mm)


def _stack(blocks: Sequence[Block], top: float) -> tuple[str, float]:
    """Return blocks below each other as SVG, and where they end."""
    drawn = []
    for block in blocks:
        drawn.append(block.svg(EDGE, top))
        top += block.height
    return "".join(drawn), top


def _metadata(printable: PrintableFigure) -> str:
    """Return title, takeaway and what identifies the figure, as SVG holds them."""
    facts = {key: escape(one_line(value)) for key, value in printable.metadata.items()}
    dublin = {
        "title": facts["Title"],
        "description": facts["Description"],
        "source": facts["Source"],
        "language": facts["Language"],
        "identifier": facts["Passport"],
        "creator": facts["Software"],
    }
    dc = "".join(f"<dc:{name}>{value}</dc:{name}>" for name, value in dublin.items())
    ours = "".join(f"<cp:{name}>{facts[name]}</cp:{name}>" for name in ("Passport", "DataVersion"))
    return (
        f"<title>{facts['Title']}</title><desc>{escape(one_line(printable.figure.alt))}</desc>"
        f'<metadata><rdf:RDF xmlns:rdf="{RDF}" xmlns:dc="{DC}" xmlns:cp="{OURS}">'
        f'<rdf:Description rdf:about="">{dc}{ours}</rdf:Description></rdf:RDF></metadata>'
    )

"""What an author should know of a file: small letters, a picture too high, fonts of an SVG."""

from carbonpeak.export.picture.drawing_page import Kind, units_wide
from carbonpeak.export.picture.size import LEAST_PT, WIDTHS_MM, Paper
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.measures import TEXT_HEIGHT
from carbonpeak.words import Lang, say
from carbonpeak.words.numbers import number


def of(
    printable: PrintableFigure, kind: Kind, width_mm: int, height_mm: float, lang: Lang
) -> list[str]:
    """Return cautions about a file of a figure of a size in mm; none where it prints well."""
    return [
        *_letters(printable, Paper(width_mm), lang),
        *_height(height_mm, lang),
        # A drawing names its typefaces and holds none, other than a PDF.
        *([say("export.caution.svg", lang)] if kind == "svg" else []),
    ]


def _letters(printable: PrintableFigure, paper: Paper, lang: Lang) -> list[str]:
    chart = printable.figure.chart
    if chart is None:
        return []
    points = paper.points(units_wide(chart, paper))
    if points >= LEAST_PT:
        return []
    return [say("export.caution.letters", lang, points=number(points, 1), width=max(WIDTHS_MM))]


def _height(height_mm: float, lang: Lang) -> list[str]:
    if height_mm <= TEXT_HEIGHT:
        return []
    return [say("export.caution.height", lang, height=number(height_mm), most=TEXT_HEIGHT)]

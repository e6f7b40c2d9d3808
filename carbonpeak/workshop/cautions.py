"""What an author should know before a figure goes to paper: small letters, a picture too high."""

from carbonpeak.export.edition import Edition
from carbonpeak.export.picture import units_wide
from carbonpeak.export.report.measures import TEXT_HEIGHT
from carbonpeak.export.size import LEAST_PT, WIDTHS_MM, Paper
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number


def of(edition: Edition, width_mm: int, height_mm: float, lang: Lang) -> list[str]:
    """Return cautions about a figure of a size in mm; none where it prints well."""
    return [*_letters(edition, Paper(width_mm), lang), *_height(height_mm, lang)]


def _letters(edition: Edition, paper: Paper, lang: Lang) -> list[str]:
    chart = edition.exhibit.chart
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

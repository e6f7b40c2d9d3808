"""The statement of a product's footprint on one page: what it comes to, by stage, by which data."""

from dataclasses import replace

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.study import Result, result
from carbonpeak.domain.study_checks import errors, warnings
from carbonpeak.domain.study_examples import study_for
from carbonpeak.export.lookup import FigureError, printable
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.document import (
    Block,
    FigureBlock,
    Heading,
    Paragraph,
    Report,
    TableBlock,
)
from carbonpeak.thresholds import RATING_YEARS
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.study import headline, told, unit_of

# Rows and warnings that one page has room for; the others stand in the study's own file.
MOST_ROWS, MOST_WARNINGS = 8, 4
STUDY = "study"
FIGURES = ("footprint_stages", "footprint_steps")
ROWS = "footprint_statement"


def statement(data: Dataset, code: str, tell: Speaker) -> Report:
    """Return the statement of the study of a code, in one language.

    FigureError ``no_rows`` where the code names no study that can be reckoned.
    """
    study = study_for(code, tell.lang)
    if study is None or errors(study):
        raise FigureError("no_rows", figure=FIGURES[0])
    found = result(study)
    key = "statement.subtitle.example" if study.is_example else "statement.subtitle"
    return Report(
        title=tell("statement.title", product=study.product.strip()),
        subtitle=tell(
            key, unit=unit_of(study, tell), boundary=tell(f"study.boundary.{study.boundary}")
        ),
        lang=tell.lang,
        date_words=tell("statement.date", period=_period(found, tell)),
        data_version=data.version,
        blocks=_blocks(data, code, found, tell),
        compact=True,
    )


def _blocks(data: Dataset, code: str, found: Result, tell: Speaker) -> tuple[Block, ...]:
    chosen = ((STUDY, code),)
    figures = [FigureBlock(printable(data, name, chosen, tell)) for name in FIGURES]
    return (
        Heading(tell("statement.head.result")),
        Paragraph(tell("study.note.apart"), bold=headline(found, tell)),
        *figures,
        Heading(tell("statement.head.rows")),
        TableBlock(_without_notes(printable(data, ROWS, chosen, tell)), MOST_ROWS),
        *_quality(found, tell),
        *_known(found, tell),
        Paragraph(tell("study.note.reader"), small=True),
    )


def _without_notes(found: PrintableFigure) -> PrintableFigure:
    """Return a figure without its notes: the statement says them itself, below the table."""
    return replace(found, figure=replace(found.figure, notes=()))


def _quality(found: Result, tell: Speaker) -> tuple[Block, ...]:
    if not found.ratings:
        return ()
    ratings = {name: number(value, 1) for name, value in found.ratings.items()}
    years = dict(zip("abcd", RATING_YEARS, strict=True))
    said = (tell("study.note.quality", **ratings), tell("study.note.rule", **years))
    return (Paragraph(tell.sentences(said), small=True),)


def _known(found: Result, tell: Speaker) -> tuple[Block, ...]:
    """Return the first warnings, and how many more there are."""
    said = told(warnings(found), tell)
    more = (
        [tell("study.more", count=len(said) - MOST_WARNINGS)] if len(said) > MOST_WARNINGS else []
    )
    text = tell.sentences([*said[:MOST_WARNINGS], *more])
    return (Paragraph(text, small=True),) if text else ()


def _period(found: Result, tell: Speaker) -> str:
    return tell.years(int(found.study.first_year or 0), int(found.study.last_year or 0))

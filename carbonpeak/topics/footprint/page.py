"""The choices and figures of the page Product footprint."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.footprint import calculator
from carbonpeak.topics.footprint.calculator_choices import (
    OTHER,
    STUDY,
    StudyChoices,
    study_controls,
)
from carbonpeak.topics.footprint.words_calculator import WORDS

STUDY_FIGURES = (
    FigureSpec("footprint_stages", (STUDY,), calculator.by_stage),
    FigureSpec("footprint_steps", (STUDY,), calculator.steps),
    FigureSpec("footprint_shares", (STUDY,), calculator.shares),
    FigureSpec("footprint_rows", (STUDY,), calculator.rows),
    FigureSpec("footprint_statement", (STUDY,), calculator.statement_rows),
    FigureSpec("footprint_compared", (STUDY, OTHER), calculator.compared),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices of the page."""
    return study_controls()


PAGE = PageSpec("footprint", StudyChoices.of, controls, STUDY_FIGURES, WORDS)

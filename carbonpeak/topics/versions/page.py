"""The choices and figures of the page Versions."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.versions import figures
from carbonpeak.topics.versions.choices import VersionsChoices, seen, usual
from carbonpeak.topics.versions.words import WORDS


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the two versions to compare, among those that this reader may see."""
    codes, first = seen(data), usual(data)
    return (
        Control(Choice("before", codes, first.before), "versions.control.before", names.plain),
        Control(Choice("after", codes, first.after), "versions.control.after", names.plain),
    )


PAGE = PageSpec(
    "versions",
    VersionsChoices.of,
    controls,
    (
        FigureSpec("version_verdicts", ("before", "after"), figures.verdicts),
        FigureSpec("version_rows", ("before", "after"), figures.rows),
    ),
    WORDS,
)

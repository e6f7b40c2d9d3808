"""A report of figures that an author chose, in the author's order and under the author's titles."""

from collections.abc import Sequence

from carbonpeak.data.dataset import Dataset
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import answers
from carbonpeak.export.report.document import Heading, Report
from carbonpeak.export.report.draft import draft, sources, stated, told
from carbonpeak.thresholds import NATION
from carbonpeak.words.speaker import Speaker


def chosen(
    data: Dataset, printables: Sequence[PrintableFigure], title: str, tell: Speaker
) -> Report:
    """Return a report of figures after the three answers; an empty title gets ours.

    The answers are those of the province that all figures of one are about, else of the nation.
    An author's title stands in the caption, an author's note below it, as everywhere.
    """
    made = draft(data, _place(printables), tell)
    figures = (block for one in printables for block in told(one))
    answered = (Heading(tell("template.head.summary")), *answers.all_three(made))
    blocks = stated((*answered, Heading(tell("template.head.figures")), *figures), tell)
    return Report(
        title=title.strip() or tell("template.chosen"),
        subtitle=tell("template.chosen.subtitle", count=len(printables)),
        lang=tell.lang,
        date_words=tell("template.date", last=data.last_year),
        data_version=data.version,
        blocks=blocks,
        sources=sources(data, blocks, tell),
    )


def _place(printables: Sequence[PrintableFigure]) -> str:
    """Return the province that the figures are about, nothing where they name none or several."""
    named = {dict(one.passport.choices).get("region", "") for one in printables}
    places = {code for code in named if code and code != NATION}
    return places.pop() if len(places) == 1 else ""

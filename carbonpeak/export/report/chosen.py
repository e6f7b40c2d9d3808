"""A report of figures that an author chose, in the author's order and under the author's titles."""

from collections.abc import Sequence

from carbonpeak.data.dataset import Dataset
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.document import Paragraph, Report
from carbonpeak.export.report.draft import finding, shown, sources, stated
from carbonpeak.words.speaker import Speaker


def chosen(
    data: Dataset, printables: Sequence[PrintableFigure], title: str, tell: Speaker
) -> Report:
    """Return a report of figures, each after its finding in words; an empty title gets ours.

    An author's title stands in the caption, an author's note below it, as everywhere.
    """
    told = (block for one in printables for block in (Paragraph(finding(one)), *shown(one)))
    blocks = stated(told, tell)
    return Report(
        title=title.strip() or tell("template.chosen"),
        subtitle=tell("template.chosen.subtitle", count=len(printables)),
        lang=tell.lang,
        date_words=tell("template.date", last=data.last_year),
        data_version=data.version,
        blocks=blocks,
        sources=sources(data, blocks, tell),
    )

"""The report of reporting units: of one company, of a province, or of all that may be seen."""

from collections.abc import Iterator

from carbonpeak.data.dataset import Dataset
from carbonpeak.export import lookup
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.document import Block, Paragraph, Report
from carbonpeak.export.report.draft import sources, stated, told
from carbonpeak.thresholds import NATION
from carbonpeak.topics import registry
from carbonpeak.topics.registry import Chosen
from carbonpeak.topics.reporting import cards, company, labels
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.words.speaker import Speaker

OF_COMPANY = ("company", "products", "findings", "changes")
OF_PLACE = ("states", "overdue", "emissions", "disclosed")
# Of all places together these show more than one of them.
OF_ALL = ("completeness", "states", "overdue", "emissions", "verified", "disclosed")


def records(data: Dataset, given: Chosen, tell: Speaker) -> Report:
    """Return the report of the company chosen on the page, else of the place or of all.

    FigureError ``no_rows`` where there is nothing of it to be seen.
    """
    chosen: ReportingChoices = given.typed
    names = OF_COMPANY if chosen.company else OF_PLACE if chosen.region else OF_ALL
    figures = list(_figures(data, given, names, tell))
    if not figures:
        raise FigureError("no_rows", figure=f"reporting_{names[0]}")
    lead = company.head if chosen.company else cards.sentence
    opening = Paragraph(lead(data, chosen, tell))
    every: tuple[Block, ...] = (opening, *(one for each in figures for one in told(each)))
    blocks = stated(every, tell)
    return Report(
        title=tell("reporting.report.title", name=_subject(data, chosen, tell)),
        subtitle=tell("reporting.report.sub", year=chosen.year),
        lang=tell.lang,
        date_words=tell("reporting.report.date", day=chosen.day, entry=chosen.number),
        data_version=data.version,
        blocks=blocks,
        sources=sources(data, blocks, tell),
    )


def _figures(
    data: Dataset, given: Chosen, names: tuple[str, ...], tell: Speaker
) -> Iterator[PrintableFigure]:
    for name in names:
        spec = registry.FIGURES[f"reporting_{name}"]
        try:
            yield lookup.printable(data, spec.name, given.in_full(spec), tell)
        except FigureError as fault:
            if fault.reason != "no_rows":
                raise


def _subject(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> str:
    """Return of whom the report is."""
    if chosen.company:
        return company.name(data, chosen.number, chosen.company, tell)
    return labels.region(data, chosen.region or NATION, tell)

"""The yearly progress report of the nation or a province, and its slides."""

from collections.abc import Collection

from carbonpeak.data.dataset import Dataset
from carbonpeak.export.report import chapters
from carbonpeak.export.report.deck import deck
from carbonpeak.export.report.document import Report
from carbonpeak.export.report.draft import draft, numbered
from carbonpeak.words.speaker import Speaker


def yearly(data: Dataset, region: str, tell: Speaker, without: Collection[str] = ()) -> Report:
    """Return the yearly progress report of the nation or a province (code of GB/T 2260).

    An empty region or its own code is the nation; ``without`` names chapters to leave out.
    FigureError ``choice`` for any other code.
    """
    made = draft(data, region, tell)
    blocks = numbered(chapters.parts(made, without), tell)
    return made.report("yearly", blocks, deck=deck(made))

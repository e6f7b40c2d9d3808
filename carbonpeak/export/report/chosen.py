"""A report of figures that an author chose, in the author's order and under the author's titles."""

from collections.abc import Sequence

from carbonpeak.exhibits.origin import LAST_YEAR
from carbonpeak.export.edition import Edition
from carbonpeak.export.report.document import Paragraph, Report
from carbonpeak.export.report.draft import finding, shown, sources
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang, say


def chosen(ask: Ask, version: str, editions: Sequence[Edition], title: str, lang: Lang) -> Report:
    """Return a report of figures, each after its finding in words; an empty title gets ours.

    An author's title stands in the caption, an author's note below it, as everywhere.
    """
    blocks = tuple(block for one in editions for block in (Paragraph(finding(one)), *shown(one)))
    return Report(
        title=title.strip() or say("template.chosen", lang),
        subtitle=say("template.chosen.subtitle", lang, count=len(editions)),
        lang=lang,
        date_words=say("template.date", lang, last=LAST_YEAR),
        data_version=version,
        blocks=blocks,
        sources=sources(ask, blocks, lang),
    )

"""One page for a manager: where things stand, why, when the peak, and what is still needed."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.export.report import background, region_sentences, sentences
from carbonpeak.export.report.document import Block, Paragraph, Report
from carbonpeak.export.report.draft import Draft, draft, joined, paragraphs, shown, stopped
from carbonpeak.export.report.yearly_region import question, remarks
from carbonpeak.topics.overview import cards
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.words.speaker import Speaker


def brief(data: Dataset, region: str, tell: Speaker) -> Report:
    """Return the brief of the nation or a province (code of GB/T 2260), to fit on one page.

    An empty region or its own code is the nation. FigureError ``choice`` for any other code.
    """
    made = draft(data, region, tell)
    blocks = _of_region(made) if made.region else _of_nation(made)
    return made.report("brief", blocks, compact=True)


def _of_nation(made: Draft) -> tuple[Block, ...]:
    data, tell = made.data, made.tell
    return (
        Paragraph(cards.verdict(data, tell)),
        background.nation_cards(made),
        *shown(made.figure("glide_energy")),
        *shown(made.figure("driver_waterfall", measure="energy", **sentences.SINCE_BASE)),
        Paragraph(
            made.tell("template.why", text=sentences.driven(made, sentences.since_base(data)))
        ),
        _peak(made, _peak_of_nation(made)),
        _rate(made),
    )


def _of_region(made: Draft) -> tuple[Block, ...]:
    asked, stand = question(made, "energy"), region_sentences.stand(made)
    why = [made.tell("template.why", text=sentences.driven(made, asked))] if asked else []
    return (
        Paragraph(stand),
        background.region_cards_row(made),
        *_pictures(made),
        *paragraphs(one for one in why or remarks(made) if one != stand),
        _peak(made, region_sentences.peaked(made)),
        _rate(made),
    )


def _pictures(made: Draft) -> tuple[Block, ...]:
    """Return the path and the drivers of a province; where it has none, all provinces as tiles."""
    own = (
        *shown(made.figure("region_path", region=made.region)),
        *shown(made.figure("driver_waterfall", region=made.region, **sentences.SINCE_BASE)),
    )
    return own or shown(made.figure("region_tiles"))


def _peak_of_nation(made: Draft) -> str:
    """Return the state of the nation, and how many provinces stand in which."""
    found, tell = made.figure("peak_series"), made.tell
    states = peaks.provinces_by_last_year(made.data, "total")[made.data.last_year]
    counts = peak_labels.counts(states, tell)
    provinces = tell("card.peak.provinces", total=len(states), counts=counts)
    titles = [found.figure.title] if found else []
    return joined((stopped(one, tell) for one in (*titles, provinces)), tell)


def _peak(made: Draft, said: str) -> Paragraph:
    return Paragraph(made.tell("template.peak", text=said))


def _rate(made: Draft) -> Paragraph:
    of_place = region_sentences if made.region else sentences
    return Paragraph(made.tell("template.rate", text=joined(of_place.needed(made), made.tell)))

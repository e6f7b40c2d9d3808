"""One page for a manager: where things stand, why, when the peak, and what is still needed."""

from carbonpeak.exhibits import cards, region_cards
from carbonpeak.export.report import region_sentences, sentences
from carbonpeak.export.report.document import Block, CardRow, Paragraph, Report
from carbonpeak.export.report.draft import Draft, draft, joined, paragraphs, shown, stopped
from carbonpeak.export.report.yearly_region import question, remarks
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang


def brief(ask: Ask, version: str, region: str, lang: Lang) -> Report:
    """Return the brief of the nation or a province (code of GB/T 2260), to fit on one page.

    An empty region or its own code is the nation. FigureError ``choice`` for any other code.
    """
    made = draft(ask, version, region, lang)
    blocks = _of_region(made) if made.region else _of_nation(made)
    return made.report("brief", blocks, compact=True)


def _of_nation(made: Draft) -> tuple[Block, ...]:
    ask, lang = made.ask, made.lang
    return (
        Paragraph(cards.verdict(ask, lang)),
        CardRow((cards.energy(ask, lang), cards.carbon(ask, lang), cards.peak(ask, lang))),
        *shown(made.figure("glide_energy")),
        *shown(made.figure("driver_waterfall", measure="energy")),
        Paragraph(made.say("template.why", text=sentences.driven(made, Question()))),
        _peak(made, _peak_of_nation(made)),
        _rate(made),
    )


def _of_region(made: Draft) -> tuple[Block, ...]:
    asked, stand = question(made, "energy"), region_sentences.stand(made)
    why = [made.say("template.why", text=sentences.driven(made, asked))] if asked else []
    return (
        Paragraph(stand),
        CardRow(region_cards.cards(made.ask, made.region, made.lang)),
        *_pictures(made),
        *paragraphs(one for one in why or remarks(made) if one != stand),
        _peak(made, region_sentences.peaked(made)),
        _rate(made),
    )


def _pictures(made: Draft) -> tuple[Block, ...]:
    """Return the path and the drivers of a province; where it has none, all provinces as tiles."""
    own = (
        *shown(made.figure("region_path", region=made.region)),
        *shown(made.figure("driver_waterfall", region=made.region)),
    )
    return own or shown(made.figure("region_tiles"))


def _peak_of_nation(made: Draft) -> str:
    """Return the state of the nation, and how many provinces stand in which."""
    found = (made.figure(name) for name in ("peak_series", "peak_tiles"))
    titles = [stopped(one.exhibit.title, made.lang) for one in found if one]
    return joined(titles, made.lang)


def _peak(made: Draft, said: str) -> Paragraph:
    return Paragraph(made.say("template.peak", text=said))


def _rate(made: Draft) -> Paragraph:
    of_place = region_sentences if made.region else sentences
    return Paragraph(made.say("template.rate", text=joined(of_place.needed(made), made.lang)))

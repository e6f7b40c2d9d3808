"""The yearly progress report of the nation, chapter by chapter; that of a province stands apart."""

from carbonpeak.exhibits import cards, known, outlook_cards, peak_cards, projection_words, regions
from carbonpeak.exhibits.methods import validation
from carbonpeak.exhibits.origin import LAST_YEAR
from carbonpeak.export.edition import Edition
from carbonpeak.export.report import background, sentences, yearly_region
from carbonpeak.export.report.document import Block, CardRow, Heading, Paragraph, Report
from carbonpeak.export.report.draft import (
    Draft,
    Part,
    draft,
    joined,
    numbered,
    paragraphs,
    shown,
    told,
)
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.projection import Asked
from carbonpeak.findings.view import Ask, View
from carbonpeak.thresholds import HORIZON, TARGET_YEAR
from carbonpeak.wording import Lang

BASIS = "total"


def yearly(ask: Ask, version: str, region: str, lang: Lang) -> Report:
    """Return the yearly progress report of the nation or a province (code of GB/T 2260).

    An empty region or its own code is the nation. FigureError ``choice`` for any other code.
    """
    made = draft(ask, version, region, lang)
    parts = yearly_region.parts(made) if made.region else _parts(made)
    return made.report("yearly", numbered(parts, lang))


def _parts(made: Draft) -> tuple[Part, ...]:
    outlook = made.say("template.head.outlook", target=TARGET_YEAR, horizon=HORIZON)
    return (
        Part(made.say("template.head.stand"), _stand(made)),
        Part(made.say("template.head.tiers"), _tiers(made)),
        Part(made.say("template.head.sectors"), _sectors(made)),
        Part(made.say("template.head.regions"), _regions(made)),
        Part(made.say("template.head.drivers"), _drivers(made)),
        Part(made.say("template.head.peak"), _peak(made)),
        Part(outlook, (*_landed(made), *_leads(made), *_takes(made))),
        Part(made.say("template.head.sure"), _sure(made)),
        Part(made.say("template.head.faults"), background.faults(made)),
        Part(made.say("template.head.methods"), background.methods(made)),
    )


def _stand(made: Draft) -> tuple[Block, ...]:
    ask, lang = made.ask, made.lang
    return (
        *background.intro(made),
        Paragraph(cards.verdict(ask, lang)),
        CardRow((cards.energy(ask, lang), cards.carbon(ask, lang), cards.peak(ask, lang))),
        *told(made.figure("glide_energy")),
        *told(made.figure("glide_co2")),
        Paragraph(joined(sentences.needed(made), lang)),
    )


def _tiers(made: Draft) -> tuple[Block, ...]:
    return (
        *told(made.figure("region_tiles", measure="energy"), "template.lead.energy"),
        *told(made.figure("region_tiles", measure="co2"), "template.lead.co2"),
        *shown(made.figure("region_table", measure="energy")),
    )


def _sectors(made: Draft) -> tuple[Block, ...]:
    return (
        *_ranked(made.figure("sector_ranking", measure="energy")),
        *_ranked(made.figure("sector_ranking", measure="co2")),
        Paragraph(sentences.plan_industries(made)),
        *shown(made.figure("sector_table", measure="co2", group="plan")),
    )


def _regions(made: Draft) -> tuple[Block, ...]:
    return (
        *_ranked(made.figure("region_ranking", measure="energy"), "template.lead.energy"),
        *_ranked(made.figure("region_ranking", measure="co2"), "template.lead.co2"),
        *_ranked(made.figure("lagging_regions"), "template.lead.gap"),
        Paragraph(regions.own_targets(made.ask, View(), made.lang)),
    )


def _drivers(made: Draft) -> tuple[Block, ...]:
    co2 = {"measure": "co2", "basis": BASIS}
    return (
        Heading(made.say("template.head.drivers.energy"), 2),
        Paragraph(sentences.driven(made, Question())),
        *shown(made.figure("driver_waterfall", measure="energy")),
        *told(made.figure("driver_years", measure="energy"), "template.lead.years"),
        *told(made.figure("driver_members", split="region"), "template.lead.region"),
        Heading(made.say("template.head.drivers.co2"), 2),
        Paragraph(sentences.driven(made, Question("co2", BASIS))),
        *shown(made.figure("driver_waterfall", **co2)),
        *told(made.figure("driver_members", split="sector", **co2), "template.lead.sector"),
        Heading(made.say("template.head.drivers.structure"), 2),
        *told(made.figure("structure_waterfall"), "template.lead.structure"),
    )


def _peak(made: Draft) -> tuple[Block, ...]:
    return (
        Paragraph(peak_cards.verdict(made.ask, BASIS, LAST_YEAR, made.lang)),
        CardRow(peak_cards.cards(made.ask, BASIS, LAST_YEAR, made.lang)),
        *told(made.figure("peak_tiles")),
        *told(made.figure("peak_provinces"), "template.lead.ageing"),
        *told(made.figure("peak_matrix", columns="plan")),
        *told(made.figure("peak_table")),
    )


def _landed(made: Draft) -> tuple[Block, ...]:
    return (
        Paragraph(outlook_cards.verdict(made.ask, Asked(), made.lang)),
        Heading(made.say("template.head.landed", target=TARGET_YEAR), 2),
        *told(made.figure("nowcast")),
        *told(made.figure("nowcast_methods")),
        *told(made.figure("per_gdp"), "template.lead.economy"),
    )


def _leads(made: Draft) -> tuple[Block, ...]:
    return (
        Heading(made.say("template.head.ahead", horizon=HORIZON), 2),
        *paragraphs(projection_words.remarks(made.ask, Asked(), made.lang)),
        *told(made.figure("projection_quantity", quantity="co2")),
        *told(made.figure("projection_index", quantity="co2")),
        *told(made.figure("projection_scenarios", quantity="co2")),
    )


def _takes(made: Draft) -> tuple[Block, ...]:
    return (
        Heading(made.say("template.head.takes"), 2),
        *told(made.figure("sharing_ranking", goal="energy2025")),
        *told(made.figure("sharing_ranking", goal="co2_2030")),
    )


def _sure(made: Draft) -> tuple[Block, ...]:
    _, *after = known.after_2022(made.ask, made.lang)
    first = made.say("template.known", first=LAST_YEAR + 1, last=TARGET_YEAR)
    checked, _ = validation(made.ask, made.lang)
    return (
        *paragraphs((first, *after)),
        *shown(made.figure("known_after")),
        *paragraphs((*known.sureness(made.ask, made.lang), checked)),
        *shown(made.figure("inventories")),
    )


def _ranked(found: Edition | None, lead: str = "") -> tuple[Block, ...]:
    """Return a ranking after its first and last in words, nothing where there is none."""
    if found is None:
        return ()
    return (Paragraph(sentences.ends(found, lead)), *shown(found))

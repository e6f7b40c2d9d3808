"""The yearly progress report of the nation, chapter by chapter; that of a province stands apart."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.official import last_official_year
from carbonpeak.export.printable import PrintableFigure
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
from carbonpeak.export.report.sentences import SINCE_BASE
from carbonpeak.thresholds import HORIZON, TARGET_YEAR
from carbonpeak.topics.methods.tables import validation
from carbonpeak.topics.outlook import cards as outlook_cards
from carbonpeak.topics.outlook import labels as projection_words
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion
from carbonpeak.topics.overview import cards, known
from carbonpeak.topics.peak import cards as peak_cards
from carbonpeak.topics.regions import provinces as regions
from carbonpeak.words.speaker import Speaker

BASIS = "total"


def yearly(data: Dataset, region: str, tell: Speaker) -> Report:
    """Return the yearly progress report of the nation or a province (code of GB/T 2260).

    An empty region or its own code is the nation. FigureError ``choice`` for any other code.
    """
    made = draft(data, region, tell)
    parts = yearly_region.parts(made) if made.region else _parts(made)
    return made.report("yearly", numbered(parts, tell))


def _parts(made: Draft) -> tuple[Part, ...]:
    outlook = made.tell("template.head.outlook", target=TARGET_YEAR, horizon=HORIZON)
    return (
        Part(made.tell("template.head.stand"), _stand(made)),
        Part(made.tell("template.head.tiers"), _tiers(made)),
        Part(made.tell("template.head.sectors"), _sectors(made)),
        Part(made.tell("template.head.regions"), _regions(made)),
        Part(made.tell("template.head.drivers"), _drivers(made)),
        Part(made.tell("template.head.peak"), _peak(made)),
        Part(outlook, (*_landed(made), *_leads(made), *_takes(made))),
        Part(made.tell("template.head.sure"), _sure(made)),
        Part(made.tell("template.head.faults"), background.faults(made)),
        Part(made.tell("template.head.methods"), background.methods(made)),
    )


def _stand(made: Draft) -> tuple[Block, ...]:
    data, tell = made.data, made.tell
    return (
        *background.intro(made),
        Paragraph(cards.verdict(data, tell)),
        background.nation_cards(made),
        *told(made.figure("glide_energy")),
        *told(made.figure("glide_co2")),
        Paragraph(joined(sentences.needed(made), tell)),
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
        Paragraph(regions.own_targets(made.data, "energy", made.tell)),
    )


def _drivers(made: Draft) -> tuple[Block, ...]:
    co2 = {"measure": "co2", "basis": BASIS, **SINCE_BASE}
    energy = {"measure": "energy", **SINCE_BASE}
    return (
        Heading(made.tell("template.head.drivers.energy"), 2),
        Paragraph(sentences.driven(made, sentences.since_base(made.data))),
        *shown(made.figure("driver_waterfall", **energy)),
        *told(made.figure("driver_years", **energy), "template.lead.years"),
        *told(made.figure("driver_members", split="region", **energy), "template.lead.region"),
        Heading(made.tell("template.head.drivers.co2"), 2),
        Paragraph(sentences.driven(made, sentences.since_base(made.data, "co2", BASIS))),
        *shown(made.figure("driver_waterfall", **co2)),
        *told(made.figure("driver_members", split="sector", **co2), "template.lead.sector"),
        Heading(made.tell("template.head.drivers.structure"), 2),
        *told(made.figure("structure_waterfall"), "template.lead.structure"),
    )


def _peak(made: Draft) -> tuple[Block, ...]:
    return (
        Paragraph(peak_cards.verdict(made.data, BASIS, made.data.last_year, made.tell)),
        CardRow(peak_cards.cards(made.data, BASIS, made.data.last_year, made.tell)),
        *told(made.figure("peak_tiles")),
        *told(made.figure("peak_provinces"), "template.lead.ageing"),
        *told(made.figure("peak_matrix", columns="plan")),
        *told(made.figure("peak_table")),
    )


def _landed(made: Draft) -> tuple[Block, ...]:
    return (
        Paragraph(outlook_cards.verdict(made.data, ProjectionQuestion(), made.tell)),
        Heading(made.tell("template.head.landed", target=TARGET_YEAR), 2),
        *told(made.figure("nowcast")),
        *told(made.figure("nowcast_methods")),
        *told(made.figure("per_gdp"), "template.lead.economy"),
    )


def _leads(made: Draft) -> tuple[Block, ...]:
    return (
        Heading(made.tell("template.head.ahead", horizon=HORIZON), 2),
        *paragraphs(projection_words.remarks(made.data, ProjectionQuestion(), made.tell)),
        *told(made.figure("projection_quantity", quantity="co2")),
        *told(made.figure("projection_index", quantity="co2")),
        *told(made.figure("projection_scenarios", quantity="co2")),
    )


def _takes(made: Draft) -> tuple[Block, ...]:
    return (
        Heading(made.tell("template.head.takes"), 2),
        *told(made.figure("sharing_ranking", goal="energy2025")),
        *told(made.figure("sharing_ranking", goal="co2_2030")),
    )


def _sure(made: Draft) -> tuple[Block, ...]:
    _, *after = known.after_last_year(made.data, made.tell)
    unknown = last_official_year(made.data) + 1
    first = made.tell("template.known", first=unknown, last=TARGET_YEAR)
    checked, _ = validation(made.data, made.tell)
    return (
        *paragraphs((first, *after)),
        *shown(made.figure("known_after")),
        *paragraphs((*known.sureness(made.data, made.tell), checked)),
        *shown(made.figure("inventories")),
    )


def _ranked(found: PrintableFigure | None, lead: str = "") -> tuple[Block, ...]:
    """Return a ranking after its first and last in words, nothing where there is none."""
    if found is None:
        return ()
    return (Paragraph(sentences.ends(found, lead)), *shown(found))

"""The chapters of the nation's yearly report; those of a province stand apart."""

from collections.abc import Sequence

from carbonpeak.domain import power
from carbonpeak.domain.official import last_official_year
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import answers, background, sentences
from carbonpeak.export.report.document import Block, CardRow, Heading, Paragraph
from carbonpeak.export.report.draft import Draft, pair, paragraphs, shown, told
from carbonpeak.export.report.sentences import SINCE_BASE
from carbonpeak.figures import power as power_words
from carbonpeak.thresholds import HORIZON, TARGET_YEAR
from carbonpeak.topics.green import page as green_page
from carbonpeak.topics.latest import page as latest_page
from carbonpeak.topics.market import page as market_page
from carbonpeak.topics.methods.tables import validation
from carbonpeak.topics.outlook import cards as outlook_cards
from carbonpeak.topics.outlook import labels as projection_words
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion
from carbonpeak.topics.overview import known
from carbonpeak.topics.peak import cards as peak_cards
from carbonpeak.topics.regions import provinces

BASIS = "total"
LEADS = ("template.lead.energy", "template.lead.co2")


def summary(made: Draft) -> tuple[Block, ...]:
    """Return the three answers, and the cards behind them."""
    return (*answers.all_three(made), background.nation_cards(made))


def stand(made: Draft) -> tuple[Block, ...]:
    """Return the paths of both intensities."""
    return (
        *background.intro(made),
        *pair(made.figure("glide_energy"), made.figure("glide_co2"), LEADS),
    )


def tiers(made: Draft) -> tuple[Block, ...]:
    """Return the tiers of the provinces."""
    return (
        *told(made.figure("region_tiles", measure="energy"), "template.lead.energy"),
        *told(made.figure("region_tiles", measure="co2"), "template.lead.co2"),
        *shown(made.figure("region_table", measure="energy")),
    )


def sectors(made: Draft) -> tuple[Block, ...]:
    """Return what the sectors did to energy and CO2."""
    return (
        *_ranked(made.figure("sector_ranking", measure="energy")),
        *_ranked(made.figure("sector_ranking", measure="co2")),
        Paragraph(sentences.plan_industries(made)),
        *shown(made.figure("sector_table", measure="co2", group="plan")),
    )


def regions(made: Draft) -> tuple[Block, ...]:
    """Return how far the provinces lie apart."""
    return (
        *_ranked(made.figure("region_ranking", measure="energy"), "template.ends.energy"),
        *_ranked(made.figure("region_ranking", measure="co2"), "template.ends.co2"),
        *_ranked(made.figure("lagging_regions"), "template.ends.gap"),
        Paragraph(provinces.own_targets(made.data, "energy", made.tell)),
    )


def drivers(made: Draft) -> tuple[Block, ...]:
    """Return why energy and CO2 changed over the years of the targets."""
    co2 = {"measure": "co2", "basis": BASIS, **SINCE_BASE}
    energy = {"measure": "energy", **SINCE_BASE}
    return (
        Heading(made.tell("template.head.drivers.energy"), 2),
        Paragraph(sentences.driven(made, sentences.since_base(made.data))),
        *pair(
            made.figure("driver_waterfall", **energy),
            made.figure("driver_years", **energy),
            ("", "template.lead.years"),
        ),
        *told(made.figure("driver_members", split="region", **energy), "template.lead.region"),
        Heading(made.tell("template.head.drivers.co2"), 2),
        Paragraph(sentences.driven(made, sentences.since_base(made.data, "co2", BASIS))),
        *shown(made.figure("driver_waterfall", **co2)),
        *told(made.figure("driver_members", split="sector", **co2), "template.lead.sector"),
        Heading(made.tell("template.head.drivers.structure"), 2),
        *told(made.figure("structure_waterfall"), "template.lead.structure"),
    )


def peak(made: Draft) -> tuple[Block, ...]:
    """Return who has peaked."""
    return (
        Paragraph(peak_cards.verdict(made.data, BASIS, made.data.last_year, made.tell)),
        CardRow(peak_cards.cards(made.data, BASIS, made.data.last_year, made.tell)),
        CardRow((power_words.card(made.data, power.split(made.data), made.tell),)),
        *told(made.figure("peak_tiles")),
        *told(made.figure("peak_provinces"), "template.lead.ageing"),
        *told(made.figure("peak_matrix", columns="plan")),
        *told(made.figure("peak_table")),
    )


def outlook(made: Draft) -> tuple[Block, ...]:
    """Return where the target year landed, where the horizon leads, and what it would take."""
    return (*_landed(made), *_leads(made), *_takes(made))


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
        *pair(
            made.figure("projection_quantity", quantity="co2"),
            made.figure("projection_index", quantity="co2"),
        ),
        *told(made.figure("projection_scenarios", quantity="co2")),
    )


def _takes(made: Draft) -> tuple[Block, ...]:
    return (
        Heading(made.tell("template.head.takes"), 2),
        *told(made.figure("sharing_ranking", goal="energy2025")),
        *told(made.figure("sharing_ranking", goal="co2_2030")),
    )


def sure(made: Draft) -> tuple[Block, ...]:
    """Return how sure the numbers are, and what is not known."""
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


def market(made: Draft) -> tuple[Block, ...]:
    """Return what the carbon market covers, costs and means for the target."""
    return _figures(made, market_page.IN_A_REPORT)


def tasks(made: Draft) -> tuple[Block, ...]:
    """Return where the tasks, actions and goals of the plan stand."""
    return _figures(made, green_page.IN_A_REPORT)


def latest(made: Draft) -> tuple[Block, ...]:
    """Return what the newest months say and what they cannot."""
    return _figures(made, latest_page.IN_A_REPORT)


def _figures(made: Draft, names: Sequence[str]) -> tuple[Block, ...]:
    """Return figures by name, in their order, each after what its words add."""
    return tuple(block for name in names for block in told(made.figure(name)))


def _ranked(found: PrintableFigure | None, lead: str = "") -> tuple[Block, ...]:
    """Return a ranking after its first and last in words, nothing where there is none."""
    if found is None:
        return ()
    return (Paragraph(sentences.ends(found, lead)), *shown(found))

"""The chapters of a province's yearly report: where a figure is missing, the reason stands."""

from collections.abc import Callable

from carbonpeak.domain.view import View
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import (
    answers,
    background,
    region_cards,
    region_sentences,
    sentences,
)
from carbonpeak.export.report.document import Block, CardRow, Heading, PairBlock, Paragraph
from carbonpeak.export.report.draft import Draft, pair, paragraphs, shown, told
from carbonpeak.topics.drivers import notes as driver_notes
from carbonpeak.topics.drivers.question import Question
from carbonpeak.topics.outlook import cards as outlook_cards
from carbonpeak.topics.outlook import labels as projection_words
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion, project
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.peak import series as peak_series
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.regions import province as region

GOAL, ENERGY_GOAL, RULE = "co2_2030", "energy2025", "equal_share"
FORM = "additive"


def remarks(made: Draft) -> tuple[str, ...]:
    """Return what must be said of a province's data, by either measure, each once."""
    said = [
        one
        for view in _views(made)
        for one in region.remarks(made.data, view, made.region, made.tell)
    ]
    if _carbon(made).basis:
        said.append(made.tell("template.withheld", name=made.place))
    return tuple(dict.fromkeys(said))


def question(made: Draft, measure: str) -> Question | None:
    """Return the decomposition that can be shown of a measure, None where there is none."""
    asked = sentences.since_base(made.data, measure, region_code=made.region)
    if driver_notes.refused(made.data, asked, FORM, made.tell):
        return None
    return driver_notes.narrowed(made.data, asked, made.tell)[0]


def summary(made: Draft) -> tuple[Block, ...]:
    """Return the three answers, and the cards behind them."""
    return (*answers.all_three(made), background.region_cards_row(made))


def stand(made: Draft) -> tuple[Block, ...]:
    """Return the paths of both intensities of a province."""
    carbon = _codes(_carbon(made))
    return (
        *background.intro(made),
        *paragraphs(remarks(made)),
        *pair(
            made.figure("region_path", region=made.region),
            made.figure("region_path", region=made.region, **carbon),
            ("template.lead.energy", _lead(made)),
        ),
    )


def place(made: Draft) -> tuple[Block, ...]:
    """Return its tier and rank among the provinces."""
    said = [region_sentences.rank(made, view) for view in _views(made)]
    return (
        *paragraphs(said),
        *told(made.figure("region_tiles", measure="energy"), "template.lead.nation"),
        *shown(made.figure("region_ranking", measure="energy")),
        *shown(made.figure("region_ranking", **_codes(_carbon(made)))),
    )


def uses(made: Draft) -> tuple[Block, ...]:
    """Return its sectors and fuels."""
    found: list[Block] = []
    for measure in ("energy", "co2"):
        lead = f"template.lead.quantity.{measure}"
        found += told(made.figure("region_sectors", region=made.region, measure=measure), lead)
        fuels = made.figure("region_fuels", region=made.region, measure=measure)
        found += told(fuels, "template.lead.fuels")
    return (*paragraphs(_unsplit(made)), *found)


def drivers(made: Draft) -> tuple[Block, ...]:
    """Return why its energy and CO2 changed, or why that cannot be said."""
    whole = sentences.since_base(made.data, region_code=made.region)
    refused = driver_notes.refused(made.data, whole, FORM, made.tell)
    if refused:
        return paragraphs((refused,))
    return (*_driven(made, "energy"), *_driven(made, "co2"))


def _driven(made: Draft, measure: str) -> tuple[Block, ...]:
    asked = sentences.since_base(made.data, measure, region_code=made.region)
    answerable, narrowed = driver_notes.narrowed(made.data, asked, made.tell)
    codes = {"measure": measure, "basis": answerable.basis_name, "region": made.region}
    codes |= sentences.SINCE_BASE
    members = told(made.figure("driver_members", **codes), "template.lead.sector")
    return (
        Heading(made.tell(f"template.head.drivers.{measure}"), 2),
        *paragraphs((narrowed, sentences.driven(made, answerable))),
        *pair(
            made.figure("driver_waterfall", **codes),
            made.figure("driver_years", **codes),
            ("", "template.lead.years"),
        ),
        *(members or paragraphs(_unsplit(made))),
    )


def peak(made: Draft) -> tuple[Block, ...]:
    """Return whether it has peaked."""
    series = (made.region, peaks.ALL)
    remark = peak_series.remark(made.data, *series, made.tell)
    chosen = PeakChoices(made.data.last_year, region=made.region)
    said = peak_series.sentence(made.data, chosen, made.tell)
    codes = {"region": made.region, "sector": peaks.ALL}
    return (
        *paragraphs((remark, said)),
        *shown(made.figure("peak_series", **codes)),
        *told(made.figure("peak_age", **codes), "template.lead.ageing"),
        *told(made.figure("peak_tiles"), "template.lead.nation"),
    )


def leads(made: Draft) -> tuple[Block, ...]:
    """Return the scenarios of CO2, of energy where CO2 cannot be projected, or why of neither."""
    asked = ProjectionQuestion(region_code=made.region)
    said = projection_words.remarks(made.data, asked, made.tell)
    if project(made.data, asked) is None:
        energy = _projected(made, "energy")
        note = made.tell("template.projected.energy", name=made.place) if energy else ""
        return (*paragraphs((*said, note)), *energy)
    if projection_words.is_doubtful(made.data, asked):
        note = made.tell("template.doubtful", name=made.place)
        return (*paragraphs((*said, note)), *_projected(made, "co2", shown))
    cards = [
        make(made.data, asked, made.tell) for make in (outlook_cards.peak, outlook_cards.target)
    ]
    return (*paragraphs(said), CardRow(tuple(cards)), *_projected(made, "co2"))


def _projected(
    made: Draft,
    quantity: str,
    show: Callable[[PrintableFigure | None], tuple[Block, ...]] = told,
) -> tuple[Block, ...]:
    """Return the scenarios of a province, each after its finding; without for a doubtful one."""
    codes = {"quantity": quantity, "region": made.region}
    left, right, table = (
        made.figure(f"projection_{name}", **codes) for name in ("quantity", "index", "scenarios")
    )
    both = (PairBlock((left, right)),) if left and right else (*show(left), *show(right))
    return (*both, *show(table))


def takes(made: Draft) -> tuple[Block, ...]:
    """Return what a rule asks of the province; by energy where its CO2 is not known."""
    found = made.figure("sharing_ranking", **shared(made))
    if found is None:
        return ()
    return (*told(found, "template.lead.nation"), Paragraph(region_sentences.asked(made, found)))


def shared(made: Draft) -> dict[str, str]:
    """Return the codes of what is shared out: energy where the province's CO2 is not known."""
    return {"goal": ENERGY_GOAL if _carbon(made).basis else GOAL, "rule": RULE}


def _unsplit(made: Draft) -> list[str]:
    """Return why a province is not shown by sector, nothing where it is."""
    if made.figure("region_sectors", region=made.region) is not None:
        return []
    is_covered = region_cards.peak_row(made.data, made.region) is not None
    key = "regions.no_split" if is_covered else "regions.no_inventory"
    return [made.tell(key, name=made.place)]


def _carbon(made: Draft) -> View:
    return region_cards.carbon_view(made.data, made.region)


def _views(made: Draft) -> tuple[View, View]:
    return region_cards.energy_view(made.data), _carbon(made)


def _codes(view: View) -> dict[str, str]:
    return {"measure": view.measure, "basis": view.basis_name}


def _lead(made: Draft) -> str:
    kind = "energy_related" if _carbon(made).basis else "co2"
    return f"template.lead.{kind}"

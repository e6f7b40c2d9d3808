"""What stands at the edges of every report: what it is, known faults, methods in short."""

from collections.abc import Iterable

from carbonpeak.domain import doubts
from carbonpeak.domain.official import official_intensity
from carbonpeak.domain.view import View
from carbonpeak.export.report import region_cards
from carbonpeak.export.report.document import Block, CardRow, Paragraph
from carbonpeak.export.report.draft import Draft, joined
from carbonpeak.figures.origin import INTENSITY_SOURCES, fault_words
from carbonpeak.thresholds import PEAK_BEFORE, TARGET_YEAR
from carbonpeak.topics.methods.definitions import definitions
from carbonpeak.topics.overview import cards

# Faults that touch a figure of any report; the others touch none.
GENERAL = (
    "value_added_vintage",
    "electricity_calorific",
    "final_energy_only",
)
# Faults that touch the nation's figures as well.
NATIONAL = (
    "cement_implausible",
    "cement_residual",
    "shandong_sector_split",
    "tibet_not_covered",
    "provinces_exceed_nation",
    "division_jump",
    "revision_jump",
    "price_effect",
    "feedstock_jump",
    "growth_part_of_division",
    "process_only",
)
# Faults of single provinces, which touch the report of those alone.
OF_PROVINCES = {
    "cement_implausible": ("220000", "360000"),
    "cement_residual": ("340000",),
    "shandong_sector_split": ("370000",),
    "tibet_not_covered": ("540000",),
    "feedstock_jump": ("150000", "450000", "610000"),
    "process_only": ("460000", "640000"),
}


def intro(made: Draft) -> tuple[Block, ...]:
    """Return what the report is and what its figures stand on."""
    kind = "region" if made.region else "nation"
    years = {"target": TARGET_YEAR, "peak": PEAK_BEFORE, "last": made.data.last_year}
    said = made.tell(f"template.intro.{kind}", place=made.place, **years)
    return (Paragraph(joined((said, made.tell("template.intro.pages")), made.tell)),)


def nation_cards(made: Draft) -> CardRow:
    """Return the cards of both targets and of the peak, with the sources of their numbers."""
    data, tell = made.data, made.tell
    shown = (cards.energy(data, tell), cards.carbon(data, tell), cards.peak(data, tell))
    official = tuple(official_intensity(data)["source_id"])
    return CardRow(shown, (*official, *INTENSITY_SOURCES["co2"]))


def region_cards_row(made: Draft) -> CardRow:
    """Return the cards of a province, with the sources of their numbers."""
    shown = region_cards.cards(made.data, made.region, made.tell)
    return CardRow(shown, (*INTENSITY_SOURCES["energy"], *INTENSITY_SOURCES["co2"]))


def faults(made: Draft) -> tuple[Block, ...]:
    """Return every known fault that touches the figures of the report, with its treatment."""
    numbered = (
        made.tell("template.fault", number=number, fault=one)
        for number, one in enumerate(fault_sentences(made), start=1)
    )
    return _small(numbered)


def fault_sentences(made: Draft) -> list[str]:
    """Return what is wrong with the figures of the report and how it is handled, fault by fault."""
    ids = _of_region(made) if made.region else (*NATIONAL, *GENERAL)
    return [fault_words(made.data, one, made.tell) for one in ids]


def methods(made: Draft) -> tuple[Block, ...]:
    """Return the definitions, without the marks that set them bold on a page."""
    return _small(one.replace("**", "") for one in definitions(made.data, made.tell))


def _small(texts: Iterable[str]) -> tuple[Block, ...]:
    """Return texts for reference, in small type."""
    return tuple(Paragraph(text, small=True) for text in dict.fromkeys(texts) if text)


def _of_region(made: Draft) -> tuple[str, ...]:
    own = [fault for fault, codes in OF_PROVINCES.items() if made.region in codes]
    return (*own, *_found(made), *GENERAL)


def _found(made: Draft) -> list[str]:
    """Return the faults that the data of a province show: jumps, prices, revisions."""
    if region_cards.peak_row(made.data, made.region) is None:
        return []
    row = doubts.of_regions(made.data, View(year=made.data.last_year)).loc[[made.region]].iloc[0]
    yearly = made.data.ask("regions__yearly", region_code=made.region, first_year=None)
    shown = {
        "division_jump": bool(row["is_jump"]),
        "price_effect": bool(row["is_price"]),
        "revision_jump": bool(yearly["is_break"].any()),
    }
    return [fault for fault, is_there in shown.items() if is_there]

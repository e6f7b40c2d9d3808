"""The slides of the yearly report: about twelve, each with one finding."""

from collections.abc import Iterable

from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import answers, background, chapters_region, region_cards
from carbonpeak.export.report.document import Block, CardRow, Heading, Paragraph
from carbonpeak.export.report.draft import Draft, paragraphs, shown
from carbonpeak.export.report.sentences import SINCE_BASE
from carbonpeak.export.rows.plain import glyphs
from carbonpeak.topics.overview import known

# What one slide of doubts holds, in glyphs.
MOST_DOUBTS = 990


def deck(made: Draft) -> tuple[Block, ...]:
    """Return the answers, the cards, the path, the rank, sectors, drivers, peak and outlook.

    The doubts end them; a figure that a place does not have leaves its slide out.
    """
    cards = background.region_cards_row(made) if made.region else background.nation_cards(made)
    figures = _of_region(made) if made.region else _of_nation(made)
    return (
        Heading(made.tell("template.head.summary"), 2),
        *_large(answers.all_three(made)),
        Heading(made.tell("template.head.cards"), 2),
        cards,
        *(block for one in figures for block in shown(one)),
        Heading(made.tell("template.head.doubts"), 2),
        *_doubts(made),
    )


def _of_nation(made: Draft) -> Iterable[PrintableFigure | None]:
    yield made.figure("glide_energy")
    yield made.figure("glide_co2")
    yield made.figure("region_ranking", measure="energy")
    yield made.figure("sector_ranking", measure="co2")
    yield made.figure("driver_waterfall", measure="co2", basis="total", **SINCE_BASE)
    yield made.figure("peak_tiles")
    yield made.figure("projection_quantity", quantity="co2")
    yield made.figure("sharing_ranking", goal="co2_2030")


def _of_region(made: Draft) -> Iterable[PrintableFigure | None]:
    place = {"region": made.region}
    basis = region_cards.carbon_view(made.data, made.region).basis_name
    yield made.figure("region_path", measure="energy", **place)
    yield made.figure("region_path", measure="co2", basis=basis, **place)
    yield made.figure("region_ranking", measure="energy")
    yield made.figure("region_sectors", measure="co2", **place)
    yield made.figure("driver_waterfall", **_drivers(made), **SINCE_BASE)
    yield made.figure("peak_series", sector="all", **place)
    yield made.figure("projection_quantity", quantity="co2", **place)
    yield made.figure("sharing_ranking", **chapters_region.shared(made))


def _drivers(made: Draft) -> dict[str, str]:
    """Return the codes of the drivers of CO2 as far as they can be shown, those of energy else."""
    asked = chapters_region.question(made, "co2")
    if asked is None:
        return {"region": made.region}
    return {"region": made.region, "measure": "co2", "basis": asked.basis_name}


def _doubts(made: Draft) -> tuple[Block, ...]:
    """Return what must be known of the numbers, as much as one slide holds."""
    small = [
        one.text for one in answers.all_three(made) if isinstance(one, Paragraph) and one.small
    ]
    if made.region:
        said = [*small, *chapters_region.remarks(made)]
    else:
        said = [*small, *known.sureness(made.data, made.tell)]
    kept: list[str] = []
    for one in dict.fromkeys((*said, *background.fault_sentences(made))):
        if sum(map(glyphs, [*kept, one])) > MOST_DOUBTS:
            break
        kept.append(one)
    return paragraphs(kept)


def _large(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the answers without what stands small beside them on paper."""
    return tuple(
        one
        for one in blocks
        if isinstance(one, CardRow) or not (isinstance(one, Paragraph) and one.small)
    )

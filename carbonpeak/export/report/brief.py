"""One page for a manager: where things stand, why, when the peak, and what is still needed."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.export.report import (
    answers,
    background,
    region_cards,
    region_sentences,
    sentences,
)
from carbonpeak.export.report.chapters_region import question, remarks
from carbonpeak.export.report.document import Block, Paragraph, Report
from carbonpeak.export.report.draft import Draft, draft, paragraphs, shown, stopped
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words.speaker import Speaker


def brief(data: Dataset, region: str, tell: Speaker) -> Report:
    """Return the brief of the nation or a province (code of GB/T 2260), to fit on one page.

    An empty region or its own code is the nation. FigureError ``choice`` for any other code.
    """
    made = draft(data, region, tell)
    blocks = _of_region(made) if made.region else _of_nation(made)
    return made.report("brief", blocks, compact=True)


def _of_nation(made: Draft) -> tuple[Block, ...]:
    since = {"measure": "co2", "basis": "total", **sentences.SINCE_BASE}
    return (
        *answers.all_three(made),
        background.nation_cards(made),
        *shown(made.figure("glide_energy")),
        *shown(made.figure("driver_waterfall", **since)),
        _why(made, sentences.since_base(made.data, "co2", "total")),
        *_lagging(made),
    )


def _of_region(made: Draft) -> tuple[Block, ...]:
    asked = question(made, "co2") or question(made, "energy")
    answered = answers.all_three(made)
    said = {one.text for one in answered if isinstance(one, Paragraph)}
    return (
        *answered,
        background.region_cards_row(made),
        *_pictures(made, asked),
        *((_why(made, asked),) if asked else _unexplained(made, said)),
        *_place(made),
    )


def _why(made: Draft, asked: Question) -> Paragraph:
    return Paragraph(sentences.driven(made, asked), made.tell("template.why"))


def _unexplained(made: Draft, said: set[str]) -> tuple[Block, ...]:
    """Return why there is no reason to give, as far as it is not said yet."""
    return paragraphs(one for one in remarks(made) if one not in said)


def _lagging(made: Draft) -> tuple[Block, ...]:
    """Return the provinces that lag and the sectors that added most, by name."""
    last = sentences.last_ones(made.figure("region_ranking", measure="energy"))
    first = sentences.first_ones(made.figure("sector_ranking", measure="co2"))
    years = {"first": BASE_YEAR, "last": made.data.last_year}
    said = made.tell("answer.places.nation", regions=last, sectors=first, **years)
    return (Paragraph(said, made.tell("answer.places")),)


def _place(made: Draft) -> tuple[Block, ...]:
    """Return the rank of a province, and which of its sectors moved most."""
    view = region_cards.energy_view(made.data)
    members = made.figure("driver_members", region=made.region, **sentences.SINCE_BASE)
    moved = stopped(members.figure.title, made.tell) if members else ""
    said = made.tell.sentences(one for one in (region_sentences.rank(made, view), moved) if one)
    return (Paragraph(said, made.tell("answer.rank")),)


def _pictures(made: Draft, asked: Question | None) -> tuple[Block, ...]:
    """Return the path and the drivers of a province; where it has none, all provinces as tiles."""
    codes = {"measure": asked.measure, "basis": asked.basis_name} if asked else {}
    place = {"region": made.region}
    own = (
        *shown(made.figure("region_path", **place)),
        *shown(made.figure("driver_waterfall", **codes, **place, **sentences.SINCE_BASE)),
    )
    return own or shown(made.figure("region_tiles"))

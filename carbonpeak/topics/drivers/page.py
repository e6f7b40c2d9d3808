"""The choices and figures of the page Drivers."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.drivers import members, notes, structure, waterfall, years
from carbonpeak.topics.drivers.analysis import FORMS
from carbonpeak.topics.drivers.analysis_cells import KNOWN_YEARS
from carbonpeak.topics.drivers.choices import DriversChoices
from carbonpeak.topics.drivers.question import Question
from carbonpeak.topics.drivers.words import WORDS
from carbonpeak.words.speaker import Speaker

YEARS = tuple(str(year) for year in KNOWN_YEARS)
MEASURE = names.measure_choice()
FIXED = (
    Control(MEASURE, "control.measure", lambda data, tell, code: tell(f"drivers.measure.{code}")),
    Control(
        Choice("form", FORMS, FORMS[0]),
        "control.form",
        lambda data, tell, code: tell(f"form.{code}"),
    ),
    names.years("from", YEARS, "2015", "control.drivers_from"),
    names.years("to", YEARS, YEARS[-1], "control.drivers_to"),
    Control(
        Choice("split", ("region", "sector"), "region"),
        "control.split",
        lambda data, tell, code: tell(f"split.{code}"),
    ),
    names.years("span", structure.SPANS, structure.SPANS[0], "control.span"),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which bases there are depends on the measure."""
    measure = selection.read(raw, [MEASURE])[0].one("measure")
    region = names.region_control(data, "control.drivers_region")
    sector = Choice("sector", ("", *sectors.codes(data)), "")
    return (
        *FIXED,
        names.basis_control(measure),
        region,
        Control(sector, "control.drivers_sector", names.sector),
    )


def _answerable(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Question | None:
    """Return the question that can be answered, None where there is no answer at all."""
    asked = chosen.question
    if notes.refused(data, asked, chosen.form, tell):
        return None
    return notes.narrowed(data, asked, tell)[0]


def _waterfall(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    asked = _answerable(data, chosen, tell)
    return waterfall.waterfall(data, asked, chosen.form, tell) if asked else None


def _yearly(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    asked = _answerable(data, chosen, tell)
    return years.yearly(data, asked, chosen.form, tell) if asked else None


def _members(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    asked = _answerable(data, chosen, tell)
    part = members.part_of(asked, chosen.split) if asked else ""
    if not (asked and part):
        return None
    return members.ranking(data, asked, part, chosen.form, tell)


def _everything(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    asked = _answerable(data, chosen, tell)
    part = members.part_of(asked, chosen.split) if asked else ""
    if not (asked and part):
        return None
    return members.everything(data, asked, part, chosen.form, tell)


ASKED = ("measure", "basis", "form", "from", "to", "region", "sector")
PAGE = PageSpec(
    "drivers",
    DriversChoices.of,
    controls,
    (
        FigureSpec("driver_waterfall", ASKED, _waterfall),
        FigureSpec("driver_years", ASKED, _yearly),
        FigureSpec("driver_members", (*ASKED, "split"), _members),
        FigureSpec("driver_table", (*ASKED, "split"), _everything),
        FigureSpec(
            "structure_waterfall",
            ("span",),
            lambda data, chosen, tell: structure.waterfall(data, chosen.span, tell),
        ),
        FigureSpec(
            "structure_divisions",
            ("span",),
            lambda data, chosen, tell: structure.divisions(data, chosen.span, tell),
        ),
    ),
    WORDS,
)

"""The choices and figures of the page Drivers."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw, either, lacks
from carbonpeak.topics.drivers import (
    analysis_structure,
    labels,
    members,
    structure,
    waterfall,
    years,
)
from carbonpeak.topics.drivers.analysis import FORMS
from carbonpeak.topics.drivers.analysis_cells import known_years
from carbonpeak.topics.drivers.choices import DriversChoices, span_code, span_of
from carbonpeak.topics.drivers.question import sector_codes, usual_first
from carbonpeak.topics.drivers.words import WORDS
from carbonpeak.words.speaker import Speaker

MEASURE = names.measure_choice()


FIXED = (
    Control(MEASURE, "control.measure", names.named_by("drivers.measure")),
    Control(Choice("form", FORMS, FORMS[0]), "control.form", names.named_by("form")),
    Control(
        Choice("split", ("region", "sector"), "region"),
        "control.split",
        names.named_by("split"),
    ),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which bases there are depends on the measure, the years on the data."""
    measure = selection.read(raw, [MEASURE])[0].one("measure")
    sector = Choice("sector", ("", *sector_codes(data)), "")
    return (
        *FIXED,
        *_years(data, raw),
        names.basis_control(measure),
        names.region_control(data, "control.drivers_region"),
        Control(sector, "control.drivers_sector", _sector),
    )


def _sector(data: Dataset, tell: Speaker, code: str) -> str:
    return labels.sector_name(data, code, tell) if code else tell("control.none")


def _span(data: Dataset, tell: Speaker, code: str) -> str:
    span = span_of(code)
    return tell.years(*span) if span else code


def _years(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices of years: of a change, and of the input-output tables.

    The year a change starts from follows the one it ends in, unless it is chosen.
    """
    known = tuple(str(year) for year in known_years(data, names.region_in(data, raw)))
    last = Choice("to", known, known[-1])
    first = str(usual_first(data, int(selection.read(raw, [last])[0].one("to"))))
    spans = tuple(span_code(span) for span in analysis_structure.spans(data)) or ("",)
    return (
        names.years("from", known, first, "control.drivers_from"),
        names.years("to", known, last.default, "control.drivers_to"),
        Control(Choice("span", spans, spans[0]), "control.span", _span),
    )


ASKED = ("measure", "basis", "form", "from", "to", "region", "sector")
# One province can only be split by division, one division only by province.
IDLE = {"split": either(lacks("region", ""), lacks("sector", ""))}
PAGE = PageSpec(
    "drivers",
    DriversChoices.of,
    controls,
    (
        FigureSpec("driver_waterfall", ASKED, waterfall.waterfall),
        FigureSpec("driver_years", ASKED, years.yearly),
        FigureSpec("driver_members", (*ASKED, "split"), members.ranking, IDLE),
        FigureSpec("driver_table", (*ASKED, "split"), members.everything, IDLE),
        FigureSpec("structure_waterfall", ("span",), structure.waterfall),
        FigureSpec("structure_divisions", ("span",), structure.divisions),
    ),
    WORDS,
)

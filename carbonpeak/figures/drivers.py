"""The choices and figures of the page Drivers."""

from carbonpeak import selection
from carbonpeak.exhibits import driver_members, driver_notes, driver_years, drivers, structure
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.figures import names
from carbonpeak.figures.figure import Control, Figure, Raw, Sheet
from carbonpeak.findings.driver_cells import KNOWN_YEARS
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.drivers import FORMS
from carbonpeak.findings.view import Ask
from carbonpeak.selection import Choice, Selection
from carbonpeak.wording import Lang, say
from carbonpeak.wording.terms import SECTOR_SHORT

YEARS = tuple(str(year) for year in KNOWN_YEARS)
MEASURE = names.measure_choice()
FIXED = (
    Control(
        MEASURE, "control.measure", lambda ask, lang, code: say(f"drivers.measure.{code}", lang)
    ),
    Control(
        Choice("form", FORMS, FORMS[0]),
        "control.form",
        lambda ask, lang, code: say(f"form.{code}", lang),
    ),
    names.years("from", YEARS, "2015", "control.drivers_from"),
    names.years("to", YEARS, YEARS[-1], "control.drivers_to"),
    Control(Choice("sector", ("", *SECTOR_SHORT), ""), "control.drivers_sector", names.sector),
    Control(
        Choice("split", ("region", "sector"), "region"),
        "control.split",
        lambda ask, lang, code: say(f"split.{code}", lang),
    ),
    names.years("span", structure.SPANS, structure.SPANS[0], "control.span"),
)


def controls(ask: Ask, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which bases there are depends on the measure."""
    measure = selection.read(raw, [MEASURE])[0].one("measure")
    region = names.region_control(ask, "control.drivers_region")
    return (*FIXED, names.basis_control(measure), region)


def question(chosen: Selection) -> Question:
    """Return what is asked."""
    return Question(
        chosen.one("measure"),
        chosen.one("basis"),
        int(chosen.one("from")),
        int(chosen.one("to")),
        chosen.one("region"),
        chosen.one("sector"),
    )


def _answerable(ask: Ask, chosen: Selection, lang: Lang) -> Question | None:
    """Return the question that can be answered, None where there is no answer at all."""
    asked = question(chosen)
    if driver_notes.refused(ask, asked, chosen.one("form"), lang):
        return None
    return driver_notes.narrowed(ask, asked, lang)[0]


def _waterfall(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    asked = _answerable(ask, chosen, lang)
    return drivers.waterfall(ask, asked, chosen.one("form"), lang) if asked else None


def _yearly(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    asked = _answerable(ask, chosen, lang)
    return driver_years.yearly(ask, asked, chosen.one("form"), lang) if asked else None


def _members(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    asked = _answerable(ask, chosen, lang)
    part = driver_members.part_of(asked, chosen.one("split")) if asked else ""
    if not (asked and part):
        return None
    return driver_members.ranking(ask, asked, part, chosen.one("form"), lang)


def _everything(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    asked = _answerable(ask, chosen, lang)
    part = driver_members.part_of(asked, chosen.one("split")) if asked else ""
    if not (asked and part):
        return None
    return driver_members.everything(ask, asked, part, chosen.one("form"), lang)


ASKED = ("measure", "basis", "form", "from", "to", "region", "sector")
SHEET = Sheet(
    "drivers",
    controls,
    (
        Figure("driver_waterfall", ASKED, _waterfall),
        Figure("driver_years", ASKED, _yearly),
        Figure("driver_members", (*ASKED, "split"), _members),
        Figure("driver_table", (*ASKED, "split"), _everything),
        Figure(
            "structure_waterfall",
            ("span",),
            lambda ask, chosen, lang: structure.waterfall(ask, chosen.one("span"), lang),
        ),
        Figure(
            "structure_divisions",
            ("span",),
            lambda ask, chosen, lang: structure.divisions(ask, chosen.one("span"), lang),
        ),
    ),
)

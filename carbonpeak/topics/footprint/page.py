"""The choices and figures of the page Product footprint."""

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import factor_search
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.footprint import calculator, dates, library, records, stated
from carbonpeak.topics.footprint.calculator_choices import OTHER, STUDY, study_controls
from carbonpeak.topics.footprint.choices import FootprintChoices
from carbonpeak.topics.footprint.words import WORDS
from carbonpeak.topics.footprint.words_calculator import WORDS as CALCULATOR_WORDS
from carbonpeak.words.speaker import Speaker

FIRST_KIND = "fuel"
STUDY_FIGURES = (
    FigureSpec("footprint_stages", (STUDY,), calculator.by_stage),
    FigureSpec("footprint_steps", (STUDY,), calculator.steps),
    FigureSpec("footprint_shares", (STUDY,), calculator.shares),
    FigureSpec("footprint_rows", (STUDY,), calculator.rows),
    FigureSpec("footprint_statement", (STUDY,), calculator.statement_rows),
    FigureSpec("footprint_compared", (STUDY, OTHER), calculator.compared),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices: kinds, standings, years and topics that the data have."""
    return (*study_controls(), *_of_library(data), *_of_records(data))


@once_per_dataset
def _of_library(data: Dataset) -> tuple[Control, ...]:
    """Return which factors are shown, and the year of those of the grid."""
    every = library.EVERY
    standings = tuple(sorted(factor_search.library(data)["standing"].unique()))
    years = library.grid_years(data) or ("",)
    return (
        Control(
            Choice("factor", (every, *library.kinds(data)), _first_kind(data)),
            "footprint.control.factor",
            names.named_by("footprint.kind"),
        ),
        Control(
            Choice("standing", (every, *standings), every), "footprint.control.standing", _standing
        ),
        Control(
            Choice("factoryear", (every, *library.factor_years(data)), every),
            "footprint.control.factoryear",
            _factor_year,
        ),
        Control(
            Choice("factorregion", (every, *library.factor_regions(data)), every),
            "footprint.control.factorregion",
            _factor_region,
        ),
        Control(Choice("gridyear", years, years[0]), "footprint.control.gridyear", names.plain),
    )


@once_per_dataset
def _of_records(data: Dataset) -> tuple[Control, ...]:
    """Return what of the published records is shown, and which topic of goals and documents."""
    return (
        Control(
            Choice("record", tuple(records.UNITS), "km"),
            "footprint.control.record",
            names.named_by("footprint.record"),
        ),
        Control(
            Choice("stated", tuple(stated.VEHICLES), next(iter(stated.VEHICLES))),
            "footprint.control.stated",
            names.named_by("footprint.stated"),
        ),
        Control(
            Choice("matter", (library.EVERY, *records.topics(data)), library.EVERY),
            "footprint.control.matter",
            records.topic_words,
        ),
    )


def _first_kind(data: Dataset) -> str:
    """Return the kind shown at first: all together are too many to read."""
    return FIRST_KIND if FIRST_KIND in library.kinds(data) else library.EVERY


def _standing(data: Dataset, tell: Speaker, code: str) -> str:
    return tell("footprint.kind.all") if code == library.EVERY else tell(f"standing.{code}")


def _factor_year(data: Dataset, tell: Speaker, code: str) -> str:
    every = tell("footprint.kind.all")
    return every if code == library.EVERY else library.year_words(tell, code)


def _factor_region(data: Dataset, tell: Speaker, code: str) -> str:
    every = tell("footprint.kind.all")
    return every if code == library.EVERY else library.region_words(data, tell, code)


PAGE = PageSpec(
    "footprint",
    FootprintChoices.of,
    controls,
    (
        *STUDY_FIGURES,
        FigureSpec("electricity_footprint", (), library.electricity),
        FigureSpec("grid_factors", ("gridyear",), library.grid),
        FigureSpec(
            "factor_library",
            ("factor", "standing", "factoryear", "factorregion"),
            library.table,
        ),
        FigureSpec("coal_spread", (), stated.coal),
        FigureSpec("vehicles_stated", ("stated",), stated.vehicles),
        FigureSpec("vehicle_records", ("record",), records.vehicles),
        FigureSpec("footprint_dates", (), dates.board),
        FigureSpec("footprint_register", ("matter",), records.register),
    ),
    {**WORDS, **CALCULATOR_WORDS},
)

"""The choices and figures of the page Reporting units."""

from datetime import date
from functools import partial

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import is_code
from carbonpeak.domain import sectors
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice, Given
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.reporting import (
    analysis,
    company,
    completeness,
    disclosed,
    emissions,
    late,
    public,
    verified,
)
from carbonpeak.topics.reporting.choices import BY, ORDERS, STAGES, ReportingChoices
from carbonpeak.topics.reporting.words import WORDS
from carbonpeak.topics.reporting.words_forms import WORDS as FORM_WORDS
from carbonpeak.words.speaker import Speaker


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; years follow from the records as of the entry that is asked for."""
    newest = analysis.newest(data)
    entry = Given("entry", str(newest), partial(_is_entry, newest))
    day = Given("day", analysis.today(), _is_day)
    number, on = int(_asked(raw, entry)), _asked(raw, day)
    years = analysis.years(data, number, on)
    usual = str(int(on[:4]) - 1)
    return (
        Control(
            Choice("reported", tuple(map(str, years)), usual),
            "reporting.control.reported",
            names.plain,
        ),
        names.region_control(data, "reporting.control.region", "reporting.control.all"),
        Control(
            Choice("sector", ("", *sectors.codes(data)), ""), "reporting.control.sector", _sector
        ),
        Control(Choice("by", BY, BY[0]), "reporting.control.by", names.named_by("reporting.by")),
        Control(
            Choice("stage", STAGES, STAGES[0]),
            "reporting.control.stage",
            names.named_by("reporting.stage"),
        ),
        Control(
            Choice("order", ORDERS, ORDERS[0]),
            "reporting.control.order",
            names.named_by("reporting.order"),
        ),
        Control(
            Given("company", "", partial(_is_company, data, number)),
            "reporting.control.company",
            partial(_name, number),
        ),
        Control(day, "reporting.control.day", names.plain),
        Control(entry, "reporting.control.entry", names.plain),
    )


def _asked(raw: Raw, choice: Given) -> str:
    given = list(raw.get(choice.name, ()))
    return given[-1] if given and choice.is_known(given[-1]) else choice.default


def _is_entry(newest: int, text: str) -> bool:
    return text.isascii() and text.isdigit() and str(int(text)) == text and int(text) <= newest


def _is_company(data: Dataset, number: int, text: str) -> bool:
    return is_code(text) and analysis.company(data, number, text) is not None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _sector(data: Dataset, tell: Speaker, code: str) -> str:
    return names.sector(data, tell, code) if code else tell("reporting.control.all")


def _name(number: int, data: Dataset, tell: Speaker, code: str) -> str:
    return company.name(data, number, code, tell) if code else ""


WHOSE = ("region", "sector")
OF_COMPANY = ("company", "entry")
PAGE = PageSpec(
    "reporting_units",
    ReportingChoices.of,
    controls,
    (
        FigureSpec("reporting_public_counts", (), public.counts),
        FigureSpec(
            "reporting_completeness",
            ("reported", "by", "stage", "day", "entry"),
            completeness.completeness,
        ),
        FigureSpec("reporting_states", ("reported", *WHOSE, "entry"), completeness.states),
        FigureSpec("reporting_overdue", ("reported", *WHOSE, "order", "day", "entry"), late.late),
        FigureSpec("reporting_emissions", ("reported", *WHOSE, "entry"), emissions.emissions),
        FigureSpec("reporting_verified", ("reported", "by", "entry"), verified.verified),
        FigureSpec("reporting_disclosed", ("reported", *WHOSE, "entry"), disclosed.disclosed),
        FigureSpec("reporting_company", OF_COMPANY, company.reports),
        FigureSpec("reporting_products", OF_COMPANY, company.products),
        FigureSpec("reporting_findings", OF_COMPANY, company.findings),
        FigureSpec("reporting_changes", OF_COMPANY, company.changes),
    ),
    WORDS | FORM_WORDS,
)

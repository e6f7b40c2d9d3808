"""The choices of the page Figures and reports; its figures are those of the other pages."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.page_spec import Control, PageSpec, Raw
from carbonpeak.topics.reports.choices import ReportsChoices
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

TEMPLATES = ("yearly", "brief")
REPORTS = ("docx", "pptx", "pdf", "html")
# What a tray can become: a report, or its figures and data in one archive.
BUNDLES = (*REPORTS, "zip")


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; files are in the language of the page unless it is said otherwise."""
    given = raw.get("lang", ["zh"])[-1]
    lang = given if given in LANGS else LANGS[0]
    return (
        Control(Choice("bundle", BUNDLES, "docx"), "making.kind", _kind),
        Control(
            Choice("template", TEMPLATES, "yearly"),
            "making.template",
            names.named_by("making.template"),
        ),
        names.region_control(data, "making.region", "nation"),
        Control(Choice("format", REPORTS, "docx"), "making.kind", _kind),
        Control(
            Choice("language", LANGS, lang),
            "making.lang",
            names.named_by("lang"),
        ),
    )


def _kind(data: Dataset, tell: Speaker, code: str) -> str:
    return tell(f"making.kind.{code}")


PAGE = PageSpec("figures", ReportsChoices.of, controls, (), {})

"""The choices of the page Figures and reports; its figures are those of the other pages."""

from carbonpeak.figures import names
from carbonpeak.figures.figure import Control, Raw, Sheet
from carbonpeak.findings.view import Ask
from carbonpeak.selection import Choice
from carbonpeak.wording import LANGS, Lang, say

TEMPLATES = ("yearly", "brief")
REPORTS = ("docx", "pptx", "pdf", "html")
# What a tray can become: a report, or its figures and data in one archive.
BUNDLES = (*REPORTS, "zip")


def controls(ask: Ask, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; files are in the language of the page unless it is said otherwise."""
    given = raw.get("lang", ["zh"])[-1]
    lang = given if given in LANGS else LANGS[0]
    return (
        Control(Choice("bundle", BUNDLES, "docx"), "making.kind", _kind),
        Control(
            Choice("template", TEMPLATES, "yearly"),
            "making.template",
            lambda ask, lang, code: say(f"making.template.{code}", lang),
        ),
        names.region_control(ask, "making.region", "nation"),
        Control(Choice("format", REPORTS, "docx"), "making.kind", _kind),
        Control(
            Choice("language", LANGS, lang),
            "making.lang",
            lambda ask, lang, code: say(f"lang.{code}", lang),
        ),
    )


def _kind(ask: Ask, lang: Lang, code: str) -> str:
    return say(f"making.kind.{code}", lang)


SHEET = Sheet("figures", controls, ())

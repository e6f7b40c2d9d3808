"""Reports of the shipped tables: each is made, and printed, once for all tests that look at it."""

from collections.abc import Callable
from functools import cache

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.report import making
from carbonpeak.export.report.document import Report
from carbonpeak.export.report.templates import TEMPLATES
from carbonpeak.words import Lang
from carbonpeak.words.speaker import Speaker

Printed = Callable[[str, str, Lang], tuple[str, bytes]]


@pytest.fixture(scope="session")
def made(data: Dataset) -> Callable[[str, str, Lang], Report]:
    """Make the report of a template, a place and a language; nobody changes it."""

    @cache
    def make(template: str, place: str, lang: Lang) -> Report:
        return TEMPLATES[template](data, place, Speaker(lang))

    return make


@pytest.fixture(scope="session")
def printed(made: Callable[[str, str, Lang], Report], renderer: Renderer) -> Printed:
    """Print such a report; return the page that was printed and the PDF."""

    @cache
    def make(template: str, place: str, lang: Lang) -> tuple[str, bytes]:
        html = making.make(made(template, place, lang), "html", renderer).decode()
        return html, renderer.print_html(html)

    return make

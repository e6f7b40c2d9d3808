"""Reports as they are made of the shipped tables: each once for all tests that look at it."""

from collections.abc import Callable
from functools import lru_cache

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.export.report.document import Report
from carbonpeak.export.report.templates import TEMPLATES
from carbonpeak.words import Lang
from carbonpeak.words.speaker import Speaker


@pytest.fixture(scope="session")
def made(data: Dataset) -> Callable[[str, str, Lang], Report]:
    """Make the report of a template, a place and a language; nobody changes it."""

    @lru_cache
    def make(template: str, place: str, lang: Lang) -> Report:
        return TEMPLATES[template](data, place, Speaker(lang))

    return make

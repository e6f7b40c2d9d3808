"""The statement of a footprint: one page, in both languages and formats, with nothing left out."""

import io
from dataclasses import replace

import docx
import pytest
from pypdf import PdfReader

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.study_code import code_of
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.report import making
from carbonpeak.export.report.statement import statement
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker
from tests.studies import STEEL


@pytest.mark.parametrize("lang", LANGS)
def test_it_fits_one_page_and_says_both_sides(data: Dataset, renderer, lang: str) -> None:
    report = statement(data, code_of(STEEL), Speaker(lang))
    pdf = PdfReader(io.BytesIO(making.make(report, "pdf", renderer)))
    assert len(pdf.pages) == 1
    text = pdf.pages[0].extract_text().replace("\n", "")
    assert all(one in text for one in ("2,644", "2,744", "100", "footprint_stages;study=z1."))
    word = docx.Document(io.BytesIO(making.make(report, "docx", renderer)))
    assert report.title in [line.text for line in word.paragraphs]
    assert len(word.inline_shapes) == 2


def test_a_study_with_errors_has_no_statement(data: Dataset) -> None:
    code = code_of(replace(STEEL, amount=0.0))
    with pytest.raises(FigureError, match="no_rows"):
        statement(data, code, Speaker("zh"))

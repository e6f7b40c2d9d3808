"""Every figure of every page in every format and both languages, opened again as others open it."""

import pytest

from carbonpeak.export import lookup, passport
from carbonpeak.topics.registry import FIGURES
from tests import figure_rows
from tests.export import every
from tests.export.every import bare

# The browser prints in its own pixels, a quarter of a millimetre each.
NEAR_MM = 0.3


@pytest.fixture(params=FIGURES)
def name(request):
    return request.param


@pytest.fixture(params=["zh", "en"])
def printable(request, data, shipped, name):
    return figure_rows.printable(data, name, request.param)


def test_a_figure_survives_every_format(data, renderer, printable):
    png, dpi = every.png(renderer.render(printable, "png", 156, 300))
    svg = every.svg(renderer.render(printable, "svg", 156))
    pdf, has_fonts = every.pdf(renderer.render(printable, "pdf", 156))
    assert dpi == 300
    assert has_fonts
    for seen in (png, svg, pdf):
        assert seen.width_mm == pytest.approx(156, abs=NEAR_MM)
        assert seen.height_mm == pytest.approx(svg.height_mm, abs=NEAR_MM)
        assert seen.title == printable.title
        again = lookup.reopened(data, passport.read(seen.passport), printable.tell)
        assert again.figure.table.texts().equals(printable.figure.table.texts())
    for text in (printable.title, printable.figure.subtitle, *printable.lines):
        assert bare(text) in svg.text
        assert bare(text) in pdf.text
    for line in printable.lines:
        assert bare(line) in png.text

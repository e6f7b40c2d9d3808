"""Every figure of every page in every format, and in both languages, opened again by others."""

import pytest

from carbonpeak.export import lookup, passport
from carbonpeak.export.picture.size import MOST_PIXELS, pixels
from carbonpeak.topics.registry import FIGURES
from tests import figure_rows, needed
from tests.export import every
from tests.export.every import bare

# The browser prints in its own pixels, a quarter of a millimetre each.
NEAR_MM = 0.3
# Coarse, as painting and reading is dear; the usual resolution is only reckoned.
DPI, USUAL = 100, 300


@pytest.fixture(params=sorted(FIGURES.keys() - needed.OF_OWN_FIGURES))
def name(request):
    return request.param


def assert_reopens(data, seen, printable):
    """Assert that a file says its title and by its id brings back the figure."""
    assert seen.title == printable.title
    again = lookup.reopened(data, passport.read(seen.passport), printable.tell)
    assert again.figure.table.texts().equals(printable.figure.table.texts())


def words(printable):
    return [bare(text) for text in (printable.title, printable.figure.subtitle, *printable.lines)]


def test_a_figure_survives_every_format(data, renderer, name):
    printable = figure_rows.printable(data, name, "zh")
    png, dpi = every.png(renderer.render(printable, "png", 156, DPI))
    svg = every.svg(renderer.render(printable, "svg", 156))
    pdf, has_fonts = every.pdf(renderer.render(printable, "pdf", 156))
    assert dpi == DPI
    assert pixels(svg.height_mm, USUAL) <= MOST_PIXELS
    assert has_fonts
    for seen in (png, svg, pdf):
        assert seen.width_mm == pytest.approx(156, abs=NEAR_MM)
        assert seen.height_mm == pytest.approx(svg.height_mm, abs=NEAR_MM)
        assert_reopens(data, seen, printable)
    assert [text for text in words(printable) if text not in svg.text] == []
    assert [text for text in words(printable) if text not in pdf.text] == []
    assert [line for line in printable.lines if bare(line) not in png.text] == []


def test_a_figure_survives_in_english(data, renderer, name):
    """One format tells all its words: the others take them from the same drawing."""
    printable = figure_rows.printable(data, name, "en")
    svg = every.svg(renderer.render(printable, "svg", 156))
    assert svg.width_mm == pytest.approx(156, abs=NEAR_MM)
    assert_reopens(data, svg, printable)
    assert [text for text in words(printable) if text not in svg.text] == []

"""Every figure of every page in every format and both languages, opened again as others open it."""

import pytest

from carbonpeak.export import editions, passport
from carbonpeak.figures.registry import FIGURES
from tests import figure_rows
from tests.export import every
from tests.export.every import bare

# The browser prints in its own pixels, a quarter of a millimetre each.
NEAR_MM = 0.3


@pytest.fixture(params=FIGURES)
def name(request):
    return request.param


@pytest.fixture(params=["zh", "en"])
def edition(request, ask, shipped, name):
    return figure_rows.edition(ask, shipped.catalogue.version, name, request.param)


def test_a_figure_survives_every_format(ask, renderer, edition):
    png, dpi = every.png(renderer.render(edition, "png", 156, 300))
    svg = every.svg(renderer.render(edition, "svg", 156))
    pdf, has_fonts = every.pdf(renderer.render(edition, "pdf", 156))
    assert dpi == 300
    assert has_fonts
    for seen in (png, svg, pdf):
        assert seen.width_mm == pytest.approx(156, abs=NEAR_MM)
        assert seen.height_mm == pytest.approx(svg.height_mm, abs=NEAR_MM)
        assert seen.title == edition.title
        again = editions.reopened(
            ask, edition.passport.data_version, passport.read(seen.passport), edition.lang
        )
        assert again.exhibit.table.equals(edition.exhibit.table)
    for text in (edition.title, edition.exhibit.subtitle, *edition.lines):
        assert bare(text) in svg.text
        assert bare(text) in pdf.text
    for line in edition.lines:
        assert bare(line) in png.text

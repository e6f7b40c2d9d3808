"""Every figure of every page in every format, and in both languages, opened again by others."""

import pytest

from carbonpeak.export import lookup, passport
from carbonpeak.export.picture.size import MOST_PIXELS, pixels
from carbonpeak.topics.registry import FIGURES
from tests import figure_rows, needed, part
from tests.export import every
from tests.export.every import bare

# The browser prints in its own pixels, a quarter of a millimetre each.
NEAR_MM = 0.3
# Coarse, as painting and reading is dear; the usual resolution is only reckoned.
DPI, USUAL = 100, 300


NAMES = sorted(FIGURES.keys() - needed.OF_OWN_FIGURES)
KINDS = ("png", "svg", "pdf")
# The others are drawn in English with ``--in-full``; the texts of all are frozen in both languages.
IN_ENGLISH = NAMES if part.is_whole() else NAMES[::3]


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


def assert_reopens(data, seen, printable):
    """Assert that a file says its title and by its id brings back the figure."""
    assert seen.title == printable.title
    again = lookup.reopened(data, passport.read(seen.passport), printable.tell)
    assert again.figure.table.texts().equals(printable.figure.table.texts())


def words(printable):
    return (printable.title, printable.figure.subtitle, *printable.lines)


@pytest.fixture
def kinds(name, in_full):
    """The formats of a figure: one by turns, or with ``--in-full`` all."""
    return KINDS if in_full else (KINDS[NAMES.index(name) % len(KINDS)],)


def test_a_figure_survives_every_format(data, renderer, name, kinds):
    """In one format by turns, with ``--in-full`` in each; PNG has its words beside the picture."""
    printable = figure_rows.printable(data, name, "zh")
    heights = []
    for kind in kinds:
        file = renderer.render(printable, kind, 156, DPI)
        seen = opened(kind, file)
        heights.append(seen.height_mm)
        assert seen.width_mm == pytest.approx(156, abs=NEAR_MM)
        assert pixels(seen.height_mm, USUAL) <= MOST_PIXELS
        assert_reopens(data, seen, printable)
        said = printable.lines if kind == "png" else words(printable)
        assert [text for text in said if bare(text) not in seen.text] == []
    assert heights == pytest.approx([heights[0]] * len(heights), abs=NEAR_MM)


def opened(kind, file):
    """Return what a file says, once its resolution or its fonts are seen to be right."""
    if kind == "svg":
        return every.svg(file)
    seen, told = every.png(file) if kind == "png" else every.pdf(file)
    assert told == (DPI if kind == "png" else True)
    return seen


@pytest.mark.parametrize("english", IN_ENGLISH)
def test_a_figure_survives_in_english(data, renderer, english):
    """One format tells all its words: the others take them from the same drawing."""
    printable = figure_rows.printable(data, english, "en")
    svg = every.svg(renderer.render(printable, "svg", 156))
    assert svg.width_mm == pytest.approx(156, abs=NEAR_MM)
    assert_reopens(data, svg, printable)
    assert [text for text in words(printable) if bare(text) not in svg.text] == []

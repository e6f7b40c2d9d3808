"""Typefaces that come along: every character in use, and who made them."""

import json
from itertools import product

import pytest
from fontTools.ttLib import TTFont

from carbonpeak.build.typefaces import characters, gb_2312
from carbonpeak.export.picture import typefaces
from carbonpeak.topics.registry import FIGURES
from carbonpeak.words import LANGS
from tests import figure_rows, needed

# Noto Sans CJK lacks them; they come along in a file of their own.
SMALL_FIGURES = set("₂⁴⁸⁹")


@pytest.fixture(scope="module", params=list(typefaces.FILES.values()))
def font(request):
    with TTFont(typefaces.FOLDER / request.param) as one:
        yield one


@pytest.fixture(scope="module")
def used(data, shipped):
    """Every character of every figure in both languages."""
    found = set()
    for name, lang in product(FIGURES.keys() - needed.OF_OWN_FIGURES, LANGS):
        one = figure_rows.printable(data, name, lang)
        chart = one.figure.chart
        drawn = json.loads(chart.to_json()) if chart else {}
        words = (one.title, one.figure.subtitle, *one.lines, one.figure.table.texts().to_csv())
        found |= set("".join(words) + json.dumps(drawn, ensure_ascii=False))
    return found


def test_every_character_of_every_figure_comes_along(font, used):
    known = {chr(code) for code in font.getBestCmap()}
    assert "强" in used
    assert {one for one in used - known if one.isprintable()} == SMALL_FIGURES


def test_the_typefaces_are_what_their_recipe_says(font):
    assert len(gb_2312()) == 7445
    assert set(map(ord, gb_2312())) <= set(font.getBestCmap())
    assert len(characters() - set(font.getBestCmap())) < 200
    assert font["name"].getDebugName(4).startswith(typefaces.FAMILY)
    assert "Open Font License" in font["name"].getDebugName(13)
    assert "OPEN FONT LICENSE" in (typefaces.FOLDER / "OFL.txt").read_text(encoding="utf-8")

"""The printed figure: sizes on paper, valid XML whatever a title says, its metadata."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from carbonpeak.export import passport
from carbonpeak.export.picture.paper_figure import (
    BELOW,
    SUBTITLE,
    TITLE,
    Picture,
    chart_body,
    compose,
)
from carbonpeak.export.picture.size import BASE_PT, WIDTHS_MM, Paper, pixels
from carbonpeak.export.picture.typeset import Block
from carbonpeak.export.rows.plain import one_line
from tests.export import samples

SVG = "{http://www.w3.org/2000/svg}"
CP = "{urn:carbonpeak:figure}"


def composed(title="发现", width_mm=156, picture=None, words=True, lang="zh"):
    printable = samples.printable(own_title=title, lang=lang)
    shown = picture or Picture("<path d='M0 0H9'/>", Paper(width_mm).units, 300)
    lines = [(printable.title, TITLE), (printable.figure.subtitle, SUBTITLE)]
    lines += [(line, BELOW) for line in printable.lines]
    blocks = [Block((one_line(text),), kind) for text, kind in lines]
    return compose(printable, shown, Paper(width_mm), blocks if words else [])


@pytest.mark.parametrize("width_mm", WIDTHS_MM)
def test_letters_have_their_points_on_paper(width_mm):
    root = etree.fromstring(composed(width_mm=width_mm).svg)
    assert root.get("width") == f"{width_mm}mm"
    units = float(root.get("viewBox").split()[2])
    points = {
        float(text.get("font-size")) * width_mm / units * 72 / 25.4
        for text in root.iter(f"{SVG}text")
    }
    base = BASE_PT[width_mm]
    assert sorted(points) == pytest.approx([base * 0.85, base, base * 1.25], rel=0.005)


def test_height_and_width_have_one_scale():
    sheet = composed()
    root = etree.fromstring(sheet.svg)
    _, _, width, height = map(float, root.get("viewBox").split())
    assert sheet.height_mm == pytest.approx(height * 156 / width, abs=0.01)
    assert root.get("height") == f"{sheet.height_mm}mm"


def test_without_words_the_picture_fills_the_sheet():
    bare = composed(words=False)
    root = etree.fromstring(bare.svg)
    assert bare.height_mm == pytest.approx(300 * 156 / Paper(156).units, abs=0.01)
    assert not list(root.iter(f"{SVG}text"))
    assert root.find(f".//{CP}Passport").text == samples.printable().passport.id


def test_a_wide_picture_is_made_smaller_not_cut():
    wide = Picture("<g/>", 2 * Paper(156).units, 600)
    sheet = composed(picture=wide)
    scale = re.search(r"scale\(([\d.]+)\)", sheet.svg)
    assert float(scale[1]) == pytest.approx(0.5)
    assert sheet.height_mm == composed(picture=Picture("<g/>", Paper(156).units, 300)).height_mm


def test_it_says_what_it_is():
    root = etree.fromstring(composed(lang="en").svg)
    printable = samples.printable(lang="en")
    assert root.get("role") == "img"
    assert root.get("lang") == "en"
    assert root.find(f"{SVG}title").text == "发现"
    assert root.find(f"{SVG}desc").text == printable.figure.alt
    assert passport.read(root.find(f".//{CP}Passport").text) == printable.passport
    assert root.find(f".//{CP}DataVersion").text == printable.passport.data_version


@given(st.text())
def test_any_title_stands_as_plain_text_in_valid_xml(title):
    root = etree.fromstring(composed(title=title).svg)
    shown = next(root.iter(f"{SVG}text"))
    assert len(shown) == 0
    assert (shown.text or "") == one_line(title or "发现")
    assert len(root.findall(f"{SVG}g")) == 1


@pytest.mark.parametrize("title", ['<b>粗</b> & "x"', "</text></svg>", "]]>", "a\x00\x0b\ud800b"])
def test_markup_and_control_characters_in_a_title_are_harmless(title):
    root = etree.fromstring(composed(title=title).svg)
    assert next(root.iter(f"{SVG}text")).text == one_line(title)


def test_what_is_no_svg_is_no_chart():
    assert chart_body('<svg width="9"><g/></svg>') == "<g/>"
    with pytest.raises(ValueError, match="SVG"):
        chart_body("nothing")


def test_blanks_before_a_text_are_said_as_a_distance():
    body = chart_body(
        '<svg><text x="1"> 5 t</text><tspan>\u00a0\u00a0+6</tspan><text>7 t</text></svg>'
    )
    assert body == (
        '<text x="1" dx="0.224em">5 t</text><tspan dx="0.448em">+6</tspan><text>7 t</text>'
    )


def test_pixels_are_rounded_to_the_nearest():
    assert [pixels(156, dpi) for dpi in (300, 600)] == [1843, 3685]


def test_only_offered_widths_are_papers():
    with pytest.raises(ValueError, match="156"):
        Paper(80)

"""Figures as files: nothing cut off, the same bytes twice, words as they are, tables that fit."""

import asyncio
import re
import threading
from hashlib import sha256
from io import BytesIO

import plotly.graph_objects as go
import pytest
from lxml import etree
from pypdf import PdfReader

from carbonpeak.export import lookup
from carbonpeak.export.picture import typeset
from carbonpeak.export.picture.browser import Browser, find, may_be_sandboxed
from carbonpeak.export.picture.drawing_page import DrawingPage, Drawn
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.picture.size import WIDTHS_MM, Paper
from carbonpeak.export.picture.typeset import Text, Type
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker
from tests.export import every, samples

SVG = "{http://www.w3.org/2000/svg}"
REFERENCE = re.compile(r"""url\(['"]?#([^'")]+)""")
KINDS = ("png", "svg", "pdf")
# Long labels, hatched bars, a grid, a fan, tables of few and of many columns.
SHOWN = (
    "glide_energy",
    "sector_ranking",
    "region_tiles",
    "driver_members",
    "peak_matrix",
    "projection_quantity",
    "known_after",
    "peak_table",
    "nowcast_inputs",
)


@pytest.fixture(scope="module")
def at_desk():
    """Run work at a drawing page of a browser of its own; the browser stays open between calls."""

    async def start():
        browser = Browser(find(), is_sandboxed=may_be_sandboxed())
        await browser.start()
        return browser, await DrawingPage.open(browser, Drawn())

    # In a thread: the tests of the pages in a browser keep a loop running in this one.
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def run(work):
        return asyncio.run_coroutine_threadsafe(work, loop).result()

    browser, drawing = run(start())
    yield lambda work: run(work(drawing))
    run(end(browser))
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


async def end(browser):
    """End a browser and what still waits for a word of it."""
    await browser.end()
    waiting = asyncio.all_tasks() - {asyncio.current_task()}
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


@pytest.fixture
def printable(data, shipped):
    def make(name, lang="zh", choices=()):
        return lookup.printable(data, name, choices, Speaker(lang))

    return make


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SHOWN)
def test_no_text_is_cut_off(at_desk, printable, name, lang, in_full):
    """On the narrowest paper, where there is least room; with ``--in-full`` on each."""
    one = printable(name, lang)
    for width_mm in WIDTHS_MM if in_full else (min(WIDTHS_MM),):
        near, outside = at_desk(lambda drawing, at=width_mm: cut(drawing, one, at))
        assert outside == []
        assert near, "what is near the edge is seen at all"


async def cut(drawing, one, width_mm):
    """Return the texts near the edge of a figure and those beyond it."""
    sheet = await drawing.paper_figure(one, Paper(width_mm), has_words=True)
    return [await drawing.texts_outside(sheet, margin) for margin in (-100, 0.5)]


@pytest.mark.parametrize("lang", LANGS)
def test_the_widest_matrix_is_made_smaller_not_cut(at_desk, printable, lang):
    one = printable("peak_matrix", lang, (("columns", "division"),))
    assert at_desk(lambda drawing: cut(drawing, one, 156))[1] == []


def digests(renderer, asked):
    return [sha256(renderer.render(one, kind, 100)).hexdigest() for one, kind in asked]


def test_the_same_figure_is_the_same_file_also_from_another_browser(renderer, printable, in_full):
    """Each of them in one format, with ``--in-full`` in all."""
    names = ["glide_energy", "driver_members", "peak_table"]
    pairs = [(name, kind) for name in names for kind in KINDS][:: 1 if in_full else 4]
    asked = [(printable(name), kind) for name, kind in pairs]
    first = digests(renderer, asked)
    # After the same figures in the other language: nothing measured for them counts for these.
    english = digests(renderer, [(printable(name, "en"), "svg") for name in names])
    assert not set(english) & set(first)
    # From a printable figure that was drawn, and from one that was not.
    # Told by digests: to lay two long files side by side, as a failure would, takes minutes.
    assert digests(renderer, asked) == first
    anew = [(printable(name), kind) for name, kind in pairs]
    assert digests(renderer, anew) == first
    other = Renderer()
    assert digests(other, asked[::-1]) == first[::-1]
    other.close()


def test_no_file_says_when_it_was_made(renderer, printable):
    for kind in KINDS:
        data = renderer.render(printable("known_after"), kind, 75)
        assert set(re.findall(rb"D:[0-9]{14}", data)) <= {b"D:20000101000000"}
        assert b"tIME" not in data


def test_the_size_is_known_before_and_fits_the_file(renderer, printable):
    one = printable("glide_energy")
    for has_words in (True, False):
        size = renderer.size_mm(one, 130, has_words)
        png, dpi = every.png(renderer.render(one, "png", 130, 600, has_words))
        assert dpi == 600
        assert (png.width_mm, png.height_mm) == pytest.approx(size, abs=0.05)
    assert renderer.size_mm(one, 130)[1] > size[1] + 20


def test_markup_of_an_author_is_shown_as_it_is(renderer):
    title = '<b>粗体</b> & "引号" <script>alert(1)</script>'
    shown = samples.printable(samples.figure(chart=False), own_title=title, own_note="<i>注</i>")
    svg = every.svg(renderer.render(shown, "svg", 156))
    assert svg.title == title
    assert every.bare(title) in svg.text
    pdf, _ = every.pdf(renderer.render(shown, "pdf", 156))
    assert every.bare(title) in pdf.text
    assert "<i>注</i>" in pdf.text


@pytest.mark.parametrize("lang", LANGS)
def test_a_pdf_holds_one_font_with_its_name_for_each_weight(renderer, printable, lang):
    """Fonts of Type 3 have no name, and typesetters refuse them."""
    data = renderer.render(printable("region_tiles", lang), "pdf", 156)
    fonts = PdfReader(BytesIO(data)).pages[0]["/Resources"]["/Font"].values()
    kinds = [(one["/Subtype"], one["/BaseFont"].partition("+")[2]) for one in fonts]
    own = [kind for kind in kinds if kind[1].startswith("NotoSansCJKsc")]
    assert sorted(own) == [
        ("/Type0", "NotoSansCJKsc-Bold"),
        ("/Type0", "NotoSansCJKsc-Regular"),
    ]
    assert "/Type3" not in {kind for kind, _ in kinds}


def test_hatching_is_drawn_out(renderer, printable):
    root = etree.fromstring(renderer.render(printable("driver_members"), "svg", 156))
    assert not list(root.iter(f"{SVG}pattern"))
    layers = [one for one in root.iter(f"{SVG}g") if "-" in (one.get("clip-path") or "")]
    assert len([one for one in layers if len(one) and one[0].get("d", "").count("M") > 10]) > 10


@pytest.mark.parametrize("name", SHOWN)
def test_other_programs_find_what_the_drawing_refers_to(renderer, printable, name):
    """What refers to something that is not there is drawn by some programs and not by others."""
    root = etree.fromstring(renderer.render(printable(name), "svg", 156))
    held = {one.get("id") for one in root.iter() if one.get("id")}
    said = [value for one in root.iter("*") for value in one.attrib.values()]
    named = [found for value in said for found in REFERENCE.findall(value)]
    assert set(named) <= held
    # A clip path is a bare shape: programs differ in what a style of it means.
    cut = [one for path in root.iter(f"{SVG}clipPath") for one in path]
    assert cut or not named
    assert not [one.attrib for one in cut if {"style", "clip-path"} & set(one.attrib)]


@pytest.mark.parametrize("name", ["region_tiles", "driver_waterfall", "peak_matrix"])
def test_each_line_of_a_label_says_where_it_stands(renderer, printable, name):
    """A line with both a place and a distance lies on the line above it in some programs."""
    choices = (("columns", "division"),) if name == "peak_matrix" else ()
    root = etree.fromstring(renderer.render(printable(name, "zh", choices), "svg", 156))
    lines = [one for one in root.iter(f"{SVG}tspan") if one.get("y")]
    assert len(lines) > 4
    assert not [one.attrib for one in root.iter(f"{SVG}tspan") if one.get("y") and one.get("dy")]
    for label in {one.getparent() for one in lines}:
        size = float(re.search(r"font-size: ([\d.]+)px", label.get("style"))[1])
        tops = [float(one.get("y")) for one in label if one.get("y")]
        apart = [below - above for above, below in zip(tops, tops[1:], strict=False)]
        assert apart == pytest.approx([1.3 * size] * len(apart), abs=0.02)


def test_marks_that_only_take_clicks_are_left_out(renderer):
    chart = go.Figure(go.Scatter(x=[1], y=[1], mode="markers", marker={"symbol": "cross"}))
    chart.add_scatter(x=[2], y=[2], mode="markers", marker={"opacity": 0, "symbol": "star"})
    chart.update_layout(height=200, xaxis_range=[0, 3], yaxis_range=[0, 3])
    shown = samples.figure()
    object.__setattr__(shown, "chart", chart)
    root = etree.fromstring(renderer.render(samples.printable(shown), "svg", 75))
    assert len([one for one in root.iter(f"{SVG}path") if one.get("class") == "point"]) == 1


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        # No line begins with a comma, though four signs would fit.
        ("能耗强度，二氧化碳", 52, ["能耗强", "度，二氧", "化碳"]),
        ("no break\nhere", 500, ["no break here"]),
        ("", 50, []),
        ("figure;year=2022;to=2030", 90, ["figure;", "year=2022;", "to=2030"]),
        ("WWWWWWWWWW", 40, ["WWW", "WWW", "WWW", "W"]),
    ],
)
def test_lines_are_broken_where_the_rules_of_writing_allow(at_desk, words, room, lines):
    kind = Type(12)

    async def broken(drawing):
        return await typeset.blocks(drawing._page, [Text(words, kind, room)])

    (block,) = at_desk(broken)
    assert list(block.lines) == lines
    assert block.height == len(lines) * kind.line_height


def test_a_table_stands_in_columns_with_numbers_to_the_right(renderer):
    shown = samples.printable(samples.figure(chart=False))
    root = etree.fromstring(renderer.render(shown, "svg", 100, has_words=False))
    texts = {one.text: one for one in root.iter(f"{SVG}text")}
    assert texts["−36.5%"].get("text-anchor") == texts["2022"].get("text-anchor") == "end"
    assert texts["山西 ※"].get("text-anchor") is None
    assert texts["−36.5%"].get("x") == texts["+5.3%"].get("x")
    assert texts["山西 ※"].get("y") == texts["−36.5%"].get("y")
    assert texts["地区"].get("font-weight") == "bold"


def test_no_number_of_a_wide_table_is_broken(renderer, printable):
    one = printable("peak_table", "en")
    root = etree.fromstring(renderer.render(one, "svg", 75, has_words=False))
    shown = {text.text for text in root.iter(f"{SVG}text")}
    numbers = [
        cell for cell in one.figure.table.texts().stack() if str(cell).replace(".", "").isdigit()
    ]
    assert set(numbers) <= shown

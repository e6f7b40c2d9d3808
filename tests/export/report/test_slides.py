"""The slides, opened again: findings as titles, figures in proportion, tables split, notes."""

import io

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.oxml.ns import qn
from pptx.util import Inches

from carbonpeak.export.report import slides
from carbonpeak.export.report.document import Cancelled, Heading, Paragraph, TableBlock
from tests.export import samples


def opened(report):
    return pptx.Presentation(io.BytesIO(slides.write(report, samples.png)))


@pytest.fixture(scope="module")
def whole():
    return opened(samples.whole())


def titles(deck):
    return [one.shapes.title.text_frame.text for one in deck.slides]


def titled(deck, title):
    return next(one for one in deck.slides if one.shapes.title.text_frame.text == title)


def words(slide):
    return " ".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)


def test_every_finding_has_its_slide_in_order(whole):
    shown = titles(whole)
    assert shown[:5] == ["年度报告", *["一、总体"] * 3, "发现"]
    assert [one for one in shown if one.startswith("长表")] == ["长表（1/2）", "长表（2/2）"]
    assert shown[-1] == "数据来源一览"
    assert whole.slide_width == pytest.approx(Inches(13.333), rel=1e-3)


def test_a_picture_keeps_its_proportions_its_words_and_its_place(whole):
    slide = titled(whole, "发现")
    (shape,) = [one for one in slide.shapes if one.shape_type == 13]
    assert shape.width / shape.height == pytest.approx(1843 / 900, rel=1e-3)
    assert shape._element.nvPicPr.cNvPr.get("descr") == "文字说明：天津上升"
    assert shape.left >= 0
    assert shape.left + shape.width <= whole.slide_width
    assert "数据来源：国家统计局" in words(slide)
    assert samples.printable().passport.id in words(slide)


def test_sentences_before_a_figure_are_its_notes_and_others_a_slide(whole):
    notes = titled(whole, "发现").notes_slide.notes_text_frame.text
    assert "图前一段。" in notes
    assert "一条说明" in notes
    last = [one for one in whole.slides if one.shapes.title.text_frame.text == "二、结语"]
    assert "没有图的一段。" in words(last[-1])
    _, text, cards = [one for one in whole.slides if one.shapes.title.text_frame.text == "一、总体"]
    assert "第一段。" in words(text)
    assert "−6.8%" in words(cards)


def test_tables_can_be_edited_and_none_is_longer_than_a_slide(whole):
    tables = [shape.table for one in whole.slides for shape in one.shapes if shape.has_table]
    assert all(len(list(one.rows)) <= slides.MOST_ROWS + 1 for one in tables)
    assert all(len(list(one.columns)) <= slides.MOST_COLUMNS for one in tables)
    years = [
        row.cells[0].text_frame.text
        for one in tables[:2]
        for place, row in enumerate(one.rows)
        if place
    ]
    assert years == [str(1990 + n) for n in range(20)]


def test_every_run_says_its_language_and_has_a_chinese_face(whole):
    runs = [
        run._r.rPr
        for slide in whole.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for line in shape.text_frame.paragraphs
        for run in line.runs
    ]
    assert {one.get("lang") for one in runs} == {"zh-CN"}
    assert all(one.find(qn("a:ea")) is not None for one in runs)


def test_the_same_report_gives_the_same_bytes():
    assert slides.write(samples.whole(), samples.png) == slides.write(samples.whole(), samples.png)


def test_a_stopped_report_is_no_file():
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        slides.write(samples.whole(), samples.png, stop)


@settings(max_examples=30)
@given(st.text(max_size=30))
def test_any_text_makes_a_file_that_opens(text):
    shown = samples.printable(own_title=text, own_note=text)
    opened(samples.report(Heading(text), Paragraph(text), TableBlock(shown), title=text))

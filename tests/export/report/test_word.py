"""The Word report, opened again: measures, headings, captions, tables, alternative texts."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonpeak.export.report import word
from carbonpeak.export.report.document import (
    Cancelled,
    FigureBlock,
    Heading,
    Paragraph,
    TableBlock,
)
from tests.export import samples


def opened(report, pictures=samples.png):
    return docx.Document(io.BytesIO(word.write(report, pictures)))


@pytest.fixture(scope="module")
def whole():
    return opened(samples.whole())


def lines(document, style):
    return [one.text for one in document.paragraphs if one.style.name == style]


def test_the_page_has_the_official_measures(whole):
    first = whole.sections[0]
    sizes = [first.page_width, first.page_height, first.top_margin, first.left_margin]
    assert [round(one.mm) for one in sizes] == [210, 297, 37, 28]
    block = (
        first.page_width - first.left_margin - first.right_margin,
        first.page_height - first.top_margin - first.bottom_margin,
    )
    assert [round(one / Mm(1)) for one in block] == [156, 225]


def test_the_faces_are_the_official_ones(whole):
    wanted = {
        "Title": ("方正小标宋简体", 22),
        "Heading 1": ("黑体", 16),
        "Heading 2": ("楷体_GB2312", 16),
        "Normal": ("仿宋_GB2312", 16),
    }
    for name, (family, size) in wanted.items():
        style = whole.styles[name]
        fonts = style.element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == family
        assert fonts.get(qn("w:asciiTheme")) is None
        assert style.font.size == Pt(size)
    assert whole.styles["Normal"].paragraph_format.line_spacing == Pt(28)
    body = next(one for one in whole.paragraphs if one.text == "第一段。")
    assert body._p.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_headings_are_real_and_the_contents_lead_to_them(whole):
    assert lines(whole, "Heading 1") == ["一、总体", "二、结语", "注释与筛选条件", "数据来源一览"]
    assert lines(whole, "Heading 2") == ["（一）细分"]
    anchors = [one.get(qn("w:anchor")) for one in whole.element.iter(qn("w:hyperlink"))]
    names = [one.get(qn("w:name")) for one in whole.element.iter(qn("w:bookmarkStart"))]
    assert anchors == names[: len(anchors)]
    assert len(anchors) == 4


def test_captions_are_fields_that_show_their_number(whole):
    shown = lines(whole, "Caption")
    assert shown[:3] == ["图 1　发现", "图 2　第二幅", "表 1　长表"]
    codes = [one.text.strip() for one in whole.element.iter(qn("w:instrText"))]
    assert codes.count("SEQ 图 \\* ARABIC") == 2
    assert codes.count("SEQ 表 \\* ARABIC") == 2


def test_a_caption_stands_below_a_figure_and_above_a_table(whole):
    body = list(whole.element.body)
    of = {one._p: one for one in whole.paragraphs}
    captions = {of[one].text: at for at, one in enumerate(body) if one in of and of[one].text}
    above = body[captions["图 1　发现"] - 1]
    assert list(above.iter(qn("w:drawing")))
    assert of[above].paragraph_format.keep_with_next or of[above].style.name == "Picture"
    assert body[captions["表 1　长表"] + 2].tag == qn("w:tbl")


def test_pictures_have_their_true_size_and_their_words(whole):
    first = whole.inline_shapes[0]
    assert round(first.width.mm) == 156
    assert first.height / first.width == pytest.approx(900 / 1843, rel=1e-3)
    assert first._inline.docPr.get("descr") == "文字说明：天津上升"


def test_a_tall_picture_shares_its_page_with_its_lines():
    tall = opened(
        samples.report(FigureBlock(samples.printable())), lambda *one: samples.png(*one, 1843, 6000)
    )
    shape = tall.inline_shapes[0]
    assert shape.height.mm < 225
    assert shape.height / shape.width == pytest.approx(6000 / 1843, rel=1e-3)


def test_tables_repeat_their_header_and_keep_their_rows_whole(whole):
    long = next(one for one in whole.tables if len(one.rows) == 21)
    head, *rows = long.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(one._tr.trPr.find(qn("w:cantSplit")) is not None for one in long.rows)
    assert [cell.text for cell in rows[0].cells] == ["1990", "1.0"]


def test_a_table_does_not_begin_or_end_with_a_few_rows_of_a_page(whole):
    long = next(one for one in whole.tables if len(one.rows) == 21)
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in long.rows]
    assert kept == [True] * 6 + [False] * 13 + [True, False]


def test_a_sentence_before_a_figure_stays_with_it(whole):
    kept = {one.text: one.paragraph_format.keep_with_next for one in whole.paragraphs}
    assert kept["图前一段。"]
    assert not kept["没有图的一段。"]


TABLE_ORDER = ("tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook")


def test_what_a_table_is_stands_in_the_order_word_demands(whole):
    for table in whole.tables:
        names = [one.tag.rpartition("}")[2] for one in table._tbl.tblPr]
        assert names == [one for one in TABLE_ORDER if one in names]


def test_a_wide_table_stands_sideways_in_parts(whole):
    sideways = [one for one in whole.sections if one.page_width > one.page_height]
    assert len(sideways) == 1
    assert sum("（续）" in one for one in lines(whole, "Caption")) == 2
    heads = [[cell.text for cell in one.rows[0].cells] for one in whole.tables[-3:]]
    assert [one[0] for one in heads] == ["列0"] * 3
    assert sum(len(one) - 1 for one in heads) == 29


def test_a_page_break_begins_the_next_piece():
    shown = opened(samples.report(samples.PageBreak(), Paragraph("新页"), samples.PageBreak()))
    broken = [one.text for one in shown.paragraphs if one.paragraph_format.page_break_before]
    assert broken == ["新页"]


def test_the_file_says_what_it_is(whole):
    told = whole.core_properties
    assert (told.title, told.language, told.keywords) == ("年度报告", "zh-CN", "数据版本 df275964")
    assert told.created.year == told.modified.year == 2000


def test_a_compact_report_has_no_contents_and_its_figures_side_by_side():
    shown = opened(samples.whole(compact=True))
    assert not list(shown.element.iter(qn("w:hyperlink")))
    row = next(one for one in shown.tables if list(one._tbl.iter(qn("w:drawing"))))
    assert len(row.rows[0].cells) == 2
    assert shown.paragraphs[-1].text.startswith("数据来源：国家统计局。声明：")


def test_english_has_its_own_words_and_faces():
    shown = opened(samples.whole("en"))
    assert "Figure 1. 发现" in lines(shown, "Caption")
    assert lines(shown, "Heading 1")[-1] == "Sources"
    assert shown.styles["Normal"].font.size == Pt(11)


def test_the_same_report_gives_the_same_bytes():
    first = word.write(samples.whole(), samples.png)
    assert first == word.write(samples.whole(), samples.png)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_progress_is_told_and_can_stop_the_report():
    told = []
    word.write(samples.whole(), samples.png, lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]

    def stop(done, _total):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        word.write(samples.whole(), samples.png, stop)


@settings(max_examples=30)
@given(st.text(max_size=30))
def test_any_text_makes_a_file_that_opens(text):
    shown = samples.printable(own_title=text, own_note=text)
    blocks = (Heading(text), Paragraph(text), TableBlock(shown))
    opened(samples.report(*blocks, title=text))

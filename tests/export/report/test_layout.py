"""Numbers, captions and cells that all writers share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.export.report import layout
from carbonpeak.export.report.document import FigureBlock, Heading, Paragraph, TableBlock
from carbonpeak.export.report.endnotes import letters
from carbonpeak.export.report.grid import Grid
from carbonpeak.export.report.layout import FigurePiece, NotesPiece, RowPiece, TablePiece
from carbonpeak.figures.table import Head, Table, words
from tests.export import samples


def captions(report):
    return [
        one.caption.text
        for one in layout.pieces(report)
        if isinstance(one, FigurePiece | TablePiece)
    ]


def test_figures_and_tables_are_numbered_apart_through_the_whole_report():
    assert captions(samples.whole()) == [
        *("图 1　发现", "图 2　第二幅", "表 1　长表", "表 2　宽表"),
    ]
    assert captions(samples.whole("en"))[0] == "Figure 1. 发现"


def test_a_caption_is_its_number_and_what_stands_around_it():
    caption = layout.Caption("figure", 12, "12 省", "zh")
    before, after = caption.around()
    assert before + "12" + after == caption.text == "图 12　12 省"


def test_a_cut_table_says_so():
    block = TableBlock(samples.printable(samples.figure(samples.LONG)), most_rows=20)
    piece, *_ = layout.pieces(samples.report(block))
    assert len(piece.grid.rows) == 20
    assert piece.lines[0] == "仅列前 20 行，共 30 行。"
    piece, *_ = layout.pieces(samples.report(TableBlock(block.printable, most_rows=30)))
    assert not piece.lines[0].startswith("仅列")


def test_below_a_figure_stand_its_author_s_note_standing_source_and_id():
    shown = samples.printable(own_note="作者的话")
    piece, *_ = layout.pieces(samples.report(FigureBlock(shown)))
    assert piece.lines == (
        shown.figure.subtitle,
        "作者的话",
        "数据性质：公开资料、推算；数据来源：国家统计局",
        f"注：a（见文末）；图表编码 {shown.passport.id}",
    )


def test_notes_and_filters_stand_once_at_the_end_and_figures_name_their_letters():
    first = samples.printable(samples.figure(notes=("规则", "只属此图")))
    table = samples.printable(samples.figure(samples.LONG, notes=("规则", "只属此表")))
    *shown, heading, notes = layout.pieces(
        samples.report(
            FigureBlock(first), TableBlock(table), FigureBlock(table), FigureBlock(first)
        )
    )
    named = [next(line for line in one.lines if line.startswith("注：")) for one in shown]
    assert [one.partition("（")[0] for one in named] == [
        "注：a、b",
        "注：a、c",
        "注：a、c",
        "注：a、b",
    ]
    assert heading == Heading("注释与筛选条件")
    assert [(one.mark, one.text) for one in notes.entries] == [
        *(("a．", "规则"), ("b．", "只属此图"), ("c．", "只属此表")),
        *((mark, first.filter_line) for mark in ("图 1", "表 1", "图 2", "图 3")),
    ]


def test_letters_go_on_after_z():
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        *("a", "z", "aa", "az", "ba", "zz", "aaa"),
    ]


def test_a_sentence_before_a_figure_stays_with_it():
    shown = layout.pieces(
        samples.report(Paragraph("x"), Paragraph("y", "z"), FigureBlock(samples.printable()))
    )
    assert shown[:2] == (Paragraph("x"), Paragraph("y", "z", leads=True))


def test_a_table_is_cut_upright_and_turned_only_where_it_is_in_too_many_parts():
    for count, is_wide, parts in ((9, False, 1), (13, False, 2), (17, False, 2), (18, True, 2)):
        heads = {Head(f"c{n}", f"{n}"): [words("x")] for n in range(count)}
        shown = samples.printable(samples.figure(Table.of_columns(heads), chart=False))
        piece, *_ = layout.pieces(samples.report(TableBlock(shown)))
        assert (piece.is_wide, len(piece.bands)) == (is_wide, parts)


def test_a_figure_alone_carries_all_its_notes():
    shown = samples.printable(samples.figure(notes=("规则", "只属此图")))
    assert {"规则", "只属此图"} <= set(shown.lines)
    assert not any("其余说明" in line for line in shown.lines)


def test_a_compact_report_puts_two_figures_in_a_row():
    figures = [FigureBlock(samples.printable()) for _ in range(3)]
    shown = layout.pieces(samples.report(*figures, Paragraph("x"), compact=True))
    assert [len(one.figures) for one in shown if isinstance(one, RowPiece)] == [2, 1]
    assert [one.caption.number for row in shown[:2] for one in row.figures] == [1, 2, 3]
    assert isinstance(shown[2], Paragraph)
    assert layout.counter(shown, lambda *_: None).total == 3


@given(st.integers(1, 60), st.integers(2, 14))
def test_bands_hold_every_column_once_and_the_first_in_each(width, most):
    head = tuple(map(str, range(width)))
    bands = Grid(head, (head,), (False,) * width).bands(most)
    assert [one for band in bands for one in band.head[1:]] == list(head[1:])
    assert all(band.head[0] == "0" for band in bands)
    assert all(len(band.head) <= most or len(bands) == 1 for band in bands)
    assert all(band.rows == (band.head,) for band in bands)


@given(st.integers(0, 60), st.integers(1, 14))
def test_pages_hold_every_row_once(count, most):
    rows = tuple((str(place),) for place in range(count))
    pages = Grid(("n",), rows, (True,)).pages(most)
    assert tuple(row for page in pages for row in page.rows) == rows
    assert all(len(page.rows) <= most for page in pages)
    assert pages


@given(
    st.lists(st.lists(st.text(max_size=40), min_size=3, max_size=3), min_size=1, max_size=4),
    st.floats(5, 300),
)
def test_shares_fill_the_room(rows, room):
    grid = Grid(("甲", "b", ""), tuple(map(tuple, rows)), (False, True, False))
    assert sum(grid.shares(room)) == pytest.approx(1)
    assert min(grid.shares(room)) > 0


def test_a_number_is_never_broken_where_there_is_room():
    grid = Grid(
        ("地区", "变化", "说明"), (("山西", "−1,234.5%", "很长的说明" * 20),), (False, True, False)
    )
    assert grid.shares(100)[1] * 100 >= len("−1,234.5%")


@given(st.text(max_size=20))
def test_no_text_holds_what_a_file_cannot(text):
    one_cell = Table.of_columns({Head("a", text): [words(text)]})
    shown = samples.printable(samples.figure(one_cell, text, notes=[text]))
    for piece in layout.pieces(samples.report(TableBlock(shown), FigureBlock(shown))):
        if isinstance(piece, Heading | NotesPiece):
            continue
        texts = [piece.caption.text.replace("　", " "), *piece.lines]
        if isinstance(piece, TablePiece):
            texts += [*piece.grid.head, *piece.grid.rows[0], piece.subtitle]
        assert all(one.isprintable() or not set(one) & set("\x00\x0b\n\r\t") for one in texts)

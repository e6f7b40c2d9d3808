"""The HTML report: whole by itself, its words escaped, its drawings apart from each other."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.export.report import web
from carbonpeak.export.report.document import Cancelled, FigureBlock, Heading, Paragraph, TableBlock
from carbonpeak.export.report.vector import inlined
from tests.export import samples


class Reader(HTMLParser):
    text = ""

    def reset(self):
        super().reset()
        self.tags, self.attributes = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


def read(report):
    reader = Reader()
    reader.feed(web.write(report, samples.svg).decode())
    reader.close()
    return reader


@pytest.fixture(scope="module")
def whole():
    return read(samples.whole())


def test_it_needs_nothing_else(whole):
    assert not {"script", "link", "iframe", "img", "object"} & set(whole.tags)
    outer = [value for name, value in whole.attributes if name in ("src", "href", "xlink:href")]
    assert all(value.startswith("#") for value in outer)
    style = web.write(samples.whole(), samples.svg).decode().partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_it_has_the_official_page_and_says_its_language(whole):
    assert ("lang", "zh-CN") in whole.attributes
    text = web.write(samples.whole(), samples.svg).decode()
    assert "size: A4; margin: 37mm 26mm 35mm 28mm" in text
    assert "counter(page)" in text
    assert '<html lang="en-GB">' in web.write(samples.whole("en"), samples.svg).decode()


def test_it_has_headings_captions_tables_and_sources_in_order(whole):
    order = ["一、总体", "第一段。", "图 1　发现", "图 2　第二幅", "表 1　长表", "表 2　宽表"]
    body = whole.text.partition("目录")[2].partition("二、结语")[2]
    places = [body.find(one) for one in order]
    assert places == sorted(places)
    assert -1 not in places
    assert "（续）" in whole.text
    assert "数据来源一览" in whole.text
    assert whole.tags.count("figure") == 2
    assert ("scope", "col") in whole.attributes


def test_the_names_of_one_drawing_do_not_meet_those_of_another(whole):
    names = [value for name, value in whole.attributes if name == "id"]
    assert len(names) == len(set(names))
    assert ("clip-path", "url(#f2-c)") in whole.attributes
    assert ("aria-label", "文字说明：天津上升") in whole.attributes


def test_a_drawing_fills_its_place_by_its_own_proportions():
    drawn = inlined(samples.svg(None), "a-", 'x" onload="y')
    assert 'viewBox="0 0 100 50"' in drawn
    assert 'width="100"' not in drawn
    assert "onload=" not in drawn.replace("&quot;", '"').replace('x" onload="y', "")
    for wrong in (b"", b"<svg", b"<html/>", b'<svg xmlns="http://www.w3.org/2000/svg"/>'):
        with pytest.raises(ValueError, match="drawing"):
            inlined(wrong, "a-", "x")


MARKUP = "<script>alert(1)</script>&\"'"


def test_markup_in_words_is_shown_not_run():
    shown = samples.printable(own_title=MARKUP, own_note=MARKUP)
    blocks = (Heading(MARKUP), Paragraph(MARKUP), FigureBlock(shown), TableBlock(shown))
    page = read(samples.report(*blocks, title=MARKUP))
    assert "script" not in page.tags
    assert MARKUP in page.text


@given(st.text(max_size=30))
def test_no_text_breaks_out_of_its_place(text):
    plain = read(samples.report(Heading("a"), Paragraph("a"), title="a"))
    page = read(samples.report(Heading(text), Paragraph(text), title=text))
    assert page.tags == plain.tags


def test_the_same_report_gives_the_same_bytes_and_can_be_stopped():
    assert web.write(samples.whole(), samples.svg) == web.write(samples.whole(), samples.svg)

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        web.write(samples.whole(), samples.svg, stop)


def test_a_compact_report_is_small_and_has_no_contents():
    page = read(samples.whole(compact=True))
    assert "nav" not in page.tags
    assert ("class", "row") in page.attributes
    assert "数据来源一览" not in page.text

"""Editions and reports made by hand, with pictures and drawings that are real but tiny."""

import io

import plotly.graph_objects as go
from PIL import Image

from carbonpeak.data.dataset import PUBLIC
from carbonpeak.export.passport import Passport
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.document import (
    CardRow,
    FigureBlock,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Source,
    TableBlock,
)
from carbonpeak.figures.figure import Card, Figure
from carbonpeak.figures.table import YEAR, Form, Head, Table, missing, number, percent_form, words
from carbonpeak.words.speaker import Speaker

CHANGE, AMOUNT = percent_form(1, sign=True), Form("万吨", per=1e4, digits=1)
TABLE = Table.of_columns(
    {
        Head("region", "地区"): [
            words("山西 ※", "山西", ["doubtful"]),
            words("天津"),
            words("西藏"),
        ],
        Head("change", "2022"): [
            number(-0.36512345678, CHANGE),
            number(0.053, CHANGE),
            missing("no_data", "无数据", CHANGE),
        ],
        Head("co2", "万吨", "万吨"): [
            number(value, AMOUNT) for value in (12_345_000.0, -98_680_000.0, 0.0)
        ],
    }
)


def figure(table=TABLE, title="发现", name="region_tiles", chart=True, notes=("一条说明",)):
    return Figure(
        name=name,
        title=title,
        subtitle="指标，单位，全国，2022 年",
        alt="文字说明：天津上升",
        chart=go.Figure(go.Bar(y=[1, 2]), {"height": 330}) if chart else None,
        table=table,
        standings=("published", "derived"),
        source_ids=("ceads-energy",),
        notes=tuple(notes),
    )


def printable(shown=None, lang="zh", **given):
    return PrintableFigure(
        shown or figure(),
        Speaker(lang),
        PUBLIC,
        Passport("region_tiles", (("measure", "energy"), ("year", "2022")), "df275964"),
        (("指标", "能源"), ("年份", "2022")),
        sources="国家统计局",
        **given,
    )


def report(*blocks, lang="zh", title="年度报告", compact=False):
    return Report(
        title=title,
        subtitle="截至 2022 年",
        lang=lang,
        date_words="二〇二六年",
        data_version="df275964",
        blocks=blocks,
        sources=(Source("国家统计局", "年度数据。", "注明来源"),),
        compact=compact,
    )


CARD = Card("能耗", "−6.8%", "2022 年比 2020 年", (("累计", "on_schedule"),), ("目标",), "小字")
WIDE = Table.of_columns(
    {Head(f"c{n}", f"列{n}"): [number(1, Form()), number(2, Form())] for n in range(30)}
)
LONG = Table.of_columns(
    {
        Head("year", "年份"): [number(1990 + n, YEAR) for n in range(30)],
        Head("value", "值"): [number(1.0, Form(digits=1))] * 30,
    }
)


def whole(lang="zh", compact=False):
    """A report with every kind of block."""
    long, wide = figure(LONG, "长表", chart=False), figure(WIDE, "宽表", chart=False)
    return report(
        Heading("一、总体"),
        Paragraph("第一段。"),
        CardRow((CARD, CARD)),
        Paragraph("图前一段。"),
        FigureBlock(printable(lang=lang)),
        FigureBlock(printable(figure(title="第二幅"), lang)),
        Heading("（一）细分", 2),
        TableBlock(printable(long, lang), most_rows=20),
        PageBreak(),
        TableBlock(printable(wide, lang)),
        Heading("二、结语"),
        Paragraph("没有图的一段。"),
        lang=lang,
        compact=compact,
    )


def png(_edition, _width_mm=156, width=1843, height=900):
    content = io.BytesIO()
    Image.new("RGB", (width, height), "#12436D").save(content, "PNG", dpi=(300, 300))
    return content.getvalue()


def svg(_edition, _width_mm=156):
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        b'width="100" height="50"><defs><clipPath id="c"><rect width="9" height="9"/></clipPath>'
        b'</defs><g clip-path="url(#c)"><text>GDP</text></g></svg>'
    )

"""Editions and reports made by hand, with pictures and drawings that are real but tiny."""

import io

import pandas as pd
import plotly.graph_objects as go
from PIL import Image

from carbonpeak.exhibits.exhibit import Card, Exhibit
from carbonpeak.export.edition import Edition
from carbonpeak.export.passport import Passport
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

TABLE = pd.DataFrame(
    {
        "地区": ["山西 ※", "天津", "西藏"],
        "2022": ["−36.5%", "+5.3%", "无数据"],
        "万吨": ["1,234.5", "−9,868.0", "0.0"],
    }
)


def exhibit(table=TABLE, title="发现", name="region_tiles", chart=True, notes=("一条说明",)):
    return Exhibit(
        name=name,
        title=title,
        subtitle="指标，单位，全国，2022 年",
        alt="文字说明：天津上升",
        chart=go.Figure(go.Bar(y=[1, 2])) if chart else None,
        table=table,
        standings=("published", "derived"),
        source_ids=("ceads-energy",),
        notes=tuple(notes),
    )


def edition(shown=None, lang="zh", **words):
    return Edition(
        shown or exhibit(),
        lang,
        Passport("region_tiles", (("measure", "energy"), ("year", "2022")), "df275964"),
        (("指标", "能源"), ("年份", "2022")),
        sources="国家统计局",
        **words,
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
WIDE = pd.DataFrame({f"列{n}": ["1", "2"] for n in range(30)})
LONG = pd.DataFrame({"年份": [str(1990 + n) for n in range(30)], "值": ["1.0"] * 30})


def whole(lang="zh", compact=False):
    """A report with every kind of block."""
    long, wide = exhibit(LONG, "长表", chart=False), exhibit(WIDE, "宽表", chart=False)
    return report(
        Heading("一、总体"),
        Paragraph("第一段。"),
        CardRow((CARD, CARD)),
        Paragraph("图前一段。"),
        FigureBlock(edition(lang=lang)),
        FigureBlock(edition(exhibit(title="第二幅"), lang)),
        Heading("（一）细分", 2),
        TableBlock(edition(long, lang), most_rows=20),
        PageBreak(),
        TableBlock(edition(wide, lang)),
        Heading("二、结语"),
        Paragraph("没有图的一段。"),
        lang=lang,
        compact=compact,
    )


def png(_edition, width=1843, height=900):
    content = io.BytesIO()
    Image.new("RGB", (width, height), "#12436D").save(content, "PNG", dpi=(300, 300))
    return content.getvalue()


def svg(_edition):
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        b'width="100" height="50"><defs><clipPath id="c"><rect width="9" height="9"/></clipPath>'
        b'</defs><g clip-path="url(#c)"><text>GDP</text></g></svg>'
    )

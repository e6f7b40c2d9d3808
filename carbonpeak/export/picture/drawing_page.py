"""From a figure to a file: the chart drawn by Plotly in a browser page, set on paper, printed."""

import base64
import zlib
from pathlib import Path
from typing import Any, Literal
from weakref import WeakKeyDictionary

import plotly
import plotly.graph_objects as go

from carbonpeak.export.faults import RenderError
from carbonpeak.export.picture import stamp, table_picture, typefaces
from carbonpeak.export.picture.browser import Browser, Page
from carbonpeak.export.picture.paper_figure import (
    EDGE,
    PaperFigure,
    Picture,
    chart_body,
    compose,
    texts,
)
from carbonpeak.export.picture.size import MOST_PIXELS, Paper, pixels
from carbonpeak.export.picture.typeset import blocks, speak
from carbonpeak.export.printable import SOFTWARE, PrintableFigure
from carbonpeak.export.rows.plain import one_line

Kind = Literal["png", "svg", "pdf"]
# Figures already drawn, by paper and whether words stand around them; dropped with their figure.
Drawn = WeakKeyDictionary[PrintableFigure, dict[tuple[Paper, bool], PaperFigure]]

HERE = Path(__file__).resolve().parent
PLOTLY = Path(plotly.__file__).resolve().parent / "package_data" / "plotly.min.js"
POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">"
)
# On a machine without any font a typeface that a text asks for cannot be read any more; so none is
# laid out before all are there.
HIDDEN = '<style id="hidden">body { display: none }</style>'
SHOW_WITH_TYPEFACES = """
Promise.all([...document.fonts].map((face) => face.load()))
  .then(() => { document.getElementById("hidden")?.remove() })
"""


class DrawingPage:
    """A page of the browser in which figures are drawn and printed, one at a time."""

    def __init__(self, browser: Browser, page: Page, drawn: Drawn) -> None:
        """Take a page that ``open`` has filled."""
        self.browser = browser
        self._page = page
        self._drawn = drawn

    @classmethod
    async def open(cls, browser: Browser, drawn: Drawn) -> "DrawingPage":
        """Open a page with Plotly in it; what it draws is kept in ``drawn``, others share it."""
        page = await browser.page()
        await page.fill((HERE / "drawing.html").read_text(encoding="utf-8"))
        await page.evaluate(PLOTLY.read_text(encoding="utf-8"))
        await page.evaluate((HERE / "drawing.js").read_text(encoding="utf-8"))
        fonts = [f'{weight} 16px "{typefaces.FAMILY}"' for weight in typefaces.FILES]
        await page.call("setTypefaces", typefaces.rules(), fonts)
        return cls(browser, page, drawn)

    async def paper_figure(
        self, printable: PrintableFigure, paper: Paper, has_words: bool
    ) -> PaperFigure:
        """Return a figure on paper; RenderError ``no_rows`` where it shows nothing.

        A printable figure never changes: what was drawn for one format serves the next.
        """
        kept = self._drawn.setdefault(printable, {})
        key = (paper, has_words)
        if key not in kept:
            kept[key] = await self._set(printable, paper, has_words, has_chart=True)
        return kept[key]

    async def outline(
        self, printable: PrintableFigure, paper: Paper, has_words: bool
    ) -> PaperFigure:
        """Return a figure on paper without its chart; it has the size all the same."""
        return await self._set(printable, paper, has_words, has_chart=False)

    async def png(self, paper_figure: PaperFigure, dpi: int, facts: dict[str, str]) -> bytes:
        """Return a figure as PNG; RenderError ``too_tall`` beyond what a browser paints."""
        width, height = pixels(paper_figure.width_mm, dpi), pixels(paper_figure.height_mm, dpi)
        if height > MOST_PIXELS:
            raise RenderError("too_tall", f"{height} px")
        await self._show(paper_figure, width, height)
        await self._page.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        answer = await self._page.command(
            "Page.captureScreenshot", format="png", optimizeForSpeed=True
        )
        return stamp.png(base64.b64decode(answer["data"]), dpi, facts)

    async def pdf(self, paper_figure: PaperFigure, facts: dict[str, str]) -> bytes:
        """Return a figure as PDF of one page of its size."""
        await self._show(paper_figure, 0, 0)
        data = await _print(self._page, generateTaggedPDF=False)
        return stamp.pdf(data, facts, (paper_figure.width_mm, paper_figure.height_mm))

    async def texts_outside(self, paper_figure: PaperFigure, margin: float) -> list[str]:
        """Return the texts of a figure that lie outside of it by more than units of a margin."""
        await self._show(paper_figure, 0, 0)
        return [str(text) for text in await self._page.call("textsOutside", margin)]

    async def has_chinese(self) -> bool:
        """Return whether a font of the machine has glyphs for Chinese."""
        return bool(await self._page.call("hasChinese", "24px sans-serif"))

    async def _set(
        self, printable: PrintableFigure, paper: Paper, has_words: bool, has_chart: bool
    ) -> PaperFigure:
        await speak(self._page, printable.metadata["Language"])
        words = await blocks(self._page, texts(printable, paper)) if has_words else []
        picture = await self._picture(printable, paper, has_chart)
        return compose(printable, picture, paper, words)

    async def _show(self, paper_figure: PaperFigure, width: int, height: int) -> None:
        size = (paper_figure.width_mm, paper_figure.height_mm)
        await self._page.call("showSheet", paper_figure.svg, *size, width, height)

    async def _picture(self, printable: PrintableFigure, paper: Paper, has_chart: bool) -> Picture:
        chart = printable.figure.chart
        if chart is None:
            return await self._table(printable, paper)
        if not chart.data:
            raise RenderError("no_rows")
        width = units_wide(chart, paper)
        svg = await self._chart(chart, width) if has_chart else ""
        return Picture(svg, width, chart.layout.height)

    async def _chart(self, chart: go.Figure, width: int) -> str:
        """Return the SVG of a chart as wide as given, in units."""
        content = chart.to_json()
        lot = zlib.crc32(f"{width} {content}".encode())
        svg = await self._page.call("drawChart", content, width, chart.layout.height, lot)
        return chart_body(svg)

    async def _table(self, printable: PrintableFigure, paper: Paper) -> Picture:
        if not len(printable.figure.table):
            raise RenderError("no_rows")
        table = table_picture.grid(printable.figure.table)
        room = paper.units - 2 * EDGE
        svg, height = await table_picture.draw(self._page, table, room, paper.least_font)
        return Picture(f'<g transform="translate({EDGE} 1)">{svg}</g>', paper.units, height + 2)


def units_wide(chart: go.Figure, paper: Paper) -> int:
    """Return how wide a chart is drawn, in units: wider than the paper where it needs the room."""
    return max(paper.units, int((chart.layout.meta or {}).get("least_width", 0)))


async def render(
    drawing: DrawingPage,
    printable: PrintableFigure,
    kind: Kind,
    paper: Paper,
    dpi: int,
    has_words: bool,
) -> bytes:
    """Return a figure as a file."""
    paper_figure = await drawing.paper_figure(printable, paper, has_words)
    if kind == "svg":
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{paper_figure.svg}\n'.encode()
    facts = {name: one_line(text) for name, text in printable.metadata.items()}
    if kind == "pdf":
        return await drawing.pdf(paper_figure, stamp.info(facts))
    lines = "\n".join(one_line(line) for line in printable.lines)
    return await drawing.png(paper_figure, dpi, {**facts, "Comment": lines})


async def size(
    drawing: DrawingPage, printable: PrintableFigure, paper: Paper, has_words: bool
) -> tuple[float, float]:
    """Return width and height of a figure in mm."""
    paper_figure = await drawing.outline(printable, paper, has_words)
    return paper_figure.width_mm, paper_figure.height_mm


async def print_document(browser: Browser, html: str) -> bytes:
    """Return an HTML document as PDF, its pages as its own rules say."""
    page = await browser.page()
    try:
        head = f"<head>{POLICY}<style>{typefaces.rules()}</style>{HIDDEN}"
        await page.fill(html.replace("<head>", head, 1))
        await page.evaluate("Promise.allSettled([...document.images].map((one) => one.decode()))")
        await page.evaluate(SHOW_WITH_TYPEFACES)
        await page.evaluate("document.fonts.ready.then(() => null)")
        data = await _print(page, generateTaggedPDF=True, generateDocumentOutline=True)
    finally:
        await page.close()
    return stamp.pdf(data, {"Producer": SOFTWARE})


async def _print(page: Page, **options: Any) -> bytes:
    answer = await page.command(
        "Page.printToPDF", printBackground=True, preferCSSPageSize=True, **options
    )
    return base64.b64decode(answer["data"])

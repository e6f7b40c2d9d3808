"""From a figure to a file: the chart drawn by Plotly in a browser page, set on paper, printed."""

import base64
import zlib
from pathlib import Path
from typing import Any, Literal
from weakref import WeakKeyDictionary

import plotly
import plotly.graph_objects as go

from carbonpeak.export import stamp, table_picture, typefaces
from carbonpeak.export.browser import Browser, Page
from carbonpeak.export.edition import SOFTWARE, Edition
from carbonpeak.export.faults import RenderError
from carbonpeak.export.plain import one_line
from carbonpeak.export.sheet import EDGE, Picture, Sheet, chart_body, compose, texts
from carbonpeak.export.size import MOST_PIXELS, Paper, pixels
from carbonpeak.export.typeset import blocks, speak

Kind = Literal["png", "svg", "pdf"]
# Figures as they were set on paper, with words or without; gone with their edition.
Drawn = WeakKeyDictionary[Edition, dict[tuple[Paper, bool], Sheet]]

HERE = Path(__file__).resolve().parent
PLOTLY = Path(plotly.__file__).resolve().parent / "package_data" / "plotly.min.js"
POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">"
)


class Desk:
    """A page of the browser in which figures are drawn and printed, one at a time."""

    def __init__(self, browser: Browser, page: Page, drawn: Drawn) -> None:
        """Take a page that ``lay`` has filled."""
        self.browser = browser
        self._page = page
        self._drawn = drawn

    @classmethod
    async def lay(cls, browser: Browser, drawn: Drawn) -> "Desk":
        """Open a page with Plotly in it; what it draws is kept in ``drawn``, others share it."""
        page = await browser.page()
        await page.fill((HERE / "drawing.html").read_text(encoding="utf-8"))
        await page.evaluate(PLOTLY.read_text(encoding="utf-8"))
        await page.evaluate((HERE / "drawing.js").read_text(encoding="utf-8"))
        fonts = [f'{weight} 16px "{typefaces.FAMILY}"' for weight in typefaces.FILES]
        await page.call("setTypefaces", typefaces.rules(), fonts)
        return cls(browser, page, drawn)

    async def sheet(self, edition: Edition, paper: Paper, has_words: bool) -> Sheet:
        """Return a figure on paper; RenderError ``no_rows`` where it shows nothing.

        Nobody changes an edition, so one that was drawn for a format is not drawn for the next.
        """
        kept = self._drawn.setdefault(edition, {})
        key = (paper, has_words)
        if key not in kept:
            kept[key] = await self._set(edition, paper, has_words, has_chart=True)
        return kept[key]

    async def outline(self, edition: Edition, paper: Paper, has_words: bool) -> Sheet:
        """Return a figure on paper without its chart; it has the size all the same."""
        return await self._set(edition, paper, has_words, has_chart=False)

    async def png(self, sheet: Sheet, dpi: int, facts: dict[str, str]) -> bytes:
        """Return a figure as PNG; RenderError ``too_tall`` beyond what a browser paints."""
        width, height = pixels(sheet.width_mm, dpi), pixels(sheet.height_mm, dpi)
        if height > MOST_PIXELS:
            raise RenderError("too_tall", f"{height} px")
        await self._show(sheet, width, height)
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

    async def pdf(self, sheet: Sheet, facts: dict[str, str]) -> bytes:
        """Return a figure as PDF of one page of its size."""
        await self._show(sheet, 0, 0)
        data = await _print(self._page, generateTaggedPDF=False)
        return stamp.pdf(data, facts, (sheet.width_mm, sheet.height_mm))

    async def texts_outside(self, sheet: Sheet, margin: float) -> list[str]:
        """Return the texts of a figure that lie outside of it by more than units of a margin."""
        await self._show(sheet, 0, 0)
        return [str(text) for text in await self._page.call("textsOutside", margin)]

    async def has_chinese(self) -> bool:
        """Return whether a font of the machine has glyphs for Chinese."""
        return bool(await self._page.call("hasChinese", "24px sans-serif"))

    async def _set(self, edition: Edition, paper: Paper, has_words: bool, has_chart: bool) -> Sheet:
        await speak(self._page, edition.metadata["Language"])
        words = await blocks(self._page, texts(edition, paper)) if has_words else []
        picture = await self._picture(edition, paper, has_chart)
        return compose(edition, picture, paper, words)

    async def _show(self, sheet: Sheet, width: int, height: int) -> None:
        size = (sheet.width_mm, sheet.height_mm)
        await self._page.call("showSheet", sheet.svg, *size, width, height)

    async def _picture(self, edition: Edition, paper: Paper, has_chart: bool) -> Picture:
        chart = edition.exhibit.chart
        if chart is None:
            return await self._table(edition, paper)
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

    async def _table(self, edition: Edition, paper: Paper) -> Picture:
        if edition.exhibit.table.empty:
            raise RenderError("no_rows")
        table = table_picture.grid(edition.exhibit.table)
        room = paper.units - 2 * EDGE
        svg, height = await table_picture.draw(self._page, table, room, paper.least_font)
        return Picture(f'<g transform="translate({EDGE} 1)">{svg}</g>', paper.units, height + 2)


def units_wide(chart: go.Figure, paper: Paper) -> int:
    """Return how wide a chart is drawn, in units: wider than the paper where it needs the room."""
    return max(paper.units, int((chart.layout.meta or {}).get("least_width", 0)))


async def render(
    desk: Desk, edition: Edition, kind: Kind, paper: Paper, dpi: int, has_words: bool
) -> bytes:
    """Return a figure as a file."""
    sheet = await desk.sheet(edition, paper, has_words)
    if kind == "svg":
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{sheet.svg}\n'.encode()
    facts = {name: one_line(text) for name, text in edition.metadata.items()}
    if kind == "pdf":
        return await desk.pdf(sheet, stamp.info(facts))
    lines = "\n".join(one_line(line) for line in edition.lines)
    return await desk.png(sheet, dpi, {**facts, "Comment": lines})


async def size(desk: Desk, edition: Edition, paper: Paper, has_words: bool) -> tuple[float, float]:
    """Return width and height of a figure in mm."""
    sheet = await desk.outline(edition, paper, has_words)
    return sheet.width_mm, sheet.height_mm


async def print_document(browser: Browser, html: str) -> bytes:
    """Return an HTML document as PDF, its pages as its own rules say."""
    page = await browser.page()
    try:
        head = f"<head>{POLICY}<style>{typefaces.rules()}</style>"
        await page.fill(html.replace("<head>", head, 1))
        await page.evaluate("Promise.allSettled([...document.images].map((one) => one.decode()))")
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

"""A report as a file, whatever its format; the pictures come from the renderer."""

from collections.abc import Sequence

from carbonpeak.export import lookup as printables
from carbonpeak.export.picture.preview import preview
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.picture.size import WIDTHS_MM
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import bundle, slides, web, word
from carbonpeak.export.report.bundle import Picture
from carbonpeak.export.report.document import Progress, Report, ignore
from carbonpeak.words import Lang

DPI = 300
WIDTH_MM = WIDTHS_MM[0]


def make(report: Report, kind: str, renderer: Renderer, progress: Progress = ignore) -> bytes:
    """Return a report as ``docx``, ``pptx``, ``html`` or ``pdf``, whole.

    RenderError where a picture cannot be made; Cancelled where ``progress`` raises it; KeyError for
    another kind.
    """

    def png(printable: PrintableFigure, width_mm: int) -> bytes:
        return renderer.render(printable, "png", width_mm, DPI, has_words=False)

    def svg(printable: PrintableFigure, width_mm: int) -> bytes:
        return renderer.render(printable, "svg", width_mm, has_words=False)

    if kind in ("html", "pdf"):
        html = web.write(report, svg, progress)
        return html if kind == "html" else renderer.print_html(html.decode())
    return {"docx": word.write, "pptx": slides.write}[kind](report, png, progress)


def archive(
    shown: Sequence[PrintableFigure], lang: Lang, renderer: Renderer, progress: Progress = ignore
) -> bytes:
    """Return figures, their rows and a manifest as one ZIP; RenderError and Cancelled as above."""

    def picture(printable: PrintableFigure) -> Picture:
        content = renderer.render(printable, "png", WIDTH_MM, DPI)
        seen = preview(content, DPI, is_grey=False)
        return Picture("png", content, seen.width_mm, seen.height_mm, DPI)

    return bundle.write(shown, lang, picture, printables.link, progress)

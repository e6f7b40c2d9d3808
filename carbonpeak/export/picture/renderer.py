"""Pictures for every thread of the program from one browser that is kept open."""

import asyncio
import atexit
import threading
import weakref
from collections.abc import Awaitable, Callable
from typing import TypeVar

from carbonpeak.export.faults import RenderError
from carbonpeak.export.picture import drawing_page
from carbonpeak.export.picture.drawing_page import DrawingPage, Kind
from carbonpeak.export.picture.render_pool import RenderPool
from carbonpeak.export.picture.size import Paper
from carbonpeak.export.printable import PrintableFigure

# A report has many figures.
DOCUMENT_FACTOR = 3

__all__ = ["Kind", "Renderer"]

Made = TypeVar("Made")


class Renderer:
    """Makes files of figures; any thread may ask. The browser starts with the first picture."""

    def __init__(
        self, *, queue_size: int = 40, timeout_s: float = 20.0, browser_path: str | None = None
    ) -> None:
        """Prepare; ``queue_size`` may wait, each picture may take ``timeout_s`` seconds."""
        self._timeout_s = timeout_s
        self._pool = RenderPool(queue_size, browser_path)
        self._lock = threading.Lock()
        self._is_closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def render(
        self,
        printable: PrintableFigure,
        kind: Kind,
        width_mm: int,
        dpi: int = 300,
        has_words: bool = True,
    ) -> bytes:
        """Return a figure as a file, or the chart alone where the words stand beside it.

        RenderError says why there is none; ValueError for a width that is not offered.
        """
        paper = Paper(width_mm)
        return self._do(
            lambda drawing: drawing_page.render(drawing, printable, kind, paper, dpi, has_words),
            self._timeout_s,
        )

    def print_html(self, html: str) -> bytes:
        """Return an HTML document that holds all it needs as PDF; RenderError."""
        return self._do(
            lambda drawing: drawing_page.print_document(drawing.browser, html),
            self._timeout_s * DOCUMENT_FACTOR,
        )

    def size_mm(
        self, printable: PrintableFigure, width_mm: int, has_words: bool = True
    ) -> tuple[float, float]:
        """Return width and height a figure has on paper, in mm; RenderError."""
        paper = Paper(width_mm)
        return self._do(
            lambda drawing: drawing_page.size(drawing, printable, paper, has_words), self._timeout_s
        )

    def has_cjk_font(self) -> bool:
        """Return whether this machine has a font for Chinese, rare characters too; RenderError."""
        return self._do(lambda drawing: drawing.has_chinese(), self._timeout_s)

    def close(self) -> None:
        """End the browser for good; what is under way and what comes after is ``crashed``."""
        with self._lock:
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
            self._is_closed = True
        if loop and thread:
            asyncio.run_coroutine_threadsafe(self._pool.close(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()
        atexit.unregister(self.close)

    def _do(self, job: Callable[[DrawingPage], Awaitable[Made]], timeout_s: float) -> Made:
        with self._lock:
            if self._is_closed:
                raise RenderError("crashed", "closed")
            self._pool.enter()
            loop = self._loop or self._start()
            made = asyncio.run_coroutine_threadsafe(self._pool.serve(job, timeout_s), loop)
        return made.result()

    def _start(self) -> asyncio.AbstractEventLoop:
        """Start the thread of the browser; whatever ends the program ends it too."""
        loop = asyncio.new_event_loop()
        # The engine's own tasks fail when their browser ends; what that means is said by us.
        loop.set_exception_handler(lambda _loop, _context: None)
        self._loop = loop
        self._thread = threading.Thread(target=loop.run_forever, name="renderer", daemon=True)
        self._thread.start()
        # What is registered last runs first: the engine clears its folder by a finalizer, which
        # has to come after the browser's end. The first finalizer registers them all.
        weakref.finalize(self, _nothing)
        atexit.register(self.close)
        return loop


def _nothing() -> None:
    """Do nothing."""

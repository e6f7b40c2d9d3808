"""One browser for all threads: a few pages in it that draw, and the queue before them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

from carbonpeak.export.faults import RenderError
from carbonpeak.export.picture.browser import (
    Browser,
    BrowserLost,
    find,
    may_be_sandboxed,
)
from carbonpeak.export.picture.drawing_page import DrawingPage, Drawn

# How many figures are drawn at once. One more than two processors: each waits for the browser
# to paint now and then.
DRAWING_PAGES = 3
# A job whose browser ended is tried once more in a new browser.
TRIES = 2
# How long starting a browser and opening a drawing page may take on a slow machine, in seconds.
START_S = 30.0

Made = TypeVar("Made")


class RenderPool:
    """Lends drawing pages to jobs. All but ``enter`` runs in one event loop."""

    def __init__(self, queue_size: int, browser_path: str | None) -> None:
        """Prepare; nothing is started before the first job."""
        self._queue_size = queue_size
        self._path = browser_path
        # One entry for each job that waits or is drawn; a list is safe between threads.
        self._inside: list[None] = []
        self._browser: Browser | None = None
        self._has_run = False
        self._free: list[DrawingPage] = []
        self._drawn = Drawn()
        self._places = asyncio.Semaphore(DRAWING_PAGES)
        self._opening = asyncio.Lock()
        self._jobs: set[asyncio.Task[Any]] = set()

    def enter(self) -> None:
        """Join the queue; RenderError ``busy`` where it is full. One thread at a time."""
        if len(self._inside) >= self._queue_size + DRAWING_PAGES:
            raise RenderError("busy")
        self._inside.append(None)

    async def serve(self, job: Callable[[DrawingPage], Awaitable[Made]], timeout_s: float) -> Made:
        """Return what a job makes on a drawing page of its own; RenderError.

        A job that takes too long ends the browser, because its page may still be busy with it.
        """
        task = asyncio.ensure_future(self._try(job, timeout_s))
        self._jobs.add(task)
        try:
            return await task
        except asyncio.CancelledError as error:
            raise RenderError("crashed", "closed") from error
        finally:
            self._jobs.discard(task)
            self._inside.pop()

    async def close(self) -> None:
        """End what is under way and the browser."""
        for job in list(self._jobs):
            job.cancel()
        await asyncio.gather(*self._jobs, return_exceptions=True)
        if self._browser:
            await self._dismiss(self._browser)
        loop = asyncio.get_running_loop()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        await loop.shutdown_asyncgens()
        await loop.shutdown_default_executor()

    async def _try(self, job: Callable[[DrawingPage], Awaitable[Made]], timeout_s: float) -> Made:
        async with self._places:
            for _ in range(TRIES):
                try:
                    async with self._drawing_page() as drawing:
                        return await self._at(drawing, job, timeout_s)
                except BrowserLost:
                    continue
        raise RenderError("crashed" if self._has_run else "unstarted")

    async def _at(
        self, drawing: DrawingPage, job: Callable[[DrawingPage], Awaitable[Made]], timeout_s: float
    ) -> Made:
        try:
            return await asyncio.wait_for(job(drawing), timeout_s)
        except TimeoutError as error:
            await self._dismiss(drawing.browser)
            raise RenderError("timeout") from error

    @asynccontextmanager
    async def _drawing_page(self) -> AsyncIterator[DrawingPage]:
        """Lend a drawing page; it comes back only if its browser is still the one at work."""
        drawing = await self._open()
        try:
            yield drawing
        except BrowserLost:
            await self._dismiss(drawing.browser)
            raise
        finally:
            if drawing.browser is self._browser:
                self._free.append(drawing)

    async def _open(self) -> DrawingPage:
        async with self._opening:
            browser = self._browser or await self._start()
            if self._free:
                return self._free.pop()
        try:
            return await asyncio.wait_for(DrawingPage.open(browser, self._drawn), START_S)
        except (BrowserLost, TimeoutError) as error:
            await self._dismiss(browser)
            raise BrowserLost from error

    async def _start(self) -> Browser:
        """Start the browser in its sandbox, or without where it or this machine has none."""
        path = find(self._path)
        if may_be_sandboxed():
            with suppress(BrowserLost):
                return await self._start_one(Browser(path, is_sandboxed=True))
        return await self._start_one(Browser(path, is_sandboxed=False))

    async def _start_one(self, browser: Browser) -> Browser:
        try:
            await asyncio.wait_for(browser.start(), START_S)
        except (BrowserLost, RenderError, TimeoutError, asyncio.CancelledError) as error:
            await browser.end()
            if isinstance(error, TimeoutError):
                raise BrowserLost from error
            raise
        self._browser = browser
        self._has_run = True
        return browser

    async def _dismiss(self, browser: Browser) -> None:
        """End a browser, its drawing pages with it."""
        if browser is self._browser:
            self._browser = None
            self._free.clear()
        await browser.end()

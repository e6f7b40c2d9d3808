"""A file in the making, in a thread of its own: how far it is, how it ended, how to stop it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from carbonpeak.export.report.document import Cancelled, Progress

# How many are made at once on one server; the others wait.
AT_ONCE = 2
_POOL = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="report")


@dataclass
class Job:
    """A file that is being made; what it is called travels with it."""

    name: str
    done: int = 0
    total: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)
    _future: "Future[bytes] | None" = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens: there is a file, it failed, or it was cancelled."""
        return self._future is not None and self._future.done()

    @property
    def is_cancelled(self) -> bool:
        """Whether the reader stopped it."""
        return self._stop.is_set()

    def start(self, make: Callable[[Progress], bytes]) -> None:
        """Begin; ``make`` reports its steps and returns the whole file."""
        self._future = _POOL.submit(make, self._step)

    def cancel(self) -> None:
        """Stop after the step under way; nothing of the file is kept."""
        self._stop.set()
        if self._future:
            self._future.cancel()

    @property
    def fault(self) -> BaseException | None:
        """What went wrong, None where the file is whole or still being made."""
        if self.is_cancelled:
            return Cancelled()
        return self._future.exception() if self._future and self._future.done() else None

    def result(self, timeout_s: float | None = None) -> bytes:
        """Return the file, waiting for it; what went wrong in making it is raised here."""
        if self._future is None:
            raise RuntimeError(f"{self.name} was not started")
        if self.is_cancelled:
            raise Cancelled
        return self._future.result(timeout_s)

    def _step(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.done, self.total = done, total

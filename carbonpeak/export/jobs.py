"""A file in the making: how far it is, how it ended, how to stop it, who still waits for it."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from carbonpeak.export.report.document import Cancelled, Progress

# How long a reader may be gone, as in a moment without network, before the file is given up.
PATIENCE_S = 5.0

Make = Callable[[Progress], bytes]


def _is_there() -> bool:
    return True


@dataclass(eq=False)
class Job:
    """A file that is being made; what it is called travels with it.

    ``kind`` names files that take about as long; ``has_reader`` says whether its reader is there.
    """

    name: str
    kind: str = ""
    has_reader: Callable[[], bool] = _is_there
    clock_s: Callable[[], float] = time.monotonic
    done: int = 0
    total: int = 0
    started_s: float | None = None
    _seen_s: float = 0.0
    _stop: threading.Event = field(default_factory=threading.Event)
    _over: threading.Event = field(default_factory=threading.Event)
    _future: "Future[bytes] | None" = None

    def __post_init__(self) -> None:
        """Begin with a reader who was there just now."""
        self._seen_s = self.clock_s()

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens: there is a file, it failed, or it was cancelled."""
        return self._over.is_set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was stopped: by its reader, or because nobody waits for it any more."""
        return self._stop.is_set()

    @property
    def is_abandoned(self) -> bool:
        """Whether its reader has been gone for longer than a moment."""
        if self.has_reader():
            self._seen_s = self.clock_s()
        return self.clock_s() - self._seen_s > PATIENCE_S

    def cancel(self) -> None:
        """Stop after the step under way; nothing of the file is kept."""
        self._stop.set()

    @property
    def fault(self) -> BaseException | None:
        """What went wrong, None where the file is whole or still being made."""
        if self.is_cancelled:
            return Cancelled()
        return self._future.exception() if self._future and self.is_over else None

    def result(self, timeout_s: float | None = None) -> bytes:
        """Return the file, waiting for it; what went wrong in making it is raised here."""
        if not self.is_cancelled and not self._over.wait(timeout_s):
            raise TimeoutError(self.name)
        if self.is_cancelled or self._future is None:
            raise Cancelled
        return self._future.result()

    def mark_begun(self, future: "Future[bytes]") -> None:
        """Take note that it is being made."""
        self._future = future

    def mark_ended(self) -> None:
        """Take note that nothing more happens."""
        self._over.set()

    def step(self, done: int, total: int) -> None:
        """Take note of a step; Cancelled where the file is wanted no more."""
        if self.is_abandoned:
            self.cancel()
        if self.is_cancelled:
            raise Cancelled
        self.done, self.total = done, total

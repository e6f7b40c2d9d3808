"""The files that one server makes for its readers: two at once, a few wait, the rest hear so."""

import heapq
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from statistics import median

from carbonpeak.export.jobs import Job, Make

# How many are made at once and how many may wait: so nobody waits for more than two files of
# others, one after the other.
AT_ONCE, MOST_WAITING = 2, 4
# How many durations of each kind of file are kept for what a reader is told.
KEPT_DURATIONS = 20


class QueueFull(Exception):
    """As many files are being made and waited for as the server takes."""


class JobQueue:
    """Makes files in the order in which they were asked for; any thread may ask."""

    def __init__(self, at_once: int = AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        """Begin with nothing to make."""
        self._at_once, self._most_waiting = at_once, most_waiting
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="report")
        self._lock = threading.RLock()
        self._is_closed = False
        self._making: list[Job] = []
        self._waiting: dict[Job, Make] = {}
        self._durations_s: defaultdict[str, deque[float]] = defaultdict(
            lambda: deque(maxlen=KEPT_DURATIONS)
        )

    def put(self, job: Job, make: Make) -> None:
        """Make a file as soon as it is its turn; QueueFull where too many wait for theirs."""
        with self._lock:
            self._drop(lambda one: one.is_abandoned)
            if self._is_full():
                # Nobody is turned away for those who are not there, however short a while.
                self._drop(lambda one: not one.has_reader())
            if self._is_full():
                raise QueueFull
            self._waiting[job] = make
            self._go_on()

    def place(self, job: Job) -> int:
        """Return how many files begin before this one; 0 where it has begun."""
        with self._lock:
            self._drop(lambda one: one.is_abandoned)
            self._go_on()
            waiting = list(self._waiting)
            return waiting.index(job) + 1 if job in self._waiting else 0

    def expected_s(self, job: Job) -> float | None:
        """Return in how many seconds a file will be there, by how long its kind has taken so far.

        None where a file before it, or itself, is of a kind that was not made yet.
        """
        with self._lock:
            if job in self._making:
                return self._rest_s(job)
            return self._ready_s(job) if job in self._waiting else None

    def close(self) -> None:
        """Stop everything for good; what is under way ends with its step."""
        with self._lock:
            self._is_closed = True
            self._drop(lambda _: True)

    def _is_full(self) -> bool:
        is_busy = len(self._making) >= self._at_once
        return self._is_closed or (is_busy and len(self._waiting) >= self._most_waiting)

    def _drop(self, is_unwanted: Callable[[Job], bool]) -> None:
        """Stop those that nobody waits for; what is being made ends with its step."""
        for one in [*self._making, *self._waiting]:
            if one.is_cancelled or is_unwanted(one):
                one.cancel()
        for one in [one for one in self._waiting if one.is_cancelled]:
            del self._waiting[one]
            one.mark_ended()

    def _go_on(self) -> None:
        while self._waiting and len(self._making) < self._at_once:
            job = next(iter(self._waiting))
            make = self._waiting.pop(job)
            self._making.append(job)
            job.started_s = job.clock_s()
            future = self._pool.submit(_run, job, make)
            job.mark_begun(future)
            future.add_done_callback(partial(self._finish, job))

    def _finish(self, job: Job, future: "Future[bytes]") -> None:
        with self._lock:
            self._making.remove(job)
            if not job.is_cancelled and future.exception() is None and job.started_s is not None:
                self._durations_s[job.kind].append(job.clock_s() - job.started_s)
            job.mark_ended()
            self._drop(lambda one: one.is_abandoned)
            self._go_on()

    def _ready_s(self, job: Job) -> float | None:
        """Return when one that waits is ready: each takes the place that is free first."""
        rests = [self._rest_s(one) for one in self._making]
        free = [rest for rest in rests if rest is not None]
        if len(free) < len(rests):
            return None
        heapq.heapify(free)
        ready = 0.0
        for one in self._waiting:
            took = self._typical_s(one.kind)
            if took is None:
                return None
            ready = heapq.heappop(free) + took
            if one is job:
                break
            heapq.heappush(free, ready)
        return ready

    def _rest_s(self, job: Job) -> float | None:
        took = self._typical_s(job.kind)
        if took is None or job.started_s is None:
            return None
        return max(took - (job.clock_s() - job.started_s), 0.0)

    def _typical_s(self, kind: str) -> float | None:
        taken = self._durations_s.get(kind)
        return median(taken) if taken else None


def _run(job: Job, make: Make) -> bytes:
    # Whoever left while it waited is noticed before anything is drawn.
    job.step(0, 0)
    return make(job.step)

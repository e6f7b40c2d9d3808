"""A crowd of readers at one server: each opens the page, thinks, chooses, waits, and thinks again.

One process holds them all, each as a task; the number of choices and the time are bounded.
"""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from benchmarks import load_choices, server
from benchmarks.load_choices import Choices
from benchmarks.load_session import Run
from benchmarks.timing import Timing, summary

THOUGHT_S = 1.0
LIMIT_S = 300


class Reader(Protocol):
    """Whoever can choose and wait for what comes of it."""

    async def choose(self, chosen: Choices) -> Run:
        """Send the choices; return when all of the answer is here."""


Open = Callable[[], AbstractAsyncContextManager[Reader]]


@dataclass(frozen=True)
class Crowd:
    """What a crowd saw: runs per second, kB (10^3 bytes) a run, processor ms a run, memory in MB.

    ``timing`` is from sending a choice to having all of the answer. Processor time and memory are
    those of the server with its workers.
    """

    readers: int
    timing: Timing
    runs_per_s: float
    run_kb: float
    processor_ms: float
    memory_mb: float
    faults: tuple[str, ...]


def measured(open_reader: Open, pids: Sequence[int], readers: int, choices: int) -> Crowd:
    """Let a number of readers choose at a server of some processes, each so many times."""
    return asyncio.run(_measured(open_reader, pids, readers, choices))


def warm(open_reader: Open) -> None:
    """Let one reader ask for everything that can be chosen, so that nobody asks first later."""
    asyncio.run(_walked(open_reader))


async def _walked(open_reader: Open) -> None:
    async with asyncio.timeout(LIMIT_S), open_reader() as reader:
        for chosen in load_choices.every():
            await reader.choose(chosen)


async def _measured(open_reader: Open, pids: Sequence[int], readers: int, choices: int) -> Crowd:
    stopwatch = _Stopwatch(pids)
    # All open the page first; the clock starts when the last has seen it.
    opened = asyncio.Barrier(readers)

    async def one(seed: int) -> list[Run]:
        async with open_reader() as reader:
            await reader.choose(load_choices.START)
            if await opened.wait() == 0:
                stopwatch.start()
            return await _chosen(reader, seed, choices)

    async with asyncio.timeout(LIMIT_S), asyncio.TaskGroup() as tasks:
        begun = [tasks.create_task(one(seed)) for seed in range(readers)]
    runs = [run for task in begun for run in task.result()]
    return stopwatch.stopped(readers, runs)


async def _chosen(reader: Reader, seed: int, choices: int) -> list[Run]:
    """Return the runs of one reader; the first thought is cut short, for nobody walks in step."""
    await asyncio.sleep(random.Random(seed).random() * THOUGHT_S)
    runs = []
    for _, chosen in zip(range(choices), load_choices.walk(seed), strict=False):
        runs.append(await reader.choose(chosen))
        await asyncio.sleep(THOUGHT_S)
    return runs


class _Stopwatch:
    """Time, and processor time of a server with its workers, while a crowd chooses."""

    def __init__(self, pids: Sequence[int]) -> None:
        self._pids = [one for pid in pids for one in server.with_workers(pid)]

    def start(self) -> None:
        self._start = time.perf_counter()
        self._processor_s = self._taken_s()

    def stopped(self, readers: int, runs: list[Run]) -> Crowd:
        wall_s = time.perf_counter() - self._start
        processor_s = self._taken_s() - self._processor_s
        return Crowd(
            readers,
            summary([run.seconds for run in runs]),
            len(runs) / wall_s,
            sum(run.received_bytes for run in runs) / len(runs) / 1e3,
            processor_s * 1000 / len(runs),
            sum(map(server.resident_mb, self._pids)),
            _faults(runs),
        )

    def _taken_s(self) -> float:
        return sum(map(server.processor_s, self._pids))


def _faults(runs: list[Run]) -> tuple[str, ...]:
    """Return what went wrong, each once."""
    said = [fault for run in runs for fault in run.faults]
    said += ["a run did not end well" for run in runs if not run.is_sound]
    said += ["a run showed no figure" for run in runs if not run.charts]
    return tuple(dict.fromkeys(said))

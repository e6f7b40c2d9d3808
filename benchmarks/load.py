"""What a reader feels while others read: Regions under load, and beside it the same in Dash."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from benchmarks import load_crowd, load_dash, load_memory, server
from benchmarks.load_crowd import Crowd, Open
from benchmarks.load_memory import SESSIONS, Growth
from benchmarks.load_session import session
from benchmarks.proxy import Proxied
from benchmarks.report import Section, Target

Names = tuple[str, str, str]
NAMES: Names = ("product", "Dash", "product / Dash")
TWO = "product, 2 processes behind nginx"
# Readers at once, and how often each of them chooses.
CROWDS = ((1, 40), (10, 15), (25, 12), (50, 8))
# More than one process can serve: only then do runs per second say what a second process adds.
BUSY = (120, 6)
ALONE = Target("choice on Regions, one reader, median", 20, "ms")
AMONG_25 = Target("choice on Regions, 25 readers, median", 60, "ms")
TARGETS = (ALONE, AMONG_25)
COLUMNS = (
    "readers",
    "server",
    "median ms",
    "p95 ms",
    "runs per s",
    "kB per run",
    "processor ms per run",
    "memory MB",
)
NOTE = (
    "From sending a choice to the end of the script's run (product), or to the last byte of the "
    f"callback's answer (Dash, {load_dash.WORKERS} workers); {load_crowd.THOUGHT_S:.0f} s of "
    "thought between choices. All readers are tasks of one process on the same machine, so they "
    "take processor time from the server. Both servers have made every figure before; the "
    "product packs what it sends, Dash does not. Processor time and memory (VmRSS) are those "
    "of all processes of the server; the time includes what they do while all readers think."
)


def section() -> Section:
    """Measure crowds at the product and at Dash in turn, then what those who left leave behind."""
    with server.serving() as (address, pid):
        load_crowd.warm(partial(session, address))
        pairs = _crowds(partial(session, address), pid)
        busy = load_crowd.measured(partial(session, address), [pid], *BUSY)
        growth = load_memory.growth(address, pid)
    two = _at_two_processes()
    rows = (
        *(row for pair in pairs for row in _compared(*pair)),
        *_compared(two, busy, (TWO, "product", f"{TWO} / one")),
    )
    seen = [one for pair in pairs for one in pair] + [busy, two]
    faults = tuple(dict.fromkeys(fault for one in seen for fault in one.faults))
    medians = {ours.readers: ours.timing.median_ms for ours, _ in pairs}
    targets = (_met(ALONE, medians[1]), _met(AMONG_25, medians[25]))
    return Section("load", COLUMNS, rows, f"{NOTE} {_words(growth)}", targets, faults)


def _crowds(open_session: Open, pid: int) -> list[tuple[Crowd, Crowd]]:
    """Return each crowd at the product and at Dash, one after the other on the same machine.

    What else the machine does changes with time; crowds in turn meet about the same of it.
    """
    most = max(readers for readers, _ in CROWDS)
    with load_dash.serving() as (address, dash_pid), ThreadPoolExecutor(most) as threads:
        open_dash = partial(load_dash.reader, address, threads)
        return [
            (
                load_crowd.measured(open_session, [pid], *crowd),
                load_crowd.measured(open_dash, [dash_pid], *crowd),
            )
            for crowd in CROWDS
        ]


def _at_two_processes() -> Crowd:
    """Return the busy crowd at two processes behind nginx, warm like the one before."""
    with TemporaryDirectory() as folder, ExitStack() as running:
        two = [running.enter_context(server.serving()) for _ in range(2)]
        for address, _ in two:
            load_crowd.warm(partial(session, address))
        ports = [urlsplit(address).port or 0 for address, _ in two]
        proxied = running.enter_context(closing(Proxied(Path(folder), ports)))
        pids = [pid for _, pid in two]
        return load_crowd.measured(partial(session, proxied.address), pids, *BUSY)


def _compared(ours: Crowd, theirs: Crowd, names: Names = NAMES) -> list[tuple[str, ...]]:
    """Return the rows of the one, of the other, and of the one divided by the other."""
    readers = str(ours.readers)
    values = [_values(ours), _values(theirs)]
    ratios = [f"{one / other:.2f}" for one, other in zip(*values, strict=True)]
    return [
        (readers, names[0], *(f"{value:.1f}" for value in values[0])),
        (readers, names[1], *(f"{value:.1f}" for value in values[1])),
        (readers, names[2], *ratios),
    ]


def _values(crowd: Crowd) -> tuple[float, ...]:
    return (
        crowd.timing.median_ms,
        crowd.timing.p95_ms,
        crowd.runs_per_s,
        crowd.run_kb,
        crowd.processor_ms,
        crowd.memory_mb,
    )


def _met(target: Target, measured_ms: float) -> Target:
    return Target(target.name, target.limit, target.unit, measured_ms)


def _words(growth: Growth) -> str:
    return (
        f"{SESSIONS} sessions of the product opened and closed in turn: "
        f"{growth.first_mb:.0f} MB after the first, {growth.middle_mb:.0f} MB at half way, "
        f"{growth.last_mb:.0f} MB after the last, growth "
        f"{growth.last_mb - growth.first_mb:.0f} MB."
    )

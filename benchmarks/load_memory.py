"""Whether a server keeps anything of readers who have left: one after the other comes and goes."""

import asyncio
from dataclasses import dataclass
from itertools import islice

from benchmarks import load_choices, server
from benchmarks.load_session import session

SESSIONS = 300
CHOICES = 2
LIMIT_S = 300


@dataclass(frozen=True)
class Growth:
    """Memory of the server in MB (10^6 bytes) after the first session, at half way, at the end."""

    first_mb: float
    middle_mb: float
    last_mb: float


def growth(address: str, pid: int) -> Growth:
    """Open and close sessions in turn at a warm server, and say what each part of them left."""
    return asyncio.run(_growth(address, pid))


async def _growth(address: str, pid: int) -> Growth:
    seen_mb = []
    async with asyncio.timeout(LIMIT_S):
        for seed in range(SESSIONS):
            await _come_and_go(address, seed)
            seen_mb.append(server.resident_mb(pid))
    return Growth(seen_mb[0], seen_mb[SESSIONS // 2], seen_mb[-1])


async def _come_and_go(address: str, seed: int) -> None:
    async with session(address) as reader:
        for chosen in islice(load_choices.walk(seed), CHOICES):
            await reader.choose(chosen)

"""Await something in a test, whatever the thread of the test does: a browser may hold its loop."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")


def awaited(work: Coroutine[Any, Any, Made]) -> Made:
    """Return what comes of the work, in a thread and a loop of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()

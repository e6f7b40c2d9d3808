"""Runs of readers in turn: beside each other, each would be done about as late as the last."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

# How long a run waits for the one before it, in seconds; one that takes longer holds nobody up.
MOST_WAIT_S = 0.1
_TURN = threading.BoundedSemaphore()


@contextmanager
def taken() -> Iterator[None]:
    """Do something once no other run is under way, or beside it where that takes too long."""
    is_alone = _TURN.acquire(timeout=MOST_WAIT_S)
    try:
        yield
    finally:
        if is_alone:
            _TURN.release()

"""Which queries were asked while something was made, those of parts kept from before among them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A query as it was asked: its name, and its parameters in the order of their names."""

    name: str
    params: tuple[tuple[str, Any], ...] = ()


# What is heard is each thing once, in the order in which it was first asked.
Heard = dict[Asked, None]
_HEARD: ContextVar[Heard | None] = ContextVar("heard", default=None)


@contextmanager
def listening() -> Iterator[Heard]:
    """Hear what is asked in this thread until the end; whoever listened before hears none of it."""
    heard: Heard = {}
    before = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(before)


def tell(asked: Iterable[Asked]) -> None:
    """Let whoever listens hear what was asked."""
    heard = _HEARD.get()
    if heard is not None:
        heard.update(dict.fromkeys(asked))

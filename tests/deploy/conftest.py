"""Two servers that proxies of several tests stand before."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from benchmarks.server import serving


def port(address: str) -> int:
    """Return the port of an address."""
    found = urlsplit(address).port
    assert found
    return found


@pytest.fixture(scope="session")
def two(address: str) -> Iterator[tuple[int, int]]:
    """The ports of the server that all tests share, and of another."""
    with serving() as (other, _):
        yield port(address), port(other)

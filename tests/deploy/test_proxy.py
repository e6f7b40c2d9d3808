"""Two processes behind deploy/nginx.conf: a reader stays at one, none is lost."""

import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from benchmarks import server
from benchmarks.proxy import Proxied
from tests.screen.raw_reader import raw_reader


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory, two: tuple[int, int]) -> Iterator[Proxied]:
    with closing(Proxied(tmp_path_factory.mktemp("nginx"), two)) as made:
        yield made


def asked(address: str, cookie: str = "") -> str:
    """Ask for the document of a page; return the place that the answer names in its cookie."""
    request = urllib.request.Request(f"{address}/regions")
    if cookie:
        request.add_header("Cookie", f"carbonpeak={cookie}")
    with urllib.request.urlopen(request) as answer:
        assert b"</html>" in answer.read()
        return SimpleCookie(answer.headers["Set-Cookie"])["carbonpeak"].value


def test_new_readers_are_spread_and_each_is_told_its_place(proxied: Proxied) -> None:
    # Forty tosses of a coin fall alike in one of 5 * 10^11 times.
    found = Counter(asked(proxied.address) for _ in range(40))
    assert set(found) == {"1", "2"}


@pytest.mark.parametrize("place", ["1", "2"])
def test_a_reader_stays_at_one_process_with_document_and_websocket(
    proxied: Proxied, place: str
) -> None:
    assert {asked(proxied.address, place) for _ in range(5)} == {place}
    with raw_reader(proxied.address, cookie=f"carbonpeak={place}") as reader:
        reader.open("regions", "lang=en&year=2022")
        assert reader.faults == []
        assert any(key.startswith("details-") for key in reader.buttons)
    own = [line for line in proxied.lines() if line[0] == place]
    assert {line[1] for line in own} == {f"127.0.0.1:{proxied.ports[int(place)]}"}


def test_where_a_process_is_down_the_other_answers_its_readers(
    tmp_path: Path, two: tuple[int, int]
) -> None:
    # Nobody listens at the second place.
    with closing(Proxied(tmp_path, (two[0], server.free_port()))) as proxied:
        assert asked(proxied.address, "2") == "2"
        with raw_reader(proxied.address, cookie="carbonpeak=2") as reader:
            reader.open("peak", "lang=zh")
            assert reader.faults == []

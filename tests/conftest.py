"""What all tests share: the shipped tables loaded once, and a tiny data folder made by hand."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from benchmarks.server import chromium as headless
from benchmarks.server import serving
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.screen import server
from tests import one_more_year, part, records, tiny_data
from tests.opened_page import Open, open_with, seen
from tests.store.given import databases as databases
from tests.store.given import made_file as made_file
from tests.store.given import new_store as new_store
from tests.store.given import new_url as new_url
from tests.store.given import postgresql as postgresql
from tests.store.given import store as store
from tests.store.given import store_kind as store_kind

# How many objects are made before Python looks for those that nobody needs; 700 by itself.
LOOK_AFTER = 20_000
# A page that is looked at once and left is not worth the compilers that make scripts fast.
SHORT_LIVED = "--js-flags=--no-opt --no-maglev"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let who asks for it kill and call as often as was promised, and try all cases."""
    said = "all of the kills, calls, examples, charts and formats, no part"
    parser.addoption("--in-full", action="store_true", help=said)


def pytest_configure(config: pytest.Config) -> None:
    """Have the same examples at every run, and no limit of time: a slow machine is no fault."""
    part.do_all(config.getoption("--in-full"))
    settings.register_profile(
        "suite", deadline=None, derandomize=True, database=None, max_examples=part.examples()
    )
    settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """Let the collector pass over what lives to the end: modules and tests are most of the heap."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(LOOK_AFTER)


@pytest.fixture(scope="session")
def in_full() -> bool:
    """Whether all cases of one machinery are tried, and no part of them."""
    return part.is_whole()


@pytest.fixture(scope="session")
def fewer() -> int:
    """By what promised numbers of kills and calls are divided: 1 with ``--in-full``."""
    return part.fewer()


@pytest.fixture(scope="session")
def shipped() -> Iterator[Warehouse]:
    """The tables that come with the program and a few records; loaded once, read only."""
    warehouse = Warehouse(store=records.tiny)
    yield warehouse
    warehouse.close()


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the hand-made tables of ``tests/data``; copy it before spoiling it."""
    folder = tmp_path_factory.mktemp("tiny")
    tiny_data.write(folder)
    return folder


@pytest.fixture(scope="session")
def tiny(tiny_folder: Path) -> Iterator[Warehouse]:
    """A warehouse over the hand-made tables and a few records; read only."""
    warehouse = Warehouse(tiny_folder, store=records.tiny)
    yield warehouse
    warehouse.close()


@pytest.fixture(scope="session")
def data(shipped: Warehouse) -> Dataset:
    """The shipped tables as pages, commands and files hold them; of the records all."""
    return Dataset(shipped, WHOLE)


@pytest.fixture(scope="session")
def longer_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """The shipped tables with one more year of inventories, the last one again."""
    folder = one_more_year.write(tmp_path_factory.mktemp("longer") / "data")
    longer = Dataset(Warehouse(folder, store=records.tiny), WHOLE)
    yield longer
    longer.close()


@pytest.fixture(scope="session")
def pages_server() -> Iterator[None]:
    """The tables that pages opened in tests share; given back when all is done."""
    yield
    server.close()


@pytest.fixture
def open_page(pages_server: None) -> Open:
    """Open a page with values in its URL and run it once."""
    return open_with


@pytest.fixture
def seen_page(pages_server: None) -> Open:
    """See a page as it opens, as other tests may have seen it before; nothing in it is moved."""
    return seen


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[str, int]]:
    """The address and process of one server for all tests that need none of their own."""
    with serving() as started:
        yield started


@pytest.fixture(scope="session")
def address(served: tuple[str, int]) -> str:
    """The address of the server that tests share."""
    return served[0]


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    """One renderer for all tests of files: its browser starts once."""
    one = Renderer()
    yield one
    one.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium, Debian's package."""
    with headless(SHORT_LIVED) as browser:
        yield browser

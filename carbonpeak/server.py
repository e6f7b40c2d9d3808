"""What one server holds for all its readers: tables, rows, what is made from them, the renderer."""

import gc
import threading
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from carbonpeak import queries, versions
from carbonpeak.catalogue import CatalogueError
from carbonpeak.export import editions
from carbonpeak.export.edition import Edition
from carbonpeak.export.editions import FigureError
from carbonpeak.export.picture import Kind
from carbonpeak.export.renderer import Renderer
from carbonpeak.figures.registry import Codes
from carbonpeak.findings.view import Ask
from carbonpeak.queries import QueryError
from carbonpeak.warehouse import Warehouse, WarehouseError
from carbonpeak.wording import Lang

Made = TypeVar("Made")
CACHED_RESULTS = 256
CACHED_MADE = 512
CACHED_PICTURES = 64
# Earlier versions that are open at once.
OPEN_VERSIONS = 2
_LOADED = threading.Event()


@st.cache_resource(show_spinner=False)
def warehouse() -> Warehouse:
    """Return the one warehouse of this server."""
    loaded = Warehouse()
    _set_heap_aside()
    _LOADED.set()
    return loaded


def is_loaded() -> bool:
    """Return whether the tables are here, so that nobody waits for them."""
    return _LOADED.is_set()


def version() -> str:
    """Return the version of the data."""
    return warehouse().catalogue.version


def ask(name: str, **params: object) -> pd.DataFrame:
    """Return the rows of a query, cached for all readers under the data version."""
    return _rows(version(), name, params)


def ask_plainly(name: str, **params: object) -> pd.DataFrame:
    """Return the rows of a query to a thread that belongs to no reader."""
    return queries.run(warehouse(), queries.find(name, queries.shipped()), params)


def asking(data_version: str) -> Ask | None:
    """Return what asks the tables of a data version, None where they are not here."""
    if data_version == version():
        return ask
    if versions.folder(data_version) is None:
        return None

    def run(name: str, **params: object) -> pd.DataFrame:
        return _rows(data_version, name, params)

    return run


def made(build: Callable[..., Made], *args: Hashable) -> Made:
    """Return what ``build(ask, *args)`` makes, kept for all readers under the data version.

    What is kept is shared: exhibits are frozen, and nobody changes a chart after it was drawn.
    """
    result: Made = _made(version(), build, args)
    return result


def edition(data_version: str, name: str, codes: Codes, lang: Lang) -> Edition:
    """Return a figure for files from tables that are here; FigureError where it cannot be had."""
    try:
        result: Edition = _made(data_version, editions.edition, (data_version, name, codes, lang))
    except (QueryError, WarehouseError, CatalogueError, LookupError) as fault:
        if data_version == version():
            raise
        raise FigureError("undrawn", version=data_version) from fault
    return result


@st.cache_resource(show_spinner=False)
def renderer() -> Renderer:
    """Return the one renderer of this server; its browser starts with the first picture."""
    return Renderer()


def picture(edition: Edition, kind: Kind, width_mm: int, dpi: int) -> bytes:
    """Return a figure as a file, kept for a while; RenderError says why there is none."""
    key = (edition.passport.id, edition.lang, edition.own_title, edition.own_note)
    return _picture(key, kind, width_mm, dpi, edition)


@st.cache_resource(show_spinner=False, max_entries=OPEN_VERSIONS)
def _opened(data_version: str) -> Warehouse:
    folder = versions.folder(data_version)
    if folder is None:
        raise KeyError(data_version)
    return Warehouse(folder)


@st.cache_resource(show_spinner=False)
def has_cjk_font() -> bool:
    """Return whether pictures can show Chinese on this machine; RenderError without a browser."""
    return renderer().has_cjk_font()


def _set_heap_aside() -> None:
    """Spare the collector of garbage what stays until the server ends: modules and tables.

    Called while the one warehouse is made, hence by one thread at a time; done once a process.
    """
    if not gc.get_freeze_count():
        gc.collect()  # what is garbage by now would stay too
        gc.freeze()


@lru_cache(maxsize=CACHED_MADE)
def _made(data_version: str, build: Callable[..., Any], args: tuple[Hashable, ...]) -> Any:
    ask_it = asking(data_version)
    if ask_it is None:
        raise LookupError(data_version)
    return build(ask_it, *args)


@st.cache_data(show_spinner=False, max_entries=CACHED_RESULTS)
def _rows(data_version: str, name: str, params: dict[str, object]) -> pd.DataFrame:
    here = warehouse() if data_version == version() else _opened(data_version)
    return queries.run(here, queries.find(name, queries.shipped()), params)


@st.cache_data(show_spinner=False, max_entries=CACHED_PICTURES)
def _picture(key: tuple[str, ...], kind: Kind, width_mm: int, dpi: int, _edition: Edition) -> bytes:
    return renderer().render(_edition, kind, width_mm, dpi)

"""What one server holds for all its readers: the tables and the renderer.

It lies in this module and not in a cache of Streamlit's: any reader may clear those by a message,
and what they drop is not closed.
"""

import gc
import threading
from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import partial
from pathlib import Path

from cachetools import LRUCache, cached
from cachetools.keys import hashkey
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from carbonpeak.data import catalogue, contracts, own_versions, owners, viewing
from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.data.scope import Scope
from carbonpeak.data.viewing import NotSeen
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.export import lookup
from carbonpeak.export.job_queue import JobQueue
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.picture.drawing_page import Kind
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.screen import visitor
from carbonpeak.topics.registry import Codes
from carbonpeak.words.speaker import Speaker

# The files in the making for all readers.
QUEUE = JobQueue()
CACHED_PICTURES = 64
# Versions that were or are published, and others beside them, that are open at once.
OPEN_PUBLISHED = 2
OPEN_VERSIONS = 4
# Scopes whose answers are kept at once: about one for each province and the public.
OPEN_SCOPES = 40
_LOADED = threading.Event()
_RENDERERS: dict[Hashable, Renderer] = {}
# Who reads a version holds it: it is closed when the last of them has gone on.
_TABLES: LRUCache[Hashable, Warehouse] = LRUCache(OPEN_PUBLISHED)
_EARLIER_TABLES: LRUCache[Hashable, Warehouse] = LRUCache(OPEN_VERSIONS)
# The tables of a version are held once; what was asked of them, apart for each scope.
_DATASETS: LRUCache[Hashable, Dataset] = LRUCache(OPEN_SCOPES)


def dataset() -> Dataset:
    """Return the published tables as this reader may see them; one of DATA_ERRORS without."""
    # One short file is read at every run: whoever publishes reaches every reader's next run.
    return _seen(own_versions.published(), visitor.scope())


def warm() -> None:
    """Open the published tables and the records beside them, so that no reader waits for them.

    What cannot be had is said to each who asks for it. Drafts that nobody can see any more go.
    """
    owners.remove_lost(catalogue.DATA)
    with suppress(*DATA_ERRORS):
        _opened(own_versions.published()).load_records()


def is_loaded() -> bool:
    """Return whether the published tables are here, so that nobody waits for them."""
    return _LOADED.is_set()


def viewed(version: str, owner: str, data: Path = catalogue.DATA) -> Dataset:
    """Return the tables of a version as an owner may see them.

    NotSeen where they are not here or not for this owner, else one of DATA_ERRORS.
    """
    place = viewing.place(version, owner, data, visitor.scope())
    if place.scope.owner and not visitor.may("preview"):
        raise NotSeen("view.no_preview", version)
    if place.folder == own_versions.published(data):
        return _seen(place.folder, place.scope)
    return _earlier(place.folder, place.scope)


def earlier(version: str) -> Dataset | None:
    """Return the tables of a version, None where they are not here; one of DATA_ERRORS.

    NotSeen, which is one of them, for the draft of another reader.
    """
    try:
        return viewed(version, visitor.owner())
    except NotSeen as fault:
        if fault.is_draft:
            raise
        return None


def printable(data: Dataset, name: str, codes: Codes, tell: Speaker) -> PrintableFigure:
    """Return a figure for files; FigureError where it cannot be had from these tables."""
    try:
        return data.cached(lookup.printable, name, codes, tell)
    except DATA_ERRORS as fault:
        if data.version == dataset().version:
            raise
        lost = lookup.undrawable(data)
        count = str(len(lost))
        raise FigureError("undrawn", version=data.version, count=count, figures=lost) from fault


def presence() -> Callable[[], bool]:
    """Return what says, from any thread, whether the reader of this run has the page open."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        raise RuntimeError("only a page has a reader")
    return partial(runtime.get_instance().is_active_session, context.session_id)


@cached(_RENDERERS, condition=threading.Condition())
def renderer() -> Renderer:
    """Return the one renderer of this server; its browser starts with the first picture."""
    return Renderer()


def picture(printable: PrintableFigure, kind: Kind, width_mm: int, dpi: int) -> bytes:
    """Return a figure as a file, kept for a while; RenderError says why there is none."""
    return _picture(picture_key(printable), kind, width_mm, dpi, printable=printable)


def picture_key(printable: PrintableFigure) -> tuple[Hashable, ...]:
    """Return what a picture is kept by: version and choices, whose it is, language, own words."""
    own = (printable.own_title, printable.own_note)
    return (printable.passport.id, printable.scope, printable.lang, *own)


@cached({}, condition=threading.Condition())
def has_cjk_font() -> bool:
    """Return whether pictures can show Chinese on this machine; RenderError without a browser."""
    return renderer().has_cjk_font()


def close() -> None:
    """End the renderer and give the memory of the tables back; what is asked later begins anew."""
    tables = [*_TABLES.values(), *_EARLIER_TABLES.values()]
    held: list[Renderer | Warehouse] = [*_RENDERERS.values(), *tables]
    for one in held:
        one.close()
    for kept in (renderer, has_cjk_font, _as_seen, _opened, _earlier_tables, _picture):
        kept.cache_clear()
    _LOADED.clear()


@cached(_DATASETS, condition=threading.Condition())
def _as_seen(warehouse: Warehouse, scope: Scope) -> Dataset:
    return Dataset(warehouse, scope)


def _seen(folder: Path, scope: Scope) -> Dataset:
    return _as_seen(_opened(folder), scope)


@cached(_TABLES, condition=threading.Condition())
def _opened(folder: Path) -> Warehouse:
    warehouse = Warehouse(folder)
    contracts.require(warehouse.catalogue)
    warehouse.load_all()
    _set_heap_aside()
    _LOADED.set()
    return warehouse


def _set_heap_aside() -> None:
    """Spare the collector of garbage what stays until the server ends: modules and tables.

    Called while the published tables are opened, hence by one thread at a time; once a process.
    """
    if not gc.get_freeze_count():
        # What is garbage by now would stay too.
        gc.collect()
        gc.freeze()


def _earlier(folder: Path, scope: Scope) -> Dataset:
    return _as_seen(_earlier_tables(folder), scope)


@cached(_EARLIER_TABLES, condition=threading.Condition())
def _earlier_tables(folder: Path) -> Warehouse:
    # Tables are loaded as figures need them: one that this version lacks costs no other figure.
    return Warehouse(folder)


def _without_figure(*key: Hashable, printable: PrintableFigure) -> Hashable:
    return hashkey(*key)


@cached(LRUCache(CACHED_PICTURES), _without_figure, condition=threading.Condition())
def _picture(
    key: tuple[Hashable, ...], kind: Kind, width_mm: int, dpi: int, *, printable: PrintableFigure
) -> bytes:
    return renderer().render(printable, kind, width_mm, dpi)

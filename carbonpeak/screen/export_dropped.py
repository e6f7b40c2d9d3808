"""The file that was dropped to find its figures: read once, and forgotten when it is taken away."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import streamlit as st

from carbonpeak.export import passport, recognise
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.passport import METHOD_VERSION
from carbonpeak.export.recognise import MAX_BYTES, RecogniseError
from carbonpeak.screen import markup, server
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.registry import FIGURES

# How often the field was emptied by us (its key changes with it), what was read, what was chosen.
ROUND, READ, CHOSEN = "passport-round", "passport-read", "passport-chosen"
Open = Callable[[tuple[str, ...]], None]


@dataclass(frozen=True)
class Dropped:
    """A file that was read: what tells it from others, its name, its ids or why there are none."""

    file_id: str
    name: str
    ids: tuple[str, ...]
    fault: str = ""
    original: bytes | str | None = None
    is_picture: bool = False


def show(reader: Reader, on_change: Callable[[], None]) -> bool:
    """Show the field for a file, read one that is new, and return whether one was read now.

    ``on_change`` is called where a file comes or goes, before anything is shown.
    """
    limit = MAX_BYTES // 2**20
    file = st.file_uploader(
        reader.say("found.file"), key=_key(), on_change=on_change, max_upload_size=limit
    )
    st.caption(reader.say("found.file.help", limit=limit))
    if file is None or _dropped() is not None:
        return False
    st.session_state[READ] = _read(reader, file)
    return True


def is_any() -> bool:
    """Return whether a file lies in the field."""
    return st.session_state.get(_key()) is not None


def ids() -> tuple[str, ...]:
    """Return the ids of the file, none where there is no file or none in it."""
    held = _dropped()
    return held.ids if held else ()


def clear() -> None:
    """Take the file away, as its cross does."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def tell(reader: Reader, opened: str, choose: Open) -> None:
    """Say why the file gives no figure, or list its figures where it holds several.

    ``opened`` is the id in the URL; ``choose`` opens another.
    """
    held = _dropped()
    if held is None:
        return
    if held.fault:
        words = reader.say(f"recognise.fault.{held.fault}")
        told = reader.say("found.fault", name=held.name, words=words)
        st.html(markup.said(told, "alert"))
    elif len(held.ids) > 1:
        told = reader.say("found.several", name=held.name, count=len(held.ids))
        st.html(markup.said(told))
        st.session_state[CHOSEN] = opened if opened in held.ids else None
        st.selectbox(
            reader.say("found.several.label"),
            held.ids,
            format_func=lambda one: _title(reader, one),
            key=CHOSEN,
            filter_mode=None,
            on_change=lambda: choose((str(st.session_state[CHOSEN]),)),
        )


def show_original(reader: Reader, passport_id: str) -> None:
    """Show the picture of the file where it holds this figure alone: the figure as it was."""
    held = _dropped()
    if held is None or not held.is_picture or held.ids != (passport_id,):
        return
    if held.original is None:
        st.caption(reader.say("found.unshown"))
    else:
        st.image(held.original, caption=reader.say("found.file.picture"))


def _key() -> str:
    return f"passport-file-{st.session_state.get(ROUND, 0)}"


def _dropped() -> Dropped | None:
    """Return what was read of the file that lies in the field, None where it was not read yet."""
    file, held = st.session_state.get(_key()), st.session_state.get(READ)
    is_its_own = isinstance(held, Dropped) and file is not None and held.file_id == file.file_id
    return held if is_its_own else None


def _read(reader: Reader, file: Any) -> Dropped:
    """Read a file; whatever is said meanwhile ends the reading where its reader has gone."""
    waiting, words = st.empty(), reader.say("found.reading", name=file.name)

    def tick() -> None:
        waiting.text(words)

    data = file.getvalue()
    is_picture = recognise.is_picture(data)
    try:
        found = recognise.ids_in(data, tick)
        original = recognise.picture_in(data, tick) if _is_older(reader, found) else None
    except RecogniseError as fault:
        return Dropped(file.file_id, file.name, (), fault.reason)
    return Dropped(file.file_id, file.name, found, "", original, is_picture)


def _is_older(reader: Reader, found: tuple[str, ...]) -> bool:
    """Return whether the picture in a file shows what can not be drawn anew."""
    return passport.read(found[0]).data_version != reader.data.version


def _title(reader: Reader, passport_id: str) -> str:
    """Return what a figure of the file finds, where it is the same today, or else its name."""
    one = passport.read(passport_id)
    versions = {"data": one.data_version, "method": one.method_version}
    is_known = one.figure in FIGURES
    figure = reader.say(f"figure.name.{one.figure}") if is_known else one.figure
    if (one.data_version, one.method_version) == (reader.data.version, METHOD_VERSION):
        with suppress(FigureError):
            figure = server.printable(reader.data, one.figure, one.choices, reader.say).figure.title
    return reader.say("found.one", figure=figure, **versions)

"""The tray of the reader: read from the URL, written back there, worded and ordered by hand."""

import streamlit as st

from carbonpeak.export import tray
from carbonpeak.export.tray import LONGEST_NOTE, LONGEST_TITLE, Item, Tray, TrayError

NAME = "tray"


def current() -> Tray:
    """Return the tray of the URL, an empty one where there is none or it cannot be read."""
    return _read() or Tray("")


def is_unreadable() -> bool:
    """Return whether the URL holds a tray that cannot be read; it stays there untouched."""
    return _read() is None


def _read() -> Tray | None:
    text = st.query_params.get(NAME, "")
    try:
        return tray.read(text) if text else Tray("")
    except TrayError:
        return None


def add(item: Item, data_version: str) -> None:
    """Put a figure into the tray; the data version is that of the day it was begun.

    Nothing is put in place of a tray that cannot be read.
    """
    if is_unreadable():
        return
    held = current()
    begun = held if held.items else Tray(data_version)
    _write(begun.added(item))


def move(place: int, by: int) -> None:
    """Move a figure up (-1) or down (1)."""
    _write(current().moved(place, by))


def remove(place: int) -> None:
    """Take a figure out."""
    _write(current().removed(place))


def clear() -> None:
    """Take everything out."""
    _write(Tray(""))


def word(place: int, title_key: str, note_key: str) -> None:
    """Take title and note of a figure from the two fields they were typed into."""
    title, note = (str(st.session_state[key]).strip() for key in (title_key, note_key))
    _write(current().worded(place, title[:LONGEST_TITLE], note[:LONGEST_NOTE]))


def was_too_long() -> bool:
    """Return whether a change did not fit into the address; asked once, it is forgotten."""
    return bool(st.session_state.pop("tray-too-long", False))


def _write(changed: Tray) -> None:
    """Write a tray into the URL; one that is too long for it leaves the one that stands there."""
    try:
        text = tray.written(changed)
    except TrayError:
        st.session_state["tray-too-long"] = True
        return
    if text:
        st.query_params[NAME] = text
    else:
        st.query_params.pop(NAME, None)

"""The tray on the page: its figures in order, each to move, reword or take out."""

from collections.abc import Callable

import streamlit as st

from carbonpeak.export.lookup import FigureError
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.tray import LONGEST_NOTE, LONGEST_TITLE, Item
from carbonpeak.screen import export_faults, export_tray, markup, server
from carbonpeak.screen.reader import Reader


def show(reader: Reader) -> None:
    """Show the figures of the tray, or what to do where it is empty."""
    if export_tray.was_too_long():
        st.warning(reader.say("tray.too_long"))
    if export_tray.is_unreadable():
        _clear(reader)
        return
    held = export_tray.current()
    if not held.items:
        st.info(reader.say("tray.empty"))
        return
    if held.data_version != reader.data.version:
        st.warning(reader.say("tray.older", old=held.data_version, new=reader.data.version))
    for place, item in enumerate(held.items):
        _row(reader, place, item, is_last=place == len(held.items) - 1)
    _clear(reader)


def _clear(reader: Reader) -> None:
    st.button(reader.say("tray.clear"), key="tray-clear", on_click=export_tray.clear)


def _row(reader: Reader, place: int, item: Item, is_last: bool) -> None:
    with st.container(border=True, key=f"tray-{place}"):
        try:
            printable = server.printable(reader.data, item.figure, item.codes, reader.say)
        except FigureError as fault:
            st.html(markup.said(export_faults.of_figure(reader, fault), "alert"))
        else:
            _words(item, place, printable)
        with st.container(horizontal=True):
            _button(reader, "up", place, place == 0, export_tray.move, (place, -1))
            _button(reader, "down", place, is_last, export_tray.move, (place, 1))
            _button(reader, "remove", place, False, export_tray.remove, (place,))
        _edit(reader, place, item)


def _words(item: Item, place: int, printable: PrintableFigure) -> None:
    title = item.title or printable.figure.title
    lines = (printable.figure.subtitle, printable.filter_line)
    st.html(markup.listed(place + 1, title, lines, item.note))


def _edit(reader: Reader, place: int, item: Item) -> None:
    # A key per figure: its fields must not keep the words of the one that stood here before.
    own, note = (f"tray-{what}-{item.figure}-{item.codes}" for what in ("title", "note"))
    # No window that closes on a key: what was typed into it would be gone.
    with st.expander(reader.say("tray.edit")):
        # What is in the URL counts: a step back in the browser takes words back, too.
        st.session_state[own], st.session_state[note] = item.title, item.note
        for key, words, most in (
            (own, "tray.own_title", LONGEST_TITLE),
            (note, "tray.own_note", LONGEST_NOTE),
        ):
            st.text_area(
                reader.say(words),
                key=key,
                max_chars=most,
                on_change=export_tray.word,
                args=(place, own, note),
            )


def _button(
    reader: Reader,
    what: str,
    place: int,
    is_off: bool,
    act: Callable[..., None],
    args: tuple[int, ...],
) -> None:
    st.button(
        reader.say(f"tray.{what}"),
        key=f"tray-{what}-{place}",
        disabled=is_off,
        on_click=act,
        args=args,
    )

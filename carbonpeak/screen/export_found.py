"""Find a figure again: by its id, its link, or a file it was exported to."""

from typing import Any

import streamlit as st

from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.export import lookup, passport, recognise
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.passport import METHOD_VERSION, Passport, PassportError, example
from carbonpeak.export.picture.preview import picture_in
from carbonpeak.export.recognise import MAX_BYTES, RecogniseError
from carbonpeak.screen import export_bar, export_faults, markup, page, server
from carbonpeak.screen.reader import Reader

NAME = "passport"
TYPED, DROPPED, FAULT = "passport-typed", "passport-file", "passport-fault"
# The id that the dropped file holds: its picture is shown with no other.
OF_FILE = "passport-of-file"


def show(reader: Reader) -> None:
    """Show the fields for an id or a file, and the figure that was found."""
    left, right = st.columns(2, gap="medium")
    with left:
        st.session_state[TYPED] = st.query_params.get(NAME, "")
        known = example(reader.data.version)
        st.text_input(reader.say("found.id"), key=TYPED, placeholder=known, on_change=_typed)
    with right:
        limit = MAX_BYTES // 2**20
        st.file_uploader(
            reader.say("found.file"), key=DROPPED, on_change=_dropped, max_upload_size=limit
        )
        st.caption(reader.say("found.file.help", limit=limit))
    fault = st.session_state.pop(FAULT, "")
    if fault:
        st.error(reader.say(f"recognise.fault.{fault}"))
    text = st.query_params.get(NAME, "")
    if text:
        _found(reader, text)


def _typed() -> None:
    text = str(st.session_state[TYPED]).strip()
    if text:
        st.query_params[NAME] = text[: 2 * passport.LONGEST_ID]
    else:
        st.query_params.pop(NAME, None)


def _dropped() -> None:
    file = st.session_state[DROPPED]
    if file is None:
        return
    try:
        found = recognise.read_passport(file.getvalue())
    except RecogniseError as fault:
        st.session_state[FAULT] = fault.reason
        return
    st.query_params[NAME] = st.session_state[OF_FILE] = found


def _found(reader: Reader, text: str) -> None:
    try:
        one = passport.read(text)
    except PassportError as fault:
        st.html(markup.said(export_faults.of_id(reader, fault, text), "alert"))
        return
    data = _data_of(reader, one)
    try:
        printable = server.printable(data, one.figure, one.choices, reader.say)
    except FigureError as fault:
        st.html(markup.said(export_faults.of_figure(reader, fault), "alert"))
        return
    page.show(printable.figure, reader)
    export_bar.show(reader, one.figure, printable.passport.choices, data)
    place, values = lookup.view(one.figure, printable.passport.choices)
    st.page_link(
        f"pages/{place}.py",
        label=reader.say("found.place", page=reader.say(f"nav.{place}")),
        query_params={"lang": reader.lang, **page.carried(), **values},
    )


def _data_of(reader: Reader, one: Passport) -> Dataset:
    """Say how old the figure is, and return the data to draw it from."""
    now = reader.data.version
    if one.data_version == now:
        if one.method_version == METHOD_VERSION:
            st.success(reader.say("found.same", version=now))
        else:
            words = {"old": one.method_version, "new": METHOD_VERSION}
            st.warning(reader.say("found.method", **words))
        return reader.data
    st.warning(reader.say("found.older", old=one.data_version, new=now))
    _original(reader)
    try:
        then = server.earlier(one.data_version)
    except DATA_ERRORS as fault:
        page.data_fault("fault.earlier", fault, reader.lang)
        return reader.data
    if then is None:
        st.info(reader.say("found.gone", version=one.data_version))
        return reader.data
    words = {now: "found.now", one.data_version: "found.then"}
    chosen = st.segmented_control(
        reader.say("found.both"),
        list(words),
        default=now,
        format_func=lambda version: reader.say(words[version], version=version),
        key="found-version",
        required=True,
    )
    return then if chosen == one.data_version else reader.data


def _original(reader: Reader) -> None:
    """Show the picture of the dropped file: it is the figure as it was."""
    file: Any = st.session_state.get(DROPPED)
    is_its_own = st.session_state.get(OF_FILE) == st.query_params.get(NAME)
    picture = picture_in(file.getvalue()) if file is not None and is_its_own else None
    if picture is not None:
        st.image(picture, caption=reader.say("found.file.picture"))

"""Find a figure again: by its id, its link, or a file it was exported to."""

import streamlit as st

from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.export import lookup, passport
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.passport import METHOD_VERSION, Passport, PassportError, example
from carbonpeak.screen import export_dropped, export_faults, figure_frame, markup, page, server
from carbonpeak.screen.reader import Reader

NAME, TYPED = "passport", "passport-typed"
# The id that was entered or dropped here, and whether an id came by a link.
OWN, BY_LINK = "passport-own", "passport-by-link"


def is_first() -> bool:
    """Return whether the reader came by an id, and so wants to see its figure before all else.

    The place stays as it is while ids are entered and files dropped.
    """
    text = st.query_params.get(NAME, "")
    if text and text != st.session_state.get(OWN):
        st.session_state[BY_LINK] = True
    elif not text and not export_dropped.is_any():
        st.session_state[BY_LINK] = False
    return bool(st.session_state.get(BY_LINK, False))


def show(reader: Reader) -> None:
    """Show the fields for an id or a file, and the figure that was found."""
    left, right = st.columns(2, gap="medium")
    with left:
        st.session_state[TYPED] = st.query_params.get(NAME, "")
        known = example(reader.data.version)
        st.text_input(reader.say("found.id"), key=TYPED, placeholder=known, on_change=_typed)
    with right:
        is_new = export_dropped.show(reader, forget)
    if is_new:
        _open(export_dropped.ids()[:1])
        st.rerun()
    text = st.query_params.get(NAME, "")
    export_dropped.tell(reader, text, _open)
    if text:
        _found(reader, text)


def forget() -> None:
    """Let go of the figure that was found: what is shown belongs to what was given last."""
    _open(())


def _typed() -> None:
    text = str(st.session_state[TYPED]).strip()
    export_dropped.clear()
    _open((text[: 2 * passport.LONGEST_ID],) if text else ())


def _open(ids: tuple[str, ...]) -> None:
    """Write the first of some ids into the URL, or take out the one that stands there."""
    if ids:
        st.query_params[NAME] = st.session_state[OWN] = ids[0]
    else:
        st.query_params.pop(NAME, None)


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
    figure_frame.show(printable.figure, reader, printable.passport.choices, data)
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
    export_dropped.show_original(reader, one.id)
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

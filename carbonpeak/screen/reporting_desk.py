"""Whoever enters something: by which name, into which store, and what became of it in words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st
from sqlalchemy import Engine

from carbonpeak.access import deciding
from carbonpeak.access.deciding import What, Where
from carbonpeak.data import places
from carbonpeak.data.faults import DataFault
from carbonpeak.reporting import people
from carbonpeak.screen import markup, visitor
from carbonpeak.screen.reader import Reader
from carbonpeak.store import opening
from carbonpeak.store.actors import Actor
from carbonpeak.store.faults import StoreFault
from carbonpeak.words import pick

WHO, DONE, LONGEST = "desk-who", "desk-done", 80
Deed = Callable[[Engine, Actor | None], object]


def name(reader: Reader) -> None:
    """Ask for a name where no log-in gives one."""
    if is_typed():
        st.text_input(reader.say("desk.who"), key=WHO, max_chars=LONGEST)


def is_typed() -> bool:
    """Return whether whoever acts has to type a name: no log-in gives one."""
    return not visitor.name()


def actor() -> Actor | None:
    """Return who acts in this run: as the log-in says, else by the name that was typed."""
    return people.named(visitor.admission().actor, str(st.session_state.get(WHO, "")))


def may(what: What, region: str | None = None, company: str | None = None) -> bool:
    """Return whether the reader may do something with the records of a place and company."""
    where = Where(region, company, is_restricted=True)
    return deciding.may(visitor.admission().actor, what, where).allowed


@contextmanager
def store(reader: Reader) -> Iterator[Engine]:
    """Give the store of the records, made where there is none; StoreFault where it cannot be."""
    engine = opening.open_store(places.store(reader.data.root))
    try:
        yield engine
    finally:
        engine.dispose()


def done(reader: Reader, place: str) -> None:
    """Say what was done in the run before, at a place where it may have been done."""
    key = st.session_state.get(DONE, "")
    # Always a place of its own: a notice that comes and goes would move what stands below, and
    # every part that was opened there would close.
    with st.container(key=f"desk-done-{place}"):
        if key:
            st.success(reader.say(key))


def forget() -> None:
    """Say no more of what was done: it was said at every place."""
    st.session_state.pop(DONE, None)


def do(reader: Reader, deed: Deed, key: str) -> bool:
    """Do something and run the page anew with the words under ``key``; else say why not.

    Return False where it was refused: nothing was changed then.
    """
    try:
        with store(reader) as engine:
            deed(engine, actor())
    except DataFault as fault:
        st.html(markup.said(pick(fault.text, reader.lang), "alert"))
        return False
    except StoreFault as fault:
        st.html(markup.said(fault.said[reader.lang], "alert"))
        return False
    st.session_state[DONE] = key
    # An older state of the records would not show what was done.
    st.query_params.pop("entry", None)
    st.rerun()
    return True

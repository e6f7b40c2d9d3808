"""Who reads a page: asked anew in every run, said in the frame, with log-in and log-out."""

import time
from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.runtime.scriptrunner import get_script_run_ctx

from carbonpeak.access import admitting, deciding, roles
from carbonpeak.access.admitting import Admission
from carbonpeak.access.deciding import ROLES, Decision, What
from carbonpeak.access.faults import AccessError
from carbonpeak.data.scope import PUBLIC, WHOLE, Scope
from carbonpeak.screen import markup
from carbonpeak.words import Lang, pick, say

SECTION = "auth"
# Where a session keeps scope and owner of its last run, and the files that it had made.
SEEN_AS, JOBS = "visitor-scope", "job-"


def has_login() -> bool:
    """Return whether a log-in is set up: a section of the secrets says so."""
    try:
        return SECTION in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def admission() -> Admission:
    """Return as whom the reader of this run is let in, by the time it is now.

    With a log-in set up and no rules that can be read, nobody is.
    """
    if not has_login():
        return admitting.alone()
    try:
        return admitting.admit(_claims(), roles.load(), time.time())
    except AccessError as fault:
        return Admission(None, fault.text)


def scope() -> Scope:
    """Return which restricted rows the reader of this run may see; none where no one reads."""
    if not has_login():
        return WHOLE
    if get_script_run_ctx() is None:
        return PUBLIC
    return deciding.scope(admission().actor)


def name() -> str:
    """Return the name of who logged in, nothing where nobody did."""
    if not has_login():
        return ""
    actor = admission().actor
    return actor.name if actor is not None and _is_logged_in() else ""


def until_s() -> float | None:
    """Return when the log-in of this run ends (Unix seconds), None where nothing ends."""
    if not has_login() or get_script_run_ctx() is None:
        return None
    return admission().until_s


def owner() -> str:
    """Return who owns what the reader of this run makes, nobody outside a run.

    It is who logged in, else the session.
    """
    context = get_script_run_ctx()
    if context is None:
        return ""
    person = admission().owner if has_login() and _is_logged_in() else ""
    return person or context.session_id


def may(what: What) -> bool:
    """Return whether the reader of this run may do something; nobody outside a run with log-in."""
    if not has_login():
        return True
    return get_script_run_ctx() is not None and decision(what).allowed


def decision(what: What) -> Decision:
    """Return whether the reader of this run may do something, with the reason."""
    return deciding.may(admission().actor, what)


def require(what: What, held: Scope, lang: Lang) -> None:
    """End the run in words unless its reader may do this, with rows of the scope that is held.

    For runs of a part of a page, which goes on with what was there when the page was opened: the
    log-in may have ended since.
    """
    if not has_login():
        return
    found = admission()
    is_theirs = deciding.sees(found.actor, owner(), held)
    if not (is_theirs and deciding.may(found.actor, what).allowed):
        _refuse(found, lang)


def is_let(what: What, lang: Lang) -> bool:
    """Return whether the reader of this run may do something; where not, say why in its place."""
    found = decision(what)
    if not found.allowed:
        st.html(markup.said(pick(found.because, lang)))
    return found.allowed


def show(lang: Lang) -> None:
    """Say at the head of the sidebar who reads, with the way in or out."""
    if has_login():
        with st.sidebar, st.container(key="visitor"):
            _say_who(admission(), lang)


def admit(lang: Lang) -> None:
    """End the run in words for who may not read; say where a log-in has ended."""
    if not has_login():
        return
    found = admission()
    _forget_files((deciding.scope(found.actor), owner()))
    if not deciding.may(found.actor, "query").allowed:
        _refuse(found, lang)
    elif found.is_expired:
        st.html(markup.said(pick(found.because, lang), "alert"))


def _forget_files(now: tuple[Scope, str]) -> None:
    """Drop the files made under another scope or owner: what one may see is another's no more."""
    if st.session_state.get(SEEN_AS, now) != now:
        for key in [str(one) for one in st.session_state if str(one).startswith(JOBS)]:
            del st.session_state[key]
    st.session_state[SEEN_AS] = now


def _is_logged_in() -> bool:
    # Where no log-in is served, as in a run outside the server, the key is not there.
    return bool(st.user.get("is_logged_in"))


def _claims() -> Mapping[str, Any] | None:
    return st.user.to_dict() if _is_logged_in() else None


def _say_who(found: Admission, lang: Lang) -> None:
    is_known = found.until_s is not None
    if is_known and found.actor is not None:
        held = [say(f"access.role.{one}", lang) for one in ROLES if one in found.actor.roles]
        listed = say("list.separator", lang).join(held)
        # Names come from outside: nothing in one is taken for more than a letter.
        st.html(markup.text(say("access.here", lang, name=found.actor.name, roles=listed)))
    elif found.actor is not None:
        st.html(markup.text(_limited(found, lang)))
    if _is_logged_in():
        st.button(say("access.logout", lang), key="logout", on_click=st.logout)
    if not is_known:
        st.button(say("access.login", lang), key="login", on_click=st.login)


def _limited(found: Admission, lang: Lang) -> str:
    if not _is_logged_in():
        return say("access.guest", lang)
    return say("access.limited", lang, because=pick(found.because, lang))


def _refuse(found: Admission, lang: Lang) -> None:
    st.html(markup.said(say("access.refused", lang, because=pick(found.because, lang)), "alert"))
    st.caption(say("access.ask", lang))
    st.stop()

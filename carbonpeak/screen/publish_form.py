"""Publishing a version, or taking one back: by whom, why, and a clear question before it counts."""

from dataclasses import dataclass

import streamlit as st

from carbonpeak.data import catalogue, own_versions, viewing
from carbonpeak.data.dataset import DATA_ERRORS
from carbonpeak.data.publishing import PublishError
from carbonpeak.screen import visitor
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.versions import listing
from carbonpeak.words import pick

DONE = "version-published"
LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """What is to be published in place of what, by whom and why.

    ``before`` is what was published when this was asked for.
    """

    version: str
    before: str
    who: str
    why: str


def show(reader: Reader) -> None:
    """Show the fields and the question; nothing where there is no version to publish."""
    done(reader)
    versions = listing.publishable(reader.data)
    if not versions:
        return
    say = reader.say
    st.header(say("versions.publish"), anchor=False)
    if not visitor.is_let("publish", reader.lang):
        return
    with st.container(horizontal=True):
        chosen = st.selectbox(say("versions.publish.version"), versions, key="publish-version")
        who = st.text_input(say("versions.publish.who"), key="publish-who", max_chars=LONGEST)
        why = st.text_input(say("versions.publish.why"), key="publish-why", max_chars=LONGEST)
    is_whole = bool(who.strip() and why.strip())
    if not is_whole:
        st.caption(say("versions.publish.needs"))
    before = viewing.published(catalogue.DATA)
    ask(reader, Asked(str(chosen), before, who.strip(), why.strip()), is_whole)


def ask(reader: Reader, asked: Asked, is_whole: bool = True) -> None:
    """Show the button that asks whether to publish, out of use where something is not said yet."""
    say = reader.say
    if st.button(say("versions.publish.ask"), key="publish-ask", disabled=not is_whole):
        st.dialog(say("versions.publish"))(_question)(reader, asked)


def done(reader: Reader) -> str:
    """Say what was published in the run before, once; return its name, nothing for none."""
    version = str(st.session_state.pop(DONE, ""))
    if version:
        st.success(reader.say("versions.publish.done", version=version))
    return version


def _question(reader: Reader, asked: Asked) -> None:
    say = reader.say
    st.markdown(say("versions.publish.question", version=asked.version, before=asked.before))
    with st.container(horizontal=True):
        is_sure = st.button(say("versions.publish.yes"), key="publish-yes", type="primary")
        if st.button(say("versions.publish.no"), key="publish-no"):
            st.rerun()
    if is_sure:
        _publish(reader, asked)


def _publish(reader: Reader, asked: Asked) -> None:
    """Publish what this reader may see; where that fails say why, and nothing is changed."""
    if not visitor.is_let("publish", reader.lang):
        return
    root = catalogue.DATA
    shipped = viewing.shipped(root)
    version, before = ("" if one == shipped else one for one in (asked.version, asked.before))
    try:
        viewing.place(asked.version, visitor.owner(), root)
        own_versions.publish(version, before, asked.who, asked.why, root)
    except (PublishError, *DATA_ERRORS) as fault:
        st.error(reader.say("versions.publish.failed"))
        st.code(pick(fault.text, reader.lang), language=None, wrap_lines=True)
        return
    st.session_state[DONE] = asked.version
    st.rerun()

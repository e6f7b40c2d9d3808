"""Versions: what is published, what changed since the one before, and publishing itself."""

import streamlit as st

from carbonpeak.screen import page, publish_form
from carbonpeak.topics.versions import listing

reader = page.begin("versions")
data, say = reader.data, reader.say

page.heading(*listing.lead(data, say))
only = listing.alone(data, say)
if only:
    st.markdown(only)
else:
    st.header(say("versions.compare"), anchor=False)
    with st.container(horizontal=True):
        page.choose(reader, "before", "after")
    page.figure(reader, "version_verdicts")
    page.figure(reader, "version_rows")

st.header(say("versions.list"), anchor=False)
page.table(listing.versions(data, say), say("versions.list"), words=True)
publish_form.show(reader)

st.header(say("versions.history"), anchor=False)
told = listing.history(data, say)
if told.empty:
    st.markdown(say("versions.history.none"))
else:
    page.table(told, say("versions.history"), words=True)
page.end(reader)

"""Figures and reports: a tray of figures into files, ready reports, a figure found by its id."""

import streamlit as st

from carbonpeak.screen import export_found as found
from carbonpeak.screen import export_listing as listing
from carbonpeak.screen import export_making as making
from carbonpeak.screen import page

reader = page.begin("figures")
say = reader.say
st.markdown(say("figures.intro"))

# Who comes by a figure id wants to see that figure first.
is_asked = found.is_first()
if is_asked:
    st.header(say("found.head"), anchor=False)
    found.show(reader)

# A ready report can be had at once; a tray has to be filled first.
page.pick(reader, "language")
st.header(say("making.ready"), anchor=False)
with st.container(horizontal=True):
    page.pick(reader, "template", "format")
    page.choose(reader, "region")
making.of_template(reader)

st.header(say("tray.head"), anchor=False)
listing.show(reader)
st.subheader(say("making.tray"), anchor=False)
page.pick(reader, "bundle")
making.of_tray(reader)

if not is_asked:
    st.header(say("found.head"), anchor=False)
    found.show(reader)
page.end(reader)

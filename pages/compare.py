"""Compare: a few places or sectors in one chart, on one scale."""

import streamlit as st

from carbonpeak.screen import page, selection_bar
from carbonpeak.topics.compare import notes, presets

reader = page.begin("compare")
data, chosen, say = reader.data, reader.chosen, reader.say
selection_bar.pick(reader)
with st.container(horizontal=True, key="controls"):
    page.choose(reader, "quantity")
    page.pick(reader, "scale", "display")
with st.expander(say("compare.more")), st.container(horizontal=True):
    page.pick(reader, "reference")
    page.choose(reader, "from", "to")

display = reader.values.one("display")
if chosen.chosen or display == "tiles":
    remarks = notes.left_out(data, chosen.chosen, say)
    for remark in remarks:
        st.info(remark)
    page.figure(reader, f"compare_{display}")
else:
    st.info(say("compare.empty"))
    page.links("compare", "chosen", data.cached(presets.presets, say), reader)
    page.figure(reader, "compare_tiles")
page.end(reader)

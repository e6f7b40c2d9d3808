"""Latest: what the newest month says, how old it is, and what it cannot say."""

import streamlit as st

from carbonpeak.figures import months
from carbonpeak.screen import page
from carbonpeak.topics.latest import values

reader = page.begin("latest")
data, chosen, say = reader.data, reader.chosen, reader.say

page.lead(data.cached(months.newest, say))
st.caption(say("latest.lead"))
page.cards(data.cached(values.cards, chosen, say), reader)
page.figure(reader, "latest_values")

st.header(say("latest.lines"), anchor=False)
page.choose(reader, "since")
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "latest_small")
with right:
    page.choose(reader, "series")
    page.figure(reader, "latest_series")

st.header(say("latest.say"), anchor=False)
page.figure(reader, "latest_meaning")
page.figure(reader, "latest_targets")

st.header(say("latest.next"), anchor=False)
page.figure(reader, "latest_due")

st.header(say("latest.independent"), anchor=False)
page.figure(reader, "latest_estimate")
page.end(reader)

"""Green manufacturing: totals and lists, the board of tasks, the register of targets."""

import streamlit as st

from carbonpeak.screen import page, searched
from carbonpeak.topics.green import lead

reader = page.begin("green")
data, chosen, say = reader.data, reader.chosen, reader.say

page.lead(data.cached(lead.verdict, say))
page.cards(data.cached(lead.cards, say), reader)

st.header(say("green.head.board"), anchor=False)
page.figure(reader, "green_board", clicks=("task",))
page.choose(reader, "task")
measures = data.cached(lead.task_measures, chosen.task, say)
if measures:
    st.caption(measures)
page.figure(reader, "green_goals")

st.header(say("green.head.register"), anchor=False)
with st.container(horizontal=True, key="register-controls"):
    page.choose(reader, "field", "plan", "due", "state")
with st.container(horizontal=True, key="more-controls"):
    page.pick(reader, "checked", "order")
with page.by_hand("targets"):
    searched.targets(reader)
page.figure(reader, "green_register", clicks=("field",), empty="green.none")

st.header(say("green.head.totals"), anchor=False)
with st.container(horizontal=True, key="list-controls"):
    page.pick(reader, "kind")
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "green_totals")
with right:
    page.figure(reader, "green_batches")
page.figure(reader, "green_founding")

st.header(say("green.head.lists"), anchor=False)
with st.container(horizontal=True, key="place-controls"):
    page.pick(reader, "batch", "per")
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "green_tiles", clicks=("region",))
with right:
    page.figure(reader, "green_ranking", clicks=("region",))
page.choose(reader, "region")

with page.by_hand("names"):
    st.header(say("green.head.names"), anchor=False)
    searched.entities(reader)
with st.expander(say("figure.name.green_sectors")):
    page.figure(reader, "green_sectors")

st.header(say("green.head.later"), anchor=False)
page.figure(reader, "green_facts")
page.end(reader)

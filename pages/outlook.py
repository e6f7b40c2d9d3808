"""Outlook: where 2025 landed, where 2030 leads by scenario, and what it would still take."""

import streamlit as st

from carbonpeak.screen import page
from carbonpeak.topics.outlook import cards as outlook_cards
from carbonpeak.topics.outlook import labels as projection_words

reader = page.begin("outlook")
data, say = reader.data, reader.say
question = reader.chosen.question

st.markdown(f"**{data.cached(outlook_cards.verdict, question, say)}**")
page.cards(
    [
        data.cached(outlook_cards.landed, say),
        data.cached(outlook_cards.peak, question, say),
        data.cached(outlook_cards.target, question, say),
    ],
    reader,
)

st.header(say("outlook.landed"), anchor=False)
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "nowcast")
with right:
    page.figure(reader, "per_gdp")
page.figure(reader, "nowcast_methods")
with st.expander(say("outlook.inputs")):
    page.figure(reader, "nowcast_inputs")

st.header(say("outlook.leads"), anchor=False)
with st.container(horizontal=True, key="controls"):
    page.pick(reader, "quantity", "scenario")
    page.choose(reader, "region")
if question.scenario == "own":
    with st.container(horizontal=True, key="own-rates"):
        page.slide(reader, "growth", "fall")
for remark in data.cached(projection_words.remarks, question, say):
    st.markdown(remark)
if reader.figure("projection_quantity"):
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "projection_quantity")
        page.figure(reader, "projection_peak")
    with right:
        page.figure(reader, "projection_index")
        page.figure(reader, "projection_scenarios")

st.header(say("outlook.takes"), anchor=False)
with st.container(horizontal=True, key="sharing-controls"):
    page.pick(reader, "goal", "unit", "rule")
page.figure(reader, "sharing_ranking")
page.figure(reader, "sharing_table")
page.end(reader)

"""Outlook: where 2025 landed, where 2030 leads by scenario, and what it would still take."""

import streamlit as st

from carbonpeak import page, server
from carbonpeak.exhibits import outlook_cards, projection_words
from carbonpeak.figures.outlook import asked as asked_of

reader = page.begin("outlook")
made, lang, say = server.made, reader.lang, reader.say
asked = asked_of(reader.chosen)

st.markdown(f"**{made(outlook_cards.verdict, asked, lang)}**")
page.cards(
    [
        made(outlook_cards.landed, lang),
        made(outlook_cards.peak, asked, lang),
        made(outlook_cards.target, asked, lang),
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
if asked.scenario == "own":
    with st.container(horizontal=True, key="own-rates"):
        page.slide(reader, "growth", "fall")
for remark in made(projection_words.remarks, asked, lang):
    st.markdown(remark)
if reader.exhibit("projection_quantity"):
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

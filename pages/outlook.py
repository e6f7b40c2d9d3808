"""Outlook: where 2025 landed, where 2030 leads by scenario, and what it would still take."""

import streamlit as st

from carbonpeak.screen import page
from carbonpeak.thresholds import NATION
from carbonpeak.topics.outlook import cards as outlook_cards
from carbonpeak.topics.outlook import labels as projection_words
from carbonpeak.topics.outlook import status

reader = page.begin("outlook")
data, say = reader.data, reader.say
question = reader.chosen.question

is_projected = reader.figure("projection_quantity") is not None
is_nation = question.region_code == NATION
remarks = data.cached(projection_words.remarks, question, say)

page.lead(data.cached(status.headline, question, say))
with st.container(key="glance"):
    page.brief_cards(data.cached(status.at_a_glance, question, say), reader)
    with st.container(horizontal=True, key="controls"):
        page.pick(reader, "quantity")
        page.choose(reader, "scenario", "region")
        if question.scenario == "own":
            page.slide(reader, "growth", "fall")
    for remark in () if is_nation else remarks:
        st.markdown(remark)
    left, right = st.columns(2, gap="medium")
    # What the controls change stands right below them; where 2025 landed does not hang on them.
    if is_projected:
        with left:
            page.figure(reader, "projection_quantity")
    with right if is_projected else left:
        page.figure(reader, "nowcast")

if is_projected:
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "projection_index")
    with right:
        page.figure(reader, "projection_peak")
    page.figure(reader, "projection_scenarios")

st.header(say("outlook.takes"), anchor=False)
with st.container(horizontal=True, key="sharing-controls"):
    page.pick(reader, "goal", "unit", "rule")
page.figure(reader, "sharing_ranking")
page.figure(reader, "sharing_table")

st.header(say("outlook.landed"), anchor=False)
page.figure(reader, "per_gdp")
page.figure(reader, "nowcast_methods")
with st.expander(say("outlook.inputs")):
    page.figure(reader, "nowcast_inputs")
with st.expander(say("outlook.why")):
    st.markdown(data.cached(outlook_cards.verdict, question, say))
    for remark in remarks if is_nation else ():
        st.markdown(remark)
    page.cards(
        [
            data.cached(outlook_cards.landed, say),
            data.cached(outlook_cards.peak, question, say),
            data.cached(outlook_cards.target, question, say),
        ],
        reader,
    )
page.end(reader)

"""Peak: who has peaked, by which rule, how sure; one series a level down."""

import streamlit as st

from carbonpeak.screen import page
from carbonpeak.topics.peak import cards as peak_cards
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.topics.peak import rule as peak_rule
from carbonpeak.topics.peak import series as peak_series
from carbonpeak.topics.peak import status

reader = page.begin("peak")
data, chosen, say = reader.data, reader.chosen, reader.say
basis, until = chosen.scope, chosen.until

page.lead(data.cached(status.headline, basis, until, say))
with st.container(key="glance"):
    page.brief_cards(data.cached(status.cards, basis, until, say), reader)
    with st.container(horizontal=True, key="controls"):
        page.pick(reader, "scope", "until")
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "peak_shares")
    with right:
        page.figure(reader, "peak_tiles", clicks=("region",))

page.figure(reader, "peak_provinces")
page.pick(reader, "columns")
page.figure(reader, "peak_matrix", clicks=("region", "sector"))

for column, name in zip(st.columns(2), ("region", "sector"), strict=True):
    with column:
        page.choose(reader, name)
name = data.cached(peak_labels.series, *chosen.series, say)
st.header(say("peak.series.header", name=name), anchor=False)
remark = data.cached(peak_series.remark, *chosen.series, say)
if remark:
    st.markdown(remark)
else:
    st.markdown(data.cached(peak_series.sentence, chosen, say))
    page.figure(reader, "peak_series")
    page.figure(reader, "peak_age")

page.figure(reader, "peak_table")
with st.expander(say("peak.why")):
    st.markdown(data.cached(peak_cards.verdict, basis, until, say))
    judged = data.cached(peak_cards.cards, basis, until, say)
    page.cards((*judged, *data.cached(peak_cards.power_and_others, basis, until, say)), reader)
    st.markdown(peak_rule.rule(say))
    st.markdown(data.cached(peak_rule.remarks, say))
page.end(reader)

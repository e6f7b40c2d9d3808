"""Peak: who has peaked, by which rule, how sure; one series a level down."""

import streamlit as st

from carbonpeak import page, server
from carbonpeak.exhibits import peak_cards, peak_labels, peak_rule, peak_series
from carbonpeak.figures import peak

reader = page.begin("peak")
made, lang, chosen, say = server.made, reader.lang, reader.chosen, reader.say
basis, until = chosen.one("scope"), peak.until(chosen)

st.markdown(f"**{made(peak_cards.verdict, basis, until, lang)}**")
with st.container(horizontal=True, key="controls"):
    page.pick(reader, "scope", "until")
page.cards(made(peak_cards.cards, basis, until, lang), reader)

left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "peak_tiles", clicks=("region",))
with right:
    page.figure(reader, "peak_provinces")

page.pick(reader, "columns")
page.figure(reader, "peak_matrix", clicks=("region", "sector"))

for column, name in zip(st.columns(2), ("region", "sector"), strict=True):
    with column:
        page.choose(reader, name)
series = peak.series(chosen)
name = made(peak_labels.series, *series, lang)
st.header(say("peak.series.header", name=name), anchor=False)
remark = made(peak_series.remark, *series, lang)
if remark:
    st.markdown(remark)
else:
    st.markdown(made(peak_series.sentence, basis, until, *series, lang))
    page.figure(reader, "peak_series")
    page.figure(reader, "peak_age")

page.figure(reader, "peak_table")
st.header(say("peak.rule.header"), anchor=False)
st.markdown(peak_rule.rule(lang))
st.markdown(made(peak_rule.remarks, lang))

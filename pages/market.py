"""Carbon market: what it covers, what a tonne is worth, who is short, what that means."""

import streamlit as st

from carbonpeak.screen import page
from carbonpeak.topics.market import calculator, lead
from carbonpeak.topics.market import cards as market_cards

reader = page.begin("market")
data, chosen, say = reader.data, reader.chosen, reader.say
unit = chosen.unit

page.lead(data.cached(lead.lead, say))
page.cards(data.cached(market_cards.cards, say), reader)

st.header(say("market.head.price"), anchor=False)
page.pick(reader, "events")
page.figure(reader, "market_price")
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "market_volume")
with right:
    page.figure(reader, "market_years")
if chosen.quoted:
    st.header(say("market.head.quotes"), anchor=False)
    page.pick(reader, "quoted")
    page.figure(reader, "market_quotes")
page.figure(reader, "market_pilots")

st.header(say("market.head.coverage"), anchor=False)
page.figure(reader, "market_coverage")

st.header(say("market.head.benchmarks"), anchor=False)
st.markdown(say("market.allocation"))
page.pick(reader, "carrier")
page.figure(reader, "market_benchmarks")

st.header(say("market.head.unit"), anchor=False)
st.markdown(say("market.why.head"))
with st.container(horizontal=True, key="unit-controls"):
    page.pick(reader, "line", "vintage")
if unit.is_power:
    page.choose(reader, "class")
    page.enter(reader, "electricity", "heat", "load", "emissions", "price")
else:
    page.enter(reader, "product", "emissions", "balance", "price")
if unit.line == "aluminium":
    page.enter(reader, "tetrafluoromethane", "hexafluoroethane")
st.markdown(f"**{data.cached(calculator.sentence, chosen, say)}**")
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "market_unit")
with right:
    page.figure(reader, "market_curve")

st.header(say("market.head.units"), anchor=False)
page.pick(reader, "held")
page.figure(reader, "market_units")
page.figure(reader, "market_units_classes")
page.figure(reader, "market_units_provinces")
if chosen.own:
    st.header(say("market.head.own"), anchor=False)
    page.pick(reader, "own")
    page.figure(reader, "market_own_units")
    if chosen.own_line == "power":
        page.figure(reader, "market_own_spread")
st.header(say("market.head.where"), anchor=False)
page.pick(reader, "plants")
page.figure(reader, "market_where")
page.figure(reader, "market_where_table")

st.header(say("market.head.exposure"), anchor=False)
page.pick(reader, "short")
page.figure(reader, "market_exposure")

st.header(say("market.head.registers"), anchor=False)
page.figure(reader, "market_events")
page.figure(reader, "market_rules")
with st.expander(say("market.sources")):
    st.markdown(data.cached(lead.sources, say))
page.end(reader)

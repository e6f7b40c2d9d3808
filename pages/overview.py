"""Overview: where industry stands against 2025 and 2030, in one screen."""

import streamlit as st

from carbonpeak import page, server
from carbonpeak.exhibits import cards, known

reader = page.begin("overview")
made, lang = server.made, reader.lang

st.markdown(f"**{made(cards.verdict, lang)}**")
page.cards([made(card, lang) for card in (cards.energy, cards.carbon, cards.peak)], reader)
page.onward("overview", ("drivers", "peak", "outlook"), reader)

left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "glide_energy")
with right:
    page.figure(reader, "glide_co2")

st.header(reader.say("overview.who"), anchor=False)
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "lagging_regions")
with right:
    page.figure(reader, "pulling_sectors")

st.header(reader.say("overview.known"), anchor=False)
st.markdown(made(known.known_after, lang).alt)
page.figure(reader, "known_after")

st.header(reader.say("overview.sure"), anchor=False)
st.markdown("\n\n".join(made(known.sureness, lang)))

"""Overview: where industry stands against 2025 and 2030, in one screen."""

import streamlit as st

from carbonpeak import page
from carbonpeak.exhibits import cards, known, overview

reader = page.begin("overview")
made, lang = page.made, reader.lang

st.markdown(f"**{made(cards.verdict, lang)}**")
page.cards([made(card, lang) for card in (cards.energy, cards.carbon, cards.peak)], reader)
page.onward("overview", ("drivers", "peak", "outlook"), reader)

left, right = st.columns(2, gap="medium")
with left:
    page.show(made(overview.glide, lang, "energy"), reader)
with right:
    page.show(made(overview.glide, lang, "co2"), reader)

st.header(reader.say("overview.who"), anchor=False)
left, right = st.columns(2, gap="medium")
with left:
    page.show(made(overview.lagging_regions, lang), reader)
with right:
    page.show(made(overview.pulling_sectors, lang), reader)

st.header(reader.say("overview.known"), anchor=False)
after = made(known.known_after, lang)
st.markdown(after.alt)
page.show(after, reader)

st.header(reader.say("overview.sure"), anchor=False)
st.markdown("\n\n".join(made(known.sureness, lang)))

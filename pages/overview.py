"""Overview: where industry stands against 2025 and 2030, in one screen."""

import streamlit as st

from carbonpeak.domain.official import last_official_year
from carbonpeak.figures import months
from carbonpeak.screen import page
from carbonpeak.topics.overview import cards, known

reader = page.begin("overview")
data, say = reader.data, reader.say

st.markdown(f"**{data.cached(cards.verdict, say)}**")
shown = [data.cached(card, say) for card in (cards.energy, cards.carbon, cards.peak)]
page.cards(shown, reader)
st.markdown(data.cached(cards.key_finding, say))
st.caption(data.cached(cards.key_caveats, say))
st.caption(data.cached(months.newest, say))
page.onward("overview", ("drivers", "peak", "outlook", "latest"), reader)

left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "glide_energy")
with right:
    page.figure(reader, "glide_co2")

st.header(say("overview.who"), anchor=False)
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "lagging_regions")
with right:
    page.figure(reader, "pulling_sectors")

last = data.cached(last_official_year)
st.header(say("overview.known", year=last), anchor=False)
st.markdown(data.cached(known.after_last_year, say)[0])
page.figure(reader, "known_after")

st.header(say("overview.sure"), anchor=False)
st.markdown("\n\n".join(data.cached(known.sureness, say)))

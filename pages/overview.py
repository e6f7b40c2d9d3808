"""Overview: where industry stands against 2025 and 2030, in one screen."""

import streamlit as st

from carbonpeak.domain.official import last_official_year
from carbonpeak.figures import months
from carbonpeak.screen import page
from carbonpeak.topics.overview import cards, known, later, status

reader = page.begin("overview")
data, say = reader.data, reader.say

page.lead(data.cached(status.headline, say))
page.status_cards(data.cached(status.cards, say), reader)

for place in data.cached(later.places, say):
    st.markdown(place.said)
    page.open_place(reader, place.region_code, place.year)

with st.container(horizontal=True, key="lists"):
    page.pick(reader, "measure")
lists, right = st.columns([2, 1], gap="medium")
with lists:
    left, middle = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "lagging_regions", clicks=("region",))
    with middle:
        page.figure(reader, "pulling_sectors", clicks=("sector",))
    # Below the lists, which are lower than the tiles beside them.
    st.caption(data.cached(months.newest, say))
    page.onward("overview", ("drivers", "peak", "outlook", "latest"), reader)
with right:
    page.figure(reader, "region_tiles", clicks=("region",))

left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "glide_energy")
with right:
    page.figure(reader, "glide_co2")

last = data.cached(last_official_year)
st.header(say("overview.known", year=last), anchor=False)
st.markdown(data.cached(known.after_last_year, say)[0])
page.figure(reader, "known_after")

with st.expander(say("overview.why")):
    st.markdown(data.cached(cards.verdict, say))
    shown = [data.cached(card, say) for card in (cards.energy, cards.carbon, cards.peak)]
    page.cards(shown, reader)
    st.markdown(data.cached(cards.key_finding, say))
    st.caption(data.cached(cards.key_caveats, say))
with st.expander(say("overview.sure")):
    st.markdown("\n\n".join(data.cached(known.sureness, say)))
page.end(reader)

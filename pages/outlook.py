"""Outlook: where 2025 landed, where 2030 leads by scenario, and what it would still take."""

import streamlit as st

from carbonpeak import controls, page
from carbonpeak.exhibits import (
    nowcast,
    nowcast_inputs,
    outlook_cards,
    per_gdp,
    projection,
    projection_chances,
    projection_words,
    sharing,
)
from carbonpeak.findings.projection import SCENARIOS, asked_of
from carbonpeak.findings.sharing import GOALS, RULES, UNITS
from carbonpeak.findings.view import region_names
from carbonpeak.selection import Choice, Number

# Not the measure that the other pages share: this page opens on CO2, they open on energy.
MEASURE = Choice("quantity", tuple(SCENARIOS), "co2", resets=("scenario",))
SCENARIO_OF = {
    measure: Choice("scenario", scenarios, scenarios[0]) for measure, scenarios in SCENARIOS.items()
}
GROWTH = Number("growth", -5.0, 10.0, 0.5, 5.0)
FALL = Number("fall", -2.0, 10.0, 0.5, 4.0)
GOAL = Choice("goal", tuple(GOALS), "co2_2030")
UNIT = Choice("unit", UNITS, UNITS[0])
RULE = Choice("rule", RULES, RULES[0])

reader = page.begin("outlook", (MEASURE, GROWTH, FALL, GOAL, UNIT, RULE))
made, lang, chosen, say = page.made, reader.lang, reader.chosen, reader.say
names = made(region_names, lang)
REGION = Choice("region", ("", *names), "")
SCENARIO = SCENARIO_OF[chosen.one("quantity")]
more = page.more_choices(reader, (SCENARIO, REGION))
asked = asked_of(
    chosen.one("quantity"),
    more.one("scenario"),
    more.one("region"),
    chosen.number("growth"),
    chosen.number("fall"),
)

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
    page.show(made(nowcast.range_of_methods, lang), reader)
with right:
    page.show(made(per_gdp.exhibit, lang), reader)
page.show(made(nowcast.methods, lang), reader)
with st.expander(say("outlook.inputs")):
    page.show(made(nowcast_inputs.exhibit, lang), reader)

st.header(say("outlook.leads"), anchor=False)
with st.container(horizontal=True, key="controls"):
    controls.pick(
        MEASURE, chosen, say("control.measure"), lambda code: say(f"sectors.measure.{code}")
    )
    controls.pick(SCENARIO, more, say("control.scenario"), lambda code: say(f"scenario.{code}"))
    controls.choose(
        REGION, more, say("control.place"), lambda code: names[code] if code else say("nation")
    )
if asked.scenario == "own":
    with st.container(horizontal=True, key="own-rates"):
        controls.slide(GROWTH, chosen, say("control.growth"))
        controls.slide(FALL, chosen, say("control.fall"))
for remark in made(projection_words.remarks, asked, lang):
    st.markdown(remark)
if made(projection.quantity, asked, lang) is not None:
    left, right = st.columns(2, gap="medium")
    with left:
        page.show(made(projection.quantity, asked, lang), reader)
        page.show(made(projection_chances.peak_years, asked, lang), reader)
    with right:
        page.show(made(projection.index, asked, lang), reader)
        page.show(made(projection_chances.scenarios, asked, lang), reader)

st.header(say("outlook.takes"), anchor=False)
with st.container(horizontal=True, key="sharing-controls"):
    controls.pick(GOAL, chosen, say("control.goal"), lambda code: say(f"goal.{code}"))
    controls.pick(UNIT, chosen, say("control.unit"), lambda code: say(f"share.unit.{code}"))
    controls.pick(RULE, chosen, say("control.rule"), lambda code: say(f"rule.{code}"))
goal, unit, rule = chosen.one("goal"), chosen.one("unit"), chosen.one("rule")
page.show(made(sharing.ranking, goal, unit, rule, lang), reader)
page.show(made(sharing.table, goal, unit, rule, lang), reader)

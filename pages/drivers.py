"""Drivers: why energy and CO2 changed, for all industry, a province, a division or both."""

import streamlit as st

from carbonpeak import controls, page
from carbonpeak.exhibits import driver_members, driver_notes, driver_years, drivers, structure
from carbonpeak.findings.driver_cells import KNOWN_YEARS
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.drivers import FORMS
from carbonpeak.findings.view import BASES, region_names
from carbonpeak.selection import Choice
from carbonpeak.wording import pick
from carbonpeak.wording.terms import SECTOR_SHORT

YEARS = tuple(str(year) for year in KNOWN_YEARS)
MEASURE = Choice("measure", ("energy", "co2"), "energy", resets=("basis",))
FROM = Choice("from", YEARS, "2015")
TO = Choice("to", YEARS, YEARS[-1])
FORM = Choice("form", FORMS, FORMS[0])
SECTOR = Choice("sector", ("", *SECTOR_SHORT), "")
SPLIT = Choice("split", ("region", "sector"), "region")
SPAN = Choice("span", structure.SPANS, structure.SPANS[0])
BASIS_OF = {
    measure: Choice("basis", tuple(bases), next(iter(bases))) for measure, bases in BASES.items()
}

reader = page.begin("drivers", (MEASURE, FROM, TO, FORM, SECTOR, SPLIT, SPAN))
made, lang, chosen, say = page.made, reader.lang, reader.chosen, reader.say
names = made(region_names, lang)
REGION = Choice("region", ("", *names), "")
BASIS = BASIS_OF[chosen.one("measure")]
more = page.more_choices(reader, (BASIS, REGION))
places = {**names, **{code: pick(name, lang) for code, name in SECTOR_SHORT.items()}}


def named(code: str) -> str:
    """Return the name of a province or division, or the words for none."""
    return places[code] if code else say("control.none")


with st.container(horizontal=True, key="controls"):
    controls.pick(
        MEASURE, chosen, say("control.measure"), lambda code: say(f"drivers.measure.{code}")
    )
    controls.pick(BASIS, more, say("control.basis"), lambda code: say(f"basis.{code}"))
    controls.pick(FORM, chosen, say("control.form"), lambda code: say(f"form.{code}"))
for column, choice, one, words in zip(
    st.columns(4),
    (FROM, TO, REGION, SECTOR),
    (chosen, chosen, more, chosen),
    (str, str, named, named),
    strict=True,
):
    with column:
        controls.choose(choice, one, say(f"control.drivers_{choice.name}"), words)

question = Question(
    chosen.one("measure"),
    more.one("basis"),
    int(chosen.one("from")),
    int(chosen.one("to")),
    more.one("region"),
    chosen.one("sector"),
)
form = chosen.one("form")
refused = made(driver_notes.refused, question, form, lang)
if refused:
    st.info(refused)
else:
    question, narrowed = made(driver_notes.narrowed, question, lang)
    if narrowed:
        st.info(narrowed)
    left, right = st.columns(2, gap="medium")
    with left:
        page.show(made(drivers.waterfall, question, form, lang), reader)
    with right:
        page.show(made(driver_years.yearly, question, form, lang), reader)
    for kind, code in (("region", question.region_code), ("sector", question.sector_code)):
        page.links(f"{kind}s", kind, {code: places[code]} if code else {}, reader)
    part = driver_members.part_of(question, chosen.one("split"))
    if part and not (question.region_code or question.sector_code):
        controls.pick(SPLIT, chosen, say("control.split"), lambda code: say(f"split.{code}"))
    ranked = made(driver_members.ranking, question, part, form, lang) if part else None
    if ranked:
        choice = {"region": REGION, "sector": SECTOR}[part]
        page.show(ranked, reader, controls.on_click(choice, "chart-driver_members"))
        page.show(made(driver_members.everything, question, part, form, lang), reader)
    elif part:
        st.info(say("regions.no_split", name=named(question.region_code)))

st.header(say("structure.head"), anchor=False)
controls.pick(SPAN, chosen, say("control.span"), str)
left, right = st.columns(2, gap="medium")
with left:
    page.show(made(structure.waterfall, chosen.one("span"), lang), reader)
with right:
    page.show(made(structure.divisions, chosen.one("span"), lang), reader)
st.header(say("drivers.limits"), anchor=False)
page.table(made(driver_notes.limits, lang), say("drivers.limits"), words=True)

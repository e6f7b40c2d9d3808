"""Reporting units: who must report, who has, what is verified, what everybody may read."""

import streamlit as st

from carbonpeak.screen import (
    company_finder,
    export_making,
    markup,
    page,
    reporting_forms,
    reporting_waiting,
)
from carbonpeak.topics.reporting import analysis, company
from carbonpeak.topics.reporting import cards as reporting_cards

reader = page.begin("reporting_units")
data, chosen, say = reader.data, reader.chosen, reader.say

fault = analysis.fault(data)
if fault:
    st.error(say("reporting.fault"))
    st.code(say.text(fault), language=None, wrap_lines=True)
if chosen.number:
    with st.container(horizontal=True):
        page.pick(reader, "reported")
        page.choose(reader, "region", "sector")
    page.lead(data.cached(reporting_cards.sentence, chosen, say))
    page.brief_cards(data.cached(reporting_cards.cards, chosen, say), reader)
    reporting_waiting.show(reader)
elif not fault:
    st.info(say("reporting.begin"))

st.header(say("reporting.head.public"), anchor=False)
page.figure(reader, "reporting_public_counts")

if chosen.number:
    st.header(say("reporting.head.completeness"), anchor=False)
    page.pick(reader, "by", "stage")
    page.figure(reader, "reporting_completeness", empty="reporting.unseen")
    page.figure(reader, "reporting_states", empty="reporting.unseen")

    st.header(say("reporting.head.late"), anchor=False)
    page.pick(reader, "order")
    nothing = reporting_cards.nothing(data, chosen, "late")
    page.figure(reader, "reporting_overdue", empty=nothing)

    st.header(say("reporting.head.emissions"), anchor=False)
    nothing = reporting_cards.nothing(data, chosen, "emissions")
    page.figure(reader, "reporting_emissions", empty=nothing)
    page.figure(reader, "reporting_verified", empty=nothing)

    st.header(say("reporting.head.disclosed"), anchor=False)
    page.figure(reader, "reporting_disclosed", empty="reporting.none_disclosed")

    with st.container(key="company") if chosen.company else page.by_hand("company"):
        st.header(say("reporting.head.company"), anchor=False)
        company_finder.show(reader)
    if chosen.company:
        st.html(markup.line(data.cached(company.head, chosen, say), "lead"))
        page.figure(reader, "reporting_company", empty="reporting.none_of_company")
        page.figure(reader, "reporting_products", empty="reporting.none_of_company")
        page.figure(reader, "reporting_findings", empty="reporting.none_of_company")
        page.figure(reader, "reporting_changes", empty="reporting.none_of_company")
    with page.by_hand("report"):
        st.header(say("reporting.head.report"), anchor=False)
        st.caption(say("reporting.report.of"))
        export_making.of_records(reader)
if not fault:
    with page.by_hand("forms"):
        reporting_forms.show(reader)
page.end(reader)

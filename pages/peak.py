"""Peak: who has peaked, by which rule, how sure; one series a level down."""

import streamlit as st

from carbonpeak import controls, page
from carbonpeak.exhibits import (
    peak_cards,
    peak_labels,
    peak_matrix,
    peak_rule,
    peak_series,
    peaks,
)
from carbonpeak.findings.peaks import UNTIL
from carbonpeak.findings.peaks import sectors as sector_codes
from carbonpeak.selection import Choice
from carbonpeak.thresholds import NATION

YEARS = tuple(map(str, UNTIL))
SCOPE = Choice("scope", ("total", "energy_related"), "total")
LAST = Choice("until", YEARS, YEARS[-1])
COLUMNS = Choice("columns", tuple(peak_matrix.COLUMNS), "plan")

reader = page.begin("peak", (SCOPE, LAST, COLUMNS))
made, lang, chosen, say = page.made, reader.lang, reader.chosen, reader.say
names = made(peak_labels.regions, lang)
REGION = Choice("region", tuple(names), NATION)
SECTOR = Choice("sector", tuple(made(sector_codes)), "all")
more = page.more_choices(reader, (REGION, SECTOR))
basis, until, columns = chosen.one("scope"), int(chosen.one("until")), chosen.one("columns")

st.markdown(f"**{made(peak_cards.verdict, basis, until, lang)}**")
with st.container(horizontal=True, key="controls"):
    controls.pick(SCOPE, chosen, say("control.basis"), lambda code: say(f"basis.{code}"))
    controls.pick(LAST, chosen, say("control.year"), str)
page.cards(made(peak_cards.cards, basis, until, lang), reader)

left, right = st.columns(2, gap="medium")
with left:
    tiles = made(peaks.tile_grid, basis, until, lang)
    page.show(tiles, reader, controls.on_click(REGION, "chart-peak_tiles"))
with right:
    page.show(made(peak_rule.provinces, basis, lang), reader)

controls.pick(COLUMNS, chosen, say("peak.columns"), lambda code: say(f"peak.columns.{code}"))
matrix = made(peak_matrix.exhibit, basis, until, columns, lang)
page.show(matrix, reader, controls.on_click_cell((REGION, SECTOR), f"chart-{matrix.name}"))

left, right = st.columns(2)
with left:
    controls.choose(REGION, more, say("control.region"), lambda code: names[code])
with right:
    sector_name = peak_labels.listed_sector
    controls.choose(SECTOR, more, say("control.sector"), lambda code: sector_name(code, lang))
region, sector = more.one("region"), more.one("sector")
name = made(peak_labels.series, region, sector, lang)
st.header(say("peak.series.header", name=name), anchor=False)
remark = made(peak_series.remark, region, sector, lang)
if remark:
    st.markdown(remark)
else:
    st.markdown(made(peak_series.sentence, basis, until, region, sector, lang))
    page.show(made(peak_series.line, basis, until, region, sector, lang), reader)
    page.show(made(peak_series.ageing, basis, region, sector, lang), reader)

page.show(made(peaks.rule_table, basis, until, lang), reader)
st.header(say("peak.rule.header"), anchor=False)
st.markdown(peak_rule.rule(lang))
st.markdown(made(peak_rule.remarks, lang))

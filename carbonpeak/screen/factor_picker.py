"""The library beside the calculator: find a factor by typing, and give it to a row of the study.

The row takes value, unit, year, region, boundary, source and standing; none is typed again.
"""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from carbonpeak.domain import factor_search
from carbonpeak.domain.library_factor import factor_of, per_unit
from carbonpeak.domain.study import STAGES, WITHIN, Factor, Row, Study
from carbonpeak.screen.reader import Reader
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.study import factor_unit_words

# So many can be looked through in a list.
MOST_LISTED = 50
NEW = 0

Found = Mapping[Hashable, Any]


def show(reader: Reader, study: Study) -> tuple[Row, ...] | None:
    """Show the search and what it finds; return the rows of the study once a factor is taken."""
    say = reader.say
    with st.expander(say("study.pick")):
        st.caption(say("study.pick.hint"))
        rows = _search(reader)
        if rows is None:
            return None
        with st.form("study-pick", border=False):
            picked = _factor(rows, say)
            place, stage, activity = _place(study, picked, say)
            if not st.form_submit_button(say("study.pick.take")):
                return None
    factor = factor_of(picked, reader.lang)
    if place == NEW:
        return (*study.rows, Row(stage, factor.name, activity, per_unit(picked), factor))
    return with_factor(study.rows, place, factor)


def with_factor(rows: tuple[Row, ...], place: int, factor: Factor) -> tuple[Row, ...]:
    """Return the rows with another factor in one of them, counted from 1."""
    return tuple(
        replace(row, factor=factor) if number == place else row
        for number, row in enumerate(rows, start=1)
    )


def _search(reader: Reader) -> pd.DataFrame | None:
    """Show the field of the search; return what is found, None where nothing is."""
    say = reader.say
    asked = st.text_input(
        say("footprint.search"), placeholder=say("footprint.search.hint"), key="study-pick-search"
    )
    with_us = st.checkbox(say("study.pick.us"), key="study-pick-us")
    if not asked.strip():
        return None
    found = factor_search.found(reader.data, asked, with_us)
    if found.empty:
        st.info(say("footprint.search.none"))
        return None
    if len(found) > MOST_LISTED:
        st.caption(say("study.pick.cut", count=len(found), most=MOST_LISTED))
    return found.iloc[:MOST_LISTED]


def _factor(rows: pd.DataFrame, say: Speaker) -> Found:
    """Show what was found as a list, and return the one that is chosen."""
    known = {str(row["factor_id"]): row for row in rows.to_dict("records")}
    code = st.selectbox(
        say("study.pick.factor"), list(known), format_func=lambda one: named(known[one], say)
    )
    return known[code]


def named(row: Found, say: Speaker) -> str:
    """Return one line that tells a factor of the library from others of its name."""
    year: str = say("footprint.undated") if pd.isna(row["year"]) else str(int(row["year"]))
    return say(
        "study.pick.named",
        name=row[f"name_{say.lang}"],
        value=f"{float(row['value']):,.7g}",
        unit=factor_unit_words(str(row["unit"]), say),
        year=year,
        boundary=say(f"footprint.boundary.{row['boundary']}"),
        standing=say(f"standing.{row['standing']}"),
    )


def _place(study: Study, picked: Found, say: Speaker) -> tuple[int, str, float | None]:
    """Show which row the factor is for, and of a new one its stage and activity."""
    stages = WITHIN.get(study.boundary, STAGES)
    names = {NEW: say("study.pick.new")} | {
        number: say("study.pick.of_row", number=number, name=row.name)
        for number, row in enumerate(study.rows, start=1)
    }
    first, second, third = st.columns(3)
    with first:
        place = st.selectbox(say("study.pick.row"), list(names), format_func=names.__getitem__)
    with second:
        stage = st.selectbox(
            say("study.column.stage"), stages, format_func=lambda one: say(f"study.stage.{one}")
        )
    with third:
        activity = st.number_input(say("study.column.activity"), value=None, format="%g")
    return place, stage, activity

"""The fields and the table of rows in which a study is edited."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from carbonpeak.data.units import listed
from carbonpeak.domain.study import BOUNDARIES, Record, Study
from carbonpeak.domain.view import region_names
from carbonpeak.figures.study_cells import CODES, COLUMNS, cells_of, code_words, head_words
from carbonpeak.indicators.data_quality import WORLD
from carbonpeak.screen.reader import Reader
from carbonpeak.thresholds import NATION
from carbonpeak.words.study import unit_words

LISTS = ("company_ids", "product_ids", "potentials", "standards")
RECORD_NUMBERS = ("mass_kg", "fossil_carbon_kg", "exempted_pct")
# Letters of a code that tell its fields from those of another study.
KEY_LETTERS = 60


def head(reader: Reader, study: Study, code: str) -> Study:
    """Show what a study says beside its rows, and return it as it stands in the form."""
    first, second, third = st.columns([2, 1, 1])
    with first:
        product = st.text_input(_label(reader, "product"), study.product, key=_key("product", code))
    with second:
        amount = _number(reader, study, "amount", code)
    with third:
        unit = _chosen(reader, "unit", listed(), study.unit, code)
    columns = st.columns(4)
    with columns[0]:
        boundary = _chosen(reader, "boundary", BOUNDARIES, study.boundary, code)
    with columns[1]:
        region = _chosen(reader, "region", _regions(reader), study.region, code)
    with columns[2]:
        first_year = _year(reader, study.first_year, "first_year", code)
    with columns[3]:
        last_year = _year(reader, study.last_year, "last_year", code)
    notes = st.text_area(_label(reader, "notes"), study.notes, key=_key("notes", code), height=68)
    edited = replace(study, product=product, amount=amount, unit=unit, boundary=boundary)
    edited = replace(edited, region=region, notes=notes)
    return replace(edited, first_year=first_year, last_year=last_year)


def table(reader: Reader, study: Study, code: str) -> pd.DataFrame:
    """Show the rows as a table to edit, and return it as it stands in the form."""
    lang = reader.lang
    frame = pd.DataFrame(cells_of(study.rows, lang), columns=list(COLUMNS))
    return st.data_editor(
        frame,
        column_config={column: _column(reader, column, study) for column in COLUMNS},
        num_rows="dynamic",
        hide_index=True,
        placeholder=reader.say("study.cell.none"),
        key=_key("rows", code),
    )


def record(reader: Reader, own: Record, code: str) -> Record:
    """Show what a record for exchange needs, and return it as it stands in the form."""
    company = st.text_input(_label(reader, "company"), own.company, key=_key("company", code))
    lists: dict[str, Any] = {}
    for name, column in zip(LISTS, st.columns(len(LISTS)), strict=True):
        with column:
            lists[name] = _lines(reader, getattr(own, name), name, code)
    numbers: dict[str, Any] = {}
    for name, column in zip(RECORD_NUMBERS, st.columns(len(RECORD_NUMBERS)), strict=True):
        with column:
            numbers[name] = _number(reader, own, name, code)
    packaging = st.checkbox(
        _label(reader, "has_packaging"), bool(own.has_packaging), key=_key("packaging", code)
    )
    # A box that was never ticked says nothing of a study that said nothing.
    told = packaging if packaging or any(lists.values()) else own.has_packaging
    return replace(own, company=company, has_packaging=told, **lists, **numbers)


def _label(reader: Reader, name: str) -> str:
    return reader.say(f"study.field.{name}")


def _key(name: str, code: str) -> str:
    """Return the key of a field: another study has fields of its own."""
    return f"study-{name}-{code[-KEY_LETTERS:]}"


def _number(reader: Reader, of: Any, name: str, code: str) -> float | None:
    value: float | None = st.number_input(
        _label(reader, name), value=getattr(of, name), key=_key(name, code), format="%g"
    )
    return value


def _year(reader: Reader, value: int | None, name: str, code: str) -> int | None:
    year: int | None = st.number_input(
        _label(reader, name), value=value, step=1, key=_key(name, code)
    )
    return year


def _chosen(reader: Reader, name: str, options: Sequence[str], value: str, code: str) -> str:
    """Show codes to choose from; one that is not among them stays to be seen."""
    known = [*options] if value in options or not value else [value, *options]
    picked = st.selectbox(
        _label(reader, name),
        known,
        known.index(value) if value else None,
        format_func=lambda one: _words(reader, name, one),
        key=_key(name, code),
    )
    return picked or ""


def _words(reader: Reader, name: str, code: str) -> str:
    if name == "unit":
        return unit_words(code, reader.say)
    if name == "boundary":
        return reader.say(f"study.boundary.{code}") if code in BOUNDARIES else code
    if code == WORLD:
        return reader.say("study.region.GLO")
    if code == NATION:
        return reader.say("nation")
    return region_names(reader.data, reader.lang).get(code, code)


def _regions(reader: Reader) -> tuple[str, ...]:
    return (NATION, *region_names(reader.data, reader.lang), WORLD)


def _lines(reader: Reader, values: tuple[str, ...], name: str, code: str) -> tuple[str, ...]:
    text = st.text_area(_label(reader, name), "\n".join(values), key=_key(name, code), height=68)
    return tuple(one.strip() for one in text.split("\n") if one.strip())


def _column(reader: Reader, column: str, study: Study) -> Any:
    """Return how a column is edited: codes, units and places from a list, numbers as numbers."""
    label = head_words(column, reader.lang)
    if column in CODES:
        options = [code_words(column, code, reader.lang) for code in CODES[column]]
        return st.column_config.SelectboxColumn(label, options=options)
    if column == "unit":
        return st.column_config.SelectboxColumn(
            label, options=list(listed()), format_func=lambda one: unit_words(str(one), reader.say)
        )
    if column == "factor_region":
        return st.column_config.SelectboxColumn(
            label,
            options=_factor_regions(reader, study),
            format_func=lambda one: _words(reader, "region", str(one)),
        )
    if column in ("activity", "factor"):
        return st.column_config.NumberColumn(label, format="%g")
    if column == "factor_year":
        return st.column_config.NumberColumn(label, format="%d", step=1)
    return st.column_config.TextColumn(label)


def _factor_regions(reader: Reader, study: Study) -> list[str]:
    """Return the places of a factor: those of products, and any other that a row has."""
    other = [row.factor.region for row in study.rows if row.factor.region]
    return [*dict.fromkeys([*_regions(reader), *other])]

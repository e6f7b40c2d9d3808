"""Registering companies, units and accounts, entering product records, and the made example."""

from functools import partial
from typing import Any

import streamlit as st
from sqlalchemy import Engine

from carbonpeak.data import places
from carbonpeak.data.units import listed
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.reporting import accounts, companies, example, product_records, units
from carbonpeak.reporting.accounts import Account
from carbonpeak.reporting.companies import Company
from carbonpeak.reporting.product_records import ProductRecord
from carbonpeak.reporting.units import Unit
from carbonpeak.screen import reporting_desk, visitor
from carbonpeak.screen.reader import Reader
from carbonpeak.store import opening
from carbonpeak.store.actors import Actor
from carbonpeak.thresholds import FIRST_YEAR_OF_STATISTICS

LAST_YEAR = 2100


def made_example(reader: Reader) -> None:
    """Offer to load the made example, or to take it out."""
    if not visitor.is_let("disclose", reader.lang):
        return
    is_loaded = _is_loaded(reader)
    st.caption(reader.say("desk.example.loaded" if is_loaded else "desk.example"))
    if is_loaded and st.button(reader.say("desk.example.remove"), key="example-remove"):
        reporting_desk.do(reader, example.remove, "desk.done.removed")
    if not is_loaded and st.button(reader.say("desk.example.load"), key="example-load"):
        reporting_desk.do(reader, partial(_load, reader), "desk.done.loaded")


def _is_loaded(reader: Reader) -> bool:
    if not opening.is_made(places.store(reader.data.root)):
        return False
    with reporting_desk.store(reader) as engine:
        return example.is_loaded(engine)


def _load(reader: Reader, engine: Engine, actor: Actor | None) -> None:
    example.load(engine, actor, reader.data)


def company(reader: Reader) -> None:
    """Show the form of a company."""
    with st.form("company-form"):
        given = _texts(reader, "company", "company_id", "name_zh", "name_en", "credit_code")
        where = _places(reader, "company")
        why = _why(reader, "company")
        if st.form_submit_button(reader.say("desk.register"), key="company-save"):
            _register(reader, companies, Company(**given, **where), why)


def unit(reader: Reader) -> None:
    """Show the form of a unit of the company chosen."""
    with st.form("unit-form"):
        given = _texts(reader, "unit", "unit_id", "name_zh", "name_en")
        where = _places(reader, "unit")
        first, last = st.columns(2)
        first_year = first.number_input(
            reader.say("desk.field.first_year"),
            *(FIRST_YEAR_OF_STATISTICS, LAST_YEAR, reader.chosen.year),
            key="unit-first",
        )
        last_year = last.number_input(
            reader.say("desk.field.last_year"),
            *(FIRST_YEAR_OF_STATISTICS, LAST_YEAR, None),
            key="unit-last",
        )
        why = _why(reader, "unit")
        if st.form_submit_button(reader.say("desk.register"), key="unit-save"):
            years = (int(first_year), None if last_year is None else int(last_year))
            made = Unit(
                company_id=reader.chosen.company,
                first_year=years[0],
                last_year=years[1],
                **given,
                **where,
            )
            _register(reader, units, made, why)


def account(reader: Reader) -> None:
    """Show the form of an account of the company chosen."""
    with st.form("account-form"):
        given = _texts(reader, "account", "account_id", "holder")
        is_active = st.checkbox(reader.say("desk.field.is_active"), value=True, key="account-on")
        why = _why(reader, "account")
        if st.form_submit_button(reader.say("desk.register"), key="account-save"):
            made = Account(company_id=reader.chosen.company, is_active=is_active, **given)
            _register(reader, accounts, made, why)


def product(reader: Reader, unit_id: str) -> None:
    """Show the form of a product record of a unit."""
    with st.form("product-form"):
        given = _texts(reader, "product", "record_id", "product_zh", "product_en")
        quantity, of_unit, footprint = st.columns(3)
        amount = quantity.number_input(
            reader.say("desk.field.quantity"), 0.0, value=0.0, key="product-quantity"
        )
        unit_of = of_unit.selectbox(
            reader.say("desk.field.quantity_unit"), listed(), key="product-unit"
        )
        each = footprint.number_input(
            reader.say("desk.field.footprint"), 0.0, value=0.0, key="product-footprint"
        )
        why = _why(reader, "product")
        if st.form_submit_button(reader.say("desk.save"), key="product-save"):
            made = ProductRecord(
                unit_id=unit_id,
                year=reader.chosen.year,
                quantity=float(amount),
                quantity_unit=str(unit_of),
                co2e_kg_per_unit=float(each),
                **given,
            )
            deed = partial(_enter_record, reader, made, why)
            reporting_desk.do(reader, deed, "desk.done.saved")


def _enter_record(
    reader: Reader, made: ProductRecord, why: str, engine: Engine, actor: Actor | None
) -> None:
    product_records.enter(engine, actor, reader.data, made, why)


def _register(reader: Reader, register: Any, made: object, why: str) -> None:
    def deed(engine: Engine, actor: Actor | None) -> None:
        register.register(engine, actor, reader.data, made, why)

    reporting_desk.do(reader, deed, "desk.done.registered")


def _texts(reader: Reader, form: str, *names: str) -> dict[str, str]:
    columns = st.columns(len(names))
    return {
        name: column.text_input(reader.say(f"desk.field.{name}"), key=f"{form}-{name}").strip()
        for name, column in zip(names, columns, strict=True)
    }


def _places(reader: Reader, form: str) -> dict[str, str]:
    """Return province and division, from lists."""
    named = {
        "region_code": region_names(reader.data, reader.lang),
        "sector_code": dict(sectors.names(reader.data, reader.lang)),
    }
    columns = st.columns(2)
    return {
        name: str(
            column.selectbox(
                reader.say(f"desk.field.{name}"),
                tuple(names),
                format_func=names.__getitem__,
                key=f"{form}-{name}",
            )
        )
        for (name, names), column in zip(named.items(), columns, strict=True)
    }


def _why(reader: Reader, form: str) -> str:
    return str(st.text_input(reader.say("desk.field.why"), key=f"{form}-why"))

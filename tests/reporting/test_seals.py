"""Rows altered, added or taken out behind the program's back are named by their entry."""

import pytest
from sqlalchemy import delete, insert, select, text, update

from carbonpeak.reporting import example
from carbonpeak.store import audit, seals
from carbonpeak.store.opening import reading, writing
from carbonpeak.store.tables import LINES, REPORTS
from tests.reporting.filed import CHIEF, brought, registered


def broken_at(store):
    with reading(store) as connection:
        assert audit.verify(connection).broken_at is None
        return seals.broken_at(connection)


@pytest.fixture
def filled(store, data):
    registered(store, data)
    brought(store, data, "submitted")
    assert broken_at(store) is None
    return store


def entry_of(store, table):
    with reading(store) as connection:
        return connection.execute(select(table.c.number)).scalars().first()


def test_an_altered_number_is_seen(filled):
    with writing(filled) as connection:
        connection.execute(update(LINES).values(quantity=LINES.c.quantity + 1e-9))
    assert broken_at(filled) == entry_of(filled, LINES)


def test_a_row_put_in_is_seen(filled):
    with writing(filled) as connection:
        row = dict(connection.execute(select(REPORTS)).mappings().first())
        connection.execute(insert(REPORTS).values(**row | {"report_id": "another"}))
    assert broken_at(filled) == row["number"]


def test_rows_taken_out_are_seen(filled):
    number = entry_of(filled, LINES)
    with writing(filled) as connection:
        connection.execute(delete(LINES))
    assert broken_at(filled) == number


def test_an_example_may_be_taken_out_by_the_program_alone(filled, data):
    example.load(filled, CHIEF, data)
    assert broken_at(filled) is None
    with writing(filled) as connection:
        connection.execute(delete(REPORTS).where(REPORTS.c.is_made))
    assert broken_at(filled) is not None
    example.remove(filled, CHIEF)
    assert broken_at(filled) is None
    with writing(filled) as connection:
        connection.execute(text("delete from units where is_made = false"))
    assert broken_at(filled) is not None

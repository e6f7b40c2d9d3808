"""The migrations make the very tables that the program reads and writes."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from carbonpeak.store.tables import METADATA


def test_the_steps_make_the_tables_that_the_program_knows(store):
    with store.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []

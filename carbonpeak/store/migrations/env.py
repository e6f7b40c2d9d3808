"""Run the steps on the connection that is given; alembic loads this by its name."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()

"""Bring a store to the tables that this program knows, step by step."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from carbonpeak.store.faults import StoreFault

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> str:
    """Make all tables that are missing, in one transaction; return the step reached.

    Raises:
        StoreFault: the store was brought further by a newer program.
    """
    steps = _config()
    newest = ScriptDirectory.from_config(steps).get_current_head()
    if step(engine) == newest:
        return str(newest)
    with engine.begin() as connection:
        _take_turn(connection)
        steps.attributes["connection"] = connection
        _upgrade(steps)
    return str(newest)


def step(engine: Engine) -> str | None:
    """Return the last step that was taken on a store; None where it has no tables."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _take_turn(connection: Connection) -> None:
    """Let one of several that start at once go first; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("select pg_advisory_xact_lock(hashtext('carbonpeak'))")


def _upgrade(steps: Config) -> None:
    try:
        command.upgrade(steps, "head")
    except CommandError:
        raise StoreFault(
            "该存储由更新版本的程序建立或升级。请升级本程序后再使用。",
            "The store was made or brought further by a newer program. Bring this program up to "
            "date, then use it.",
        ) from None

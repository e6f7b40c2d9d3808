"""The audit: a table that is only ever added to."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SQLITE = """
create trigger audit_no_{what} before {what} on audit
begin select raise(abort, 'the audit is only added to'); end
"""
REFUSE = """
create function refuse_change() returns trigger language plpgsql
as $$ begin raise exception 'the audit is only added to'; end $$
"""
POSTGRESQL = """
create trigger audit_no_{what} before {what} on audit
for each statement execute function refuse_change()
"""


def upgrade() -> None:
    """Make the table and what refuses to change or delete its rows."""
    texts = ("at", "who", "action", "subject", "why", "detail", "before_hash")
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.Column("hash", sa.Text, nullable=False, unique=True),
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _refuse(SQLITE if is_sqlite else POSTGRESQL, is_sqlite)


def _refuse(trigger: str, is_sqlite: bool) -> None:
    if not is_sqlite:
        op.execute(REFUSE)
    for what in ("update", "delete") if is_sqlite else ("update", "delete", "truncate"):
        op.execute(trigger.format(what=what))

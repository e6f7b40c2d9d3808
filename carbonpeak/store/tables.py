"""The tables of the store as SQLAlchemy Core knows them; ``migrations`` make them."""

from sqlalchemy import BigInteger, Column, MetaData, Table, Text

METADATA = MetaData()

# One row is one thing somebody did. It is only ever added to: triggers refuse the rest.
AUDIT = Table(
    "audit",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("before_hash", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)
